/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/*
 * Who acts in a selection of cases. A case is a set of subjects, its types and circumstances, as a bit
 * for each #JkbSubject; a role has a part in a case when it has one in any of them.
 */

/**
 * JkbLensRole:
 * @role: a role
 * @weight: the strongest it has in this phase in any of the cases
 * @n_led: how many of the cases it leads in this phase
 * @n_cases: how many of them it has a part in, in this phase
 * @parts: (element-type JkbAssignment): what it does, for each subject of these cases once, strongest
 *   first
 *
 * What a role has to do in a phase of the work.
 */
typedef struct
{
  const JkbRole *role;
  int weight;
  guint n_led;
  guint n_cases;
  GPtrArray *parts;
} JkbLensRole;

/**
 * jkb_frameworks_lens:
 * @frameworks: frameworks
 * @cases: (array length=n_cases): subjects of each case
 * @n_cases: how many there are
 * @framework: an edition
 * @phase: a phase of the work
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type JkbLensRole): the roles that have a part; those that lead most
 *   cases first, then the stronger weight, more cases, the order of roles
 */
GPtrArray *jkb_frameworks_lens (const JkbFrameworks *frameworks, const guint32 *cases,
                                guint n_cases, const JkbFramework *framework, JkbPhase phase);

/**
 * jkb_frameworks_subjects_led:
 * @frameworks: frameworks
 * @role: a role
 *
 * Any thread. Returns: a bit for each #JkbSubject in which @role leads, in whichever phase
 */
guint32 jkb_frameworks_subjects_led (const JkbFrameworks *frameworks, const JkbRole *role);
