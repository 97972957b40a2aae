/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * Lists of words that the grammars try at a place: jkb_text_take_any() and its kin.
 *
 * Nearly always none of the words stands there, and the first character tells. Each list has a set of 64 bits, one for
 * what a word may begin (or end) with; a place whose bit is not set costs no look at the words, and behind each bit is the
 * chain of those few that may stand there. Both are made when the list is first tried. A list is a static array; of one
 * that was handed over by pointer all words are tried.
 */

#include "extract/jkb-text-at.h"

/**
 * JkbTextChains:
 * @set: a bit for each chain that is not empty; 0 until the chains are made
 * @chains: (nullable): of each bit the number, from 1, of its first word, then of each word that of the next one, 0 at
 *   the end; %NULL: all words are tried
 *
 * The words of a list by what they begin or end with.
 */
typedef struct
{
  guint64 set;
  const guint8 *chains;
} JkbTextChains;

/** JKB_TEXT_N_CHAINS: of a list of words. */
#define JKB_TEXT_N_CHAINS 64

/** JKB_TEXT_WORDS_MAX: most words of a list. */
#define JKB_TEXT_WORDS_MAX 255

#define JKB_TEXT_IS_HANDED_OVER(words) __builtin_types_compatible_p (__typeof__ (words), const char *const *)

/* The chains of a list that is a static array where it is used; all words for one that was handed over by pointer. A list of
 * a row of a table (rows[i].words) does not compile, as the chains of the first row would stand for all of them. */
#define JKB_TEXT_CHAINS_OF(words, make)                                                           \
  __builtin_choose_expr (                                                                         \
      JKB_TEXT_IS_HANDED_OVER (words),                                                            \
      ((JkbTextChains){ G_MAXUINT64, NULL }),                                                     \
      (G_GNUC_EXTENSION ({                                                                        \
        static const void *const jkb_list = __builtin_choose_expr (JKB_TEXT_IS_HANDED_OVER (words), NULL, words); \
        static JkbTextChains jkb_kept;                                                            \
        (void) jkb_list;                                                                          \
        guint64 jkb_set = __atomic_load_n (&jkb_kept.set, __ATOMIC_ACQUIRE);                      \
        if (jkb_set == 0)                                                                         \
          jkb_set = make (&jkb_kept, words);                                                      \
        ((JkbTextChains){ jkb_set, __atomic_load_n (&jkb_kept.chains, __ATOMIC_RELAXED) });       \
      })))

/* Of what is told apart: which of the chains. */
static inline guint
jkb_text_chain_of_key (guint32 key)
{
  return (key * 0x9e3779b1u) >> 26;
}

/* Of a character of three bytes or more all three are told apart, of others the first. */
static inline guint
jkb_text_chain_of_begin (const char *p)
{
  const guchar *b = (const guchar *) p;

  return jkb_text_chain_of_key (*b < 0xe0 ? *b : *b | (guint32) b[1] << 8 | (guint32) b[2] << 16);
}

/* Of the last two bytes, where the last one is not of ASCII. */
static inline guint
jkb_text_chain_of_end (const char *end)
{
  const guchar *b = (const guchar *) end;

  return jkb_text_chain_of_key (b[-1] < 0x80 ? b[-1] : b[-1] | (guint32) b[-2] << 8);
}

/**
 * jkb_text_chain_rows:
 * @chains: set
 * @first: (array length=n_rows): the word of the first row, of at least one character
 * @row_size: bytes from it to the word of the next one
 * @n_rows: at most %JKB_TEXT_WORDS_MAX
 * @by_end: whether words are told apart by what they end with; else by what they begin with
 *
 * Puts the words of a table into chains. Any thread; those that come together make the same.
 *
 * Returns: the bits of the chains
 */
guint64 jkb_text_chain_rows (JkbTextChains *chains, const char *const *first, gsize row_size, guint n_rows, gboolean by_end);

/**
 * jkb_text_chain_begins:
 * @chains: set
 * @words: (array zero-terminated=1): at most %JKB_TEXT_WORDS_MAX words of at least one character
 *
 * Puts the words into chains by what they begin with. Any thread.
 *
 * Returns: the bits of the chains
 */
guint64 jkb_text_chain_begins (JkbTextChains *chains, const char *const *words);

/**
 * jkb_text_chain_ends:
 * @chains: set
 * @words: (array zero-terminated=1): at most %JKB_TEXT_WORDS_MAX words of at least one character
 *
 * Puts the words into chains by what they end with. Any thread.
 *
 * Returns: the bits of the chains
 */
guint64 jkb_text_chain_ends (JkbTextChains *chains, const char *const *words);

/* The number of the word behind that of @number in its chain, 0 at the end. */
static inline guint
jkb_text_chain_next (const guint8 *chains, guint number)
{
  return chains[JKB_TEXT_N_CHAINS + number - 1];
}

/* Whether a word of the list may begin at @at. */
static inline gboolean
jkb_text_may_begin (const JkbText *text, gsize at, guint64 set)
{
  if (at >= text->n_bytes || ((guchar) text->bytes[at] >= 0xe0 && text->n_bytes - at < 3))
    return FALSE;
  return set >> jkb_text_chain_of_begin (text->bytes + at) & 1;
}

/* Whether a word of the list may end at @at. */
static inline gboolean
jkb_text_may_end (const JkbText *text, gsize at, guint64 set)
{
  if (at == 0 || ((guchar) text->bytes[at - 1] >= 0x80 && at < 2))
    return FALSE;
  return set >> jkb_text_chain_of_end (text->bytes + at) & 1;
}

/* As jkb_text_take_any(), of a list with these chains, where a word may begin. */
gsize jkb_text_take_chained (const JkbText *text, gsize at, const char *const *words, const guint8 *chains);

/* As jkb_text_take_any_before(), of a list with these chains, where a word may end. */
gsize jkb_text_take_chained_before (const JkbText *text, gsize at, const char *const *words, const guint8 *chains);

/* As jkb_text_is_any(), of a list with these chains of beginnings, where the text may be a word. */
gboolean jkb_text_is_chained (const JkbText *text, const char *const *words, const guint8 *chains);

/* As jkb_text_holds_any(), of a list with these chains. */
gboolean jkb_text_holds_any_in (const JkbText *text, gsize begin, gsize end, const char *const *words, JkbTextChains in);

/* As jkb_text_take_any(), of a list with these chains. */
static inline gsize
jkb_text_take_any_in (const JkbText *text, gsize at, const char *const *words, JkbTextChains in)
{
  return jkb_text_may_begin (text, at, in.set) ? jkb_text_take_chained (text, at, words, in.chains) : 0;
}

/* As jkb_text_take_any_before(), of a list with these chains. */
static inline gsize
jkb_text_take_any_before_in (const JkbText *text, gsize at, const char *const *words, JkbTextChains in)
{
  return jkb_text_may_end (text, at, in.set) ? jkb_text_take_chained_before (text, at, words, in.chains) : 0;
}

/* As jkb_text_is_any(), of a list with these chains of beginnings. */
static inline gboolean
jkb_text_is_any_in (const char *p, gsize n_bytes, const char *const *words, JkbTextChains in)
{
  const JkbText text = { p, n_bytes };

  return jkb_text_may_begin (&text, 0, in.set) && jkb_text_is_chained (&text, words, in.chains);
}

/**
 * jkb_text_take_any:
 * @text: a text
 * @at: an offset within it
 * @words: (array zero-terminated=1): words, a longer one before any that it begins with
 *
 * Any thread. Returns: the length of the first of @words that stands at @at, else 0
 */
#define jkb_text_take_any(text, at, words)                                                        \
  jkb_text_take_any_in (text, at, words, JKB_TEXT_CHAINS_OF (words, jkb_text_chain_begins))

/**
 * jkb_text_take_any_before:
 * @text: a text
 * @at: an offset within it
 * @words: (array zero-terminated=1): words, a longer one before any that it ends with
 *
 * Any thread. Returns: the length of the first of @words that ends at @at, else 0
 */
#define jkb_text_take_any_before(text, at, words)                                                 \
  jkb_text_take_any_before_in (text, at, words, JKB_TEXT_CHAINS_OF (words, jkb_text_chain_ends))

/**
 * jkb_text_is_any:
 * @p: (array length=n_bytes): valid UTF-8
 * @n_bytes: its length
 * @words: (array zero-terminated=1): words
 *
 * Any thread. Returns: whether @p is one of @words
 */
#define jkb_text_is_any(p, n_bytes, words)                                                        \
  jkb_text_is_any_in (p, n_bytes, words, JKB_TEXT_CHAINS_OF (words, jkb_text_chain_begins))

/**
 * jkb_text_holds_any:
 * @text: a text
 * @begin: where a character begins in it
 * @end: an offset within it; nothing is found where it is not behind @begin
 * @words: (array zero-terminated=1): words
 *
 * Any thread. Returns: whether one of @words stands between @begin and @end
 */
#define jkb_text_holds_any(text, begin, end, words)                                               \
  jkb_text_holds_any_in (text, begin, end, words, JKB_TEXT_CHAINS_OF (words, jkb_text_chain_begins))
