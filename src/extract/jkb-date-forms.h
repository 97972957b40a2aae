/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-grammar.h"

/** JkbDateGoing: what a date goes on with. */
typedef enum
{
  JKB_DATE_GOING_NONE,                  /* nothing: it stands alone */
  JKB_DATE_GOING_ON,                    /* a range or list that is not over: 5月24~ */
} JkbDateGoing;

/**
 * jkb_date_form_japanese:
 * @text: normalised text
 * @at: where the date would begin
 * @going: what it goes on with
 * @match: (out caller-allocates): the date; all but its weekday and what links it to others
 *
 * Reads 令和5年12月8日, 2024年1月, 1月26日, 26日, 昨年9月, 同月23日, 翌14日, 同日. Any thread.
 *
 * Returns: the offset behind it, @at when there is none
 */
gsize jkb_date_form_japanese (const JkbText *text, gsize at, JkbDateGoing going,
                              JkbDateMatch *match);

/**
 * jkb_date_form_numeric:
 * @text: normalised text
 * @at: where the date would begin
 * @going: what it goes on with
 * @match: (out caller-allocates): the date
 *
 * Reads 2024/1/26, 2024.1.26, 2024-01-26, 2024/01, r6.1.9, 1/26(金). Any thread.
 *
 * Returns: the offset behind it, @at when there is none
 */
gsize jkb_date_form_numeric (const JkbText *text, gsize at, JkbDateGoing going,
                             JkbDateMatch *match);

/**
 * jkb_date_form_english:
 * @text: normalised text
 * @at: where the date would begin
 * @going: what it goes on with
 * @match: (out caller-allocates): the date
 *
 * Reads january 26, 2024; 26 jan 2024; january 2024; january 26. Any thread.
 *
 * Returns: the offset behind it, @at when there is none
 */
gsize jkb_date_form_english (const JkbText *text, gsize at, JkbDateGoing going,
                             JkbDateMatch *match);

/**
 * jkb_date_form_link:
 * @text: normalised text
 * @at: end of a date with weekday and time
 * @is_open: (out): the word leads on to another date: から, ~
 * @flag: (out): %JKB_DATE_SINCE or %JKB_DATE_UNTIL, if no other date follows; else 0
 *
 * Reads what links a date to another one or makes it the end of a stretch. Any thread.
 *
 * Returns: the offset behind it, @at when there is nothing of the kind
 */
gsize jkb_date_form_link (const JkbText *text, gsize at, gboolean *is_open, guint *flag);
