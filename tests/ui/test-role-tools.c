/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Coverage of an organisation: which roles are there, what is missing, and what is taken away.
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-coverage-board.h"
#include "ui/jkb-print-take.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-ticks.h"
#include "ui/jkb-role-tools.h"
#include "ui/jkb-roles-page.h"
#include "ui/jkb-settings.h"

static JkbCoverageBoard *
open_board (JkbWindow *window)
{
  JkbCoverageBoard *board;

  driver_wait_ready (window);
  driver_activate (window, "win.role-tool::coverage");
  board = driver_find (window, JKB_TYPE_COVERAGE_BOARD);
  driver_wait_until (gtk_widget_get_mapped (GTK_WIDGET (board)));
  return board;
}

/* The check of a role, ticked and unticked as its row would by a key. */
static void
toggle (JkbCoverageBoard *board, const char *title)
{
  GtkListBox *list = driver_find (driver_find (board, JKB_TYPE_ROLE_TICKS), GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      {
        gtk_widget_activate (GTK_WIDGET (row));
        driver_settle (20);
        return;
      }
  g_error ("no role “%s”", title);
}

static const JkbRole *
find_role (const char *name)
{
  return jkb_reference_find_role (jkb_reference_get_default (), name);
}

/* Cases of a type in the selection, counted one by one. */
static guint64
count_subject (JkbWindow *window, JkbSubject subject)
{
  JkbSelection *selection = jkb_scope_get_selection (jkb_window_get_scope (window));
  guint64 n = 0;

  for (guint i = 0; i < jkb_selection_n (selection); i++)
    {
      JkbCase incident;
      int circumstance = jkb_subject_get_circumstance (subject);

      jkb_selection_get (selection, i, &incident);
      n += circumstance >= 0 ? incident.circumstances >> circumstance & 1
                             : incident.types >> jkb_subject_get_type (subject) & 1;
    }
  return n;
}

static void
assert_weighted (JkbWindow *window, const JkbCoverageResult *result)
{
  for (guint i = 0; i < result->cells->len; i++)
    {
      const JkbCoverageCell *cell = g_ptr_array_index (result->cells, i);

      g_assert_cmpuint (cell->n_cases, ==, count_subject (window, cell->subject));
    }
}

static void
narrow (JkbWindow *window)
{
  JkbFilter *filter = jkb_filter_new ();

  filter->types = 1u << JKB_TYPE_MISDELIVERY;
  jkb_scope_set_filter (jkb_window_get_scope (window), filter);
  driver_wait_selection (window);
  driver_settle (50);
  jkb_filter_free (filter);
}

static void
check_ticks (JkbWindow *window, gpointer data)
{
  JkbCoverageBoard *board = open_board (window);
  const JkbRole *role = find_role ("nice/2.2.0/PD-WRL-003");
  const JkbCoverageResult *result;
  g_auto(GStrv) remembered = NULL;

  g_assert_null (jkb_coverage_board_get_result (board));
  g_assert_true (driver_has_text (board, g_dgettext (GETTEXT_PACKAGE, "No Roles Ticked")));
  toggle (board, jkb_reference_label (&role->name));
  result = jkb_coverage_board_get_result (board);
  g_assert_nonnull (result);
  g_assert_cmpuint (result->held->len, ==, 1);
  g_assert_true (g_ptr_array_index (result->held, 0) == role);
  g_assert_true (result->framework == role->framework);
  assert_weighted (window, result);
  g_assert_true (driver_has_text (board, jkb_reference_label (&role->name)));
  remembered = g_settings_get_strv (jkb_settings_get (), "held-roles");
  g_assert_cmpstr (remembered[0], ==, "nice/2.2.0/PD-WRL-003");
  narrow (window);
  assert_weighted (window, jkb_coverage_board_get_result (board));
  g_assert_nonnull (jkb_coverage_board_get_result (board)->filter);
  toggle (board, jkb_reference_label (&role->name));
  g_assert_null (jkb_coverage_board_get_result (board));
}

static void
test_ticks (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_ticks, NULL);
}

/* What was ticked in one window is ticked in the next; what is not there any more is kept. */
static void
check_remembered (JkbWindow *window, gpointer data)
{
  static const char *const names[] = { "secbok/2021/nowhere", "ecsf/2022/chief-information-security-officer", NULL };
  JkbCoverageBoard *board;
  g_auto(GStrv) kept = NULL;

  g_settings_set_strv (jkb_settings_get (), "held-roles", names);
  driver_wait_ready (window);
  window = jkb_window_new (JKB_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))),
                           jkb_window_get_casebook (window));
  gtk_window_present (GTK_WINDOW (window));
  board = open_board (window);
  driver_wait_until (jkb_coverage_board_get_result (board) != NULL);
  g_assert_cmpuint (jkb_coverage_board_get_result (board)->held->len, ==, 1);
  kept = jkb_role_ticks_list_names (driver_find (board, JKB_TYPE_ROLE_TICKS));
  g_assert_cmpuint (g_strv_length (kept), ==, 2);
  g_settings_reset (jkb_settings_get (), "held-roles");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_remembered (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_remembered, NULL);
}

/* Escape leads back to the roles. */
static void
check_back (JkbWindow *window, gpointer data)
{
  JkbCoverageBoard *board = open_board (window);
  JkbRoleTools *tools = driver_find (window, JKB_TYPE_ROLE_TOOLS);

  gtk_widget_grab_focus (driver_find (driver_find (board, JKB_TYPE_ROLE_TICKS), GTK_TYPE_LIST_BOX));
  g_assert_true (driver_press (window, GDK_KEY_Escape));
  driver_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (board)));
  driver_activate (window, "win.role-tool::coverage");
  driver_wait_until (gtk_widget_get_mapped (GTK_WIDGET (board)));
  driver_activate (window, "win.show-role::nice/2.2.0/PD-WRL-003");
  driver_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (board)));
  /* Also from a page on which nothing takes the focus. */
  jkb_role_tools_add (tools, "words", "Words", gtk_label_new ("Words"));
  driver_activate (window, "win.role-tool::words");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_WIDGET (tools)));
  g_assert_true (driver_press (window, GDK_KEY_Escape));
  driver_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (tools)));
}

static void
test_back (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_back, NULL);
}

static char *
write_plan (JkbCoverageBoard *board, const char *name)
{
  const JkbCoverageResult *result = jkb_coverage_board_get_result (board);
  JkbPrint *print = jkb_coverage_words_new_print (result);
  g_autofree char *table = jkb_training_plan_print (result->steps, result->cells);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  char *contents = NULL;

  g_assert_true (jkb_print_take_write (GTK_WIDGET (board), print, table, file, &error));
  g_assert_no_error (error);
  driver_wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_remove (path);
  return contents;
}

static void
check_taken (JkbWindow *window, gpointer data)
{
  JkbCoverageBoard *board = open_board (window);
  const JkbRole *role = find_role ("nice/2.2.0/OG-WRL-001");
  const JkbRole *next;
  g_autofree char *pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *table = NULL;

  toggle (board, jkb_reference_label (&role->name));
  driver_activate (board, "coverage.page::plan");
  driver_wait_selection (window);
  driver_wait_until (jkb_coverage_board_get_result (board)->n_cases > 300);
  next = ((const JkbPlanStep *) g_ptr_array_index (jkb_coverage_board_get_result (board)->steps,
                                                   0))->role;
  pdf = write_plan (board, "plan.pdf");
  text = write_plan (board, "plan.txt");
  table = write_plan (board, "plan.tsv");
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
  g_assert_nonnull (strstr (text, jkb_reference_label (&role->name)));
  g_assert_nonnull (strstr (text, jkb_reference_label (&next->name)));
  g_assert_true (g_str_has_prefix (table, "step\t"));
  toggle (board, jkb_reference_label (&role->name));
}

static void
test_taken (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_taken, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/role-tools/ticks", test_ticks);
  g_test_add_func ("/role-tools/remembered", test_remembered);
  g_test_add_func ("/role-tools/back", test_back);
  g_test_add_func ("/role-tools/taken", test_taken);
  return g_test_run ();
}
