/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"

/** JKB_SORT_KEY_NONE: the key of a case of which nothing is known, and of a free slot */
#define JKB_SORT_KEY_NONE G_MAXUINT32

/**
 * JkbSortKeys:
 * @keys: (array): by slot
 * @smallest: of the known
 * @greatest: of the known
 * @n_known: cases that have one
 *
 * Inside the room `query`: numbers that are ordered as what stands in a column.
 */
typedef struct
{
  guint32 *keys;
  guint32 smallest;
  guint32 greatest;
  guint n_known;
} JkbSortKeys;

/**
 * jkb_sort_keys_make:
 * @cases: a snapshot
 * @column: a column
 * @descending: whether a date has a smaller key than one before it; other columns are ascending
 *
 * Any thread. Returns: the keys, for jkb_sort_keys_clear()
 */
JkbSortKeys jkb_sort_keys_make (const JkbCases *cases, JkbColumn column, gboolean descending);

/**
 * jkb_sort_keys_clear:
 * @keys: keys
 */
void jkb_sort_keys_clear (JkbSortKeys *keys);
