/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-search-line.h"

/*
 * The values after the colon of `field:value`; all of them in folded form.
 */

/**
 * jkb_search_value_mask:
 * @fold: knows further names of values
 * @field: a field of words
 * @field_name: its stable name
 * @text: values, separated by commas
 * @mask: (out): bits of the values
 *
 * A value is a stable name, an alias of `fields.tsv`, or the beginning of stable names, which means
 * all of them. Any thread.
 *
 * Returns: %FALSE, leaving @mask, when one of the values means nothing
 */
gboolean jkb_search_value_mask (const JkbFold *fold, JkbSearchField field, const char *field_name,
                                const char *text, guint32 *mask);

/**
 * jkb_search_value_range:
 * @text: `1000`, `>1000`, `>=1000`, `<1,000`, `<=10`, `10-99`, `10..99`, `10~99`, `unknown`, `none`,
 *   with 千, 万 and 億 after digits, and a counter (年, 人, 名, 件) at the end
 * @min: (out): the smallest that matches
 * @max: (out): the largest that matches
 * @wants_unknown: (out): only what is not known matches
 *
 * Any thread. Returns: %FALSE, leaving all three, when @text is no such range
 */
gboolean jkb_search_value_range (const char *text, gint64 *min, gint64 *max,
                                 gboolean *wants_unknown);
