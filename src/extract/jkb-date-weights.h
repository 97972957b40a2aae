/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-date-signs.h"

/** JkbDateSlot: the days of an incident that are sought among the dates of a text. */
typedef enum
{
  JKB_DATE_SLOT_BEGAN,
  JKB_DATE_SLOT_ENDED,
  JKB_DATE_SLOT_DISCOVERED,
  JKB_DATE_SLOT_ANNOUNCED,
  JKB_DATE_N_SLOTS
} JkbDateSlot;

/** Weights are told in so many parts of one. */
#define JKB_DATE_WEIGHT_PARTS 20

/** jkb_date_weights: how much each sign speaks for a date as each of the days. */
extern const gint8 jkb_date_weights[JKB_DATE_N_SIGNS][JKB_DATE_N_SLOTS];

/** jkb_date_none_weights: how much speaks for no day at all, by how many dates there are. */
extern const gint8 jkb_date_none_weights[JKB_DATE_N_FIRST][JKB_DATE_N_SLOTS];

/** jkb_date_rule_weights: what it weighs that the rules took a date, or none, for the same day. */
extern const gint8 jkb_date_rule_weights[JKB_DATE_N_SLOTS];

/** What it weighs besides when the words in front name the day outright, or the date stands on a line of its own. */
#define JKB_DATE_OUTRIGHT_WEIGHT 40
