/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-page.h"

JkbPage *
jkb_page_new (char *text)
{
  JkbPage *page = g_new0 (JkbPage, 1);

  page->text = text;
  page->marks = g_array_new (FALSE, FALSE, sizeof (JkbPageMark));
  return page;
}

void
jkb_page_free (JkbPage *page)
{
  if (page == NULL)
    return;
  g_free (page->text);
  g_free (page->title);
  g_array_unref (page->marks);
  g_free (page);
}
