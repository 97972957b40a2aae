/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped files: what loading already checks of every row, and what only holds for these. */
#include <string.h>

#include "frameworks/jkb-frameworks.h"

static JkbFrameworks *frameworks;

static void
test_counts (void)
{
  static const struct
  {
    const char *id, *edition;
    guint n_roles, n_categories, n_areas;
    gboolean is_mapped;
  } expected[] = {
    { "nice", "2017", 52, 7, 33, FALSE },
    { "nice", "2.2.0", 42, 5, 0, TRUE },
    { "ecsf", "2022", 12, 1, 0, TRUE },
    { "ccf", "2023", 16, 1, 0, TRUE },
    { "ccf", "2026", 15, 1, 0, FALSE },
    { "secbok", "2021", 16, 1, 0, TRUE },
  };
  guint n_roles = 0;

  g_assert_cmpuint (jkb_frameworks_get_all (frameworks)->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const JkbFramework *framework
          = jkb_frameworks_find (frameworks, expected[i].id, expected[i].edition);

      g_assert_nonnull (framework);
      g_assert_cmpuint (framework->roles->len, ==, expected[i].n_roles);
      g_assert_cmpuint (framework->n_categories, ==, expected[i].n_categories);
      g_assert_cmpuint (framework->n_specialty_areas, ==, expected[i].n_areas);
      g_assert_cmpint (framework->is_mapped, ==, expected[i].is_mapped);
      n_roles += framework->roles->len;
    }
  g_assert_cmpuint (jkb_frameworks_n_roles (frameworks), ==, n_roles);
}

/* Each type and circumstance has somebody who leads in every edition that is current or that the map was
 * written for. */
static void
test_leads (void)
{
  const GPtrArray *editions = jkb_frameworks_get_all (frameworks);
  guint n_assignments = 0;

  for (guint i = 0; i < editions->len; i++)
    for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
      {
        const JkbFramework *framework = g_ptr_array_index (editions, i);
        g_autoptr(GPtrArray) found
            = jkb_frameworks_assignments (frameworks, subject, framework, JKB_PHASE_ANY);

        if (!framework->is_mapped && !framework->is_current)
          continue;
        g_assert_cmpuint (found->len, >=, 5);
        g_assert_cmpint (((JkbAssignment *) g_ptr_array_index (found, 0))->weight, ==,
                         JKB_WEIGHT_LEAD);
        n_assignments += framework->is_mapped ? found->len : 0;
      }
  g_assert_cmpuint (n_assignments, ==, 404);
}

/* The publisher's own name is Japanese for SecBoK and English for all others. */
static void
test_official_names (void)
{
  for (guint i = 0; i < jkb_frameworks_n_roles (frameworks); i++)
    {
      const JkbRole *role = jkb_frameworks_get_role (frameworks, i);
      gboolean is_japanese = strcmp (role->framework->id, "secbok") == 0;

      g_assert_cmpint (role->ja_is_official, ==, is_japanese);
      g_assert_cmpint (role->en_is_official, ==, !is_japanese);
    }
}

/* 40 of the 52 roles of 2017 continue in the current edition, 12 left for the DoD framework. */
static void
test_continuation (void)
{
  const JkbFramework *old = jkb_frameworks_find (frameworks, "nice", "2017");
  guint n_continued = 0, n_left = 0;

  for (guint i = 0; i < old->roles->len; i++)
    {
      const GPtrArray *neighbours
          = jkb_frameworks_neighbours (frameworks, g_ptr_array_index (old->roles, i));
      gboolean is_continued = FALSE, is_gone = FALSE;

      for (guint j = 0; j < neighbours->len; j++)
        {
          const JkbNeighbour *neighbour = g_ptr_array_index (neighbours, j);

          is_continued |= strcmp (neighbour->framework->id, "nice") == 0;
          is_gone |= strcmp (neighbour->framework->id, "dcwf") == 0;
        }
      g_assert_true (is_continued != is_gone);
      n_continued += is_continued;
      n_left += is_gone;
    }
  g_assert_cmpuint (n_continued, ==, 40);
  g_assert_cmpuint (n_left, ==, 12);
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  frameworks = jkb_frameworks_load (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/frameworks/data/counts", test_counts);
  g_test_add_func ("/frameworks/data/leads", test_leads);
  g_test_add_func ("/frameworks/data/official-names", test_official_names);
  g_test_add_func ("/frameworks/data/continuation", test_continuation);
  status = g_test_run ();
  jkb_frameworks_unref (frameworks);
  return status;
}
