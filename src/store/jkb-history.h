/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-db.h"

/**
 * JkbHistoryChange:
 * @what: nick of a field, of a detail, or of what was done to the case
 * @old_state: (nullable): nick of the state before
 * @old_value: (nullable): what was said before
 * @new_state: (nullable): nick of the state since
 * @new_value: (nullable): what is said since
 *
 * What a person changed of a case. Strings are borrowed.
 */
typedef struct
{
  const char *what;
  const char *old_state;
  const char *old_value;
  const char *new_state;
  const char *new_value;
} JkbHistoryChange;

/**
 * jkb_history_add:
 * @db: a connection in a write transaction
 * @incident_id: a case
 * @change: what a person changed of it just now
 * @error: a #JkbStoreError
 *
 * Keeps it with the case. The writer thread. Returns: %FALSE on failure
 */
gboolean jkb_history_add (JkbDb *db, gint64 incident_id, JkbHistoryChange change, GError **error);

/**
 * jkb_store_refuse:
 * @db: a connection
 * @error: set to %JKB_STORE_ERROR_INVALID
 * @reason: why the change cannot be made
 *
 * Returns: %FALSE
 */
gboolean jkb_store_refuse (JkbDb *db, GError **error, const char *reason);
