/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/**
 * jkb_read_data_items:
 * @doc: the item as a document
 * @item: the item
 *
 * Adds the kinds of data that were exposed as facts of %JKB_FIELD_DATA_ITEMS, in the order in which
 * the text names them; for each the places that say so, best first. Data that the text says were not
 * concerned are left out. The thread that builds @item.
 */
void jkb_read_data_items (const JkbDoc *doc, JkbItem *item);
