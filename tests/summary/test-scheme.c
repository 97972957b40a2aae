/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Causes in other classifications, beside published figures, and two filters side by side. */
#include <string.h>

#include "query/jkb-case-index.h"
#include "random-cases.h"
#include "summary/jkb-case-chart.h"

#define N_CASES 300

static JkbFold *fold;
static guint n_by_type[JKB_N_TYPES];

static JkbSelection *
make_selection (const JkbFilter *filter)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(JkbCases) cases = NULL;

  memset (n_by_type, 0, sizeof n_by_type);
  for (gint64 id = 1; id <= N_CASES; id++)
    {
      g_autoptr(JkbIncident) incident = random_case (id);

      n_by_type[incident->type]++;
      jkb_case_index_put (index, incident, NULL);
    }
  cases = jkb_case_index_snapshot (index);
  return jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);
}

static void
measure (const char *text, JkbTextRole role, double scale, double *width, double *height,
         gpointer user_data)
{
  *width = 7.0 * (double) g_utf8_strlen (text, -1);
  *height = 14.0;
}

static JkbChartLayout *
lay_out (const JkbChart *chart)
{
  static const JkbChartStyle style = { JKB_CHART_ALL, FALSE, 1, measure, NULL };

  return jkb_chart_layout_new (chart, 800, 0, &style);
}

static guint
count_types (guint types)
{
  guint n = 0;

  for (int type = 0; type < JKB_N_TYPES; type++)
    n += types >> type & 1 ? n_by_type[type] : 0;
  return n;
}

/* Every case stands in exactly one bar, whatever the classification. */
static void
test_causes (void)
{
  g_autoptr(JkbSelection) selection = make_selection (NULL);

  for (gsize i = 0; JKB_SCHEME_NAMES[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JkbScheme) scheme = jkb_scheme_load (JKB_SCHEME_NAMES[i], &error);
      g_autoptr(JkbChart) chart = NULL;
      g_autoptr(JkbChartLayout) layout = NULL;
      gint64 sum = 0;

      g_assert_no_error (error);
      chart = jkb_case_chart_new_causes (selection, scheme);
      layout = lay_out (chart);
      for (guint j = 0; j < layout->marks->len; j++)
        {
          const JkbChartMark *mark = jkb_chart_layout_mark (layout, (int) j);
          g_autoptr(JkbFilter) filter = jkb_filter_new ();

          sum += mark->value;
          jkb_case_chart_choose (JKB_CASE_CHART_CAUSES, filter, mark, 1, FALSE);
          g_assert_cmpint (mark->total, ==, count_types (filter->types));
        }
      g_assert_cmpint (sum, ==, N_CASES);
      g_assert_nonnull (strstr (jkb_chart_get_basis (chart), jkb_scheme_label (scheme->name)));
    }
}

/* The table says counts and shares of both sides. */
static void
assert_row (const JkbChart *chart, guint row, guint side, gint64 count, gint64 total)
{
  g_autoptr(GPtrArray) table = jkb_chart_get_table (chart);
  char **cells = g_ptr_array_index (table, row);

  g_assert_cmpuint (g_strv_length (cells), ==, 5);
  g_assert_cmpint (g_ascii_strtoll (cells[side * 2 - 1], NULL, 10), ==, count);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cells[side * 2], NULL), 100.0 * (double) count / (double) total,
                                  0.051);
}

static gint64
sum_column (const JkbChart *chart, guint column)
{
  g_autoptr(GPtrArray) table = jkb_chart_get_table (chart);
  gint64 sum = 0;

  for (guint row = 1; row < table->len; row++)
    sum += g_ascii_strtoll (((char **) g_ptr_array_index (table, row))[column], NULL, 10);
  return sum;
}

static void
test_beside (void)
{
  g_autoptr(JkbSelection) selection = make_selection (NULL);
  g_autoptr(JkbScheme) scheme = jkb_scheme_load ("tsr", NULL);
  g_autofree char *period = NULL;
  g_autofree char *none = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbPublished) published = jkb_published_load (scheme, "2024", &period, &error);
  g_autoptr(JkbChart) chart = NULL;
  g_autoptr(JkbChartLayout) layout = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (period, ==, "2024");
  g_assert_cmpint (published->total, ==, 189);
  chart = jkb_case_chart_new_beside (selection, scheme, published, period);
  layout = lay_out (chart);
  g_assert_cmpint (jkb_chart_layout_mark (layout, 1)->value, ==, 114);
  g_assert_nonnull (strstr (jkb_chart_get_basis (chart), jkb_scheme_warning ("tsr")));
  assert_row (chart, 1, 2, 114, 189);
  assert_row (chart, 4, 2, 14, 189);
  g_assert_null (jkb_published_load (scheme, "1999", &none, &error));
  g_assert_nonnull (error);
}

/* Beside every year of every publisher all cases of the casebook are somewhere. */
static void
test_nothing_dropped (void)
{
  g_autoptr(JkbSelection) selection = make_selection (NULL);

  for (gsize i = 0; JKB_SCHEME_NAMES[i] != NULL; i++)
    {
      g_autoptr(JkbScheme) scheme = jkb_scheme_load (JKB_SCHEME_NAMES[i], NULL);
      g_auto(GStrv) periods = jkb_published_list (scheme);

      for (gsize k = 0; periods[k] != NULL; k++)
        {
          g_autofree char *period = NULL;
          g_autoptr(JkbPublished) published = jkb_published_load (scheme, periods[k], &period, NULL);
          g_autoptr(JkbChart) chart = jkb_case_chart_new_beside (selection, scheme, published, period);

          g_assert_cmpint (sum_column (chart, 1), ==, N_CASES);
        }
    }
}

/* A cause that every case needs a choice for is not said to have none; a financial year is named so. */
static void
test_choice_is_not_none (void)
{
  g_autoptr(JkbSelection) selection = make_selection (NULL);
  g_autoptr(JkbScheme) scheme = jkb_scheme_load ("jnsa", NULL);
  g_autoptr(JkbScheme) commission = jkb_scheme_load ("ppc", NULL);
  g_autofree char *period = NULL;
  g_autofree char *year = jkb_published_name (scheme, "2018");
  g_autofree char *financial = jkb_published_name (commission, "2024");
  g_autoptr(JkbPublished) published = jkb_published_load (scheme, "2018", &period, NULL);
  g_autoptr(JkbChart) chart = jkb_case_chart_new_beside (selection, scheme, published, period);
  g_autoptr(GPtrArray) table = jkb_chart_get_table (chart);

  g_assert_cmpstr (((char **) g_ptr_array_index (table, 1))[1], ==, "");
  g_assert_cmpstr (((char **) g_ptr_array_index (table, 1))[3], ==, "116");
  g_assert_cmpstr (year, ==, "2018");
  g_assert_cmpstr (financial, ==, "financial year 2024");
}

/* Of the commission's causes one was given: the others have no second bar. */
static void
test_not_given (void)
{
  g_autoptr(JkbSelection) selection = make_selection (NULL);
  g_autoptr(JkbScheme) scheme = jkb_scheme_load ("ppc", NULL);
  g_autofree char *period = NULL;
  g_autoptr(JkbPublished) published = jkb_published_load (scheme, NULL, &period, NULL);
  g_autoptr(JkbChart) chart = NULL;
  g_autoptr(JkbChartLayout) layout = NULL;
  g_autoptr(GPtrArray) table = NULL;
  guint n_published = 0;

  g_assert_nonnull (published);
  chart = jkb_case_chart_new_beside (selection, scheme, published, period);
  layout = lay_out (chart);
  for (guint i = 0; i < layout->marks->len; i++)
    n_published += jkb_chart_layout_mark (layout, (int) i)->layer == 1;
  g_assert_cmpuint (n_published, ==, 1);
  assert_row (chart, 1, 2, 7923, 9494);
  table = jkb_chart_get_table (chart);
  g_assert_cmpstr (((char **) g_ptr_array_index (table, 2))[3], ==, "");
}

/* Every publisher's years, the latest first; what is counted by cause is no more than the whole. */
static void
test_published (void)
{
  static const struct
  {
    const char *scheme;
    const char *periods;
  } expected[] = { { "jnsa", "2018" }, { "tsr", "2025 2024" }, { "ppc", "2024" }, { "jipdec", "" }, { "veris", "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(JkbScheme) scheme = jkb_scheme_load (expected[i].scheme, NULL);
      g_auto(GStrv) periods = jkb_published_list (scheme);
      g_autofree char *joined = g_strjoinv (" ", periods);

      g_assert_cmpstr (joined, ==, expected[i].periods);
      for (gsize k = 0; periods[k] != NULL; k++)
        {
          g_autofree char *period = NULL;
          g_autoptr(JkbPublished) published = jkb_published_load (scheme, periods[k], &period, NULL);
          gint64 sum = 0;

          for (guint category = 0; category < published->counts->len; category++)
            sum += MAX (g_array_index (published->counts, gint64, category), 0);
          g_assert_cmpint (sum, >, 0);
          g_assert_cmpint (sum, <=, published->total);
          g_assert_true (g_str_has_prefix (published->source, "https://"));
        }
    }
}

static void
test_compare (void)
{
  g_autoptr(JkbSelection) all = make_selection (NULL);
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) part = NULL;
  g_autoptr(JkbChart) chart = NULL;
  g_autoptr(JkbChartLayout) layout = NULL;

  filter->types = 1u << JKB_TYPE_MISDELIVERY | 1u << JKB_TYPE_WEB_SKIMMING;
  part = jkb_selection_new (jkb_selection_get_cases (all), filter,
                            (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);
  chart = jkb_case_chart_new_compare (JKB_CASE_CHART_CAUSES, NULL, all, part);
  layout = lay_out (chart);
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const JkbChartMark *mark = jkb_chart_layout_mark (layout, (int) i);
      guint types = (guint) mark->category & (JKB_CASE_CHART_TYPES - 1);
      gint64 n = count_types (types & (mark->layer == 1 ? filter->types : G_MAXUINT32));

      g_assert_cmpint (mark->value, ==, n);
    }
  g_assert_cmpint (sum_column (chart, 1), ==, N_CASES);
  g_assert_cmpint (sum_column (chart, 3), ==, jkb_selection_n (part));
}

/* Two filters in the causes of each publisher: the counts of both sides are whole. */
static void
test_compare_in_scheme (void)
{
  g_autoptr(JkbSelection) all = make_selection (NULL);
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) part = NULL;

  filter->statuses = 1u << JKB_STATUS_CONFIRMED;
  part = jkb_selection_new (jkb_selection_get_cases (all), filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL,
                            NULL);
  for (gsize i = 0; JKB_SCHEME_NAMES[i] != NULL; i++)
    {
      g_autoptr(JkbScheme) scheme = jkb_scheme_load (JKB_SCHEME_NAMES[i], NULL);
      g_autoptr(JkbChart) chart = jkb_case_chart_new_compare (JKB_CASE_CHART_CAUSES, scheme, all, part);

      g_assert_cmpint (sum_column (chart, 1), ==, N_CASES);
      g_assert_cmpint (sum_column (chart, 3), ==, jkb_selection_n (part));
      g_assert_nonnull (strstr (jkb_chart_get_basis (chart), jkb_scheme_label (scheme->name)));
    }
}

/* What a screen reader reads of a comparison has the share and the count of every bar. */
static void
assert_described (const JkbChart *chart, const JkbChartLayout *layout)
{
  g_autofree char *description = jkb_chart_describe (chart);

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const JkbChartMark *mark = jkb_chart_layout_mark (layout, (int) i);
      const char *figure = strrchr (mark->label, ':') + 2;

      g_assert_nonnull (strstr (description, figure));
    }
}

static guint
count_chosen (JkbCaseChart kind, const JkbSelection *side, const JkbChartMark *mark)
{
  g_autoptr(JkbFilter) filter = jkb_filter_copy (jkb_selection_get_filter (side));
  g_autoptr(JkbSelection) chosen = NULL;

  jkb_case_chart_choose (kind, filter, mark, 1, FALSE);
  chosen = jkb_selection_new (jkb_selection_get_cases (side), filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE },
                              NULL, NULL);
  return jkb_selection_n (chosen);
}

/* Each bar of each comparison is as long as choosing it says; delays cannot be chosen. */
static void
test_compare_all (void)
{
  g_autoptr(JkbSelection) all = make_selection (NULL);
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) part = NULL;

  filter->statuses = 1u << JKB_STATUS_CONFIRMED;
  part = jkb_selection_new (jkb_selection_get_cases (all), filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL,
                            NULL);
  for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
    {
      g_autoptr(JkbChart) chart = NULL;
      g_autoptr(JkbChartLayout) layout = NULL;

      g_assert_cmpint (jkb_case_chart_can_compare ((JkbCaseChart) kind), ==, kind != JKB_CASE_CHART_TOP);
      if (kind == JKB_CASE_CHART_TOP)
        continue;
      chart = jkb_case_chart_new_compare ((JkbCaseChart) kind, NULL, all, part);
      layout = lay_out (chart);
      g_assert_cmpuint (layout->marks->len, >=, 2);
      assert_described (chart, layout);
      for (guint i = 0; kind != JKB_CASE_CHART_DELAY && i < layout->marks->len; i++)
        {
          const JkbChartMark *mark = jkb_chart_layout_mark (layout, (int) i);
          const JkbSelection *side = mark->layer == 0 ? all : part;

          g_assert_cmpint (mark->value, ==, count_chosen ((JkbCaseChart) kind, side, mark));
        }
    }
}

/* However finely time is divided, every case is in it. */
static void
test_zoom (void)
{
  static const JkbCaseZoom zooms[] = { JKB_CASE_ZOOM_AUTO, JKB_CASE_ZOOM_YEARS, JKB_CASE_ZOOM_MONTHS };
  g_autoptr(JkbSelection) all = make_selection (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      JkbCaseZoom zoom = zooms[i];
      g_autoptr(JkbChart) chart = jkb_case_chart_new_time (all, &zoom);
      g_autoptr(JkbChartLayout) layout = lay_out (chart);
      gint64 sum = 0;

      g_assert_cmpint (zoom, ==, i == 1 ? JKB_CASE_ZOOM_YEARS : JKB_CASE_ZOOM_MONTHS);
      for (guint k = 0; k < layout->marks->len; k++)
        {
          const JkbChartMark *mark = jkb_chart_layout_mark (layout, (int) k);

          sum += mark->value;
          g_assert_true (mark->category < 0
                         || (mark->category % 100 == 0) == (zoom == JKB_CASE_ZOOM_YEARS));
        }
      g_assert_cmpint (sum, ==, N_CASES);
    }
}

static void
test_unknown (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (jkb_scheme_load ("nonsense", &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fold = jkb_fold_new (NULL, NULL);
  g_assert_nonnull (fold);
  g_test_add_func ("/summary/scheme/causes", test_causes);
  g_test_add_func ("/summary/scheme/beside", test_beside);
  g_test_add_func ("/summary/scheme/nothing-dropped", test_nothing_dropped);
  g_test_add_func ("/summary/scheme/choice-is-not-none", test_choice_is_not_none);
  g_test_add_func ("/summary/scheme/not-given", test_not_given);
  g_test_add_func ("/summary/scheme/published", test_published);
  g_test_add_func ("/summary/scheme/compare", test_compare);
  g_test_add_func ("/summary/scheme/compare-in-scheme", test_compare_in_scheme);
  g_test_add_func ("/summary/scheme/compare-all", test_compare_all);
  g_test_add_func ("/summary/scheme/zoom", test_zoom);
  g_test_add_func ("/summary/scheme/unknown", test_unknown);
  status = g_test_run ();
  jkb_fold_unref (fold);
  return status;
}
