/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/*
 * What `roles` prints when it compares: ways between roles, what an organisation lacks, and editions.
 */

/**
 * jkb_roles_print_path:
 * @frameworks: frameworks
 * @steps: (element-type JkbRoleStep): the way
 * @is_json: a JSON line for each step instead of text
 *
 * Prints each step with what carries over and what is to be learnt.
 */
void jkb_roles_print_path (const JkbFrameworks *frameworks, const GPtrArray *steps,
                           gboolean is_json);

/**
 * jkb_roles_print_beside:
 * @frameworks: frameworks
 * @role: a role
 * @is_json: a JSON line for each role instead of a table
 *
 * Prints the roles of the same edition that share duties with @role.
 */
void jkb_roles_print_beside (const JkbFrameworks *frameworks, const JkbRole *role,
                             gboolean is_json);

/**
 * jkb_roles_print_coverage:
 * @cells: (element-type JkbCoverageCell): the board
 * @is_json: a JSON line for each cell instead of text
 *
 * Prints where nobody is, and in text how many cells somebody covers.
 */
void jkb_roles_print_coverage (const GPtrArray *cells, gboolean is_json);

/**
 * jkb_roles_print_changes:
 * @changes: (element-type JkbEditionChange): the ledger
 * @is_json: JSON lines instead of a table
 *
 * Prints what became of each role.
 */
void jkb_roles_print_changes (const GPtrArray *changes, gboolean is_json);
