/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/**
 * JkbMatrixRow:
 * @role: (nullable): the role, %NULL for a heading
 * @heading: (nullable): words of a heading
 * @is_framework: the heading of a framework, not of a category
 *
 * A row of the matrix.
 */
typedef struct
{
  const JkbRole *role;
  char *heading;
  gboolean is_framework;
} JkbMatrixRow;

/**
 * jkb_matrix_rows_new:
 * @roles: (element-type JkbRole): roles, those of one framework and category together
 *
 * Puts a heading before each framework, when there are several, and before each category of a
 * framework that has several.
 *
 * Returns: (transfer full) (element-type JkbMatrixRow): the rows
 */
GArray *jkb_matrix_rows_new (const GPtrArray *roles);

/**
 * jkb_matrix_rows_find:
 * @rows: rows
 * @role: (nullable): a role
 *
 * Returns: its row, -1 when it is not there
 */
int jkb_matrix_rows_find (const GArray *rows, const JkbRole *role);

/**
 * jkb_matrix_rows_next:
 * @rows: rows
 * @from: a row, or one before the first or after the last
 * @step: 1 for downwards, -1 for upwards
 *
 * Returns: the next row with a role, @from itself when there is none
 */
int jkb_matrix_rows_next (const GArray *rows, int from, int step);
