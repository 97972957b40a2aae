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
