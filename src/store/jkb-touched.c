/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-touched.h"

gboolean
jkb_touched_begin (JkbDb *db, GError **error)
{
  return jkb_db_get_int (db, &db->revision, error,
                         "SELECT coalesce (max (revision), 0) + 1 FROM touched", "");
}

gboolean
jkb_touch (JkbDb *db, gint64 incident_id, GError **error)
{
  return jkb_db_run (db, error,
                     "INSERT INTO touched (incident_id, revision) VALUES (?1, ?2)"
                     " ON CONFLICT (incident_id) DO UPDATE SET revision = excluded.revision", "ii",
                     incident_id, db->revision);
}

gboolean
jkb_touched_since (JkbDb *db, gint64 *revision, GArray *ids, GError **error)
{
  GError *failure = NULL;
  gint64 latest = *revision;
  sqlite3_stmt *row = jkb_db_query (db, error,
                                    "SELECT incident_id, revision FROM touched WHERE revision > ?1"
                                    " ORDER BY revision", "i", *revision);

  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      gint64 id = sqlite3_column_int64 (row, 0);

      latest = sqlite3_column_int64 (row, 1);
      if (ids != NULL)
        g_array_append_val (ids, id);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  *revision = latest;
  return TRUE;
}
