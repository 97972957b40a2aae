/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "casebook.h"

#define LIMIT_US (20 * G_USEC_PER_SEC)
#define STORES_MAX 4

typedef struct
{
  char *folder;
  char *path;
  GAsyncResult *result;
  GWeakRef stores[STORES_MAX];          /* those whose changes are listened to */
  guint n_stores;
  GArray *changed;                      /* all numbers told, as they came */
  guint n_signals;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = casebook_folder ();
  fixture->path = g_build_filename (fixture->folder, "casebook.sqlite3", NULL);
  fixture->changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < STORES_MAX; i++)
    g_weak_ref_init (&fixture->stores[i], NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* What it has still to tell may keep a store alive into the next test. */
  for (guint i = 0; i < STORES_MAX; i++)
    {
      g_autoptr(JkbStore) store = g_weak_ref_get (&fixture->stores[i]);

      if (store != NULL)
        g_signal_handlers_disconnect_by_data (store, fixture);
      g_weak_ref_clear (&fixture->stores[i]);
    }
  g_clear_object (&fixture->result);
  g_array_unref (fixture->changed);
  g_free (fixture->path);
  casebook_remove (fixture->folder);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->result);
  fixture->result = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&fixture->result);
}

static gboolean
on_time_up_cb (gpointer data)
{
  g_error ("It takes too long");
  return G_SOURCE_REMOVE;
}

static void
wait_for_changes (Fixture *fixture, guint n)
{
  guint limit = g_timeout_add (LIMIT_US / 1000, on_time_up_cb, NULL);

  while (fixture->changed->len < n)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static void
on_changed_cb (JkbStore *store, GArray *ids, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_cmpuint (ids->len, >, 0);
  for (guint i = 1; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i - 1), <, g_array_index (ids, gint64, i));
  g_array_append_vals (fixture->changed, ids->data, ids->len);
  fixture->n_signals++;
}

static JkbStore *
open_store (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  JkbStore *store;

  jkb_store_open_async (fixture->path, JKB_STORE_CREATE, NULL, on_done_cb, fixture);
  result = wait_for_result (fixture);
  store = jkb_store_open_finish (result, &error);
  g_assert_no_error (error);
  g_signal_connect (store, "changed", G_CALLBACK (on_changed_cb), fixture);
  g_assert_cmpuint (fixture->n_stores, <, STORES_MAX);
  g_weak_ref_set (&fixture->stores[fixture->n_stores++], store);
  return store;
}

/* The thread that ended a task may still hold it for a moment. */
static void
drop (JkbStore *store)
{
  gint64 limit_us = g_get_monotonic_time () + LIMIT_US;

  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_object_unref (store);
  while (g_atomic_pointer_get (&store) != NULL && g_get_monotonic_time () < limit_us)
    g_usleep (1000);
  g_assert_null (store);
}

/* A whole life without blocking; each `_finish` is the right one. */
static void
test_life (Fixture *fixture, gconstpointer data)
{
  JkbStore *store = open_store (fixture);
  g_autoptr(JkbSource) source = casebook_source ("page", 1, 2, "a");
  g_autoptr(GPtrArray) bundle = g_ptr_array_new ();
  g_autoptr(GArray) added = NULL;
  g_autoptr(GPtrArray) incidents = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(JkbCaseFile) file = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *result;
  gint64 id, batch = jkb_store_new_batch (store);
  JkbEdit edit = { JKB_EDIT_DETAIL, .detail = JKB_DETAIL_NOTES };
  char *notes = g_strdup ("覚え書き");

  jkb_store_add_source_async (store, source, batch, NULL, on_done_cb, fixture);
  result = wait_for_result (fixture);
  added = jkb_store_add_source_finish (store, result, &error);
  g_object_unref (result);
  g_assert_no_error (error);
  id = g_array_index (added, JkbAddedItem, 1).incident_id;

  edit.incident_id = id;
  edit.value = notes;
  jkb_store_edit_async (store, &edit, 1, NULL, on_done_cb, fixture);
  g_free (notes);
  result = wait_for_result (fixture);
  g_assert_true (jkb_store_write_finish (store, result, &error));
  g_object_unref (result);

  jkb_store_load_incidents_async (store, NULL, 0, NULL, on_done_cb, fixture);
  result = wait_for_result (fixture);
  incidents = jkb_store_load_incidents_finish (store, result, &error);
  g_object_unref (result);
  g_assert_cmpuint (incidents->len, ==, 2);

  jkb_store_load_case_async (store, id, NULL, on_done_cb, fixture);
  result = wait_for_result (fixture);
  g_assert_true (jkb_store_load_case_finish (store, result, &file, &error));
  g_object_unref (result);
  g_assert_cmpstr (file->notes, ==, "覚え書き");

  jkb_store_add_bundled_async (store, bundle, "1", NULL, on_done_cb, fixture);
  result = wait_for_result (fixture);
  g_assert_true (jkb_store_write_finish (store, result, &error));
  g_object_unref (result);

  jkb_store_undo_batch_async (store, batch, NULL, on_done_cb, fixture);
  result = wait_for_result (fixture);
  g_assert_true (jkb_store_write_finish (store, result, &error));
  g_object_unref (result);

  jkb_store_check_async (store, NULL, on_done_cb, fixture);
  result = wait_for_result (fixture);
  problems = jkb_store_check_finish (store, result, &error);
  g_object_unref (result);
  g_assert_cmpuint (problems->len, ==, 0);

  jkb_store_close_async (store, on_done_cb, fixture);
  result = wait_for_result (fixture);
  g_assert_true (jkb_store_close_finish (store, result, &error));
  g_object_unref (result);
  drop (store);
}

static void
test_open_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  jkb_store_open_async (fixture->path, JKB_STORE_NONE, NULL, on_done_cb, fixture);
  result = wait_for_result (fixture);
  g_assert_null (jkb_store_open_finish (result, &error));
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_NOT_FOUND);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = open_store (fixture);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr(JkbSource) source = casebook_source ("page", i, 1, "a");
      g_autoptr(GArray) added = jkb_store_add_source (store, source, 1, NULL, NULL);

      g_assert_nonnull (added);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  wait_for_changes (fixture, 40);
  g_assert_cmpuint (fixture->changed->len, ==, 40);
  g_assert_cmpuint (fixture->n_signals, <, 40);
}

/* Cases that are told apart have changed, and so they have when that is undone and done again. */
static void
test_changed_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = open_store (fixture);
  g_autoptr(JkbSource) source = casebook_source ("page", 1, 3, "a");
  g_autoptr(GArray) added = jkb_store_add_source (store, source, 1, NULL, NULL);
  JkbEdit edit = { JKB_EDIT_DIFFERENT, .incident_id = 3, .other_id = 2 };

  g_assert_nonnull (added);
  wait_for_changes (fixture, 3);
  for (int step = 0; step < 3; step++)
    {
      g_array_set_size (fixture->changed, 0);
      g_assert_true (step == 0 ? jkb_store_edit (store, &edit, 1, NULL, NULL)
                     : step == 1 ? jkb_store_undo (store, NULL, NULL) : jkb_store_redo (store, NULL, NULL));
      wait_for_changes (fixture, 2);
      g_assert_cmpuint (fixture->changed->len, ==, 2);
      g_assert_cmpint (g_array_index (fixture->changed, gint64, 0), ==, 2);
      g_assert_cmpint (g_array_index (fixture->changed, gint64, 1), ==, 3);
    }
}

/* Another program is another connection. */
static void
test_other_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = open_store (fixture);
  g_autoptr(JkbStore) other = jkb_store_open (fixture->path, JKB_STORE_NONE, NULL, NULL);
  g_autoptr(JkbSource) source = casebook_source ("page", 1, 3, "a");
  g_autoptr(GArray) added = jkb_store_add_source (other, source, 1, NULL, NULL);
  JkbEdit edit = { JKB_EDIT_DELETE, .incident_id = g_array_index (added, JkbAddedItem, 2).incident_id };

  wait_for_changes (fixture, 3);
  g_array_set_size (fixture->changed, 0);
  g_assert_true (jkb_store_edit (other, &edit, 1, NULL, NULL));
  wait_for_changes (fixture, 1);
  g_assert_cmpint (g_array_index (fixture->changed, gint64, 0), ==, edit.incident_id);
  g_array_set_size (fixture->changed, 0);
  g_assert_true (jkb_store_undo_batch (other, 1, NULL, NULL));
  wait_for_changes (fixture, 3);
}

/* The last reference goes while work is queued: it is done, and nothing waits for ever. */
static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  JkbStore *store = open_store (fixture);
  g_autoptr(JkbSource) source = casebook_source ("page", 1, 3, "a");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GArray) added = NULL;
  JkbStoreCounts counts;

  jkb_store_add_source_async (store, source, 1, NULL, NULL, NULL);
  g_object_unref (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  store = open_store (fixture);
  added = jkb_store_add_source (store, source, 1, NULL, NULL);
  g_assert_true (jkb_store_count (store, &counts, NULL, NULL));
  g_assert_cmpint (counts.incidents, ==, 3);
  g_object_unref (store);
}

typedef struct
{
  JkbStore *store;
  guint first;
} Busy;

static gpointer
be_busy (gpointer data)
{
  Busy *busy = data;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr(JkbSource) source = casebook_source ("page", busy->first + i, 3, "busy");
      g_autoptr(GError) error = NULL;
      g_autoptr(GArray) added = jkb_store_add_source (busy->store, source, 1, NULL, &error);
      g_autoptr(GPtrArray) incidents = jkb_store_load_incidents (busy->store, NULL, 0, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (incidents->len, >=, 3);
    }
  return NULL;
}

/* Threads that add overlapping notices: each is there once. */
static void
test_threads (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbStore) store = open_store (fixture);
  Busy busy[8];
  GThread *threads[8];
  JkbStoreCounts counts;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      busy[i] = (Busy){ store, i * 3 };
      threads[i] = g_thread_new ("busy", be_busy, &busy[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_true (jkb_store_count (store, &counts, NULL, NULL));
  g_assert_cmpint (counts.incidents, ==, 7 * 3 + 9 + 3);
  casebook_assert_good (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/async/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("life", test_life);
  ADD ("open-fails", test_open_fails);
  ADD ("changed", test_changed);
  ADD ("changed-apart", test_changed_apart);
  ADD ("other-program", test_other_program);
  ADD ("dropped", test_dropped);
  ADD ("threads", test_threads);
  return g_test_run ();
}
