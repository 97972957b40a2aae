/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-text-view.h"

/* GtkTextView lays its text out bit by bit, in an idle or, when a frame comes first, while it is drawn. Then
 * the adjustments change in the middle of drawing, the scrollbar beside the text loses its place, and GTK
 * warns: “Trying to snapshot GtkGizmo without a current allocation”. So behind a change the text is drawn
 * once to nowhere, at the end of the update of the next frame and before its layout: nothing is left for
 * the drawing, and scrollbars get their place in time. */

struct _JkbTextView
{
  GtkTextView parent_instance;
  GdkFrameClock *clock;         /* while realized */
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (JkbTextView, jkb_text_view, GTK_TYPE_TEXT_VIEW)

static void
on_changed_cb (JkbTextView *self)
{
  self->is_stale = TRUE;
  if (self->clock != NULL)
    gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_UPDATE);
}

static void
on_update_cb (JkbTextView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr(GskRenderNode) node = NULL;
  GtkSnapshot *nowhere;

  if (!self->is_stale || !gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) <= 0)
    return;
  self->is_stale = FALSE;
  nowhere = gtk_snapshot_new ();
  GTK_WIDGET_CLASS (jkb_text_view_parent_class)->snapshot (widget, nowhere);
  node = gtk_snapshot_free_to_node (nowhere);
}

static void
jkb_text_view_realize (GtkWidget *widget)
{
  JkbTextView *self = JKB_TEXT_VIEW (widget);

  GTK_WIDGET_CLASS (jkb_text_view_parent_class)->realize (widget);
  self->clock = gtk_widget_get_frame_clock (widget);
  g_signal_connect_object (self->clock, "update", G_CALLBACK (on_update_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
jkb_text_view_unrealize (GtkWidget *widget)
{
  JkbTextView *self = JKB_TEXT_VIEW (widget);

  g_signal_handlers_disconnect_by_func (self->clock, on_update_cb, self);
  self->clock = NULL;
  GTK_WIDGET_CLASS (jkb_text_view_parent_class)->unrealize (widget);
}

static void
jkb_text_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (jkb_text_view_parent_class)->map (widget);
  on_changed_cb (JKB_TEXT_VIEW (widget));
}

static void
jkb_text_view_class_init (JkbTextViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->realize = jkb_text_view_realize;
  widget_class->unrealize = jkb_text_view_unrealize;
  widget_class->map = jkb_text_view_map;
}

static void
jkb_text_view_init (JkbTextView *self)
{
  static const char *const changes[] = { "changed", "apply-tag", "remove-tag", "mark-set" };
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (buffer, changes[i], G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (gtk_text_buffer_get_tag_table (buffer), "tag-changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
