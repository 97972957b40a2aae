/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-context.h"
#include "extract/jkb-date-roles.h"

/**
 * jkb_date_may_follow:
 * @first: a day
 * @later: another one
 *
 * Any thread. Returns: whether @later is not before @first, as far as both are known alike; without years 15 January is
 *   after 3 October
 */
gboolean jkb_date_may_follow (JkbDate first, JkbDate later);

/**
 * jkb_date_settle:
 * @matches: (element-type JkbDateMatch): the dates of a text, in order
 * @values: (inout) (array): which days they are
 * @readings: (inout) (array): what happened on them
 *
 * Mends days and roles that cannot be beside those of the other dates. Any thread.
 */
void jkb_date_settle (const GArray *matches, JkbDateValue *values, JkbDateReading *readings);

/**
 * jkb_date_settle_news:
 * @matches: (element-type JkbDateMatch): the dates of a text, in order
 * @values: (inout) (array): which days they are
 * @readings: (array): what happened on them
 *
 * Gives the days alone at the head of news the month that the days behind them suggest. That is good enough to list them,
 * not to take them for a day that is sought. Any thread.
 */
void jkb_date_settle_news (const GArray *matches, JkbDateValue *values, JkbDateReading *readings);
