/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two side by side: the casebook and published figures, or two filters. */
#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "summary/jkb-case-chart-private.h"
#include "summary/jkb-filter-words.h"

typedef struct
{
  JkbChartLayer sides[2];
  gint64 totals[2];
  GArray *terms;                        /* of JkbChartTerm */
  GPtrArray *labels;
  GArray *counts;                       /* of gint64, two a term */
} Pairs;

static Pairs
begin_pairs (const char *first, gint64 first_total, const char *second, gint64 second_total)
{
  return (Pairs){
    .sides = { { 0, first, JKB_FILL_PLAIN }, { 1, second, JKB_FILL_FREE } },
    .totals = { first_total, second_total },
    .terms = g_array_new (FALSE, FALSE, sizeof (JkbChartTerm)),
    .labels = g_ptr_array_new_with_free_func (g_free),
    .counts = g_array_new (FALSE, FALSE, sizeof (gint64)),
  };
}

static void
add_pair (Pairs *pairs, int category, const char *name, gboolean is_apart, gint64 first, gint64 second)
{
  const gint64 counts[] = { first, second };
  JkbChartTerm term = { category, g_strdup (name), is_apart };

  g_ptr_array_add (pairs->labels, (gpointer) term.label);
  g_array_append_val (pairs->terms, term);
  g_array_append_vals (pairs->counts, counts, G_N_ELEMENTS (counts));
}

static gboolean
is_all_given (const Pairs *pairs)
{
  for (guint i = 0; i < pairs->counts->len; i++)
    if (g_array_index (pairs->counts, gint64, i) == JKB_CHART_NOT_GIVEN)
      return FALSE;
  return TRUE;
}

/* Makes the chart and frees what @pairs holds. @other_source: where the second side is from, when it is not
 * the casebook */
static JkbChart *
finish_pairs (Pairs *pairs, JkbCaseChart kind, const JkbSelection *selection, const char *explained,
              const char *other_source)
{
  JkbCaseFrame frame = jkb_case_frame_make (kind, selection, (guint) pairs->totals[0], 0);
  g_autofree char *first = jkb_label_number (pairs->totals[0]);
  g_autofree char *second = jkb_label_number (pairs->totals[1]);
  /* Translators: under the title of a chart: how many cases either side has */
  g_autofree char *shares = g_strdup_printf (_("Shares of %s and of %s cases"), first, second);
  /* Translators: %s are how many cases either side has, and an explanation of one or more sentences */
  g_autofree char *basis = explained == NULL ? g_strdup (shares) : g_strdup_printf (_("%s. %s"), shares, explained);
  g_autofree char *whole_basis = NULL;
  g_autofree char *sources = NULL;
  JkbChart *chart;

  /* Translators: %s is an explanation; then what a dash in the place of a bar means */
  whole_basis = is_all_given (pairs) ? g_strdup (basis) : g_strdup_printf (_("%s A dash: no figure."), basis);
  frame.info.basis = whole_basis;
  if (other_source != NULL)
    frame.info.source = sources = g_strdup_printf ("%s; %s", frame.source, other_source);
  else
    frame.info.filter = NULL;           /* each side has its own, named in the legend */
  chart = jkb_chart_new_pairs (&frame.info, (const JkbChartTerm *) pairs->terms->data, pairs->terms->len,
                               pairs->sides, pairs->totals, (const gint64 *) pairs->counts->data);
  jkb_case_frame_clear (&frame);
  g_array_unref (pairs->terms);
  g_ptr_array_unref (pairs->labels);
  g_array_unref (pairs->counts);
  return chart;
}

/* ---- beside published figures ---- */

/* Cases that cannot be put to one of the causes stand apart: no share of the casebook is dropped. */
static void
add_rest (Pairs *pairs, const JkbTally *tally, const JkbScheme *scheme)
{
  guint32 maybe = jkb_scheme_types (scheme, FALSE), known = maybe | jkb_scheme_types (scheme, TRUE);
  guint32 others = ((1u << JKB_N_TYPES) - 1) & ~known & ~(1u << JKB_TYPE_UNKNOWN);
  const struct
  {
    guint32 types;
    const char *name;
  } rest[] = { { maybe, _("A choice is needed") },
               { others, _("Not counted there") },
               { 1u << JKB_TYPE_UNKNOWN, jkb_label (JKB_WORDS_TYPE, JKB_TYPE_UNKNOWN) } };

  for (gsize i = 0; i < G_N_ELEMENTS (rest); i++)
    if (jkb_count_types (tally, rest[i].types) > 0)
      add_pair (pairs, jkb_cause_category (rest[i].types), rest[i].name, TRUE,
                jkb_count_types (tally, rest[i].types), JKB_CHART_NOT_GIVEN);
}

/* How many cases of the casebook are of a cause. Where all that may be need a choice, that is not 0. */
static gint64
count_own (const JkbTally *tally, const JkbSchemeCategory *category, guint32 maybe)
{
  guint32 sure = category->sure & ~maybe;

  return sure == 0 && jkb_count_types (tally, category->sure | category->maybe) > 0
             ? JKB_CHART_NOT_GIVEN
             : jkb_count_types (tally, sure);
}

JkbChart *
jkb_case_chart_new_beside (const JkbSelection *selection, const JkbScheme *scheme,
                           const JkbPublished *published, const char *period)
{
  g_autoptr(JkbTally) tally = jkb_selection_tally_without (selection, 1u << JKB_FACET_TYPE,
                                                           JKB_AXIS_TYPE, JKB_AXIS_NONE);
  guint32 maybe = jkb_scheme_types (scheme, FALSE);
  g_autofree char *year = jkb_published_name (scheme, period);
  /* Translators: a publisher and a year */
  g_autofree char *other = g_strdup_printf (_("%s %s"), jkb_scheme_label (scheme->name), year);
  g_autofree char *source = g_strdup_printf (_("%s: %s"), other, published->source);
  Pairs pairs = begin_pairs (_("This casebook"), tally->n_cases, other, published->total);

  for (guint i = 0; i < scheme->categories->len; i++)
    {
      const JkbSchemeCategory *category = &g_array_index (scheme->categories, JkbSchemeCategory, i);

      add_pair (&pairs, jkb_cause_category (category->sure & ~maybe), category->label, FALSE,
                count_own (tally, category, maybe), g_array_index (published->counts, gint64, i));
    }
  add_rest (&pairs, tally, scheme);
  return finish_pairs (&pairs, JKB_CASE_CHART_CAUSES, selection, jkb_scheme_warning (scheme->name), source);
}

/* ---- two filters ---- */

static char *
word_side (const JkbSelection *selection)
{
  char *words = jkb_filter_all_words (jkb_selection_get_filter (selection));

  return words != NULL ? words : g_strdup (_("All cases"));
}

/* What each chart compares, and the value for "not known". */
static const struct
{
  JkbAxis axis;
  int unknown;
} compared[JKB_N_CASE_CHARTS] = {
  [JKB_CASE_CHART_CAUSES] = { JKB_AXIS_TYPE, JKB_TYPE_UNKNOWN },
  [JKB_CASE_CHART_AFFECTED] = { JKB_AXIS_PEOPLE, JKB_PEOPLE_UNKNOWN },
  [JKB_CASE_CHART_TIME] = { JKB_AXIS_YEAR, 0 },
  [JKB_CASE_CHART_DELAY] = { JKB_AXIS_DELAY, JKB_DELAY_UNKNOWN },
  [JKB_CASE_CHART_DATA_ITEMS] = { JKB_AXIS_DATA_ITEM, JKB_N_DATA_ITEMS },
  [JKB_CASE_CHART_SECTORS] = { JKB_AXIS_SECTOR, JKB_SECTOR_UNKNOWN },
};

static int
to_category (JkbCaseChart kind, int value)
{
  switch (kind)
    {
    case JKB_CASE_CHART_CAUSES:
      return jkb_cause_category (1u << value);
    case JKB_CASE_CHART_TIME:
      return value == 0 ? JKB_CASE_CHART_NO_YEAR : value * 100;
    case JKB_CASE_CHART_DATA_ITEMS:
      return value;
    case JKB_CASE_CHART_DELAY:
      return JKB_CASE_CHART_ALL_TYPES - 1 - value;
    default:
      return (int) JKB_CASE_CHART_COMPARED | value;
    }
}

static gint64
count_value (const JkbTally *tally, int value)
{
  for (guint row = 0; row < tally->n_rows; row++)
    if (tally->row_values[row] == value)
      return jkb_tally_get (tally, row, 0);
  return 0;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The values of both, in order, what is not known last. */
static GArray *
list_values (const JkbTally *one, const JkbTally *other, int unknown)
{
  const JkbTally *const both[] = { one, other };
  GArray *values = g_array_new (FALSE, FALSE, sizeof (int));

  for (gsize side = 0; side < G_N_ELEMENTS (both); side++)
    for (guint row = 0; row < both[side]->n_rows; row++)
      if (both[side]->row_values[row] != unknown && jkb_tally_get (both[side], row, 0) > 0)
        g_array_append_val (values, both[side]->row_values[row]);
  g_array_sort (values, compare_values);
  for (guint i = values->len; i > 1; i--)
    if (g_array_index (values, int, i - 1) == g_array_index (values, int, i - 2))
      g_array_remove_index (values, i - 1);
  if (count_value (one, unknown) + count_value (other, unknown) > 0)
    g_array_append_val (values, unknown);
  return values;
}

gboolean
jkb_case_chart_can_compare (JkbCaseChart kind)
{
  return compared[kind].axis != JKB_AXIS_NONE;
}

static void
add_values (Pairs *pairs, JkbCaseChart kind, const JkbTally *one, const JkbTally *other)
{
  g_autoptr(GArray) values = list_values (one, other, compared[kind].unknown);

  for (guint i = 0; i < values->len; i++)
    {
      int value = g_array_index (values, int, i);
      g_autofree char *name = jkb_axis_label (one, compared[kind].axis, value);

      add_pair (pairs, to_category (kind, value), name, value == compared[kind].unknown,
                count_value (one, value), count_value (other, value));
    }
}

static void
add_causes (Pairs *pairs, const JkbScheme *scheme, const JkbTally *one, const JkbTally *other)
{
  JkbCauseRows rows = jkb_cause_rows_list (scheme);

  for (guint i = 0; i < rows.terms->len; i++)
    {
      const JkbChartTerm *term = &g_array_index (rows.terms, JkbChartTerm, i);
      guint32 types = g_array_index (rows.types, guint32, i);
      gint64 first = jkb_count_types (one, types), second = jkb_count_types (other, types);

      if (first + second > 0)
        add_pair (pairs, term->key, term->label, term->is_apart, first, second);
    }
  jkb_cause_rows_clear (&rows);
}

JkbChart *
jkb_case_chart_new_compare (JkbCaseChart kind, const JkbScheme *scheme, const JkbSelection *first,
                            const JkbSelection *second)
{
  JkbAxis axis = compared[kind].axis;
  g_autoptr(JkbTally) one = jkb_selection_tally_inside (first, axis, JKB_AXIS_NONE);
  g_autoptr(JkbTally) other = jkb_selection_tally_inside (second, axis, JKB_AXIS_NONE);
  g_autofree char *first_words = word_side (first);
  g_autofree char *second_words = word_side (second);
  g_autofree char *explained = NULL;
  Pairs pairs = begin_pairs (first_words, one->n_cases, second_words, other->n_cases);

  if (scheme == NULL)
    add_values (&pairs, kind, one, other);
  else
    {
      add_causes (&pairs, scheme, one, other);
      /* Translators: the publisher of the classification that the causes of a chart are from */
      explained = g_strdup_printf (_("Classification: %s"), jkb_scheme_label (scheme->name));
    }
  return finish_pairs (&pairs, kind, first, explained, NULL);
}
