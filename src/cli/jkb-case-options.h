/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/jkb-command.h"
#include "query/jkb-selection.h"

/**
 * JkbCaseOptions:
 *
 * The options by which `list`, `search`, `export`, `stats` and `chart` choose cases, as typed.
 */
typedef struct
{
  char *types;
  char *sectors;
  char *statuses;
  char *circumstances;
  char *data_items;
  char *reviews;
  char *years;
  char *people;
  char *from;
  char *to;
  char *sort;
  int limit;
} JkbCaseOptions;

/** JKB_CASE_OPTIONS_N: how many entries jkb_case_options_add() adds at most */
#define JKB_CASE_OPTIONS_N 12

/**
 * jkb_case_options_init:
 * @options: (out caller-allocates): nothing typed
 */
void jkb_case_options_init (JkbCaseOptions *options);

/**
 * jkb_case_options_add:
 * @options: where the options are kept; must stay in its place while they are parsed
 * @entries: (array): where to add; has room for %JKB_CASE_OPTIONS_N more and the end
 * @n_entries: how many are there
 * @with_order: also `--sort` and `--limit`
 *
 * Adds the options and the end of the list.
 */
void jkb_case_options_add (JkbCaseOptions *options, GOptionEntry *entries, guint n_entries,
                           gboolean with_order);

/**
 * jkb_case_options_clear:
 * @options: options
 */
void jkb_case_options_clear (JkbCaseOptions *options);

/**
 * jkb_case_options_read:
 * @options: options
 * @self: the command, for messages
 * @fold: knows names of values
 * @words: (nullable): a search line
 * @filter: (out) (transfer full): what is wanted
 * @order: (out caller-allocates): the order, newest first when none was typed
 *
 * Understands what was typed, or says on standard error what it does not understand.
 *
 * Returns: %JKB_EXIT_GOOD or %JKB_EXIT_USAGE
 */
JkbExit jkb_case_options_read (const JkbCaseOptions *options, const JkbCommand *self,
                               JkbFold *fold, const char *words, JkbFilter **filter,
                               JkbOrder *order);
