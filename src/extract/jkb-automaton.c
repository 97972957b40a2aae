/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The automaton of Aho and Corasick (1975) over characters, as a table that a scan reads with two looks a
 * character and without a choice.
 *
 * A state of the automaton is a node of the trie. What follows it by a symbol is a child of it or, failing that, of
 * one of its suffixes, down to the last two characters and the last one. Where that one has at most two
 * characters it depends on the last two characters alone, so that it is found without the state; a state keeps only
 * what leads deeper: its row.
 *
 * The rows lie over each other in one array of slots (the double array of Aoe, 1989): what follows row R by symbol S is
 * in slot R + S if that slot says S. No two rows begin at one place, so that it then belongs to R. The row of the root
 * begins at 0 and is complete: to symbols that begin no word it leads to itself. States without a row share one that has
 * no slots.
 *
 * A slot says too what ends where it leads to: the longest word, which leads on to the others. All that a scan asks
 * of a state or of a word stands side by side, as nearly all of its time is spent on fetching it; and words are told some
 * together, so that the scan need not wait for each.
 */
#include "extract/jkb-automaton.h"

#include "core/jkb-memory.h"
#include "extract/jkb-automaton-trie.h"
#include "extract/jkb-text-at.h"

#define NOBODY G_MAXUINT16
#define NO_WORD 0xffffffu

/* Rows: of the root, of states without one. */
#define ROOT_ROW 0u
#define EMPTY_ROW 1u

/* How far back from its end the table is searched for a place for more than one slot. */
#define SEARCHED 4096u

/* Places where words end that are told together. */
#define N_TOGETHER 64

typedef struct
{
  guint64 symbol : 16;                  /* by which it is reached from its row; NOBODY where it belongs to none */
  guint64 row : 24;                     /* of the state that it leads to */
  guint64 output : 24;                  /* the longest word that ends there, or NO_WORD */
} Slot;
G_STATIC_ASSERT (sizeof (Slot) == 8);

struct _JkbAutomaton
{
  GHashTable *numbers;                  /* of the words … */
  GStringChunk *texts;                  /* … and their texts, until it is sealed */
  gpointer memory;                      /* of all that follows */
  const Slot *slots;
  const JkbTrieWord *words;
  const guint16 *symbols;               /* of each code point: its symbol, 0 when it is in no word */
  guint n_code_points;
};

/* ---------------------------------------------------------------- laying out the rows */

typedef struct
{
  const JkbTrie *trie;
  guint32 *rows;                        /* of each node */
  GArray *slots;                        /* Slot; `row` is still a node */
  GByteArray *is_row;                   /* of each slot: whether a row begins there */
  GArray *entries;                      /* Entry, of the row that is being placed, by symbol */
  guint32 first_free;
} Layout;

typedef struct
{
  guint32 symbol;
  guint32 node;
} Entry;

/* Its row is still a node. */
static Slot
make_slot (const JkbTrie *trie, guint symbol, guint32 node)
{
  return (Slot){ symbol & G_MAXUINT16, node & NO_WORD, trie->nodes[node].output & NO_WORD };
}

static void
make_room (Layout *self, guint32 n_slots)
{
  const Slot unused = { NOBODY, JKB_TRIE_ROOT, NO_WORD };
  const guint8 no = 0;

  while (self->slots->len < n_slots)
    {
      g_array_append_val (self->slots, unused);
      g_byte_array_append (self->is_row, &no, 1);
    }
}

static int
compare_symbols (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  return x->symbol < y->symbol ? -1 : x->symbol > y->symbol;
}

/* What is deeper counts: a symbol of the row of the suffix that the node has too is left out. */
static void
add_inherited (Layout *self, guint32 node)
{
  const JkbTrie *trie = self->trie;
  guint n_own = self->entries->len;

  for (guint32 child = trie->nodes[node].first_child; child < trie->nodes[node + 1].first_child; child++)
    {
      Entry entry = { trie->reached_by[child], child };
      gboolean is_there = FALSE;

      for (guint i = 0; i < n_own && !is_there; i++)
        is_there = g_array_index (self->entries, Entry, i).symbol == entry.symbol;
      if (!is_there)
        g_array_append_val (self->entries, entry);
    }
}

static gboolean
fits (const Layout *self, guint32 row)
{
  if (row <= EMPTY_ROW || self->is_row->data[row])
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      guint32 place = row + g_array_index (self->entries, Entry, i).symbol;

      if (place < self->slots->len && g_array_index (self->slots, Slot, place).symbol != NOBODY)
        return FALSE;
    }
  return TRUE;
}

static guint32
find_place (Layout *self)
{
  guint32 symbol = g_array_index (self->entries, Entry, 0).symbol, at;

  while (self->first_free < self->slots->len
         && g_array_index (self->slots, Slot, self->first_free).symbol != NOBODY)
    self->first_free++;
  at = self->first_free;
  if (self->entries->len > 1 && self->slots->len > at + SEARCHED)
    at = self->slots->len - SEARCHED;
  make_room (self, at + 1);
  while (!fits (self, at - symbol))
    make_room (self, ++at + 1);
  return at - symbol;
}

static void
place_row (Layout *self, guint32 row)
{
  const Entry *last = &g_array_index (self->entries, Entry, self->entries->len - 1);

  make_room (self, row + last->symbol + 1);
  self->is_row->data[row] = 1;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      g_array_index (self->slots, Slot, row + entry->symbol) = make_slot (self->trie, entry->symbol, entry->node);
    }
}

static void
add_row (Layout *self, guint32 node)
{
  const JkbTrieNode *nodes = self->trie->nodes;
  guint32 fail = nodes[node].fail;

  if (nodes[node].first_child == nodes[node + 1].first_child)
    {
      self->rows[node] = fail >= self->trie->n_starts ? self->rows[fail] : EMPTY_ROW;
      return;
    }
  g_array_set_size (self->entries, 0);
  add_inherited (self, node);
  for (; fail >= self->trie->n_starts; fail = nodes[fail].fail)
    add_inherited (self, fail);
  g_array_sort (self->entries, compare_symbols);
  self->rows[node] = find_place (self);
  place_row (self, self->rows[node]);
}

static void
add_root (Layout *self)
{
  make_room (self, self->trie->n_symbols);
  for (guint symbol = 0; symbol < self->trie->n_symbols; symbol++)
    g_array_index (self->slots, Slot, symbol) = make_slot (self->trie, symbol, self->trie->starts[symbol]);
  self->first_free = self->trie->n_symbols;
}

/* Nodes give way to their rows. */
static GArray *
finish (Layout *self)
{
  make_room (self, self->slots->len + self->trie->n_symbols);
  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = &g_array_index (self->slots, Slot, i);

      slot->row = self->rows[slot->row] & NO_WORD;
    }
  return self->slots;
}

static GArray *
lay_out (const JkbTrie *trie)
{
  g_autofree guint32 *rows = g_new0 (guint32, trie->n_nodes);
  g_autoptr(GByteArray) is_row = g_byte_array_new ();
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Layout layout = { trie, rows, g_array_sized_new (FALSE, FALSE, sizeof (Slot), 4 * trie->n_nodes), is_row, entries, 0 };

  /* What a slot has room for, with much to spare. */
  g_assert (trie->n_symbols < NOBODY && trie->n_nodes < NO_WORD / 8);
  add_root (&layout);
  for (guint32 node = 1; node < trie->n_nodes; node++)
    add_row (&layout, node);
  g_assert (layout.slots->len < NO_WORD);
  return finish (&layout);
}

/* ---------------------------------------------------------------- public */

JkbAutomaton *
jkb_automaton_new (void)
{
  JkbAutomaton *self = g_new0 (JkbAutomaton, 1);

  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_string_chunk_new (64 * 1024);
  return self;
}

static void
forget_texts (JkbAutomaton *self)
{
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
}

void
jkb_automaton_free (JkbAutomaton *automaton)
{
  if (automaton == NULL)
    return;
  forget_texts (automaton);
  jkb_memory_free_table (automaton->memory);
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
  g_hash_table_insert (automaton->numbers, g_string_chunk_insert (automaton->texts, word), GUINT_TO_POINTER (n_words));
  return n_words;
}

/* Side by side in one piece of memory. */
static void
keep_tables (JkbAutomaton *self, const JkbTrie *trie, const GArray *slots)
{
  gsize n_slot_bytes = slots->len * sizeof (Slot), n_word_bytes = trie->n_words * sizeof (JkbTrieWord);
  gsize n_symbol_bytes = trie->n_code_points * sizeof *trie->symbols;
  guint8 *memory = jkb_memory_new_table (n_slot_bytes + n_word_bytes + n_symbol_bytes);

  self->memory = memory;
  self->slots = memcpy (memory, slots->data, n_slot_bytes);
  self->words = memcpy (memory + n_slot_bytes, trie->words, n_word_bytes);
  self->symbols = memcpy (memory + n_slot_bytes + n_word_bytes, trie->symbols, n_symbol_bytes);
  self->n_code_points = trie->n_code_points;
}

void
jkb_automaton_seal (JkbAutomaton *automaton, const guint32 *tags)
{
  g_autoptr(GArray) slots = NULL;
  JkbTrie trie;

  g_return_if_fail (automaton->numbers != NULL);

  jkb_trie_build (&trie, automaton->numbers, tags);
  slots = lay_out (&trie);
  keep_tables (automaton, &trie, slots);
  jkb_trie_clear (&trie);
  forget_texts (automaton);
}

/* Where words end. */
typedef struct
{
  gsize end;
  guint32 longest;
} Ending;

static gboolean
tell (const JkbTrieWord *words, const Ending *endings, guint n, JkbAutomatonFunc func, gpointer data)
{
  for (guint i = 0; i < n; i++)
    for (guint32 word = endings[i].longest; word != JKB_TRIE_NONE; word = words[word].next)
      if (!func (words[word].tag, endings[i].end - words[word].n_bytes, endings[i].end, data))
        return FALSE;
  return TRUE;
}

void
jkb_automaton_scan (const JkbAutomaton *automaton, const char *text, gsize n_bytes,
                    JkbAutomatonFunc func, gpointer data)
{
  const JkbText all = { text, n_bytes };
  const guint16 *symbols = automaton->symbols;
  const Slot *slots = automaton->slots;
  const guint n_code_points = automaton->n_code_points;
  guint32 state = ROOT_ROW, last = ROOT_ROW;
  gboolean goes_on = TRUE;

  for (gsize at = 0; at < n_bytes && goes_on;)
    {
      Ending endings[N_TOGETHER];
      guint n = 0;

      while (at < n_bytes && n < N_TOGETHER)
        {
          gunichar c = jkb_text_char (&all, at);
          guint symbol = c < n_code_points ? symbols[c] : 0;
          Slot one = slots[symbol], two = slots[last + symbol], to = slots[state + symbol];

          at = jkb_text_next (&all, at);
          two = two.symbol == symbol ? two : one;
          to = to.symbol == symbol ? to : two;
          state = to.row;
          last = one.row;
          endings[n] = (Ending){ at, to.output };
          n += to.output != NO_WORD;
        }
      goes_on = tell (automaton->words, endings, n, func, data);
    }
}
