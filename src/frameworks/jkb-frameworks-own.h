/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/*
 * Frameworks with what a person keeps of their own beside them: imported files and own changes.
 */

/**
 * jkb_frameworks_load_own:
 * @directory: (nullable): as for jkb_frameworks_load()
 * @own: a folder as jkb_own_folder() names it; it need not be there
 * @error: as jkb_frameworks_load(), and only for @directory
 *
 * As jkb_frameworks_load(), with what a person keeps of their own put beside it. What cannot be read
 * or has no place any more is left out and remarked upon. Reads files: not for the main thread.
 *
 * Returns: (transfer full) (nullable): the frameworks
 */
JkbFrameworks *jkb_frameworks_load_own (const char *directory, const char *own, GError **error);

/**
 * jkb_frameworks_imported:
 * @frameworks: frameworks
 *
 * Returns: (transfer none) (element-type JkbFrameworkFile): the imported files beside what is
 *   shipped, in the order in which they were read
 */
const GPtrArray *jkb_frameworks_imported (const JkbFrameworks *frameworks);

/**
 * jkb_frameworks_own_changes:
 * @frameworks: frameworks
 *
 * Returns: (transfer none) (nullable) (element-type JkbOwnChange): a person's own changes, as they
 *   stand in the table; %NULL when nothing of a person's own was read, or not the table
 */
const GPtrArray *jkb_frameworks_own_changes (const JkbFrameworks *frameworks);

/**
 * jkb_frameworks_own_courses:
 * @frameworks: frameworks
 *
 * Returns: (transfer none) (nullable) (element-type JkbCourse): a person's own courses, as they stand
 *   in the table; %NULL when nothing of a person's own was read, or not the table
 */
const GPtrArray *jkb_frameworks_own_courses (const JkbFrameworks *frameworks);

/**
 * jkb_frameworks_is_own:
 * @frameworks: frameworks
 * @subject: a type or circumstance
 * @role: a role
 * @phase: a #JkbPhase or %JKB_PHASE_ANY
 *
 * Takes constant time, for drawing the matrix. Any thread.
 *
 * Returns: %TRUE when a person decided how much @role does there, also when it is nothing
 */
gboolean jkb_frameworks_is_own (const JkbFrameworks *frameworks, JkbSubject subject,
                                const JkbRole *role, int phase);

/**
 * jkb_frameworks_has_own:
 * @frameworks: frameworks
 *
 * Any thread. Returns: %TRUE when a person decided so anywhere
 */
gboolean jkb_frameworks_has_own (const JkbFrameworks *frameworks);

/**
 * jkb_frameworks_imported_name:
 * @frameworks: frameworks
 * @index: a place in jkb_frameworks_imported()
 *
 * Returns: (transfer none): the name under which that file is kept
 */
const char *jkb_frameworks_imported_name (const JkbFrameworks *frameworks, guint index);

/**
 * jkb_frameworks_get_remarks:
 * @frameworks: frameworks
 *
 * Returns: (transfer none) (element-type utf8): what of a person's own was left out, as
 *   `FILE: reason`
 */
const GPtrArray *jkb_frameworks_get_remarks (const JkbFrameworks *frameworks);
