/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/jkb-chart-number.h"

#include <string.h>

const char *
jkb_chart_number_print (gint64 value, char *buffer)
{
  char digits[JKB_CHART_NUMBER_MAX];
  int n_digits = g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, value);
  char *end = buffer;

  for (int i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        *end++ = ',';
      *end++ = digits[i];
    }
  *end = '\0';
  return buffer;
}

char *
jkb_chart_number_shorten (gint64 value, const JkbChartWords *words)
{
  char whole[JKB_CHART_NUMBER_MAX];

  for (gsize i = words->n_steps; i > 0; i--)
    {
      const JkbChartStep *step = &words->steps[i - 1];
      gint64 tenth = step->from / 10;

      if (value < step->from || value % tenth != 0)
        continue;
      jkb_chart_number_print (value / step->from, whole);
      if (value % step->from == 0)
        return g_strconcat (whole, step->suffix, NULL);
      return g_strdup_printf ("%s.%d%s", whole, (int) (value % step->from / tenth), step->suffix);
    }
  return g_strdup (jkb_chart_number_print (value, whole));
}

char *
jkb_chart_number_share (gint64 count, gint64 total)
{
  double percent = total > 0 ? 100.0 * (double) count / (double) total : 0;

  if (count > 0 && percent < 1)
    return g_strdup ("<1%");
  if (count < total && percent > 99)
    return g_strdup (">99%");
  return g_strdup_printf ("%d%%", (int) (percent + 0.5));
}

gint64
jkb_chart_number_step (gint64 max, int n_steps_max)
{
  static const gint64 factors[] = { 1, 2, 5 };

  for (gint64 power = 1; power <= G_MAXINT64 / 10; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
      if (max / (power * factors[i]) + (max % (power * factors[i]) != 0) <= n_steps_max)
        return power * factors[i];
  return MAX (max, 1);
}
