/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-chart-stage.h"

#include <glib/gi18n-lib.h>

struct _JkbChartStage
{
  GtkWindow parent_instance;

  JkbChartView *view;
};

enum
{
  TURNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbChartStage, jkb_chart_stage, GTK_TYPE_WINDOW)

static gboolean
on_turn_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  int step;

  g_variant_get (arguments, "(i)", &step);
  g_signal_emit (widget, signals[TURNED], 0, step);
  return TRUE;
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode,
                   GdkModifierType modifiers, GtkWindow *window)
{
  if (keyval != GDK_KEY_Escape && keyval != GDK_KEY_F11)
    return FALSE;
  gtk_window_close (window);
  return TRUE;
}

static void
jkb_chart_stage_class_init (JkbChartStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[TURNED] = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, on_turn_cb, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, on_turn_cb, "(i)", -1);
}

static void
jkb_chart_stage_init (JkbChartStage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = g_object_new (JKB_TYPE_CHART_VIEW, "hexpand", TRUE, "vexpand", TRUE, NULL);
  jkb_chart_view_set_whole (self->view, TRUE);
  gtk_window_set_child (GTK_WINDOW (self), GTK_WIDGET (self->view));
  gtk_window_set_title (GTK_WINDOW (self), _("Chart Full Screen"));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

JkbChartStage *
jkb_chart_stage_new (GtkWindow *parent)
{
  JkbChartStage *self = g_object_new (JKB_TYPE_CHART_STAGE, "transient-for", parent,
                                      "destroy-with-parent", TRUE, NULL);

  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
  gtk_window_fullscreen (GTK_WINDOW (self));
  return self;
}

JkbChartView *
jkb_chart_stage_get_view (JkbChartStage *self)
{
  g_return_val_if_fail (JKB_IS_CHART_STAGE (self), NULL);

  return self->view;
}
