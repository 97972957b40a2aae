/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/**
 * jkb_read_counts:
 * @doc: a document
 * @item: its item
 *
 * Adds a %JKB_FIELD_COUNTS fact for each figure with a counter, and %JKB_FIELD_AFFECTED_PEOPLE and
 * %JKB_FIELD_AFFECTED_RECORDS facts for the total that the text gives, or that its parts make up.
 * Pure; linear in the length of the text.
 */
void jkb_read_counts (const JkbDoc *doc, JkbItem *item);
