/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/*
 * What `roles` prints: as a table in the language of the session, or as JSON lines without any.
 */

/**
 * jkb_roles_print_frameworks:
 * @frameworks: frameworks
 * @is_json: JSON lines instead of a table
 *
 * Prints the editions.
 */
void jkb_roles_print_frameworks (const JkbFrameworks *frameworks, gboolean is_json);

/**
 * jkb_roles_print_assignments:
 * @assignments: (element-type JkbAssignment): who does what
 * @with_subject: a column for the type or circumstance
 * @is_json: JSON lines instead of a table
 *
 * Prints who acts, when, how much, and why.
 */
void jkb_roles_print_assignments (const GPtrArray *assignments, gboolean with_subject,
                                  gboolean is_json);

/**
 * jkb_roles_print_role:
 * @frameworks: frameworks
 * @role: a role
 * @is_json: a JSON line instead of text
 *
 * Prints a role, where it acts, and its neighbours in other frameworks.
 */
void jkb_roles_print_role (const JkbFrameworks *frameworks, const JkbRole *role, gboolean is_json);

/**
 * jkb_roles_print_matrix:
 * @frameworks: frameworks
 * @framework: an edition
 * @is_json: JSON lines, one for each cell that is not empty
 *
 * Prints roles × types and circumstances; a cell is the strongest weight, 3 for the lead.
 */
void jkb_roles_print_matrix (const JkbFrameworks *frameworks, const JkbFramework *framework,
                             gboolean is_json);
