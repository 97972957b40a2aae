/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/jkb-chart-view.h"

/**
 * JkbChartStage:
 *
 * One chart on the whole screen, in type for the last row of a room. Page Up and Page Down show the
 * neighbours, F11 and Escape end it. Signal: `turned` (int: 1 for the next chart, -1 for the one
 * before). Main thread.
 */
#define JKB_TYPE_CHART_STAGE (jkb_chart_stage_get_type ())
G_DECLARE_FINAL_TYPE (JkbChartStage, jkb_chart_stage, JKB, CHART_STAGE, GtkWindow)

/**
 * jkb_chart_stage_new:
 * @parent: the window whose chart it is
 *
 * Returns: (transfer none): the stage, not yet shown; it belongs to the toolkit
 */
JkbChartStage *jkb_chart_stage_new (GtkWindow *parent);

/**
 * jkb_chart_stage_get_view:
 * @self: a stage
 *
 * Returns: (transfer none): where the chart is drawn
 */
JkbChartView *jkb_chart_stage_get_view (JkbChartStage *self);
