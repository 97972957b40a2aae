/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-text-view.h"

/* GtkTextView lays its text out bit by bit; when it is drawn, what is left on the screen is done first,
 * and a scroll that waited for it. Then the adjustments change in the middle of drawing, the scrollbar
 * beside the text loses its place, and GTK warns: “Trying to snapshot GtkGizmo without a current
 * allocation”. So a change of the text asks for a new allocation, and there the text is drawn once to
 * nowhere: nothing is left for the drawing, and scrollbars get their place after the text. */

struct _JkbTextView
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (JkbTextView, jkb_text_view, GTK_TYPE_TEXT_VIEW)

static void
jkb_text_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidgetClass *parent_class = GTK_WIDGET_CLASS (jkb_text_view_parent_class);
  GtkSnapshot *nowhere = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;

  parent_class->size_allocate (widget, width, height, baseline);
  parent_class->snapshot (widget, nowhere);
  node = gtk_snapshot_free_to_node (nowhere);
}

static void
jkb_text_view_class_init (JkbTextViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->size_allocate = jkb_text_view_size_allocate;
}

static void
jkb_text_view_init (JkbTextView *self)
{
  const char *changes[] = { "changed", "apply-tag", "remove-tag" };
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (buffer, changes[i], G_CALLBACK (gtk_widget_queue_allocate), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
