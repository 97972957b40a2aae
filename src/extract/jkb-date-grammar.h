/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-date.h"
#include "core/jkb-span.h"
#include "extract/jkb-text-at.h"

/** JkbDateBase: where a year, month or day comes from. */
typedef enum
{
  JKB_DATE_BASE_NONE,                   /* not mentioned */
  JKB_DATE_BASE_WRITTEN,                /* a number stands there */
  JKB_DATE_BASE_CONTEXT,                /* counted from the date before: 同年, 翌月, 前日 */
  JKB_DATE_BASE_WRITING,                /* counted from the day of writing: 本年, 先月, 昨日 */
} JkbDateBase;

/** JkbDateApprox: how the words blur a date. */
typedef enum
{
  JKB_DATE_APPROX_NONE,
  JKB_DATE_APPROX_ABOUT,                /* 頃, 前後 */
  JKB_DATE_APPROX_EARLY,                /* 上旬, 初め, 前半 */
  JKB_DATE_APPROX_MIDDLE,               /* 中旬, 半ば */
  JKB_DATE_APPROX_LATE,                 /* 下旬, 後半 */
  JKB_DATE_APPROX_END,                  /* 末 */
} JkbDateApprox;

/** JkbDateFlags: what else the words around a date say. */
typedef enum
{
  JKB_DATE_RANGE_FROM = 1 << 0,         /* the first of a pair: 5月24~26日 */
  JKB_DATE_RANGE_TO = 1 << 1,           /* the second of a pair */
  JKB_DATE_SINCE = 1 << 2,              /* 以降, から, with no end beside it */
  JKB_DATE_UNTIL = 1 << 3,              /* まで, 以前, with no beginning beside it */
  JKB_DATE_PERIOD = 1 << 4,             /* no day but a name for a period: 2023年度, 3月期, 2024年版 */
  JKB_DATE_HAS_TIME = 1 << 5,           /* a time of day follows */
  JKB_DATE_WEEKDAY_WRONG = 1 << 6,      /* the weekday printed is not the weekday of the date */
  JKB_DATE_ERA_WRONG = 1 << 7,          /* the era had not begun or was over */
  JKB_DATE_NEXT = 1 << 8,               /* 翌14日, 翌1月: the next such day or month after the date before */
  JKB_DATE_SHORT_YEAR = 1 << 9,         /* 24年1月 */
  JKB_DATE_NUMERIC = 1 << 10,           /* 2024/1/26 */
  JKB_DATE_LISTED = 1 << 11,            /* goes on with the date before: the 6日 of 1月5、6日 */
  JKB_DATE_LASTS_YEARS = 1 << 12,       /* 2019年12月から5年以上: what follows is of other years */
  JKB_DATE_ERA_GOES_ON = 1 << 13,       /* 令和5年4月1日~6年3月31日: the year counts in the era before */
  JKB_DATE_ASIDE = 1 << 14,             /* only tells which thing or whom, see jkb_read_dates(): nothing counts from it */
} JkbDateFlags;

/**
 * JkbDateMatch:
 * @span: the words of the date itself, without weekday and time
 * @end: offset behind weekday and time
 * @written: what is written as numbers; 0 for what is not
 * @year_base: where the year comes from
 * @month_base: where the month comes from
 * @day_base: where the day comes from
 * @year_offset: years to add to the base
 * @month_offset: months to add to the base
 * @day_offset: days to add to the base
 * @approx: how it is blurred
 * @era: the era it is printed in for jkb_date_words_era_year(), -1 for none
 * @weekday: 1 (Monday) to 7 as printed, 0 when none is
 * @flags: #JkbDateFlags
 *
 * A date as a text has it, before it is known what 同日 is the same as (see jkb-date-context.h).
 */
typedef struct
{
  JkbSpan span;
  gsize end;
  JkbDate written;
  JkbDateBase year_base;
  JkbDateBase month_base;
  JkbDateBase day_base;
  gint8 year_offset;
  gint8 month_offset;
  gint8 day_offset;
  JkbDateApprox approx;
  int era;
  guint8 weekday;
  guint flags;
} JkbDateMatch;

/**
 * JkbDateScan:
 *
 * A walk over the dates of a text; see jkb_date_scan_init().
 */
typedef struct
{
  /*< private >*/
  JkbText text;
  gsize at;
  gboolean is_range_open;
  gboolean is_list_open;
} JkbDateScan;

/**
 * jkb_date_scan_init:
 * @scan: (out caller-allocates): the walk
 * @text: text normalised with JKB_NORMAL_READING | JKB_NORMAL_LOWER; outlives @scan
 * @n_bytes: its length
 *
 * Begins at the first byte. Any thread.
 */
void jkb_date_scan_init (JkbDateScan *scan, const char *text, gsize n_bytes);

/**
 * jkb_date_scan_next:
 * @scan: a walk
 * @match: (out caller-allocates): the date
 *
 * Finds the next date: with an era or not, in Arabic digits or kanji, with inner blanks, with
 * slashes, dots or dashes, in English; year, month or day alone where the words leave no doubt;
 * words that count from another date. The two ends of a range are two dates. What the calendar does
 * not have (2月30日) is none; durations (30日間), times and names (十日町) are none either. Linear in
 * what it passes. Any thread.
 *
 * Returns: %FALSE when there is none
 */
gboolean jkb_date_scan_next (JkbDateScan *scan, JkbDateMatch *match);
