/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each term first asks the index: what is left is a bit a case, and a million of them fit into the memory next to the
 * processor. Only the cases that the index is not sure of are read.
 */
#include "query/jkb-pass-words.h"

#include <string.h>

#include "query/jkb-bits.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-two-threads.h"
#include "query/jkb-word-match.h"

#define WORD_ROWS 64u
#define BLOCK_WORDS (JKB_BLOCK_ROWS / WORD_ROWS)
/* What one thread takes at a time. */
#define PIECE_WORDS 64u
#define BLOCK_PIECES (BLOCK_WORDS / PIECE_WORDS)
/* A cancelled search reads no further than this. */
#define CHECK_ROWS 1024u
/* So few are read before a second thread has woken up. */
#define ROWS_ALONE 256u
/* While one record is read, those of so many further rows are on their way from memory. */
#define ROWS_AHEAD 2u

/* One term and all cases. */
typedef struct
{
  const JkbCases *cases;
  const JkbWordMatch *search;
  guint64 *there;               /* by slot: cases that may match; at last those that do */
  guint64 *open;                /* by slot: of these, those that have to be read */
  GCancellable *cancellable;
} Check;

/* Which rows of 64 there are. */
static guint64
mask_rows (guint n_rows)
{
  return n_rows < WORD_ROWS ? ((guint64) 1 << n_rows) - 1 : G_MAXUINT64;
}

/* Most blocks have no free row. */
static void
mark_in_use (const JkbCaseBlock *block, guint64 *there)
{
  for (guint row = 0; row < block->n_rows; row += WORD_ROWS)
    there[row / WORD_ROWS] = mask_rows (block->n_rows - row);
  for (guint row = 0; block->n_in_use < block->n_rows && row < block->n_rows; row++)
    if (!jkb_case_block_is_in_use (block, row))
      there[row / WORD_ROWS] &= ~((guint64) 1 << (row % WORD_ROWS));
}

/* Narrows down the rows of a block to those that the index does not rule out. Returns: how many of them have to be
 * read. */
static guint
ask_block (const Check *check, guint i, JkbTextBits *bits)
{
  const JkbSearchTerm *term = check->search->term;
  const JkbCaseBlock *block = g_ptr_array_index (check->cases->blocks, i);
  g_autoptr(JkbTextIndex) index = jkb_word_match_uses_index (term) ? jkb_case_block_ref_index (block) : NULL;
  guint64 *there = check->there + (gsize) i * BLOCK_WORDS, *open = check->open + (gsize) i * BLOCK_WORDS;
  guint n_words = jkb_bits_n_words (block->n_rows);

  if (index != NULL && !jkb_text_index_find (index, block, term->forms, bits))
    {
      memset (open, 0, n_words * sizeof *open);
      if (!term->is_negated)
        memset (there, 0, n_words * sizeof *there);
      return 0;
    }
  for (guint word = 0; word < n_words; word++)
    {
      JkbWordKnown known = jkb_word_match_ask (term, index != NULL ? bits : NULL, word);

      there[word] &= term->is_negated ? ~known.sure : known.sure | known.open;
      open[word] = there[word] & known.open;
    }
  return jkb_bits_count_both (open, open, n_words);
}

/* Reads the open rows of some words of bits. Two threads take some thousand rows each at a time. */
static void
read_piece (gpointer data, guint piece)
{
  const Check *check = data;
  const JkbCaseBlock *block = g_ptr_array_index (check->cases->blocks, piece / BLOCK_PIECES);
  gsize block_word = (gsize) (piece / BLOCK_PIECES) * BLOCK_WORDS;
  guint from = piece % BLOCK_PIECES * PIECE_WORDS, end = MIN (from + PIECE_WORDS, jkb_bits_n_words (block->n_rows));
  guint16 rows[PIECE_WORDS * WORD_ROWS];
  guint n = jkb_bits_list (check->open + block_word, from, end, rows);

  for (guint i = 0; i < n; i++)
    {
      if (i % CHECK_ROWS == 0 && g_cancellable_is_cancelled (check->cancellable))
        return;
      if (i + ROWS_AHEAD < n)
        jkb_case_record_prefetch (jkb_case_block_get_record (block, rows[i + ROWS_AHEAD]));
      if (jkb_word_match_row (check->search, check->cases, block, rows[i]) == check->search->term->is_negated)
        check->there[block_word + rows[i] / WORD_ROWS] &= ~((guint64) 1 << (rows[i] % WORD_ROWS));
    }
}

static void
read_open (Check *check, guint n_open)
{
  guint n_pieces = check->cases->blocks->len * BLOCK_PIECES;

  if (n_open > ROWS_ALONE)
    jkb_two_threads_run (n_pieces, read_piece, check, check);
  else
    for (guint piece = 0; piece < n_pieces; piece++)
      read_piece (check, piece);
}

/* What all terms share. */
typedef struct
{
  const JkbCases *cases;
  guint64 *there;
  guint64 *open;
  JkbTextBits *bits;
  JkbByteCounts counts;
  gboolean is_sampled;          /* the counts are there */
} Pass;

static void
check_term (Pass *pass, const JkbSearchTerm *term, GCancellable *cancellable)
{
  JkbWordMatch search = { .term = term };
  Check check = { pass->cases, &search, pass->there, pass->open, cancellable };
  guint n_open = 0;

  for (guint i = 0; i < pass->cases->blocks->len; i++)
    n_open += ask_block (&check, i, pass->bits);
  if (n_open == 0)
    return;
  if (!pass->is_sampled)
    jkb_word_match_sample (pass->cases, &pass->counts);
  pass->is_sampled = TRUE;
  search = jkb_word_match_make (term, &pass->counts);
  read_open (&check, n_open);
}

static gboolean
reads_text (const JkbSearchTerm *term)
{
  return term->field == JKB_SEARCH_TEXT;
}

/* Texts come last: what is cheap leaves fewer of them to read. */
static void
check_terms (Pass *pass, const JkbSearchLine *line, GCancellable *cancellable)
{
  for (int is_text = 0; is_text < 2; is_text++)
    for (guint i = 0; i < jkb_search_line_n_terms (line); i++)
      {
        const JkbSearchTerm *term = jkb_search_line_get_term (line, i);

        if (reads_text (term) == is_text && !g_cancellable_is_cancelled (cancellable))
          check_term (pass, term, cancellable);
      }
}

guint64 *
jkb_pass_words_new (const JkbCases *cases, const JkbSearchLine *line, GCancellable *cancellable)
{
  gsize n_words = jkb_bits_n_words (jkb_cases_n_slots (cases));
  g_autofree guint64 *there = g_new (guint64, n_words + 1), *open = NULL;
  g_autofree JkbTextBits *bits = NULL;

  for (guint i = 0; i < cases->blocks->len; i++)
    mark_in_use (g_ptr_array_index (cases->blocks, i), there + (gsize) i * BLOCK_WORDS);
  if (jkb_search_line_n_terms (line) > 0)
    {
      open = g_new (guint64, n_words + 1);
      bits = g_new (JkbTextBits, 1);
      check_terms (&(Pass){ .cases = cases, .there = there, .open = open, .bits = bits }, line, cancellable);
    }
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&there);
}
