/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-scope.h"

/**
 * JkbCasePane:
 *
 * The case of a scope: a headline in words, its facts, its course, the roles it calls for, its source,
 * and the notice with the words that facts were read from. Facts are accepted, corrected and rejected
 * here.
 *
 * Signals: `edited` (utf8 what was done or why not, gboolean whether it can be undone); `shown`
 * (gboolean whether it is the case that was shown before, read again).
 * Property: `has-back`, whether the way back to the table is shown.
 */
#define JKB_TYPE_CASE_PANE (jkb_case_pane_get_type ())
G_DECLARE_FINAL_TYPE (JkbCasePane, jkb_case_pane, JKB, CASE_PANE, AdwBin)

/**
 * jkb_case_pane_set_scope:
 * @self: a pane
 * @scope: whose case it shows; may be set once
 *
 * Begins to follow @scope.
 */
void jkb_case_pane_set_scope (JkbCasePane *self, JkbScope *scope);

/**
 * jkb_case_pane_get_file:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the case that is shown, %NULL for none
 */
const JkbCaseFile *jkb_case_pane_get_file (JkbCasePane *self);

/**
 * jkb_case_pane_get_fact:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the fact that is chosen
 */
const JkbCaseFact *jkb_case_pane_get_fact (JkbCasePane *self);

/**
 * jkb_case_pane_choose_fact:
 * @self: a pane
 * @fact_id: number of a fact of the case, 0 for none
 *
 * Shows a fact and the words that say so.
 */
void jkb_case_pane_choose_fact (JkbCasePane *self, gint64 fact_id);

/**
 * jkb_case_pane_find_unsure:
 * @self: a pane
 * @step: 1 to go down from the chosen fact, -1 to go up
 *
 * Returns: (transfer none) (nullable): the next fact that the rules are not sure of and that no person
 *   has looked at
 */
const JkbCaseFact *jkb_case_pane_find_unsure (JkbCasePane *self, int step);

/**
 * jkb_case_pane_get_evidence:
 * @self: a pane
 *
 * Returns: (transfer full) (nullable): the words that are marked for the chosen fact
 */
char *jkb_case_pane_get_evidence (JkbCasePane *self);

/**
 * jkb_case_pane_add_actions:
 * @self: a pane
 * @map: the actions of its window
 *
 * Adds `accept-fact`, `correct-fact`, `reject-fact`, `review-case`, `bin-case`, `open-source`.
 */
void jkb_case_pane_add_actions (JkbCasePane *self, GActionMap *map);

/**
 * jkb_case_pane_save:
 * @self: a pane
 *
 * Remembers how the pane is divided.
 */
void jkb_case_pane_save (JkbCasePane *self);
