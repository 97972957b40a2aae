/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-casebook.h"

/**
 * JkbCaseSheet:
 *
 * What a case says, from the headline in words down to its source: facts, course, roles, notes.
 *
 * Signals: `fact-chosen` (pointer to a #JkbCaseFact, %NULL for none); `entered` (int field, utf8 value,
 * int qualifier) when a person gave a value to a field that had none; `edited` (utf8 what was done or
 * why not, gboolean whether it can be undone) when the notes were kept.
 */
#define JKB_TYPE_CASE_SHEET (jkb_case_sheet_get_type ())
G_DECLARE_FINAL_TYPE (JkbCaseSheet, jkb_case_sheet, JKB, CASE_SHEET, AdwBin)

/**
 * jkb_case_sheet_show:
 * @self: a sheet
 * @casebook: whose case it is
 * @file: a case; has to live until jkb_case_sheet_clear() or another case
 *
 * Shows a case; no fact is chosen.
 */
void jkb_case_sheet_show (JkbCaseSheet *self, JkbCasebook *casebook, const JkbCaseFile *file);

/**
 * jkb_case_sheet_clear:
 * @self: a sheet
 *
 * Lets go of everything that points into the case. What is being written in the notes stays, for the
 * same case may come again.
 */
void jkb_case_sheet_clear (JkbCaseSheet *self);

/**
 * jkb_case_sheet_end_notes:
 * @self: a sheet
 * @casebook: whose case it was
 *
 * Keeps what was written in the notes.
 */
void jkb_case_sheet_end_notes (JkbCaseSheet *self, JkbCasebook *casebook);

/**
 * jkb_case_sheet_choose_fact:
 * @self: a sheet
 * @fact_id: number of a fact, 0 for none
 *
 * Chooses the value that the fact says and brings it into view.
 *
 * Returns: %FALSE when the fact is not shown
 */
gboolean jkb_case_sheet_choose_fact (JkbCaseSheet *self, gint64 fact_id);

/**
 * jkb_case_sheet_find_unsure:
 * @self: a sheet
 * @fact_id: the fact to start behind, 0 for the ends of the list
 * @step: 1 to go down, -1 to go up
 *
 * Returns: (transfer none) (nullable): the next fact that the rules are not sure of and that no person
 *   has looked at
 */
const JkbCaseFact *jkb_case_sheet_find_unsure (JkbCaseSheet *self, gint64 fact_id, int step);
