/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-case-file.h"
#include "store/jkb-store.h"

/*
 * Reading a casebook. Each call sees one state of the file, whatever is written meanwhile. Any
 * thread; the blocking forms are not for the main thread of the window. All may fail with a
 * #JkbStoreError or %G_IO_ERROR_CANCELLED.
 */

/**
 * JkbStoreCounts:
 * @incidents: cases, without those in the bin
 * @bundled: those of them that came with the program and that nobody has touched
 * @binned: cases in the bin
 * @notices: notices that belong to a case
 * @repeated: notices that came again from other bytes
 * @set_aside: items that are no notice
 * @sources: files, pastes and feeds
 * @facts: facts, rejected ones included
 */
typedef struct
{
  gint64 incidents;
  gint64 bundled;
  gint64 binned;
  gint64 notices;
  gint64 repeated;
  gint64 set_aside;
  gint64 sources;
  gint64 facts;
} JkbStoreCounts;

/**
 * JkbStoreTextFunc:
 * @incident_id: a case
 * @revision: the #JkbIncident.revision that the texts belong to
 * @text: the texts of its notices and the trainer's notes as printed, with line feeds between;
 *   empty when there are none; NUL-terminated, valid only during the call
 * @n_bytes: its length
 * @user_data: what was given
 *
 * Returns: %FALSE to stop
 */
typedef gboolean (*JkbStoreTextFunc) (gint64 incident_id, gint64 revision, const char *text, gsize n_bytes,
                                      gpointer user_data);

/**
 * jkb_store_load_incidents:
 * @self: a store
 * @ids: (nullable) (array length=n_ids): numbers of cases, or %NULL for all
 * @n_ids: how many
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Reads cases by number, ascending. Those that do not exist or lie in the bin are left out.
 *
 * Returns: (transfer full) (nullable) (element-type JkbIncident): the cases; the array owns them
 */
GPtrArray *jkb_store_load_incidents (JkbStore *self, const gint64 *ids, gsize n_ids,
                                     GCancellable *cancellable, GError **error);

/**
 * jkb_store_load_latest:
 * @self: a store
 * @n_cases: how many are wanted
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Reads the latest cases by the day of jkb_incident_date(), those of one day by number, without looking at
 * the others. Those in the bin are left out.
 *
 * Returns: (transfer full) (nullable) (element-type JkbIncident): the cases; the array owns them
 */
GPtrArray *jkb_store_load_latest (JkbStore *self, guint n_cases, GCancellable *cancellable, GError **error);

/**
 * jkb_store_load_incidents_async:
 * @self: a store
 * @ids: (nullable) (array length=n_ids): numbers of cases, copied; %NULL for all
 * @n_ids: how many
 * @cancellable: (nullable): stops it
 * @callback: called in the main context of the caller
 * @user_data: for @callback
 *
 * As jkb_store_load_incidents(), without blocking.
 */
void jkb_store_load_incidents_async (JkbStore *self, const gint64 *ids, gsize n_ids,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * jkb_store_load_incidents_finish:
 * @self: a store
 * @result: what the callback got
 * @error: a #JkbStoreError
 *
 * Ends jkb_store_load_incidents_async().
 *
 * Returns: (transfer full) (nullable) (element-type JkbIncident): the cases
 */
GPtrArray *jkb_store_load_incidents_finish (JkbStore *self, GAsyncResult *result, GError **error);

/**
 * jkb_store_load_case:
 * @self: a store
 * @incident_id: number of a case, in the bin or not
 * @out: (out) (transfer full) (nullable): the case, %NULL when there is none of that number
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE unless reading failed
 */
gboolean jkb_store_load_case (JkbStore *self, gint64 incident_id, JkbCaseFile **out,
                              GCancellable *cancellable, GError **error);

/**
 * jkb_store_load_case_async:
 * @self: a store
 * @incident_id: number of a case
 * @cancellable: (nullable): stops it
 * @callback: called in the main context of the caller
 * @user_data: for @callback
 *
 * As jkb_store_load_case(), without blocking.
 */
void jkb_store_load_case_async (JkbStore *self, gint64 incident_id, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);

/**
 * jkb_store_load_case_finish:
 * @self: a store
 * @result: what the callback got
 * @out: (out) (transfer full) (nullable): the case, %NULL when there is none
 * @error: a #JkbStoreError
 *
 * Ends jkb_store_load_case_async().
 *
 * Returns: %TRUE unless reading failed
 */
gboolean jkb_store_load_case_finish (JkbStore *self, GAsyncResult *result, JkbCaseFile **out,
                                     GError **error);

/**
 * jkb_store_foreach_text:
 * @self: a store
 * @ids: (nullable) (array length=n_ids): numbers of cases, or %NULL for all
 * @n_ids: how many
 * @func: called in this thread for each case, by number, ascending
 * @user_data: for @func
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Hands out the texts of each case that is not in the bin. @func must not call the store.
 *
 * Returns: %TRUE when all were read or @func stopped it
 */
gboolean jkb_store_foreach_text (JkbStore *self, const gint64 *ids, gsize n_ids,
                                 JkbStoreTextFunc func, gpointer user_data,
                                 GCancellable *cancellable, GError **error);

/**
 * jkb_store_load_source:
 * @self: a store
 * @source_id: the #JkbCaseNotice.source_id of a notice
 * @out: (out) (transfer full) (nullable): the bytes as they came, %NULL when there is no such source
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE unless reading failed
 */
gboolean jkb_store_load_source (JkbStore *self, gint64 source_id, GBytes **out,
                                GCancellable *cancellable, GError **error);

/**
 * jkb_store_count:
 * @self: a store
 * @out: (out caller-allocates): the counts
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE unless reading failed
 */
gboolean jkb_store_count (JkbStore *self, JkbStoreCounts *out, GCancellable *cancellable,
                          GError **error);

/**
 * jkb_store_load_bin:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Returns: (transfer full) (nullable) (element-type JkbIncident): the cases in the bin
 */
GPtrArray *jkb_store_load_bin (JkbStore *self, GCancellable *cancellable, GError **error);

/**
 * jkb_store_check:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError when the check itself could not be made
 *
 * Looks at everything: the file's own structure, references, spans within their text, summaries equal to
 * what the facts make, no notice twice. Takes long on a large casebook.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): one line for each problem, in English;
 *   empty when all is well
 */
GPtrArray *jkb_store_check (JkbStore *self, GCancellable *cancellable, GError **error);

/**
 * jkb_store_check_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called in the main context of the caller
 * @user_data: for @callback
 *
 * As jkb_store_check(), without blocking.
 */
void jkb_store_check_async (JkbStore *self, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);

/**
 * jkb_store_check_finish:
 * @self: a store
 * @result: what the callback got
 * @error: a #JkbStoreError
 *
 * Ends jkb_store_check_async().
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the problems
 */
GPtrArray *jkb_store_check_finish (JkbStore *self, GAsyncResult *result, GError **error);
