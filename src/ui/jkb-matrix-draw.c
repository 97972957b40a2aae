/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws the matrix: cells first, then the names of roles over what has scrolled to the side, then the
 * names of types over what has scrolled up. Places are counted from the side where a line begins and
 * mirrored when they are drawn, so that right-to-left needs no second arithmetic.
 */
#include "ui/jkb-matrix-private.h"

#include <math.h>

#include "frameworks/jkb-frameworks-own.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-reference.h"

#define COLUMN_MIN_LINES 2.4
#define COLUMN_MAX_LINES 8.0            /* wider, and the marks of a row would be far apart */
#define LABEL_MIN_LINES 9.0             /* what the marks mean, in heights of a line */
#define LABEL_SHARE 0.41
#define LABEL_MAX_SHARE 0.55            /* of a window that is narrower than its text is large */
#define NAME_MAX_LINES 3
#define NAME_RAGGED 1.2                 /* lines that break between words hold less than their width */
#define LINE_SPACING 1.15
#define OWN_SHARE 0.5                   /* of the height of a line */

/* As large as it is drawn, with the zoom. */
static double
get_line_height (JkbMatrixView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double height = (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return height * self->zoom;
}

/* Anew only when the roles or the size of the text are others. */
static void
measure_names (JkbMatrixView *self, double line)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  int longest = 0;

  if (self->name_width > 0 && self->name_line == line)
    return;
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      const JkbRole *role = g_array_index (self->rows, JkbMatrixRow, i).role;
      int width;

      if (role == NULL)
        continue;
      pango_layout_set_text (layout, jkb_reference_label (&role->name), -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      longest = MAX (longest, width);
    }
  self->name_width = longest * self->zoom;
  self->name_line = line;
}

/* As wide as the longest name where there is room; where there is not, names take several lines. */
static void
update_names (JkbMatrixView *self, int width, double line)
{
  JkbMatrixGeometry *geometry = &self->geometry;
  double around = 3 * JKB_MATRIX_PADDING + 1;
  double least = MIN (LABEL_MIN_LINES * line, width * LABEL_MAX_SHARE);
  double most = MAX (width * LABEL_SHARE, least);

  measure_names (self, line);
  geometry->label_width = floor (CLAMP (ceil (self->name_width) + around, least, most));
  geometry->n_name_lines = 1;
  if (self->name_width + around > geometry->label_width)
    geometry->n_name_lines
        = CLAMP ((int) ceil (self->name_width * NAME_RAGGED / MAX (geometry->label_width - around, 1)), 2,
                 NAME_MAX_LINES);
}

void
jkb_matrix_view_update_geometry (JkbMatrixView *self, int width)
{
  double line = get_line_height (self);
  JkbMatrixGeometry *geometry = &self->geometry;

  update_names (self, width, line);
  geometry->column_width
      = floor (CLAMP ((width - geometry->label_width) / JKB_N_SUBJECTS, COLUMN_MIN_LINES * line,
                      COLUMN_MAX_LINES * line));
  geometry->heading_height = ceil (JKB_MATRIX_HEADING_LINES * line + line + 3 * JKB_MATRIX_PADDING);
  geometry->row_height = ceil (line + (geometry->n_name_lines - 1) * line * LINE_SPACING + 2 * JKB_MATRIX_PADDING);
  geometry->content_width = geometry->column_width * JKB_N_SUBJECTS;
  geometry->content_height = geometry->row_height * (self->rows != NULL ? self->rows->len : 0);
}

/* ---- colours and places ---- */

GdkRGBA
jkb_matrix_fade (GdkRGBA color, float alpha)
{
  color.alpha *= alpha;
  return color;
}

static JkbMatrixPen
make_pen (JkbMatrixView *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  JkbMatrixPen pen = {
    .self = self,
    .snapshot = snapshot,
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .scroll_x = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]),
    .scroll_y = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]),
    .is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .line = get_line_height (self),
  };

  jkb_compat_get_color (widget, &pen.text);
  pen.has_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  pen.dim = jkb_matrix_fade (pen.text, pen.has_contrast ? 0.9f : 0.65f);
  if (!jkb_compat_lookup_color (widget, "accent_color", &pen.accent))
    pen.accent = pen.text;
  if (!jkb_compat_lookup_color (widget, "view_bg_color", &pen.background))
    pen.background = (GdkRGBA){ 1, 1, 1, 1 };
  return pen;
}

graphene_rect_t
jkb_matrix_pen_place (const JkbMatrixPen *pen, double x, double y, double width, double height)
{
  return GRAPHENE_RECT_INIT ((float) (pen->is_rtl ? pen->width - x - width : x), (float) y,
                             (float) width, (float) height);
}

void
jkb_matrix_pen_fill (const JkbMatrixPen *pen, double x, double y, double width, double height, const GdkRGBA *color)
{
  graphene_rect_t rect = jkb_matrix_pen_place (pen, x, y, width, height);

  gtk_snapshot_append_color (pen->snapshot, color, &rect);
}

static void
push_clip (const JkbMatrixPen *pen, double x, double y, double width, double height)
{
  graphene_rect_t rect = jkb_matrix_pen_place (pen, x, y, MAX (width, 0), MAX (height, 0));

  gtk_snapshot_push_clip (pen->snapshot, &rect);
}

double
jkb_matrix_pen_get_column_x (const JkbMatrixPen *pen, JkbSubject subject)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;

  return geometry->label_width + subject * geometry->column_width - pen->scroll_x;
}

static double
get_row_y (const JkbMatrixPen *pen, int row)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;

  return geometry->heading_height + row * geometry->row_height - pen->scroll_y;
}

/* ---- cells ---- */

static void
draw_dots (const JkbMatrixPen *pen, double x, double y, int weight)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  double size = floor (pen->line * 0.42);
  double gap = MIN (size * 0.45, (geometry->column_width - 3 * size) / 4);
  double left = x + (geometry->column_width - weight * size - (weight - 1) * gap) / 2;
  double top = y + (geometry->row_height - size) / 2;

  for (int i = 0; i < weight; i++)
    {
      graphene_rect_t rect = jkb_matrix_pen_place (pen, left + i * (size + gap), top, size, size);
      GskRoundedRect round;

      gsk_rounded_rect_init_from_rect (&round, &rect, (float) size / 2);
      gtk_snapshot_push_rounded_clip (pen->snapshot, &round);
      gtk_snapshot_append_color (pen->snapshot, &pen->text, &rect);
      gtk_snapshot_pop (pen->snapshot);
    }
}

/* A folded corner: what a person changed is told by its shape, whatever the colours. */
void
jkb_matrix_pen_draw_own (const JkbMatrixPen *pen, double right, double top)
{
  double size = ceil (pen->line * OWN_SHARE);
  graphene_rect_t rect = jkb_matrix_pen_place (pen, right - size, top, size, size);
  cairo_t *cr = gtk_snapshot_append_cairo (pen->snapshot, &rect);
  double outer = pen->is_rtl ? rect.origin.x : rect.origin.x + size;
  double inner = pen->is_rtl ? rect.origin.x + size : rect.origin.x;

  cairo_move_to (cr, inner, rect.origin.y);
  cairo_line_to (cr, outer, rect.origin.y);
  cairo_line_to (cr, outer, rect.origin.y + size);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &pen->text);
  cairo_fill (cr);
  cairo_destroy (cr);
}

gboolean
jkb_matrix_view_is_own (JkbMatrixView *self, const JkbRole *role, JkbSubject subject)
{
  return self->has_own && jkb_frameworks_is_own (self->frameworks, subject, role, self->phase);
}

static void
draw_cell (const JkbMatrixPen *pen, int row, JkbSubject subject)
{
  static const float strengths[] = { 0, 0.12f, 0.26f, 0.46f };
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  const JkbRole *role = g_array_index (pen->self->rows, JkbMatrixRow, row).role;
  double x = jkb_matrix_pen_get_column_x (pen, subject), y = get_row_y (pen, row);
  int weight = jkb_frameworks_weight (pen->self->frameworks, subject, role, pen->self->phase);
  GdkRGBA color = jkb_matrix_fade (pen->accent, strengths[weight] * (pen->has_contrast ? 1.4f : 1));

  if (jkb_matrix_view_is_own (pen->self, role, subject))
    jkb_matrix_pen_draw_own (pen, x + geometry->column_width - 2, y + 2);
  if (weight == 0)
    return;
  jkb_matrix_pen_fill (pen, x + 1, y + 1, geometry->column_width - 2, geometry->row_height - 2, &color);
  draw_dots (pen, x, y, weight);
}

static void
draw_ring (const JkbMatrixPen *pen, double x, double y, double width, double height)
{
  graphene_rect_t rect = jkb_matrix_pen_place (pen, x, y, width, height);
  gboolean has_focus = gtk_widget_has_focus (GTK_WIDGET (pen->self));
  GdkRGBA color = has_focus ? pen->accent : pen->dim;
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &rect, 4);
  gtk_snapshot_append_border (pen->snapshot, &round, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ color, color, color, color });
}

static void
get_rows_in_view (const JkbMatrixPen *pen, int *first, int *end)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  double room = pen->height - geometry->heading_height;

  *first = MAX ((int) floor (pen->scroll_y / geometry->row_height), 0);
  *end = MIN ((int) ceil ((pen->scroll_y + room) / geometry->row_height),
              (int) pen->self->rows->len);
}

void
jkb_matrix_pen_draw_columns (const JkbMatrixPen *pen)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  GdkRGBA lit = jkb_matrix_fade (pen->accent, 0.10f), line = jkb_matrix_fade (pen->text, pen->has_contrast ? 0.3f : 0.08f);
  GdkRGBA hover = jkb_matrix_fade (pen->text, 0.04f);

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    {
      double x = jkb_matrix_pen_get_column_x (pen, subject);

      if ((pen->self->lit >> subject & 1) != 0)
        jkb_matrix_pen_fill (pen, x, 0, geometry->column_width, pen->height, &lit);
      if (subject == pen->self->hover_subject && pen->self->hover_row >= 0)
        jkb_matrix_pen_fill (pen, x, 0, geometry->column_width, pen->height, &hover);
      jkb_matrix_pen_fill (pen, x, 0, 1, pen->height, &line);
    }
}

static void
draw_cells (const JkbMatrixPen *pen, int first, int end)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  JkbMatrixView *self = pen->self;

  push_clip (pen, geometry->label_width, geometry->heading_height,
             pen->width - geometry->label_width, pen->height - geometry->heading_height);
  jkb_matrix_pen_draw_columns (pen);
  for (int row = first; row < end; row++)
    for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
      if (g_array_index (self->rows, JkbMatrixRow, row).role != NULL)
        draw_cell (pen, row, subject);
  if (self->row >= 0 && self->subject != JKB_SUBJECT_NONE)
    draw_ring (pen, jkb_matrix_pen_get_column_x (pen, self->subject), get_row_y (pen, self->row),
               geometry->column_width, geometry->row_height);
  gtk_snapshot_pop (pen->snapshot);
}

/* ---- names of roles ---- */

void
jkb_matrix_pen_scale (const JkbMatrixPen *pen, PangoLayout *layout, gboolean is_bold)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (pen->self->zoom));
  if (is_bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
}

void
jkb_matrix_pen_draw_text (const JkbMatrixPen *pen, const char *text, double x, double y, double width, int n_lines, gboolean is_bold,
           const GdkRGBA *color)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (pen->self), text);
  graphene_rect_t rect = jkb_matrix_pen_place (pen, x, y, width, pen->self->geometry.row_height);
  int height;

  jkb_matrix_pen_scale (pen, layout, is_bold);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (
      pen->snapshot,
      &GRAPHENE_POINT_INIT (rect.origin.x,
                            rect.origin.y + (rect.size.height - (float) height) / 2));
  gtk_snapshot_append_layout (pen->snapshot, layout, color);
  gtk_snapshot_restore (pen->snapshot);
}

static void
draw_role (const JkbMatrixPen *pen, int row)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  const JkbMatrixRow *content = &g_array_index (pen->self->rows, JkbMatrixRow, row);
  double y = get_row_y (pen, row);
  GdkRGBA hover = jkb_matrix_fade (pen->text, 0.06f);
  const char *text = content->role != NULL ? jkb_reference_label (&content->role->name)
                                           : content->heading;
  double indent = 2 * JKB_MATRIX_PADDING;

  if (row == pen->self->hover_row && content->role != NULL)
    jkb_matrix_pen_fill (pen, 0, y, pen->width, geometry->row_height, &hover);
  /* A heading runs across the whole width: no line of a column goes through its words. */
  if (content->role == NULL)
    jkb_matrix_pen_fill (pen, 0, y, pen->width, geometry->row_height, &pen->background);
  jkb_matrix_pen_draw_text (pen, text, indent, y,
             (content->role != NULL ? geometry->label_width : pen->width) - indent - JKB_MATRIX_PADDING,
             content->role != NULL ? geometry->n_name_lines : 1, content->role == NULL,
             content->is_framework ? &pen->accent : content->role != NULL ? &pen->text : &pen->dim);
}

static void
draw_roles (const JkbMatrixPen *pen, int first, int end)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  GdkRGBA line = jkb_matrix_fade (pen->text, 0.15f);
  JkbMatrixView *self = pen->self;

  push_clip (pen, 0, geometry->heading_height, pen->width, pen->height - geometry->heading_height);
  jkb_matrix_pen_fill (pen, geometry->label_width - 1, geometry->heading_height, 1, pen->height, &line);
  for (int row = first; row < end; row++)
    draw_role (pen, row);
  if (self->row >= 0 && self->subject == JKB_SUBJECT_NONE)
    draw_ring (pen, 1, get_row_y (pen, self->row), geometry->label_width - 2,
               geometry->row_height);
  gtk_snapshot_pop (pen->snapshot);
}

void
jkb_matrix_view_draw (JkbMatrixView *self, GtkSnapshot *snapshot)
{
  JkbMatrixPen pen = make_pen (self, snapshot);
  int first, end;

  if (self->rows == NULL)
    return;
  get_rows_in_view (&pen, &first, &end);
  draw_cells (&pen, first, end);
  draw_roles (&pen, first, end);
  jkb_matrix_pen_draw_heads (&pen);
}
