/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/jkb-chart-layout.h"

#include "charts/jkb-chart-builder.h"

#define MARGIN 12.0
#define SWATCH 12.0
/* Between sizes of type that are tried one after the other. */
#define TYPE_STEP 0.95

static void
clear_mark (gpointer data)
{
  g_free (((JkbChartMark *) data)->label);
}

static void
clear_text (gpointer data)
{
  g_free (((JkbChartText *) data)->text);
}

static JkbChartLayout *
new_layout (double width, double height)
{
  JkbChartLayout *layout = g_new0 (JkbChartLayout, 1);

  layout->width = width;
  layout->height = height;
  layout->marks = g_array_new (FALSE, FALSE, sizeof (JkbChartMark));
  layout->lines = g_array_new (FALSE, FALSE, sizeof (JkbChartLine));
  layout->texts = g_array_new (FALSE, FALSE, sizeof (JkbChartText));
  layout->swatches = g_array_new (FALSE, FALSE, sizeof (JkbChartSwatch));
  layout->cuts = g_array_new (FALSE, FALSE, sizeof (JkbChartCut));
  g_array_set_clear_func (layout->marks, clear_mark);
  g_array_set_clear_func (layout->texts, clear_text);
  return layout;
}

static void
build_head (JkbChartBuilder *builder)
{
  jkb_build_wrapped (builder, builder->chart->title, JKB_TEXT_TITLE);
  builder->top += 2 * builder->unit;
  jkb_build_wrapped (builder, builder->chart->basis, JKB_TEXT_BASIS);
  builder->top += 10 * builder->unit;
}

/* A patch of colour and its words, in several lines where one is not enough. */
static void
build_entry (JkbChartBuilder *builder, const JkbChartLayer *layer, double x, double size)
{
  double line_height = jkb_build_height (builder, JKB_TEXT_LABEL);
  JkbChartSwatch swatch = { { x, builder->top + (line_height - size) / 2, size, size }, layer->fill };
  JkbChartBuilder words = *builder;

  g_array_append_val (builder->layout->swatches, swatch);
  words.left = x + size + 6 * builder->unit;
  jkb_build_wrapped (&words, layer->label, JKB_TEXT_LABEL);
  builder->top = MAX (words.top - line_height, builder->top);
}

static void
build_legend (JkbChartBuilder *builder)
{
  double size = SWATCH * builder->unit;
  double gap = 6 * builder->unit;
  double line_height = jkb_build_height (builder, JKB_TEXT_LABEL);
  double x = builder->left;

  for (gsize i = 0; i < builder->chart->n_layers; i++)
    {
      const JkbChartLayer *layer = &builder->chart->layers[i];
      double width = size + gap + jkb_build_width (builder, layer->label, JKB_TEXT_LABEL);

      if (x > builder->left && x + width > builder->right)
        {
          x = builder->left;
          builder->top += line_height + gap;
        }
      build_entry (builder, layer, x, size);
      x += width + 3 * gap;
    }
  builder->top += line_height + 2 * gap;
}

static void
build_foot (JkbChartBuilder *builder)
{
  builder->top += 8 * builder->unit;
  if (builder->chart->filter != NULL)
    jkb_build_wrapped (builder, builder->chart->filter, JKB_TEXT_NOTE);
  if (builder->chart->source != NULL)
    jkb_build_wrapped (builder, builder->chart->source, JKB_TEXT_NOTE);
}

/* Lays the foot out somewhere else, to learn how high it is. */
static double
get_foot_height (const JkbChartBuilder *builder)
{
  g_autoptr(JkbChartLayout) layout = NULL;
  JkbChartBuilder trial = *builder;

  if ((builder->style->parts & JKB_CHART_WITH_FOOT) == 0)
    return 0;
  layout = new_layout (builder->layout->width, 0);
  trial.layout = layout;
  trial.top = 0;
  build_foot (&trial);
  return trial.top;
}

static void
build_empty (JkbChartBuilder *builder)
{
  double height = MAX (builder->room, 120 * builder->unit);
  double line_height = jkb_build_height (builder, JKB_TEXT_BASIS);

  builder->layout->plot
      = (JkbChartRect){ builder->left, builder->top, builder->right - builder->left, height };
  jkb_build_text (builder, jkb_chart_empty_words (builder->chart), (builder->left + builder->right) / 2,
                  builder->top + (height - line_height) / 2, JKB_TEXT_BASIS, JKB_ANCHOR_CENTRE,
                  builder->right - builder->left);
  builder->top += height;
}

static void
build_body (JkbChartBuilder *builder)
{
  static void (*const by_kind[]) (JkbChartBuilder *) = {
    [JKB_CHART_BARS] = jkb_build_bars,
    [JKB_CHART_COLUMNS] = jkb_build_columns,
    [JKB_CHART_HISTOGRAM] = jkb_build_histogram,
    [JKB_CHART_HEAT_MAP] = jkb_build_heat_map,
    [JKB_CHART_SPANS] = jkb_build_spans,
    [JKB_CHART_PAIRS] = jkb_build_pairs,
  };

  if (builder->chart->total == 0)
    build_empty (builder);
  else
    by_kind[builder->chart->kind] (builder);
}

/* ---- right to left ---- */

static void
mirror_rect (JkbChartRect *rect, double width)
{
  rect->x = width - rect->x - rect->width;
}

static void
mirror_text (JkbChartText *text, double width)
{
  text->x = width - text->x;
  text->angle = -text->angle;
  if (text->anchor != JKB_ANCHOR_CENTRE)
    text->anchor = text->anchor == JKB_ANCHOR_LEFT ? JKB_ANCHOR_RIGHT : JKB_ANCHOR_LEFT;
}

static void
mirror (JkbChartLayout *layout)
{
  mirror_rect (&layout->plot, layout->width);
  for (guint i = 0; i < layout->marks->len; i++)
    {
      mirror_rect (&g_array_index (layout->marks, JkbChartMark, i).rect, layout->width);
      mirror_rect (&g_array_index (layout->marks, JkbChartMark, i).target, layout->width);
    }
  for (guint i = 0; i < layout->swatches->len; i++)
    mirror_rect (&g_array_index (layout->swatches, JkbChartSwatch, i).rect, layout->width);
  for (guint i = 0; i < layout->cuts->len; i++)
    mirror_rect (&g_array_index (layout->cuts, JkbChartCut, i).rect, layout->width);
  for (guint i = 0; i < layout->texts->len; i++)
    mirror_text (&g_array_index (layout->texts, JkbChartText, i), layout->width);
  for (guint i = 0; i < layout->lines->len; i++)
    {
      JkbChartLine *line = &g_array_index (layout->lines, JkbChartLine, i);

      line->x1 = layout->width - line->x1;
      line->x2 = layout->width - line->x2;
    }
}

JkbChartLayout *
jkb_chart_layout_new (const JkbChart *chart, double width, double height,
                      const JkbChartStyle *style)
{
  double unit = style->scale;
  JkbChartLayout *layout = new_layout (width, height);
  JkbChartBuilder builder = {
    .chart = chart,
    .style = style,
    .layout = layout,
    .left = MARGIN * unit,
    .right = MAX (width - MARGIN * unit, (MARGIN + 1) * unit),
    .top = MARGIN * unit,
    .unit = unit,
  };

  if ((style->parts & JKB_CHART_WITH_TITLE) != 0)
    build_head (&builder);
  if (chart->is_layered && chart->total > 0 && chart->kind != JKB_CHART_HEAT_MAP)
    build_legend (&builder);
  if (height > 0)
    builder.room = MAX (height - builder.top - get_foot_height (&builder) - MARGIN * unit, 1);
  build_body (&builder);
  builder.left = MARGIN * unit;
  if (style->parts & JKB_CHART_WITH_FOOT)
    build_foot (&builder);
  layout->height = MAX (height, builder.top + MARGIN * unit);
  if (style->rtl)
    mirror (layout);
  return layout;
}

JkbChartLayout *
jkb_chart_layout_new_fitting (const JkbChart *chart, double width, double height, JkbChartStyle *style,
                              double largest, double smallest)
{
  double scale = style->scale;
  JkbChartLayout *layout = NULL;

  for (double factor = largest; layout == NULL || (layout->height > height && factor > smallest);
       factor = MAX (factor * TYPE_STEP, smallest))
    {
      jkb_chart_layout_free (layout);
      style->scale = scale * factor;
      layout = jkb_chart_layout_new (chart, width, height, style);
    }
  return layout;
}

void
jkb_chart_layout_free (JkbChartLayout *layout)
{
  if (layout == NULL)
    return;
  g_array_unref (layout->marks);
  g_array_unref (layout->lines);
  g_array_unref (layout->texts);
  g_array_unref (layout->swatches);
  g_array_unref (layout->cuts);
  g_free (layout);
}

int
jkb_chart_layout_hit (const JkbChartLayout *layout, double x, double y)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const JkbChartRect *target = &g_array_index (layout->marks, JkbChartMark, i).target;

      if (x >= target->x && x < target->x + target->width && y >= target->y
          && y < target->y + target->height)
        return (int) i;
    }
  return -1;
}

const JkbChartMark *
jkb_chart_layout_mark (const JkbChartLayout *layout, int index)
{
  return index >= 0 && index < (int) layout->marks->len
             ? &g_array_index (layout->marks, JkbChartMark, index)
             : NULL;
}
