/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-text-at.h"

gsize
jkb_text_take_any (const JkbText *text, gsize at, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      gsize length = jkb_text_take (text, at, *words);

      if (length > 0)
        return length;
    }
  return 0;
}

gunichar
jkb_text_char_before (const JkbText *text, gsize at)
{
  return at > 0 ? g_utf8_get_char (g_utf8_prev_char (text->bytes + at)) : 0;
}

const char *
jkb_text_find (const char *p, gssize n_bytes, const char *word)
{
  gssize n_last = n_bytes - (gssize) strlen (word);

  if (n_bytes < 0)
    return strstr (p, word);
  for (gssize i = 0; i <= n_last && p[i] != '\0'; i++)
    if (jkb_text_begins (p + i, word))
      return p + i;
  return NULL;
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
