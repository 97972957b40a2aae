/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-casebook.h"

/**
 * JkbImportDialog:
 *
 * Imports sources and lists what became of each item of each source: new, known, set aside and why,
 * unreadable and why. Closing it while it works stops the import after the source at hand.
 *
 * Signals: `imported` (gint64 batch, utf8 summary), once, when new cases are in the casebook and the
 * dialog closes; `undone` (utf8), when the person took the import back; `case-chosen` (gint64).
 */
#define JKB_TYPE_IMPORT_DIALOG (jkb_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JkbImportDialog, jkb_import_dialog, JKB, IMPORT_DIALOG, AdwWindow)

/**
 * jkb_import_dialog_new:
 * @parent: the window it is for
 * @casebook: a casebook that is ready
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
JkbImportDialog *jkb_import_dialog_new (GtkWindow *parent, JkbCasebook *casebook);

/**
 * jkb_import_dialog_run:
 * @self: a dialog
 * @inputs: (transfer full): what to import
 *
 * Shows the dialog and begins. Once.
 */
void jkb_import_dialog_run (JkbImportDialog *self, JkbImportInputs *inputs);

/**
 * jkb_import_dialog_is_done:
 * @self: a dialog
 *
 * Returns: %TRUE when the list is complete
 */
gboolean jkb_import_dialog_is_done (JkbImportDialog *self);
