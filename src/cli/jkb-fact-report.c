/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-fact-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/jkb-doubt.h"
#include "cli/jkb-output.h"
#include "core/jkb-count.h"
#include "labels/jkb-labels.h"

#define CONTEXT_CHARS 24
#define LABEL_WIDTH 18

static const JkbField shown_fields[] = {
  JKB_FIELD_ORGANISATION,    JKB_FIELD_CONTRACTOR,      JKB_FIELD_INCIDENT_TYPE,
  JKB_FIELD_CIRCUMSTANCES,   JKB_FIELD_AFFECTED_STATUS, JKB_FIELD_AFFECTED_PEOPLE,
  JKB_FIELD_AFFECTED_RECORDS, JKB_FIELD_DATA_ITEMS,     JKB_FIELD_OCCURRED_FROM,
  JKB_FIELD_OCCURRED_TO,     JKB_FIELD_DISCOVERED,      JKB_FIELD_ANNOUNCED,
  JKB_FIELD_REPORTED_PPC,    JKB_FIELD_REPORTED_POLICE, JKB_FIELD_ENCRYPTED,
  JKB_FIELD_COUNTRY,         JKB_FIELD_COUNTS,          JKB_FIELD_DATES,
};

static const char *
find_context_begin (const char *text, const char *span_begin)
{
  const char *p = span_begin;

  for (int i = 0; i < CONTEXT_CHARS && p > text; i++)
    {
      const char *before = g_utf8_prev_char (p);

      if (*before == '\n')
        break;
      p = before;
    }
  return p;
}

static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
find_context_end (const char *p)
{
  for (int i = 0; i < CONTEXT_CHARS && *p != '\0' && *p != '\n'; i++)
    p = g_utf8_next_char (p);
  return p;
}

char *
jkb_fact_report_quote (const char *text, JkbSpan span)
{
  g_autofree char *quote = NULL;
  const char *begin, *end, *cut_before, *cut_after;

  if (span.begin >= span.end || span.end > strlen (text))
    return g_strdup ("");
  begin = find_context_begin (text, text + span.begin);
  end = find_context_end (text + span.end);
  cut_before = begin > text && begin[-1] != '\n' ? "…" : "";
  cut_after = *end != '\0' && *end != '\n' ? "…" : "";
  begin = skip_blanks (begin, text + span.begin);
  quote = g_strdup_printf ("%s%.*s《%.*s》%.*s%s", cut_before, (int) (text + span.begin - begin),
                           begin, (int) (span.end - span.begin), text + span.begin,
                           (int) (end - text - (gssize) span.end), text + span.end, cut_after);
  return jkb_output_clean (quote, TRUE);
}

static char *
word_count (const JkbFact *fact)
{
  gint64 number = JKB_COUNT_UNKNOWN;
  gboolean is_records = fact->field == JKB_FIELD_AFFECTED_RECORDS;

  jkb_count_parse (fact->value, &number);
  return jkb_label_count (number, fact->qualifier, is_records);
}

/* Any figure: the counter is that of the text. */
static char *
word_figure (const JkbFact *fact)
{
  g_autofree char *unit = jkb_output_clean (fact->unit != NULL ? fact->unit : "", TRUE);
  g_autofree char *claim
      = fact->qualifier == JKB_QUALIFIER_EXACT
            ? g_strdup ("")
            : g_strdup_printf (", %s", jkb_label (JKB_WORDS_QUALIFIER, (int) fact->qualifier));

  return g_strdup_printf ("%s %s (%s%s)", fact->value, unit,
                          jkb_label (JKB_WORDS_COUNT_ROLE, fact->role), claim);
}

static char *
word_date (const JkbFact *fact)
{
  g_autofree char *day = NULL;
  JkbDate date = JKB_DATE_NONE;

  if (!jkb_date_parse (fact->value, &date, NULL))
    return g_strdup (jkb_label_tri_state (JKB_YES));
  day = jkb_label_date (date);
  if (fact->field != JKB_FIELD_DATES)
    return g_steal_pointer (&day);
  return g_strdup_printf ("%s (%s)", day, jkb_label (JKB_WORDS_DATE_ROLE, fact->role));
}

char *
jkb_fact_report_value (const JkbFact *fact)
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
      return word_count (fact);
    case JKB_FIELD_COUNTS:
      return word_figure (fact);
    case JKB_FIELD_OCCURRED_FROM:
    case JKB_FIELD_OCCURRED_TO:
    case JKB_FIELD_DISCOVERED:
    case JKB_FIELD_ANNOUNCED:
    case JKB_FIELD_REPORTED_PPC:
    case JKB_FIELD_REPORTED_POLICE:
    case JKB_FIELD_DATES:
      return word_date (fact);
    case JKB_FIELD_ENCRYPTED:
      return g_strdup (jkb_label_tri_state (strcmp (fact->value, "yes") == 0 ? JKB_YES : JKB_NO));
    case JKB_FIELD_ORGANISATION:
    case JKB_FIELD_CONTRACTOR:
    case JKB_FIELD_COUNTRY:
    case JKB_N_FIELDS:
      break;
    }
  return jkb_output_clean (fact->value, TRUE);
}

const JkbField *
jkb_fact_report_fields (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (shown_fields);
  return shown_fields;
}

void
jkb_fact_report_label (GString *report, const char *label)
{
  guint width = jkb_output_width (label);

  g_string_append_printf (report, "  %s%*s", label,
                          (int) (width < LABEL_WIDTH ? LABEL_WIDTH - width : 1), "");
}

static void
append_quote (GString *report, const char *quote)
{
  if (*quote == '\0')
    return;
  jkb_fact_report_label (report, "");
  g_string_append_printf (report, "  %s\n", quote);
}

void
jkb_fact_report (GString *report, const char *label, const JkbFact *fact, const char *text)
{
  g_autofree char *value = jkb_fact_report_value (fact);
  g_autofree char *quote
      = text != NULL ? jkb_fact_report_quote (text, fact->span) : g_strdup ("");

  jkb_fact_report_label (report, label);
  g_string_append (report, value);
  if (fact->state != JKB_FACT_READ)
    g_string_append_printf (report, "  (%s)",
                            jkb_label (JKB_WORDS_FACT_STATE, (int) fact->state));
  else if (!jkb_fact_is_sure (fact))
    {
      g_string_append (report, "  ");
      /* Translators: after a value that was read with little confidence; %s is the reason */
      g_string_append_printf (report, _("(unsure: %s)"), jkb_doubt_reason (fact, text));
    }
  g_string_append_c (report, '\n');
  append_quote (report, quote);
}

void
jkb_fact_report_again (GString *report, const JkbFact *fact, const char *text)
{
  g_autofree char *quote = jkb_fact_report_quote (text, fact->span);

  append_quote (report, quote);
}

void
jkb_fact_report_missing (GString *list, const char *label)
{
  /* Translators: between the items of a list */
  g_string_append_printf (list, "%s%s", list->len > 0 ? _(", ") : "", label);
}
