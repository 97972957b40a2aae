/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-place.h"

/**
 * jkb_date_chronicle_is_entry:
 * @doc: a document
 * @match: a date alone on its line
 *
 * Under a heading such as 経緯 a date on a line of its own opens an entry of a time line; what happened
 * stands below it. Any thread.
 *
 * Returns: whether @match does
 */
gboolean jkb_date_chronicle_is_entry (const JkbDoc *doc, const JkbDateMatch *match);

/**
 * jkb_date_chronicle_end:
 * @self: the dates
 * @index: one of them
 *
 * When a date leads its line and that line does not say what happened, the lines below do, down to the
 * next line led by a date or the next heading. Any thread.
 *
 * Returns: where these lines end; the end of the date when there are none
 */
gsize jkb_date_chronicle_end (const JkbDatePlaces *self, guint index);
