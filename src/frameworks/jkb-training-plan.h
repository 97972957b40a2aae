/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-coverage.h"
#include "frameworks/jkb-role-beside.h"

/*
 * Whom to train or to look for next, given the work for which an organisation has nobody.
 *
 * A greedy cover: each step takes the role of the edition that closes most of what is still open,
 * where an open phase counts as the cases that the subject occurs in times the weight of the role
 * there. Phases of subjects that do not occur count only between roles that are equal by that. It
 * ends when nobody is missing.
 */

/**
 * JkbPlanStep:
 * @role: whom to train or to look for
 * @closed: (element-type JkbAssignment): its parts in the phases that it closes, in the order of the
 *   board; none of them was closed by an earlier step
 * @n_cases: cases of the subjects of @closed, each phase counted by itself
 * @from: the role that is there and has most duties in common with @role; its `role` is %NULL when
 *   none has any. Counts are as seen from that role: `n_new` is what it has to learn
 *
 * One step of a plan.
 */
typedef struct
{
  const JkbRole *role;
  GPtrArray *closed;
  guint64 n_cases;
  JkbBeside from;
} JkbPlanStep;

/**
 * jkb_training_plan_new:
 * @frameworks: frameworks
 * @cells: (element-type JkbCoverageCell): what jkb_coverage_new() said of @framework
 * @held: (element-type JkbRole): the roles that are there
 * @framework: the edition whose roles are proposed
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type JkbPlanStep): the steps, most needed first; none when nobody
 *   is missing
 */
GPtrArray *jkb_training_plan_new (const JkbFrameworks *frameworks, const GPtrArray *cells,
                                  const GPtrArray *held, const JkbFramework *framework);

/**
 * jkb_training_plan_print:
 * @steps: (element-type JkbPlanStep): a plan
 * @cells: (element-type JkbCoverageCell): what it was made from
 *
 * Writes a table that other programs read: tabs, a heading, a row for each phase that a step closes.
 * Names and reasons are in both languages. Any thread.
 *
 * Returns: (transfer full): the table
 */
char *jkb_training_plan_print (const GPtrArray *steps, const GPtrArray *cells);
