/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A word of one or two characters is a gram itself, and its rows are the answer. A longer one can only
 * be where all its pairs are; these rows have to be read. Half a percent of them or less is in vain
 * in Japanese text.
 *
 * The index remembers of which case it was made in each row, and after which change. When the row has
 * another one now, or the case changed afterwards, it is read as well; there is nothing to be kept up to
 * date, neither here nor in a casebook that keeps the index.
 */
#include "query/jkb-text-index.h"

#include <string.h>

#include "query/jkb-bits.h"
#include "query/jkb-postings.h"

#define CHECK_ROWS 256u
/* So few candidates are read faster than narrowed down further. */
#define CANDIDATES_FEW 64u

struct _JkbTextIndex
{
  gatomicrefcount ref_count;
  JkbPostings *postings;
  GBytes *row_bytes;
  const JkbTextRow *rows;
  guint n_rows;
  gsize current;                /* atomic: a state of the block in which nothing is unread, 0 for none */
  int is_kept;                  /* atomic */
};

/* What is in no casebook has a revision that means nothing there. */
static JkbTextRow
get_row (const JkbCaseBlock *block, guint row)
{
  if (jkb_case_block_get_record (block, row) == NULL)
    return (JkbTextRow){ 0, 0 };
  return (JkbTextRow){ jkb_case_block_get_id (block, row), jkb_case_block_get_revision (block, row) };
}

static JkbTextIndex *
take_parts (GBytes *row_bytes, JkbPostings *postings)
{
  JkbTextIndex *self = g_new0 (JkbTextIndex, 1);
  gsize n_bytes;

  g_atomic_ref_count_init (&self->ref_count);
  self->postings = postings;
  self->row_bytes = g_bytes_ref (row_bytes);
  self->rows = g_bytes_get_data (row_bytes, &n_bytes);
  self->n_rows = (guint) (n_bytes / sizeof (JkbTextRow));
  return self;
}

JkbTextIndex *
jkb_text_index_new (const JkbCaseBlock *block, GCancellable *cancellable)
{
  g_autoptr(JkbPostingsBuilder) builder = jkb_postings_builder_new ();
  g_autofree JkbTextRow *rows = g_new0 (JkbTextRow, MAX (block->n_rows, 1));
  g_autoptr(GBytes) row_bytes = NULL;

  for (guint row = 0; row < block->n_rows; row++)
    {
      const char *text;
      gsize n_bytes;

      if (row % CHECK_ROWS == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      rows[row] = get_row (block, row);
      if (rows[row].id == 0)
        continue;
      text = jkb_case_record_folded (jkb_case_block_get_record (block, row), JKB_RECORD_PART_ALL, &n_bytes);
      jkb_postings_builder_add (builder, row, text, n_bytes);
    }
  row_bytes = g_bytes_new_take (g_steal_pointer (&rows), block->n_rows * sizeof (JkbTextRow));
  return take_parts (row_bytes, jkb_postings_builder_finish (g_steal_pointer (&builder)));
}

JkbTextIndex *
jkb_text_index_new_kept (GBytes *rows, GBytes *postings)
{
  gsize n_bytes;
  gsize address = (gsize) g_bytes_get_data (rows, &n_bytes);
  JkbPostings *read;
  JkbTextIndex *self;

  if (n_bytes == 0 || n_bytes % sizeof (JkbTextRow) != 0 || n_bytes > JKB_BLOCK_ROWS * sizeof (JkbTextRow)
      || address % sizeof (gint64) != 0)
    return NULL;
  read = jkb_postings_new (postings);
  if (read == NULL)
    return NULL;
  self = take_parts (rows, read);
  self->is_kept = TRUE;
  return self;
}

JkbTextIndex *
jkb_text_index_ref (JkbTextIndex *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
jkb_text_index_unref (JkbTextIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  jkb_postings_free (self->postings);
  g_bytes_unref (self->row_bytes);
  g_free (self);
}

/* The grams of @form, the one with the fewest rows first. */
static GArray *
list_grams (const JkbTextIndex *self, const char *form)
{
  GArray *grams = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint fewest = G_MAXUINT;

  for (const char *p = form; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);
      guint64 gram = JKB_GRAM (g_utf8_get_char (p), *next != '\0' ? g_utf8_get_char (next) : 0);
      guint n;

      if (*next == '\0' && p > form)
        break;
      n = jkb_postings_count (self->postings, gram);
      if (n < fewest)
        g_array_prepend_val (grams, gram);
      else
        g_array_append_val (grams, gram);
      fewest = MIN (fewest, n);
    }
  return grams;
}

static guint
intersect (guint64 *bits, const guint64 *other)
{
  for (guint i = 0; i < JKB_TEXT_BITS_WORDS; i++)
    bits[i] &= other[i];
  return jkb_bits_count_both (bits, bits, JKB_TEXT_BITS_WORDS);
}

/* Returns: how many cases may hold @form */
static guint
add_form (const JkbTextIndex *self, const char *form, JkbTextBits *bits)
{
  g_autoptr(GArray) grams = list_grams (self, form);
  guint64 found[JKB_TEXT_BITS_WORDS], other[JKB_TEXT_BITS_WORDS];
  guint64 *target = grams->len == 1 ? bits->sure : bits->maybe;
  guint n = jkb_postings_get (self->postings, g_array_index (grams, guint64, 0), found);

  for (guint i = 1; i < grams->len && n > CANDIDATES_FEW; i++)
    {
      jkb_postings_get (self->postings, g_array_index (grams, guint64, i), other);
      n = intersect (found, other);
    }
  for (guint i = 0; n > 0 && i < JKB_TEXT_BITS_WORDS; i++)
    target[i] |= found[i];
  return n;
}

static gboolean
is_unread (const JkbTextIndex *self, const JkbCaseBlock *block, guint row)
{
  return jkb_case_block_is_in_use (block, row)
         && (row >= self->n_rows || self->rows[row].revision != jkb_case_block_get_revision (block, row)
             || self->rows[row].id != jkb_case_block_get_id (block, row));
}

/* The states of a block have numbers from 1. */
static gboolean
is_current (JkbTextIndex *self, const JkbCaseBlock *block)
{
  return g_atomic_pointer_get (&self->current) == block->state;
}

static guint
mark_unread (JkbTextIndex *self, const JkbCaseBlock *block, guint64 *bits)
{
  guint n = 0;

  if (is_current (self, block))
    return 0;
  for (guint row = 0; row < block->n_rows; row++)
    if (is_unread (self, block, row))
      {
        bits[row / 64] |= (guint64) 1 << (row % 64);
        n++;
      }
  if (n == 0)
    g_atomic_pointer_set (&self->current, block->state);
  return n;
}

/* Whether the grams of @form are all there, however far apart. */
static gboolean
is_possible (const JkbTextIndex *self, const char *form)
{
  for (const char *p = form; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);

      if (*next == '\0' && p > form)
        break;
      if (jkb_postings_count (self->postings, JKB_GRAM (g_utf8_get_char (p), *next != '\0' ? g_utf8_get_char (next) : 0))
          == 0)
        return FALSE;
    }
  return TRUE;
}

/* Whether one of @forms can be anywhere in what was read. */
static gboolean
is_any_possible (const JkbTextIndex *self, const GPtrArray *forms)
{
  for (guint i = 0; i < forms->len; i++)
    if (is_possible (self, g_ptr_array_index (forms, i)))
      return TRUE;
  return FALSE;
}

gboolean
jkb_text_index_find (JkbTextIndex *self, const JkbCaseBlock *block, const GPtrArray *forms, JkbTextBits *bits)
{
  guint n = 0;

  if (is_current (self, block) && !is_any_possible (self, forms))
    return FALSE;
  memset (bits, 0, sizeof (*bits));
  for (guint i = 0; i < forms->len; i++)
    n += add_form (self, g_ptr_array_index (forms, i), bits);
  return n + mark_unread (self, block, bits->unread) > 0;
}

gboolean
jkb_text_index_rules_out (JkbTextIndex *self, const JkbCaseBlock *block, const GPtrArray *forms)
{
  if (is_any_possible (self, forms))
    return FALSE;
  return is_current (self, block) || jkb_text_index_count_unread (self, block) == 0;
}

/* The gram that @form is, 0 when it is longer. */
static guint64
get_only_gram (const char *form)
{
  const char *second = *form != '\0' ? g_utf8_next_char (form) : form;

  if (*form == '\0' || (*second != '\0' && *g_utf8_next_char (second) != '\0'))
    return 0;
  return JKB_GRAM (g_utf8_get_char (form), *second != '\0' ? g_utf8_get_char (second) : 0);
}

gboolean
jkb_text_index_find_sure (JkbTextIndex *self, const JkbCaseBlock *block, const GPtrArray *forms, guint64 *bits,
                          guint *n_found)
{
  guint64 other[JKB_TEXT_BITS_WORDS];

  *n_found = 0;
  if (forms->len == 0 || (!is_current (self, block) && jkb_text_index_count_unread (self, block) > 0))
    return FALSE;
  for (guint i = 0; i < forms->len; i++)
    {
      guint64 gram = get_only_gram (g_ptr_array_index (forms, i));

      if (gram == 0)
        return FALSE;
      *n_found += jkb_postings_get (self->postings, gram, i == 0 ? bits : other);
      for (guint word = 0; i > 0 && word < JKB_TEXT_BITS_WORDS; word++)
        bits[word] |= other[word];
    }
  return TRUE;
}

guint
jkb_text_index_count_unread (JkbTextIndex *self, const JkbCaseBlock *block)
{
  guint64 bits[JKB_TEXT_BITS_WORDS] = { 0 };

  return mark_unread (self, block, bits);
}

gboolean
jkb_text_index_agrees (JkbTextIndex *self, const JkbTextIndex *other, const JkbCaseBlock *block)
{
  guint64 known[JKB_TEXT_BITS_WORDS] = { 0 };

  for (guint row = 0; row < block->n_rows; row++)
    if (jkb_case_block_is_in_use (block, row) && !is_unread (self, block, row))
      known[row / 64] |= (guint64) 1 << (row % 64);
  return jkb_postings_equal (self->postings, other->postings, known);
}

gint64
jkb_text_index_get_id (const JkbTextIndex *self, guint row)
{
  return self != NULL && row < self->n_rows ? self->rows[row].id : 0;
}

GBytes *
jkb_text_index_get_rows (const JkbTextIndex *self)
{
  JkbTextRow *rows = g_memdup2 (self->rows, self->n_rows * sizeof (JkbTextRow));

  for (guint row = 0; row < self->n_rows; row++)
    rows[row].revision = MAX (rows[row].revision, 0);
  return g_bytes_new_take (rows, self->n_rows * sizeof (JkbTextRow));
}

GBytes *
jkb_text_index_get_postings (const JkbTextIndex *self)
{
  return g_bytes_ref (jkb_postings_get_bytes (self->postings));
}

void
jkb_text_index_mark_kept (JkbTextIndex *self)
{
  g_atomic_int_set (&self->is_kept, TRUE);
}

gboolean
jkb_text_index_is_kept (JkbTextIndex *self)
{
  return g_atomic_int_get (&self->is_kept);
}

gsize
jkb_text_index_get_size (const JkbTextIndex *self)
{
  return jkb_postings_get_size (self->postings) + self->n_rows * sizeof (JkbTextRow);
}
