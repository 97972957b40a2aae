/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * Lists of words that the grammars try at a place: jkb_text_take_any() and its kin.
 *
 * Nearly always none of the words stands there, and the first character tells. Each list has a set of 64 bits, one for
 * what a word may begin (or end) with; it is made when the list is first tried, and a place whose bit is not set
 * costs no look at the words. A list is a static array; the functions in parentheses take any pointer.
 */

#include "extract/jkb-text-at.h"

/* The set of a list that is a static array where it is used; everything for one that was handed over by pointer. Threads
 * that come together make the same set. */
#define JKB_TEXT_SET_OF(words, make)                                                              \
  __builtin_choose_expr (                                                                         \
      __builtin_types_compatible_p (__typeof__ (words), const char *const *), G_MAXUINT64,        \
      (G_GNUC_EXTENSION ({                                                                        \
        static guint64 jkb_set_kept;                                                              \
        guint64 jkb_set = __atomic_load_n (&jkb_set_kept, __ATOMIC_RELAXED);                      \
        if (jkb_set == 0)                                                                         \
          __atomic_store_n (&jkb_set_kept, jkb_set = make (words), __ATOMIC_RELAXED);             \
        jkb_set;                                                                                  \
      })))

/* Of a character of three bytes or more all three are told apart, of others the first. */
static inline guint64
jkb_text_bit_of_begin (const char *p)
{
  const guchar *b = (const guchar *) p;
  guint32 key = *b < 0xe0 ? *b : *b | (guint32) b[1] << 8 | (guint32) b[2] << 16;

  return G_GUINT64_CONSTANT (1) << ((key * 0x9e3779b1u) >> 26);
}

/* Of the last two bytes, where the last one is not of ASCII. */
static inline guint64
jkb_text_bit_of_end (const char *end)
{
  const guchar *b = (const guchar *) end;
  guint32 key = b[-1] < 0x80 ? b[-1] : b[-1] | (guint32) b[-2] << 8;

  return G_GUINT64_CONSTANT (1) << ((key * 0x9e3779b1u) >> 26);
}

/**
 * jkb_text_set_of_begins:
 * @words: (array zero-terminated=1): words of at least one character
 *
 * Any thread. Returns: the bits of what @words begin with
 */
guint64 jkb_text_set_of_begins (const char *const *words);

/**
 * jkb_text_set_of_ends:
 * @words: (array zero-terminated=1): words of at least one character
 *
 * Any thread. Returns: the bits of what @words end with
 */
guint64 jkb_text_set_of_ends (const char *const *words);

/* Whether a word of the list may begin at @at. */
static inline gboolean
jkb_text_may_begin (const JkbText *text, gsize at, guint64 set)
{
  if (at >= text->n_bytes || ((guchar) text->bytes[at] >= 0xe0 && text->n_bytes - at < 3))
    return FALSE;
  return (set & jkb_text_bit_of_begin (text->bytes + at)) != 0;
}

/* Whether a word of the list may end at @at. */
static inline gboolean
jkb_text_may_end (const JkbText *text, gsize at, guint64 set)
{
  if (at == 0 || ((guchar) text->bytes[at - 1] >= 0x80 && at < 2))
    return FALSE;
  return (set & jkb_text_bit_of_end (text->bytes + at)) != 0;
}

/**
 * jkb_text_take_any:
 * @text: a text
 * @at: an offset within it
 * @words: (array zero-terminated=1): words, a longer one before any that it begins with
 *
 * Any thread. Returns: the length of the first of @words that stands at @at, else 0
 */
gsize jkb_text_take_any (const JkbText *text, gsize at, const char *const *words);

/* As jkb_text_take_any(), of a list with this set. */
static inline gsize
jkb_text_take_any_in (const JkbText *text, gsize at, const char *const *words, guint64 set)
{
  return jkb_text_may_begin (text, at, set) ? jkb_text_take_any (text, at, words) : 0;
}

#define jkb_text_take_any(text, at, words)                                                        \
  jkb_text_take_any_in (text, at, words, JKB_TEXT_SET_OF (words, jkb_text_set_of_begins))

/**
 * jkb_text_take_any_before:
 * @text: a text
 * @at: an offset within it
 * @words: (array zero-terminated=1): words, a longer one before any that it ends with
 *
 * Any thread. Returns: the length of the first of @words that ends at @at, else 0
 */
gsize jkb_text_take_any_before (const JkbText *text, gsize at, const char *const *words);

/* As jkb_text_take_any_before(), of a list with this set. */
static inline gsize
jkb_text_take_any_before_in (const JkbText *text, gsize at, const char *const *words, guint64 set)
{
  return jkb_text_may_end (text, at, set) ? jkb_text_take_any_before (text, at, words) : 0;
}

#define jkb_text_take_any_before(text, at, words)                                                 \
  jkb_text_take_any_before_in (text, at, words, JKB_TEXT_SET_OF (words, jkb_text_set_of_ends))

/**
 * jkb_text_is_any:
 * @p: (array length=n_bytes): valid UTF-8
 * @n_bytes: its length
 * @words: (array zero-terminated=1): words
 *
 * Any thread. Returns: whether @p is one of @words
 */
gboolean jkb_text_is_any (const char *p, gsize n_bytes, const char *const *words);

/* As jkb_text_is_any(), of a list with this set of beginnings. */
static inline gboolean
jkb_text_is_any_in (const char *p, gsize n_bytes, const char *const *words, guint64 set)
{
  const JkbText text = { p, n_bytes };

  return jkb_text_may_begin (&text, 0, set) && jkb_text_is_any (p, n_bytes, words);
}

#define jkb_text_is_any(p, n_bytes, words)                                                        \
  jkb_text_is_any_in (p, n_bytes, words, JKB_TEXT_SET_OF (words, jkb_text_set_of_begins))
