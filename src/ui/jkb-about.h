/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * jkb_about_present:
 * @parent: (nullable): the window in front
 *
 * Shows who made the program, and where its data come from. Main thread.
 */
void jkb_about_present (GtkWindow *parent);
