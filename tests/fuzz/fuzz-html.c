/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes, made valid UTF-8, as a page: see fuzz-extract.c for how to build it with libFuzzer. */
#include <string.h>

#include "extract/jkb-html.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autofree char *text = g_utf8_make_valid (n_bytes > 0 ? (const char *) data : "", (gssize) n_bytes);
  g_autofree char *other = jkb_html_other_xml (text);
  g_autoptr(JkbPage) page = jkb_html_read (text, strlen (text));

  jkb_html_is_html (text);
  g_assert_true (other == NULL || g_utf8_validate (other, -1, NULL));
  g_assert_true (g_utf8_validate (page->text, -1, NULL));
  g_assert_true (page->title == NULL || g_utf8_validate (page->title, -1, NULL));
  for (guint i = 0; i < page->marks->len; i++)
    g_assert_cmpuint (g_array_index (page->marks, JkbPageMark, i).offset, <=, strlen (page->text));
  return 0;
}
