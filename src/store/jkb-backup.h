/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-db.h"

/*
 * Inside the room `store`: copies that stand beside the casebook: `NAME.backup-v1` from before it was
 * brought to a newer layout; those of each day are made by #JkbDailyCopy.
 */

/**
 * jkb_backup_before_upgrade:
 * @db: a connection to a casebook of an earlier layout
 * @error: a #JkbStoreError
 *
 * Returns: %TRUE when there is a copy
 */
gboolean jkb_backup_before_upgrade (JkbDb *db, GError **error);

/**
 * jkb_backup_copy:
 * @db: a connection outside a transaction
 * @target: where the copy shall stand; an older one is replaced
 * @error: a #JkbStoreError
 *
 * Copies the casebook as it is now; @target is there whole or not at all.
 *
 * Returns: %TRUE when the copy is there
 */
gboolean jkb_backup_copy (JkbDb *db, const char *target, GError **error);
