/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "frameworks/jkb-frameworks.h"
#include "ui/jkb-scope.h"

/**
 * JkbRoleBrowser:
 *
 * The roles of the frameworks as a matrix against types of incidents and as a list to search, beside what
 * is known of the cell or role that is chosen, with the cases of the scope behind it.
 *
 * It activates the action `win.page` with `incidents` when a person asks for the cases of a role or
 * cell; the filter of the scope is set by then.
 */
#define JKB_TYPE_ROLE_BROWSER (jkb_role_browser_get_type ())
G_DECLARE_FINAL_TYPE (JkbRoleBrowser, jkb_role_browser, JKB, ROLE_BROWSER, AdwBin)

/**
 * jkb_role_browser_set_scope:
 * @self: a browser
 * @scope: whose cases are counted; may be set once
 *
 * Begins to follow @scope.
 */
void jkb_role_browser_set_scope (JkbRoleBrowser *self, JkbScope *scope);

/**
 * jkb_role_browser_set_frameworks:
 * @self: a browser
 * @frameworks: what to show
 *
 * Shows @frameworks. What was chosen stays, as far as it is still there.
 *
 * Returns: %FALSE when they were shown already
 */
gboolean jkb_role_browser_set_frameworks (JkbRoleBrowser *self, JkbFrameworks *frameworks);

/**
 * jkb_role_browser_show_role:
 * @self: a browser
 * @role: `framework/edition/id`
 *
 * Chooses that role.
 *
 * Returns: %FALSE when it is not there; nothing has changed then
 */
gboolean jkb_role_browser_show_role (JkbRoleBrowser *self, const char *role);

/**
 * jkb_role_browser_show_framework:
 * @self: a browser
 * @edition: (nullable): `framework/edition`; %NULL for all frameworks
 *
 * Shows the roles of that edition, and what is known of it; no role is chosen.
 */
void jkb_role_browser_show_framework (JkbRoleBrowser *self, const char *edition);
