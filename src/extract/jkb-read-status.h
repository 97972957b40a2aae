/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/**
 * jkb_read_status:
 * @doc: the item as a document
 * @item: the item, with its type
 *
 * Adds whether data of persons got out as facts of %JKB_FIELD_AFFECTED_STATUS: `confirmed` (they got
 * out, or others could read them), `possible` (it cannot be ruled out; media were lost), `none` (the
 * text denies it, or there were none). Adds nothing when the text says nothing. The thread that
 * builds @item.
 */
void jkb_read_status (const JkbDoc *doc, JkbItem *item);
