/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-extractor.h"

#include <string.h>

#include "core/jkb-paths.h"
#include "extract/jkb-binary.h"
#include "extract/jkb-charset.h"
#include "extract/jkb-html.h"
#include "extract/jkb-language.h"
#include "extract/jkb-notice-check.h"
#include "extract/jkb-read-circumstances.h"
#include "extract/jkb-read-counts.h"
#include "extract/jkb-read-data-items.h"
#include "extract/jkb-read-dates.h"
#include "extract/jkb-read-encryption.h"
#include "extract/jkb-read-organisation.h"
#include "extract/jkb-read-reports.h"
#include "extract/jkb-read-status.h"
#include "extract/jkb-read-type.h"
#include "extract/jkb-split.h"

struct _JkbExtractor
{
  JkbLexicon *lexicon;
};

/* One a field; each adds its facts to the item. They run in this order: later ones use what earlier
 * ones found. */
static void (*const readers[]) (const JkbDoc *doc, JkbItem *item) = {
  jkb_read_organisation,
  jkb_read_counts,
  jkb_read_dates,
  jkb_read_type,
  jkb_read_circumstances,
  jkb_read_data_items,
  jkb_read_status,
  jkb_read_reports,
  jkb_read_encryption,
  jkb_notice_check,
};

static gboolean
check_bytes (const char *data, gsize n_bytes, GError **error)
{
  if (n_bytes > JKB_EXTRACTOR_MAX_BYTES)
    g_set_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_TOO_LARGE, "larger than %u MiB",
                 (guint) (JKB_EXTRACTOR_MAX_BYTES >> 20));
  else if (n_bytes == 0)
    g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_EMPTY, "the file is empty");
  else
    return !jkb_binary_refuse (data, n_bytes, error);
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
  else if (xml != NULL)
    g_set_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_UNSUPPORTED,
                 "this is XML (%s); notices are read from text and HTML", xml);
  else
    return TRUE;
  return FALSE;
}

static JkbPage *
read_page (JkbSource *source, const char *data, gsize n_bytes, GError **error)
{
  guint n_broken;
  g_autofree char *text = jkb_charset_decode (data, n_bytes, &source->charset, &n_broken, error);

  if (text == NULL || !check_text (text, error))
    return NULL;
  if (n_broken > 0)
    g_ptr_array_add (source->notes,
                     g_strdup_printf ("%u stretches of bytes are no %s text", n_broken,
                                      source->charset));
  if (!jkb_html_is_html (text))
    return jkb_page_new (g_steal_pointer (&text));
  source->kind = "html";
  return jkb_html_read (text, strlen (text));
}

static void
read_item (const JkbExtractor *self, JkbItem *item, const JkbDoc *outline)
{
  g_autoptr(JkbDoc) doc = NULL;

  item->lang = jkb_language_of (item->text, strlen (item->text));
  doc = jkb_doc_new_within (self->lexicon, item, outline);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    readers[i] (doc, item);
}

JkbExtractor *
jkb_extractor_new (const char *rules_dir, GError **error)
{
  g_autofree char *dir
      = rules_dir != NULL ? g_strdup (rules_dir) : jkb_paths_data_file ("extract");
  JkbLexicon *lexicon = jkb_lexicon_load (dir, error);
  JkbExtractor *self;

  if (lexicon == NULL)
    return NULL;
  self = g_new0 (JkbExtractor, 1);
  self->lexicon = lexicon;
  return self;
}

void
jkb_extractor_free (JkbExtractor *self)
{
  if (self == NULL)
    return;
  jkb_lexicon_free (self->lexicon);
  g_free (self);
}

JkbSource *
jkb_extractor_read (const JkbExtractor *self, const char *name, GBytes *bytes,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr(JkbSource) source = NULL;
  g_autoptr(JkbPage) page = NULL;
  g_autoptr(JkbDoc) outline = NULL;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  g_return_val_if_fail (self != NULL && name != NULL && bytes != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !check_bytes (data, n_bytes, error))
    return NULL;
  source = jkb_source_new (name, bytes);
  page = read_page (source, data, n_bytes, error);
  if (page == NULL)
    return NULL;
  g_ptr_array_unref (source->items);
  source->items = jkb_split (self->lexicon, page, &outline);
  for (guint i = 0; i < source->items->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      read_item (self, g_ptr_array_index (source->items, i), outline);
    }
  return g_steal_pointer (&source);
}
