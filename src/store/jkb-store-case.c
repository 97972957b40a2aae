/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-case-file-private.h"
#include "store/jkb-rows.h"
#include "store/jkb-store-private.h"
#include "store/jkb-store-read.h"
#include "store/jkb-summary.h"

typedef struct
{
  gint64 incident_id;
  JkbCaseFile *file;
} LoadCase;

static void
free_load_case (gpointer data)
{
  LoadCase *load = data;

  jkb_case_file_free (load->file);
  g_free (load);
}

static const char *
column_text (sqlite3_stmt *row, int column)
{
  return (const char *) sqlite3_column_text (row, column);
}

/* The language of an item is a static word. */
static const char *
find_lang (const char *lang)
{
  return g_str_equal (lang, "ja") ? "ja" : g_str_equal (lang, "en") ? "en" : "und";
}

static JkbCaseNotice *
read_notice (sqlite3_stmt *row)
{
  JkbCaseNotice *notice = g_new0 (JkbCaseNotice, 1);
  JkbItem *item = jkb_item_new (g_strdup (column_text (row, 5)));

  notice->id = sqlite3_column_int64 (row, 0);
  notice->item = item;
  item->index = sqlite3_column_int64 (row, 1);
  item->serial = g_strdup (column_text (row, 2));
  item->title = g_strdup (column_text (row, 3));
  item->lang = find_lang (column_text (row, 4));
  item->is_notice = TRUE;
  notice->source_id = sqlite3_column_int64 (row, 6);
  notice->source_name = g_strdup (column_text (row, 7));
  notice->source_kind = g_strdup (column_text (row, 8));
  notice->charset = g_strdup (column_text (row, 9));
  notice->sha256 = g_strdup (column_text (row, 10));
  notice->imported_us = sqlite3_column_int64 (row, 11);
  return notice;
}

static gboolean
load_notices (JkbDb *db, LoadCase *load, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error,
    "SELECT item.id, item.place, serial, title, lang, text, source.id, name, kind, charset, sha256, imported_us"
    " FROM incident_notice JOIN item ON item.id = item_id JOIN source ON source.id = source_id"
    " WHERE incident_id = ?1 ORDER BY incident_notice.place, item.id", "i", load->incident_id);

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    g_ptr_array_add (load->file->notices, read_notice (row));
  return jkb_db_succeed (failure, error);
}

static gboolean
load_facts (JkbDb *db, LoadCase *load, GError **error)
{
  JkbCaseFile *file = load->file;

  if (!jkb_summary_load_facts (db, 0, load->incident_id, file->own_facts, file->facts, error))
    return FALSE;
  for (guint i = 0; i < file->notices->len; i++)
    {
      JkbCaseNotice *notice = g_ptr_array_index (file->notices, i);

      if (!jkb_summary_load_facts (db, notice->id, 0, notice->item->facts, file->facts, error))
        return FALSE;
    }
  jkb_case_file_sort (file);
  return TRUE;
}

static JkbCaseChange *
read_change (sqlite3_stmt *row)
{
  JkbCaseChange *change = g_new0 (JkbCaseChange, 1);

  change->at_us = sqlite3_column_int64 (row, 0);
  change->who = g_strdup (column_text (row, 1));
  change->what = g_strdup (column_text (row, 2));
  change->old_value = g_strdup (column_text (row, 3));
  change->new_value = g_strdup (column_text (row, 4));
  change->old_state = jkb_word_value (JKB_WORDS_FACT_STATE, column_text (row, 5));
  change->new_state = jkb_word_value (JKB_WORDS_FACT_STATE, column_text (row, 6));
  return change;
}

static gboolean
load_history (JkbDb *db, LoadCase *load, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error,
    "SELECT at_us, who, what, old_value, new_value, old_state, new_state FROM history"
    " WHERE incident_id = ?1 ORDER BY id", "i", load->incident_id);

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    g_ptr_array_add (load->file->history, read_change (row));
  return jkb_db_succeed (failure, error);
}

static gboolean
load_own_columns (JkbDb *db, LoadCase *load, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT notes, binned_us IS NOT NULL FROM incident"
                                    " WHERE id = ?1", "i", load->incident_id);

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      load->file->notes = g_strdup (column_text (row, 0));
      load->file->binned = sqlite3_column_int (row, 1);
    }
  return jkb_db_succeed (failure, error);
}

static gboolean
load_case (JkbDb *db, gpointer data, GError **error)
{
  LoadCase *load = data;
  JkbIncident *incident;

  if (!jkb_summary_load (db, load->incident_id, &incident, error))
    return FALSE;
  if (incident == NULL)
    return TRUE;
  load->file = jkb_case_file_new (incident);
  return load_own_columns (db, load, error)
         && load_notices (db, load, error)
         && load_facts (db, load, error)
         && load_history (db, load, error);
}

gboolean
jkb_store_load_case (JkbStore *self, gint64 incident_id, JkbCaseFile **out, GCancellable *cancellable,
                     GError **error)
{
  LoadCase load = { incident_id, NULL };
  gboolean good;

  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  good = jkb_store_read (self, load_case, &load, cancellable, error);
  if (!good)
    g_clear_pointer (&load.file, jkb_case_file_free);
  *out = load.file;
  return good;
}

void
jkb_store_load_case_async (JkbStore *self, gint64 incident_id, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  LoadCase *load = g_new0 (LoadCase, 1);

  g_return_if_fail (JKB_IS_STORE (self));

  load->incident_id = incident_id;
  jkb_store_read_async (self, load_case, load, free_load_case, cancellable, callback, user_data);
}

gboolean
jkb_store_load_case_finish (JkbStore *self, GAsyncResult *result, JkbCaseFile **out, GError **error)
{
  LoadCase *load;

  g_return_val_if_fail (out != NULL, FALSE);

  load = jkb_store_end_async (self, load_case, result, error);
  *out = load != NULL ? g_steal_pointer (&load->file) : NULL;
  return load != NULL;
}
