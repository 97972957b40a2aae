/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/*
 * Roles that stand beside each other because they act in the same incidents. A duty is one subject
 * in one phase; its weight is how much the role does there.
 */

/** How many duties there are at most. */
#define JKB_N_DUTIES (JKB_N_SUBJECTS * JKB_N_PHASES)

/**
 * JkbBeside:
 * @role: the other role
 * @n_shared: duties that both have
 * @n_new: duties that only the other role has: what one would have to learn
 * @n_left: duties that only the first role has
 *
 * How two roles compare by their duties.
 */
typedef struct
{
  const JkbRole *role;
  guint n_shared;
  guint n_new;
  guint n_left;
} JkbBeside;

/**
 * jkb_frameworks_compare:
 * @frameworks: frameworks
 * @from: a role
 * @to: another role
 *
 * Any thread.
 *
 * Returns: @to as seen from @from
 */
JkbBeside jkb_frameworks_compare (const JkbFrameworks *frameworks, const JkbRole *from,
                                  const JkbRole *to);

/**
 * jkb_beside_compare:
 * @pa: pointer to a #JkbBeside
 * @pb: pointer to another one
 *
 * Orders roles beside a role, for a sort of an array of pointers: the largest share of what both have
 * first, then the order of roles. Any thread.
 *
 * Returns: less than, equal to or greater than 0
 */
int jkb_beside_compare (gconstpointer pa, gconstpointer pb);

/**
 * jkb_frameworks_beside:
 * @frameworks: frameworks
 * @role: a role
 * @framework: (nullable): only this edition; %NULL for the current edition of each framework
 *
 * Roles that share at least one duty with @role: the largest share of all duties of both first, then
 * the order of roles. Any thread.
 *
 * Returns: (transfer full) (element-type JkbBeside): the roles
 */
GPtrArray *jkb_frameworks_beside (const JkbFrameworks *frameworks, const JkbRole *role,
                                  const JkbFramework *framework);

/**
 * jkb_frameworks_duties:
 * @frameworks: frameworks
 * @of: a role
 * @other: another role
 * @is_shared: duties that @other has as well; otherwise those that it does not have
 *
 * Any thread.
 *
 * Returns: (transfer container) (element-type JkbAssignment): assignments of @of, by subject
 */
GPtrArray *jkb_frameworks_duties (const JkbFrameworks *frameworks, const JkbRole *of,
                                  const JkbRole *other, gboolean is_shared);
