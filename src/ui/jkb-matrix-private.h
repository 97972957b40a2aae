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

/** Length of the longest heading, in heights of a line. */
#define JKB_MATRIX_HEADING_LINES 9.0
/** Room around words, in pixels. */
#define JKB_MATRIX_PADDING 6.0

struct _JkbMatrixView
{
  GtkWidget parent_instance;

  JkbFrameworks *frameworks;
  GArray *rows;                         /* JkbMatrixRow */
  int phase;
  guint n_cases[JKB_N_SUBJECTS];
  guint32 lit;
  gboolean has_own;                     /* a person changed something somewhere */
  double zoom;
  gboolean is_to_reveal;                /* what is chosen comes into view with the next allocation */
  int row;                              /* chosen, -1 for nothing */
  JkbSubject subject;                   /* chosen, JKB_SUBJECT_NONE for the role as a whole */
  int hover_row;
  JkbSubject hover_subject;
  GtkAdjustment *adjustments[2];        /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  JkbMatrixGeometry geometry;
  double name_width;                    /* of the longest name of a role, 0 before it is measured */
  double name_line;                     /* height of a line it was measured with */
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
 * jkb_matrix_view_zoom_by_wheel:
 * @self: a matrix
 * @modifiers: keys that are held
 * @dy: how far the wheel has turned, down when it is positive
 *
 * Makes the matrix larger or smaller when Ctrl is held.
 *
 * Returns: %FALSE when the wheel is for scrolling
 */
gboolean jkb_matrix_view_zoom_by_wheel (JkbMatrixView *self, GdkModifierType modifiers, double dy);

/**
 * jkb_matrix_view_draw:
 * @self: a matrix with its geometry
 * @snapshot: where to
 *
 * Draws what is in view.
 */
void jkb_matrix_view_draw (JkbMatrixView *self, GtkSnapshot *snapshot);

/**
 * JkbMatrixPen:
 * @self: a matrix with its geometry
 * @snapshot: where to
 * @width: of the widget
 * @height: likewise
 * @scroll_x: what has scrolled to the side
 * @scroll_y: what has scrolled up
 * @line: height of a line of text, with the zoom
 * @is_rtl: begins at the right
 * @has_contrast: contrast is wanted
 * @text: colour of words
 * @dim: of lesser words
 * @accent: of weights
 * @background: behind all
 *
 * What all parts of the matrix are drawn with. Places are counted from the side where a line begins.
 */
typedef struct
{
  JkbMatrixView *self;
  GtkSnapshot *snapshot;
  double width, height;
  double scroll_x, scroll_y;
  double line;
  gboolean is_rtl;
  gboolean has_contrast;
  GdkRGBA text, dim, accent, background;
} JkbMatrixPen;

/** A colour that lets through more of what is behind it. */
GdkRGBA jkb_matrix_fade (GdkRGBA color, float alpha);

/** Where a place lies in the widget. */
graphene_rect_t jkb_matrix_pen_place (const JkbMatrixPen *pen, double x, double y, double width,
                                      double height);

/** Fills a place. */
void jkb_matrix_pen_fill (const JkbMatrixPen *pen, double x, double y, double width, double height,
                          const GdkRGBA *color);

/** Where the column of @subject begins. */
double jkb_matrix_pen_get_column_x (const JkbMatrixPen *pen, JkbSubject subject);

/** Draws what is behind columns: lines, and what is lit or under the pointer. */
void jkb_matrix_pen_draw_columns (const JkbMatrixPen *pen);

/** Gives @layout the size of the zoom, and weight. */
void jkb_matrix_pen_scale (const JkbMatrixPen *pen, PangoLayout *layout, gboolean is_bold);

/** Draws words into a row, in at most @n_lines. */
void jkb_matrix_pen_draw_text (const JkbMatrixPen *pen, const char *text, double x, double y,
                               double width, int n_lines, gboolean is_bold, const GdkRGBA *color);

/** Draws the mark of a person's own change, its corner at @right and @top. */
void jkb_matrix_pen_draw_own (const JkbMatrixPen *pen, double right, double top);

/** Draws all above the rows. */
void jkb_matrix_pen_draw_heads (const JkbMatrixPen *pen);

/**
 * jkb_matrix_view_is_own:
 * @self: a matrix with rows
 * @role: a role
 * @subject: a type or circumstance
 *
 * Returns: %TRUE when a person decided what stands there, in the phase that is shown
 */
gboolean jkb_matrix_view_is_own (JkbMatrixView *self, const JkbRole *role, JkbSubject subject);

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
