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
 * @passes: (nullable) (array): a bit for each slot, see jkb-bits.h; the slots of a block begin a word; %NULL of the
 *   first rows
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
  guint64 *passes;
  guint n_passing;
  JkbSurvey *survey;
  /*< private >*/
  guint16 *fails;                       /* atomic; see jkb_answer_get_fails() */
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

/**
 * jkb_answer_get_fails:
 * @answer: an answer, not of the first rows
 *
 * Where words are all that is wanted, nothing but some figures needs to know more than which cases pass, and two bytes
 * a case take longer to write than a word to find; so there it is made when first asked for. Any thread.
 *
 * Returns: (transfer none) (array): by slot, see jkb_pass_new()
 */
const guint16 *jkb_answer_get_fails (JkbAnswer *answer);

/** jkb_answer_ref: Any thread. Returns: (transfer full): @answer */
JkbAnswer *jkb_answer_ref (JkbAnswer *answer);

/** jkb_answer_unref: @answer: (transfer full): an answer. Any thread. */
void jkb_answer_unref (JkbAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbAnswer, jkb_answer_unref)
