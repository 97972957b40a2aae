/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * jkb_csv_append:
 * @csv: where to append
 * @field: (nullable): valid UTF-8; %NULL is an empty field
 * @is_last: the line ends after it
 *
 * Appends a field as in RFC 4180 (UTF-8, CRLF). A text that a spreadsheet would take for a formula
 * (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an apostrophe before it.
 */
void jkb_csv_append (GString *csv, const char *field, gboolean is_last);
