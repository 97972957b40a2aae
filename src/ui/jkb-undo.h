/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-casebook.h"
#include "ui/jkb-scope.h"
#include "ui/jkb-toaster.h"

/**
 * JkbUndo:
 *
 * The one history of a window. Filters, edits of cases, and what a person changes about the frameworks
 * have steps of their own; the latest step is taken back first. Main thread.
 */
#define JKB_TYPE_UNDO (jkb_undo_get_type ())
G_DECLARE_FINAL_TYPE (JkbUndo, jkb_undo, JKB, UNDO, GObject)

/**
 * jkb_undo_new:
 * @casebook: where edits are
 * @scope: where filters are
 * @toaster: where to say what went wrong
 *
 * Returns: (transfer full): a history
 */
JkbUndo *jkb_undo_new (JkbCasebook *casebook, JkbScope *scope, JkbToaster *toaster);

/**
 * jkb_undo_note_edit:
 * @self: a history
 *
 * An edit was written to the casebook just now; edits that were undone before are gone.
 */
void jkb_undo_note_edit (JkbUndo *self);

/**
 * jkb_undo_step:
 * @self: a history
 * @is_undo: take the latest step back; otherwise do the step again that was taken back last
 */
void jkb_undo_step (JkbUndo *self, gboolean is_undo);
