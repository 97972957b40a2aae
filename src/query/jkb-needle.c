/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-needle.h"

#include <string.h>

/* So many bytes of text pay for one vain comparison; beyond, memmem() has the better worst case. */
#define BYTES_PER_VAIN 16

void
jkb_byte_counts_add (JkbByteCounts *self, const char *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    self->counts[(guchar) text[i]]++;
}

JkbNeedle
jkb_needle_make (const char *text, const JkbByteCounts *counts)
{
  JkbNeedle needle = { text, strlen (text), 0 };

  g_assert (needle.n_bytes > 0);
  for (gsize i = 1; counts != NULL && i < needle.n_bytes; i++)
    if (counts->counts[(guchar) text[i]] < counts->counts[(guchar) text[needle.rare]])
      needle.rare = i;
  return needle;
}

gboolean
jkb_needle_is_in (const JkbNeedle *needle, const char *text, gsize n_bytes)
{
  const char *p, *end;
  gsize n_vain = 0;

  if (n_bytes < needle->n_bytes)
    return FALSE;
  end = text + n_bytes - needle->n_bytes + needle->rare + 1;    /* after the last place it can have */
  for (p = text + needle->rare;
       (p = memchr (p, needle->text[needle->rare], (gsize) (end - p))) != NULL; p++)
    {
      if (memcmp (p - needle->rare, needle->text, needle->n_bytes) == 0)
        return TRUE;
      if (++n_vain > 64 + (gsize) (p - text) / BYTES_PER_VAIN)
        return memmem (p - needle->rare, (gsize) (end - p) + needle->n_bytes - 1, needle->text,
                       needle->n_bytes)
               != NULL;
    }
  return FALSE;
}
