/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-chart-view.h"

/* The view in two parts: how it is drawn, and what pointer and keyboard do with it. Main thread. */

struct _JkbChartView
{
  GtkWidget parent_instance;

  JkbChart *chart;
  JkbMarkFunc is_selected;
  gpointer selected_data;
  PangoContext *context;                /* own: drawing into Cairo changes it */
  JkbChartLayout *layout;               /* for the width it was laid out for, else NULL */
  JkbChartStyle style;
  int cursor;                           /* mark under the keyboard cursor, -1 for none */
  int hover;                            /* mark under the pointer, -1 for none */
  JkbChartRect range;                   /* being drawn with the pointer */
  double drag_x, drag_y;                /* where the button was pressed */
  gboolean is_dragged;
  gboolean was_dragged;                 /* since the button was pressed: its release is no click */
  gboolean is_whole;                    /* title and foot too, type as large as the room allows */
};

/** The mark of an index, %NULL when there is none. */
const JkbChartMark *jkb_chart_view_get_mark (JkbChartView *self, int index);

/** Shows and says what the mark under cursor or pointer is. */
void jkb_chart_view_show_readout (JkbChartView *self);

/** Tells of marks that a person chose; a handler may show another chart. */
void jkb_chart_view_choose (JkbChartView *self, const GArray *marks, gboolean adds);

/** Emits `marks-chosen`. */
void jkb_chart_view_emit_chosen (JkbChartView *self, const GArray *marks, gboolean adds);

/** Emits `cleared`. Returns: %TRUE if there was anything to clear */
gboolean jkb_chart_view_emit_cleared (JkbChartView *self);

/** Emits `zoomed`. Returns: %TRUE if that means anything here */
gboolean jkb_chart_view_emit_zoomed (JkbChartView *self, int step);

/** Lets pointer and keyboard in. */
void jkb_chart_view_add_controllers (JkbChartView *self);

/** The tooltip of a mark, for the class. */
gboolean jkb_chart_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                       GtkTooltip *tooltip);
