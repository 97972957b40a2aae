/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * NaiveReading:
 * @NAIVE_PRINTED: what the first group holds, or all of it without one
 * @NAIVE_DATE: groups of year, month and day; a year that is missing is that of the date before
 * @NAIVE_FIGURE: the group of digits, with 万
 * @NAIVE_NAMED: the value of the rule; the first match is enough
 * @NAIVE_CLAIMED: the same, unless the rest of the sentence says no
 *
 * What of a match is the value.
 */
typedef enum
{
  NAIVE_PRINTED,
  NAIVE_DATE,
  NAIVE_FIGURE,
  NAIVE_NAMED,
  NAIVE_CLAIMED
} NaiveReading;

/**
 * NaiveRule:
 * @field: what it reads; %NULL behind the last rule
 * @reading: what of a match is the value
 * @value: (nullable): of rules that have one value
 * @pattern: of GRegex, for text after NFKC in lower case
 */
typedef struct
{
  const char *field;
  NaiveReading reading;
  const char *value;
  const char *pattern;
} NaiveRule;

/** naive_five: the expressions of a first attempt: organisation, figures, dates, cause, data. */
extern const NaiveRule naive_five[];

/**
 * naive_every: an expression for each value of each field that Jikenbo reads, with the words that come to mind: roles of
 * dates by what stands behind them, qualifiers of figures, claims that a sentence takes back, notice or not.
 */
extern const NaiveRule naive_every[];
