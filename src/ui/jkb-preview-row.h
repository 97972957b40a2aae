/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "import/jkb-import-draft.h"

/**
 * JkbPreviewRow:
 *
 * One line of an import before it is stored: an item, or a source that could not be read.
 *
 * Signal: `changed`, when it is worded anew or accepted or not.
 */
#define JKB_TYPE_PREVIEW_ROW (jkb_preview_row_get_type ())
G_DECLARE_FINAL_TYPE (JkbPreviewRow, jkb_preview_row, JKB, PREVIEW_ROW, GObject)

/**
 * jkb_preview_rows_add:
 * @rows: (element-type JkbPreviewRow): lines
 * @entries: (element-type JkbDraftEntry): entries of a draft, which has to live as long as the lines
 * @first: the first entry whose lines are not there yet
 * @n_max: add no further entry once so many lines were added
 *
 * Returns: the first entry whose lines are not there now
 */
guint jkb_preview_rows_add (GListStore *rows, const GPtrArray *entries, guint first, guint n_max);

/**
 * jkb_preview_rows_count:
 * @rows: (element-type JkbPreviewRow): lines
 * @n_choices: (out): how many can be accepted
 * @n_accepted: (out): how many of them are
 *
 * Counts what is offered and what is accepted. Main thread.
 */
void jkb_preview_rows_count (GListModel *rows, guint *n_choices, guint *n_accepted);

/**
 * jkb_preview_rows_accept:
 * @rows: (element-type JkbPreviewRow): lines
 * @is_accepted: whether their notices shall be stored
 *
 * jkb_preview_row_set_accepted() for all of them. Main thread.
 */
void jkb_preview_rows_accept (GListModel *rows, gboolean is_accepted);

/**
 * jkb_preview_row_compare:
 * @self: a line
 * @target: (nullable): what case it is a further report of
 *
 * Words the line anew, now that the draft was compared with the casebook.
 */
void jkb_preview_row_compare (JkbPreviewRow *self, const char *target);

/**
 * jkb_preview_row_get_entry:
 * @self: a line
 *
 * Returns: (transfer none): the source it is about
 */
const JkbDraftEntry *jkb_preview_row_get_entry (JkbPreviewRow *self);

/**
 * jkb_preview_row_get_item:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the item it is about, %NULL when the source could not be read
 */
const JkbItem *jkb_preview_row_get_item (JkbPreviewRow *self);

/**
 * jkb_preview_row_get_plan:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): what would become of it, once that is known
 */
const JkbAddedItem *jkb_preview_row_get_plan (JkbPreviewRow *self);

/**
 * jkb_preview_row_get_words:
 * @self: a line
 *
 * Returns: (transfer none): what would become of it, or why it could not be read
 */
const char *jkb_preview_row_get_words (JkbPreviewRow *self);

/**
 * jkb_preview_row_is_choice:
 * @self: a line
 *
 * Returns: %TRUE if a person can accept it or not
 */
gboolean jkb_preview_row_is_choice (JkbPreviewRow *self);

/**
 * jkb_preview_row_is_accepted:
 * @self: a line that is a choice
 *
 * Returns: %TRUE unless the person does not want it
 */
gboolean jkb_preview_row_is_accepted (JkbPreviewRow *self);

/**
 * jkb_preview_row_set_accepted:
 * @self: a line
 * @accepted: whether it is wanted; nothing happens to what is no choice
 */
void jkb_preview_row_set_accepted (JkbPreviewRow *self, gboolean accepted);

/**
 * jkb_preview_row_factory_new:
 *
 * Returns: (transfer full): what shows such lines in a list
 */
GtkListItemFactory *jkb_preview_row_factory_new (void);
