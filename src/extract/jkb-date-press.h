/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-place.h"

/**
 * jkb_date_is_known_to_press:
 * @self: the dates of a text
 * @place: one of them
 *
 * Any thread. Returns: whether it is the day on which the public came to know: 失っていたことが4日、分かった
 */
gboolean jkb_date_is_known_to_press (const JkbDatePlaces *self, const JkbDatePlace *place);

/**
 * jkb_date_is_by_wire:
 * @doc: a document
 * @match: a date in it
 *
 * Any thread. Returns: whether a news agency dates its report with it: 【11月2日 AFP】
 */
gboolean jkb_date_is_by_wire (const JkbDoc *doc, const JkbDateMatch *match);

/**
 * jkb_date_is_by_reporter:
 * @doc: a document
 *
 * Any thread. Returns: whether its words are those of somebody who reports what others say
 */
gboolean jkb_date_is_by_reporter (const JkbDoc *doc);
