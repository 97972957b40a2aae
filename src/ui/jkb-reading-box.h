/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * JkbReadingBox:
 *
 * A box that the Tab key goes through in the order of its children. GTK goes from top to bottom by the middle of each
 * child, so that of two children side by side the shorter one would come first. Main thread.
 */
#define JKB_TYPE_READING_BOX (jkb_reading_box_get_type ())
G_DECLARE_FINAL_TYPE (JkbReadingBox, jkb_reading_box, JKB, READING_BOX, GtkBox)

/**
 * jkb_reading_box_new:
 * @layout: (transfer full): how the children are laid out
 *
 * Returns: (transfer floating): a box without children
 */
GtkWidget *jkb_reading_box_new (GtkLayoutManager *layout);
