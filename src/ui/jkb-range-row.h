/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/jkb-scope.h"

/** JkbRangeKind: what a range is of. */
typedef enum
{
  JKB_RANGE_DATES,
  JKB_RANGE_PEOPLE,
} JkbRangeKind;

/**
 * JkbRangeRow:
 *
 * Two entries for the ends of a range, either of which may be empty. Enter, or leaving an entry, makes it a part
 * of the filter of the scope, which can be undone like any other choice. What is no such value is said below and
 * changes nothing.
 */
#define JKB_TYPE_RANGE_ROW (jkb_range_row_get_type ())
G_DECLARE_FINAL_TYPE (JkbRangeRow, jkb_range_row, JKB, RANGE_ROW, GtkBox)

/**
 * jkb_range_row_new:
 * @kind: what it is of
 * @scope: whose filter it shows and changes
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *jkb_range_row_new (JkbRangeKind kind, JkbScope *scope);
