/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-text-at.h"

/* Bytes that are looked through before it is known whether the text goes on. */
#define WINDOW 256

gunichar
jkb_text_char_before (const JkbText *text, gsize at)
{
  return at > 0 ? g_utf8_get_char (g_utf8_prev_char (text->bytes + at)) : 0;
}

/* How often a byte is met in Japanese text, roughly: the first two of a kana, the first of an ideograph, others. */
static int
how_common (char byte)
{
  guchar b = (guchar) byte;

  return b == 0xe3 || (b >= 0x81 && b <= 0x83) ? 2 : b == 0x80 || (b >= 0xe4 && b <= 0xe9);
}

/* The byte of a word that is looked for first. */
static gsize
choose_anchor (const char *word, gsize n_word)
{
  gsize anchor = n_word - 1;

  for (gsize i = anchor; i-- > 0 && how_common (word[anchor]) > 0;)
    if (how_common (word[i]) < how_common (word[anchor]))
      anchor = i;
  return anchor;
}

static const char *
find_among (const char *p, gsize n_bytes, const char *word, gsize n_word, gsize anchor)
{
  const char *end = p + n_bytes - MIN (n_word - 1, n_bytes);    /* no word begins here or later */

  for (; p < end; p++)
    {
      p = memchr (p + anchor, word[anchor], (gsize) (end - p));
      if (p == NULL)
        return NULL;
      p -= anchor;
      if (memcmp (p, word, n_word) == 0)
        return p;
    }
  return NULL;
}

/* Not beyond what has to be looked at, so that all words of a long text are found in linear time. */
const char *
jkb_text_find (const char *p, gssize n_bytes, const char *word)
{
  gsize n_word = strlen (word), n_left = n_bytes >= 0 ? (gsize) n_bytes : G_MAXSIZE, anchor;

  g_return_val_if_fail (n_word > 0, NULL);

  anchor = choose_anchor (word, n_word);
  for (;;)
    {
      gsize n_wanted = MIN (n_left, WINDOW + n_word), n = strnlen (p, n_wanted);
      const char *found = find_among (p, n, word, n_word, anchor);

      if (found != NULL || n < n_wanted || n == n_left)
        return found;
      p += n - n_word + 1;
      n_left -= n - n_word + 1;
    }
}

gboolean
jkb_text_holds (const JkbText *text, gsize begin, gsize end, const char *word)
{
  gsize n_word = strlen (word);

  g_return_val_if_fail (n_word > 0, FALSE);

  return begin < end && find_among (text->bytes + begin, end - begin, word, n_word, choose_anchor (word, n_word)) != NULL;
}

/* The two signs differ in their last byte. */
gboolean
jkb_text_is_quoted (const JkbText *text, gsize begin, gsize end)
{
  const guchar *p = (const guchar *) text->bytes;

  for (gsize at = end; at >= begin + strlen ("「"); at--)
    if ((p[at - 1] == 0x8c || p[at - 1] == 0x8d) && p[at - 2] == 0x80 && p[at - 3] == 0xe3)
      return p[at - 1] == 0x8c;
  return FALSE;
}

/* All bytes but those that continue a character (10xxxxxx). */
gsize
jkb_text_count_chars (const char *bytes, gsize n_bytes)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize n_continuing = 0, i = 0;
  guint64 eight;

  for (; i + sizeof eight <= n_bytes; i += sizeof eight)
    {
      memcpy (&eight, bytes + i, sizeof eight);
      n_continuing += (((eight >> 7) & ~(eight >> 6) & ones) * ones) >> 56;
    }
  for (; i < n_bytes; i++)
    n_continuing += ((guchar) bytes[i] & 0xc0) == 0x80;
  return n_bytes - n_continuing;
}

gsize
jkb_text_skip_blanks (const JkbText *text, gsize at, guint n_max)
{
  while (n_max-- > 0 && at < text->n_bytes && text->bytes[at] == ' ')
    at++;
  return at;
}

int
jkb_text_kanji_digit (gunichar c)
{
  switch (c)
    {
    case 0x3007: return 0;      /* 〇 */
    case 0x96f6: return 0;      /* 零 */
    case 0x4e00: return 1;
    case 0x4e8c: return 2;
    case 0x4e09: return 3;
    case 0x56db: return 4;
    case 0x4e94: return 5;
    case 0x516d: return 6;
    case 0x4e03: return 7;
    case 0x516b: return 8;
    case 0x4e5d: return 9;
    default: return -1;
    }
}

gboolean
jkb_text_is_kanji (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || c == 0x3005 || c == 0x3007 || (c >= 0xf900 && c <= 0xfaff)
         || (c >= 0x20000 && c <= 0x3ffff);
}

gsize
jkb_text_skip_bracket_back (const JkbText *text, gsize begin, gsize end)
{
  if (jkb_text_take_before (text, end, ")") == 0)
    return end;
  for (gsize at = end - 1; at > begin; at--)
    if (text->bytes[at] == '(')
      return at;
  return end;
}
