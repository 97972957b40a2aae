/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names in quotes: 「甲乙市場」, of a shop or a service more often than of a company.
 */
#include "extract/jkb-org-grammar.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* A quoted name of more characters is a sentence. */
#define NAME_CHARS_MAX 40

/* 「甲乙市場(https://…)」, 「甲乙市場(以下、当サイト)」: the address and what else it is called are no part of the name. */
static JkbSpan
cut_address (const char *text, JkbSpan quoted)
{
  static const char *const brackets[] = { "(http", "(以下" };

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      const char *bracket = jkb_text_find (text + quoted.begin, (gssize) (quoted.end - quoted.begin), brackets[i]);

      if (bracket != NULL && bracket > text + quoted.begin)
        quoted.end = (gsize) (bracket - text);
    }
  return quoted;
}

void
jkb_org_find_quoted (const JkbDoc *doc, GArray *names)
{
  static const struct
  {
    const char *open, *close;
  } quotes[] = { { "「", "」" }, { "『", "』" }, { "\"", "\"" } };
  const char *text = doc->normal->text;
  const char *next[G_N_ELEMENTS (quotes)];

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    next[i] = jkb_text_find (text, -1, quotes[i].open);
  for (;;)
    {
      guint first = 0;
      const char *begin, *end, *behind;

      for (guint i = 1; i < G_N_ELEMENTS (quotes); i++)
        if (next[i] != NULL && (next[first] == NULL || next[i] < next[first]))
          first = i;
      if (next[first] == NULL)
        break;
      begin = behind = next[first] + strlen (quotes[first].open);
      end = jkb_text_find (begin, NAME_CHARS_MAX * 3, quotes[first].close);
      if (end != NULL && end > begin && memchr (begin, '\n', (gsize) (end - begin)) == NULL
          && jkb_text_find (begin, end - begin, "。") == NULL)
        {
          jkb_org_add_name (names, text, cut_address (text, (JkbSpan){ (gsize) (begin - text), (gsize) (end - text) }),
                            JKB_ORG_QUOTED);
          behind = end + strlen (quotes[first].close);
        }
      for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
        if (next[i] != NULL && next[i] < behind)
          next[i] = jkb_text_find (behind, -1, quotes[i].open);
    }
}
