/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-case-block.h"

#include <string.h>

#include "query/jkb-block-digest.h"
#include "query/jkb-people-code.h"
#include "query/jkb-text-index.h"

#define COLUMN(field, use)                                                                        \
  { G_STRUCT_OFFSET (JkbCaseBlock, field), sizeof (*((JkbCaseBlock *) 0)->field), G_STRUCT_OFFSET (JkbBlockSize, use) }
#define PACKED(field, use)                                                                        \
  { G_STRUCT_OFFSET (JkbCaseBlock, field), 0, G_STRUCT_OFFSET (JkbBlockSize, use) }

/* What loops walk through has the width of its type, the others that of their greatest value. */
static const struct
{
  gsize offset;
  gsize cell_bytes;             /* 0 of a packed column */
  gsize use;                    /* the part of a size that it counts for */
} columns[] = {
  COLUMN (date, table),         COLUMN (manner, table),      COLUMN (kin, table),        COLUMN (people_code, counts),
  COLUMN (delay_cell, counts),  COLUMN (record, searches),   PACKED (id, table),         PACKED (people, table),
  PACKED (records, table),      PACKED (occurred, table),    PACKED (discovered, table), PACKED (is_announced, table),
  PACKED (data_items, table),   PACKED (types, table),       PACKED (qualifiers, table), PACKED (source_kind, table),
  PACKED (strings, table),      PACKED (revision, searches),
};

G_STATIC_ASSERT (JKB_N_TYPES * JKB_N_DELAY_CODES <= G_MAXUINT16 + 1);

/* Held for as long as it takes to count a reference. */
static GMutex index_lock;

static guint64
next_state (void)
{
  static gsize n_states;

  return (guint64) g_atomic_pointer_add (&n_states, 1) + 1;
}

static void **
get_column (const JkbCaseBlock *block, gsize i)
{
  return G_STRUCT_MEMBER_P (block, columns[i].offset);
}

static JkbPacked *
get_packed (const JkbCaseBlock *block, gsize i)
{
  return G_STRUCT_MEMBER_P (block, columns[i].offset);
}

static JkbCaseBlock *
allocate (void)
{
  JkbCaseBlock *block = g_new0 (JkbCaseBlock, 1);

  g_atomic_ref_count_init (&block->ref_count);
  block->state = next_state ();
  /* Whole blocks at once: pages that no row reaches are never touched. */
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].cell_bytes > 0)
      *get_column (block, i) = g_malloc0_n (JKB_BLOCK_ROWS, columns[i].cell_bytes);
  return block;
}

JkbCaseBlock *
jkb_case_block_new (void)
{
  JkbCaseBlock *block = allocate ();

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].cell_bytes == 0)
      jkb_packed_init (get_packed (block, i), JKB_BLOCK_ROWS);
  block->pool = jkb_string_pool_new ();
  return block;
}

JkbCaseBlock *
jkb_case_block_copy (const JkbCaseBlock *block)
{
  JkbCaseBlock *copy = allocate ();

  copy->n_rows = block->n_rows;
  copy->n_in_use = block->n_in_use;
  copy->state = block->state;
  copy->first_year = block->first_year;
  copy->last_year = block->last_year;
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].cell_bytes > 0)
      memcpy (*get_column (copy, i), *get_column (block, i), block->n_rows * columns[i].cell_bytes);
    else
      jkb_packed_init_copy (get_packed (copy, i), get_packed (block, i));
  for (guint row = 0; row < copy->n_rows; row++)
    if (copy->record[row] != NULL)
      jkb_case_record_ref (copy->record[row]);
  copy->pool = jkb_string_pool_ref (block->pool);
  copy->text_index = jkb_case_block_ref_index (block);
  return copy;
}

JkbBlockSize
jkb_case_block_get_size (const JkbCaseBlock *block)
{
  const JkbBlockDigest *digest = g_atomic_pointer_get (&((JkbCaseBlock *) block)->digest);
  JkbBlockSize size = { .table = sizeof *block, .counts = digest != NULL ? jkb_block_digest_get_size (digest) : 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    G_STRUCT_MEMBER (gsize, &size, columns[i].use) += columns[i].cell_bytes > 0
                                                          ? block->n_rows * columns[i].cell_bytes
                                                          : jkb_packed_get_size (get_packed (block, i), block->n_rows);
  return size;
}

void
jkb_case_block_unref (JkbCaseBlock *block)
{
  if (!g_atomic_ref_count_dec (&block->ref_count))
    return;
  for (guint row = 0; row < block->n_rows; row++)
    g_clear_pointer (&block->record[row], jkb_case_record_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].cell_bytes > 0)
      g_free (*get_column (block, i));
    else
      jkb_packed_clear (get_packed (block, i));
  jkb_string_pool_unref (block->pool);
  g_clear_pointer (&block->text_index, jkb_text_index_unref);
  g_clear_pointer (&block->digest, jkb_block_digest_free);
  g_free (block);
}

/* Both days must be known to the day, and in this order. */
gint32
jkb_case_block_get_delay (const JkbCaseBlock *block, guint row)
{
  JkbDate discovered = jkb_case_block_unpack_date ((guint32) jkb_packed_get (&block->discovered, row));
  JkbDate announced = jkb_case_block_unpack_date (jkb_case_block_get_announced (block, row));
  int from, to;

  if (discovered.day == 0 || announced.day == 0 || !jkb_date_to_days (discovered, &from)
      || !jkb_date_to_days (announced, &to) || to < from)
    return -1;
  return to - from;
}

const char *
jkb_case_block_get_string (const JkbCaseBlock *block, guint row, JkbCaseString string)
{
  return jkb_case_strings_get (block->pool, jkb_case_block_get_strings (block, row), string);
}

static void
widen_years (JkbCaseBlock *block, guint32 date)
{
  guint year = date >> 9;

  if (year == 0)
    return;
  block->first_year = block->last_year == 0 ? year : MIN (block->first_year, year);
  block->last_year = MAX (block->last_year, year);
}

/* What counting reads is worked out once, when a case comes in. */
static void
set_codes (JkbCaseBlock *block, guint row, const JkbIncident *incident)
{
  block->manner[row] = (guint8) jkb_case_block_manner (incident->review, incident->circumstances);
  block->kin[row] = (guint16) jkb_case_block_kin (incident->type, incident->sector, incident->status);
  block->people_code[row] = jkb_people_code (incident->people);
  block->delay_cell[row] = (guint16) jkb_case_block_delay_cell (incident->type, jkb_case_block_get_delay (block, row));
}

static void
set_dates (JkbCaseBlock *block, guint row, const JkbIncident *incident)
{
  block->date[row] = jkb_case_block_pack_date (jkb_incident_date (incident));
  widen_years (block, block->date[row]);
  jkb_packed_set (&block->is_announced, row, jkb_date_is_set (incident->announced));
  jkb_packed_set (&block->occurred, row, jkb_case_block_pack_date (incident->occurred_from));
  jkb_packed_set (&block->discovered, row, jkb_case_block_pack_date (incident->discovered));
}

static guint64
pack_count (gint64 count)
{
  return count >= 0 ? (guint64) count + 1 : 0;
}

void
jkb_case_block_set (JkbCaseBlock *block, guint row, const JkbIncident *incident,
                    guint16 source_kind, guint32 strings, JkbCaseRecord *record)
{
  g_assert (row < block->n_rows && incident->id > 0);

  block->state = next_state ();
  block->n_in_use += !jkb_case_block_is_in_use (block, row);
  jkb_packed_set (&block->id, row, (guint64) incident->id);
  jkb_packed_set (&block->revision, row,
                  incident->revision > 0 ? (guint64) incident->revision << 1 : block->state << 1 | 1);
  jkb_packed_set (&block->people, row, pack_count (incident->people));
  jkb_packed_set (&block->records, row, pack_count (incident->records));
  set_dates (block, row, incident);
  jkb_packed_set (&block->data_items, row, incident->data_items);
  jkb_packed_set (&block->types, row, incident->types);
  jkb_packed_set (&block->source_kind, row, source_kind);
  jkb_packed_set (&block->qualifiers, row, incident->people_qualifier | incident->records_qualifier << 4);
  set_codes (block, row, incident);
  g_clear_pointer (&block->digest, jkb_block_digest_free);
  jkb_packed_set (&block->strings, row, strings);
  g_clear_pointer (&block->record[row], jkb_case_record_unref);
  block->record[row] = record;
}

void
jkb_case_block_add_record (JkbCaseBlock *block, guint row, JkbCaseRecord *record)
{
  g_assert (row < block->n_rows && jkb_case_block_is_in_use (block, row) && block->record[row] == NULL);

  g_atomic_pointer_set (&block->record[row], record);
}

void
jkb_case_block_clear (JkbCaseBlock *block, guint row)
{
  g_assert (row < block->n_rows);

  block->state = next_state ();
  block->n_in_use -= jkb_case_block_is_in_use (block, row);
  jkb_packed_set (&block->id, row, 0);
  g_clear_pointer (&block->digest, jkb_block_digest_free);
  g_clear_pointer (&block->record[row], jkb_case_record_unref);
}

guint32
jkb_case_block_pack_date (JkbDate date)
{
  return (guint32) date.year << 9 | (guint32) date.month << 5 | date.day;
}

JkbDate
jkb_case_block_unpack_date (guint32 packed)
{
  return (JkbDate){ (gint16) (packed >> 9), (guint8) (packed >> 5 & 15), (guint8) (packed & 31) };
}

JkbTextIndex *
jkb_case_block_ref_index (const JkbCaseBlock *block)
{
  JkbTextIndex *index;

  g_mutex_lock (&index_lock);
  index = block->text_index != NULL ? jkb_text_index_ref (block->text_index) : NULL;
  g_mutex_unlock (&index_lock);
  return index;
}

void
jkb_case_block_set_index (JkbCaseBlock *block, JkbTextIndex *index)
{
  JkbTextIndex *old;

  g_mutex_lock (&index_lock);
  old = block->text_index;
  block->text_index = index;
  g_mutex_unlock (&index_lock);
  if (old != NULL)
    jkb_text_index_unref (old);
}
