/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/jkb-case-column.h"
#include "ui/jkb-case-list.h"

/**
 * JkbCaseCell:
 *
 * One cell of the table of cases. It draws its text itself, because a view on GTK 4.8 keeps about
 * 200 rows alive of which 35 are seen: a label would lay out its text in all of them each time the
 * order changes, this only where it is drawn.
 */
#define JKB_TYPE_CASE_CELL (jkb_case_cell_get_type ())
G_DECLARE_FINAL_TYPE (JkbCaseCell, jkb_case_cell, JKB, CASE_CELL, GtkWidget)

/**
 * jkb_case_cell_new:
 * @column: what it shows; static
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *jkb_case_cell_new (const JkbCaseColumn *column);

/**
 * jkb_case_cell_set_slot:
 * @self: a cell
 * @slot: (nullable): the row to show, and to follow
 *
 * Shows another row.
 */
void jkb_case_cell_set_slot (JkbCaseCell *self, JkbCaseSlot *slot);
