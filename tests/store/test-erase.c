/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "casebook.h"

typedef struct
{
  char *folder;
  JkbStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = casebook_folder ();
  path = g_build_filename (fixture->folder, "casebook.sqlite3", NULL);
  fixture->store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  g_assert_nonnull (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  casebook_assert_good (fixture->store);
  g_clear_object (&fixture->store);
  casebook_remove (fixture->folder);
}

/* What becomes of the notice in second place of a source of one or more. */
static JkbOutcome
add (Fixture *fixture, guint first, guint n_notices, const char *page)
{
  g_autoptr(JkbSource) source = casebook_source ("page", first, n_notices, page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) added = jkb_store_add_source (fixture->store, source, jkb_store_new_batch (fixture->store), NULL,
                                                  &error);

  g_assert_no_error (error);
  return g_array_index (added, JkbAddedItem, 1).outcome;
}

static void
edit (Fixture *fixture, JkbEditKind kind, gint64 id)
{
  JkbEdit change = { kind, .incident_id = id, .other_id = 2 };
  g_autoptr(GError) error = NULL;

  jkb_store_edit (fixture->store, &change, 1, NULL, &error);
  g_assert_no_error (error);
  casebook_assert_good (fixture->store);
}

static void
assert_counts (Fixture *fixture, gint64 n_cases, guint n_binned, gint64 n_sources)
{
  JkbStoreCounts counts;
  g_autoptr(GPtrArray) bin = jkb_store_load_bin (fixture->store, NULL, NULL);

  g_assert_true (jkb_store_count (fixture->store, &counts, NULL, NULL));
  g_assert_cmpint (counts.incidents, ==, n_cases);
  g_assert_cmpuint (bin->len, ==, n_binned);
  g_assert_cmpint (counts.sources, ==, n_sources);
}

/* The source goes with its last notice; then its bytes are new. */
static void
test_source (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add (fixture, 1, 2, "a");
  edit (fixture, JKB_EDIT_DELETE, 1);
  before = casebook_dump (fixture->store);
  edit (fixture, JKB_EDIT_ERASE, 1);
  assert_counts (fixture, 1, 0, 1);
  g_assert_cmpint (add (fixture, 1, 2, "a"), ==, JKB_OUTCOME_SET_ASIDE);
  edit (fixture, JKB_EDIT_DELETE, 2);
  edit (fixture, JKB_EDIT_ERASE, 2);
  assert_counts (fixture, 0, 0, 0);
  g_assert_cmpint (add (fixture, 1, 2, "a"), ==, JKB_OUTCOME_NEW);
  assert_counts (fixture, 2, 0, 1);
  for (int step = 0; step < 4; step++)
    g_assert_true (jkb_store_undo (fixture->store, NULL, NULL));
  after = casebook_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

/* The notice that came again from other bytes goes too, and comes anew. */
static void
test_repeated (Fixture *fixture, gconstpointer data)
{
  add (fixture, 1, 1, "a");
  g_assert_cmpint (add (fixture, 1, 1, "b"), ==, JKB_OUTCOME_SAME_NOTICE);
  edit (fixture, JKB_EDIT_DELETE, 1);
  edit (fixture, JKB_EDIT_ERASE, 1);
  assert_counts (fixture, 0, 0, 0);
  g_assert_cmpint (add (fixture, 1, 1, "b"), ==, JKB_OUTCOME_NEW);
}

/* What was merged into it goes with it, and comes back with it. */
static void
test_merged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add (fixture, 1, 2, "a");
  edit (fixture, JKB_EDIT_MERGE, 1);
  edit (fixture, JKB_EDIT_DELETE, 1);
  before = casebook_dump (fixture->store);
  edit (fixture, JKB_EDIT_ERASE, 1);
  assert_counts (fixture, 0, 0, 0);
  g_assert_true (jkb_store_undo (fixture->store, NULL, NULL));
  after = casebook_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
  edit (fixture, JKB_EDIT_RESTORE, 1);
  edit (fixture, JKB_EDIT_TAKE_APART, 2);
  assert_counts (fixture, 2, 0, 1);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  JkbEdit change = { JKB_EDIT_ERASE, .incident_id = 1 };
  g_autoptr(GError) error = NULL;

  add (fixture, 1, 1, "a");
  g_assert_false (jkb_store_edit (fixture->store, &change, 1, NULL, &error));
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_INVALID);
  assert_counts (fixture, 1, 0, 1);
}

/* A newer version of the data does not bring a case back that a person erased; an undo does. */
static void
test_bundled (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) bundle = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_incident_free);
  JkbIncident *incident = jkb_incident_new ();

  incident->key = g_strdup ("2024-001");
  incident->organisation = g_strdup ("架空商事");
  g_ptr_array_add (bundle, incident);
  g_assert_true (jkb_store_add_bundled (fixture->store, bundle, "1", NULL, NULL));
  edit (fixture, JKB_EDIT_DELETE, 1);
  edit (fixture, JKB_EDIT_ERASE, 1);
  assert_counts (fixture, 0, 0, 0);
  g_assert_true (jkb_store_undo (fixture->store, NULL, NULL));
  assert_counts (fixture, 0, 1, 0);
  g_assert_true (jkb_store_redo (fixture->store, NULL, NULL));
  g_assert_true (jkb_store_add_bundled (fixture->store, bundle, "2", NULL, NULL));
  assert_counts (fixture, 0, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/erase/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("source", test_source);
  ADD ("repeated", test_repeated);
  ADD ("merged", test_merged);
  ADD ("refused", test_refused);
  ADD ("bundled", test_bundled);
  return g_test_run ();
}
