/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stopwatch.h"

#include <stdlib.h>
#include <time.h>

double
stopwatch_ms (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

double
stopwatch_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare_times (const void *a, const void *b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return (one > other) - (one < other);
}

double
stopwatch_median (double *times, gsize n)
{
  g_return_val_if_fail (n > 0, 0);

  qsort (times, n, sizeof (double), compare_times);
  return times[n / 2];
}
