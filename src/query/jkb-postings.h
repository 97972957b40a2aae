/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-case-block.h"

/*
 * Inside the room `query`: rows of a block by gram. A gram is a character, or two that follow each
 * other. The rows of a gram are kept as differences in as few bytes as they need (7 bits a byte, the
 * highest bit says that more follow), or, when they are many, as a set of bits.
 */

/** JKB_GRAM: key of a gram; @second is 0 for a character alone */
#define JKB_GRAM(first, second) ((guint64) (first) << 32 | (second))

/**
 * JkbPostingsBuilder:
 *
 * Postings being made. Rows come in ascending order.
 */
typedef struct _JkbPostingsBuilder JkbPostingsBuilder;

/**
 * JkbPostings:
 *
 * Rows by gram. Never changes.
 */
typedef struct _JkbPostings JkbPostings;

/**
 * jkb_postings_builder_new:
 *
 * Returns: (transfer full): a builder without rows
 */
JkbPostingsBuilder *jkb_postings_builder_new (void);

/**
 * jkb_postings_builder_add:
 * @self: a builder
 * @row: a row, not below those added before
 * @text: folded text of that row, valid UTF-8
 * @n_bytes: its length
 *
 * Adds all grams of @text. Line feeds belong to no gram.
 */
void jkb_postings_builder_add (JkbPostingsBuilder *self, guint row, const char *text,
                               gsize n_bytes);

/**
 * jkb_postings_builder_free:
 * @self: (nullable) (transfer full): a builder
 */
void jkb_postings_builder_free (JkbPostingsBuilder *self);

/**
 * jkb_postings_builder_finish:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the postings
 */
JkbPostings *jkb_postings_builder_finish (JkbPostingsBuilder *self);

/**
 * jkb_postings_new:
 * @bytes: from jkb_postings_get_bytes(), perhaps of another time and another machine
 *
 * Returns: (transfer full) (nullable): the postings, %NULL when @bytes are something else
 */
JkbPostings *jkb_postings_new (GBytes *bytes);

/**
 * jkb_postings_free:
 * @self: (nullable) (transfer full): postings
 */
void jkb_postings_free (JkbPostings *self);

/**
 * jkb_postings_count:
 * @self: postings
 * @gram: a gram
 *
 * Any thread. Returns: how many rows have it
 */
guint jkb_postings_count (const JkbPostings *self, guint64 gram);

/**
 * jkb_postings_get:
 * @self: postings
 * @gram: a gram
 * @bits: (out) (array): one bit a row
 *
 * Any thread. Returns: how many rows have it
 */
guint jkb_postings_get (const JkbPostings *self, guint64 gram, guint64 *bits);

/**
 * jkb_postings_equal:
 * @one: postings
 * @other: postings
 * @mask: (array): the rows to look at, one bit each
 *
 * Returns: %TRUE when they say the same of these rows
 */
gboolean jkb_postings_equal (const JkbPostings *one, const JkbPostings *other, const guint64 *mask);

/**
 * jkb_postings_get_bytes:
 * @self: postings
 *
 * Any thread. Returns: (transfer none): what jkb_postings_new() makes equal ones of
 */
GBytes *jkb_postings_get_bytes (const JkbPostings *self);

/**
 * jkb_postings_get_size:
 * @self: postings
 *
 * Any thread. Returns: bytes that they take
 */
gsize jkb_postings_get_size (const JkbPostings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbPostingsBuilder, jkb_postings_builder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbPostings, jkb_postings_free)
