/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "query/jkb-cases.h"

/**
 * JkbTableColumns:
 *
 * The columns of a table of cases: their cells, which of them are shown, in which order and how wide, as a
 * person left them; few of them in a narrow window. Main thread.
 */
#define JKB_TYPE_TABLE_COLUMNS (jkb_table_columns_get_type ())
G_DECLARE_FINAL_TYPE (JkbTableColumns, jkb_table_columns, JKB, TABLE_COLUMNS, GObject)

/**
 * jkb_table_columns_new:
 * @view: a view without columns
 * @compare: what the sorter of each column asks; its user data is the #JkbCaseColumn
 *
 * Adds all columns that a table can show to @view, as jkb_table_memory_load() has them.
 *
 * Returns: (transfer full): the columns
 */
JkbTableColumns *jkb_table_columns_new (GtkColumnView *view, GCompareDataFunc compare);

/**
 * jkb_table_columns_get:
 * @self: the columns
 * @column: what one shows
 *
 * Returns: (transfer none) (nullable): the column; %NULL for what a table cannot show
 */
GtkColumnViewColumn *jkb_table_columns_get (JkbTableColumns *self, JkbColumn column);

/**
 * jkb_table_columns_add_actions:
 * @self: the columns
 * @map: the actions of a window
 *
 * Adds `column-NICK` for each column that can be shown.
 */
void jkb_table_columns_add_actions (JkbTableColumns *self, GActionMap *map);

/**
 * jkb_table_columns_set_compact:
 * @self: the columns
 * @compact: show only what fits into a narrow window, or again what was shown before
 */
void jkb_table_columns_set_compact (JkbTableColumns *self, gboolean compact);

/**
 * jkb_table_columns_fit:
 * @self: the columns
 * @width: of the table, in pixels
 *
 * Where a table is so wide that all would go to the names of organisations, columns of words get what their longest
 * word needs; and further columns come for as long as there is room, unless a person has chosen what to see. To be
 * called when the table has a new width, not while it is laid out.
 */
void jkb_table_columns_fit (JkbTableColumns *self, int width);

/**
 * jkb_table_columns_update_widths:
 * @self: the columns
 *
 * To be called when the size of the text changes: columns that a person has not made wider or narrower keep
 * to it.
 */
void jkb_table_columns_update_widths (JkbTableColumns *self);

/**
 * jkb_table_columns_list_shown:
 * @self: the columns
 * @with_guests: also those that are there only because there is room
 *
 * Returns: (transfer full) (element-type JkbColumn): the columns that are shown, from left to right
 */
GArray *jkb_table_columns_list_shown (JkbTableColumns *self, gboolean with_guests);

/**
 * jkb_table_columns_save:
 * @self: the columns
 * @order: the order of the rows
 *
 * Remembers both, and what is shown in a wide window while the columns are compact.
 */
void jkb_table_columns_save (JkbTableColumns *self, JkbOrder order);
