/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#include "random-steps.h"
#include "store/jkb-db.h"

/*
 * A child works on a casebook and is killed at a random moment: while a person's steps follow each
 * other (`--work CASEBOOK`), and while an old casebook is brought up to date (`--open CASEBOOK`). What
 * it leaves must open and be sound, and all steps must still be undone to where it began.
 */

#define N_KILLS 12

static int
be_child (const char *what, const char *path)
{
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  g_autoptr(GArray) imports = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_nonnull (store);
  while (strcmp (what, "--work") == 0)
    switch (g_test_rand_int_range (0, 4))
      {
      case 0:
        jkb_store_undo (store, NULL, NULL);
        break;
      case 1:
        jkb_store_redo (store, NULL, NULL);
        break;
      default:
        random_step (store, imports);
      }
  return EXIT_SUCCESS;
}

static void
run_child (const char *what, const char *path, gint64 kill_after_us)
{
  g_autofree char *seed = g_strdup_printf ("--seed=R02S%08x%08x%08x%08x", g_test_rand_int (), g_test_rand_int (),
                                           g_test_rand_int (), g_test_rand_int ());
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, g_get_prgname (), what,
                                                   path, seed, NULL);

  g_assert_no_error (error);
  g_usleep (kill_after_us);
  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (child) || g_subprocess_get_successful (child));
}

static guint
count_kills (void)
{
  const char *times = g_getenv ("JIKENBO_TEST_KILLS");

  return times != NULL ? atoi (times) : N_KILLS;
}

static char *
dump (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, &error);

  g_assert_no_error (error);
  casebook_assert_good (store);
  return casebook_dump (store);
}

static void
undo_all (const char *path)
{
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_NONE, NULL, NULL);
  JkbStep undo_step, redo_step;

  while (jkb_store_load_steps (store, &undo_step, &redo_step, NULL, NULL) && undo_step.batch != 0)
    g_assert_true (jkb_store_undo (store, NULL, NULL));
  casebook_assert_good (store);
}

static void
test_work (void)
{
  char *folder = casebook_folder ();
  g_autofree char *path = g_build_filename (folder, "casebook.sqlite3", NULL);
  g_autofree char *empty = dump (path);

  for (guint i = 0; i < count_kills (); i++)
    {
      g_autofree char *left = NULL;
      g_autofree char *undone = NULL;

      run_child ("--work", path, g_test_rand_int_range (0, 150000));
      left = dump (path);
      if (i % 4 != 0)
        continue;
      undo_all (path);
      undone = dump (path);
      g_assert_cmpstr (undone, ==, empty);
    }
  casebook_remove (folder);
}

static void
test_migration (void)
{
  g_autofree char *sql_path = g_test_build_filename (G_TEST_DIST, "data", "store", "v1.sql", NULL);
  g_autofree char *expected_path = g_test_build_filename (G_TEST_DIST, "data", "store", "v1.expected", NULL);
  g_autofree char *sql = NULL;
  g_autofree char *expected = NULL;
  char *folder = casebook_folder ();

  g_assert_true (g_file_get_contents (sql_path, &sql, NULL, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  for (guint i = 0; i < count_kills (); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.sqlite3", folder, i);
      g_autoptr(JkbDb) db = jkb_db_open (path, JKB_DB_CREATE, NULL);
      g_autofree char *left = NULL;

      g_assert_true (jkb_db_script (db, sql, NULL));
      g_clear_pointer (&db, jkb_db_close);
      run_child ("--open", path, g_test_rand_int_range (0, 30000));
      left = dump (path);
      g_assert_cmpstr (left, ==, expected);
    }
  casebook_remove (folder);
}

int
main (int argc, char **argv)
{
  gboolean is_child = argc == 4 && (strcmp (argv[1], "--work") == 0 || strcmp (argv[1], "--open") == 0);

  g_set_prgname (argv[0]);
  g_test_init (&argc, &argv, NULL);
  if (is_child)
    return be_child (argv[1], argv[2]);
  g_test_add_func ("/store/kill/work", test_work);
  g_test_add_func ("/store/kill/migration", test_migration);
  return g_test_run ();
}
