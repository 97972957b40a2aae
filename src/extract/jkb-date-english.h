/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-place.h"
#include "extract/jkb-date-roles.h"

/**
 * jkb_date_english_read:
 * @self: the dates
 * @place: one of them
 * @reading: (out caller-allocates): what happened on it; unchanged on failure
 *
 * English has its verb in front (discovered on march 4) unless the date opens its clause (on march 4,
 * we discovered; said that on march 4 …). Any thread.
 *
 * Returns: %FALSE when the date is not written in English, is one end of a range, or nothing tells
 */
gboolean jkb_date_english_read (const JkbDatePlaces *self, const JkbDatePlace *place,
                                JkbDateReading *reading);
