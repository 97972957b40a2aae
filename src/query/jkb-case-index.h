/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"
#include "query/jkb-cases.h"

/**
 * JkbCaseIndex:
 *
 * All cases of a casebook in memory, ready to be filtered, ordered, counted and searched; kept in
 * step with the casebook by whoever owns it: load once, then put and remove what each commit
 * changed. Belongs to one thread; other threads work on snapshots.
 */
typedef struct _JkbCaseIndex JkbCaseIndex;

/**
 * jkb_case_index_new:
 * @fold: how to fold texts
 *
 * Any thread, which then owns it. Returns: (transfer full): an index without cases
 */
JkbCaseIndex *jkb_case_index_new (JkbFold *fold);

/**
 * jkb_case_index_free:
 * @index: (nullable) (transfer full): an index
 *
 * Snapshots live on.
 */
void jkb_case_index_free (JkbCaseIndex *index);

/**
 * jkb_case_index_put:
 * @index: an index
 * @incident: a case with an id above 0
 * @text: (nullable): the texts of its notices and notes, valid UTF-8, to be searched together with
 *   title, organisation, cause and key; %NULL keeps what is there (a new case: only those)
 *
 * Adds the case, or replaces the one with the same id. Owner's thread.
 */
void jkb_case_index_put (JkbCaseIndex *index, const JkbIncident *incident, const char *text);

/**
 * jkb_case_index_remove:
 * @index: an index
 * @id: a case
 *
 * Owner's thread. Returns: %TRUE if the case was there
 */
gboolean jkb_case_index_remove (JkbCaseIndex *index, gint64 id);

/**
 * jkb_case_index_clear:
 * @index: an index
 *
 * Removes every case, e.g. when another casebook opens. Owner's thread.
 */
void jkb_case_index_clear (JkbCaseIndex *index);

/**
 * jkb_case_index_snapshot:
 * @index: an index
 *
 * Takes the cases as they are now. Costs next to nothing; the next change copies the blocks of cases
 * that it touches. Owner's thread.
 *
 * Returns: (transfer full): the cases, which never change
 */
JkbCases *jkb_case_index_snapshot (JkbCaseIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbCaseIndex, jkb_case_index_free)
