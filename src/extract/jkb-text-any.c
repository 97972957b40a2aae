/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-text-any.h"

guint64
jkb_text_set_of_begins (const char *const *words)
{
  guint64 set = 0;

  for (; *words != NULL; words++)
    set |= jkb_text_bit_of_begin (*words);
  return set;
}

guint64
jkb_text_set_of_ends (const char *const *words)
{
  guint64 set = 0;

  for (; *words != NULL; words++)
    set |= jkb_text_bit_of_end (*words + strlen (*words));
  return set;
}

gsize
(jkb_text_take_any) (const JkbText *text, gsize at, const char *const *words)
{
  const char *p = text->bytes + at;
  gsize n_left = at < text->n_bytes ? text->n_bytes - at : 0;

  for (; *words != NULL; words++)
    {
      const char *word = *words;
      gsize i = 0;

      while (i < n_left && word[i] != '\0' && p[i] == word[i])
        i++;
      if (word[i] == '\0')
        return i;
    }
  return 0;
}

gsize
(jkb_text_take_any_before) (const JkbText *text, gsize at, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      gsize length = jkb_text_take_before (text, at, *words);

      if (length > 0)
        return length;
    }
  return 0;
}

gboolean
(jkb_text_is_any) (const char *p, gsize n_bytes, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strlen (*words) == n_bytes && memcmp (p, *words, n_bytes) == 0)
      return TRUE;
  return FALSE;
}
