/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/**
 * jkb_read_circumstances:
 * @doc: the item as a document
 * @item: the item
 *
 * Adds where it happened, beside the type, as facts of %JKB_FIELD_CIRCUMSTANCES: `contractor` (at a
 * contractor, its contractor or the supplier of a service), `overseas_subsidiary`. The thread that
 * builds @item.
 */
void jkb_read_circumstances (const JkbDoc *doc, JkbItem *item);
