/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of types above the matrix, and in the corner what its marks mean. */
#include "ui/jkb-matrix-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-reference.h"

#define N_HEADING_LINES 2
#define LIT_BAR 4.0

static gboolean
is_lit (const JkbMatrixPen *pen, JkbSubject subject)
{
  return (pen->self->lit >> subject & 1) != 0;
}

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
make_heading (const JkbMatrixPen *pen, const char *text, gboolean is_downwards, gboolean is_lit)
{
  PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (pen->self));
  PangoLayout *layout;

  if (is_downwards)
    pango_context_set_base_gravity (context, PANGO_GRAVITY_EAST);
  layout = pango_layout_new (context);
  pango_layout_set_text (layout, text, -1);
  jkb_matrix_pen_scale (pen, layout, is_lit);
  break_at_dot (layout, text, (int) (JKB_MATRIX_HEADING_LINES * pen->line * PANGO_SCALE));
  pango_layout_set_width (layout, (int) (JKB_MATRIX_HEADING_LINES * pen->line * PANGO_SCALE));
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
draw_heading (const JkbMatrixPen *pen, cairo_t *cr, JkbSubject subject)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  const char *text = jkb_reference_label_subject (subject);
  gboolean is_downwards = is_japanese (text);
  PangoLayout *layout = make_heading (pen, text, is_downwards, is_lit (pen, subject));
  double bottom = geometry->heading_height - pen->line - 2 * JKB_MATRIX_PADDING;
  graphene_rect_t column = jkb_matrix_pen_place (pen, jkb_matrix_pen_get_column_x (pen, subject), 0, geometry->column_width, 1);
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
draw_n_cases (const JkbMatrixPen *pen, JkbSubject subject)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  double line = pen->line;
  g_autofree char *number = jkb_label_number (pen->self->n_cases[subject]);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (pen->self), number);
  graphene_rect_t column
      = jkb_matrix_pen_place (pen, jkb_matrix_pen_get_column_x (pen, subject), geometry->heading_height - line - JKB_MATRIX_PADDING,
               geometry->column_width, line);
  int width;

  jkb_matrix_pen_scale (pen, layout, is_lit (pen, subject));
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
draw_corner (const JkbMatrixPen *pen)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  double line = pen->line;
  double y = geometry->heading_height - line - JKB_MATRIX_PADDING - (geometry->row_height - line) / 2;
  double width = geometry->label_width - 3 * JKB_MATRIX_PADDING;

  jkb_matrix_pen_draw_text (pen, _("Cases"), 2 * JKB_MATRIX_PADDING, y, width, 1, FALSE, &pen->dim);
  for (int weight = JKB_WEIGHT_SUPPORTING; weight <= JKB_WEIGHT_LEAD; weight++)
    {
      g_autofree char *words = g_strdup_printf ("%s %s", jkb_reference_dots (weight),
                                                jkb_reference_label_weight (weight));

      y -= line + JKB_MATRIX_PADDING;
      jkb_matrix_pen_draw_text (pen, words, 2 * JKB_MATRIX_PADDING, y, width, 1, FALSE, &pen->text);
    }
  if (!pen->self->has_own)
    return;
  y -= line + JKB_MATRIX_PADDING;
  jkb_matrix_pen_draw_own (pen, 2 * JKB_MATRIX_PADDING + line,
                           y + (geometry->row_height - line) / 2 + line / 4);
  jkb_matrix_pen_draw_text (pen, _("Your own judgement"), 3 * JKB_MATRIX_PADDING + line, y,
                            width - line - JKB_MATRIX_PADDING, 1, FALSE, &pen->text);
}

void
jkb_matrix_pen_draw_heads (const JkbMatrixPen *pen)
{
  const JkbMatrixGeometry *geometry = &pen->self->geometry;
  GdkRGBA line = jkb_matrix_fade (pen->text, 0.15f);
  graphene_rect_t area = jkb_matrix_pen_place (pen, geometry->label_width, 0,
                                MAX (pen->width - geometry->label_width, 0),
                                geometry->heading_height);
  cairo_t *cr;

  gtk_snapshot_push_clip (pen->snapshot, &area);
  jkb_matrix_pen_draw_columns (pen);
  cr = gtk_snapshot_append_cairo (pen->snapshot, &area);
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    draw_heading (pen, cr, subject);
  cairo_destroy (cr);
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    {
      draw_n_cases (pen, subject);
      /* The case that is chosen, by more than a shade. */
      if (is_lit (pen, subject))
        jkb_matrix_pen_fill (pen, jkb_matrix_pen_get_column_x (pen, subject),
                             geometry->heading_height - LIT_BAR, geometry->column_width, LIT_BAR,
                             &pen->accent);
    }
  gtk_snapshot_pop (pen->snapshot);
  draw_corner (pen);
  jkb_matrix_pen_fill (pen, 0, geometry->heading_height - 1, pen->width, 1, &line);
}
