/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A large casebook: its first rows come before the other cases, and only where they are the right ones. */
#include "import/jkb-bundled.h"
#include "large-casebook.h"
#include "ui/jkb-scope.h"

#define N_CASES 700
#define LIMIT_S 60

typedef struct
{
  JkbCasebook *casebook;
  JkbScope *scope;
  GString *states;
  GArray *first;                        /* gint64: the rows while the others were being read */
  const char *words;                    /* typed while they are */
} Watch;

static void
on_state_changed_cb (JkbCasebook *casebook, GParamSpec *pspec, Watch *watch)
{
  JkbSelection *rows = jkb_scope_get_rows (watch->scope);

  g_string_append_printf (watch->states, "%d", (int) jkb_casebook_get_state (casebook));
  if (jkb_casebook_get_state (casebook) != JKB_CASEBOOK_LOADING)
    return;
  g_assert_null (jkb_scope_get_selection (watch->scope));
  g_assert_null (jkb_casebook_get_cases (casebook));
  g_assert_nonnull (jkb_casebook_get_store (casebook));
  for (guint i = 0; rows != NULL && i < jkb_selection_n (rows); i++)
    {
      gint64 id = jkb_selection_get_id (rows, i);

      g_array_append_val (watch->first, id);
    }
  if (watch->words != NULL)
    jkb_scope_set_words (watch->scope, watch->words);
}

static void
wait_settled (JkbScope *scope)
{
  gint64 limit_us = g_get_monotonic_time () + LIMIT_S * G_TIME_SPAN_SECOND;

  while (!jkb_scope_is_settled (scope))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, limit_us);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static void
open_casebook (Watch *watch, const char *path, JkbOrder order)
{
  watch->states = g_string_new (NULL);
  watch->first = g_array_new (FALSE, FALSE, sizeof (gint64));
  watch->casebook = jkb_casebook_new (path);
  watch->scope = jkb_scope_new (watch->casebook);
  jkb_scope_set_order (watch->scope, order);
  g_signal_connect (watch->casebook, "notify::state", G_CALLBACK (on_state_changed_cb), watch);
  jkb_casebook_open (watch->casebook);
  wait_settled (watch->scope);
}

static void
close_casebook (Watch *watch)
{
  jkb_casebook_close (watch->casebook);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&watch->scope);
  g_clear_object (&watch->casebook);
  g_array_unref (watch->first);
  g_string_free (watch->states, TRUE);
}

static char *
write_large (void)
{
  char *path = g_build_filename (g_get_user_data_dir (), "large.sqlite3", NULL);
  g_autoptr(JkbStore) store = NULL;

  large_casebook_write (path, N_CASES, TRUE);
  store = jkb_store_open (path, JKB_STORE_NONE, NULL, NULL);
  g_assert_true (jkb_bundled_install (store, NULL, NULL));
  jkb_store_close (store);
  return path;
}

static void
test_first (void)
{
  g_autofree char *path = write_large ();
  Watch watch = { 0 };
  JkbSelection *all;

  open_casebook (&watch, path, (JkbOrder){ JKB_COLUMN_DATE, TRUE });
  all = jkb_scope_get_selection (watch.scope);
  g_assert_cmpstr (watch.states->str, ==, "12");
  g_assert_cmpuint (watch.first->len, >=, 100);
  g_assert_cmpuint (watch.first->len, <, jkb_selection_n (all));
  g_assert_true (jkb_scope_get_rows (watch.scope) == all);
  for (guint i = 0; i < watch.first->len; i++)
    g_assert_cmpint (g_array_index (watch.first, gint64, i), ==, jkb_selection_get_id (all, i));
  close_casebook (&watch);
}

/* Latest cases are no answer to a search or to another order: nothing is shown that would have to be taken back. */
static void
test_other_order (void)
{
  g_autofree char *path = write_large ();
  Watch watch = { 0 };

  open_casebook (&watch, path, (JkbOrder){ JKB_COLUMN_PEOPLE, TRUE });
  g_assert_cmpstr (watch.states->str, ==, "12");
  g_assert_cmpuint (watch.first->len, ==, 0);
  g_assert_cmpuint (jkb_selection_n (jkb_scope_get_selection (watch.scope)), >, N_CASES);
  close_casebook (&watch);
}

static void
test_words_meanwhile (void)
{
  g_autofree char *path = write_large ();
  Watch watch = { .words = "id:1" };
  JkbSelection *selection;

  open_casebook (&watch, path, (JkbOrder){ JKB_COLUMN_DATE, TRUE });
  selection = jkb_scope_get_selection (watch.scope);
  g_assert_cmpuint (watch.first->len, >, 0);
  g_assert_cmpstr (jkb_selection_get_filter (selection)->words, ==, "id:1");
  close_casebook (&watch);
}

static void
test_small (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "small.sqlite3", NULL);
  Watch watch = { 0 };

  open_casebook (&watch, path, (JkbOrder){ JKB_COLUMN_DATE, TRUE });
  g_assert_cmpstr (watch.states->str, ==, "2");
  close_casebook (&watch);
}

/* Back to all cases and to another order: the rows are those that are found anew. */
static void
test_back (void)
{
  static const JkbOrder orders[] = { { JKB_COLUMN_PEOPLE, TRUE }, { JKB_COLUMN_ORGANISATION, FALSE } };
  g_autofree char *path = write_large ();
  Watch watch = { 0 };

  open_casebook (&watch, path, (JkbOrder){ JKB_COLUMN_DATE, TRUE });
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    for (int has_words = 1; has_words >= 0; has_words--)
      {
        g_autoptr(JkbSelection) anew = NULL;
        JkbSelection *rows;

        jkb_scope_set_words (watch.scope, has_words ? "誤送信" : NULL);
        jkb_scope_set_order (watch.scope, orders[i]);
        wait_settled (watch.scope);
        rows = jkb_scope_get_rows (watch.scope);
        anew = jkb_selection_new (jkb_casebook_get_cases (watch.casebook), jkb_scope_get_filter (watch.scope),
                                  orders[i], NULL, NULL);
        g_assert_cmpuint (jkb_selection_n (rows), ==, jkb_selection_n (anew));
        for (guint row = 0; row < jkb_selection_n (rows); row++)
          g_assert_cmpint (jkb_selection_get_id (rows, row), ==, jkb_selection_get_id (anew, row));
      }
  close_casebook (&watch);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/ui/first-rows/large", test_first);
  g_test_add_func ("/ui/first-rows/other-order", test_other_order);
  g_test_add_func ("/ui/first-rows/words-meanwhile", test_words_meanwhile);
  g_test_add_func ("/ui/first-rows/back", test_back);
  g_test_add_func ("/ui/first-rows/small", test_small);
  return g_test_run ();
}
