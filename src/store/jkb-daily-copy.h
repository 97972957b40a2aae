/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-db.h"

/**
 * JkbDailyCopy:
 *
 * Inside the room `store`: sees to it that there is a copy of the casebook as it was before the first change of
 * a day, `NAME.backup-2025-11-26`. Belongs to the thread that writes.
 */
typedef struct _JkbDailyCopy JkbDailyCopy;

/** jkb_daily_copy_new: Returns: (transfer full): one that has not looked yet */
JkbDailyCopy *jkb_daily_copy_new (void);

/**
 * jkb_daily_copy_free:
 * @self: (transfer full): it
 *
 * Waits for a copy that is being made.
 */
void jkb_daily_copy_free (JkbDailyCopy *self);

/**
 * jkb_daily_copy_look:
 * @self: it
 * @db: the connection that writes, outside a transaction
 *
 * Once an hour, before a change: begins the copy of today unless it is there. A thread of its own copies, on a
 * connection of its own, what the casebook is now; only for that to be settled does the change wait, and for the
 * whole copy where the file system allows no log. All copies but the last seven are removed. A copy that cannot be
 * made keeps nobody from working. A casebook without cases is not copied.
 */
void jkb_daily_copy_look (JkbDailyCopy *self, JkbDb *db);
