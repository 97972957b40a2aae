/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-db.h"

/*
 * Inside the room `store`: which cases a write transaction touched. Each transaction has a number
 * that grows; a case remembers the last one, so that everybody who has the file open, this program
 * or another one, can ask what happened since they looked.
 */

/**
 * jkb_touched_begin:
 * @db: a connection whose write transaction has just begun
 * @error: a #JkbStoreError
 *
 * Gives the transaction its number.
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_touched_begin (JkbDb *db, GError **error);

/**
 * jkb_touch:
 * @db: a connection in a write transaction
 * @incident_id: a case that this transaction adds, changes or removes
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_touch (JkbDb *db, gint64 incident_id, GError **error);

/**
 * jkb_touched_since:
 * @db: a connection
 * @revision: (inout): the transaction last seen; becomes the latest
 * @ids: (element-type gint64) (nullable): cases touched after it are appended here
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE unless it failed
 */
gboolean jkb_touched_since (JkbDb *db, gint64 *revision, GArray *ids, GError **error);
