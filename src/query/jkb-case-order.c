/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every column is turned into one unsigned number a case, largest where nothing is known, and the
 * slots are sorted by it with a radix sort, which is stable: equal cases keep the order they come in.
 *
 * Names have no order of their own in a computer: a Japanese name is sorted by its reading, which the
 * characters do not tell. We sort the folded text by code points. That brings equal names together
 * and puts Latin before kana before kanji; kana fall into their usual order, kanji into that of
 * radicals and strokes.
 */
#include "query/jkb-case-order.h"

#include <string.h>

#include "query/jkb-cases-private.h"

#define NOT_KNOWN G_MAXUINT64
#define DIGIT_BITS 11
#define N_DIGITS (1u << DIGIT_BITS)

typedef struct
{
  guint64 key;
  guint32 slot;
} Entry;

typedef struct
{
  guint64 prefix;               /* the first eight bytes, which settle most comparisons */
  const char *text;
  gsize n_bytes;
  guint32 index;
} Name;

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

/* Of an enumeration whose 0 is "not known". */
static guint64
key_of_word (guint8 value)
{
  return value != 0 ? value : NOT_KNOWN;
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
    case JKB_COLUMN_TYPE:
      return key_of_word (block->type[row]);
    case JKB_COLUMN_SECTOR:
      return key_of_word (block->sector[row]);
    case JKB_COLUMN_STATUS:
      return key_of_word (block->status[row]);
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
    case JKB_COLUMN_REVIEW:
      return block->review[row];
    case JKB_COLUMN_ADDED:
      return (guint64) block->id[row];
    case JKB_COLUMN_KEY:
    case JKB_COLUMN_ORGANISATION:
    case JKB_COLUMN_TITLE:
    case JKB_COLUMN_SOURCE_KIND:
    case JKB_N_COLUMNS:
      break;
    }
  g_return_val_if_reached (NOT_KNOWN);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *one = a, *other = b;
  int order;

  if (one->prefix != other->prefix)
    return one->prefix < other->prefix ? -1 : 1;
  order = memcmp (one->text, other->text, MIN (one->n_bytes, other->n_bytes));
  if (order != 0)
    return order;
  return one->n_bytes < other->n_bytes ? -1 : one->n_bytes > other->n_bytes;
}

static Name
get_name (const JkbCases *cases, guint slot, JkbColumn column)
{
  guint row;
  const JkbCaseBlock *block = jkb_cases_block (cases, slot, &row);
  Name name = { 0 };

  if (column == JKB_COLUMN_SOURCE_KIND)
    {
      name.text = g_ptr_array_index (cases->source_kinds, block->source_kind[row]);
      name.n_bytes = strlen (name.text);
    }
  else
    {
      JkbRecordPart part = column == JKB_COLUMN_KEY     ? JKB_RECORD_PART_KEY
                           : column == JKB_COLUMN_TITLE ? JKB_RECORD_PART_TITLE
                                                        : JKB_RECORD_PART_ORGANISATION;
      const char *end;

      /* The first of the names: what stands before the line feed. */
      name.text = jkb_case_record_folded (block->record[row], part, &name.n_bytes);
      end = memchr (name.text, '\n', name.n_bytes);
      if (end != NULL)
        name.n_bytes = (gsize) (end - name.text);
    }
  for (gsize i = 0; i < 8; i++)
    name.prefix = name.prefix << 8 | (i < name.n_bytes ? (guchar) name.text[i] : 0);
  return name;
}

/* Replaces each name by its rank; equal names have the same. */
static void
rank_names (const JkbCases *cases, JkbColumn column, Entry *entries)
{
  g_autofree Name *names = g_new (Name, MAX (cases->n_cases, 1));
  guint64 rank = 0;

  for (guint i = 0; i < cases->n_cases; i++)
    {
      names[i] = get_name (cases, entries[i].slot, column);
      names[i].index = i;
    }
  qsort (names, cases->n_cases, sizeof (Name), compare_names);
  for (guint i = 0; i < cases->n_cases; i++)
    {
      if (i > 0 && compare_names (&names[i - 1], &names[i]) != 0)
        rank++;
      entries[names[i].index].key = names[i].n_bytes > 0 ? rank : NOT_KNOWN;
    }
}

static gboolean
is_named (JkbColumn column)
{
  return column == JKB_COLUMN_KEY || column == JKB_COLUMN_ORGANISATION
         || column == JKB_COLUMN_TITLE || column == JKB_COLUMN_SOURCE_KIND;
}

static guint32 *
sort_slots (const JkbCases *cases, Entry *entries, gboolean is_descending)
{
  guint32 *slots = g_new (guint32, MAX (cases->n_cases, 1));

  for (guint i = 0; is_descending && i < cases->n_cases; i++)
    if (entries[i].key != NOT_KNOWN)
      entries[i].key = NOT_KNOWN - 1 - entries[i].key;
  sort_entries (entries, cases->n_cases);
  for (guint i = 0; i < cases->n_cases; i++)
    slots[i] = entries[i].slot;
  return slots;
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

guint32 *
jkb_case_order_new (const JkbCases *cases, JkbOrder order, const guint32 *ties)
{
  g_autofree Entry *entries = g_new (Entry, MAX (cases->n_cases, 1));

  for (guint i = 0; i < cases->n_cases; i++)
    entries[i].slot = ties[i];
  if (is_named (order.column))
    rank_names (cases, order.column, entries);
  else
    fill_keys (cases, order.column, entries);
  return sort_slots (cases, entries, order.descending);
}

guint32 *
jkb_case_order_new_by_date (const JkbCases *cases)
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
  return sort_slots (cases, entries, TRUE);
}
