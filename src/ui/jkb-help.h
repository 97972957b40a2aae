/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JKB_TYPE_HELP_WINDOW (jkb_help_window_get_type ())
G_DECLARE_FINAL_TYPE (JkbHelpWindow, jkb_help_window, JKB, HELP_WINDOW, AdwWindow)

/**
 * jkb_help_present:
 * @parent: (nullable): the window that asked; the help stays above it, and lets it be used
 *
 * Shows the help of the program, which is part of it and needs no network. A help window that is
 * already open for @parent comes to the front. Main thread.
 */
void jkb_help_present (GtkWindow *parent);

/**
 * jkb_help_find:
 * @parent: (nullable): the window that asked for help
 *
 * Returns: (nullable) (transfer none): the help window that is open for @parent. Main thread.
 */
GtkWindow *jkb_help_find (GtkWindow *parent);

G_END_DECLS
