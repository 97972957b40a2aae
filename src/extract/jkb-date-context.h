/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-grammar.h"

/**
 * JkbDateContext:
 * @written: the day of writing (the date of the notice), or %JKB_DATE_NONE
 * @year: a year that the text belongs to, from its serial number; 0 when not known
 * @announced: the last full day on which the text says that something was announced, or %JKB_DATE_NONE; 昨年 and 先月
 *   count from it where nothing else tells when the text was written
 *
 * What is known of a text beside its words.
 */
typedef struct
{
  JkbDate written;
  int year;
  JkbDate announced;
} JkbDateContext;

/** JkbDateSource: where the year (or all) of a date came from; the worst of its parts. */
typedef enum
{
  JKB_DATE_SOURCE_PRINTED,              /* year, or what there is, stands there */
  JKB_DATE_SOURCE_WORD,                 /* by a word that says so: 同年, 翌日, 本年 */
  JKB_DATE_SOURCE_BEFORE,               /* the year of the date before */
  JKB_DATE_SOURCE_BEHIND,               /* the year of a date that comes later */
  JKB_DATE_SOURCE_GUESS,                /* over the turn of a year, or by the serial number */
} JkbDateSource;

/**
 * JkbDateValue:
 * @date: the date; without year where nothing tells it; %JKB_DATE_NONE when not even its month is
 *   known
 * @source: where it came from
 * @is_weekday_wrong: the weekday printed is not that of @date
 *
 * What a #JkbDateMatch means in its text.
 */
typedef struct
{
  JkbDate date;
  JkbDateSource source;
  gboolean is_weekday_wrong;
} JkbDateValue;

/**
 * jkb_date_context_resolve:
 * @context: what is known beside the words
 * @matches: (array length=n_matches): all dates of a text, in order
 * @n_matches: how many
 * @values: (out caller-allocates) (array length=n_matches): what they mean
 *
 * Works out what 同日, 翌14日, 本年1月 or a bare 28日 is, and the years that are not printed: that of the
 * other end of a range, of the date before (over the turn of the year, if that is nearer), of a date
 * close by that comes later, of the day of writing, and last of the serial number. A weekday decides
 * between years. Fiscal years and other periods lend nothing. Linear in @n_matches. Any thread.
 */
void jkb_date_context_resolve (const JkbDateContext *context, const JkbDateMatch *matches,
                               guint n_matches, JkbDateValue *values);
