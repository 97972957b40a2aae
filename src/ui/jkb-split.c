/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-split.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-column-width.h"

#define WIDE 2000
#define MORE_MAX 360
#define HANDLE_WIDTH 9                  /* to be hit by a pointer; only its middle is drawn */
#define KEY_STEP 24
#define ROOM_FOR_TEXT 320               /* that a side needs for text of the usual size */

struct _JkbSplit
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *pane;
  GtkWidget *handle;
  int pane_width;
  int width_at_drag;
  gboolean folded;
  gboolean show_pane;
  guint notify_source;
};

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_PANE,
  PROP_PANE_WIDTH,
  PROP_FOLDED,
  PROP_SHOW_PANE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (JkbSplit, jkb_split, GTK_TYPE_WIDGET)

static int
measure_minimum (GtkWidget *child)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Both sides need more room for larger text, but none is lost to smaller. */
static double
get_scale (JkbSplit *self)
{
  return MAX (jkb_text_scale (GTK_WIDGET (self)), 1);
}

/* What a side can do with, which is more than what it must have when text is large. */
static int
measure_room (JkbSplit *self, GtkWidget *child)
{
  double scale = get_scale (self);
  int minimum = measure_minimum (child);

  return scale > 1 ? MAX (minimum, (int) (ROOM_FOR_TEXT * scale)) : minimum;
}

/* Widths of both sides in @width; the pane gives way before the content does. */
/* On a very wide screen a share of what is more than enough, up to lines that are still read well. */
static int
get_more (JkbSplit *self, int width)
{
  double scale = get_scale (self);

  return (int) CLAMP ((width - WIDE * scale) / 3, 0, MORE_MAX * scale);
}

static void
keep_pane_width (JkbSplit *self, int pane_width)
{
  int more = get_more (self, gtk_widget_get_width (GTK_WIDGET (self)));

  jkb_split_set_pane_width (self, (int) ((pane_width - more) / get_scale (self)));
}

static int
clamp_pane_width (JkbSplit *self, int width)
{
  int content_min = measure_room (self, self->content);
  int pane_min = measure_room (self, self->pane);

  return CLAMP ((int) (self->pane_width * get_scale (self)) + get_more (self, width), pane_min, MAX (pane_min, width - content_min));
}

static void
jkb_split_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  JkbSplit *self = JKB_SPLIT (widget);
  GtkWidget *children[] = { self->content, self->pane };
  int sum = 0;

  *minimum = 0;
  *natural = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum, child_natural;

      if (children[i] == NULL || !gtk_widget_get_visible (children[i]))
        continue;
      /* Heights are those at any width: nothing here grows taller by being narrow. */
      gtk_widget_measure (children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
      sum += children[i] == self->pane ? MAX ((int) (self->pane_width * get_scale (self)), child_minimum)
                                       : child_natural;
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*natural, sum);
}

static gboolean
notify_folded (gpointer user_data)
{
  JkbSplit *self = user_data;

  self->notify_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  return G_SOURCE_REMOVE;
}

/* Listeners change what is visible, which must not happen during an allocation. */
static void
set_folded (JkbSplit *self, gboolean folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  if (self->notify_source == 0)
    self->notify_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_folded, self, NULL);
}

static void
place_child (JkbSplit *self, GtkWidget *child, gboolean visible, int x, int width, int height)
{
  if (child == NULL)
    return;
  gtk_widget_set_child_visible (child, visible);
  if (!visible)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, width, height }, -1);
}

static void
jkb_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JkbSplit *self = JKB_SPLIT (widget);
  int pane_width;

  if (self->pane == NULL || !gtk_widget_get_visible (self->pane))
    {
      place_child (self, self->content, TRUE, 0, width, height);
      place_child (self, self->handle, FALSE, 0, 0, 0);
      return;
    }
  set_folded (self,
              width < measure_room (self, self->content) + measure_room (self, self->pane));
  if (self->folded)
    {
      place_child (self, self->content, !self->show_pane, 0, width, height);
      place_child (self, self->pane, self->show_pane, 0, width, height);
      place_child (self, self->handle, FALSE, 0, 0, 0);
      return;
    }
  pane_width = clamp_pane_width (self, width);
  place_child (self, self->content, TRUE, 0, width - pane_width, height);
  place_child (self, self->pane, TRUE, width - pane_width, pane_width, height);
  place_child (self, self->handle, TRUE, width - pane_width - HANDLE_WIDTH / 2, HANDLE_WIDTH,
               height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) pane_width, -1);
}

static int
mirror (JkbSplit *self, int delta)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -delta : delta;
}

static void
on_drag_begun_cb (GtkGestureDrag *drag, double x, double y, JkbSplit *self)
{
  self->width_at_drag = clamp_pane_width (self, gtk_widget_get_width (GTK_WIDGET (self)));
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_updated_cb (GtkGestureDrag *drag, double offset_x, double offset_y, JkbSplit *self)
{
  double start_x, x, y;

  /* The handle moves along, so the offset is measured in the split. */
  gtk_gesture_drag_get_start_point (drag, &start_x, NULL);
  gtk_widget_translate_coordinates (self->handle, GTK_WIDGET (self), start_x + offset_x, 0, &x, &y);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    keep_pane_width (self, (int) x);
  else
    keep_pane_width (self, (int) (gtk_widget_get_width (GTK_WIDGET (self)) - x));
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                   JkbSplit *self)
{
  int width = clamp_pane_width (self, gtk_widget_get_width (GTK_WIDGET (self)));

  if (keyval != GDK_KEY_Left && keyval != GDK_KEY_Right)
    return GDK_EVENT_PROPAGATE;
  width += mirror (self, keyval == GDK_KEY_Left ? KEY_STEP : -KEY_STEP);
  keep_pane_width (self, width);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_handle (JkbSplit *self)
{
  GtkWidget *handle = g_object_new (GTK_TYPE_BOX, "css-name", "splithandle", "focusable", TRUE,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_SEPARATOR, NULL);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Width of the case"), -1);
  gtk_widget_set_cursor_from_name (handle, "col-resize");
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begun_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_updated_cb), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (handle, keys);
  return handle;
}

/* The order of the children is that of the Tab key, and the handle lies above both sides. */
static void
set_child (JkbSplit *self, GtkWidget **place, GtkWidget *child, guint property)
{
  if (*place == child)
    return;
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  if (self->pane != NULL)
    gtk_widget_insert_before (self->pane, GTK_WIDGET (self), NULL);
  gtk_widget_insert_before (self->handle, GTK_WIDGET (self), NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
jkb_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JkbSplit *self = JKB_SPLIT (object);

  switch (id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_PANE:
      g_value_set_object (value, self->pane);
      break;
    case PROP_PANE_WIDTH:
      g_value_set_int (value, self->pane_width);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_SHOW_PANE:
      g_value_set_boolean (value, self->show_pane);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JkbSplit *self = JKB_SPLIT (object);

  switch (id)
    {
    case PROP_CONTENT:
      set_child (self, &self->content, g_value_get_object (value), PROP_CONTENT);
      break;
    case PROP_PANE:
      set_child (self, &self->pane, g_value_get_object (value), PROP_PANE);
      break;
    case PROP_PANE_WIDTH:
      jkb_split_set_pane_width (self, g_value_get_int (value));
      break;
    case PROP_SHOW_PANE:
      jkb_split_set_show_pane (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_split_dispose (GObject *object)
{
  JkbSplit *self = JKB_SPLIT (object);

  g_clear_handle_id (&self->notify_source, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->pane, gtk_widget_unparent);
  g_clear_pointer (&self->handle, gtk_widget_unparent);
  G_OBJECT_CLASS (jkb_split_parent_class)->dispose (object);
}

static void
jkb_split_class_init (JkbSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = jkb_split_get_property;
  object_class->set_property = jkb_split_set_property;
  object_class->dispose = jkb_split_dispose;
  widget_class->measure = jkb_split_measure;
  widget_class->size_allocate = jkb_split_size_allocate;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_PANE_WIDTH]
      = g_param_spec_int ("pane-width", NULL, NULL, 0, G_MAXINT, 440, flags);
  properties[PROP_FOLDED]
      = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_PANE] = g_param_spec_boolean ("show-pane", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "split");
}

static void
jkb_split_init (JkbSplit *self)
{
  self->pane_width = 440;
  self->handle = make_handle (self);
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));
}

gboolean
jkb_split_get_folded (JkbSplit *self)
{
  g_return_val_if_fail (JKB_IS_SPLIT (self), FALSE);

  return self->folded;
}

int
jkb_split_get_pane_width (JkbSplit *self)
{
  g_return_val_if_fail (JKB_IS_SPLIT (self), 0);

  return self->pane_width;
}

void
jkb_split_set_pane_width (JkbSplit *self, int width)
{
  g_return_if_fail (JKB_IS_SPLIT (self));

  width = MAX (width, 0);
  if (self->pane_width == width)
    return;
  self->pane_width = width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE_WIDTH]);
}

gboolean
jkb_split_get_show_pane (JkbSplit *self)
{
  g_return_val_if_fail (JKB_IS_SPLIT (self), FALSE);

  return self->show_pane;
}

void
jkb_split_set_show_pane (JkbSplit *self, gboolean show_pane)
{
  g_return_if_fail (JKB_IS_SPLIT (self));

  if (self->show_pane == show_pane)
    return;
  self->show_pane = show_pane;
  /* Of a side that was shown and hidden again before its first frame GTK 4.8 would keep an empty drawing. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->pane != NULL)
    gtk_widget_queue_resize (self->pane);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANE]);
}
