/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-write.h"

#include "core/jkb-incident-facts.h"
#include "core/jkb-normal.h"
#include "store/jkb-log.h"
#include "store/jkb-rows.h"
#include "store/jkb-store-chain.h"
#include "store/jkb-store-private.h"
#include "store/jkb-summary.h"
#include "store/jkb-touched.h"

#include <string.h>

#define N_HASH_BYTES 32

typedef struct
{
  JkbSource *source;
  gint64 batch;
  guint8 *hashes;                       /* N_HASH_BYTES for each item, made before the writer is asked */
  GArray *added;
} Addition;

typedef struct
{
  GPtrArray *additions;
  gboolean done;
} Trial;

/* ---- what makes two notices the same ---- */

/* Pages that reprint a notice differ in width, blanks and line breaks; words and their order stay. */
static void
hash_text (GChecksum *checksum, const char *text)
{
  g_autofree char *normal = jkb_normal_string (text != NULL ? text : "",
                                               JKB_NORMAL_READING | JKB_NORMAL_LOWER);
  gsize n_bytes = 0;

  for (const char *c = normal; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      normal[n_bytes++] = *c;
  /* The NUL goes along, so that two texts cannot lend each other a character. */
  normal[n_bytes++] = '\0';
  g_checksum_update (checksum, (const guint8 *) normal, n_bytes);
}

static void
hash_notice (const JkbItem *item, guint8 *hash)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize n_bytes = N_HASH_BYTES;

  hash_text (checksum, jkb_item_value (item, JKB_FIELD_ORGANISATION));
  hash_text (checksum, item->title);
  hash_text (checksum, item->text);
  g_checksum_get_digest (checksum, hash, &n_bytes);
}

static void
clear_added (gpointer data)
{
  JkbAddedItem *added = data;

  g_clear_pointer (&added->changes, g_ptr_array_unref);
}

static Addition *
new_addition (JkbSource *source, gint64 batch)
{
  Addition *addition = g_new0 (Addition, 1);

  addition->source = jkb_source_ref (source);
  addition->batch = batch;
  addition->hashes = g_new0 (guint8, N_HASH_BYTES * MAX (source->items->len, 1));
  addition->added = g_array_new (FALSE, FALSE, sizeof (JkbAddedItem));
  g_array_set_clear_func (addition->added, clear_added);
  for (guint i = 0; i < source->items->len; i++)
    {
      const JkbItem *item = g_ptr_array_index (source->items, i);

      if (item->is_notice)
        hash_notice (item, addition->hashes + N_HASH_BYTES * i);
    }
  return addition;
}

static void
free_addition (gpointer data)
{
  Addition *addition = data;

  jkb_source_unref (addition->source);
  g_free (addition->hashes);
  g_clear_pointer (&addition->added, g_array_unref);
  g_free (addition);
}

/* ---- bytes that are known ---- */

/* Takes the items as they were when the bytes first came. */
static gboolean
report_known (JkbDb *db, Addition *addition, gint64 source_id, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error,
    "SELECT item.place, item.notice_hash IS NULL, incident.id, incident.binned_us IS NOT NULL FROM item"
    " LEFT JOIN incident_notice ON item_id = coalesce (item.same_as, item.id)"
    " LEFT JOIN incident ON incident.id = incident_id WHERE source_id = ?1 ORDER BY item.place", "i",
    source_id);

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      JkbAddedItem item = {
        .index = sqlite3_column_int (row, 0),
        .outcome = sqlite3_column_int (row, 1) ? JKB_OUTCOME_SET_ASIDE
                   : sqlite3_column_int (row, 3) ? JKB_OUTCOME_IN_BIN : JKB_OUTCOME_KNOWN,
        .incident_id = sqlite3_column_int64 (row, 2),
      };

      g_array_append_val (addition->added, item);
    }
  return jkb_db_succeed (failure, error);
}

/* ---- new bytes ---- */

static char *
join_notes (const JkbSource *source)
{
  g_autoptr(GString) notes = g_string_new (NULL);

  for (guint i = 0; i < source->notes->len; i++)
    g_string_append_printf (notes, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (source->notes, i));
  return notes->len > 0 ? g_string_free (g_steal_pointer (&notes), FALSE) : NULL;
}

static gboolean
insert_source (JkbDb *db, const Addition *addition, gint64 *source_id, GError **error)
{
  const JkbSource *source = addition->source;
  gint64 now_us = g_get_real_time ();
  g_autofree char *notes = join_notes (source);
  gconstpointer bytes;
  gsize n_bytes;

  bytes = g_bytes_get_data (source->bytes, &n_bytes);
  if (!jkb_log_begin (db, addition->batch, "import", error)
      || !jkb_db_run (db, error,
                      "INSERT INTO source (batch_id, sha256, name, kind, charset, imported_us, notes, bytes)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", "ittttitb", addition->batch,
                      jkb_source_sha256 (source), source->name, source->kind, source->charset, now_us, notes, bytes,
                      n_bytes))
    return FALSE;
  *source_id = sqlite3_last_insert_rowid (db->handle);
  return TRUE;
}

typedef struct
{
  gint64 item_id;                       /* 0: there is none */
  gint64 incident_id;
  gboolean binned;
} SameNotice;

static gboolean
find_same_notice (JkbDb *db, const guint8 *hash, SameNotice *same, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error,
    "SELECT item.id, incident.id, incident.binned_us IS NOT NULL FROM item"
    " JOIN incident_notice ON item_id = item.id JOIN incident ON incident.id = incident_id"
    " WHERE notice_hash = ?1 AND same_as IS NULL", "b", hash, (gsize) N_HASH_BYTES);

  if (row == NULL)
    return FALSE;
  if (jkb_db_step (db, row, &failure))
    {
      *same = (SameNotice){ sqlite3_column_int64 (row, 0), sqlite3_column_int64 (row, 1),
                            sqlite3_column_int (row, 2) };
      sqlite3_reset (row);
    }
  return jkb_db_succeed (failure, error);
}

static gboolean
insert_item (JkbDb *db, gint64 source_id, const JkbItem *item, const guint8 *hash, gint64 same_as,
             gint64 *item_id, GError **error)
{
  if (!jkb_db_run (db, error,
                   "INSERT INTO item (source_id, place, serial, title, lang, set_aside_reason, notice_hash,"
                   " same_as, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif (?7, x''), nullif (?8, 0), ?9)",
                   "iittttbit", source_id, (gint64) item->index, item->serial, item->title, item->lang,
                   item->set_aside_reason, hash, item->is_notice ? (gsize) N_HASH_BYTES : (gsize) 0,
                   same_as, item->text))
    return FALSE;
  *item_id = sqlite3_last_insert_rowid (db->handle);
  for (guint i = 0; i < item->facts->len; i++)
    if (!jkb_rows_add_fact (db, *item_id, 0, i, g_ptr_array_index (item->facts, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
is_link (const char *name)
{
  return g_str_has_prefix (name, "https://") || g_str_has_prefix (name, "http://");
}

/* Names of one organisation differ in width, blanks and legal form; one is then part of the other. */
static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *x = jkb_normal_string (a, JKB_NORMAL_READING | JKB_NORMAL_LOWER);
  g_autofree char *y = jkb_normal_string (b, JKB_NORMAL_READING | JKB_NORMAL_LOWER);

  return *x != '\0' && *y != '\0' && (strstr (x, y) != NULL || strstr (y, x) != NULL);
}

/* A bundled case that the notice tells of: the same serial number, the same organisation, and no
 * notice yet. Its facts then stand beside those of the notice, and it is not counted twice. */
static gboolean
find_bundled_case (JkbDb *db, const JkbItem *item, gint64 *incident_id, GError **error)
{
  const char *organisation = jkb_item_value (item, JKB_FIELD_ORGANISATION);
  GError *failure = NULL;
  sqlite3_stmt *row;

  *incident_id = 0;
  if (item->serial == NULL || organisation == NULL)
    return TRUE;
  row = jkb_db_query (db, error,
                      "SELECT id, organisation FROM incident WHERE bundled_key IS NOT NULL AND key = ?1"
                      " AND binned_us IS NULL AND organisation IS NOT NULL"
                      " AND NOT EXISTS (SELECT 1 FROM incident_notice WHERE incident_id = incident.id)",
                      "t", item->serial);
  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    if (*incident_id == 0
        && is_same_name ((const char *) sqlite3_column_text (row, 1), organisation))
      *incident_id = sqlite3_column_int64 (row, 0);
  return jkb_db_succeed (failure, error);
}

static gboolean
join_bundled_case (JkbDb *db, gint64 item_id, gint64 incident_id, GError **error)
{
  return jkb_db_run (db, error,
                     "INSERT INTO incident_notice (item_id, incident_id, place) VALUES (?1, ?2, 0)", "ii",
                     item_id, incident_id)
         && jkb_db_run (db, error, "UPDATE incident SET review = 'unread' WHERE id = ?1 AND review = 'bundled'",
                        "i", incident_id)
         && jkb_summary_refresh (db, incident_id, error);
}

static gboolean
make_incident (JkbDb *db, const JkbSource *source, const JkbItem *item, gint64 item_id,
               gint64 *incident_id, GError **error)
{
  g_autoptr(JkbIncident) incident = jkb_incident_from_item (item);

  incident->source_kind = g_strdup (source->kind);
  incident->source_uri = is_link (source->name) ? g_strdup (source->name) : NULL;
  if (!jkb_rows_write_incident (db, incident, error)
      || !jkb_db_run (db, error, "INSERT INTO incident_notice (item_id, incident_id, place) VALUES (?1, ?2, 0)",
                      "ii", item_id, incident->id))
    return FALSE;
  *incident_id = incident->id;
  return jkb_touch (db, incident->id, error);
}

/* A case of its own, a further report of a case, or the first notice of a bundled one. */
static gboolean
place_notice (JkbDb *db, const Addition *addition, const JkbItem *item, gint64 item_id, const JkbChainLink *link,
              JkbAddedItem *added, GError **error)
{
  added->outcome = JKB_OUTCOME_NEW;
  if (!find_bundled_case (db, item, &added->incident_id, error))
    return FALSE;
  if (added->incident_id != 0)
    {
      added->outcome = JKB_OUTCOME_BUNDLED;
      return join_bundled_case (db, item_id, added->incident_id, error);
    }
  if (link->verdict != JKB_CHAIN_GOES_ON)
    return make_incident (db, addition->source, item, item_id, &added->incident_id, error);
  added->outcome = JKB_OUTCOME_FOLLOW_UP;
  added->incident_id = link->incident_id;
  return jkb_store_chain_join (db, item_id, item, link->incident_id, &added->changes, error);
}

static gboolean
add_item (JkbDb *db, Addition *addition, gint64 source_id, guint index, GError **error)
{
  const JkbItem *item = g_ptr_array_index (addition->source->items, index);
  const guint8 *hash = addition->hashes + N_HASH_BYTES * index;
  JkbAddedItem added = { .index = index, .outcome = JKB_OUTCOME_SET_ASIDE };
  JkbChainLink link = { JKB_CHAIN_APART, 0, 0 };
  SameNotice same = { 0 };
  gint64 item_id;

  if (item->is_notice
      && (!find_same_notice (db, hash, &same, error)
          || (same.item_id == 0 && !jkb_store_chain_find (db, item, &link, error))))
    return FALSE;
  if (link.verdict == JKB_CHAIN_SAME)
    same = (SameNotice){ link.item_id, link.incident_id, FALSE };
  if (!insert_item (db, source_id, item, hash, same.item_id, &item_id, error))
    return FALSE;
  if (same.item_id != 0)
    {
      added.outcome = same.binned ? JKB_OUTCOME_IN_BIN : JKB_OUTCOME_SAME_NOTICE;
      added.incident_id = same.incident_id;
    }
  else if (item->is_notice && !place_notice (db, addition, item, item_id, &link, &added, error))
    {
      g_clear_pointer (&added.changes, g_ptr_array_unref);
      return FALSE;
    }
  g_array_append_val (addition->added, added);
  return TRUE;
}

static gboolean
add_one (JkbDb *db, Addition *addition, GError **error)
{
  gint64 source_id = 0;

  if (!jkb_db_get_int (db, &source_id, error, "SELECT id FROM source WHERE sha256 = ?1", "t",
                       jkb_source_sha256 (addition->source)))
    return FALSE;
  if (source_id != 0)
    return report_known (db, addition, source_id, error);
  if (!insert_source (db, addition, &source_id, error))
    return FALSE;
  for (guint i = 0; i < addition->source->items->len; i++)
    if (!add_item (db, addition, source_id, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_sources (JkbDb *db, gpointer data, GError **error)
{
  GPtrArray *additions = data;

  for (guint i = 0; i < additions->len; i++)
    if (!add_one (db, g_ptr_array_index (additions, i), error))
      return FALSE;
  return TRUE;
}

gint64
jkb_store_new_batch (JkbStore *self)
{
  g_return_val_if_fail (JKB_IS_STORE (self), 0);

  return jkb_log_new_batch ();
}

static GPtrArray *
new_additions (JkbSource *const *sources, guint n_sources, gint64 batch)
{
  GPtrArray *additions = g_ptr_array_new_with_free_func (free_addition);

  for (guint i = 0; i < n_sources; i++)
    g_ptr_array_add (additions, new_addition (sources[i], batch));
  return additions;
}

static void
free_additions (gpointer data)
{
  g_ptr_array_unref (data);
}

static GArray *
take_added (GPtrArray *additions, guint index)
{
  Addition *addition = g_ptr_array_index (additions, index);

  return g_steal_pointer (&addition->added);
}

static GPtrArray *
take_all_added (GPtrArray *additions)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < additions->len; i++)
    g_ptr_array_add (all, take_added (additions, i));
  return all;
}

GPtrArray *
jkb_store_add_sources (JkbStore *self, JkbSource *const *sources, guint n_sources, gint64 batch,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) additions = NULL;

  g_return_val_if_fail (JKB_IS_STORE (self), NULL);
  g_return_val_if_fail ((sources != NULL || n_sources == 0) && batch > 0, NULL);

  additions = new_additions (sources, n_sources, batch);
  return jkb_store_write (self, add_sources, additions, cancellable, error) ? take_all_added (additions) : NULL;
}

/* The same as adding, in a transaction that fails at its end and so leaves nothing behind. */
static gboolean
try_sources (JkbDb *db, gpointer data, GError **error)
{
  Trial *trial = data;

  if (!add_sources (db, trial->additions, error))
    return FALSE;
  trial->done = TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "a trial");
  return FALSE;
}

GPtrArray *
jkb_store_try_sources (JkbStore *self, JkbSource *const *sources, guint n_sources, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr(GPtrArray) additions = NULL;
  g_autoptr(GError) failure = NULL;
  Trial trial = { 0 };

  g_return_val_if_fail (JKB_IS_STORE (self), NULL);
  g_return_val_if_fail (sources != NULL || n_sources == 0, NULL);

  additions = new_additions (sources, n_sources, jkb_store_new_batch (self));
  trial.additions = additions;
  jkb_store_write (self, try_sources, &trial, cancellable, &failure);
  if (trial.done)
    return take_all_added (additions);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GArray *
jkb_store_add_source (JkbStore *self, JkbSource *source, gint64 batch, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr(GPtrArray) additions = NULL;

  g_return_val_if_fail (JKB_IS_STORE (self), NULL);
  g_return_val_if_fail (source != NULL && batch > 0, NULL);

  additions = new_additions (&source, 1, batch);
  return jkb_store_write (self, add_sources, additions, cancellable, error) ? take_added (additions, 0) : NULL;
}

void
jkb_store_add_source_async (JkbStore *self, JkbSource *source, gint64 batch, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (JKB_IS_STORE (self));
  g_return_if_fail (source != NULL && batch > 0);

  jkb_store_write_async (self, add_sources, new_additions (&source, 1, batch), free_additions, cancellable,
                         callback, user_data);
}

GArray *
jkb_store_add_source_finish (JkbStore *self, GAsyncResult *result, GError **error)
{
  GPtrArray *additions = jkb_store_end_async (self, add_sources, result, error);

  return additions != NULL ? take_added (additions, 0) : NULL;
}
