/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-read.h"

#include "store/jkb-rows.h"
#include "store/jkb-schema.h"
#include "store/jkb-store-private.h"

#include <string.h>

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* ---- cases ---- */

#define INCIDENT_ROWS JKB_ROWS_INCIDENT ", touched.revision FROM incident" \
                      " LEFT JOIN touched ON touched.incident_id = incident.id"

typedef struct
{
  gint64 *ids;                          /* sorted; NULL for all */
  gsize n_ids;
  gboolean from_bin;
  GPtrArray *incidents;
} LoadIncidents;

static void
free_load_incidents (gpointer data)
{
  LoadIncidents *load = data;

  g_free (load->ids);
  g_clear_pointer (&load->incidents, g_ptr_array_unref);
  g_free (load);
}

static LoadIncidents *
new_load_incidents (const gint64 *ids, gsize n_ids)
{
  LoadIncidents *load = g_new0 (LoadIncidents, 1);

  load->n_ids = n_ids;
  load->ids = ids != NULL ? g_memdup2 (n_ids > 0 ? ids : &(gint64){ 0 }, MAX (n_ids, 1) * sizeof *ids) : NULL;
  load->incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_incident_free);
  if (n_ids > 1)
    qsort (load->ids, n_ids, sizeof *ids, compare_ids);
  return load;
}

static gboolean
read_incidents (JkbDb *db, sqlite3_stmt *row, GPtrArray *incidents, GError **error)
{
  GError *failure = NULL;

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      JkbIncident *incident = jkb_rows_read_incident (row);

      incident->revision = sqlite3_column_int64 (row, JKB_ROWS_N_INCIDENT);
      g_ptr_array_add (incidents, incident);
    }
  return jkb_db_succeed (failure, error);
}

static gboolean
load_all (JkbDb *db, LoadIncidents *load, GError **error)
{
  if (load->from_bin)
    return read_incidents (db, jkb_db_query (db, error, "SELECT " INCIDENT_ROWS
                                             " WHERE binned_us IS NOT NULL AND merged_into IS NULL ORDER BY incident.id", ""),
                           load->incidents, error);
  return read_incidents (db, jkb_db_query (db, error, "SELECT " INCIDENT_ROWS
                                           " WHERE binned_us IS NULL ORDER BY incident.id", ""),
                         load->incidents, error);
}

static gboolean
load_incidents (JkbDb *db, gpointer data, GError **error)
{
  LoadIncidents *load = data;

  if (load->ids == NULL)
    return load_all (db, load, error);
  for (gsize i = 0; i < load->n_ids; i++)
    if (i == 0 || load->ids[i] != load->ids[i - 1])
      {
        sqlite3_stmt *row = jkb_db_query (db, error, "SELECT " INCIDENT_ROWS
                                          " WHERE incident.id = ?1 AND binned_us IS NULL", "i", load->ids[i]);

        if (!read_incidents (db, row, load->incidents, error))
          return FALSE;
      }
  return TRUE;
}

static GPtrArray *
take_incidents (LoadIncidents *load, gboolean good)
{
  GPtrArray *incidents = good ? g_steal_pointer (&load->incidents) : NULL;

  free_load_incidents (load);
  return incidents;
}

GPtrArray *
jkb_store_load_incidents (JkbStore *self, const gint64 *ids, gsize n_ids, GCancellable *cancellable,
                          GError **error)
{
  LoadIncidents *load;

  g_return_val_if_fail (JKB_IS_STORE (self), NULL);

  load = new_load_incidents (ids, n_ids);
  return take_incidents (load, jkb_store_read (self, load_incidents, load, cancellable, error));
}

void
jkb_store_load_incidents_async (JkbStore *self, const gint64 *ids, gsize n_ids, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (JKB_IS_STORE (self));

  jkb_store_read_async (self, load_incidents, new_load_incidents (ids, n_ids), free_load_incidents,
                        cancellable, callback, user_data);
}

GPtrArray *
jkb_store_load_incidents_finish (JkbStore *self, GAsyncResult *result, GError **error)
{
  LoadIncidents *load = jkb_store_end_async (self, load_incidents, result, error);

  return load != NULL ? g_steal_pointer (&load->incidents) : NULL;
}

GPtrArray *
jkb_store_load_bin (JkbStore *self, GCancellable *cancellable, GError **error)
{
  LoadIncidents *load;

  g_return_val_if_fail (JKB_IS_STORE (self), NULL);

  load = new_load_incidents (NULL, 0);
  load->from_bin = TRUE;
  return take_incidents (load, jkb_store_read (self, load_incidents, load, cancellable, error));
}

typedef struct
{
  guint n_cases;
  GPtrArray *incidents;
} LoadLatest;

static gboolean
load_latest (JkbDb *db, gpointer data, GError **error)
{
  LoadLatest *load = data;

  return read_incidents (db, jkb_db_query (db, error, "SELECT " INCIDENT_ROWS " WHERE binned_us IS NULL"
                                           " ORDER BY " JKB_SCHEMA_INCIDENT_DATE " DESC, incident.id LIMIT ?1",
                                           "i", (gint64) load->n_cases),
                         load->incidents, error);
}

GPtrArray *
jkb_store_load_latest (JkbStore *self, guint n_cases, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) incidents = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_incident_free);
  LoadLatest load = { n_cases, incidents };

  g_return_val_if_fail (JKB_IS_STORE (self), NULL);

  return jkb_store_read (self, load_latest, &load, cancellable, error) ? g_steal_pointer (&incidents) : NULL;
}

/* ---- texts ---- */

typedef struct
{
  gint64 *ids;                          /* sorted; NULL for all */
  gsize n_ids;
  JkbStoreTextFunc func;
  gpointer user_data;

  GString *text;                        /* of the case at hand */
  gint64 incident_id;                   /* 0 before the first */
  gint64 revision;
  gboolean stopped;
} EachText;

static void
append_part (GString *text, sqlite3_stmt *row, int column)
{
  int n_bytes = sqlite3_column_bytes (row, column);

  if (n_bytes == 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_len (text, (const char *) sqlite3_column_text (row, column), n_bytes);
}

static void
hand_out (EachText *each)
{
  if (each->incident_id != 0 && !each->stopped)
    each->stopped = !each->func (each->incident_id, each->revision, each->text->str, each->text->len, each->user_data);
  g_string_truncate (each->text, 0);
}

/* A row for each notice, or one without when a case has none; the notes are in each of them. */
static void
take_text_row (EachText *each, sqlite3_stmt *row)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  if (id != each->incident_id)
    {
      hand_out (each);
      each->incident_id = id;
      each->revision = sqlite3_column_int64 (row, 3);
      append_part (each->text, row, 2);
    }
  append_part (each->text, row, 1);
}

static gboolean
read_texts (JkbDb *db, sqlite3_stmt *row, EachText *each, GError **error)
{
  GError *failure = NULL;

  if (row == NULL)
    return FALSE;
  while (!each->stopped && jkb_db_step (db, row, &failure))
    take_text_row (each, row);
  sqlite3_reset (row);
  if (failure == NULL)
    hand_out (each);
  each->incident_id = 0;
  return jkb_db_succeed (failure, error);
}

#define TEXT_ROWS \
  "SELECT incident.id, item.text, incident.notes, touched.revision FROM incident" \
  " LEFT JOIN touched ON touched.incident_id = incident.id" \
  " LEFT JOIN incident_notice ON incident_notice.incident_id = incident.id" \
  " LEFT JOIN item ON item.id = incident_notice.item_id WHERE incident.binned_us IS NULL"

static gboolean
each_text (JkbDb *db, gpointer data, GError **error)
{
  EachText *each = data;

  if (each->ids == NULL)
    return read_texts (db, jkb_db_query (db, error, TEXT_ROWS " ORDER BY incident.id, incident_notice.place,"
                                         " incident_notice.item_id", ""), each, error);
  for (gsize i = 0; i < each->n_ids && !each->stopped; i++)
    if (i == 0 || each->ids[i] != each->ids[i - 1])
      {
        sqlite3_stmt *row = jkb_db_query (db, error, TEXT_ROWS " AND incident.id = ?1 ORDER BY"
                                          " incident_notice.place, incident_notice.item_id", "i",
                                          each->ids[i]);

        if (!read_texts (db, row, each, error))
          return FALSE;
      }
  return TRUE;
}

gboolean
jkb_store_foreach_text (JkbStore *self, const gint64 *ids, gsize n_ids, JkbStoreTextFunc func,
                        gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree gint64 *sorted = ids != NULL ? g_new (gint64, n_ids + 1) : NULL;
  EachText each = { sorted, n_ids, func, user_data, text, 0, 0, FALSE };

  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (n_ids > 0 && ids != NULL)
    {
      memcpy (sorted, ids, n_ids * sizeof *ids);
      qsort (sorted, n_ids, sizeof *ids, compare_ids);
    }
  return jkb_store_read (self, each_text, &each, cancellable, error);
}

/* ---- sources ---- */

typedef struct
{
  gint64 source_id;
  GBytes *bytes;
} LoadSource;

static gboolean
load_source (JkbDb *db, gpointer data, GError **error)
{
  LoadSource *load = data;
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT bytes FROM source WHERE id = ?1", "i",
                                    load->source_id);

  if (row == NULL)
    return FALSE;
  if (jkb_db_step (db, row, &failure))
    {
      const void *bytes = sqlite3_column_blob (row, 0);

      load->bytes = g_bytes_new (bytes, sqlite3_column_bytes (row, 0));
      sqlite3_reset (row);
    }
  return jkb_db_succeed (failure, error);
}

gboolean
jkb_store_load_source (JkbStore *self, gint64 source_id, GBytes **out, GCancellable *cancellable,
                       GError **error)
{
  LoadSource load = { source_id, NULL };
  gboolean good;

  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  good = jkb_store_read (self, load_source, &load, cancellable, error);
  *out = load.bytes;
  return good;
}

/* ---- counts ---- */

static gboolean
count_all (JkbDb *db, gpointer data, GError **error)
{
  JkbStoreCounts *counts = data;
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error,
    "SELECT (SELECT count (*) FROM incident WHERE binned_us IS NULL),"
    " (SELECT count (*) FROM incident WHERE binned_us IS NULL AND review = 'bundled'),"
    " (SELECT count (*) FROM incident WHERE binned_us IS NOT NULL AND merged_into IS NULL),"
    " (SELECT count (*) FROM incident_notice),"
    " (SELECT count (*) FROM item WHERE same_as IS NOT NULL),"
    " (SELECT count (*) FROM item WHERE notice_hash IS NULL),"
    " (SELECT count (*) FROM source), (SELECT count (*) FROM fact)", "");

  if (row == NULL)
    return FALSE;
  if (jkb_db_step (db, row, &failure))
    {
      *counts = (JkbStoreCounts){
        sqlite3_column_int64 (row, 0), sqlite3_column_int64 (row, 1), sqlite3_column_int64 (row, 2),
        sqlite3_column_int64 (row, 3), sqlite3_column_int64 (row, 4), sqlite3_column_int64 (row, 5),
        sqlite3_column_int64 (row, 6), sqlite3_column_int64 (row, 7),
      };
      sqlite3_reset (row);
    }
  return jkb_db_succeed (failure, error);
}

gboolean
jkb_store_count (JkbStore *self, JkbStoreCounts *out, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  return jkb_store_read (self, count_all, out, cancellable, error);
}
