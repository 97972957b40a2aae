/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "casebook.h"

#include "store/jkb-store-lists.h"

typedef struct
{
  char *folder;
  JkbStore *store;
} Fixture;

/* Cases 1 to 4. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr(JkbSource) source = casebook_source ("page", 1, 4, "a");
  g_autoptr(GArray) added = NULL;

  fixture->folder = casebook_folder ();
  path = g_build_filename (fixture->folder, "casebook.sqlite3", NULL);
  fixture->store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  g_assert_nonnull (fixture->store);
  added = jkb_store_add_source (fixture->store, source, jkb_store_new_batch (fixture->store), NULL, NULL);
  g_assert_nonnull (added);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  casebook_remove (fixture->folder);
}

static gint64
change (Fixture *fixture, JkbListEdit edit)
{
  g_autoptr(GError) error = NULL;
  gint64 list_id = 0;

  jkb_store_edit_lists (fixture->store, &edit, &list_id, NULL, &error);
  g_assert_no_error (error);
  casebook_assert_good (fixture->store);
  return list_id;
}

static void
assert_refused (Fixture *fixture, JkbListEdit edit)
{
  g_autofree char *before = casebook_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (jkb_store_edit_lists (fixture->store, &edit, NULL, NULL, &error));
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_INVALID);
  after = casebook_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

static void
edit_case (Fixture *fixture, JkbEdit edit)
{
  g_autoptr(GError) error = NULL;

  jkb_store_edit (fixture->store, &edit, 1, NULL, &error);
  g_assert_no_error (error);
}

/* The cases of the first list, as `1 2 `. */
static void
assert_cases (Fixture *fixture, const char *expected)
{
  g_autoptr(GPtrArray) lists = jkb_store_load_lists (fixture->store, NULL, NULL);
  g_autoptr(GString) found = g_string_new (NULL);
  const JkbList *list;

  g_assert_cmpuint (lists->len, ==, 1);
  list = lists->pdata[0];
  for (guint i = 0; i < list->cases->len; i++)
    g_string_append_printf (found, "%" G_GINT64_FORMAT " ", g_array_index (list->cases, gint64, i));
  g_assert_cmpstr (found->str, ==, expected);
}

static gint64
add_collection (Fixture *fixture)
{
  const gint64 cases[] = { 3, 1 };

  return change (fixture, (JkbListEdit){ JKB_LIST_ADD, .list_kind = JKB_LIST_COLLECTION, .name = "授業",
                                         .cases = cases, .n_cases = 2 });
}

static void
test_searches (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GPtrArray) lists = NULL;
  gint64 first = change (fixture, (JkbListEdit){ JKB_LIST_ADD, .list_kind = JKB_LIST_SEARCH, .name = "紛失",
                                                 .filter = "words=紛失", .sort = "people-desc" });
  const JkbList *list;

  change (fixture, (JkbListEdit){ JKB_LIST_ADD, .list_kind = JKB_LIST_SEARCH, .name = "全部" });
  change (fixture, (JkbListEdit){ JKB_LIST_RENAME, .list_id = first, .name = "紛失した媒体" });
  lists = jkb_store_load_lists (fixture->store, NULL, NULL);
  g_assert_cmpuint (lists->len, ==, 2);
  list = lists->pdata[0];
  g_assert_cmpint (list->id, ==, first);
  g_assert_cmpint (list->kind, ==, JKB_LIST_SEARCH);
  g_assert_cmpstr (list->name, ==, "紛失した媒体");
  g_assert_cmpstr (list->filter, ==, "words=紛失");
  g_assert_cmpstr (list->sort, ==, "people-desc");
}

static void
test_collections (Fixture *fixture, gconstpointer data)
{
  const gint64 more[] = { 1, 4 }, fewer[] = { 3, 2 };
  gint64 id = add_collection (fixture);

  assert_cases (fixture, "1 3 ");
  change (fixture, (JkbListEdit){ JKB_LIST_INCLUDE, .list_id = id, .cases = more, .n_cases = 2 });
  assert_cases (fixture, "1 3 4 ");
  change (fixture, (JkbListEdit){ JKB_LIST_EXCLUDE, .list_id = id, .cases = fewer, .n_cases = 2 });
  assert_cases (fixture, "1 4 ");
}

/* A case in the bin is not shown, and is there again when it comes back; a part stands for its whole. */
static void
test_bin_and_merge (Fixture *fixture, gconstpointer data)
{
  const gint64 whole[] = { 2 };
  gint64 id = add_collection (fixture);

  edit_case (fixture, (JkbEdit){ JKB_EDIT_DELETE, .incident_id = 1 });
  assert_cases (fixture, "3 ");
  edit_case (fixture, (JkbEdit){ JKB_EDIT_RESTORE, .incident_id = 1 });
  assert_cases (fixture, "1 3 ");
  edit_case (fixture, (JkbEdit){ JKB_EDIT_MERGE, .incident_id = 2, .other_id = 1 });
  assert_cases (fixture, "2 3 ");
  edit_case (fixture, (JkbEdit){ JKB_EDIT_TAKE_APART, .incident_id = 1 });
  assert_cases (fixture, "1 3 ");
  edit_case (fixture, (JkbEdit){ JKB_EDIT_MERGE, .incident_id = 2, .other_id = 1 });
  change (fixture, (JkbListEdit){ JKB_LIST_EXCLUDE, .list_id = id, .cases = whole, .n_cases = 1 });
  assert_cases (fixture, "3 ");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = casebook_dump (fixture->store);
  g_autofree char *made = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *restored = NULL;
  gint64 id = add_collection (fixture);
  JkbStep undo, redo;

  made = casebook_dump (fixture->store);
  g_assert_cmpstr (made, !=, before);
  change (fixture, (JkbListEdit){ JKB_LIST_REMOVE, .list_id = id });
  g_assert_true (jkb_store_load_steps (fixture->store, &undo, &redo, NULL, NULL));
  g_assert_cmpint (undo.kind, ==, JKB_STEP_LISTS);
  g_assert_true (jkb_store_undo (fixture->store, NULL, NULL));
  restored = casebook_dump (fixture->store);
  g_assert_cmpstr (restored, ==, made);
  g_assert_true (jkb_store_undo (fixture->store, NULL, NULL));
  undone = casebook_dump (fixture->store);
  g_assert_cmpstr (undone, ==, before);
  casebook_assert_good (fixture->store);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const gint64 unknown[] = { 1, 99 };
  gint64 search = change (fixture, (JkbListEdit){ JKB_LIST_ADD, .list_kind = JKB_LIST_SEARCH, .name = "紛失" });

  assert_refused (fixture, (JkbListEdit){ JKB_LIST_ADD, .name = " " });
  assert_refused (fixture, (JkbListEdit){ JKB_LIST_RENAME, .list_id = search, .name = "" });
  assert_refused (fixture, (JkbListEdit){ JKB_LIST_RENAME, .list_id = 99, .name = "授業" });
  assert_refused (fixture, (JkbListEdit){ JKB_LIST_INCLUDE, .list_id = search, .cases = unknown, .n_cases = 1 });
  assert_refused (fixture, (JkbListEdit){ JKB_LIST_ADD, .list_kind = JKB_LIST_COLLECTION, .name = "授業",
                                          .cases = unknown, .n_cases = 2 });
}

static void
on_changed_cb (JkbStore *store, GArray *ids, gboolean *told)
{
  *told = g_array_index (ids, gint64, 0) == JKB_STORE_LISTS_ID;
}

/* Whoever has the casebook open learns that the lists are others, from undo too. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  gboolean told = FALSE;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed_cb), &told);
  add_collection (fixture);
  while (!told)
    g_main_context_iteration (NULL, TRUE);
  told = FALSE;
  g_assert_true (jkb_store_undo (fixture->store, NULL, NULL));
  while (!told)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/lists/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("searches", test_searches);
  ADD ("collections", test_collections);
  ADD ("bin-and-merge", test_bin_and_merge);
  ADD ("undo", test_undo);
  ADD ("refused", test_refused);
  ADD ("told", test_told);
  return g_test_run ();
}
