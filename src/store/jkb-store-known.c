/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-known.h"

#include "store/jkb-rows.h"
#include "store/jkb-store-private.h"
#include "store/jkb-summary.h"

typedef struct
{
  const char *sha256;
  gint64 source_id;                     /* 0: not known */
  const char *kind;
  const char *charset;
  GPtrArray *items;
  GArray *item_ids;
} Known;

static const char *
column_text (sqlite3_stmt *row, int column)
{
  return (const char *) sqlite3_column_text (row, column);
}

static JkbItem *
read_item (sqlite3_stmt *row)
{
  JkbItem *item = jkb_item_new (g_strdup (column_text (row, 5)));

  item->index = (guint) sqlite3_column_int64 (row, 1);
  item->serial = g_strdup (column_text (row, 2));
  item->title = g_strdup (column_text (row, 3));
  item->lang = g_intern_string (column_text (row, 4));
  item->set_aside_reason = g_strdup (column_text (row, 6));
  item->is_notice = !sqlite3_column_int (row, 7);
  return item;
}

static gboolean
load_items (JkbDb *db, Known *known, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error,
    "SELECT id, place, serial, title, lang, text, set_aside_reason, notice_hash IS NULL FROM item"
    " WHERE source_id = ?1 ORDER BY place", "i", known->source_id);

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      gint64 item_id = sqlite3_column_int64 (row, 0);

      g_ptr_array_add (known->items, read_item (row));
      g_array_append_val (known->item_ids, item_id);
    }
  return jkb_db_succeed (failure, error);
}

static gboolean
load_known (JkbDb *db, gpointer data, GError **error)
{
  Known *known = data;
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT id, kind, charset FROM source WHERE sha256 = ?1", "t",
                                    known->sha256);

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      known->source_id = sqlite3_column_int64 (row, 0);
      known->kind = g_intern_string (column_text (row, 1));
      known->charset = g_intern_string (column_text (row, 2));
    }
  if (!jkb_db_succeed (failure, error))
    return FALSE;
  if (known->source_id == 0)
    return TRUE;
  if (!load_items (db, known, error))
    return FALSE;
  for (guint i = 0; i < known->item_ids->len; i++)
    {
      JkbItem *item = g_ptr_array_index (known->items, i);

      if (!jkb_summary_load_facts (db, g_array_index (known->item_ids, gint64, i), 0, item->facts, NULL, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
jkb_store_load_known (JkbStore *self, JkbSource *source, gboolean *is_known, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_item_free);
  g_autoptr(GArray) item_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Known known = { .items = items, .item_ids = item_ids };

  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);
  g_return_val_if_fail (source != NULL && is_known != NULL, FALSE);

  known.sha256 = jkb_source_sha256 (source);
  if (!jkb_store_read (self, load_known, &known, cancellable, error))
    return FALSE;
  *is_known = known.source_id != 0;
  if (*is_known)
    {
      source->kind = known.kind;
      source->charset = known.charset;
      g_ptr_array_extend_and_steal (source->items, g_steal_pointer (&items));
    }
  return TRUE;
}

static gboolean
look_for_sources (JkbDb *db, gpointer data, GError **error)
{
  return jkb_db_get_int (db, data, error, "SELECT EXISTS (SELECT 1 FROM source)", "");
}

gboolean
jkb_store_knows_any (JkbStore *self, GCancellable *cancellable)
{
  gint64 knows = 0;

  g_return_val_if_fail (JKB_IS_STORE (self), TRUE);

  return !jkb_store_read (self, look_for_sources, &knows, cancellable, NULL) || knows != 0;
}
