/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plans against a plain recomputation: a table of what is open, struck out role by role.
 */
#include <string.h>

#include "frameworks/jkb-training-plan.h"

static JkbFrameworks *frameworks;

typedef struct
{
  const JkbFramework *framework;
  GPtrArray *held;
  guint64 n_cases[JKB_N_SUBJECTS];
  GPtrArray *cells;
  GPtrArray *steps;
} Organisation;

static const JkbRole *
pick_role (void)
{
  return jkb_frameworks_get_role (
      frameworks, (guint) g_test_rand_int_range (0, (gint32) jkb_frameworks_n_roles (frameworks)));
}

static void
make_organisation (Organisation *org, int n_held)
{
  org->framework = pick_role ()->framework;
  org->held = g_ptr_array_new ();
  for (int i = 0; i < n_held; i++)
    g_ptr_array_add (org->held, (gpointer) pick_role ());
  for (int i = 0; i < JKB_N_SUBJECTS; i++)
    org->n_cases[i] = (guint64) g_test_rand_int_range (0, 40);
  org->cells = jkb_coverage_new (frameworks, org->held, org->framework, org->n_cases);
  org->steps = jkb_training_plan_new (frameworks, org->cells, org->held, org->framework);
}

static void
clear_organisation (Organisation *org)
{
  g_ptr_array_unref (org->held);
  g_ptr_array_unref (org->cells);
  g_ptr_array_unref (org->steps);
}

/* What @role is worth, from the weights of the matrix alone. */
static void
weigh (const Organisation *org, gboolean open[JKB_N_SUBJECTS][JKB_N_PHASES], const JkbRole *role,
       guint64 worth[2])
{
  memset (worth, 0, 2 * sizeof *worth);
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    for (int phase = 0; phase < JKB_N_PHASES; phase++)
      if (open[subject][phase])
        {
          guint64 weight = (guint64) jkb_frameworks_weight (frameworks, subject, role, phase);

          worth[0] += weight * org->n_cases[subject];
          worth[1] += weight;
        }
}

static void
find_open (const Organisation *org, gboolean open[JKB_N_SUBJECTS][JKB_N_PHASES])
{
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    for (int phase = 0; phase < JKB_N_PHASES; phase++)
      {
        g_autoptr(GPtrArray) needed
            = jkb_frameworks_assignments (frameworks, subject, org->framework, phase);

        open[subject][phase] = needed->len > 0;
        for (guint i = 0; i < org->held->len; i++)
          if (jkb_frameworks_weight (frameworks, subject, g_ptr_array_index (org->held, i), phase))
            open[subject][phase] = FALSE;
      }
}

/* No role would have been worth more; the parts are those that were open, and no longer are. */
static void
check_step (const Organisation *org, gboolean open[JKB_N_SUBJECTS][JKB_N_PHASES],
            const JkbPlanStep *step)
{
  guint64 own[2], other[2], n_cases = 0;
  guint n_closed = 0;

  weigh (org, open, step->role, own);
  g_assert_cmpuint (own[1], >, 0);
  for (guint i = 0; i < org->framework->roles->len; i++)
    {
      weigh (org, open, g_ptr_array_index (org->framework->roles, i), other);
      g_assert_true (other[0] < own[0] || (other[0] == own[0] && other[1] <= own[1]));
    }
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    for (int phase = 0; phase < JKB_N_PHASES; phase++)
      n_closed += open[subject][phase]
                  && jkb_frameworks_weight (frameworks, subject, step->role, phase) > 0;
  g_assert_cmpuint (step->closed->len, ==, n_closed);
  for (guint i = 0; i < step->closed->len; i++)
    {
      const JkbAssignment *part = g_ptr_array_index (step->closed, i);

      g_assert_true (part->role == step->role);
      g_assert_true (open[part->subject][part->phase]);
      open[part->subject][part->phase] = FALSE;
      n_cases += org->n_cases[part->subject];
    }
  g_assert_cmpuint (step->n_cases, ==, n_cases);
}

static void
check_nearest (const Organisation *org, const JkbPlanStep *step)
{
  guint most = 0;

  for (guint i = 0; i < org->held->len; i++)
    most = MAX (most, jkb_frameworks_compare (frameworks, g_ptr_array_index (org->held, i),
                                              step->role).n_shared);
  g_assert_cmpuint (step->from.n_shared, ==, most);
  g_assert_true ((step->from.role != NULL) == (most > 0));
}

static void
test_steps (void)
{
  for (int round = 0; round < 30; round++)
    {
      Organisation org;
      gboolean open[JKB_N_SUBJECTS][JKB_N_PHASES];

      make_organisation (&org, g_test_rand_int_range (0, 5));
      find_open (&org, open);
      for (guint i = 0; i < org.steps->len; i++)
        {
          check_step (&org, open, g_ptr_array_index (org.steps, i));
          check_nearest (&org, g_ptr_array_index (org.steps, i));
        }
      for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
        for (int phase = 0; phase < JKB_N_PHASES; phase++)
          g_assert_false (open[subject][phase]);
      clear_organisation (&org);
    }
}

/* Whoever has all roles needs no plan. */
static void
test_nobody_missing (void)
{
  const JkbFramework *framework = jkb_frameworks_find (frameworks, "nice", NULL);
  g_autoptr(GPtrArray) cells
      = jkb_coverage_new (frameworks, framework->roles, framework, NULL);
  g_autoptr(GPtrArray) steps
      = jkb_training_plan_new (frameworks, cells, framework->roles, framework);

  g_assert_cmpuint (steps->len, ==, 0);
}

static guint
count_closed (const GPtrArray *steps)
{
  guint n = 0;

  for (guint i = 0; i < steps->len; i++)
    n += ((const JkbPlanStep *) g_ptr_array_index (steps, i))->closed->len;
  return n;
}

static void
test_table (void)
{
  Organisation org;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n = 0;

  make_organisation (&org, 1);
  text = jkb_training_plan_print (org.steps, org.cells);
  lines = g_strsplit (text, "\n", -1);
  for (; lines[n] != NULL && *lines[n] != '\0'; n++)
    {
      g_auto(GStrv) fields = g_strsplit (lines[n], "\t", -1);

      g_assert_cmpuint (g_strv_length (fields), ==, 13);
      if (n > 0)
        {
          JkbSubject subject = jkb_subject_from_nick (fields[6]);

          g_assert_nonnull (jkb_framework_find_role (org.framework, fields[3]));
          g_assert_cmpint (g_ascii_strtoll (fields[9], NULL, 10), ==, org.n_cases[subject]);
        }
    }
  g_assert_cmpuint (n, ==, 1 + count_closed (org.steps));
  g_assert_cmpstr (lines[n + 1], ==, NULL);
  clear_organisation (&org);
}

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  frameworks = jkb_frameworks_load (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/training-plan/steps", test_steps);
  g_test_add_func ("/training-plan/nobody-missing", test_nobody_missing);
  g_test_add_func ("/training-plan/table", test_table);
  status = g_test_run ();
  jkb_frameworks_unref (frameworks);
  return status;
}
