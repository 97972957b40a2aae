/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/jkb-store-error.h"

/**
 * JkbStoreFlags:
 * @JKB_STORE_NONE: the file must exist and be writable
 * @JKB_STORE_CREATE: make the file, and the folder it is in, when they are not there
 * @JKB_STORE_READ_ONLY: never write; migrates nothing
 */
typedef enum
{
  JKB_STORE_NONE = 0,
  JKB_STORE_CREATE = 1 << 0,
  JKB_STORE_READ_ONLY = 1 << 1,
} JkbStoreFlags;

/**
 * JkbStore:
 *
 * An open casebook. One thread of its own writes; reading happens on connections of its own in
 * whatever thread asks. What the window calls is the `_async` form; the others block.
 *
 * The signal `changed` (gpointer: a #GArray of gint64, transfer none) is emitted in the main
 * context in which the store was opened, at most ten times a second, with the sorted numbers of the
 * cases that were added, changed, put into the bin or taken from it, by this program or another one; 0
 * among them when the lists were changed, see jkb-store-lists.h.
 */
#define JKB_TYPE_STORE (jkb_store_get_type ())
G_DECLARE_FINAL_TYPE (JkbStore, jkb_store, JKB, STORE, GObject)

/**
 * jkb_store_open:
 * @path: file name of the casebook
 * @flags: how to open it
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Opens a casebook, migrating an older one after copying it. The thread-default main context of
 * the caller gets the signals. Blocks.
 *
 * Returns: (transfer full) (nullable): the store
 */
JkbStore *jkb_store_open (const char *path, JkbStoreFlags flags, GCancellable *cancellable,
                          GError **error);

/**
 * jkb_store_open_async:
 * @path: file name of the casebook
 * @flags: how to open it
 * @cancellable: (nullable): stops it
 * @callback: called when done
 * @user_data: for @callback
 *
 * As jkb_store_open(), without blocking.
 */
void jkb_store_open_async (const char *path, JkbStoreFlags flags, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);

/**
 * jkb_store_open_finish:
 * @result: what the callback got
 * @error: a #JkbStoreError
 *
 * Returns: (transfer full) (nullable): the store
 */
JkbStore *jkb_store_open_finish (GAsyncResult *result, GError **error);

/**
 * jkb_store_close:
 * @self: a store
 *
 * Finishes what has been queued, then closes the file; later calls fail with
 * %JKB_STORE_ERROR_CLOSED. Blocks. Any thread but the store's own.
 */
void jkb_store_close (JkbStore *self);

/**
 * jkb_store_close_async:
 * @self: a store
 * @callback: (nullable): called when the file is closed
 * @user_data: for @callback
 *
 * As jkb_store_close(), without blocking.
 */
void jkb_store_close_async (JkbStore *self, GAsyncReadyCallback callback, gpointer user_data);

/**
 * jkb_store_close_finish:
 * @self: a store
 * @result: what the callback got
 * @error: not used so far
 *
 * Returns: %TRUE
 */
gboolean jkb_store_close_finish (JkbStore *self, GAsyncResult *result, GError **error);

/**
 * jkb_store_get_path:
 * @self: a store
 *
 * Any thread. Returns: (transfer none): the file name it was opened with
 */
const char *jkb_store_get_path (JkbStore *self);

/**
 * jkb_store_is_read_only:
 * @self: a store
 *
 * Any thread. Returns: %TRUE if it was opened with %JKB_STORE_READ_ONLY
 */
gboolean jkb_store_is_read_only (JkbStore *self);
