/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A trie (Aho and Corasick, 1975). While words are added, nodes keep their children in a list. Sealing
 * numbers the nodes by depth, so that the children of a node lie side by side, their bytes in an array of
 * their own: a few neighbouring bytes are compared instead of a list walked. Nodes near the root, where
 * a scan spends most of its time, and those with many children get a table of 256 with every way
 * worked out, those over `fail` included. `fail` leads to the longest proper suffix that is in the trie,
 * `output` to the longest suffix that ends a word, the node itself first.
 */
#include "extract/jkb-automaton.h"

#include <string.h>

#define NONE G_MAXUINT32
#define N_BYTES 256
#define LIST_MAX 6                      /* children that are still sought one after the other */
#define TABLE_DEPTH_MAX 1               /* nodes so near the root always have a table */

/* While words are added. */
typedef struct
{
  guint32 first_child;
  guint32 next_sibling;
  guint32 word;                         /* number of the word that ends here, or NONE */
  guint16 depth;                        /* bytes from the root */
  guint8 byte;
} Sprout;

typedef struct
{
  guint32 first_child;
  guint32 fail;
  guint32 table;                        /* where its table begins, or NONE */
  guint32 output;                       /* nearest node that ends a word, from here on the way of fails */
  guint32 next_output;                  /* the one after it, for nodes that end a word */
  guint32 word;
  guint16 depth;
  guint16 n_children;
} Node;

struct _JkbAutomaton
{
  GArray *sprouts;                      /* until it is sealed */
  Node *nodes;                          /* from then on */
  guint8 *bytes;                        /* of each node: the byte that leads to it */
  GArray *tables;                       /* guint32[256] each */
  guint n_words;
};

static Sprout *
sprout_at (const JkbAutomaton *self, guint32 index)
{
  return &g_array_index (self->sprouts, Sprout, index);
}

static guint32
find_sprout (const JkbAutomaton *self, guint32 parent, guint8 byte)
{
  guint32 child = sprout_at (self, parent)->first_child;

  while (child != NONE && sprout_at (self, child)->byte != byte)
    child = sprout_at (self, child)->next_sibling;
  return child;
}

static guint32
add_sprout (JkbAutomaton *self, guint32 parent, guint8 byte)
{
  Sprout sprout = { NONE, NONE, NONE, 0, byte };
  guint32 index = self->sprouts->len;

  if (parent != NONE)
    {
      sprout.depth = sprout_at (self, parent)->depth + 1;
      sprout.next_sibling = sprout_at (self, parent)->first_child;
      sprout_at (self, parent)->first_child = index;
    }
  g_array_append_val (self->sprouts, sprout);
  return index;
}

/* Where @byte leads from @state. The root has a table, so that this ends. */
static inline guint32
follow (const Node *nodes, const guint8 *bytes, const guint32 *tables, guint32 state, guint8 byte)
{
  for (;;)
    {
      const Node *node = &nodes[state];

      if (node->table != NONE)
        return tables[node->table + byte];
      for (guint32 child = node->first_child; child < node->first_child + node->n_children; child++)
        if (bytes[child] == byte)
          return child;
      state = node->fail;
    }
}

/* Nodes are done in the order of their depth: a fail is always nearer to the root, and done. */
static void
add_table (JkbAutomaton *self, guint32 index)
{
  Node *node = &self->nodes[index];
  guint32 table[N_BYTES] = { 0 };

  if (node->depth > TABLE_DEPTH_MAX && node->n_children <= LIST_MAX)
    return;
  for (guint byte = 0; index != 0 && byte < N_BYTES; byte++)
    table[byte] = follow (self->nodes, self->bytes, (const guint32 *) (const void *) self->tables->data,
                          node->fail, (guint8) byte);
  for (guint32 child = node->first_child; child < node->first_child + node->n_children; child++)
    table[self->bytes[child]] = child;
  node->table = self->tables->len;
  g_array_append_vals (self->tables, table, N_BYTES);
}

static void
link_node (JkbAutomaton *self, guint32 parent, guint32 child)
{
  Node *node = &self->nodes[child];

  node->fail = parent == 0 ? 0
                           : follow (self->nodes, self->bytes,
                                     (const guint32 *) (const void *) self->tables->data,
                                     self->nodes[parent].fail, self->bytes[child]);
  node->next_output = self->nodes[node->fail].output;
  node->output = node->word != NONE ? child : node->next_output;
}

/* Numbers the nodes by depth: those of the children of a node follow each other. */
static void
number_nodes (JkbAutomaton *self)
{
  guint n_nodes = self->sprouts->len;
  g_autofree guint32 *order = g_new (guint32, n_nodes);
  guint32 n = 1;

  self->nodes = g_new0 (Node, n_nodes);
  self->bytes = g_new0 (guint8, n_nodes);
  order[0] = 0;
  for (guint32 i = 0; i < n_nodes; i++)
    {
      const Sprout *sprout = sprout_at (self, order[i]);

      self->nodes[i] = (Node){ n, 0, NONE, NONE, NONE, sprout->word, sprout->depth, 0 };
      self->bytes[i] = sprout->byte;
      for (guint32 child = sprout->first_child; child != NONE; child = sprout_at (self, child)->next_sibling)
        order[n++] = child;
      self->nodes[i].n_children = (guint16) (n - self->nodes[i].first_child);
    }
}

JkbAutomaton *
jkb_automaton_new (void)
{
  JkbAutomaton *self = g_new0 (JkbAutomaton, 1);

  self->sprouts = g_array_new (FALSE, FALSE, sizeof (Sprout));
  self->tables = g_array_new (FALSE, FALSE, sizeof (guint32));
  add_sprout (self, NONE, 0);
  return self;
}

void
jkb_automaton_free (JkbAutomaton *automaton)
{
  if (automaton == NULL)
    return;
  g_clear_pointer (&automaton->sprouts, g_array_unref);
  g_array_unref (automaton->tables);
  g_free (automaton->nodes);
  g_free (automaton->bytes);
  g_free (automaton);
}

guint
jkb_automaton_add (JkbAutomaton *automaton, const char *word)
{
  guint32 node = 0;

  g_return_val_if_fail (automaton->sprouts != NULL, 0);
  g_return_val_if_fail (*word != '\0' && strlen (word) < G_MAXUINT16, 0);

  for (const guint8 *p = (const guint8 *) word; *p != '\0'; p++)
    {
      guint32 child = find_sprout (automaton, node, *p);

      node = child != NONE ? child : add_sprout (automaton, node, *p);
    }
  if (sprout_at (automaton, node)->word == NONE)
    sprout_at (automaton, node)->word = automaton->n_words++;
  return sprout_at (automaton, node)->word;
}

void
jkb_automaton_seal (JkbAutomaton *automaton)
{
  guint n_nodes;

  g_return_if_fail (automaton->sprouts != NULL);

  n_nodes = automaton->sprouts->len;
  number_nodes (automaton);
  for (guint32 i = 0; i < n_nodes; i++)
    {
      const Node *node = &automaton->nodes[i];

      add_table (automaton, i);
      for (guint32 child = node->first_child; child < node->first_child + node->n_children; child++)
        link_node (automaton, i, child);
    }
  g_clear_pointer (&automaton->sprouts, g_array_unref);
}

void
jkb_automaton_scan (const JkbAutomaton *automaton, const char *text, gsize n_bytes,
                    JkbAutomatonFunc func, gpointer data)
{
  const Node *nodes = automaton->nodes;
  const guint8 *bytes = automaton->bytes;
  const guint32 *tables = (const guint32 *) (const void *) automaton->tables->data;
  guint32 state = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      state = follow (nodes, bytes, tables, state, (guint8) text[i]);
      for (guint32 out = nodes[state].output; out != NONE; out = nodes[out].next_output)
        if (!func (nodes[out].word, i + 1 - nodes[out].depth, i + 1, data))
          return;
    }
}
