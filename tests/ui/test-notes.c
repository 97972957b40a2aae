/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "jkb-ui-driver.h"
#include "ui/jkb-notes.h"

/* What is written about a case is kept when one goes on, is found, and can be taken back. */

static GtkTextView *
get_view (JkbWindow *window)
{
  return driver_find (driver_find (window, JKB_TYPE_NOTES), GTK_TYPE_TEXT_VIEW);
}

static const char *
get_notes (JkbWindow *window)
{
  const JkbCaseFile *file
      = jkb_case_pane_get_file (jkb_incidents_page_get_case_pane (jkb_window_get_incidents_page (window)));

  return file != NULL ? file->notes : NULL;
}

static void
show_row (JkbWindow *window, guint row)
{
  JkbScope *scope = jkb_window_get_scope (window);

  jkb_scope_set_case_id (scope, jkb_selection_get_id (jkb_scope_get_selection (scope), row));
  driver_wait_case (window);
}

static void
count_edit (JkbNotes *notes, const char *message, gboolean can_undo, gpointer data)
{
  g_assert_true (can_undo);
  ++*(guint *) data;
}

static void
check_notes (JkbWindow *window, gpointer data)
{
  JkbScope *scope = jkb_window_get_scope (window);
  guint n_edits = 0;
  gint64 id;

  g_signal_connect (driver_find (window, JKB_TYPE_NOTES), "edited", G_CALLBACK (count_edit), &n_edits);
  driver_wait_ready (window);
  driver_wait_selection (window);
  id = jkb_selection_get_id (jkb_scope_get_selection (scope), 3);
  show_row (window, 3);
  g_assert_null (get_notes (window));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (get_view (window)), "  きつつきの教材に使う\n", -1);
  show_row (window, 4);
  driver_wait_until (n_edits == 1);
  g_assert_null (get_notes (window));

  /* It is found by its words, and the case has it. */
  jkb_scope_set_words (scope, "きつつき");
  driver_wait_until (jkb_selection_n (jkb_scope_get_selection (scope)) == 1);
  g_assert_cmpint (jkb_selection_get_id (jkb_scope_get_selection (scope), 0), ==, id);
  show_row (window, 0);
  g_assert_cmpstr (get_notes (window), ==, "きつつきの教材に使う");

  /* Undo takes back the search first, then the note. */
  driver_activate (window, "win.undo");
  driver_wait_until (jkb_filter_is_empty (jkb_scope_get_filter (scope)));
  driver_activate (window, "win.undo");
  driver_wait_until (get_notes (window) == NULL);
}

static void
test_notes (void)
{
  driver_run_sample (check_notes, NULL);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  driver_isolate ();
  g_test_add_func ("/ui/notes/kept", test_notes);
  return g_test_run ();
}
