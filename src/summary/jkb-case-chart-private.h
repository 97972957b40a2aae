/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "summary/jkb-case-chart.h"

/* Inside the room `summary`: what the charts of cases have in common. */

/**
 * JkbCaseFrame:
 * @info: what stands around the numbers
 * @basis: owned; `info.basis`
 * @filter: (nullable): owned; `info.filter`
 * @source: owned; `info.source`
 * @n_cases: how many the chart rests on
 *
 * What stands around one chart, with the words it owns.
 */
typedef struct
{
  JkbChartInfo info;
  char *basis;
  char *filter;
  char *source;
  guint n_cases;
} JkbCaseFrame;

/**
 * jkb_case_frame_make:
 * @kind: a chart
 * @selection: the cases
 * @n_cases: how many it rests on
 * @n_unknown: how many of them are shown as not known
 *
 * Any thread. Returns: the frame, to be cleared with jkb_case_frame_clear()
 */
JkbCaseFrame jkb_case_frame_make (JkbCaseChart kind, const JkbSelection *selection, guint n_cases,
                                  guint n_unknown);

/**
 * jkb_case_frame_leave_out:
 * @frame: a frame
 * @n_left_out: how many cases the chart does not show for want of a value
 *
 * Says so.
 */
void jkb_case_frame_leave_out (JkbCaseFrame *frame, guint n_left_out);

/**
 * jkb_case_frame_clear:
 * @frame: a frame
 *
 * Frees its words.
 */
void jkb_case_frame_clear (JkbCaseFrame *frame);

/** The parts of a filter that the marks of a chart narrow, as bits of #JkbFacet. */
guint jkb_case_chart_facets (JkbCaseChart kind);

/**
 * JkbCauseRows:
 * @terms: (element-type JkbChartTerm): the causes of a classification, then, apart, what needs a choice
 *   between them, what is not counted there, and what is not known
 * @types: (element-type guint32): the types that each of them counts, as bits of #JkbIncidentType
 * @labels: owned: the labels of @terms
 */
typedef struct
{
  GArray *terms;
  GArray *types;
  GPtrArray *labels;
} JkbCauseRows;

/** Returns: the rows of @scheme, in which every type stands once; see jkb_cause_rows_clear(). Any thread. */
JkbCauseRows jkb_cause_rows_list (const JkbScheme *scheme);

/** Frees what @rows holds. */
void jkb_cause_rows_clear (JkbCauseRows *rows);

/** Returns: the category of a mark that stands for @types, bits of #JkbIncidentType. */
int jkb_cause_category (guint32 types);

/** Returns: the types that belong to a cause of @scheme as a whole (@sure), or of which only some cases do. */
guint32 jkb_scheme_types (const JkbScheme *scheme, gboolean sure);

/** Returns: how many cases of @types @tally has, whose rows are types. */
gint64 jkb_count_types (const JkbTally *tally, guint32 types);

/** The chart of affected persons, see jkb_case_chart_new(). */
JkbChart *jkb_case_chart_affected (const JkbSelection *selection);

/** The chart of delays, see jkb_case_chart_new(). */
JkbChart *jkb_case_chart_delays (const JkbSelection *selection);

/** The chart of the largest cases, see jkb_case_chart_new(). */
JkbChart *jkb_case_chart_top (const JkbSelection *selection);
