/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-source.h"

/**
 * jkb_item_json:
 * @source: a source
 * @item: one of its items
 * @with_text: also the text of the item
 *
 * Writes what was read from @item as JSON on one line, with the keys of `extract --format=jsonl`.
 * What the text does not say is `null`, never 0 or "". Nothing is translated.
 *
 * Returns: (transfer full): the object and a line feed
 */
char *jkb_item_json (const JkbSource *source, const JkbItem *item, gboolean with_text);
