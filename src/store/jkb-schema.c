/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-schema.h"

/*
 * A casebook is one SQLite file. `application_id` says that it is one, `user_version` which layout it
 * has. Times are microseconds since 1970 UTC. Enumerations are the nicks of jkb-words.h, sets of
 * them are joined with `;`, dates are as jkb_date_print() writes them. NULL is "not known".
 *
 * source    what came in, byte for byte; the hash is its identity
 * item      the stretches of a source. A notice has the hash of what it says in `notice_hash`; where
 *           the same notice came again, `same_as` is the item that stands for it in a case
 * incident  the case. The columns from `organisation` to `encrypted` that a fact can tell are what
 *           the facts add up to, kept here so that all cases can be read at once; the others are the
 *           case's own. `edited` has a bit for each JkbDetail that a person wrote. `bundled_key` is
 *           the key of a case that came with the program
 * incident_notice  which case a notice belongs to, and its place in the chain of reports: what the last
 *           one says holds
 * fact      of an item (read from its text) or of a case (bundled, or a person's word).
 *           `read_value` is what it said before a person corrected it
 *           A case that was made part of another lies in the bin with `merged_into`; `home` of a notice or
 *           a fact of a case is the case it came from, so that they can be taken apart
 * different pairs of cases of which a person said that they are two incidents, the smaller number first
 * list      searches with a name, and collections of cases put together by hand
 * list_case which cases are in a collection
 * text_index  what the search keeps, see jkb-store-index.h; may be missing or older than the cases
 * history   who changed what of a case, and when
 * touched   the transaction that last changed a case; other programs learn from it what to read again
 * batch     one step of a person: an import, a change; `place` is the order, `undone` ones can be done again
 * change_row  what a step changed, see jkb-log.c
 */

static const char step_1[] =
  "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
  "CREATE TABLE batch (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, begun_us INTEGER NOT NULL) STRICT;"
  "CREATE TABLE source ("
  "  id INTEGER PRIMARY KEY,"
  "  batch_id INTEGER NOT NULL REFERENCES batch (id),"
  "  sha256 TEXT NOT NULL UNIQUE CHECK (length (sha256) = 64),"
  "  name TEXT NOT NULL, kind TEXT NOT NULL, charset TEXT NOT NULL,"
  "  imported_us INTEGER NOT NULL,"
  "  notes TEXT,"
  "  bytes BLOB NOT NULL) STRICT;"
  "CREATE INDEX source_of_batch ON source (batch_id);"
  "CREATE TABLE item ("
  "  id INTEGER PRIMARY KEY,"
  "  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,"
  "  place INTEGER NOT NULL,"
  "  serial TEXT, title TEXT, lang TEXT NOT NULL,"
  "  set_aside_reason TEXT,"
  "  notice_hash BLOB CHECK (length (notice_hash) = 32),"
  "  same_as INTEGER REFERENCES item (id),"
  "  text TEXT NOT NULL,"
  "  UNIQUE (source_id, place)) STRICT;"
  "CREATE UNIQUE INDEX item_of_notice ON item (notice_hash)"
  "  WHERE notice_hash IS NOT NULL AND same_as IS NULL;"
  "CREATE INDEX item_same_as ON item (same_as) WHERE same_as IS NOT NULL;"
  "CREATE TABLE incident ("
  "  id INTEGER PRIMARY KEY,"
  "  bundled_key TEXT UNIQUE,"
  "  key TEXT, title TEXT, organisation TEXT, organisation_en TEXT, contractor TEXT,"
  "  sector TEXT NOT NULL, country TEXT,"
  "  type TEXT NOT NULL, types TEXT NOT NULL, circumstances TEXT NOT NULL, cause TEXT,"
  "  people INTEGER CHECK (people >= 0), people_qualifier TEXT NOT NULL,"
  "  records INTEGER CHECK (records >= 0), records_qualifier TEXT NOT NULL,"
  "  status TEXT NOT NULL, data_items TEXT NOT NULL,"
  "  occurred_from TEXT, occurred_to TEXT, discovered TEXT, announced TEXT,"
  "  ppc TEXT, police TEXT, encrypted TEXT,"
  "  source_uri TEXT, source_kind TEXT, review TEXT NOT NULL,"
  "  edited INTEGER NOT NULL DEFAULT 0,"
  "  binned_us INTEGER,"
  "  notes TEXT) STRICT;"
  "CREATE TABLE incident_notice ("
  "  item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,"
  "  incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,"
  "  place INTEGER NOT NULL) STRICT;"
  "CREATE INDEX incident_notice_of ON incident_notice (incident_id, place);"
  "CREATE TABLE fact ("
  "  id INTEGER PRIMARY KEY,"
  "  item_id INTEGER REFERENCES item (id) ON DELETE CASCADE,"
  "  incident_id INTEGER REFERENCES incident (id) ON DELETE CASCADE,"
  "  place INTEGER NOT NULL,"
  "  field TEXT NOT NULL, value TEXT NOT NULL, unit TEXT,"
  "  qualifier TEXT NOT NULL, role TEXT,"
  "  span_begin INTEGER NOT NULL, span_end INTEGER NOT NULL,"
  "  rule TEXT NOT NULL, confidence REAL NOT NULL, state TEXT NOT NULL,"
  "  read_value TEXT, read_qualifier TEXT,"
  "  CHECK ((item_id IS NULL) <> (incident_id IS NULL)),"
  "  CHECK (0 <= span_begin AND span_begin <= span_end)) STRICT;"
  "CREATE INDEX fact_of_item ON fact (item_id) WHERE item_id IS NOT NULL;"
  "CREATE INDEX fact_of_incident ON fact (incident_id) WHERE incident_id IS NOT NULL;"
  "CREATE TABLE history ("
  "  id INTEGER PRIMARY KEY,"
  "  incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,"
  "  at_us INTEGER NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,"
  "  old_state TEXT, old_value TEXT, new_state TEXT, new_value TEXT) STRICT;"
  "CREATE INDEX history_of_incident ON history (incident_id);"
  "CREATE TABLE touched (incident_id INTEGER PRIMARY KEY, revision INTEGER NOT NULL) STRICT;"
  "CREATE INDEX touched_revision ON touched (revision);";

static const char step_2[] =
  "ALTER TABLE batch ADD COLUMN place INTEGER;"
  "ALTER TABLE batch ADD COLUMN undone INTEGER NOT NULL DEFAULT 0;"
  "UPDATE batch SET place = (SELECT count (*) FROM batch AS earlier WHERE earlier.id <= batch.id);"
  "CREATE INDEX batch_place ON batch (place);"
  "CREATE INDEX batch_undone ON batch (place) WHERE undone = 1;"
  "CREATE TABLE change_row ("
  "  id INTEGER PRIMARY KEY,"
  "  batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,"
  "  table_name TEXT NOT NULL, first_id INTEGER NOT NULL, last_id INTEGER NOT NULL,"
  "  image BLOB) STRICT;"
  "CREATE INDEX change_row_of_batch ON change_row (batch_id);";

static const char step_3[] =
  "CREATE INDEX incident_organisation ON incident (organisation);";

/* Some casebooks of layout 3 have the first index, some do not. */
static const char step_4[] =
  "CREATE INDEX IF NOT EXISTS incident_title ON incident (title, people);"
  "ALTER TABLE incident ADD COLUMN merged_into INTEGER REFERENCES incident (id);"
  "CREATE INDEX incident_merged_into ON incident (merged_into) WHERE merged_into IS NOT NULL;"
  "ALTER TABLE incident_notice ADD COLUMN home INTEGER;"
  "ALTER TABLE fact ADD COLUMN home INTEGER;"
  "CREATE TABLE different ("
  "  id INTEGER PRIMARY KEY,"
  "  incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,"
  "  other_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,"
  "  UNIQUE (incident_id, other_id), CHECK (incident_id < other_id)) STRICT;"
  "CREATE INDEX different_other ON different (other_id);";

static const char step_5[] =
  "CREATE TABLE list ("
  "  id INTEGER PRIMARY KEY,"
  "  kind TEXT NOT NULL CHECK (kind IN ('search', 'collection')),"
  "  name TEXT NOT NULL,"
  "  filter TEXT, sort TEXT) STRICT;"
  "CREATE TABLE list_case ("
  "  id INTEGER PRIMARY KEY,"
  "  list_id INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,"
  "  incident_id INTEGER NOT NULL REFERENCES incident (id) ON DELETE CASCADE,"
  "  UNIQUE (list_id, incident_id)) STRICT;"
  "CREATE INDEX list_case_incident ON list_case (incident_id);";

static const char step_6[] =
  "CREATE TABLE text_index ("
  "  id INTEGER PRIMARY KEY,"
  "  made_of TEXT NOT NULL,"
  "  cases BLOB NOT NULL, postings BLOB NOT NULL) STRICT;";

static const char step_7[] =
  "CREATE INDEX incident_date ON incident (" JKB_SCHEMA_INCIDENT_DATE " DESC, id) WHERE binned_us IS NULL;";

static const char *const steps[] = { step_1, step_2, step_3, step_4, step_5, step_6, step_7 };

int
jkb_schema_version (void)
{
  return G_N_ELEMENTS (steps);
}

static gboolean
read_marks (JkbDb *db, gint64 *application_id, gint64 *version, gint64 *n_objects, GError **error)
{
  return jkb_db_get_int (db, application_id, error, "PRAGMA application_id", "")
         && jkb_db_get_int (db, version, error, "PRAGMA user_version", "")
         && jkb_db_get_int (db, n_objects, error, "SELECT count (*) FROM sqlite_schema", "");
}

/* A casebook has none; one that has would make the program run what somebody else wrote. */
static gboolean
check_no_code (JkbDb *db, GError **error)
{
  gint64 n = 0;

  if (!jkb_db_get_int (db, &n, error, "SELECT count (*) FROM sqlite_schema WHERE type IN ('trigger', 'view')", ""))
    return FALSE;
  if (n > 0)
    g_set_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_NOT_A_CASEBOOK,
                 "%s: holds triggers or views, which no casebook has", db->path);
  return n == 0;
}

static gboolean
judge_version (JkbDb *db, gint64 version, JkbSchemaState *state, GError **error)
{
  if (version > jkb_schema_version ())
    g_set_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_NEWER,
                 "%s: written by a newer version (layout %" G_GINT64_FORMAT ", this one knows %d)",
                 db->path, version, jkb_schema_version ());
  else if (version < 1)
    g_set_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_DAMAGED,
                 "%s: a casebook without a layout number", db->path);
  else
    *state = version < jkb_schema_version () ? JKB_SCHEMA_OLD : JKB_SCHEMA_CURRENT;
  return version >= 1 && version <= jkb_schema_version ();
}

gboolean
jkb_schema_look (JkbDb *db, JkbSchemaState *state, GError **error)
{
  gint64 application_id = 0, version = 0, n_objects = 0;

  if (!read_marks (db, &application_id, &version, &n_objects, error))
    return FALSE;
  if (application_id == JKB_SCHEMA_APPLICATION_ID)
    return check_no_code (db, error) && judge_version (db, version, state, error);
  if (application_id == 0 && version == 0 && n_objects == 0)
    {
      *state = JKB_SCHEMA_EMPTY;
      return TRUE;
    }
  g_set_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_NOT_A_CASEBOOK,
               "%s: a database of another program", db->path);
  return FALSE;
}

static gboolean
take_step (JkbDb *db, int version, GError **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            JKB_SCHEMA_APPLICATION_ID, version);

  return jkb_db_script (db, steps[version - 1], error) && jkb_db_script (db, marks, error);
}

gboolean
jkb_schema_upgrade (JkbDb *db, int version, GError **error)
{
  gint64 present = 0;

  do
    {
      gboolean good;

      if (!jkb_db_begin (db, error))
        return FALSE;
      good = jkb_db_get_int (db, &present, error, "PRAGMA user_version", "")
             && (present >= version || take_step (db, present + 1, error));
      if (!jkb_db_end (db, good, error))
        return FALSE;
    }
  while (present + 1 < version);
  return TRUE;
}
