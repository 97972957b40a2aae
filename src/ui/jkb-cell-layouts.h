/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/jkb-case-column.h"

/**
 * jkb_cell_layouts_get:
 * @widget: a cell of a table
 * @column: what it shows
 * @text: what is written there
 * @look: how
 *
 * Most cells of a table say what others say: a type, a status, a day. One layout serves all that say the same in
 * one column, as they are equally wide. Main thread.
 *
 * Returns: (transfer full): a layout in one line, without a width; to be shared, so nothing but its width may be
 *   changed
 */
PangoLayout *jkb_cell_layouts_get (GtkWidget *widget, const JkbCaseColumn *column, const char *text, JkbCellLook look);

/**
 * jkb_cell_layouts_make:
 * @widget: a cell of a table
 * @text: what is written there
 * @look: how
 * @attributes: (nullable): what else marks the text; is changed
 *
 * Main thread. Returns: (transfer full): a layout of its own, as above
 */
PangoLayout *jkb_cell_layouts_make (GtkWidget *widget, const char *text, JkbCellLook look, PangoAttrList *attributes);
