/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for every chart, whatever the numbers: over random ones. */
#include <math.h>
#include <string.h>

#include "chart-fixture.h"

#define N_ROUNDS 300
#define N_TERMS_MAX 24
#define N_LAYERS_MAX 6
#define EPSILON 0.01

typedef struct
{
  JkbChart *chart;
  gint64 counts[N_TERMS_MAX * N_LAYERS_MAX];
  gsize n_terms, n_layers;
  gint64 total;
} Random;

static gint64
make_count (void)
{
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return 0;
    case 1:
      return g_test_rand_int_range (0, 1000000);
    default:
      return g_test_rand_int_range (0, 12);
    }
}

static Random
make_random (JkbChartKind kind)
{
  static const char *const labels[] = { "短い", "A rather long label for a category", "b", "" };
  Random random = { .n_terms = (gsize) g_test_rand_int_range (0, N_TERMS_MAX),
                    .n_layers = (gsize) g_test_rand_int_range (1, N_LAYERS_MAX) };
  JkbChartTerm terms[N_TERMS_MAX];
  JkbChartLayer layers[N_LAYERS_MAX];

  for (gsize i = 0; i < random.n_terms; i++)
    terms[i] = (JkbChartTerm){ (int) i, labels[i % G_N_ELEMENTS (labels)], i % 9 == 8 };
  for (gsize j = 0; j < random.n_layers; j++)
    layers[j] = (JkbChartLayer){ (int) j, labels[j % G_N_ELEMENTS (labels)], (int) j };
  for (gsize i = 0; i < random.n_terms * random.n_layers; i++)
    random.total += random.counts[i] = make_count ();
  if (kind == JKB_CHART_BARS)
    random.chart = jkb_chart_new_bars (&fixture_info, terms, random.n_terms, layers,
                                       random.n_layers, random.counts);
  else if (kind == JKB_CHART_COLUMNS)
    random.chart = jkb_chart_new_columns (&fixture_info, terms, random.n_terms, layers,
                                          random.n_layers, random.counts);
  else
    random.chart = jkb_chart_new_heat_map (&fixture_info, terms, random.n_terms, layers,
                                           random.n_layers, random.counts);
  return random;
}

static gboolean
is_inside (const JkbChartRect *inner, double x, double y, double width, double height)
{
  return inner->x >= x - EPSILON && inner->y >= y - EPSILON
         && inner->x + inner->width <= x + width + EPSILON
         && inner->y + inner->height <= y + height + EPSILON;
}

static void
check_place (const JkbChartLayout *layout, const JkbChartMark *mark, int index)
{
  const JkbChartRect *plot = &layout->plot, *rect = &mark->rect;

  g_assert_true (is_inside (rect, plot->x, plot->y, plot->width, plot->height));
  g_assert_true (is_inside (rect, mark->target.x, mark->target.y, mark->target.width,
                            mark->target.height));
  g_assert_cmpint (mark->value, >, 0);
  g_assert_cmpint (mark->value, <=, mark->total);
  if (rect->width > EPSILON && rect->height > EPSILON)
    g_assert_cmpint (jkb_chart_layout_hit (layout, rect->x + rect->width / 2,
                                           rect->y + rect->height / 2),
                     ==, index);
}

/* A bar may be broken only when it is apart from the others and ends at the edge of the plot. */
static gboolean
is_cut (const JkbChartLayout *layout, const JkbChartMark *mark, JkbChartKind kind)
{
  for (guint i = 0; i < layout->cuts->len; i++)
    {
      const JkbChartRect *cut = &g_array_index (layout->cuts, JkbChartCut, i).rect;

      if (kind == JKB_CHART_BARS ? fabs (cut->y - mark->rect.y) > EPSILON
                                 : fabs (cut->x - mark->rect.x) > EPSILON)
        continue;
      g_assert_cmpint (mark->kind, ==, JKB_CHART_MARK_UNKNOWN);
      return TRUE;
    }
  return FALSE;
}

/* Every count has its mark, at the scale of all others, and none is drawn twice. */
static void
check_marks (const Random *random, const JkbChartLayout *layout, JkbChartKind kind)
{
  gint64 sum = 0;
  double per_case = 0;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const JkbChartMark *mark = jkb_chart_layout_mark (layout, (int) i);
      gsize layer = mark->layer >= 0 ? (gsize) mark->layer : 0;
      double length = kind == JKB_CHART_BARS ? mark->rect.width : mark->rect.height;

      check_place (layout, mark, (int) i);
      if (mark->layer >= 0)
        g_assert_cmpint (mark->value, ==,
                         random->counts[(gsize) mark->category * random->n_layers + layer]);
      sum += mark->value;
      if (kind == JKB_CHART_HEAT_MAP || is_cut (layout, mark, kind))
        continue;
      if (per_case > 0)
        g_assert_cmpfloat (fabs (length - per_case * (double) mark->value), <, EPSILON);
      per_case = mark->value > 1000 || per_case == 0 ? length / (double) mark->value : per_case;
    }
  g_assert_cmpint (sum, ==, random->total);
  g_assert_cmpint (jkb_chart_get_total (random->chart), ==, random->total);
}

static JkbChartRect
get_text_rect (const JkbChartText *text, const JkbChartStyle *style)
{
  JkbChartRect rect = { text->x, text->y, 0, 0 };

  style->measure (text->text, text->role, 1, &rect.width, &rect.height, NULL);
  if (text->max_width > 0)
    rect.width = MIN (rect.width, text->max_width);
  if (text->anchor != JKB_ANCHOR_LEFT)
    rect.x -= text->anchor == JKB_ANCHOR_RIGHT ? rect.width : rect.width / 2;
  return rect;
}

static gboolean
is_crossed (const JkbChartRect *a, const JkbChartRect *b)
{
  return a->x + a->width > b->x + EPSILON && b->x + b->width > a->x + EPSILON
         && a->y + a->height > b->y + EPSILON && b->y + b->height > a->y + EPSILON;
}

/* No words stand upon others, and no line that marks a figure runs through one. */
static void
check_apart (const JkbChartLayout *layout, const JkbChartStyle *style)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const JkbChartText *text = &g_array_index (layout->texts, JkbChartText, i);
      JkbChartRect rect = get_text_rect (text, style);

      for (guint j = 0; j < i && text->angle == 0; j++)
        {
          const JkbChartText *other = &g_array_index (layout->texts, JkbChartText, j);
          JkbChartRect other_rect = get_text_rect (other, style);

          if (other->angle == 0 && is_crossed (&rect, &other_rect))
            g_error ("“%s” stands upon “%s”", text->text, other->text);
        }
      for (guint j = 0; j < layout->lines->len; j++)
        {
          const JkbChartLine *line = &g_array_index (layout->lines, JkbChartLine, j);
          JkbChartRect line_rect = { line->x1, line->y1, 0.1, line->y2 - line->y1 };

          if (line->role == JKB_LINE_MARKER && is_crossed (&rect, &line_rect))
            g_error ("A line runs through “%s”", text->text);
        }
    }
}

static void
check_texts (const JkbChartLayout *layout, const JkbChartStyle *style)
{
  check_apart (layout, style);
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const JkbChartText *text = &g_array_index (layout->texts, JkbChartText, i);
      double width, height;

      style->measure (text->text, text->role, 1, &width, &height, NULL);
      if (text->role == JKB_TEXT_NOTE && text->max_width > 0) /* that a scale is logarithmic is read to its end */
        g_assert_cmpfloat (width, <=, text->max_width + EPSILON);
      if (text->max_width > 0)
        width = MIN (width, text->max_width);
      g_assert_cmpfloat (text->y, >=, 0);
      g_assert_cmpfloat (text->y + (text->angle == 0 ? height : 0), <=, layout->height + EPSILON);
      if (text->angle != 0)
        continue;
      if (text->anchor == JKB_ANCHOR_LEFT)
        g_assert_cmpfloat (text->x + width, <=, layout->width + EPSILON);
      else if (text->anchor == JKB_ANCHOR_RIGHT)
        g_assert_cmpfloat (text->x - width, >=, -EPSILON);
    }
}

static void
check_mirror (const JkbChart *chart, const JkbChartLayout *layout)
{
  JkbChartStyle style = fixture_style (JKB_CHART_ALL, TRUE);
  g_autoptr(JkbChartLayout) mirrored
      = jkb_chart_layout_new (chart, layout->width, 0, &style);

  g_assert_cmpuint (mirrored->marks->len, ==, layout->marks->len);
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const JkbChartRect *a = &jkb_chart_layout_mark (layout, (int) i)->rect;
      const JkbChartRect *b = &jkb_chart_layout_mark (mirrored, (int) i)->rect;

      g_assert_cmpfloat (fabs (a->x + a->width + b->x - layout->width), <, EPSILON);
      g_assert_cmpfloat (fabs (a->y - b->y), <, EPSILON);
    }
}

/* What fits without being asked to fits into more. */
static void
check_room (const JkbChart *chart, const JkbChartLayout *layout)
{
  JkbChartStyle style = fixture_style (JKB_CHART_ALL, FALSE);
  double height = layout->height + g_test_rand_int_range (0, 400);
  g_autoptr(JkbChartLayout) higher = jkb_chart_layout_new (chart, layout->width, height, &style);
  g_autoptr(JkbChartLayout) fitting
      = jkb_chart_layout_new_fitting (chart, layout->width, height / 2, &style, 2, 0.2);

  g_assert_cmpfloat (higher->height, <=, height + EPSILON);
  g_assert_cmpfloat (style.scale, <=, 2);
  g_assert_true (fitting->height <= height / 2 + EPSILON || style.scale == 0.2);
}

static void
test_counted (gconstpointer data)
{
  JkbChartKind kind = (JkbChartKind) GPOINTER_TO_INT (data);
  JkbChartStyle style = fixture_style (JKB_CHART_ALL, FALSE);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      Random random = make_random (kind);
      g_autoptr(JkbChartLayout) layout
          = jkb_chart_layout_new (random.chart, g_test_rand_int_range (260, 1400), 0, &style);

      check_marks (&random, layout, kind);
      check_texts (layout, &style);
      check_mirror (random.chart, layout);
      check_room (random.chart, layout);
      jkb_chart_unref (random.chart);
    }
}

/* The longest bar comes first, those apart last. */
static void
test_order (void)
{
  JkbChartStyle style = fixture_style (JKB_CHART_PLOT, FALSE);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      Random random = make_random (JKB_CHART_BARS);
      g_autoptr(JkbChartLayout) layout = jkb_chart_layout_new (random.chart, 600, 0, &style);
      gint64 previous = G_MAXINT64;
      double y = -1;
      gboolean was_apart = FALSE;

      for (guint i = 0; i < layout->marks->len; i++)
        {
          const JkbChartMark *mark = jkb_chart_layout_mark (layout, (int) i);
          gboolean is_apart = mark->kind == JKB_CHART_MARK_UNKNOWN;

          g_assert_true (is_apart == (mark->category % 9 == 8));
          g_assert_true (is_apart || !was_apart);
          if (is_apart != was_apart)
            previous = G_MAXINT64;
          g_assert_cmpint (mark->total, <=, previous);
          g_assert_cmpfloat (mark->rect.y, >=, y);
          previous = mark->total;
          y = mark->rect.y;
          was_apart = is_apart;
        }
      jkb_chart_unref (random.chart);
    }
}

/* All bars of the scale have their figure, or none has: a missing one is no 0. */
static void
check_figures (const JkbChartLayout *layout)
{
  guint n_ranges = 0, n_figures = 0;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const JkbChartMark *mark = jkb_chart_layout_mark (layout, (int) i);

      n_ranges += mark->kind == JKB_CHART_MARK_RANGE;
      for (guint k = 0; mark->kind == JKB_CHART_MARK_RANGE && k < layout->texts->len; k++)
        {
          const JkbChartText *text = &g_array_index (layout->texts, JkbChartText, k);

          n_figures += text->role == JKB_TEXT_VALUE
                       && fabs (text->x - mark->rect.x - mark->rect.width / 2) < EPSILON;
        }
    }
  g_assert_true (n_figures == 0 || n_figures == n_ranges);
}

static void
test_histogram (void)
{
  JkbChartStyle style = fixture_style (JKB_CHART_ALL, FALSE);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      gint64 values[200], sum = 0;
      gsize n_values = (gsize) g_test_rand_int_range (1, G_N_ELEMENTS (values));
      g_autoptr(JkbChart) chart = NULL;
      g_autoptr(JkbChartLayout) layout = NULL;

      for (gsize i = 0; i < n_values; i++)
        values[i] = (gint64) pow (10, g_test_rand_double_range (0, 18)) - 2;
      chart = fixture_histogram (values, n_values);
      layout = jkb_chart_layout_new (chart, g_test_rand_int_range (260, 1400), 0, &style);
      for (guint i = 0; i < layout->marks->len; i++)
        {
          const JkbChartMark *mark = jkb_chart_layout_mark (layout, (int) i);
          gint64 n = 0;

          check_place (layout, mark, (int) i);
          for (gsize j = 0; j < n_values; j++)
            n += mark->kind == JKB_CHART_MARK_RANGE
                     ? values[j] >= mark->from && values[j] <= mark->to
                     : mark->kind == JKB_CHART_MARK_NONE ? values[j] == 0
                                                         : values[j] < 0;
          g_assert_cmpint (mark->value, ==, n);
          sum += mark->value;
        }
      g_assert_cmpint (sum, ==, (gint64) n_values);
      check_texts (layout, &style);
      check_room (chart, layout);
      check_figures (layout);
    }
}

/* Rows of spans: no words upon others, no heading cut off, from a telephone to a wide screen. */
static void
test_spans (void)
{
  JkbChartStyle style = fixture_style (JKB_CHART_ALL, FALSE);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      static const char *const labels[] = { "All", "短い", "A rather long label for a category" };
      JkbChartTerm terms[G_N_ELEMENTS (labels)];
      JkbChartSpan spans[G_N_ELEMENTS (labels)];
      g_autoptr(JkbChart) chart = NULL;
      g_autoptr(JkbChartLayout) layout = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
        {
          gint64 days = make_count ();

          terms[i] = (JkbChartTerm){ (int) i, labels[i], FALSE };
          spans[i] = (JkbChartSpan){ make_count (), days, days + 1, days + 2, days + 40, days + 1000 };
        }
      chart = jkb_chart_new_spans (&fixture_info, terms, G_N_ELEMENTS (labels), spans, 40);
      layout = jkb_chart_layout_new (chart, g_test_rand_int_range (260, 1400), 0, &style);
      for (guint i = 0; i < layout->marks->len; i++)
        check_place (layout, jkb_chart_layout_mark (layout, (int) i), (int) i);
      check_texts (layout, &style);
      check_mirror (chart, layout);
      check_room (chart, layout);
    }
}

/* As fonts of a screen have it. */
static void
measure_whole_pixels (const char *text, JkbTextRole role, double scale, double *width, double *height,
                      gpointer user_data)
{
  fixture_measure (text, role, scale, width, height, user_data);
  *width = ceil (*width);
}

/* A label that all labels make room for stands in one line, at any size of type. */
static void
test_widest_label (void)
{
  static const gint64 counts[] = { 2, 1 };
  static const JkbChartTerm terms[] = { { 1, "Card number and more", FALSE }, { 2, "B", FALSE } };
  static const JkbChartLayer layer = { 0, "all", JKB_FILL_PLAIN };
  g_autoptr(JkbChart) chart
      = jkb_chart_new_bars (&fixture_info, terms, G_N_ELEMENTS (terms), &layer, 1, counts);
  JkbChartStyle style = fixture_style (JKB_CHART_PLOT, FALSE);

  for (int percent = 100; percent < 200; percent++)
    {
      g_autoptr(JkbChartLayout) layout = NULL;
      gboolean is_whole = FALSE;

      style.scale = percent / 100.0;
      style.measure = measure_whole_pixels;
      layout = jkb_chart_layout_new (chart, 900, 0, &style);
      for (guint i = 0; i < layout->texts->len; i++)
        is_whole |= g_str_equal (g_array_index (layout->texts, JkbChartText, i).text, terms[0].label);
      g_assert_true (is_whole);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/charts/invariants/bars", GINT_TO_POINTER (JKB_CHART_BARS), test_counted);
  g_test_add_data_func ("/charts/invariants/columns", GINT_TO_POINTER (JKB_CHART_COLUMNS),
                        test_counted);
  g_test_add_data_func ("/charts/invariants/heat-map", GINT_TO_POINTER (JKB_CHART_HEAT_MAP),
                        test_counted);
  g_test_add_func ("/charts/invariants/order", test_order);
  g_test_add_func ("/charts/invariants/histogram", test_histogram);
  g_test_add_func ("/charts/invariants/spans", test_spans);
  g_test_add_func ("/charts/invariants/widest-label", test_widest_label);
  return g_test_run ();
}
