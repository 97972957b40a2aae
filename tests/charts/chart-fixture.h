/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/jkb-chart-layout.h"

/** Words and frame of all charts in tests. */
extern const JkbChartWords fixture_words;
extern const JkbChartInfo fixture_info;

/** Measures by counting: a wide character is as wide as high, any other half of that. */
void fixture_measure (const char *text, JkbTextRole role, double scale, double *width,
                      double *height, gpointer user_data);

/** A style that measures with fixture_measure(). */
JkbChartStyle fixture_style (JkbChartParts parts, gboolean rtl);

/** Bars with one layer and these counts; their labels are A, B, C, … */
JkbChart *fixture_bars (const gint64 *counts, gsize n_counts);

/** A histogram of these figures. */
JkbChart *fixture_histogram (const gint64 *values, gsize n_values);

/** A layout as text: one line for each thing, figures with one decimal. */
char *fixture_print (const JkbChartLayout *layout);

/** Compares with tests/data/charts/NAME; JIKENBO_REWRITE_GOLDEN=1 writes the file anew. */
void fixture_assert_golden (const char *name, const char *found);
