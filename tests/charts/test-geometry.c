/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where things go, against tests/data/charts/NAME.expected. JIKENBO_REWRITE_GOLDEN=1 writes the
 * files anew; look at the difference before it is kept.
 */
#include "chart-fixture.h"

static const gint64 nothing[] = { 0, 0, 0 };
static const gint64 one[] = { 0, 1, 0 };
static const gint64 equal[] = { 4, 4, 4, 4 };

static const JkbChartLayer statuses[] = {
  { 3, "confirmed", JKB_FILL_CONFIRMED },
  { 2, "possible", JKB_FILL_POSSIBLE },
  { 1, "none", JKB_FILL_NONE },
};

static JkbChart *
make_no_case (void)
{
  return fixture_bars (nothing, G_N_ELEMENTS (nothing));
}

static JkbChart *
make_one (void)
{
  return fixture_bars (one, G_N_ELEMENTS (one));
}

static JkbChart *
make_equal (void)
{
  return fixture_bars (equal, G_N_ELEMENTS (equal));
}

static JkbChart *
make_stacked (void)
{
  static const JkbChartTerm terms[] = { { 0, "Unknown", TRUE }, { 7, "Small", FALSE },
                                        { 8, "Large", FALSE }, { 9, "Empty", FALSE } };
  static const gint64 counts[] = { 5, 0, 6, 1, 0, 2, 3, 0, 7, 0, 0, 0 };

  return jkb_chart_new_bars (&fixture_info, terms, G_N_ELEMENTS (terms), statuses,
                             G_N_ELEMENTS (statuses), counts);
}

static JkbChart *
make_long_names (void)
{
  static const JkbChartTerm terms[] = {
    { 1, "とても長い名前の区分であり、図の半分を超えて続いていくので途中で省略されるはずのもの", FALSE },
    { 2, "Anunbrokenwordthatgoesonandonandonwithoutanyplacetobreakitatallwhichisnothelpful", FALSE },
    { 3, "%s <b>&amp; 100%", FALSE },
  };
  static const gint64 counts[] = { 3, 2, 1 };
  JkbChartLayer layer = { 0, "all", JKB_FILL_PLAIN };
  JkbChartInfo info = fixture_info;

  info.title = "長い問いは行を折り返して、最後まで読めるように示さなければならないのではないか。";
  info.filter = "Type: one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve; "
                "Sector: one, two, three";
  return jkb_chart_new_bars (&info, terms, G_N_ELEMENTS (terms), &layer, 1, counts);
}

static JkbChart *
make_all_unknown (void)
{
  static const gint64 values[] = { -1, -1, -1 };

  return fixture_histogram (values, G_N_ELEMENTS (values));
}

static JkbChart *
make_mostly_unknown (void)
{
  static const gint64 values[] = { 5, -1, -1, -1, -1, 700 };

  return fixture_histogram (values, G_N_ELEMENTS (values));
}

static JkbChart *
make_cut_bar (void)
{
  static const JkbChartTerm terms[] = { { 0, "Unknown", TRUE }, { 7, "Known", FALSE } };
  static const gint64 counts[] = { 30, 0, 10, 1, 0, 2 };

  return jkb_chart_new_bars (&fixture_info, terms, G_N_ELEMENTS (terms), statuses,
                             G_N_ELEMENTS (statuses), counts);
}

static JkbChart *
make_all_none (void)
{
  static const gint64 values[] = { 0, 0, -1 };

  return fixture_histogram (values, G_N_ELEMENTS (values));
}

static JkbChart *
make_no_figures (void)
{
  return fixture_histogram (NULL, 0);
}

static JkbChart *
make_all_ones (void)
{
  static const gint64 values[] = { 1, 1, 1, 1 };

  return fixture_histogram (values, G_N_ELEMENTS (values));
}

static JkbChart *
make_wide_range (void)
{
  static const gint64 values[] = { 1, 110000000, -1, 0, 2999, 3000 };

  return fixture_histogram (values, G_N_ELEMENTS (values));
}

static JkbChart *
make_largest_of_all (void)
{
  static const gint64 values[] = { G_MAXINT64, 1 };

  return fixture_histogram (values, G_N_ELEMENTS (values));
}

static JkbChart *
make_forty_years (void)
{
  JkbChartTerm terms[481];
  gint64 counts[481 * 3];
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 480; i++)
    {
      g_ptr_array_add (labels, g_strdup_printf ("%d年%d月", 1985 + i / 12, i % 12 + 1));
      terms[i] = (JkbChartTerm){ i, g_ptr_array_index (labels, i), FALSE };
      for (int j = 0; j < 3; j++)
        counts[i * 3 + j] = i % 60 == 0 ? j : 0;
    }
  terms[480] = (JkbChartTerm){ -1, "不明", TRUE };
  counts[1440] = counts[1441] = counts[1442] = 1;
  return jkb_chart_new_columns (&fixture_info, terms, G_N_ELEMENTS (terms), statuses,
                                G_N_ELEMENTS (statuses), counts);
}

static JkbChart *
make_few_columns (void)
{
  static const JkbChartTerm terms[] = { { 1, "2023", FALSE }, { 2, "2024", FALSE },
                                        { 3, "2025", FALSE } };
  static const gint64 counts[] = { 2, 1, 0, 0, 0, 0, 1, 0, 0 };

  return jkb_chart_new_columns (&fixture_info, terms, G_N_ELEMENTS (terms), statuses,
                                G_N_ELEMENTS (statuses), counts);
}

static JkbChart *
make_heat_map (void)
{
  static const JkbChartTerm terms[] = { { 0, "Unknown", TRUE }, { 1, "School", FALSE },
                                        { 2, "Hospital", FALSE } };
  static const JkbChartLayer layers[] = { { 1, "Theft", 0 }, { 2, "Never", 0 },
                                          { 3, "A heading much too long for its column", 0 } };
  static const gint64 counts[] = { 0, 0, 1, 4, 0, 8, 2, 0, 0 };

  return jkb_chart_new_heat_map (&fixture_info, terms, G_N_ELEMENTS (terms), layers,
                                 G_N_ELEMENTS (layers), counts);
}

/* Twelve headings that would lie one upon the other if they rose to the right in 300 pixels. */
static JkbChart *
make_many_headings (void)
{
  static const JkbChartTerm terms[] = { { 0, "Local government", FALSE }, { 1, "Healthcare", FALSE } };
  static const char *const labels[]
      = { "Unauthorized access", "Web skimming", "Ransomware", "Phishing", "Exploited vulnerability",
          "Misdelivery", "Misconfigured exposure", "Lost media or device", "Theft", "Insider misuse",
          "Web defacement", "Denial of service" };
  JkbChartLayer layers[G_N_ELEMENTS (labels)];
  gint64 counts[2 * G_N_ELEMENTS (labels)];

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      layers[i] = (JkbChartLayer){ (int) i, labels[i], JKB_FILL_PLAIN };
      counts[i] = (gint64) i;
      counts[G_N_ELEMENTS (labels) + i] = (gint64) (11 - i) * 9;
    }
  return jkb_chart_new_heat_map (&fixture_info, terms, G_N_ELEMENTS (terms), layers,
                                 G_N_ELEMENTS (labels), counts);
}

static JkbChart *
make_spans (void)
{
  static const JkbChartTerm terms[] = { { -3, "All", FALSE },   { 1, "Theft", FALSE },
                                        { 2, "Never", FALSE },  { 3, "Few", FALSE },
                                        { 4, "Same", FALSE },   { 5, "誤送信", FALSE } };
  static const JkbChartSpan spans[] = { { 40, 0, 3, 14, 90, 14600 }, { 20, 1, 3, 7, 30, 365 },
                                        { 0, 0, 0, 0, 0, 0 },        { 3, 2, 2, 4, 9, 9 },
                                        { 1, 5, 5, 5, 5, 5 },        { 16, 0, 0, 0, 0, 0 } };

  return jkb_chart_new_spans (&fixture_info, terms, G_N_ELEMENTS (terms), spans, 40);
}

static JkbChart *
make_one_span (void)
{
  static const JkbChartTerm term = { 1, "Theft", FALSE };
  static const JkbChartSpan span = { 1, 0, 0, 0, 0, 0 };

  return jkb_chart_new_spans (&fixture_info, &term, 1, &span, 1);
}

static JkbChart *
make_no_span (void)
{
  static const JkbChartTerm term = { 1, "Theft", FALSE };
  static const JkbChartSpan span = { 0 };

  return jkb_chart_new_spans (&fixture_info, &term, 1, &span, 0);
}

/* The largest cases: figures that are no cases, far apart. */
static JkbChart *
make_top (void)
{
  static const JkbChartTerm terms[] = {
    { 0, "とても長い名前の組織であり、図の半分を超えて続いていくので途中で省略されるはずの団体 (2024-05-24)", FALSE },
    { 1, "Small (2023)", FALSE },
    { 2, "Small too", FALSE },
  };
  static const gint64 people[] = { 110000000, 1, 1 };
  JkbChartLayer layer = { 0, "", JKB_FILL_PLAIN };
  JkbChartInfo info = fixture_info;

  info.values = "People";
  return jkb_chart_new_bars (&info, terms, G_N_ELEMENTS (terms), &layer, 1, people);
}

static JkbChart *
make_forty_years_by_year (void)
{
  JkbChartTerm terms[40];
  gint64 counts[40 * 3];
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 40; i++)
    {
      g_ptr_array_add (labels, g_strdup_printf ("%d年", 1985 + i));
      terms[i] = (JkbChartTerm){ (1985 + i) * 100, g_ptr_array_index (labels, i), FALSE };
      for (int j = 0; j < 3; j++)
        counts[i * 3 + j] = i % 3 == j ? i : 0;
    }
  return jkb_chart_new_columns (&fixture_info, terms, G_N_ELEMENTS (terms), statuses,
                                G_N_ELEMENTS (statuses), counts);
}

/* A window as narrow as a telephone, and filters that take several lines to say. */
static JkbChart *
make_pairs (void)
{
  static const JkbChartTerm terms[] = { { 0, "不明", TRUE },
                                        { 1, "フィッシング・乗っ取り", FALSE },
                                        { 2, "株式会社とても長い名前の組織（2024年8月5日）", FALSE } };
  static const JkbChartLayer sides[] = {
    { 0, "すべての事件", JKB_FILL_PLAIN },
    { 1, "検索：委託 · 種別：誤送信・誤送付、媒体・機器の紛失 · 漏えい状況：漏えいの可能性、漏えいを確認", JKB_FILL_FREE },
  };
  static const gint64 totals[] = { 405, 11 }, counts[] = { 14, 1, 30, 0, 1, JKB_CHART_NOT_GIVEN };

  return jkb_chart_new_pairs (&fixture_info, terms, G_N_ELEMENTS (terms), sides, totals, counts);
}

typedef struct
{
  const char *name;
  JkbChart *(*make) (void);
  double width, height;
  JkbChartParts parts;
  gboolean rtl;
} Case;

static const Case cases[] = {
  { "bars-no-case", make_no_case, 600, 0, JKB_CHART_ALL, FALSE },
  { "bars-one", make_one, 600, 0, JKB_CHART_ALL, FALSE },
  { "bars-equal", make_equal, 600, 400, JKB_CHART_PLOT, FALSE },
  { "bars-stacked", make_stacked, 600, 0, JKB_CHART_ALL, FALSE },
  { "bars-rtl", make_stacked, 600, 0, JKB_CHART_ALL, TRUE },
  { "bars-long-names", make_long_names, 360, 0, JKB_CHART_ALL, FALSE },
  { "bars-no-room", make_stacked, 30, 10, JKB_CHART_ALL, FALSE },
  { "bars-cut", make_cut_bar, 600, 0, JKB_CHART_PLOT, FALSE },
  { "histogram-mostly-unknown", make_mostly_unknown, 600, 300, JKB_CHART_PLOT, FALSE },
  { "histogram-all-unknown", make_all_unknown, 600, 300, JKB_CHART_PLOT, FALSE },
  { "histogram-all-none", make_all_none, 600, 300, JKB_CHART_PLOT, FALSE },
  { "histogram-no-case", make_no_figures, 600, 300, JKB_CHART_PLOT, FALSE },
  { "histogram-all-ones", make_all_ones, 600, 300, JKB_CHART_PLOT, FALSE },
  { "histogram-wide-range", make_wide_range, 600, 0, JKB_CHART_ALL, FALSE },
  { "histogram-rtl", make_wide_range, 600, 0, JKB_CHART_ALL, TRUE },
  { "histogram-largest-of-all", make_largest_of_all, 900, 0, JKB_CHART_PLOT, FALSE },
  { "columns-forty-years", make_forty_years, 700, 300, JKB_CHART_PLOT, FALSE },
  { "columns-few", make_few_columns, 500, 0, JKB_CHART_ALL, FALSE },
  { "heat-map", make_heat_map, 600, 0, JKB_CHART_ALL, FALSE },
  { "heat-map-rtl", make_heat_map, 600, 0, JKB_CHART_PLOT, TRUE },
  { "heat-map-narrow", make_many_headings, 300, 0, JKB_CHART_PLOT, FALSE },
  { "heat-map-narrow-rtl", make_many_headings, 300, 0, JKB_CHART_PLOT, TRUE },
  { "columns-forty-years-rtl", make_forty_years_by_year, 700, 0, JKB_CHART_ALL, TRUE },
  { "spans", make_spans, 600, 0, JKB_CHART_ALL, FALSE },
  { "spans-rtl", make_spans, 600, 300, JKB_CHART_ALL, TRUE },
  { "spans-one", make_one_span, 600, 0, JKB_CHART_PLOT, FALSE },
  { "spans-no-case", make_no_span, 600, 0, JKB_CHART_ALL, FALSE },
  { "spans-narrow", make_spans, 300, 0, JKB_CHART_PLOT, FALSE },
  { "pairs-narrow", make_pairs, 320, 0, JKB_CHART_ALL, FALSE },
  { "pairs-high", make_pairs, 900, 700, JKB_CHART_PLOT, TRUE },
  { "top-wide-range", make_top, 600, 0, JKB_CHART_ALL, FALSE },
};

static void
test_golden (gconstpointer data)
{
  const Case *golden = data;
  g_autoptr(JkbChart) chart = golden->make ();
  JkbChartStyle style = fixture_style (golden->parts, golden->rtl);
  g_autoptr(JkbChartLayout) layout
      = jkb_chart_layout_new (chart, golden->width, golden->height, &style);
  g_autofree char *found = fixture_print (layout);
  g_autofree char *name = g_strconcat (golden->name, ".expected", NULL);

  fixture_assert_golden (name, found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/charts/geometry/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_golden);
    }
  return g_test_run ();
}
