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

/**
 * jkb_columns_layout_follow_text:
 * @self: the layout
 *
 * With larger text a column is wider, too: there are fewer, and a line keeps as many letters.
 */
void jkb_columns_layout_follow_text (JkbColumnsLayout *self);

/**
 * jkb_columns_layout_keep_places:
 * @self: the layout
 *
 * Shares the children out anew, so that the columns end as evenly as they can, the first ones side by side.
 * From now on each stays in its column whatever becomes of heights, until the number of columns or of
 * children is another: what a person looks at does not jump. Does so for up to eight children.
 */
void jkb_columns_layout_keep_places (JkbColumnsLayout *self);
