/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-date-calendar.h"

#include <stdlib.h>

JkbDate
jkb_date_make (int year, int month, int day)
{
  return jkb_date_is_valid (year, month, day)
             ? (JkbDate){ (gint16) year, (guint8) month, (guint8) day }
             : JKB_DATE_NONE;
}

JkbDate
jkb_date_add_months (JkbDate date, int n_months)
{
  int months = date.year * 12 + date.month - 1 + n_months;

  if (date.month == 0)
    return JKB_DATE_NONE;
  if (date.year == 0)
    return jkb_date_make (0, (date.month - 1 + n_months + 24) % 12 + 1, 0);
  return jkb_date_make (months / 12, months % 12 + 1, 0);
}

JkbDate
jkb_date_add_days (JkbDate date, int n_days)
{
  int days;

  if (date.day == 0)
    return JKB_DATE_NONE;
  if (date.year == 0)
    return jkb_date_make (0, date.month, date.day + n_days);        /* not over the end of a month */
  return jkb_date_to_days (date, &days) ? jkb_date_from_days (days + n_days) : JKB_DATE_NONE;
}

int
jkb_date_find_nearest_year (JkbDate date, JkbDate other, int *distance)
{
  int best = 0, other_days;

  *distance = G_MAXINT;
  jkb_date_to_days (other, &other_days);
  for (int year = other.year - 1; year <= other.year + 1; year++)
    {
      JkbDate candidate = jkb_date_make (year, date.month, date.day);
      int days;

      if (!jkb_date_to_days (candidate, &days) || abs (days - other_days) >= *distance)
        continue;
      *distance = abs (days - other_days);
      best = year;
    }
  return best;
}
