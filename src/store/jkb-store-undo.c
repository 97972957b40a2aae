/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-write.h"

#include "store/jkb-store-private.h"
#include "store/jkb-summary.h"
#include "store/jkb-touched.h"

#include <string.h>

/* Numbers of the first column of all rows. */
static GArray *
collect (JkbDb *db, sqlite3_stmt *row, GError **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *failure = NULL;

  if (row == NULL)
    return NULL;
  while (jkb_db_step (db, row, &failure))
    {
      gint64 id = sqlite3_column_int64 (row, 0);

      g_array_append_val (ids, id);
    }
  return jkb_db_succeed (failure, error) ? g_steal_pointer (&ids) : NULL;
}

/* Lets @heir, the same notice from bytes that stay, stand for the case in place of @item. */
static gboolean
hand_over (JkbDb *db, gint64 item, gint64 heir, GError **error)
{
  return jkb_db_run (db, error, "UPDATE item SET same_as = ?1 WHERE same_as = ?2 AND id <> ?1", "ii", heir, item)
         && jkb_db_run (db, error, "UPDATE incident_notice SET item_id = ?1 WHERE item_id = ?2", "ii", heir, item)
         && jkb_db_run (db, error, "UPDATE item SET notice_hash = NULL WHERE id = ?1", "i", item)
         && jkb_db_run (db, error, "UPDATE item SET same_as = NULL WHERE id = ?1", "i", heir);
}

static gboolean
hand_over_repeated (JkbDb *db, gint64 batch, GError **error)
{
  g_autoptr(GArray) items = collect (db, jkb_db_query (db, error,
    "SELECT item.id FROM item JOIN source ON source.id = source_id"
    " WHERE batch_id = ?1 AND notice_hash IS NOT NULL AND same_as IS NULL", "i", batch), error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      gint64 item = g_array_index (items, gint64, i), heir = 0;

      if (!jkb_db_get_int (db, &heir, error,
                           "SELECT item.id FROM item JOIN source ON source.id = source_id"
                           " WHERE same_as = ?1 AND batch_id <> ?2 ORDER BY item.id LIMIT 1", "ii", item, batch)
          || (heir != 0 && !hand_over (db, item, heir, error)))
        return FALSE;
    }
  return items != NULL;
}

/* The cases that have a notice of the batch, or got another notice in place of one. */
static GArray *
find_cases (JkbDb *db, gint64 batch, GError **error)
{
  return collect (db, jkb_db_query (db, error,
    "SELECT DISTINCT incident_id FROM incident_notice JOIN item ON item.id = item_id"
    " JOIN source ON source.id = source_id WHERE batch_id = ?1", "i", batch), error);
}

static gboolean
settle_case (JkbDb *db, gint64 incident_id, GError **error)
{
  return jkb_touch (db, incident_id, error)
         && jkb_db_run (db, error,
                        "DELETE FROM incident WHERE id = ?1 AND bundled_key IS NULL"
                        " AND NOT EXISTS (SELECT 1 FROM incident_notice WHERE incident_id = ?1)", "i",
                        incident_id)
         && jkb_summary_refresh (db, incident_id, error);
}

static gboolean
undo_batch (JkbDb *db, gpointer data, GError **error)
{
  gint64 batch = *(const gint64 *) data;
  g_autoptr(GArray) cases = find_cases (db, batch, error);

  if (cases == NULL
      || !hand_over_repeated (db, batch, error)
      || !jkb_db_run (db, error, "DELETE FROM source WHERE batch_id = ?1", "i", batch)
      || !jkb_db_run (db, error, "DELETE FROM batch WHERE id = ?1", "i", batch))
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    if (!settle_case (db, g_array_index (cases, gint64, i), error))
      return FALSE;
  return TRUE;
}

gboolean
jkb_store_undo_batch (JkbStore *self, gint64 batch, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);

  return jkb_store_write (self, undo_batch, &batch, cancellable, error);
}

void
jkb_store_undo_batch_async (JkbStore *self, gint64 batch, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (JKB_IS_STORE (self));

  jkb_store_write_async (self, undo_batch, g_memdup2 (&batch, sizeof batch), g_free, cancellable,
                         callback, user_data);
}
