/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-notifier.h"

/*
 * Inside the room `store`: the one thread that owns the connection that writes.
 */

typedef struct _JkbWriter JkbWriter;

/**
 * JkbDbFunc:
 * @db: a connection in a transaction
 * @data: what was given
 * @error: where to put why it failed
 *
 * What is done in a transaction. Must not begin or end one.
 *
 * Returns: %TRUE when it shall be kept
 */
typedef gboolean (*JkbDbFunc) (JkbDb *db, gpointer data, GError **error);

/**
 * jkb_writer_open:
 * @path: file name of a casebook
 * @create: make it when it is not there
 * @notifier: hears of what was written
 * @error: a #JkbStoreError
 *
 * Starts the thread, which opens the casebook and brings it to today's layout. Blocks.
 *
 * Returns: (transfer full) (nullable): the writer
 */
JkbWriter *jkb_writer_open (const char *path, gboolean create, JkbNotifier *notifier, GError **error);

/**
 * JkbWriterDone:
 * @error: (nullable) (transfer full): why it failed
 * @user_data: what was given
 *
 * Called in the writer's thread when a job is done.
 */
typedef void (*JkbWriterDone) (GError *error, gpointer user_data);

/**
 * jkb_writer_push:
 * @self: a writer
 * @func: what to do, in a transaction of its own
 * @data: for @func; has to live until @done
 * @cancellable: (nullable): stops it until it is committed
 * @done: called afterwards
 * @user_data: for @done
 *
 * Queues a job behind the others. Any thread.
 */
void jkb_writer_push (JkbWriter *self, JkbDbFunc func, gpointer data, GCancellable *cancellable,
                      JkbWriterDone done, gpointer user_data);

/**
 * JkbWait:
 *
 * Waiting for a job from another thread; lives on the stack of who waits.
 */
typedef struct
{
  GMutex lock;
  GCond cond;
  gboolean done;
  GError *error;
} JkbWait;

/**
 * jkb_wait_init:
 * @wait: (out caller-allocates): to be ended with jkb_wait_finish()
 */
void jkb_wait_init (JkbWait *wait);

/**
 * jkb_wait_done:
 * @error: (nullable) (transfer full): why the job failed
 * @user_data: a #JkbWait
 *
 * A #JkbWriterDone that ends the waiting.
 */
void jkb_wait_done (GError *error, gpointer user_data);

/**
 * jkb_wait_finish:
 * @wait: a wait whose job was pushed with jkb_wait_done()
 * @error: why the job failed
 *
 * Blocks until the job is done. Not in the writer's thread.
 *
 * Returns: %TRUE when it was done
 */
gboolean jkb_wait_finish (JkbWait *wait, GError **error);

/**
 * jkb_writer_free:
 * @self: (nullable) (transfer full): a writer
 *
 * Does what is queued, closes the casebook and joins the thread. In the writer's own thread it does
 * not wait for itself.
 */
void jkb_writer_free (JkbWriter *self);
