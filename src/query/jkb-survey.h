/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"
#include "query/jkb-filter.h"
#include "query/jkb-tally.h"

/*
 * Inside the room `query`: everything that facets and charts count of a selection, counted in one go.
 * A case that fails no part of the filter counts everywhere; one that fails just the part that a facet
 * or chart leaves out counts there only. So the counts are kept apart by what cases fail, and a facet
 * or a chart adds up those it wants.
 */
typedef struct _JkbSurvey JkbSurvey;

/** JkbSurveyPart: tables of counts. */
typedef enum
{
  JKB_SURVEY_KIN,                       /* by jkb_case_block_kin() */
  JKB_SURVEY_MANNER,                    /* by kind of source * %JKB_N_MANNERS + jkb_case_block_manner() */
  JKB_SURVEY_ITEMS,                     /* by the lower and upper bits of the data items, then none */
  JKB_SURVEY_TIME,                      /* by (years * %JKB_SURVEY_MONTHS + month) * %JKB_N_TYPES + type */
  JKB_SURVEY_PEOPLE,                    /* by jkb_people_code() */
  JKB_SURVEY_DELAY,                     /* by jkb_case_block_delay_cell() */
  JKB_N_SURVEY_PARTS
} JkbSurveyPart;

/** JKB_SURVEY_MONTHS: cells of a year; month 0 is "not known" */
#define JKB_SURVEY_MONTHS 16
/** How the bits of data items are split; two tables of some thousand cells stay near the processor. */
#define JKB_SURVEY_LOW_BITS 11
#define JKB_SURVEY_LOW_CELLS (1u << JKB_SURVEY_LOW_BITS)
#define JKB_SURVEY_HIGH_CELLS (1u << (JKB_N_DATA_ITEMS - JKB_SURVEY_LOW_BITS))
#define JKB_SURVEY_NO_ITEM (JKB_SURVEY_LOW_CELLS + JKB_SURVEY_HIGH_CELLS)

/**
 * jkb_survey_new:
 * @cases: a snapshot, which lives longer
 * @fails: (array): by slot, see jkb_pass_new(); likewise
 * @filter: what @fails were made from
 *
 * Counts nothing until asked. Any thread. Returns: (transfer full): the counts to come
 */
JkbSurvey *jkb_survey_new (const JkbCases *cases, const guint16 *fails, const JkbFilter *filter);

/**
 * jkb_survey_free:
 * @survey: (nullable) (transfer full): counts
 */
void jkb_survey_free (JkbSurvey *survey);

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
guint *jkb_survey_sum (JkbSurvey *survey, guint left_out, JkbSurveyPart part, gsize *n_cells,
                       guint *n_cases);

/**
 * jkb_survey_get_first_year:
 * @survey: counts
 *
 * Any thread. Returns: the year of the first cells of %JKB_SURVEY_TIME; the last #JKB_N_TYPES cells
 *   are of cases without a year
 */
guint jkb_survey_get_first_year (const JkbSurvey *survey);

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
