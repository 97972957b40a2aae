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
 * Of words there are so few that counting them puts each case to its place at once.
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
    case JKB_COLUMN_SECTOR:
    case JKB_COLUMN_STATUS:
    case JKB_COLUMN_REVIEW:
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
order_by_keys (const Keys *keys, const JkbPacked *ties)
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

/* ---- words ---- */

#define N_WORDS_MAX 256
#define WORD_NOT_KNOWN (N_WORDS_MAX - 1)

static gboolean
is_word (JkbColumn column)
{
  return column == JKB_COLUMN_TYPE || column == JKB_COLUMN_SECTOR || column == JKB_COLUMN_STATUS
         || column == JKB_COLUMN_REVIEW;
}

static guint
get_word (const JkbCaseBlock *block, guint row, JkbColumn column)
{
  switch (column)
    {
    case JKB_COLUMN_TYPE:
      return jkb_case_block_get_type (block, row);
    case JKB_COLUMN_SECTOR:
      return jkb_case_block_get_sector (block, row);
    case JKB_COLUMN_STATUS:
      return jkb_case_block_get_status (block, row);
    default:
      return jkb_case_block_get_review (block, row);
    }
}

/* By case, in the order of @ties; and how many have each. */
static guint8 *
list_words (const JkbCases *cases, JkbColumn column, const JkbPacked *ties, guint *counts)
{
  guint8 *words = g_new (guint8, MAX (cases->n_cases, 1));

  for (guint i = 0; i < cases->n_cases; i++)
    {
      guint row;
      const JkbCaseBlock *block = jkb_cases_block (cases, (guint) jkb_packed_get (ties, i), &row);
      guint word = get_word (block, row, column);

      words[i] = word == 0 && column != JKB_COLUMN_REVIEW ? WORD_NOT_KNOWN : (guint8) word;
      counts[words[i]]++;
    }
  return words;
}

static JkbSlotOrder *
order_by_words (const JkbCases *cases, JkbColumn column, const JkbPacked *ties)
{
  guint counts[N_WORDS_MAX] = { 0 }, next[N_WORDS_MAX], n = 0;
  g_autofree guint8 *words = list_words (cases, column, ties, counts);
  g_autofree guint32 *slots = g_new (guint32, MAX (cases->n_cases, 1));
  JkbSlotOrder *order = g_new0 (JkbSlotOrder, 1);

  order->n_slots = cases->n_cases;
  order->n_known = cases->n_cases - counts[WORD_NOT_KNOWN];
  order->begins = g_new0 (guint64, jkb_bits_n_words (order->n_known) + 1);
  for (guint word = 0; word < N_WORDS_MAX; word++)
    {
      if (counts[word] > 0 && word != WORD_NOT_KNOWN)
        order->begins[n / 64] |= (guint64) 1 << (n % 64);
      next[word] = n;
      n += counts[word];
    }
  for (guint i = 0; i < cases->n_cases; i++)
    slots[next[words[i]]++] = (guint32) jkb_packed_get (ties, i);
  order->slots = jkb_packed_new_from (slots, order->n_slots);
  return order;
}

JkbSlotOrder *
jkb_slot_order_new (const JkbCases *cases, JkbColumn column, const JkbPacked *ties)
{
  g_autofree guint32 *ranks = NULL;

  if (is_word (column))
    return order_by_words (cases, column, ties);
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
    {
      guint row;
      const JkbCaseBlock *block = jkb_cases_block (cases, slot, &row);

      if (jkb_case_block_is_in_use (block, row))
        slots[n++] = slot;
    }
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
