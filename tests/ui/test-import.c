/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-import-dialog.h"
#include "ui/jkb-import-row.h"

/* Notices that come in by the command line, by files, by paste and by drop. */

static void
check_import (JkbWindow *window, gpointer data)
{
  GtkWindow *dialog = driver_wait_import ();
  GListModel *rows
      = G_LIST_MODEL (gtk_list_view_get_model (driver_find (dialog, GTK_TYPE_LIST_VIEW)));
  g_autofree char *path = driver_sample ("bcc-mistake.txt");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(JkbImportRow) row = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  row = g_list_model_get_item (rows, 0);
  g_assert_cmpint (jkb_import_row_get_case_id (row), >, 0);
  gtk_window_close (dialog);
  driver_wait_cases (window, 360);
  /* Again: known, and nothing is added. */
  jkb_window_import_files (window, &file, 1);
  gtk_window_close (driver_wait_import ());
  driver_settle (300);
  driver_wait_cases (window, 360);
  driver_activate (window, "win.undo");
  driver_wait_cases (window, 359);
  driver_activate (window, "win.redo");
  driver_wait_cases (window, 360);
}

static void
test_import (void)
{
  driver_run_sample (check_import, "bcc-mistake.txt");
}

static void
check_import_failures (JkbWindow *window, gpointer data)
{
  g_autoptr(GFile) missing = g_file_new_for_path ("/nowhere/at/all.txt");
  GtkWindow *dialog;
  GListModel *rows;
  g_autoptr(JkbImportRow) row = NULL;

  driver_wait_ready (window);
  jkb_window_import_files (window, &missing, 1);
  dialog = driver_wait_import ();
  rows = G_LIST_MODEL (gtk_list_view_get_model (driver_find (dialog, GTK_TYPE_LIST_VIEW)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  row = g_list_model_get_item (rows, 0);
  g_assert_cmpint (jkb_import_row_get_case_id (row), ==, 0);
  g_assert_cmpstr (jkb_import_row_get_words (row), !=, "");
  gtk_window_close (dialog);
  driver_settle (100);
  g_assert_cmpuint (driver_count_cases (window), ==, 359);
}

static void
test_import_failures (void)
{
  driver_run_sample (check_import_failures, NULL);
}

/* Both, though the casebook is not open yet: files opened one after the other while the program starts. */
static void
check_two_early (JkbWindow *window, gpointer data)
{
  g_autofree char *path = driver_sample ("burglary.txt");
  g_autoptr(GFile) file = g_file_new_for_path (path);

  jkb_window_import_files (window, &file, 1);
  gtk_window_close (driver_wait_import ());
  driver_wait_cases (window, 361);
}

static void
test_two_early (void)
{
  driver_run_sample (check_two_early, "bcc-mistake.txt");
}

static gboolean
is_stored (JkbWindow *window)
{
  JkbStep undo, redo;

  return jkb_store_load_steps (jkb_casebook_get_store (jkb_window_get_casebook (window)), &undo, &redo, NULL, NULL)
         && undo.kind == JKB_STEP_IMPORT;
}

/* What was stored before the page was closed is told of, with an offer to take it back. */
static void
check_closed_early (JkbWindow *window, gpointer data)
{
  g_autofree char *path = driver_sample ("bcc-mistake.txt");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GtkWindow *dialog;

  driver_wait_ready (window);
  jkb_window_import_files (window, &file, 1);
  dialog = driver_find_import ();
  /* Not by the main loop: the page is not to hear of its end before it is closed. */
  while (!is_stored (window))
    g_usleep (1000);
  g_assert_false (jkb_import_dialog_is_done (JKB_IMPORT_DIALOG (dialog)));
  gtk_window_close (dialog);
  driver_wait_cases (window, 360);
  driver_wait_until (driver_find (window, g_type_from_name ("AdwToastWidget")) != NULL);
  g_signal_emit_by_name (driver_find (driver_find (window, g_type_from_name ("AdwToastWidget")), GTK_TYPE_BUTTON),
                         "clicked");
  driver_wait_cases (window, 359);
}

static void
test_closed_early (void)
{
  driver_run_sample (check_closed_early, NULL);
}

static void
check_paste (JkbWindow *window, gpointer data)
{
  g_autofree char *path = driver_sample ("burglary.txt");
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  driver_wait_ready (window);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  driver_activate (window, "win.paste");
  driver_show_imported (window);
  /* A picture in the clipboard is no notice. */
  gdk_clipboard_set (gtk_widget_get_clipboard (GTK_WIDGET (window)), G_TYPE_INT, 5);
  driver_activate (window, "win.paste");
  driver_settle (300);
  g_assert_null (driver_find_import ());
}

static void
test_paste (void)
{
  driver_run_sample (check_paste, NULL);
}

static void
drop (JkbWindow *window, const GValue *value)
{
  GtkWidget *overlay = driver_find (window, ADW_TYPE_TOAST_OVERLAY);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (overlay);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", value, 10.0, 10.0, &is_taken);
    }
  g_assert_true (is_taken);
}

static void
check_drop_of_files (JkbWindow *window, gpointer data)
{
  g_autofree char *path = driver_sample ("burglary.txt");
  GSList list = { g_file_new_for_path (path), NULL };
  g_auto(GValue) value = G_VALUE_INIT;

  driver_wait_ready (window);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &list);
  drop (window, &value);
  driver_show_imported (window);
  g_object_unref (list.data);
}

static void
check_drop_of_text (JkbWindow *window, gpointer data)
{
  g_autofree char *path = driver_sample ("burglary.txt");
  g_autofree char *text = NULL;
  g_auto(GValue) value = G_VALUE_INIT;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  driver_wait_ready (window);
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  drop (window, &value);
  driver_show_imported (window);
}

static void
test_drop (void)
{
  driver_run_sample (check_drop_of_files, NULL);
  driver_run_sample (check_drop_of_text, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/import/import", test_import);
  g_test_add_func ("/import/failures", test_import_failures);
  g_test_add_func ("/import/two-early", test_two_early);
  g_test_add_func ("/import/closed-early", test_closed_early);
  g_test_add_func ("/import/paste", test_paste);
  g_test_add_func ("/import/drop", test_drop);
  return g_test_run ();
}
