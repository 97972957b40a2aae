/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-cases-private.h"

#include <string.h>

static const char *const column_nicks[JKB_N_COLUMNS] = {
  "date",    "key",      "organisation", "title",     "type",   "sector",      "status", "people",
  "records", "occurred", "discovered",   "announced", "delay",  "review",      "source_kind", "added",
};

const char *
jkb_column_nick (JkbColumn column)
{
  g_return_val_if_fail (column < JKB_N_COLUMNS, NULL);

  return column_nicks[column];
}

int
jkb_column_from_nick (const char *nick)
{
  for (int i = 0; i < JKB_N_COLUMNS; i++)
    if (strcmp (column_nicks[i], nick) == 0)
      return i;
  return -1;
}

static JkbCases *
allocate (JkbFold *fold)
{
  JkbCases *self = g_new0 (JkbCases, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->orders = jkb_orders_new ();
  self->fold = jkb_fold_ref (fold);
  return self;
}

JkbCases *
jkb_cases_new (JkbFold *fold)
{
  JkbCases *self = allocate (fold);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_case_block_unref);
  self->source_kinds = g_ptr_array_new ();
  g_ptr_array_add (self->source_kinds, (gpointer) g_intern_static_string (""));
  return self;
}

static gpointer
copy_block_reference (gconstpointer block, gpointer user_data)
{
  g_atomic_ref_count_inc (&((JkbCaseBlock *) block)->ref_count);
  return (gpointer) block;
}

static JkbTextReader *
ref_reader (JkbTextReader *reader)
{
  if (reader != NULL)
    g_atomic_ref_count_inc (&reader->ref_count);
  return reader;
}

static void
unref_reader (JkbTextReader *reader)
{
  if (reader == NULL || !g_atomic_ref_count_dec (&reader->ref_count))
    return;
  if (reader->destroy != NULL)
    reader->destroy (reader->user_data);
  g_free (reader);
}

void
jkb_cases_set_reader (JkbCases *cases, JkbTextReader *reader)
{
  unref_reader (cases->reader);
  cases->reader = reader;
}

JkbCases *
jkb_cases_copy (const JkbCases *cases)
{
  JkbCases *self = allocate (cases->fold);

  self->blocks = g_ptr_array_copy (cases->blocks, copy_block_reference, NULL);
  g_ptr_array_set_free_func (self->blocks, (GDestroyNotify) jkb_case_block_unref);
  self->source_kinds = g_ptr_array_copy (cases->source_kinds, NULL, NULL);
  self->n_cases = cases->n_cases;
  self->reader = ref_reader (cases->reader);
  return self;
}

JkbCases *
jkb_cases_ref (JkbCases *cases)
{
  g_atomic_ref_count_inc (&cases->ref_count);
  return cases;
}

void
jkb_cases_unref (JkbCases *cases)
{
  if (!g_atomic_ref_count_dec (&cases->ref_count))
    return;
  jkb_orders_free (cases->orders);
  unref_reader (cases->reader);
  g_ptr_array_unref (cases->blocks);
  g_ptr_array_unref (cases->source_kinds);
  jkb_fold_unref (cases->fold);
  g_free (cases);
}

guint
jkb_cases_n (const JkbCases *cases)
{
  return cases->n_cases;
}

guint
jkb_cases_n_slots (const JkbCases *cases)
{
  const JkbCaseBlock *last;

  if (cases->blocks->len == 0)
    return 0;
  last = g_ptr_array_index (cases->blocks, cases->blocks->len - 1);
  return (cases->blocks->len - 1) * JKB_BLOCK_ROWS + last->n_rows;
}

const JkbCaseBlock *
jkb_cases_block (const JkbCases *cases, guint slot, guint *row)
{
  *row = slot % JKB_BLOCK_ROWS;
  return g_ptr_array_index (cases->blocks, slot / JKB_BLOCK_ROWS);
}

const JkbPacked *
jkb_cases_order (JkbCases *cases, JkbOrder order)
{
  g_return_val_if_fail (order.column < JKB_N_COLUMNS, NULL);

  return jkb_orders_get (cases->orders, cases, order);
}

const JkbPacked *
jkb_cases_ranks (JkbCases *cases, JkbOrder order)
{
  g_return_val_if_fail (order.column < JKB_N_COLUMNS, NULL);

  return jkb_orders_get_ranks (cases->orders, cases, order);
}

gboolean
jkb_cases_prepare_orders (JkbCases *cases, GCancellable *cancellable)
{
  /* What a table shows first, the slow ones before the others. */
  static const JkbOrder orders[]
      = { { JKB_COLUMN_DATE, TRUE },   { JKB_COLUMN_ADDED, FALSE },  { JKB_COLUMN_ORGANISATION, FALSE },
          { JKB_COLUMN_TITLE, FALSE }, { JKB_COLUMN_PEOPLE, FALSE }, { JKB_COLUMN_DATE, FALSE },
          { JKB_COLUMN_TYPE, FALSE },  { JKB_COLUMN_RECORDS, FALSE }, { JKB_COLUMN_DISCOVERED, FALSE },
          { JKB_COLUMN_DELAY, FALSE }, { JKB_COLUMN_SECTOR, FALSE }, { JKB_COLUMN_STATUS, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      jkb_cases_order (cases, orders[i]);
    }
  return TRUE;
}

gboolean
jkb_cases_find (JkbCases *cases, gint64 id, guint *slot)
{
  const JkbPacked *slots = jkb_cases_order (cases, (JkbOrder){ JKB_COLUMN_ADDED, FALSE });
  guint low = 0, high = cases->n_cases;

  while (low < high)
    {
      guint middle = low + (high - low) / 2, row;
      guint found = (guint) jkb_packed_get (slots, middle);
      const JkbCaseBlock *block = jkb_cases_block (cases, found, &row);

      if (jkb_case_block_get_id (block, row) == id)
        {
          *slot = found;
          return TRUE;
        }
      if (jkb_case_block_get_id (block, row) < id)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

void
jkb_cases_get (const JkbCases *cases, guint slot, JkbCase *out)
{
  guint row;
  const JkbCaseBlock *block = jkb_cases_block (cases, slot, &row);
  guint qualifiers = (guint) jkb_packed_get (&block->qualifiers, row);

  g_return_if_fail (jkb_case_block_is_in_use (block, row));

  *out = (JkbCase){
    .id = jkb_case_block_get_id (block, row),
    .key = jkb_case_block_get_string (block, row, JKB_CASE_KEY),
    .title = jkb_case_block_get_string (block, row, JKB_CASE_TITLE),
    .organisation = jkb_case_block_get_string (block, row, JKB_CASE_ORGANISATION),
    .organisation_en = jkb_case_block_get_string (block, row, JKB_CASE_ORGANISATION_EN),
    .contractor = jkb_case_block_get_string (block, row, JKB_CASE_CONTRACTOR),
    .cause = jkb_case_block_get_string (block, row, JKB_CASE_CAUSE),
    .source_kind = g_ptr_array_index (cases->source_kinds, jkb_case_block_get_source_kind (block, row)),
    .type = (JkbIncidentType) jkb_case_block_get_type (block, row),
    .types = (guint32) jkb_packed_get (&block->types, row),
    .circumstances = jkb_case_block_get_circumstances (block, row),
    .sector = (JkbSector) jkb_case_block_get_sector (block, row),
    .status = (JkbAffectedStatus) jkb_case_block_get_status (block, row),
    .review = (JkbReviewState) jkb_case_block_get_review (block, row),
    .data_items = (guint32) jkb_packed_get (&block->data_items, row),
    .people = jkb_case_block_get_people (block, row),
    .people_qualifier = (JkbCountQualifier) (qualifiers & 15),
    .records = jkb_case_block_get_records (block, row),
    .records_qualifier = (JkbCountQualifier) (qualifiers >> 4),
    .date = jkb_case_block_unpack_date (block->date[row]),
    .occurred_from = jkb_case_block_unpack_date ((guint32) jkb_packed_get (&block->occurred, row)),
    .discovered = jkb_case_block_unpack_date ((guint32) jkb_packed_get (&block->discovered, row)),
    .announced = jkb_case_block_unpack_date (jkb_case_block_get_announced (block, row)),
    .delay_days = jkb_case_block_get_delay (block, row),
  };
}

JkbFold *
jkb_cases_get_fold (const JkbCases *cases)
{
  return cases->fold;
}
