/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-selection.h"
#include "ui/jkb-print.h"

/**
 * jkb_list_print_new:
 * @selection: the cases
 * @ids: (nullable) (element-type gint64): which of them; %NULL for all
 * @columns: (array length=n_columns): what to print of each
 * @n_columns: how many, one or more
 *
 * Makes a list of cases: above it how many they are and the filter in words, and on each page the headings.
 * In the language of the session.
 *
 * Returns: (transfer full): the list
 */
JkbPrint *jkb_list_print_new (JkbSelection *selection, const GArray *ids, const JkbColumn *columns,
                              guint n_columns);
