/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-framework-file.h"

/** Columns of a sheet that are read; a cell further right makes a file refused. */
#define JKB_XLSX_MAX_COLUMNS 512

/**
 * JkbSheet:
 * @name: its name
 * @rows: (element-type GPtrArray): the rows that have cells; each holds strings by column, %NULL where
 *   there is none
 *
 * One sheet of a workbook.
 */
typedef struct
{
  char *name;
  GPtrArray *rows;
} JkbSheet;

/**
 * jkb_sheet_new:
 * @name: its name
 *
 * Returns: (transfer full): a sheet without rows
 */
JkbSheet *jkb_sheet_new (const char *name);

/**
 * jkb_sheet_free:
 * @sheet: (transfer full): a sheet
 */
void jkb_sheet_free (JkbSheet *sheet);

/**
 * jkb_sheet_begin_row:
 * @sheet: a sheet
 *
 * Adds a row without cells.
 */
void jkb_sheet_begin_row (JkbSheet *sheet);

/**
 * jkb_sheet_add_cell:
 * @sheet: a sheet that has a row
 * @text: (transfer full) (nullable): a reference string, the next cell of the last row
 */
void jkb_sheet_add_cell (JkbSheet *sheet, char *text);

/**
 * jkb_xlsx_read:
 * @data: (array length=n_bytes): an XLSX workbook
 * @n_bytes: how many
 * @error: #JkbFrameworkError
 *
 * Reads the texts of all cells. Numbers are as the file writes them; formulas give their last value.
 * An archive with too many or too large entries or with a way out of its folder is refused, XML with a
 * document type as well. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type JkbSheet): the sheets in the workbook's order
 */
GPtrArray *jkb_xlsx_read (const char *data, gsize n_bytes, GError **error);

/**
 * jkb_sheet_cell:
 * @sheet: a sheet
 * @row: from 0, below the number of its rows
 * @column: from 0
 *
 * Returns: (transfer none): the text, empty where there is none
 */
const char *jkb_sheet_cell (const JkbSheet *sheet, guint row, guint column);
