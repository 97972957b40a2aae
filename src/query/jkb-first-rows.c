/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-first-rows.h"

#include <string.h>

#include "query/jkb-bits.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-pass.h"
#include "query/jkb-word-match.h"

/* Between two looks whether somebody cancelled. */
#define CHECK_CASES 1024u
/* A hit costs as much as so many steps through the order. */
#define HIT_STEPS 3u

typedef struct
{
  JkbCases *cases;
  const JkbSearchLine *line;
  guint16 *fails;               /* by slot, of all parts but the words; NULL when there are only words */
  guint64 *there;               /* by slot: the words may be there */
  guint64 *sure;                /* by slot: nothing has to be read */
  guint n_there;
  JkbWordMatch *matches;        /* made when the first text has to be read */
} Search;

static void
clear_search (Search *self)
{
  g_free (self->fails);
  g_free (self->there);
  g_free (self->sure);
  g_free (self->matches);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, clear_search)

/* The other parts cost a look at each case, and next to nothing beside texts. */
static void
check_columns (Search *self, const JkbFilter *filter)
{
  if (jkb_pass_uses_columns (filter))
    self->fails = jkb_pass_new (self->cases, filter, NULL);
}

static void
ask_block (Search *self, const JkbSearchTerm *term, guint i, JkbTextBits *bits)
{
  const JkbCaseBlock *block = g_ptr_array_index (self->cases->blocks, i);
  g_autoptr(JkbTextIndex) index
      = jkb_word_match_uses_index (term) ? jkb_case_block_ref_index (block) : NULL;
  guint first = i * (JKB_BLOCK_ROWS / 64);

  if (index != NULL && !jkb_text_index_find (index, block, term->forms, bits))
    memset (bits, 0, sizeof *bits);
  for (guint word = 0; word < jkb_bits_n_words (block->n_rows); word++)
    {
      JkbWordKnown known = jkb_word_match_ask (term, index != NULL ? bits : NULL, word);

      if (!term->is_negated)
        self->there[first + word] &= known.sure | known.open;
      self->sure[first + word] &= term->is_negated ? ~(known.sure | known.open) : known.sure;
    }
}

/* Whether a case would have to have a word that nobody wrote. */
static gboolean
is_ruled_out (const Search *self)
{
  const JkbSearchTerm *term;

  if (jkb_search_line_n_terms (self->line) == 0)
    return FALSE;
  term = jkb_search_line_get_term (self->line, 0);
  return !term->is_negated && jkb_word_match_is_ruled_out (self->cases, term);
}

/* One short word, and an index that knows all cases: what it says is the answer. */
static gboolean
ask_sure_index (Search *self)
{
  GPtrArray *blocks = self->cases->blocks;
  const JkbSearchTerm *term;

  if (jkb_search_line_n_terms (self->line) != 1)
    return FALSE;
  term = jkb_search_line_get_term (self->line, 0);
  if (term->is_negated || term->field != JKB_SEARCH_TEXT)
    return FALSE;
  self->there = g_new (guint64, (gsize) blocks->len * JKB_TEXT_BITS_WORDS + 1);
  for (guint i = 0; i < blocks->len; i++)
    {
      const JkbCaseBlock *block = g_ptr_array_index (blocks, i);
      g_autoptr(JkbTextIndex) index = jkb_case_block_ref_index (block);
      guint n_found;

      if (index == NULL
          || !jkb_text_index_find_sure (index, block, term->forms, self->there + i * JKB_TEXT_BITS_WORDS, &n_found))
        return FALSE;
      self->n_there += n_found;
    }
  return TRUE;
}

static void
ask_index (Search *self)
{
  guint n_words = jkb_bits_n_words (jkb_cases_n_slots (self->cases));
  g_autofree JkbTextBits *bits = g_new (JkbTextBits, 1);

  g_free (self->there);
  self->there = g_new (guint64, MAX (n_words, 1));
  self->sure = g_new (guint64, MAX (n_words, 1));
  for (guint word = 0; word < n_words; word++)
    self->there[word] = self->sure[word] = G_MAXUINT64;
  for (guint i = 0; i < jkb_search_line_n_terms (self->line); i++)
    for (guint block = 0; block < self->cases->blocks->len; block++)
      ask_block (self, jkb_search_line_get_term (self->line, i), block, bits);
  self->n_there = jkb_bits_count_both (self->there, self->there, n_words);
}

static void
make_matches (Search *self)
{
  guint n_terms = jkb_search_line_n_terms (self->line);
  JkbByteCounts counts = { { 0 } };

  jkb_word_match_sample (self->cases, &counts);
  self->matches = g_new (JkbWordMatch, MAX (n_terms, 1));
  for (guint i = 0; i < n_terms; i++)
    self->matches[i] = jkb_word_match_make (jkb_search_line_get_term (self->line, i), &counts);
}

static gboolean
matches (Search *self, guint slot)
{
  guint row;
  const JkbCaseBlock *block = jkb_cases_block (self->cases, slot, &row);

  if (self->sure == NULL || jkb_bits_get (self->sure, slot))
    return TRUE;
  if (self->matches == NULL)
    make_matches (self);
  for (guint i = 0; i < jkb_search_line_n_terms (self->line); i++)
    if (jkb_word_match_row (&self->matches[i], self->cases, block, row) == self->matches[i].term->is_negated)
      return FALSE;
  return TRUE;
}

static void
add_if_matches (Search *self, guint slot, GArray *found)
{
  if ((self->fails == NULL || self->fails[slot] == 0) && matches (self, slot))
    g_array_append_val (found, slot);
}

/* Through the order, from its beginning, until enough are found. */
static gboolean
walk_order (Search *self, JkbOrder order, guint n_rows, GArray *found, GCancellable *cancellable)
{
  const JkbPacked *slots = jkb_cases_order (self->cases, order);
  guint n_cases = jkb_cases_n (self->cases);

  for (guint i = 0; i < n_cases && found->len < n_rows && self->n_there > 0; i++)
    {
      guint slot = (guint) jkb_packed_get (slots, i);

      if (i % CHECK_CASES == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (!jkb_bits_get (self->there, slot))
        continue;
      self->n_there--;
      add_if_matches (self, slot, found);
    }
  return TRUE;
}

/* The places of all that may match, as bits: read from the first to the last, they are in order. */
static guint64 *
mark_places (Search *self, JkbOrder order)
{
  const JkbPacked *ranks = jkb_cases_ranks (self->cases, order);
  guint n_words = jkb_bits_n_words (jkb_cases_n_slots (self->cases));
  guint64 *places = g_new0 (guint64, MAX (n_words, 1));

  for (guint word = 0; word < n_words; word++)
    for (guint64 bits = self->there[word]; bits != 0; bits &= bits - 1)
      {
        guint slot = word * 64 + (guint) __builtin_ctzll (bits);
        guint rank = (guint) jkb_packed_get (ranks, slot), row;
        const JkbCaseBlock *block = jkb_cases_block (self->cases, slot, &row);

        if (jkb_case_block_is_in_use (block, row))
          places[rank / 64] |= (guint64) 1 << (rank % 64);
      }
  return places;
}

static gboolean
walk_hits (Search *self, JkbOrder order, guint n_rows, GArray *found, GCancellable *cancellable)
{
  const JkbPacked *slots = jkb_cases_order (self->cases, order);
  g_autofree guint64 *places = mark_places (self, order);
  guint n_words = jkb_bits_n_words (jkb_cases_n (self->cases)), n = 0;

  for (guint word = 0; word < n_words && found->len < n_rows; word++)
    for (guint64 bits = places[word]; bits != 0 && found->len < n_rows; bits &= bits - 1)
      {
        if (n++ % CHECK_CASES == 0 && g_cancellable_is_cancelled (cancellable))
          return FALSE;
        add_if_matches (self, (guint) jkb_packed_get (slots, word * 64 + (guint) __builtin_ctzll (bits)), found);
      }
  return TRUE;
}

/* Where few match, looking for them in the order takes longer than finding the places of all of them. */
static gboolean
are_few (const Search *self, guint n_rows)
{
  guint64 n_there = MAX (self->n_there, 1);

  return n_there * n_there * HIT_STEPS < (guint64) MIN (n_rows, self->n_there) * jkb_cases_n (self->cases);
}

GArray *
jkb_first_rows (JkbCases *cases, const JkbFilter *filter, const JkbSearchLine *line, JkbOrder order,
                guint n_rows, GCancellable *cancellable)
{
  g_auto(Search) self = { .cases = cases, .line = line };
  g_autoptr(GArray) found = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_rows);
  gboolean is_done;

  if (is_ruled_out (&self))
    return g_steal_pointer (&found);
  check_columns (&self, filter);
  if (!ask_sure_index (&self))
    ask_index (&self);
  is_done = are_few (&self, n_rows) ? walk_hits (&self, order, n_rows, found, cancellable)
                                    : walk_order (&self, order, n_rows, found, cancellable);
  return is_done ? g_steal_pointer (&found) : NULL;
}
