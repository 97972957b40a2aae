/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-incident-facts.h"

#include "core/jkb-count.h"

#include <string.h>

/* Which member of a case holds what a field says; the member's type follows from the field. */
static char **
find_text (JkbIncident *incident, JkbField field)
{
  return field == JKB_FIELD_ORGANISATION ? &incident->organisation
         : field == JKB_FIELD_CONTRACTOR ? &incident->contractor : NULL;
}

static JkbDate *
find_date (JkbIncident *incident, JkbField field)
{
  switch ((int) field)
    {
    case JKB_FIELD_OCCURRED_FROM: return &incident->occurred_from;
    case JKB_FIELD_OCCURRED_TO: return &incident->occurred_to;
    case JKB_FIELD_DISCOVERED: return &incident->discovered;
    case JKB_FIELD_ANNOUNCED: return &incident->announced;
    default: return NULL;
    }
}

static JkbReport *
find_report (JkbIncident *incident, JkbField field)
{
  return field == JKB_FIELD_REPORTED_PPC ? &incident->ppc
         : field == JKB_FIELD_REPORTED_POLICE ? &incident->police : NULL;
}

static gint64 *
find_count (JkbIncident *incident, JkbField field, JkbCountQualifier **qualifier)
{
  if (field == JKB_FIELD_AFFECTED_PEOPLE)
    {
      *qualifier = &incident->people_qualifier;
      return &incident->people;
    }
  *qualifier = &incident->records_qualifier;
  return field == JKB_FIELD_AFFECTED_RECORDS ? &incident->records : NULL;
}

static guint32 *
find_bits (JkbIncident *incident, JkbField field, JkbVocabulary *vocabulary)
{
  switch ((int) field)
    {
    case JKB_FIELD_INCIDENT_TYPE:
      *vocabulary = JKB_WORDS_TYPE;
      return &incident->types;
    case JKB_FIELD_CIRCUMSTANCES:
      *vocabulary = JKB_WORDS_CIRCUMSTANCE;
      return &incident->circumstances;
    case JKB_FIELD_DATA_ITEMS:
      *vocabulary = JKB_WORDS_DATA_ITEM;
      return &incident->data_items;
    default:
      return NULL;
    }
}

gboolean
jkb_field_has_several (JkbField field)
{
  JkbIncident nobody = { 0 };
  JkbVocabulary vocabulary;

  return find_bits (&nobody, field, &vocabulary) != NULL
         || field == JKB_FIELD_COUNTS || field == JKB_FIELD_DATES;
}

static gboolean
set_bits (JkbIncident *incident, JkbField field, guint32 *bits, JkbVocabulary vocabulary,
          const char *value)
{
  int word = jkb_word_value (vocabulary, value);

  if (word < 0)
    return FALSE;
  if (field == JKB_FIELD_INCIDENT_TYPE && incident->type == JKB_TYPE_UNKNOWN)
    incident->type = word;
  if (field != JKB_FIELD_INCIDENT_TYPE || word != JKB_TYPE_UNKNOWN)
    *bits |= 1u << word;
  return TRUE;
}

static gboolean
set_report (JkbReport *report, const char *value)
{
  if (strcmp (value, "yes") != 0 && !jkb_date_parse (value, &report->date, NULL))
    return FALSE;
  report->made = TRUE;
  return TRUE;
}

static gboolean
set_word (JkbIncident *incident, JkbField field, const char *value)
{
  int status = jkb_word_value (JKB_WORDS_STATUS, value);

  if (field == JKB_FIELD_AFFECTED_STATUS && status >= 0)
    {
      incident->status = status;
      return TRUE;
    }
  if (field == JKB_FIELD_ENCRYPTED && (strcmp (value, "yes") == 0 || strcmp (value, "no") == 0))
    {
      incident->encrypted = value[0] == 'y' ? JKB_YES : JKB_NO;
      return TRUE;
    }
  if (field == JKB_FIELD_COUNTRY && strlen (value) == 2
      && g_ascii_isupper (value[0]) && g_ascii_isupper (value[1]))
    {
      memcpy (incident->country, value, sizeof incident->country);
      return TRUE;
    }
  return FALSE;
}

/* Sets what @field says; %FALSE leaves @incident as it was. */
static gboolean
set_value (JkbIncident *incident, JkbField field, const char *value, JkbCountQualifier qualifier)
{
  JkbCountQualifier *its_qualifier;
  JkbVocabulary vocabulary;
  gint64 *count = find_count (incident, field, &its_qualifier);
  guint32 *bits = find_bits (incident, field, &vocabulary);
  JkbReport *report = find_report (incident, field);
  JkbDate *date = find_date (incident, field);
  char **text = find_text (incident, field);

  if (bits != NULL)
    return set_bits (incident, field, bits, vocabulary, value);
  if (report != NULL)
    return set_report (report, value);
  if (date != NULL)
    return jkb_date_parse (value, date, NULL);
  if (count == NULL && text == NULL)
    return set_word (incident, field, value);
  if (count != NULL && jkb_count_parse (value, count))
    {
      *its_qualifier = qualifier;
      return TRUE;
    }
  if (text == NULL || *value == '\0')
    return FALSE;
  *text = g_strdup (value);
  return TRUE;
}

static void
forget_facts (JkbIncident *incident)
{
  g_clear_pointer (&incident->organisation, g_free);
  g_clear_pointer (&incident->contractor, g_free);
  incident->country[0] = '\0';
  incident->type = JKB_TYPE_UNKNOWN;
  incident->types = incident->circumstances = incident->data_items = 0;
  incident->people = incident->records = JKB_COUNT_UNKNOWN;
  incident->people_qualifier = incident->records_qualifier = JKB_QUALIFIER_EXACT;
  incident->status = JKB_STATUS_UNKNOWN;
  incident->occurred_from = incident->occurred_to = JKB_DATE_NONE;
  incident->discovered = incident->announced = JKB_DATE_NONE;
  incident->ppc = incident->police = (JkbReport){ FALSE, JKB_DATE_NONE };
  incident->encrypted = JKB_NOT_SAID;
}

void
jkb_incident_set_facts (JkbIncident *incident, const GPtrArray *facts)
{
  static const JkbFactState ranks[] = { JKB_FACT_CORRECTED, JKB_FACT_CONFIRMED, JKB_FACT_READ };
  gboolean is_set[JKB_N_FIELDS] = { FALSE };

  forget_facts (incident);
  for (gsize rank = 0; rank < G_N_ELEMENTS (ranks); rank++)
    for (guint i = 0; i < facts->len; i++)
      {
        const JkbFact *fact = g_ptr_array_index (facts, i);

        if (fact->state == ranks[rank] && (!is_set[fact->field] || jkb_field_has_several (fact->field)))
          is_set[fact->field] |= set_value (incident, fact->field, fact->value, fact->qualifier);
      }
}

JkbIncident *
jkb_incident_from_item (const JkbItem *item)
{
  JkbIncident *incident = jkb_incident_new ();

  incident->key = g_strdup (item->serial);
  incident->title = g_strdup (item->title);
  jkb_incident_set_facts (incident, item->facts);
  return incident;
}

static gboolean
is_date_or_figure (JkbField field, const char *value)
{
  JkbDate date;
  gint64 figure;

  return field == JKB_FIELD_DATES ? jkb_date_parse (value, &date, NULL)
                                  : field == JKB_FIELD_COUNTS && jkb_count_parse (value, &figure);
}

gboolean
jkb_fact_value_is_valid (JkbField field, const char *value)
{
  g_autoptr(JkbIncident) scratch = jkb_incident_new ();

  return g_utf8_validate (value, -1, NULL)
         && (is_date_or_figure (field, value)
             || set_value (scratch, field, value, JKB_QUALIFIER_EXACT));
}

static void
add_fact (GPtrArray *facts, JkbField field, const char *value, const char *rule)
{
  g_ptr_array_add (facts, jkb_fact_new (field, value, JKB_SPAN_NONE, rule, 1));
}

int
jkb_field_role (JkbField field)
{
  switch ((int) field)
    {
    case JKB_FIELD_AFFECTED_PEOPLE:
    case JKB_FIELD_AFFECTED_RECORDS:
      return JKB_COUNT_TOTAL;
    case JKB_FIELD_OCCURRED_FROM:
      return JKB_DATE_BEGAN;
    case JKB_FIELD_OCCURRED_TO:
      return JKB_DATE_ENDED;
    case JKB_FIELD_DISCOVERED:
      return JKB_DATE_DISCOVERED;
    case JKB_FIELD_ANNOUNCED:
      return JKB_DATE_ANNOUNCED;
    case JKB_FIELD_REPORTED_PPC:
      return JKB_DATE_REPORTED_PPC;
    case JKB_FIELD_REPORTED_POLICE:
      return JKB_DATE_REPORTED_POLICE;
    default:
      return 0;
    }
}

static void
add_date (GPtrArray *facts, JkbField field, JkbDate date, const char *rule)
{
  if (jkb_date_is_set (date))
    g_ptr_array_add (facts, jkb_fact_new_date (field, date, jkb_field_role (field), JKB_SPAN_NONE, rule, 1));
}

static void
add_report (GPtrArray *facts, JkbField field, const JkbReport *report, const char *rule)
{
  JkbFact *fact;

  add_date (facts, field, report->date, rule);
  if (!report->made || jkb_date_is_set (report->date))
    return;
  fact = jkb_fact_new (field, "yes", JKB_SPAN_NONE, rule, 1);
  fact->role = jkb_field_role (field);
  g_ptr_array_add (facts, fact);
}

static void
add_count (GPtrArray *facts, JkbField field, gint64 value, JkbCountQualifier qualifier, const char *rule)
{
  JkbCount count = { value, NULL, qualifier, JKB_COUNT_TOTAL, JKB_SPAN_NONE };

  if (value != JKB_COUNT_UNKNOWN)
    g_ptr_array_add (facts, jkb_fact_new_count (field, &count, rule, 1));
}

static void
add_bits (GPtrArray *facts, JkbField field, JkbVocabulary vocabulary, guint32 bits, const char *rule)
{
  for (int i = 0; i < jkb_word_count (vocabulary); i++)
    if (bits & 1u << i)
      add_fact (facts, field, jkb_word_nick (vocabulary, i), rule);
}

GPtrArray *
jkb_incident_to_facts (const JkbIncident *incident, const char *rule)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_fact_free);

  if (incident->organisation != NULL)
    add_fact (facts, JKB_FIELD_ORGANISATION, incident->organisation, rule);
  if (incident->contractor != NULL)
    add_fact (facts, JKB_FIELD_CONTRACTOR, incident->contractor, rule);
  if (incident->type != JKB_TYPE_UNKNOWN)
    add_fact (facts, JKB_FIELD_INCIDENT_TYPE, jkb_word_nick (JKB_WORDS_TYPE, incident->type), rule);
  add_bits (facts, JKB_FIELD_INCIDENT_TYPE, JKB_WORDS_TYPE,
            incident->types & ~(1u << incident->type), rule);
  add_bits (facts, JKB_FIELD_CIRCUMSTANCES, JKB_WORDS_CIRCUMSTANCE, incident->circumstances, rule);
  add_count (facts, JKB_FIELD_AFFECTED_PEOPLE, incident->people, incident->people_qualifier, rule);
  add_count (facts, JKB_FIELD_AFFECTED_RECORDS, incident->records, incident->records_qualifier, rule);
  if (incident->status != JKB_STATUS_UNKNOWN)
    add_fact (facts, JKB_FIELD_AFFECTED_STATUS, jkb_word_nick (JKB_WORDS_STATUS, incident->status), rule);
  add_date (facts, JKB_FIELD_OCCURRED_FROM, incident->occurred_from, rule);
  add_date (facts, JKB_FIELD_OCCURRED_TO, incident->occurred_to, rule);
  add_date (facts, JKB_FIELD_DISCOVERED, incident->discovered, rule);
  add_date (facts, JKB_FIELD_ANNOUNCED, incident->announced, rule);
  add_report (facts, JKB_FIELD_REPORTED_PPC, &incident->ppc, rule);
  add_report (facts, JKB_FIELD_REPORTED_POLICE, &incident->police, rule);
  add_bits (facts, JKB_FIELD_DATA_ITEMS, JKB_WORDS_DATA_ITEM, incident->data_items, rule);
  if (incident->encrypted != JKB_NOT_SAID)
    add_fact (facts, JKB_FIELD_ENCRYPTED, incident->encrypted == JKB_YES ? "yes" : "no", rule);
  if (incident->country[0] != '\0')
    add_fact (facts, JKB_FIELD_COUNTRY, incident->country, rule);
  return facts;
}
