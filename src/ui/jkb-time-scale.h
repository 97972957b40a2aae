/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * JkbTimeSpot:
 * @begin: where the event begins, from 0 (the first day of the course) to 1 (the last)
 * @end: where it ends: a date of which only month or year is known is as long as that
 *
 * Where an event stands on a line drawn to scale.
 */
typedef struct
{
  double begin;
  double end;
} JkbTimeSpot;

/**
 * JkbTimeNumber:
 * @first: the first event that it is the number of, from 1
 * @last: the last one
 * @x: its middle, as if time went to the right
 * @is_below: below the line, else above it
 *
 * A number beside the line.
 */
typedef struct
{
  guint first;
  guint last;
  double x;
  gboolean is_below;
} JkbTimeNumber;

/** What height jkb_time_scale_draw() needs, in units of the drawing. */
#define JKB_TIME_SCALE_HEIGHT 44

/**
 * jkb_time_scale_place:
 * @events: (element-type JkbTimeEvent): the course of a case, in the order of time
 *
 * Returns: (transfer full) (nullable) (element-type JkbTimeSpot): a spot for each event; %NULL when all of it is
 *   on one day, where there is no scale
 */
GArray *jkb_time_scale_place (const GArray *events);

/**
 * jkb_time_scale_number:
 * @cr: with the font of the numbers
 * @spots: (element-type JkbTimeSpot): as placed
 * @width: of the drawing
 *
 * Numbers stand above the line, those that would touch them below it; marks that touch each other have one number, of
 * the first to the last, and so have those for which there is no room on either side.
 *
 * Returns: (transfer full) (element-type JkbTimeNumber): all numbers, in the order of time
 */
GArray *jkb_time_scale_number (cairo_t *cr, const GArray *spots, double width);

/**
 * jkb_time_scale_draw:
 * @cr: where to draw, at the origin
 * @spots: (element-type JkbTimeSpot): as placed
 * @width: from the first to the last number
 * @color: of line and numbers
 * @is_rtl: time goes to the left
 *
 * Draws the line with a mark for each event and its number, from 1; numbers that would touch stand above and below
 * the line, and events that stand at one place have one, such as 1–3.
 */
void jkb_time_scale_draw (cairo_t *cr, const GArray *spots, double width, const GdkRGBA *color, gboolean is_rtl);

/**
 * jkb_time_scale_new:
 * @spots: (transfer full) (element-type JkbTimeSpot): as placed
 * @words: what it shows, for who does not see it
 *
 * Returns: (transfer floating): a widget that draws them
 */
GtkWidget *jkb_time_scale_new (GArray *spots, const char *words);
