/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-number-grammar.h"
#include "extract/jkb-text-at.h"

/**
 * jkb_number_words_before:
 * @text: normalised text
 * @from: not to look before this offset
 * @number: a number; qualifier, flags and span take in what is found
 *
 * Reads the words that qualify a number and stand before it: 最大約, 合計, at least. Any thread.
 */
void jkb_number_words_before (const JkbText *text, gsize from, JkbNumber *number);

/**
 * jkb_number_words_behind:
 * @text: normalised text
 * @at: end of the number, or of its counter
 * @number: a number; qualifier and span take in what is found
 *
 * Reads the words that qualify a number and stand behind it: 超, 以上, 余り, or more. Any thread.
 *
 * Returns: where they end; @at when there are none
 */
gsize jkb_number_words_behind (const JkbText *text, gsize at, JkbNumber *number);
