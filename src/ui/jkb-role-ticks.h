/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "frameworks/jkb-frameworks.h"

/**
 * JkbRoleTicks:
 *
 * Roles to tick, by framework, with a search. Ticks are names as jkb_reference_name_role() makes them;
 * those of editions that are not shown, or not there any more, are kept. Main thread. Signal `ticked`
 * when the person has ticked or unticked something.
 */
#define JKB_TYPE_ROLE_TICKS (jkb_role_ticks_get_type ())
G_DECLARE_FINAL_TYPE (JkbRoleTicks, jkb_role_ticks, JKB, ROLE_TICKS, AdwBin)

/**
 * jkb_role_ticks_new:
 *
 * Returns: (transfer floating): a list without roles
 */
GtkWidget *jkb_role_ticks_new (void);

/**
 * jkb_role_ticks_set_frameworks:
 * @self: a list
 * @frameworks: frameworks
 *
 * Shows the roles of these from now on.
 */
void jkb_role_ticks_set_frameworks (JkbRoleTicks *self, JkbFrameworks *frameworks);

/**
 * jkb_role_ticks_set_names:
 * @self: a list
 * @names: (array zero-terminated=1): names of roles
 *
 * Ticks exactly these.
 */
void jkb_role_ticks_set_names (JkbRoleTicks *self, const char *const *names);

/**
 * jkb_role_ticks_list_names:
 * @self: a list
 *
 * Returns: (transfer full) (array zero-terminated=1): names of what is ticked, in the order in which it
 *   was
 */
char **jkb_role_ticks_list_names (JkbRoleTicks *self);

/**
 * jkb_role_ticks_list_roles:
 * @self: a list
 *
 * Returns: (transfer container) (element-type JkbRole): what is ticked, as far as it is there
 */
GPtrArray *jkb_role_ticks_list_roles (JkbRoleTicks *self);
