/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-text-at.h"

#include <string.h>

gsize
jkb_text_take (const JkbText *text, gsize at, const char *word)
{
  gsize length;

  if (at >= text->n_bytes || text->bytes[at] != word[0])
    return 0;                           /* nearly always */
  length = strlen (word);
  if (length > text->n_bytes - at)
    return 0;
  return memcmp (text->bytes + at, word, length) == 0 ? length : 0;
}

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

gsize
jkb_text_take_before (const JkbText *text, gsize at, const char *word)
{
  gsize length = strlen (word);

  if (length > at)
    return 0;
  return memcmp (text->bytes + at - length, word, length) == 0 ? length : 0;
}

gunichar
jkb_text_char (const JkbText *text, gsize at)
{
  return at < text->n_bytes ? g_utf8_get_char (text->bytes + at) : 0;
}

gunichar
jkb_text_char_before (const JkbText *text, gsize at)
{
  return at > 0 ? g_utf8_get_char (g_utf8_prev_char (text->bytes + at)) : 0;
}

gsize
jkb_text_next (const JkbText *text, gsize at)
{
  return (gsize) (g_utf8_next_char (text->bytes + at) - text->bytes);
}

gsize
jkb_text_skip_blanks (const JkbText *text, gsize at, guint n_max)
{
  while (n_max-- > 0 && at < text->n_bytes && text->bytes[at] == ' ')
    at++;
  return at;
}

gboolean
jkb_text_is_digit (const JkbText *text, gsize at)
{
  return at < text->n_bytes && g_ascii_isdigit (text->bytes[at]);
}

gboolean
jkb_text_is_letter (const JkbText *text, gsize at)
{
  return at < text->n_bytes && g_ascii_isalpha (text->bytes[at]);
}

int
jkb_text_kanji_digit (gunichar c)
{
  static const gunichar digits[] = { 0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db,
                                     0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d };

  if (c == 0x96f6)              /* 零 */
    return 0;
  for (int i = 0; c >= 0x3007 && i < (int) G_N_ELEMENTS (digits); i++)
    if (digits[i] == c)
      return i;
  return -1;
}

gboolean
jkb_text_is_kanji (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || c == 0x3005 || c == 0x3007 || (c >= 0xf900 && c <= 0xfaff)
         || (c >= 0x20000 && c <= 0x3ffff);
}
