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
 * JkbTextRow:
 * @id: the case that was read in a row, 0 for none
 * @revision: its #JkbCaseBlock.revision
 *
 * Of what an index was made. It knows nothing about a case whose revision is another one now.
 */
typedef struct
{
  gint64 id;
  gint64 revision;
} JkbTextRow;

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
 * jkb_text_index_new_kept:
 * @rows: (element-type JkbTextRow): as jkb_text_index_get_rows() gave them, perhaps at another time
 * @postings: as jkb_text_index_get_postings() gave them, likewise
 *
 * Makes an index without reading a text. Any thread.
 *
 * Returns: (transfer full) (nullable): the index, %NULL when these are something else
 */
JkbTextIndex *jkb_text_index_new_kept (GBytes *rows, GBytes *postings);

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
 * @bits: (out caller-allocates): what is known; anything at all when nothing is there
 *
 * Any thread. Returns: %FALSE when no case has the word, as is sure without reading any
 */
gboolean jkb_text_index_find (JkbTextIndex *self, const JkbCaseBlock *block, const GPtrArray *forms,
                              JkbTextBits *bits);

/**
 * jkb_text_index_rules_out:
 * @index: the index of @block
 * @block: the cases now
 * @forms: (element-type utf8): folded spellings of one word
 *
 * Any thread. Returns: %TRUE when no case can hold the word, which costs next to nothing to find out
 */
gboolean jkb_text_index_rules_out (JkbTextIndex *index, const JkbCaseBlock *block, const GPtrArray *forms);

/**
 * jkb_text_index_find_sure:
 * @index: the index of @block
 * @block: the cases now
 * @forms: (element-type utf8): folded spellings of one word
 * @bits: (array): %JKB_TEXT_BITS_WORDS words, written whole when it succeeds
 * @n_found: (out): how many are set, or more
 *
 * What jkb_text_index_find() says when it is sure of every case: of words of one or two characters, when nothing
 * came or changed. Touches a third of the memory. Any thread.
 *
 * Returns: %FALSE, with anything in @bits, when it is not sure of all
 */
gboolean jkb_text_index_find_sure (JkbTextIndex *index, const JkbCaseBlock *block, const GPtrArray *forms,
                                   guint64 *bits, guint *n_found);

/**
 * jkb_text_index_count_unread:
 * @self: an index
 * @block: the block it was made from, or a later state of it
 *
 * Any thread. Returns: how many cases came or changed since
 */
guint jkb_text_index_count_unread (JkbTextIndex *self, const JkbCaseBlock *block);

/**
 * jkb_text_index_agrees:
 * @self: an index
 * @other: an index of @block as it is
 * @block: a block, perhaps later than @self
 *
 * Any thread. Returns: %TRUE when both say the same of all cases that @self knows
 */
gboolean jkb_text_index_agrees (JkbTextIndex *self, const JkbTextIndex *other, const JkbCaseBlock *block);

/**
 * jkb_text_index_get_id:
 * @self: (nullable): an index
 * @row: a row of its block
 *
 * Any thread. Returns: the case that was read in the row, 0 for none
 */
gint64 jkb_text_index_get_id (const JkbTextIndex *self, guint row);

/**
 * jkb_text_index_get_rows:
 * @self: an index
 *
 * Any thread. Returns: (transfer full) (element-type JkbTextRow): of what it was made; cases that are in no
 *   casebook have no revision
 */
GBytes *jkb_text_index_get_rows (const JkbTextIndex *self);

/**
 * jkb_text_index_get_postings:
 * @self: an index
 *
 * Any thread. Returns: (transfer full): which rows hold what
 */
GBytes *jkb_text_index_get_postings (const JkbTextIndex *self);

/**
 * jkb_text_index_mark_kept:
 * @self: an index
 *
 * Remembers that the casebook has it. Any thread.
 */
void jkb_text_index_mark_kept (JkbTextIndex *self);

/**
 * jkb_text_index_is_kept:
 * @self: an index
 *
 * Any thread. Returns: %TRUE when it came from the casebook or was marked
 */
gboolean jkb_text_index_is_kept (JkbTextIndex *self);

/**
 * jkb_text_index_get_size:
 * @self: an index
 *
 * Any thread. Returns: bytes that the index takes, without the texts
 */
gsize jkb_text_index_get_size (const JkbTextIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbTextIndex, jkb_text_index_unref)
