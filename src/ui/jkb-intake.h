/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-casebook.h"
#include "ui/jkb-toaster.h"
#include "ui/jkb-undo.h"

/**
 * JkbIntake:
 *
 * The ways in for notices: files and folders chosen, what is in the clipboard, what is dropped on the window.
 * They are looked at or imported as the preferences say, and the import is a step of the window's history.
 * Main thread.
 *
 * Signal: `case-chosen` (gint64), a case of what was imported, to be shown.
 */
#define JKB_TYPE_INTAKE (jkb_intake_get_type ())
G_DECLARE_FINAL_TYPE (JkbIntake, jkb_intake, JKB, INTAKE, GObject)

/**
 * jkb_intake_new:
 * @window: what dialogs stand above; may die first
 * @casebook: where notices go, ready or not
 * @toaster: where to say what became of them
 * @undo: where an import is a step
 *
 * Returns: (transfer full): the ways in
 */
JkbIntake *jkb_intake_new (GtkWindow *window, JkbCasebook *casebook, JkbToaster *toaster, JkbUndo *undo);

/**
 * jkb_intake_take:
 * @self: the ways in
 * @inputs: (transfer full): files, folders, bytes
 *
 * Looks at them or imports them, as soon as the casebook is ready.
 */
void jkb_intake_take (JkbIntake *self, JkbImportInputs *inputs);

/**
 * jkb_intake_add_actions:
 * @self: the ways in
 * @map: the actions of a window; they end with @self
 *
 * Adds `import`, `import-folder`, `paste`.
 */
void jkb_intake_add_actions (JkbIntake *self, GActionMap *map);

/**
 * jkb_intake_add_drop_target:
 * @self: the ways in
 * @widget: takes files and text that are dropped on it
 */
void jkb_intake_add_drop_target (JkbIntake *self, GtkWidget *widget);
