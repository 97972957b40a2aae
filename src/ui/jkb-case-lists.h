/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-store-lists.h"
#include "ui/jkb-scope.h"

/**
 * JkbCaseLists:
 *
 * The lists of a casebook as one window sees them: searches and collections with the number of their
 * cases, and what lies in the bin. They follow each commit, by whatever program. The collection that
 * the scope looks at follows too. Main thread; the counting is done in a worker.
 *
 * The signal `changed` is emitted when something of it is another.
 */
#define JKB_TYPE_CASE_LISTS (jkb_case_lists_get_type ())
G_DECLARE_FINAL_TYPE (JkbCaseLists, jkb_case_lists, JKB, CASE_LISTS, GObject)

/**
 * jkb_case_lists_new:
 * @scope: what the window looks at
 *
 * Returns: (transfer full): the lists, empty until they are read
 */
JkbCaseLists *jkb_case_lists_new (JkbScope *scope);

/**
 * jkb_case_lists_get_n:
 * @self: lists
 *
 * Returns: how many searches and collections there are
 */
guint jkb_case_lists_get_n (JkbCaseLists *self);

/**
 * jkb_case_lists_get:
 * @self: lists
 * @index: from 0
 * @n_cases: (out) (optional): how many cases it has
 *
 * Returns: (transfer none): a list, valid until the next `changed`
 */
const JkbList *jkb_case_lists_get (JkbCaseLists *self, guint index, guint *n_cases);

/**
 * jkb_case_lists_find:
 * @self: lists
 * @list_id: a number
 *
 * Returns: (transfer none) (nullable): the list, valid until the next `changed`
 */
const JkbList *jkb_case_lists_find (JkbCaseLists *self, gint64 list_id);

/**
 * jkb_case_lists_get_bin:
 * @self: lists
 *
 * Returns: (transfer none) (element-type JkbIncident): the cases in the bin, valid until the next `changed`
 */
GPtrArray *jkb_case_lists_get_bin (JkbCaseLists *self);

/**
 * jkb_case_lists_count:
 * @self: lists
 * @only_unread: only those that wait for a review
 *
 * Returns: how many cases the casebook has
 */
guint jkb_case_lists_count (JkbCaseLists *self, gboolean only_unread);

/**
 * jkb_case_lists_show:
 * @self: lists
 * @list_id: a list
 *
 * Has the scope look at it: the filter and the order of a search, the cases of a collection.
 */
void jkb_case_lists_show (JkbCaseLists *self, gint64 list_id);

/**
 * jkb_case_lists_find_shown:
 * @self: lists
 *
 * Returns: the list that the filter of the scope is, 0 for none
 */
gint64 jkb_case_lists_find_shown (JkbCaseLists *self);
