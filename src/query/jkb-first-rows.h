/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "query/jkb-cases.h"
#include "query/jkb-filter.h"
#include "query/jkb-search-line.h"

/**
 * jkb_first_rows:
 * @cases: a snapshot
 * @filter: what is wanted
 * @line: the words of @filter
 * @order: in which order
 * @n_rows: how many are wanted
 * @cancellable: (nullable): looked at often
 *
 * Inside the room `query`: the first cases of a selection, without working out the others: texts are
 * read one by one in the order until enough of them match. What the index is sure of is not read. Any
 * thread.
 *
 * Returns: (transfer full) (nullable) (element-type guint32): their slots, @n_rows or, when no more pass,
 *   fewer; %NULL when cancelled
 */
GArray *jkb_first_rows (JkbCases *cases, const JkbFilter *filter, const JkbSearchLine *line, JkbOrder order,
                        guint n_rows, GCancellable *cancellable);
