/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-pass-words.h"

#include "query/jkb-cases-private.h"
#include "query/jkb-filter.h"
#include "query/jkb-pass.h"
#include "query/jkb-two-threads.h"
#include "query/jkb-word-match.h"

/* Rows of a word of bits; a cancelled search looks at no further word. */
#define WORD_ROWS 64u
#define CHECK_WORDS 16u
/* What one thread takes at a time. */
#define PIECE_WORDS 64u
#define BLOCK_PIECES (JKB_BLOCK_ROWS / WORD_ROWS / PIECE_WORDS)

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
    jkb_case_record_prefetch (jkb_case_block_get_record (block, first_row + (guint) __builtin_ctzll (open)));
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

/* One term and all cases. Two threads take some thousand cases each at a time. */
typedef struct
{
  const JkbCases *cases;
  const JkbWordMatch *search;
  JkbTextBits **bits;                   /* by block, NULL without an index */
  guint16 *fails;                       /* by slot */
  GCancellable *cancellable;
} Check;

static void
ask_index (gpointer data, guint i)
{
  const Check *check = data;
  const JkbCaseBlock *block = g_ptr_array_index (check->cases->blocks, i);
  g_autoptr(JkbTextIndex) index = jkb_case_block_ref_index (block);

  if (index == NULL)
    return;
  check->bits[i] = g_new (JkbTextBits, 1);
  jkb_text_index_find (index, block, check->search->term->forms, check->bits[i]);
}

static void
check_piece (gpointer data, guint piece)
{
  const Check *check = data;
  guint i = piece / BLOCK_PIECES, first_word = piece % BLOCK_PIECES * PIECE_WORDS;
  const JkbCaseBlock *block = g_ptr_array_index (check->cases->blocks, i);

  for (guint word = first_word; word < first_word + PIECE_WORDS && word * WORD_ROWS < block->n_rows; word++)
    {
      if (word % CHECK_WORDS == 0 && g_cancellable_is_cancelled (check->cancellable))
        return;
      check_word (check->cases, check->search, block, check->bits[i], word,
                  check->fails + (gsize) i * JKB_BLOCK_ROWS);
    }
}

/* Whether the index leaves any case to be read. */
static gboolean
is_open (const Check *check)
{
  for (guint i = 0; i < check->cases->blocks->len; i++)
    {
      const JkbCaseBlock *block = g_ptr_array_index (check->cases->blocks, i);

      for (guint word = 0; word * WORD_ROWS < block->n_rows; word++)
        if (jkb_word_match_ask (check->search->term, check->bits[i], word).open != 0)
          return TRUE;
    }
  return FALSE;
}

static gboolean
check_term (const JkbCases *cases, const JkbSearchTerm *term, JkbByteCounts *counts, guint16 *fails,
            GCancellable *cancellable)
{
  guint n_blocks = cases->blocks->len;
  g_autofree JkbTextBits **bits = g_new0 (JkbTextBits *, MAX (n_blocks, 1));
  JkbWordMatch search = { .term = term };
  Check check = { cases, &search, bits, fails, cancellable };

  if (jkb_word_match_uses_index (term))
    for (guint i = 0; i < n_blocks; i++)
      ask_index (&check, i);
  if (is_open (&check))
    {
      jkb_word_match_sample (cases, counts);
      search = jkb_word_match_make (term, counts);
      jkb_two_threads_run (n_blocks * BLOCK_PIECES, check_piece, &check, &check);
    }
  else
    for (guint piece = 0; piece < n_blocks * BLOCK_PIECES; piece++)
      check_piece (&check, piece);
  for (guint i = 0; i < n_blocks; i++)
    g_free (bits[i]);
  return !g_cancellable_is_cancelled (cancellable);
}

static void
fail_all (const JkbCases *cases, guint16 *fails)
{
  for (guint slot = 0, n = jkb_cases_n_slots (cases); slot < n; slot++)
    fails[slot] |= 1u << JKB_FACET_WORDS;
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

  /* Texts come last: what is cheap leaves fewer of them to read. */
  for (int is_text = 0; is_text < 2; is_text++)
    for (guint i = 0; i < jkb_search_line_n_terms (line); i++)
      {
        const JkbSearchTerm *term = jkb_search_line_get_term (line, i);

        if (reads_text (term) != is_text)
          continue;
        if (jkb_word_match_is_ruled_out (cases, term))
          {
            if (!term->is_negated)
              fail_all (cases, fails);
            continue;
          }
        if (!check_term (cases, term, &counts, fails, cancellable))
          return FALSE;
      }
  return TRUE;
}
