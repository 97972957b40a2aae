/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import that is looked at before it is stored, in the real window. */
#include <glib/gstdio.h>
#include <locale.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-import-preview.h"
#include "ui/jkb-preview-detail.h"
#include "ui/jkb-settings.h"

static GtkWindow *
find_preview (void)
{
  return driver_find_toplevel (JKB_TYPE_IMPORT_PREVIEW);
}

static GtkWindow *
wait_ready (void)
{
  driver_wait_until (find_preview () != NULL && jkb_import_preview_is_ready (JKB_IMPORT_PREVIEW (find_preview ())));
  return find_preview ();
}

static GtkWindow *
import_samples (JkbWindow *window, const char *const *names)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  driver_wait_ready (window);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = driver_sample (names[i]);

      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  jkb_window_import_files (window, (GFile **) files->pdata, files->len);
  driver_wait_until (find_preview () != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_preview ())));
  /* Who presses Enter too early stops nothing. */
  g_assert_true (jkb_import_preview_is_ready (JKB_IMPORT_PREVIEW (find_preview ()))
                 || !GTK_IS_BUTTON (gtk_root_get_focus (GTK_ROOT (find_preview ()))));
  return wait_ready ();
}

static GtkListView *
get_list (GtkWindow *preview)
{
  return driver_find (preview, GTK_TYPE_LIST_VIEW);
}

static JkbPreviewRow *
get_row (GtkWindow *preview, guint position)
{
  g_autoptr(JkbPreviewRow) row
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (get_list (preview))), position);

  g_assert_nonnull (row);
  return row;
}

static guint
count_rows (GtkWindow *preview)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (get_list (preview))));
}

static void
choose_row (GtkWindow *preview, guint position)
{
  gtk_selection_model_select_item (gtk_list_view_get_model (get_list (preview)), position, TRUE);
}

static GtkWidget *
get_focus (GtkWindow *preview)
{
  return gtk_root_get_focus (GTK_ROOT (preview));
}

static void
wait_closed (void)
{
  driver_wait_until (find_preview () == NULL || !gtk_widget_get_visible (GTK_WIDGET (find_preview ())));
}

/* The focus is where Enter takes everything; one step takes it back. */
static void
check_accept (JkbWindow *window)
{
  static const char *const names[] = { "bcc-mistake.txt", "seminar.txt", "burglary.txt", NULL };
  GtkWindow *preview = import_samples (window, names);

  g_assert_cmpuint (count_rows (preview), ==, 3);
  g_assert_true (jkb_preview_row_is_choice (get_row (preview, 0)));
  g_assert_false (jkb_preview_row_is_choice (get_row (preview, 1)));
  g_assert_cmpuint (driver_count_cases (window), ==, 359);
  g_assert_true (GTK_IS_BUTTON (get_focus (preview)));
  g_assert_nonnull (strstr (gtk_button_get_label (GTK_BUTTON (get_focus (preview))), "2"));
  gtk_widget_activate (get_focus (preview));
  wait_closed ();
  driver_wait_cases (window, 361);
  driver_activate (window, "win.undo");
  driver_wait_cases (window, 359);
}

/* Space in the list declines; a single case that was stored is shown. */
static void
check_some (JkbWindow *window)
{
  static const char *const names[] = { "bcc-mistake.txt", "burglary.txt", NULL };
  GtkWindow *preview = import_samples (window, names);
  GtkWidget *accept = get_focus (preview);

  choose_row (preview, 0);
  gtk_widget_grab_focus (GTK_WIDGET (get_list (preview)));
  g_assert_true (driver_press (preview, GDK_KEY_space));
  g_assert_false (jkb_preview_row_is_accepted (get_row (preview, 0)));
  g_assert_true (jkb_preview_row_is_accepted (get_row (preview, 1)));
  g_assert_nonnull (strstr (gtk_button_get_label (GTK_BUTTON (accept)), "1"));
  gtk_widget_activate (accept);
  wait_closed ();
  driver_wait_cases (window, 360);
  driver_wait_case (window);
  driver_activate (window, "win.undo");
  driver_wait_cases (window, 359);
}

/* None, and all again, by the one box for all. */
static void
check_all_box (JkbWindow *window)
{
  static const char *const names[] = { "bcc-mistake.txt", "burglary.txt", NULL };
  GtkWindow *preview = import_samples (window, names);
  GtkWidget *accept = get_focus (preview);
  GtkWidget *all = driver_find (preview, GTK_TYPE_CHECK_BUTTON);

  g_assert_true (gtk_widget_get_visible (all));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (all), FALSE);
  g_assert_false (jkb_preview_row_is_accepted (get_row (preview, 1)));
  g_assert_false (gtk_widget_get_sensitive (accept));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (all), TRUE);
  g_assert_true (jkb_preview_row_is_accepted (get_row (preview, 1)));
  g_assert_true (gtk_widget_get_sensitive (accept));
  gtk_window_close (preview);
  wait_closed ();
  driver_settle (100);
  g_assert_cmpuint (driver_count_cases (window), ==, 359);
}

/* The text is beside the facts; a fact marks its words. */
static void
check_detail (JkbWindow *window)
{
  static const char *const names[] = { "seminar.txt", "bcc-mistake.txt", NULL };
  GtkWindow *preview = import_samples (window, names);
  JkbPreviewDetail *detail = driver_find (preview, JKB_TYPE_PREVIEW_DETAIL);
  g_autofree char *words = NULL;

  choose_row (preview, 0);
  g_assert_false (jkb_preview_detail_choose_fact (detail, JKB_FIELD_AFFECTED_PEOPLE));
  choose_row (preview, 1);
  g_assert_true (jkb_preview_detail_choose_fact (detail, JKB_FIELD_AFFECTED_PEOPLE));
  words = jkb_preview_detail_get_evidence (detail);
  g_assert_cmpstr (words, ==, "63名分");
  gtk_window_close (preview);
  wait_closed ();
}

/* New, known, a further report and of what, set aside and why, unreadable and why. */
static void
check_states (JkbWindow *window)
{
  static const char *const first[] = { "bcc-mistake.txt", NULL };
  static const char *const names[]
      = { "bcc-mistake.txt", "burglary.txt", "seminar.txt", "none-such.txt", NULL };
  GtkWindow *preview = import_samples (window, first);
  g_autoptr(GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  gtk_widget_activate (get_focus (preview));
  wait_closed ();
  driver_wait_cases (window, 360);
  preview = import_samples (window, names);
  g_assert_cmpuint (count_rows (preview), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpint (jkb_preview_row_is_choice (get_row (preview, i)), ==, i == 1);
      g_hash_table_add (words, (char *) jkb_preview_row_get_words (get_row (preview, i)));
    }
  g_assert_cmpuint (g_hash_table_size (words), ==, 4);
  gtk_window_close (preview);
  wait_closed ();
}

/* Stopping keeps what was read, closing keeps nothing. */
static void
check_stop (JkbWindow *window)
{
  g_autofree char *path = driver_sample ("");
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  GtkWindow *preview;

  jkb_window_import_files (window, &folder, 1);
  driver_wait_until ((preview = find_preview ()) != NULL);
  g_signal_emit_by_name (driver_find (preview, GTK_TYPE_BUTTON), "clicked");
  preview = wait_ready ();
  gtk_window_close (preview);
  wait_closed ();
  jkb_window_import_files (window, &folder, 1);
  gtk_window_close (find_preview ());
  driver_settle (300);
  g_assert_cmpuint (driver_count_cases (window), ==, 360);
}

/* What still reads keeps the preview when the window below it goes, and must not ask for that window afterwards. */
static void
check_parent_gone (JkbWindow *window)
{
  g_autofree char *path = driver_sample ("");
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  JkbWindow *other = jkb_window_new (JKB_APPLICATION (application), jkb_window_get_casebook (window));
  GtkWindow *preview;

  gtk_window_present (GTK_WINDOW (other));
  jkb_window_import_files (other, &folder, 1);
  preview = find_preview ();
  g_object_add_weak_pointer (G_OBJECT (preview), (gpointer *) &preview);
  gtk_window_destroy (GTK_WINDOW (other));
  driver_wait_until (preview == NULL);
  driver_wait_cases (window, 360);
}

/* One window for all: opening a casebook takes longer than what is done with it. */
static void
check_everything (JkbWindow *window, gpointer data)
{
  check_accept (window);
  check_some (window);
  check_all_box (window);
  check_detail (window);
  check_states (window);
  check_stop (window);
  check_parent_gone (window);
}

static void
test_preview (void)
{
  driver_run_sample (check_everything, NULL);
}

/* A file of the command line opens the same page. */
static void
check_command_line (JkbWindow *window, gpointer data)
{
  GtkWindow *preview = wait_ready ();

  g_assert_cmpuint (count_rows (preview), ==, 1);
  gtk_window_close (preview);
  wait_closed ();
}

static void
test_command_line (void)
{
  driver_run_sample (check_command_line, "bcc-mistake.txt");
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_settings_set_boolean (jkb_settings_get (), "import-preview", TRUE);
  g_test_add_func ("/import-preview/window", test_preview);
  g_test_add_func ("/import-preview/command-line", test_command_line);
  return g_test_run ();
}
