/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-extractor.h"

#include <string.h>

#include "core/jkb-paths.h"
#include "extract/jkb-archive.h"
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
#include "extract/jkb-source-pages.h"
#include "extract/jkb-split.h"

/* Archives within archives. */
#define ARCHIVE_DEPTH_MAX 3

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

static void
read_item (const JkbExtractor *self, JkbItem *item, JkbDoc **outline)
{
  g_autoptr(JkbDoc) doc = *outline != NULL ? jkb_doc_complete (g_steal_pointer (outline))
                                           : jkb_doc_new (self->lexicon, item);

  item->lang = jkb_language_of (item->text, strlen (item->text));
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    readers[i] (doc, item);
}

static gboolean
read_items (const JkbExtractor *self, const JkbPage *page, GPtrArray *items, GCancellable *cancellable,
            GError **error)
{
  g_autoptr(JkbDoc) outline = NULL;
  GPtrArray *found = jkb_split (self->lexicon, page, &outline);
  guint first = items->len;

  g_ptr_array_extend_and_steal (items, found);
  for (guint i = first; i < items->len; i++)
    {
      JkbItem *item = g_ptr_array_index (items, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      item->index = i;
      read_item (self, item, &outline);
    }
  return TRUE;
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

static gboolean
read_source (const JkbExtractor *self, JkbSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) pages = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  pages = jkb_source_pages (source, error);
  if (pages == NULL)
    return FALSE;
  for (guint i = 0; i < pages->len; i++)
    if (!read_items (self, g_ptr_array_index (pages, i), source->items, cancellable, error))
      return FALSE;
  return TRUE;
}

JkbSource *
jkb_extractor_read (const JkbExtractor *self, const char *name, GBytes *bytes,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr(JkbSource) source = NULL;

  g_return_val_if_fail (self != NULL && name != NULL && bytes != NULL, NULL);

  source = jkb_source_new (name, bytes);
  return read_source (self, source, cancellable, error) ? g_steal_pointer (&source) : NULL;
}

/* ---------------------------------------------------------------- archives */

typedef struct
{
  const JkbExtractor *extractor;
  JkbKnownFunc known;
  gpointer known_data;
  GCancellable *cancellable;
  JkbArchiveBudget budget;
  GPtrArray *readings;
} Unfolding;

void
jkb_reading_free (JkbReading *reading)
{
  g_free (reading->name);
  g_clear_pointer (&reading->source, jkb_source_unref);
  g_clear_error (&reading->error);
  g_free (reading);
}

static JkbReading *
add_reading (Unfolding *self, const char *name)
{
  JkbReading *reading = g_new0 (JkbReading, 1);

  reading->name = g_utf8_make_valid (name, -1);
  g_ptr_array_add (self->readings, reading);
  return reading;
}

static void unfold (Unfolding *self, const char *name, GBytes *bytes, guint depth);

static void
unfold_members (Unfolding *self, const char *name, const GPtrArray *members, guint depth)
{
  for (guint i = 0; i < members->len; i++)
    {
      JkbArchiveMember *member = g_ptr_array_index (members, i);
      g_autofree char *path = g_strconcat (name, "/", member->path, NULL);

      if (member->bytes != NULL)
        unfold (self, path, member->bytes, depth + 1);
      else
        add_reading (self, path)->error = g_steal_pointer (&member->error);
      g_clear_pointer (&member->bytes, g_bytes_unref);
    }
}

static void
unfold (Unfolding *self, const char *name, GBytes *bytes, guint depth)
{
  g_autoptr(GPtrArray) members = NULL;
  g_autoptr(GError) error = NULL;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (!jkb_archive_is_archive (data, n_bytes))
    {
      JkbReading *reading = add_reading (self, name);
      g_autoptr(JkbSource) source = jkb_source_new (name, bytes);

      if ((self->known != NULL && self->known (source, self->known_data))
          || read_source (self->extractor, source, self->cancellable, &reading->error))
        reading->source = g_steal_pointer (&source);
      return;
    }
  if (depth >= ARCHIVE_DEPTH_MAX)
    g_set_error (&error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_DAMAGED, "more than %d archives within each other",
                 ARCHIVE_DEPTH_MAX);
  else
    members = jkb_archive_read (bytes, &self->budget, &error);
  if (members == NULL)
    add_reading (self, name)->error = g_steal_pointer (&error);
  else
    unfold_members (self, name, members, depth);
}

GPtrArray *
jkb_extractor_read_all (const JkbExtractor *self, const char *name, GBytes *bytes,
                        JkbKnownFunc known, gpointer user_data, GCancellable *cancellable)
{
  Unfolding unfolding = { self, known, user_data, cancellable, JKB_ARCHIVE_BUDGET,
                          g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_reading_free) };

  g_return_val_if_fail (self != NULL && name != NULL && bytes != NULL, NULL);

  unfold (&unfolding, name, bytes, 0);
  return unfolding.readings;
}
