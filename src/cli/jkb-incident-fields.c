/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-incident-fields.h"

#include "core/jkb-csv.h"
#include "cli/jkb-json.h"
#include "core/jkb-count.h"

typedef enum
{
  KIND_TEXT,
  KIND_NUMBER,
  KIND_SET,
} FieldKind;

/* Where the values go. A visitor is told every field in order. */
typedef struct _Visitor Visitor;
struct _Visitor
{
  void (*visit) (Visitor *self, FieldKind kind, const char *name, const char *value);
  GString *csv;
  JsonBuilder *json;
  gboolean is_header;
};

static void
visit (Visitor *visitor, const char *name, const char *value)
{
  visitor->visit (visitor, KIND_TEXT, name, value);
}

static void
visit_count (Visitor *visitor, const char *name, gint64 count)
{
  char text[JKB_COUNT_TEXT_MAX];

  visitor->visit (visitor, KIND_NUMBER, name,
                  count != JKB_COUNT_UNKNOWN ? jkb_count_print (count, text) : NULL);
}

static void
visit_qualifier (Visitor *visitor, const char *name, gint64 count, JkbCountQualifier qualifier)
{
  visit (visitor, name,
         count != JKB_COUNT_UNKNOWN ? jkb_word_nick (JKB_WORDS_QUALIFIER, (int) qualifier) : NULL);
}

static void
visit_date (Visitor *visitor, const char *name, JkbDate date)
{
  char text[JKB_DATE_TEXT_MAX];

  visit (visitor, name, jkb_date_print (date, text));
}

static void
visit_report (Visitor *visitor, const char *name, JkbReport report)
{
  if (report.made && !jkb_date_is_set (report.date))
    visit (visitor, name, "yes");
  else
    visit_date (visitor, name, report.made ? report.date : JKB_DATE_NONE);
}

static void
visit_set (Visitor *visitor, const char *name, JkbVocabulary vocabulary, guint32 bits)
{
  g_autoptr(GString) set = g_string_new (NULL);

  for (int value = 0; value < jkb_word_count (vocabulary); value++)
    if (bits >> value & 1)
      g_string_append_printf (set, "%s%s", set->len > 0 ? ";" : "",
                              jkb_word_nick (vocabulary, value));
  visitor->visit (visitor, KIND_SET, name, set->str);
}

/* A word whose first value is "not known". */
static void
visit_word (Visitor *visitor, const char *name, JkbVocabulary vocabulary, int value)
{
  visit (visitor, name, value != 0 ? jkb_word_nick (vocabulary, value) : NULL);
}

static void
visit_who (Visitor *visitor, const JkbIncident *incident)
{
  char id[JKB_COUNT_TEXT_MAX];

  visitor->visit (visitor, KIND_NUMBER, "id", jkb_count_print (incident->id, id));
  visit (visitor, "key", incident->key);
  visit (visitor, "title", incident->title);
  visit (visitor, "organisation", incident->organisation);
  visit (visitor, "organisation_en", incident->organisation_en);
  visit (visitor, "contractor", incident->contractor);
  visit_word (visitor, "sector", JKB_WORDS_SECTOR, (int) incident->sector);
  visit (visitor, "country", incident->country);
}

static void
visit_what (Visitor *visitor, const JkbIncident *incident)
{
  visit_word (visitor, "incident_type", JKB_WORDS_TYPE, (int) incident->type);
  visit_set (visitor, "incident_types", JKB_WORDS_TYPE,
             incident->types & ~(1u << JKB_TYPE_UNKNOWN));
  visit_set (visitor, "circumstances", JKB_WORDS_CIRCUMSTANCE, incident->circumstances);
  visit (visitor, "cause", incident->cause);
  visit_count (visitor, "affected_people", incident->people);
  visit_qualifier (visitor, "affected_people_qualifier", incident->people,
                   incident->people_qualifier);
  visit_count (visitor, "affected_records", incident->records);
  visit_qualifier (visitor, "affected_records_qualifier", incident->records,
                   incident->records_qualifier);
  visit (visitor, "affected_status", jkb_word_nick (JKB_WORDS_STATUS, (int) incident->status));
  visit_set (visitor, "data_items", JKB_WORDS_DATA_ITEM, incident->data_items);
}

static void
visit_when (Visitor *visitor, const JkbIncident *incident)
{
  visit_date (visitor, "occurred_from", incident->occurred_from);
  visit_date (visitor, "occurred_to", incident->occurred_to);
  visit_date (visitor, "discovered", incident->discovered);
  visit_date (visitor, "announced", incident->announced);
  visit_report (visitor, "reported_ppc", incident->ppc);
  visit_report (visitor, "reported_police", incident->police);
}

static void
visit_rest (Visitor *visitor, const JkbIncident *incident)
{
  static const char *const tri_states[] = { NULL, "no", "yes" };
  static const char *const reviews[] = { "bundled", "unread", "done" };

  visit (visitor, "encrypted", tri_states[incident->encrypted]);
  visit (visitor, "source_uri", incident->source_uri);
  visit (visitor, "source_kind", incident->source_kind);
  visit (visitor, "review", reviews[incident->review]);
}

static void
visit_all (Visitor *visitor, const JkbIncident *incident)
{
  visit_who (visitor, incident);
  visit_what (visitor, incident);
  visit_when (visitor, incident);
  visit_rest (visitor, incident);
}

static void
append_to_csv (Visitor *self, FieldKind kind, const char *name, const char *value)
{
  jkb_csv_append (self->csv, self->is_header ? name : value, g_str_equal (name, "review"));
}

static void
append_set (JsonBuilder *json, const char *name, const char *value)
{
  g_auto(GStrv) words = g_strsplit (value, ";", -1);

  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; words[i] != NULL; i++)
    json_builder_add_string_value (json, words[i]);
  json_builder_end_array (json);
}

static void
append_to_json (Visitor *self, FieldKind kind, const char *name, const char *value)
{
  gint64 number;

  if (kind == KIND_SET)
    append_set (self->json, name, value);
  else if (kind == KIND_NUMBER && value != NULL && jkb_count_parse (value, &number))
    jkb_json_int (self->json, name, number);
  else
    jkb_json_string (self->json, name, value);
}

void
jkb_incident_csv_header (GString *csv)
{
  g_autoptr(JkbIncident) nothing = jkb_incident_new ();
  Visitor visitor = { append_to_csv, csv, NULL, TRUE };

  visit_all (&visitor, nothing);
}

void
jkb_incident_csv (GString *csv, const JkbIncident *incident)
{
  Visitor visitor = { append_to_csv, csv, NULL, FALSE };

  visit_all (&visitor, incident);
}

void
jkb_incident_json (JsonBuilder *json, const JkbIncident *incident)
{
  Visitor visitor = { append_to_json, NULL, json, FALSE };

  visit_all (&visitor, incident);
}
