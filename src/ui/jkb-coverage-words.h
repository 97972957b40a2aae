/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-training-plan.h"
#include "query/jkb-selection.h"
#include "ui/jkb-print.h"

/*
 * What the coverage board says: where nobody is, and whom to train next. Main thread.
 */

/**
 * JkbCoverageResult:
 * @frameworks: keeps the rest alive
 * @framework: the edition that says what is needed
 * @held: (element-type JkbRole): the roles that are there
 * @cells: (element-type JkbCoverageCell): what jkb_coverage_new() says
 * @steps: (element-type JkbPlanStep): what jkb_training_plan_new() says
 * @n_cases: how many cases weigh the phases
 * @filter: (nullable): which cases these are, in words; %NULL for all
 *
 * An answer of the board.
 */
typedef struct
{
  JkbFrameworks *frameworks;
  const JkbFramework *framework;
  GPtrArray *held;
  GPtrArray *cells;
  GPtrArray *steps;
  guint n_cases;
  char *filter;
} JkbCoverageResult;

/**
 * jkb_coverage_result_new:
 * @frameworks: frameworks
 * @framework: the edition that says what is needed
 * @held: (transfer full) (element-type JkbRole): the roles that are there
 * @selection: (nullable): the cases that weigh the phases
 * @filter: (transfer full) (nullable): which these are, in words
 *
 * Returns: (transfer full): the answer
 */
JkbCoverageResult *jkb_coverage_result_new (JkbFrameworks *frameworks,
                                            const JkbFramework *framework, GPtrArray *held,
                                            const JkbSelection *selection, char *filter);

/**
 * jkb_coverage_result_free:
 * @result: (transfer full): an answer
 */
void jkb_coverage_result_free (JkbCoverageResult *result);

/**
 * jkb_coverage_words_summary:
 * @result: an answer
 *
 * Returns: (transfer full): how much is covered, in a sentence or two
 */
char *jkb_coverage_words_summary (const JkbCoverageResult *result);

/**
 * jkb_coverage_words_share:
 * @result: what the board says
 *
 * Returns: for which share of the work somebody is there, from 0 to 1, weighted by cases when there are any
 */
double jkb_coverage_words_share (const JkbCoverageResult *result);

/**
 * jkb_coverage_words_basis:
 * @result: an answer
 *
 * Returns: (transfer full): which cases weigh the phases, and whose work it is
 */
char *jkb_coverage_words_basis (const JkbCoverageResult *result);

/**
 * jkb_coverage_words_fill_gaps:
 * @box: where to; emptied before
 * @result: an answer
 *
 * Adds what has nobody, by type of incident, most cases first, and then what has somebody.
 */
void jkb_coverage_words_fill_gaps (GtkBox *box, const JkbCoverageResult *result);

/**
 * jkb_coverage_words_fill_plan:
 * @box: where to; emptied before
 * @result: an answer
 *
 * Adds the steps of the plan.
 */
void jkb_coverage_words_fill_plan (GtkBox *box, const JkbCoverageResult *result);

/**
 * jkb_coverage_words_new_print:
 * @result: an answer
 *
 * Returns: (transfer full): the plan on one page
 */
JkbPrint *jkb_coverage_words_new_print (const JkbCoverageResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbCoverageResult, jkb_coverage_result_free)
