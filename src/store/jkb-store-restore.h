/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * jkb_store_find_copy:
 * @path: a casebook, whatever state it is in
 *
 * Looks for the safety copies `NAME.backup-…` beside a casebook. Any thread.
 *
 * Returns: (transfer full) (nullable): the one that was written last
 */
char *jkb_store_find_copy (const char *path);

/**
 * jkb_store_restore_copy:
 * @path: a casebook that nobody has open
 * @copy: what it is to be again; stays as it is
 * @set_aside: (out) (transfer full) (nullable): where the file went that stood at @path
 * @error: #JKB_STORE_ERROR_IO
 *
 * Puts a copy in the place of a casebook. The casebook, with the files that SQLite has beside it, is renamed first and
 * kept; when the copy cannot be written, it is put back. Any thread.
 *
 * Returns: %TRUE if the copy stands at @path
 */
gboolean jkb_store_restore_copy (const char *path, const char *copy, char **set_aside, GError **error);
