/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every column is turned into one unsigned number a case, largest where nothing is known, and the
 * slots are sorted by it with a radix sort, which is stable: equal cases keep the order they come in.
 *
 * Cases of which nothing is known are put aside before that: they come last whichever way is up.
 *
 * Only one direction is sorted. Cases with equal keys stand together in it and keep their order in the
 * other direction, so the other one is these groups from the last to the first.
 *
 * Where keys lie so close that each can be counted, words and days do, a case goes to its place at once: memory that is
 * touched for the first time takes longer than all else, and that needs none beside the order.
 */
#include "query/jkb-case-order.h"

#include <string.h>

#include "query/jkb-bits.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-name-ranks.h"

#define NOT_KNOWN G_MAXUINT64
#define DIGIT_BITS 11
#define N_DIGITS (1u << DIGIT_BITS)

/* What most keys fit in; those of a column that has greater ones are sorted by their lower half first. */
typedef struct
{
  guint32 key;
  guint32 slot;
} Entry;

/* Where keys come from. */
typedef struct
{
  const JkbCases *cases;
  JkbColumn column;
  gboolean descending;                  /* of dates */
  const guint32 *ranks;                 /* (nullable): of names, by slot */
} Keys;

/* Sorts by key, digit by digit from the lowest, those in which keys differ. */
static void
sort_entries (Entry *entries, guint n_entries, guint32 differing)
{
  g_autofree Entry *buffer = differing != 0 ? g_new (Entry, MAX (n_entries, 1)) : NULL;
  Entry *from = entries, *to = buffer;

  for (guint shift = 0; shift < 32; shift += DIGIT_BITS)
    {
      guint starts[N_DIGITS] = { 0 }, begin = 0;
      Entry *swap = from;

      if ((differing >> shift & (N_DIGITS - 1)) == 0)
        continue;
      for (guint i = 0; i < n_entries; i++)
        starts[from[i].key >> shift & (N_DIGITS - 1)]++;
      for (guint digit = 0; digit < N_DIGITS; digit++)
        {
          guint n = starts[digit];

          starts[digit] = begin;
          begin += n;
        }
      for (guint i = 0; i < n_entries; i++)
        to[starts[from[i].key >> shift & (N_DIGITS - 1)]++] = from[i];
      from = to;
      to = swap;
    }
  if (from != entries)
    memcpy (entries, from, n_entries * sizeof (Entry));
}

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

static guint64
get_key (const JkbCaseBlock *block, guint row, JkbColumn column)
{
  switch (column)
    {
    case JKB_COLUMN_DATE:
      return key_of_date (block->date[row]);
    case JKB_COLUMN_PEOPLE:
      return key_of_count (jkb_case_block_get_people (block, row));
    case JKB_COLUMN_RECORDS:
      return key_of_count (jkb_case_block_get_records (block, row));
    case JKB_COLUMN_OCCURRED:
      return key_of_date ((guint32) jkb_packed_get (&block->occurred, row));
    case JKB_COLUMN_DISCOVERED:
      return key_of_date ((guint32) jkb_packed_get (&block->discovered, row));
    case JKB_COLUMN_ANNOUNCED:
      return key_of_date (jkb_case_block_get_announced (block, row));
    case JKB_COLUMN_DELAY:
      return key_of_count (jkb_case_block_get_delay (block, row));
    case JKB_COLUMN_ADDED:
      return (guint64) jkb_case_block_get_id (block, row);
    case JKB_COLUMN_TYPE:
      return key_of_word (jkb_case_block_get_type (block, row));
    case JKB_COLUMN_SECTOR:
      return key_of_word (jkb_case_block_get_sector (block, row));
    case JKB_COLUMN_STATUS:
      return key_of_word (jkb_case_block_get_status (block, row));
    case JKB_COLUMN_REVIEW:
      return jkb_case_block_get_review (block, row);
    case JKB_COLUMN_KEY:
    case JKB_COLUMN_ORGANISATION:
    case JKB_COLUMN_TITLE:
    case JKB_COLUMN_SOURCE_KIND:
    case JKB_N_COLUMNS:
      break;
    }
  g_return_val_if_reached (NOT_KNOWN);
}

static inline guint64
get_key_of (const Keys *keys, guint32 slot)
{
  guint row;
  const JkbCaseBlock *block;
  guint64 key;

  if (keys->ranks != NULL)
    return keys->ranks[slot] != JKB_NAME_RANK_NONE ? keys->ranks[slot] : NOT_KNOWN;
  block = jkb_cases_block (keys->cases, slot, &row);
  key = get_key (block, row, keys->column);
  return keys->descending && key != NOT_KNOWN ? G_MAXUINT32 - key : key;
}

/* The bits that are not the same in all keys. */
static guint32
find_differing (const Entry *entries, guint n_entries)
{
  guint32 any = 0, all = G_MAXUINT32;

  for (guint i = 0; i < n_entries; i++)
    {
      any |= entries[i].key;
      all &= entries[i].key;
    }
  return any & ~all;
}

static guint32
take_upper_halves (const Keys *keys, Entry *entries, guint n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    entries[i].key = (guint32) (get_key_of (keys, entries[i].slot) >> 32);
  return find_differing (entries, n_entries);
}

/* Those of which nothing is known stay in their order, at the end of @slots. Returns the known, and whether one key
 * is greater than an entry holds. */
static Entry *
part_known (const Keys *keys, const JkbPacked *ties, guint32 *slots, guint *n_known, gboolean *are_wide)
{
  guint n = keys->cases->n_cases, n_unknown = 0;
  Entry *entries = g_new (Entry, MAX (n, 1));

  *n_known = 0;
  *are_wide = FALSE;
  for (guint i = 0; i < n; i++)
    {
      guint32 slot = (guint32) jkb_packed_get (ties, i);
      guint64 key = get_key_of (keys, slot);

      if (key == NOT_KNOWN)
        slots[n_unknown++] = slot;      /* at the front, which the known will take */
      else
        entries[(*n_known)++] = (Entry){ (guint32) key, slot };
      *are_wide |= key != NOT_KNOWN && key > G_MAXUINT32;
    }
  memmove (slots + *n_known, slots, n_unknown * sizeof (guint32));
  return entries;
}

static void
mark_begins (const Keys *keys, const Entry *entries, gboolean are_wide, JkbSlotOrder *order)
{
  order->begins = g_new0 (guint64, jkb_bits_n_words (order->n_known) + 1);
  for (guint i = 0; i < order->n_known; i++)
    if (i == 0 || entries[i].key != entries[i - 1].key
        || (are_wide && get_key_of (keys, entries[i].slot) != get_key_of (keys, entries[i - 1].slot)))
      order->begins[i / 64] |= (guint64) 1 << (i % 64);
}

static JkbSlotOrder *
order_by_sorting (const Keys *keys, const JkbPacked *ties)
{
  JkbSlotOrder *order = g_new0 (JkbSlotOrder, 1);
  g_autofree guint32 *slots = g_new (guint32, MAX (keys->cases->n_cases, 1));
  g_autofree Entry *entries = NULL;
  gboolean are_wide;
  guint32 differing;

  order->n_slots = keys->cases->n_cases;
  entries = part_known (keys, ties, slots, &order->n_known, &are_wide);
  differing = find_differing (entries, order->n_known);
  sort_entries (entries, order->n_known, differing);
  if (are_wide)
    {
      differing = take_upper_halves (keys, entries, order->n_known);
      sort_entries (entries, order->n_known, differing);
    }
  for (guint i = 0; i < order->n_known; i++)
    slots[i] = entries[i].slot;
  order->slots = jkb_packed_new_from (slots, order->n_slots);
  mark_begins (keys, entries, are_wide, order);
  return order;
}

/* ---- keys that are counted ---- */

#define N_COUNTED_MAX (1u << 16)

/* The keys of the known cases. */
typedef struct
{
  guint64 smallest;
  guint64 greatest;
  guint n_known;
} Range;

/* The columns in which it is worth a look whether keys lie close. Delays are: but a key of theirs takes too long to ask
 * for it three times. */
static gboolean
may_be_counted (JkbColumn column)
{
  return column != JKB_COLUMN_PEOPLE && column != JKB_COLUMN_RECORDS && column != JKB_COLUMN_ADDED
         && column != JKB_COLUMN_DELAY && !jkb_name_ranks_has_column (column);
}

static gboolean
is_in_use (const JkbCases *cases, guint slot)
{
  guint row;
  const JkbCaseBlock *block = jkb_cases_block (cases, slot, &row);

  return jkb_case_block_is_in_use (block, row);
}

/* Slot by slot, as they lie in memory. */
static Range
measure_keys (const Keys *keys)
{
  Range range = { NOT_KNOWN, 0, 0 };

  for (guint slot = 0; slot < jkb_cases_n_slots (keys->cases); slot++)
    {
      guint64 key = get_key_of (keys, slot);

      if (key == NOT_KNOWN || !is_in_use (keys->cases, slot))
        continue;
      range.smallest = MIN (range.smallest, key);
      range.greatest = MAX (range.greatest, key);
      range.n_known++;
    }
  return range;
}

static gboolean
is_close (const Range *range)
{
  return range->n_known == 0 || range->greatest - range->smallest < N_COUNTED_MAX;
}

static inline guint
get_place (const Range *range, guint n_keys, guint64 key)
{
  return key != NOT_KNOWN ? (guint) (key - range->smallest) : n_keys;
}

/* Where the cases of each key begin; behind the last key those of which nothing is known. */
static guint32 *
find_begins (const Keys *keys, const Range *range, guint n_keys, JkbSlotOrder *order)
{
  guint32 *begins = g_new0 (guint32, n_keys + 1), n = 0;

  for (guint slot = 0; slot < jkb_cases_n_slots (keys->cases); slot++)
    if (is_in_use (keys->cases, slot))
      begins[get_place (range, n_keys, get_key_of (keys, slot))]++;
  for (guint key = 0; key < n_keys; key++)
    {
      guint n_equal = begins[key];

      if (n_equal > 0)
        order->begins[n / 64] |= (guint64) 1 << (n % 64);
      begins[key] = n;
      n += n_equal;
    }
  begins[n_keys] = n;
  return begins;
}

static JkbSlotOrder *
order_by_counting (const Keys *keys, const JkbPacked *ties, const Range *range)
{
  guint n_keys = range->n_known > 0 ? (guint) (range->greatest - range->smallest + 1) : 0;
  JkbSlotOrder *order = g_new0 (JkbSlotOrder, 1);
  g_autofree guint32 *next = NULL;

  order->n_slots = keys->cases->n_cases;
  order->n_known = range->n_known;
  order->begins = g_new0 (guint64, jkb_bits_n_words (order->n_known) + 1);
  order->slots = jkb_packed_new (order->n_slots, jkb_cases_n_slots (keys->cases));
  next = find_begins (keys, range, n_keys, order);
  for (guint i = 0; i < order->n_slots; i++)
    {
      guint32 slot = (guint32) jkb_packed_get (ties, i);

      jkb_packed_set (order->slots, next[get_place (range, n_keys, get_key_of (keys, slot))]++, slot);
    }
  return order;
}

static JkbSlotOrder *
order_by_keys (const Keys *keys, const JkbPacked *ties)
{
  if (may_be_counted (keys->column))
    {
      Range range = measure_keys (keys);

      if (is_close (&range))
        return order_by_counting (keys, ties, &range);
    }
  return order_by_sorting (keys, ties);
}

JkbSlotOrder *
jkb_slot_order_new (const JkbCases *cases, JkbColumn column, const JkbPacked *ties)
{
  g_autofree guint32 *ranks = NULL;

  if (jkb_name_ranks_has_column (column))
    ranks = jkb_name_ranks (cases, column);
  return order_by_keys (&(Keys){ .cases = cases, .column = column, .ranks = ranks }, ties);
}

JkbSlotOrder *
jkb_slot_order_new_latest (const JkbCases *cases)
{
  g_autofree guint32 *slots = g_new (guint32, MAX (cases->n_cases, 1));
  JkbPacked *in_use;
  JkbSlotOrder *added, *latest;
  guint n = 0;

  for (guint slot = 0; slot < jkb_cases_n_slots (cases); slot++)
    if (is_in_use (cases, slot))
      slots[n++] = slot;
  g_assert (n == cases->n_cases);
  in_use = jkb_packed_new_from (slots, n);
  added = order_by_keys (&(Keys){ .cases = cases, .column = JKB_COLUMN_ADDED }, in_use);
  latest = order_by_keys (&(Keys){ .cases = cases, .column = JKB_COLUMN_DATE, .descending = TRUE }, added->slots);
  jkb_slot_order_free (added);
  jkb_packed_free (in_use);
  return latest;
}

JkbPacked *
jkb_slot_order_turn (const JkbSlotOrder *order)
{
  g_autofree guint32 *slots = g_new (guint32, MAX (order->n_slots, 1));
  guint32 *to = slots;
  guint end = order->n_known;

  for (guint i = order->n_known; i-- > 0;)
    if (jkb_bits_get (order->begins, i))
      {
        for (guint from = i; from < end; from++)
          *to++ = (guint32) jkb_packed_get (order->slots, from);
        end = i;
      }
  for (guint i = order->n_known; i < order->n_slots; i++)
    *to++ = (guint32) jkb_packed_get (order->slots, i);
  return jkb_packed_new_from (slots, order->n_slots);
}

void
jkb_slot_order_free (JkbSlotOrder *order)
{
  if (order == NULL)
    return;
  jkb_packed_free (order->slots);
  g_free (order->begins);
  g_free (order);
}
