/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-store.h"
#include "store/jkb-writer.h"

/*
 * Inside the room `store`: how the operations of a store reach a connection. Each runs in one
 * transaction, blocking or as a #GTask.
 */

/**
 * jkb_store_write:
 * @self: a store
 * @func: what to do
 * @data: for @func
 * @cancellable: (nullable): stops it until it is committed
 * @error: a #JkbStoreError or what @func gave
 *
 * Has @func done in the writer's thread and waits for it.
 *
 * Returns: %TRUE when it is committed
 */
gboolean jkb_store_write (JkbStore *self, JkbDbFunc func, gpointer data, GCancellable *cancellable,
                          GError **error);

/**
 * jkb_store_write_async:
 * @self: a store
 * @func: what to do
 * @data: (transfer full): for @func
 * @free_data: frees @data
 * @cancellable: (nullable): stops it until it is committed
 * @callback: called when done
 * @user_data: for @callback
 *
 * As jkb_store_write(), without blocking.
 */
void jkb_store_write_async (JkbStore *self, JkbDbFunc func, gpointer data, GDestroyNotify free_data,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/**
 * jkb_store_read:
 * @self: a store
 * @func: what to do
 * @data: for @func
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError or what @func gave
 *
 * Does @func in this thread on a connection that reads.
 *
 * Returns: what @func gave
 */
gboolean jkb_store_read (JkbStore *self, JkbDbFunc func, gpointer data, GCancellable *cancellable,
                         GError **error);

/**
 * jkb_store_read_async:
 * @self: a store
 * @func: what to do
 * @data: (transfer full): for @func
 * @free_data: frees @data
 * @cancellable: (nullable): stops it
 * @callback: called when done
 * @user_data: for @callback
 *
 * As jkb_store_read(), in a thread of its own.
 */
void jkb_store_read_async (JkbStore *self, JkbDbFunc func, gpointer data, GDestroyNotify free_data,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/**
 * jkb_store_end_async:
 * @self: a store
 * @func: what was done, so that a result does not end in the wrong `_finish`
 * @result: what the callback got
 * @error: why it failed
 *
 * Returns: (transfer none) (nullable): the data of the operation, which live as long as @result;
 *   %NULL when it failed
 */
gpointer jkb_store_end_async (JkbStore *self, JkbDbFunc func, GAsyncResult *result, GError **error);
