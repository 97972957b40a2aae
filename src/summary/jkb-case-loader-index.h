/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-case-index.h"
#include "store/jkb-store.h"

/*
 * The index of the texts, between the casebook and the search. It is kept beside the cases, with the number
 * of the last change of each case that was read for it. A case that has changed since is read by whoever
 * searches; so the index need not be written in step with the cases, and nothing that breaks off between
 * the two makes it wrong.
 */

/**
 * jkb_case_loader_restore_index:
 * @store: a casebook
 * @fold: how texts are folded
 * @index: an index without cases
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * Gives @index what the casebook has kept for this way of folding, perhaps nothing. Blocks; any thread.
 *
 * Returns: %TRUE unless reading failed
 */
gboolean jkb_case_loader_restore_index (JkbStore *store, JkbFold *fold, JkbCaseIndex *index,
                                        GCancellable *cancellable, GError **error);

/**
 * jkb_case_loader_keep_index:
 * @store: a casebook
 * @cases: its cases, with all texts
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * Makes the index where it is missing or too old, and has the casebook keep what is new. Blocks, perhaps for
 * seconds; any thread.
 *
 * Returns: %TRUE unless writing failed or it was cancelled
 */
gboolean jkb_case_loader_keep_index (JkbStore *store, JkbCases *cases, GCancellable *cancellable, GError **error);

/**
 * jkb_case_loader_check_index:
 * @store: a casebook
 * @fold: how texts are folded
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * Reads all texts and compares what they say with what the casebook has kept. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): one line for each problem, in English
 */
GPtrArray *jkb_case_loader_check_index (JkbStore *store, JkbFold *fold, GCancellable *cancellable,
                                        GError **error);
