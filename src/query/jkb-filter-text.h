/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"
#include "query/jkb-filter.h"

/**
 * jkb_filter_to_text:
 * @filter: a filter
 *
 * Writes a filter so that it can be kept: a line `part=value;value` for each part that is used, with the
 * stable names of values, the search line last. The cases of a collection are not written. Any thread.
 *
 * Returns: (transfer full): the text, empty for a filter that lets everything pass
 */
char *jkb_filter_to_text (const JkbFilter *filter);

/**
 * jkb_filter_from_text:
 * @text: (nullable): what jkb_filter_to_text() wrote, by this version or another
 *
 * The inverse of jkb_filter_to_text(). Parts and values that are not known let everything pass. Any thread.
 *
 * Returns: (transfer full): the filter
 */
JkbFilter *jkb_filter_from_text (const char *text);

/**
 * jkb_order_to_text:
 * @order: an order
 *
 * Any thread. Returns: (transfer full): its stable name, e.g. `people-descending`
 */
char *jkb_order_to_text (JkbOrder order);

/**
 * jkb_order_from_text:
 * @text: (nullable): what jkb_order_to_text() wrote
 *
 * Any thread. Returns: the order; newest first when @text is none
 */
JkbOrder jkb_order_from_text (const char *text);
