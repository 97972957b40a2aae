/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-scope.h"

/**
 * JkbCaseTable:
 *
 * The table of the cases that a scope selects. The row that was chosen last is the case of the scope, and
 * the other way round; clicking a heading changes the order of the scope. The chosen case stays
 * chosen when rows move.
 *
 * Signal: `opened`, when a person wants to see the case that is chosen (Enter, double click).
 */
#define JKB_TYPE_CASE_TABLE (jkb_case_table_get_type ())
G_DECLARE_FINAL_TYPE (JkbCaseTable, jkb_case_table, JKB, CASE_TABLE, AdwBin)

/**
 * jkb_case_table_set_scope:
 * @self: a table
 * @scope: what it shows; may be set once
 *
 * Begins to follow @scope.
 */
void jkb_case_table_set_scope (JkbCaseTable *self, JkbScope *scope);

/**
 * jkb_case_table_add_actions:
 * @self: a table
 * @map: the actions of its window
 *
 * Adds `sort` (a column), `sort-descending`, and `column-NICK` for each column that can be shown.
 */
void jkb_case_table_add_actions (JkbCaseTable *self, GActionMap *map);

/**
 * jkb_case_table_set_compact:
 * @self: a table
 * @compact: show few columns, and open a case by one click
 *
 * For narrow windows, where the table and the case are not seen together.
 */
void jkb_case_table_set_compact (JkbCaseTable *self, gboolean compact);

/**
 * jkb_case_table_get_scope:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): what it shows, once it was set
 */
JkbScope *jkb_case_table_get_scope (JkbCaseTable *self);

/**
 * jkb_case_table_list_chosen:
 * @self: a table
 *
 * Returns: (transfer full) (element-type gint64): the cases whose rows are chosen, in the order of the table
 */
GArray *jkb_case_table_list_chosen (JkbCaseTable *self);

/**
 * jkb_case_table_list_columns:
 * @self: a table
 * @with_guests: also those that are there only because the window is wide
 *
 * Returns: (transfer full) (element-type JkbColumn): the columns that are shown, from left to right
 */
GArray *jkb_case_table_list_columns (JkbCaseTable *self, gboolean with_guests);

/**
 * jkb_case_table_move:
 * @self: a table
 * @offset: rows to go down, or up when negative
 *
 * Chooses a neighbour of the chosen case, the first one when there is none.
 */
void jkb_case_table_move (JkbCaseTable *self, int offset);

/**
 * jkb_case_table_save:
 * @self: a table
 *
 * Remembers columns, their widths and the order.
 */
void jkb_case_table_save (JkbCaseTable *self);
