/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-case-pane.h"

/**
 * JkbPartsDialog:
 *
 * What a case was put together of: cases that were merged into it, each of which can be taken out again, and
 * notices, each of which can become a case of its own.
 */
#define JKB_TYPE_PARTS_DIALOG (jkb_parts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JkbPartsDialog, jkb_parts_dialog, JKB, PARTS_DIALOG, AdwWindow)

/**
 * jkb_parts_dialog_new:
 * @parent: its window
 * @pane: where is said what was done
 * @casebook: a casebook that can be written
 * @file: the case; need not outlive the call
 *
 * Begins to read the parts.
 *
 * Returns: (transfer floating): the dialog, not shown yet
 */
JkbPartsDialog *jkb_parts_dialog_new (GtkWindow *parent, JkbCasePane *pane, JkbCasebook *casebook,
                                      const JkbCaseFile *file);
