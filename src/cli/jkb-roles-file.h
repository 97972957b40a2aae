/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-framework-file.h"

/*
 * What `roles --read` prints of a publisher's file: a preview, nothing is kept.
 */

/**
 * jkb_roles_print_file:
 * @frameworks: frameworks
 * @file: a file as read
 * @is_json: a JSON line instead of text
 *
 * Prints what is in it, what is odd in it, and how its roles differ from the loaded edition: the one
 * of the same number, otherwise the current one.
 */
void jkb_roles_print_file (const JkbFrameworks *frameworks, const JkbFrameworkFile *file,
                           gboolean is_json);

/**
 * jkb_roles_print_file_beside:
 * @file: a file
 * @role: one of its roles
 * @is_json: a JSON line for each role instead of a table
 *
 * Prints the roles that share statements with @role.
 */
void jkb_roles_print_file_beside (const JkbFrameworkFile *file, const JkbFileRole *role,
                                  gboolean is_json);

/**
 * jkb_roles_print_file_role:
 * @role: a role of a file
 * @is_json: a JSON line for each statement instead of text
 *
 * Prints the statements of a role.
 */
void jkb_roles_print_file_role (const JkbFileRole *role, gboolean is_json);
