/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-reading-box.h"

#include "ui/jkb-columns-layout.h"

struct _JkbReadingBox
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (JkbReadingBox, jkb_reading_box, GTK_TYPE_BOX)

static GtkWidget *
get_next (GtkWidget *box, GtkWidget *child, gboolean is_forward)
{
  if (child == NULL)
    return is_forward ? gtk_widget_get_first_child (box) : gtk_widget_get_last_child (box);
  return is_forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child);
}

static gboolean
jkb_reading_box_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  gboolean is_forward = direction == GTK_DIR_TAB_FORWARD;

  if (!is_forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (jkb_reading_box_parent_class)->focus (widget, direction);
  /* What has the focus may have further places for it. */
  if (child != NULL && gtk_widget_child_focus (child, direction))
    return TRUE;
  while ((child = get_next (widget, child, is_forward)) != NULL)
    if (gtk_widget_get_mapped (child) && gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

static void
jkb_reading_box_class_init (JkbReadingBoxClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = jkb_reading_box_focus;
}

static void
jkb_reading_box_init (JkbReadingBox *self)
{
}

GtkWidget *
jkb_reading_box_new (GtkLayoutManager *layout)
{
  GtkWidget *box = g_object_new (JKB_TYPE_READING_BOX, NULL);

  if (JKB_IS_COLUMNS_LAYOUT (layout))
    jkb_columns_layout_follow_text (JKB_COLUMNS_LAYOUT (layout));
  gtk_widget_set_layout_manager (box, layout);
  return box;
}
