/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/jkb-store.h"

/*
 * The lists of a casebook: searches that were given a name, and collections of cases that were put
 * together by hand. They are kept in the casebook, and every change of them can be undone like any other.
 */

/** JKB_STORE_LISTS_ID: the number that stands for "the lists" among the cases of the signal `changed` */
#define JKB_STORE_LISTS_ID 0

/** JkbListKind: what a list is. */
typedef enum
{
  JKB_LIST_SEARCH,                      /* a filter and an order with a name */
  JKB_LIST_COLLECTION,                  /* cases that were chosen one by one */
} JkbListKind;

/**
 * JkbList:
 * @id: its number, above 0
 * @kind: what it is
 * @name: as the person called it
 * @filter: (nullable): of a search: the filter, as its writer wrote it
 * @sort: (nullable): of a search: the order, likewise
 * @cases: (element-type gint64): of a collection: its cases, ascending, without those in the bin
 */
typedef struct
{
  gint64 id;
  JkbListKind kind;
  char *name;
  char *filter;
  char *sort;
  GArray *cases;
} JkbList;

/**
 * JkbListEditKind:
 * @JKB_LIST_ADD: makes a list of `list_kind` with `name`; a search with `filter` and `sort`, a collection
 *   with `cases`
 * @JKB_LIST_RENAME: calls `list_id` `name`
 * @JKB_LIST_REMOVE: removes `list_id`; its cases stay where they are
 * @JKB_LIST_INCLUDE: puts `cases` into the collection `list_id`; those that are in it stay
 * @JKB_LIST_EXCLUDE: takes `cases` out of the collection `list_id`
 */
typedef enum
{
  JKB_LIST_ADD,
  JKB_LIST_RENAME,
  JKB_LIST_REMOVE,
  JKB_LIST_INCLUDE,
  JKB_LIST_EXCLUDE,
} JkbListEditKind;

/**
 * JkbListEdit:
 * @kind: what to do; it says which of the others are used
 *
 * One change of a list. A plain value; strings and @cases are borrowed.
 */
typedef struct
{
  JkbListEditKind kind;
  gint64 list_id;
  JkbListKind list_kind;
  const char *name;
  const char *filter;
  const char *sort;
  const gint64 *cases;
  gsize n_cases;
} JkbListEdit;

/**
 * jkb_list_free:
 * @list: (nullable) (transfer full): a list
 */
void jkb_list_free (JkbList *list);

/**
 * jkb_store_edit_lists:
 * @self: a store
 * @edit: the change
 * @list_id: (out) (optional): the list it was, or that was made
 * @cancellable: (nullable): stops it
 * @error: %JKB_STORE_ERROR_INVALID for an empty name, a list that is gone or cases that are, or another
 *   #JkbStoreError
 *
 * Makes one change as a step that can be undone. Any thread; blocks.
 *
 * Returns: %TRUE when it was made
 */
gboolean jkb_store_edit_lists (JkbStore *self, const JkbListEdit *edit, gint64 *list_id, GCancellable *cancellable,
                               GError **error);

/**
 * jkb_store_edit_lists_async:
 * @self: a store
 * @edit: the change; copied
 * @cancellable: (nullable): stops it
 * @callback: called in the main context of the caller
 * @user_data: for @callback
 *
 * As jkb_store_edit_lists(), without blocking. Ends with jkb_store_write_finish().
 */
void jkb_store_edit_lists_async (JkbStore *self, const JkbListEdit *edit, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * jkb_store_load_lists:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @error: a #JkbStoreError
 *
 * Reads all lists in the order they were made. Any thread; blocks.
 *
 * Returns: (transfer full) (nullable) (element-type JkbList): the lists; the array owns them
 */
GPtrArray *jkb_store_load_lists (JkbStore *self, GCancellable *cancellable, GError **error);

/**
 * jkb_store_load_lists_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called in the main context of the caller
 * @user_data: for @callback
 *
 * As jkb_store_load_lists(), without blocking.
 */
void jkb_store_load_lists_async (JkbStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * jkb_store_load_lists_finish:
 * @self: a store
 * @result: what the callback got
 * @error: a #JkbStoreError
 *
 * Returns: (transfer full) (nullable) (element-type JkbList): the lists
 */
GPtrArray *jkb_store_load_lists_finish (JkbStore *self, GAsyncResult *result, GError **error);
