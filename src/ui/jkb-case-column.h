/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"

/**
 * JkbCellLook:
 * @JKB_CELL_PLAIN: as any text
 * @JKB_CELL_DIM: something that is not known; the words say so too
 * @JKB_CELL_NUMBER: right-aligned, digits of one width
 *
 * How the text of a cell is drawn. Flags.
 */
typedef enum
{
  JKB_CELL_PLAIN = 0,
  JKB_CELL_DIM = 1 << 0,
  JKB_CELL_NUMBER = 1 << 1,
} JkbCellLook;

/**
 * JkbCaseColumn:
 * @column: what it shows and orders by
 * @width: width in pixels, at text of the usual size, that it has at most until a person changes it; 0 for any
 * @expands: takes what room is left
 * @is_searched: marks the words that were searched for
 * @is_number: stands at the right
 *
 * A column that the table of cases can show.
 */
typedef struct
{
  JkbColumn column;
  int width;
  gboolean expands;
  gboolean is_searched;
  gboolean is_number;
} JkbCaseColumn;

/**
 * jkb_case_columns:
 * @n_columns: (out): how many
 *
 * Returns: (transfer none) (array length=n_columns): the columns in the order of the table; static
 */
const JkbCaseColumn *jkb_case_columns (guint *n_columns);

/**
 * jkb_case_column_title:
 * @column: a column
 *
 * Returns: (transfer none): its heading, translated; static
 */
const char *jkb_case_column_title (JkbColumn column);

/**
 * jkb_case_column_text:
 * @column: a column
 * @incident: a case
 * @look: (out): how to draw it
 *
 * Words what stands in a cell. What is not known has a word of its own and is never an empty cell or
 * a zero.
 *
 * Returns: (transfer full): the text
 */
char *jkb_case_column_text (JkbColumn column, const JkbCase *incident, JkbCellLook *look);

/**
 * jkb_case_column_details:
 * @column: a column
 * @incident: a case
 *
 * Words the same at full length, for a tooltip.
 *
 * Returns: (transfer full): the text
 */
char *jkb_case_column_details (JkbColumn column, const JkbCase *incident);
