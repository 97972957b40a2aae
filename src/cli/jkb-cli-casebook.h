/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/jkb-command.h"
#include "query/jkb-cases.h"
#include "query/jkb-filter.h"
#include "store/jkb-store-read.h"

/**
 * jkb_cli_say_failure:
 * @error: what went wrong, as a rule with a casebook
 *
 * Says on standard error what is wrong, and of a casebook, in a second line, what to do.
 */
void jkb_cli_say_failure (const GError *error);

/**
 * jkb_cli_open:
 * @casebook: (nullable): file name, %NULL for the usual casebook
 * @is_written: it is opened to write into it; a casebook that is not there is then made
 * @with_bundled: a casebook that is made starts with the cases that come with the program
 *
 * Opens a casebook. The usual one is always made when it is not there, as the window does; another
 * one only to write into it. Says on standard error what went wrong.
 *
 * Returns: (transfer full) (nullable): the store; close it with jkb_store_close()
 */
JkbStore *jkb_cli_open (const char *casebook, gboolean is_written, gboolean with_bundled);

/**
 * jkb_cli_load_fold:
 *
 * Loads how words are compared, or says on standard error what went wrong.
 *
 * Returns: (transfer full) (nullable): the folding
 */
JkbFold *jkb_cli_load_fold (void);

/**
 * jkb_cli_keep_index:
 * @store: a casebook that cases were added to
 *
 * Has a large casebook keep what lets the next search skip most texts. It is found all the same without, so
 * a failure is no failure of the command. Main thread.
 */
void jkb_cli_keep_index (JkbStore *store);

/**
 * jkb_cli_load_cases:
 * @store: a store
 * @fold: how to fold
 * @filter: what will be looked for; without words no texts are loaded
 *
 * Loads all cases, or says on standard error what went wrong.
 *
 * Returns: (transfer full) (nullable): the cases
 */
JkbCases *jkb_cli_load_cases (JkbStore *store, JkbFold *fold, const JkbFilter *filter);
