/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stopwatch.h"

#include <stdlib.h>
#include <time.h>

double
stopwatch_ms (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

double
stopwatch_cpu_ms (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

double
stopwatch_process_ms (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

Spent
spent_now (void)
{
  return (Spent){ stopwatch_ms (), stopwatch_process_ms () };
}

Spent
spent_since (Spent begin)
{
  Spent now = spent_now ();

  return (Spent){ now.wall_ms - begin.wall_ms, now.cpu_ms - begin.cpu_ms };
}

void
goal_print (const char *what, double by_wall, double by_processor, double goal)
{
  if (goal > 0)
    g_print ("%-68s %8.4f  by the processor %8.4f  goal %6.3f  %s\n", what, by_wall, by_processor, goal,
             by_processor <= goal ? "met" : "MISSED");
  else
    g_print ("%-68s %8.4f  by the processor %8.4f\n", what, by_wall, by_processor);
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
