/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/**
 * jkb_shrink_labels:
 * @widget: a button, a row of linked buttons
 *
 * Where there is less room than its words need, they go on in a further line. GTK lets buttons do so from 4.12 on,
 * and then cuts their words off. Call it again when buttons are added. Main thread.
 */
void jkb_shrink_labels (GtkWidget *widget);

/**
 * jkb_cut_label:
 * @label: a label of one line, or of as many as it may have
 *
 * Where there is less room than its words need, they are cut off (at the end, unless @label already says where) and a
 * tooltip says them in full. Main thread.
 */
void jkb_cut_label (GtkLabel *label);

/**
 * jkb_cut_label_new:
 * @text: (nullable): its words
 *
 * Returns: (transfer floating): a label that begins at the left and has had jkb_cut_label(). Main thread.
 */
GtkWidget *jkb_cut_label_new (const char *text);

/**
 * jkb_wrapped_label_new:
 * @text: (nullable): its words
 *
 * Returns: (transfer floating): a label that begins at the left and goes on in further lines where there is less room
 * than its words need; a word is broken only where it is longer than a line. Main thread.
 */
GtkWidget *jkb_wrapped_label_new (const char *text);

/**
 * jkb_keep_label_wide:
 * @label: a label that gives way where there is little room
 * @width: in pixels, with text of the usual size
 *
 * It gives way to no less than @width, or to less when its words need less. To be called again when they change. Main
 * thread.
 */
void jkb_keep_label_wide (GtkLabel *label, int width);

/**
 * jkb_cut_button:
 * @button: a button of words in a header, where a second line would make all of the header taller
 *
 * Where large text leaves less room than its words need, they are cut off and a tooltip says them in full. Main
 * thread.
 */
void jkb_cut_button (GtkButton *button);

/**
 * jkb_shrink_status_pages:
 * @widget: where they are
 *
 * jkb_shrink_labels() for every #AdwStatusPage below @widget. Main thread.
 */
void jkb_shrink_status_pages (GtkWidget *widget);

/**
 * jkb_shrink_choice:
 * @choice: a choice among strings; of the objects of its model the property `string` is shown
 *
 * Where there is less room than the chosen words need, they are cut off and a tooltip says them in full. The list
 * that opens shows them whole. Main thread.
 */
void jkb_shrink_choice (GtkDropDown *choice);

/**
 * jkb_shrink_combo_row:
 * @row: a row that chooses among strings; of the objects of its model the property `string` is shown
 *
 * jkb_shrink_choice() for a row of a list. Main thread.
 */
void jkb_shrink_combo_row (AdwComboRow *row);

/**
 * jkb_shrink_title:
 * @header: the header of a dialog
 * @window: the dialog
 *
 * Lets @header show the title of @window, which gives way where the buttons beside it leave no room. Main thread.
 */
void jkb_shrink_title (AdwHeaderBar *header, GtkWindow *window);
