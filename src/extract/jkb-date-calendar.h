/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-date.h"

/*
 * Reckoning with dates of which a part may not be known.
 */

/**
 * jkb_date_make:
 * @year: a year; 0 for none
 * @month: a month; 0 for none
 * @day: a day; 0 for none
 *
 * Any thread. Returns: the date, %JKB_DATE_NONE when there is no such day
 */
JkbDate jkb_date_make (int year, int month, int day);

/**
 * jkb_date_add_months:
 * @date: a date
 * @n_months: how many months to go on; may be negative
 *
 * Any thread. Returns: that month, with no day; %JKB_DATE_NONE when @date has no month
 */
JkbDate jkb_date_add_months (JkbDate date, int n_months);

/**
 * jkb_date_add_days:
 * @date: a date
 * @n_days: how many days to go on; may be negative
 *
 * Any thread. Returns: that day; %JKB_DATE_NONE when @date has no day, or when it has no year and the month would end
 */
JkbDate jkb_date_add_days (JkbDate date, int n_days);

/**
 * jkb_date_find_nearest_year:
 * @date: a day of which only month and day count
 * @other: a day with a year
 * @distance: (out): how many days lie between; %G_MAXINT when there is no such day
 *
 * Any thread. Returns: the year in which @date lies nearest to @other; 0 for none
 */
int jkb_date_find_nearest_year (JkbDate date, JkbDate other, int *distance);
