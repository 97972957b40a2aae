/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * jkb_line_new:
 *
 * A box whose children stand in one line, each as wide as it wants to be, or one below the other where that does
 * not fit: in a narrow window, with large text. One that expands takes what is left of its line. Children are added
 * with gtk_box_append(). Main thread.
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *jkb_line_new (void);

/**
 * jkb_line_make:
 * @box: a box, as of a template
 *
 * Makes @box what jkb_line_new() returns. Main thread.
 */
void jkb_line_make (GtkBox *box);
