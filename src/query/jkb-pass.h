/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "query/jkb-cases.h"
#include "query/jkb-filter.h"
#include "query/jkb-search-line.h"

/*
 * Inside the room `query`: which parts of a filter each case fails. From these bits follow the cases
 * that pass, and the counts of every facet with its own part left out, without looking at the
 * filter again.
 */

/** JKB_PASS_FREE: the slot holds no case; beside the bits `1 << JkbFacet` */
#define JKB_PASS_FREE (1u << 15)

/**
 * jkb_pass_new:
 * @cases: a snapshot
 * @filter: what is wanted
 * @line: the words of @filter
 * @cancellable: (nullable): looked at after every thousand texts
 *
 * Any thread. Returns: (transfer full) (nullable) (array): for each slot the parts of @filter that it
 *   fails, 0 for a case that passes; %NULL when cancelled
 */
guint16 *jkb_pass_new (const JkbCases *cases, const JkbFilter *filter, const JkbSearchLine *line,
                       GCancellable *cancellable);
