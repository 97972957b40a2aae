/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * naive_import:
 * @folder: where `000000.html` and the pages that follow lie
 * @n_pages: how many
 * @path: a database that is not there yet
 *
 * Imports pages as one would without measuring first: the tree of libxml2, g_utf8_normalize() and
 * g_utf8_strdown(), GRegex for each field, rows and facts in SQLite in transactions of 1000, and an FTS5 index
 * of trigrams.
 *
 * Returns: how many facts were found
 */
guint naive_import (const char *folder, guint n_pages, const char *path);
