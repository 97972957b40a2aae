/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-role-statements.h"

#include "frameworks/jkb-search-words.h"

#include <string.h>

const GPtrArray *
jkb_frameworks_statements (const JkbFrameworks *frameworks, const JkbRole *role,
                           const JkbFramework **edition)
{
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);
  const JkbRole *found = role->statements != NULL ? role : NULL;

  for (guint i = 0; i < all->len && found == NULL; i++)
    {
      const JkbFramework *other = g_ptr_array_index (all, i);
      const JkbRole *same = strcmp (other->id, role->framework->id) == 0
                                ? jkb_framework_find_role (other, role->id)
                                : NULL;

      if (same != NULL && same->statements != NULL)
        found = same;
    }
  if (edition != NULL)
    *edition = found != NULL ? found->framework : NULL;
  return found != NULL ? found->statements : NULL;
}

static GHashTable *
index_statements (const GPtrArray *statements)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; statements != NULL && i < statements->len; i++)
    g_hash_table_add (set, g_ptr_array_index (statements, i));
  return set;
}

/* Roles that share a statement share the object, so that pointers tell them apart. */
GPtrArray *
jkb_statements_pick (const GPtrArray *of, const GPtrArray *other, gboolean is_shared)
{
  g_autoptr(GHashTable) set = index_statements (other);
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < of->len; i++)
    if (g_hash_table_contains (set, g_ptr_array_index (of, i)) == (is_shared != FALSE))
      g_ptr_array_add (picked, g_ptr_array_index (of, i));
  return picked;
}

static gboolean
has_words (const JkbStatement *statement, const char *const *words)
{
  g_autofree char *text = g_strjoin ("\n", statement->id, statement->text, NULL);
  g_autofree char *folded = jkb_search_words_fold (text);

  return jkb_search_words_match (words, folded);
}

GPtrArray *
jkb_statements_search (const GPtrArray *statements, const char *words)
{
  g_autofree char *folded = jkb_search_words_fold (words);
  g_auto(GStrv) terms = jkb_search_words_split (folded);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < statements->len; i++)
    if (has_words (g_ptr_array_index (statements, i), (const char *const *) terms))
      g_ptr_array_add (found, g_ptr_array_index (statements, i));
  return found;
}

static guint
count_shared (GHashTable *set, const GPtrArray *statements)
{
  guint n = 0;

  for (guint i = 0; i < statements->len; i++)
    n += g_hash_table_contains (set, g_ptr_array_index (statements, i));
  return n;
}

GPtrArray *
jkb_frameworks_beside_by_statements (const JkbFrameworks *frameworks, const JkbRole *role)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  const GPtrArray *own = jkb_frameworks_statements (frameworks, role, NULL);
  g_autoptr(GHashTable) set = index_statements (own);

  for (guint i = 0; own != NULL && i < role->framework->roles->len; i++)
    {
      const JkbRole *other = g_ptr_array_index (role->framework->roles, i);
      const GPtrArray *theirs = jkb_frameworks_statements (frameworks, other, NULL);
      guint n_shared = theirs != NULL && other != role ? count_shared (set, theirs) : 0;
      JkbBeside beside = { other, n_shared, theirs != NULL ? theirs->len - n_shared : 0,
                           own->len - n_shared };

      if (n_shared > 0)
        g_ptr_array_add (found, g_memdup2 (&beside, sizeof beside));
    }
  g_ptr_array_sort (found, jkb_beside_compare);
  return found;
}
