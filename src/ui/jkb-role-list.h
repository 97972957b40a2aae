/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "frameworks/jkb-frameworks.h"

/**
 * JkbRoleList:
 *
 * Roles below each other, each with its framework and what it does; one is chosen.
 *
 * Signal: `chosen`, when a person chooses another role.
 */
#define JKB_TYPE_ROLE_LIST (jkb_role_list_get_type ())
G_DECLARE_FINAL_TYPE (JkbRoleList, jkb_role_list, JKB, ROLE_LIST, AdwBin)

/**
 * jkb_role_list_set_roles:
 * @self: a list
 * @frameworks: where the roles belong
 * @roles: (element-type JkbRole): what to show
 *
 * Shows other roles. What is chosen stays when it is still there.
 */
void jkb_role_list_set_roles (JkbRoleList *self, JkbFrameworks *frameworks,
                              const GPtrArray *roles);

/**
 * jkb_role_list_choose:
 * @self: a list
 * @role: (nullable): a role
 *
 * Chooses it without `chosen`.
 */
void jkb_role_list_choose (JkbRoleList *self, const JkbRole *role);

/**
 * jkb_role_list_get_role:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the role that is chosen
 */
const JkbRole *jkb_role_list_get_role (JkbRoleList *self);
