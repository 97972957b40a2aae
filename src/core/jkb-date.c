/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-date.h"

#include <string.h>

#include "core/jkb-error.h"

static const guint8 month_lengths[] = { 0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static gboolean
take_digits (const char **cursor, int n_digits, int *out)
{
  int value = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*cursor)[i]))
        return FALSE;
      value = value * 10 + ((*cursor)[i] - '0');
    }
  *cursor += n_digits;
  *out = value;
  return TRUE;
}

static gboolean
scan_date (const char *text, JkbDate *out)
{
  int year = 0, month = 0, day = 0;

  if (g_str_has_prefix (text, "--"))
    {
      text += 2;
      if (!take_digits (&text, 2, &month))
        return FALSE;
    }
  else
    {
      if (!take_digits (&text, 4, &year) || year == 0)
        return FALSE;
      if (*text == '-' && (text++, !take_digits (&text, 2, &month) || month == 0))
        return FALSE;
    }
  if (*text == '-' && (text++, !take_digits (&text, 2, &day) || day == 0))
    return FALSE;
  if (*text != '\0' || (month == 0 && (day != 0 || year == 0)) || !jkb_date_is_valid (year, month, day))
    return FALSE;

  *out = (JkbDate){ (gint16) year, (guint8) month, (guint8) day };
  return TRUE;
}

/* Days from 1970-01-01 by the method of counting years from March; see Howard Hinnant, "chrono-
 * Compatible Low-Level Date Algorithms". */
static int
count_days (int year, int month, int day)
{
  int era, year_of_era, day_of_year;

  year -= month <= 2;
  era = (year >= 0 ? year : year - 399) / 400;
  year_of_era = year - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
         - 719468;
}

gboolean
jkb_date_is_valid (int year, int month, int day)
{
  if (year < 0 || year > 9999 || month < 0 || month > 12 || day < 0 || (day > 0 && month == 0))
    return FALSE;
  if (month == 0)
    return year > 0;
  if (day > month_lengths[month])
    return FALSE;
  return month != 2 || day < 29 || year == 0 || is_leap_year (year);
}

gboolean
jkb_date_parse (const char *text, JkbDate *out, GError **error)
{
  g_autofree char *bare = NULL;

  g_return_val_if_fail (text != NULL && out != NULL, FALSE);

  bare = g_strstrip (g_strdup (text));
  if (scan_date (bare, out))
    return TRUE;
  g_set_error (error, JKB_CORE_ERROR, JKB_CORE_ERROR_NOT_A_DATE, "“%s” is not a date", bare);
  return FALSE;
}

/* The last @n digits of @value. */
static char *
put_digits (char *to, guint value, int n)
{
  for (int i = n - 1; i >= 0; i--, value /= 10)
    to[i] = (char) ('0' + value % 10);
  return to + n;
}

const char *
jkb_date_print (JkbDate date, char *buffer)
{
  char *end = buffer;

  if (date.year != 0)
    end = put_digits (end, (guint) date.year, 4);
  else if (date.month != 0)
    *end++ = '-';
  if (date.month != 0)
    {
      *end++ = '-';
      end = put_digits (end, date.month, 2);
    }
  if (date.day != 0)
    {
      *end++ = '-';
      end = put_digits (end, date.day, 2);
    }
  *end = '\0';
  return buffer;
}

char *
jkb_date_to_string (JkbDate date)
{
  char buffer[JKB_DATE_TEXT_MAX];

  return jkb_date_is_set (date) ? g_strdup (jkb_date_print (date, buffer)) : NULL;
}

gboolean
jkb_date_is_set (JkbDate date)
{
  return date.year != 0 || date.month != 0;
}

int
jkb_date_compare (JkbDate a, JkbDate b)
{
  if (a.year != b.year)
    return a.year - b.year;
  if (a.month != b.month)
    return a.month - b.month;
  return a.day - b.day;
}

gboolean
jkb_date_to_days (JkbDate date, int *days)
{
  if (date.year == 0)
    return FALSE;
  *days = count_days (date.year, MAX (date.month, 1), MAX (date.day, 1));
  return TRUE;
}

JkbDate
jkb_date_from_days (int days)
{
  int shifted = days + 719468;
  int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int day_of_era = shifted - era * 146097;
  int year_of_era
      = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;
  int day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  int month = shifted_month + (shifted_month < 10 ? 3 : -9);

  return (JkbDate){ (gint16) (year_of_era + era * 400 + (month <= 2)), (guint8) month,
                    (guint8) day };
}

int
jkb_date_weekday (JkbDate date)
{
  int days;

  if (date.day == 0 || !jkb_date_to_days (date, &days))
    return 0;
  return ((days + 3) % 7 + 7) % 7 + 1;          /* 1970-01-01 was a Thursday */
}
