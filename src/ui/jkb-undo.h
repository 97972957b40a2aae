/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-store-write.h"

/**
 * JkbUndo:
 *
 * The change that takes another one back.
 */
typedef struct _JkbUndo JkbUndo;

/**
 * jkb_undo_new:
 * @edit: the change that takes back; its strings are copied
 *
 * Returns: (transfer full): it, to be kept
 */
JkbUndo *jkb_undo_new (const JkbEdit *edit);

/**
 * jkb_undo_new_import:
 * @batch: the number of an import
 *
 * Returns: (transfer full): what takes that import back
 */
JkbUndo *jkb_undo_new_import (gint64 batch);

/**
 * jkb_undo_free:
 * @undo: (nullable) (transfer full): a change
 */
void jkb_undo_free (JkbUndo *undo);

/**
 * jkb_undo_run_async:
 * @undo: a change
 * @store: the casebook
 * @callback: called when done; ends with jkb_store_write_finish()
 * @user_data: for @callback
 *
 * Takes it back. Main thread.
 */
void jkb_undo_run_async (const JkbUndo *undo, JkbStore *store, GAsyncReadyCallback callback,
                         gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbUndo, jkb_undo_free)
