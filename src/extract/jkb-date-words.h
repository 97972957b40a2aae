/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-grammar.h"

/*
 * The small pieces that dates are made of. Each reader returns the offset behind what it read, or
 * @at itself when there is nothing of the kind. They are pure.
 */

/**
 * jkb_date_words_era:
 * @text: normalised text
 * @at: where an era would begin: 令和, or its letter
 * @era: (out): number for jkb_date_words_era_year()
 *
 * Returns: the offset behind it, or @at
 */
gsize jkb_date_words_era (const JkbText *text, gsize at, int *era);

/**
 * jkb_date_words_era_year:
 * @era: an era
 * @year: year in it, from 1
 *
 * Returns: the year of the Gregorian calendar, 0 if the era never comes near it
 */
int jkb_date_words_era_year (int era, int year);

/**
 * jkb_date_words_era_has:
 * @era: an era
 * @date: a date
 *
 * Returns: whether any day that @date may mean lies in @era
 */
gboolean jkb_date_words_era_has (int era, JkbDate date);

/**
 * jkb_date_words_number:
 * @text: normalised text
 * @at: where a number would begin
 * @value: (out): 0 to 99 out of one or two digits, or kanji
 *
 * Returns: the offset behind it, or @at
 */
gsize jkb_date_words_number (const JkbText *text, gsize at, int *value);

/**
 * jkb_date_words_weekday:
 * @text: normalised text
 * @at: end of a date
 * @weekday: (out): 1 (Monday) to 7
 *
 * Reads (金), (金・祝), 金曜日, fri. Returns: the offset behind it, or @at
 */
gsize jkb_date_words_weekday (const JkbText *text, gsize at, guint8 *weekday);

/**
 * jkb_date_words_time:
 * @text: normalised text
 * @at: end of a date or weekday
 *
 * Reads a time of day with what blurs it: 17時00分頃, 午後3時, 9:07, 未明. Returns: the offset behind it, or @at
 */
gsize jkb_date_words_time (const JkbText *text, gsize at);

/**
 * jkb_date_words_approx:
 * @text: normalised text
 * @at: end of the numbers of a date
 * @approx: (out): what it says
 *
 * Reads 上旬, 頃, 末. Returns: the offset behind it, or @at
 */
gsize jkb_date_words_approx (const JkbText *text, gsize at, JkbDateApprox *approx);

/** JkbDateRelative: a word that counts from another date: 昨年, 同月, 翌日. */
typedef struct
{
  const char *word;
  JkbDateBase base;
  gint8 offset;
} JkbDateRelative;

/**
 * jkb_date_words_relative:
 * @text: normalised text
 * @at: where such a word would begin
 * @unit: 'y', 'm' or 'd': years, months or days
 * @relative: (out) (transfer none): the word
 *
 * Returns: the offset behind it, or @at
 */
gsize jkb_date_words_relative (const JkbText *text, gsize at, char unit,
                               const JkbDateRelative **relative);

/**
 * jkb_date_words_month_name:
 * @text: normalised text
 * @at: where an English month would begin
 * @month: (out): 1 to 12
 *
 * Reads january, jan. and the like as whole words. Returns: the offset behind it, or @at
 */
gsize jkb_date_words_month_name (const JkbText *text, gsize at, int *month);
