/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/jkb-merge-plan.h"
#include "ui/jkb-case-pane.h"

/**
 * JkbMergeDialog:
 *
 * Cases side by side, field by field, each value with who said it. A person chooses the values that hold when
 * the cases become one, or says that they are different. Where they do not differ there is nothing to choose.
 *
 * Signal: `merged` (gint64 the case that they are now), when the change was handed to the casebook.
 */
#define JKB_TYPE_MERGE_DIALOG (jkb_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JkbMergeDialog, jkb_merge_dialog, JKB, MERGE_DIALOG, AdwWindow)

/**
 * jkb_merge_dialog_new:
 * @parent: its window
 * @pane: where is said what was done
 * @casebook: a casebook that can be written
 * @ids: (element-type gint64): two or more cases; the first is the one that the others join
 * @reason: (nullable): why they may be one incident
 *
 * Begins to read the cases.
 *
 * Returns: (transfer floating): the dialog, not shown yet
 */
JkbMergeDialog *jkb_merge_dialog_new (GtkWindow *parent, JkbCasePane *pane, JkbCasebook *casebook, const GArray *ids,
                                      const char *reason);

/**
 * jkb_merge_dialog_get_plan:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): what is chosen, %NULL until the cases are read
 */
JkbMergePlan *jkb_merge_dialog_get_plan (JkbMergeDialog *self);
