/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-log-private.h"

#include "store/jkb-image.h"
#include "store/jkb-store-lists.h"

/* Undoing a step and doing it again, as jkb-log.c describes: what is in the tables and what is in the log change
 * places. */

typedef struct
{
  gboolean found;
  gint64 id;
  guint table;
  gint64 first;
  gint64 last;
  GBytes *image;                        /* NULL: the rows were not there */
} Entry;

static void
clear_entry (Entry *entry)
{
  g_clear_pointer (&entry->image, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, clear_entry)

static GBytes *
copy_blob (sqlite3_stmt *row, int column)
{
  const void *bytes = sqlite3_column_blob (row, column);

  return sqlite3_column_type (row, column) == SQLITE_NULL
         ? NULL : g_bytes_new (bytes, sqlite3_column_bytes (row, column));
}

static gboolean
fail_damaged (JkbDb *db, GError **error)
{
  g_set_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_DAMAGED, "%s: the log of changes is damaged", db->path);
  return FALSE;
}

/* The entry next to @limit, in the order of the walk. */
static gboolean
load_next (JkbDb *db, gint64 batch, gboolean undo, gint64 limit, Entry *entry, GError **error)
{
  GError *failure = NULL;
  gboolean good = TRUE;
  sqlite3_stmt *row = undo
    ? jkb_db_query (db, error, "SELECT id, table_name, first_id, last_id, image FROM change_row"
                    " WHERE batch_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT 1", "ii", batch, limit)
    : jkb_db_query (db, error, "SELECT id, table_name, first_id, last_id, image FROM change_row"
                    " WHERE batch_id = ?1 AND id > ?2 ORDER BY id LIMIT 1", "ii", batch, limit);

  if (row == NULL)
    return FALSE;
  if (jkb_db_step (db, row, &failure))
    {
      entry->found = TRUE;
      entry->id = sqlite3_column_int64 (row, 0);
      good = jkb_log_find_table ((const char *) sqlite3_column_text (row, 1), &entry->table);
      entry->first = sqlite3_column_int64 (row, 2);
      entry->last = sqlite3_column_int64 (row, 3);
      entry->image = copy_blob (row, 4);
      sqlite3_reset (row);
    }
  return good ? jkb_db_succeed (failure, error) : fail_damaged (db, error);
}

static gboolean
load_image (JkbDb *db, guint table, gint64 row_id, GBytes **image, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, db->log->select_sql[table], "i", row_id);

  if (row == NULL)
    return FALSE;
  if (jkb_db_step (db, row, &failure))
    {
      *image = copy_blob (row, 0);
      sqlite3_reset (row);
    }
  return jkb_db_succeed (failure, error);
}

static gboolean
put_image (JkbDb *db, guint table, GBytes *image, GError **error)
{
  g_autofree char *types = g_strnfill (jkb_log_count_columns (&jkb_log_tables[table]), 'n');
  sqlite3_stmt *row = jkb_db_query (db, error, db->log->insert_sql[table], types);

  if (row == NULL)
    return FALSE;
  return jkb_image_bind (image, row, jkb_log_count_columns (&jkb_log_tables[table])) ? jkb_db_finish (db, row, error)
                                                                     : fail_damaged (db, error);
}

/* Keeps what was taken out of the table under a number that makes the way back the mirror of the way
 * here: below all others when going back, above them when going forward. */
static gboolean
keep_image (JkbDb *db, gint64 batch, gboolean undo, guint table, gint64 row_id, GBytes *image, GError **error)
{
  gsize n_bytes = 0;
  gconstpointer bytes = image != NULL ? g_bytes_get_data (image, &n_bytes) : NULL;

  if (undo)
    return jkb_db_run (db, error,
                       "INSERT INTO change_row (id, batch_id, table_name, first_id, last_id, image) VALUES"
                       " ((SELECT coalesce (min (id), 0) - 1 FROM change_row), ?1, ?2, ?3, ?3, nullif (?4, x''))",
                       "itib", batch, jkb_log_tables[table].name, row_id, bytes, n_bytes);
  return jkb_db_run (db, error,
                     "INSERT INTO change_row (id, batch_id, table_name, first_id, last_id, image) VALUES"
                     " ((SELECT coalesce (max (id), 0) + 1 FROM change_row), ?1, ?2, ?3, ?3, nullif (?4, x''))",
                     "itib", batch, jkb_log_tables[table].name, row_id, bytes, n_bytes);
}

/* The two cases of a row of `different`, while it is there. */
static gboolean
note_pair (JkbDb *db, gint64 row_id, GArray *incidents, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT incident_id, other_id FROM different WHERE id = ?1", "i",
                                    row_id);

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      gint64 pair[] = { sqlite3_column_int64 (row, 0), sqlite3_column_int64 (row, 1) };

      g_array_append_vals (incidents, pair, G_N_ELEMENTS (pair));
    }
  return jkb_db_succeed (failure, error);
}

static gboolean
put_row (JkbDb *db, const Entry *entry, gint64 row_id, GError **error)
{
  return entry->image != NULL ? put_image (db, entry->table, entry->image, error)
                              : jkb_db_run (db, error, db->log->delete_sql[entry->table], "i", row_id);
}

static gboolean
swap_row (JkbDb *db, gint64 batch, gboolean undo, const Entry *entry, gint64 row_id, GArray *incidents,
          GError **error)
{
  g_autoptr(GBytes) present = NULL;

  if (!load_image (db, entry->table, row_id, &present, error)
      || !keep_image (db, batch, undo, entry->table, row_id, present, error))
    return FALSE;
  if (entry->table == JKB_LOG_INCIDENT)
    g_array_append_val (incidents, row_id);
  else if (entry->table >= JKB_LOG_LIST)
    g_array_append_vals (incidents, &(gint64){ JKB_STORE_LISTS_ID }, 1);
  if (entry->table != JKB_LOG_DIFFERENT)
    return put_row (db, entry, row_id, error);
  return note_pair (db, row_id, incidents, error) && put_row (db, entry, row_id, error)
         && note_pair (db, row_id, incidents, error);
}

static gboolean
swap_entry (JkbDb *db, gint64 batch, gboolean undo, const Entry *entry, GArray *incidents, GError **error)
{
  for (gint64 id = entry->last; id >= entry->first; id--)
    if (!swap_row (db, batch, undo, entry, id, incidents, error))
      return FALSE;
  return jkb_db_run (db, error, "DELETE FROM change_row WHERE id = ?1", "i", entry->id);
}

gboolean
jkb_log_swap (JkbDb *db, gint64 batch, gboolean undo, GArray *incidents, GError **error)
{
  gint64 first = 0, last = 0, at;

  g_assert (db->log->batch == 0);
  /* The entries that are there now; those that are made on the way lie outside. */
  if (!jkb_db_get_int (db, &first, error, "SELECT min (id) FROM change_row WHERE batch_id = ?1", "i", batch)
      || !jkb_db_get_int (db, &last, error, "SELECT max (id) FROM change_row WHERE batch_id = ?1", "i", batch)
      || !jkb_db_run (db, error, "PRAGMA defer_foreign_keys = ON", ""))
    return FALSE;
  at = undo ? last + 1 : first - 1;
  for (;;)
    {
      g_auto(Entry) entry = { 0 };

      if (!load_next (db, batch, undo, at, &entry, error))
        return FALSE;
      if (!entry.found || entry.id < first || entry.id > last)
        return TRUE;
      if (!swap_entry (db, batch, undo, &entry, incidents, error))
        return FALSE;
      at = entry.id;
    }
}
