/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "frameworks/jkb-framework-file.h"

/**
 * JkbFrameworkDialog:
 *
 * Reads a framework file, shows what would come in, and keeps it when the person says so.
 *
 * Signal: `imported` (string, words about it; string, `framework/edition`), after everything was read
 * again with it.
 */
#define JKB_TYPE_FRAMEWORK_DIALOG (jkb_framework_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JkbFrameworkDialog, jkb_framework_dialog, JKB, FRAMEWORK_DIALOG, AdwWindow)

/**
 * jkb_framework_dialog_new:
 * @parent: the window in front of which it opens
 *
 * Returns: (transfer none): a dialog that is not shown yet
 */
JkbFrameworkDialog *jkb_framework_dialog_new (GtkWindow *parent);

/**
 * jkb_framework_dialog_run:
 * @self: a dialog
 * @file: what to read
 *
 * Shows it and begins to read.
 */
void jkb_framework_dialog_run (JkbFrameworkDialog *self, GFile *file);
