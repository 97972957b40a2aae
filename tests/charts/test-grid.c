/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each of the seven charts, and the comparison of two filters, with each kind of casebook that is hard to
 * draw, against
 * tests/data/charts/grid-CHART.expected. JIKENBO_REWRITE_GOLDEN=1 writes the files anew.
 */
#include <string.h>

#include "chart-fixture.h"
#include "charts/jkb-chart-walk.h"

#define N_CATEGORIES_MAX 41
#define N_LAYERS 3

typedef enum
{
  NO_CASE,
  ONE,
  ALL_EQUAL,
  ALL_UNKNOWN,
  FAR_APART,                            /* 1 and 110 000 000 */
  FORTY_YEARS,                          /* or as many categories, where there is no time */
  RIGHT_TO_LEFT,
  LONG_NAMES,
  N_CONDITIONS
} Condition;

static const char *const condition_names[N_CONDITIONS]
    = { "no case",   "one",         "all equal",     "all unknown",
        "far apart", "forty years", "right to left", "long names" };

static const JkbChartLayer layers[N_LAYERS] = {
  { 3, "流出", JKB_FILL_CONFIRMED },
  { 2, "可能性", JKB_FILL_POSSIBLE },
  { 1, "なし", JKB_FILL_NONE },
};
static const JkbChartLayer long_layers[N_LAYERS] = {
  { 3, "見出しとしてはあまりにも長すぎて欄の幅に収まりきらない言葉の並び", JKB_FILL_CONFIRMED },
  { 2, "Aheadingthatisonewordandfarwiderthananycolumncouldeverbe", JKB_FILL_POSSIBLE },
  { 1, "なし", JKB_FILL_NONE },
};

/* ---- categories and counts ---- */

typedef struct
{
  guint n;
  JkbChartTerm terms[N_CATEGORIES_MAX];
  gint64 counts[N_CATEGORIES_MAX * N_LAYERS];
  GPtrArray *labels;
} Table;

static char *
name_category (Condition condition, guint i)
{
  if (condition == FORTY_YEARS)
    return g_strdup_printf ("%u年", 1985 + i);
  if (condition != LONG_NAMES)
    return g_strdup_printf ("区分%u", i);
  return i == 1 ? g_strdup ("行を折り返しても収まらないほどに長く続いていく名前を持つ、たいへん珍しい区分そのいち")
                : g_strdup_printf ("Onewordofacategorythatgoesonandonandonuntilnothingisleftofthewidth%u", i);
}

static gint64
get_count (Condition condition, guint i, guint layer)
{
  switch (condition)
    {
    case NO_CASE:
    case ALL_UNKNOWN:
    case N_CONDITIONS:
      return 0;
    case ONE:
      return i == 1 && layer == 0;
    case ALL_EQUAL:
      return 4;
    case FAR_APART:
      return layer > 0 ? 0 : (i == 1 ? 1 : (i == 2 ? 110000000 : 0));
    case FORTY_YEARS:
      return (i * 7 + layer * 3) % 11;
    case RIGHT_TO_LEFT:
    case LONG_NAMES:
      return (i + 1) * (N_LAYERS - layer);
    }
  return 0;
}

/* @has_unknown: the last category stands apart, as what is not known */
static Table
make_table (Condition condition, gboolean has_unknown, guint n_layers)
{
  Table table = {
    .n = condition == FORTY_YEARS ? N_CATEGORIES_MAX - 1 : 4,
    .labels = g_ptr_array_new_with_free_func (g_free),
  };

  for (guint i = 0; i < table.n; i++)
    {
      g_ptr_array_add (table.labels, name_category (condition, i));
      table.terms[i] = (JkbChartTerm){ (int) i + 1, g_ptr_array_index (table.labels, i), FALSE };
      for (guint layer = 0; layer < n_layers; layer++)
        table.counts[i * n_layers + layer] = get_count (condition, i, layer);
    }
  if (!has_unknown)
    return table;
  table.terms[table.n] = (JkbChartTerm){ 0, "不明", TRUE };
  for (guint layer = 0; layer < n_layers; layer++)
    table.counts[table.n * n_layers + layer] = condition == ALL_UNKNOWN ? 5 : 0;
  table.n++;
  return table;
}

static const JkbChartLayer *
get_layers (Condition condition)
{
  return condition == LONG_NAMES ? long_layers : layers;
}

/* ---- the charts ---- */

static JkbChart *
make_causes (Condition condition)
{
  Table table = make_table (condition, TRUE, N_LAYERS);
  JkbChart *chart = jkb_chart_new_bars (&fixture_info, table.terms, table.n, get_layers (condition),
                                        N_LAYERS, table.counts);

  g_ptr_array_unref (table.labels);
  return chart;
}

static JkbChart *
make_affected (Condition condition)
{
  static const gint64 equal[] = { 700, 700, 700, 700 }, unknown[] = { -1, -1, -1 };
  static const gint64 apart[] = { 1, 110000000 }, several[] = { 0, -1, 3, 29, 30, 5200 };
  gint64 years[N_CATEGORIES_MAX - 1];

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    years[i] = (gint64) i * i * i - 1;
  switch (condition)
    {
    case NO_CASE:
      return fixture_histogram (NULL, 0);
    case ONE:
      return fixture_histogram (equal, 1);
    case ALL_EQUAL:
      return fixture_histogram (equal, G_N_ELEMENTS (equal));
    case ALL_UNKNOWN:
      return fixture_histogram (unknown, G_N_ELEMENTS (unknown));
    case FAR_APART:
      return fixture_histogram (apart, G_N_ELEMENTS (apart));
    case FORTY_YEARS:
      return fixture_histogram (years, G_N_ELEMENTS (years));
    default:
      return fixture_histogram (several, G_N_ELEMENTS (several));
    }
}

static JkbChart *
make_time (Condition condition)
{
  Table table = make_table (condition, TRUE, N_LAYERS);
  JkbChart *chart = jkb_chart_new_columns (&fixture_info, table.terms, table.n, get_layers (condition),
                                           N_LAYERS, table.counts);

  g_ptr_array_unref (table.labels);
  return chart;
}

static JkbChartSpan
make_span (Condition condition, guint i)
{
  guint n = (guint) get_count (condition == FAR_APART ? LONG_NAMES : condition, i, 0);
  int days = (int) i * 30;

  if (n == 0)
    return (JkbChartSpan){ 0 };
  if (condition == ALL_EQUAL)
    return (JkbChartSpan){ n, 7, 7, 7, 7, 7 };
  if (condition == FAR_APART)
    return (JkbChartSpan){ n, 1, 1, 1, 110000000, 110000000 };
  return (JkbChartSpan){ n, days, days + 1, days + 9, days + 60, days * 9 + 90 };
}

static JkbChart *
make_delay (Condition condition)
{
  Table table = make_table (condition, FALSE, 1);
  JkbChartSpan spans[N_CATEGORIES_MAX];
  gint64 n_cases = 0;
  JkbChart *chart;

  for (guint i = 0; i < table.n; i++)
    {
      spans[i] = make_span (condition, i);
      n_cases += spans[i].n;
    }
  chart = jkb_chart_new_spans (&fixture_info, table.terms, table.n, spans, (guint) n_cases);
  g_ptr_array_unref (table.labels);
  return chart;
}

static JkbChart *
make_data_items (Condition condition)
{
  static const JkbChartLayer plain = { 0, "", JKB_FILL_PLAIN };
  Table table = make_table (condition, TRUE, 1);
  JkbChart *chart = jkb_chart_new_bars (&fixture_info, table.terms, table.n, &plain, 1, table.counts);

  g_ptr_array_unref (table.labels);
  return chart;
}

static JkbChart *
make_sectors (Condition condition)
{
  Table table = make_table (condition, TRUE, N_LAYERS);
  JkbChart *chart = jkb_chart_new_heat_map (&fixture_info, table.terms, table.n, get_layers (condition),
                                            N_LAYERS, table.counts);

  g_ptr_array_unref (table.labels);
  return chart;
}

/* Figures that are no cases; those of an unknown number are left out beforehand. */
static JkbChart *
make_top (Condition condition)
{
  static const JkbChartLayer plain = { 0, "", JKB_FILL_PLAIN };
  Table table = make_table (condition, FALSE, 1);
  JkbChartInfo info = fixture_info;
  gboolean is_empty = condition == NO_CASE || condition == ALL_UNKNOWN;
  JkbChart *chart;

  info.values = "人数";
  chart = jkb_chart_new_bars (&info, table.terms, is_empty ? 0 : table.n, &plain, 1, table.counts);
  g_ptr_array_unref (table.labels);
  return chart;
}

/* The second side of @condition has no case of the second category, and tells nothing of the third. */
static JkbChart *
make_compared (Condition condition)
{
  const JkbChartLayer *named = get_layers (condition);
  const JkbChartLayer sides[] = { { 0, named[0].label, JKB_FILL_PLAIN }, { 1, named[1].label, JKB_FILL_FREE } };
  Table table = make_table (condition, TRUE, 2);
  gint64 totals[] = { 0, 0 };
  JkbChart *chart;

  table.counts[1 * 2 + 1] = 0;
  table.counts[2 * 2 + 1] = JKB_CHART_NOT_GIVEN;
  for (guint i = 0; i < 2 * table.n; i++)
    totals[i % 2] += MAX (table.counts[i], 0);
  chart = jkb_chart_new_pairs (&fixture_info, table.terms, table.n, sides, totals, table.counts);
  g_ptr_array_unref (table.labels);
  return chart;
}

static const struct
{
  const char *name;
  JkbChart *(*make) (Condition condition);
} charts[] = {
  { "causes", make_causes },         { "affected", make_affected }, { "time", make_time },
  { "delay", make_delay },           { "data-items", make_data_items },
  { "sectors", make_sectors },       { "top", make_top },
  { "compared", make_compared },
};

/* ---- against the files ---- */

static char *
print_all (gsize chart_index)
{
  GString *out = g_string_new (NULL);

  for (int condition = 0; condition < N_CONDITIONS; condition++)
    {
      g_autoptr(JkbChart) chart = charts[chart_index].make ((Condition) condition);
      JkbChartStyle style = fixture_style (JKB_CHART_PLOT, condition == RIGHT_TO_LEFT);
      g_autoptr(JkbChartLayout) layout = jkb_chart_layout_new (chart, 560, 0, &style);
      g_autofree char *found = fixture_print (layout);

      g_string_append_printf (out, "## %s\n%s\n", condition_names[condition], found);
    }
  return g_string_free (out, FALSE);
}

static void
test_chart (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *found = print_all (i);
  g_autofree char *name = g_strdup_printf ("grid-%s.expected", charts[i].name);

  fixture_assert_golden (name, found);
}

/* Every mark is come to with the arrow keys, says what it is, and can be pointed at where it is drawn. */
static void
test_reach (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  for (int condition = 0; condition < N_CONDITIONS; condition++)
    {
      g_autoptr(JkbChart) chart = charts[i].make ((Condition) condition);
      JkbChartStyle style = fixture_style (JKB_CHART_PLOT, condition == RIGHT_TO_LEFT);
      g_autoptr(JkbChartLayout) layout = jkb_chart_layout_new (chart, 560, 0, &style);
      JkbChartWalk onward = style.rtl ? JKB_WALK_LEFT : JKB_WALK_RIGHT;
      int at = jkb_chart_walk (layout, -1, JKB_WALK_FIRST, style.rtl);

      g_assert_cmpint (at, ==, layout->marks->len > 0 ? 0 : -1);
      for (int k = 0; k < (int) layout->marks->len; k++)
        {
          const JkbChartMark *mark = jkb_chart_layout_mark (layout, at);

          g_assert_cmpint (at, ==, k);
          g_assert_nonnull (strstr (mark->label, ": "));
          g_assert_cmpint (jkb_chart_layout_hit (layout, mark->target.x + mark->target.width / 2,
                                                 mark->target.y + mark->target.height / 2),
                           ==, k);
          at = jkb_chart_walk (layout, at, onward, style.rtl);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *path = g_strconcat ("/charts/grid/", charts[i].name, NULL);

      g_autofree char *reach = g_strconcat ("/charts/reach/", charts[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_chart);
      g_test_add_data_func (reach, GSIZE_TO_POINTER (i), test_reach);
    }
  return g_test_run ();
}
