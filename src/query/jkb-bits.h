/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Inside the room `query`: a bit for each row, 64 in a word, the first row lowest. */

/** How many words hold @n bits. */
static inline guint
jkb_bits_n_words (guint n)
{
  return (n + 63) / 64;
}

/** Whether bit @i is set. */
static inline gboolean
jkb_bits_get (const guint64 *bits, guint i)
{
  return bits[i / 64] >> (i % 64) & 1;
}

/**
 * jkb_bits_fill_equal:
 * @bits: (array): jkb_bits_n_words() of @n words, written whole
 * @values: (array length=n): values
 * @n: how many
 * @wanted: a value
 *
 * Sets the bits of the values that are @wanted. Any thread. Returns: how many they are
 */
guint jkb_bits_fill_equal (guint64 *bits, const guint16 *values, guint n, guint16 wanted);

/**
 * jkb_bits_count_both:
 * @one: (array length=n_words): bits
 * @other: (array length=n_words): bits
 * @n_words: their length
 *
 * Any thread. Returns: how many bits are set in both
 */
guint jkb_bits_count_both (const guint64 *one, const guint64 *other, guint n_words);

/**
 * jkb_bits_list:
 * @bits: (array): bits
 * @from_word: the first word to look at
 * @end_word: one more than the last; nothing is looked at when it is not above @from_word
 * @places: (out) (array): room for all bits of these words
 *
 * Any thread. Returns: how many of them are set, whose places it lists in ascending order
 */
guint jkb_bits_list (const guint64 *bits, guint from_word, guint end_word, guint16 *places);
