/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-entry-page.h"

#include <stdio.h>
#include <string.h>

#include "extract/jkb-html.h"

static JkbPage *
make_from_text (const char *title, const char *day, const char *content)
{
  g_autoptr(GString) text = g_string_new (title);

  if (day != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", day);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", content);
  return jkb_page_new (g_string_free (g_steal_pointer (&text), FALSE));
}

JkbPage *
jkb_entry_page_new (const char *title, const char *day, const char *content)
{
  JkbPage *page;

  if (strchr (content, '<') == NULL || !jkb_html_is_html (content))
    page = make_from_text (title, day, content);
  else
    {
      g_autofree char *escaped = g_markup_escape_text (title, -1);
      g_autofree char *html
          = g_strdup_printf ("<article><h1>%s</h1><p>%s</p><div>%s</div></article>", escaped,
                             day != NULL ? day : "", content);

      page = jkb_html_read (html, strlen (html));
    }
  g_free (page->title);
  page->title = *title != '\0' ? g_strdup (title) : NULL;
  return page;
}

char *
jkb_entry_page_day (const char *text)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const char *comma = text != NULL ? strchr (text, ',') : NULL;
  char month[4];
  int year, day;

  if (text == NULL)
    return NULL;
  if (strspn (text, "0123456789-") >= 10 && text[4] == '-' && text[7] == '-')
    return g_strndup (text, 10);
  if (sscanf (comma != NULL ? comma + 1 : text, "%2d %3s %4d", &day, month, &year) == 3)
    for (int i = 0; i < 12; i++)
      if (g_ascii_strncasecmp (months + 3 * i, month, 3) == 0 && year >= 1900 && day >= 1 && day <= 31)
        return g_strdup_printf ("%04d-%02d-%02d", year, i + 1, day);
  return NULL;
}
