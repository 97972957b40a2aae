/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * JkbColumnsLayout:
 *
 * Children in as many columns of equal width as have room, each child in the column that is shortest
 * so far. Children keep the height they need.
 */
#define JKB_TYPE_COLUMNS_LAYOUT (jkb_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (JkbColumnsLayout, jkb_columns_layout, JKB, COLUMNS_LAYOUT, GtkLayoutManager)

/**
 * jkb_columns_layout_new:
 * @column_width: a column gets no narrower while there is another one
 * @n_columns_max: there are no more columns than this
 * @spacing: room between columns and between children
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *jkb_columns_layout_new (int column_width, int n_columns_max, int spacing);
