/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"
#include "query/jkb-filter.h"
#include "query/jkb-selection.h"

/*
 * From cases to the subjects of the incident map, and back. Any thread.
 */

/**
 * jkb_roles_cases_count:
 * @selection: cases
 * @n_cases: (out caller-allocates) (array fixed-size=JKB_N_SUBJECTS): how many have each subject
 *
 * Counts the cases that the filter of @selection leaves.
 */
void jkb_roles_cases_count (const JkbSelection *selection, guint *n_cases);

/**
 * jkb_roles_cases_subjects:
 * @incident: a case
 *
 * Returns: its types and circumstances, a bit for each #JkbSubject
 */
guint32 jkb_roles_cases_subjects (const JkbCase *incident);

/**
 * jkb_roles_cases_narrow:
 * @filter: a filter
 * @subjects: a bit for each #JkbSubject
 *
 * Returns: (transfer full): @filter, for cases of these types, and of the last of these circumstances
 */
JkbFilter *jkb_roles_cases_narrow (const JkbFilter *filter, guint subjects);
