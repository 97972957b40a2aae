/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charts/jkb-chart-layout.h"

/** JkbChartWalk: a step of the keyboard cursor. */
typedef enum
{
  JKB_WALK_LEFT,
  JKB_WALK_RIGHT,
  JKB_WALK_UP,
  JKB_WALK_DOWN,
  JKB_WALK_FIRST,
  JKB_WALK_LAST,
} JkbChartWalk;

/**
 * jkb_chart_walk:
 * @layout: a layout
 * @from: index of a mark
 * @step: where to go
 * @rtl: the layout is mirrored
 *
 * Any thread. Returns: index of the mark that is reached, @from when there is none that way; -1
 *   without marks
 */
int jkb_chart_walk (const JkbChartLayout *layout, int from, JkbChartWalk step, gboolean rtl);

/**
 * jkb_chart_find_same:
 * @layout: a layout
 * @wanted: a mark of another one
 *
 * Any thread. Returns: index of the mark for the same thing, -1 when there is none
 */
int jkb_chart_find_same (const JkbChartLayout *layout, const JkbChartMark *wanted);

/**
 * jkb_chart_find_inside:
 * @layout: a layout
 * @frame: a part of it
 *
 * Any thread. Returns: (transfer full) (element-type JkbChartMark): the marks that are touched by
 *   @frame where a pointer would mean them; their labels belong to @layout
 */
GArray *jkb_chart_find_inside (const JkbChartLayout *layout, const JkbChartRect *frame);
