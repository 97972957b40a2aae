/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "query/jkb-cases.h"
#include "query/jkb-filter.h"
#include "query/jkb-search-line.h"
#include "query/jkb-tally.h"

/**
 * JkbSelection:
 *
 * The cases that a filter lets pass, in an order, and what can be counted about them: the one answer
 * that table, facets and charts show. Never changes; any thread.
 */
typedef struct _JkbSelection JkbSelection;

/**
 * jkb_selection_new:
 * @cases: a snapshot
 * @filter: (nullable): what is wanted; %NULL is everything
 * @order: the order
 * @cancellable: (nullable): checked often
 * @error: %G_IO_ERROR_CANCELLED, nothing else
 *
 * Answers at once; may take tens of milliseconds with many cases, so a window calls it in a worker,
 * see jkb_selection_new_async(). Any thread.
 *
 * Returns: (transfer full) (nullable): the selection
 */
JkbSelection *jkb_selection_new (JkbCases *cases, const JkbFilter *filter, JkbOrder order,
                                 GCancellable *cancellable, GError **error);

/**
 * jkb_selection_new_first:
 * @cases: a snapshot
 * @filter: (nullable): what is wanted
 * @order: the order
 * @n_rows: how many rows are wanted
 * @cancellable: (nullable): checked often
 * @error: %G_IO_ERROR_CANCELLED, nothing else
 *
 * The first rows of what jkb_selection_new() gives, much sooner: what comes after them is not read.
 * jkb_selection_n() is how many rows are here, not how many cases pass, and nothing can be counted. Any
 * thread.
 *
 * Returns: (transfer full) (nullable): a selection of @n_rows cases, or of all when fewer pass
 */
JkbSelection *jkb_selection_new_first (JkbCases *cases, const JkbFilter *filter, JkbOrder order, guint n_rows,
                                       GCancellable *cancellable, GError **error);

/**
 * jkb_selection_new_reordered:
 * @selection: a selection, not of the first rows only
 * @order: another order
 *
 * The same cases in another order: nothing is looked for and nothing counted again. Any thread.
 *
 * Returns: (transfer full): the selection
 */
JkbSelection *jkb_selection_new_reordered (const JkbSelection *selection, JkbOrder order);

/**
 * jkb_selection_new_async:
 * @cases: a snapshot
 * @filter: (nullable): what is wanted; copied
 * @order: the order
 * @cancellable: (nullable): cancels
 * @callback: called in the thread's main context
 * @user_data: for @callback
 *
 * Does what jkb_selection_new() does in a worker thread. The source object of @callback is %NULL.
 * After the first search through many cases the worker goes on with jkb_cases_index_texts().
 */
void jkb_selection_new_async (JkbCases *cases, const JkbFilter *filter, JkbOrder order,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * jkb_selection_new_first_async:
 * @cases: a snapshot
 * @filter: (nullable): what is wanted; copied
 * @order: the order
 * @n_rows: how many rows are wanted
 * @cancellable: (nullable): cancels
 * @callback: called in the thread's main context, ends with jkb_selection_new_finish()
 * @user_data: for @callback
 *
 * Does what jkb_selection_new_first() does in a worker thread. The source object of @callback is %NULL.
 */
void jkb_selection_new_first_async (JkbCases *cases, const JkbFilter *filter, JkbOrder order, guint n_rows,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * jkb_selection_new_reordered_async:
 * @selection: a selection, not of the first rows only
 * @order: another order
 * @cancellable: (nullable): cancels
 * @callback: called in the thread's main context, ends with jkb_selection_new_finish()
 * @user_data: for @callback
 *
 * Does what jkb_selection_new_reordered() does in a worker thread, as an order may have to be made. The source
 * object of @callback is %NULL.
 */
void jkb_selection_new_reordered_async (JkbSelection *selection, JkbOrder order, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);

/**
 * jkb_selection_new_finish:
 * @result: from the callback
 * @error: %G_IO_ERROR_CANCELLED, nothing else
 *
 * Returns: (transfer full) (nullable): the selection
 */
JkbSelection *jkb_selection_new_finish (GAsyncResult *result, GError **error);

/**
 * jkb_selection_ref:
 * @selection: a selection
 *
 * Any thread. Returns: (transfer full): @selection
 */
JkbSelection *jkb_selection_ref (JkbSelection *selection);

/**
 * jkb_selection_unref:
 * @selection: (transfer full): a selection
 *
 * Any thread.
 */
void jkb_selection_unref (JkbSelection *selection);

/**
 * jkb_selection_n:
 * @selection: a selection
 *
 * Any thread. Returns: how many cases passed
 */
guint jkb_selection_n (const JkbSelection *selection);

/**
 * jkb_selection_get:
 * @selection: a selection
 * @position: from 0
 * @out: (out caller-allocates): what is known of that case; strings live as long as @selection
 *
 * Any thread.
 */
void jkb_selection_get (const JkbSelection *selection, guint position, JkbCase *out);

/**
 * jkb_selection_get_id:
 * @selection: a selection
 * @position: from 0
 *
 * Any thread. Returns: the number of the case at @position
 */
gint64 jkb_selection_get_id (const JkbSelection *selection, guint position);

/**
 * jkb_selection_find:
 * @selection: a selection
 * @id: number of a case
 * @position: (out): where it stands
 *
 * Any thread. Returns: %FALSE, leaving @position, when the case did not pass
 */
gboolean jkb_selection_find (JkbSelection *selection, gint64 id, guint *position);

/**
 * jkb_selection_get_cases:
 * @selection: a selection
 *
 * Any thread. Returns: (transfer none): the snapshot it was made from
 */
JkbCases *jkb_selection_get_cases (const JkbSelection *selection);

/**
 * jkb_selection_get_filter:
 * @selection: a selection
 *
 * Any thread. Returns: (transfer none): the filter it answers
 */
const JkbFilter *jkb_selection_get_filter (const JkbSelection *selection);

/**
 * jkb_selection_get_order:
 * @selection: a selection
 *
 * Any thread. Returns: the order it has
 */
JkbOrder jkb_selection_get_order (const JkbSelection *selection);

/**
 * jkb_selection_get_line:
 * @selection: a selection
 *
 * Any thread. Returns: (transfer none): the words of its filter, to mark what they match with
 *   jkb_search_line_find()
 */
const JkbSearchLine *jkb_selection_get_line (const JkbSelection *selection);

/**
 * jkb_selection_tally:
 * @selection: a selection
 * @rows: what to count by
 * @columns: what to divide each count by, %JKB_AXIS_NONE for nothing
 *
 * Counts the cases that the filter lets pass when its parts for @rows and @columns are left out, so
 * that a facet goes on to show the values that are not chosen. A pass over all cases (1 ms for a
 * million). Any thread.
 *
 * Returns: (transfer full): the counts
 */
JkbTally *jkb_selection_tally (const JkbSelection *selection, JkbAxis rows, JkbAxis columns);

/**
 * jkb_selection_tally_without:
 * @selection: a selection
 * @left_out: bits of the #JkbFacet to leave out of the filter; 0 counts the cases of the selection
 * @rows: what to count by
 * @columns: what to divide each count by, %JKB_AXIS_NONE for nothing
 *
 * As jkb_selection_tally(), for whoever narrows other parts of the filter than those of both axes.
 * Any thread.
 *
 * Returns: (transfer full): the counts
 */
JkbTally *jkb_selection_tally_without (const JkbSelection *selection, guint left_out, JkbAxis rows,
                                       JkbAxis columns);

/**
 * jkb_selection_tally_inside:
 * @selection: a selection
 * @rows: what to count by
 * @columns: what to divide each count by, %JKB_AXIS_NONE for nothing
 *
 * Counts only the cases of the selection, no part of the filter left out. Any thread.
 *
 * Returns: (transfer full): the counts
 */
JkbTally *jkb_selection_tally_inside (const JkbSelection *selection, JkbAxis rows,
                                      JkbAxis columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbSelection, jkb_selection_unref)
