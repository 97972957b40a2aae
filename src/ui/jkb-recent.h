/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * jkb_recent_add:
 * @path: a casebook that has been opened
 *
 * Remembers it as the latest of the few that are remembered. Main thread.
 */
void jkb_recent_add (const char *path);

/**
 * jkb_recent_fill:
 * @menu: items of it are taken away first
 * @own_path: the casebook of the window, which is left out
 *
 * Lists the casebooks that were opened last and are still there, each with the action `win.open-recent` and its
 * path; a line says so when there is none. Main thread.
 */
void jkb_recent_fill (GMenu *menu, const char *own_path);
