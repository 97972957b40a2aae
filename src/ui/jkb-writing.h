/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-store-lists.h"
#include "ui/jkb-case-pane.h"

/*
 * What a person changes with an action of the window: it goes to the store, and when it is done the case
 * pane says so with its signal `edited`, or why it could not be. Main thread.
 */

/**
 * jkb_writing_say:
 * @pane: where things are said
 * @message: what was done or why not, for a person
 * @can_undo: whether it can be undone
 *
 * Emits `edited`.
 */
void jkb_writing_say (JkbCasePane *pane, const char *message, gboolean can_undo);

/**
 * jkb_writing_get_store:
 * @pane: where things are said
 * @casebook: a casebook
 *
 * Says so when @casebook cannot be written.
 *
 * Returns: (transfer none) (nullable): what can be written to
 */
JkbStore *jkb_writing_get_store (JkbCasePane *pane, JkbCasebook *casebook);

/**
 * jkb_writing_edit:
 * @pane: where things are said
 * @casebook: a casebook
 * @edits: (array length=n_edits): the changes, copied
 * @n_edits: how many
 * @message: (transfer full): what is said when all are made
 *
 * Makes all changes as one step.
 */
void jkb_writing_edit (JkbCasePane *pane, JkbCasebook *casebook, const JkbEdit *edits, gsize n_edits, char *message);

/**
 * jkb_writing_edit_lists:
 * @pane: where things are said
 * @casebook: a casebook
 * @edit: a change of a search or a collection, copied
 * @message: (transfer full): what is said when it is made
 *
 * Makes it.
 */
void jkb_writing_edit_lists (JkbCasePane *pane, JkbCasebook *casebook, const JkbListEdit *edit, char *message);
