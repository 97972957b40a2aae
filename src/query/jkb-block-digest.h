/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-bits.h"
#include "query/jkb-count-tables.h"
#include "query/jkb-people-code.h"

/*
 * Inside the room `query`: what is true of a block whatever the filter, worked out when somebody first
 * counts and kept until a case of the block changes: seven bytes a case. From it follow
 * - the counts of all cases: the answer for a facet or chart when only its own part of the filter is
 *   used, and what the few that fail are taken away from when most cases pass;
 * - the counts by data item, where a case has several: the bits of a selection and those of an item;
 * - the cases of some size, without looking at the others.
 */
typedef struct _JkbBlockDigest
{
  JkbCountTables all;                   /* of all cases of the block */
  guint n_words;                        /* of the bits below */
  guint64 *in_use;
  guint64 *items[JKB_N_DATA_ITEMS + 1]; /* the last: the cases without any */
  guint16 *rows_by_people;              /* `all.n_cases` rows, by jkb_people_code(), then by row */
  guint starts[JKB_N_PEOPLE_CODES + 1]; /* where the rows of a code begin there */
  gint64 same_people[JKB_N_PEOPLE_CODES]; /* the number that all cases of a code have; else unknown */
  guint16 *long_rows;                   /* with a delay that is not counted by the day */
  guint n_long_rows;
} JkbBlockDigest;

/**
 * jkb_block_digest_get:
 * @block: a block that a snapshot holds
 *
 * About a millisecond for a full block, the first time. Any thread.
 *
 * Returns: (transfer none): its digest, which lives as long as the block
 */
const JkbBlockDigest *jkb_block_digest_get (const JkbCaseBlock *block);

/**
 * jkb_block_digest_get_size:
 * @digest: a digest
 *
 * Any thread. Returns: bytes that it takes for the cases, the counts of all left out
 */
gsize jkb_block_digest_get_size (const JkbBlockDigest *digest);

/**
 * jkb_block_digest_free:
 * @digest: (nullable) (transfer full): a digest
 */
void jkb_block_digest_free (JkbBlockDigest *digest);

/**
 * jkb_block_digest_count_items:
 * @digest: a digest
 * @bits: (array): some of its cases
 * @counts: (array): #JKB_N_DATA_ITEMS and one more, as of %JKB_COUNT_ITEMS; added to
 *
 * Any thread.
 */
void jkb_block_digest_count_items (const JkbBlockDigest *digest, const guint64 *bits, guint *counts);
