/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * stopwatch_ms:
 *
 * Returns: milliseconds of a clock that only goes forward
 */
double stopwatch_ms (void);

/**
 * stopwatch_cpu_ms:
 *
 * Returns: milliseconds that the processor has spent on this thread, other work left out
 */
double stopwatch_cpu_ms (void);

/**
 * stopwatch_process_ms:
 *
 * Returns: milliseconds that processors have spent on all threads of this program, other work left out
 */
double stopwatch_process_ms (void);

/**
 * Spent:
 * @wall_ms: by the clock on the wall
 * @cpu_ms: of processors, which the work of other programs does not change
 *
 * What something took.
 */
typedef struct
{
  double wall_ms;
  double cpu_ms;
} Spent;

/**
 * spent_now:
 *
 * Returns: both clocks, for spent_since()
 */
Spent spent_now (void);

/**
 * spent_since:
 * @begin: from spent_now()
 *
 * Returns: what was spent since
 */
Spent spent_since (Spent begin);

/**
 * goal_print:
 * @what: what is measured
 * @by_wall: by the clock on the wall
 * @by_processor: by the time of the processor
 * @goal: what it is to be at most, 0 when nothing is promised
 *
 * Prints a line. What the processor spent decides, as other work does not change it.
 */
void goal_print (const char *what, double by_wall, double by_processor, double goal);

/**
 * stopwatch_median:
 * @times: (inout) (array length=n): measured times; sorted afterwards
 * @n: how many, at least one
 *
 * Returns: the one in the middle
 */
double stopwatch_median (double *times, gsize n);
