/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-write.h"

#include "core/jkb-incident-facts.h"
#include "store/jkb-history.h"
#include "store/jkb-log.h"
#include "store/jkb-rows.h"
#include "store/jkb-store-erase.h"
#include "store/jkb-store-merge.h"
#include "store/jkb-store-private.h"
#include "store/jkb-summary.h"
#include "store/jkb-touched.h"

/* A bundled case that a person worked on is no longer just bundled. */
static gboolean
finish_case (JkbDb *db, gint64 incident_id, GError **error)
{
  return jkb_db_run (db, error, "UPDATE incident SET review = 'done' WHERE id = ?1 AND review = 'bundled'",
                     "i", incident_id)
         && jkb_summary_refresh (db, incident_id, error);
}

/* ---- facts ---- */

typedef struct
{
  gint64 incident_id;                   /* 0: no such fact of a case */
  int field;
  char *value;
  char *qualifier;
  char *state;
  char *read_value;
  char *read_qualifier;
  gboolean is_own_word;
} FactRow;

static void
clear_fact_row (FactRow *fact)
{
  g_free (fact->value);
  g_free (fact->qualifier);
  g_free (fact->state);
  g_free (fact->read_value);
  g_free (fact->read_qualifier);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FactRow, clear_fact_row)

static char *
copy_column (sqlite3_stmt *row, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (row, column));
}

static gboolean
load_fact (JkbDb *db, gint64 id, FactRow *fact, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error,
    "SELECT coalesce (fact.incident_id, incident_notice.incident_id), field, value, qualifier, state,"
    " read_value, read_qualifier, rule = 'person' FROM fact"
    " LEFT JOIN incident_notice ON incident_notice.item_id = fact.item_id WHERE fact.id = ?1", "i", id);

  if (row == NULL)
    return FALSE;
  if (jkb_db_step (db, row, &failure))
    {
      fact->incident_id = sqlite3_column_int64 (row, 0);
      fact->field = jkb_word_value (JKB_WORDS_FIELD, (const char *) sqlite3_column_text (row, 1));
      fact->value = copy_column (row, 2);
      fact->qualifier = copy_column (row, 3);
      fact->state = copy_column (row, 4);
      fact->read_value = copy_column (row, 5);
      fact->read_qualifier = copy_column (row, 6);
      fact->is_own_word = sqlite3_column_int (row, 7);
      sqlite3_reset (row);
    }
  if (failure == NULL && (fact->incident_id == 0 || fact->field < 0))
    return jkb_store_refuse (db, error, "the fact is gone");
  return jkb_db_succeed (failure, error);
}

/* Says what a fact says from now on; @original_value is kept where it differs from what was read. */
static gboolean
write_fact (JkbDb *db, const JkbEdit *edit, const FactRow *fact, const char *state, const char *value,
            const char *qualifier, GError **error)
{
  gboolean keep = g_str_equal (state, "corrected") && !fact->is_own_word;
  const char *read_value = fact->read_value != NULL ? fact->read_value : fact->value;
  const char *read_qualifier = fact->read_value != NULL ? fact->read_qualifier : fact->qualifier;

  return jkb_db_run (db, error,
                     "UPDATE fact SET state = ?1, value = ?2, qualifier = ?3, read_value = ?4,"
                     " read_qualifier = ?5 WHERE id = ?6", "ttttti", state, value, qualifier,
                     keep ? read_value : NULL, keep ? read_qualifier : NULL, edit->fact_id)
         && jkb_history_add (db, fact->incident_id,
                      (JkbHistoryChange){ jkb_word_nick (JKB_WORDS_FIELD, fact->field), fact->state, fact->value,
                                state, value }, error);
}

static gboolean
correct_fact (JkbDb *db, const JkbEdit *edit, const FactRow *fact, GError **error)
{
  const char *qualifier = jkb_word_nick (JKB_WORDS_QUALIFIER, edit->qualifier);
  const char *read_value = fact->read_value != NULL ? fact->read_value : fact->value;
  const char *read_qualifier = fact->read_value != NULL ? fact->read_qualifier : fact->qualifier;
  gboolean is_as_read = g_strcmp0 (edit->value, read_value) == 0
                        && g_strcmp0 (qualifier, read_qualifier) == 0;

  if (edit->value == NULL || !jkb_fact_value_is_valid (fact->field, edit->value))
    return jkb_store_refuse (db, error, "a value that does not fit its field");
  return write_fact (db, edit, fact, is_as_read && !fact->is_own_word ? "confirmed" : "corrected",
                     edit->value, qualifier, error);
}

static gboolean
take_back_own_word (JkbDb *db, const JkbEdit *edit, const FactRow *fact, GError **error)
{
  return jkb_db_run (db, error, "DELETE FROM fact WHERE id = ?1", "i", edit->fact_id)
         && jkb_history_add (db, fact->incident_id,
                      (JkbHistoryChange){ jkb_word_nick (JKB_WORDS_FIELD, fact->field), fact->state, fact->value,
                                NULL, NULL }, error);
}

static gboolean
judge_fact (JkbDb *db, const JkbEdit *edit, const FactRow *fact, GError **error)
{
  const char *state = jkb_word_nick (JKB_WORDS_FACT_STATE, edit->state);
  gboolean was_corrected = fact->read_value != NULL;

  if (fact->is_own_word)
    return edit->state == JKB_FACT_CONFIRMED || take_back_own_word (db, edit, fact, error);
  return write_fact (db, edit, fact, state, was_corrected ? fact->read_value : fact->value,
                     was_corrected ? fact->read_qualifier : fact->qualifier, error);
}

static gboolean
edit_fact (JkbDb *db, const JkbEdit *edit, GError **error)
{
  g_auto(FactRow) fact = { 0 };
  gboolean good;

  if (!load_fact (db, edit->fact_id, &fact, error))
    return FALSE;
  good = edit->state == JKB_FACT_CORRECTED ? correct_fact (db, edit, &fact, error)
                                           : judge_fact (db, edit, &fact, error);
  return good && finish_case (db, fact.incident_id, error);
}

static gboolean
require_case (JkbDb *db, gint64 incident_id, GError **error)
{
  gint64 found = 0;

  return jkb_db_get_int (db, &found, error, "SELECT EXISTS (SELECT 1 FROM incident WHERE id = ?1)", "i",
                         incident_id)
         && (found || jkb_store_refuse (db, error, "the case is gone"))
         && jkb_store_merge_require_own (db, incident_id, error);
}

static gboolean
add_value (JkbDb *db, const JkbEdit *edit, GError **error)
{
  g_autoptr(JkbFact) fact = NULL;
  gint64 place = 0;

  if (!require_case (db, edit->incident_id, error))
    return FALSE;
  if (edit->value == NULL || !jkb_fact_value_is_valid (edit->field, edit->value))
    return jkb_store_refuse (db, error, "a value that does not fit its field");
  fact = jkb_fact_new (edit->field, edit->value, JKB_SPAN_NONE, "person", 1);
  fact->qualifier = edit->qualifier;
  fact->role = jkb_field_role (edit->field);
  fact->state = JKB_FACT_CORRECTED;
  /* Before all others, so that the last word counts. */
  return jkb_db_get_int (db, &place, error,
                         "SELECT coalesce (min (place), 0) - 1 FROM fact WHERE incident_id = ?1", "i",
                         edit->incident_id)
         && jkb_rows_add_fact (db, 0, edit->incident_id, place, fact, error)
         && jkb_history_add (db, edit->incident_id,
                      (JkbHistoryChange){ jkb_word_nick (JKB_WORDS_FIELD, edit->field), NULL, NULL, "corrected",
                                edit->value }, error)
         && finish_case (db, edit->incident_id, error);
}

/* ---- details ---- */

static const struct
{
  const char *nick;
  const char *select;
  const char *update;
} details[JKB_N_DETAILS] = {
#define DETAIL(column) \
  { column, "SELECT " column " FROM incident WHERE id = ?1", \
    "UPDATE incident SET " column " = ?1, edited = edited | ?2 WHERE id = ?3" }
  [JKB_DETAIL_TITLE] = DETAIL ("title"),
  [JKB_DETAIL_ORGANISATION_EN] = DETAIL ("organisation_en"),
  [JKB_DETAIL_SECTOR] = DETAIL ("sector"),
  [JKB_DETAIL_CAUSE] = DETAIL ("cause"),
  [JKB_DETAIL_NOTES] = DETAIL ("notes"),
};

static gboolean
load_detail (JkbDb *db, const JkbEdit *edit, char **value, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, details[edit->detail].select, "i", edit->incident_id);

  if (row == NULL)
    return FALSE;
  if (jkb_db_step (db, row, &failure))
    {
      *value = copy_column (row, 0);
      sqlite3_reset (row);
    }
  return jkb_db_succeed (failure, error);
}

static gboolean
is_detail (JkbDetail detail, const char *value)
{
  if (detail == JKB_DETAIL_SECTOR)
    return jkb_word_value (JKB_WORDS_SECTOR, value) >= 0;
  return value == NULL || g_utf8_validate (value, -1, NULL);
}

static gboolean
edit_detail (JkbDb *db, const JkbEdit *edit, GError **error)
{
  g_autofree char *old_value = NULL;

  if (!require_case (db, edit->incident_id, error) || !load_detail (db, edit, &old_value, error))
    return FALSE;
  if (!is_detail (edit->detail, edit->value))
    return jkb_store_refuse (db, error, "a value that does not fit its field");
  return jkb_db_run (db, error, details[edit->detail].update, "tii", edit->value,
                     (gint64) 1 << edit->detail, edit->incident_id)
         && jkb_history_add (db, edit->incident_id,
                      (JkbHistoryChange){ details[edit->detail].nick, NULL, old_value, NULL, edit->value }, error)
         && finish_case (db, edit->incident_id, error);
}

/* ---- the case as a whole ---- */

static gboolean
mark_reviewed (JkbDb *db, const JkbEdit *edit, GError **error)
{
  return require_case (db, edit->incident_id, error)
         && jkb_db_run (db, error, "UPDATE incident SET review = 'done' WHERE id = ?1", "i", edit->incident_id)
         && jkb_history_add (db, edit->incident_id, (JkbHistoryChange){ .what = "review", .new_value = "done" }, error)
         && jkb_touch (db, edit->incident_id, error);
}

static gboolean
set_binned (JkbDb *db, const JkbEdit *edit, GError **error)
{
  gboolean binned = edit->kind == JKB_EDIT_DELETE;

  return require_case (db, edit->incident_id, error)
         && jkb_db_run (db, error, "UPDATE incident SET binned_us = nullif (?1, 0) WHERE id = ?2", "ii",
                        binned ? g_get_real_time () : (gint64) 0, edit->incident_id)
         && jkb_history_add (db, edit->incident_id,
                      (JkbHistoryChange){ .what = "bin", .old_value = binned ? "no" : "yes",
                                .new_value = binned ? "yes" : "no" }, error)
         && jkb_touch (db, edit->incident_id, error);
}

typedef struct
{
  JkbEdit *edits;
  gsize n_edits;
} Edits;

static gboolean
make_edit (JkbDb *db, const JkbEdit *edit, GError **error)
{
  switch (edit->kind)
    {
    case JKB_EDIT_FACT:
      return edit_fact (db, edit, error);
    case JKB_EDIT_VALUE:
      return add_value (db, edit, error);
    case JKB_EDIT_DETAIL:
      return edit_detail (db, edit, error);
    case JKB_EDIT_REVIEWED:
      return mark_reviewed (db, edit, error);
    case JKB_EDIT_DELETE:
    case JKB_EDIT_RESTORE:
      return set_binned (db, edit, error);
    case JKB_EDIT_MERGE:
      return jkb_store_merge_cases (db, edit->incident_id, edit->other_id, error)
             && finish_case (db, edit->incident_id, error);
    case JKB_EDIT_TAKE_APART:
      return jkb_store_merge_take_apart (db, edit->incident_id, error);
    case JKB_EDIT_SPLIT:
      return jkb_store_merge_split (db, edit->notice_id, error);
    case JKB_EDIT_DIFFERENT:
      return jkb_store_merge_mark_different (db, edit->incident_id, edit->other_id, error);
    case JKB_EDIT_ERASE:
      return jkb_store_erase_case (db, edit->incident_id, error);
    default:
      g_assert_not_reached ();
    }
}

static const char *
name_step (const Edits *edits)
{
  for (gsize i = 1; i < edits->n_edits; i++)
    if (edits->edits[i].kind != edits->edits[0].kind)
      return jkb_step_nick (JKB_STEP_SEVERAL);
  return jkb_step_nick (JKB_STEP_FACT + (int) edits->edits[0].kind);
}

static gboolean
make_edits (JkbDb *db, gpointer data, GError **error)
{
  const Edits *edits = data;

  if (edits->n_edits > 0 && !jkb_log_begin (db, jkb_log_new_batch (), name_step (edits), error))
    return FALSE;
  for (gsize i = 0; i < edits->n_edits; i++)
    if (!make_edit (db, &edits->edits[i], error))
      return FALSE;
  return TRUE;
}

gboolean
jkb_store_edit (JkbStore *self, const JkbEdit *edits, gsize n_edits, GCancellable *cancellable,
                GError **error)
{
  Edits all = { (JkbEdit *) edits, n_edits };

  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);
  g_return_val_if_fail (edits != NULL || n_edits == 0, FALSE);

  return jkb_store_write (self, make_edits, &all, cancellable, error);
}

static void
free_edits (gpointer data)
{
  Edits *edits = data;

  for (gsize i = 0; i < edits->n_edits; i++)
    g_free ((char *) edits->edits[i].value);
  g_free (edits->edits);
  g_free (edits);
}

void
jkb_store_edit_async (JkbStore *self, const JkbEdit *edits, gsize n_edits, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  Edits *all;

  g_return_if_fail (JKB_IS_STORE (self));
  g_return_if_fail (edits != NULL || n_edits == 0);

  all = g_new0 (Edits, 1);
  all->edits = g_memdup2 (edits, n_edits * sizeof *edits);
  all->n_edits = n_edits;
  for (gsize i = 0; i < n_edits; i++)
    all->edits[i].value = g_strdup (edits[i].value);
  jkb_store_write_async (self, make_edits, all, free_edits, cancellable, callback, user_data);
}

gboolean
jkb_store_write_finish (JkbStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
