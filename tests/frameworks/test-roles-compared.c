/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Roles beside each other, ways between them, coverage and the ledger of editions, each against a
 * plain recomputation from the assignments and relations alone.
 */
#include "core/jkb-error.h"
#include "frameworks/jkb-coverage.h"
#include "frameworks/jkb-edition-changes.h"
#include "frameworks/jkb-role-path.h"

static JkbFrameworks *frameworks;

/* The duties of a role as text, told from the assignments of its edition. */
static GHashTable *
list_duties (const JkbRole *role)
{
  GHashTable *duties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
    {
      g_autoptr(GPtrArray) all
          = jkb_frameworks_assignments (frameworks, subject, role->framework, JKB_PHASE_ANY);

      for (guint i = 0; i < all->len; i++)
        {
          const JkbAssignment *assignment = g_ptr_array_index (all, i);

          if (assignment->role == role)
            g_hash_table_add (duties, g_strdup_printf ("%s/%d", jkb_subject_nick (subject),
                                                       (int) assignment->phase));
        }
    }
  return duties;
}

static guint
count_shared (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    n += g_hash_table_contains (b, key);
  return n;
}

static const JkbRole *
pick_role (void)
{
  return jkb_frameworks_get_role (
      frameworks, (guint) g_test_rand_int_range (0, (gint32) jkb_frameworks_n_roles (frameworks)));
}

static void
test_beside (void)
{
  for (int round = 0; round < 40; round++)
    {
      const JkbRole *role = pick_role ();
      const JkbFramework *framework = g_test_rand_bit () ? pick_role ()->framework : NULL;
      g_autoptr(GHashTable) own = list_duties (role);
      g_autoptr(GPtrArray) beside = jkb_frameworks_beside (frameworks, role, framework);
      guint n_expected = 0;
      double previous = 2;

      for (guint i = 0; i < jkb_frameworks_n_roles (frameworks); i++)
        {
          const JkbRole *other = jkb_frameworks_get_role (frameworks, i);
          g_autoptr(GHashTable) duties = list_duties (other);

          n_expected += other != role && count_shared (own, duties) > 0
                        && (framework != NULL ? other->framework == framework
                                              : other->framework->is_current);
        }
      g_assert_cmpuint (beside->len, ==, n_expected);
      for (guint i = 0; i < beside->len; i++)
        {
          const JkbBeside *found = g_ptr_array_index (beside, i);
          g_autoptr(GHashTable) duties = list_duties (found->role);
          guint n_shared = count_shared (own, duties);
          guint n_own = g_hash_table_size (own), n_other = g_hash_table_size (duties);
          double share = (double) n_shared / (n_own + n_other - n_shared);
          g_autoptr(GPtrArray) shared
              = jkb_frameworks_duties (frameworks, found->role, role, TRUE);
          g_autoptr(GPtrArray) new = jkb_frameworks_duties (frameworks, found->role, role, FALSE);

          g_assert_cmpuint (found->n_shared, ==, n_shared);
          g_assert_cmpuint (found->n_new, ==, n_other - n_shared);
          g_assert_cmpuint (found->n_left, ==, n_own - n_shared);
          g_assert_cmpuint (shared->len, ==, n_shared);
          g_assert_cmpuint (new->len, ==, n_other - n_shared);
          g_assert_cmpfloat (share, <=, previous);
          previous = share;
        }
    }
}

static guint
get_effort (const JkbRole *from, const JkbRole *to, GHashTable **duties)
{
  static const guint efforts[] = { 10, 20, 40 };
  const GPtrArray *neighbours = jkb_frameworks_neighbours (frameworks, from);
  guint n_shared = count_shared (duties[from->index], duties[to->index]);
  guint n_to = g_hash_table_size (duties[to->index]);
  guint best = G_MAXUINT;

  for (guint i = 0; i < neighbours->len; i++)
    {
      const JkbNeighbour *neighbour = g_ptr_array_index (neighbours, i);

      if (neighbour->role == to)
        best = MIN (best, efforts[neighbour->relation]);
    }
  if (from->framework == to->framework && from != to && n_shared > 0)
    best = MIN (best, 20 + 60 * (n_to - n_shared) / n_to);
  return best;
}

/* Bellman and Ford: no order, no settling, only rounds until nothing changes. */
static void
relax_all (const guint *efforts, guint n, guint from, guint *costs)
{
  gboolean changed = TRUE;

  for (guint i = 0; i < n; i++)
    costs[i] = i == from ? 0 : G_MAXUINT;
  while (changed)
    {
      changed = FALSE;
      for (guint a = 0; a < n; a++)
        for (guint b = 0; b < n; b++)
          if (costs[a] != G_MAXUINT && efforts[a * n + b] != G_MAXUINT
              && costs[a] + efforts[a * n + b] < costs[b])
            {
              costs[b] = costs[a] + efforts[a * n + b];
              changed = TRUE;
            }
    }
}

static void
check_path (const JkbRole *from, const JkbRole *to, guint cost)
{
  g_autoptr(GPtrArray) path = jkb_frameworks_path (frameworks, from, to);
  const JkbRole *here = from;
  guint sum = 0;

  if (cost == G_MAXUINT)
    {
      g_assert_null (path);
      return;
    }
  g_assert_nonnull (path);
  for (guint i = 0; i < path->len; i++)
    {
      const JkbRoleStep *step = g_ptr_array_index (path, i);

      g_assert_true (step->from == here);
      g_assert_true (step->beside.role == step->to);
      g_assert_true (step->neighbour == NULL || step->neighbour->role == step->to);
      sum += step->effort;
      here = step->to;
    }
  g_assert_true (here == to);
  g_assert_cmpuint (sum, ==, cost);
}

static void
test_paths (void)
{
  guint n = jkb_frameworks_n_roles (frameworks);
  g_autofree GHashTable **duties = g_new (GHashTable *, n);
  g_autofree guint *efforts = g_new (guint, n * n);
  g_autofree guint *costs = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    duties[i] = list_duties (jkb_frameworks_get_role (frameworks, i));
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      efforts[a * n + b] = get_effort (jkb_frameworks_get_role (frameworks, a),
                                       jkb_frameworks_get_role (frameworks, b), duties);
  for (int round = 0; round < 10; round++)
    {
      const JkbRole *from = pick_role ();

      relax_all (efforts, n, from->index, costs);
      check_path (from, from, 0);
      for (int i = 0; i < 6; i++)
        {
          const JkbRole *to = pick_role ();

          check_path (from, to, costs[to->index]);
        }
    }
  for (guint i = 0; i < n; i++)
    g_hash_table_unref (duties[i]);
}

static int
find_weight (const JkbRole *role, JkbSubject subject, int phase)
{
  return jkb_frameworks_weight (frameworks, subject, role, phase);
}

static void
test_coverage (void)
{
  for (int round = 0; round < 20; round++)
    {
      const JkbFramework *framework = pick_role ()->framework;
      g_autoptr(GPtrArray) held = g_ptr_array_new ();
      g_autoptr(GPtrArray) cells = NULL;
      guint64 n_cases[JKB_N_SUBJECTS];
      guint n_expected = 0;
      gboolean is_held_seen = FALSE;

      for (int i = g_test_rand_int_range (0, 6); i > 0; i--)
        g_ptr_array_add (held, (gpointer) pick_role ());
      for (int i = 0; i < JKB_N_SUBJECTS; i++)
        n_cases[i] = (guint64) g_test_rand_int_range (0, 50);
      cells = jkb_coverage_new (frameworks, held, framework, n_cases);
      for (JkbSubject subject = 0; subject < JKB_N_SUBJECTS; subject++)
        for (int phase = 0; phase < JKB_N_PHASES; phase++)
          {
            int most = 0;

            for (guint i = 0; i < framework->roles->len; i++)
              most = MAX (most, find_weight (g_ptr_array_index (framework->roles, i), subject,
                                             phase));
            n_expected += most > 0;
          }
      g_assert_cmpuint (cells->len, ==, n_expected);
      for (guint i = 0; i < cells->len; i++)
        {
          const JkbCoverageCell *cell = g_ptr_array_index (cells, i);
          int most = 0;

          for (guint j = 0; j < held->len; j++)
            most = MAX (most, find_weight (g_ptr_array_index (held, j), cell->subject,
                                           (int) cell->phase));
          g_assert_cmpint (cell->held != NULL ? cell->held->weight : 0, ==, most);
          g_assert_cmpuint (cell->n_cases, ==, n_cases[cell->subject]);
          g_assert_false (is_held_seen && cell->held == NULL);
          is_held_seen |= cell->held != NULL;
        }
    }
}

static void
test_coverage_file (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } bad[] = {
    { "nice OG-WRL-001\nnice OG-WRL-999\n", "f:2: no role “OG-WRL-999”" },
    { "# nothing\n\nsfia x\n", "f:3: no framework “sfia”" },
    { "nice\n", "f:1: no role “”" },
    { "nice:3 x\n", "f:1: no framework “nice:3”" },
    { "\xff\n", "f: not UTF-8" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) roles
      = jkb_coverage_read (frameworks, " nice  OG-WRL-001 # ours\r\nnice\tOG-WRL-001\n\n"
                                       "ccf digital-forensics", "f", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (roles->len, ==, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) refused = NULL;

      g_assert_null (jkb_coverage_read (frameworks, bad[i].text, "f", &refused));
      g_assert_error (refused, JKB_CORE_ERROR, JKB_CORE_ERROR_DATA_FILE);
      g_assert_cmpstr (refused->message, ==, bad[i].message);
    }
}

/* 40 of the 52 roles of 2017 go on in 39 roles; 12 went to the DoD; three have no ancestor. */
/* 16 specialisms became 15: one left, nothing else happened. */
static void
test_specialisms (void)
{
  const JkbFramework *from = jkb_frameworks_find (frameworks, "ccf", "2023");
  const JkbFramework *to = jkb_frameworks_find (frameworks, "ccf", NULL);
  g_autoptr(GPtrArray) changes = jkb_frameworks_changes (frameworks, from, to);
  guint n_same = 0;

  g_assert_cmpstr (to->edition, ==, "2026");
  g_assert_cmpuint (changes->len, ==, 16);
  for (guint i = 0; i < changes->len; i++)
    {
      const JkbEditionChange *change = g_ptr_array_index (changes, i);

      n_same += change->what == JKB_CHANGE_NONE;
      if (change->what != JKB_CHANGE_NONE)
        {
          g_assert_cmpint (change->what, ==, JKB_CHANGE_LEFT);
          g_assert_cmpstr (change->from->id, ==, "cyber-security-generalist");
        }
    }
  g_assert_cmpuint (n_same, ==, 15);
}

static void
test_changes (void)
{
  const JkbFramework *from = jkb_frameworks_find (frameworks, "nice", "2017");
  const JkbFramework *to = jkb_frameworks_find (frameworks, "nice", "2.2.0");
  g_autoptr(GPtrArray) changes = jkb_frameworks_changes (frameworks, from, to);
  g_autoptr(GHashTable) targets = g_hash_table_new (NULL, NULL);
  guint n_on = 0, n_left = 0, n_new = 0, n_merged = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const JkbEditionChange *change = g_ptr_array_index (changes, i);

      n_left += (change->what & JKB_CHANGE_LEFT) != 0;
      n_new += (change->what & JKB_CHANGE_NEW) != 0;
      n_merged += (change->what & JKB_CHANGE_MERGED) != 0;
      g_assert_true ((change->from == NULL) == ((change->what & JKB_CHANGE_NEW) != 0));
      g_assert_true ((change->to == NULL) == ((change->what & JKB_CHANGE_LEFT) != 0));
      if (change->to == NULL)
        g_assert_cmpstr (change->elsewhere->framework->id, ==, "dcwf");
      else if (change->from != NULL)
        {
          n_on++;
          g_hash_table_add (targets, (gpointer) change->to);
        }
    }
  g_assert_cmpuint (changes->len, ==, 55);
  g_assert_cmpuint (n_on, ==, 40);
  g_assert_cmpuint (g_hash_table_size (targets), ==, 39);
  g_assert_cmpuint (n_left, ==, 12);
  g_assert_cmpuint (n_new, ==, 3);
  g_assert_cmpuint (n_merged, ==, 2);
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  frameworks = jkb_frameworks_load (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/frameworks/beside", test_beside);
  g_test_add_func ("/frameworks/paths", test_paths);
  g_test_add_func ("/frameworks/coverage", test_coverage);
  g_test_add_func ("/frameworks/coverage-file", test_coverage_file);
  g_test_add_func ("/frameworks/changes", test_changes);
  g_test_add_func ("/frameworks/specialisms", test_specialisms);
  status = g_test_run ();
  jkb_frameworks_unref (frameworks);
  return status;
}
