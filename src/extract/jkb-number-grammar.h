/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-span.h"
#include "core/jkb-words.h"

/** JkbNumberFlags: what the words around a number say of it. */
typedef enum
{
  JKB_NUMBER_TOTAL = 1 << 0,            /* 計, 合計, 総数, 全, a total of */
  JKB_NUMBER_CUMULATIVE = 1 << 1,       /* 延べ: things may be counted more than once */
  JKB_NUMBER_VAGUE = 1 << 2,            /* 数十, dozens: no value */
  JKB_NUMBER_KANJI = 1 << 3,            /* written in kanji only */
  JKB_NUMBER_RANGE_END = 1 << 4,        /* the 20 of 10~20 */
} JkbNumberFlags;

/**
 * JkbNumber:
 * @words: the number itself: 2,726, 2万5千
 * @span: the number with its qualifiers: 約2,726
 * @value: what it says; 0 when it is vague
 * @qualifier: how exact it claims to be
 * @flags: #JkbNumberFlags
 *
 * A whole number of 0 or more in a text.
 */
typedef struct
{
  JkbSpan words;
  JkbSpan span;
  gint64 value;
  JkbCountQualifier qualifier;
  guint flags;
} JkbNumber;

/**
 * jkb_number_next:
 * @text: text normalised with JKB_NORMAL_READING | JKB_NORMAL_LOWER
 * @n_bytes: its length
 * @from: where to begin: 0, or the end of the words of the number found before
 * @number: (out caller-allocates): the number
 *
 * Finds the next number that could count something, in Arabic digits (with commas, decimals before
 * 万), kanji, or both, with its qualifiers on both sides. Parts of IP addresses, versions, telephone
 * numbers, postcodes, times, numeric dates, prices with a currency sign, percentages and model names
 * are none; neither are kanji of words (三重県) and numbers above %G_MAXINT64. Linear in what it
 * passes. Any thread.
 *
 * Returns: %FALSE when there is none
 */
gboolean jkb_number_next (const char *text, gsize n_bytes, gsize from, JkbNumber *number);

/**
 * jkb_number_qualify:
 * @text: as for jkb_number_next()
 * @n_bytes: its length
 * @at: where its counter ends: the end of 2,726名
 * @number: a number; its qualifier and its span take in what is found
 *
 * Reads a qualifier that follows the counter: 以上, 超, 余り. Any thread.
 *
 * Returns: where it ends; @at when there is none
 */
gsize jkb_number_qualify (const char *text, gsize n_bytes, gsize at, JkbNumber *number);
