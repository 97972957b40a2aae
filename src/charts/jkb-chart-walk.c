/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/jkb-chart-walk.h"

#include <math.h>

/* The nearest mark above (-1) or below (1) the one at @from. */
static int
find_across (const JkbChartLayout *layout, int from, int direction)
{
  const JkbChartRect *start = &jkb_chart_layout_mark (layout, from)->rect;
  double nearest = G_MAXDOUBLE;
  int found = from;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const JkbChartRect *to = &jkb_chart_layout_mark (layout, (int) i)->rect;
      double down = direction * (to->y + to->height / 2 - start->y - start->height / 2);
      double aside = fabs (to->x + to->width / 2 - start->x - start->width / 2);

      if (down > 1 && 2 * down + aside < nearest)
        {
          nearest = 2 * down + aside;
          found = (int) i;
        }
    }
  return found;
}

int
jkb_chart_walk (const JkbChartLayout *layout, int from, JkbChartWalk step, gboolean rtl)
{
  int last = (int) layout->marks->len - 1;

  if (jkb_chart_layout_mark (layout, from) == NULL)
    return last >= 0 ? 0 : -1;
  switch (step)
    {
    case JKB_WALK_LEFT:
      return CLAMP (from + (rtl ? 1 : -1), 0, last);
    case JKB_WALK_RIGHT:
      return CLAMP (from + (rtl ? -1 : 1), 0, last);
    case JKB_WALK_UP:
      return find_across (layout, from, -1);
    case JKB_WALK_DOWN:
      return find_across (layout, from, 1);
    case JKB_WALK_FIRST:
      return 0;
    case JKB_WALK_LAST:
      return last;
    }
  return from;
}

int
jkb_chart_find_same (const JkbChartLayout *layout, const JkbChartMark *wanted)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const JkbChartMark *mark = jkb_chart_layout_mark (layout, (int) i);

      if (mark->kind == wanted->kind && mark->category == wanted->category
          && mark->layer == wanted->layer)
        return (int) i;
    }
  return -1;
}

GArray *
jkb_chart_find_inside (const JkbChartLayout *layout, const JkbChartRect *frame)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (JkbChartMark));

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const JkbChartRect *target = &jkb_chart_layout_mark (layout, (int) i)->target;

      if (target->x < frame->x + frame->width && frame->x < target->x + target->width
          && target->y < frame->y + frame->height && frame->y < target->y + target->height)
        g_array_append_val (marks, *jkb_chart_layout_mark (layout, (int) i));
    }
  return marks;
}
