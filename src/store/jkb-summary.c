/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-summary.h"

#include "core/jkb-incident-facts.h"
#include "store/jkb-rows.h"
#include "store/jkb-touched.h"

gboolean
jkb_summary_load (JkbDb *db, gint64 incident_id, JkbIncident **out, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT " JKB_ROWS_INCIDENT " FROM incident WHERE id = ?1",
                                    "i", incident_id);

  *out = NULL;
  if (row == NULL)
    return FALSE;
  if (jkb_db_step (db, row, &failure))
    {
      *out = jkb_rows_read_incident (row);
      sqlite3_reset (row);
    }
  return jkb_db_succeed (failure, error);
}

static JkbCaseFact *
read_case_fact (sqlite3_stmt *row, gint64 item_id, const JkbFact *fact)
{
  JkbCaseFact *self = g_new0 (JkbCaseFact, 1);

  self->id = sqlite3_column_int64 (row, 0);
  self->notice_id = item_id;
  self->fact = fact;
  self->read_value = g_strdup ((const char *) sqlite3_column_text (row, JKB_ROWS_FACT_N_COLUMNS));
  return self;
}

gboolean
jkb_summary_load_facts (JkbDb *db, gint64 item_id, gint64 incident_id, GPtrArray *facts,
                        GPtrArray *case_facts, GError **error)
{
  GError *failure = NULL;
  sqlite3_stmt *row;

  if (item_id != 0)
    row = jkb_db_query (db, error, "SELECT " JKB_ROWS_FACT ", read_value FROM fact WHERE item_id = ?1"
                        " ORDER BY place, id", "i", item_id);
  else
    row = jkb_db_query (db, error, "SELECT " JKB_ROWS_FACT ", read_value FROM fact WHERE incident_id = ?1"
                        " ORDER BY place, id", "i", incident_id);
  if (row == NULL)
    return FALSE;
  while (jkb_db_step (db, row, &failure))
    {
      JkbFact *fact = jkb_rows_read_fact (row);

      if (fact == NULL)
        continue;
      g_ptr_array_add (facts, fact);
      if (case_facts != NULL)
        g_ptr_array_add (case_facts, read_case_fact (row, item_id, fact));
    }
  return jkb_db_succeed (failure, error);
}

/* The last report first: what it says holds. */
static GArray *
load_notices (JkbDb *db, gint64 incident_id, GError **error)
{
  g_autoptr(GArray) items = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *failure = NULL;
  sqlite3_stmt *row = jkb_db_query (db, error, "SELECT item_id FROM incident_notice WHERE incident_id = ?1"
                                    " ORDER BY place DESC, item_id", "i", incident_id);

  if (row == NULL)
    return NULL;
  while (jkb_db_step (db, row, &failure))
    {
      gint64 id = sqlite3_column_int64 (row, 0);

      g_array_append_val (items, id);
    }
  return jkb_db_succeed (failure, error) ? g_steal_pointer (&items) : NULL;
}

gboolean
jkb_summary_compute (JkbDb *db, JkbIncident *incident, GError **error)
{
  g_autoptr(GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_fact_free);
  g_autoptr(GArray) items = load_notices (db, incident->id, error);

  if (items == NULL || !jkb_summary_load_facts (db, 0, incident->id, facts, NULL, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!jkb_summary_load_facts (db, g_array_index (items, gint64, i), 0, facts, NULL, error))
      return FALSE;
  jkb_incident_set_facts (incident, facts);
  return TRUE;
}

gboolean
jkb_summary_refresh (JkbDb *db, gint64 incident_id, GError **error)
{
  g_autoptr(JkbIncident) incident = NULL;

  if (!jkb_summary_load (db, incident_id, &incident, error))
    return FALSE;
  if (incident == NULL)
    return TRUE;
  return jkb_summary_compute (db, incident, error)
         && jkb_rows_write_incident (db, incident, error)
         && jkb_touch (db, incident_id, error);
}
