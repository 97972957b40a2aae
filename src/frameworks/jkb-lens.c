/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-lens.h"

#include "frameworks/jkb-frameworks-private.h"

static void
free_lens_role (gpointer data)
{
  JkbLensRole *lens = data;

  g_ptr_array_unref (lens->parts);
  g_free (lens);
}

static int
compare_lens_roles (gconstpointer pa, gconstpointer pb)
{
  const JkbLensRole *a = *(const JkbLensRole *const *) pa;
  const JkbLensRole *b = *(const JkbLensRole *const *) pb;
  int order = jkb_compare_ints (b->n_led, a->n_led);

  if (order == 0)
    order = jkb_compare_ints (b->weight, a->weight);
  if (order == 0)
    order = jkb_compare_ints (b->n_cases, a->n_cases);
  return order != 0 ? order : jkb_compare_ints (a->role->index, b->role->index);
}

/* Assignments come by subject and within it by weight. */
static int
compare_parts (gconstpointer pa, gconstpointer pb)
{
  const JkbAssignment *a = *(const JkbAssignment *const *) pa;
  const JkbAssignment *b = *(const JkbAssignment *const *) pb;
  int order = jkb_compare_ints (b->weight, a->weight);

  return order != 0 ? order : jkb_compare_ints (a->subject, b->subject);
}

static guint
count_cases (const guint32 *cases, guint n_cases, guint32 subjects)
{
  guint n = 0;

  for (guint i = 0; i < n_cases; i++)
    n += (cases[i] & subjects) != 0;
  return n;
}

/* Only the subjects that occur: a part that no case asks for is none. */
static GPtrArray *
list_parts (const JkbFrameworks *self, const JkbRole *role, JkbPhase phase, guint32 wanted,
            guint32 *led, guint32 *involved)
{
  GPtrArray *parts = g_ptr_array_new ();

  for (guint i = 0; i < self->assignments->len; i++)
    {
      JkbAssignment *assignment = g_ptr_array_index (self->assignments, i);
      guint32 bit = 1u << assignment->subject;

      if (assignment->role != role || assignment->phase != phase || (wanted & bit) == 0)
        continue;
      g_ptr_array_add (parts, assignment);
      *involved |= bit;
      if (assignment->weight >= JKB_WEIGHT_LEAD)
        *led |= bit;
    }
  g_ptr_array_sort (parts, compare_parts);
  return parts;
}

GPtrArray *
jkb_frameworks_lens (const JkbFrameworks *frameworks, const guint32 *cases, guint n_cases,
                     const JkbFramework *framework, JkbPhase phase)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (free_lens_role);
  guint32 wanted = 0;

  g_return_val_if_fail (cases != NULL || n_cases == 0, found);

  for (guint i = 0; i < n_cases; i++)
    wanted |= cases[i];
  for (guint i = 0; i < framework->roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (framework->roles, i);
      guint32 led = 0, involved = 0;
      g_autoptr(GPtrArray) parts = list_parts (frameworks, role, phase, wanted, &led, &involved);
      JkbLensRole *lens;

      if (parts->len == 0)
        continue;
      lens = g_new0 (JkbLensRole, 1);
      lens->role = role;
      lens->weight = ((const JkbAssignment *) g_ptr_array_index (parts, 0))->weight;
      lens->n_led = count_cases (cases, n_cases, led);
      lens->n_cases = count_cases (cases, n_cases, involved);
      lens->parts = g_steal_pointer (&parts);
      g_ptr_array_add (found, lens);
    }
  g_ptr_array_sort (found, compare_lens_roles);
  return found;
}

guint32
jkb_frameworks_subjects_led (const JkbFrameworks *frameworks, const JkbRole *role)
{
  guint32 led = 0;

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    if (jkb_frameworks_weight (frameworks, subject, role, JKB_PHASE_ANY) >= JKB_WEIGHT_LEAD)
      led |= 1u << subject;
  return led;
}
