/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-known.h"

#include "store/jkb-rows.h"
#include "store/jkb-store-private.h"
#include "store/jkb-summary.h"

typedef struct
{
  JkbSource *source;
  gint64 source_id;                     /* 0: not known */
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

      g_ptr_array_add (known->source->items, read_item (row));
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
                                    jkb_source_sha256 (known->source));

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      known->source_id = sqlite3_column_int64 (row, 0);
      known->source->kind = g_intern_string (column_text (row, 1));
      known->source->charset = g_intern_string (column_text (row, 2));
    }
  if (!jkb_db_succeed (failure, error))
    return FALSE;
  if (known->source_id == 0)
    return TRUE;
  if (!load_items (db, known, error))
    return FALSE;
  for (guint i = 0; i < known->item_ids->len; i++)
    {
      JkbItem *item = g_ptr_array_index (known->source->items, i);

      if (!jkb_summary_load_facts (db, g_array_index (known->item_ids, gint64, i), 0, item->facts, NULL, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
jkb_store_load_known (JkbStore *self, const char *name, GBytes *bytes, JkbSource **out,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr(JkbSource) source = NULL;
  g_autoptr(GArray) item_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Known known = { 0 };

  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL && bytes != NULL && out != NULL, FALSE);

  *out = NULL;
  source = jkb_source_new (name, bytes);
  known.source = source;
  known.item_ids = item_ids;
  if (!jkb_store_read (self, load_known, &known, cancellable, error))
    return FALSE;
  if (known.source_id != 0)
    *out = g_steal_pointer (&source);
  return TRUE;
}
