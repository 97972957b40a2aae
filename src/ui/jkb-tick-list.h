/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/**
 * JkbTickList:
 *
 * Lines to tick, each with a name that the program knows it by. Ticks of names that have no line now
 * are kept. Main thread. Signal `ticked` when the person has ticked or unticked something.
 */
#define JKB_TYPE_TICK_LIST (jkb_tick_list_get_type ())
G_DECLARE_FINAL_TYPE (JkbTickList, jkb_tick_list, JKB, TICK_LIST, AdwBin)

/**
 * jkb_tick_list_new:
 * @label: what the lines are, for screen readers
 * @nothing: what to say where there are no lines
 *
 * Returns: (transfer floating): a list without lines
 */
GtkWidget *jkb_tick_list_new (const char *label, const char *nothing);

/**
 * jkb_tick_list_clear:
 * @self: a list
 *
 * Removes all lines, and no ticks.
 */
void jkb_tick_list_clear (JkbTickList *self);

/**
 * jkb_tick_list_add:
 * @self: a list
 * @name: what the program knows the line by
 * @title: its words
 * @subtitle: further words
 *
 * Adds a line, ticked when @name is.
 */
void jkb_tick_list_add (JkbTickList *self, const char *name, const char *title,
                        const char *subtitle);

/**
 * jkb_tick_list_set_names:
 * @self: a list
 * @names: (array zero-terminated=1): names
 *
 * Ticks exactly these.
 */
void jkb_tick_list_set_names (JkbTickList *self, const char *const *names);

/**
 * jkb_tick_list_get_names:
 * @self: a list
 *
 * Returns: (transfer none) (element-type utf8): what is ticked, in the order in which it was
 */
const GPtrArray *jkb_tick_list_get_names (JkbTickList *self);

/**
 * jkb_tick_list_list_names:
 * @self: a list
 *
 * Returns: (transfer full) (array zero-terminated=1): likewise
 */
char **jkb_tick_list_list_names (JkbTickList *self);
