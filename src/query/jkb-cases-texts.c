/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-cases-private.h"
#include "query/jkb-text-index.h"

/* An index is made anew when more than a part in so many of the cases is not in it. */
#define UNREAD_PART 16u

static gboolean
lacks_texts (const JkbCases *cases)
{
  for (guint slot = 0; slot < jkb_cases_n_slots (cases); slot++)
    {
      guint row;
      const JkbCaseBlock *block = jkb_cases_block (cases, slot, &row);

      if (jkb_case_block_is_in_use (block, row) && jkb_case_block_get_record (block, row) == NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
needs_index (const JkbCaseBlock *block)
{
  g_autoptr(JkbTextIndex) index = jkb_case_block_ref_index (block);

  return index == NULL
         || jkb_text_index_count_unread (index, block) > block->n_rows / UNREAD_PART;
}

static gboolean
index_blocks (JkbCases *self, GCancellable *cancellable)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      JkbCaseBlock *block = g_ptr_array_index (self->blocks, i);
      JkbTextIndex *index;

      if (!needs_index (block))
        continue;
      index = jkb_text_index_new (block, cancellable);
      if (index == NULL)
        return FALSE;
      jkb_case_block_set_index (block, index);
    }
  return TRUE;
}

gboolean
jkb_cases_index_texts (JkbCases *cases, GCancellable *cancellable)
{
  static int is_busy = FALSE;
  gboolean is_done;

  if (lacks_texts (cases) || !g_atomic_int_compare_and_exchange (&is_busy, FALSE, TRUE))
    return FALSE;
  is_done = index_blocks (cases, cancellable);
  g_atomic_int_set (&is_busy, FALSE);
  return is_done;
}

guint
jkb_cases_n_blocks (const JkbCases *cases)
{
  return cases->blocks->len;
}

gboolean
jkb_cases_get_index (const JkbCases *cases, guint i, GBytes **rows, GBytes **postings)
{
  g_autoptr(JkbTextIndex) index = jkb_case_block_ref_index (g_ptr_array_index (cases->blocks, i));

  if (index == NULL || jkb_text_index_is_kept (index))
    return FALSE;
  *rows = jkb_text_index_get_rows (index);
  *postings = jkb_text_index_get_postings (index);
  return TRUE;
}

void
jkb_cases_mark_kept (const JkbCases *cases, guint i)
{
  g_autoptr(JkbTextIndex) index = jkb_case_block_ref_index (g_ptr_array_index (cases->blocks, i));

  if (index != NULL)
    jkb_text_index_mark_kept (index);
}

gboolean
jkb_cases_index_agrees (const JkbCases *cases, guint i)
{
  const JkbCaseBlock *block = g_ptr_array_index (cases->blocks, i);
  g_autoptr(JkbTextIndex) index = jkb_case_block_ref_index (block);
  g_autoptr(JkbTextIndex) anew = NULL;

  if (index == NULL)
    return TRUE;
  anew = jkb_text_index_new (block, NULL);
  return jkb_text_index_agrees (index, anew, block);
}

guint
jkb_cases_n_unread (const JkbCases *cases)
{
  guint n = 0;

  for (guint i = 0; i < cases->blocks->len; i++)
    {
      const JkbCaseBlock *block = g_ptr_array_index (cases->blocks, i);
      g_autoptr(JkbTextIndex) index = jkb_case_block_ref_index (block);

      n += index != NULL ? jkb_text_index_count_unread (index, block) : block->n_rows;
    }
  return n;
}

JkbCasesMemory
jkb_cases_measure (const JkbCases *cases)
{
  JkbCasesMemory memory = { .orders = jkb_orders_get_size (cases->orders),
                            .index = jkb_cases_get_index_size (cases) };

  for (guint i = 0; i < cases->blocks->len; i++)
    {
      const JkbCaseBlock *block = g_ptr_array_index (cases->blocks, i);

      JkbBlockSize size = jkb_case_block_get_size (block);

      memory.columns += size.table;
      memory.counts += size.counts;
      memory.texts += size.searches;
      memory.strings += jkb_string_pool_get_size (block->pool);
      for (guint row = 0; row < block->n_rows; row++)
        {
          const JkbCaseRecord *record = jkb_case_block_get_record (block, row);

          memory.texts += record != NULL ? jkb_case_record_get_size (record) : 0;
        }
    }
  return memory;
}

gsize
jkb_cases_get_index_size (const JkbCases *cases)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < cases->blocks->len; i++)
    {
      g_autoptr(JkbTextIndex) index
          = jkb_case_block_ref_index (g_ptr_array_index (cases->blocks, i));

      n_bytes += index != NULL ? jkb_text_index_get_size (index) : 0;
    }
  return n_bytes;
}
