/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The trie of Aho and Corasick (1975) over characters, kept as a double array (Aoe, 1989). Characters
 * that are in no word are told apart first: they lead to the root without a look at the trie. The others
 * are numbered from 1. The child of a node by the symbol s is the cell `base + s` of the array, if that
 * cell says that s leads to it: no two nodes have the same base. Most symbols lead nowhere from most
 * nodes, which the few bits of `children` tell nearly always, so that no other cell has to be fetched.
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

typedef struct
{
  guint32 base;
  guint32 children;                     /* a bit of each symbol that leads on */
  guint32 fail;
  guint32 output;                       /* a word, or NONE */
} Cell;

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
  Cell *cells;
  guint16 *reached_by;                  /* of each cell: the symbol that leads there, 0 while it is free */
  Word *words;
};

/* ---------------------------------------------------------------- sealing */

typedef struct
{
  const char *text;
  guint32 number;
} Entry;

/* Entries that begin with the same bytes, those of one node. */
typedef struct
{
  guint32 node;
  guint first, end;
  gsize n_bytes;
} Range;

typedef struct
{
  JkbAutomaton *self;
  GArray *entries;                      /* Entry, sorted */
  GArray *cells;                        /* Cell */
  GArray *reached_by;                   /* guint16 */
  GArray *is_base;                      /* guint8 of each cell: whether it is the base of a node */
  GArray *ranges;                       /* Range: nodes in the order of their depth */
  guint32 first_free;                   /* no cell before it is free */
} Sealing;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Entry *) a)->text, ((const Entry *) b)->text);
}

static void
list_entries (Sealing *sealing)
{
  JkbAutomaton *self = sealing->self;
  guint n_words = g_hash_table_size (self->numbers);
  GHashTableIter iter;
  gpointer text, number;

  self->words = g_new (Word, n_words + 1);
  g_hash_table_iter_init (&iter, self->numbers);
  while (g_hash_table_iter_next (&iter, &text, &number))
    {
      Entry entry = { text, GPOINTER_TO_UINT (number) };

      g_array_append_val (sealing->entries, entry);
      self->words[entry.number] = (Word){ (guint32) strlen (text), NONE };
    }
  g_array_sort (sealing->entries, compare_entries);
}

/* Returns how many there are, 0 counted. */
static guint
number_symbols (Sealing *sealing)
{
  guint16 *symbols = sealing->self->symbols = g_new0 (guint16, N_CODE_POINTS);
  guint n = 1;

  for (guint i = 0; i < sealing->entries->len; i++)
    for (const char *p = g_array_index (sealing->entries, Entry, i).text; *p != '\0'; p = g_utf8_next_char (p))
      if (symbols[g_utf8_get_char (p)] == 0)
        {
          g_assert (n < G_MAXUINT16);
          symbols[g_utf8_get_char (p)] = (guint16) n++;
        }
  return n;
}

static void
grow (Sealing *sealing, guint n_cells)
{
  const Cell vacant = { 0, 0, ROOT, NONE };

  while (sealing->cells->len < n_cells)
    g_array_append_val (sealing->cells, vacant);
  g_array_set_size (sealing->reached_by, MAX (sealing->reached_by->len, n_cells));
  g_array_set_size (sealing->is_base, MAX (sealing->is_base->len, n_cells));
}

static Cell *
cell_at (const Sealing *sealing, guint32 index)
{
  return &g_array_index (sealing->cells, Cell, index);
}

static guint16 *
symbol_at (const Sealing *sealing, guint32 index)
{
  return &g_array_index (sealing->reached_by, guint16, index);
}

static inline guint32
bit_of (guint symbol)
{
  return 1u << (symbol & 31);
}

/* Where @state leads by @symbol. */
static inline guint32
follow (const Cell *cells, const guint16 *reached_by, const guint32 *starts, guint32 state, guint symbol)
{
  while (state != ROOT)
    {
      const Cell *cell = &cells[state];

      if ((cell->children & bit_of (symbol)) != 0 && reached_by[cell->base + symbol] == symbol)
        return cell->base + symbol;
      state = cell->fail;
    }
  return starts[symbol];
}

static gboolean
is_room (Sealing *sealing, guint32 base, const GArray *symbols)
{
  grow (sealing, base + g_array_index (symbols, guint, symbols->len - 1) + 1);
  if (g_array_index (sealing->is_base, guint8, base))
    return FALSE;
  for (guint i = 0; i < symbols->len; i++)
    if (*symbol_at (sealing, base + g_array_index (symbols, guint, i)) != 0)
      return FALSE;
  return TRUE;
}

/* A base for the children that @symbols lead to. The root is in the first cell, which is never free. */
static guint32
find_base (Sealing *sealing, const GArray *symbols)
{
  guint low = g_array_index (symbols, guint, 0);
  guint32 base;

  while (sealing->first_free < sealing->cells->len && *symbol_at (sealing, sealing->first_free) != 0)
    sealing->first_free++;
  for (base = MAX (sealing->first_free, low) - low; !is_room (sealing, base, symbols);)
    base++;
  g_array_index (sealing->is_base, guint8, base) = TRUE;
  return base;
}

static guint
symbol_behind (const Sealing *sealing, const Range *range, guint entry)
{
  return sealing->self->symbols[g_utf8_get_char (g_array_index (sealing->entries, Entry, entry).text + range->n_bytes)];
}

static int
compare_symbols (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/* The symbols that follow @range, in ascending order. */
static GArray *
list_symbols (const Sealing *sealing, const Range *range)
{
  GArray *symbols = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = range->first; i < range->end; i++)
    {
      guint symbol = symbol_behind (sealing, range, i);

      if (symbols->len == 0 || g_array_index (symbols, guint, symbols->len - 1) != symbol)
        g_array_append_val (symbols, symbol);
    }
  g_array_sort (symbols, compare_symbols);
  return symbols;
}

static void
add_child (Sealing *sealing, const Range *parent, Range child, guint symbol)
{
  const Entry *entry = &g_array_index (sealing->entries, Entry, child.first);
  Cell *cell = cell_at (sealing, child.node);
  guint32 fail = parent->node == ROOT
                     ? ROOT
                     : follow (cell_at (sealing, 0), symbol_at (sealing, 0), sealing->self->starts,
                               cell_at (sealing, parent->node)->fail, symbol);

  cell->fail = fail;
  cell->output = cell_at (sealing, fail)->output;
  if (entry->text[child.n_bytes] == '\0')
    {
      sealing->self->words[entry->number].next = cell->output;
      cell->output = entry->number;
      child.first++;
    }
  if (child.first < child.end)
    g_array_append_val (sealing->ranges, child);
}

static void
add_children (Sealing *sealing, Range range)
{
  g_autoptr(GArray) symbols = list_symbols (sealing, &range);
  guint32 base = find_base (sealing, symbols);

  cell_at (sealing, range.node)->base = base;
  for (guint i = 0; i < symbols->len; i++)
    {
      guint symbol = g_array_index (symbols, guint, i);

      *symbol_at (sealing, base + symbol) = (guint16) symbol;
      cell_at (sealing, range.node)->children |= bit_of (symbol);
    }
  for (guint first = range.first, end; first < range.end; first = end)
    {
      guint symbol = symbol_behind (sealing, &range, first);
      const char *p = g_array_index (sealing->entries, Entry, first).text + range.n_bytes;
      Range child = { base + symbol, first, 0, range.n_bytes + (gsize) (g_utf8_next_char (p) - p) };

      for (end = first; end < range.end && symbol_behind (sealing, &range, end) == symbol;)
        end++;
      child.end = end;
      if (range.node == ROOT)
        sealing->self->starts[symbol] = child.node;
      add_child (sealing, &range, child, symbol);
    }
}

/* So that no look from a cell goes beyond the end. */
static void
take_cells (Sealing *sealing, guint n_symbols)
{
  grow (sealing, sealing->cells->len + n_symbols);
  sealing->self->cells = (Cell *) (void *) g_array_free (sealing->cells, FALSE);
  sealing->self->reached_by = (guint16 *) (void *) g_array_free (sealing->reached_by, FALSE);
  g_array_unref (sealing->is_base);
}

void
jkb_automaton_seal (JkbAutomaton *automaton)
{
  Sealing sealing = { .self = automaton, .first_free = 1 };
  Range all = { ROOT, 0, 0, 0 };
  guint n_symbols;

  g_return_if_fail (automaton->numbers != NULL);

  sealing.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  sealing.cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  sealing.reached_by = g_array_new (FALSE, TRUE, sizeof (guint16));
  sealing.is_base = g_array_new (FALSE, TRUE, sizeof (guint8));
  sealing.ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  list_entries (&sealing);
  n_symbols = number_symbols (&sealing);
  automaton->starts = g_new0 (guint32, n_symbols);
  grow (&sealing, 1);
  *symbol_at (&sealing, ROOT) = G_MAXUINT16;
  all.end = sealing.entries->len;
  if (all.end > 0)
    g_array_append_val (sealing.ranges, all);
  for (guint i = 0; i < sealing.ranges->len; i++)
    add_children (&sealing, g_array_index (sealing.ranges, Range, i));
  take_cells (&sealing, n_symbols);
  g_array_unref (sealing.entries);
  g_array_unref (sealing.ranges);
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
  g_free (automaton->cells);
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
  guint32 state = ROOT;

  for (gsize at = 0, end; at < n_bytes; at = end)
    {
      guint symbol = automaton->symbols[jkb_text_char (&all, at)];

      end = jkb_text_next (&all, at);
      state = symbol == 0 ? ROOT
                          : follow (automaton->cells, automaton->reached_by, automaton->starts, state, symbol);
      if (state == ROOT)
        continue;
      for (guint32 out = automaton->cells[state].output; out != NONE; out = automaton->words[out].next)
        if (!func (out, end - automaton->words[out].n_bytes, end, data))
          return;
    }
}
