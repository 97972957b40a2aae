/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-filter.h"
#include "query/jkb-tally.h"

/**
 * jkb_filter_words:
 * @filter: a filter
 * @facet: one of its parts
 *
 * Words that part in the language of the session, for a chip or a heading: `Type: Misdelivery,
 * Theft`. Any thread.
 *
 * Returns: (transfer full) (nullable): the words, %NULL when the part lets everything pass
 */
char *jkb_filter_words (const JkbFilter *filter, JkbFacet facet);

/**
 * jkb_filter_all_words:
 * @filter: a filter
 *
 * Any thread. Returns: (transfer full) (nullable): the words of all parts in one line, %NULL for an
 *   empty filter
 */
char *jkb_filter_all_words (const JkbFilter *filter);

/**
 * jkb_facet_label:
 * @facet: a part of a filter
 *
 * Any thread. Returns: (transfer none): its name in the language of the session; static
 */
const char *jkb_facet_label (JkbFacet facet);

/**
 * jkb_axis_label:
 * @tally: a table of counts
 * @axis: one of its axes
 * @value: a value on it
 *
 * Words a value of an axis in the language of the session, `2024年1月` or `Not known`. Any thread.
 *
 * Returns: (transfer full): the words
 */
char *jkb_axis_label (const JkbTally *tally, JkbAxis axis, int value);
