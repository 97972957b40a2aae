/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/jkb-case-column.h"

/**
 * jkb_text_scale:
 * @widget: a widget
 *
 * Returns: how much larger than usual the person has all text, 1 for as usual; main thread
 */
double jkb_text_scale (GtkWidget *widget);

/**
 * jkb_column_width:
 * @widget: a widget that has the font of the table
 * @column: a column
 * @is_roomy: whether there is more room than the columns ask for
 *
 * Measures what usually stands in a column, in the language, the font and the size of text of the session,
 * and its heading. Columns of names are as wide as they ask for, and none is wider than that unless @is_roomy. Main
 * thread.
 *
 * Returns: width in pixels
 */
int jkb_column_width (GtkWidget *widget, const JkbCaseColumn *column, gboolean is_roomy);
