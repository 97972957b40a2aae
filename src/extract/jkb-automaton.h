/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbAutomaton:
 *
 * Finds many words in one pass over a text: the automaton of Aho and Corasick (1975), over characters.
 * Words are added first, then it is sealed; from then on it never changes.
 */
typedef struct _JkbAutomaton JkbAutomaton;

/**
 * JkbAutomatonFunc:
 * @word: tag of the word that ends here
 * @begin: where it begins, in bytes
 * @end: where it ends
 * @data: what was passed
 *
 * Called for each occurrence, in order of @end, the longest first.
 *
 * Returns: %FALSE to stop
 */
typedef gboolean (*JkbAutomatonFunc) (guint word, gsize begin, gsize end, gpointer data);

/**
 * jkb_automaton_new:
 *
 * Any thread. Returns: (transfer full): an automaton that knows no word
 */
JkbAutomaton *jkb_automaton_new (void);

/**
 * jkb_automaton_free:
 * @automaton: (nullable) (transfer full): an automaton
 */
void jkb_automaton_free (JkbAutomaton *automaton);

/**
 * jkb_automaton_add:
 * @automaton: an automaton that is not sealed
 * @word: UTF-8, at least one character; the same word again gives the same number
 *
 * Returns: the number of @word, from 0
 */
guint jkb_automaton_add (JkbAutomaton *automaton, const char *word);

/**
 * jkb_automaton_seal:
 * @automaton: an automaton
 * @tags: (nullable): of each word, by its number, what a scan tells of it; %NULL for the number itself
 *
 * Makes it ready to scan.
 */
void jkb_automaton_seal (JkbAutomaton *automaton, const guint32 *tags);

/**
 * jkb_automaton_scan:
 * @automaton: a sealed automaton
 * @text: valid UTF-8
 * @n_bytes: its length
 * @func: told of each occurrence
 * @data: passed on
 *
 * Time is linear in @n_bytes and the number of occurrences. Any thread.
 */
void jkb_automaton_scan (const JkbAutomaton *automaton, const char *text, gsize n_bytes,
                         JkbAutomatonFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbAutomaton, jkb_automaton_free)
