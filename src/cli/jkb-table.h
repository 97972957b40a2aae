/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbTableColumn:
 * @title: heading, translated
 * @is_number: set to the right
 * @width_max: cells; what is longer ends in an ellipsis; 0 for no limit
 *
 * A column of a table for people.
 */
typedef struct
{
  const char *title;
  gboolean is_number;
  guint width_max;
} JkbTableColumn;

/**
 * JkbTable:
 *
 * A table for people: aligned by the cells that characters take on a terminal.
 */
typedef struct _JkbTable JkbTable;

/**
 * jkb_table_new:
 * @columns: (array length=n_columns): the columns; must live as long as the table
 * @n_columns: how many
 *
 * Returns: (transfer full): a table without rows
 */
JkbTable *jkb_table_new (const JkbTableColumn *columns, guint n_columns);

/**
 * jkb_table_free:
 * @table: (nullable) (transfer full): a table
 */
void jkb_table_free (JkbTable *table);

/**
 * jkb_table_add:
 * @table: a table
 * @cell: (nullable): text of the next cell, row by row; cleaned here
 *
 * Adds a cell.
 */
void jkb_table_add (JkbTable *table, const char *cell);

/**
 * jkb_table_to_string:
 * @table: a table whose last row is whole
 * @width: cells of the terminal, 0 for no limit; the last column gives way
 *
 * Returns: (transfer full): heading and rows, a line feed after each
 */
char *jkb_table_to_string (const JkbTable *table, guint width);

/**
 * jkb_table_print:
 * @table: a table
 *
 * Prints it to standard output, within the width of the terminal when that is one.
 */
void jkb_table_print (const JkbTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbTable, jkb_table_free)
