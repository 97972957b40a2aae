/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-selection.h"

/*
 * What charts need to know of the cases of a selection beyond counts: how figures spread, and which
 * are the largest.
 */

/**
 * JkbSpread:
 * @n: how many figures
 * @smallest: of them; this and what follows is 0 when there is none
 * @lower: the figure of rank ⌈n/4⌉
 * @median: the middle one; of two middle ones the mean, rounded down
 * @upper: the figure of rank ⌈3n/4⌉
 * @largest: of them
 *
 * How figures spread.
 */
typedef struct
{
  guint n;
  int smallest;
  int lower;
  int median;
  int upper;
  int largest;
} JkbSpread;

/**
 * JkbDelays:
 * @all: of all types together
 * @by_type: of each primary type
 * @n_cases: how many cases there are
 * @n_unknown: how many of them lack one of both days, or were announced before they were discovered
 *
 * Days from discovery to announcement.
 */
typedef struct
{
  JkbSpread all;
  JkbSpread by_type[JKB_N_TYPES];
  guint n_cases;
  guint n_unknown;
} JkbDelays;

/**
 * jkb_figures_spread_delays:
 * @selection: a selection
 * @delays: (out caller-allocates): the result
 *
 * Spreads the delays of the cases that the filter lets pass when its part for types is left out. Any
 * thread.
 */
void jkb_figures_spread_delays (const JkbSelection *selection, JkbDelays *delays);

/**
 * JkbPeopleSpread:
 * @n_cases: how many cases there are
 * @n_unknown: of how many the number is not known
 * @n_none: of how many it is 0
 * @n_known: of how many it is 0 or more
 * @median: the middle known one, zeros included; of two middle ones the mean, rounded down; -1 when
 *   there is none
 * @largest: the largest known one; -1 when there is none
 *
 * How the numbers of affected persons spread.
 */
typedef struct
{
  guint n_cases;
  guint n_unknown;
  guint n_none;
  guint n_known;
  gint64 median;
  gint64 largest;
} JkbPeopleSpread;

/**
 * jkb_figures_spread_people:
 * @selection: a selection
 * @limits: (array length=n_limits): where classes begin, ascending from 1; two digits with zeros behind
 *   them, or one
 * @n_limits: how many classes, at least 1
 * @counts: (out caller-allocates) (array length=n_limits): how many numbers from a limit up to the next
 * @people: (out caller-allocates): the rest of the result
 *
 * Counts the cases that the filter lets pass when its part for persons is left out. Any thread.
 */
void jkb_figures_spread_people (const JkbSelection *selection, const gint64 *limits, guint n_limits,
                                guint *counts, JkbPeopleSpread *people);

/**
 * JkbTop:
 * @cases: (array length=n): the cases with the most affected persons, the largest first; equal ones
 *   by id; strings live as long as the selection
 * @n: how many
 * @n_tied: how many more cases have as many persons as the last one
 * @n_cases: how many cases there are
 * @n_unknown: of how many the number is not known
 * @n_none: of how many it is 0
 *
 * The largest cases.
 */
typedef struct
{
  JkbCase *cases;
  guint n;
  guint n_tied;
  guint n_cases;
  guint n_unknown;
  guint n_none;
} JkbTop;

/**
 * jkb_figures_find_top:
 * @selection: a selection
 * @n_max: how many cases at most, at least 1
 * @top: (out caller-allocates): the result; free `cases` with g_free()
 *
 * Cases without affected persons, or with an unknown number of them, are never among the largest. Any
 * thread.
 */
void jkb_figures_find_top (const JkbSelection *selection, guint n_max, JkbTop *top);
