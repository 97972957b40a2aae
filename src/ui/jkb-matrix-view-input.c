/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pointer and keyboard do with the cells of the matrix. */
#include "ui/jkb-matrix-private.h"

#include <math.h>

/* What lies at a place of the widget; a row of -1 is nothing. */
static void
find_at (JkbMatrixView *self, double x, double y, int *row, JkbSubject *subject)
{
  const JkbMatrixGeometry *geometry = &self->geometry;
  double scroll_x = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  double scroll_y = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  *row = -1;
  *subject = JKB_SUBJECT_NONE;
  if (self->rows == NULL || y < geometry->heading_height)
    return;
  *row = (int) floor ((y - geometry->heading_height + scroll_y) / geometry->row_height);
  if (*row >= (int) self->rows->len || g_array_index (self->rows, JkbMatrixRow, *row).role == NULL)
    *row = -1;
  if (x < geometry->label_width)
    return;
  *subject = (int) floor ((x - geometry->label_width + scroll_x) / geometry->column_width);
  if (*subject >= JKB_N_SUBJECTS)
    *row = -1;
}

static void
on_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, JkbMatrixView *self)
{
  JkbSubject subject;
  int row;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  find_at (self, x, y, &row, &subject);
  if (row < 0)
    return;
  jkb_matrix_view_choose_cell (self, row, subject);
  jkb_matrix_view_emit_opened (self);
}

static void
set_hover (JkbMatrixView *self, int row, JkbSubject subject)
{
  if (self->hover_row == row && self->hover_subject == subject)
    return;
  self->hover_row = row;
  self->hover_subject = subject;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion_cb (GtkEventControllerMotion *motion, double x, double y, JkbMatrixView *self)
{
  JkbSubject subject;
  int row;

  find_at (self, x, y, &row, &subject);
  set_hover (self, row, subject);
}

static void
on_left_cb (GtkEventControllerMotion *motion, JkbMatrixView *self)
{
  set_hover (self, -1, JKB_SUBJECT_NONE);
}

/* The first cell that says something, of the case that is lit if there is one. */
static void
choose_first (JkbMatrixView *self)
{
  guint32 wanted = self->lit != 0 ? self->lit : G_MAXUINT32;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const JkbRole *role = g_array_index (self->rows, JkbMatrixRow, i).role;

      for (JkbSubject subject = 0; role != NULL && subject < JKB_N_SUBJECTS; subject++)
        if ((wanted >> subject & 1) != 0
            && jkb_frameworks_weight (self->frameworks, subject, role, self->phase) > 0)
          {
            jkb_matrix_view_choose_cell (self, (int) i, subject);
            return;
          }
    }
  jkb_matrix_view_choose_cell (self, jkb_matrix_rows_next (self->rows, -1, 1), 0);
}

static void
on_focus_changed_cb (GtkEventControllerFocus *focus, GParamSpec *pspec, JkbMatrixView *self)
{
  if (self->row < 0 && self->rows != NULL && gtk_event_controller_focus_is_focus (focus))
    choose_first (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- keys ---- */

static int
step_rows (JkbMatrixView *self, int n_steps)
{
  int row = self->row;

  for (int i = 0; i < ABS (n_steps); i++)
    row = jkb_matrix_rows_next (self->rows, row, n_steps > 0 ? 1 : -1);
  return row;
}

static int
count_rows_in_page (JkbMatrixView *self)
{
  return MAX ((int) (gtk_adjustment_get_page_size (self->adjustments[GTK_ORIENTATION_VERTICAL])
                     / self->geometry.row_height) - 1, 1);
}

static gboolean
move (JkbMatrixView *self, guint keyval, gboolean with_control)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int row = self->row;
  JkbSubject subject = self->subject;

  switch (keyval)
    {
    case GDK_KEY_Up: case GDK_KEY_KP_Up:
      row = step_rows (self, -1);
      break;
    case GDK_KEY_Down: case GDK_KEY_KP_Down:
      row = step_rows (self, 1);
      break;
    case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up:
      row = step_rows (self, -count_rows_in_page (self));
      break;
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down:
      row = step_rows (self, count_rows_in_page (self));
      break;
    case GDK_KEY_Left: case GDK_KEY_KP_Left:
      subject += is_rtl ? 1 : -1;
      break;
    case GDK_KEY_Right: case GDK_KEY_KP_Right:
      subject += is_rtl ? -1 : 1;
      break;
    case GDK_KEY_Home: case GDK_KEY_KP_Home:
      subject = with_control ? subject : JKB_SUBJECT_NONE;
      row = with_control ? jkb_matrix_rows_next (self->rows, -1, 1) : row;
      break;
    case GDK_KEY_End: case GDK_KEY_KP_End:
      subject = with_control ? subject : JKB_N_SUBJECTS - 1;
      row = with_control ? jkb_matrix_rows_next (self->rows, (int) self->rows->len, -1) : row;
      break;
    default:
      return FALSE;
    }
  jkb_matrix_view_choose_cell (self, row, CLAMP (subject, JKB_SUBJECT_NONE, JKB_N_SUBJECTS - 1));
  return TRUE;
}

/* On many keyboards plus is Shift and another key: the character counts, not the key. */
static gboolean
zoom (JkbMatrixView *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_plus: case GDK_KEY_KP_Add: case GDK_KEY_equal:
      jkb_matrix_view_zoom (self, 1);
      return TRUE;
    case GDK_KEY_minus: case GDK_KEY_KP_Subtract:
      jkb_matrix_view_zoom (self, -1);
      return TRUE;
    case GDK_KEY_0: case GDK_KEY_KP_0:
      jkb_matrix_view_zoom (self, 0);
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
jkb_matrix_view_zoom_by_wheel (JkbMatrixView *self, GdkModifierType modifiers, double dy)
{
  if ((modifiers & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  jkb_matrix_view_zoom (self, dy < 0 ? 1 : -1);
  return TRUE;
}

static gboolean
on_scrolled_cb (GtkEventControllerScroll *scroll, double dx, double dy, JkbMatrixView *self)
{
  return jkb_matrix_view_zoom_by_wheel (
      self, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll)), dy);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode,
                   GdkModifierType modifiers, JkbMatrixView *self)
{
  if ((modifiers & GDK_CONTROL_MASK) != 0 && (modifiers & GDK_ALT_MASK) == 0 && zoom (self, keyval))
    return TRUE;
  if (self->rows == NULL || self->row < 0
      || (modifiers & (GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    {
      jkb_matrix_view_emit_opened (self);
      return TRUE;
    }
  return move (self, keyval, (modifiers & GDK_CONTROL_MASK) != 0);
}

gboolean
jkb_matrix_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                               GtkTooltip *tooltip)
{
  JkbMatrixView *self = JKB_MATRIX_VIEW (widget);
  g_autofree char *words = NULL;
  JkbSubject subject = self->subject;
  int row = self->row;

  if (self->rows == NULL)
    return FALSE;
  if (!keyboard)
    find_at (self, x, y, &row, &subject);
  words = jkb_matrix_view_describe (self, row, subject);
  if (words == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

void
jkb_matrix_view_add_controllers (JkbMatrixView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_left_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  g_signal_connect (focus, "notify::is-focus", G_CALLBACK (on_focus_changed_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scrolled_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}

static void
on_zoom_activated_cb (GSimpleAction *action, GVariant *parameter, JkbMatrixView *self)
{
  jkb_matrix_view_zoom (self, g_variant_get_int32 (parameter));
}

void
jkb_matrix_view_add_actions (JkbMatrixView *self, GtkWidget *page)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action = g_simple_action_new ("zoom", G_VARIANT_TYPE_INT32);

  g_return_if_fail (JKB_IS_MATRIX_VIEW (self));

  g_signal_connect_object (action, "activate", G_CALLBACK (on_zoom_activated_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (page, "matrix", G_ACTION_GROUP (group));
}
