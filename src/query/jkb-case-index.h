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
 * jkb_case_index_put_heading:
 * @index: an index
 * @incident: a case with an id above 0
 *
 * As jkb_case_index_put() for a case whose texts come later, or are read when a search needs them, see
 * jkb_case_index_set_reader(). Owner's thread.
 */
void jkb_case_index_put_heading (JkbCaseIndex *index, const JkbIncident *incident);

/**
 * jkb_case_index_put_text:
 * @index: an index
 * @id: a case
 * @revision: the #JkbIncident.revision that @text belongs to
 * @text: as for jkb_case_index_put()
 *
 * Gives a case that came by jkb_case_index_put_heading() its texts. One that is gone, has changed or has them
 * stays as it is. Owner's thread.
 */
void jkb_case_index_put_text (JkbCaseIndex *index, gint64 id, gint64 revision, const char *text);

/**
 * jkb_case_index_list_without_text:
 * @index: an index
 *
 * Owner's thread. Returns: (transfer full) (element-type gint64): the cases whose texts have yet to be read,
 *   ascending
 */
GArray *jkb_case_index_list_without_text (JkbCaseIndex *index);

/**
 * jkb_case_index_set_reader:
 * @index: an index
 * @read: reads the texts of a case
 * @user_data: for @read
 * @destroy: (nullable): frees @user_data when no snapshot needs it any more
 *
 * Searches read with it the texts of cases that came without. Owner's thread.
 */
void jkb_case_index_set_reader (JkbCaseIndex *index, JkbTextFunc read, gpointer user_data,
                                GDestroyNotify destroy);

/**
 * jkb_case_index_restore:
 * @index: an index, before its first case
 * @rows: from jkb_cases_get_index()
 * @postings: likewise
 *
 * Takes the next piece of the index of the texts from the time when the casebook was open before. What is
 * put afterwards is found in it if it has not changed since. Once all is put, jkb_case_index_settle() has
 * to be called. Owner's thread.
 *
 * Returns: %FALSE when these are something else, or follow a piece that was not full
 */
gboolean jkb_case_index_restore (JkbCaseIndex *index, GBytes *rows, GBytes *postings);

/**
 * jkb_case_index_settle:
 * @index: an index
 *
 * Forgets the cases that jkb_case_index_restore() knew and that did not come. Owner's thread.
 */
void jkb_case_index_settle (JkbCaseIndex *index);

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
