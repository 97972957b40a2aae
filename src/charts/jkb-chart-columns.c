/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Standing columns in the order given; as many labels below as have room. Columns apart stand behind the
 * others, each in a slot that holds its label, so that it takes none from the last of the others.
 */
#include "charts/jkb-chart-builder.h"

#define HEIGHT 240.0
#define HEIGHT_MIN 100.0
#define THICKNESS 0.8
#define THICKNESS_MAX 64.0
#define THICKNESS_APART_MIN 12.0
#define GAP 0.5                         /* before those apart, in columns */

/* Where columns stand. */
typedef struct
{
  gsize n_ordered;                      /* those apart come behind them */
  double band;                          /* width of the slot of one of the ordered ones */
  double slot;                          /* of one apart */
  gboolean with_numbers;                /* all of the ordered ones have room for their figure */
} Bands;

static double
get_height (const JkbChartBuilder *builder)
{
  double around = jkb_build_height (builder, JKB_TEXT_NOTE)
                  + jkb_build_height (builder, JKB_TEXT_LABEL)
                  + jkb_build_height (builder, JKB_TEXT_VALUE) + 8 * builder->unit;

  return builder->room <= 0 ? HEIGHT * builder->unit
                            : MAX (builder->room - around, HEIGHT_MIN * builder->unit);
}

/* Every how many columns there is a label: months come in years, years in decades. */
static gsize
get_label_step (const JkbChartBuilder *builder, double band)
{
  static const gsize steps[] = { 1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 480, 1200 };
  double widest = 0;

  for (gsize i = 0; i < builder->chart->n_categories; i++)
    if (!builder->chart->categories[i].is_apart)
      widest = MAX (widest, jkb_build_width (builder, builder->chart->categories[i].label,
                                             JKB_TEXT_LABEL));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if ((double) steps[i] * band >= widest + 8 * builder->unit)
      return steps[i];
  return G_MAXSIZE;
}

static Bands
divide (const JkbChartBuilder *builder)
{
  const JkbChart *chart = builder->chart;
  double width = builder->layout->plot.width, widest = 0, n_columns;
  Bands bands = { .n_ordered = chart->n_categories };
  gsize n_apart;

  for (; bands.n_ordered > 0 && chart->categories[bands.n_ordered - 1].is_apart; bands.n_ordered--)
    widest = MAX (widest, jkb_build_width (builder, chart->categories[bands.n_ordered - 1].label,
                                           JKB_TEXT_LABEL));
  n_apart = chart->n_categories - bands.n_ordered;
  n_columns = (double) bands.n_ordered + (n_apart > 0 && bands.n_ordered > 0 ? GAP : 0);
  bands.slot = width / (n_columns + (double) n_apart);
  if (bands.n_ordered > 0 && n_apart > 0)
    bands.slot = MAX (bands.slot, MIN (widest + 8 * builder->unit, width / (double) (2 * n_apart)));
  bands.band = (width - (double) n_apart * bands.slot) / MAX (n_columns, 1);
  bands.with_numbers = jkb_build_number_width (builder, jkb_chart_largest_total (chart, FALSE),
                                               JKB_TEXT_VALUE) <= bands.band;
  return bands;
}

static JkbChartRect
get_slot (const JkbChartBuilder *builder, const Bands *bands, gsize category)
{
  const JkbChartRect *plot = &builder->layout->plot;

  if (category < bands->n_ordered)
    return (JkbChartRect){ plot->x + (double) category * bands->band, plot->y, bands->band, plot->height };
  return (JkbChartRect){ plot->x + plot->width
                             - (double) (builder->chart->n_categories - category) * bands->slot,
                         plot->y, bands->slot, plot->height };
}

static void
build_labels (JkbChartBuilder *builder, const Bands *bands)
{
  const JkbChart *chart = builder->chart;
  const JkbChartRect *plot = &builder->layout->plot;
  gsize step = get_label_step (builder, bands->band);
  double free_from = plot->x;
  double end = plot->x + plot->width - (double) (chart->n_categories - bands->n_ordered) * bands->slot;

  for (gsize i = bands->n_ordered; i < chart->n_categories; i++)
    jkb_build_text (builder, chart->categories[i].label,
                    get_slot (builder, bands, i).x + bands->slot / 2, builder->top, JKB_TEXT_LABEL,
                    JKB_ANCHOR_CENTRE, bands->slot);
  for (gsize i = 0; i < bands->n_ordered; i = step < bands->n_ordered ? i + step : bands->n_ordered)
    {
      double width = jkb_build_width (builder, chart->categories[i].label, JKB_TEXT_LABEL);
      double middle = plot->x + ((double) i + 0.5) * bands->band;
      double x = MAX (MIN (middle - width / 2, end - width), free_from);

      if (x + width > end)
        continue;
      jkb_build_text (builder, chart->categories[i].label, x, builder->top, JKB_TEXT_LABEL,
                      JKB_ANCHOR_LEFT, 0);
      free_from = x + width + 4 * builder->unit;
    }
}

static gboolean
has_number (const JkbChartBuilder *builder, const Bands *bands, gsize category, gint64 total)
{
  if (category < bands->n_ordered)
    return total > 0 && bands->with_numbers;
  return total > 0 && jkb_build_number_width (builder, total, JKB_TEXT_VALUE) <= bands->slot;
}

/* One apart is as thick as the others, but always to be seen. */
static double
get_thickness (const JkbChartBuilder *builder, const Bands *bands, gboolean is_apart)
{
  double band = bands->n_ordered > 0 ? bands->band : bands->slot;
  double thickness = band < 3 ? band : MIN (band * THICKNESS, THICKNESS_MAX * builder->unit);

  return is_apart ? MIN (MAX (thickness, THICKNESS_APART_MIN * builder->unit), bands->slot) : thickness;
}

static void
build_column (JkbChartBuilder *builder, const Bands *bands, gsize category, gint64 end)
{
  JkbChartRect slot = get_slot (builder, bands, category);
  double thickness = get_thickness (builder, bands, category >= bands->n_ordered);
  double x = slot.x + (slot.width - thickness) / 2, bottom = slot.y + slot.height;
  gint64 total = jkb_chart_category_total (builder->chart, category);
  double per_case = slot.height / (double) MAX (total, end);
  JkbChartRect reach = { slot.x, slot.y, slot.width,
                         slot.height + jkb_build_height (builder, JKB_TEXT_LABEL) };

  jkb_build_stack (builder, category, bottom, -per_case, x, thickness, &reach);
  if (total > end)
    jkb_build_cut (builder, &(JkbChartRect){ x, slot.y, thickness, slot.height });
  if (has_number (builder, bands, category, total))
    jkb_build_number (builder, total, slot.x + slot.width / 2,
                      bottom - (double) total * per_case - jkb_build_height (builder, JKB_TEXT_VALUE),
                      JKB_TEXT_VALUE, JKB_ANCHOR_CENTRE);
}

void
jkb_build_columns (JkbChartBuilder *builder)
{
  const JkbChart *chart = builder->chart;
  gint64 largest = jkb_chart_largest_total (chart, FALSE);
  gint64 largest_apart = jkb_chart_largest_total (chart, TRUE);
  gint64 end = jkb_build_value_axis (builder, jkb_build_scale_end (largest, largest_apart),
                                     get_height (builder));
  Bands bands = divide (builder);

  for (gsize i = 0; i < chart->n_categories; i++)
    build_column (builder, &bands, i, end);
  builder->top += 4 * builder->unit;
  build_labels (builder, &bands);
  builder->top += jkb_build_height (builder, JKB_TEXT_LABEL);
}
