/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-case-block.h"
#include "query/jkb-cases.h"
#include "query/jkb-search-line.h"
#include "query/jkb-text-index.h"

/*
 * Inside the room `query`: whether a case has what one term of a search line asks for, by looking at the
 * case itself.
 */

/**
 * JkbWordMatch:
 * @term: what is asked for
 * @needles: its spellings, ready to be looked for
 * @n_needles: how many
 *
 * Lives no longer than the term.
 */
typedef struct
{
  const JkbSearchTerm *term;
  JkbNeedle needles[JKB_FOLD_MAX_SPELLINGS];
  guint n_needles;
} JkbWordMatch;

/**
 * jkb_word_match_sample:
 * @cases: a snapshot
 * @counts: (inout): counts to add to
 *
 * Lets some cases from everywhere tell how often each byte is. Any thread.
 */
void jkb_word_match_sample (const JkbCases *cases, JkbByteCounts *counts);

/**
 * jkb_word_match_make:
 * @term: a term
 * @counts: (nullable): bytes of the texts
 *
 * Any thread. Returns: the term, ready to be looked for
 */
JkbWordMatch jkb_word_match_make (const JkbSearchTerm *term, const JkbByteCounts *counts);

/**
 * jkb_word_match_row:
 * @self: a term
 * @cases: a snapshot
 * @block: one of its blocks
 * @row: a row in use
 *
 * Reads the case. Does not look whether the term is negated. Any thread. Returns: %TRUE when it is there
 */
gboolean jkb_word_match_row (const JkbWordMatch *self, const JkbCases *cases, const JkbCaseBlock *block,
                             guint row);

/**
 * jkb_word_match_uses_index:
 * @term: a term
 *
 * Returns: %TRUE when #JkbTextIndex knows which cases may have it
 */
gboolean jkb_word_match_uses_index (const JkbSearchTerm *term);

/**
 * jkb_word_match_is_ruled_out:
 * @cases: a snapshot
 * @term: a term; it is not looked whether it is negated
 *
 * Most words that nobody wrote have a pair of characters that nobody wrote, which the index tells at once. Any thread.
 *
 * Returns: %TRUE when no case has it
 */
gboolean jkb_word_match_is_ruled_out (const JkbCases *cases, const JkbSearchTerm *term);

/**
 * JkbWordKnown:
 * @sure: bits of the rows that have the word
 * @open: bits of the rows that have to be read; the others do not have it
 *
 * What an index knows about 64 rows.
 */
typedef struct
{
  guint64 sure;
  guint64 open;
} JkbWordKnown;

/**
 * jkb_word_match_ask:
 * @term: a term
 * @bits: (nullable): what the index of a block says about it, %NULL without an index
 * @word: which 64 rows
 *
 * Returns: what is known about them
 */
static inline JkbWordKnown
jkb_word_match_ask (const JkbSearchTerm *term, const JkbTextBits *bits, guint word)
{
  guint64 unread, there;

  if (bits == NULL)
    return (JkbWordKnown){ 0, G_MAXUINT64 };
  unread = bits->unread[word];
  there = bits->sure[word] | bits->maybe[word];
  /* Bits are about the whole text; what is to be in a part of it has to be looked at. */
  if (term->field != JKB_SEARCH_TEXT)
    return (JkbWordKnown){ 0, there | unread };
  return (JkbWordKnown){ bits->sure[word] & ~unread, (bits->maybe[word] & ~bits->sure[word]) | unread };
}
