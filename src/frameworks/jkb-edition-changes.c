/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-edition-changes.h"

#include <string.h>

/* “Technical Support (Desk)” and “technical support ” are one name. */
static char *
make_plain (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  char *bracket = strrchr (folded, '(');

  if (bracket != NULL)
    *bracket = '\0';
  return g_strdup (g_strstrip (folded));
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *plain_a = make_plain (a);
  g_autofree char *plain_b = make_plain (b);

  return strcmp (plain_a, plain_b) == 0;
}

static guint
count_relations (const JkbFrameworks *frameworks, const JkbRole *role, const JkbFramework *other,
                 const JkbRole **first)
{
  const GPtrArray *neighbours = jkb_frameworks_neighbours (frameworks, role);
  guint n = 0;

  for (guint i = 0; i < neighbours->len; i++)
    {
      const JkbNeighbour *neighbour = g_ptr_array_index (neighbours, i);

      if (neighbour->framework != other || neighbour->role == NULL)
        continue;
      if (n++ == 0 && first != NULL)
        *first = neighbour->role;
    }
  return n;
}

static const JkbNeighbour *
find_elsewhere (const JkbFrameworks *frameworks, const JkbRole *role)
{
  const GPtrArray *neighbours = jkb_frameworks_neighbours (frameworks, role);

  for (guint i = 0; i < neighbours->len; i++)
    {
      const JkbNeighbour *neighbour = g_ptr_array_index (neighbours, i);

      if (neighbour->role == NULL && neighbour->relation != JKB_RELATION_PARTIAL)
        return neighbour;
    }
  return NULL;
}

/* Categories have new names in each edition: the heir of one is where most of its roles are now. */
static const char *
find_heir (const JkbFrameworks *frameworks, const JkbRole *of, const JkbFramework *edition)
{
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *heir = NULL;
  guint most = 0;

  for (guint i = 0; i < of->framework->roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (of->framework->roles, i);
      const JkbRole *to = NULL;
      guint n;

      if (strcmp (role->category.en, of->category.en) != 0
          || count_relations (frameworks, role, edition, &to) == 0)
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, to->category.en)) + 1;
      g_hash_table_insert (counts, (gpointer) to->category.en, GUINT_TO_POINTER (n));
      if (n > most)
        {
          most = n;
          heir = to->category.en;
        }
    }
  return heir;
}

static JkbEditionChange
follow (const JkbFrameworks *frameworks, const JkbRole *from, const JkbFramework *edition)
{
  JkbEditionChange change = { .from = from };

  if (count_relations (frameworks, from, edition, &change.to) == 0)
    {
      change.what = JKB_CHANGE_LEFT;
      change.elsewhere = find_elsewhere (frameworks, from);
      return change;
    }
  if (!is_same_name (from->name.en, change.to->name.en))
    change.what |= JKB_CHANGE_RENAMED;
  if (g_strcmp0 (find_heir (frameworks, from, edition), change.to->category.en) != 0)
    change.what |= JKB_CHANGE_MOVED;
  if (count_relations (frameworks, change.to, from->framework, NULL) > 1)
    change.what |= JKB_CHANGE_MERGED;
  return change;
}

GPtrArray *
jkb_frameworks_changes (const JkbFrameworks *frameworks, const JkbFramework *from,
                        const JkbFramework *to)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < from->roles->len; i++)
    {
      JkbEditionChange change = follow (frameworks, g_ptr_array_index (from->roles, i), to);

      g_ptr_array_add (changes, g_memdup2 (&change, sizeof change));
    }
  for (guint i = 0; i < to->roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (to->roles, i);
      JkbEditionChange change = { .what = JKB_CHANGE_NEW, .to = role };

      if (count_relations (frameworks, role, from, NULL) == 0)
        g_ptr_array_add (changes, g_memdup2 (&change, sizeof change));
    }
  return changes;
}
