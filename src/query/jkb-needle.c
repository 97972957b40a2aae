/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-needle.h"

#include <string.h>

#if defined (__x86_64__) && defined (__GNUC__)
#include <immintrin.h>
#define HAS_WIDE 1
#endif

/* So many bytes of text pay for one vain comparison; beyond, memmem() has the better worst case. */
#define BYTES_PER_VAIN 16
#define FREE_VAINS 64

void
jkb_byte_counts_add (JkbByteCounts *self, const char *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    self->counts[(guchar) text[i]]++;
}

/* The place of the rarest byte but that at @but. */
static gsize
find_rare (const char *text, gsize n_bytes, const JkbByteCounts *counts, gsize but)
{
  gsize rare = but == 0 && n_bytes > 1 ? 1 : 0;

  for (gsize i = rare + 1; counts != NULL && i < n_bytes; i++)
    if (i != but && counts->counts[(guchar) text[i]] < counts->counts[(guchar) text[rare]])
      rare = i;
  return rare;
}

JkbNeedle
jkb_needle_make (const char *text, const JkbByteCounts *counts)
{
  JkbNeedle needle = { .text = text, .n_bytes = strlen (text) };

  g_assert (needle.n_bytes > 0);
  needle.rare = find_rare (text, needle.n_bytes, counts, G_MAXSIZE);
  needle.next_rare = find_rare (text, needle.n_bytes, counts, needle.rare);
#ifdef HAS_WIDE
  needle.is_wide = __builtin_cpu_supports ("avx2") != 0;
#endif
  return needle;
}

static gboolean
is_in_rest (const JkbNeedle *needle, const char *from, const char *end)
{
  return memmem (from, (gsize) (end - from), needle->text, needle->n_bytes) != NULL;
}

static gboolean
is_in_narrow (const JkbNeedle *needle, const char *text, gsize n_bytes)
{
  const char *p, *end = text + n_bytes - needle->n_bytes + needle->rare + 1;    /* after the last place it can have */
  gsize n_vain = 0;

  for (p = text + needle->rare;
       (p = memchr (p, needle->text[needle->rare], (gsize) (end - p))) != NULL; p++)
    {
      if (memcmp (p - needle->rare, needle->text, needle->n_bytes) == 0)
        return TRUE;
      if (++n_vain > FREE_VAINS + (gsize) (p - text) / BYTES_PER_VAIN)
        return is_in_rest (needle, p - needle->rare, text + n_bytes);
    }
  return FALSE;
}

#ifdef HAS_WIDE

#define WIDTH 32

/* Of the places from @from on, those where both bytes stand. */
__attribute__ ((target ("avx2"))) static inline guint32
find_both (const JkbNeedle *needle, const char *from)
{
  __m256i one = _mm256_loadu_si256 ((const __m256i *) (from + needle->rare));
  __m256i other = _mm256_loadu_si256 ((const __m256i *) (from + needle->next_rare));

  one = _mm256_cmpeq_epi8 (one, _mm256_set1_epi8 (needle->text[needle->rare]));
  other = _mm256_cmpeq_epi8 (other, _mm256_set1_epi8 (needle->text[needle->next_rare]));
  return (guint32) _mm256_movemask_epi8 (_mm256_and_si256 (one, other));
}

/* Both bytes at all places of a piece at once. The last piece reaches back over what was looked at already. */
__attribute__ ((target ("avx2"))) static gboolean
is_in_wide (const JkbNeedle *needle, const char *text, gsize n_bytes)
{
  gsize n_places = n_bytes - needle->n_bytes + 1, n_vain = 0;

  for (gsize place = 0; place < n_places; place += WIDTH)
    {
      const char *from = text + MIN (place, n_places - WIDTH);

      for (guint32 both = find_both (needle, from); both != 0; both &= both - 1)
        {
          if (memcmp (from + __builtin_ctz (both), needle->text, needle->n_bytes) == 0)
            return TRUE;
          if (++n_vain > FREE_VAINS + place / BYTES_PER_VAIN)
            return is_in_rest (needle, from, text + n_bytes);
        }
    }
  return FALSE;
}

#endif

gboolean
jkb_needle_is_in (const JkbNeedle *needle, const char *text, gsize n_bytes)
{
  if (n_bytes < needle->n_bytes)
    return FALSE;
#ifdef HAS_WIDE
  if (needle->is_wide && n_bytes - needle->n_bytes + 1 >= WIDTH)
    return is_in_wide (needle, text, n_bytes);
#endif
  return is_in_narrow (needle, text, n_bytes);
}
