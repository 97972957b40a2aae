/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-chain.h"
#include "core/jkb-item.h"
#include "store/jkb-db.h"

/**
 * JkbChainLink:
 * @verdict: what the notice has to do with the case, %JKB_CHAIN_APART when there is no such case
 * @incident_id: the case
 * @item_id: the notice of that case whose words are the most alike
 *
 * Where a new notice belongs.
 */
typedef struct
{
  JkbChainVerdict verdict;
  gint64 incident_id;
  gint64 item_id;
} JkbChainLink;

/**
 * jkb_store_chain_find:
 * @db: a connection
 * @item: a notice that is not stored yet
 * @link: (out caller-allocates): where it belongs
 * @error: a #JkbStoreError
 *
 * Compares @item with the notices of cases of the same organisation, or with the same heading and number of
 * persons, that are not in the bin. Of several cases the one whose words are the most alike is taken.
 * A report that two cases are about equally near to, which a person said are different, belongs to neither.
 * The writer thread.
 *
 * Returns: %FALSE on failure
 */
gboolean jkb_store_chain_find (JkbDb *db, const JkbItem *item, JkbChainLink *link, GError **error);

/**
 * jkb_store_chain_join:
 * @db: a connection in a write transaction
 * @item_id: a stored notice
 * @item: the same
 * @incident_id: a case that has notices
 * @changes: (out) (transfer full) (element-type JkbChange): what the case says otherwise since
 * @error: a #JkbStoreError
 *
 * Makes the notice a further report of the case: the last one, or the first one when it was announced
 * before. What the last report says holds. A case that was reviewed waits for a review again.
 *
 * Returns: %FALSE on failure
 */
gboolean jkb_store_chain_join (JkbDb *db, gint64 item_id, const JkbItem *item, gint64 incident_id,
                               GPtrArray **changes, GError **error);
