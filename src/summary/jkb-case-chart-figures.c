/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of figures: how delays spread, and the largest cases. */
#include "summary/jkb-case-chart-private.h"

#include <glib/gi18n-lib.h>

#include "labels/jkb-label-style.h"
#include "labels/jkb-labels.h"
#include "query/jkb-figures.h"

static JkbChartSpan
to_span (const JkbSpread *spread)
{
  return (JkbChartSpan){ spread->n,      spread->smallest, spread->lower,
                         spread->median, spread->upper,    spread->largest };
}

/* All types together, then those with the most cases first. */
static guint
order_types (const JkbDelays *delays, int *types)
{
  guint n = 0;

  for (int type = 0; type < JKB_N_TYPES; type++)
    {
      guint at = n++;

      for (; at > 0 && delays->by_type[types[at - 1]].n < delays->by_type[type].n; at--)
        types[at] = types[at - 1];
      types[at] = type;
    }
  return n;
}

static void
explain_spans (JkbCaseFrame *frame)
{
  g_autofree char *basis = g_steal_pointer (&frame->basis);

  /* Translators: %s is “359 cases, 114 left out”; then how to read the picture */
  frame->basis = g_strdup_printf (_("%s. Bar: middle half; thick line: median; thin line: all"), basis);
  frame->info.basis = frame->basis;
}

JkbChart *
jkb_case_chart_delays (const JkbSelection *selection)
{
  JkbDelays delays;
  JkbChartTerm terms[JKB_N_TYPES + 1];
  JkbChartSpan spans[JKB_N_TYPES + 1];
  int types[JKB_N_TYPES];
  guint n;
  JkbChart *chart;
  JkbCaseFrame frame;

  jkb_figures_spread_delays (selection, &delays);
  n = order_types (&delays, types);
  terms[0] = (JkbChartTerm){ JKB_CASE_CHART_ALL_TYPES, _("All types"), FALSE };
  spans[0] = to_span (&delays.all);
  for (guint i = 0; i < n; i++)
    {
      terms[i + 1] = (JkbChartTerm){ types[i], jkb_label (JKB_WORDS_TYPE, types[i]), FALSE };
      spans[i + 1] = to_span (&delays.by_type[types[i]]);
    }
  frame = jkb_case_frame_make (JKB_CASE_CHART_DELAY, selection, delays.n_cases, 0);
  jkb_case_frame_leave_out (&frame, delays.n_unknown);
  if (delays.all.n > 0)
    explain_spans (&frame);
  chart = jkb_chart_new_spans (&frame.info, terms, n + 1, spans, delays.all.n);
  jkb_case_frame_clear (&frame);
  return chart;
}

JkbChart *
jkb_case_chart_affected (const JkbSelection *selection)
{
  gint64 limits[JKB_HISTOGRAM_N_BINS];
  guint counts[JKB_HISTOGRAM_N_BINS];
  JkbPeopleSpread people;
  JkbHistogram histogram;
  JkbChart *chart;
  JkbCaseFrame frame;

  for (int bin = 0; bin < JKB_HISTOGRAM_N_BINS; bin++)
    limits[bin] = jkb_histogram_bin_from (bin);
  jkb_figures_spread_people (selection, limits, JKB_HISTOGRAM_N_BINS, counts, &people);
  histogram = (JkbHistogram){
    .n_none = people.n_none,
    .n_unknown = people.n_unknown,
    .n_known = people.n_known,
    .median = people.median,
    .largest = people.largest,
  };
  for (int bin = 0; bin < JKB_HISTOGRAM_N_BINS; bin++)
    histogram.bins[bin] = counts[bin];
  frame = jkb_case_frame_make (JKB_CASE_CHART_AFFECTED, selection, people.n_cases, people.n_unknown);
  chart = jkb_chart_new_histogram (&frame.info, &histogram);
  jkb_case_frame_clear (&frame);
  return chart;
}

/* ---- the largest ---- */

static void
say_tied (JkbCaseFrame *frame, guint n_tied)
{
  g_autofree char *basis = NULL;

  if (n_tied == 0)
    return;
  basis = g_steal_pointer (&frame->basis);
  /* Translators: %s is “359 cases, 114 left out”; the number is of cases with as many people */
  frame->basis = g_strdup_printf (ngettext ("%s; %u more has as many as the last one shown",
                                            "%s; %u more have as many as the last one shown",
                                            n_tied),
                                  basis, n_tied);
  frame->info.basis = frame->basis;
}

static char *
name_case (const JkbCase *incident)
{
  g_autofree char *date = jkb_label_date (incident->date);
  const char *name = jkb_label_name (incident->organisation, incident->organisation_en);

  if (name == NULL)
    name = incident->title != NULL ? incident->title : _("Not known");
  /* Translators: organisation and date */
  return *date != '\0' ? g_strdup_printf (_("%s (%s)"), name, date) : g_strdup (name);
}

JkbChart *
jkb_case_chart_top (const JkbSelection *selection)
{
  static const JkbChartLayer layer = { 0, "", JKB_FILL_PLAIN };
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  JkbChartTerm terms[JKB_CASE_CHART_N_TOP];
  gint64 people[JKB_CASE_CHART_N_TOP];
  JkbTop top;
  JkbChart *chart;
  JkbCaseFrame frame;

  jkb_figures_find_top (selection, JKB_CASE_CHART_N_TOP, &top);
  for (guint i = 0; i < top.n; i++)
    {
      g_ptr_array_add (labels, name_case (&top.cases[i]));
      terms[i] = (JkbChartTerm){ (int) i, g_ptr_array_index (labels, i), FALSE };
      people[i] = top.cases[i].people;
    }
  frame = jkb_case_frame_make (JKB_CASE_CHART_TOP, selection, top.n_cases, 0);
  jkb_case_frame_leave_out (&frame, top.n_unknown);
  if (top.n == 0 && top.n_unknown < top.n_cases)
    frame.info.empty = _("Nobody was affected, as far as it is known");
  say_tied (&frame, top.n_tied);
  frame.info.values = _("People affected");
  chart = jkb_chart_new_bars (&frame.info, terms, top.n, &layer, 1, people);
  jkb_case_frame_clear (&frame);
  g_free (top.cases);
  return chart;
}

gint64
jkb_case_chart_find_case (const JkbSelection *selection, const JkbChartMark *mark)
{
  JkbTop top;
  gint64 id = 0;

  jkb_figures_find_top (selection, JKB_CASE_CHART_N_TOP, &top);
  if (mark->category >= 0 && (guint) mark->category < top.n)
    id = top.cases[mark->category].id;
  g_free (top.cases);
  return id;
}
