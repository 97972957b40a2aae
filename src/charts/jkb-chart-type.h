/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "charts/jkb-chart-layout.h"

/* Inside the room `charts`: text as it is set in a chart. One thread a context. */

/**
 * jkb_chart_type_new_layout:
 * @context: where the fonts come from
 * @text: UTF-8
 * @role: what it is
 * @scale: factor on the size of type
 *
 * Returns: (transfer full): the text in one line
 */
PangoLayout *jkb_chart_type_new_layout (PangoContext *context, const char *text, JkbTextRole role,
                                        double scale);

/**
 * jkb_chart_type_line_height:
 * @role: what a text is
 * @scale: factor on the size of type
 *
 * Returns: the height of a line, from the font alone, so that it is the same whatever the text holds
 */
double jkb_chart_type_line_height (JkbTextRole role, double scale);
