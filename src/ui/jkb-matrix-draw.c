/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws the matrix: cells first, then the names of roles over what has scrolled to the side, then the
 * names of types over what has scrolled up. Places are counted from the side where a line begins and
 * mirrored when they are drawn, so that right-to-left needs no second arithmetic.
 */
#include "ui/jkb-matrix-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-reference.h"

#define N_HEADING_LINES 2
#define HEADING_TEXT_LINES 9.0          /* length of the longest heading, in heights of a line */
#define COLUMN_MIN_LINES 2.4
#define COLUMN_MAX_LINES 4.2
#define LABEL_MIN 130.0
#define LABEL_MAX_LINES 22.0            /* the longest name, in heights of a line */
#define LABEL_SHARE 0.36
#define LABEL_FULL_LINES 14.0           /* below this width, many a name would lose its end in one line */
#define LINE_SPACING 1.15
#define PADDING 6.0

static double
get_line_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double height = (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return height;
}

void
jkb_matrix_view_update_geometry (JkbMatrixView *self, int width)
{
  double line = get_line_height (GTK_WIDGET (self));
  JkbMatrixGeometry *geometry = &self->geometry;

  geometry->label_width = floor (CLAMP (width * LABEL_SHARE, LABEL_MIN, MAX (LABEL_MAX_LINES * line, LABEL_MIN)));
  geometry->n_name_lines = geometry->label_width < LABEL_FULL_LINES * line ? 2 : 1;
  geometry->column_width
      = floor (CLAMP ((width - geometry->label_width) / JKB_N_SUBJECTS, COLUMN_MIN_LINES * line,
                      COLUMN_MAX_LINES * line));
  geometry->heading_height = ceil (HEADING_TEXT_LINES * line + line + 3 * PADDING);
  geometry->row_height = ceil (line + (geometry->n_name_lines - 1) * line * LINE_SPACING + 2 * PADDING);
  geometry->content_width = geometry->column_width * JKB_N_SUBJECTS;
  geometry->content_height = geometry->row_height * (self->rows != NULL ? self->rows->len : 0);
}

/* ---- colours and places ---- */

typedef struct
{
  JkbMatrixView *self;
  GtkSnapshot *snapshot;
  double width, height;
  double scroll_x, scroll_y;
  gboolean is_rtl;
  gboolean has_contrast;
  GdkRGBA text, dim, accent, background;
} Pen;

static GdkRGBA
fade (GdkRGBA color, float alpha)
{
  color.alpha *= alpha;
  return color;
}

static Pen
make_pen (JkbMatrixView *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Pen pen = {
    .self = self,
    .snapshot = snapshot,
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .scroll_x = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]),
    .scroll_y = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]),
    .is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };

  jkb_compat_get_color (widget, &pen.text);
  pen.has_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  pen.dim = fade (pen.text, pen.has_contrast ? 0.9f : 0.65f);
  if (!jkb_compat_lookup_color (widget, "accent_color", &pen.accent))
    pen.accent = pen.text;
  if (!jkb_compat_lookup_color (widget, "view_bg_color", &pen.background))
    pen.background = (GdkRGBA){ 1, 1, 1, 1 };
  return pen;
}

static graphene_rect_t
place (const Pen *pen, double x, double y, double width, double height)
{
  return GRAPHENE_RECT_INIT ((float) (pen->is_rtl ? pen->width - x - width : x), (float) y,
                             (float) width, (float) height);
}

static void
fill (const Pen *pen, double x, double y, double width, double height, const GdkRGBA *color)
{
  graphene_rect_t rect = place (pen, x, y, width, height);

  gtk_snapshot_append_color (pen->snapshot, color, &rect);
}

static void
push_clip (const Pen *pen, double x, double y, double width, double height)
{
  graphene_rect_t rect = place (pen, x, y, MAX (width, 0), MAX (height, 0));

  gtk_snapshot_push_clip (pen->snapshot, &rect);
}

static double
get_column_x (const Pen *pen, JkbSubject subject)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;

  return geometry->label_width + subject * geometry->column_width - pen->scroll_x;
}

static double
get_row_y (const Pen *pen, int row)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;

  return geometry->heading_height + row * geometry->row_height - pen->scroll_y;
}

/* ---- cells ---- */

static void
draw_dots (const Pen *pen, double x, double y, int weight)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  double size = floor (get_line_height (GTK_WIDGET (pen->self)) * 0.42);
  double gap = MIN (size * 0.45, (geometry->column_width - 3 * size) / 4);
  double left = x + (geometry->column_width - weight * size - (weight - 1) * gap) / 2;
  double top = y + (geometry->row_height - size) / 2;

  for (int i = 0; i < weight; i++)
    {
      graphene_rect_t rect = place (pen, left + i * (size + gap), top, size, size);
      GskRoundedRect round;

      gsk_rounded_rect_init_from_rect (&round, &rect, (float) size / 2);
      gtk_snapshot_push_rounded_clip (pen->snapshot, &round);
      gtk_snapshot_append_color (pen->snapshot, &pen->text, &rect);
      gtk_snapshot_pop (pen->snapshot);
    }
}

static void
draw_cell (const Pen *pen, int row, JkbSubject subject)
{
  static const float strengths[] = { 0, 0.12f, 0.26f, 0.46f };
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  const JkbRole *role = g_array_index (pen->self->rows, JkbMatrixRow, row).role;
  double x = get_column_x (pen, subject), y = get_row_y (pen, row);
  int weight = jkb_frameworks_weight (pen->self->frameworks, subject, role, pen->self->phase);
  GdkRGBA color = fade (pen->accent, strengths[weight] * (pen->has_contrast ? 1.4f : 1));

  if (weight == 0)
    return;
  fill (pen, x + 1, y + 1, geometry->column_width - 2, geometry->row_height - 2, &color);
  draw_dots (pen, x, y, weight);
}

static void
draw_ring (const Pen *pen, double x, double y, double width, double height)
{
  graphene_rect_t rect = place (pen, x, y, width, height);
  gboolean has_focus = gtk_widget_has_focus (GTK_WIDGET (pen->self));
  GdkRGBA color = has_focus ? pen->accent : pen->dim;
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &rect, 4);
  gtk_snapshot_append_border (pen->snapshot, &round, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ color, color, color, color });
}

static void
get_rows_in_view (const Pen *pen, int *first, int *end)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  double room = pen->height - geometry->heading_height;

  *first = MAX ((int) floor (pen->scroll_y / geometry->row_height), 0);
  *end = MIN ((int) ceil ((pen->scroll_y + room) / geometry->row_height),
              (int) pen->self->rows->len);
}

static void
draw_columns (const Pen *pen)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  GdkRGBA lit = fade (pen->accent, 0.10f), line = fade (pen->text, pen->has_contrast ? 0.3f : 0.08f);
  GdkRGBA hover = fade (pen->text, 0.04f);

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    {
      double x = get_column_x (pen, subject);

      if ((pen->self->lit >> subject & 1) != 0)
        fill (pen, x, 0, geometry->column_width, pen->height, &lit);
      if (subject == pen->self->hover_subject && pen->self->hover_row >= 0)
        fill (pen, x, 0, geometry->column_width, pen->height, &hover);
      fill (pen, x, 0, 1, pen->height, &line);
    }
}

static void
draw_cells (const Pen *pen, int first, int end)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  JkbMatrixView *self = pen->self;

  push_clip (pen, geometry->label_width, geometry->heading_height,
             pen->width - geometry->label_width, pen->height - geometry->heading_height);
  draw_columns (pen);
  for (int row = first; row < end; row++)
    for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
      if (g_array_index (self->rows, JkbMatrixRow, row).role != NULL)
        draw_cell (pen, row, subject);
  if (self->row >= 0 && self->subject != JKB_SUBJECT_NONE)
    draw_ring (pen, get_column_x (pen, self->subject), get_row_y (pen, self->row),
               geometry->column_width, geometry->row_height);
  gtk_snapshot_pop (pen->snapshot);
}

/* ---- names of roles ---- */

static void
draw_text (const Pen *pen, const char *text, double x, double y, double width, int n_lines, gboolean is_bold,
           const GdkRGBA *color)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (pen->self), text);
  graphene_rect_t rect = place (pen, x, y, width, pen->self->geometry.row_height);
  int height;

  if (is_bold)
    {
      g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
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
draw_role (const Pen *pen, int row)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  const JkbMatrixRow *content = &g_array_index (pen->self->rows, JkbMatrixRow, row);
  double y = get_row_y (pen, row);
  GdkRGBA hover = fade (pen->text, 0.06f);
  const char *text = content->role != NULL ? jkb_reference_label (&content->role->name)
                                           : content->heading;
  double indent = 2 * PADDING;

  if (row == pen->self->hover_row && content->role != NULL)
    fill (pen, 0, y, pen->width, geometry->row_height, &hover);
  draw_text (pen, text, indent, y,
             (content->role != NULL ? geometry->label_width : pen->width) - indent - PADDING,
             content->role != NULL ? geometry->n_name_lines : 1, content->role == NULL,
             content->is_framework ? &pen->accent : content->role != NULL ? &pen->text : &pen->dim);
}

static void
draw_roles (const Pen *pen, int first, int end)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  GdkRGBA line = fade (pen->text, 0.15f);
  JkbMatrixView *self = pen->self;

  push_clip (pen, 0, geometry->heading_height, pen->width, pen->height - geometry->heading_height);
  for (int row = first; row < end; row++)
    draw_role (pen, row);
  if (self->row >= 0 && self->subject == JKB_SUBJECT_NONE)
    draw_ring (pen, 1, get_row_y (pen, self->row), geometry->label_width - 2,
               geometry->row_height);
  fill (pen, geometry->label_width - 1, geometry->heading_height, 1, pen->height, &line);
  gtk_snapshot_pop (pen->snapshot);
}

/* ---- names of types ---- */

/* A name of two parts that is longer than its column breaks between them, not in a word. */
static void
break_at_dot (PangoLayout *layout, const char *text, int room)
{
  const char *dot = strstr (text, "・");
  g_autofree char *broken = NULL;
  int length;

  pango_layout_get_size (layout, &length, NULL);
  if (dot == NULL || length <= room)
    return;
  dot += strlen ("・");
  broken = g_strdup_printf ("%.*s\n%s", (int) (dot - text), text, dot);
  pango_layout_set_text (layout, broken, -1);
}

/* Japanese is written downwards; other scripts are turned so that they rise. */
static PangoLayout *
make_heading (const Pen *pen, const char *text, gboolean is_downwards)
{
  PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (pen->self));
  double line = get_line_height (GTK_WIDGET (pen->self));
  PangoLayout *layout;

  if (is_downwards)
    pango_context_set_base_gravity (context, PANGO_GRAVITY_EAST);
  layout = pango_layout_new (context);
  pango_layout_set_text (layout, text, -1);
  break_at_dot (layout, text, (int) (HEADING_TEXT_LINES * line * PANGO_SCALE));
  pango_layout_set_width (layout, (int) (HEADING_TEXT_LINES * line * PANGO_SCALE));
  pango_layout_set_height (layout, -N_HEADING_LINES);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  g_object_unref (context);
  return layout;
}

static gboolean
is_japanese (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_iswide (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static void
draw_heading (const Pen *pen, cairo_t *cr, JkbSubject subject)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  const char *text = jkb_reference_label_subject (subject);
  gboolean is_downwards = is_japanese (text);
  PangoLayout *layout = make_heading (pen, text, is_downwards);
  double line = get_line_height (GTK_WIDGET (pen->self));
  double bottom = geometry->heading_height - line - 2 * PADDING;
  graphene_rect_t column = place (pen, get_column_x (pen, subject), 0, geometry->column_width, 1);
  double middle = column.origin.x + column.size.width / 2;
  int length, thickness;

  pango_layout_get_pixel_size (layout, &length, &thickness);
  cairo_save (cr);
  if (is_downwards)
    {
      cairo_translate (cr, middle + thickness / 2.0, bottom - length);
      cairo_rotate (cr, G_PI_2);
    }
  else
    {
      cairo_translate (cr, middle - thickness / 2.0, bottom);
      cairo_rotate (cr, -G_PI_2);
    }
  gdk_cairo_set_source_rgba (cr, &pen->text);
  pango_cairo_update_layout (cr, layout);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
  g_object_unref (layout);
}

static void
draw_n_cases (const Pen *pen, JkbSubject subject)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  double line = get_line_height (GTK_WIDGET (pen->self));
  g_autofree char *number = jkb_label_number (pen->self->n_cases[subject]);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (pen->self), number);
  graphene_rect_t column
      = place (pen, get_column_x (pen, subject), geometry->heading_height - line - PADDING,
               geometry->column_width, line);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot,
                          &GRAPHENE_POINT_INIT (column.origin.x
                                                    + (column.size.width - (float) width) / 2,
                                                column.origin.y));
  gtk_snapshot_append_layout (pen->snapshot, layout, &pen->dim);
  gtk_snapshot_restore (pen->snapshot);
}

/* In the corner: what the dots and the numbers below the headings mean. */
static void
draw_corner (const Pen *pen)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  double line = get_line_height (GTK_WIDGET (pen->self));
  double y = geometry->heading_height - line - PADDING - (geometry->row_height - line) / 2;
  double width = geometry->label_width - 3 * PADDING;

  draw_text (pen, _("Cases"), 2 * PADDING, y, width, 1, FALSE, &pen->dim);
  for (int weight = JKB_WEIGHT_SUPPORTING; weight <= JKB_WEIGHT_LEAD; weight++)
    {
      g_autofree char *words = g_strdup_printf ("%s %s", jkb_reference_dots (weight),
                                                jkb_reference_label_weight (weight));

      y -= line + PADDING;
      draw_text (pen, words, 2 * PADDING, y, width, 1, FALSE, &pen->text);
    }
}

static void
draw_headings (const Pen *pen)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  GdkRGBA line = fade (pen->text, 0.15f);
  graphene_rect_t area = place (pen, geometry->label_width, 0,
                                MAX (pen->width - geometry->label_width, 0),
                                geometry->heading_height);
  cairo_t *cr;

  gtk_snapshot_push_clip (pen->snapshot, &area);
  draw_columns (pen);
  cr = gtk_snapshot_append_cairo (pen->snapshot, &area);
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    draw_heading (pen, cr, subject);
  cairo_destroy (cr);
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    draw_n_cases (pen, subject);
  gtk_snapshot_pop (pen->snapshot);
  draw_corner (pen);
  fill (pen, 0, geometry->heading_height - 1, pen->width, 1, &line);
}

void
jkb_matrix_view_draw (JkbMatrixView *self, GtkSnapshot *snapshot)
{
  Pen pen = make_pen (self, snapshot);
  int first, end;

  if (self->rows == NULL)
    return;
  get_rows_in_view (&pen, &first, &end);
  draw_cells (&pen, first, end);
  draw_roles (&pen, first, end);
  draw_headings (&pen);
}
