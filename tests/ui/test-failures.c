/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says when a casebook cannot be opened, read or written: what to do, and which file it is. */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "store/jkb-db.h"
#include "store/jkb-schema.h"
#include "store/jkb-store-private.h"
#include "ui/jkb-case-table.h"
#include "ui/jkb-casebook-actions.h"
#include "ui/jkb-toaster.h"

#define ROUND_A_WINDOW 60               /* pixels of what the desktop draws there */

/* ---- what is to be read ---- */

static gboolean
is_said (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_said (child, words))
      return TRUE;
  return FALSE;
}

/* The advice, in the language of the window, and behind it the file. */
static void
wait_said (gpointer window, JkbStoreError code, const char *path)
{
  g_autoptr(GError) error = g_error_new_literal (JKB_STORE_ERROR, code, "");
  g_autofree char *advice = g_strchomp (jkb_casebook_describe_error (error));

  driver_wait_until (is_said (window, advice));
  g_assert_true (is_said (window, path));
}

static const char *
get_path (JkbWindow *window)
{
  return jkb_casebook_get_path (jkb_window_get_casebook (window));
}

/* What is said is not cut off, so that the file can be read too. */
static void
assert_whole (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && is_said (widget, words))
    g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (widget)), ==, PANGO_ELLIPSIZE_NONE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_whole (child, words);
}

static void
run_sql (const char *path, const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbDb) db = jkb_db_open (path, JKB_DB_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (jkb_db_script (db, sql, &error));
}

static void
close_at_once (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
}

/* A casebook that is there and that nobody has open. */
static char *
make_casebook (void)
{
  char *path = driver_new_casebook ();

  driver_run (path, NULL, close_at_once, NULL);
  return path;
}

/* ---- opening ---- */

static void
check_newer (JkbWindow *window, gpointer data)
{
  driver_wait_until (jkb_casebook_get_state (jkb_window_get_casebook (window)) == JKB_CASEBOOK_FAILED);
  wait_said (window, JKB_STORE_ERROR_NEWER, get_path (window));
}

static void
test_newer (void)
{
  g_autofree char *path = make_casebook ();
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", jkb_schema_version () + 1);

  run_sql (path, sql);
  driver_run (path, NULL, check_newer, NULL);
}

static GtkWidget *
find_restore (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.restore-copy") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_restore (child);
  return found;
}

static void
check_damaged (JkbWindow *window, gpointer data)
{
  driver_wait_until (jkb_casebook_get_state (jkb_window_get_casebook (window)) == JKB_CASEBOOK_FAILED);
  wait_said (window, JKB_STORE_ERROR_DAMAGED, get_path (window));
  g_assert_false (gtk_widget_get_visible (find_restore (GTK_WIDGET (window))));
}

/* The copy beside it takes its place, and the damaged file is kept. */
static void
check_restored (JkbWindow *window, gpointer damaged)
{
  g_autofree char *folder = g_path_get_dirname (get_path (window));
  g_autoptr(GDir) dir = NULL;
  const char *name;
  gboolean is_kept = FALSE;

  driver_wait_until (jkb_casebook_get_state (jkb_window_get_casebook (window)) == JKB_CASEBOOK_FAILED);
  driver_wait_until (gtk_widget_get_mapped (find_restore (GTK_WIDGET (window))));
  g_signal_emit_by_name (find_restore (GTK_WIDGET (window)), "clicked");
  /* First: what is said there goes away after some seconds. */
  driver_wait_until (is_said (GTK_WIDGET (window), ".set-aside-"));
  driver_wait_until (jkb_casebook_get_state (jkb_window_get_casebook (window)) == JKB_CASEBOOK_READY);
  driver_wait_ready (window);
  g_assert_cmpuint (driver_count_cases (window), ==, 359);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;

      is_kept = is_kept || (strstr (name, ".set-aside-") != NULL && g_file_get_contents (path, &contents, NULL, NULL)
                            && memcmp (contents + 4096, damaged, 16) == 0);
    }
  g_assert_true (is_kept);
}

static void
test_damaged (void)
{
  g_autofree char *path = make_casebook ();
  g_autofree char *copy = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *contents = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &contents, &n_bytes, NULL));
  whole = g_memdup2 (contents, n_bytes);
  memset (contents + 4096, 0x5a, n_bytes - 4096);
  copy = g_strconcat (path, ".backup-2031-01-01", NULL);
  g_assert_true (g_file_set_contents (path, contents, (gssize) n_bytes, NULL));
  driver_run (path, NULL, check_damaged, NULL);
  g_assert_true (g_file_set_contents (copy, whole, (gssize) n_bytes, NULL));
  driver_run (path, NULL, check_restored, contents + 4096);
}

/* A folder that is gone cannot be made where a file stands; once the file is away, another try does. */
static void
check_vanished (JkbWindow *window, gpointer file)
{
  driver_wait_until (jkb_casebook_get_state (jkb_window_get_casebook (window)) == JKB_CASEBOOK_FAILED);
  wait_said (window, JKB_STORE_ERROR_NOT_FOUND, get_path (window));
  g_assert_cmpint (g_unlink (file), ==, 0);
  driver_activate (window, "win.reopen");
  driver_wait_ready (window);
  g_assert_cmpuint (driver_count_cases (window), ==, 359);
}

static void
test_vanished (void)
{
  g_autofree char *file = driver_new_casebook ();
  g_autofree char *path = g_build_filename (file, "casebook.sqlite3", NULL);

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  driver_run (path, NULL, check_vanished, file);
}

/* ---- writing ---- */

static void
check_locked (JkbWindow *window, gpointer data)
{
  g_autoptr(JkbDb) other = NULL;
  JkbScope *scope = jkb_window_get_scope (window);
  g_autoptr(GError) error = NULL;

  driver_wait_ready (window);
  jkb_scope_set_case_id (scope, jkb_selection_get_id (jkb_scope_get_selection (scope), 0));
  driver_wait_case (window);
  other = jkb_db_open (get_path (window), JKB_DB_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (jkb_db_begin (other, NULL));
  driver_activate (window, "win.bin-cases");
  wait_said (window, JKB_STORE_ERROR_LOCKED, get_path (window));
  assert_whole (GTK_WIDGET (window), get_path (window));
  g_assert_cmpuint (driver_count_cases (window), ==, 359);
  g_assert_true (jkb_db_end (other, TRUE, NULL));
  driver_activate (window, "win.bin-cases");
  driver_wait_cases (window, 358);
}

static void
test_locked (void)
{
  driver_run_sample (check_locked, NULL);
}

static gboolean
limit_pages (JkbDb *db, gpointer data, GError **error)
{
  return jkb_db_script (db, "PRAGMA max_page_count = 1", error);
}

static char *
make_large_notice (void)
{
  g_autofree char *sample = driver_sample ("burglary.txt");
  g_autofree char *text = NULL;
  g_autoptr(GString) large = NULL;
  char *path = g_build_filename (g_get_user_data_dir (), "large.txt", NULL);

  g_assert_true (g_file_get_contents (sample, &text, NULL, NULL));
  large = g_string_new (text);
  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (large, "%u件目の確認を終えました。\n", i);
  g_assert_true (g_file_set_contents (path, large->str, -1, NULL));
  return path;
}

/* The file may not grow, as on a disk without room: nothing is stored, and the import says so and where. */
static void
check_full (JkbWindow *window, gpointer data)
{
  g_autofree char *path = make_large_notice ();
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GtkWindow *dialog;

  driver_wait_ready (window);
  g_assert_true (jkb_store_write (jkb_casebook_get_store (jkb_window_get_casebook (window)), limit_pages, NULL, NULL,
                                  NULL));
  jkb_window_import_files (window, &file, 1);
  dialog = driver_wait_import ();
  wait_said (dialog, JKB_STORE_ERROR_FULL, get_path (window));
  gtk_window_close (dialog);
  driver_wait_selection (window);
  g_assert_cmpuint (driver_count_cases (window), ==, 359);
}

static void
test_full (void)
{
  driver_run_sample (check_full, NULL);
}

/* ---- room for what is said ---- */

static GtkWidget *
find_words (GtkWidget *widget, const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_words (child, words);
  return found;
}

static int
say_at_width (JkbWindow *window, int width, const char *words)
{
  JkbToaster *toaster = jkb_toaster_find (driver_find (window, JKB_TYPE_CASE_TABLE));
  GtkWidget *label = NULL;
  graphene_rect_t place;

  gtk_window_set_default_size (GTK_WINDOW (window), width, 900);
  driver_wait_until (ABS (gtk_widget_get_width (GTK_WIDGET (window)) - width) <= ROUND_A_WINDOW);
  jkb_toaster_say (toaster, words);
  driver_wait_until ((label = find_words (GTK_WIDGET (window), words)) != NULL && gtk_widget_get_width (label) > 0);
  driver_settle (500);
  g_assert_true (gtk_widget_compute_bounds (label, GTK_WIDGET (window), &place));
  g_assert_cmpfloat (place.origin.x, >=, 0);
  g_assert_cmpfloat (place.origin.x + place.size.width, <=, width);
  return pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label)));
}

static void
assert_within (GtkWidget *widget, JkbWindow *window)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_get_mapped (widget));
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &place));
  g_assert_cmpfloat (place.origin.x, >=, 0);
  g_assert_cmpfloat (place.origin.x + place.size.width, <=, gtk_widget_get_width (GTK_WIDGET (window)));
}

/* The offer to undo is whole, and within the window, with text of 200 % in the narrowest one. */
static void
check_large_offer (JkbWindow *window, gpointer data)
{
  JkbToaster *toaster = jkb_toaster_find (driver_find (window, JKB_TYPE_CASE_TABLE));
  const char *words = "事件をごみ箱に移しました";
  GtkWidget *label = NULL, *button;

  driver_wait_ready (window);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  driver_wait_until (ABS (gtk_widget_get_width (GTK_WIDGET (window)) - 360) <= ROUND_A_WINDOW);
  jkb_toaster_offer_undo (toaster, words);
  driver_wait_until ((label = find_words (GTK_WIDGET (window), words)) != NULL && gtk_widget_get_width (label) > 0);
  driver_settle (500);
  button = driver_find (gtk_widget_get_last_child (driver_find (window, ADW_TYPE_TOAST_OVERLAY)), GTK_TYPE_BUTTON);
  assert_within (label, window);
  assert_within (button, window);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

/* As many lines as a narrow window needs would cover a wide one for nothing. */
static void
check_toast (JkbWindow *window, gpointer data)
{
  g_autoptr(GError) error = g_error_new_literal (JKB_STORE_ERROR, JKB_STORE_ERROR_LOCKED, "/home/me/a/casebook.sqlite3");
  g_autofree char *words = jkb_casebook_describe_error (error);
  g_autofree char *again = g_strconcat (words, " ", words, NULL);

  driver_wait_ready (window);
  g_assert_cmpint (say_at_width (window, 1400, words), <=, 3);
  driver_activate (window, "win.back");
  g_assert_cmpint (say_at_width (window, 360, again), >, 3);
}

static void
test_large_offer (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_large_offer, NULL);
}

static void
test_toast (void)
{
  driver_run_sample (check_toast, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/failures/newer", test_newer);
  g_test_add_func ("/failures/damaged", test_damaged);
  g_test_add_func ("/failures/vanished", test_vanished);
  g_test_add_func ("/failures/locked", test_locked);
  g_test_add_func ("/failures/full", test_full);
  g_test_add_func ("/failures/toast", test_toast);
  g_test_add_func ("/failures/large-offer", test_large_offer);
  return g_test_run ();
}
