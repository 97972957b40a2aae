/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-window.h"

/*
 * Steps that several states share. None returns before what it shows is there.
 */

/**
 * jkb_picture_filter:
 * @window: a window
 *
 * Narrows its cases by words, type and status.
 */
void jkb_picture_filter (JkbWindow *window);

/**
 * jkb_picture_scroll:
 * @root: a widget with a scrolled window in it
 * @n_pages: by how many heights of it
 */
void jkb_picture_scroll (gpointer root, int n_pages);

/**
 * jkb_picture_wait_toplevel:
 * @type: a type of window
 *
 * Returns: (transfer none): the window of that type, once it is on the screen
 */
GtkWidget *jkb_picture_wait_toplevel (GType type);

/**
 * jkb_picture_open_other:
 * @window: a window
 * @name: name of a file in the data folder
 *
 * Returns: (transfer none): a further window, on that casebook
 */
JkbWindow *jkb_picture_open_other (JkbWindow *window, const char *name);

/**
 * jkb_picture_set_toggle:
 * @window: a window
 * @place: 2 for the comparison, -1 for none
 *
 * Presses one of the buttons above the charts and releases the others.
 */
void jkb_picture_set_toggle (JkbWindow *window, int place);

/**
 * jkb_picture_choose_scheme:
 * @window: a window
 * @position: of the classification in its list
 */
void jkb_picture_choose_scheme (JkbWindow *window, guint position);

/**
 * jkb_picture_choose_figures:
 * @window: a window
 * @position: of the published figures in their list, 0 for none
 */
void jkb_picture_choose_figures (JkbWindow *window, guint position);

/**
 * jkb_picture_search_roles:
 * @window: a window
 * @words: what to look for
 */
void jkb_picture_search_roles (JkbWindow *window, const char *words);

/**
 * jkb_picture_show_roles_as:
 * @window: a window
 * @view: `matrix` or `list`
 */
void jkb_picture_show_roles_as (JkbWindow *window, const char *view);

/**
 * jkb_picture_tick_roles:
 * @window: a window that shows roles to tick
 * @is_any: tick some of them, else none
 *
 * Ticks roles as a person would.
 */
void jkb_picture_tick_roles (JkbWindow *window, gboolean is_any);

/**
 * jkb_picture_drop_courses:
 *
 * Takes away the courses that earlier pictures kept.
 */
void jkb_picture_drop_courses (void);

/**
 * jkb_picture_keep_course:
 * @window: a window that shows courses
 *
 * Enters a course as a person would, and waits until it is kept.
 */
void jkb_picture_keep_course (JkbWindow *window);
