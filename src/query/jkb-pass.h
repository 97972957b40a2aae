/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"
#include "query/jkb-filter.h"

/*
 * Inside the room `query`: which parts of a filter each case fails. From these bits follow the cases
 * that pass, and the counts of every facet with its own part left out, without looking at the
 * filter again.
 */

/** JKB_PASS_FREE: the slot holds no case; beside the bits `1 << JkbFacet` */
#define JKB_PASS_FREE (1u << 15)

/**
 * jkb_pass_uses_columns:
 * @filter: a filter
 *
 * Any thread. Returns: %TRUE when there is more to @filter than words
 */
gboolean jkb_pass_uses_columns (const JkbFilter *filter);

/**
 * jkb_pass_new:
 * @cases: a snapshot
 * @filter: what is wanted, but for its words
 * @words: (nullable) (array): the cases that have the words, see jkb_pass_words_new(); %NULL for all
 *
 * Any thread. Returns: (transfer full) (array): for each slot the parts of @filter that it fails, 0 for a case that
 *   passes
 */
guint16 *jkb_pass_new (const JkbCases *cases, const JkbFilter *filter, const guint64 *words);
