/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-source.h"

/**
 * jkb_item_report:
 * @source: a source
 * @item: one of its items
 * @with_text: also the text of the item
 *
 * Writes what was read from @item for people to read, in the language of the session: each value
 * with the words that say so, quoted with those around them, what is unsure, and what the text does
 * not say. Control characters of the text are made harmless.
 *
 * Returns: (transfer full): the report
 */
char *jkb_item_report (const JkbSource *source, const JkbItem *item, gboolean with_text);

/**
 * jkb_item_report_quote:
 * @text: valid UTF-8
 * @span: a part of it
 *
 * Quotes the words of @span, in 《》, with those around them, cut at a line end or after some words.
 *
 * Returns: (transfer full): one clean line; "" when @span is empty
 */
char *jkb_item_report_quote (const char *text, JkbSpan span);

/**
 * jkb_item_report_value:
 * @fact: a fact
 *
 * Words the value of @fact in the language of the session. Returns: (transfer full): one clean line
 */
char *jkb_item_report_value (const JkbFact *fact);

/** What is read with less confidence is shown as unsure. */
#define JKB_ITEM_REPORT_SURE 0.7
