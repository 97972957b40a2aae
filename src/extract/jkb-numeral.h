/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-text-at.h"

/**
 * JkbNumeral:
 * @end: offset after it
 * @value: what it says; 0 when not @is_whole or @is_vague
 * @is_whole: it is a whole number that fits
 * @is_vague: 数十, 十数, dozens
 * @is_kanji: it has no Arabic digits (and no English words)
 * @n_chars: its length in characters
 *
 * A numeral by itself, whatever stands around it.
 */
typedef struct
{
  gsize end;
  gint64 value;
  gboolean is_whole;
  gboolean is_vague;
  gboolean is_kanji;
  guint n_chars;
} JkbNumeral;

/**
 * jkb_numeral_read:
 * @text: normalised text
 * @at: where it would begin
 * @numeral: (out caller-allocates): the numeral
 *
 * Reads the longest numeral at @at: 2,726, 14万2000, 1億8990万, 3.5万, 二千五百, 二〇二四, 6.6 million. Any
 * thread.
 *
 * Returns: %FALSE when there is none
 */
gboolean jkb_numeral_read (const JkbText *text, gsize at, JkbNumeral *numeral);
