/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "naive-rules.h"

/**
 * naive_import:
 * @rules: what to read, `naive_five` or `naive_every`
 * @folder: where `000000.html` and the pages that follow lie
 * @n_pages: how many
 * @path: a database that is not there yet
 *
 * Imports pages as one would without measuring first: the tree of libxml2, g_utf8_normalize() and
 * g_utf8_strdown(), GRegex for each of @rules, compiled once with %G_REGEX_OPTIMIZE, a row with four indexes and
 * its facts with their places in SQLite in transactions of 1000, and an FTS5 index of trigrams. It does not know
 * the same bytes or the same notice again, joins no reports and undoes nothing.
 *
 * Returns: how many facts were found
 */
guint naive_import (const NaiveRule *rules, const char *folder, guint n_pages, const char *path);
