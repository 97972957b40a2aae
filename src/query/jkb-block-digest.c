/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-block-digest.h"

#include "query/jkb-filter.h"

static void
sort_by_people (JkbBlockDigest *digest, const JkbCaseBlock *block, const guint16 *rows)
{
  guint ends[JKB_N_PEOPLE_CODES];

  for (guint code = 0; code < JKB_N_PEOPLE_CODES; code++)
    {
      ends[code] = digest->starts[code];
      digest->starts[code + 1] = digest->starts[code] + digest->all.cells[JKB_COUNT_PEOPLE][code];
    }
  digest->rows_by_people = g_new (guint16, MAX (digest->all.n_cases, 1));
  for (guint i = 0; i < digest->all.n_cases; i++)
    digest->rows_by_people[ends[block->people_code[rows[i]]]++] = rows[i];
}

/* Large numbers are often round ones. */
static void
find_same_people (JkbBlockDigest *digest, const JkbCaseBlock *block)
{
  for (guint code = 0; code < JKB_N_PEOPLE_CODES; code++)
    {
      const guint16 *row = digest->rows_by_people + digest->starts[code];
      const guint16 *end = digest->rows_by_people + digest->starts[code + 1];
      gint64 people = row < end ? jkb_case_block_get_people (block, *row) : JKB_COUNT_UNKNOWN;

      for (; row < end && jkb_case_block_get_people (block, *row) == people; row++)
        ;
      digest->same_people[code] = row == end ? people : JKB_COUNT_UNKNOWN;
    }
}

static void
mark_items (JkbBlockDigest *digest, const JkbCaseBlock *block, const guint16 *rows)
{
  for (guint item = 0; item <= JKB_N_DATA_ITEMS; item++)
    digest->items[item] = g_new0 (guint64, digest->n_words);
  for (guint i = 0; i < digest->all.n_cases; i++)
    {
      guint row = rows[i];
      guint32 items = jkb_case_block_get_item_set (block, row);

      for (; items != 0; items &= items - 1)
        digest->items[__builtin_ctz (items)][row / 64] |= (guint64) 1 << row % 64;
    }
}

static void
list_long_delays (JkbBlockDigest *digest, const JkbCaseBlock *block, const guint16 *rows)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint16));

  for (guint i = 0; i < digest->all.n_cases; i++)
    if (jkb_case_block_get_delay (block, rows[i]) >= JKB_DELAY_DAYS)
      g_array_append_val (found, rows[i]);
  digest->n_long_rows = found->len;
  digest->long_rows = (guint16 *) (void *) g_array_free (found, FALSE);
}

static guint16 *
list_rows (JkbBlockDigest *digest, const JkbCaseBlock *block)
{
  guint16 *rows = g_new (guint16, MAX (block->n_rows, 1));

  digest->n_words = jkb_bits_n_words (block->n_rows);
  digest->in_use = g_new0 (guint64, MAX (digest->n_words, 1));
  for (guint row = 0; row < block->n_rows; row++)
    if (jkb_case_block_is_in_use (block, row))
      {
        rows[digest->all.n_cases++] = (guint16) row;
        digest->in_use[row / 64] |= (guint64) 1 << row % 64;
      }
  return rows;
}

static guint
count_source_kinds (const JkbCaseBlock *block)
{
  guint n = 1;

  for (guint row = 0; row < block->n_rows; row++)
    n = MAX (n, jkb_case_block_get_source_kind (block, row) + 1u);
  return n;
}

static JkbBlockDigest *
make_digest (const JkbCaseBlock *block)
{
  JkbBlockDigest *digest = g_new0 (JkbBlockDigest, 1);
  g_autofree guint16 *rows = NULL;

  jkb_count_tables_init (&digest->all, JKB_COUNT_ALL, count_source_kinds (block), block->first_year,
                         block->last_year);
  rows = list_rows (digest, block);
  jkb_count_tables_add_rows (&digest->all, block, rows, digest->all.n_cases, 1);
  mark_items (digest, block, rows);
  jkb_block_digest_count_items (digest, digest->in_use, digest->all.cells[JKB_COUNT_ITEMS]);
  sort_by_people (digest, block, rows);
  find_same_people (digest, block);
  list_long_delays (digest, block, rows);
  return digest;
}

const JkbBlockDigest *
jkb_block_digest_get (const JkbCaseBlock *block)
{
  JkbBlockDigest **place = (JkbBlockDigest **) &block->digest;
  JkbBlockDigest *digest = g_atomic_pointer_get (place);

  if (digest != NULL)
    return digest;
  digest = make_digest (block);
  if (g_atomic_pointer_compare_and_exchange (place, NULL, digest))
    return digest;
  /* Another thread was faster. */
  jkb_block_digest_free (digest);
  return g_atomic_pointer_get (place);
}

gsize
jkb_block_digest_get_size (const JkbBlockDigest *digest)
{
  return sizeof *digest + (JKB_N_DATA_ITEMS + 2) * (gsize) digest->n_words * sizeof (guint64)
         + ((gsize) digest->all.n_cases + digest->n_long_rows) * sizeof (guint16);
}

void
jkb_block_digest_free (JkbBlockDigest *digest)
{
  if (digest == NULL)
    return;
  jkb_count_tables_clear (&digest->all);
  for (guint item = 0; item <= JKB_N_DATA_ITEMS; item++)
    g_free (digest->items[item]);
  g_free (digest->in_use);
  g_free (digest->rows_by_people);
  g_free (digest->long_rows);
  g_free (digest);
}

void
jkb_block_digest_count_items (const JkbBlockDigest *digest, const guint64 *bits, guint *counts)
{
  for (guint item = 0; item <= JKB_N_DATA_ITEMS; item++)
    counts[item] += jkb_bits_count_both (digest->items[item], bits, digest->n_words);
}
