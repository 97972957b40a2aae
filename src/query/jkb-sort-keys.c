/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keys are written column by column and slot by slot, as cases lie in memory, by loops that know their column: to ask
 * for the key of one case here and one there takes longer than to sort them.
 *
 * Hardly any number has more than 31 bits. Those that have are few enough to be sorted by themselves; their keys are
 * their places among each other.
 */
#include "query/jkb-sort-keys.h"

#include "query/jkb-cases-private.h"
#include "query/jkb-name-ranks.h"
#include "query/jkb-scratch.h"

#define NOT_KNOWN G_MAXUINT64
/* From here on keys are places of great numbers. */
#define FIRST_GREAT (1u << 31)
/* After all packed dates. */
#define DATE_END (1u << 24)

static guint64
key_of_date (guint32 packed)
{
  return packed >> 9 != 0 ? packed : NOT_KNOWN;
}

static guint64
key_of_count (gint64 value)
{
  return value >= 0 ? (guint64) value : NOT_KNOWN;
}

static guint64
key_of_word (guint word)
{
  return word != 0 ? word : NOT_KNOWN;
}

/* Days that are counted by themselves stand beside the type of the case. */
static guint64
key_of_delay (const JkbCaseBlock *block, guint row)
{
  guint code = block->delay_cell[row] % JKB_N_DELAY_CODES;

  return code < JKB_N_DELAY_CODES - 1 ? key_of_count ((gint64) code - 1)
                                      : key_of_count (jkb_case_block_get_delay (block, row));
}

static guint32
shorten (guint64 key)
{
  return key < FIRST_GREAT ? (guint32) key : key == NOT_KNOWN ? JKB_SORT_KEY_NONE : FIRST_GREAT;
}

/* The key of @row in the column @of, for each row. */
#define WRITE(of)                                                                                                     \
  for (guint row = 0; row < block->n_rows; row++)                                                                     \
    keys[row] = shorten (of);                                                                                         \
  break

static void
write_block (const JkbCaseBlock *block, JkbColumn column, guint32 *keys)
{
  switch (column)
    {
    case JKB_COLUMN_DATE:
      WRITE (key_of_date (block->date[row]));
    case JKB_COLUMN_PEOPLE:
      WRITE (key_of_count (jkb_case_block_get_people (block, row)));
    case JKB_COLUMN_RECORDS:
      WRITE (key_of_count (jkb_case_block_get_records (block, row)));
    case JKB_COLUMN_OCCURRED:
      WRITE (key_of_date ((guint32) jkb_packed_get (&block->occurred, row)));
    case JKB_COLUMN_DISCOVERED:
      WRITE (key_of_date ((guint32) jkb_packed_get (&block->discovered, row)));
    case JKB_COLUMN_ANNOUNCED:
      WRITE (key_of_date (jkb_case_block_get_announced (block, row)));
    case JKB_COLUMN_DELAY:
      WRITE (key_of_delay (block, row));
    case JKB_COLUMN_ADDED:
      WRITE ((guint64) jkb_case_block_get_id (block, row));
    case JKB_COLUMN_TYPE:
      WRITE (key_of_word (jkb_case_block_get_type (block, row)));
    case JKB_COLUMN_SECTOR:
      WRITE (key_of_word (jkb_case_block_get_sector (block, row)));
    case JKB_COLUMN_STATUS:
      WRITE (key_of_word (jkb_case_block_get_status (block, row)));
    case JKB_COLUMN_REVIEW:
      WRITE (jkb_case_block_get_review (block, row));
    case JKB_COLUMN_KEY:
    case JKB_COLUMN_ORGANISATION:
    case JKB_COLUMN_TITLE:
    case JKB_COLUMN_SOURCE_KIND:
    case JKB_N_COLUMNS:
      g_assert_not_reached ();
    }
  for (guint row = 0; block->n_in_use < block->n_rows && row < block->n_rows; row++)
    if (!jkb_case_block_is_in_use (block, row))
      keys[row] = JKB_SORT_KEY_NONE;
}

/* Of the columns that have any. */
static guint64
get_great_number (const JkbCases *cases, JkbColumn column, guint slot)
{
  guint row;
  const JkbCaseBlock *block = jkb_cases_block (cases, slot, &row);

  if (column == JKB_COLUMN_ADDED)
    return (guint64) jkb_case_block_get_id (block, row);
  return (guint64) (column == JKB_COLUMN_PEOPLE ? jkb_case_block_get_people (block, row)
                                                : jkb_case_block_get_records (block, row));
}

typedef struct
{
  guint64 number;
  guint slot;
} Great;

static int
compare_greats (gconstpointer a, gconstpointer b)
{
  const Great *one = a, *other = b;

  return (one->number > other->number) - (one->number < other->number);
}

static void
place_greats (const JkbCases *cases, JkbColumn column, guint32 *keys)
{
  g_autoptr(GArray) greats = g_array_new (FALSE, FALSE, sizeof (Great));
  guint32 key = FIRST_GREAT;

  for (guint slot = 0; slot < jkb_cases_n_slots (cases); slot++)
    if (keys[slot] == FIRST_GREAT)
      g_array_append_val (greats, ((Great){ get_great_number (cases, column, slot), slot }));
  g_array_sort (greats, compare_greats);
  for (guint i = 0; i < greats->len; i++)
    {
      const Great *great = &g_array_index (greats, Great, i);

      key += i > 0 && great->number != (great - 1)->number;
      keys[great->slot] = key;
    }
}

static void
measure (JkbSortKeys *self, guint n_slots)
{
  guint32 smallest = JKB_SORT_KEY_NONE, greatest = 0;
  guint n_known = 0;

  for (guint slot = 0; slot < n_slots; slot++)
    {
      guint32 key = self->keys[slot];

      n_known += key != JKB_SORT_KEY_NONE;
      smallest = MIN (smallest, key);
      key = key != JKB_SORT_KEY_NONE ? key : 0;
      greatest = MAX (greatest, key);
    }
  self->smallest = smallest;
  self->greatest = greatest;
  self->n_known = n_known;
}

static void
turn_dates (JkbSortKeys *self, guint n_slots)
{
  for (guint slot = 0; slot < n_slots; slot++)
    if (self->keys[slot] != JKB_SORT_KEY_NONE)
      self->keys[slot] = DATE_END - self->keys[slot];
}

JkbSortKeys
jkb_sort_keys_make (const JkbCases *cases, JkbColumn column, gboolean descending)
{
  JkbSortKeys self = { 0 };
  guint n_slots = jkb_cases_n_slots (cases);

  G_STATIC_ASSERT (JKB_NAME_RANK_NONE == JKB_SORT_KEY_NONE);
  if (jkb_name_ranks_has_column (column))
    self.keys = jkb_name_ranks (cases, column);
  else
    {
      self.keys = jkb_scratch_new_numbers (n_slots);
      for (guint i = 0; i < cases->blocks->len; i++)
        write_block (g_ptr_array_index (cases->blocks, i), column, self.keys + (gsize) i * JKB_BLOCK_ROWS);
    }
  if (descending)
    turn_dates (&self, n_slots);
  measure (&self, n_slots);
  if (self.greatest == FIRST_GREAT)
    {
      place_greats (cases, column, self.keys);
      measure (&self, n_slots);
    }
  return self;
}

void
jkb_sort_keys_clear (JkbSortKeys *keys)
{
  g_clear_pointer (&keys->keys, jkb_scratch_free);
}
