/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-case-column.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-label-style.h"
#include "labels/jkb-labels.h"

static const JkbCaseColumn columns[] = {
  { JKB_COLUMN_DATE, 0 },
  { JKB_COLUMN_ORGANISATION, 160, TRUE, TRUE },
  { JKB_COLUMN_TITLE, 240, FALSE, TRUE },
  { JKB_COLUMN_TYPE, 186 },
  { JKB_COLUMN_PEOPLE, 0, FALSE, FALSE, TRUE },
  { JKB_COLUMN_RECORDS, 0, FALSE, FALSE, TRUE },
  { JKB_COLUMN_STATUS, 0 },
  { JKB_COLUMN_SECTOR, 132 },
  { JKB_COLUMN_OCCURRED, 0 },
  { JKB_COLUMN_DISCOVERED, 0 },
  { JKB_COLUMN_ANNOUNCED, 0 },
  { JKB_COLUMN_DELAY, 0, FALSE, FALSE, TRUE },
  { JKB_COLUMN_REVIEW, 0 },
  { JKB_COLUMN_SOURCE_KIND, 132 },
  { JKB_COLUMN_KEY, 104, FALSE, TRUE },
};

static const char *const titles[JKB_N_COLUMNS] = {
  [JKB_COLUMN_DATE] = N_("Date"),
  [JKB_COLUMN_KEY] = N_("Serial"),
  [JKB_COLUMN_ORGANISATION] = N_("Organisation"),
  [JKB_COLUMN_TITLE] = N_("Heading"),
  [JKB_COLUMN_TYPE] = N_("Type"),
  [JKB_COLUMN_SECTOR] = N_("Sector"),
  [JKB_COLUMN_STATUS] = N_("Data Leak"),
  [JKB_COLUMN_PEOPLE] = N_("People"),
  [JKB_COLUMN_RECORDS] = N_("Records"),
  [JKB_COLUMN_OCCURRED] = N_("Began"),
  [JKB_COLUMN_DISCOVERED] = N_("Discovered"),
  [JKB_COLUMN_ANNOUNCED] = N_("Announced"),
  [JKB_COLUMN_DELAY] = N_("Delay"),
  [JKB_COLUMN_REVIEW] = N_("Review"),
  [JKB_COLUMN_SOURCE_KIND] = N_("Source"),
  [JKB_COLUMN_ADDED] = N_("Order of Import"),
};

static char *
word_unknown (JkbCellLook *look)
{
  *look |= JKB_CELL_DIM;
  return g_strdup (C_("cell", "Not known"));
}

static char *
word_text (const char *text, JkbCellLook *look)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : word_unknown (look);
}

static char *
word_date (JkbDate date, JkbCellLook *look)
{
  return jkb_date_is_set (date) ? jkb_label_date (date) : word_unknown (look);
}

static char *
word_label (JkbVocabulary vocabulary, int value, JkbCellLook *look)
{
  return value != 0 ? g_strdup (jkb_label (vocabulary, value)) : word_unknown (look);
}

/* A figure with its claim, as short as a narrow column asks for. */
static char *
word_count (gint64 value, JkbCountQualifier qualifier, JkbCellLook *look)
{
  g_autofree char *figure = NULL;

  *look |= JKB_CELL_NUMBER;
  if (value == JKB_COUNT_UNKNOWN)
    return word_unknown (look);
  if (value == 0)
    return g_strdup (C_("cell, people or records", "None"));
  figure = jkb_label_number (value);
  switch (qualifier)
    {
    case JKB_QUALIFIER_ABOUT:
      /* Translators: a figure in a narrow column that is only about right */
      return g_strdup_printf (C_("cell", "~ %s"), figure);
    case JKB_QUALIFIER_AT_LEAST:
      /* Translators: a figure in a narrow column; this many or more */
      return g_strdup_printf (C_("cell", "≥ %s"), figure);
    case JKB_QUALIFIER_AT_MOST:
      /* Translators: a figure in a narrow column; this many or fewer */
      return g_strdup_printf (C_("cell", "≤ %s"), figure);
    case JKB_QUALIFIER_MORE_THAN:
      /* Translators: a figure in a narrow column; more than this */
      return g_strdup_printf (C_("cell", "> %s"), figure);
    case JKB_QUALIFIER_LESS_THAN:
      /* Translators: a figure in a narrow column; fewer than this */
      return g_strdup_printf (C_("cell", "< %s"), figure);
    case JKB_QUALIFIER_EXACT:
    case JKB_N_QUALIFIERS:
    default:
      return g_steal_pointer (&figure);
    }
}

static char *
word_delay (int days, JkbCellLook *look)
{
  *look |= JKB_CELL_NUMBER;
  if (days < 0)
    return word_unknown (look);
  /* Translators: how long it took from discovery to announcement, in a narrow column */
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
}

static char *
word_status (JkbAffectedStatus status, JkbCellLook *look)
{
  /* Shorter than the labels elsewhere: the column is headed "Data Leak". */
  switch (status)
    {
    case JKB_STATUS_NONE:
      return g_strdup (C_("cell, data leak", "None"));
    case JKB_STATUS_POSSIBLE:
      return g_strdup (C_("cell, data leak", "Possible"));
    case JKB_STATUS_CONFIRMED:
      return g_strdup (C_("cell, data leak", "Confirmed"));
    case JKB_STATUS_UNKNOWN:
    case JKB_N_STATUSES:
    default:
      return word_unknown (look);
    }
}

const JkbCaseColumn *
jkb_case_columns (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

const char *
jkb_case_column_title (JkbColumn column)
{
  g_return_val_if_fail (column < JKB_N_COLUMNS, "");

  return _(titles[column]);
}

char *
jkb_case_column_text (JkbColumn column, const JkbCase *incident, JkbCellLook *look)
{
  *look = JKB_CELL_PLAIN;
  switch (column)
    {
    case JKB_COLUMN_DATE:
      return word_date (incident->date, look);
    case JKB_COLUMN_KEY:
      return word_text (incident->key, look);
    case JKB_COLUMN_ORGANISATION:
      return word_text (jkb_label_name (incident->organisation, incident->organisation_en), look);
    case JKB_COLUMN_TITLE:
      return word_text (incident->title, look);
    case JKB_COLUMN_TYPE:
      return word_label (JKB_WORDS_TYPE, (int) incident->type, look);
    case JKB_COLUMN_SECTOR:
      return word_label (JKB_WORDS_SECTOR, (int) incident->sector, look);
    case JKB_COLUMN_STATUS:
      return word_status (incident->status, look);
    case JKB_COLUMN_PEOPLE:
      return word_count (incident->people, incident->people_qualifier, look);
    case JKB_COLUMN_RECORDS:
      return word_count (incident->records, incident->records_qualifier, look);
    case JKB_COLUMN_OCCURRED:
      return word_date (incident->occurred_from, look);
    case JKB_COLUMN_DISCOVERED:
      return word_date (incident->discovered, look);
    case JKB_COLUMN_ANNOUNCED:
      return word_date (incident->announced, look);
    case JKB_COLUMN_DELAY:
      return word_delay (incident->delay_days, look);
    case JKB_COLUMN_REVIEW:
      return g_strdup (jkb_label_review (incident->review));
    case JKB_COLUMN_SOURCE_KIND:
      if (*incident->source_kind == '\0')
        return word_unknown (look);
      return g_strdup (jkb_label_source_kind (incident->source_kind));
    case JKB_COLUMN_ADDED:
    case JKB_N_COLUMNS:
    default:
      return g_strdup ("");
    }
}

char *
jkb_case_column_details (JkbColumn column, const JkbCase *incident)
{
  JkbCellLook look;

  switch (column)
    {
    case JKB_COLUMN_PEOPLE:
      return jkb_label_count (incident->people, incident->people_qualifier, FALSE);
    case JKB_COLUMN_RECORDS:
      return jkb_label_count (incident->records, incident->records_qualifier, TRUE);
    case JKB_COLUMN_STATUS:
      return g_strdup (jkb_label (JKB_WORDS_STATUS, (int) incident->status));
    case JKB_COLUMN_ORGANISATION:
      if (incident->organisation != NULL && incident->organisation_en != NULL)
        return g_strdup_printf ("%s\n%s",
                                jkb_label_name (incident->organisation, incident->organisation_en),
                                jkb_label_second_name (incident->organisation, incident->organisation_en));
      return jkb_case_column_text (column, incident, &look);
    default:
      return jkb_case_column_text (column, incident, &look);
    }
}
