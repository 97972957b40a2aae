/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-history.h"
#include "store/jkb-store-error.h"

gboolean
jkb_history_add (JkbDb *db, gint64 incident_id, JkbHistoryChange change, GError **error)
{
  return jkb_db_run (db, error,
                     "INSERT INTO history (incident_id, at_us, who, what, old_state, old_value, new_state,"
                     " new_value) VALUES (?1, ?2, 'person', ?3, ?4, ?5, ?6, ?7)", "iittttt", incident_id,
                     g_get_real_time (), change.what, change.old_state, change.old_value,
                     change.new_state, change.new_value);
}

gboolean
jkb_store_refuse (JkbDb *db, GError **error, const char *reason)
{
  g_set_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_INVALID, "%s: %s", db->path, reason);
  return FALSE;
}
