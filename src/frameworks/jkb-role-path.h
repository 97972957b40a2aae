/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-role-beside.h"

/*
 * Ways from one role to another. A step follows a relation of the crosswalk, in either direction, or
 * leads to a role of the same edition that shares duties. The way with the least effort is taken:
 *
 *     relation exact 10, close 20, partial 40
 *     beside by shared duties 20 + 60 × (duties to learn) / (duties of the role reached), rounded down
 *
 * The figures are a judgement of ours and order ways; they measure nothing.
 */

/**
 * JkbRoleStep:
 * @from: the role it starts from
 * @to: the role it reaches
 * @effort: as above
 * @neighbour: (nullable): the relation that was followed; %NULL for roles beside each other
 * @beside: how the two compare by duties
 *
 * One step. Lives as long as its #JkbFrameworks, but @to and the like belong to that.
 */
typedef struct
{
  const JkbRole *from;
  const JkbRole *to;
  guint effort;
  const JkbNeighbour *neighbour;
  JkbBeside beside;
} JkbRoleStep;

/**
 * jkb_frameworks_step:
 * @frameworks: frameworks
 * @from: a role
 * @to: another role
 * @step: (out caller-allocates): the step; unchanged when there is none
 *
 * The easiest single step from @from to @to. Any thread.
 *
 * Returns: %TRUE when one step suffices
 */
gboolean jkb_frameworks_step (const JkbFrameworks *frameworks, const JkbRole *from,
                              const JkbRole *to, JkbRoleStep *step);

/**
 * jkb_frameworks_path:
 * @frameworks: frameworks
 * @from: a role
 * @to: a role
 *
 * The way with the least effort; of equal ones, the one with fewer steps. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type JkbRoleStep): the steps, none when the roles are the
 *   same; %NULL when no way leads there
 */
GPtrArray *jkb_frameworks_path (const JkbFrameworks *frameworks, const JkbRole *from,
                                const JkbRole *to);
