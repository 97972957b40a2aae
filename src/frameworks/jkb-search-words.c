/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-search-words.h"

#include <string.h>

#include "core/jkb-normal.h"

char *
jkb_search_words_fold (const char *text)
{
  return jkb_normal_string (text, JKB_NORMAL_NFKC | JKB_NORMAL_LOWER);
}

GStrv
jkb_search_words_split (const char *folded)
{
  g_auto(GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (gsize i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

gboolean
jkb_search_words_match (const char *const *words, const char *folded)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
