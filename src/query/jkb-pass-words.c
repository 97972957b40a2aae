/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-pass-words.h"

#include "query/jkb-cases-private.h"
#include "query/jkb-filter.h"
#include "query/jkb-pass.h"
#include "query/jkb-word-match.h"

/* Rows of a word of bits; a cancelled search looks at no further word. */
#define WORD_ROWS 64u
#define CHECK_WORDS 16u

#define FAILED (JKB_PASS_FREE | 1u << JKB_FACET_WORDS)

/* Rows that the index calls free of the word, or sure to have it, against what the term wants. */
static void
mark_known (const JkbWordMatch *search, JkbWordKnown known, guint n_rows, guint16 *fails)
{
  guint64 failing = search->term->is_negated ? known.sure : ~(known.sure | known.open);

  if (failing == G_MAXUINT64)
    for (guint i = 0; i < n_rows; i++)
      fails[i] |= 1u << JKB_FACET_WORDS;
  else if (failing != 0)
    for (guint i = 0; i < n_rows; i++)
      fails[i] |= (guint16) ((failing >> i & 1) << JKB_FACET_WORDS);
}

/* The record of the next row is on its way from memory while this one is read. */
static void
fetch_next (const JkbCaseBlock *block, guint first_row, guint64 open)
{
  if (open != 0)
    jkb_case_record_prefetch (block->record[first_row + (guint) __builtin_ctzll (open)]);
}

/* Marks those of 64 rows that do not match; those that failed an earlier term are not looked at. */
static void
check_word (const JkbCases *cases, const JkbWordMatch *search, const JkbCaseBlock *block,
            const JkbTextBits *bits, guint word, guint16 *fails)
{
  guint first_row = word * WORD_ROWS, n_rows = MIN (WORD_ROWS, block->n_rows - first_row);
  JkbWordKnown known = jkb_word_match_ask (search->term, bits, word);

  mark_known (search, known, n_rows, fails + first_row);
  if (n_rows < WORD_ROWS)
    known.open &= ((guint64) 1 << n_rows) - 1;
  while (known.open != 0)
    {
      guint row = first_row + (guint) __builtin_ctzll (known.open);

      known.open &= known.open - 1;
      fetch_next (block, first_row, known.open);
      if ((fails[row] & FAILED) == 0
          && jkb_word_match_row (search, cases, block, row) == search->term->is_negated)
        fails[row] |= 1u << JKB_FACET_WORDS;
    }
}

static gboolean
check_block (const JkbCases *cases, const JkbWordMatch *search, const JkbCaseBlock *block,
             guint16 *fails, GCancellable *cancellable)
{
  g_autoptr(JkbTextIndex) index
      = jkb_word_match_uses_index (search->term) ? jkb_case_block_ref_index (block) : NULL;
  g_autofree JkbTextBits *bits = NULL;

  if (index != NULL)
    {
      bits = g_new (JkbTextBits, 1);
      jkb_text_index_find (index, block, search->term->forms, bits);
    }
  for (guint word = 0; word * WORD_ROWS < block->n_rows; word++)
    {
      if (word % CHECK_WORDS == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      check_word (cases, search, block, bits, word, fails);
    }
  return TRUE;
}

static gboolean
check_term (const JkbCases *cases, const JkbWordMatch *search, guint16 *fails, GCancellable *cancellable)
{
  for (guint i = 0; i < cases->blocks->len; i++)
    if (!check_block (cases, search, g_ptr_array_index (cases->blocks, i),
                      fails + i * JKB_BLOCK_ROWS, cancellable))
      return FALSE;
  return TRUE;
}

static gboolean
reads_text (const JkbSearchTerm *term)
{
  return term->field == JKB_SEARCH_TEXT;
}

gboolean
jkb_pass_words (const JkbCases *cases, const JkbSearchLine *line, guint16 *fails,
                GCancellable *cancellable)
{
  JkbByteCounts counts = { { 0 } };

  jkb_word_match_sample (cases, &counts);
  /* Texts come last: what is cheap leaves fewer of them to read. */
  for (int is_text = 0; is_text < 2; is_text++)
    for (guint i = 0; i < jkb_search_line_n_terms (line); i++)
      {
        const JkbSearchTerm *term = jkb_search_line_get_term (line, i);
        JkbWordMatch search = jkb_word_match_make (term, &counts);

        if (reads_text (term) == is_text && !check_term (cases, &search, fails, cancellable))
          return FALSE;
      }
  return TRUE;
}
