/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-db.h"

/*
 * Inside the room `store`: a few read-only connections that threads take turns with.
 */

typedef struct _JkbReaders JkbReaders;

/**
 * jkb_readers_new:
 * @path: file name of a casebook that somebody has looked at
 * @mode: %JKB_DB_READ or %JKB_DB_READ_IMMUTABLE
 *
 * Opens nothing yet. Returns: (transfer full): the readers
 */
JkbReaders *jkb_readers_new (const char *path, JkbDbMode mode);

/**
 * jkb_readers_take:
 * @self: readers
 * @error: a #JkbStoreError
 *
 * Takes a connection, waiting for one to come back when all are out. Any thread.
 *
 * Returns: (nullable): a connection, to be given back with jkb_readers_give()
 */
JkbDb *jkb_readers_take (JkbReaders *self, GError **error);

/**
 * jkb_readers_give:
 * @self: readers
 * @db: from jkb_readers_take(), outside a transaction
 *
 * Any thread.
 */
void jkb_readers_give (JkbReaders *self, JkbDb *db);

/**
 * jkb_readers_close:
 * @self: readers
 *
 * From now on jkb_readers_take() fails with %JKB_STORE_ERROR_CLOSED. Waits until every connection is
 * back and closes them. Any thread that holds none.
 */
void jkb_readers_close (JkbReaders *self);

/**
 * jkb_readers_free:
 * @self: (nullable) (transfer full): readers of which no connection is out
 */
void jkb_readers_free (JkbReaders *self);
