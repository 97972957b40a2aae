/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Causes in the classification of somebody else, beside published figures, and two filters side by
 * side. Shares are whole per cents; the count stands behind the name, so that nothing is hidden by
 * rounding.
 */
#include <glib/gi18n-lib.h>

#include "labels/jkb-labels.h"
#include "summary/jkb-case-chart-private.h"
#include "summary/jkb-filter-words.h"

/* ---- causes in another classification ---- */

typedef struct
{
  GArray *terms;                        /* of JkbChartTerm */
  GArray *types;                        /* of guint32: what each of them counts */
  GPtrArray *labels;
} Rows;

static int
make_category (guint32 types)
{
  return (int) (JKB_CASE_CHART_TYPES | types);
}

static void
add_row (Rows *rows, guint32 types, char *label, gboolean is_apart)
{
  JkbChartTerm term = { make_category (types), label, is_apart };

  g_ptr_array_add (rows->labels, label);
  g_array_append_val (rows->terms, term);
  g_array_append_val (rows->types, types);
}

static guint32
gather_types (const JkbScheme *scheme, gboolean sure)
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

static void
list_rows (Rows *rows, const JkbScheme *scheme)
{
  guint32 maybe = gather_types (scheme, FALSE), known = maybe | gather_types (scheme, TRUE);
  guint32 all = ((1u << JKB_N_TYPES) - 1) & ~(1u << JKB_TYPE_UNKNOWN);

  for (guint i = 0; i < scheme->categories->len; i++)
    {
      const JkbSchemeCategory *category = &g_array_index (scheme->categories, JkbSchemeCategory, i);

      if ((category->sure & ~maybe) != 0)
        add_row (rows, category->sure & ~maybe, g_strdup (category->label), FALSE);
    }
  for (int type = 0; type < JKB_N_TYPES; type++)
    if (maybe >> type & 1)
      add_row (rows, 1u << type, word_choice (scheme, type), TRUE);
  if ((all & ~known) != 0)
    add_row (rows, all & ~known, g_strdup (_("Not counted there")), TRUE);
  add_row (rows, 1u << JKB_TYPE_UNKNOWN, g_strdup (jkb_label (JKB_WORDS_TYPE, JKB_TYPE_UNKNOWN)),
           TRUE);
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

static gint64
count_all (const JkbTally *tally, guint32 types)
{
  gint64 n = 0;

  for (guint column = 0; column < tally->n_columns; column++)
    n += count_types (tally, types, column);
  return n;
}

static gint64 *
list_counts (const JkbTally *tally, const Rows *rows)
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
  g_autoptr(GArray) terms = g_array_new (FALSE, FALSE, sizeof (JkbChartTerm));
  g_autoptr(GArray) types = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  Rows rows = { terms, types, labels };
  JkbChartLayer layers[JKB_N_STATUSES];
  g_autofree gint64 *counts = NULL;
  JkbCaseFrame frame;
  JkbChart *chart;

  list_rows (&rows, scheme);
  counts = list_counts (tally, &rows);
  for (int i = 0; i < JKB_N_STATUSES; i++)
    {
      int status = JKB_N_STATUSES - 1 - i;

      layers[i] = (JkbChartLayer){ status, jkb_label (JKB_WORDS_STATUS, status), fills[status] };
    }
  frame = jkb_case_frame_make (JKB_CASE_CHART_CAUSES, selection, tally->n_cases,
                               (guint) count_all (tally, 1u << JKB_TYPE_UNKNOWN));
  say_choice (&frame, scheme, (guint) count_all (tally, gather_types (scheme, FALSE)));
  chart = jkb_chart_new_bars (&frame.info, (const JkbChartTerm *) terms->data, terms->len, layers,
                              JKB_N_STATUSES, counts);
  jkb_case_frame_clear (&frame);
  return chart;
}

/* ---- two side by side ---- */

typedef struct
{
  const char *words[2];                 /* what each of them is */
  gint64 totals[2];
  GArray *terms;                        /* of JkbChartTerm */
  GPtrArray *labels;
  GArray *counts;                       /* of gint64 */
  GPtrArray *rows;                      /* of GStrv: the table */
} Pairs;

static gint64
get_share (const Pairs *pairs, int side, gint64 count)
{
  gint64 total = MAX (pairs->totals[side], 1);

  return (count * 100 + total / 2) / total;
}

/* A figure that was not given is an empty cell. */
static void
add_figures (const Pairs *pairs, GPtrArray *row, int side, gint64 count)
{
  g_ptr_array_add (row, count < 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, count));
  g_ptr_array_add (row, count < 0 ? g_strdup ("")
                                  : g_strdup_printf ("%" G_GINT64_FORMAT, get_share (pairs, side, count)));
}

static void
add_table_row (Pairs *pairs, const char *name, const gint64 figures[2])
{
  GPtrArray *row = g_ptr_array_new ();

  g_ptr_array_add (row, g_strdup (name));
  for (int side = 0; side < 2; side++)
    add_figures (pairs, row, side, figures[side]);
  g_ptr_array_add (row, NULL);
  g_ptr_array_add (pairs->rows, g_ptr_array_free (row, FALSE));
}

static void
add_table_heading (Pairs *pairs, const char *category)
{
  GPtrArray *row = g_ptr_array_new ();

  g_ptr_array_add (row, g_strdup (category));
  for (int side = 0; side < 2; side++)
    {
      /* Translators: heading of a column: a filter in words or a publisher, then what is in the column */
      g_ptr_array_add (row, g_strdup_printf (_("%s: cases"), pairs->words[side]));
      /* Translators: heading of a column: a filter in words or a publisher, then what is in the column */
      g_ptr_array_add (row, g_strdup_printf (_("%s: share in per cent"), pairs->words[side]));
    }
  g_ptr_array_add (row, NULL);
  g_ptr_array_insert (pairs->rows, 0, g_ptr_array_free (row, FALSE));
}

static void
add_pair (Pairs *pairs, int category, const char *name, gint64 first, gint64 second)
{
  const gint64 figures[] = { first, second };

  add_table_row (pairs, name, figures);
  for (int side = 0; side < 2; side++)
    {
      gint64 cells[2] = { 0, 0 };
      g_autofree char *digits = jkb_label_number (figures[side]);
      JkbChartTerm term = { category, NULL, FALSE };

      if (figures[side] < 0)            /* not given: no bar, not one of length 0 */
        continue;
      cells[side] = get_share (pairs, side, figures[side]);
      /* Translators: a name and how many cases there are */
      term.label = g_strdup_printf (_("%s (%s)"), name, digits);
      g_ptr_array_add (pairs->labels, (gpointer) term.label);
      g_array_append_val (pairs->terms, term);
      g_array_append_vals (pairs->counts, cells, 2);
    }
}

static JkbChart *
finish_pairs (Pairs *pairs, JkbCaseChart kind, const JkbSelection *selection, const char *warning,
              const char *source)
{
  const JkbChartLayer layers[] = { { 0, pairs->words[0], JKB_FILL_PLAIN },
                                   { 1, pairs->words[1], JKB_FILL_FREE } };
  JkbCaseFrame frame
      = jkb_case_frame_make (kind, selection, (guint) pairs->totals[0], 0);
  g_autofree char *first = jkb_label_number (pairs->totals[0]);
  g_autofree char *second = jkb_label_number (pairs->totals[1]);
  g_autofree char *basis
      /* Translators: twice what is counted and how many cases it has, then a warning or nothing */
      = g_strdup_printf (_("%s: %s cases; %s: %s cases. %s"), pairs->words[0], first,
                         pairs->words[1], second, warning);
  JkbChart *chart;

  frame.info.basis = g_strchomp (basis);
  frame.info.values = _("Share of the cases in per cent");
  frame.info.keeps_order = TRUE;
  if (source != NULL)
    frame.info.source = source;
  else
    frame.info.filter = NULL;           /* each side has its own, named in the legend */
  chart = jkb_chart_new_bars (&frame.info, (const JkbChartTerm *) pairs->terms->data,
                              pairs->terms->len, layers, 2,
                              (const gint64 *) pairs->counts->data);
  add_table_heading (pairs, frame.info.words->category);
  jkb_chart_set_table (chart, g_steal_pointer (&pairs->rows));
  jkb_case_frame_clear (&frame);
  g_array_unref (pairs->terms);
  g_ptr_array_unref (pairs->labels);
  g_array_unref (pairs->counts);
  return chart;
}

static Pairs
begin_pairs (const char *first, gint64 first_total, const char *second, gint64 second_total)
{
  return (Pairs){
    .words = { first, second },
    .totals = { first_total, second_total },
    .terms = g_array_new (FALSE, FALSE, sizeof (JkbChartTerm)),
    .labels = g_ptr_array_new_with_free_func (g_free),
    .counts = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev),
  };
}

JkbChart *
jkb_case_chart_new_beside (const JkbSelection *selection, const JkbScheme *scheme,
                           const JkbPublished *published, const char *period)
{
  g_autoptr(JkbTally) tally = jkb_selection_tally_without (selection, 1u << JKB_FACET_TYPE,
                                                           JKB_AXIS_TYPE, JKB_AXIS_NONE);
  guint32 maybe = gather_types (scheme, FALSE);
  /* Translators: a publisher and a year */
  g_autofree char *other
      = g_strdup_printf (_("%s %s"), jkb_scheme_label (scheme->name), period);
  /* Translators: our casebook beside figures of others; then the address those were read at */
  g_autofree char *source
      = g_strdup_printf (_("Jikenbo, from public notices; %s: %s"), other, published->source);
  g_autofree char *warning = NULL;
  guint n_choices = (guint) count_all (tally, maybe);
  Pairs pairs = begin_pairs (_("This casebook"), tally->n_cases, other, published->total);

  for (guint i = 0; i < scheme->categories->len; i++)
    {
      const JkbSchemeCategory *category = &g_array_index (scheme->categories, JkbSchemeCategory, i);
      guint32 sure = category->sure & ~maybe;

      add_pair (&pairs, make_category (sure), category->label, count_all (tally, sure),
                g_array_index (published->counts, gint64, i));
    }
  if (n_choices > 0)
    add_pair (&pairs, make_category (maybe), _("A choice is needed"), n_choices, -1);
  warning = g_strdup (jkb_scheme_warning (scheme->name));
  return finish_pairs (&pairs, JKB_CASE_CHART_CAUSES, selection, warning, source);
}

static char *
word_side (const JkbSelection *selection)
{
  char *words = jkb_filter_all_words (jkb_selection_get_filter (selection));

  return words != NULL ? words : g_strdup (_("All cases"));
}

/* ---- two filters ---- */

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
      return make_category (1u << value);
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

JkbChart *
jkb_case_chart_new_compare (JkbCaseChart kind, const JkbSelection *first, const JkbSelection *second)
{
  JkbAxis axis = compared[kind].axis;
  g_autoptr(JkbTally) one = jkb_selection_tally_inside (first, axis, JKB_AXIS_NONE);
  g_autoptr(JkbTally) other = jkb_selection_tally_inside (second, axis, JKB_AXIS_NONE);
  g_autoptr(GArray) values = list_values (one, other, compared[kind].unknown);
  g_autofree char *first_words = word_side (first);
  g_autofree char *second_words = word_side (second);
  Pairs pairs = begin_pairs (first_words, one->n_cases, second_words, other->n_cases);

  for (guint i = 0; i < values->len; i++)
    {
      int value = g_array_index (values, int, i);
      g_autofree char *name = jkb_axis_label (one, axis, value);

      add_pair (&pairs, to_category (kind, value), name, count_value (one, value),
                count_value (other, value));
    }
  return finish_pairs (&pairs, kind, first, "", NULL);
}
