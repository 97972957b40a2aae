/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-merge-plan.h"

#include "core/jkb-incident-facts.h"

#include <string.h>

struct _JkbMergePlan
{
  GPtrArray *files;
  GArray *rows;                         /* element-type JkbMergeRow */
  char *all_notes;
};

/* Those that make up a case; counts and dates beside them stay with the notices that speak of them. */
static gboolean
is_shown (JkbField field)
{
  return field != JKB_FIELD_COUNTS && field != JKB_FIELD_DATES;
}

static JkbCaseFile *
get_file (const JkbMergePlan *self, guint file)
{
  return g_ptr_array_index (self->files, file);
}

/* ---- what the cases say ---- */

static gboolean
has_value (const GPtrArray *facts, const char *value)
{
  for (guint i = 0; i < facts->len; i++)
    if (strcmp (((JkbCaseFact *) facts->pdata[i])->fact->value, value) == 0)
      return TRUE;
  return FALSE;
}

/* What counts of a field, in the order in which jkb_incident_set_facts() takes it. */
static GPtrArray *
list_facts (const JkbCaseFile *file, JkbField field)
{
  GPtrArray *facts = g_ptr_array_new ();

  for (guint i = 0; i < file->facts->len; i++)
    {
      const JkbCaseFact *fact = file->facts->pdata[i];

      if (fact->fact->field == field && fact->fact->state != JKB_FACT_REJECTED
          && jkb_fact_value_is_valid (field, fact->fact->value) && !has_value (facts, fact->fact->value)
          && (facts->len == 0 || jkb_field_has_several (field)))
        g_ptr_array_add (facts, (gpointer) fact);
    }
  return facts;
}

static const char *
get_detail (const JkbCaseFile *file, JkbDetail detail)
{
  const JkbIncident *incident = file->incident;

  switch (detail)
    {
    case JKB_DETAIL_TITLE:
      return incident->title;
    case JKB_DETAIL_ORGANISATION_EN:
      return incident->organisation_en;
    case JKB_DETAIL_SECTOR:
      return incident->sector != JKB_SECTOR_UNKNOWN ? jkb_word_nick (JKB_WORDS_SECTOR, (int) incident->sector) : NULL;
    case JKB_DETAIL_CAUSE:
      return incident->cause;
    case JKB_DETAIL_NOTES:
      return file->notes != NULL && *file->notes != '\0' ? file->notes : NULL;
    case JKB_N_DETAILS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
say_the_same (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!has_value (b, ((JkbCaseFact *) a->pdata[i])->fact->value))
      return FALSE;
  /* The first of several types is the one that a case is counted as. */
  return a->len == 0
         || (((JkbCaseFact *) a->pdata[0])->fact->qualifier == ((JkbCaseFact *) b->pdata[0])->fact->qualifier
             && strcmp (((JkbCaseFact *) a->pdata[0])->fact->value, ((JkbCaseFact *) b->pdata[0])->fact->value) == 0);
}

/* ---- what is chosen to begin with ---- */

static int
rank_state (JkbFactState state)
{
  return state == JKB_FACT_CORRECTED ? 2 : state == JKB_FACT_CONFIRMED ? 1 : 0;
}

static gboolean
is_later (const JkbIncident *a, const JkbIncident *b)
{
  return a->announced.year != 0 && b->announced.year != 0 && jkb_date_compare (a->announced, b->announced) > 0;
}

static gboolean
is_better (const JkbMergePlan *self, guint file, const GPtrArray *facts, int best, const GPtrArray *best_facts)
{
  int rank, best_rank;

  if (facts->len == 0 || best_facts->len == 0)
    return facts->len > 0;
  rank = rank_state (((JkbCaseFact *) facts->pdata[0])->fact->state);
  best_rank = rank_state (((JkbCaseFact *) best_facts->pdata[0])->fact->state);
  return rank != best_rank ? rank > best_rank
                           : is_later (get_file (self, file)->incident, get_file (self, (guint) best)->incident);
}

static void
add_field (JkbMergePlan *self, JkbField field)
{
  JkbMergeRow row = { field, JKB_N_DETAILS, jkb_field_has_several (field), FALSE, 0 };
  g_autoptr(GPtrArray) first = list_facts (get_file (self, 0), field);
  g_autoptr(GPtrArray) best = g_ptr_array_ref (first);
  gboolean is_said = first->len > 0;

  for (guint file = 1; file < self->files->len; file++)
    {
      g_autoptr(GPtrArray) facts = list_facts (get_file (self, file), field);

      is_said |= facts->len > 0;
      row.differs |= !say_the_same (first, facts);
      if (!is_better (self, file, facts, row.choice, best))
        continue;
      row.choice = (int) file;
      g_ptr_array_unref (best);
      best = g_ptr_array_ref (facts);
    }
  if (row.can_be_all)
    row.choice = JKB_MERGE_ALL;
  if (is_said)
    g_array_append_val (self->rows, row);
}

static void
add_detail (JkbMergePlan *self, JkbDetail detail)
{
  JkbMergeRow row = { JKB_N_FIELDS, detail, detail == JKB_DETAIL_NOTES, FALSE, 0 };
  const char *first = get_detail (get_file (self, 0), detail);
  const char *best = first;

  for (guint file = 1; file < self->files->len; file++)
    {
      const char *value = get_detail (get_file (self, file), detail);

      row.differs |= g_strcmp0 (first, value) != 0;
      if (best == NULL && value != NULL)
        {
          best = value;
          row.choice = (int) file;
        }
    }
  if (row.can_be_all)
    row.choice = JKB_MERGE_ALL;
  if (best != NULL)
    g_array_append_val (self->rows, row);
}

JkbMergePlan *
jkb_merge_plan_new (GPtrArray *files)
{
  JkbMergePlan *self;

  g_return_val_if_fail (files != NULL && files->len >= 2, NULL);

  self = g_new0 (JkbMergePlan, 1);
  self->files = g_ptr_array_ref (files);
  self->rows = g_array_new (FALSE, FALSE, sizeof (JkbMergeRow));
  for (JkbField field = 0; field < JKB_N_FIELDS; field++)
    if (is_shown (field))
      add_field (self, field);
  for (JkbDetail detail = 0; detail < JKB_N_DETAILS; detail++)
    add_detail (self, detail);
  return self;
}

void
jkb_merge_plan_free (JkbMergePlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->files);
  g_array_unref (plan->rows);
  g_free (plan->all_notes);
  g_free (plan);
}

const GArray *
jkb_merge_plan_get_rows (const JkbMergePlan *plan)
{
  return plan->rows;
}

GPtrArray *
jkb_merge_plan_get_files (const JkbMergePlan *plan)
{
  return plan->files;
}

static JkbMergeRow *
get_row (const JkbMergePlan *self, guint row)
{
  return &g_array_index (self->rows, JkbMergeRow, row);
}

GPtrArray *
jkb_merge_plan_list_facts (const JkbMergePlan *plan, guint row, guint file)
{
  g_return_val_if_fail (row < plan->rows->len && file < plan->files->len, NULL);

  return list_facts (get_file (plan, file), get_row (plan, row)->field);
}

const char *
jkb_merge_plan_get_detail (const JkbMergePlan *plan, guint row, guint file)
{
  g_return_val_if_fail (row < plan->rows->len && file < plan->files->len, NULL);

  return get_detail (get_file (plan, file), get_row (plan, row)->detail);
}

void
jkb_merge_plan_choose (JkbMergePlan *plan, guint row, int choice)
{
  g_return_if_fail (row < plan->rows->len);
  g_return_if_fail (choice == JKB_MERGE_ALL ? get_row (plan, row)->can_be_all
                                            : choice >= 0 && choice < (int) plan->files->len);

  get_row (plan, row)->choice = choice;
}

/* ---- the changes ---- */

static gint64
get_whole (const JkbMergePlan *self)
{
  return get_file (self, 0)->incident->id;
}

/* Whether a person stands behind another value of @field, in any case. */
static gboolean
is_disputed (const JkbMergePlan *self, JkbField field, const JkbCaseFact *chosen)
{
  for (guint file = 0; file < self->files->len; file++)
    for (guint i = 0; i < get_file (self, file)->facts->len; i++)
      {
        const JkbCaseFact *fact = get_file (self, file)->facts->pdata[i];

        if (fact != chosen && fact->fact->field == field && rank_state (fact->fact->state) > 0)
          return TRUE;
      }
  return FALSE;
}

/* From here on @chosen counts first. */
static void
put_first (const JkbMergePlan *self, const JkbCaseFact *chosen, GArray *edits)
{
  const JkbFact *fact = chosen->fact;
  gboolean is_disputed_value = is_disputed (self, fact->field, chosen);
  JkbEdit accept = { JKB_EDIT_FACT, .incident_id = get_whole (self), .fact_id = chosen->id, .field = fact->field,
                     .state = JKB_FACT_CONFIRMED };
  JkbEdit enter = { JKB_EDIT_VALUE, .incident_id = get_whole (self), .field = fact->field, .value = fact->value,
                    .qualifier = fact->qualifier };

  if (is_disputed_value)
    g_array_append_val (edits, enter);
  else if (fact->state == JKB_FACT_READ)
    g_array_append_val (edits, accept);
}

/* Rejects what stands of a field and is none of @kept. */
static void
reject_others (const JkbMergePlan *self, JkbField field, const GPtrArray *kept, GArray *edits)
{
  for (guint file = 0; file < self->files->len; file++)
    for (guint i = 0; i < get_file (self, file)->facts->len; i++)
      {
        const JkbCaseFact *fact = get_file (self, file)->facts->pdata[i];
        JkbEdit edit = { JKB_EDIT_FACT, .incident_id = get_whole (self), .fact_id = fact->id, .field = field,
                         .state = JKB_FACT_REJECTED };

        if (fact->fact->field == field && fact->fact->state != JKB_FACT_REJECTED
            && !has_value (kept, fact->fact->value))
          g_array_append_val (edits, edit);
      }
}

static void
add_field_edits (const JkbMergePlan *self, const JkbMergeRow *row, GArray *edits)
{
  int file = row->choice == JKB_MERGE_ALL ? 0 : row->choice;
  g_autoptr(GPtrArray) facts = list_facts (get_file (self, (guint) file), row->field);

  if (row->choice != JKB_MERGE_ALL && (facts->len == 0 || jkb_field_has_several (row->field)))
    reject_others (self, row->field, facts, edits);
  if (facts->len > 0 && (!jkb_field_has_several (row->field) || row->field == JKB_FIELD_INCIDENT_TYPE))
    put_first (self, facts->pdata[0], edits);
}

static const char *
join_notes (JkbMergePlan *self)
{
  g_autoptr(GPtrArray) notes = g_ptr_array_new ();

  for (guint file = 0; file < self->files->len; file++)
    {
      const char *one = get_detail (get_file (self, file), JKB_DETAIL_NOTES);

      if (one != NULL && !g_ptr_array_find_with_equal_func (notes, one, g_str_equal, NULL))
        g_ptr_array_add (notes, (gpointer) one);
    }
  g_ptr_array_add (notes, NULL);
  g_free (self->all_notes);
  self->all_notes = g_strjoinv ("\n\n", (char **) notes->pdata);
  return self->all_notes;
}

static void
add_detail_edits (JkbMergePlan *self, const JkbMergeRow *row, GArray *edits)
{
  JkbEdit edit = { JKB_EDIT_DETAIL, .incident_id = get_whole (self), .detail = row->detail };

  edit.value = row->choice == JKB_MERGE_ALL ? join_notes (self)
                                            : get_detail (get_file (self, (guint) row->choice), row->detail);
  if (edit.value == NULL && row->detail == JKB_DETAIL_SECTOR)
    edit.value = jkb_word_nick (JKB_WORDS_SECTOR, JKB_SECTOR_UNKNOWN);
  if (g_strcmp0 (edit.value, get_detail (get_file (self, 0), row->detail)) != 0)
    g_array_append_val (edits, edit);
}

GArray *
jkb_merge_plan_edits (JkbMergePlan *plan)
{
  GArray *edits = g_array_new (FALSE, TRUE, sizeof (JkbEdit));

  for (guint file = 1; file < plan->files->len; file++)
    {
      JkbEdit edit = { JKB_EDIT_MERGE, .incident_id = get_whole (plan),
                       .other_id = get_file (plan, file)->incident->id };

      g_array_append_val (edits, edit);
    }
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const JkbMergeRow *row = get_row (plan, i);

      if (!row->differs)
        continue;
      if (row->field != JKB_N_FIELDS)
        add_field_edits (plan, row, edits);
      else
        add_detail_edits (plan, row, edits);
    }
  return edits;
}
