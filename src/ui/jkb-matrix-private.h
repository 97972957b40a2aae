/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-matrix-rows.h"
#include "ui/jkb-matrix-view.h"

/**
 * JkbMatrixGeometry:
 * @label_width: column with the names of roles
 * @column_width: one type
 * @heading_height: names of types with their numbers of cases
 * @row_height: one role or heading
 * @n_name_lines: how many lines the name of a role may take
 * @content_width: all columns, without the names of roles
 * @content_height: all rows, without the heading
 *
 * Sizes in pixels that follow from the font and the width of the widget.
 */
typedef struct
{
  double label_width;
  double column_width;
  double heading_height;
  double row_height;
  int n_name_lines;
  double content_width;
  double content_height;
} JkbMatrixGeometry;

struct _JkbMatrixView
{
  GtkWidget parent_instance;

  JkbFrameworks *frameworks;
  GArray *rows;                         /* JkbMatrixRow */
  int phase;
  guint n_cases[JKB_N_SUBJECTS];
  guint32 lit;
  int row;                              /* chosen, -1 for nothing */
  JkbSubject subject;                   /* chosen, JKB_SUBJECT_NONE for the role as a whole */
  int hover_row;
  JkbSubject hover_subject;
  GtkAdjustment *adjustments[2];        /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  JkbMatrixGeometry geometry;
};

/**
 * jkb_matrix_view_update_geometry:
 * @self: a matrix
 * @width: width of the widget
 *
 * Measures anew.
 */
void jkb_matrix_view_update_geometry (JkbMatrixView *self, int width);

/**
 * jkb_matrix_view_draw:
 * @self: a matrix with its geometry
 * @snapshot: where to
 *
 * Draws what is in view.
 */
void jkb_matrix_view_draw (JkbMatrixView *self, GtkSnapshot *snapshot);

/**
 * jkb_matrix_view_describe:
 * @self: a matrix
 * @row: a row
 * @subject: a type or circumstance, or %JKB_SUBJECT_NONE
 *
 * Returns: (transfer full) (nullable): what stands there, in words; %NULL for a heading
 */
char *jkb_matrix_view_describe (JkbMatrixView *self, int row, JkbSubject subject);

/**
 * jkb_matrix_view_choose_cell:
 * @self: a matrix with rows
 * @row: a row, -1 for nothing
 * @subject: a type or circumstance, or %JKB_SUBJECT_NONE
 *
 * Chooses a cell, brings it into view and tells of it.
 */
void jkb_matrix_view_choose_cell (JkbMatrixView *self, int row, JkbSubject subject);

/**
 * jkb_matrix_view_emit_opened:
 * @self: a matrix
 *
 * Emits `opened`.
 */
void jkb_matrix_view_emit_opened (JkbMatrixView *self);

/**
 * jkb_matrix_view_add_controllers:
 * @self: a matrix
 *
 * Lets pointer and keyboard in.
 */
void jkb_matrix_view_add_controllers (JkbMatrixView *self);

/**
 * jkb_matrix_view_query_tooltip:
 * @widget: a matrix
 * @x: place
 * @y: place
 * @keyboard: of the chosen cell, not of the place
 * @tooltip: what to fill
 *
 * What a cell says, for the class.
 *
 * Returns: %TRUE if there is a cell
 */
gboolean jkb_matrix_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                        GtkTooltip *tooltip);
