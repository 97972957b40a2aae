/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "import/jkb-import.h"

/**
 * JkbImportRow:
 *
 * One line of what an import did: a source that could not be read or has something to say, or an
 * item.
 */
#define JKB_TYPE_IMPORT_ROW (jkb_import_row_get_type ())
G_DECLARE_FINAL_TYPE (JkbImportRow, jkb_import_row, JKB, IMPORT_ROW, GObject)

/**
 * jkb_import_rows_new:
 * @report: what an import did
 *
 * Returns: (transfer full) (element-type JkbImportRow): its lines, in the order of reading
 */
GListModel *jkb_import_rows_new (const JkbImportReport *report);

/**
 * jkb_import_row_factory_new:
 *
 * Returns: (transfer full): what shows such lines in a list
 */
GtkListItemFactory *jkb_import_row_factory_new (void);

/**
 * jkb_import_row_get_case_id:
 * @self: a line
 *
 * Returns: the case it is about, 0 for none
 */
gint64 jkb_import_row_get_case_id (JkbImportRow *self);

/**
 * jkb_import_row_get_words:
 * @self: a line
 *
 * Returns: (transfer none): what became of it, in words
 */
const char *jkb_import_row_get_words (JkbImportRow *self);
