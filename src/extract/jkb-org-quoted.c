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

  for (const char *p = text; *p != '\0';)
    {
      gsize n = 1;

      /* Nearly all bytes begin no quotation, and this looks at each of them. */
      if (*p != '"' && !(p[0] == quotes[0].open[0] && p[1] == quotes[0].open[1]))
        {
          p++;
          continue;
        }
      for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
        if (jkb_text_begins (p, quotes[i].open))
          {
            const char *begin = p + strlen (quotes[i].open);
            const char *end = jkb_text_find (begin, NAME_CHARS_MAX * 3, quotes[i].close);

            n = strlen (quotes[i].open);
            if (end != NULL && end > begin && memchr (begin, '\n', (gsize) (end - begin)) == NULL
                && jkb_text_find (begin, end - begin, "。") == NULL)
              {
                jkb_org_add_name (names, text,
                          cut_address (text, (JkbSpan){ (gsize) (begin - text), (gsize) (end - text) }),
                          JKB_ORG_QUOTED);
                n = (gsize) (end - p) + strlen (quotes[i].close);
              }
          }
      p += n;
    }
}
