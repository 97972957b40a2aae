/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-merge.h"

#include "store/jkb-history.h"
#include "store/jkb-rows.h"
#include "store/jkb-summary.h"
#include "store/jkb-touched.h"

/*
 * A case that becomes part of another keeps its row, in the bin and with `merged_into`, so that its number,
 * its history and its key as a bundled case stay. Its notices and its own facts move over and remember it as
 * their `home`. Parts of parts become parts of the whole: there is one level only.
 */

/* ---- what may be done ---- */

static gboolean
require (JkbDb *db, GError **error, const char *reason, const char *sql, gint64 one, gint64 other)
{
  gint64 holds = 0;

  return jkb_db_get_int (db, &holds, error, sql, "ii", one, other)
         && (holds || jkb_store_refuse (db, error, reason));
}

gboolean
jkb_store_merge_require_own (JkbDb *db, gint64 incident_id, GError **error)
{
  return require (db, error, "the case is part of another",
                  "SELECT NOT EXISTS (SELECT 1 FROM incident WHERE id = ?1 AND merged_into IS NOT NULL) OR ?2",
                  incident_id, 0);
}

static gboolean
require_two_cases (JkbDb *db, gint64 one, gint64 other, GError **error)
{
  return require (db, error, "these are not two cases",
                  "SELECT ?1 <> ?2 AND 2 = (SELECT count (*) FROM incident WHERE id IN (?1, ?2)"
                  " AND binned_us IS NULL AND merged_into IS NULL)", one, other);
}

/* ---- different ---- */

static gboolean
note_different (JkbDb *db, gint64 one, gint64 other, GError **error)
{
  return jkb_db_run (db, error, "INSERT INTO different (incident_id, other_id) VALUES (min (?1, ?2), max (?1, ?2))"
                     " ON CONFLICT DO NOTHING", "ii", one, other);
}

gboolean
jkb_store_merge_mark_different (JkbDb *db, gint64 one, gint64 other, GError **error)
{
  return require_two_cases (db, one, other, error)
         && note_different (db, one, other, error)
         && jkb_touch (db, one, error)
         && jkb_touch (db, other, error);
}

/* ---- merge ---- */

static gboolean
move_notices (JkbDb *db, gint64 into, gint64 other, GError **error)
{
  gint64 is_earlier = 0, shift = 0;

  return jkb_db_get_int (db, &is_earlier, error,
                         "SELECT coalesce ((SELECT announced FROM incident WHERE id = ?1)"
                         " > (SELECT announced FROM incident WHERE id = ?2), 0)", "ii", into, other)
         && jkb_db_get_int (db, &shift, error,
                            "SELECT CASE WHEN ?3"
                            " THEN coalesce ((SELECT min (place) FROM incident_notice WHERE incident_id = ?1), 0) - 1"
                            " - coalesce ((SELECT max (place) FROM incident_notice WHERE incident_id = ?2), 0)"
                            " ELSE coalesce ((SELECT max (place) FROM incident_notice WHERE incident_id = ?1), -1) + 1"
                            " - coalesce ((SELECT min (place) FROM incident_notice WHERE incident_id = ?2), 0) END",
                            "iii", into, other, is_earlier)
         && jkb_db_run (db, error, "UPDATE incident_notice SET incident_id = ?1, place = place + ?3,"
                        " home = coalesce (home, ?2) WHERE incident_id = ?2", "iii", into, other, shift);
}

static gboolean
move_facts (JkbDb *db, gint64 into, gint64 other, GError **error)
{
  gint64 shift = 0;

  return jkb_db_get_int (db, &shift, error,
                         "SELECT coalesce ((SELECT max (place) FROM fact WHERE incident_id = ?1), -1) + 1"
                         " - coalesce ((SELECT min (place) FROM fact WHERE incident_id = ?2), 0)", "ii", into, other)
         && jkb_db_run (db, error, "UPDATE fact SET incident_id = ?1, place = place + ?3,"
                        " home = coalesce (home, ?2) WHERE incident_id = ?2", "iii", into, other, shift);
}

static gboolean
remember_name (JkbDb *db, gint64 incident_id, const char *what, gint64 other, GError **error)
{
  g_autoptr(JkbIncident) incident = NULL;

  if (!jkb_summary_load (db, other, &incident, error))
    return FALSE;
  return jkb_history_add (db, incident_id,
                          (JkbHistoryChange){ .what = what,
                                              .new_value = incident->organisation != NULL ? incident->organisation
                                                                                          : incident->title }, error);
}

gboolean
jkb_store_merge_cases (JkbDb *db, gint64 into, gint64 other, GError **error)
{
  return require_two_cases (db, into, other, error)
         && remember_name (db, into, "merge", other, error)
         && move_notices (db, into, other, error)
         && move_facts (db, into, other, error)
         && jkb_db_run (db, error, "UPDATE incident SET merged_into = ?1 WHERE merged_into = ?2", "ii", into, other)
         && jkb_db_run (db, error, "UPDATE incident SET merged_into = ?1, binned_us = ?3 WHERE id = ?2", "iii", into,
                        other, g_get_real_time ())
         && jkb_db_run (db, error, "DELETE FROM different WHERE incident_id = min (?1, ?2)"
                        " AND other_id = max (?1, ?2)", "ii", into, other)
         && jkb_summary_refresh (db, other, error);
}

/* ---- take apart ---- */

static gboolean
give_back (JkbDb *db, gint64 part, gint64 whole, GError **error)
{
  return jkb_db_run (db, error, "UPDATE incident_notice SET incident_id = ?1, home = NULL"
                     " WHERE home = ?1 AND incident_id = ?2", "ii", part, whole)
         && jkb_db_run (db, error, "UPDATE fact SET incident_id = ?1, home = NULL"
                        " WHERE home = ?1 AND incident_id = ?2", "ii", part, whole)
         && jkb_db_run (db, error, "UPDATE incident SET merged_into = NULL, binned_us = NULL WHERE id = ?1", "i", part)
         && jkb_summary_refresh (db, part, error);
}

static gboolean
find_whole (JkbDb *db, gint64 part, gint64 *whole, GError **error)
{
  return jkb_db_get_int (db, whole, error, "SELECT coalesce (max (merged_into), 0) FROM incident WHERE id = ?1", "i",
                         part)
         && (*whole != 0 || jkb_store_refuse (db, error, "the case is not part of another"));
}

gboolean
jkb_store_merge_take_apart (JkbDb *db, gint64 part, GError **error)
{
  gint64 whole = 0;

  return find_whole (db, part, &whole, error)
         && require (db, error, "nothing would be left of one of the two",
                     "SELECT (EXISTS (SELECT 1 FROM incident WHERE id = ?1 AND bundled_key IS NOT NULL)"
                     " OR EXISTS (SELECT 1 FROM incident_notice WHERE incident_id = ?2 AND home = ?1))"
                     " AND (EXISTS (SELECT 1 FROM incident WHERE id = ?2 AND bundled_key IS NOT NULL)"
                     " OR EXISTS (SELECT 1 FROM incident_notice WHERE incident_id = ?2 AND home IS NOT ?1))",
                     part, whole)
         && give_back (db, part, whole, error)
         && remember_name (db, whole, "take-apart", part, error)
         && note_different (db, part, whole, error)
         && jkb_summary_refresh (db, whole, error);
}

gboolean
jkb_store_merge_release (JkbDb *db, gint64 incident_id, GError **error)
{
  for (;;)
    {
      gint64 part = 0;

      if (!jkb_db_get_int (db, &part, error,
                           "SELECT coalesce (min (part.id), 0) FROM incident AS part"
                           " JOIN incident AS whole ON whole.id = part.merged_into"
                           " WHERE whole.id = ?1 AND whole.bundled_key IS NULL"
                           " AND NOT EXISTS (SELECT 1 FROM incident_notice WHERE incident_id = ?1)", "i", incident_id))
        return FALSE;
      if (part == 0)
        return TRUE;
      if (!give_back (db, part, incident_id, error)
          || !jkb_db_run (db, error, "DELETE FROM incident WHERE id = ?1 AND bundled_key IS NULL", "i", part))
        return FALSE;
    }
}

/* ---- split ---- */

/* The new case has what @whole knows of the organisation; what the notice says comes with its facts. */
static gboolean
make_case (JkbDb *db, gint64 notice_id, gint64 whole, gint64 *made, GError **error)
{
  g_autoptr(JkbIncident) incident = NULL;

  if (!jkb_summary_load (db, whole, &incident, error))
    return FALSE;
  incident->id = 0;
  incident->review = JKB_REVIEW_UNREAD;
  g_clear_pointer (&incident->cause, g_free);
  if (!jkb_rows_write_incident (db, incident, error))
    return FALSE;
  *made = incident->id;
  return jkb_db_run (db, error,
                     "UPDATE incident SET (key, title, source_kind, source_uri) = (SELECT serial, item.title, kind,"
                     " CASE WHEN name GLOB 'http*://*' THEN name END FROM item JOIN source ON source.id = source_id"
                     " WHERE item.id = ?2) WHERE id = ?1", "ii", incident->id, notice_id);
}

/* The row is deleted and added, not changed: when the new case goes in an undo, a row that was changed to belong to
 * it would go along before the log could keep it (see jkb-log.c on rows that go). */
static gboolean
move_notice (JkbDb *db, gint64 notice_id, gint64 made, GError **error)
{
  return jkb_db_run (db, error, "DELETE FROM incident_notice WHERE item_id = ?1", "i", notice_id)
         && jkb_db_run (db, error, "INSERT INTO incident_notice (item_id, incident_id, place) VALUES (?1, ?2, 0)", "ii",
                        notice_id, made);
}

gboolean
jkb_store_merge_split (JkbDb *db, gint64 notice_id, GError **error)
{
  gint64 whole = 0, made = 0;

  return jkb_db_get_int (db, &whole, error,
                         "SELECT coalesce (max (incident_id), 0) FROM incident_notice WHERE item_id = ?1", "i",
                         notice_id)
         && require (db, error, "the notice is not one of several of a case",
                     "SELECT count (*) > 1 AND ?2 FROM incident_notice WHERE incident_id = ?1", whole, notice_id)
         && make_case (db, notice_id, whole, &made, error)
         && move_notice (db, notice_id, made, error)
         && jkb_summary_refresh (db, made, error)
         && remember_name (db, whole, "split", made, error)
         && note_different (db, made, whole, error)
         && jkb_summary_refresh (db, whole, error);
}
