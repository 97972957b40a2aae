/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-application.h"
#include "ui/jkb-incidents-page.h"
#include "ui/jkb-scope.h"

/**
 * JkbWindow:
 *
 * A window on a casebook: three pages that share one scope, and the ways in for notices.
 */
#define JKB_TYPE_WINDOW (jkb_window_get_type ())
G_DECLARE_FINAL_TYPE (JkbWindow, jkb_window, JKB, WINDOW, AdwApplicationWindow)

/**
 * jkb_window_new:
 * @application: the application
 * @casebook: what it shows, ready or not
 *
 * Returns: (transfer none): the window, not shown yet
 */
JkbWindow *jkb_window_new (JkbApplication *application, JkbCasebook *casebook);

/**
 * jkb_window_get_casebook:
 * @self: a window
 *
 * Returns: (transfer none): what it shows
 */
JkbCasebook *jkb_window_get_casebook (JkbWindow *self);

/**
 * jkb_window_get_scope:
 * @self: a window
 *
 * Returns: (transfer none): what it looks at
 */
JkbScope *jkb_window_get_scope (JkbWindow *self);

/**
 * jkb_window_get_incidents_page:
 * @self: a window
 *
 * Returns: (transfer none): its first page
 */
JkbIncidentsPage *jkb_window_get_incidents_page (JkbWindow *self);

/**
 * jkb_window_import_files:
 * @self: a window
 * @files: (array length=n_files): files and folders
 * @n_files: how many
 *
 * Imports them, as soon as the casebook is ready, and shows what became of them.
 */
void jkb_window_import_files (JkbWindow *self, GFile **files, guint n_files);
