/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "casebook.h"
#include "store/jkb-schema.h"
#include "store/jkb-store-private.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = casebook_folder ();
  fixture->path = g_build_filename (fixture->folder, "casebook.sqlite3", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->path);
  casebook_remove (fixture->folder);
}

static void
assert_refused (const char *path, JkbStoreFlags flags, JkbStoreError code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbStore) store = jkb_store_open (path, flags, NULL, &error);

  g_assert_null (store);
  g_assert_error (error, JKB_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_null (strchr (error->message, '\n'));
}

static JkbStore *
open_good (const char *path, JkbStoreFlags flags)
{
  g_autoptr(GError) error = NULL;
  JkbStore *store = jkb_store_open (path, flags, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

static void
run_sql (const char *path, const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbDb) db = jkb_db_open (path, JKB_DB_CREATE, &error);

  g_assert_no_error (error);
  jkb_db_script (db, sql, &error);
  g_assert_no_error (error);
}

static void
add_one (JkbStore *store, guint number, GError **error)
{
  g_autoptr(JkbSource) source = casebook_source ("one", number, 1, "x");
  g_autoptr(GArray) added = jkb_store_add_source (store, source, jkb_store_new_batch (store), NULL, error);

  g_assert_true ((added == NULL) == (error != NULL && *error != NULL));
}

/* ---- */

static void
test_create (Fixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_build_filename (fixture->folder, "a", "b%20?x=1", "casebook.sqlite3", NULL);
  g_autoptr(JkbStore) store = open_good (deep, JKB_STORE_CREATE);

  g_assert_cmpstr (jkb_store_get_path (store), ==, deep);
  g_assert_false (jkb_store_is_read_only (store));
  add_one (store, 1, NULL);
  g_clear_object (&store);
  store = open_good (deep, JKB_STORE_NONE);
  casebook_assert_good (store);
  g_clear_object (&store);
  store = open_good (deep, JKB_STORE_READ_ONLY);
  casebook_assert_good (store);
}

static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *below = g_build_filename (fixture->path, "below", NULL);

  assert_refused (fixture->path, JKB_STORE_NONE, JKB_STORE_ERROR_NOT_FOUND);
  assert_refused (fixture->path, JKB_STORE_READ_ONLY, JKB_STORE_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_refused (below, JKB_STORE_NONE, JKB_STORE_ERROR_NOT_FOUND);
}

static void
test_not_a_casebook (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fifo = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *foreign = g_build_filename (fixture->folder, "foreign", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *before = NULL;
  gsize n_before, n_bytes;

  assert_refused (fixture->folder, JKB_STORE_CREATE, JKB_STORE_ERROR_NOT_A_CASEBOOK);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fifo, JKB_STORE_CREATE, JKB_STORE_ERROR_NOT_A_CASEBOOK);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_refused (fixture->path, JKB_STORE_NONE, JKB_STORE_ERROR_NOT_A_CASEBOOK);
  assert_refused (fixture->path, JKB_STORE_READ_ONLY, JKB_STORE_ERROR_NOT_A_CASEBOOK);
  g_assert_true (g_file_set_contents (fixture->path, "一枚の紙", -1, NULL));
  assert_refused (fixture->path, JKB_STORE_CREATE, JKB_STORE_ERROR_NOT_A_CASEBOOK);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "一枚の紙");

  run_sql (foreign, "CREATE TABLE other (a)");
  g_assert_true (g_file_get_contents (foreign, &before, &n_before, NULL));
  assert_refused (foreign, JKB_STORE_CREATE, JKB_STORE_ERROR_NOT_A_CASEBOOK);
  g_clear_pointer (&contents, g_free);
  g_assert_true (g_file_get_contents (foreign, &contents, &n_bytes, NULL));
  g_assert_cmpmem (contents, n_bytes, before, n_before);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", jkb_schema_version () + 1);

  g_object_unref (open_good (fixture->path, JKB_STORE_CREATE));
  run_sql (fixture->path, sql);
  assert_refused (fixture->path, JKB_STORE_CREATE, JKB_STORE_ERROR_NEWER);
  assert_refused (fixture->path, JKB_STORE_READ_ONLY, JKB_STORE_ERROR_NEWER);
  run_sql (fixture->path, "PRAGMA user_version = 0");
  assert_refused (fixture->path, JKB_STORE_NONE, JKB_STORE_ERROR_DAMAGED);
}

/* A page in the middle of the file is overwritten. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = open_good (fixture->path, JKB_STORE_CREATE);
  g_autofree char *contents = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  gsize n_bytes;

  for (guint i = 0; i < 50; i++)
    add_one (store, i, NULL);
  g_clear_object (&store);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &n_bytes, NULL));
  memset (contents + 4096, 0x5a, n_bytes - 4096);
  g_assert_true (g_file_set_contents (fixture->path, contents, n_bytes, NULL));
  store = jkb_store_open (fixture->path, JKB_STORE_NONE, NULL, &error);
  if (store != NULL)
    problems = jkb_store_check (store, NULL, &error);
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_DAMAGED);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = open_good (fixture->path, JKB_STORE_CREATE);
  g_autoptr(JkbDb) other = jkb_db_open (fixture->path, JKB_DB_WRITE, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (jkb_db_begin (other, NULL));
  add_one (store, 1, &error);
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (jkb_db_end (other, TRUE, NULL));
  add_one (store, 1, &error);
  g_assert_no_error (error);
  casebook_assert_good (store);
}

static gboolean
limit_pages (JkbDb *db, gpointer data, GError **error)
{
  return jkb_db_script (db, "PRAGMA max_page_count = 60", error);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = open_good (fixture->path, JKB_STORE_CREATE);
  g_autoptr(JkbSource) large = casebook_source ("large", 100, 500, "x");
  g_autoptr(GArray) added = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_one (store, 1, NULL);
  before = casebook_dump (store);
  jkb_store_write (store, limit_pages, NULL, NULL, &error);
  g_assert_no_error (error);
  added = jkb_store_add_source (store, large, 1, NULL, &error);
  g_assert_null (added);
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_FULL);
  after = casebook_dump (store);
  g_assert_cmpstr (before, ==, after);
  casebook_assert_good (store);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = open_good (fixture->path, JKB_STORE_CREATE);
  g_autoptr(GError) error = NULL;

  add_one (store, 1, NULL);
  g_clear_object (&store);
  store = open_good (fixture->path, JKB_STORE_READ_ONLY);
  g_assert_true (jkb_store_is_read_only (store));
  add_one (store, 2, &error);
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_READ_ONLY);
  casebook_assert_good (store);
}

/* Root may write everywhere, so the folder becomes a mount that nobody may write to. */
static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = open_good (fixture->path, JKB_STORE_CREATE);
  g_autofree char *other = g_build_filename (fixture->folder, "new", "casebook.sqlite3", NULL);

  add_one (store, 1, NULL);
  g_clear_object (&store);
  if (mount (fixture->folder, fixture->folder, NULL, MS_BIND, NULL) != 0)
    {
      g_test_skip ("a folder cannot be made read-only here");
      return;
    }
  if (mount (NULL, fixture->folder, NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL) == 0)
    {
      assert_refused (fixture->path, JKB_STORE_NONE, JKB_STORE_ERROR_READ_ONLY);
      assert_refused (other, JKB_STORE_CREATE, JKB_STORE_ERROR_READ_ONLY);
      store = open_good (fixture->path, JKB_STORE_READ_ONLY);
      casebook_assert_good (store);
      g_clear_object (&store);
    }
  g_assert_cmpint (umount2 (fixture->folder, MNT_DETACH), ==, 0);
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = open_good (fixture->path, JKB_STORE_CREATE);
  g_autoptr(GPtrArray) incidents = NULL;
  g_autoptr(GError) error = NULL;

  add_one (store, 1, NULL);
  jkb_store_close (store);
  jkb_store_close (store);
  add_one (store, 2, &error);
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_CLOSED);
  g_clear_error (&error);
  incidents = jkb_store_load_incidents (store, NULL, 0, NULL, &error);
  g_assert_null (incidents);
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_CLOSED);
}

/* A trainer hands the file to a colleague: nothing of it may lie beside it. */
static void
test_one_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = open_good (fixture->path, JKB_STORE_CREATE);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_one (store, 1, NULL);
  before = casebook_dump (store);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  jkb_store_close (store);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_clear_object (&store);
  store = open_good (fixture->path, JKB_STORE_READ_ONLY);
  after = casebook_dump (store);
  g_assert_cmpstr (before, ==, after);
}

/* Where the log should be stands something else. */
static void
test_io (Fixture *fixture, gconstpointer data)
{
  g_autofree char *taken = g_strconcat (fixture->path, "-wal", NULL);

  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  assert_refused (fixture->path, JKB_STORE_CREATE, JKB_STORE_ERROR_IO);
}

static gboolean
count_to_the_end (JkbDb *db, gpointer data, GError **error)
{
  gint64 n = 0;

  g_cancellable_cancel (data);
  return jkb_db_get_int (db, &n, error, "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c"
                         " WHERE i < 1000000000) SELECT count (*) FROM c", "");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = open_good (fixture->path, JKB_STORE_CREATE);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(JkbSource) source = casebook_source ("one", 1, 1, "x");
  g_autoptr(GPtrArray) incidents = NULL;
  g_autoptr(GArray) added = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (jkb_store_read (store, count_to_the_end, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_cancellable_reset (cancellable);
  g_assert_false (jkb_store_write (store, count_to_the_end, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  added = jkb_store_add_source (store, source, 1, cancellable, &error);
  g_assert_null (added);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  incidents = jkb_store_load_incidents (store, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (incidents->len, ==, 0);
}

/* A connection cannot be talked into what the program does not do. */
static void
test_settings (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *pragma;
    gint64 expected;
  } settings[] = {
    { "PRAGMA foreign_keys", 1 }, { "PRAGMA trusted_schema", 0 }, { "PRAGMA synchronous", 1 },
    { "SELECT journal_mode = 'wal' FROM pragma_journal_mode", 1 },
    { "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%STRICT%'", 0 },
  };
  g_autoptr(JkbStore) store = open_good (fixture->path, JKB_STORE_CREATE);
  g_autoptr(JkbDb) db = jkb_db_open (fixture->path, JKB_DB_WRITE, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (jkb_db_script (db, "PRAGMA synchronous = NORMAL", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      gint64 value = -1;

      jkb_db_get_int (db, &value, &error, settings[i].pragma, "");
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, settings[i].expected);
    }
  g_assert_false (jkb_db_script (db, "SELECT \"no column\" FROM incident", NULL));
  g_assert_false (jkb_db_script (db, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/open/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("create", test_create);
  ADD ("not-found", test_not_found);
  ADD ("not-a-casebook", test_not_a_casebook);
  ADD ("newer", test_newer);
  ADD ("damaged", test_damaged);
  ADD ("locked", test_locked);
  ADD ("full", test_full);
  ADD ("read-only", test_read_only);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("closed", test_closed);
  ADD ("one-file", test_one_file);
  ADD ("io", test_io);
  ADD ("cancelled", test_cancelled);
  ADD ("settings", test_settings);
  return g_test_run ();
}
