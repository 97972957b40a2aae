/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-weights.h"

/**
 * JkbDateChoice:
 * @index: which date of the text; %G_MAXUINT for none
 * @is_outright: the rules took it since words in front name it, or since it stands on a line of its own
 * @probability: how likely it is by the weights
 *
 * Which date of a text is a day that is sought.
 */
typedef struct
{
  guint index;
  gboolean is_outright;
  double probability;
} JkbDateChoice;

/**
 * jkb_date_choose:
 * @places: the dates of a text
 * @values: (array): what they mean
 * @is_by_reporter: a reporter wrote the text
 * @choices: (inout) (array fixed-size=4): for each #JkbDateSlot, what the rules took; then what is likeliest
 *
 * Weighs all that the text says of each date, and what the rules took, for each of the days that are sought. The last day
 * never comes before the first one, nor is it the same. Linear in the number of dates. Any thread.
 */
void jkb_date_choose (const JkbDatePlaces *places, const JkbDateValue *values, gboolean is_by_reporter,
                      JkbDateChoice choices[JKB_DATE_N_SLOTS]);
