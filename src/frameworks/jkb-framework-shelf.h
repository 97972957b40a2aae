/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-framework-file.h"

/*
 * What a person keeps of their own beside the shipped frameworks: a folder of tables that can be read
 * and mended with any editor. It stands in the person's data folder, not in a casebook: it holds for
 * all casebooks, and a casebook is handed on, while most publishers' texts may not be.
 *
 *     imported/FRAMEWORK@EDITION.tsv   files that were imported, see jkb_framework_file_print()
 *     columns.tsv                      how the columns of tables were assigned
 *     changes.tsv                      changes to what is shipped
 *     courses.tsv                      own courses
 *
 * Names are relative to the folder and shown as they are.
 */

/**
 * jkb_own_folder:
 *
 * Any thread.
 *
 * Returns: (transfer full): the folder, `$XDG_DATA_HOME/jikenbo/frameworks`
 */
char *jkb_own_folder (void);

/**
 * jkb_own_list_imported:
 * @own: the folder; it need not be there
 *
 * Reads a folder: not for the main thread of a window.
 *
 * Returns: (transfer full) (element-type filename): names of imported files, later editions first
 */
GPtrArray *jkb_own_list_imported (const char *own);

/**
 * jkb_own_name_imported:
 * @file: a file
 *
 * Any thread.
 *
 * Returns: (transfer full): the name under which it is kept
 */
char *jkb_own_name_imported (const JkbFrameworkFile *file);

/**
 * jkb_own_swap:
 * @own: the folder; it is made when it is not there
 * @name: a name
 * @contents: (nullable): what to keep under @name; %NULL to keep nothing
 * @before: (out) (optional) (nullable) (transfer full): what was there; %NULL for nothing
 * @error: a #GFileError
 *
 * Keeps or removes, and gives what takes it back. A file is replaced whole or not at all. Writes
 * files: not for the main thread of a window.
 *
 * Returns: %TRUE when done
 */
gboolean jkb_own_swap (const char *own, const char *name, GBytes *contents, GBytes **before,
                       GError **error);
