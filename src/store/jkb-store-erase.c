/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-erase.h"

#include "store/jkb-history.h"
#include "store/jkb-touched.h"

/* Of the table `meta`; not undone with the rest: while the case is there, nobody asks. */
#define ERASED "'erased ' || "

static gboolean
require_in_bin (JkbDb *db, gint64 incident_id, GError **error)
{
  gint64 found = 0;

  return jkb_db_get_int (db, &found, error, "SELECT EXISTS (SELECT 1 FROM incident WHERE id = ?1"
                         " AND binned_us IS NOT NULL AND merged_into IS NULL)", "i", incident_id)
         && (found || jkb_store_refuse (db, error, "the case does not lie in the bin"));
}

/* Its notices, and those that repeat them. */
static GArray *
list_items (JkbDb *db, gint64 incident_id, GError **error)
{
  g_autoptr(GArray) items = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error,
    "SELECT id FROM item WHERE same_as IN (SELECT item_id FROM incident_notice WHERE incident_id = ?1)"
    " UNION SELECT item_id FROM incident_notice WHERE incident_id = ?1", "i", incident_id);

  if (row == NULL)
    return NULL;
  while (jkb_db_step (db, row, &failure))
    {
      gint64 id = sqlite3_column_int64 (row, 0);

      g_array_append_val (items, id);
    }
  return jkb_db_succeed (failure, error) ? g_steal_pointer (&items) : NULL;
}

static gboolean
set_aside (JkbDb *db, gint64 item_id, GError **error)
{
  return jkb_db_run (db, error, "DELETE FROM fact WHERE item_id = ?1", "i", item_id)
         && jkb_db_run (db, error, "DELETE FROM incident_notice WHERE item_id = ?1", "i", item_id)
         && jkb_db_run (db, error, "UPDATE item SET set_aside_reason = 'deleted', notice_hash = NULL, same_as = NULL"
                        " WHERE id = ?1", "i", item_id);
}

static gboolean
drop_source (JkbDb *db, gint64 item_id, GError **error)
{
  return jkb_db_run (db, error, "DELETE FROM source WHERE id = (SELECT source_id FROM item WHERE id = ?1)"
                     " AND NOT EXISTS (SELECT 1 FROM item WHERE source_id = source.id AND notice_hash IS NOT NULL)",
                     "i", item_id);
}

static gboolean
erase_notices (JkbDb *db, gint64 incident_id, GError **error)
{
  g_autoptr(GArray) items = list_items (db, incident_id, error);

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!set_aside (db, g_array_index (items, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!drop_source (db, g_array_index (items, gint64, i), error))
      return FALSE;
  return TRUE;
}

gboolean
jkb_store_erase_case (JkbDb *db, gint64 incident_id, GError **error)
{
  return require_in_bin (db, incident_id, error)
         && erase_notices (db, incident_id, error)
         && jkb_db_run (db, error, "INSERT INTO meta (name, value) SELECT " ERASED "bundled_key, 'yes' FROM incident"
                        " WHERE (id = ?1 OR merged_into = ?1) AND bundled_key IS NOT NULL"
                        " ON CONFLICT (name) DO NOTHING", "i", incident_id)
         && jkb_db_run (db, error, "DELETE FROM incident WHERE merged_into = ?1", "i", incident_id)
         && jkb_db_run (db, error, "DELETE FROM incident WHERE id = ?1", "i", incident_id)
         && jkb_touch (db, incident_id, error);
}

gboolean
jkb_store_erase_is_known (JkbDb *db, const char *bundled_key, gboolean *is_known, GError **error)
{
  gint64 found = 0;

  if (!jkb_db_get_int (db, &found, error, "SELECT EXISTS (SELECT 1 FROM meta WHERE name = " ERASED "?1)", "t",
                       bundled_key))
    return FALSE;
  *is_known = found != 0;
  return TRUE;
}
