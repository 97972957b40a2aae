/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/jkb-import.h"

/**
 * JkbDraftEntry:
 * @name: the source: path, URI, `-` or the name given; valid UTF-8
 * @source: (nullable): what was read
 * @error: (nullable): why there is no @source
 * @planned: (nullable) (element-type JkbAddedItem): what would become of each item; %NULL until the draft was
 *   compared with the casebook. Of bytes that are known there may be more or fewer than @source has items
 * @is_declined: (array): for each item of @source whether a person does not want it
 */
typedef struct
{
  char *name;
  JkbSource *source;
  GError *error;
  GArray *planned;
  gboolean *is_declined;
} JkbDraftEntry;

/**
 * JkbImportDraft:
 *
 * An import before anything of it is stored: what was read, what would become of it, and what a person
 * does not want of it. Belongs to the main thread of the window; work is done in threads of its own.
 */
typedef struct _JkbImportDraft JkbImportDraft;

/**
 * JkbDraftFunc:
 * @draft: the draft
 * @first: the first entry that is new
 * @progress: how far it is
 * @user_data: what was given with it
 *
 * Tells that entries were added, at most ten times a second.
 */
typedef void (*JkbDraftFunc) (JkbImportDraft *draft, guint first, const JkbImportProgress *progress,
                              gpointer user_data);

/** What a draft may hold of bytes: it is all in memory. More has to be imported in parts. */
#define JKB_DRAFT_N_BYTES_MAX ((gsize) 512 * 1024 * 1024)

/**
 * jkb_import_draft_new:
 * @store: a store that can be written
 *
 * Returns: (transfer full): an empty draft of an import into @store
 */
JkbImportDraft *jkb_import_draft_new (JkbStore *store);

/**
 * jkb_import_draft_unref:
 * @self: (nullable) (transfer full): a draft
 */
void jkb_import_draft_unref (JkbImportDraft *self);

/**
 * jkb_import_draft_get_entries:
 * @self: a draft
 *
 * Returns: (transfer none) (element-type JkbDraftEntry): one for each source, in the order they were read
 */
const GPtrArray *jkb_import_draft_get_entries (JkbImportDraft *self);

/**
 * jkb_draft_entry_get_plan:
 * @entry: an entry
 * @index: place of an item of its source
 *
 * Returns: (transfer none) (nullable): what would become of it; %NULL before the draft was compared, and for
 *   an item that the known source did not have
 */
const JkbAddedItem *jkb_draft_entry_get_plan (const JkbDraftEntry *entry, guint index);

/**
 * jkb_draft_entry_is_choice:
 * @entry: an entry
 * @index: place of an item of its source
 *
 * Returns: %TRUE if accepting the item would add something: a case, or a report to one
 */
gboolean jkb_draft_entry_is_choice (const JkbDraftEntry *entry, guint index);

/**
 * jkb_import_draft_read_async:
 * @self: an empty draft
 * @extractor: reads the sources; has to live until the callback
 * @inputs: (transfer full): what to import
 * @func: told of new entries
 * @func_data: for @func
 * @cancellable: (nullable): stops it; what was read until then stays in the draft
 * @callback: called after the last @func
 * @user_data: for @callback
 *
 * Reads everything; what the casebook has already is not extracted again.
 */
void jkb_import_draft_read_async (JkbImportDraft *self, const JkbExtractor *extractor, JkbImportInputs *inputs,
                                  JkbDraftFunc func, gpointer func_data, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);

/**
 * jkb_import_draft_compare_async:
 * @self: a draft that was read
 * @cancellable: (nullable): stops it
 * @callback: called when each entry has its plan
 * @user_data: for @callback
 *
 * Finds out what would become of each item if all were accepted now.
 */
void jkb_import_draft_compare_async (JkbImportDraft *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * jkb_import_draft_finish:
 * @self: a draft
 * @result: what the callback of jkb_import_draft_read_async() or jkb_import_draft_compare_async() got
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: %TRUE when it was done
 */
gboolean jkb_import_draft_finish (JkbImportDraft *self, GAsyncResult *result, GError **error);

/**
 * jkb_import_draft_accept_async:
 * @self: a draft
 * @cancellable: (nullable): stops it; then nothing is stored
 * @callback: called when it is stored
 * @user_data: for @callback
 *
 * Stores what is not declined in one transaction, which is one step that can be undone. A declined item of a
 * source that has others is kept with it as set aside; a source whose notices are all declined is not stored.
 */
void jkb_import_draft_accept_async (JkbImportDraft *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * jkb_import_draft_accept_finish:
 * @self: a draft
 * @result: what the callback got
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what became of what was stored
 */
JkbImportReport *jkb_import_draft_accept_finish (JkbImportDraft *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbImportDraft, jkb_import_draft_unref)
