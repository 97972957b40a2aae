/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "casebook.h"
#include "random-steps.h"
#include "store/jkb-db.h"

typedef struct
{
  char *folder;
  JkbStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  fixture->folder = casebook_folder ();
  path = g_build_filename (fixture->folder, "casebook.sqlite3", NULL);
  fixture->store = jkb_store_open (path, JKB_STORE_CREATE, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  casebook_assert_good (fixture->store);
  g_clear_object (&fixture->store);
  casebook_remove (fixture->folder);
}

static gint64
add (JkbStore *store, guint first, guint n_notices, const char *page)
{
  g_autoptr(JkbSource) source = casebook_source ("page", first, n_notices, page);
  g_autoptr(GError) error = NULL;
  gint64 batch = jkb_store_new_batch (store);
  g_autoptr(GArray) added = jkb_store_add_source (store, source, batch, NULL, &error);

  g_assert_no_error (error);
  return batch;
}

static void
undo (JkbStore *store)
{
  g_autoptr(GError) error = NULL;

  jkb_store_undo (store, NULL, &error);
  g_assert_no_error (error);
}

static void
redo (JkbStore *store)
{
  g_autoptr(GError) error = NULL;

  jkb_store_redo (store, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_steps (JkbStore *store, JkbStepKind undo_kind, JkbStepKind redo_kind)
{
  JkbStep undo_step, redo_step;

  g_assert_true (jkb_store_load_steps (store, &undo_step, &redo_step, NULL, NULL));
  g_assert_cmpstr (jkb_step_nick (undo_step.kind), ==, jkb_step_nick (undo_kind));
  g_assert_cmpstr (jkb_step_nick (redo_step.kind), ==, jkb_step_nick (redo_kind));
  g_assert_true ((undo_step.batch == 0) == (undo_kind == JKB_STEP_NONE));
  g_assert_true ((redo_step.begun_us == 0) == (redo_kind == JKB_STEP_NONE));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  assert_steps (fixture->store, JKB_STEP_NONE, JKB_STEP_NONE);
  undo (fixture->store);
  redo (fixture->store);
  add (fixture->store, 1, 2, "a");
  undo (fixture->store);
  undo (fixture->store);
  assert_steps (fixture->store, JKB_STEP_NONE, JKB_STEP_IMPORT);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = casebook_dump (fixture->store);
  g_autofree char *full = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  add (fixture->store, 1, 3, "a");
  full = casebook_dump (fixture->store);
  undo (fixture->store);
  undone = casebook_dump (fixture->store);
  g_assert_cmpstr (undone, ==, empty);
  casebook_assert_good (fixture->store);
  redo (fixture->store);
  redone = casebook_dump (fixture->store);
  g_assert_cmpstr (redone, ==, full);
  assert_steps (fixture->store, JKB_STEP_IMPORT, JKB_STEP_NONE);
}

/* The same import again after it was undone is a new one. */
static void
test_new_step_ends_redo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *full = NULL;
  g_autofree char *again = NULL;

  add (fixture->store, 1, 3, "a");
  full = casebook_dump (fixture->store);
  undo (fixture->store);
  add (fixture->store, 1, 3, "a");
  again = casebook_dump (fixture->store);
  g_assert_cmpstr (again, ==, full);
  assert_steps (fixture->store, JKB_STEP_IMPORT, JKB_STEP_NONE);
}

/* What changes nothing is no step. */
static void
test_known_is_no_step (Fixture *fixture, gconstpointer data)
{
  JkbEdit edit = { JKB_EDIT_DELETE, .incident_id = 1 };

  add (fixture->store, 1, 1, "a");
  g_assert_true (jkb_store_edit (fixture->store, &edit, 1, NULL, NULL));
  add (fixture->store, 1, 1, "a");
  assert_steps (fixture->store, JKB_STEP_DELETE, JKB_STEP_NONE);
  undo (fixture->store);
  add (fixture->store, 1, 1, "a");
  assert_steps (fixture->store, JKB_STEP_IMPORT, JKB_STEP_DELETE);
}

/* Steps outlive the program. */
static void
test_reopened (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (jkb_store_get_path (fixture->store));
  g_autofree char *full = NULL;
  g_autofree char *redone = NULL;

  add (fixture->store, 1, 3, "a");
  full = casebook_dump (fixture->store);
  undo (fixture->store);
  g_clear_object (&fixture->store);
  fixture->store = jkb_store_open (path, JKB_STORE_NONE, NULL, NULL);
  redo (fixture->store);
  redone = casebook_dump (fixture->store);
  g_assert_cmpstr (redone, ==, full);
}

/* An earlier import is taken back while a later page holds some of its notices; that can be undone. */
static void
test_earlier_import (Fixture *fixture, gconstpointer data)
{
  gint64 first = add (fixture->store, 1, 3, "a");
  g_autofree char *both = NULL;
  g_autofree char *back = NULL;
  JkbEdit edit = { JKB_EDIT_DETAIL, .incident_id = 1, .detail = JKB_DETAIL_NOTES, .value = "覚え" };
  JkbStoreCounts counts;

  add (fixture->store, 3, 2, "b");
  g_assert_true (jkb_store_edit (fixture->store, &edit, 1, NULL, NULL));
  both = casebook_dump (fixture->store);
  g_assert_true (jkb_store_undo_batch (fixture->store, first, NULL, NULL));
  casebook_assert_good (fixture->store);
  assert_steps (fixture->store, JKB_STEP_REMOVE_IMPORT, JKB_STEP_NONE);
  g_assert_true (jkb_store_count (fixture->store, &counts, NULL, NULL));
  g_assert_cmpint (counts.incidents, ==, 2);
  g_assert_cmpint (counts.sources, ==, 1);
  undo (fixture->store);
  back = casebook_dump (fixture->store);
  g_assert_cmpstr (back, ==, both);
  casebook_assert_good (fixture->store);
}

static void
test_bundled_ends_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) bundle = g_ptr_array_new ();

  add (fixture->store, 1, 1, "a");
  g_assert_true (jkb_store_add_bundled (fixture->store, bundle, "1", NULL, NULL));
  assert_steps (fixture->store, JKB_STEP_NONE, JKB_STEP_NONE);
  add (fixture->store, 2, 1, "a");
  g_assert_true (jkb_store_add_bundled (fixture->store, bundle, "1", NULL, NULL));
  assert_steps (fixture->store, JKB_STEP_IMPORT, JKB_STEP_NONE);
}

/* Whatever stands in the log: it is told, and nothing of the step is undone. */
static void
test_damaged_log (Fixture *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE change_row SET image = x'05' WHERE image IS NOT NULL",
    "UPDATE change_row SET image = x'01ffffffffffffffffffff' WHERE image IS NOT NULL",
    "UPDATE change_row SET image = x'037f41' WHERE image IS NOT NULL",
    "UPDATE change_row SET image = x'0200' WHERE image IS NOT NULL",
    "UPDATE change_row SET image = x'002a' WHERE image IS NOT NULL",
    "UPDATE change_row SET table_name = 'sqlite_schema'",
  };
  JkbEdit edit = { JKB_EDIT_DELETE, .incident_id = 1 };
  g_autofree char *before = NULL;

  add (fixture->store, 1, 1, "a");
  g_assert_true (jkb_store_edit (fixture->store, &edit, 1, NULL, NULL));
  before = casebook_dump (fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr(JkbDb) db = jkb_db_open (jkb_store_get_path (fixture->store), JKB_DB_WRITE, NULL);
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (jkb_db_script (db, damages[i], NULL));
      g_assert_false (jkb_store_undo (fixture->store, NULL, &error));
      g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_DAMAGED);
      after = casebook_dump (fixture->store);
      g_assert_cmpstr (after, ==, before);
    }
}

/* ---- a random walk ---- */

static gint64
find_undo (JkbStore *store)
{
  JkbStep undo_step, redo_step;

  g_assert_true (jkb_store_load_steps (store, &undo_step, &redo_step, NULL, NULL));
  return undo_step.batch;
}

/* Each state after a step is remembered; going back and forth meets the same states again. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GArray) imports = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint at = 0;

  g_ptr_array_add (states, casebook_dump (fixture->store));
  for (guint i = 0; i < 150; i++)
    {
      int what = g_test_rand_int_range (0, 4);
      gint64 before = find_undo (fixture->store);

      if (what == 0 && at > 0)
        {
          undo (fixture->store);
          at--;
        }
      else if (what == 1 && at + 1 < states->len)
        {
          redo (fixture->store);
          at++;
        }
      else if (what >= 2 && random_step (fixture->store, imports) && find_undo (fixture->store) > before)
        {
          g_ptr_array_set_size (states, ++at);
          g_ptr_array_add (states, casebook_dump (fixture->store));
        }
      else if (find_undo (fixture->store) < before)
        {
          /* The last import was taken back: that is an undo. */
          at--;
        }
      {
        g_autofree char *state = casebook_dump (fixture->store);

        g_assert_cmpstr (state, ==, g_ptr_array_index (states, at));
      }
      casebook_assert_good (fixture->store);
    }
  while (at > 0)
    {
      undo (fixture->store);
      at--;
    }
  {
    g_autofree char *state = casebook_dump (fixture->store);

    g_assert_cmpstr (state, ==, g_ptr_array_index (states, 0));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/undo/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("import", test_import);
  ADD ("new-step-ends-redo", test_new_step_ends_redo);
  ADD ("known-is-no-step", test_known_is_no_step);
  ADD ("reopened", test_reopened);
  ADD ("earlier-import", test_earlier_import);
  ADD ("bundled-ends-undo", test_bundled_ends_undo);
  ADD ("damaged-log", test_damaged_log);
  ADD ("walk", test_walk);
  return g_test_run ();
}
