/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"
#include "core/jkb-source.h"
#include "store/jkb-store.h"

/*
 * Writing a casebook. Each call is one transaction in the store's writer thread: it happens whole or
 * not at all, and what happened is never reported as cancelled. Any thread; the blocking forms are
 * not for the main thread of the window. All may fail with a #JkbStoreError or
 * %G_IO_ERROR_CANCELLED.
 */

/**
 * JkbOutcome:
 * @JKB_OUTCOME_NEW: a new case was made
 * @JKB_OUTCOME_BUNDLED: the notice of a case that came with the program, which it joined
 * @JKB_OUTCOME_KNOWN: the same bytes were imported before
 * @JKB_OUTCOME_SAME_NOTICE: the same notice was imported before, from other bytes
 * @JKB_OUTCOME_FOLLOW_UP: another report of an incident that has a case, which it joined
 * @JKB_OUTCOME_IN_BIN: known, but its case lies in the bin, where it stays
 * @JKB_OUTCOME_SET_ASIDE: no notice; kept with its source
 *
 * What became of an item.
 */
typedef enum
{
  JKB_OUTCOME_NEW,
  JKB_OUTCOME_BUNDLED,
  JKB_OUTCOME_KNOWN,
  JKB_OUTCOME_SAME_NOTICE,
  JKB_OUTCOME_FOLLOW_UP,
  JKB_OUTCOME_IN_BIN,
  JKB_OUTCOME_SET_ASIDE,
  JKB_N_OUTCOMES
} JkbOutcome;

/**
 * JkbAddedItem:
 * @index: place of the item in its source
 * @outcome: what became of it
 * @incident_id: the case it belongs to, 0 when it was set aside
 * @changes: (nullable) (owned) (element-type JkbChange): what the case says otherwise since a follow-up
 *   joined it
 */
typedef struct
{
  guint index;
  JkbOutcome outcome;
  gint64 incident_id;
  GPtrArray *changes;
} JkbAddedItem;

/**
 * jkb_store_new_batch:
 * @self: a store
 *
 * Makes the number that holds together what one action of a person adds, so that it can be undone
 * as one. Any thread; does not touch the file.
 *
 * Returns: the number, above 0
 */
gint64 jkb_store_new_batch (JkbStore *self);

/**
 * jkb_store_add_source:
 * @self: a store
 * @source: a source that was read
 * @batch: from jkb_store_new_batch()
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Keeps the bytes, the items and their facts, and makes a case of each notice that is new. Adding
 * the same bytes again changes nothing.
 *
 * Returns: (transfer full) (nullable) (element-type JkbAddedItem): what became of each item
 */
GArray *jkb_store_add_source (JkbStore *self, JkbSource *source, gint64 batch,
                              GCancellable *cancellable, GError **error);

/**
 * jkb_store_add_sources:
 * @self: a store
 * @sources: (array length=n_sources): sources that were read
 * @n_sources: how many
 * @batch: from jkb_store_new_batch()
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError; then none of them was added
 *
 * As jkb_store_add_source() for several sources in one transaction, which is much faster.
 *
 * Returns: (transfer full) (nullable) (element-type GArray): what became of the items of each source
 */
GPtrArray *jkb_store_add_sources (JkbStore *self, JkbSource *const *sources, guint n_sources, gint64 batch,
                                  GCancellable *cancellable, GError **error);

/**
 * jkb_store_try_sources:
 * @self: a store
 * @sources: (array length=n_sources): sources that were read
 * @n_sources: how many
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Tells what jkb_store_add_sources() would do with @sources now, and leaves the casebook as it is. The
 * number of a case that would be new holds only among these sources, where a later report may name it.
 *
 * Returns: (transfer full) (nullable) (element-type GArray): what would become of the items of each source
 */
GPtrArray *jkb_store_try_sources (JkbStore *self, JkbSource *const *sources, guint n_sources,
                                  GCancellable *cancellable, GError **error);

/**
 * jkb_store_add_source_async:
 * @self: a store
 * @source: a source that was read
 * @batch: from jkb_store_new_batch()
 * @cancellable: (nullable): stops it
 * @callback: called in the main context of the caller
 * @user_data: for @callback
 *
 * As jkb_store_add_source(), without blocking. Calls are done in the order they were made.
 */
void jkb_store_add_source_async (JkbStore *self, JkbSource *source, gint64 batch,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * jkb_store_add_source_finish:
 * @self: a store
 * @result: what the callback got
 * @error: a #JkbStoreError
 *
 * Ends jkb_store_add_source_async().
 *
 * Returns: (transfer full) (nullable) (element-type JkbAddedItem): what became of each item
 */
GArray *jkb_store_add_source_finish (JkbStore *self, GAsyncResult *result, GError **error);

/**
 * jkb_store_add_bundled:
 * @self: a store
 * @incidents: (element-type JkbIncident): cases that come with the program, each with a key
 * @version: changes whenever the data do
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Adds the cases that are not there yet and brings the others up to date, once for each @version.
 * What a person confirmed, corrected, rejected or deleted stays as it is.
 *
 * Returns: %TRUE when the casebook now has them
 */
gboolean jkb_store_add_bundled (JkbStore *self, GPtrArray *incidents, const char *version,
                                GCancellable *cancellable, GError **error);

/**
 * jkb_store_add_bundled_async:
 * @self: a store
 * @incidents: (element-type JkbIncident): the cases; must not change any more
 * @version: changes whenever the data do
 * @cancellable: (nullable): stops it
 * @callback: called in the main context of the caller
 * @user_data: for @callback
 *
 * As jkb_store_add_bundled(), without blocking. Ends with jkb_store_write_finish().
 */
void jkb_store_add_bundled_async (JkbStore *self, GPtrArray *incidents, const char *version,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * JkbDetail:
 * @JKB_DETAIL_TITLE: heading
 * @JKB_DETAIL_ORGANISATION_EN: English name
 * @JKB_DETAIL_SECTOR: nick of a #JkbSector
 * @JKB_DETAIL_CAUSE: short wording of the cause
 * @JKB_DETAIL_NOTES: what the trainer writes about the case
 *
 * What a case has beside facts.
 */
typedef enum
{
  JKB_DETAIL_TITLE,
  JKB_DETAIL_ORGANISATION_EN,
  JKB_DETAIL_SECTOR,
  JKB_DETAIL_CAUSE,
  JKB_DETAIL_NOTES,
  JKB_N_DETAILS
} JkbDetail;

/**
 * JkbEditKind:
 * @JKB_EDIT_FACT: sets the state of `fact_id`; with %JKB_FACT_CORRECTED, `value` is what is right
 *   (and `qualifier` with it), in the stable form of #JkbFact; %JKB_FACT_READ takes a correction back
 * @JKB_EDIT_VALUE: adds a person's `value` (and `qualifier`) for `field` of `incident_id`, which then
 *   counts before all others of a field that has one value, and beside them where there are several
 * @JKB_EDIT_DETAIL: sets `detail` of `incident_id` to `value`, %NULL for none
 * @JKB_EDIT_REVIEWED: marks `incident_id` as looked at
 * @JKB_EDIT_DELETE: puts `incident_id` into the bin
 * @JKB_EDIT_RESTORE: takes `incident_id` from the bin
 * @JKB_EDIT_MERGE: makes the case `other_id` a part of `incident_id`: its notices and its own facts join
 *   those that are there, whose words come first. Edits of the same call say which value is to count
 * @JKB_EDIT_TAKE_APART: makes `incident_id`, which is part of another case, a case again
 * @JKB_EDIT_SPLIT: makes a case of its own of the notice `notice_id`, which is one of several of a case
 * @JKB_EDIT_DIFFERENT: remembers that `incident_id` and `other_id` are two incidents
 * @JKB_EDIT_ERASE: takes `incident_id`, which lies in the bin, out of the casebook, with its notices
 */
typedef enum
{
  JKB_EDIT_FACT,
  JKB_EDIT_VALUE,
  JKB_EDIT_DETAIL,
  JKB_EDIT_REVIEWED,
  JKB_EDIT_DELETE,
  JKB_EDIT_RESTORE,
  JKB_EDIT_MERGE,
  JKB_EDIT_TAKE_APART,
  JKB_EDIT_SPLIT,
  JKB_EDIT_DIFFERENT,
  JKB_EDIT_ERASE,
  JKB_N_EDIT_KINDS
} JkbEditKind;

/**
 * JkbEdit:
 * @kind: what to do; it says which of the others are used
 *
 * One change by a person. A plain value; strings are borrowed.
 */
typedef struct
{
  JkbEditKind kind;
  gint64 incident_id;
  gint64 fact_id;
  JkbField field;
  JkbFactState state;
  JkbDetail detail;
  const char *value;
  JkbCountQualifier qualifier;
  gint64 other_id;
  gint64 notice_id;
} JkbEdit;

/**
 * jkb_store_edit:
 * @self: a store
 * @edits: (array length=n_edits): the changes
 * @n_edits: how many
 * @cancellable: (nullable): stops it
 * @error: %JKB_STORE_ERROR_INVALID for a value that does not fit its field or a case or fact that is
 *   gone, or another #JkbStoreError
 *
 * Makes all changes as one. Who said what and when is kept.
 *
 * Returns: %TRUE when all were made
 */
gboolean jkb_store_edit (JkbStore *self, const JkbEdit *edits, gsize n_edits,
                         GCancellable *cancellable, GError **error);

/**
 * jkb_store_edit_async:
 * @self: a store
 * @edits: (array length=n_edits): the changes; copied
 * @n_edits: how many
 * @cancellable: (nullable): stops it
 * @callback: called in the main context of the caller
 * @user_data: for @callback
 *
 * As jkb_store_edit(), without blocking. Ends with jkb_store_write_finish().
 */
void jkb_store_edit_async (JkbStore *self, const JkbEdit *edits, gsize n_edits,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);

/**
 * JkbStepKind:
 * @JKB_STEP_NONE: there is no step
 * @JKB_STEP_IMPORT: sources were added
 * @JKB_STEP_REMOVE_IMPORT: an earlier import was taken back
 * @JKB_STEP_FACT: %JKB_EDIT_FACT, and so on in the order of #JkbEditKind
 * @JKB_STEP_SEVERAL: edits of several kinds at once
 * @JKB_STEP_LISTS: a search or a collection was added, changed or removed
 *
 * What a step of a person was.
 */
typedef enum
{
  JKB_STEP_NONE,
  JKB_STEP_IMPORT,
  JKB_STEP_REMOVE_IMPORT,
  JKB_STEP_FACT,
  JKB_STEP_VALUE,
  JKB_STEP_DETAIL,
  JKB_STEP_REVIEWED,
  JKB_STEP_DELETE,
  JKB_STEP_RESTORE,
  JKB_STEP_MERGE,
  JKB_STEP_TAKE_APART,
  JKB_STEP_SPLIT,
  JKB_STEP_DIFFERENT,
  JKB_STEP_ERASE,
  JKB_STEP_SEVERAL,
  JKB_STEP_LISTS,
  JKB_N_STEPS
} JkbStepKind;

/**
 * JkbStep:
 * @batch: its number, 0 when there is none
 * @kind: what it was
 * @begun_us: when, microseconds since 1970 UTC
 *
 * A step that can be undone, or done again.
 */
typedef struct
{
  gint64 batch;
  JkbStepKind kind;
  gint64 begun_us;
} JkbStep;

/**
 * jkb_step_nick:
 * @kind: what a step was
 *
 * Any thread. Returns: (transfer none): its stable name
 */
const char *jkb_step_nick (JkbStepKind kind);

/**
 * jkb_store_load_steps:
 * @self: a store
 * @undo: (out caller-allocates): what jkb_store_undo() would undo
 * @redo: (out caller-allocates): what jkb_store_redo() would do again
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Steps are kept in the casebook: they outlive the program, and are those of every program that has
 * it open. The last five hundred can be undone; a newer version of the bundled cases ends that.
 *
 * Returns: %TRUE unless reading failed
 */
gboolean jkb_store_load_steps (JkbStore *self, JkbStep *undo, JkbStep *redo, GCancellable *cancellable,
                               GError **error);

/**
 * jkb_store_undo:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Undoes the last step that is not undone. Nothing to undo is no error.
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_store_undo (JkbStore *self, GCancellable *cancellable, GError **error);

/**
 * jkb_store_undo_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called in the main context of the caller
 * @user_data: for @callback
 *
 * As jkb_store_undo(), without blocking. Ends with jkb_store_write_finish().
 */
void jkb_store_undo_async (JkbStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);

/**
 * jkb_store_redo:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Does again what was undone last; a new step makes that impossible. Nothing to do is no error.
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_store_redo (JkbStore *self, GCancellable *cancellable, GError **error);

/**
 * jkb_store_redo_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called in the main context of the caller
 * @user_data: for @callback
 *
 * As jkb_store_redo(), without blocking. Ends with jkb_store_write_finish().
 */
void jkb_store_redo_async (JkbStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);

/**
 * jkb_store_undo_batch:
 * @self: a store
 * @batch: what an import used
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Takes back what the import of @batch added, as if it had not been. When it was the last step this
 * is jkb_store_undo(), else it is a step of its own, which can be undone. An unknown @batch is
 * nothing to do.
 *
 * Returns: %TRUE when nothing of it is left
 */
gboolean jkb_store_undo_batch (JkbStore *self, gint64 batch, GCancellable *cancellable,
                               GError **error);

/**
 * jkb_store_undo_batch_async:
 * @self: a store
 * @batch: what an import used
 * @cancellable: (nullable): stops it
 * @callback: called in the main context of the caller
 * @user_data: for @callback
 *
 * As jkb_store_undo_batch(), without blocking. Ends with jkb_store_write_finish().
 */
void jkb_store_undo_batch_async (JkbStore *self, gint64 batch, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * jkb_store_write_finish:
 * @self: a store
 * @result: what the callback of jkb_store_add_bundled_async(), jkb_store_edit_async(),
 *   jkb_store_edit_lists_async(),
 *   jkb_store_undo_async(), jkb_store_redo_async() or jkb_store_undo_batch_async() got
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE when it was done
 */
gboolean jkb_store_write_finish (JkbStore *self, GAsyncResult *result, GError **error);
