/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-pdf.h"

#include <poppler.h>
#include <string.h>

#include "extract/jkb-extract-error.h"
#include "extract/jkb-pdf-lines.h"

#define HEADER_WITHIN_BYTES 1024
#define N_PAGES_MAX 1000
#define TEXT_BYTES_MAX ((gsize) 64 * 1024 * 1024)

gboolean
jkb_pdf_is_pdf (const char *bytes, gsize n_bytes)
{
  return n_bytes > 0
         && memmem (bytes, MIN (n_bytes, HEADER_WITHIN_BYTES), "%PDF-", 5) != NULL;
}

static PopplerDocument *
open_document (GBytes *bytes, GError **error)
{
  g_autoptr(GError) why = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &why);

  if (document != NULL)
    return document;
  if (g_error_matches (why, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_DAMAGED,
                         "this PDF is encrypted and opens only with its password");
  else
    g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_DAMAGED, "this PDF is damaged");
  return NULL;
}

static GPtrArray *
read_pages (PopplerDocument *document, GPtrArray *notes)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_free);
  int n_pages = poppler_document_get_n_pages (document);
  gsize n_bytes = 0;
  int i;

  for (i = 0; i < MIN (n_pages, N_PAGES_MAX) && n_bytes < TEXT_BYTES_MAX; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = page != NULL ? poppler_page_get_text (page) : NULL;

      n_bytes += text != NULL ? strlen (text) : 0;
      g_ptr_array_add (pages, g_utf8_make_valid (text != NULL ? text : "", -1));
      g_clear_object (&page);
    }
  if (i < n_pages)
    g_ptr_array_add (notes, g_strdup_printf ("only the first %d of %d pages were read", i, n_pages));
  return pages;
}

JkbPage *
jkb_pdf_read (GBytes *bytes, GPtrArray *notes, GError **error)
{
  PopplerDocument *document = open_document (bytes, error);
  g_autoptr(GPtrArray) pages = NULL;
  g_autofree char *text = NULL;

  if (document == NULL)
    return NULL;
  pages = read_pages (document, notes);
  g_object_unref (document);
  text = jkb_pdf_lines_join (pages);
  if (text[strspn (text, " \t\r\n")] == '\0')
    {
      g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_EMPTY,
                           "has no text layer: its pages are pictures of text, or blank");
      return NULL;
    }
  return jkb_page_new (g_steal_pointer (&text));
}
