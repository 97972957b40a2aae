/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-index.h"

#include <string.h>

#include "store/jkb-store-private.h"

typedef struct
{
  guint piece;
  const char *made_of;
  GBytes *cases;
  GBytes *postings;
} Keeping;

static gboolean
keep (JkbDb *db, gpointer data, GError **error)
{
  const Keeping *keeping = data;
  gsize n_cases, n_postings;
  gconstpointer cases = g_bytes_get_data (keeping->cases, &n_cases);
  gconstpointer postings = g_bytes_get_data (keeping->postings, &n_postings);

  return jkb_db_run (db, error, "INSERT OR REPLACE INTO text_index (id, made_of, cases, postings)"
                     " VALUES (?1, ?2, ?3, ?4)", "itbb", (gint64) keeping->piece, keeping->made_of, cases, n_cases,
                     postings, n_postings);
}

gboolean
jkb_store_keep_index (JkbStore *self, guint piece, const char *made_of, GBytes *cases, GBytes *postings,
                      GCancellable *cancellable, GError **error)
{
  Keeping keeping = { piece, made_of, cases, postings };

  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);
  g_return_val_if_fail (made_of != NULL && cases != NULL && postings != NULL, FALSE);

  return jkb_store_write (self, keep, &keeping, cancellable, error);
}

typedef struct
{
  const char *made_of;
  GPtrArray *pieces;
} Loading;

static void
free_kept (gpointer data)
{
  JkbKeptIndex *kept = data;

  g_bytes_unref (kept->cases);
  g_bytes_unref (kept->postings);
  g_free (kept);
}

static GBytes *
column_bytes (sqlite3_stmt *row, int column)
{
  gconstpointer bytes = sqlite3_column_blob (row, column);

  return g_bytes_new (bytes, (gsize) sqlite3_column_bytes (row, column));
}

static gboolean
load (JkbDb *db, gpointer data, GError **error)
{
  Loading *loading = data;
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT id, made_of, cases, postings FROM text_index ORDER BY id", "");

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      JkbKeptIndex *kept;

      if (sqlite3_column_int64 (row, 0) != loading->pieces->len
          || strcmp ((const char *) sqlite3_column_text (row, 1), loading->made_of) != 0)
        break;
      kept = g_new (JkbKeptIndex, 1);
      kept->cases = column_bytes (row, 2);
      kept->postings = column_bytes (row, 3);
      g_ptr_array_add (loading->pieces, kept);
    }
  sqlite3_reset (row);
  return jkb_db_succeed (failure, error);
}

GPtrArray *
jkb_store_load_index (JkbStore *self, const char *made_of, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) pieces = g_ptr_array_new_with_free_func (free_kept);
  Loading loading = { made_of, pieces };

  g_return_val_if_fail (JKB_IS_STORE (self), NULL);
  g_return_val_if_fail (made_of != NULL, NULL);

  return jkb_store_read (self, load, &loading, cancellable, error) ? g_steal_pointer (&pieces) : NULL;
}
