/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "query/jkb-case-block.h"

/*
 * Inside the room `query`: which cases of a block hold which characters and pairs of characters.
 */

/** JKB_TEXT_BITS_WORDS: words of a set of rows */
#define JKB_TEXT_BITS_WORDS (JKB_BLOCK_ROWS / 64)

/**
 * JkbTextBits:
 * @sure: cases that hold a spelling
 * @maybe: further ones that may and have to be read
 * @unread: cases that came or changed after the index was made, and have to be read
 *
 * What an index knows about a word: one bit a row.
 */
typedef struct
{
  guint64 sure[JKB_TEXT_BITS_WORDS];
  guint64 maybe[JKB_TEXT_BITS_WORDS];
  guint64 unread[JKB_TEXT_BITS_WORDS];
} JkbTextBits;

/**
 * JkbTextIndex:
 *
 * The index of one block as it was at one moment. Never changes; counted references.
 */
typedef struct _JkbTextIndex JkbTextIndex;

/**
 * jkb_text_index_new:
 * @block: cases
 * @cancellable: (nullable): looked at after every few hundred texts
 *
 * Reads all texts (100 MB a second and more). Any thread.
 *
 * Returns: (transfer full) (nullable): the index, %NULL when cancelled
 */
JkbTextIndex *jkb_text_index_new (const JkbCaseBlock *block, GCancellable *cancellable);

/**
 * jkb_text_index_ref:
 * @self: an index
 *
 * Any thread. Returns: (transfer full): @self
 */
JkbTextIndex *jkb_text_index_ref (JkbTextIndex *self);

/**
 * jkb_text_index_unref:
 * @self: (transfer full): an index
 *
 * Any thread.
 */
void jkb_text_index_unref (JkbTextIndex *self);

/**
 * jkb_text_index_find:
 * @self: an index
 * @block: the block it was made from, or a later state of it
 * @forms: (element-type utf8): spellings of a word, none empty
 * @bits: (out caller-allocates): what is known
 *
 * Any thread.
 */
void jkb_text_index_find (const JkbTextIndex *self, const JkbCaseBlock *block,
                          const GPtrArray *forms, JkbTextBits *bits);

/**
 * jkb_text_index_count_unread:
 * @self: an index
 * @block: the block it was made from, or a later state of it
 *
 * Any thread. Returns: how many cases came or changed since
 */
guint jkb_text_index_count_unread (const JkbTextIndex *self, const JkbCaseBlock *block);

/**
 * jkb_text_index_get_size:
 * @self: an index
 *
 * Any thread. Returns: bytes that the index takes, without the texts
 */
gsize jkb_text_index_get_size (const JkbTextIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbTextIndex, jkb_text_index_unref)
