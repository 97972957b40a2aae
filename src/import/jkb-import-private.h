/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/jkb-import-draft.h"

/* Inside the room `import`: from what a person named to single sources, and what becomes of them. */

/**
 * JkbImportLeaf:
 * @name: what reports call it
 * @path: (nullable): a file name to read, `-` for standard input
 * @file: (nullable): a file that has no name here
 * @bytes: (nullable): contents at hand
 * @error: (nullable): why there is nothing to read
 *
 * A single source; one of the last four is set.
 */
typedef struct
{
  char *name;
  char *path;
  GFile *file;
  GBytes *bytes;
  GError *error;
} JkbImportLeaf;

/**
 * jkb_import_leaf_free:
 * @leaf: (transfer full): a leaf
 */
void jkb_import_leaf_free (JkbImportLeaf *leaf);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbImportLeaf, jkb_import_leaf_free)

/**
 * jkb_import_inputs_get:
 * @self: inputs
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the input at @index, %NULL after the last; its path may be a
 *   folder
 */
const JkbImportLeaf *jkb_import_inputs_get (const JkbImportInputs *self, guint index);

/**
 * jkb_import_inputs_gives_way:
 * @self: inputs
 *
 * Returns: whether who reads them stands back
 */
gboolean jkb_import_inputs_gives_way (const JkbImportInputs *self);

/**
 * JkbImportWalk:
 *
 * Goes through inputs and the folders among them.
 */
typedef struct _JkbImportWalk JkbImportWalk;

/**
 * jkb_import_walk_new:
 * @inputs: have to live as long as the walk
 *
 * Returns: (transfer full): a walk at its start
 */
JkbImportWalk *jkb_import_walk_new (const JkbImportInputs *inputs);

/**
 * jkb_import_walk_next:
 * @self: a walk
 *
 * Returns: (transfer full) (nullable): the next source, %NULL after the last
 */
JkbImportLeaf *jkb_import_walk_next (JkbImportWalk *self);

/**
 * jkb_import_walk_free:
 * @self: (nullable) (transfer full): a walk
 */
void jkb_import_walk_free (JkbImportWalk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbImportWalk, jkb_import_walk_free)

/**
 * jkb_import_leaf_read:
 * @leaf: a leaf
 * @cancellable: (nullable): stops it
 * @error: why it could not be read; %JKB_EXTRACT_ERROR_TOO_LARGE before anything large is read
 *
 * Returns: (transfer full) (nullable): its contents
 */
GBytes *jkb_import_leaf_read (const JkbImportLeaf *leaf, GCancellable *cancellable, GError **error);

/**
 * jkb_import_report_new:
 * @batch: number of the import
 *
 * Returns: (transfer full): a report without entries
 */
JkbImportReport *jkb_import_report_new (gint64 batch);

/**
 * jkb_import_entry_new:
 * @name: what to call the source
 *
 * Returns: (transfer full): an entry without items
 */
JkbImportEntry *jkb_import_entry_new (const char *name);

/**
 * jkb_import_entry_free:
 * @entry: (transfer full): an entry
 */
void jkb_import_entry_free (JkbImportEntry *entry);

/**
 * jkb_import_entry_fill:
 * @entry: an entry without items
 * @source: what was read
 * @added: (element-type JkbAddedItem): what became of its items
 */
void jkb_import_entry_fill (JkbImportEntry *entry, const JkbSource *source, const GArray *added);

/**
 * jkb_import_report_add:
 * @self: a report
 * @entry: (transfer full): a finished entry
 */
void jkb_import_report_add (JkbImportReport *self, JkbImportEntry *entry);

/**
 * jkb_import_report_readings:
 * @self: a report
 * @readings: (element-type JkbReading): what was read
 * @added: (element-type GArray): what became of the items of those of them that have a source
 *
 * Adds an entry for each of @readings. Returns: how many items they have
 */
guint jkb_import_report_readings (JkbImportReport *self, const GPtrArray *readings, const GPtrArray *added);

/**
 * JkbImportTakeFunc:
 * @readings: (element-type JkbReading): what was read next, in the order of the inputs
 * @n_found: sources found so far; folders are walked on the way
 * @user_data: what was given with it
 * @error: why there is no use in going on
 *
 * Returns: %FALSE to stop
 */
typedef gboolean (*JkbImportTakeFunc) (GPtrArray *readings, guint n_found, gpointer user_data, GError **error);

/**
 * jkb_import_read:
 * @store: knows which bytes were read before
 * @extractor: reads the others
 * @inputs: what to read
 * @take: called in this thread with what was read
 * @user_data: for @take
 * @cancellable: (nullable): stops it after the source at hand
 * @error: %G_IO_ERROR_CANCELLED, or that of @take
 *
 * Reads all inputs, several at a time. Blocks. Any thread.
 *
 * Returns: %FALSE when it was stopped
 */
gboolean jkb_import_read (JkbStore *store, const JkbExtractor *extractor, const JkbImportInputs *inputs,
                          JkbImportTakeFunc take, gpointer user_data, GCancellable *cancellable, GError **error);

struct _JkbImportDraft
{
  int ref_count;                        /* main thread */
  JkbStore *store;
  GPtrArray *entries;
};

/**
 * jkb_import_draft_ref:
 * @self: a draft
 *
 * Main thread. Returns: (transfer full): @self
 */
JkbImportDraft *jkb_import_draft_ref (JkbImportDraft *self);
