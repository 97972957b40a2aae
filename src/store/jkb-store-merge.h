/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-db.h"

/*
 * Cases that turn out to be one incident, and notices that turn out to be of two. The writer thread, in
 * a write transaction; %JKB_STORE_ERROR_INVALID when it cannot be done. What can be undone is noted by
 * the connection itself, see jkb-log.c.
 */

/**
 * jkb_store_merge_require_own:
 * @db: a connection
 * @incident_id: a case
 * @error: %JKB_STORE_ERROR_INVALID when it is part of another
 *
 * Returns: %TRUE if the case stands for itself
 */
gboolean jkb_store_merge_require_own (JkbDb *db, gint64 incident_id, GError **error);

/**
 * jkb_store_merge_cases:
 * @db: a connection
 * @into: the case that stays
 * @other: the case that becomes part of it
 * @error: a #JkbStoreError
 *
 * The notices of @other stand before or after those of @into as they were announced; its own facts stand
 * behind. Neither may lie in the bin. The caller brings the summary of @into up to date.
 *
 * Returns: %FALSE on failure
 */
gboolean jkb_store_merge_cases (JkbDb *db, gint64 into, gint64 other, GError **error);

/**
 * jkb_store_merge_take_apart:
 * @db: a connection
 * @part: a case that is part of another
 * @error: a #JkbStoreError
 *
 * Gives back to @part what it had, and remembers that the two are different.
 *
 * Returns: %FALSE on failure
 */
gboolean jkb_store_merge_take_apart (JkbDb *db, gint64 part, GError **error);

/**
 * jkb_store_merge_split:
 * @db: a connection
 * @notice_id: one of several notices of a case
 * @error: a #JkbStoreError
 *
 * Makes a new case of it, and remembers that the two are different.
 *
 * Returns: %FALSE on failure
 */
gboolean jkb_store_merge_split (JkbDb *db, gint64 notice_id, GError **error);

/**
 * jkb_store_merge_mark_different:
 * @db: a connection
 * @one: a case
 * @other: another
 * @error: a #JkbStoreError
 *
 * Returns: %FALSE on failure
 */
gboolean jkb_store_merge_mark_different (JkbDb *db, gint64 one, gint64 other, GError **error);

/**
 * jkb_store_merge_release:
 * @db: a connection
 * @incident_id: a case that may have lost its last notice
 * @error: a #JkbStoreError
 *
 * If it did and did not come with the program, its parts become cases again, before it goes.
 *
 * Returns: %FALSE on failure
 */
gboolean jkb_store_merge_release (JkbDb *db, gint64 incident_id, GError **error);
