/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-case-index.h"
#include "store/jkb-store-read.h"

/*
 * From the casebook into the index: `store` and `query` do not know each other.
 */

/**
 * jkb_case_loader_load:
 * @store: a casebook
 * @fold: how to fold texts
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * Reads all cases with their texts. Blocks; any thread. What changes meanwhile is in the `changed`
 * signal of @store.
 *
 * Returns: (transfer full) (nullable): an index, which belongs to whoever takes it
 */
JkbCaseIndex *jkb_case_loader_load (JkbStore *store, JkbFold *fold, GCancellable *cancellable,
                                    GError **error);

/**
 * jkb_case_loader_load_lazily:
 * @store: a casebook
 * @fold: how to fold texts
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * As jkb_case_loader_load(), but the texts stay in the casebook: a search reads those that it cannot do
 * without, and the index tells which. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): an index
 */
JkbCaseIndex *jkb_case_loader_load_lazily (JkbStore *store, JkbFold *fold, GCancellable *cancellable,
                                           GError **error);

/**
 * jkb_case_loader_load_latest:
 * @store: a casebook
 * @fold: how to fold texts
 * @n_cases: how many are wanted
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * Reads the headings of the latest cases, as a table without filter begins with them, in the same time
 * however many there are. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): these cases alone
 */
JkbCases *jkb_case_loader_load_latest (JkbStore *store, JkbFold *fold, guint n_cases, GCancellable *cancellable,
                                       GError **error);

/**
 * jkb_case_loader_read_texts:
 * @store: a casebook
 * @ids: (array length=n_ids): cases of @index that came without texts
 * @n_ids: how many
 * @index: an index of jkb_case_loader_load_lazily()
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * Gives the cases their texts, which makes searches faster. Blocks; the thread that owns @index.
 *
 * Returns: %TRUE unless reading failed
 */
gboolean jkb_case_loader_read_texts (JkbStore *store, const gint64 *ids, gsize n_ids, JkbCaseIndex *index,
                                     GCancellable *cancellable, GError **error);

/**
 * jkb_case_loader_load_headings:
 * @store: a casebook
 * @fold: how to fold texts
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * As jkb_case_loader_load(), without the texts of the notices: much faster, for whoever looks for
 * nothing in them. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): an index
 */
JkbCaseIndex *jkb_case_loader_load_headings (JkbStore *store, JkbFold *fold,
                                             GCancellable *cancellable, GError **error);

/**
 * JkbCaseChanges:
 *
 * Cases as they are now, read in one thread to be put into an index in another.
 */
typedef struct _JkbCaseChanges JkbCaseChanges;

/**
 * jkb_case_changes_read:
 * @store: a casebook
 * @ids: (array length=n_ids): numbers of cases, as the `changed` signal gives them
 * @n_ids: how many
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * Reads the cases. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): the changes
 */
JkbCaseChanges *jkb_case_changes_read (JkbStore *store, const gint64 *ids, gsize n_ids,
                                       GCancellable *cancellable, GError **error);

/**
 * jkb_case_changes_apply:
 * @changes: changes
 * @index: an index
 *
 * Puts the cases into @index and removes those that are gone. The thread that owns @index.
 */
void jkb_case_changes_apply (const JkbCaseChanges *changes, JkbCaseIndex *index);

/**
 * jkb_case_changes_free:
 * @changes: (nullable) (transfer full): changes
 */
void jkb_case_changes_free (JkbCaseChanges *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbCaseChanges, jkb_case_changes_free)
