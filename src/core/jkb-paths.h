/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * jkb_paths_data_file:
 * @relative: path inside the shipped data, e.g. `extract/types.tsv`
 *
 * Finds a shipped data file: below `$JIKENBO_DATA_DIR` when that is set, else in the installed
 * place. It is not checked whether it exists. Any thread.
 *
 * Returns: (transfer full): the path
 */
char *jkb_paths_data_file (const char *relative);

/**
 * jkb_paths_default_casebook:
 *
 * Any thread. Returns: (transfer full): path of the casebook that opens when none is named,
 *   `$XDG_DATA_HOME/jikenbo/casebook.sqlite3`
 */
char *jkb_paths_default_casebook (void);

/**
 * jkb_paths_own_file:
 * @relative: path of something that a person keeps beside their casebooks
 *
 * It is not checked whether it exists. Any thread.
 *
 * Returns: (transfer full): the path below `$XDG_DATA_HOME/jikenbo`
 */
char *jkb_paths_own_file (const char *relative);
