/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charts/jkb-chart-draw.h"

/**
 * JkbChartView:
 *
 * Draws a chart without its title. Marks can be pointed at, walked over with the arrow keys and
 * activated by a click, Enter or Space.
 *
 * Property: `readout`, what the mark under keyboard cursor or pointer says, or %NULL. Signal:
 * `mark-activated` (pointer to a #JkbChartMark, valid during the emission).
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
 * jkb_chart_view_set_selected_func:
 * @self: a view
 * @is_selected: tells which marks are drawn in full; others are faded
 * @user_data: for @is_selected; must live as long as the view
 */
void jkb_chart_view_set_selected_func (JkbChartView *self, JkbMarkFunc is_selected,
                                       gpointer user_data);

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
