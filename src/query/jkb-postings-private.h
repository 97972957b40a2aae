/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-postings.h"

/*
 * How postings lie in memory and in a casebook: a #JkbPostingsHeader, the grams ascending (64 bits each),
 * where the rows of each begin in the pool and where those of the last end (64 bits), how many they are
 * (32 bits), and the pool. Numbers are in the order of the machine: on another one the mark at the
 * beginning is not what it should be.
 */

#define JKB_POSTINGS_MAGIC 0x4a6b5031u
#define JKB_POSTINGS_BITS_BYTES (JKB_BLOCK_ROWS / 8)
/* From here on a set of bits is smaller and faster than differences. */
#define JKB_POSTINGS_ROWS_DENSE 8000u
/* All before the pool. */
#define JKB_POSTINGS_HEAD_BYTES(n_grams) \
  (sizeof (JkbPostingsHeader) + sizeof (guint64) * (2 * (gsize) (n_grams) + 1) + sizeof (guint32) * (gsize) (n_grams))

typedef struct
{
  guint32 magic;
  guint32 n_grams;
  guint64 n_pool_bytes;
} JkbPostingsHeader;

/**
 * jkb_postings_unpack:
 * @bytes: (array length=n_bytes): differences
 * @n_bytes: how many bytes
 * @bits: (inout) (array): one bit a row
 *
 * Sets the bits of the rows. Bytes that nobody wrote so set some bits, and nothing else.
 */
void jkb_postings_unpack (const guint8 *bytes, gsize n_bytes, guint64 *bits);
