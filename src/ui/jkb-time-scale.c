/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-time-scale.h"

#include "ui/jkb-compat.h"
#include "ui/jkb-time-line.h"

#define LINE_Y 22.0
#define MARK_RADIUS 4.0
#define FONT_SIZE 10.0
#define INSET 8.0

/* The first and the last day that a date may mean. */
static void
get_days (JkbDate date, int *first, int *last)
{
  JkbDate next = date;

  jkb_date_to_days (date, first);
  *last = *first;
  if (date.day != 0)
    return;
  next.day = 0;
  next.month = date.month != 0 ? date.month % 12 + 1 : 0;
  if (date.month == 0 || date.month == 12)
    next.year++;
  jkb_date_to_days (next, last);
  *last -= 1;
}

GArray *
jkb_time_scale_place (const GArray *events)
{
  g_autoptr(GArray) spots = g_array_new (FALSE, FALSE, sizeof (JkbTimeSpot));
  int begin = G_MAXINT, end = G_MININT;

  for (guint i = 0; i < events->len; i++)
    {
      int first, last;

      get_days (g_array_index (events, JkbTimeEvent, i).date, &first, &last);
      begin = MIN (begin, first);
      end = MAX (end, last);
    }
  if (end <= begin)
    return NULL;
  for (guint i = 0; i < events->len; i++)
    {
      JkbTimeSpot spot;
      int first, last;

      get_days (g_array_index (events, JkbTimeEvent, i).date, &first, &last);
      spot.begin = (double) (first - begin) / (end - begin);
      spot.end = (double) (last - begin) / (end - begin);
      g_array_append_val (spots, spot);
    }
  return g_steal_pointer (&spots);
}

static double
place (double at, double width, gboolean is_rtl)
{
  double x = INSET + at * (width - 2 * INSET);

  return is_rtl ? width - x : x;
}

static void
draw_number (cairo_t *cr, guint number, double x, double y)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  cairo_text_extents_t extents;

  cairo_text_extents (cr, text, &extents);
  cairo_move_to (cr, x - extents.width / 2 - extents.x_bearing, y);
  cairo_show_text (cr, text);
}

void
jkb_time_scale_draw (cairo_t *cr, const GArray *spots, double width, const GdkRGBA *color, gboolean is_rtl)
{
  double last_x = -G_MAXDOUBLE;
  gboolean is_below = TRUE;

  gdk_cairo_set_source_rgba (cr, color);
  cairo_select_font_face (cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, FONT_SIZE);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, INSET, LINE_Y);
  cairo_line_to (cr, width - INSET, LINE_Y);
  cairo_stroke (cr);
  for (guint i = 0; i < spots->len; i++)
    {
      const JkbTimeSpot *spot = &g_array_index (spots, JkbTimeSpot, i);
      double x = place (spot->begin, width, is_rtl);
      double until = place (spot->end, width, is_rtl);
      double middle = (x + until) / 2;

      /* What is not known to the day is a bar as long as it may be. */
      cairo_set_line_width (cr, 3);
      cairo_move_to (cr, x, LINE_Y);
      cairo_line_to (cr, until, LINE_Y);
      cairo_stroke (cr);
      cairo_arc (cr, middle, LINE_Y, MARK_RADIUS, 0, 2 * G_PI);
      cairo_fill (cr);
      is_below = ABS (middle - last_x) < FONT_SIZE + MARK_RADIUS ? !is_below : FALSE;
      last_x = middle;
      draw_number (cr, i + 1, middle, is_below ? LINE_Y + FONT_SIZE + 8 : LINE_Y - 9);
    }
}

static void
on_draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  GdkRGBA color;

  jkb_compat_get_color (GTK_WIDGET (area), &color);
  jkb_time_scale_draw (cr, user_data, width, &color,
                       gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL);
}

GtkWidget *
jkb_time_scale_new (GArray *spots, const char *words)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), JKB_TIME_SCALE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), on_draw_cb, spots, (GDestroyNotify) g_array_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return area;
}
