/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-casebook.h"

/**
 * JkbApplication:
 *
 * The program with a window: command line, actions of the whole program, and the open casebooks.
 */
#define JKB_TYPE_APPLICATION (jkb_application_get_type ())
G_DECLARE_FINAL_TYPE (JkbApplication, jkb_application, JKB, APPLICATION, AdwApplication)

/**
 * jkb_application_new:
 *
 * Registers the resources of the program and makes the application. Main thread.
 *
 * Returns: (transfer full): the application, not yet registered
 */
JkbApplication *jkb_application_new (void);

/**
 * jkb_application_open_casebook:
 * @self: an application
 * @path: (nullable): file name of a casebook, %NULL for the user's own
 *
 * Finds the casebook of that file, or begins to open it. Windows of one file share one casebook.
 * Main thread.
 *
 * Returns: (transfer none): the casebook, which may still be opening
 */
JkbCasebook *jkb_application_open_casebook (JkbApplication *self, const char *path);

/**
 * jkb_application_show_casebook:
 * @self: the application
 * @path: (nullable): file name of a casebook; it is made when it is not there. %NULL is the usual one
 *
 * Brings the window of a casebook to the front, opening one when there is none.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *jkb_application_show_casebook (JkbApplication *self, const char *path);
