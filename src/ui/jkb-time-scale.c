/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-time-scale.h"

#include "ui/jkb-compat.h"
#include "ui/jkb-time-line.h"

#define LINE_Y 22.0
#define MARK_RADIUS 4.0
#define FONT_SIZE 10.0
#define INSET 8.0
#define TOUCHING MARK_RADIUS            /* marks that are nearer to each other are one to the eye */
#define NUMBER_GAP 4.0

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

static double
find_middle (const GArray *spots, guint i, double width)
{
  const JkbTimeSpot *spot = &g_array_index (spots, JkbTimeSpot, i);

  return (place (spot->begin, width, FALSE) + place (spot->end, width, FALSE)) / 2;
}

/* As `1`, or `1–3` of what stands at one place. */
static char *
word_numbers (guint first, guint last)
{
  return first == last ? g_strdup_printf ("%u", first) : g_strdup_printf ("%u–%u", first, last);
}

static guint
find_last_beside (const GArray *spots, guint first, double width)
{
  double x = find_middle (spots, first, width);
  guint last = first;

  while (last + 1 < spots->len && ABS (find_middle (spots, last + 1, width) - x) < TOUCHING)
    last++;
  return last;
}

static double
measure_numbers (cairo_t *cr, const JkbTimeNumber *number)
{
  g_autofree char *text = word_numbers (number->first, number->last);
  cairo_text_extents_t extents;

  cairo_text_extents (cr, text, &extents);
  return extents.width;
}

/* Where it stands, and where it ends. */
static double
put_number (cairo_t *cr, const GArray *spots, double width, JkbTimeNumber *number)
{
  double half = measure_numbers (cr, number) / 2;
  double middle = find_middle (spots, number->first - 1, width) / 2 + find_middle (spots, number->last - 1, width) / 2;

  number->x = CLAMP (middle, half, width - half);
  return number->x + half;
}

GArray *
jkb_time_scale_number (cairo_t *cr, const GArray *spots, double width)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (JkbTimeNumber));
  double ends[2] = { -G_MAXDOUBLE, -G_MAXDOUBLE };      /* of what stands above, below */

  for (guint first = 0, last; first < spots->len; first = last + 1)
    {
      JkbTimeNumber number = { .first = first + 1 };
      double end, begin;

      last = find_last_beside (spots, first, width);
      number.last = last + 1;
      end = put_number (cr, spots, width, &number);
      begin = 2 * number.x - end - NUMBER_GAP;
      if (begin < ends[0] && begin < ends[1])
        {
          /* There is no room on either side: it joins the number before. */
          JkbTimeNumber *before = &g_array_index (numbers, JkbTimeNumber, numbers->len - 1);

          before->last = number.last;
          ends[before->is_below] = put_number (cr, spots, width, before);
          continue;
        }
      number.is_below = begin < ends[0];
      ends[number.is_below] = end;
      g_array_append_val (numbers, number);
    }
  return numbers;
}

static void
draw_numbers (cairo_t *cr, const GArray *spots, double width, gboolean is_rtl)
{
  g_autoptr(GArray) numbers = jkb_time_scale_number (cr, spots, width);

  for (guint i = 0; i < numbers->len; i++)
    {
      const JkbTimeNumber *number = &g_array_index (numbers, JkbTimeNumber, i);
      g_autofree char *text = word_numbers (number->first, number->last);
      cairo_text_extents_t extents;

      cairo_text_extents (cr, text, &extents);
      cairo_move_to (cr, (is_rtl ? width - number->x : number->x) - extents.width / 2 - extents.x_bearing,
                     number->is_below ? LINE_Y + FONT_SIZE + 8 : LINE_Y - 9);
      cairo_show_text (cr, text);
    }
}

void
jkb_time_scale_draw (cairo_t *cr, const GArray *spots, double width, const GdkRGBA *color, gboolean is_rtl)
{
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

      /* What is not known to the day is a bar as long as it may be. */
      cairo_set_line_width (cr, 3);
      cairo_move_to (cr, x, LINE_Y);
      cairo_line_to (cr, until, LINE_Y);
      cairo_stroke (cr);
      cairo_arc (cr, (x + until) / 2, LINE_Y, MARK_RADIUS, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  draw_numbers (cr, spots, width, is_rtl);
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
