/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The trie of Aho and Corasick (1975) over characters. Those that are in a word are numbered from 1, in their
 * order. Nodes are numbered by depth, so that the children of a node lie side by side, ordered by the symbols
 * that lead to them.
 */
#include "extract/jkb-automaton-trie.h"

#include <string.h>

#define N_CODE_POINTS 0x110000

typedef struct
{
  const char *text;
  guint32 number;
} Entry;

/* The words that begin with those of one node. */
typedef struct
{
  guint first, end;
  gsize n_bytes;
} Range;

static guint32
find_child (const JkbTrie *self, guint32 parent, guint symbol)
{
  guint32 low = self->nodes[parent].first_child, high = self->nodes[parent + 1].first_child;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->reached_by[middle] == symbol)
        return middle;
      if (self->reached_by[middle] < symbol)
        low = middle + 1;
      else
        high = middle;
    }
  return JKB_TRIE_ROOT;
}

/* Where @node leads by @symbol. */
static guint32
follow (const JkbTrie *self, guint32 node, guint symbol)
{
  for (; node != JKB_TRIE_ROOT; node = self->nodes[node].fail)
    {
      guint32 child = find_child (self, node, symbol);

      if (child != JKB_TRIE_ROOT)
        return child;
    }
  return self->starts[symbol];
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Entry *) a)->text, ((const Entry *) b)->text);
}

static GArray *
list_entries (JkbTrie *self, GHashTable *numbers, const guint32 *tags)
{
  guint n_words = g_hash_table_size (numbers);
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n_words);
  GHashTableIter iter;
  gpointer text, number;

  self->n_words = n_words;
  self->words = g_new (JkbTrieWord, n_words + 1);
  g_hash_table_iter_init (&iter, numbers);
  while (g_hash_table_iter_next (&iter, &text, &number))
    {
      Entry entry = { text, GPOINTER_TO_UINT (number) };

      g_array_append_val (entries, entry);
      self->words[entry.number] = (JkbTrieWord){ (guint32) strlen (text),
                                                 tags != NULL ? tags[entry.number] : entry.number, JKB_TRIE_NONE };
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

/* Returns how many characters all words have. */
static guint
number_symbols (JkbTrie *self, const GArray *entries)
{
  gunichar last = 0;
  guint n_chars = 0;

  self->symbols = g_new0 (guint16, N_CODE_POINTS);
  for (guint i = 0; i < entries->len; i++)
    for (const char *p = g_array_index (entries, Entry, i).text; *p != '\0'; p = g_utf8_next_char (p))
      {
        gunichar c = g_utf8_get_char (p);

        self->symbols[c] = 1;
        last = MAX (last, c);
        n_chars++;
      }
  self->n_code_points = last + 1;
  self->n_symbols = 1;
  for (gunichar c = 0; c <= last; c++)
    if (self->symbols[c] != 0)
      {
        g_assert (self->n_symbols <= G_MAXUINT16);
        self->symbols[c] = (guint16) self->n_symbols++;
      }
  return n_chars;
}

static guint
symbol_behind (const JkbTrie *self, const GArray *entries, Range range)
{
  return self->symbols[g_utf8_get_char (g_array_index (entries, Entry, range.first).text + range.n_bytes)];
}

static void
add_child (JkbTrie *self, const GArray *entries, guint32 parent, GArray *ranges, Range range, guint symbol)
{
  const Entry *entry = &g_array_index (entries, Entry, range.first);
  guint32 index = ranges->len;
  JkbTrieNode *node = &self->nodes[index];

  /* A fail is nearer to the root, so that all its children are there. */
  self->reached_by[index] = (guint16) symbol;
  if (parent == JKB_TRIE_ROOT)
    self->starts[symbol] = index;
  *node = (JkbTrieNode){ 0, JKB_TRIE_ROOT, JKB_TRIE_NONE };
  if (parent != JKB_TRIE_ROOT)
    node->fail = follow (self, self->nodes[parent].fail, symbol);
  node->output = self->nodes[node->fail].output;
  if (entry->text[range.n_bytes] == '\0')
    {
      self->words[entry->number].next = node->output;
      node->output = entry->number;
      range.first++;
    }
  g_array_append_val (ranges, range);
}

static void
add_children (JkbTrie *self, const GArray *entries, guint32 parent, GArray *ranges)
{
  Range range = g_array_index (ranges, Range, parent);

  self->nodes[parent].first_child = ranges->len;
  while (range.first < range.end)
    {
      const char *p = g_array_index (entries, Entry, range.first).text + range.n_bytes;
      guint symbol = symbol_behind (self, entries, range);
      Range child = { range.first, range.first, range.n_bytes + (gsize) (g_utf8_next_char (p) - p) };

      while (range.first < range.end && symbol_behind (self, entries, range) == symbol)
        range.first++;
      child.end = range.first;
      add_child (self, entries, parent, ranges, child, symbol);
    }
}

void
jkb_trie_build (JkbTrie *trie, GHashTable *numbers, const guint32 *tags)
{
  g_autoptr(GArray) entries = list_entries (trie, numbers, tags);
  g_autoptr(GArray) ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  guint n_chars = number_symbols (trie, entries);
  Range all = { 0, entries->len, 0 };

  trie->starts = g_new0 (guint32, trie->n_symbols);
  trie->nodes = g_new0 (JkbTrieNode, n_chars + 2);
  trie->reached_by = g_new0 (guint16, n_chars + 2);
  trie->nodes[JKB_TRIE_ROOT].output = JKB_TRIE_NONE;
  g_array_append_val (ranges, all);
  for (guint32 i = 0; i < ranges->len; i++)
    {
      add_children (trie, entries, i, ranges);
      if (i == JKB_TRIE_ROOT)
        trie->n_starts = ranges->len;
    }
  trie->n_nodes = ranges->len;
  trie->nodes[trie->n_nodes].first_child = trie->n_nodes;
}

void
jkb_trie_clear (JkbTrie *trie)
{
  g_free (trie->symbols);
  g_free (trie->starts);
  g_free (trie->nodes);
  g_free (trie->reached_by);
  g_free (trie->words);
}
