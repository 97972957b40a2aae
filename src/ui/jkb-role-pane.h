/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "frameworks/jkb-frameworks.h"

/**
 * JkbRolePane:
 *
 * What is known of a role, of a role's part in a type of incident, or, when neither is chosen, of the
 * frameworks: words with their source, relations, and how many cases are behind it.
 *
 * Signals: `cell-wanted` (pointer to a #JkbRole, int #JkbSubject) and `cases-wanted` (uint, bits of
 * #JkbSubject). Links to other roles activate the action `win.show-role`.
 */
#define JKB_TYPE_ROLE_PANE (jkb_role_pane_get_type ())
G_DECLARE_FINAL_TYPE (JkbRolePane, jkb_role_pane, JKB, ROLE_PANE, AdwBin)

/**
 * jkb_role_pane_show:
 * @self: a pane
 * @frameworks: all frameworks
 * @framework: (nullable): the edition to describe when no role is chosen; %NULL for all
 * @role: (nullable): a role
 * @subject: a type or circumstance, %JKB_SUBJECT_NONE for the role as a whole
 * @n_cases: (array fixed-size=14): how many cases there are of each #JkbSubject
 *
 * Shows something else, from its top.
 */
void jkb_role_pane_show (JkbRolePane *self, JkbFrameworks *frameworks,
                         const JkbFramework *framework, const JkbRole *role, JkbSubject subject,
                         const guint *n_cases);
