/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "frameworks/jkb-frameworks.h"

static JkbFrameworks *frameworks;

static void
test_find (void)
{
  g_assert_cmpstr (jkb_frameworks_find (frameworks, "nice", NULL)->edition, ==, "2.2.0");
  g_assert_cmpstr (jkb_frameworks_find (frameworks, "nice", "2017")->edition, ==, "2017");
  g_assert_null (jkb_frameworks_find (frameworks, "nice", "3"));
  g_assert_null (jkb_frameworks_find (frameworks, "dcwf", "5.1"));
  g_assert_null (jkb_framework_find_role (jkb_frameworks_find (frameworks, "ccf", NULL), "x"));
}

static void
test_role (void)
{
  const JkbFramework *nice = jkb_frameworks_find (frameworks, "nice", "2017");
  const JkbRole *role = jkb_framework_find_role (nice, "SP-RSK-001");

  g_assert_cmpstr (role->name.en, ==, "Authorizing Official/Designating Representative");
  g_assert_cmpstr (role->name.ja, ==, "認可責任者・指定代理人");
  g_assert_cmpstr (role->opm_code, ==, "611");
  g_assert_cmpstr (role->specialty_area, ==, "Risk Management (RSK)");
  g_assert_true (role->en_is_official);
  g_assert_false (role->ja_is_official);
  g_assert_null (role->alt_titles[0]);
  g_assert_true (role->framework == nice);
  g_assert_true (jkb_frameworks_get_role (frameworks, role->index) == role);
}

static void
test_order_of_assignments (void)
{
  g_autoptr(GPtrArray) all
      = jkb_frameworks_assignments (frameworks, jkb_subject_from_type (JKB_TYPE_WEB_SKIMMING),
                                    NULL, JKB_PHASE_ANY);
  const JkbAssignment *previous = NULL;

  g_assert_cmpuint (all->len, ==, 29);
  for (guint i = 0; i < all->len; i++)
    {
      const JkbAssignment *assignment = g_ptr_array_index (all, i);

      g_assert_cmpint (assignment->subject, ==, jkb_subject_from_nick ("web_skimming"));
      g_assert_true (assignment->role->framework->is_current);
      g_assert_true ((assignment->via == NULL) == assignment->role->framework->is_mapped);
      if (previous != NULL)
        g_assert_cmpint (previous->weight, >=, assignment->weight);
      previous = assignment;
    }
}

/* Every way to look at the map has to tell the same. */
static void
test_views_agree (void)
{
  const GPtrArray *editions = jkb_frameworks_get_all (frameworks);
  guint n_all = 0, n_cells = 0, n_leads = 0, n_led = 0;

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    for (guint i = 0; i < editions->len; i++)
      {
        const JkbFramework *framework = g_ptr_array_index (editions, i);

        for (int phase = JKB_PHASE_ANY; phase < JKB_N_PHASES; phase++)
          {
            g_autoptr(GPtrArray) found
                = jkb_frameworks_assignments (frameworks, subject, framework, phase);

            for (guint j = 0; j < found->len; j++)
              {
                const JkbAssignment *assignment = g_ptr_array_index (found, j);
                int weight
                    = jkb_frameworks_weight (frameworks, subject, assignment->role, phase);

                g_assert_true (phase == JKB_PHASE_ANY ? weight >= assignment->weight
                                                      : weight == assignment->weight);
                n_leads += phase == JKB_PHASE_ANY && assignment->weight == JKB_WEIGHT_LEAD;
              }
            n_all += phase == JKB_PHASE_ANY ? found->len : 0;
          }
      }
  for (guint i = 0; i < jkb_frameworks_n_roles (frameworks); i++)
    {
      const JkbRole *role = jkb_frameworks_get_role (frameworks, i);
      g_autoptr(GPtrArray) led = jkb_frameworks_led_by (frameworks, role);

      n_led += led->len;
      for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
        {
          g_autoptr(GPtrArray) cell = jkb_frameworks_cell (frameworks, subject, role);
          const JkbAssignment *first = cell->len > 0 ? g_ptr_array_index (cell, 0) : NULL;

          g_assert_cmpint (jkb_frameworks_weight (frameworks, subject, role, JKB_PHASE_ANY), ==,
                           first != NULL ? first->weight : 0);
          n_cells += cell->len;
        }
    }
  g_assert_cmpuint (n_all, ==, n_cells);
  g_assert_cmpuint (n_leads, ==, n_led);
  g_assert_cmpuint (n_all, >, 404);     /* those of the map and those carried over */
}

static void
test_carried_over (void)
{
  const JkbFramework *old = jkb_frameworks_find (frameworks, "nice", "2017");
  g_autoptr(GPtrArray) found
      = jkb_frameworks_assignments (frameworks, jkb_subject_from_nick ("misdelivery"), old,
                                    JKB_PHASE_ANY);

  g_assert_cmpuint (found->len, ==, 6);
  for (guint i = 0; i < found->len; i++)
    {
      const JkbAssignment *assignment = g_ptr_array_index (found, i);
      g_autoptr(GPtrArray) cell
          = jkb_frameworks_cell (frameworks, assignment->subject, assignment->via);
      gboolean same = FALSE;

      g_assert_cmpstr (assignment->via->framework->edition, ==, "2.2.0");
      g_assert_cmpstr (assignment->via->opm_code, ==, assignment->role->opm_code);
      for (guint j = 0; j < cell->len; j++)
        {
          const JkbAssignment *own = g_ptr_array_index (cell, j);

          same |= own->phase == assignment->phase && own->weight == assignment->weight
                  && own->reason.ja == assignment->reason.ja;
        }
      g_assert_true (same);
    }
}

/* Each relation is seen from both of its ends. */
static void
test_neighbours (void)
{
  guint n_targets = 0;

  for (guint i = 0; i < jkb_frameworks_n_roles (frameworks); i++)
    {
      const JkbRole *role = jkb_frameworks_get_role (frameworks, i);
      const GPtrArray *neighbours = jkb_frameworks_neighbours (frameworks, role);
      int previous = 0;

      for (guint j = 0; j < neighbours->len; j++)
        {
          const JkbNeighbour *neighbour = g_ptr_array_index (neighbours, j);
          guint n_back = 0;

          n_targets += neighbour->is_target;
          g_assert_cmpint (neighbour->relation, >=, previous);
          previous = neighbour->relation;
          if (neighbour->role == NULL)
            {
              g_assert_cmpstr (neighbour->framework->id, ==, "dcwf");
              continue;
            }
          for (guint k = 0; k < jkb_frameworks_neighbours (frameworks, neighbour->role)->len; k++)
            {
              const JkbNeighbour *back = g_ptr_array_index (
                  jkb_frameworks_neighbours (frameworks, neighbour->role), k);

              n_back += back->role == role && back->relation == neighbour->relation
                        && back->is_target != neighbour->is_target;
            }
          g_assert_cmpuint (n_back, ==, 1);
        }
    }
  g_assert_cmpuint (n_targets, ==, 226);
}

static const char *
find_first (const char *words, const char *framework_id, guint *n_found)
{
  const JkbFramework *framework
      = framework_id != NULL ? jkb_frameworks_find (frameworks, framework_id, NULL) : NULL;
  g_autoptr(GPtrArray) found = jkb_frameworks_search (frameworks, words, framework);

  *n_found = found->len;
  return found->len > 0 ? ((JkbRole *) g_ptr_array_index (found, 0))->id : NULL;
}

static void
test_search (void)
{
  guint n;

  g_assert_cmpstr (find_first ("pd-wrl-003", NULL, &n), ==, "PD-WRL-003");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (find_first ("secbok-11", NULL, &n), ==, "secbok-11");
  g_assert_cmpstr (find_first ("ﾌｫﾚﾝｼﾞｯｸ", "secbok", &n), ==, "secbok-11");
  g_assert_cmpstr (find_first ("ＦＯＲＥＮＳＩＣＳ", "ecsf", &n), ==, "digital-forensics-investigator");
  g_assert_cmpstr (find_first ("pentester", NULL, &n), ==, "penetration-tester");
  g_assert_cmpstr (find_first ("  digital   ccf", "ccf", &n), ==, NULL);
  g_assert_cmpstr (find_first ("forensics digital", "ccf", &n), ==, "digital-forensics");
  g_assert_nonnull (find_first ("", "ecsf", &n));
  g_assert_cmpuint (n, ==, 12);
  g_assert_nonnull (find_first (NULL, NULL, &n));
  g_assert_cmpuint (n, ==, jkb_frameworks_n_roles (frameworks));
  g_assert_null (find_first ("%s <b>' OR 1", NULL, &n));
}

static void
test_subjects (void)
{
  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    {
      int circumstance = jkb_subject_get_circumstance (subject);
      JkbIncidentType type = jkb_subject_get_type (subject);

      g_assert_cmpint (jkb_subject_from_nick (jkb_subject_nick (subject)), ==, subject);
      g_assert_true ((type == JKB_TYPE_UNKNOWN) == (circumstance >= 0));
      g_assert_cmpint (type != JKB_TYPE_UNKNOWN ? jkb_subject_from_type (type)
                                                : jkb_subject_from_circumstance (circumstance),
                       ==, subject);
    }
  g_assert_cmpint (jkb_subject_from_nick ("unknown"), ==, JKB_SUBJECT_NONE);
  g_assert_cmpint (jkb_subject_from_nick ("name"), ==, JKB_SUBJECT_NONE);
  g_assert_cmpint (jkb_subject_from_nick (NULL), ==, JKB_SUBJECT_NONE);
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  frameworks = jkb_frameworks_load (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/frameworks/find", test_find);
  g_test_add_func ("/frameworks/role", test_role);
  g_test_add_func ("/frameworks/assignments/order", test_order_of_assignments);
  g_test_add_func ("/frameworks/assignments/views-agree", test_views_agree);
  g_test_add_func ("/frameworks/assignments/carried-over", test_carried_over);
  g_test_add_func ("/frameworks/neighbours", test_neighbours);
  g_test_add_func ("/frameworks/search", test_search);
  g_test_add_func ("/frameworks/subjects", test_subjects);
  status = g_test_run ();
  jkb_frameworks_unref (frameworks);
  return status;
}
