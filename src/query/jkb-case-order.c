/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cases are sorted by one number each, see jkb-sort-keys.h, digit by digit from the lowest, which leaves equal cases in
 * the order they come in. Keys that lie close, as those of words and days do, are one digit.
 *
 * The first pass takes cases in the order of ties, and cases of which nothing is known out: they come last whichever
 * way is up. The last one writes slots and nothing else.
 *
 * Only one direction is sorted. Cases with equal keys stand together in it and keep their order in the
 * other direction, so the other one is these groups from the last to the first.
 */
#include "query/jkb-case-order.h"

#include <string.h>

#include "query/jkb-bits.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-scratch.h"
#include "query/jkb-sort-keys.h"

/* So many digits are one, if that is all there is: more places to write at than the processor keeps at hand. */
#define ONLY_DIGIT_BITS 16
#define DIGIT_BITS_MAX 11
#define N_BITS 32

typedef struct
{
  guint32 key;                          /* less the smallest */
  guint32 slot;
} Entry;

typedef struct
{
  guint n;
  guint n_bits;                         /* of each */
} Digits;

static Digits
choose_digits (guint32 range)
{
  guint n_bits = range > 0 ? N_BITS - (guint) __builtin_clz (range) : 1, n;

  if (n_bits <= ONLY_DIGIT_BITS)
    return (Digits){ 1, n_bits };
  n = (n_bits + DIGIT_BITS_MAX - 1) / DIGIT_BITS_MAX;
  return (Digits){ n, (n_bits + n - 1) / n };
}

static inline guint
get_digit (const Digits *digits, guint32 key, guint pass)
{
  return key >> (pass * digits->n_bits) & ((1u << digits->n_bits) - 1);
}

/* Where the cases of each value of a digit begin; behind the last value those of which nothing is known. */
static guint32 *
find_begins (const JkbSortKeys *keys, guint n_slots, const Digits *digits, guint pass)
{
  guint n_values = 1u << digits->n_bits, begin = 0;
  guint32 *begins = g_new0 (guint32, n_values + 1);

  for (guint slot = 0; slot < n_slots; slot++)
    {
      guint32 key = keys->keys[slot], value = get_digit (digits, key - keys->smallest, pass);

      begins[key != JKB_SORT_KEY_NONE ? value : n_values]++;
    }
  for (guint value = 0; value <= n_values; value++)
    {
      guint n = begins[value];

      begins[value] = begin;
      begin += n;
    }
  return begins;
}

/* Where all passes write to. */
typedef struct
{
  const JkbSortKeys *keys;
  Digits digits;
  guint n_slots;
  guint32 *slots;                       /* what it all is for; the unknown stand at its end */
} Sort;

/* The only pass. Whether something is known is as good as chance, so it is not asked: it would be a wrong guess of the
 * processor half of the time. */
static void
sort_at_once (const Sort *self, const JkbPacked *ties, guint n_cases, guint64 *groups)
{
  g_autofree guint32 *next = find_begins (self->keys, self->n_slots, &self->digits, 0);
  const guint32 *keys = self->keys->keys;
  guint32 smallest = self->keys->smallest, n_values = 1u << self->digits.n_bits;

  /* Where nobody has a value, the next one begins at the same place. */
  for (guint value = 0; value < n_values; value++)
    groups[next[value] / 64] |= (guint64) 1 << (next[value] % 64);
  for (guint i = 0; i < n_cases; i++)
    {
      guint32 slot = (guint32) jkb_packed_get (ties, i), value = keys[slot] - smallest;

      self->slots[next[MIN (value, n_values)]++] = slot;
    }
}

static void
sort_first (const Sort *self, const JkbPacked *ties, guint n_cases, Entry *to)
{
  g_autofree guint32 *next = find_begins (self->keys, self->n_slots, &self->digits, 0);
  guint32 *unknown = self->slots + self->keys->n_known;

  for (guint i = 0; i < n_cases; i++)
    {
      guint32 slot = (guint32) jkb_packed_get (ties, i), key = self->keys->keys[slot];

      if (key == JKB_SORT_KEY_NONE)
        *unknown++ = slot;
      else
        {
          key -= self->keys->smallest;
          to[next[get_digit (&self->digits, key, 0)]++] = (Entry){ key, slot };
        }
    }
}

static void
sort_next (const Sort *self, guint pass, const Entry *from, Entry *to)
{
  g_autofree guint32 *next = find_begins (self->keys, self->n_slots, &self->digits, pass);

  for (guint i = 0; i < self->keys->n_known; i++)
    to[next[get_digit (&self->digits, from[i].key, pass)]++] = from[i];
}

static void
sort_last (const Sort *self, const Entry *from)
{
  guint pass = self->digits.n - 1;
  g_autofree guint32 *next = find_begins (self->keys, self->n_slots, &self->digits, pass);

  for (guint i = 0; i < self->keys->n_known; i++)
    self->slots[next[get_digit (&self->digits, from[i].key, pass)]++] = from[i].slot;
}

static void
sort_digit_by_digit (const Sort *self, const JkbPacked *ties, guint n_cases)
{
  gsize n_bytes = self->keys->n_known * sizeof (Entry);
  Entry *from = jkb_scratch_new (n_bytes), *to = NULL;

  sort_first (self, ties, n_cases, from);
  if (self->digits.n > 2)
    to = jkb_scratch_new (n_bytes);
  for (guint pass = 1; pass + 1 < self->digits.n; pass++)
    {
      Entry *swap = from;

      sort_next (self, pass, from, to);
      from = to;
      to = swap;
    }
  sort_last (self, from);
  jkb_scratch_free (from);
  jkb_scratch_free (to);
}

static void
mark_groups (const Sort *self, guint64 *groups)
{
  guint32 before = JKB_SORT_KEY_NONE;

  for (guint i = 0; i < self->keys->n_known; i++)
    {
      guint32 key = self->keys->keys[self->slots[i]];

      groups[i / 64] |= (guint64) (key != before) << (i % 64);
      before = key;
    }
}

static JkbSlotOrder *
order_by_keys (const JkbCases *cases, const JkbSortKeys *keys, const JkbPacked *ties)
{
  JkbSlotOrder *order = g_new0 (JkbSlotOrder, 1);
  guint32 *slots = jkb_scratch_new_numbers (cases->n_cases);
  Sort sort = { keys, choose_digits (keys->n_known > 0 ? keys->greatest - keys->smallest : 0),
                jkb_cases_n_slots (cases), slots };

  order->n_slots = cases->n_cases;
  order->n_known = keys->n_known;
  order->begins = g_new0 (guint64, jkb_bits_n_words (order->n_known) + 1);
  if (sort.digits.n == 1)
    sort_at_once (&sort, ties, cases->n_cases, order->begins);
  else
    {
      sort_digit_by_digit (&sort, ties, cases->n_cases);
      mark_groups (&sort, order->begins);
    }
  order->slots = jkb_packed_new_from (slots, order->n_slots);
  jkb_scratch_free (slots);
  return order;
}

/* Of many casebooks most columns are empty. */
static gboolean
are_all_equal (const JkbSortKeys *keys, guint n_cases)
{
  return keys->n_known == 0 || (keys->n_known == n_cases && keys->smallest == keys->greatest);
}

JkbSlotOrder *
jkb_slot_order_new (const JkbCases *cases, JkbColumn column, const JkbPacked *ties)
{
  JkbSortKeys keys = jkb_sort_keys_make (cases, column, FALSE);
  JkbSlotOrder *order;

  if (are_all_equal (&keys, cases->n_cases))
    {
      order = g_new0 (JkbSlotOrder, 1);
      order->n_slots = cases->n_cases;
      order->n_known = keys.n_known;
    }
  else
    order = order_by_keys (cases, &keys, ties);
  jkb_sort_keys_clear (&keys);
  return order;
}

static gboolean
is_in_use (const JkbCases *cases, guint slot)
{
  guint row;
  const JkbCaseBlock *block = jkb_cases_block (cases, slot, &row);

  return jkb_case_block_is_in_use (block, row);
}

JkbSlotOrder *
jkb_slot_order_new_latest (const JkbCases *cases)
{
  JkbSortKeys dates = jkb_sort_keys_make (cases, JKB_COLUMN_DATE, TRUE);
  guint32 *slots = jkb_scratch_new_numbers (cases->n_cases);
  JkbPacked *in_use;
  JkbSlotOrder *added, *latest;
  guint n = 0;

  for (guint slot = 0; slot < jkb_cases_n_slots (cases); slot++)
    if (is_in_use (cases, slot))
      slots[n++] = slot;
  g_assert (n == cases->n_cases);
  in_use = jkb_packed_new_from (slots, n);
  added = jkb_slot_order_new (cases, JKB_COLUMN_ADDED, in_use);
  latest = order_by_keys (cases, &dates, added->slots != NULL ? added->slots : in_use);
  jkb_slot_order_free (added);
  jkb_packed_free (in_use);
  jkb_scratch_free (slots);
  jkb_sort_keys_clear (&dates);
  return latest;
}

JkbPacked *
jkb_slot_order_turn (const JkbSlotOrder *order)
{
  guint32 *slots = jkb_scratch_new_numbers (order->n_slots);
  guint32 *to = slots;
  JkbPacked *turned;
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
  turned = jkb_packed_new_from (slots, order->n_slots);
  jkb_scratch_free (slots);
  return turned;
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
