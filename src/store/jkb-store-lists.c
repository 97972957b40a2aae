/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-lists.h"

#include "store/jkb-history.h"
#include "store/jkb-log.h"
#include "store/jkb-store-merge.h"
#include "store/jkb-store-private.h"
#include "store/jkb-store-write.h"
#include "store/jkb-touched.h"

static const char *const kind_nicks[] = { "search", "collection" };

void
jkb_list_free (JkbList *list)
{
  if (list == NULL)
    return;
  g_free (list->name);
  g_free (list->filter);
  g_free (list->sort);
  g_array_unref (list->cases);
  g_free (list);
}

/* ---- writing ---- */

typedef struct
{
  JkbListEdit edit;
  gint64 list_id;                       /* what jkb_store_edit_lists() tells */
} Change;

static gboolean
has_name (const JkbListEdit *edit)
{
  g_autofree char *bare = g_strstrip (g_strdup (edit->name != NULL ? edit->name : ""));

  return *bare != '\0' && g_utf8_validate (edit->name, -1, NULL);
}

static gboolean
require_list (JkbDb *db, const JkbListEdit *edit, GError **error)
{
  gboolean is_about_cases = edit->kind == JKB_LIST_INCLUDE || edit->kind == JKB_LIST_EXCLUDE;
  gint64 found = 0;

  return jkb_db_get_int (db, &found, error, "SELECT EXISTS (SELECT 1 FROM list WHERE id = ?1"
                         " AND (kind = 'collection' OR NOT ?2))", "ii", edit->list_id, (gint64) is_about_cases)
         && (found || jkb_store_refuse (db, error, "the list is gone"));
}

static gboolean
include_case (JkbDb *db, gint64 list_id, gint64 incident_id, GError **error)
{
  gint64 found = 0;

  return jkb_db_get_int (db, &found, error, "SELECT EXISTS (SELECT 1 FROM incident WHERE id = ?1)", "i", incident_id)
         && (found || jkb_store_refuse (db, error, "the case is gone"))
         && jkb_store_merge_require_own (db, incident_id, error)
         && jkb_db_run (db, error, "INSERT INTO list_case (list_id, incident_id) VALUES (?1, ?2)"
                        " ON CONFLICT DO NOTHING", "ii", list_id, incident_id);
}

static gboolean
change_cases (JkbDb *db, const JkbListEdit *edit, gint64 list_id, GError **error)
{
  for (gsize i = 0; i < edit->n_cases; i++)
    if (edit->kind == JKB_LIST_EXCLUDE
        ? !jkb_db_run (db, error, "DELETE FROM list_case WHERE list_id = ?1 AND incident_id IN"
                       " (SELECT id FROM incident WHERE id = ?2 OR merged_into = ?2)", "ii", list_id, edit->cases[i])
        : !include_case (db, list_id, edit->cases[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
add_list (JkbDb *db, Change *change, GError **error)
{
  const JkbListEdit *edit = &change->edit;

  if (!has_name (edit))
    return jkb_store_refuse (db, error, "a list has to have a name");
  if (!jkb_db_run (db, error, "INSERT INTO list (kind, name, filter, sort) VALUES (?1, ?2, ?3, ?4)", "tttt",
                   kind_nicks[edit->list_kind], edit->name, edit->filter, edit->sort))
    return FALSE;
  change->list_id = sqlite3_last_insert_rowid (db->handle);
  return change_cases (db, edit, change->list_id, error);
}

static gboolean
change_list (JkbDb *db, Change *change, GError **error)
{
  const JkbListEdit *edit = &change->edit;

  if (edit->kind == JKB_LIST_ADD)
    return add_list (db, change, error);
  change->list_id = edit->list_id;
  if (!require_list (db, edit, error))
    return FALSE;
  if (edit->kind == JKB_LIST_REMOVE)
    return jkb_db_run (db, error, "DELETE FROM list WHERE id = ?1", "i", edit->list_id);
  if (edit->kind != JKB_LIST_RENAME)
    return change_cases (db, edit, edit->list_id, error);
  if (!has_name (edit))
    return jkb_store_refuse (db, error, "a list has to have a name");
  return jkb_db_run (db, error, "UPDATE list SET name = ?1 WHERE id = ?2", "ti", edit->name, edit->list_id);
}

/* What leaves a collection as it is must be no step, or it would end what can be done again. */
static gboolean
find_whether_changes (JkbDb *db, const JkbListEdit *edit, gboolean *changes, GError **error)
{
  *changes = edit->kind != JKB_LIST_INCLUDE && edit->kind != JKB_LIST_EXCLUDE;
  for (gsize i = 0; !*changes && i < edit->n_cases; i++)
    {
      gint64 is_in = 0;

      if (!jkb_db_get_int (db, &is_in, error, "SELECT EXISTS (SELECT 1 FROM list_case WHERE list_id = ?1"
                           " AND incident_id IN (SELECT id FROM incident WHERE id = ?2"
                           " OR (merged_into = ?2 AND ?3)))", "iii", edit->list_id, edit->cases[i],
                           (gint64) (edit->kind == JKB_LIST_EXCLUDE)))
        return FALSE;
      *changes = !is_in == (edit->kind == JKB_LIST_INCLUDE);
    }
  return TRUE;
}

static gboolean
edit_lists (JkbDb *db, gpointer data, GError **error)
{
  Change *change = data;
  gboolean changes;

  if (!find_whether_changes (db, &change->edit, &changes, error))
    return FALSE;
  change->list_id = change->edit.list_id;
  if (!changes)
    return TRUE;
  return jkb_log_begin (db, jkb_log_new_batch (), jkb_step_nick (JKB_STEP_LISTS), error)
         && change_list (db, data, error)
         && jkb_touch (db, JKB_STORE_LISTS_ID, error);
}

gboolean
jkb_store_edit_lists (JkbStore *self, const JkbListEdit *edit, gint64 *list_id, GCancellable *cancellable,
                      GError **error)
{
  Change change = { *edit, 0 };

  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);

  if (!jkb_store_write (self, edit_lists, &change, cancellable, error))
    return FALSE;
  if (list_id != NULL)
    *list_id = change.list_id;
  return TRUE;
}

static void
free_change (gpointer data)
{
  Change *change = data;

  g_free ((char *) change->edit.name);
  g_free ((char *) change->edit.filter);
  g_free ((char *) change->edit.sort);
  g_free ((gint64 *) change->edit.cases);
  g_free (change);
}

void
jkb_store_edit_lists_async (JkbStore *self, const JkbListEdit *edit, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  Change *change = g_new0 (Change, 1);

  g_return_if_fail (JKB_IS_STORE (self));

  change->edit = *edit;
  change->edit.name = g_strdup (edit->name);
  change->edit.filter = g_strdup (edit->filter);
  change->edit.sort = g_strdup (edit->sort);
  change->edit.cases = g_memdup2 (edit->cases, edit->n_cases * sizeof *edit->cases);
  jkb_store_write_async (self, edit_lists, change, free_change, cancellable, callback, user_data);
}

/* ---- reading ---- */

typedef struct
{
  GPtrArray *lists;
} LoadLists;

static void
free_load (gpointer data)
{
  LoadLists *load = data;

  g_clear_pointer (&load->lists, g_ptr_array_unref);
  g_free (load);
}

static JkbList *
read_list (sqlite3_stmt *row)
{
  JkbList *list = g_new0 (JkbList, 1);

  list->id = sqlite3_column_int64 (row, 0);
  list->kind = g_str_equal (sqlite3_column_text (row, 1), kind_nicks[JKB_LIST_SEARCH]) ? JKB_LIST_SEARCH
                                                                                        : JKB_LIST_COLLECTION;
  list->name = g_strdup ((const char *) sqlite3_column_text (row, 2));
  list->filter = g_strdup ((const char *) sqlite3_column_text (row, 3));
  list->sort = g_strdup ((const char *) sqlite3_column_text (row, 4));
  list->cases = g_array_new (FALSE, FALSE, sizeof (gint64));
  return list;
}

/* A case that is part of another stands for the whole, until they are taken apart. */
static gboolean
read_cases (JkbDb *db, JkbList *list, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT DISTINCT whole.id FROM list_case"
                                    " JOIN incident AS part ON part.id = incident_id"
                                    " JOIN incident AS whole ON whole.id = coalesce (part.merged_into, part.id)"
                                    " WHERE list_id = ?1 AND whole.binned_us IS NULL ORDER BY whole.id", "i", list->id);

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      gint64 id = sqlite3_column_int64 (row, 0);

      g_array_append_val (list->cases, id);
    }
  return jkb_db_succeed (failure, error);
}

static gboolean
load_lists (JkbDb *db, gpointer data, GError **error)
{
  LoadLists *load = data;
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT id, kind, name, filter, sort FROM list ORDER BY id", "");

  load->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_list_free);
  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    g_ptr_array_add (load->lists, read_list (row));
  if (!jkb_db_succeed (failure, error))
    return FALSE;
  for (guint i = 0; i < load->lists->len; i++)
    if (!read_cases (db, g_ptr_array_index (load->lists, i), error))
      return FALSE;
  return TRUE;
}

GPtrArray *
jkb_store_load_lists (JkbStore *self, GCancellable *cancellable, GError **error)
{
  LoadLists load = { NULL };

  g_return_val_if_fail (JKB_IS_STORE (self), NULL);

  if (jkb_store_read (self, load_lists, &load, cancellable, error))
    return load.lists;
  g_clear_pointer (&load.lists, g_ptr_array_unref);
  return NULL;
}

void
jkb_store_load_lists_async (JkbStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (JKB_IS_STORE (self));

  jkb_store_read_async (self, load_lists, g_new0 (LoadLists, 1), free_load, cancellable, callback, user_data);
}

GPtrArray *
jkb_store_load_lists_finish (JkbStore *self, GAsyncResult *result, GError **error)
{
  LoadLists *load = jkb_store_end_async (self, load_lists, result, error);

  return load != NULL ? g_steal_pointer (&load->lists) : NULL;
}
