/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-rows.h"
#include "store/jkb-store-private.h"
#include "store/jkb-store-read.h"
#include "store/jkb-summary.h"

#include <string.h>

typedef struct
{
  GPtrArray *problems;
} Check;

static void
free_check (gpointer data)
{
  Check *check = data;

  g_clear_pointer (&check->problems, g_ptr_array_unref);
  g_free (check);
}

static Check *
new_check (void)
{
  Check *check = g_new0 (Check, 1);

  check->problems = g_ptr_array_new_with_free_func (g_free);
  return check;
}

static void G_GNUC_PRINTF (2, 3)
report (Check *check, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (check->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* ---- the file ---- */

static gboolean
check_structure (JkbDb *db, Check *check, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "PRAGMA integrity_check", "");

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    if (strcmp ((const char *) sqlite3_column_text (row, 0), "ok") != 0)
      report (check, "file: %s", sqlite3_column_text (row, 0));
  return jkb_db_succeed (failure, error);
}

static gboolean
check_references (JkbDb *db, Check *check, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "PRAGMA foreign_key_check", "");

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    report (check, "%s %lld: refers to a %s that is gone", sqlite3_column_text (row, 0),
            sqlite3_column_int64 (row, 1), sqlite3_column_text (row, 2));
  return jkb_db_succeed (failure, error);
}

/* ---- whole notices ---- */

static gboolean
report_rows (JkbDb *db, Check *check, sqlite3_stmt *row, const char *what, const char *problem,
             GError **error)
{
  GError *failure = NULL;

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    report (check, "%s %lld: %s", what, sqlite3_column_int64 (row, 0), problem);
  return jkb_db_succeed (failure, error);
}

static gboolean
check_links (JkbDb *db, Check *check, GError **error)
{
  return report_rows (db, check, jkb_db_query (db, error,
                        "SELECT id FROM source WHERE NOT EXISTS (SELECT 1 FROM item WHERE source_id = source.id)",
                        ""), "source", "has no items", error)
         && report_rows (db, check, jkb_db_query (db, error,
                           "SELECT id FROM item WHERE notice_hash IS NOT NULL AND same_as IS NULL"
                           " AND id NOT IN (SELECT item_id FROM incident_notice)", ""),
                         "notice", "belongs to no case", error)
         && report_rows (db, check, jkb_db_query (db, error,
                           "SELECT item_id FROM incident_notice JOIN item ON item.id = item_id"
                           " WHERE notice_hash IS NULL OR same_as IS NOT NULL", ""),
                         "item", "belongs to a case but is set aside or repeats a notice", error)
         && report_rows (db, check, jkb_db_query (db, error,
                           "SELECT item.id FROM item JOIN item AS first ON first.id = item.same_as"
                           " WHERE first.notice_hash IS NOT item.notice_hash OR first.same_as IS NOT NULL", ""),
                         "notice", "repeats a notice that says something else", error)
         && report_rows (db, check, jkb_db_query (db, error,
                           "SELECT id FROM incident WHERE bundled_key IS NULL AND merged_into IS NULL"
                           " AND id NOT IN (SELECT incident_id FROM incident_notice)", ""),
                         "case", "has no notice", error)
         && report_rows (db, check, jkb_db_query (db, error,
                           "SELECT part.id FROM incident AS part LEFT JOIN incident AS whole"
                           " ON whole.id = part.merged_into WHERE part.merged_into IS NOT NULL"
                           " AND (part.binned_us IS NULL OR whole.id IS NULL OR whole.merged_into IS NOT NULL"
                           " OR EXISTS (SELECT 1 FROM incident_notice WHERE incident_id = part.id)"
                           " OR EXISTS (SELECT 1 FROM fact WHERE incident_id = part.id))", ""),
                         "case", "is part of another only by half", error)
         && report_rows (db, check, jkb_db_query (db, error,
                           "SELECT id FROM incident WHERE id NOT IN (SELECT incident_id FROM touched)", ""),
                         "case", "was never told of", error);
}

/* ---- bytes and spans ---- */

static gboolean
check_bytes (JkbDb *db, Check *check, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT id, sha256, bytes FROM source", "");

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      const guint8 *bytes = sqlite3_column_blob (row, 2);
      gsize n_bytes = sqlite3_column_bytes (row, 2);
      g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                                             bytes != NULL ? bytes : (const guint8 *) "", n_bytes);

      if (strcmp (sha256, (const char *) sqlite3_column_text (row, 1)) != 0)
        report (check, "source %lld: its bytes are not those that came in", sqlite3_column_int64 (row, 0));
    }
  return jkb_db_succeed (failure, error);
}

static gboolean
is_between_characters (const char *text, gint64 n_bytes, gint64 offset)
{
  return offset <= n_bytes && (offset == n_bytes || ((guchar) text[offset] & 0xc0) != 0x80);
}

static gboolean
check_spans (JkbDb *db, Check *check, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error,
    "SELECT fact.id, span_begin, span_end, text FROM item JOIN fact ON fact.item_id = item.id", "");

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      const char *text = (const char *) sqlite3_column_text (row, 3);
      gint64 n_bytes = sqlite3_column_bytes (row, 3);

      if (!is_between_characters (text, n_bytes, sqlite3_column_int64 (row, 1))
          || !is_between_characters (text, n_bytes, sqlite3_column_int64 (row, 2)))
        report (check, "fact %lld: its words are not in the text", sqlite3_column_int64 (row, 0));
    }
  return jkb_db_succeed (failure, error);
}

static gboolean
check_fact_words (JkbDb *db, Check *check, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT id, field, state FROM fact", "");

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    if (jkb_word_value (JKB_WORDS_FIELD, (const char *) sqlite3_column_text (row, 1)) < 0
        || jkb_word_value (JKB_WORDS_FACT_STATE, (const char *) sqlite3_column_text (row, 2)) < 0)
      report (check, "fact %lld: %s, %s: unknown words", sqlite3_column_int64 (row, 0),
              sqlite3_column_text (row, 1), sqlite3_column_text (row, 2));
  return jkb_db_succeed (failure, error);
}

/* ---- summaries ---- */

static gboolean
check_summaries (JkbDb *db, Check *check, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT " JKB_ROWS_INCIDENT " FROM incident", "");

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      g_autoptr(JkbIncident) stored = jkb_rows_read_incident (row);
      g_autoptr(JkbIncident) computed = jkb_incident_copy (stored);

      if (!jkb_summary_compute (db, computed, &failure))
        break;
      if (!jkb_incident_equal (stored, computed))
        report (check, "case %" G_GINT64_FORMAT ": does not say what its facts say", stored->id);
    }
  return jkb_db_succeed (failure, error);
}

static gboolean
check_all (JkbDb *db, gpointer data, GError **error)
{
  Check *check = data;

  return check_structure (db, check, error)
         && check_references (db, check, error)
         && check_links (db, check, error)
         && check_bytes (db, check, error)
         && check_spans (db, check, error)
         && check_fact_words (db, check, error)
         && check_summaries (db, check, error);
}

GPtrArray *
jkb_store_check (JkbStore *self, GCancellable *cancellable, GError **error)
{
  Check *check;
  GPtrArray *problems = NULL;

  g_return_val_if_fail (JKB_IS_STORE (self), NULL);

  check = new_check ();
  if (jkb_store_read (self, check_all, check, cancellable, error))
    problems = g_steal_pointer (&check->problems);
  free_check (check);
  return problems;
}

void
jkb_store_check_async (JkbStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (JKB_IS_STORE (self));

  jkb_store_read_async (self, check_all, new_check (), free_check, cancellable, callback, user_data);
}

GPtrArray *
jkb_store_check_finish (JkbStore *self, GAsyncResult *result, GError **error)
{
  Check *check = jkb_store_end_async (self, check_all, result, error);

  return check != NULL ? g_steal_pointer (&check->problems) : NULL;
}
