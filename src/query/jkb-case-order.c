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

typedef struct
{
  guint64 key;
  guint32 slot;
} Entry;

/* Sorts by key, digit by digit from the lowest; digits that all keys share cost one look. */
static void
sort_entries (Entry *entries, guint n_entries)
{
  g_autofree Entry *buffer = g_new (Entry, MAX (n_entries, 1));
  g_autofree guint *starts = g_new (guint, N_DIGITS);
  Entry *from = entries, *to = buffer;

  for (guint shift = 0; shift < 64; shift += DIGIT_BITS)
    {
      guint begin = 0;

      memset (starts, 0, N_DIGITS * sizeof (guint));
      for (guint i = 0; i < n_entries; i++)
        starts[from[i].key >> shift & (N_DIGITS - 1)]++;
      if (n_entries == 0 || starts[from[0].key >> shift & (N_DIGITS - 1)] == n_entries)
        continue;
      for (guint digit = 0; digit < N_DIGITS; digit++)
        {
          guint n = starts[digit];

          starts[digit] = begin;
          begin += n;
        }
      for (guint i = 0; i < n_entries; i++)
        to[starts[from[i].key >> shift & (N_DIGITS - 1)]++] = from[i];
      {
        Entry *swap = from;

        from = to;
        to = swap;
      }
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
      return key_of_count (block->people[row]);
    case JKB_COLUMN_RECORDS:
      return key_of_count (block->records[row]);
    case JKB_COLUMN_OCCURRED:
      return key_of_date (block->occurred[row]);
    case JKB_COLUMN_DISCOVERED:
      return key_of_date (block->discovered[row]);
    case JKB_COLUMN_ANNOUNCED:
      return key_of_date (block->announced[row]);
    case JKB_COLUMN_DELAY:
      return key_of_count (block->delay[row]);
    case JKB_COLUMN_ADDED:
      return (guint64) block->id[row];
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

/* Those of which nothing is known go to the end, in their order. Returns how many are known. */
static guint
put_unknown_last (Entry *entries, guint n_entries)
{
  g_autofree guint32 *unknown = g_new (guint32, MAX (n_entries, 1));
  guint n_known = 0, n_unknown = 0;

  for (guint i = 0; i < n_entries; i++)
    if (entries[i].key == NOT_KNOWN)
      unknown[n_unknown++] = entries[i].slot;
    else
      entries[n_known++] = entries[i];
  for (guint i = 0; i < n_unknown; i++)
    entries[n_known + i] = (Entry){ NOT_KNOWN, unknown[i] };
  return n_known;
}

static JkbSlotOrder *
take_entries (const Entry *entries, guint n_entries, guint n_known)
{
  JkbSlotOrder *order = g_new0 (JkbSlotOrder, 1);

  order->n_slots = n_entries;
  order->n_known = n_known;
  order->slots = g_new (guint32, MAX (n_entries, 1));
  order->begins = g_new0 (guint64, jkb_bits_n_words (n_known) + 1);
  for (guint i = 0; i < n_entries; i++)
    order->slots[i] = entries[i].slot;
  for (guint i = 0; i < n_known; i++)
    if (i == 0 || entries[i].key != entries[i - 1].key)
      order->begins[i / 64] |= (guint64) 1 << (i % 64);
  return order;
}

static JkbSlotOrder *
sort_slots (Entry *entries, guint n_entries)
{
  guint n_known = put_unknown_last (entries, n_entries);

  sort_entries (entries, n_known);
  return take_entries (entries, n_entries, n_known);
}

static void
fill_keys (const JkbCases *cases, JkbColumn column, Entry *entries)
{
  for (guint i = 0; i < cases->n_cases; i++)
    {
      guint row;
      const JkbCaseBlock *block = jkb_cases_block (cases, entries[i].slot, &row);

      entries[i].key = get_key (block, row, column);
    }
}

static void
fill_ranks (const JkbCases *cases, JkbColumn column, Entry *entries)
{
  g_autofree guint32 *ranks = jkb_name_ranks (cases, column);

  for (guint i = 0; i < cases->n_cases; i++)
    {
      guint32 rank = ranks[entries[i].slot];

      entries[i].key = rank != JKB_NAME_RANK_NONE ? rank : NOT_KNOWN;
    }
}

/* ---- words ---- */

#define N_WORDS_MAX 256
#define WORD_NOT_KNOWN (N_WORDS_MAX - 1)

static const guint8 *
get_words (const JkbCaseBlock *block, JkbColumn column)
{
  switch (column)
    {
    case JKB_COLUMN_TYPE:
      return block->type;
    case JKB_COLUMN_SECTOR:
      return block->sector;
    case JKB_COLUMN_STATUS:
      return block->status;
    case JKB_COLUMN_REVIEW:
      return block->review;
    default:
      return NULL;
    }
}

/* By case, in the order of @ties; and how many have each. */
static guint8 *
list_words (const JkbCases *cases, JkbColumn column, const guint32 *ties, guint *counts)
{
  guint8 *words = g_new (guint8, MAX (cases->n_cases, 1));

  for (guint i = 0; i < cases->n_cases; i++)
    {
      guint row;
      const JkbCaseBlock *block = jkb_cases_block (cases, ties[i], &row);
      guint8 word = get_words (block, column)[row];

      words[i] = word == 0 && column != JKB_COLUMN_REVIEW ? WORD_NOT_KNOWN : word;
      counts[words[i]]++;
    }
  return words;
}

static JkbSlotOrder *
order_by_words (const JkbCases *cases, JkbColumn column, const guint32 *ties)
{
  guint counts[N_WORDS_MAX] = { 0 }, next[N_WORDS_MAX], n = 0;
  g_autofree guint8 *words = list_words (cases, column, ties, counts);
  JkbSlotOrder *order = g_new0 (JkbSlotOrder, 1);

  order->n_slots = cases->n_cases;
  order->n_known = cases->n_cases - counts[WORD_NOT_KNOWN];
  order->slots = g_new (guint32, MAX (order->n_slots, 1));
  order->begins = g_new0 (guint64, jkb_bits_n_words (order->n_known) + 1);
  for (guint word = 0; word < N_WORDS_MAX; word++)
    {
      if (counts[word] > 0 && word != WORD_NOT_KNOWN)
        order->begins[n / 64] |= (guint64) 1 << (n % 64);
      next[word] = n;
      n += counts[word];
    }
  for (guint i = 0; i < cases->n_cases; i++)
    order->slots[next[words[i]]++] = ties[i];
  return order;
}

JkbSlotOrder *
jkb_slot_order_new (const JkbCases *cases, JkbColumn column, const guint32 *ties)
{
  g_autofree Entry *entries = NULL;

  if (jkb_cases_n_slots (cases) > 0 && get_words (g_ptr_array_index (cases->blocks, 0), column) != NULL)
    return order_by_words (cases, column, ties);
  entries = g_new (Entry, MAX (cases->n_cases, 1));
  for (guint i = 0; i < cases->n_cases; i++)
    entries[i].slot = ties[i];
  if (jkb_name_ranks_has_column (column))
    fill_ranks (cases, column, entries);
  else
    fill_keys (cases, column, entries);
  return sort_slots (entries, cases->n_cases);
}

JkbSlotOrder *
jkb_slot_order_new_latest (const JkbCases *cases)
{
  g_autofree Entry *entries = g_new (Entry, MAX (cases->n_cases, 1));
  guint n_entries = 0;

  for (guint slot = 0; slot < jkb_cases_n_slots (cases); slot++)
    {
      guint row;

      if (jkb_cases_block (cases, slot, &row)->id[row] != 0)
        entries[n_entries++].slot = slot;
    }
  g_assert (n_entries == cases->n_cases);
  fill_keys (cases, JKB_COLUMN_ADDED, entries);
  sort_entries (entries, n_entries);
  fill_keys (cases, JKB_COLUMN_DATE, entries);
  for (guint i = 0; i < n_entries; i++)
    if (entries[i].key != NOT_KNOWN)
      entries[i].key = NOT_KNOWN - 1 - entries[i].key;
  return sort_slots (entries, n_entries);
}

guint32 *
jkb_slot_order_turn (const JkbSlotOrder *order)
{
  guint32 *slots = g_new (guint32, MAX (order->n_slots, 1)), *to = slots;
  guint end = order->n_known;

  for (guint i = order->n_known; i-- > 0;)
    if (jkb_bits_get (order->begins, i))
      {
        for (guint from = i; from < end; from++)
          *to++ = order->slots[from];
        end = i;
      }
  memcpy (to, order->slots + order->n_known, (order->n_slots - order->n_known) * sizeof (guint32));
  return slots;
}

void
jkb_slot_order_free (JkbSlotOrder *order)
{
  if (order == NULL)
    return;
  g_free (order->slots);
  g_free (order->begins);
  g_free (order);
}
