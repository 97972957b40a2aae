/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-case-print.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-label-style.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-fact-group.h"
#include "ui/jkb-headline.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-lens.h"
#include "ui/jkb-time-line.h"
#include "ui/jkb-time-scale.h"

/* Words of the notice beyond which the rest is left out: a hand-out is to be read at a glance. */
#define N_EVIDENCE_CHARS_MAX 120

static const char *
choose_name (const JkbIncident *incident)
{
  const char *name = jkb_label_name (incident->organisation, incident->organisation_en);

  return name != NULL ? name : _("Organisation not known");
}

static void
add_head (JkbPrint *print, const JkbIncident *incident)
{
  g_autofree char *headline = jkb_headline (incident);

  jkb_print_add (print, JKB_PRINT_TITLE, choose_name (incident));
  jkb_print_add (print, JKB_PRINT_SMALL, jkb_label_second_name (incident->organisation, incident->organisation_en));
  jkb_print_add (print, JKB_PRINT_LEAD, incident->cause);
  jkb_print_add (print, JKB_PRINT_LEAD, headline);
}

/* ---- facts ---- */

static const JkbCaseNotice *
find_notice (const JkbCaseFile *file, gint64 id)
{
  for (guint i = 0; i < file->notices->len; i++)
    if (((const JkbCaseNotice *) file->notices->pdata[i])->id == id)
      return file->notices->pdata[i];
  return NULL;
}

/* The words that say so, on one line. */
static char *
quote (const JkbCaseFile *file, const JkbCaseFact *fact)
{
  const JkbCaseNotice *notice = find_notice (file, fact->notice_id);
  JkbSpan span = fact->fact->span;
  g_autofree char *words = NULL;
  g_autofree char *cut = NULL;

  if (notice == NULL || span.begin >= span.end || span.end > strlen (notice->item->text))
    return g_strdup ("");
  words = g_strndup (notice->item->text + span.begin, span.end - span.begin);
  g_strdelimit (words, "\r\n\t", ' ');
  if (g_utf8_strlen (words, -1) <= N_EVIDENCE_CHARS_MAX)
    /* Translators: words of a notice, quoted */
    return g_strdup_printf (_("“%s”"), words);
  cut = g_utf8_substring (words, 0, N_EVIDENCE_CHARS_MAX);
  /* Translators: words of a notice, quoted, the rest left out */
  return g_strdup_printf (_("“%s…”"), cut);
}

/* Several values of a field stand below each other, with the name of the field once. */
static guint
add_values (JkbPrint *print, const JkbCaseFile *file, JkbField field)
{
  g_autoptr(GPtrArray) groups = jkb_fact_groups_new (file, field);
  guint n_added = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const JkbCaseFact *fact = jkb_fact_group_first (groups->pdata[i]);
      g_autofree char *words = jkb_fact_words (fact->fact);
      g_autofree char *basis = jkb_fact_basis (fact->fact);
      g_autofree char *quoted = quote (file, fact);
      const char *cells[] = { n_added == 0 ? jkb_label (JKB_WORDS_FIELD, (int) field) : NULL, words, basis, quoted };

      if (fact->fact->state == JKB_FACT_REJECTED)
        continue;
      jkb_print_add_row (print, cells);
      n_added++;
    }
  return n_added;
}

static void
add_facts (JkbPrint *print, const JkbCaseFile *file)
{
  const JkbPrintColumn columns[] = { { _("Fact"), 2.2, FALSE }, { C_("fact", "Value"), 3, FALSE },
                                     { _("Basis"), 2.8, FALSE }, { _("Words of the Notice"), 3.4, FALSE } };
  guint n_columns = file->notices->len > 0 ? 4 : 3;
  guint n_rows;
  const JkbFactRow *rows = jkb_fact_rows (&n_rows);

  jkb_print_add (print, JKB_PRINT_HEADING, _("Facts"));
  jkb_print_add_table (print, columns, n_columns);
  for (guint i = 0; i < n_rows; i++)
    {
      const char *gap[] = { jkb_label (JKB_WORDS_FIELD, (int) rows[i].field),
                            file->notices->len > 0 ? _("Not stated") : _("Not known"), NULL, NULL };

      if (add_values (print, file, rows[i].field) == 0 && rows[i].is_expected)
        jkb_print_add_row (print, gap);
    }
  if (file->notices->len == 0)
    jkb_print_add (print, JKB_PRINT_SMALL,
                   _("This case came with Jikenbo. Its facts were read from excerpts of the page: what is not known "
                     "here may well be said there."));
}

/* ---- course and roles ---- */

static void
draw_scale (cairo_t *cr, double width, double height, gpointer user_data)
{
  jkb_time_scale_draw (cr, user_data, width, &(GdkRGBA){ 0, 0, 0, 1 },
                       gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
}

static void
add_course (JkbPrint *print, const JkbCaseFile *file)
{
  static const JkbPrintColumn columns[]
      = { { NULL, 0.4, FALSE }, { NULL, 2, FALSE }, { NULL, 4, FALSE }, { NULL, 2, TRUE } };
  g_autoptr(GArray) events = jkb_time_line_events (file);
  GArray *spots;

  if (events->len == 0)
    return;
  jkb_print_add (print, JKB_PRINT_HEADING, _("Course of Events"));
  spots = jkb_time_scale_place (events);
  if (spots != NULL)
    jkb_print_add_drawing (print, JKB_TIME_SCALE_HEIGHT, draw_scale, spots, (GDestroyNotify) g_array_unref);
  jkb_print_add_table (print, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < events->len; i++)
    {
      const JkbTimeEvent *event = &g_array_index (events, JkbTimeEvent, i);
      g_autofree char *date = jkb_label_date (event->date);
      g_autofree char *days = jkb_time_line_word_days (event->days);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      const char *cells[] = { number, date, jkb_label (JKB_WORDS_DATE_ROLE, (int) event->role), days };

      jkb_print_add_row (print, cells);
    }
}

static void
add_chain (JkbPrint *print, const JkbCaseFile *file)
{
  g_autofree char *chain = jkb_headline_chain (file);

  if (chain == NULL)
    return;
  jkb_print_add (print, JKB_PRINT_HEADING, _("Reports"));
  jkb_print_add (print, JKB_PRINT_TEXT, chain);
}

static void
add_subject (JkbPrint *print, JkbFrameworks *frameworks, JkbSubject subject)
{
  const JkbPrintColumn columns[] = { { _("Framework"), 1.3, FALSE }, { _("Role"), 3, FALSE },
                                     { _("Part"), 1.7, FALSE }, { _("Reason"), 5.5, FALSE } };
  g_autoptr(GPtrArray) assignments = jkb_frameworks_assignments (frameworks, subject, NULL, JKB_PHASE_ANY);

  if (assignments->len == 0)
    return;
  jkb_print_add (print, JKB_PRINT_TEXT, jkb_reference_label_subject (subject));
  jkb_print_add_table (print, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < assignments->len; i++)
    {
      const JkbAssignment *assignment = g_ptr_array_index (assignments, i);
      g_autofree char *part = jkb_role_lens_word_part (assignment);
      const char *cells[] = { assignment->role->framework->short_name, jkb_reference_label (&assignment->role->name),
                              part, jkb_reference_label (&assignment->reason) };

      jkb_print_add_row (print, cells);
    }
}

static void
add_roles (JkbPrint *print, const JkbIncident *incident)
{
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (jkb_reference_get_default ());
  g_autoptr(GArray) subjects
      = jkb_role_lens_subjects (incident->type, incident->types, incident->circumstances);

  if (frameworks == NULL)
    return;
  jkb_print_add (print, JKB_PRINT_HEADING, C_("page", "Roles"));
  for (guint i = 0; i < subjects->len; i++)
    add_subject (print, frameworks, g_array_index (subjects, JkbSubject, i));
  if (subjects->len == 0)
    jkb_print_add (print, JKB_PRINT_TEXT, jkb_role_lens_words_for_none ());
}

static void
add_source (JkbPrint *print, const JkbCaseFile *file)
{
  g_autofree char *source = jkb_headline_source (file);

  jkb_print_add (print, JKB_PRINT_HEADING, _("Source"));
  jkb_print_add (print, JKB_PRINT_TEXT, file->incident->source_uri);
  jkb_print_add (print, JKB_PRINT_SMALL, source);
}

JkbPrint *
jkb_case_print_new (const JkbCaseFile *file)
{
  JkbPrint *print;

  g_return_val_if_fail (file != NULL, NULL);

  print = jkb_print_new (choose_name (file->incident));
  add_head (print, file->incident);
  add_facts (print, file);
  add_course (print, file);
  add_chain (print, file);
  if (file->notes != NULL && *file->notes != '\0')
    {
      jkb_print_add (print, JKB_PRINT_HEADING, _("Notes"));
      jkb_print_add (print, JKB_PRINT_TEXT, file->notes);
    }
  add_roles (print, file->incident);
  add_source (print, file);
  return print;
}
