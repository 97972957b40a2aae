/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/**
 * JkbRoleTools:
 *
 * What a person does with roles beside looking at them: a page for each purpose, one shown at a time,
 * with its title and a way back. Main thread. Signal `left` when the person goes back.
 */
#define JKB_TYPE_ROLE_TOOLS (jkb_role_tools_get_type ())
G_DECLARE_FINAL_TYPE (JkbRoleTools, jkb_role_tools, JKB, ROLE_TOOLS, AdwBin)

/**
 * jkb_role_tools_add:
 * @self: tools
 * @name: what the action `win.role-tool` calls it
 * @title: its heading, translated
 * @page: (transfer floating): its page
 */
void jkb_role_tools_add (JkbRoleTools *self, const char *name, const char *title,
                         GtkWidget *page);

/**
 * jkb_role_tools_show:
 * @self: tools
 * @name: name of a tool
 *
 * Returns: %FALSE when there is no such tool
 */
gboolean jkb_role_tools_show (JkbRoleTools *self, const char *name);
