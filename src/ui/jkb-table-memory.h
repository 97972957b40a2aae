/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"

/*
 * How a person left the table of cases: which columns are shown, in which order, how wide, and by which of
 * them the rows are ordered. Kept in the settings of the person; without them all is as at first. Main
 * thread.
 */

/**
 * JkbKeptColumn:
 * @column: a column
 * @is_shown: whether it is shown
 * @width: the width that a person gave it, in pixels, or 0
 *
 * What is remembered of a column.
 */
typedef struct
{
  JkbColumn column;
  gboolean is_shown;
  int width;
} JkbKeptColumn;

/**
 * jkb_table_memory_load:
 *
 * Columns that are not shown stand behind the column that they follow in jkb_case_columns().
 *
 * Returns: (transfer full) (element-type JkbKeptColumn): all columns that a table can show, in the order
 *   of the table
 */
GArray *jkb_table_memory_load (void);

/**
 * jkb_table_memory_is_usual:
 * @columns: (element-type JkbKeptColumn): the columns, in the order of the table
 *
 * Returns: whether those are shown, in that order, that are shown as long as a person has not chosen
 */
gboolean jkb_table_memory_is_usual (const GArray *columns);

/**
 * jkb_table_memory_load_order:
 *
 * Returns: the order of the rows
 */
JkbOrder jkb_table_memory_load_order (void);

/**
 * jkb_table_memory_save:
 * @columns: (element-type JkbKeptColumn): the columns, in the order of the table
 * @order: the order of the rows
 *
 * Remembers them.
 */
void jkb_table_memory_save (const GArray *columns, JkbOrder order);
