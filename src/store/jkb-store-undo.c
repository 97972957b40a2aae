/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-write.h"

#include "store/jkb-log.h"
#include "store/jkb-store-merge.h"
#include "store/jkb-store-private.h"
#include "store/jkb-summary.h"
#include "store/jkb-touched.h"

#include <string.h>

/* ---- taking back an import that was not the last step ---- */

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
         && jkb_db_run (db, error, "INSERT INTO incident_notice (item_id, incident_id, place, home)"
                        " SELECT ?1, incident_id, place, home FROM incident_notice WHERE item_id = ?2", "ii", heir, item)
         && jkb_db_run (db, error, "DELETE FROM incident_notice WHERE item_id = ?1", "i", item)
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
         && jkb_store_merge_release (db, incident_id, error)
         && jkb_db_run (db, error,
                        "DELETE FROM incident WHERE id = ?1 AND bundled_key IS NULL"
                        " AND NOT EXISTS (SELECT 1 FROM incident_notice WHERE incident_id = ?1)", "i",
                        incident_id)
         && jkb_db_run (db, error,
                        "UPDATE incident SET review = 'bundled' WHERE id = ?1 AND bundled_key IS NOT NULL"
                        " AND review = 'unread'"
                        " AND NOT EXISTS (SELECT 1 FROM incident_notice WHERE incident_id = ?1)", "i",
                        incident_id)
         && jkb_summary_refresh (db, incident_id, error);
}

static gboolean
remove_import (JkbDb *db, gint64 batch, GError **error)
{
  g_autoptr(GArray) cases = find_cases (db, batch, error);

  if (cases == NULL
      || !jkb_log_begin (db, jkb_log_new_batch (), jkb_step_nick (JKB_STEP_REMOVE_IMPORT), error)
      || !hand_over_repeated (db, batch, error)
      || !jkb_db_run (db, error, "DELETE FROM source WHERE batch_id = ?1", "i", batch))
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    if (!settle_case (db, g_array_index (cases, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* ---- steps ---- */

static const char *const step_nicks[JKB_N_STEPS] = {
  "none", "import", "remove-import", "fact", "value", "detail", "reviewed", "delete", "restore",
  "merge", "take-apart", "split", "different", "erase", "several", "lists",
};

const char *
jkb_step_nick (JkbStepKind kind)
{
  g_return_val_if_fail (kind < JKB_N_STEPS, NULL);

  return step_nicks[kind];
}

static gboolean
find_undo (JkbDb *db, gint64 *batch, GError **error)
{
  return jkb_db_get_int (db, batch, error,
                         "SELECT id FROM batch WHERE undone = 0"
                         " AND EXISTS (SELECT 1 FROM change_row WHERE batch_id = batch.id)"
                         " ORDER BY place DESC LIMIT 1", "");
}

static gboolean
find_redo (JkbDb *db, gint64 *batch, GError **error)
{
  return jkb_db_get_int (db, batch, error, "SELECT id FROM batch WHERE undone = 1 ORDER BY place LIMIT 1", "");
}

static gboolean
move (JkbDb *db, gint64 batch, gboolean undo, GError **error)
{
  g_autoptr(GArray) incidents = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!jkb_log_swap (db, batch, undo, incidents, error)
      || !jkb_db_run (db, error, "UPDATE batch SET undone = ?1 WHERE id = ?2", "ii", (gint64) undo, batch))
    return FALSE;
  for (guint i = 0; i < incidents->len; i++)
    if (!jkb_touch (db, g_array_index (incidents, gint64, i), error)
        || !jkb_summary_refresh (db, g_array_index (incidents, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
undo_last (JkbDb *db, gpointer data, GError **error)
{
  gint64 batch = 0;

  return find_undo (db, &batch, error) && (batch == 0 || move (db, batch, TRUE, error));
}

static gboolean
redo_next (JkbDb *db, gpointer data, GError **error)
{
  gint64 batch = 0;

  return find_redo (db, &batch, error) && (batch == 0 || move (db, batch, FALSE, error));
}

static gboolean
undo_batch (JkbDb *db, gpointer data, GError **error)
{
  gint64 batch = *(const gint64 *) data, last = 0, is_there = 0;

  if (!find_undo (db, &last, error))
    return FALSE;
  if (batch == last)
    return move (db, batch, TRUE, error);
  return jkb_db_get_int (db, &is_there, error, "SELECT EXISTS (SELECT 1 FROM source WHERE batch_id = ?1)", "i", batch)
         && (!is_there || remove_import (db, batch, error));
}

/* ---- which steps there are ---- */

typedef struct
{
  JkbStep *undo;
  JkbStep *redo;
} LoadSteps;

static JkbStepKind
find_kind (const char *nick)
{
  for (int i = 0; i < JKB_N_STEPS; i++)
    if (strcmp (step_nicks[i], nick) == 0)
      return i;
  return JKB_STEP_SEVERAL;
}

static gboolean
load_step (JkbDb *db, gint64 batch, JkbStep *step, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT kind, begun_us FROM batch WHERE id = ?1", "i", batch);

  *step = (JkbStep){ 0 };
  if (row == NULL)
    return FALSE;
  if (jkb_db_step (db, row, &failure))
    {
      *step = (JkbStep){ batch, find_kind ((const char *) sqlite3_column_text (row, 0)),
                         sqlite3_column_int64 (row, 1) };
      sqlite3_reset (row);
    }
  return jkb_db_succeed (failure, error);
}

static gboolean
load_steps (JkbDb *db, gpointer data, GError **error)
{
  const LoadSteps *load = data;
  gint64 undo = 0, redo = 0;

  return find_undo (db, &undo, error) && find_redo (db, &redo, error)
         && load_step (db, undo, load->undo, error) && load_step (db, redo, load->redo, error);
}

gboolean
jkb_store_load_steps (JkbStore *self, JkbStep *undo, JkbStep *redo, GCancellable *cancellable, GError **error)
{
  LoadSteps load = { undo, redo };

  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);
  g_return_val_if_fail (undo != NULL && redo != NULL, FALSE);

  return jkb_store_read (self, load_steps, &load, cancellable, error);
}

gboolean
jkb_store_undo (JkbStore *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);

  return jkb_store_write (self, undo_last, NULL, cancellable, error);
}

void
jkb_store_undo_async (JkbStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (JKB_IS_STORE (self));

  jkb_store_write_async (self, undo_last, NULL, NULL, cancellable, callback, user_data);
}

gboolean
jkb_store_redo (JkbStore *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);

  return jkb_store_write (self, redo_next, NULL, cancellable, error);
}

void
jkb_store_redo_async (JkbStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (JKB_IS_STORE (self));

  jkb_store_write_async (self, redo_next, NULL, NULL, cancellable, callback, user_data);
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
