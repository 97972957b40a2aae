/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-selection.h"
#include "ui/jkb-casebook.h"

/**
 * JkbScope:
 *
 * What one window looks at: one filter, one order and one case, shared by all its pages, and the
 * selection of cases that answers them. Main thread; the selection is made in a worker, and the old
 * one stays until the new one is there.
 *
 * Signals: `filter-changed` at once when the filter is another; `selection-changed` when there is a
 * new selection, and `rows-changed` before it, or sooner when its first rows are there. Property: `case-id`, the case that is shown, 0 for none.
 */
#define JKB_TYPE_SCOPE (jkb_scope_get_type ())
G_DECLARE_FINAL_TYPE (JkbScope, jkb_scope, JKB, SCOPE, GObject)

/**
 * jkb_scope_new:
 * @casebook: a casebook, ready or not
 *
 * Returns: (transfer full): a scope without filter, newest cases first
 */
JkbScope *jkb_scope_new (JkbCasebook *casebook);

/**
 * jkb_scope_get_casebook:
 * @self: a scope
 *
 * Returns: (transfer none): the casebook
 */
JkbCasebook *jkb_scope_get_casebook (JkbScope *self);

/**
 * jkb_scope_get_filter:
 * @self: a scope
 *
 * Returns: (transfer none): the filter; copy it, change the copy and set that
 */
const JkbFilter *jkb_scope_get_filter (JkbScope *self);

/**
 * jkb_scope_set_filter:
 * @self: a scope
 * @filter: (nullable): what is wanted; copied; %NULL for everything
 *
 * Cancels the selection being made and begins the new one. Does nothing when the filter is equal.
 */
void jkb_scope_set_filter (JkbScope *self, const JkbFilter *filter);

/**
 * jkb_scope_undo:
 * @self: a scope
 *
 * Goes back to the filter before the last change. Letters typed one after the other are one change.
 *
 * Returns: %FALSE when there is no earlier one
 */
gboolean jkb_scope_undo (JkbScope *self);

/**
 * jkb_scope_redo:
 * @self: a scope
 *
 * Takes back the last jkb_scope_undo() after which nothing was changed.
 *
 * Returns: %FALSE when there is none
 */
gboolean jkb_scope_redo (JkbScope *self);

/**
 * jkb_scope_get_undo_time:
 * @self: a scope
 *
 * Returns: when the change was made that jkb_scope_undo() takes back, in microseconds of the
 *   monotonic clock; 0 for none
 */
gint64 jkb_scope_get_undo_time (JkbScope *self);

/**
 * jkb_scope_get_redo_time:
 * @self: a scope
 *
 * Returns: when that was undone which jkb_scope_redo() brings back, likewise
 */
gint64 jkb_scope_get_redo_time (JkbScope *self);

/**
 * jkb_scope_set_words:
 * @self: a scope
 * @words: (nullable): a search line
 *
 * Changes only the words of the filter.
 */
void jkb_scope_set_words (JkbScope *self, const char *words);

/**
 * jkb_scope_update_list:
 * @self: a scope
 * @list_id: the collection that is looked at, 0 when it is gone
 * @name: (nullable): what it is called
 * @cases: (nullable) (element-type gint64): its cases, ascending
 *
 * Brings the filter up to date with a collection that was changed. That is no step of the filter, as
 * the change of the collection is one.
 */
void jkb_scope_update_list (JkbScope *self, gint64 list_id, const char *name, const GArray *cases);

/**
 * jkb_scope_clear_facet:
 * @self: a scope
 * @facet: a part of the filter
 *
 * Lets everything pass that part.
 */
void jkb_scope_clear_facet (JkbScope *self, JkbFacet facet);

/**
 * jkb_scope_get_order:
 * @self: a scope
 *
 * Returns: the order that is wanted
 */
JkbOrder jkb_scope_get_order (JkbScope *self);

/**
 * jkb_scope_set_order:
 * @self: a scope
 * @order: an order
 *
 * Orders the cases anew.
 */
void jkb_scope_set_order (JkbScope *self, JkbOrder order);

/**
 * jkb_scope_get_selection:
 * @self: a scope
 *
 * Returns: (transfer none) (nullable): the cases that pass, %NULL until the first are there
 */
JkbSelection *jkb_scope_get_selection (JkbScope *self);

/**
 * jkb_scope_get_rows:
 * @self: a scope
 *
 * What a table shows, and nobody counts. Returns: (transfer none) (nullable): the selection, or its first rows
 *   as long as the others are being looked for
 */
JkbSelection *jkb_scope_get_rows (JkbScope *self);

/**
 * jkb_scope_is_settled:
 * @self: a scope
 *
 * Returns: %TRUE when the selection answers the filter, the order and the cases of now
 */
gboolean jkb_scope_is_settled (JkbScope *self);

/**
 * jkb_scope_get_case_id:
 * @self: a scope
 *
 * Returns: the case that is shown, 0 for none
 */
gint64 jkb_scope_get_case_id (JkbScope *self);

/**
 * jkb_scope_set_case_id:
 * @self: a scope
 * @case_id: a case, 0 for none
 *
 * Shows another case.
 */
void jkb_scope_set_case_id (JkbScope *self, gint64 case_id);
