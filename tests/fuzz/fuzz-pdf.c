/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a PDF, and any text as its lines: see fuzz-extract.c for how to build it with libFuzzer. */
#include "extract/jkb-pdf-lines.h"
#include "extract/jkb-pdf.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(JkbPage) page = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (pages, g_utf8_make_valid (n_bytes > 0 ? (const char *) data : "", (gssize) n_bytes));
  g_ptr_array_add (pages, g_strdup (g_ptr_array_index (pages, 0)));
  text = jkb_pdf_lines_join (pages);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (jkb_pdf_is_pdf ((const char *) data, n_bytes))
    page = jkb_pdf_read (bytes, notes, NULL);
  g_assert_true (page == NULL || g_utf8_validate (page->text, -1, NULL));
  return 0;
}
