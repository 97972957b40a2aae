/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-role-beside.h"

JkbBeside
jkb_frameworks_compare (const JkbFrameworks *frameworks, const JkbRole *from, const JkbRole *to)
{
  JkbBeside beside = { .role = to };

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    for (int phase = 0; phase < JKB_N_PHASES; phase++)
      {
        gboolean is_from = jkb_frameworks_weight (frameworks, subject, from, phase) > 0;
        gboolean is_to = jkb_frameworks_weight (frameworks, subject, to, phase) > 0;

        beside.n_shared += is_from && is_to;
        beside.n_new += !is_from && is_to;
        beside.n_left += is_from && !is_to;
      }
  return beside;
}

static guint
count_both (const JkbBeside *beside)
{
  return beside->n_shared + beside->n_new + beside->n_left;
}

/* Shares are compared without division: a / b > c / d as a * d > c * b. */
int
jkb_beside_compare (gconstpointer pa, gconstpointer pb)
{
  const JkbBeside *a = *(const JkbBeside *const *) pa;
  const JkbBeside *b = *(const JkbBeside *const *) pb;
  guint left = a->n_shared * count_both (b);
  guint right = b->n_shared * count_both (a);

  if (left != right)
    return left > right ? -1 : 1;
  return (a->role->index > b->role->index) - (a->role->index < b->role->index);
}

GPtrArray *
jkb_frameworks_beside (const JkbFrameworks *frameworks, const JkbRole *role,
                       const JkbFramework *framework)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < jkb_frameworks_n_roles (frameworks); i++)
    {
      const JkbRole *other = jkb_frameworks_get_role (frameworks, i);
      JkbBeside beside;

      if (other == role
          || (framework != NULL ? other->framework != framework : !other->framework->is_current))
        continue;
      beside = jkb_frameworks_compare (frameworks, role, other);
      if (beside.n_shared > 0)
        g_ptr_array_add (found, g_memdup2 (&beside, sizeof beside));
    }
  g_ptr_array_sort (found, jkb_beside_compare);
  return found;
}

GPtrArray *
jkb_frameworks_duties (const JkbFrameworks *frameworks, const JkbRole *of, const JkbRole *other,
                       gboolean is_shared)
{
  GPtrArray *found = g_ptr_array_new ();

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    {
      g_autoptr(GPtrArray) cell = jkb_frameworks_cell (frameworks, subject, of);

      for (guint i = 0; i < cell->len; i++)
        {
          JkbAssignment *assignment = g_ptr_array_index (cell, i);
          int weight = jkb_frameworks_weight (frameworks, subject, other, (int) assignment->phase);

          if ((weight > 0) == (is_shared != FALSE))
            g_ptr_array_add (found, assignment);
        }
    }
  return found;
}
