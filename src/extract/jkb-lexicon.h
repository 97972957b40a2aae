/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/jkb-span.h"
#include "extract/jkb-term-class.h"

/*
 * The words that the readers know, out of data files: all `*.tsv` of one folder, each with the
 * columns
 *
 *     class   term   value   weight   note
 *
 *   class   a name of jkb-term-class.c; says which reader asks for the term
 *   term    the words. They are normalised as the text is (NFKC, lower case, see JkbNormal), so that
 *           ﾒｰﾙ and メール are one term. `…` between two parts stands for 0 to 12 characters that are no
 *           end of a sentence, `……` for 0 to 40; a term has at most 4 parts
 *   value   what the term says, checked against the values of its class; `-` for a term that says
 *           nothing, but hides shorter terms of its class that lie within it (パスワードリスト攻撃 is no
 *           password)
 *   weight  a decimal number from 0 to 100, empty for 1; what it means is up to the reader
 *   note    for people
 *
 * All terms are sought in one pass by an automaton of Aho and Corasick. A term that begins
 * or ends with an ASCII letter does so at the border of a word (`id` is not in `video`); a plural s
 * may follow. A lexicon never changes once loaded; any number of threads may use it.
 */
typedef struct _JkbLexicon JkbLexicon;

/** Longest term in bytes of UTF-8, `…` not counted. */
#define JKB_TERM_BYTES_MAX 200

/** Most parts of a term. */
#define JKB_TERM_PARTS_MAX 4

/** Most characters that a `…` stands for; Latin letters count a third. */
#define JKB_TERM_GAP_MAX 12

/** Most characters that a `……` stands for. */
#define JKB_TERM_WIDE_GAP_MAX 40

/** Most hits in one text; what comes after them is not seen. */
#define JKB_LEXICON_HITS_MAX 200000

/**
 * JkbTerm:
 * @term_class: whose word it is
 * @text: normalised, with its `…`
 * @value: a value of its class: of the enumeration that the class names, or the number itself; for a
 *   class of free text 0
 * @value_text: the value as the file has it
 * @hides: its value is `-`; such terms are never handed out
 * @weight: what the file says, 1 by default
 * @file: name of the data file, without folder
 * @line: line there
 *
 * A row of a data file. Belongs to the lexicon.
 */
typedef struct
{
  JkbTermClass term_class;
  const char *text;
  int value;
  const char *value_text;
  gboolean hides;
  double weight;
  const char *file;
  guint line;
} JkbTerm;

/**
 * JkbHit:
 * @span: where the words are; from the first to the last part
 * @term: whose words they are
 */
typedef struct
{
  JkbSpan span;
  const JkbTerm *term;
} JkbHit;

/**
 * jkb_lexicon_load:
 * @dir: a folder; all its `*.tsv` are read
 * @error: a #GFileError, or %JKB_CORE_ERROR_DATA_FILE as `FILE:LINE: what is wrong`
 *
 * Any thread. Returns: (transfer full) (nullable): the lexicon
 */
JkbLexicon *jkb_lexicon_load (const char *dir, GError **error);

/**
 * jkb_lexicon_parse:
 * @text: contents of one data file
 * @name: what errors call it
 * @error: %JKB_CORE_ERROR_DATA_FILE
 *
 * Any thread. Returns: (transfer full) (nullable): a lexicon of this file alone
 */
JkbLexicon *jkb_lexicon_parse (const char *text, const char *name, GError **error);

/**
 * jkb_lexicon_free:
 * @lexicon: (nullable) (transfer full): a lexicon
 */
void jkb_lexicon_free (JkbLexicon *lexicon);

/**
 * jkb_lexicon_n_terms:
 * @lexicon: a lexicon
 *
 * Any thread. Returns: how many terms it has
 */
guint jkb_lexicon_n_terms (const JkbLexicon *lexicon);

/**
 * jkb_lexicon_term:
 * @lexicon: a lexicon
 * @index: from 0
 *
 * Any thread. Returns: (transfer none): a term
 */
const JkbTerm *jkb_lexicon_term (const JkbLexicon *lexicon, guint index);

/**
 * jkb_lexicon_find_ending:
 * @lexicon: a lexicon
 * @name: a name, normalised as a text is
 *
 * Terms of the class `org-nature` are sought nowhere but here, as they are too short (市, 者) to mean anything elsewhere.
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the longest of them that @name ends in
 */
const JkbTerm *jkb_lexicon_find_ending (const JkbLexicon *lexicon, const char *name);

/**
 * jkb_lexicon_scan:
 * @lexicon: a lexicon
 * @text: normalised UTF-8
 * @n_bytes: its length
 * @skips: (nullable) (element-type JkbSpan): stretches that are jumped over, in order, as if they
 *   were not there (a line end within a word)
 * @first_of_class: (array fixed-size=JKB_N_TERM_CLASSES+1): of each class, its first hit; then, how many there are
 *
 * Finds all terms. Of the terms of one class, those that lie within a longer one are left out. Time
 * is linear in @n_bytes, but for sorting the hits. Any thread.
 *
 * Returns: (transfer full) (element-type JkbHit): the hits, by class, then by place; at most
 *   %JKB_LEXICON_HITS_MAX of them
 */
GArray *jkb_lexicon_scan (const JkbLexicon *lexicon, const char *text, gsize n_bytes,
                          const GArray *skips, guint *first_of_class);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbLexicon, jkb_lexicon_free)
