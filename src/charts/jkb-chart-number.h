/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/jkb-chart.h"

/*
 * Figures as charts print them, and the steps of their axes.
 */

/** Length of a buffer that holds any grouped figure with its NUL. */
#define JKB_CHART_NUMBER_MAX 32

/**
 * jkb_chart_number_print:
 * @value: a figure, 0 or more
 * @buffer: (out caller-allocates): at least %JKB_CHART_NUMBER_MAX bytes
 *
 * Prints @value with commas between groups of three digits. Any thread. Returns: @buffer
 */
const char *jkb_chart_number_print (gint64 value, char *buffer);

/**
 * jkb_chart_number_shorten:
 * @value: a figure, 0 or more
 * @words: has the steps
 *
 * Prints @value in the largest step that holds it with at most one decimal, `1.5万`; a figure that no
 * step holds is printed as jkb_chart_number_print() does. Any thread.
 *
 * Returns: (transfer full): the short form, exactly the value
 */
char *jkb_chart_number_shorten (gint64 value, const JkbChartWords *words);

/**
 * jkb_chart_number_share:
 * @count: a part
 * @total: of so many
 *
 * Returns: (transfer full): whole per cents, `12%`; of what would be rounded away `<1%` and `>99%`; `0%` of
 *   nothing
 */
char *jkb_chart_number_share (gint64 count, gint64 total);

/**
 * jkb_chart_number_step:
 * @max: the largest figure on an axis that begins at 0
 * @n_steps_max: how many steps there may be, at least 1
 *
 * Any thread. Returns: the smallest of 1, 2, 5, 10, 20, 50, … that needs no more steps
 */
gint64 jkb_chart_number_step (gint64 max, int n_steps_max);
