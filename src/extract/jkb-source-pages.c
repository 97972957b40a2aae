/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-source-pages.h"

#include <string.h>

#include "extract/jkb-binary.h"
#include "extract/jkb-charset.h"
#include "extract/jkb-extractor.h"
#include "extract/jkb-feed.h"
#include "extract/jkb-html.h"

static gboolean
check_bytes (const char *data, gsize n_bytes, GError **error)
{
  if (n_bytes > JKB_EXTRACTOR_MAX_BYTES)
    g_set_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_TOO_LARGE, "larger than %u MiB",
                 (guint) (JKB_EXTRACTOR_MAX_BYTES >> 20));
  else if (n_bytes == 0)
    g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_EMPTY, "the file is empty");
  else
    return TRUE;
  return FALSE;
}

/* Text that is not to be read, and why. */
static gboolean
check_text (const char *text, GError **error)
{
  g_autofree char *xml = jkb_html_other_xml (text);

  if (text[strspn (text, " \t\r\n")] == '\0')
    g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_EMPTY,
                         "nothing but blanks in it");
  else if (xml != NULL && !jkb_feed_is_feed (text))
    g_set_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_UNSUPPORTED,
                 "this is XML (%s); notices are read from " JKB_BINARY_READ_KINDS, xml);
  else
    return TRUE;
  return FALSE;
}

static GPtrArray *
make_pages (JkbPage *page)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_page_free);

  g_ptr_array_add (pages, page);
  return pages;
}

static GPtrArray *
read_text (JkbSource *source, const char *data, gsize n_bytes, GError **error)
{
  guint n_broken;
  g_autofree char *text = jkb_charset_decode (data, n_bytes, &source->charset, &n_broken, error);

  if (text == NULL || !check_text (text, error))
    return NULL;
  if (n_broken > 0)
    g_ptr_array_add (source->notes,
                     g_strdup_printf ("%u stretches of bytes are no %s text", n_broken,
                                      source->charset));
  if (jkb_feed_is_feed (text))
    {
      source->kind = "feed";
      return jkb_feed_read (text, strlen (text), error);
    }
  if (!jkb_html_is_html (text))
    return make_pages (jkb_page_new (g_steal_pointer (&text)));
  source->kind = "html";
  return make_pages (jkb_html_read (text, strlen (text)));
}

GPtrArray *
jkb_source_pages (JkbSource *source, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (source->bytes, &n_bytes);

  if (!check_bytes (data, n_bytes, error) || jkb_binary_refuse (data, n_bytes, error))
    return NULL;
  return read_text (source, data, n_bytes, error);
}
