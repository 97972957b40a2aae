/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** JKB_TRIE_ROOT: the node of no words. */
#define JKB_TRIE_ROOT 0u

/** JKB_TRIE_NONE: no word. */
#define JKB_TRIE_NONE G_MAXUINT32

/**
 * JkbTrieNode:
 * @first_child: the first of its children, which end where those of the next node begin
 * @fail: the node of the longest proper suffix that is in the trie
 * @output: the longest word that ends here, itself or as a suffix, or %JKB_TRIE_NONE
 */
typedef struct
{
  guint32 first_child;
  guint32 fail;
  guint32 output;
} JkbTrieNode;

/**
 * JkbTrieWord:
 * @n_bytes: its length
 * @tag: what is told of it
 * @next: the next shorter word that ends where this one does, or %JKB_TRIE_NONE
 */
typedef struct
{
  guint32 n_bytes;
  guint32 tag;
  guint32 next;
} JkbTrieWord;

/**
 * JkbTrie:
 * @symbols: (owned): of each code point its symbol, 0 when it is in no word
 * @n_code_points: how many of them there are; those from there on are in no word
 * @n_symbols: how many there are, 0 counted
 * @starts: (owned): of each symbol the child of the root, or %JKB_TRIE_ROOT
 * @nodes: (owned): by depth, so that children lie side by side; and one more, which ends those of the last one
 * @n_nodes: how many there are
 * @n_starts: how many of them are the root and its children
 * @reached_by: (owned): of each node the symbol that leads there; ascending among children
 * @words: (owned): by their numbers
 * @n_words: how many there are
 */
typedef struct
{
  guint16 *symbols;
  guint n_code_points;
  guint n_symbols;
  guint32 *starts;
  JkbTrieNode *nodes;
  guint n_nodes;
  guint n_starts;
  guint16 *reached_by;
  JkbTrieWord *words;
  guint n_words;
} JkbTrie;

/**
 * jkb_trie_build:
 * @trie: (out caller-allocates): the trie of these words
 * @numbers: (element-type utf8 guint): words of at least one character, and their numbers from 0
 * @tags: (nullable): the tag of each word, by its number; %NULL for the number itself
 *
 * Any thread. Clear with jkb_trie_clear().
 */
void jkb_trie_build (JkbTrie *trie, GHashTable *numbers, const guint32 *tags);

/**
 * jkb_trie_clear:
 * @trie: a trie
 */
void jkb_trie_clear (JkbTrie *trie);
