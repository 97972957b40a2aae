/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/jkb-import.h"

/*
 * Inside the room `import`: from what a person named to single sources.
 */

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
