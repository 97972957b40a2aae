/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-role-beside.h"
#include "frameworks/jkb-statement.h"

/*
 * Tasks, knowledge and skills of roles, as far as files of their publishers were imported.
 */

/**
 * jkb_frameworks_statements:
 * @frameworks: frameworks
 * @role: a role
 * @edition: (out) (optional) (nullable) (transfer none): the edition whose statements they are
 *
 * What belongs to @role by its own edition, or else by another imported edition of its framework that
 * has a role with the same identifier. Any thread.
 *
 * Returns: (transfer none) (nullable) (element-type JkbStatement): the statements; %NULL for none
 */
const GPtrArray *jkb_frameworks_statements (const JkbFrameworks *frameworks, const JkbRole *role,
                                            const JkbFramework **edition);

/**
 * jkb_statements_pick:
 * @of: (element-type JkbStatement): statements
 * @other: (nullable) (element-type JkbStatement): statements of the same edition
 * @is_shared: those that are in @other as well; otherwise those that are not
 *
 * Any thread.
 *
 * Returns: (transfer container) (element-type JkbStatement): statements of @of in their order
 */
GPtrArray *jkb_statements_pick (const GPtrArray *of, const GPtrArray *other, gboolean is_shared);

/**
 * jkb_statements_search:
 * @statements: (element-type JkbStatement): statements
 * @words: words that must all occur in identifier or text; width and case do not count; none finds all
 *
 * Any thread.
 *
 * Returns: (transfer container) (element-type JkbStatement): statements with these words in their order
 */
GPtrArray *jkb_statements_search (const GPtrArray *statements, const char *words);

/**
 * jkb_frameworks_beside_by_statements:
 * @frameworks: frameworks
 * @role: a role
 *
 * Roles of the edition of @role that share statements with it; the counts of #JkbBeside are of
 * statements. The largest share of all statements of both first, then the order of roles. Any thread.
 *
 * Returns: (transfer full) (element-type JkbBeside): the roles, none when nothing was imported
 */
GPtrArray *jkb_frameworks_beside_by_statements (const JkbFrameworks *frameworks,
                                                const JkbRole *role);
