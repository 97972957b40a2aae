/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "casebook.h"
#include "store/jkb-backup.h"
#include "store/jkb-schema.h"

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

static char *
read_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "store", name, NULL);
  g_autoptr(GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

static void
make_old (const char *path, const char *version)
{
  g_autofree char *name = g_strconcat (version, ".sql", NULL);
  g_autofree char *sql = read_data (name);
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbDb) db = jkb_db_open (path, JKB_DB_CREATE, &error);

  g_assert_no_error (error);
  jkb_db_script (db, sql, &error);
  g_assert_no_error (error);
}

static char *
describe (JkbDb *db, const char *sql)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  sqlite3_stmt *row = jkb_db_query (db, &error, sql, "");

  g_assert_no_error (error);
  while (jkb_db_step (db, row, &error))
    {
      for (int i = 0; i < sqlite3_column_count (row); i++)
        g_string_append_printf (out, "%s|", sqlite3_column_text (row, i));
      g_string_append_c (out, '\n');
    }
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Tables, columns and indexes, however they came about. */
static char *
describe_layout (const char *path)
{
  g_autoptr(JkbDb) db = jkb_db_open (path, JKB_DB_READ, NULL);
  g_autofree char *columns = describe (db, "SELECT m.name, c.* FROM sqlite_schema m, pragma_table_xinfo (m.name) c"
                                       " WHERE m.type = 'table' ORDER BY m.name, c.cid");
  g_autofree char *indexes = describe (db, "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index'"
                                       " ORDER BY name");
  g_autofree char *keys = describe (db, "SELECT m.name, k.* FROM sqlite_schema m, pragma_foreign_key_list (m.name) k"
                                    " WHERE m.type = 'table' ORDER BY m.name, k.id, k.seq");
  g_autofree char *marks = describe (db, "SELECT * FROM pragma_user_version, pragma_application_id");

  return g_strconcat (columns, indexes, keys, marks, NULL);
}

static void
test_old (Fixture *fixture, gconstpointer data)
{
  const char *version = data;
  g_autofree char *fresh_path = g_build_filename (fixture->folder, "fresh.sqlite3", NULL);
  g_autofree char *backup = g_strconcat (fixture->path, ".backup-", version, NULL);
  g_autofree char *expected_name = g_strconcat (version, ".expected", NULL);
  g_autofree char *expected = read_data (expected_name);
  g_autofree char *old_contents = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *migrated = NULL;
  g_autofree char *fresh = NULL;
  g_autoptr(JkbStore) store = NULL;
  g_autoptr(JkbDb) copy = NULL;
  g_autoptr(GError) error = NULL;
  JkbSchemaState state;

  make_old (fixture->path, version);
  store = jkb_store_open (fixture->path, JKB_STORE_READ_ONLY, NULL, &error);
  g_assert_null (store);
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  store = jkb_store_open (fixture->path, JKB_STORE_NONE, NULL, &error);
  g_assert_no_error (error);
  casebook_assert_good (store);
  dump = casebook_dump (store);
  g_assert_cmpstr (dump, ==, expected);
  g_clear_object (&store);

  store = jkb_store_open (fresh_path, JKB_STORE_CREATE, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  migrated = describe_layout (fixture->path);
  fresh = describe_layout (fresh_path);
  g_assert_cmpstr (migrated, ==, fresh);

  copy = jkb_db_open (backup, JKB_DB_READ, &error);
  g_assert_no_error (error);
  g_assert_true (jkb_schema_look (copy, &state, &error));
  g_assert_cmpint (state, ==, JKB_SCHEMA_OLD);
}

/* What an import of the first version added can still be taken back. */
static void
test_v1_works (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  JkbStoreCounts counts;

  make_old (fixture->path, "v1");
  store = jkb_store_open (fixture->path, JKB_STORE_NONE, NULL, NULL);
  before = casebook_dump (store);
  g_assert_true (jkb_store_undo_batch (store, 1001, NULL, NULL));
  casebook_assert_good (store);
  g_assert_true (jkb_store_count (store, &counts, NULL, NULL));
  g_assert_cmpint (counts.sources, ==, 1);
  g_assert_true (jkb_store_undo (store, NULL, NULL));
  after = casebook_dump (store);
  g_assert_cmpstr (before, ==, after);
}

/* A step of the third version is undone in the layout of today. */
static void
test_v3_works (Fixture *fixture, gconstpointer data)
{
  g_autofree char *expected = read_data ("v3.expected");
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *first = read_data ("v1.expected");
  g_autoptr(JkbStore) store = NULL;

  make_old (fixture->path, "v3");
  store = jkb_store_open (fixture->path, JKB_STORE_NONE, NULL, NULL);
  g_assert_true (jkb_store_undo (store, NULL, NULL));
  casebook_assert_good (store);
  undone = casebook_dump (store);
  g_assert_cmpstr (undone, ==, first);
  g_assert_true (jkb_store_redo (store, NULL, NULL));
  redone = casebook_dump (store);
  g_assert_cmpstr (redone, ==, expected);
}

static gboolean
break_trigger (const char *path, const char *sql)
{
  g_autoptr(JkbDb) db = jkb_db_open (path, JKB_DB_WRITE, NULL);

  return jkb_db_script (db, sql, NULL);
}

/* A file from somebody else must not bring its own code. */
static void
test_foreign_code (Fixture *fixture, gconstpointer data)
{
  static const char *const code[] = {
    "CREATE TRIGGER t AFTER INSERT ON item BEGIN DELETE FROM incident; END",
    "CREATE VIEW incidents AS SELECT * FROM incident",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (code); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%zu.sqlite3", fixture->folder, i);
      g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
      g_autoptr(GError) error = NULL;

      g_clear_object (&store);
      g_assert_true (break_trigger (path, code[i]));
      store = jkb_store_open (path, JKB_STORE_CREATE, NULL, &error);
      g_assert_null (store);
      g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_NOT_A_CASEBOOK);
    }
}

static guint
count_files (const char *folder, const char *part)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, part) != NULL;
  return n;
}

static void
add_one (JkbStore *store, guint number)
{
  g_autoptr(JkbSource) source = casebook_source ("page", number, 1, "a");
  g_autoptr(GArray) added = jkb_store_add_source (store, source, 1, NULL, NULL);

  g_assert_nonnull (added);
}

/* The first change of a day comes after a copy; of older copies seven are kept. */
static void
test_daily (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = jkb_store_open (fixture->path, JKB_STORE_CREATE, NULL, NULL);
  g_autofree char *before = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *other = g_strconcat (fixture->path, ".backup-v1", NULL);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *copy = g_strconcat (fixture->path, ".backup-", today, NULL);

  add_one (store, 1);
  add_one (store, 2);
  g_assert_cmpuint (count_files (fixture->folder, ".backup-"), ==, 0);
  before = casebook_dump (store);
  g_clear_object (&store);
  for (int day = 1; day <= 9; day++)
    {
      g_autofree char *old = g_strdup_printf ("%s.backup-2020-01-0%d", fixture->path, day);

      g_assert_true (g_file_set_contents (old, "", 0, NULL));
    }
  g_assert_true (g_file_set_contents (other, "", 0, NULL));
  store = jkb_store_open (fixture->path, JKB_STORE_NONE, NULL, NULL);
  /* The copy is of what was there before, however much is written while it is made. */
  for (guint number = 3; number < 30; number++)
    add_one (store, number);
  g_clear_object (&store);
  g_assert_cmpuint (count_files (fixture->folder, ".backup-20"), ==, 7);
  g_assert_cmpuint (count_files (fixture->folder, ".backup-2020-01-03"), ==, 0);
  g_assert_cmpuint (count_files (fixture->folder, ".backup-2020-01-04"), ==, 1);
  g_assert_cmpuint (count_files (fixture->folder, ".backup-v1"), ==, 1);
  g_assert_cmpuint (count_files (fixture->folder, "partial"), ==, 0);
  store = jkb_store_open (copy, JKB_STORE_READ_ONLY, NULL, NULL);
  copied = casebook_dump (store);
  g_assert_cmpstr (copied, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/migrate/" name, Fixture, NULL, set_up, func, tear_down)
  g_test_add ("/store/migrate/v1", Fixture, "v1", set_up, test_old, tear_down);
  g_test_add ("/store/migrate/v3", Fixture, "v3", set_up, test_old, tear_down);
  g_test_add ("/store/migrate/v4", Fixture, "v4", set_up, test_old, tear_down);
  g_test_add ("/store/migrate/v5", Fixture, "v5", set_up, test_old, tear_down);
  g_test_add ("/store/migrate/v6", Fixture, "v6", set_up, test_old, tear_down);
  ADD ("v1-works", test_v1_works);
  ADD ("v3-works", test_v3_works);
  ADD ("foreign-code", test_foreign_code);
  ADD ("daily", test_daily);
  return g_test_run ();
}
