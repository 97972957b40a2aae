/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A trie whose nodes keep their children in a list; nodes with many children (the lead bytes of
 * kana and kanji) get a table of 256 when the automaton is sealed. `fail` leads to the longest
 * proper suffix that is in the trie, `output` to the longest suffix that ends a word.
 */
#include "extract/jkb-automaton.h"

#include <string.h>

#define NONE G_MAXUINT32
#define LIST_MAX 6                      /* children that are still sought in the list */

typedef struct
{
  guint32 first_child;
  guint32 next_sibling;
  guint32 fail;
  guint32 output;                       /* nearest node on the way of fails that ends a word */
  guint32 word;                         /* number of the word that ends here, or NONE */
  guint32 table;                        /* number of its table, or NONE */
  guint16 depth;                        /* bytes from the root */
  guint8 byte;
} Node;

struct _JkbAutomaton
{
  GArray *nodes;
  GArray *tables;                       /* guint32[256] each */
  guint n_words;
};

static Node *
node_at (const JkbAutomaton *self, guint32 index)
{
  return &g_array_index (self->nodes, Node, index);
}

static guint32
find_in_list (const JkbAutomaton *self, guint32 node, guint8 byte)
{
  guint32 child = node_at (self, node)->first_child;

  while (child != NONE && node_at (self, child)->byte != byte)
    child = node_at (self, child)->next_sibling;
  return child;
}

static inline guint32
find_child (const JkbAutomaton *self, guint32 node, guint8 byte)
{
  guint32 table = node_at (self, node)->table;

  if (table != NONE)
    return g_array_index (self->tables, guint32, table * 256 + byte);
  return find_in_list (self, node, byte);
}

static guint32
add_node (JkbAutomaton *self, guint32 parent, guint8 byte)
{
  Node node = { NONE, NONE, 0, NONE, NONE, NONE, 0, byte };
  guint32 index = self->nodes->len;

  if (parent != NONE)
    {
      node.depth = node_at (self, parent)->depth + 1;
      node.next_sibling = node_at (self, parent)->first_child;
      node_at (self, parent)->first_child = index;
    }
  g_array_append_val (self->nodes, node);
  return index;
}

static void
add_table (JkbAutomaton *self, guint32 index)
{
  guint32 table[256];
  guint n_children = 0;

  memset (table, 0xff, sizeof table);
  for (guint32 child = node_at (self, index)->first_child; child != NONE;
       child = node_at (self, child)->next_sibling)
    {
      table[node_at (self, child)->byte] = child;
      n_children++;
    }
  if (index != 0 && n_children <= LIST_MAX)
    return;
  node_at (self, index)->table = self->tables->len / 256;
  g_array_append_vals (self->tables, table, 256);
}

static void
link_child (JkbAutomaton *self, guint32 parent, guint32 child)
{
  Node *node = node_at (self, child);
  guint32 fail = node_at (self, parent)->fail;
  guint32 next = NONE;

  if (parent != 0)
    {
      while ((next = find_in_list (self, fail, node->byte)) == NONE && fail != 0)
        fail = node_at (self, fail)->fail;
    }
  node->fail = next != NONE ? next : 0;
  node->output = node_at (self, node->fail)->word != NONE ? node->fail
                                                          : node_at (self, node->fail)->output;
}

JkbAutomaton *
jkb_automaton_new (void)
{
  JkbAutomaton *self = g_new0 (JkbAutomaton, 1);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self->tables = g_array_new (FALSE, FALSE, sizeof (guint32));
  add_node (self, NONE, 0);
  return self;
}

void
jkb_automaton_free (JkbAutomaton *automaton)
{
  if (automaton == NULL)
    return;
  g_array_unref (automaton->nodes);
  g_array_unref (automaton->tables);
  g_free (automaton);
}

guint
jkb_automaton_add (JkbAutomaton *automaton, const char *word)
{
  guint32 node = 0;

  g_return_val_if_fail (*word != '\0' && strlen (word) < G_MAXUINT16, 0);

  for (const guint8 *p = (const guint8 *) word; *p != '\0'; p++)
    {
      guint32 child = find_in_list (automaton, node, *p);

      node = child != NONE ? child : add_node (automaton, node, *p);
    }
  if (node_at (automaton, node)->word == NONE)
    node_at (automaton, node)->word = automaton->n_words++;
  return node_at (automaton, node)->word;
}

void
jkb_automaton_seal (JkbAutomaton *automaton)
{
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 root = 0;

  g_array_append_val (queue, root);
  for (guint i = 0; i < queue->len; i++)
    {
      guint32 parent = g_array_index (queue, guint32, i);

      for (guint32 child = node_at (automaton, parent)->first_child; child != NONE;
           child = node_at (automaton, child)->next_sibling)
        {
          link_child (automaton, parent, child);
          g_array_append_val (queue, child);
        }
    }
  for (guint32 i = 0; i < automaton->nodes->len; i++)
    add_table (automaton, i);
}

void
jkb_automaton_scan (const JkbAutomaton *automaton, const char *text, gsize n_bytes,
                    JkbAutomatonFunc func, gpointer data)
{
  guint32 state = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      guint8 byte = (guint8) text[i];
      guint32 next;

      while ((next = find_child (automaton, state, byte)) == NONE && state != 0)
        state = node_at (automaton, state)->fail;
      state = next != NONE ? next : 0;
      for (guint32 out = node_at (automaton, state)->word != NONE ? state
                                                                  : node_at (automaton, state)->output;
           out != NONE; out = node_at (automaton, out)->output)
        {
          const Node *node = node_at (automaton, out);

          if (!func (node->word, i + 1 - node->depth, i + 1, data))
            return;
        }
    }
}
