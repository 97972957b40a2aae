/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-scope.h"

/**
 * JkbRolesPage:
 *
 * The roles of the career frameworks against types of incidents: a matrix, a list to search, and what
 * is known of the cell or role that is chosen, with the cases of the scope behind it.
 *
 * It activates the action `win.page` with `incidents` when a person asks for the cases of a role or
 * cell; the filter of the scope is set by then.
 */
#define JKB_TYPE_ROLES_PAGE (jkb_roles_page_get_type ())
G_DECLARE_FINAL_TYPE (JkbRolesPage, jkb_roles_page, JKB, ROLES_PAGE, AdwBin)

/**
 * jkb_roles_page_set_scope:
 * @self: a page
 * @scope: whose cases are counted; may be set once
 *
 * Begins to follow @scope.
 */
void jkb_roles_page_set_scope (JkbRolesPage *self, JkbScope *scope);

/**
 * jkb_roles_page_show_role:
 * @self: a page
 * @role: `framework/edition/id`, as the action `win.show-role` of a #JkbRoleLens carries it
 *
 * Shows that role; one that is not there changes nothing.
 */
void jkb_roles_page_show_role (JkbRolesPage *self, const char *role);

/**
 * jkb_roles_page_show_framework:
 * @self: a page
 * @edition: (nullable): `framework/edition`; %NULL for all frameworks
 *
 * Shows the roles of that edition, and what is known of it; no role is chosen.
 */
void jkb_roles_page_show_framework (JkbRolesPage *self, const char *edition);

/**
 * jkb_roles_page_add_tool:
 * @self: a page
 * @name: what the action `win.role-tool` calls it
 * @title: its heading, translated
 * @tool: (transfer floating): its page
 */
void jkb_roles_page_add_tool (JkbRolesPage *self, const char *name, const char *title,
                              GtkWidget *tool);

/**
 * jkb_roles_page_show_tool:
 * @self: a page
 * @name: name of one of its #JkbRoleTools, as the action `win.role-tool` carries it
 *
 * Shows that tool; one that is not there changes nothing.
 */
void jkb_roles_page_show_tool (JkbRolesPage *self, const char *name);
