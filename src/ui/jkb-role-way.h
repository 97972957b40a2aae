/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "frameworks/jkb-frameworks.h"

/*
 * Where one can get from a role, on its page. Main thread.
 */

/**
 * jkb_role_way_add:
 * @box: where to
 * @frameworks: frameworks
 * @role: where one starts
 *
 * Adds a choice of another role, and below it the steps to it: what carries over and what is to be
 * learnt in each.
 */
void jkb_role_way_add (GtkBox *box, JkbFrameworks *frameworks, const JkbRole *role);

/**
 * jkb_role_way_add_levels:
 * @box: where to
 * @frameworks: frameworks
 * @role: a role
 *
 * Adds the levels of its framework; nothing where it has none.
 */
void jkb_role_way_add_levels (GtkBox *box, JkbFrameworks *frameworks, const JkbRole *role);
