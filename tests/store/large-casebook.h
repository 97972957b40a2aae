/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * large_casebook_write:
 * @path: a file that is not there yet
 * @n_cases: how many cases
 * @with_texts: whether each has its notice and the source of it
 *
 * Makes a casebook of generated notices, a case for each, with the columns of the table; without facts, and
 * without steps to undo. Cases come in no order of days. A million with texts take minutes and 6 GB.
 */
void large_casebook_write (const char *path, gint64 n_cases, gboolean with_texts);
