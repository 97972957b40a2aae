/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/jkb-chart-draw.h"

#include <math.h>

#include "charts/jkb-chart-type.h"

#define FADED 0.3
#define PATTERN_STEP 6.0

/* What tells a fill apart without colour. */
typedef enum
{
  PATTERN_SOLID,
  PATTERN_RISING,
  PATTERN_FALLING,
  PATTERN_DOTS,
  PATTERN_HOLLOW,
  PATTERN_LYING,
  PATTERN_STANDING,
  PATTERN_CROSSED,
} Pattern;

static const Pattern patterns[JKB_CHART_N_FILLS] = {
  [JKB_FILL_PLAIN] = PATTERN_SOLID,       [JKB_FILL_CONFIRMED] = PATTERN_SOLID,
  [JKB_FILL_POSSIBLE] = PATTERN_RISING,   [JKB_FILL_NONE] = PATTERN_DOTS,
  [JKB_FILL_UNKNOWN] = PATTERN_HOLLOW,    [JKB_FILL_FREE] = PATTERN_FALLING,
  [JKB_FILL_FREE + 1] = PATTERN_LYING,    [JKB_FILL_FREE + 2] = PATTERN_STANDING,
  [JKB_FILL_FREE + 3] = PATTERN_CROSSED,
};

static void
set_colour (cairo_t *cr, const JkbChartColour *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

static void
add_rect (cairo_t *cr, const JkbChartRect *rect)
{
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
}

/* ---- fills ---- */

static void
add_stripes (cairo_t *cr, const JkbChartRect *rect, double slope, double step)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;
  double reach = fabs (slope) * rect->height;

  for (double x = floor ((rect->x - reach) / step) * step; x < right + reach; x += step)
    {
      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x + slope * rect->height, rect->y);
    }
}

static void
add_lying_stripes (cairo_t *cr, const JkbChartRect *rect, double step)
{
  for (double y = rect->y + rect->height - step / 2; y > rect->y; y -= step)
    {
      cairo_move_to (cr, rect->x, y);
      cairo_line_to (cr, rect->x + rect->width, y);
    }
}

static void
add_dots (cairo_t *cr, const JkbChartRect *rect, double step)
{
  int row = 0;

  for (double y = rect->y + step / 3; y < rect->y + rect->height; y += step / 2, row++)
    for (double x = rect->x + (row % 2 == 0 ? step / 3 : step * 5 / 6); x < rect->x + rect->width; x += step)
      {
        cairo_move_to (cr, x, y);
        cairo_line_to (cr, x, y);
      }
}

/* @unit: one unit at the size of type: who sees large letters from far away sees stripes as well. */
static void
draw_pattern (cairo_t *cr, const JkbChartRect *rect, Pattern pattern, double unit)
{
  double step = PATTERN_STEP * unit;

  if (pattern == PATTERN_RISING || pattern == PATTERN_CROSSED)
    add_stripes (cr, rect, 1, step);
  if (pattern == PATTERN_FALLING || pattern == PATTERN_CROSSED)
    add_stripes (cr, rect, -1, step);
  else if (pattern == PATTERN_STANDING)
    add_stripes (cr, rect, 0, step);
  else if (pattern == PATTERN_LYING)
    add_lying_stripes (cr, rect, step);
  else if (pattern == PATTERN_DOTS)
    add_dots (cr, rect, step);
  cairo_set_line_width (cr, (pattern == PATTERN_DOTS ? 1.6 : 1.1) * unit);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
}

static void
draw_fill (cairo_t *cr, const JkbChartRect *rect, int fill, const JkbChartPalette *palette,
           double unit, double alpha)
{
  cairo_save (cr);
  add_rect (cr, rect);
  set_colour (cr, &palette->fills[fill], alpha);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  set_colour (cr, &palette->ink, alpha);
  draw_pattern (cr, rect, patterns[fill], unit);
  if (patterns[fill] == PATTERN_HOLLOW)
    {
      add_rect (cr, rect);
      cairo_set_line_width (cr, 2 * unit);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static JkbChartColour
mix (const JkbChartColour *low, const JkbChartColour *high, double strength)
{
  return (JkbChartColour){
    low->red + (high->red - low->red) * strength,
    low->green + (high->green - low->green) * strength,
    low->blue + (high->blue - low->blue) * strength,
    low->alpha + (high->alpha - low->alpha) * strength,
  };
}

static double
get_lightness (const JkbChartColour *colour)
{
  return 0.299 * colour->red + 0.587 * colour->green + 0.114 * colour->blue;
}

static void
draw_mark (cairo_t *cr, const JkbChartMark *mark, const JkbChartPalette *palette, double unit, double alpha)
{
  JkbChartColour colour;

  if (mark->fill >= 0)
    {
      draw_fill (cr, &mark->rect, mark->fill, palette, unit, alpha);
      return;
    }
  colour = mix (&palette->heat_low, &palette->heat_high, mark->strength);
  add_rect (cr, &mark->rect);
  set_colour (cr, &colour, alpha);
  cairo_fill (cr);
}

static void
draw_marks (cairo_t *cr, const JkbChartLayout *layout, const JkbChartPalette *palette, double unit,
            const JkbChartState *state)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const JkbChartMark *mark = &g_array_index (layout->marks, JkbChartMark, i);
      gboolean is_faded = state != NULL && state->is_selected != NULL
                          && !state->is_selected (mark, state->user_data);

      draw_mark (cr, mark, palette, unit, is_faded ? FADED : 1);
    }
}

/* A white zigzag through the bar: paper that was folded. */
static void
draw_cut (cairo_t *cr, const JkbChartCut *cut, const JkbChartPalette *palette)
{
  static const double zigzag[] = { 0, 1, 0, 1, 0 };
  const gsize n_steps = G_N_ELEMENTS (zigzag) - 1;
  const JkbChartRect *rect = &cut->rect;
  double length = cut->across ? rect->height : rect->width;
  double swing = (cut->across ? rect->width : rect->height) / 2;
  JkbChartColour paper = palette->background;

  cairo_save (cr);
  for (gsize i = 0; i <= n_steps; i++)
    {
      double along = (double) i / n_steps * (length + 4) - 2;
      double aside = zigzag[i] * swing + swing / 2;

      if (cut->across)
        cairo_line_to (cr, rect->x + aside, rect->y + along);
      else
        cairo_line_to (cr, rect->x + along, rect->y + aside);
    }
  paper.alpha = 1;
  set_colour (cr, &paper, 1);
  cairo_set_line_width (cr, 4);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_cursor (cairo_t *cr, const JkbChartLayout *layout, const JkbChartPalette *palette,
             const JkbChartState *state)
{
  const JkbChartMark *mark
      = state != NULL ? jkb_chart_layout_mark (layout, state->cursor) : NULL;

  if (mark == NULL)
    return;
  cairo_rectangle (cr, mark->rect.x - 2, mark->rect.y - 2, mark->rect.width + 4,
                   mark->rect.height + 4);
  set_colour (cr, &palette->background, 1);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  set_colour (cr, &palette->cursor, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* ---- lines and texts ---- */

static const JkbChartColour *
get_line_colour (JkbLineRole role, const JkbChartPalette *palette)
{
  switch (role)
    {
    case JKB_LINE_MARKER:
      return &palette->marker;
    case JKB_LINE_AXIS:
    case JKB_LINE_REACH:
      return &palette->axis;
    case JKB_LINE_MEDIAN:
      return &palette->text;
    case JKB_LINE_GRID:
      break;
    }
  return &palette->grid;
}

static void
draw_lines (cairo_t *cr, const JkbChartLayout *layout, const JkbChartPalette *palette, double unit,
            gboolean in_front)
{
  const double dashes[] = { 4 * unit, 3 * unit };

  for (guint i = 0; i < layout->lines->len; i++)
    {
      const JkbChartLine *line = &g_array_index (layout->lines, JkbChartLine, i);
      gboolean is_front = line->role == JKB_LINE_MARKER || line->role == JKB_LINE_MEDIAN;
      double shift = is_front ? 0 : 0.5;

      if (is_front != in_front)
        continue;
      cairo_save (cr);
      cairo_move_to (cr, floor (line->x1) + shift, floor (line->y1) + shift);
      cairo_line_to (cr, floor (line->x2) + shift, floor (line->y2) + shift);
      cairo_set_line_width (cr, (line->role == JKB_LINE_MEDIAN ? 3 : is_front ? 1.5 : 1) * MAX (unit, 1));
      if (line->role == JKB_LINE_MARKER)
        cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      set_colour (cr, get_line_colour (line->role, palette), 1);
      cairo_stroke (cr);
      cairo_restore (cr);
    }
}

static JkbChartColour
get_text_colour (const JkbChartText *text, const JkbChartPalette *palette)
{
  JkbChartColour cell;

  if (text->role == JKB_TEXT_BASIS || text->role == JKB_TEXT_NOTE)
    return palette->dim_text;
  if (text->role != JKB_TEXT_CELL)
    return palette->text;
  cell = mix (&palette->heat_low, &palette->heat_high, text->strength);
  return get_lightness (&cell) > 0.5 ? (JkbChartColour){ 0, 0, 0, 1 }
                                     : (JkbChartColour){ 1, 1, 1, 1 };
}

static void
draw_text (cairo_t *cr, const JkbChartText *text, const JkbChartStyle *style,
           const JkbChartPalette *palette)
{
  PangoLayout *layout = jkb_chart_type_new_layout (style->user_data, text->text, text->role, style->scale);
  double line_height = jkb_chart_type_line_height (text->role, style->scale);
  JkbChartColour colour = get_text_colour (text, palette);
  PangoRectangle logical;
  double width, x = 0, y;

  if (text->max_width > 0)
    {
      pango_layout_set_width (layout, (int) (ceil (text->max_width) * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_extents (layout, NULL, &logical);
  width = (double) logical.width / PANGO_SCALE;
  if (text->anchor == JKB_ANCHOR_CENTRE)
    x = -width / 2;
  else if (text->anchor == JKB_ANCHOR_RIGHT)
    x = -width;
  y = (line_height - (double) logical.height / PANGO_SCALE) / 2;
  cairo_save (cr);
  cairo_translate (cr, text->x, text->y);
  if (text->angle != 0)
    {
      cairo_rotate (cr, text->angle * G_PI / 180);
      y -= line_height / 2;
    }
  cairo_move_to (cr, x - (double) logical.x / PANGO_SCALE, y);
  set_colour (cr, &colour, 1);
  pango_cairo_update_layout (cr, layout);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
  g_object_unref (layout);
}

void
jkb_chart_draw (const JkbChartLayout *layout, const JkbChartStyle *style,
                const JkbChartPalette *palette, const JkbChartState *state, cairo_t *cr)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, layout->width, layout->height);
  set_colour (cr, &palette->background, 1);
  cairo_fill (cr);
  draw_lines (cr, layout, palette, style->scale, FALSE);
  draw_marks (cr, layout, palette, style->scale, state);
  for (guint i = 0; i < layout->swatches->len; i++)
    {
      const JkbChartSwatch *swatch = &g_array_index (layout->swatches, JkbChartSwatch, i);

      draw_fill (cr, &swatch->rect, swatch->fill, palette, style->scale, 1);
    }
  for (guint i = 0; i < layout->cuts->len; i++)
    draw_cut (cr, &g_array_index (layout->cuts, JkbChartCut, i), palette);
  draw_lines (cr, layout, palette, style->scale, TRUE);
  for (guint i = 0; i < layout->texts->len; i++)
    draw_text (cr, &g_array_index (layout->texts, JkbChartText, i), style, palette);
  draw_cursor (cr, layout, palette, state);
  cairo_restore (cr);
}
