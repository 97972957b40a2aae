/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-rows.h"

#include <string.h>

static const char *const review_nicks[] = {
  [JKB_REVIEW_BUNDLED] = "bundled",
  [JKB_REVIEW_UNREAD] = "unread",
  [JKB_REVIEW_DONE] = "done",
};

/* ---- reading ---- */

static const char *
column_text (sqlite3_stmt *row, int column)
{
  return (const char *) sqlite3_column_text (row, column);
}

static char *
column_string (sqlite3_stmt *row, int column)
{
  return g_strdup (column_text (row, column));
}

static int
column_word (sqlite3_stmt *row, int column, JkbVocabulary vocabulary)
{
  return MAX (jkb_word_value (vocabulary, column_text (row, column)), 0);
}

guint32
jkb_rows_read_bits (sqlite3_stmt *row, int column, JkbVocabulary vocabulary)
{
  const char *text = column_text (row, column);
  guint32 bits = 0;
  char word[32];

  while (text != NULL && *text != '\0')
    {
      gsize n_bytes = strcspn (text, ";");
      int value;

      g_strlcpy (word, text, MIN (n_bytes + 1, sizeof word));
      value = jkb_word_value (vocabulary, word);
      bits |= value >= 0 ? 1u << value : 0;
      text += n_bytes + (text[n_bytes] == ';');
    }
  return bits;
}

static gint64
column_figure (sqlite3_stmt *row, int column)
{
  return sqlite3_column_type (row, column) == SQLITE_NULL ? JKB_COUNT_UNKNOWN
                                                          : sqlite3_column_int64 (row, column);
}

static JkbDate
column_date (sqlite3_stmt *row, int column)
{
  const char *text = column_text (row, column);
  JkbDate date = JKB_DATE_NONE;

  if (text != NULL)
    jkb_date_parse (text, &date, NULL);
  return date;
}

static JkbReport
column_report (sqlite3_stmt *row, int column)
{
  return (JkbReport){ sqlite3_column_type (row, column) != SQLITE_NULL, column_date (row, column) };
}

static JkbTriState
column_tri_state (sqlite3_stmt *row, int column)
{
  const char *text = column_text (row, column);

  return text == NULL ? JKB_NOT_SAID : *text == 'y' ? JKB_YES : JKB_NO;
}

static JkbReviewState
column_review (sqlite3_stmt *row, int column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (review_nicks); i++)
    if (g_strcmp0 (column_text (row, column), review_nicks[i]) == 0)
      return i;
  return JKB_REVIEW_UNREAD;
}

JkbIncident *
jkb_rows_read_incident (sqlite3_stmt *row)
{
  JkbIncident *incident = jkb_incident_new ();
  const char *country = column_text (row, 7);

  incident->id = sqlite3_column_int64 (row, 0);
  incident->key = column_string (row, 1);
  incident->title = column_string (row, 2);
  incident->organisation = column_string (row, 3);
  incident->organisation_en = column_string (row, 4);
  incident->contractor = column_string (row, 5);
  incident->sector = column_word (row, 6, JKB_WORDS_SECTOR);
  if (country != NULL)
    g_strlcpy (incident->country, country, sizeof incident->country);
  incident->type = column_word (row, 8, JKB_WORDS_TYPE);
  incident->types = jkb_rows_read_bits (row, 9, JKB_WORDS_TYPE);
  incident->circumstances = jkb_rows_read_bits (row, 10, JKB_WORDS_CIRCUMSTANCE);
  incident->cause = column_string (row, 11);
  incident->people = column_figure (row, 12);
  incident->people_qualifier = column_word (row, 13, JKB_WORDS_QUALIFIER);
  incident->records = column_figure (row, 14);
  incident->records_qualifier = column_word (row, 15, JKB_WORDS_QUALIFIER);
  incident->status = column_word (row, 16, JKB_WORDS_STATUS);
  incident->data_items = jkb_rows_read_bits (row, 17, JKB_WORDS_DATA_ITEM);
  incident->occurred_from = column_date (row, 18);
  incident->occurred_to = column_date (row, 19);
  incident->discovered = column_date (row, 20);
  incident->announced = column_date (row, 21);
  incident->ppc = column_report (row, 22);
  incident->police = column_report (row, 23);
  incident->encrypted = column_tri_state (row, 24);
  incident->source_uri = column_string (row, 25);
  incident->source_kind = column_string (row, 26);
  incident->review = column_review (row, 27);
  return incident;
}

/* ---- writing ---- */

static void
bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

static void
bind_bits (sqlite3_stmt *statement, int index, JkbVocabulary vocabulary, guint32 bits)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (int i = 0; i < jkb_word_count (vocabulary); i++)
    if (bits & 1u << i)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ";" : "", jkb_word_nick (vocabulary, i));
  bind_text (statement, index, text->str);
}

static void
bind_figure (sqlite3_stmt *statement, int index, gint64 figure)
{
  if (figure == JKB_COUNT_UNKNOWN)
    sqlite3_bind_null (statement, index);
  else
    sqlite3_bind_int64 (statement, index, figure);
}

static void
bind_date (sqlite3_stmt *statement, int index, JkbDate date)
{
  char text[JKB_DATE_TEXT_MAX];

  bind_text (statement, index, jkb_date_is_set (date) ? jkb_date_print (date, text) : NULL);
}

static void
bind_report (sqlite3_stmt *statement, int index, JkbReport report)
{
  if (report.made && !jkb_date_is_set (report.date))
    bind_text (statement, index, "yes");
  else
    bind_date (statement, index, report.date);
}

static void
bind_word (sqlite3_stmt *statement, int index, JkbVocabulary vocabulary, int word)
{
  sqlite3_bind_text (statement, index, jkb_word_nick (vocabulary, word), -1, SQLITE_STATIC);
}

static void
bind_incident (sqlite3_stmt *row, const JkbIncident *incident)
{
  bind_text (row, 1, incident->key);
  bind_text (row, 2, incident->title);
  bind_text (row, 3, incident->organisation);
  bind_text (row, 4, incident->organisation_en);
  bind_text (row, 5, incident->contractor);
  bind_word (row, 6, JKB_WORDS_SECTOR, incident->sector);
  bind_text (row, 7, incident->country[0] != '\0' ? incident->country : NULL);
  bind_word (row, 8, JKB_WORDS_TYPE, incident->type);
  bind_bits (row, 9, JKB_WORDS_TYPE, incident->types);
  bind_bits (row, 10, JKB_WORDS_CIRCUMSTANCE, incident->circumstances);
  bind_text (row, 11, incident->cause);
  bind_figure (row, 12, incident->people);
  bind_word (row, 13, JKB_WORDS_QUALIFIER, incident->people_qualifier);
  bind_figure (row, 14, incident->records);
  bind_word (row, 15, JKB_WORDS_QUALIFIER, incident->records_qualifier);
  bind_word (row, 16, JKB_WORDS_STATUS, incident->status);
  bind_bits (row, 17, JKB_WORDS_DATA_ITEM, incident->data_items);
  bind_date (row, 18, incident->occurred_from);
  bind_date (row, 19, incident->occurred_to);
  bind_date (row, 20, incident->discovered);
  bind_date (row, 21, incident->announced);
  bind_report (row, 22, incident->ppc);
  bind_report (row, 23, incident->police);
  bind_text (row, 24, incident->encrypted == JKB_NOT_SAID ? NULL
                      : incident->encrypted == JKB_YES ? "yes" : "no");
  bind_text (row, 25, incident->source_uri);
  bind_text (row, 26, incident->source_kind);
  bind_text (row, 27, review_nicks[incident->review]);
}

#define NOTHING_BOUND "nnnnnnnnnnnnnnnnnnnnnnnnnnn"

static sqlite3_stmt *
begin_writing (JkbDb *db, const JkbIncident *incident, GError **error)
{
  if (incident->id == 0)
    return jkb_db_query (db, error,
                         "INSERT INTO incident (key, title, organisation, organisation_en, contractor,"
                         " sector, country, type, types, circumstances, cause, people, people_qualifier,"
                         " records, records_qualifier, status, data_items, occurred_from, occurred_to,"
                         " discovered, announced, ppc, police, encrypted, source_uri, source_kind, review)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
                         " ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)", NOTHING_BOUND);
  return jkb_db_query (db, error,
                       "UPDATE incident SET key = ?1, title = ?2, organisation = ?3, organisation_en = ?4,"
                       " contractor = ?5, sector = ?6, country = ?7, type = ?8, types = ?9,"
                       " circumstances = ?10, cause = ?11, people = ?12, people_qualifier = ?13,"
                       " records = ?14, records_qualifier = ?15, status = ?16, data_items = ?17,"
                       " occurred_from = ?18, occurred_to = ?19, discovered = ?20, announced = ?21,"
                       " ppc = ?22, police = ?23, encrypted = ?24, source_uri = ?25, source_kind = ?26,"
                       " review = ?27 WHERE id = ?28", NOTHING_BOUND "i", incident->id);
}

gboolean
jkb_rows_write_incident (JkbDb *db, JkbIncident *incident, GError **error)
{
  sqlite3_stmt *row = begin_writing (db, incident, error);

  if (row == NULL)
    return FALSE;
  bind_incident (row, incident);
  if (!jkb_db_finish (db, row, error))
    return FALSE;
  if (incident->id == 0)
    incident->id = sqlite3_last_insert_rowid (db->handle);
  return TRUE;
}

/* ---- facts ---- */

static int
role_vocabulary (JkbField field)
{
  switch (field)
    {
    case JKB_FIELD_COUNTS:
    case JKB_FIELD_AFFECTED_PEOPLE:
    case JKB_FIELD_AFFECTED_RECORDS:
      return JKB_WORDS_COUNT_ROLE;
    case JKB_FIELD_DATES:
    case JKB_FIELD_OCCURRED_FROM:
    case JKB_FIELD_OCCURRED_TO:
    case JKB_FIELD_DISCOVERED:
    case JKB_FIELD_ANNOUNCED:
    case JKB_FIELD_REPORTED_PPC:
    case JKB_FIELD_REPORTED_POLICE:
      return JKB_WORDS_DATE_ROLE;
    default:
      return -1;
    }
}

const char *
jkb_rows_role_nick (JkbField field, int role)
{
  int vocabulary = role_vocabulary (field);

  return vocabulary < 0 ? NULL : jkb_word_nick (vocabulary, role);
}

JkbFact *
jkb_rows_read_fact (sqlite3_stmt *row)
{
  JkbSpan span = { sqlite3_column_int64 (row, 6), sqlite3_column_int64 (row, 7) };
  int field = jkb_word_value (JKB_WORDS_FIELD, column_text (row, 1));
  JkbFact *fact;

  if (field < 0)
    return NULL;
  fact = jkb_fact_new (field, column_text (row, 2), span, column_text (row, 8),
                       sqlite3_column_double (row, 9));
  fact->unit = column_string (row, 3);
  fact->qualifier = column_word (row, 4, JKB_WORDS_QUALIFIER);
  fact->role = role_vocabulary (field) < 0 ? 0 : column_word (row, 5, role_vocabulary (field));
  fact->state = column_word (row, 10, JKB_WORDS_FACT_STATE);
  return fact;
}

gboolean
jkb_rows_add_fact (JkbDb *db, gint64 item_id, gint64 incident_id, gint64 place, const JkbFact *fact,
                   GError **error)
{
  return jkb_db_run (db, error,
                     "INSERT INTO fact (item_id, incident_id, place, field, value, unit, qualifier, role,"
                     " span_begin, span_end, rule, confidence, state) VALUES (nullif (?1, 0), nullif (?2, 0),"
                     " ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)", "iiitttttiitdt",
                     item_id, incident_id, place, jkb_word_nick (JKB_WORDS_FIELD, fact->field), fact->value,
                     fact->unit, jkb_word_nick (JKB_WORDS_QUALIFIER, fact->qualifier),
                     jkb_rows_role_nick (fact->field, fact->role), (gint64) fact->span.begin,
                     (gint64) fact->span.end, fact->rule, fact->confidence,
                     jkb_word_nick (JKB_WORDS_FACT_STATE, fact->state));
}
