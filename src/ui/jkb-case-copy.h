/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-selection.h"

/**
 * jkb_case_copy_text:
 * @selection: the rows of a table
 * @ids: (element-type gint64): cases to copy; those that are not in @selection are left out
 * @columns: (array length=n_columns): what to copy of each
 * @n_columns: how many
 * @as_csv: comma separated with stable dates and figures, instead of tabs and what the cells show
 *
 * Any thread. Returns: (transfer full): headings and rows, a line each
 */
char *jkb_case_copy_text (JkbSelection *selection, const GArray *ids, const JkbColumn *columns, guint n_columns,
                          gboolean as_csv);
