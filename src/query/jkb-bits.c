/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-bits.h"

#include <string.h>

/* Eight bytes of 0 or 1 become eight bits: each product moves one of them into its place in the
 * highest byte, and no two meet. */
#define GATHER G_GUINT64_CONSTANT (0x0102040810204080)

static guint64
gather_word (const guint8 *flags)
{
  guint64 word = 0;

  for (guint i = 0; i < 8; i++)
    {
      guint64 eight;

      memcpy (&eight, flags + i * 8, sizeof eight);
      word |= (GUINT64_FROM_LE (eight) * GATHER >> 56) << (i * 8);
    }
  return word;
}

guint
jkb_bits_fill_equal (guint64 *bits, const guint16 *values, guint n, guint16 wanted)
{
  guint n_set = 0, whole = n / 64 * 64;
  guint8 flags[64];

  for (guint from = 0; from < whole; from += 64)
    {
      for (guint i = 0; i < 64; i++)
        flags[i] = values[from + i] == wanted;
      bits[from / 64] = gather_word (flags);
      n_set += (guint) __builtin_popcountll (bits[from / 64]);
    }
  if (whole == n)
    return n_set;
  memset (flags, 0, sizeof flags);
  for (guint i = whole; i < n; i++)
    flags[i - whole] = values[i] == wanted;
  bits[whole / 64] = gather_word (flags);
  return n_set + (guint) __builtin_popcountll (bits[whole / 64]);
}

/* A processor of the oldest kind counts bits with a table; others have an instruction for it. */
#define COUNT_BOTH                                                                                \
  guint n = 0;                                                                                    \
                                                                                                  \
  for (guint i = 0; i < n_words; i++)                                                             \
    n += (guint) __builtin_popcountll (one[i] & other[i]);                                        \
  return n

#if defined (__x86_64__) && defined (__GNUC__)

__attribute__ ((target ("popcnt"))) static guint
count_both_fast (const guint64 *one, const guint64 *other, guint n_words)
{
  COUNT_BOTH;
}

guint
jkb_bits_count_both (const guint64 *one, const guint64 *other, guint n_words)
{
  if (__builtin_cpu_supports ("popcnt"))
    return count_both_fast (one, other, n_words);
  COUNT_BOTH;
}

#else

guint
jkb_bits_count_both (const guint64 *one, const guint64 *other, guint n_words)
{
  COUNT_BOTH;
}

#endif

guint
jkb_bits_list (const guint64 *bits, guint from_word, guint end_word, guint16 *places)
{
  guint n = 0;

  for (guint word = from_word; word < end_word; word++)
    for (guint64 rest = bits[word]; rest != 0; rest &= rest - 1)
      places[n++] = (guint16) (word * 64 + (guint) __builtin_ctzll (rest));
  return n;
}
