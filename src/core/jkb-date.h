/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbDate:
 * @year: 1 to 9999 of the Gregorian calendar, 0 when unknown
 * @month: 1 to 12, 0 when unknown
 * @day: 1 to 31, 0 when unknown
 *
 * A calendar date that may lack its end (`2024-01`, `2024`) or its year (`--01-26`, a day whose
 * year the text does not tell). A value; all zero means "no date".
 */
typedef struct
{
  gint16 year;
  guint8 month;
  guint8 day;
} JkbDate;

/** JKB_DATE_NONE: the date that is not there */
#define JKB_DATE_NONE ((JkbDate){ 0, 0, 0 })

/** Length of a buffer that holds any printed date with its NUL. */
#define JKB_DATE_TEXT_MAX 12

/**
 * jkb_date_parse:
 * @text: UTF-8; surrounding blanks are ignored
 * @out: (out caller-allocates): the date; unchanged on failure
 * @error: %JKB_CORE_ERROR_NOT_A_DATE
 *
 * Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `--MM` or `--MM-DD` (the last two as in ISO 8601:2000,
 * year unknown). Any thread.
 *
 * Returns: %TRUE if @text was such a date and nothing else
 */
gboolean jkb_date_parse (const char *text, JkbDate *out, GError **error);

/**
 * jkb_date_print:
 * @date: a date
 * @buffer: (out caller-allocates): at least %JKB_DATE_TEXT_MAX bytes
 *
 * The inverse of jkb_date_parse(); writes an empty string for %JKB_DATE_NONE. Any thread.
 *
 * Returns: @buffer
 */
const char *jkb_date_print (JkbDate date, char *buffer);

/**
 * jkb_date_to_string:
 * @date: a date
 *
 * Any thread. Returns: (transfer full) (nullable): the printed date, %NULL for %JKB_DATE_NONE
 */
char *jkb_date_to_string (JkbDate date);

/**
 * jkb_date_is_set:
 * @date: a date
 *
 * Any thread. Returns: %TRUE unless @date is %JKB_DATE_NONE
 */
gboolean jkb_date_is_set (JkbDate date);

/**
 * jkb_date_is_valid:
 * @year: year, or 0 for unknown
 * @month: month, or 0 for unknown
 * @day: day, or 0 for unknown
 *
 * Checks the calendar: month lengths, leap years (29 February passes without a year), no day
 * without a month. Any thread.
 *
 * Returns: %TRUE if the three make a date, complete or not
 */
gboolean jkb_date_is_valid (int year, int month, int day);

/**
 * jkb_date_compare:
 * @a: a date
 * @b: a date
 *
 * Orders by year, month, day; an unknown part comes before every known one. Any thread.
 *
 * Returns: negative, 0 or positive
 */
int jkb_date_compare (JkbDate a, JkbDate b);

/**
 * jkb_date_to_days:
 * @date: a date with at least its year
 * @days: (out): days since 1970-01-01; missing parts count as the first
 *
 * Any thread. Returns: %FALSE, leaving @days, when the year is unknown
 */
gboolean jkb_date_to_days (JkbDate date, int *days);

/**
 * jkb_date_from_days:
 * @days: days since 1970-01-01
 *
 * Any thread. Returns: the complete date
 */
JkbDate jkb_date_from_days (int days);

/**
 * jkb_date_weekday:
 * @date: a date
 *
 * Any thread. Returns: 1 (Monday) to 7 (Sunday), 0 when @date is not complete
 */
int jkb_date_weekday (JkbDate date);
