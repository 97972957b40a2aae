/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A word of one or two characters is a gram itself, and its rows are the answer. A longer one can only
 * be where all its pairs are; these rows have to be read. Half a percent of them or less is in vain
 * in Japanese text.
 *
 * The index remembers of which record it was made in each row. When the row has another one now, the
 * case came or changed afterwards and is read as well; there is nothing to be kept up to date.
 */
#include "query/jkb-text-index.h"

#include <string.h>

#include "query/jkb-postings.h"

#define CHECK_ROWS 256u
/* So few candidates are read faster than narrowed down further. */
#define CANDIDATES_FEW 64u

struct _JkbTextIndex
{
  gatomicrefcount ref_count;
  JkbPostings *postings;
  guint64 state;                /* of the block; the same state has nothing new */
  guint n_rows;
  JkbCaseRecord **records;      /* what each row was when it was read; NULL for a free one */
};

JkbTextIndex *
jkb_text_index_new (const JkbCaseBlock *block, GCancellable *cancellable)
{
  g_autoptr(JkbPostingsBuilder) builder = jkb_postings_builder_new ();
  JkbTextIndex *self;

  for (guint row = 0; row < block->n_rows; row++)
    {
      gsize n_bytes;

      if (row % CHECK_ROWS == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (block->record[row] != NULL)
        {
          const char *text
              = jkb_case_record_folded (block->record[row], JKB_RECORD_PART_ALL, &n_bytes);

          jkb_postings_builder_add (builder, row, text, n_bytes);
        }
    }
  self = g_new0 (JkbTextIndex, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->postings = jkb_postings_builder_finish (g_steal_pointer (&builder));
  self->state = block->state;
  self->n_rows = block->n_rows;
  self->records = g_new0 (JkbCaseRecord *, MAX (self->n_rows, 1));
  for (guint row = 0; row < block->n_rows; row++)
    if (block->record[row] != NULL)
      self->records[row] = jkb_case_record_ref (block->record[row]);
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
  for (guint row = 0; row < self->n_rows; row++)
    g_clear_pointer (&self->records[row], jkb_case_record_unref);
  g_free (self->records);
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
  guint n = 0;

  for (guint i = 0; i < JKB_TEXT_BITS_WORDS; i++)
    {
      bits[i] &= other[i];
      n += (guint) __builtin_popcountll (bits[i]);
    }
  return n;
}

static void
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
  for (guint i = 0; i < JKB_TEXT_BITS_WORDS; i++)
    target[i] |= found[i];
}

static gboolean
is_unread (const JkbTextIndex *self, const JkbCaseBlock *block, guint row)
{
  return block->record[row] != NULL
         && (row >= self->n_rows || self->records[row] != block->record[row]);
}

void
jkb_text_index_find (const JkbTextIndex *self, const JkbCaseBlock *block, const GPtrArray *forms,
                     JkbTextBits *bits)
{
  memset (bits, 0, sizeof (*bits));
  for (guint i = 0; i < forms->len; i++)
    add_form (self, g_ptr_array_index (forms, i), bits);
  for (guint row = 0; self->state != block->state && row < block->n_rows; row++)
    if (is_unread (self, block, row))
      bits->unread[row / 64] |= (guint64) 1 << (row % 64);
}

guint
jkb_text_index_count_unread (const JkbTextIndex *self, const JkbCaseBlock *block)
{
  guint n = 0;

  for (guint row = 0; self->state != block->state && row < block->n_rows; row++)
    n += is_unread (self, block, row);
  return n;
}

gsize
jkb_text_index_get_size (const JkbTextIndex *self)
{
  return jkb_postings_get_size (self->postings) + self->n_rows * sizeof (gpointer);
}
