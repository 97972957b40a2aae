/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-first-rows.h"

#include "query/jkb-bits.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-pass.h"
#include "query/jkb-word-match.h"

/* Between two looks whether somebody cancelled. */
#define CHECK_CASES 1024u

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
static gboolean
check_columns (Search *self, const JkbFilter *filter, GCancellable *cancellable)
{
  g_autoptr(JkbFilter) others = jkb_filter_copy (filter);
  g_autoptr(JkbSearchLine) none = jkb_search_line_new (jkb_cases_get_fold (self->cases), NULL);
  gboolean is_used = FALSE;

  jkb_filter_clear (others, JKB_FACET_WORDS);
  for (guint facet = 0; facet < JKB_N_FACETS; facet++)
    is_used |= jkb_filter_uses (others, (JkbFacet) facet);
  if (is_used)
    self->fails = jkb_pass_new (self->cases, others, none, cancellable);
  return !is_used || self->fails != NULL;
}

static void
ask_block (Search *self, const JkbSearchTerm *term, guint i, JkbTextBits *bits)
{
  const JkbCaseBlock *block = g_ptr_array_index (self->cases->blocks, i);
  g_autoptr(JkbTextIndex) index
      = jkb_word_match_uses_index (term) ? jkb_case_block_ref_index (block) : NULL;
  guint first = i * (JKB_BLOCK_ROWS / 64);

  if (index != NULL)
    jkb_text_index_find (index, block, term->forms, bits);
  for (guint word = 0; word < jkb_bits_n_words (block->n_rows); word++)
    {
      JkbWordKnown known = jkb_word_match_ask (term, index != NULL ? bits : NULL, word);

      if (!term->is_negated)
        self->there[first + word] &= known.sure | known.open;
      self->sure[first + word] &= term->is_negated ? ~(known.sure | known.open) : known.sure;
    }
}

static void
ask_index (Search *self)
{
  guint n_words = jkb_bits_n_words (jkb_cases_n_slots (self->cases));
  g_autofree JkbTextBits *bits = g_new (JkbTextBits, 1);

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

  if (jkb_bits_get (self->sure, slot))
    return TRUE;
  if (self->matches == NULL)
    make_matches (self);
  for (guint i = 0; i < jkb_search_line_n_terms (self->line); i++)
    if (jkb_word_match_row (&self->matches[i], self->cases, block, row) == self->matches[i].term->is_negated)
      return FALSE;
  return TRUE;
}

GArray *
jkb_first_rows (JkbCases *cases, const JkbFilter *filter, const JkbSearchLine *line, JkbOrder order,
                guint n_rows, GCancellable *cancellable)
{
  g_auto(Search) self = { .cases = cases, .line = line };
  const guint32 *slots = jkb_cases_order (cases, order);
  guint n_cases = jkb_cases_n (cases);
  g_autoptr(GArray) found = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_rows);

  if (!check_columns (&self, filter, cancellable))
    return NULL;
  ask_index (&self);
  for (guint i = 0; i < n_cases && found->len < n_rows && self.n_there > 0; i++)
    {
      if (i % CHECK_CASES == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (!jkb_bits_get (self.there, slots[i]))
        continue;
      self.n_there--;
      if ((self.fails == NULL || self.fails[slots[i]] == 0) && matches (&self, slots[i]))
        g_array_append_val (found, slots[i]);
    }
  return g_steal_pointer (&found);
}
