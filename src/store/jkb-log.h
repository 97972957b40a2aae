/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-db.h"

/*
 * Inside the room `store`: what each step of a person changed, row by row, so that it can be undone
 * and done again. How it works is described in jkb-log.c.
 */

typedef struct _JkbLog JkbLog;

/**
 * jkb_log_new:
 * @db: the connection that writes, at today's layout
 * @error: a #JkbStoreError
 *
 * Sees to it that every change of a logged table on @db is noted while a step is open. Lives no longer
 * than @db.
 *
 * Returns: (transfer full) (nullable): the log
 */
JkbLog *jkb_log_new (JkbDb *db, GError **error);

/**
 * jkb_log_free:
 * @self: (nullable) (transfer full): a log
 */
void jkb_log_free (JkbLog *self);

/**
 * jkb_log_new_batch:
 *
 * Any thread. Returns: a number for a step that no other has
 */
gint64 jkb_log_new_batch (void);

/**
 * jkb_log_begin:
 * @db: the connection that writes, in a transaction
 * @batch: number of the step; several transactions may belong to one
 * @kind: what it is, for those who name it to a person
 * @error: a #JkbStoreError
 *
 * From here to the end of the transaction changes belong to @batch. What had been undone and could be
 * done again no longer can.
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_log_begin (JkbDb *db, gint64 batch, const char *kind, GError **error);

/**
 * jkb_log_end:
 * @db: the connection that writes, about to commit
 * @error: a #JkbStoreError
 *
 * Writes down what is still in memory. Called once in each transaction, whether or not a step is open.
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_log_end (JkbDb *db, GError **error);

/**
 * jkb_log_cancel:
 * @db: the connection that writes, having rolled back
 *
 * Forgets what is in memory.
 */
void jkb_log_cancel (JkbDb *db);

/**
 * jkb_log_swap:
 * @db: the connection that writes, in a transaction without a step
 * @batch: a step
 * @undo: go back, or forward again
 * @incidents: (element-type gint64): the cases it touches are appended here, and %JKB_STORE_LISTS_ID for the lists
 * @error: a #JkbStoreError
 *
 * Puts back what the rows of @batch were, keeping what they are. Done twice it changes nothing.
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_log_swap (JkbDb *db, gint64 batch, gboolean undo, GArray *incidents, GError **error);

/**
 * jkb_log_forget:
 * @db: the connection that writes, in a transaction
 * @error: a #JkbStoreError
 *
 * Forgets every step: they can neither be undone nor done again.
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_log_forget (JkbDb *db, GError **error);
