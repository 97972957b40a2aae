/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/jkb-chart-layout.h"
#include "charts/jkb-chart-private.h"

/*
 * What the kinds of charts have in common while they are laid out. Each kind takes the room between
 * @left and @right below @top, @room high, and moves @top below what it used.
 */

/**
 * JkbChartBuilder:
 * @chart: what is laid out
 * @style: how
 * @layout: the result
 * @left: left edge of the free room
 * @right: right edge of it
 * @top: top of it
 * @room: its height; 0 when the chart may take what it needs
 * @unit: one unit at the wanted size of type
 */
typedef struct
{
  const JkbChart *chart;
  const JkbChartStyle *style;
  JkbChartLayout *layout;
  double left;
  double right;
  double top;
  double room;
  double unit;
} JkbChartBuilder;

/** Width of a text in one line. */
double jkb_build_width (const JkbChartBuilder *builder, const char *text, JkbTextRole role);

/** Height of a line of text. */
double jkb_build_height (const JkbChartBuilder *builder, JkbTextRole role);

/** Width of a grouped figure. */
double jkb_build_number_width (const JkbChartBuilder *builder, gint64 value, JkbTextRole role);

/**
 * jkb_build_text:
 *
 * Puts a text; @y is the top of its line, @max_width 0 when there is no limit.
 *
 * Returns: (transfer none): the text, valid until the next is put
 */
JkbChartText *jkb_build_text (JkbChartBuilder *builder, const char *text, double x, double y,
                              JkbTextRole role, JkbTextAnchor anchor, double max_width);

/** Puts a grouped figure. */
void jkb_build_number (JkbChartBuilder *builder, gint64 value, double x, double y,
                       JkbTextRole role, JkbTextAnchor anchor);

/** Puts a line. */
void jkb_build_line (JkbChartBuilder *builder, double x1, double y1, double x2, double y2,
                     JkbLineRole role);

/**
 * jkb_build_wrapped:
 *
 * Puts a text in as many lines as it needs between @left and @right, and moves @top below it.
 */
void jkb_build_wrapped (JkbChartBuilder *builder, const char *text, JkbTextRole role);

/**
 * jkb_build_row_label:
 * @builder: a builder
 * @category: of a row
 * @right: where its label ends
 * @width: as much as it may take
 * @middle: of the row, from the top
 *
 * Puts the label of a row, in two lines where one is not enough; what is longer ends in an ellipsis.
 */
void jkb_build_row_label (JkbChartBuilder *builder, gsize category, double right, double width,
                          double middle);

/**
 * jkb_build_pitch:
 * @builder: a builder
 * @wanted: height of a row
 * @label_width: see jkb_build_row_label()
 *
 * Returns: @wanted, or more when a label takes two lines
 */
double jkb_build_pitch (const JkbChartBuilder *builder, double wanted, double label_width);

/**
 * jkb_build_scale_end:
 * @largest: the largest figure among those in order
 * @largest_apart: the largest one of those apart
 *
 * Returns: the figure that the scale has to reach; one apart counts only up to twice the others
 */
gint64 jkb_build_scale_end (gint64 largest, gint64 largest_apart);

/**
 * jkb_build_cut:
 *
 * Breaks a bar (when the chart has bars) or column near its end.
 */
void jkb_build_cut (JkbChartBuilder *builder, const JkbChartRect *bar);

/**
 * jkb_build_stack:
 * @builder: a builder
 * @category: index of a category
 * @base: where the stack begins: the left edge of a bar, the lower edge of a column
 * @per_case: length of one case; negative grows upwards
 * @across: place of the bar or column across its length
 * @thickness: its size across
 * @band: what a pointer may touch: all of the category
 *
 * Puts the marks of one bar (when the chart has bars) or column.
 */
void jkb_build_stack (JkbChartBuilder *builder, gsize category, double base, double per_case,
                      double across, double thickness, const JkbChartRect *band);

/**
 * jkb_build_value_axis:
 *
 * Puts grid lines, figures and heading of a standing axis from 0 to @largest, leaving room for the figure
 * of the tallest column and @height for the plot below @top; sets the plot of the layout and takes away the
 * room at the left.
 *
 * Returns: the figure at the top of the plot, at least 1
 */
gint64 jkb_build_value_axis (JkbChartBuilder *builder, gint64 largest, double height);

/** Height of a lying axis: its figures and its heading. */
double jkb_build_lying_axis_height (const JkbChartBuilder *builder);

/**
 * jkb_build_lying_axis:
 * @builder: a builder, the plot of its layout in place
 * @largest: the figure at the end of the plot
 * @unit: what follows each figure, or nothing
 * @heading: what the figures count
 *
 * Puts grid lines, figures and heading of an axis from 0 below the plot.
 */
void jkb_build_lying_axis (JkbChartBuilder *builder, double largest, const char *unit, const char *heading);

/**
 * jkb_build_label_width:
 * @builder: a chart with categories one below the other
 * @share: how much of the width labels may take, 0 to 1
 *
 * Returns: width of the column of labels, with the gap behind it
 */
double jkb_build_label_width (const JkbChartBuilder *builder, double share);

/** How many rows the categories take: one each, half of one before those apart. */
double jkb_build_n_rows (const JkbChart *chart);

/** The place of a category in rows, from 0. */
double jkb_build_row (const JkbChart *chart, gsize category);

/** Adds a mark; its label is made of the terms. */
void jkb_build_mark (JkbChartBuilder *builder, JkbChartMark mark, const char *category,
                     const char *layer);

/** Lays out bars, one below the other, stacked by layer. */
void jkb_build_bars (JkbChartBuilder *builder);

/** Lays out columns side by side, stacked by layer. */
void jkb_build_columns (JkbChartBuilder *builder);

/** Lays out the bins of a histogram with its bars apart (none, unknown). */
void jkb_build_histogram (JkbChartBuilder *builder);

/** Lays out two bars a category, one below the other. */
void jkb_build_pairs (JkbChartBuilder *builder);

/** Lays out how figures spread, one category a row. */
void jkb_build_spans (JkbChartBuilder *builder);

/** Lays out a field of cells, categories by layers. */
void jkb_build_heat_map (JkbChartBuilder *builder);
