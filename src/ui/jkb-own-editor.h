/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "frameworks/jkb-frameworks.h"

/**
 * JkbOwnEditor:
 *
 * A dialog in which a person changes what a role does in an incident, its words, or a relation, or adds a
 * role. What is saved stands in the person's own table.
 *
 * Signal: `saved`, after everything was read again with the change.
 */
#define JKB_TYPE_OWN_EDITOR (jkb_own_editor_get_type ())
G_DECLARE_FINAL_TYPE (JkbOwnEditor, jkb_own_editor, JKB, OWN_EDITOR, AdwWindow)

/**
 * jkb_own_editor_new_part:
 * @parent: the window in front of which it opens
 * @frameworks: frameworks
 * @role: a role
 * @subject: what it has a part in
 *
 * Returns: (transfer none): a dialog for weight and reason, in each phase
 */
JkbOwnEditor *jkb_own_editor_new_part (GtkWindow *parent, JkbFrameworks *frameworks,
                                       const JkbRole *role, JkbSubject subject);

/**
 * jkb_own_editor_new_relation:
 * @parent: the window in front of which it opens
 * @frameworks: frameworks
 * @role: a role
 *
 * Returns: (transfer none): a dialog for how near another role is
 */
JkbOwnEditor *jkb_own_editor_new_relation (GtkWindow *parent, JkbFrameworks *frameworks,
                                           const JkbRole *role);

/**
 * jkb_own_editor_new_role:
 * @parent: the window in front of which it opens
 * @frameworks: frameworks
 * @role: (nullable): a role; %NULL for a new one
 *
 * Returns: (transfer none): a dialog for the words of a role
 */
JkbOwnEditor *jkb_own_editor_new_role (GtkWindow *parent, JkbFrameworks *frameworks,
                                       const JkbRole *role);
