/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/jkb-chart.h"

/*
 * Where everything of a chart goes: rectangles, lines and texts in units of 1/96 inch (CSS pixels),
 * y downwards. Pure arithmetic, so that tests compare numbers and not pictures.
 */

/** JkbTextRole: what a text is for; decides size and colour. */
typedef enum
{
  JKB_TEXT_TITLE,
  JKB_TEXT_BASIS,
  JKB_TEXT_LABEL,                       /* category, tick, legend */
  JKB_TEXT_VALUE,                       /* number beside a bar */
  JKB_TEXT_NOTE,                        /* axis heading, marker, filter and source line */
  JKB_TEXT_CELL,                        /* number on a filled cell */
  JKB_N_TEXT_ROLES
} JkbTextRole;

/** JkbTextAnchor: which end of a text is at its place. */
typedef enum
{
  JKB_ANCHOR_LEFT,
  JKB_ANCHOR_CENTRE,
  JKB_ANCHOR_RIGHT,
} JkbTextAnchor;

/**
 * JkbTextMeasure:
 * @text: UTF-8
 * @role: its role
 * @scale: factor on the usual size of type
 * @width: (out): width of one line
 * @height: (out): height of one line
 * @user_data: data of the caller
 *
 * Measures a text as it will be drawn.
 */
typedef void (*JkbTextMeasure) (const char *text, JkbTextRole role, double scale, double *width,
                                double *height, gpointer user_data);

/** JkbChartParts: what is drawn beside the plot itself; the bits add up. */
typedef enum
{
  JKB_CHART_PLOT = 0,
  JKB_CHART_WITH_TITLE = 1 << 0,        /* title and basis above */
  JKB_CHART_WITH_FOOT = 1 << 1,         /* filter and source line below */
  JKB_CHART_ALL = JKB_CHART_WITH_TITLE | JKB_CHART_WITH_FOOT,
} JkbChartParts;

/**
 * JkbChartStyle:
 * @parts: what is drawn beside the plot
 * @rtl: the words run from right to left: the chart is the mirror image, letters are not
 * @scale: factor on the size of type, 1 for a screen, larger for a projector
 * @measure: measures texts
 * @user_data: for @measure
 */
typedef struct
{
  JkbChartParts parts;
  gboolean rtl;
  double scale;
  JkbTextMeasure measure;
  gpointer user_data;
} JkbChartStyle;

/** A rectangle. */
typedef struct
{
  double x, y, width, height;
} JkbChartRect;

/**
 * JkbChartMark:
 * @rect: where it is drawn
 * @target: where a pointer means it: for a thin bar more than @rect
 * @kind: what it stands for
 * @category: key of its category; of a histogram the bin, -1 when it is no range
 * @layer: key of its layer; -1 when the chart has but one
 * @from: smallest figure of a range
 * @to: largest figure of a range
 * @value: how many cases
 * @total: how many cases the whole category has
 * @fill: index into `fills` of the palette; -1 for a cell of a heat map
 * @strength: 0 to 1, for a cell of a heat map: @value against the largest
 * @label: what it says, `category, layer: 12`; for tooltip and screen reader
 *
 * One thing that can be pointed at. Marks are in reading order.
 */
typedef struct
{
  JkbChartRect rect;
  JkbChartRect target;
  JkbChartMarkKind kind;
  int category;
  int layer;
  gint64 from;
  gint64 to;
  gint64 value;
  gint64 total;
  int fill;
  double strength;
  char *label;
} JkbChartMark;

/** JkbLineRole: what a line is for. */
typedef enum
{
  JKB_LINE_GRID,
  JKB_LINE_AXIS,
  JKB_LINE_MARKER,                      /* median, largest */
  JKB_LINE_REACH,                       /* from the smallest to the largest of a span */
  JKB_LINE_MEDIAN,                      /* the middle of a span */
} JkbLineRole;

/**
 * JkbChartCut:
 * @rect: the bar or column at the cut
 * @across: the bar lies, so that the cut stands
 *
 * Where a bar was cut off: what is apart from the others ("not known") may be so large that nothing
 * else could be seen beside it. It then ends at the edge of the plot, is drawn broken, and only its
 * figure tells how long it is.
 */
typedef struct
{
  JkbChartRect rect;
  gboolean across;
} JkbChartCut;

/** A straight line. */
typedef struct
{
  double x1, y1, x2, y2;
  JkbLineRole role;
} JkbChartLine;

/**
 * JkbChartText:
 * @text: the words
 * @x: of the end that @anchor names
 * @y: top of the line
 * @max_width: what is wider ends in an ellipsis; 0 for no limit
 * @angle: degrees by which it is turned around its place, clockwise; its middle line then runs
 *   through that place
 * @strength: of the cell below a %JKB_TEXT_CELL
 *
 * A line of text.
 */
typedef struct
{
  char *text;
  double x, y, max_width, angle;
  JkbTextRole role;
  JkbTextAnchor anchor;
  double strength;
} JkbChartText;

/** A patch of colour in the legend. */
typedef struct
{
  JkbChartRect rect;
  int fill;
} JkbChartSwatch;

/**
 * JkbChartLayout:
 * @width: asked for
 * @height: asked for, or more when the chart needs it
 * @plot: the part where the numbers are
 * @marks: (element-type JkbChartMark): what can be pointed at
 * @lines: (element-type JkbChartLine): grid, axes, markers
 * @texts: (element-type JkbChartText): all words
 * @swatches: (element-type JkbChartSwatch): patches of the legend
 * @cuts: (element-type JkbChartCut): places where a bar is broken
 *
 * A chart with everything in its place. Never changes.
 */
typedef struct
{
  double width;
  double height;
  JkbChartRect plot;
  GArray *marks;
  GArray *lines;
  GArray *texts;
  GArray *swatches;
  GArray *cuts;
} JkbChartLayout;

/**
 * jkb_chart_layout_new:
 * @chart: a chart
 * @width: room to fill
 * @height: room to fill; 0 for as much as it needs
 * @style: how to lay it out
 *
 * Any thread that may call `style->measure`.
 *
 * Returns: (transfer full): the layout; for a chart without a case one with words and no marks
 */
JkbChartLayout *jkb_chart_layout_new (const JkbChart *chart, double width, double height,
                                      const JkbChartStyle *style);

/**
 * jkb_chart_layout_new_fitting:
 * @chart: a chart
 * @width: room to fill
 * @height: room to fill
 * @style: (inout): how to lay it out; its scale becomes the one that was taken
 * @largest: factor on that scale to begin with
 * @smallest: factor to end with, whether the chart fits or not
 *
 * Lays out with the largest type with which all of the chart has room. As jkb_chart_layout_new() else.
 *
 * Returns: (transfer full): the layout
 */
JkbChartLayout *jkb_chart_layout_new_fitting (const JkbChart *chart, double width, double height,
                                              JkbChartStyle *style, double largest, double smallest);

/**
 * jkb_chart_layout_free:
 * @layout: (nullable) (transfer full): a layout
 */
void jkb_chart_layout_free (JkbChartLayout *layout);

/**
 * jkb_chart_layout_hit:
 * @layout: a layout
 * @x: a place
 * @y: a place
 *
 * Returns: index of the mark at that place, -1 when there is none
 */
int jkb_chart_layout_hit (const JkbChartLayout *layout, double x, double y);

/**
 * jkb_chart_layout_mark:
 * @layout: a layout
 * @index: of a mark
 *
 * Returns: (transfer none) (nullable): the mark, %NULL when there is none of that index
 */
const JkbChartMark *jkb_chart_layout_mark (const JkbChartLayout *layout, int index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbChartLayout, jkb_chart_layout_free)
