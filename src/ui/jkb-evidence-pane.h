/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "query/jkb-selection.h"
#include "ui/jkb-case-actions.h"
#include "ui/jkb-notice-view.h"

/**
 * JkbEvidencePane:
 *
 * The notices of a case to read, with the words that say the chosen fact, and above them the fact
 * itself, to accept, correct or reject.
 *
 * Signal: `fact-touched` (gint64), when a person touches words that say a fact.
 */
#define JKB_TYPE_EVIDENCE_PANE (jkb_evidence_pane_get_type ())
G_DECLARE_FINAL_TYPE (JkbEvidencePane, jkb_evidence_pane, JKB, EVIDENCE_PANE, AdwBin)

/**
 * jkb_evidence_pane_set_actions:
 * @self: a pane
 * @actions: what corrections are handed to
 *
 * To be called once.
 */
void jkb_evidence_pane_set_actions (JkbEvidencePane *self, JkbCaseActions *actions);

/**
 * jkb_evidence_pane_show:
 * @self: a pane
 * @file: (nullable): a case; has to live until another is shown
 *
 * Shows the first notice of a case; no fact is chosen.
 */
void jkb_evidence_pane_show (JkbEvidencePane *self, const JkbCaseFile *file);

/**
 * jkb_evidence_pane_set_selection:
 * @self: a pane
 * @selection: (nullable): what found the case
 *
 * Marks the words that were searched for.
 */
void jkb_evidence_pane_set_selection (JkbEvidencePane *self, JkbSelection *selection);

/**
 * jkb_evidence_pane_set_fact:
 * @self: a pane
 * @fact: (nullable): a fact of the case
 *
 * Shows a fact and its words, in the notice that has them.
 */
void jkb_evidence_pane_set_fact (JkbEvidencePane *self, const JkbCaseFact *fact);

/**
 * jkb_evidence_pane_get_words:
 * @self: a pane
 *
 * Returns: (transfer full) (nullable): the words that are marked for the chosen fact
 */
char *jkb_evidence_pane_get_words (JkbEvidencePane *self);
