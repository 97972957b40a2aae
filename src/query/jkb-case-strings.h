/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-incident.h"

/*
 * Inside the room `query`: the strings of cases as tables show them. The cases of a block have them in a pool,
 * where equal ones stand once, as far as it remembers. It only grows: what a change replaces is freed with the block.
 */

/** JkbCaseString: the strings that tables show. */
typedef enum
{
  JKB_CASE_KEY,
  JKB_CASE_TITLE,
  JKB_CASE_ORGANISATION,
  JKB_CASE_ORGANISATION_EN,
  JKB_CASE_CONTRACTOR,
  JKB_CASE_CAUSE,
  JKB_N_CASE_STRINGS
} JkbCaseString;

/** JkbStringPool: where the strings of a block lie. Counted references. */
typedef struct _JkbStringPool JkbStringPool;

/**
 * jkb_string_pool_new:
 *
 * Returns: (transfer full): a pool without strings
 */
JkbStringPool *jkb_string_pool_new (void);

/**
 * jkb_string_pool_ref:
 * @pool: a pool
 *
 * Any thread. Returns: (transfer full): @pool
 */
JkbStringPool *jkb_string_pool_ref (JkbStringPool *pool);

/**
 * jkb_string_pool_unref:
 * @pool: (transfer full): a pool
 *
 * Any thread.
 */
void jkb_string_pool_unref (JkbStringPool *pool);

/**
 * jkb_string_pool_add:
 * @pool: a pool
 * @incident: a case
 *
 * Others may read what is there already meanwhile, but only one thread adds.
 *
 * Returns: the place of the strings of the case, as long as the pool lives
 */
guint32 jkb_string_pool_add (JkbStringPool *pool, const JkbIncident *incident);

/**
 * jkb_string_pool_get_size:
 * @pool: a pool
 *
 * Returns: bytes that have been written
 */
gsize jkb_string_pool_get_size (const JkbStringPool *pool);

/**
 * jkb_case_strings_get:
 * @pool: where the strings of the case are
 * @strings: from jkb_string_pool_add()
 * @string: which
 *
 * Any thread. Returns: (transfer none) (nullable): the string
 */
const char *jkb_case_strings_get (const JkbStringPool *pool, guint32 strings, JkbCaseString string);
