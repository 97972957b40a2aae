/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Roles of a selection of cases, against a plain recomputation case by case. */
#include "frameworks/jkb-lens.h"

static JkbFrameworks *frameworks;

/* The strongest part that @role has in @phase of one case. */
static int
weigh_case (const JkbRole *role, guint32 subjects, JkbPhase phase)
{
  int weight = 0;

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    if ((subjects >> subject & 1) != 0)
      {
        g_autoptr(GPtrArray) cell = jkb_frameworks_cell (frameworks, subject, role);

        for (guint i = 0; i < cell->len; i++)
          {
            const JkbAssignment *part = g_ptr_array_index (cell, i);

            if (part->phase == phase)
              weight = MAX (weight, part->weight);
          }
      }
  return weight;
}

static const JkbLensRole *
find_role (const GPtrArray *lens, const JkbRole *role)
{
  for (guint i = 0; i < lens->len; i++)
    if (((const JkbLensRole *) g_ptr_array_index (lens, i))->role == role)
      return g_ptr_array_index (lens, i);
  return NULL;
}

static void
check_parts (const JkbLensRole *lens, JkbPhase phase, guint32 wanted)
{
  guint32 seen = 0;
  int before = lens->weight;

  for (guint i = 0; i < lens->parts->len; i++)
    {
      const JkbAssignment *part = g_ptr_array_index (lens->parts, i);

      g_assert_true (part->role == lens->role);
      g_assert_cmpint (part->phase, ==, phase);
      g_assert_cmpint (part->weight, <=, before);
      g_assert_true ((wanted >> part->subject & 1) != 0);
      g_assert_true ((seen >> part->subject & 1) == 0);
      seen |= 1u << part->subject;
      before = part->weight;
    }
}

static void
check_selection (const guint32 *cases, guint n_cases, const JkbFramework *framework,
                 JkbPhase phase)
{
  g_autoptr(GPtrArray) lens = jkb_frameworks_lens (frameworks, cases, n_cases, framework, phase);
  guint32 wanted = 0;
  guint n_found = 0, before = n_cases;

  for (guint i = 0; i < n_cases; i++)
    wanted |= cases[i];
  for (guint i = 0; i < framework->roles->len; i++)
    {
      const JkbRole *role = g_ptr_array_index (framework->roles, i);
      const JkbLensRole *found = find_role (lens, role);
      guint n_led = 0, n_part = 0;
      int strongest = 0;

      for (guint j = 0; j < n_cases; j++)
        {
          int weight = weigh_case (role, cases[j], phase);

          n_led += weight >= JKB_WEIGHT_LEAD;
          n_part += weight > 0;
          strongest = MAX (strongest, weight);
        }
      g_assert_true ((found != NULL) == (n_part > 0));
      if (found == NULL)
        continue;
      g_assert_cmpuint (found->n_led, ==, n_led);
      g_assert_cmpuint (found->n_cases, ==, n_part);
      g_assert_cmpint (found->weight, ==, strongest);
      check_parts (found, phase, wanted);
      n_found++;
    }
  g_assert_cmpuint (lens->len, ==, n_found);
  for (guint i = 0; i < lens->len; i++)
    {
      const JkbLensRole *one = g_ptr_array_index (lens, i);

      g_assert_cmpuint (one->n_led, <=, before);
      before = one->n_led;
    }
}

static void
test_recomputed (void)
{
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);

  for (int round = 0; round < 12; round++)
    {
      guint32 cases[9];
      guint n_cases = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (cases) + 1);

      for (guint i = 0; i < n_cases; i++)
        cases[i] = 1u << g_test_rand_int_range (0, JKB_N_SUBJECTS)
                   | (g_test_rand_bit () ? 1u << g_test_rand_int_range (0, JKB_N_SUBJECTS) : 0);
      for (guint i = 0; i < all->len; i++)
        check_selection (cases, n_cases, g_ptr_array_index (all, i),
                         (JkbPhase) g_test_rand_int_range (0, JKB_N_PHASES));
    }
}

/* A case of an unknown type asks for nobody. */
static void
test_nobody (void)
{
  const JkbFramework *nice = jkb_frameworks_find (frameworks, "nice", NULL);
  guint32 unknown = 0;
  g_autoptr(GPtrArray) of_none = jkb_frameworks_lens (frameworks, NULL, 0, nice, JKB_PHASE_RESPOND);
  g_autoptr(GPtrArray) of_unknown
      = jkb_frameworks_lens (frameworks, &unknown, 1, nice, JKB_PHASE_RESPOND);

  g_assert_cmpuint (of_none->len, ==, 0);
  g_assert_cmpuint (of_unknown->len, ==, 0);
}

static void
test_led (void)
{
  for (guint i = 0; i < jkb_frameworks_n_roles (frameworks); i++)
    {
      const JkbRole *role = jkb_frameworks_get_role (frameworks, i);
      g_autoptr(GPtrArray) leads = jkb_frameworks_led_by (frameworks, role);
      guint32 expected = 0;

      for (guint j = 0; j < leads->len; j++)
        expected |= 1u << ((const JkbAssignment *) g_ptr_array_index (leads, j))->subject;
      g_assert_cmphex (jkb_frameworks_subjects_led (frameworks, role), ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  frameworks = jkb_frameworks_load (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/lens/recomputed", test_recomputed);
  g_test_add_func ("/lens/nobody", test_nobody);
  g_test_add_func ("/lens/led", test_led);
  status = g_test_run ();
  jkb_frameworks_unref (frameworks);
  return status;
}
