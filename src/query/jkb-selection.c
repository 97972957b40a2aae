/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-selection.h"

#include "query/jkb-answer.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-listing.h"
#include "query/jkb-selection-private.h"
#include "query/jkb-survey.h"
#include "query/jkb-tally-private.h"

/* Fewer cases are read faster than a person notices. */
#define CASES_INDEXED 2000u

struct _JkbSelection
{
  gatomicrefcount ref_count;
  JkbAnswer *answer;            /* the cases that pass */
  JkbOrder order;
  JkbListing *listing;          /* these in order */
};

static JkbSelection *
take_parts (JkbAnswer *answer, JkbOrder order, JkbListing *listing)
{
  JkbSelection *self = g_new0 (JkbSelection, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->answer = answer;
  self->order = order;
  self->listing = listing;
  return self;
}

static JkbSelection *
order_answer (JkbAnswer *answer, JkbOrder order)
{
  return take_parts (answer, order, jkb_listing_new (answer->cases, answer->passes, answer->n_passing, order));
}

JkbSelection *
jkb_selection_new (JkbCases *cases, const JkbFilter *filter, JkbOrder order,
                   GCancellable *cancellable, GError **error)
{
  JkbAnswer *answer;

  g_return_val_if_fail (cases != NULL && order.column < JKB_N_COLUMNS, NULL);

  answer = jkb_answer_new (cases, filter, cancellable);
  if (answer != NULL)
    return order_answer (answer, order);
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return NULL;
}

JkbSelection *
jkb_selection_new_first (JkbCases *cases, const JkbFilter *filter, JkbOrder order, guint n_rows,
                         GCancellable *cancellable, GError **error)
{
  JkbAnswer *answer;
  g_autoptr(GArray) slots = NULL;

  g_return_val_if_fail (cases != NULL && order.column < JKB_N_COLUMNS, NULL);

  answer = jkb_answer_new_first (cases, filter, order, n_rows, &slots, cancellable);
  if (answer != NULL)
    return take_parts (answer, order, jkb_listing_new_first (slots));
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return NULL;
}

JkbSelection *
jkb_selection_new_reordered (const JkbSelection *selection, JkbOrder order)
{
  g_return_val_if_fail (order.column < JKB_N_COLUMNS && selection->answer->passes != NULL, NULL);

  return order_answer (jkb_answer_ref (selection->answer), order);
}

typedef struct
{
  JkbCases *cases;
  JkbFilter *filter;
  JkbOrder order;
  guint n_rows;                 /* of the first ones, where only these are wanted */
  JkbSelection *earlier;        /* (nullable): the same cases in another order */
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  jkb_cases_unref (request->cases);
  jkb_filter_free (request->filter);
  g_clear_pointer (&request->earlier, jkb_selection_unref);
  g_free (request);
}

static void
select_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  GError *error = NULL;
  JkbSelection *selection
      = jkb_selection_new (request->cases, request->filter, request->order, cancellable, &error);

  /* Whoever draws shall not have to count. */
  if (selection != NULL && !g_cancellable_is_cancelled (cancellable))
    jkb_survey_count (selection->answer->survey);
  if (selection != NULL)
    g_task_return_pointer (task, selection, (GDestroyNotify) jkb_selection_unref);
  else
    g_task_return_error (task, error);
  /* The answer is on its way; this thread gets ready for the next word. */
  if (request->filter->words != NULL && jkb_cases_n (request->cases) >= CASES_INDEXED)
    jkb_cases_index_texts (request->cases, NULL);
}

static GTask *
make_task (JkbCases *cases, const JkbFilter *filter, JkbOrder order, guint n_rows, GCancellable *cancellable,
           GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  g_task_set_source_tag (task, jkb_selection_new_async);
  request->cases = jkb_cases_ref (cases);
  request->filter = filter != NULL ? jkb_filter_copy (filter) : jkb_filter_new ();
  request->order = order;
  request->n_rows = n_rows;
  g_task_set_task_data (task, request, free_request);
  return task;
}

void
jkb_selection_new_async (JkbCases *cases, const JkbFilter *filter, JkbOrder order,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr(GTask) task = make_task (cases, filter, order, 0, cancellable, callback, user_data);

  g_task_run_in_thread (task, select_in_thread);
}

static void
select_first_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  GError *error = NULL;
  JkbSelection *selection = jkb_selection_new_first (request->cases, request->filter, request->order, request->n_rows,
                                                     cancellable, &error);

  if (selection != NULL)
    g_task_return_pointer (task, selection, (GDestroyNotify) jkb_selection_unref);
  else
    g_task_return_error (task, error);
}

void
jkb_selection_new_first_async (JkbCases *cases, const JkbFilter *filter, JkbOrder order, guint n_rows,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = make_task (cases, filter, order, n_rows, cancellable, callback, user_data);

  g_task_run_in_thread (task, select_first_in_thread);
}

static void
reorder_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;

  g_task_return_pointer (task, jkb_selection_new_reordered (request->earlier, request->order),
                         (GDestroyNotify) jkb_selection_unref);
}

void
jkb_selection_new_reordered_async (JkbSelection *selection, JkbOrder order, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = make_task (selection->answer->cases, selection->answer->filter, order, 0, cancellable,
                                     callback, user_data);
  Request *request = g_task_get_task_data (task);

  request->earlier = jkb_selection_ref (selection);
  g_task_run_in_thread (task, reorder_in_thread);
}

JkbSelection *
jkb_selection_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, jkb_selection_new_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

JkbSelection *
jkb_selection_ref (JkbSelection *selection)
{
  g_atomic_ref_count_inc (&selection->ref_count);
  return selection;
}

void
jkb_selection_unref (JkbSelection *selection)
{
  if (!g_atomic_ref_count_dec (&selection->ref_count))
    return;
  jkb_listing_free (selection->listing);
  jkb_answer_unref (selection->answer);
  g_free (selection);
}

guint
jkb_selection_n (const JkbSelection *selection)
{
  return jkb_listing_n (selection->listing);
}

void
jkb_selection_get (const JkbSelection *selection, guint position, JkbCase *out)
{
  g_return_if_fail (position < jkb_selection_n (selection));

  jkb_cases_get (selection->answer->cases, jkb_listing_get (selection->listing, position), out);
}

gint64
jkb_selection_get_id (const JkbSelection *selection, guint position)
{
  const JkbCaseBlock *block;
  guint row;

  g_return_val_if_fail (position < jkb_selection_n (selection), 0);

  block = jkb_cases_block (selection->answer->cases, jkb_listing_get (selection->listing, position), &row);
  return jkb_case_block_get_id (block, row);
}

gboolean
jkb_selection_find (JkbSelection *selection, gint64 id, guint *position)
{
  guint slot;

  return jkb_cases_find (selection->answer->cases, id, &slot)
         && jkb_listing_find (selection->listing, slot, position);
}

JkbCases *
jkb_selection_get_cases (const JkbSelection *selection)
{
  return selection->answer->cases;
}

const JkbFilter *
jkb_selection_get_filter (const JkbSelection *selection)
{
  return selection->answer->filter;
}

JkbOrder
jkb_selection_get_order (const JkbSelection *selection)
{
  return selection->order;
}

const JkbSearchLine *
jkb_selection_get_line (const JkbSelection *selection)
{
  return selection->answer->line;
}

const guint16 *
jkb_selection_get_fails (const JkbSelection *selection)
{
  return jkb_answer_get_fails (selection->answer);
}

JkbSurvey *
jkb_selection_get_survey (const JkbSelection *selection)
{
  return selection->answer->survey;
}

/* The part of the filter that speaks of the same thing as @axis, as a bit. */
static guint
get_own_facet (JkbAxis axis)
{
  switch (axis)
    {
    case JKB_AXIS_TYPE:
      return 1u << JKB_FACET_TYPE;
    case JKB_AXIS_CIRCUMSTANCE:
      return 1u << JKB_FACET_CIRCUMSTANCE;
    case JKB_AXIS_SECTOR:
      return 1u << JKB_FACET_SECTOR;
    case JKB_AXIS_STATUS:
      return 1u << JKB_FACET_STATUS;
    case JKB_AXIS_DATA_ITEM:
      return 1u << JKB_FACET_DATA_ITEM;
    case JKB_AXIS_REVIEW:
      return 1u << JKB_FACET_REVIEW;
    case JKB_AXIS_SOURCE_KIND:
      return 1u << JKB_FACET_SOURCE_KIND;
    case JKB_AXIS_YEAR:
    case JKB_AXIS_MONTH:
      return 1u << JKB_FACET_TIME;
    case JKB_AXIS_PEOPLE:
      return 1u << JKB_FACET_PEOPLE;
    case JKB_AXIS_RECORDS:
    case JKB_AXIS_DELAY:
    case JKB_AXIS_NONE:
    case JKB_N_AXES:
      break;
    }
  return 0;
}

JkbTally *
jkb_selection_tally_without (const JkbSelection *selection, guint left_out, JkbAxis rows,
                             JkbAxis columns)
{
  JkbTally *tally = jkb_survey_tally (selection->answer->survey, selection->answer->cases, left_out, rows, columns);

  if (tally != NULL)
    return tally;
  return jkb_tally_new (selection->answer->cases, jkb_answer_get_fails (selection->answer), (guint16) ~left_out, rows, columns);
}

JkbTally *
jkb_selection_tally (const JkbSelection *selection, JkbAxis rows, JkbAxis columns)
{
  return jkb_selection_tally_without (selection, get_own_facet (rows) | get_own_facet (columns),
                                      rows, columns);
}

JkbTally *
jkb_selection_tally_inside (const JkbSelection *selection, JkbAxis rows, JkbAxis columns)
{
  return jkb_selection_tally_without (selection, 0, rows, columns);
}
