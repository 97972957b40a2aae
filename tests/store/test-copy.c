/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "casebook.h"

#include "store/jkb-store-copy.h"
#include "store/jkb-store-restore.h"

/* A copy says what the casebook says, can be undone like it, and is neither the casebook nor one in use. */
static void
test_copy (void)
{
  char *folder = casebook_folder ();
  g_autofree char *path = g_build_filename (folder, "casebook.sqlite3", NULL);
  g_autofree char *target = g_build_filename (folder, "copy.sqlite3", NULL);
  g_autofree char *around = g_build_filename (folder, ".", "casebook.sqlite3", NULL);
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  g_autoptr(JkbSource) source = casebook_source ("page", 1, 2, "a");
  g_autoptr(GArray) added = jkb_store_add_source (store, source, 1, NULL, NULL);
  g_autofree char *before = casebook_dump (store);
  g_autofree char *copied = NULL;
  g_autoptr(JkbStore) copy = NULL;
  g_autoptr(GError) error = NULL;
  JkbStep undo, redo;

  g_assert_false (jkb_store_save_copy (store, around, NULL, &error));
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (target, "an older file", -1, NULL));
  jkb_store_save_copy (store, target, NULL, &error);
  g_assert_no_error (error);
  copy = jkb_store_open (target, JKB_STORE_NONE, NULL, &error);
  g_assert_no_error (error);
  casebook_assert_good (copy);
  copied = casebook_dump (copy);
  g_assert_cmpstr (copied, ==, before);
  g_assert_true (jkb_store_load_steps (copy, &undo, &redo, NULL, NULL));
  g_assert_cmpint (undo.kind, ==, JKB_STEP_IMPORT);
  g_assert_false (jkb_store_save_copy (store, target, NULL, &error));
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_LOCKED);
  g_clear_object (&copy);
  g_clear_object (&store);
  casebook_remove (folder);
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

/* The copy stands in the place, and what was there is kept, with its log, which is not played into the copy. When
 * there is no copy, everything is as it was. */
static void
test_restore (void)
{
  char *folder = casebook_folder ();
  g_autofree char *path = g_build_filename (folder, "casebook.sqlite3", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *copy = g_strconcat (path, ".backup-2031-01-01", NULL);
  g_autofree char *partial = g_strconcat (path, ".backup-2031-01-02.7.partial", NULL);
  g_autofree char *set_aside = NULL;
  g_autofree char *kept_log = NULL;
  g_autofree char *found = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "damaged", -1, NULL));
  g_assert_true (g_file_set_contents (log, "its log", -1, NULL));
  g_assert_true (g_file_set_contents (partial, "half", -1, NULL));
  g_assert_null (jkb_store_find_copy (path));
  g_assert_false (jkb_store_restore_copy (path, copy, &set_aside, &error));
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (set_aside);
  assert_contents (path, "damaged");
  assert_contents (log, "its log");

  g_assert_true (g_file_set_contents (copy, "good", -1, NULL));
  found = jkb_store_find_copy (path);
  g_assert_cmpstr (found, ==, copy);
  g_assert_true (jkb_store_restore_copy (path, found, &set_aside, &error));
  assert_contents (path, "good");
  assert_contents (copy, "good");
  assert_contents (set_aside, "damaged");
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  kept_log = g_strconcat (set_aside, "-wal", NULL);
  assert_contents (kept_log, "its log");
  casebook_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/copy", test_copy);
  g_test_add_func ("/store/restore", test_restore);
  return g_test_run ();
}
