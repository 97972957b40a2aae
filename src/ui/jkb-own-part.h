/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "frameworks/jkb-frameworks.h"

/*
 * What a person changed, on the pages of roles and frameworks. Main thread. Buttons activate the actions
 * of jkb_own_actions_add().
 */

/**
 * jkb_own_part_add_cell:
 * @box: where to
 * @frameworks: frameworks
 * @role: a role
 * @subject: what it has a part in
 *
 * Adds a button to change that part, and what was changed about it.
 */
void jkb_own_part_add_cell (GtkBox *box, const JkbFrameworks *frameworks, const JkbRole *role,
                            JkbSubject subject);

/**
 * jkb_own_part_add_role:
 * @box: where to
 * @frameworks: frameworks
 * @role: a role
 *
 * Adds buttons to change its words and relations, and what was changed about it.
 */
void jkb_own_part_add_role (GtkBox *box, const JkbFrameworks *frameworks, const JkbRole *role);

/**
 * jkb_own_part_add_all:
 * @box: where to
 * @frameworks: frameworks
 *
 * Adds everything that was changed; nothing when there is none.
 */
void jkb_own_part_add_all (GtkBox *box, const JkbFrameworks *frameworks);
