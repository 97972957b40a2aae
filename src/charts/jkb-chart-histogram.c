/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sizes on a logarithmic scale. 0 has no place on it and gets a bar of its own before the scale; what
 * is not known gets one behind it. The scale runs over whole powers of ten, so that its bins (see
 * jkb-histogram.h) are cut where the figures below it stand.
 */
#include "charts/jkb-chart-builder.h"

#include <math.h>

#include "charts/jkb-chart-number.h"

#define HEIGHT 240.0
#define HEIGHT_MIN 100.0
#define BAR_WIDTH_MIN 44.0
#define GAP 26.0                        /* beside the scale */

typedef struct
{
  JkbChartBuilder *builder;
  gint64 end;                           /* figure at the top of the scale */
  gint64 largest;                       /* of the bins: all of them have room for their figure, or none has it */
  double x;                             /* where the scale begins */
  double width;
  int first_power;
  int n_powers;                         /* 0 when there is no scale */
} Plot;

static double
get_x (const Plot *plot, double value)
{
  return plot->x + (log10 (value) - plot->first_power) / plot->n_powers * plot->width;
}

static double
get_bin_x (const Plot *plot, int bin)
{
  return bin == JKB_HISTOGRAM_N_BINS ? plot->x + plot->width
                                     : get_x (plot, (double) jkb_histogram_bin_from (bin));
}

static void
build_bar (const Plot *plot, JkbChartMark mark, double x, double width, gboolean with_figure, const char *label)
{
  JkbChartBuilder *builder = plot->builder;
  const JkbChartRect *area = &builder->layout->plot;
  double bottom = area->y + area->height;
  double height = area->height * (double) mark.value / (double) MAX (mark.value, plot->end);

  mark.layer = -1;
  mark.total = mark.value;
  mark.rect = (JkbChartRect){ x + 1, bottom - height, width - 2, height };
  mark.target = (JkbChartRect){ x, area->y, width,
                                area->height + jkb_build_height (builder, JKB_TEXT_LABEL) };
  if (mark.value > 0)
    jkb_build_mark (builder, mark, label, NULL);
  if (mark.value > plot->end)
    jkb_build_cut (builder, &mark.rect);
  if (with_figure)
    jkb_build_number (builder, mark.value, x + width / 2,
                      bottom - height - jkb_build_height (builder, JKB_TEXT_VALUE),
                      JKB_TEXT_VALUE, JKB_ANCHOR_CENTRE);
}

static void
build_bins (const Plot *plot)
{
  const JkbHistogram *histogram = &plot->builder->chart->histogram;
  int first = 2 * plot->first_power;
  double narrowest = MIN (get_bin_x (plot, first + 1) - get_bin_x (plot, first),
                          get_bin_x (plot, first + 2) - get_bin_x (plot, first + 1));
  gboolean with_figures
      = jkb_build_number_width (plot->builder, plot->largest, JKB_TEXT_VALUE) <= narrowest;

  for (int bin = first; bin < 2 * (plot->first_power + plot->n_powers); bin++)
    {
      JkbChartMark mark = {
        .kind = JKB_CHART_MARK_RANGE,
        .category = bin,
        .from = jkb_histogram_bin_from (bin),
        .to = bin + 1 < JKB_HISTOGRAM_N_BINS ? jkb_histogram_bin_from (bin + 1) - 1 : G_MAXINT64,
        .value = histogram->bins[bin],
        .fill = JKB_FILL_PLAIN,
      };
      g_autofree char *label = jkb_chart_bin_label (bin);

      build_bar (plot, mark, get_bin_x (plot, bin), get_bin_x (plot, bin + 1) - get_bin_x (plot, bin),
                 with_figures && mark.value > 0, label);
    }
}

static double
get_bar_width (const JkbChartBuilder *builder, const char *label)
{
  return MAX (jkb_build_width (builder, label, JKB_TEXT_LABEL), BAR_WIDTH_MIN * builder->unit)
         + 8 * builder->unit;
}

static void
build_single (const Plot *plot, JkbChartMarkKind kind, gint64 value, int fill, double x,
              const char *label)
{
  JkbChartBuilder *builder = plot->builder;
  double width = get_bar_width (builder, label);
  JkbChartMark mark = { .kind = kind, .category = -1, .value = value, .fill = fill };

  build_bar (plot, mark, x, width, jkb_build_number_width (builder, value, JKB_TEXT_VALUE) <= width, label);
  jkb_build_text (builder, label, x + width / 2, builder->top, JKB_TEXT_LABEL, JKB_ANCHOR_CENTRE,
                  width);
}

static void
build_powers (const Plot *plot)
{
  JkbChartBuilder *builder = plot->builder;
  double free_from = plot->x - 20 * builder->unit;
  double free_to = plot->x + plot->width + GAP * builder->unit;
  gint64 value = jkb_histogram_bin_from (2 * plot->first_power);

  for (int i = 0; i <= plot->n_powers; i++)
    {
      double x = plot->x + plot->width * i / plot->n_powers;
      g_autofree char *label = jkb_chart_number_shorten (value, builder->chart->words);
      double width = jkb_build_width (builder, label, JKB_TEXT_LABEL);

      if (plot->first_power + i > 18)   /* 10¹⁹ is no figure any more */
        break;
      if (x - width / 2 >= free_from && x + width / 2 <= free_to)
        {
          jkb_build_text (builder, label, x, builder->top, JKB_TEXT_LABEL, JKB_ANCHOR_CENTRE, 0);
          free_from = x + width / 2 + 6 * builder->unit;
        }
      value = value <= G_MAXINT64 / 10 ? value * 10 : value;
    }
}

/* The highest text, ending below @y, that a standing line at @x would run through; %NULL when there is none. */
static const JkbChartText *
find_in_way (const JkbChartBuilder *builder, double x, double y)
{
  const JkbChartText *found = NULL;

  for (guint i = 0; i < builder->layout->texts->len; i++)
    {
      const JkbChartText *text = &g_array_index (builder->layout->texts, JkbChartText, i);

      if (text->anchor == JKB_ANCHOR_CENTRE && text->y + jkb_build_height (builder, text->role) > y
          && (found == NULL || text->y < found->y)
          && fabs (text->x - x)
                 < jkb_build_width (builder, text->text, text->role) / 2 + 4 * builder->unit)
        found = text;
    }
  return found;
}

static double
get_marker_x (const Plot *plot, gint64 value)
{
  return value > 0 ? get_x (plot, (double) value)
                   : plot->builder->left + get_bar_width (plot->builder, plot->builder->chart->words->none) / 2;
}

/* A line from the label at @y down to the axis. It leaves out words and figures in its way, so that they
 * can be read. */
static void
build_marker_line (const Plot *plot, gint64 value, double y)
{
  JkbChartBuilder *builder = plot->builder;
  double x = get_marker_x (plot, value), from = y + jkb_build_height (builder, JKB_TEXT_NOTE) + 3 * builder->unit;
  double to = builder->layout->plot.y + builder->layout->plot.height;
  const JkbChartText *text;

  while ((text = find_in_way (builder, x, from)) != NULL && text->y < to)
    {
      if (text->y > from)
        jkb_build_line (builder, x, from, x, text->y, JKB_LINE_MARKER);
      from = text->y + jkb_build_height (builder, text->role);
    }
  if (from < to)
    jkb_build_line (builder, x, from, x, to, JKB_LINE_MARKER);
}

static void
build_marker_label (const Plot *plot, const char *word, gint64 value, double y)
{
  JkbChartBuilder *builder = plot->builder;
  char number[JKB_CHART_NUMBER_MAX];
  g_autofree char *text
      = g_strconcat (word, builder->chart->words->colon, jkb_chart_number_print (value, number), NULL);
  double half = jkb_build_width (builder, text, JKB_TEXT_NOTE) / 2;

  jkb_build_text (builder, text,
                  CLAMP (get_marker_x (plot, value), builder->left + half,
                         MAX (builder->right - half, builder->left + half)),
                  y, JKB_TEXT_NOTE, JKB_ANCHOR_CENTRE, 0);
}

/* The largest above, the median below: their labels may be wider than what lies between them. */
static void
build_markers (const Plot *plot, double y)
{
  const JkbChart *chart = plot->builder->chart;
  double median_y = y + jkb_build_height (plot->builder, JKB_TEXT_NOTE);

  build_marker_label (plot, chart->words->largest, chart->histogram.largest, y);
  build_marker_label (plot, chart->words->median, chart->histogram.median, median_y);
  build_marker_line (plot, chart->histogram.largest, y);
  build_marker_line (plot, chart->histogram.median, median_y);
}

static double
get_height (const JkbChartBuilder *builder)
{
  double around = 4 * jkb_build_height (builder, JKB_TEXT_NOTE)
                  + jkb_build_height (builder, JKB_TEXT_LABEL)
                  + jkb_build_height (builder, JKB_TEXT_VALUE) + 10 * builder->unit;

  return builder->room <= 0 ? HEIGHT * builder->unit
                            : MAX (builder->room - around, HEIGHT_MIN * builder->unit);
}

static gint64
get_largest_bin (const JkbHistogram *histogram)
{
  gint64 largest = 0;

  for (int bin = 0; bin < JKB_HISTOGRAM_N_BINS; bin++)
    largest = MAX (largest, histogram->bins[bin]);
  return largest;
}

/* Below the scale, and beyond it where it is shorter: that it is logarithmic is not to be cut off. */
static void
build_heading (const Plot *plot)
{
  JkbChartBuilder *builder = plot->builder;
  const char *words = builder->chart->words->people;
  double half = jkb_build_width (builder, words, JKB_TEXT_NOTE) / 2;
  double least = builder->left + half, most = MAX (builder->right - half, least);

  jkb_build_text (builder, words, CLAMP (plot->x + plot->width / 2, least, most),
                  builder->top + jkb_build_height (builder, JKB_TEXT_LABEL) + 2 * builder->unit,
                  JKB_TEXT_NOTE, JKB_ANCHOR_CENTRE, builder->right - builder->left);
}

static void
build_scale (Plot *plot, double none_width, double unknown_width, double markers_y)
{
  JkbChartBuilder *builder = plot->builder;
  double gap = GAP * builder->unit;

  plot->x = builder->left + none_width + gap;
  plot->width = MAX (builder->right - unknown_width - gap - plot->x, 20 * builder->unit);
  build_bins (plot);
  build_powers (plot);
  build_markers (plot, markers_y);
  build_heading (plot);
}

void
jkb_build_histogram (JkbChartBuilder *builder)
{
  const JkbChart *chart = builder->chart;
  Plot plot = { .builder = builder };
  int first, last;
  double note_height = jkb_build_height (builder, JKB_TEXT_NOTE);
  double markers_y = builder->top;
  double none_width = get_bar_width (builder, chart->words->none);
  double unknown_width = get_bar_width (builder, chart->words->unknown);
  double height = get_height (builder);
  gint64 largest = MAX (get_largest_bin (&chart->histogram), chart->histogram.n_none);

  if (jkb_chart_bin_range (chart, &first, &last))
    {
      plot.first_power = first / 2;
      plot.n_powers = (last + 1 - first) / 2;
      builder->top += 2 * note_height;
    }
  plot.largest = get_largest_bin (&chart->histogram);
  plot.end = jkb_build_value_axis (builder,
                                   jkb_build_scale_end (largest, chart->histogram.n_unknown),
                                   height);
  builder->top += 4 * builder->unit;
  build_single (&plot, JKB_CHART_MARK_NONE, chart->histogram.n_none, JKB_FILL_NONE, builder->left,
                chart->words->none);
  if (plot.n_powers > 0)
    build_scale (&plot, none_width, unknown_width, markers_y);
  build_single (&plot, JKB_CHART_MARK_UNKNOWN, chart->histogram.n_unknown, JKB_FILL_UNKNOWN,
                plot.n_powers > 0 ? plot.x + plot.width + GAP * builder->unit
                                  : builder->left + none_width + GAP * builder->unit,
                chart->words->unknown);
  builder->top += jkb_build_height (builder, JKB_TEXT_LABEL) + note_height + 4 * builder->unit;
}
