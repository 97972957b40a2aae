/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#define JKB_TYPE_FRAMEWORK_ROW (jkb_framework_row_get_type ())
G_DECLARE_FINAL_TYPE (JkbFrameworkRow, jkb_framework_row, JKB, FRAMEWORK_ROW, AdwComboRow)

/**
 * jkb_framework_row_new:
 * @group: where it goes
 *
 * Adds to @group the question which framework is meant: one of those that are shipped, or another, whose name is asked
 * for in a further row. Main thread.
 *
 * Returns: (transfer none): the question; nothing is chosen but "another", without a name
 */
JkbFrameworkRow *jkb_framework_row_new (AdwPreferencesGroup *group);

/**
 * jkb_framework_row_set:
 * @self: the question
 * @framework: name of a framework, as in the data; "" for none
 *
 * Main thread.
 */
void jkb_framework_row_set (JkbFrameworkRow *self, const char *framework);

/**
 * jkb_framework_row_dup:
 * @self: the question
 *
 * Main thread.
 *
 * Returns: (transfer full): name of the framework, as in the data; "" while a person gave none
 */
char *jkb_framework_row_dup (JkbFrameworkRow *self);
