/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbText:
 * @bytes: valid UTF-8, need not end with NUL
 * @n_bytes: its length
 *
 * A text that the grammars look at. They never look beyond its ends.
 */
typedef struct
{
  const char *bytes;
  gsize n_bytes;
} JkbText;

/**
 * jkb_text_take:
 * @text: a text
 * @at: an offset within it, or its end
 * @word: what may stand there
 *
 * Any thread. Returns: the length of @word in bytes when it stands at @at, else 0
 */
gsize jkb_text_take (const JkbText *text, gsize at, const char *word);

/**
 * jkb_text_take_any:
 * @text: a text
 * @at: an offset within it
 * @words: (array zero-terminated=1): words, a longer one before any that it begins with
 *
 * Any thread. Returns: the length of the first of @words that stands at @at, else 0
 */
gsize jkb_text_take_any (const JkbText *text, gsize at, const char *const *words);

/**
 * jkb_text_take_before:
 * @text: a text
 * @at: an offset within it
 * @word: what may end there
 *
 * Any thread. Returns: the length of @word in bytes when it ends at @at, else 0
 */
gsize jkb_text_take_before (const JkbText *text, gsize at, const char *word);

/**
 * jkb_text_char:
 * @text: a text
 * @at: where a character begins, or the end
 *
 * Any thread. Returns: the character, 0 at the end
 */
gunichar jkb_text_char (const JkbText *text, gsize at);

/**
 * jkb_text_char_before:
 * @text: a text
 * @at: where a character begins, or the end
 *
 * Any thread. Returns: the character before it, 0 at the beginning
 */
gunichar jkb_text_char_before (const JkbText *text, gsize at);

/**
 * jkb_text_next:
 * @text: a text
 * @at: where a character begins; not the end
 *
 * Any thread. Returns: where the next one begins
 */
gsize jkb_text_next (const JkbText *text, gsize at);

/**
 * jkb_text_skip_blanks:
 * @text: a text
 * @at: an offset within it
 * @n_max: most blanks to skip
 *
 * Any thread. Returns: the offset after the spaces (no line ends) at @at
 */
gsize jkb_text_skip_blanks (const JkbText *text, gsize at, guint n_max);

/**
 * jkb_text_is_digit:
 * @text: a text
 * @at: an offset, possibly outside of @text
 *
 * Any thread. Returns: whether an ASCII digit stands there
 */
gboolean jkb_text_is_digit (const JkbText *text, gsize at);

/**
 * jkb_text_is_letter:
 * @text: a text
 * @at: an offset, possibly outside of @text
 *
 * Any thread. Returns: whether an ASCII letter stands there
 */
gboolean jkb_text_is_letter (const JkbText *text, gsize at);

/**
 * jkb_text_kanji_digit:
 * @c: a character
 *
 * Any thread. Returns: the value of 〇 (or 零) to 九, -1 for any other character
 */
int jkb_text_kanji_digit (gunichar c);

/**
 * jkb_text_is_kanji:
 * @c: a character
 *
 * Any thread. Returns: whether it is a Chinese character
 */
gboolean jkb_text_is_kanji (gunichar c);
