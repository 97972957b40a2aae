/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Causes in the classification of somebody else. */
#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "summary/jkb-case-chart-private.h"
#include "summary/jkb-filter-words.h"

int
jkb_cause_category (guint32 types)
{
  return (int) (JKB_CASE_CHART_TYPES | types);
}

static void
add_row (JkbCauseRows *rows, guint32 types, char *label, gboolean is_apart)
{
  JkbChartTerm term = { jkb_cause_category (types), label, is_apart };

  g_ptr_array_add (rows->labels, label);
  g_array_append_val (rows->terms, term);
  g_array_append_val (rows->types, types);
}

guint32
jkb_scheme_types (const JkbScheme *scheme, gboolean sure)
{
  guint32 types = 0;

  for (guint i = 0; i < scheme->categories->len; i++)
    {
      const JkbSchemeCategory *category = &g_array_index (scheme->categories, JkbSchemeCategory, i);

      types |= sure ? category->sure : category->maybe;
    }
  return types;
}

/* `Lost media or device: Loss or Mismanagement?` */
static char *
word_choice (const JkbScheme *scheme, int type)
{
  g_autoptr(GString) choices = g_string_new (NULL);

  for (guint i = 0; i < scheme->categories->len; i++)
    {
      const JkbSchemeCategory *category = &g_array_index (scheme->categories, JkbSchemeCategory, i);

      if (((category->sure | category->maybe) >> type & 1) == 0)
        continue;
      if (choices->len > 0)
        /* Translators: between two names to choose from */
        g_string_append (choices, _(" or "));
      g_string_append (choices, category->label);
    }
  /* Translators: a type of incident, and the causes of another classification to choose from */
  return g_strdup_printf (_("%s: %s?"), jkb_label (JKB_WORDS_TYPE, type), choices->str);
}

JkbCauseRows
jkb_cause_rows_list (const JkbScheme *scheme)
{
  JkbCauseRows rows = {
    .terms = g_array_new (FALSE, FALSE, sizeof (JkbChartTerm)),
    .types = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .labels = g_ptr_array_new_with_free_func (g_free),
  };
  guint32 maybe = jkb_scheme_types (scheme, FALSE), known = maybe | jkb_scheme_types (scheme, TRUE);
  guint32 all = ((1u << JKB_N_TYPES) - 1) & ~(1u << JKB_TYPE_UNKNOWN);

  for (guint i = 0; i < scheme->categories->len; i++)
    {
      const JkbSchemeCategory *category = &g_array_index (scheme->categories, JkbSchemeCategory, i);

      if ((category->sure & ~maybe) != 0)
        add_row (&rows, category->sure & ~maybe, g_strdup (category->label), FALSE);
    }
  for (int type = 0; type < JKB_N_TYPES; type++)
    if (maybe >> type & 1)
      add_row (&rows, 1u << type, word_choice (scheme, type), TRUE);
  if ((all & ~known) != 0)
    add_row (&rows, all & ~known, g_strdup (_("Not counted there")), TRUE);
  add_row (&rows, 1u << JKB_TYPE_UNKNOWN, g_strdup (jkb_label (JKB_WORDS_TYPE, JKB_TYPE_UNKNOWN)),
           TRUE);
  return rows;
}

void
jkb_cause_rows_clear (JkbCauseRows *rows)
{
  g_array_unref (rows->terms);
  g_array_unref (rows->types);
  g_ptr_array_unref (rows->labels);
}

static gint64
count_types (const JkbTally *tally, guint32 types, guint column)
{
  gint64 n = 0;

  for (guint type = 0; type < tally->n_rows; type++)
    if (types >> type & 1)
      n += jkb_tally_get (tally, type, column);
  return n;
}

gint64
jkb_count_types (const JkbTally *tally, guint32 types)
{
  gint64 n = 0;

  for (guint column = 0; column < tally->n_columns; column++)
    n += count_types (tally, types, column);
  return n;
}

static gint64 *
list_counts (const JkbTally *tally, const JkbCauseRows *rows)
{
  guint n_layers = tally->n_columns;
  gint64 *counts = g_new0 (gint64, rows->terms->len * n_layers);

  for (guint row = 0; row < rows->terms->len; row++)
    for (guint layer = 0; layer < n_layers; layer++)
      counts[row * n_layers + layer]
          = count_types (tally, g_array_index (rows->types, guint32, row), n_layers - 1 - layer);
  return counts;
}

static void
say_choice (JkbCaseFrame *frame, const JkbScheme *scheme, guint n_choices)
{
  g_autofree char *basis = g_steal_pointer (&frame->basis);

  if (n_choices == 0)
    /* Translators: how many cases the chart rests on; the publisher of the classification */
    frame->basis = g_strdup_printf (_("%s. Classification: %s"), basis, jkb_scheme_label (scheme->name));
  else
    /* Translators: how many cases the chart rests on; the publisher of the classification; how many
     * cases fall into more than one of its causes */
    frame->basis = g_strdup_printf (
        ngettext ("%s. Classification: %s; %u needs a choice between its causes",
                  "%s. Classification: %s; %u need a choice between its causes", n_choices),
        basis, jkb_scheme_label (scheme->name), n_choices);
  frame->info.basis = frame->basis;
}

JkbChart *
jkb_case_chart_new_causes (const JkbSelection *selection, const JkbScheme *scheme)
{
  static const int fills[JKB_N_STATUSES] = {
    [JKB_STATUS_UNKNOWN] = JKB_FILL_UNKNOWN,
    [JKB_STATUS_NONE] = JKB_FILL_NONE,
    [JKB_STATUS_POSSIBLE] = JKB_FILL_POSSIBLE,
    [JKB_STATUS_CONFIRMED] = JKB_FILL_CONFIRMED,
  };
  g_autoptr(JkbTally) tally = jkb_selection_tally_without (selection, 1u << JKB_FACET_TYPE,
                                                           JKB_AXIS_TYPE, JKB_AXIS_STATUS);
  JkbCauseRows rows = jkb_cause_rows_list (scheme);
  JkbChartLayer layers[JKB_N_STATUSES];
  g_autofree gint64 *counts = NULL;
  JkbCaseFrame frame;
  JkbChart *chart;

  counts = list_counts (tally, &rows);
  for (int i = 0; i < JKB_N_STATUSES; i++)
    {
      int status = JKB_N_STATUSES - 1 - i;

      layers[i] = (JkbChartLayer){ status, jkb_label (JKB_WORDS_STATUS, status), fills[status] };
    }
  frame = jkb_case_frame_make (JKB_CASE_CHART_CAUSES, selection, tally->n_cases,
                               (guint) jkb_count_types (tally, 1u << JKB_TYPE_UNKNOWN));
  say_choice (&frame, scheme, (guint) jkb_count_types (tally, jkb_scheme_types (scheme, FALSE)));
  chart = jkb_chart_new_bars (&frame.info, (const JkbChartTerm *) rows.terms->data, rows.terms->len, layers,
                              JKB_N_STATUSES, counts);
  jkb_case_frame_clear (&frame);
  jkb_cause_rows_clear (&rows);
  return chart;
}
