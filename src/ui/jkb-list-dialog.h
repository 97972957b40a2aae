/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/jkb-case-lists.h"

/**
 * JkbListDialogFunc:
 * @name: what was typed; not empty unless @list_id is that of a known collection
 * @list_id: the list that was chosen, 0 for a new one
 * @user_data: what was given
 */
typedef void (*JkbListDialogFunc) (const char *name, gint64 list_id, gpointer user_data);

/**
 * jkb_list_dialog_ask_name:
 * @window: the window it belongs to
 * @title: what is asked
 * @accept: label of the button
 * @name: (nullable): a suggestion
 * @func: called when a name was given
 * @user_data: (transfer full): for @func
 * @free_data: frees @user_data
 *
 * Asks for the name of a new list.
 */
void jkb_list_dialog_ask_name (GtkWindow *window, const char *title, const char *accept, const char *name,
                               JkbListDialogFunc func, gpointer user_data, GDestroyNotify free_data);

/**
 * jkb_list_dialog_ask_new_name:
 * @window: the window it belongs to
 * @list: the list that is to be renamed
 * @func: called when a name was given
 * @user_data: (transfer full): for @func
 * @free_data: frees @user_data
 *
 * Asks for another name.
 */
void jkb_list_dialog_ask_new_name (GtkWindow *window, const JkbList *list, JkbListDialogFunc func, gpointer user_data,
                                   GDestroyNotify free_data);

/**
 * jkb_list_dialog_ask_collection:
 * @window: the window it belongs to
 * @lists: the lists to choose from
 * @func: called when a collection was chosen, or a new one given a name
 * @user_data: (transfer full): for @func
 * @free_data: frees @user_data
 *
 * Asks for a collection.
 */
void jkb_list_dialog_ask_collection (GtkWindow *window, JkbCaseLists *lists, JkbListDialogFunc func,
                                     gpointer user_data, GDestroyNotify free_data);
