/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"

/**
 * jkb_read_dates:
 * @doc: a document
 * @item: its item
 *
 * Adds a %JKB_FIELD_DATES fact with its role for each date, and of these the best for
 * %JKB_FIELD_OCCURRED_FROM, %JKB_FIELD_OCCURRED_TO, %JKB_FIELD_DISCOVERED and %JKB_FIELD_ANNOUNCED.
 * Pure; linear in the length of the text.
 */
void jkb_read_dates (const JkbDoc *doc, JkbItem *item);
