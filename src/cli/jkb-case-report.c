/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-case-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/jkb-fact-report.h"
#include "cli/jkb-output.h"
#include "core/jkb-incident-facts.h"
#include "labels/jkb-label-change.h"
#include "labels/jkb-labels.h"
#include "summary/jkb-history-words.h"

static void
append_text (GString *report, const char *label, const char *text)
{
  if (text != NULL && *text != '\0')
    {
      g_autofree char *clean = jkb_output_clean (text, TRUE);

      jkb_fact_report_label (report, label);
      g_string_append_printf (report, "%s\n", clean);
    }
}

static const char *
find_text (const JkbCaseFile *file, gint64 notice_id)
{
  for (guint i = 0; i < file->notices->len; i++)
    {
      const JkbCaseNotice *notice = g_ptr_array_index (file->notices, i);

      if (notice->id == notice_id)
        return notice->item->text;
    }
  return NULL;
}

static void
append_head (GString *report, const JkbCaseFile *file)
{
  const JkbIncident *incident = file->incident;
  const char *title = incident->title != NULL ? incident->title : incident->organisation;
  g_autofree char *heading
      = jkb_output_clean (title != NULL ? title : _("(no heading)"), TRUE);
  g_autofree char *key = jkb_output_clean (incident->key != NULL ? incident->key : "", TRUE);

  g_string_append_printf (report, "%" G_GINT64_FORMAT "%s%s  %s\n", incident->id,
                          *key != '\0' ? "  " : "", key, heading);
  if (file->binned)
    append_text (report, _("Bin"), _("This case lies in the bin."));
  append_text (report, _("English name"), incident->organisation_en);
  append_text (report, C_("facet", "Sector"),
               jkb_label (JKB_WORDS_SECTOR, (int) incident->sector));
  append_text (report, _("Cause"), incident->cause);
  append_text (report, C_("facet", "Review"), jkb_label_review (incident->review));
  append_text (report, _("Link"), incident->source_uri);
  append_text (report, _("Notes"), file->notes);
}

static void
append_fact (GString *report, const JkbCaseFile *file, const JkbCaseFact *fact, const char *label)
{
  const char *text = find_text (file, fact->notice_id);

  jkb_fact_report (report, label, fact->fact, text);
  if (fact->fact->state == JKB_FACT_CORRECTED && fact->read_value != NULL)
    /* Translators: the value that was read before a person corrected it */
    append_text (report, _("  read as"), fact->read_value);
}

static void
append_field (GString *report, const JkbCaseFile *file, JkbField field, GString *missing)
{
  const char *label = jkb_label (JKB_WORDS_FIELD, (int) field);
  const char *next_label = label;

  for (guint i = 0; i < file->facts->len; i++)
    {
      const JkbCaseFact *fact = g_ptr_array_index (file->facts, i);

      if (fact->fact->field == field)
        {
          append_fact (report, file, fact, next_label);
          next_label = "";
        }
    }
  if (next_label == label)
    jkb_fact_report_missing (missing, label);
}

static void
append_changes (GString *report, const JkbCaseFile *file, guint place)
{
  g_autoptr(GPtrArray) changes = jkb_case_file_changes (file, place);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *words = jkb_label_change (g_ptr_array_index (changes, i));

      /* Translators: before what a later report tells otherwise than the one before */
      append_text (report, i == 0 ? _("Changed") : "", words);
    }
}

static void
append_history (GString *report, const JkbCaseFile *file)
{
  g_autofree char *words = jkb_history_words (file, NULL);
  g_auto(GStrv) lines = words != NULL ? g_strsplit (words, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    append_text (report, i == 0 ? _("History") : "", lines[i]);
}

static void
append_notice (GString *report, const JkbCaseNotice *notice)
{
  g_autofree char *name = jkb_output_clean (notice->source_name, TRUE);
  g_autofree char *text = jkb_output_clean (notice->item->text, FALSE);

  g_string_append_printf (report, "\n%s: %s\n\n%s\n", _("Notice"), name, text);
}

char *
jkb_case_report (const JkbCaseFile *file)
{
  GString *report = g_string_new (NULL);
  g_autoptr(GString) missing = g_string_new (NULL);
  const JkbField *fields;
  gsize n_fields;

  append_head (report, file);
  fields = jkb_fact_report_fields (&n_fields);
  for (gsize i = 0; i < n_fields; i++)
    append_field (report, file, fields[i], missing);
  append_text (report, _("Not stated"), missing->str);
  for (guint i = 1; i < file->notices->len; i++)
    append_changes (report, file, i);
  append_history (report, file);
  for (guint i = 0; i < file->notices->len; i++)
    append_notice (report, g_ptr_array_index (file->notices, i));
  g_string_append_c (report, '\n');
  return g_string_free (report, FALSE);
}
