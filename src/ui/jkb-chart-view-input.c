/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pointer and keyboard do with the marks of a chart. */
#include "ui/jkb-chart-view-private.h"

#include <math.h>

#include "charts/jkb-chart-walk.h"

/* A click may tremble by this much. */
#define DRAG_MIN 8

const JkbChartMark *
jkb_chart_view_get_mark (JkbChartView *self, int index)
{
  return self->layout != NULL ? jkb_chart_layout_mark (self->layout, index) : NULL;
}

static void
set_cursor (JkbChartView *self, int cursor)
{
  if (self->cursor == cursor && self->hover < 0)
    return;
  self->cursor = cursor;
  self->hover = -1;
  jkb_chart_view_show_readout (self);
}

static void
set_hover (JkbChartView *self, int hover)
{
  if (self->hover == hover)
    return;
  self->hover = hover;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hover >= 0 ? "pointer" : NULL);
  jkb_chart_view_show_readout (self);
}

/* A handler may show another chart, and the marks of this one go with it. */
void
jkb_chart_view_choose (JkbChartView *self, const GArray *marks, gboolean adds)
{
  g_autoptr(GArray) copies = g_array_copy ((GArray *) marks);
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < copies->len; i++)
    {
      JkbChartMark *mark = &g_array_index (copies, JkbChartMark, i);

      mark->label = g_strdup (mark->label);
      g_ptr_array_add (labels, mark->label);
    }
  if (copies->len > 0)
    jkb_chart_view_emit_chosen (self, copies, adds);
}

static void
choose_mark (JkbChartView *self, int index, gboolean adds)
{
  g_autoptr(GArray) marks = g_array_new (FALSE, FALSE, sizeof (JkbChartMark));

  if (jkb_chart_view_get_mark (self, index) == NULL)
    return;
  g_array_append_vals (marks, jkb_chart_view_get_mark (self, index), 1);
  jkb_chart_view_choose (self, marks, adds);
}

static gboolean
adds_to_choice (GtkEventController *controller)
{
  return (gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK) != 0;
}

/* ---- a range, drawn with the pointer ---- */

static void
on_drag_begun_cb (GtkGestureDrag *drag, double x, double y, JkbChartView *self)
{
  self->was_dragged = FALSE;
  self->drag_x = x;
  self->drag_y = y;
}

static void
on_drag_updated_cb (GtkGestureDrag *drag, double dx, double dy, JkbChartView *self)
{
  double x = self->drag_x, y = self->drag_y;

  if (!self->is_dragged && fabs (dx) + fabs (dy) < DRAG_MIN)
    return;
  self->is_dragged = self->was_dragged = TRUE;
  self->range = (JkbChartRect){ MIN (x, x + dx), MIN (y, y + dy), fabs (dx), fabs (dy) };
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  set_hover (self, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_ended_cb (GtkGestureDrag *drag, double dx, double dy, JkbChartView *self)
{
  if (!self->is_dragged)
    return;
  self->is_dragged = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  jkb_chart_view_choose_range (self, &self->range,
                               adds_to_choice (GTK_EVENT_CONTROLLER (drag)));
}

static void
on_motion_cb (GtkEventControllerMotion *motion, double x, double y, JkbChartView *self)
{
  set_hover (self, self->layout != NULL ? jkb_chart_layout_hit (self->layout, x, y) : -1);
}

static void
on_left_cb (GtkEventControllerMotion *motion, JkbChartView *self)
{
  set_hover (self, -1);
}

static void
on_released_cb (GtkGestureClick *click, int n_press, double x, double y, JkbChartView *self)
{
  int index = self->layout != NULL ? jkb_chart_layout_hit (self->layout, x, y) : -1;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (index < 0 || self->was_dragged)
    return;
  self->cursor = index;
  choose_mark (self, index, adds_to_choice (GTK_EVENT_CONTROLLER (click)));
}

static int
get_step (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return JKB_WALK_LEFT;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return JKB_WALK_RIGHT;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return JKB_WALK_UP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return JKB_WALK_DOWN;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return JKB_WALK_FIRST;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return JKB_WALK_LAST;
    default:
      return -1;
    }
}

static gboolean
walk (JkbChartView *self, guint keyval, gboolean adds)
{
  int step = get_step (keyval), target;

  if (step < 0)
    return FALSE;
  target = jkb_chart_walk (self->layout, self->cursor, (JkbChartWalk) step, self->style.rtl);
  /* What leads nowhere goes on to the window, so that the page can be scrolled. */
  if (target < 0 || (target == self->cursor && self->hover < 0))
    return FALSE;
  set_cursor (self, target);
  if (adds)
    choose_mark (self, target, TRUE);
  return TRUE;
}

/* On many keyboards plus is Shift and another key: the character counts, not the key. */
static int
get_zoom (guint keyval)
{
  if (keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add)
    return 1;
  return keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract ? -1 : 0;
}

static gboolean
on_scrolled_cb (GtkEventControllerScroll *scroll, double dx, double dy, JkbChartView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  return jkb_chart_view_emit_zoomed (self, dy < 0 ? 1 : -1);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode,
                   GdkModifierType modifiers, JkbChartView *self)
{
  gboolean adds = (modifiers & GDK_SHIFT_MASK) != 0;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    return jkb_chart_view_emit_cleared (self);
  if (get_zoom (keyval) != 0)
    return jkb_chart_view_emit_zoomed (self, get_zoom (keyval));
  if (jkb_chart_view_get_mark (self, self->cursor) == NULL)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    {
      choose_mark (self, self->cursor, adds);
      return TRUE;
    }
  return walk (self, keyval, adds);
}

static void
on_focus_changed_cb (GtkEventControllerFocus *focus, GParamSpec *pspec, JkbChartView *self)
{
  if (self->cursor < 0 && jkb_chart_view_get_mark (self, 0) != NULL)
    self->cursor = 0;
  jkb_chart_view_show_readout (self);
}

gboolean
jkb_chart_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                              GtkTooltip *tooltip)
{
  JkbChartView *self = JKB_CHART_VIEW (widget);
  int index = keyboard               ? self->cursor
              : self->layout != NULL ? jkb_chart_layout_hit (self->layout, x, y)
                                     : -1;
  const JkbChartMark *mark = jkb_chart_view_get_mark (self, index);

  if (mark == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, mark->label);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) mark->rect.x, (int) mark->rect.y,
                                                      (int) mark->rect.width + 1,
                                                      (int) mark->rect.height + 1 });
  return TRUE;
}

void
jkb_chart_view_add_controllers (JkbChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                                | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_left_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  g_signal_connect (focus, "notify::is-focus", G_CALLBACK (on_focus_changed_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scrolled_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begun_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_updated_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_ended_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (click, drag);
}
