/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-file-beside.h"

/* Statements are one object each, so that pointers tell them apart. */
static guint
count_shared (GHashTable *own, const JkbFileRole *other)
{
  guint n = 0;

  for (guint i = 0; i < other->statements->len; i++)
    n += g_hash_table_contains (own, g_ptr_array_index (other->statements, i));
  return n;
}

/* Shares without division: a / b > c / d as a × d > c × b. The sort is stable. */
static int
compare_beside (gconstpointer pa, gconstpointer pb)
{
  const JkbFileBeside *a = *(const JkbFileBeside *const *) pa;
  const JkbFileBeside *b = *(const JkbFileBeside *const *) pb;
  guint64 left = (guint64) a->n_shared * (b->n_shared + b->n_new + b->n_left);
  guint64 right = (guint64) b->n_shared * (a->n_shared + a->n_new + a->n_left);

  return (left < right) - (left > right);
}

GPtrArray *
jkb_framework_file_beside (const JkbFrameworkFile *file, const JkbFileRole *role)
{
  g_autoptr(GHashTable) own = g_hash_table_new (NULL, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < role->statements->len; i++)
    g_hash_table_add (own, g_ptr_array_index (role->statements, i));
  for (guint i = 0; i < file->roles->len; i++)
    {
      const JkbFileRole *other = g_ptr_array_index (file->roles, i);
      guint n_shared = count_shared (own, other);
      JkbFileBeside beside = { other, n_shared, other->statements->len - n_shared,
                               role->statements->len - n_shared };

      if (other != role && n_shared > 0)
        g_ptr_array_add (found, g_memdup2 (&beside, sizeof beside));
    }
  g_ptr_array_sort (found, compare_beside);
  return found;
}
