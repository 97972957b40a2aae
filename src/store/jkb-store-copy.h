/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-store.h"

/**
 * jkb_store_save_copy:
 * @self: a store
 * @path: where the copy shall stand; a file that is there is replaced
 * @cancellable: (nullable): stops it before it begins
 * @error: %JKB_STORE_ERROR_INVALID when @path is the casebook itself, %JKB_STORE_ERROR_LOCKED when it is a
 *   casebook that somebody has open, or another #JkbStoreError
 *
 * Copies the casebook as it is now, to be handed on; what can be undone goes along. The copy is there whole
 * or not at all. Any thread; blocks.
 *
 * Returns: %TRUE when the copy is there
 */
gboolean jkb_store_save_copy (JkbStore *self, const char *path, GCancellable *cancellable, GError **error);

/**
 * jkb_store_save_copy_async:
 * @self: a store
 * @path: where the copy shall stand
 * @cancellable: (nullable): stops it before it begins
 * @callback: called in the main context of the caller
 * @user_data: for @callback
 *
 * As jkb_store_save_copy(), without blocking.
 */
void jkb_store_save_copy_async (JkbStore *self, const char *path, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);

/**
 * jkb_store_save_copy_finish:
 * @self: a store
 * @result: what the callback got
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE when the copy is there
 */
gboolean jkb_store_save_copy_finish (JkbStore *self, GAsyncResult *result, GError **error);
