/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The trie of Aho and Corasick (1975) over characters. Characters that are in no word are told apart
 * first: they lead to the root without a look at the trie. The others are numbered from 1, in their order.
 * Nodes are numbered by depth, so that the children of a node lie side by side, ordered by the symbols
 * that lead to them, and end where those of the next node begin. Most symbols lead nowhere from most
 * nodes, which the few bits of `symbols` tell nearly always, so that nothing else has to be fetched.
 * `fail` leads to the longest proper suffix that is in the trie; the children of the root have a list of
 * their own. `output` is the longest word that ends at a node, itself or as a suffix; `next` of a word is
 * the one after it.
 */
#include "extract/jkb-automaton.h"

#include <string.h>

#include "extract/jkb-text-at.h"

#define NONE G_MAXUINT32
#define N_CODE_POINTS 0x110000
#define ROOT 0
#define FEW 8                           /* children that are looked at one after the other */

typedef struct
{
  guint32 first_child;
  guint32 symbols;                      /* a bit of each symbol that leads to a child */
  guint32 fail;
  guint32 output;                       /* a word, or NONE */
} Node;

typedef struct
{
  guint32 n_bytes;
  guint32 next;                         /* the next shorter word that ends where this one does, or NONE */
} Word;

struct _JkbAutomaton
{
  GHashTable *numbers;                  /* of the words, until it is sealed */
  guint16 *symbols;                     /* of each code point: its symbol, 0 when it is in no word */
  guint32 *starts;                      /* of each symbol: the child of the root, or ROOT */
  Node *nodes;                          /* and one more, which ends the children of the last one */
  guint16 *reached_by;                  /* of each node: the symbol that leads there */
  Word *words;
};

static inline guint32
bit_of (guint symbol)
{
  return 1u << (symbol & 31);
}

/* The child of @node by @symbol, or ROOT. */
static inline guint32
find_child (const Node *node, const guint16 *reached_by, guint symbol)
{
  guint32 first = node->first_child, n = node[1].first_child - first;

  if ((node->symbols & bit_of (symbol)) == 0)
    return ROOT;
  while (n > FEW)
    {
      guint32 half = n / 2;

      if (reached_by[first + half] <= symbol)
        first += half;
      n -= half;
    }
  for (; n > 0; first++, n--)
    if (reached_by[first] == symbol)
      return first;
  return ROOT;
}

/* Where @state leads by @symbol. */
static inline guint32
follow (const Node *nodes, const guint16 *reached_by, const guint32 *starts, guint32 state, guint symbol)
{
  while (state != ROOT)
    {
      guint32 child = find_child (&nodes[state], reached_by, symbol);

      if (child != ROOT)
        return child;
      state = nodes[state].fail;
    }
  return starts[symbol];
}

/* ---------------------------------------------------------------- sealing */

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

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Entry *) a)->text, ((const Entry *) b)->text);
}

static GArray *
list_entries (JkbAutomaton *self)
{
  guint n_words = g_hash_table_size (self->numbers);
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n_words);
  GHashTableIter iter;
  gpointer text, number;

  self->words = g_new (Word, n_words + 1);
  g_hash_table_iter_init (&iter, self->numbers);
  while (g_hash_table_iter_next (&iter, &text, &number))
    {
      Entry entry = { text, GPOINTER_TO_UINT (number) };

      g_array_append_val (entries, entry);
      self->words[entry.number] = (Word){ (guint32) strlen (text), NONE };
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

/* Returns how many characters all words have, and sets how many symbols there are, 0 counted. */
static guint
number_symbols (JkbAutomaton *self, const GArray *entries, guint *n_symbols)
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
  *n_symbols = 1;
  for (gunichar c = 0; c <= last; c++)
    if (self->symbols[c] != 0)
      {
        g_assert (*n_symbols <= G_MAXUINT16);
        self->symbols[c] = (guint16) (*n_symbols)++;
      }
  return n_chars;
}

static guint
symbol_behind (const JkbAutomaton *self, const GArray *entries, Range range)
{
  return self->symbols[g_utf8_get_char (g_array_index (entries, Entry, range.first).text + range.n_bytes)];
}

static void
add_child (JkbAutomaton *self, const GArray *entries, guint32 parent, GArray *ranges, Range range, guint symbol)
{
  const Entry *entry = &g_array_index (entries, Entry, range.first);
  guint32 index = ranges->len;
  Node *node = &self->nodes[index];

  /* A fail is nearer to the root, so that all its children are there. */
  self->reached_by[index] = (guint16) symbol;
  self->nodes[parent].symbols |= bit_of (symbol);
  if (parent == ROOT)
    self->starts[symbol] = index;
  *node = (Node){ 0, 0, ROOT, NONE };
  if (parent != ROOT)
    node->fail = follow (self->nodes, self->reached_by, self->starts, self->nodes[parent].fail, symbol);
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
add_children (JkbAutomaton *self, const GArray *entries, guint32 parent, GArray *ranges)
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
jkb_automaton_seal (JkbAutomaton *automaton)
{
  g_autoptr(GArray) entries = NULL, ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  guint n_chars, n_symbols;
  Range all = { 0, 0, 0 };

  g_return_if_fail (automaton->numbers != NULL);

  entries = list_entries (automaton);
  n_chars = number_symbols (automaton, entries, &n_symbols);
  automaton->starts = g_new0 (guint32, n_symbols);
  automaton->nodes = g_new0 (Node, n_chars + 2);
  automaton->reached_by = g_new0 (guint16, n_chars + 2);
  automaton->nodes[ROOT].output = NONE;
  all.end = entries->len;
  g_array_append_val (ranges, all);
  for (guint32 i = 0; i < ranges->len; i++)
    add_children (automaton, entries, i, ranges);
  automaton->nodes = g_renew (Node, automaton->nodes, ranges->len + 1);
  automaton->nodes[ranges->len].first_child = ranges->len;
  g_clear_pointer (&automaton->numbers, g_hash_table_unref);
}

/* ---------------------------------------------------------------- public */

JkbAutomaton *
jkb_automaton_new (void)
{
  JkbAutomaton *self = g_new0 (JkbAutomaton, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
jkb_automaton_free (JkbAutomaton *automaton)
{
  if (automaton == NULL)
    return;
  g_clear_pointer (&automaton->numbers, g_hash_table_unref);
  g_free (automaton->symbols);
  g_free (automaton->starts);
  g_free (automaton->nodes);
  g_free (automaton->reached_by);
  g_free (automaton->words);
  g_free (automaton);
}

guint
jkb_automaton_add (JkbAutomaton *automaton, const char *word)
{
  guint n_words;
  gpointer number;

  g_return_val_if_fail (automaton->numbers != NULL, 0);
  g_return_val_if_fail (*word != '\0' && g_utf8_validate (word, -1, NULL), 0);

  if (g_hash_table_lookup_extended (automaton->numbers, word, NULL, &number))
    return GPOINTER_TO_UINT (number);
  n_words = g_hash_table_size (automaton->numbers);
  g_hash_table_insert (automaton->numbers, g_strdup (word), GUINT_TO_POINTER (n_words));
  return n_words;
}

void
jkb_automaton_scan (const JkbAutomaton *automaton, const char *text, gsize n_bytes,
                    JkbAutomatonFunc func, gpointer data)
{
  const JkbText all = { text, n_bytes };
  const guint16 *symbols = automaton->symbols, *reached_by = automaton->reached_by;
  const guint32 *starts = automaton->starts;
  const Node *nodes = automaton->nodes;
  const Word *words = automaton->words;
  guint32 state = ROOT;

  for (gsize at = 0, end; at < n_bytes; at = end)
    {
      guint symbol = symbols[jkb_text_char (&all, at)];

      end = jkb_text_next (&all, at);
      state = symbol != 0 ? follow (nodes, reached_by, starts, state, symbol) : ROOT;
      if (state == ROOT)
        continue;
      for (guint32 out = nodes[state].output; out != NONE; out = words[out].next)
        if (!func (out, end - words[out].n_bytes, end, data))
          return;
    }
}
