/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-store.h"

/*
 * Bytes that the search keeps in the casebook, so that it need not read all texts when it is opened
 * again. The store does not know what they mean. They are about cases as they were after certain changes
 * (#JkbIncident.revision); whoever reads them leaves out what has changed since, so a piece may be older
 * than the cases beside it and is no part of a step that a person can undo.
 */

/**
 * JkbKeptIndex:
 * @cases: about which cases, after which changes
 * @postings: what is in their texts
 *
 * A piece.
 */
typedef struct
{
  GBytes *cases;
  GBytes *postings;
} JkbKeptIndex;

/**
 * jkb_store_keep_index:
 * @self: a store
 * @piece: its number, from 0
 * @made_of: names the way in which it was made; another way makes other bytes
 * @cases: about which cases
 * @postings: what is in their texts
 * @cancellable: (nullable): stops it before it has begun
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * Puts a piece in place of the one with the same number. Nobody is told of a change. Any thread.
 *
 * Returns: %TRUE when it is written
 */
gboolean jkb_store_keep_index (JkbStore *self, guint piece, const char *made_of, GBytes *cases, GBytes *postings,
                               GCancellable *cancellable, GError **error);

/**
 * jkb_store_load_index:
 * @self: a store
 * @made_of: the way that the caller knows
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError or %G_IO_ERROR_CANCELLED
 *
 * Any thread. Returns: (transfer full) (nullable) (element-type JkbKeptIndex): the pieces from 0 on, up to the
 *   first that is missing or was made in another way
 */
GPtrArray *jkb_store_load_index (JkbStore *self, const char *made_of, GCancellable *cancellable, GError **error);
