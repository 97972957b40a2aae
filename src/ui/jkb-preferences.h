/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-casebook.h"

#include <gtk/gtk.h>

/**
 * jkb_preferences_apply:
 *
 * Takes over how dates and names are written from the settings, and follows them from now on: each change is told to
 * all windows of @application. Once in a program, before its first window. Main thread.
 */
void jkb_preferences_apply (GtkApplication *application);

/**
 * jkb_preferences_present:
 * @parent: (nullable): the window in front
 * @casebook: the casebook whose places are shown
 *
 * Opens the window of preferences. What is chosen holds at once. Main thread.
 */
void jkb_preferences_present (GtkWindow *parent, JkbCasebook *casebook);
