/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charts/jkb-chart-draw.h"

/**
 * JkbChartView:
 *
 * Draws a chart without its title. Marks can be pointed at, walked over with the arrow keys and
 * chosen by a click, Enter or Space, several by drawing a frame around them; with Shift they are added
 * to what is chosen.
 *
 * Property: `readout`, what the mark under keyboard cursor or pointer says, or %NULL. Signals:
 * `marks-chosen` (pointer to a #GArray of #JkbChartMark, valid during the emission; gboolean whether
 * they are added), `cleared` (returns gboolean whether there was anything to clear) for Escape, `zoomed`
 * (int, 1 nearer or -1 farther; returns gboolean whether that means anything here) for the keys plus and
 * minus and for the wheel with Ctrl.
 */
#define JKB_TYPE_CHART_VIEW (jkb_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (JkbChartView, jkb_chart_view, JKB, CHART_VIEW, GtkWidget)

/**
 * JkbMarkFunc:
 * @mark: a mark
 * @user_data: what was given
 *
 * Returns: %TRUE if @mark belongs to what is chosen
 */
typedef gboolean (*JkbMarkFunc) (const JkbChartMark *mark, gpointer user_data);

/**
 * jkb_chart_view_set_chart:
 * @self: a view
 * @chart: (nullable): what to show
 *
 * Shows another chart; the cursor stays on the mark for the same thing where there is one.
 */
void jkb_chart_view_set_chart (JkbChartView *self, JkbChart *chart);

/**
 * jkb_chart_view_set_whole:
 * @self: a view
 * @is_whole: draw title, basis, filter and source line as well, and type as large as the room allows
 *
 * For a projector: such a view takes the height that it is given.
 */
void jkb_chart_view_set_whole (JkbChartView *self, gboolean is_whole);

/**
 * jkb_chart_view_set_selected_func:
 * @self: a view
 * @is_selected: tells which marks are drawn in full; others are faded
 * @user_data: for @is_selected; must live as long as the view
 */
void jkb_chart_view_set_selected_func (JkbChartView *self, JkbMarkFunc is_selected,
                                       gpointer user_data);

/**
 * jkb_chart_view_choose_range:
 * @self: a view
 * @range: a part of it
 * @adds: add to what is chosen
 *
 * Chooses all marks that @range touches, as a person does who draws a frame around them.
 */
void jkb_chart_view_choose_range (JkbChartView *self, const JkbChartRect *range, gboolean adds);

/**
 * jkb_chart_view_get_readout:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what the mark under cursor or pointer says
 */
const char *jkb_chart_view_get_readout (JkbChartView *self);

/**
 * jkb_chart_view_get_layout:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the layout as it is drawn, %NULL before it has a size
 */
const JkbChartLayout *jkb_chart_view_get_layout (JkbChartView *self);

/**
 * jkb_chart_view_get_palette:
 * @widget: a widget
 * @palette: (out caller-allocates): colours that fit the style that @widget has now
 *
 * For everything that is drawn with a palette beside the chart itself.
 */
void jkb_chart_view_get_palette (GtkWidget *widget, JkbChartPalette *palette);
