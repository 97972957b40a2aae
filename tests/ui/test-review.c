/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "core/jkb-fact.h"
#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-fact-editor.h"
#include "ui/jkb-review-bar.h"

/* The review queue by its keys: J, K, Enter, E, X, U and Escape, until all is read. */

static JkbCasePane *
get_pane (JkbWindow *window)
{
  return jkb_incidents_page_get_case_pane (jkb_window_get_incidents_page (window));
}

static JkbScope *
get_scope (JkbWindow *window)
{
  return jkb_window_get_scope (window);
}

static guint
count_queue (JkbWindow *window)
{
  return jkb_selection_n (jkb_scope_get_selection (get_scope (window)));
}

static const JkbCaseFact *
get_fact (JkbWindow *window)
{
  return jkb_case_pane_get_fact (get_pane (window));
}

/* The case of the scope is shown, and the review has put itself into place. */
static gboolean
is_at (JkbWindow *window, gint64 case_id)
{
  const JkbCaseFile *file = jkb_case_pane_get_file (get_pane (window));

  return jkb_scope_is_settled (get_scope (window)) && file != NULL && file->incident->id == case_id
         && jkb_scope_get_case_id (get_scope (window)) == case_id;
}

static gint64
start (JkbWindow *window)
{
  gtk_window_close (driver_wait_import ());
  driver_wait_selection (window);
  driver_activate (window, "win.review");
  driver_wait_selection (window);
  driver_wait_until (jkb_case_pane_get_file (get_pane (window)) != NULL);
  return jkb_scope_get_case_id (get_scope (window));
}

/* Goes on to a case with a value that is unsure. */
static void
find_unsure (JkbWindow *window)
{
  for (guint i = 0; i < count_queue (window) && get_fact (window) == NULL; i++)
    {
      gint64 before = jkb_scope_get_case_id (get_scope (window));

      g_assert_true (driver_press (window, GDK_KEY_j));
      driver_wait_until (jkb_scope_get_case_id (get_scope (window)) != before
                         && is_at (window, jkb_scope_get_case_id (get_scope (window))));
    }
  g_assert_nonnull (get_fact (window));
  g_assert_false (jkb_fact_is_sure (get_fact (window)->fact));
}

static JkbFactState
get_state (JkbWindow *window, gint64 fact_id)
{
  const JkbCaseFile *file = jkb_case_pane_get_file (get_pane (window));

  for (guint i = 0; file != NULL && i < file->facts->len; i++)
    {
      const JkbCaseFact *fact = file->facts->pdata[i];

      if (fact->id == fact_id)
        return fact->fact->state;
    }
  return JKB_N_FACT_STATES;
}

/* E opens the control for the value, which is closed again here. */
static void
check_edit_key (JkbWindow *window)
{
  GtkWidget *editor, *focus;

  g_assert_true (driver_press (window, GDK_KEY_e));
  driver_wait_until ((editor = driver_find (window, JKB_TYPE_FACT_EDITOR)) != NULL && gtk_widget_get_mapped (editor));
  gtk_popover_popdown (GTK_POPOVER (editor));
  driver_wait_until (!gtk_widget_get_mapped (editor));
  driver_wait_until ((focus = gtk_window_get_focus (GTK_WINDOW (window))) == NULL
                     || !gtk_widget_is_ancestor (focus, editor));
}

static void
check_answers (JkbWindow *window, gpointer data)
{
  guint n_cases;
  gint64 fact_id;

  start (window);
  n_cases = count_queue (window);
  g_assert_cmpuint (n_cases, >, 3);
  find_unsure (window);
  fact_id = get_fact (window)->id;
  check_edit_key (window);
  g_assert_cmpint (get_fact (window)->id, ==, fact_id);
  g_assert_true (driver_press (window, GDK_KEY_x));
  driver_wait_until (get_state (window, fact_id) == JKB_FACT_REJECTED);
  driver_wait_until (get_fact (window) == NULL || get_fact (window)->id != fact_id);
  g_assert_true (driver_press (window, GDK_KEY_u));
  driver_wait_until (get_state (window, fact_id) == JKB_FACT_READ);
  jkb_case_pane_choose_fact (get_pane (window), fact_id);
  g_assert_true (driver_press (window, GDK_KEY_Return));
  driver_wait_until (get_state (window, fact_id) == JKB_FACT_CONFIRMED);
  driver_wait_until (get_fact (window) == NULL || get_fact (window)->id != fact_id);
  /* Nothing but the answers was changed, and the queue is as long as before. */
  g_assert_cmpuint (count_queue (window), ==, n_cases);
}

static void
check_moves (JkbWindow *window, gpointer data)
{
  gint64 first = start (window);
  gint64 second;

  jkb_case_pane_choose_fact (get_pane (window), 0);
  while (jkb_scope_get_case_id (get_scope (window)) == first)
    g_assert_true (driver_press (window, GDK_KEY_j));
  second = jkb_scope_get_case_id (get_scope (window));
  driver_wait_until (is_at (window, second));
  while (jkb_scope_get_case_id (get_scope (window)) == second)
    g_assert_true (driver_press (window, GDK_KEY_k));
  driver_wait_until (is_at (window, first));
  /* Escape gives back what was looked at before. */
  g_assert_true (driver_press (window, GDK_KEY_Escape));
  driver_wait_until (jkb_scope_is_settled (get_scope (window)) && count_queue (window) > 359);
  g_assert_false (
      jkb_incidents_page_take_key (jkb_window_get_incidents_page (window), GDK_KEY_j, 0));
}

static void
check_end (JkbWindow *window, gpointer data)
{
  GtkWidget *bar;

  start (window);
  bar = driver_find (window, JKB_TYPE_REVIEW_BAR);
  g_assert_true (gtk_revealer_get_reveal_child (driver_find (bar, GTK_TYPE_REVEALER)));
  while (count_queue (window) > 0)
    {
      guint n_before = count_queue (window);

      jkb_case_pane_choose_fact (get_pane (window), 0);
      g_assert_true (driver_press (window, GDK_KEY_Return));
      driver_wait_until (jkb_scope_is_settled (get_scope (window))
                         && count_queue (window) == n_before - 1);
      driver_wait_until (
          n_before == 1
          || (jkb_scope_get_case_id (get_scope (window)) != 0
              && is_at (window, jkb_scope_get_case_id (get_scope (window)))));
    }
  driver_wait_until (jkb_case_pane_get_file (get_pane (window)) == NULL);
  g_assert_true (driver_press (window, GDK_KEY_Escape));
  driver_wait_until (jkb_scope_is_settled (get_scope (window)) && count_queue (window) > 359);
  g_assert_false (gtk_revealer_get_reveal_child (driver_find (bar, GTK_TYPE_REVEALER)));
}

static void
test_answers (void)
{
  driver_run_sample (check_answers, "casebook-page.txt");
}

static void
test_moves (void)
{
  driver_run_sample (check_moves, "casebook-page.txt");
}

static void
test_end (void)
{
  driver_run_sample (check_end, "casebook-page.txt");
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/review/answers", test_answers);
  g_test_add_func ("/review/moves", test_moves);
  g_test_add_func ("/review/end", test_end);
  return g_test_run ();
}
