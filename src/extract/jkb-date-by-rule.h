/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-item.h"
#include "extract/jkb-date-choice.h"
#include "extract/jkb-date-roles.h"

/**
 * JkbDateReader:
 * @doc: a document
 * @item: its item, under construction
 * @matches: (element-type JkbDateMatch): its dates
 * @values: what they mean
 * @readings: what the rules say of them
 * @is_by_reporter: it is a report by somebody else
 *
 * The dates of a document while it is settled which of them is what.
 */
typedef struct
{
  const JkbDoc *doc;
  JkbItem *item;
  GArray *matches;
  JkbDateValue *values;
  JkbDateReading *readings;
  gboolean is_by_reporter;
} JkbDateReader;

/**
 * jkb_date_confidence:
 * @self: the dates of a text
 * @index: one of them
 * @role_confidence: how sure it is what happened on it
 *
 * Any thread. Returns: the same when it is not sure which day it is
 */
double jkb_date_confidence (const JkbDateReader *self, guint index, double role_confidence);

/**
 * jkb_date_choose_by_rule:
 * @self: the dates of a text; what is said of one may change by what was chosen before
 * @choices: (out caller-allocates) (array fixed-size=4): for each #JkbDateSlot the date that the rules take, without a
 *   probability
 *
 * Of all dates that the rules read as a day of the incident, takes one. Linear. Any thread.
 */
void jkb_date_choose_by_rule (const JkbDateReader *self, JkbDateChoice choices[JKB_DATE_N_SLOTS]);
