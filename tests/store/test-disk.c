/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <sqlite3.h>
#include <string.h>

#include "casebook.h"
#include "failing-disk.h"
#include "store/jkb-db.h"

/*
 * The disk fails at the first write of an operation, at the second, and so on until the operation no
 * longer meets the failure. Whatever the moment: the error is told, and afterwards the casebook holds
 * what it held before, or all of the operation, never a part.
 */

typedef gboolean (*Operation) (const char *path, GError **error);

static gboolean
import_some (const char *path, GError **error)
{
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_NONE, NULL, error);
  g_autoptr(JkbSource) source = casebook_source ("page", 10, 20, "b");
  g_autoptr(GArray) added = store != NULL ? jkb_store_add_source (store, source, 2, NULL, error) : NULL;

  return added != NULL;
}

static gboolean
edit_some (const char *path, GError **error)
{
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_NONE, NULL, error);
  JkbEdit edits[] = {
    { JKB_EDIT_DELETE, .incident_id = 1 },
    { JKB_EDIT_VALUE, .incident_id = 2, .field = JKB_FIELD_ORGANISATION, .value = "架空商事" },
  };

  return store != NULL && jkb_store_edit (store, edits, G_N_ELEMENTS (edits), NULL, error);
}

static gboolean
merge_some (const char *path, GError **error)
{
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_NONE, NULL, error);
  JkbEdit merge = { JKB_EDIT_MERGE, .incident_id = 1, .other_id = 2 };

  return store != NULL && jkb_store_edit (store, &merge, 1, NULL, error);
}

static gboolean
undo_some (const char *path, GError **error)
{
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_NONE, NULL, error);

  return store != NULL && jkb_store_undo (store, NULL, error);
}

static gboolean
open_old (const char *path, GError **error)
{
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_NONE, NULL, error);

  return store != NULL;
}

static char *
dump (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_NONE, NULL, &error);

  g_assert_no_error (error);
  casebook_assert_good (store);
  return casebook_dump (store);
}

static void
make_new (const char *path)
{
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  g_autoptr(JkbSource) source = casebook_source ("page", 1, 4, "a");
  g_autoptr(GArray) added = jkb_store_add_source (store, source, 1, NULL, NULL);

  g_assert_nonnull (added);
}

static void
make_old (const char *path)
{
  g_autofree char *sql_path = g_test_build_filename (G_TEST_DIST, "data", "store", "v1.sql", NULL);
  g_autofree char *sql = NULL;
  g_autoptr(JkbDb) db = jkb_db_open (path, JKB_DB_CREATE, NULL);

  g_assert_true (g_file_get_contents (sql_path, &sql, NULL, NULL));
  g_assert_true (jkb_db_script (db, sql, NULL));
}

/* The copy of the day has writes of its own; here it is about those of the operation. */
static void
pretend_copy (const char *path)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *copy = g_strconcat (path, ".backup-", date, NULL);

  g_assert_true (g_file_set_contents (copy, "", 0, NULL));
}

/* History has times of its own, so the state after is taken anew from the same file. */
static gboolean
try_at (const char *folder, int n_calls, int code, gboolean half, void (*make) (const char *), Operation operation)
{
  g_autofree char *path = g_strdup_printf ("%s/%d-%d-%d.sqlite3", folder, n_calls, code, half);
  g_autofree char *before = NULL;
  g_autofree char *left = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  gboolean good, met;

  make (path);
  pretend_copy (path);
  before = make == make_old ? NULL : dump (path);
  failing_disk_fail_after (n_calls, code, half);
  good = operation (path, &error);
  met = failing_disk_has_failed ();
  failing_disk_fail_after (-1, 0, FALSE);
  g_assert_true (good || met);
  if (!good)
    g_assert_true (error->domain == JKB_STORE_ERROR);
  left = dump (path);
  if (good || (before != NULL && strcmp (left, before) != 0))
    return met;
  g_assert_true (operation (path, NULL));
  after = dump (path);
  g_assert_true (before == NULL || strcmp (after, before) != 0);
  return TRUE;
}

static void
try_everywhere (void (*make) (const char *), Operation operation)
{
  static const int codes[] = { SQLITE_FULL, SQLITE_IOERR_WRITE };
  char *folder = casebook_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      int n_calls = 0;

      while (try_at (folder, n_calls, codes[i], i == 0, make, operation))
        n_calls += 1 + n_calls / 8;
      g_assert_cmpint (n_calls, >, 3);
    }
  casebook_remove (folder);
}

static void
test_import (void)
{
  try_everywhere (make_new, import_some);
}

static void
test_edit (void)
{
  try_everywhere (make_new, edit_some);
}

static void
test_merge (void)
{
  try_everywhere (make_new, merge_some);
}

static void
test_undo (void)
{
  try_everywhere (make_new, undo_some);
}

static void
test_migration (void)
{
  try_everywhere (make_old, open_old);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  failing_disk_install ();
  g_test_add_func ("/store/disk/import", test_import);
  g_test_add_func ("/store/disk/edit", test_edit);
  g_test_add_func ("/store/disk/merge", test_merge);
  g_test_add_func ("/store/disk/undo", test_undo);
  g_test_add_func ("/store/disk/migration", test_migration);
  return g_test_run ();
}
