/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stopwatch.h"

/** What a word is: promises differ. */
typedef enum
{
  WORD_RARE,                            /* in one text of a hundred or fewer */
  WORD_SHORT,                           /* in more, of one or two characters */
  WORD_LONGER,                          /* in more, of three or more */
  N_WORD_KINDS
} WordKind;

/** By the clock on the wall, and by the time of the processor. */
enum
{
  BY_WALL,
  BY_PROCESSOR,
  N_CLOCKS
};

/** SearchRatios: our times as parts of those of another engine, word by word. */
typedef struct
{
  double log_sum[N_CLOCKS];
  double worst[N_CLOCKS][N_WORD_KINDS];
  guint n[N_WORD_KINDS];
} SearchRatios;

/** SearchGoals: what is promised, 0 where nothing is. */
typedef struct
{
  double worst_short;
  double worst_longer;
  double mean;
  double worst;
} SearchGoals;

/**
 * search_ratio:
 * @ours: what we took
 * @theirs: what the other engine took
 * @by: which clock
 *
 * Returns: @ours as a part of @theirs
 */
double search_ratio (Spent ours, Spent theirs, int by);

/**
 * search_ratios_note:
 * @self: ratios
 * @kind: what the word is
 * @ours: what we took
 * @theirs: what the other engine took
 */
void search_ratios_note (SearchRatios *self, WordKind kind, Spent ours, Spent theirs);

/**
 * search_ratios_print:
 * @self: ratios
 * @what: what they are about
 * @goals: what is promised
 *
 * Prints them, each beside its goal.
 */
void search_ratios_print (const SearchRatios *self, const char *what, const SearchGoals *goals);
