/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-date-choice.h"

#include <math.h>

#include "extract/jkb-date-settle.h"

typedef struct
{
  double points[JKB_DATE_N_SLOTS];
} Points;

/* 5月 of no year is no day of the incident. */
static gboolean
is_candidate (const JkbDateValue *value)
{
  return jkb_date_is_set (value->date) && (value->date.year != 0 || value->date.day != 0);
}

static Points
weigh (const JkbDateSigns *signs)
{
  Points points = { { 0 } };

  for (guint slot = 0; slot < JKB_DATE_N_SLOTS; slot++)
    {
      int sum = 0;

      for (guint i = 0; i < signs->n_signs; i++)
        sum += jkb_date_weights[signs->signs[i]][slot];
      points.points[slot] = (double) sum / JKB_DATE_WEIGHT_PARTS;
    }
  return points;
}

/* What speaks for each date; of those that can be no day of the incident nothing does. */
static Points *
weigh_all (const JkbDatePlaces *places, const JkbDateValue *values, gboolean is_by_reporter, guint *n_candidates)
{
  Points *points = g_new0 (Points, places->n_matches + 1);
  JkbDateSpread spread = jkb_date_spread_find (values, places->n_matches);
  JkbDateSigns signs;

  spread.is_by_reporter = is_by_reporter;
  *n_candidates = 0;
  for (guint i = 0; i < places->n_matches; i++)
    if (is_candidate (&values[i]))
      {
        jkb_date_signs_find (places, values, &spread, i, &signs);
        points[i] = weigh (&signs);
        ++*n_candidates;
      }
  return points;
}

/* What the rules took speaks for a date, more so where they had not to look for a verb. */
static double
weigh_rule (const JkbDateChoice *by_rule, guint slot, guint index)
{
  int weight = jkb_date_rule_weights[slot] + (by_rule->is_outright ? JKB_DATE_OUTRIGHT_WEIGHT : 0);

  return by_rule->index == index ? (double) weight / JKB_DATE_WEIGHT_PARTS : 0;
}

static JkbDateChoice
choose (const JkbDateValue *values, guint n_values, const Points *points, guint slot, double none, JkbDateChoice by_rule)
{
  JkbDateChoice choice = { G_MAXUINT, FALSE, 0 };
  double best = none + weigh_rule (&by_rule, slot, G_MAXUINT);
  double sum = 1;                       /* of all, the best so far being 1 */

  for (guint i = 0; i < n_values; i++)
    {
      double of_date = points[i].points[slot] + weigh_rule (&by_rule, slot, i);

      if (!is_candidate (&values[i]))
        continue;
      if (of_date > best)
        {
          sum = sum * exp (best - of_date) + 1;
          best = of_date;
          choice.index = i;
        }
      else
        sum += exp (of_date - best);
    }
  choice.probability = 1 / sum;
  return choice;
}

static gboolean
is_end (JkbDate first, JkbDate last)
{
  return jkb_date_compare (first, last) != 0 && jkb_date_may_follow (first, last);
}

void
jkb_date_choose (const JkbDatePlaces *places, const JkbDateValue *values, gboolean is_by_reporter, JkbDateChoice choices[JKB_DATE_N_SLOTS])
{
  JkbDateChoice *end = &choices[JKB_DATE_SLOT_ENDED];
  guint n_candidates, from;
  g_autofree Points *points = weigh_all (places, values, is_by_reporter, &n_candidates);

  for (guint slot = 0; slot < JKB_DATE_N_SLOTS; slot++)
    {
      double none = jkb_date_none_weights[MIN (n_candidates, JKB_DATE_N_FIRST - 1)][slot];

      choices[slot] = choose (values, places->n_matches, points, slot, none / JKB_DATE_WEIGHT_PARTS, choices[slot]);
    }
  from = choices[JKB_DATE_SLOT_BEGAN].index;
  if (end->index != G_MAXUINT && from != G_MAXUINT && !is_end (values[from].date, values[end->index].date))
    *end = (JkbDateChoice){ G_MAXUINT, FALSE, 1 - end->probability };
}
