/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/*
 * What differs between GTK 4.8 / libadwaita 1.2 and later releases, in one place. Main thread.
 */

/**
 * JkbFilesFunc:
 * @files: (element-type GFile): what was chosen; a list model that lives during the call
 * @user_data: what was given
 */
typedef void (*JkbFilesFunc) (GListModel *files, gpointer user_data);

/**
 * jkb_compat_choose_files:
 * @parent: the window that asks
 * @title: what to ask
 * @folders: choose folders, not files
 * @func: called when something was chosen, not when the person changed their mind
 * @owner: an object; nothing is called when it is gone by then
 *
 * Lets a person choose what to import.
 */
void jkb_compat_choose_files (GtkWindow *parent, const char *title, gboolean folders,
                              JkbFilesFunc func, GObject *owner);

/**
 * jkb_compat_save_file:
 * @parent: the window that asks
 * @title: what to ask
 * @name: the name that is proposed
 * @func: called with one file when a place was chosen; replacing a file was confirmed by then
 * @owner: an object; nothing is called when it is gone by then
 *
 * Lets a person choose where to save something.
 */
void jkb_compat_save_file (GtkWindow *parent, const char *title, const char *name,
                           JkbFilesFunc func, GObject *owner);

/**
 * jkb_compat_open_uri:
 * @parent: the window in front
 * @uri: an http or https address; others are not opened
 *
 * Hands an address to the browser of the person.
 *
 * Returns: %FALSE when it is no address of the web
 */
gboolean jkb_compat_open_uri (GtkWindow *parent, const char *uri);

/**
 * jkb_compat_announce:
 * @widget: where it happened
 * @text: what happened, one sentence
 *
 * Lets a screen reader say @text, where the toolkit can.
 */
void jkb_compat_announce (GtkWidget *widget, const char *text);

/**
 * jkb_compat_get_announced:
 *
 * Main thread.
 *
 * Returns: (transfer none) (nullable): what was announced last
 */
const char *jkb_compat_get_announced (void);

/**
 * jkb_compat_get_color:
 * @widget: a widget
 * @color: (out caller-allocates): the colour of its text
 */
void jkb_compat_get_color (GtkWidget *widget, GdkRGBA *color);

/**
 * jkb_compat_lookup_color:
 * @widget: a widget
 * @name: a named colour of the style
 * @color: (out): what it is in the style of now
 *
 * Returns: %FALSE, leaving @color, when the style has no such colour
 */
gboolean jkb_compat_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *color);

/**
 * jkb_compat_get_focus:
 * @widget: a widget
 *
 * Newer releases look for the next focus even while a window goes, when its parts are in none.
 *
 * Returns: (transfer none) (nullable): what has the focus in the window of @widget
 */
GtkWidget *jkb_compat_get_focus (GtkWidget *widget);

/**
 * jkb_compat_let_parent_go:
 * @window: a window that something in the background may keep longer than it is shown
 *
 * Takes @window off the window it belongs to as soon as it is destroyed. A window that is destroyed with its parent
 * would otherwise still point to the parent when that is no longer there.
 */
void jkb_compat_let_parent_go (GtkWindow *window);

/**
 * jkb_compat_set_expander_child:
 * @expander: an expander
 * @child: what it folds away
 *
 * Sets the child. The focus of newer releases goes to it while it is folded away, when it is in no window, and GTK
 * complains; so it takes none then.
 */
void jkb_compat_set_expander_child (GtkExpander *expander, GtkWidget *child);

/**
 * jkb_compat_align_header:
 * @view: a column view
 * @position: a column as it was appended, from 0
 *
 * Puts the heading of a column to its end, as the numbers below it. The toolkit has no call for
 * that; where the heading is made otherwise than known here it stays where it is.
 */
void jkb_compat_align_header (GtkColumnView *view, guint position);

/**
 * jkb_compat_scroll_to_row:
 * @view: a column view
 * @position: a row
 *
 * Brings the row into view.
 */
void jkb_compat_scroll_to_row (GtkColumnView *view, guint position);
