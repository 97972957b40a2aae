/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-chart-view.h"

/**
 * JkbChartCard:
 *
 * A chart with its question, what it rests on, and what can be done with it: seen as a table, copied
 * as picture or numbers, saved as SVG, PNG or PDF.
 */
#define JKB_TYPE_CHART_CARD (jkb_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (JkbChartCard, jkb_chart_card, JKB, CHART_CARD, AdwBin)

/**
 * jkb_chart_card_new:
 *
 * Returns: (transfer floating): a card without a chart
 */
GtkWidget *jkb_chart_card_new (void);

/**
 * jkb_chart_card_set_chart:
 * @self: a card
 * @chart: what to show
 *
 * Shows another chart, as picture or table as it was before.
 */
void jkb_chart_card_set_chart (JkbChartCard *self, JkbChart *chart);

/**
 * jkb_chart_card_get_view:
 * @self: a card
 *
 * Returns: (transfer none): the picture
 */
JkbChartView *jkb_chart_card_get_view (JkbChartCard *self);

/**
 * jkb_chart_card_add_tool:
 * @self: a card
 * @tool: a button
 *
 * Puts @tool before the buttons that all cards have.
 */
void jkb_chart_card_add_tool (JkbChartCard *self, GtkWidget *tool);
