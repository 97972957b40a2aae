/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-source-pages.h"

#include <string.h>

#include "extract/jkb-binary.h"
#include "extract/jkb-charset.h"
#include "extract/jkb-entry-page.h"
#include "extract/jkb-extractor.h"
#include "extract/jkb-feed.h"
#include "extract/jkb-html.h"
#include "extract/jkb-mail.h"
#include "extract/jkb-pdf.h"

/* Mails within mails within … */
#define DEPTH_MAX 4

static GPtrArray *read_any (JkbSource *source, GBytes *bytes, guint depth, GError **error);

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

/* ---------------------------------------------------------------- mail */

static void
add_body (JkbSource *source, const JkbMail *mail, const JkbMailPart *part, GPtrArray *pages)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (part->bytes, &n_bytes);
  g_autofree char *text = n_bytes > 0 ? jkb_charset_decode_labelled (data, n_bytes, part->charset, &source->charset,
                                                                    NULL, NULL)
                                      : NULL;
  gboolean is_first = pages->len == 0;

  if (text == NULL || text[strspn (text, " \t\r\n")] == '\0')
    return;
  g_ptr_array_add (pages, jkb_entry_page_new (is_first ? mail->subject : "", is_first ? mail->day : NULL, text));
}

/* Pictures of a letterhead are nothing to speak of. */
static gboolean
is_picture (const JkbMailPart *part)
{
  return g_str_has_prefix (part->type, "image/") || g_str_has_prefix (part->type, "audio/")
         || g_str_has_prefix (part->type, "video/");
}

static void
add_attachment (JkbSource *source, const JkbMailPart *part, guint depth, GPtrArray *pages)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *found = read_any (source, part->bytes, depth + 1, &error);

  if (found != NULL)
    g_ptr_array_extend_and_steal (pages, found);
  else
    g_ptr_array_add (source->notes, g_strdup_printf ("attachment %s: %s", part->name != NULL ? part->name : part->type,
                                                     error->message));
}

static GPtrArray *
read_mail (JkbSource *source, const char *data, gsize n_bytes, guint depth, GError **error)
{
  g_autoptr(JkbMail) mail = jkb_mail_read (data, n_bytes);
  g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_page_free);

  for (guint i = 0; i < mail->parts->len; i++)
    if (!((JkbMailPart *) g_ptr_array_index (mail->parts, i))->is_attachment)
      add_body (source, mail, g_ptr_array_index (mail->parts, i), pages);
  for (guint i = 0; i < mail->parts->len; i++)
    {
      const JkbMailPart *part = g_ptr_array_index (mail->parts, i);

      if (part->is_attachment && !is_picture (part))
        add_attachment (source, part, depth, pages);
    }
  source->kind = "mail";
  if (pages->len > 0)
    return g_steal_pointer (&pages);
  g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_EMPTY, "there is no text in this mail");
  return NULL;
}

/* ---------------------------------------------------------------- any kind */

static GPtrArray *
read_pdf (JkbSource *source, GBytes *bytes, GError **error)
{
  JkbPage *page = jkb_pdf_read (bytes, source->notes, error);

  source->kind = "pdf";
  return page != NULL ? make_pages (page) : NULL;
}

static GPtrArray *
read_any (JkbSource *source, GBytes *bytes, guint depth, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (!check_bytes (data, n_bytes, error))
    return NULL;
  if (depth >= DEPTH_MAX)
    {
      g_set_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_DAMAGED, "more than %d mails within each other",
                   DEPTH_MAX);
      return NULL;
    }
  if (jkb_pdf_is_pdf (data, n_bytes))
    return read_pdf (source, bytes, error);
  if (jkb_binary_refuse (data, n_bytes, error))
    return NULL;
  if (jkb_mail_is_mail (data, n_bytes))
    return read_mail (source, data, n_bytes, depth, error);
  return read_text (source, data, n_bytes, error);
}

GPtrArray *
jkb_source_pages (JkbSource *source, GError **error)
{
  return read_any (source, source->bytes, 0, error);
}
