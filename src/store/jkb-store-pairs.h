/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"
#include "store/jkb-store.h"

/*
 * Cases beside each other: what the casebook knows of two that may be one incident, and of one that was
 * put together of several.
 */

/**
 * JkbCasePair:
 * @one: number of a case
 * @other: number of another
 * @is_apart: (out): a person said that they are two incidents, or one of them is gone
 * @likeness: (out): from jkb_sketch_compare() of the two notices that are the most alike, -1 when one has none
 *
 * Two cases that are compared.
 */
typedef struct
{
  gint64 one;
  gint64 other;
  gboolean is_apart;
  double likeness;
} JkbCasePair;

/**
 * jkb_store_compare_pairs:
 * @self: a store
 * @pairs: (array length=n_pairs) (inout): pairs, of which `one` and `other` are set
 * @n_pairs: how many
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Fills in what the casebook knows of each pair. Reads the notices of the cases. Any thread but the main
 * thread of the window.
 *
 * Returns: %TRUE unless reading failed
 */
gboolean jkb_store_compare_pairs (JkbStore *self, JkbCasePair *pairs, gsize n_pairs, GCancellable *cancellable,
                                  GError **error);

/**
 * jkb_store_load_parts:
 * @self: a store
 * @incident_id: number of a case
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Any thread but the main thread of the window.
 *
 * Returns: (transfer full) (nullable) (element-type JkbIncident): the cases that were made part of it, by
 *   number, with what they said before; each can be taken apart with %JKB_EDIT_TAKE_APART
 */
GPtrArray *jkb_store_load_parts (JkbStore *self, gint64 incident_id, GCancellable *cancellable, GError **error);
