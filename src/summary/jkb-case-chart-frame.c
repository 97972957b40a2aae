/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the numbers of a chart, in the language of the session. */
#include "summary/jkb-case-chart-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "labels/jkb-labels.h"
#include "summary/jkb-filter-words.h"

/* How figures are shortened. Japanese counts in ten thousands, English in thousands: the translation
 * says which, as the words that follow 10³ … 10¹²; an empty word skips a step. */
static gsize
list_steps (JkbChartStep *steps)
{
  static const struct
  {
    gint64 from;
    const char *word;
  } known[] = {
    /* Translators: after a figure in thousands on an axis; “-” where the language has no such step */
    { 1000, NC_("thousands", "k") },
    /* Translators: after a figure in ten thousands (万); “-” where the language has no such step */
    { 10000, NC_("ten thousands", "-") },
    /* Translators: after a figure in millions; “-” where the language has no such step */
    { 1000000, NC_("millions", "M") },
    /* Translators: after a figure in hundred millions (億); “-” where there is no such step */
    { 100000000, NC_("hundred millions", "-") },
    /* Translators: after a figure in billions; “-” where the language has no such step */
    { 1000000000, NC_("billions", "G") },
  };
  static const char *const contexts[]
      = { "thousands", "ten thousands", "millions", "hundred millions", "billions" };
  gsize n_steps = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const char *word = g_dpgettext2 (GETTEXT_PACKAGE, contexts[i], known[i].word);

      if (strcmp (word, "-") != 0)
        steps[n_steps++] = (JkbChartStep){ known[i].from, word };
    }
  return n_steps;
}

static const JkbChartWords *
get_words (void)
{
  static JkbChartStep steps[5];
  static JkbChartWords words;
  static gsize is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      words = (JkbChartWords){
        .cases = _("Cases"),
        .people = _("People affected (logarithmic scale)"),
        .none = C_("people", "None"),
        .unknown = _("Not known"),
        .median = _("Median"),
        .largest = _("Largest"),
        .smallest = _("Smallest"),
        .lower = _("Lower quartile"),
        .upper = _("Upper quartile"),
        .days = _("Days (logarithmic scale)"),
        .share = _("Share of cases in per cent"),
        .total = _("Total"),
        .category = _("Category"),
        .no_cases = _("No case matches the filter"),
        /* Translators: between a name and its value in a chart */
        .colon = _(": "),
        .steps = steps,
        .n_steps = list_steps (steps),
      };
      g_once_init_leave (&is_ready, 1);
    }
  return &words;
}

static char *
say_source (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = jkb_label_date ((JkbDate){ (gint16) g_date_time_get_year (now),
                                                      (guint8) g_date_time_get_month (now),
                                                      (guint8) g_date_time_get_day_of_month (now) });

  /* Translators: at the foot of a picture; %s is the day it was made */
  return g_strdup_printf (_("Jikenbo, from public notices, made on %s"), today);
}

/* To count those of which it is not known would say the same number twice. */
static void
say_all_unknown (JkbCaseFrame *frame)
{
  g_autofree char *cases = g_steal_pointer (&frame->basis);

  /* Translators: “359 cases: not known for any of them”, with one case “1 case: not known” */
  frame->basis = g_strdup_printf (ngettext ("%s: not known", "%s: not known for any of them", frame->n_cases),
                                  cases);
}

JkbCaseFrame
jkb_case_frame_make (JkbCaseChart kind, const JkbSelection *selection, guint n_cases, guint n_unknown)
{
  JkbCaseFrame frame = { .n_cases = n_cases };
  guint n_chosen = jkb_selection_n (selection);

  /* Translators: under the title of a chart */
  frame.basis = g_strdup_printf (ngettext ("%u case", "%u cases", n_cases), n_cases);
  /* A chart goes on showing what it was narrowed from. */
  if (n_chosen < n_cases)
    {
      g_autofree char *cases = g_steal_pointer (&frame.basis);

      /* Translators: “54 cases (11 chosen)”; how many of the 54 are not known may follow */
      frame.basis = g_strdup_printf (ngettext ("%s (%u chosen)", "%s (%u chosen)", n_chosen),
                                     cases, n_chosen);
    }
  if (n_unknown > 0 && n_unknown == n_cases)
    say_all_unknown (&frame);
  else if (n_unknown > 0)
    {
      g_autofree char *cases = g_steal_pointer (&frame.basis);

      /* Translators: “359 cases, of which 114 not known” */
      frame.basis = g_strdup_printf (ngettext ("%s, of which %u not known",
                                               "%s, of which %u not known", n_unknown),
                                     cases, n_unknown);
    }
  frame.filter = jkb_filter_all_words (jkb_selection_get_filter (selection));
  frame.source = say_source ();
  frame.info = (JkbChartInfo){
    .name = jkb_case_chart_nick (kind),
    .title = jkb_case_chart_title (kind),
    .basis = frame.basis,
    .filter = frame.filter,
    .source = frame.source,
    .words = get_words (),
  };
  return frame;
}

/* Says how many cases the chart does not show for want of a value. */
void
jkb_case_frame_leave_out (JkbCaseFrame *frame, guint n_left_out)
{
  if (n_left_out == 0)
    return;
  if (n_left_out == frame->n_cases)
    {
      say_all_unknown (frame);
      frame->info.empty = ngettext ("Not known for this case", "Not known for any of these cases", n_left_out);
    }
  else
    {
      g_autofree char *cases = g_steal_pointer (&frame->basis);

      /* Translators: “359 cases, 114 left out: not known” */
      frame->basis = g_strdup_printf (ngettext ("%s, %u left out: not known",
                                                "%s, %u left out: not known", n_left_out),
                                      cases, n_left_out);
    }
  frame->info.basis = frame->basis;
}

void
jkb_case_frame_clear (JkbCaseFrame *frame)
{
  g_free (frame->basis);
  g_free (frame->filter);
  g_free (frame->source);
}
