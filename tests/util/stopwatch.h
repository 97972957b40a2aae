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
 * stopwatch_median:
 * @times: (inout) (array length=n): measured times; sorted afterwards
 * @n: how many, at least one
 *
 * Returns: the one in the middle
 */
double stopwatch_median (double *times, gsize n);
