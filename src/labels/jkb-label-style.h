/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-date.h"

/** JkbYearStyle: how years are written. */
typedef enum
{
  JKB_YEARS_WESTERN,                    /* 2024 */
  JKB_YEARS_ERA,                        /* 令和6年, Reiwa 6 */
} JkbYearStyle;

/** JkbNameStyle: which of two names is shown first. */
typedef enum
{
  JKB_NAMES_OF_THE_TEXT,                /* the name as the notice writes it */
  JKB_NAMES_ENGLISH,                    /* the English one, where it is known */
} JkbNameStyle;

/**
 * jkb_label_style_set_years:
 * @style: how years are written
 *
 * Holds for jkb_label_date() from now on. Any thread.
 */
void jkb_label_style_set_years (JkbYearStyle style);

/**
 * jkb_label_style_get_years:
 *
 * Any thread. Returns: how years are written, %JKB_YEARS_WESTERN at first
 */
JkbYearStyle jkb_label_style_get_years (void);

/**
 * jkb_label_style_set_names:
 * @style: which name goes first
 *
 * Holds for jkb_label_name() from now on. Any thread.
 */
void jkb_label_style_set_names (JkbNameStyle style);

/**
 * jkb_label_name:
 * @name: (nullable): a name as it is written where it is at home
 * @english: (nullable): the English one
 *
 * Any thread. Returns: (transfer none) (nullable): the one to show first; %NULL when there is neither
 */
const char *jkb_label_name (const char *name, const char *english);

/**
 * jkb_label_second_name:
 * @name: (nullable): a name as it is written where it is at home
 * @english: (nullable): the English one
 *
 * Any thread. Returns: (transfer none) (nullable): the one that jkb_label_name() did not choose
 */
const char *jkb_label_second_name (const char *name, const char *english);

/**
 * jkb_label_era_date:
 * @date: a date with a year
 *
 * Words a date in Japanese eras. The days on which they change are those of the law: 8 January 1989 and 1 May
 * 2019; a year or month that has two eras in it is written with both. Any thread.
 *
 * Returns: (transfer full) (nullable): the wording; %NULL before 1926, where there is none
 */
char *jkb_label_era_date (JkbDate date);
