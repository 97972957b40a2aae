/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-headline.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-label-style.h"
#include "labels/jkb-label-change.h"
#include "labels/jkb-labels.h"
#include "summary/jkb-history-words.h"

static void
add_sentence (char **text, char *sentence)
{
  char *joined;

  if (sentence == NULL)
    return;
  /* Translators: two sentences; Japanese has no blank between them */
  joined = *text != NULL ? g_strdup_printf (C_("two sentences", "%s %s"), *text, sentence)
                         : g_strdup (sentence);
  g_free (*text);
  g_free (sentence);
  *text = joined;
}

static char *
say_what (const JkbIncident *incident)
{
  const char *type = jkb_label (JKB_WORDS_TYPE, (int) incident->type);

  if (incident->contractor != NULL)
    /* Translators: the first is a type of incident, the second the name of a contractor */
    return g_strdup_printf (_("%s at the contractor %s."), type, incident->contractor);
  if (incident->circumstances & (1u << JKB_CIRCUMSTANCE_CONTRACTOR))
    /* Translators: %s is a type of incident */
    return g_strdup_printf (_("%s at a contractor."), type);
  if (incident->circumstances & (1u << JKB_CIRCUMSTANCE_OVERSEAS_SUBSIDIARY))
    /* Translators: %s is a type of incident */
    return g_strdup_printf (_("%s at an overseas subsidiary."), type);
  /* Translators: a sentence that only names the type of an incident */
  return g_strdup_printf (C_("headline", "%s."), type);
}

static char *
say_who (const JkbIncident *incident)
{
  g_autofree char *people = NULL;
  g_autofree char *records = NULL;

  people = jkb_label_count (incident->people, incident->people_qualifier, FALSE);
  records = jkb_label_count (incident->records, incident->records_qualifier, TRUE);
  if (incident->people == 0)
    return g_strdup (_("Nobody is affected."));
  if (incident->people != JKB_COUNT_UNKNOWN && incident->records != JKB_COUNT_UNKNOWN)
    /* Translators: figures with their counters: "about 300 people", "2,726 records" */
    return g_strdup_printf (_("Affected: %s, %s."), people, records);
  if (incident->people != JKB_COUNT_UNKNOWN)
    /* Translators: a figure with its counter: "about 300 people" */
    return g_strdup_printf (_("Affected: %s."), people);
  if (incident->records != JKB_COUNT_UNKNOWN)
    /* Translators: a figure with its counter: "about 300 records" */
    return g_strdup_printf (_("Affected: %s; how many people is not known."), records);
  return g_strdup (_("How many people are affected is not known."));
}

/* A label inside a sentence: “card number”, but “My Number”. */
static void
append_inside (GString *text, const char *label)
{
  const char *second = strchr (label, ' ');
  gboolean is_name = second != NULL && g_ascii_isupper (second[1]) && g_ascii_islower (second[2]);

  g_string_append_c (text, is_name ? *label : g_ascii_tolower (*label));
  g_string_append (text, label + 1);
}

static char *
say_data (const JkbIncident *incident)
{
  g_autofree char *items = jkb_headline_data_items (incident->data_items);

  switch (incident->status)
    {
    case JKB_STATUS_CONFIRMED:
      return items != NULL
                 /* Translators: %s is a list of kinds of data */
                 ? g_strdup_printf (_("Data leaked: %s."), items)
                 : g_strdup (_("Data leaked."));
    case JKB_STATUS_POSSIBLE:
      return items != NULL
                 /* Translators: %s is a list of kinds of data */
                 ? g_strdup_printf (_("Data may have leaked: %s."), items)
                 : g_strdup (_("Data may have leaked."));
    case JKB_STATUS_NONE:
      return g_strdup (_("No data leaked."));
    case JKB_STATUS_UNKNOWN:
    case JKB_N_STATUSES:
    default:
      return items != NULL
                 /* Translators: %s is a list of kinds of data */
                 ? g_strdup_printf (_("The data concerned: %s."), items)
                 : NULL;
    }
}

static char *
say_delay (const JkbIncident *incident)
{
  int discovered, announced;

  if (!jkb_date_weekday (incident->discovered) || !jkb_date_weekday (incident->announced)
      || !jkb_date_to_days (incident->discovered, &discovered)
      || !jkb_date_to_days (incident->announced, &announced) || announced < discovered)
    return NULL;
  if (announced == discovered)
    return g_strdup (_("It was announced on the day it was discovered."));
  return g_strdup_printf (ngettext ("It was announced %d day after it was discovered.",
                                    "It was announced %d days after it was discovered.",
                                    (gulong) (announced - discovered)),
                          announced - discovered);
}

char *
jkb_headline_data_items (guint32 data_items)
{
  GString *text = g_string_new (NULL);

  for (int item = 0; item < JKB_N_DATA_ITEMS; item++)
    if (data_items & (1u << item))
      {
        if (text->len > 0)
          /* Translators: what stands between the members of a list */
          g_string_append (text, C_("between list members", ", "));
        append_inside (text, jkb_label (JKB_WORDS_DATA_ITEM, item));
      }
  return g_string_free (text, text->len == 0);
}

char *
jkb_headline (const JkbIncident *incident)
{
  char *text = NULL;

  add_sentence (&text, say_what (incident));
  add_sentence (&text, say_who (incident));
  add_sentence (&text, say_data (incident));
  add_sentence (&text, say_delay (incident));
  return text;
}

static void
append_report (GString *text, const JkbCaseFile *file, guint place)
{
  const JkbItem *item = ((const JkbCaseNotice *) g_ptr_array_index (file->notices, place))->item;
  const char *value = jkb_item_value (item, JKB_FIELD_ANNOUNCED);
  JkbDate date = JKB_DATE_NONE;
  g_autofree char *day = NULL;

  if (value != NULL)
    jkb_date_parse (value, &date, NULL);
  day = jkb_label_date (date);
  g_string_append_printf (text, "%s%u. %s%s%s", place > 0 ? "\n" : "", place + 1, day, *day != '\0' ? " " : "",
                          item->title != NULL ? item->title : "");
}

char *
jkb_headline_chain (const JkbCaseFile *file)
{
  GString *text;

  if (file->notices->len < 2)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < file->notices->len; i++)
    {
      g_autoptr(GPtrArray) changes = i > 0 ? jkb_case_file_changes (file, i) : NULL;

      append_report (text, file, i);
      for (guint j = 0; changes != NULL && j < changes->len; j++)
        {
          g_autofree char *change = jkb_label_change (g_ptr_array_index (changes, j));

          g_string_append_printf (text, "\n    %s", change);
        }
    }
  return g_string_free (text, FALSE);
}

char *
jkb_headline_source (const JkbCaseFile *file)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < file->notices->len; i++)
    {
      const JkbCaseNotice *notice = file->notices->pdata[i];
      g_autofree char *time = jkb_history_word_time (notice->imported_us);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a file name, a date and time, an encoding, and a hash of 64 digits */
      g_string_append_printf (text, _("%s, imported %s, %s, SHA-256 %s"), notice->source_name,
                              time, notice->charset, notice->sha256);
    }
  if (text->len == 0)
    g_string_append (text, jkb_label_source_kind (file->incident->source_kind));
  return g_string_free (text, FALSE);
}

char *
jkb_headline_standing (const JkbIncident *incident, gboolean is_found)
{
  const char *review = jkb_label_review (incident->review);

  /* Translators: %s is how far the case beside the table is reviewed; a filter leaves it out of the table */
  return is_found ? g_strdup (review) : g_strdup_printf (_("%s · not among the cases found"), review);
}

char *
jkb_headline_line (const JkbIncident *incident)
{
  const char *name = jkb_label_name (incident->organisation, incident->organisation_en);
  g_autofree char *date = jkb_label_date (jkb_incident_date (incident));

  return g_strdup_printf ("%s · %s%s%s", name != NULL ? name : _("Organisation not known"),
                          jkb_label (JKB_WORDS_TYPE, (int) incident->type), *date != '\0' ? " · " : "", date);
}
