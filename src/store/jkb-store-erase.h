/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-db.h"

/**
 * jkb_store_erase_case:
 * @db: a connection
 * @incident_id: a case in the bin
 * @error: %JKB_STORE_ERROR_INVALID when it does not lie there
 *
 * Takes a case out of the casebook with everything that was merged into it. Its notices are set aside as
 * `deleted`; a source of which no notice is left goes with its bytes, so that it can be imported anew. A case
 * that came with the program does not come again. The writer thread, in a write transaction; like every step
 * it can be undone as long as it is one of those that are kept.
 *
 * Returns: %FALSE on failure
 */
gboolean jkb_store_erase_case (JkbDb *db, gint64 incident_id, GError **error);

/**
 * jkb_store_erase_is_known:
 * @db: a connection
 * @bundled_key: key of a case that comes with the program
 * @is_known: (out): whether a person erased it
 * @error: a #JkbStoreError
 *
 * Returns: %FALSE on failure
 */
gboolean jkb_store_erase_is_known (JkbDb *db, const char *bundled_key, gboolean *is_known, GError **error);
