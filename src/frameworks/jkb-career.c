/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads career-questions.tsv and career-weights.tsv (format: jkb-data-table.h; columns: below, and the
 * comments at their heads) and adds weights. Both files may be missing; with questions, each part has its
 * question and each answer speaks for something.
 */
#include "frameworks/jkb-career.h"

#include <string.h>

#include "frameworks/jkb-frameworks-private.h"

#define WEIGHT_MAX 3

enum { Q_PART, Q_ANSWER, Q_TEXT_EN, Q_TEXT_JA };
static const char *const question_columns[] = { "question", "answer", "text_en", "text_ja", NULL };

enum { W_ANSWER, W_FRAMEWORK, W_EDITION, W_ROLE, W_WEIGHT, W_REASON_EN, W_REASON_JA };
static const char *const weight_columns[]
    = { "answer", "framework", "edition", "role_id", "weight", "reason_en", "reason_ja", NULL };

static const char *const part_nicks[JKB_N_CAREER_PARTS] = { "done", "like", "learn" };

/* ---- reading ---- */

static int
find_part (const char *nick)
{
  for (int part = 0; part < JKB_N_CAREER_PARTS; part++)
    if (strcmp (part_nicks[part], nick) == 0)
      return part;
  return -1;
}

static const JkbCareerAnswer *
find_answer (const JkbFrameworks *self, const char *id)
{
  for (guint i = 0; i < self->career_answers->len; i++)
    {
      const JkbCareerAnswer *answer = g_ptr_array_index (self->career_answers, i);

      if (*id != '\0' && strcmp (answer->id, id) == 0)
        return answer;
    }
  return NULL;
}

static gboolean
read_question (JkbFrameworks *self, const JkbDataTable *table, guint row, GError **error)
{
  int part = find_part (jkb_data_table_get (table, row, Q_PART));
  JkbCareerAnswer answer = { .id = jkb_data_table_get (table, row, Q_ANSWER),
                             .text = { jkb_data_table_get (table, row, Q_TEXT_EN),
                                       jkb_data_table_get (table, row, Q_TEXT_JA) } };
  gboolean is_question = *answer.id == '\0';

  if (part < 0)
    return jkb_data_table_fail (table, row, error, "“%s” is no question",
                                jkb_data_table_get (table, row, Q_PART));
  answer.part = (JkbCareerPart) part;
  if (is_question == (jkb_frameworks_career_question (self, answer.part) != NULL))
    return jkb_data_table_fail (table, row, error, "the question “%s” is not its first row, or twice",
                                part_nicks[part]);
  if (find_answer (self, answer.id) != NULL)
    return jkb_data_table_fail (table, row, error, "answer “%s” is here twice", answer.id);
  if (*answer.text.en == '\0' || *answer.text.ja == '\0')
    return jkb_data_table_fail (table, row, error, "a text is empty");
  g_ptr_array_add (self->career_answers, g_memdup2 (&answer, sizeof answer));
  return TRUE;
}

static gboolean
has_reason (const JkbFrameworks *self, const JkbCareerAnswer *answer, const JkbRole *role)
{
  for (guint i = 0; i < self->career_reasons->len; i++)
    {
      const JkbCareerReason *reason = g_ptr_array_index (self->career_reasons, i);

      if (reason->answer == answer && (role == NULL || reason->role == role))
        return TRUE;
    }
  return FALSE;
}

static const JkbRole *
find_role (const JkbFrameworks *self, const JkbDataTable *table, guint row)
{
  const JkbFramework *framework
      = jkb_frameworks_find (self, jkb_data_table_get (table, row, W_FRAMEWORK),
                             jkb_data_table_get (table, row, W_EDITION));

  return framework != NULL
             ? jkb_framework_find_role (framework, jkb_data_table_get (table, row, W_ROLE))
             : NULL;
}

static gboolean
read_reason (JkbFrameworks *self, const JkbDataTable *table, guint row, GError **error)
{
  const char *id = jkb_data_table_get (table, row, W_ANSWER);
  const char *weight = jkb_data_table_get (table, row, W_WEIGHT);
  JkbCareerReason reason = { .answer = find_answer (self, id),
                             .role = find_role (self, table, row),
                             .text = { jkb_data_table_get (table, row, W_REASON_EN),
                                       jkb_data_table_get (table, row, W_REASON_JA) } };

  if (reason.answer == NULL)
    return jkb_data_table_fail (table, row, error, "no answer “%s” in career-questions.tsv", id);
  if (reason.role == NULL)
    return jkb_data_table_fail (table, row, error, "no role “%s” in %s %s",
                                jkb_data_table_get (table, row, W_ROLE),
                                jkb_data_table_get (table, row, W_FRAMEWORK),
                                jkb_data_table_get (table, row, W_EDITION));
  if (strlen (weight) != 1 || *weight < '1' || *weight > '0' + WEIGHT_MAX)
    return jkb_data_table_fail (table, row, error, "“%s” is no weight of 1 to %d", weight,
                                WEIGHT_MAX);
  if (has_reason (self, reason.answer, reason.role))
    return jkb_data_table_fail (table, row, error, "this answer and role are here twice");
  if (*reason.text.en == '\0' || *reason.text.ja == '\0')
    return jkb_data_table_fail (table, row, error, "a reason is empty");
  reason.weight = *weight - '0';
  g_ptr_array_add (self->career_reasons, g_memdup2 (&reason, sizeof reason));
  return TRUE;
}

/* Answers are rows of @table, in its order. */
static gboolean
check_answers (const JkbFrameworks *self, const JkbDataTable *table, GError **error)
{
  for (guint i = 0; i < self->career_answers->len; i++)
    {
      const JkbCareerAnswer *answer = g_ptr_array_index (self->career_answers, i);

      if (*answer->id != '\0' && !has_reason (self, answer, NULL))
        return jkb_data_table_fail (table, i, error, "answer “%s” speaks for nothing in career-weights.tsv",
                                    answer->id);
    }
  return TRUE;
}

static gboolean
check_parts (const JkbFrameworks *self, const JkbDataTable *table, GError **error)
{
  guint n_rows = jkb_data_table_n_rows (table);

  for (int part = 0; part < JKB_N_CAREER_PARTS && n_rows > 0; part++)
    if (jkb_frameworks_career_question (self, (JkbCareerPart) part) == NULL)
      return jkb_data_table_fail (table, n_rows - 1, error, "the question “%s” is missing",
                                  part_nicks[part]);
  return TRUE;
}

gboolean
jkb_frameworks_read_career (JkbFrameworks *self, const char *directory, GError **error)
{
  const JkbDataTable *questions, *weights;

  return jkb_frameworks_read_optional (self, directory, "career-questions.tsv", question_columns,
                                       read_question, &questions, error)
         && (questions == NULL || check_parts (self, questions, error))
         && jkb_frameworks_read_optional (self, directory, "career-weights.tsv", weight_columns,
                                          read_reason, &weights, error)
         && (questions == NULL || check_answers (self, questions, error));
}

/* ---- asking ---- */

const JkbCareerAnswer *
jkb_frameworks_career_question (const JkbFrameworks *frameworks, JkbCareerPart part)
{
  for (guint i = 0; i < frameworks->career_answers->len; i++)
    {
      const JkbCareerAnswer *answer = g_ptr_array_index (frameworks->career_answers, i);

      if (answer->part == part && *answer->id == '\0')
        return answer;
    }
  return NULL;
}

GPtrArray *
jkb_frameworks_career_answers (const JkbFrameworks *frameworks, JkbCareerPart part)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < frameworks->career_answers->len; i++)
    {
      JkbCareerAnswer *answer = g_ptr_array_index (frameworks->career_answers, i);

      if (answer->part == part && *answer->id != '\0')
        g_ptr_array_add (found, answer);
    }
  return found;
}

static void
free_hint (gpointer data)
{
  JkbCareerHint *hint = data;

  g_ptr_array_unref (hint->reasons);
  g_free (hint);
}

static JkbCareerHint *
get_hint (GPtrArray *hints, const JkbRole *role)
{
  JkbCareerHint *hint;

  for (guint i = 0; i < hints->len; i++)
    if (((JkbCareerHint *) g_ptr_array_index (hints, i))->role == role)
      return g_ptr_array_index (hints, i);
  hint = g_new0 (JkbCareerHint, 1);
  hint->role = role;
  hint->reasons = g_ptr_array_new ();
  g_ptr_array_add (hints, hint);
  return hint;
}

/* Reasons come in the order of the file; behind those that weigh as much. */
static void
add_reason (JkbCareerHint *hint, JkbCareerReason *reason)
{
  guint place = hint->reasons->len;

  while (place > 0
         && ((JkbCareerReason *) g_ptr_array_index (hint->reasons, place - 1))->weight
                < reason->weight)
    place--;
  g_ptr_array_insert (hint->reasons, (int) place, reason);
  hint->score += reason->weight;
}

static int
compare_hints (gconstpointer pa, gconstpointer pb)
{
  const JkbCareerHint *a = *(const JkbCareerHint *const *) pa;
  const JkbCareerHint *b = *(const JkbCareerHint *const *) pb;
  int order = jkb_compare_ints (b->score, a->score);

  if (order == 0)
    order = jkb_compare_ints (b->reasons->len, a->reasons->len);
  return order != 0 ? order : jkb_compare_ints (a->role->index, b->role->index);
}

GPtrArray *
jkb_frameworks_career (const JkbFrameworks *frameworks, const char *const *answers)
{
  GPtrArray *hints = g_ptr_array_new_with_free_func (free_hint);

  g_return_val_if_fail (answers != NULL, hints);

  for (guint i = 0; i < frameworks->career_reasons->len; i++)
    {
      JkbCareerReason *reason = g_ptr_array_index (frameworks->career_reasons, i);

      if (g_strv_contains (answers, reason->answer->id))
        add_reason (get_hint (hints, reason->role), reason);
    }
  g_ptr_array_sort (hints, compare_hints);
  return hints;
}
