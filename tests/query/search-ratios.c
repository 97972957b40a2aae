/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-ratios.h"

#include <math.h>

/* Shorter times are what the clocks can tell apart, no more. */
#define LEAST_MS 1e-4

double
search_ratio (Spent ours, Spent theirs, int by)
{
  return by == BY_WALL ? MAX (ours.wall_ms, LEAST_MS) / MAX (theirs.wall_ms, LEAST_MS)
                       : MAX (ours.cpu_ms, LEAST_MS) / MAX (theirs.cpu_ms, LEAST_MS);
}

void
search_ratios_note (SearchRatios *self, WordKind kind, Spent ours, Spent theirs)
{
  for (int by = 0; by < N_CLOCKS; by++)
    {
      double ratio = search_ratio (ours, theirs, by);

      self->log_sum[by] += log (ratio);
      self->worst[by][kind] = MAX (self->worst[by][kind], ratio);
    }
  self->n[kind]++;
}

static double
get_worst (const SearchRatios *self, int by)
{
  return MAX (self->worst[by][WORD_RARE], MAX (self->worst[by][WORD_SHORT], self->worst[by][WORD_LONGER]));
}

static void
print_kind (const SearchRatios *self, const char *what, WordKind kind, const char *words, double goal)
{
  g_autofree char *line = g_strdup_printf ("%s, %s, at worst", what, words);

  if (self->n[kind] > 0)
    goal_print (line, self->worst[BY_WALL][kind], self->worst[BY_PROCESSOR][kind], goal);
}

void
search_ratios_print (const SearchRatios *self, const char *what, const SearchGoals *goals)
{
  guint n = self->n[WORD_RARE] + self->n[WORD_SHORT] + self->n[WORD_LONGER];
  g_autofree char *mean = g_strdup_printf ("%s, geometric mean", what);
  g_autofree char *worst = g_strdup_printf ("%s, at worst", what);

  if (n == 0)
    return;
  print_kind (self, what, WORD_SHORT, "1 or 2 characters, in more than 1 %", goals->worst_short);
  print_kind (self, what, WORD_LONGER, "longer, in more than 1 %", goals->worst_longer);
  goal_print (mean, exp (self->log_sum[BY_WALL] / n), exp (self->log_sum[BY_PROCESSOR] / n), goals->mean);
  goal_print (worst, get_worst (self, BY_WALL), get_worst (self, BY_PROCESSOR), goals->worst);
}
