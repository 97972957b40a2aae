/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"
#include "query/jkb-count-tables.h"
#include "query/jkb-filter.h"
#include "query/jkb-tally.h"

/*
 * Inside the room `query`: everything that facets and charts count of a selection, counted in one go.
 * A case that fails no part of the filter counts everywhere; one that fails just the part that a facet
 * or chart leaves out counts there only. So the counts are kept apart by what cases fail, and a facet
 * or a chart adds up those it wants. Who leaves out all that the filter uses gets the counts of all
 * cases, which are known already.
 */
typedef struct _JkbSurvey JkbSurvey;

/**
 * jkb_survey_new:
 * @cases: a snapshot, which lives longer
 * @fails: (nullable) (array): by slot, see jkb_pass_new(); likewise; not asked for where @filter uses no columns
 * @passes: (array): a bit for each slot, set of the cases that pass; likewise
 * @filter: what they pass
 *
 * Counts nothing until asked. Any thread. Returns: (transfer full): the counts to come
 */
JkbSurvey *jkb_survey_new (const JkbCases *cases, const guint16 *fails, const guint64 *passes,
                           const JkbFilter *filter);

/**
 * jkb_survey_free:
 * @survey: (nullable) (transfer full): counts
 */
void jkb_survey_free (JkbSurvey *survey);

/**
 * jkb_survey_count:
 * @survey: counts
 *
 * Counts now what would be counted when first asked for. Any thread.
 */
void jkb_survey_count (JkbSurvey *survey);

/**
 * jkb_survey_sum:
 * @survey: counts
 * @left_out: bits of the #JkbFacet to leave out of the filter
 * @part: which table
 * @n_cells: (out): its length
 * @n_cases: (out): how many cases are in it
 *
 * The first to ask waits until all is counted: some milliseconds for a million cases. Any thread.
 *
 * Returns: (transfer full) (nullable) (array length=n_cells): the counts, %NULL when those with
 *   @left_out are not kept
 */
guint *jkb_survey_sum (JkbSurvey *survey, guint left_out, JkbCountPart part, gsize *n_cells,
                       guint *n_cases);

/**
 * jkb_survey_get_first_year:
 * @survey: counts
 *
 * Any thread. Returns: the year of the first cells of %JKB_COUNT_TIME; the last #JKB_N_TYPES cells
 *   are of cases without a year
 */
guint jkb_survey_get_first_year (const JkbSurvey *survey);

/**
 * jkb_survey_get_bits:
 * @survey: counts
 * @left_out: bits of the #JkbFacet to leave out of the filter
 * @i: number of a block
 *
 * Any thread. Returns: (transfer none) (nullable) (array): the bits of its cases that fail nothing but
 *   @left_out; %NULL when they are not at hand and who asks has to look at what each case fails
 */
const guint64 *jkb_survey_get_bits (const JkbSurvey *survey, guint left_out, guint i);

/**
 * jkb_survey_tally:
 * @survey: counts
 * @cases: what was counted
 * @left_out: bits of the #JkbFacet to leave out of the filter
 * @rows: what to count by
 * @columns: what to divide each count by
 *
 * Any thread. Returns: (transfer full) (nullable): the table, %NULL when it does not follow from the
 *   counts
 */
JkbTally *jkb_survey_tally (JkbSurvey *survey, const JkbCases *cases, guint left_out, JkbAxis rows,
                            JkbAxis columns);
