/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "query/jkb-cases.h"
#include "query/jkb-filter.h"
#include "query/jkb-search-line.h"
#include "query/jkb-survey.h"

/**
 * JkbAnswer:
 * @cases: the snapshot that was asked
 * @filter: what was wanted
 * @line: the words of @filter
 * @fails: (nullable) (array): by slot, see jkb_pass_new(); %NULL of the first rows
 * @passes: (nullable) (array): a bit for each slot, see jkb-bits.h; the slots of a block begin a word; likewise
 * @n_passing: how many cases pass
 * @survey: (nullable): what facets and charts count; %NULL of the first rows
 *
 * Inside the room `query`: which cases a filter lets pass, in no order. Selections that differ in their order
 * share it. Never changes; any thread.
 */
typedef struct
{
  gatomicrefcount ref_count;
  JkbCases *cases;
  JkbFilter *filter;
  JkbSearchLine *line;
  guint16 *fails;
  guint64 *passes;
  guint n_passing;
  JkbSurvey *survey;
} JkbAnswer;

/**
 * jkb_answer_new:
 * @cases: a snapshot
 * @filter: (nullable): what is wanted
 * @cancellable: (nullable): checked often
 *
 * Any thread. Returns: (transfer full) (nullable): the answer, %NULL when cancelled
 */
JkbAnswer *jkb_answer_new (JkbCases *cases, const JkbFilter *filter, GCancellable *cancellable);

/**
 * jkb_answer_new_first:
 * @cases: a snapshot
 * @filter: (nullable): what is wanted
 * @order: in which order
 * @n_rows: how many cases are wanted
 * @slots: (out) (transfer full) (element-type guint32): these cases in their order
 * @cancellable: (nullable): checked often
 *
 * Any thread. Returns: (transfer full) (nullable): an answer as if no others passed, %NULL when cancelled
 */
JkbAnswer *jkb_answer_new_first (JkbCases *cases, const JkbFilter *filter, JkbOrder order, guint n_rows,
                                 GArray **slots, GCancellable *cancellable);

/** jkb_answer_ref: Any thread. Returns: (transfer full): @answer */
JkbAnswer *jkb_answer_ref (JkbAnswer *answer);

/** jkb_answer_unref: @answer: (transfer full): an answer. Any thread. */
void jkb_answer_unref (JkbAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbAnswer, jkb_answer_unref)
