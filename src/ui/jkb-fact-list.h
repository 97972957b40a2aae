/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-fact-group.h"

/**
 * JkbFactList:
 *
 * The facts of a case, field by field. What is not known has its row too. One value can be chosen;
 * choosing it again goes on to the next place that says so.
 *
 * Signals: `chosen` (a #JkbFactGroup or %NULL, guint the place in it); `entered` (int field, utf8
 * value, int qualifier) when a person gave a value to a field that had none.
 */
#define JKB_TYPE_FACT_LIST (jkb_fact_list_get_type ())
G_DECLARE_FINAL_TYPE (JkbFactList, jkb_fact_list, JKB, FACT_LIST, AdwBin)

/**
 * jkb_fact_list_show:
 * @self: a list
 * @file: (nullable): a case; has to live until another one is shown
 *
 * Shows the facts of a case; none is chosen.
 */
void jkb_fact_list_show (JkbFactList *self, const JkbCaseFile *file);

/**
 * jkb_fact_list_set_read_only:
 * @self: a list that shows nothing yet
 *
 * Nothing can be entered for what is not known.
 */
void jkb_fact_list_set_read_only (JkbFactList *self);

/**
 * jkb_fact_list_choose:
 * @self: a list
 * @fact_id: number of a fact, 0 for none
 *
 * Chooses the value that the fact says, at the place of the fact, and brings it into view.
 *
 * Returns: %FALSE when the fact is not shown
 */
gboolean jkb_fact_list_choose (JkbFactList *self, gint64 fact_id);

/**
 * jkb_fact_list_find_unsure:
 * @self: a list
 * @fact_id: the fact to start behind, 0 for the ends of the list
 * @step: 1 to go down, -1 to go up
 *
 * Finds the next value that no person has looked at and that the rules are not sure of.
 *
 * Returns: (transfer none) (nullable): its fact, %NULL when there is none that way
 */
const JkbCaseFact *jkb_fact_list_find_unsure (JkbFactList *self, gint64 fact_id, int step);
