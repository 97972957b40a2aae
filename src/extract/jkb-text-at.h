/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

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
static inline gsize
jkb_text_take (const JkbText *text, gsize at, const char *word)
{
  gsize i = 0;

  for (; word[i] != '\0'; i++)
    if (at + i >= text->n_bytes || text->bytes[at + i] != word[i])
      return 0;
  return i;
}

/**
 * jkb_text_take_before:
 * @text: a text
 * @at: an offset within it
 * @word: what may end there
 *
 * Any thread. Returns: the length of @word in bytes when it ends at @at, else 0
 */
static inline gsize
jkb_text_take_before (const JkbText *text, gsize at, const char *word)
{
  gsize length = strlen (word);

  if (length > at || length == 0 || text->bytes[at - 1] != word[length - 1])
    return 0;
  return memcmp (text->bytes + at - length, word, length) == 0 ? length : 0;
}

/**
 * jkb_text_char:
 * @text: a text
 * @at: where a character begins, or the end
 *
 * Any thread. Returns: the character, 0 at the end
 */
static inline gunichar
jkb_text_char (const JkbText *text, gsize at)
{
  const guchar *p = (const guchar *) text->bytes + at;

  if (at >= text->n_bytes)
    return 0;
  if (*p < 0x80)
    return *p;
  if (*p >= 0xe0 && *p < 0xf0)          /* nearly all others */
    return (gunichar) (p[0] & 0x0f) << 12 | (gunichar) (p[1] & 0x3f) << 6 | (p[2] & 0x3f);
  return g_utf8_get_char ((const char *) p);
}

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
static inline gsize
jkb_text_next (const JkbText *text, gsize at)
{
  guchar lead = (guchar) text->bytes[at];

  return at + (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);
}

/**
 * jkb_text_begins:
 * @p: NUL-terminated
 * @word: what it may begin with
 *
 * As g_str_has_prefix(); in the lists of words that the readers try one after the other, the first byte nearly
 * always tells. Any thread.
 *
 * Returns: whether @p begins with @word
 */
static inline gboolean
jkb_text_begins (const char *p, const char *word)
{
  while (*word != '\0' && *p == *word)
    p++, word++;
  return *word == '\0';
}

/**
 * jkb_text_find:
 * @p: NUL-terminated
 * @n_bytes: how many to look at, -1 for all
 * @word: at least one byte
 *
 * As g_strstr_len(), for texts where the first byte of a word says little. Any thread.
 *
 * Returns: (nullable): where @word first stands in @p
 */
const char *jkb_text_find (const char *p, gssize n_bytes, const char *word);

/**
 * jkb_text_holds:
 * @text: a text
 * @begin: an offset within it
 * @end: another; nothing is found where it is not behind @begin
 * @word: at least one byte
 *
 * Any thread. Returns: whether @word stands between @begin and @end
 */
gboolean jkb_text_holds (const JkbText *text, gsize begin, gsize end, const char *word);

/**
 * jkb_text_is_quoted:
 * @text: a text
 * @begin: an offset within it
 * @end: another, not before @begin
 *
 * Any thread. Returns: whether 「 stands between @begin and @end and no 」 behind the last of them
 */
gboolean jkb_text_is_quoted (const JkbText *text, gsize begin, gsize end);

/**
 * jkb_text_count_chars:
 * @bytes: (array length=n_bytes): valid UTF-8
 * @n_bytes: its length
 *
 * As g_utf8_strlen(), eight bytes at a time. Any thread.
 *
 * Returns: how many characters there are
 */
gsize jkb_text_count_chars (const char *bytes, gsize n_bytes);

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
static inline gboolean
jkb_text_is_digit (const JkbText *text, gsize at)
{
  return at < text->n_bytes && g_ascii_isdigit (text->bytes[at]);
}

/**
 * jkb_text_is_letter:
 * @text: a text
 * @at: an offset, possibly outside of @text
 *
 * Any thread. Returns: whether an ASCII letter stands there
 */
static inline gboolean
jkb_text_is_letter (const JkbText *text, gsize at)
{
  return at < text->n_bytes && g_ascii_isalpha (text->bytes[at]);
}

/** JKB_TEXT_ROWS: of a set of characters below U+10000: 64 of them in each row of bits. */
#define JKB_TEXT_ROWS 1024
#define JKB_TEXT_BIT(c) (G_GUINT64_CONSTANT (1) << ((c) & 0x3f))

/**
 * jkb_text_skip_to:
 * @text: a text
 * @at: where a character begins, or the end
 * @rows: (array fixed-size=1024): a set of characters of three bytes
 *
 * Passes what most of a text is made of and what is no beginning. Any thread.
 *
 * Returns: the next offset at which one of the set stands, or a letter or digit of ASCII; or the end
 */
static inline gsize
jkb_text_skip_to (const JkbText *text, gsize at, const guint64 *rows)
{
  const guchar *p = (const guchar *) text->bytes;

  while (at < text->n_bytes)
    {
      if ((p[at] & 0xf0) == 0xe0)
        {
          if (rows[(p[at] & 0x0f) << 6 | (p[at + 1] & 0x3f)] >> (p[at + 2] & 0x3f) & 1)
            return at;
          at += 3;
        }
      else if (p[at] < 0x80)
        {
          if (g_ascii_isalnum ((char) p[at]))
            return at;
          at++;
        }
      else
        at += p[at] < 0xe0 ? 2 : 4;
    }
  return at;
}

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

/**
 * jkb_text_skip_bracket_back:
 * @text: normalised text
 * @begin: the beginning of the sentence
 * @end: a place in it
 *
 * Any thread. Returns: where (…) begins that ends at @end, @end when none does
 */
gsize jkb_text_skip_bracket_back (const JkbText *text, gsize begin, gsize end);

#include "extract/jkb-text-any.h"
