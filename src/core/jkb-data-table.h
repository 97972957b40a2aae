/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbDataTable:
 *
 * A data file as we ship it: UTF-8, one row a line, fields separated by tabs, the first line that
 * is no comment names the columns, lines that start with `#` and empty lines are comments, no
 * quoting. Never changes once read.
 */
typedef struct _JkbDataTable JkbDataTable;

/**
 * jkb_data_table_read:
 * @path: a file
 * @columns: (array zero-terminated=1): the columns that must be there, in this order, first; a file
 *   may have further ones
 * @error: a #GFileError, or %JKB_CORE_ERROR_DATA_FILE with file and line in the message
 *
 * Reads the whole file; each row must have as many fields as there are columns. Any thread.
 *
 * Returns: (transfer full) (nullable): the table
 */
JkbDataTable *jkb_data_table_read (const char *path, const char *const *columns, GError **error);

/**
 * jkb_data_table_parse:
 * @text: contents of such a file
 * @name: what errors call it
 * @columns: (array zero-terminated=1): as for jkb_data_table_read()
 * @error: %JKB_CORE_ERROR_DATA_FILE
 *
 * Any thread. Returns: (transfer full) (nullable): the table
 */
JkbDataTable *jkb_data_table_parse (const char *text, const char *name,
                                    const char *const *columns, GError **error);

/**
 * jkb_data_table_free:
 * @table: (nullable) (transfer full): a table
 */
void jkb_data_table_free (JkbDataTable *table);

/**
 * jkb_data_table_n_rows:
 * @table: a table
 *
 * Any thread. Returns: how many rows it has
 */
guint jkb_data_table_n_rows (const JkbDataTable *table);

/**
 * jkb_data_table_get:
 * @table: a table
 * @row: from 0
 * @column: index into the columns that were asked for
 *
 * Any thread. Returns: (transfer none): the field, empty but never %NULL
 */
const char *jkb_data_table_get (const JkbDataTable *table, guint row, guint column);

/**
 * jkb_data_table_line:
 * @table: a table
 * @row: from 0
 *
 * Any thread. Returns: the line number of @row in its file, from 1
 */
guint jkb_data_table_line (const JkbDataTable *table, guint row);

/**
 * jkb_data_table_fail:
 * @table: a table
 * @row: the row at fault
 * @error: where to put the error
 * @format: what is wrong, as printf
 *
 * Sets %JKB_CORE_ERROR_DATA_FILE as `FILE:LINE: what is wrong`. Any thread.
 *
 * Returns: %FALSE
 */
gboolean jkb_data_table_fail (const JkbDataTable *table, guint row, GError **error,
                              const char *format, ...) G_GNUC_PRINTF (4, 5);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbDataTable, jkb_data_table_free)
