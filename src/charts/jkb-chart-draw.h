/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pango.h>

#include "charts/jkb-chart-layout.h"

/** A colour, each part 0 to 1. */
typedef struct
{
  double red, green, blue, alpha;
} JkbChartColour;

/**
 * JkbChartPalette:
 * @background: behind everything; alpha 0 leaves it to the widget
 * @text: titles, labels, values
 * @dim_text: basis, notes
 * @grid: grid lines
 * @axis: axes
 * @marker: median and largest
 * @cursor: ring around the mark of the keyboard cursor
 * @fills: one a layer
 * @ink: what patterns are drawn with
 * @heat_low: cell of a heat map with few cases
 * @heat_high: cell with the most
 */
typedef struct
{
  JkbChartColour background;
  JkbChartColour text;
  JkbChartColour dim_text;
  JkbChartColour grid;
  JkbChartColour axis;
  JkbChartColour marker;
  JkbChartColour cursor;
  JkbChartColour fills[JKB_CHART_N_FILLS];
  JkbChartColour ink;
  JkbChartColour heat_low;
  JkbChartColour heat_high;
} JkbChartPalette;

/** For light surroundings and for files. */
extern const JkbChartPalette jkb_chart_palette_light;
/** For dark surroundings. */
extern const JkbChartPalette jkb_chart_palette_dark;
/** For paper without colour. */
extern const JkbChartPalette jkb_chart_palette_print;

/**
 * JkbChartState:
 * @cursor: index of the mark under the keyboard cursor or pointer, -1 for none
 * @is_selected: (nullable): tells which marks belong to the filter; %NULL when there is none
 * @user_data: for @is_selected
 *
 * What a widget adds to the drawing: marks outside the filter are faded.
 */
typedef struct
{
  int cursor;
  gboolean (*is_selected) (const JkbChartMark *mark, gpointer user_data);
  gpointer user_data;
} JkbChartState;

/** JKB_CHART_FILE_WIDTH: width of the pictures that both programs write, in units of 1/96 inch */
#define JKB_CHART_FILE_WIDTH 900.0

/**
 * jkb_chart_measure:
 *
 * A #JkbTextMeasure that measures with Pango; its user data is a #PangoContext, which remembers.
 */
void jkb_chart_measure (const char *text, JkbTextRole role, double scale, double *width,
                        double *height, gpointer user_data);

/**
 * jkb_chart_keep_measures:
 * @from: a context with which texts were measured
 * @to: a context with the same fonts and resolution
 *
 * Lets @to remember what @from does. Both in one thread.
 */
void jkb_chart_keep_measures (PangoContext *from, PangoContext *to);

/**
 * jkb_chart_draw:
 * @layout: a layout made with the same @style
 * @style: its style, measuring with jkb_chart_measure()
 * @palette: colours
 * @state: (nullable): cursor and selection
 * @cr: where to draw, the origin at the top left of the chart
 *
 * Draws with the fonts of the context in `style->user_data`. One thread a context.
 */
void jkb_chart_draw (const JkbChartLayout *layout, const JkbChartStyle *style,
                     const JkbChartPalette *palette, const JkbChartState *state, cairo_t *cr);

/**
 * jkb_chart_render:
 * @chart: a chart
 * @width: width in units of 1/96 inch
 * @height: height; 0 for as much as it needs
 * @factor: pixels a unit
 * @palette: colours
 * @rtl: words run from right to left
 *
 * Draws a picture with title, basis, filter and source line. Any thread.
 *
 * Returns: (transfer full): an image surface; one in an error state when it is too large
 */
cairo_surface_t *jkb_chart_render (const JkbChart *chart, double width, double height,
                                   double factor, const JkbChartPalette *palette, gboolean rtl);

/**
 * jkb_chart_draw_page:
 * @chart: a chart
 * @cr: where to draw
 * @width: width of the page in units of 1/96 inch
 * @height: height of it
 * @palette: colours
 * @rtl: words run from right to left
 *
 * Draws a page with title, basis, filter and source line, which the chart fills with the largest type that
 * leaves room for all of it. One thread a context.
 */
void jkb_chart_draw_page (const JkbChart *chart, cairo_t *cr, double width, double height,
                          const JkbChartPalette *palette, gboolean rtl);

/**
 * jkb_chart_render_to_file:
 * @chart: a chart
 * @path: ends in `.svg`, `.png` (drawn at twice the size), `.pdf`, or `.csv` for the numbers alone
 * @width: width in units of 1/96 inch, e.g. 900
 * @height: height; 0 for as much as it needs
 * @palette: colours
 * @rtl: words run from right to left
 * @error: %G_IO_ERROR_NOT_SUPPORTED for another ending, otherwise why the file could not be written
 *
 * Writes a picture with title, basis, filter and source line. A file that is there is replaced when
 * the new one is whole. Any thread.
 *
 * Returns: %TRUE when the file is written
 */
gboolean jkb_chart_render_to_file (const JkbChart *chart, const char *path, double width,
                                   double height, const JkbChartPalette *palette, gboolean rtl,
                                   GError **error);
