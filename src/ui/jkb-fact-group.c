/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-fact-group.h"

#include <glib/gi18n-lib.h>

#include "core/jkb-incident.h"
#include "labels/jkb-labels.h"

/* Dates other than those of the fields are in the time line. */
static const JkbFactRow fact_rows[] = {
  { JKB_FIELD_ORGANISATION, TRUE },    { JKB_FIELD_CONTRACTOR, FALSE },
  { JKB_FIELD_INCIDENT_TYPE, TRUE },   { JKB_FIELD_CIRCUMSTANCES, FALSE },
  { JKB_FIELD_AFFECTED_PEOPLE, TRUE }, { JKB_FIELD_AFFECTED_RECORDS, TRUE },
  { JKB_FIELD_AFFECTED_STATUS, TRUE }, { JKB_FIELD_DATA_ITEMS, TRUE },
  { JKB_FIELD_OCCURRED_FROM, TRUE },   { JKB_FIELD_OCCURRED_TO, FALSE },
  { JKB_FIELD_DISCOVERED, TRUE },      { JKB_FIELD_ANNOUNCED, TRUE },
  { JKB_FIELD_REPORTED_PPC, TRUE },    { JKB_FIELD_REPORTED_POLICE, TRUE },
  { JKB_FIELD_ENCRYPTED, TRUE },       { JKB_FIELD_COUNTRY, FALSE },
  { JKB_FIELD_COUNTS, FALSE },
};

static gboolean
says_the_same (const JkbFact *a, const JkbFact *b)
{
  return a->field == b->field && a->role == b->role && a->qualifier == b->qualifier
         && (a->state == JKB_FACT_REJECTED) == (b->state == JKB_FACT_REJECTED)
         && g_strcmp0 (a->value, b->value) == 0 && g_strcmp0 (a->unit, b->unit) == 0;
}

static void
free_group (gpointer data)
{
  JkbFactGroup *group = data;

  g_ptr_array_unref (group->facts);
  g_free (group);
}

static JkbFactGroup *
find_group (GPtrArray *groups, const JkbFact *fact)
{
  for (guint i = 0; i < groups->len; i++)
    if (says_the_same (jkb_fact_group_first (groups->pdata[i])->fact, fact))
      return groups->pdata[i];
  return NULL;
}

const JkbFactRow *
jkb_fact_rows (guint *n_rows)
{
  *n_rows = G_N_ELEMENTS (fact_rows);
  return fact_rows;
}

GPtrArray *
jkb_fact_groups_new (const JkbCaseFile *file, JkbField field)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);

  for (guint i = 0; i < file->facts->len; i++)
    {
      JkbCaseFact *fact = file->facts->pdata[i];
      JkbFactGroup *group;

      if (fact->fact->field != field)
        continue;
      group = find_group (groups, fact->fact);
      if (group == NULL)
        {
          group = g_new0 (JkbFactGroup, 1);
          group->field = field;
          group->facts = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
        }
      g_ptr_array_add (group->facts, fact);
    }
  return groups;
}

const JkbCaseFact *
jkb_fact_group_first (const JkbFactGroup *group)
{
  return g_ptr_array_index (group->facts, 0);
}

static char *
word_date (const char *value)
{
  JkbDate date;

  if (jkb_date_parse (value, &date, NULL))
    return jkb_label_date (date);
  /* A report of which only is known that it was made. */
  return g_strdup (g_str_equal (value, "yes") ? jkb_label_tri_state (JKB_YES) : value);
}

static char *
word_yes_no (const char *value)
{
  return g_strdup (jkb_label_tri_state (g_str_equal (value, "yes") ? JKB_YES : JKB_NO));
}

static char *
word_country (const char *code)
{
  /* Cases are Japanese as a rule; other countries keep their code. */
  return g_strdup (g_str_equal (code, "JP") ? _("Japan") : code);
}

/* A figure and what it counts: in Japanese as it is printed, in English what the usual counters say. */
static char *
word_counted (gint64 value, const char *unit)
{
  static const char *const people[] = { "人", "名", "人分", "名分", "名様", "人様", NULL };
  static const char *const records[] = { "件", "件分", NULL };
  g_autofree char *figure = jkb_label_number (value);
  g_autofree char *printed = g_strchomp (g_strdup_printf ("%s %s", figure, unit));
  g_autofree char *said = NULL;

  if (g_strv_contains (people, unit) || g_strv_contains (records, unit))
    said = jkb_label_count (value, JKB_QUALIFIER_EXACT, g_strv_contains (records, unit));
  return g_strdup (said != NULL ? jkb_label_pick (said, printed) : printed);
}

/* Any figure: persons and records have their counter, others the one that is printed. */
static char *
word_figure (const JkbFact *fact)
{
  g_autofree char *words = NULL;
  gint64 value;

  if (!jkb_count_parse (fact->value, &value))
    return g_strdup (fact->value);
  if (fact->field == JKB_FIELD_AFFECTED_PEOPLE)
    return jkb_label_count (value, fact->qualifier, FALSE);
  if (fact->field == JKB_FIELD_AFFECTED_RECORDS)
    return jkb_label_count (value, fact->qualifier, TRUE);
  words = word_counted (value, fact->unit != NULL ? fact->unit : "");
  if (fact->qualifier != JKB_QUALIFIER_EXACT)
    /* Translators: a figure with its counter, and how exact it is */
    return g_strdup_printf (_("%s (%s; %s)"), words,
                            jkb_label (JKB_WORDS_QUALIFIER, (int) fact->qualifier),
                            jkb_label (JKB_WORDS_COUNT_ROLE, fact->role));
  /* Translators: a figure with its counter, and what it counts: "2,533 名 (part)" */
  return g_strdup_printf (_("%s (%s)"), words, jkb_label (JKB_WORDS_COUNT_ROLE, fact->role));
}

char *
jkb_fact_words (const JkbFact *fact)
{
  switch (fact->field)
    {
    case JKB_FIELD_INCIDENT_TYPE:
      return g_strdup (jkb_label_nick (JKB_WORDS_TYPE, fact->value));
    case JKB_FIELD_CIRCUMSTANCES:
      return g_strdup (jkb_label_nick (JKB_WORDS_CIRCUMSTANCE, fact->value));
    case JKB_FIELD_AFFECTED_STATUS:
      return g_strdup (jkb_label_nick (JKB_WORDS_STATUS, fact->value));
    case JKB_FIELD_DATA_ITEMS:
      return g_strdup (jkb_label_nick (JKB_WORDS_DATA_ITEM, fact->value));
    case JKB_FIELD_AFFECTED_PEOPLE:
    case JKB_FIELD_AFFECTED_RECORDS:
    case JKB_FIELD_COUNTS:
      return word_figure (fact);
    case JKB_FIELD_OCCURRED_FROM:
    case JKB_FIELD_OCCURRED_TO:
    case JKB_FIELD_DISCOVERED:
    case JKB_FIELD_ANNOUNCED:
    case JKB_FIELD_REPORTED_PPC:
    case JKB_FIELD_REPORTED_POLICE:
    case JKB_FIELD_DATES:
      return word_date (fact->value);
    case JKB_FIELD_ENCRYPTED:
      return word_yes_no (fact->value);
    case JKB_FIELD_COUNTRY:
      return word_country (fact->value);
    case JKB_FIELD_ORGANISATION:
    case JKB_FIELD_CONTRACTOR:
    case JKB_N_FIELDS:
    default:
      return g_strdup (fact->value);
    }
}

char *
jkb_fact_basis (const JkbFact *fact)
{
  const char *state = jkb_label (JKB_WORDS_FACT_STATE, (int) fact->state);

  if (g_str_equal (fact->rule, "bundled"))
    return fact->state == JKB_FACT_READ
               ? g_strdup (_("Bundled data"))
               /* Translators: %s is a state: "Accepted", "Rejected" */
               : g_strdup_printf (_("Bundled data · %s"), state);
  if (g_str_equal (fact->rule, "person"))
    return g_strdup (_("Entered by hand"));
  /* Translators: a state ("Read by rule"), and how sure the rule is in percent */
  return g_strdup_printf (_("%s · %d%% sure"), state, (int) (fact->confidence * 100 + 0.5));
}
