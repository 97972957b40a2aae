/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "store/jkb-db.h"
#include "store/jkb-store-lists.h"
#include "summary/jkb-case-loader-index.h"
#include "summary/jkb-case-loader.h"
#include "ui/jkb-bin-page.h"
#include "ui/jkb-case-table.h"
#include "ui/jkb-casebook-actions.h"
#include "ui/jkb-list-pane.h"
#include "ui/jkb-settings.h"

/* The sidebar: searches with a name, collections, the bin. Driven by actions, keys and dialogs. */

static GtkListBox *
get_box (JkbWindow *window)
{
  return driver_find (driver_find (window, JKB_TYPE_LIST_PANE), GTK_TYPE_LIST_BOX);
}

/* What a row says, as `name|count`. */
static char *
read_row (GtkListBoxRow *row)
{
  GtkWidget *name = gtk_widget_get_next_sibling (gtk_widget_get_first_child (gtk_list_box_row_get_child (row)));

  return g_strdup_printf ("%s|%s", gtk_label_get_text (GTK_LABEL (name)),
                          gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (name))));
}

static gboolean
row_is (JkbWindow *window, int index, const char *expected)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_box (window), index);
  g_autofree char *said = row != NULL ? read_row (row) : NULL;

  return g_strcmp0 (said, expected) == 0;
}

static gboolean
row_counts (JkbWindow *window, int index, const char *count)
{
  g_autofree char *said = read_row (gtk_list_box_get_row_at_index (get_box (window), index));

  return g_str_has_suffix (said, count);
}

static int
count_rows (JkbWindow *window)
{
  int n = 0;

  while (gtk_list_box_get_row_at_index (get_box (window), n) != NULL)
    n++;
  return n;
}

static int
marked_row (JkbWindow *window)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (get_box (window));

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
answer (const char *name)
{
  GtkWindow *dialog;

  driver_wait_until ((dialog = find_dialog ()) != NULL);
  if (name != NULL)
    gtk_editable_set_text (driver_find (dialog, GTK_TYPE_ENTRY), name);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  gtk_window_destroy (dialog);
  driver_wait_until (find_dialog () == NULL);
}

static void
activate_on (JkbWindow *window, const char *action, const char *name)
{
  g_autoptr(GPtrArray) lists
      = jkb_store_load_lists (jkb_casebook_get_store (jkb_window_get_casebook (window)), NULL, NULL);

  for (guint i = 0; i < lists->len; i++)
    {
      const JkbList *list = lists->pdata[i];

      if (g_str_equal (list->name, name))
        gtk_widget_activate_action (GTK_WIDGET (window), action, "x", list->id);
    }
}

static void
press_row (JkbWindow *window, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_box (window), index);

  g_signal_emit_by_name (row, "activate");
}

static guint
count_shown (JkbWindow *window)
{
  return jkb_selection_n (jkb_scope_get_selection (jkb_window_get_scope (window)));
}

static void
wait_for_row (JkbWindow *window, int index, const char *expected)
{
  driver_wait_until (row_is (window, index, expected));
}

static void
check_searches (JkbWindow *window, gpointer data)
{
  JkbScope *scope = jkb_window_get_scope (window);
  g_autofree char *row = NULL;
  GtkListBoxRow *bin;
  guint n_found;

  driver_wait_ready (window);
  driver_wait_until (count_rows (window) == 4);
  bin = gtk_list_box_get_row_at_index (get_box (window), 3);
  gtk_widget_grab_focus (GTK_WIDGET (bin));
  g_assert_cmpint (marked_row (window), ==, 0);
  jkb_scope_set_words (scope, "紛失");
  jkb_scope_set_order (scope, (JkbOrder){ JKB_COLUMN_PEOPLE, TRUE });
  driver_wait_selection (window);
  g_assert_cmpint (marked_row (window), ==, -1);
  n_found = count_shown (window);
  row = g_strdup_printf ("媒体|%u", n_found);
  driver_activate (window, "win.save-search");
  answer ("媒体");
  wait_for_row (window, 2, row);
  g_assert_cmpint (marked_row (window), ==, 2);
  /* The rows that were there stay, and so does the focus. */
  g_assert_true (gtk_list_box_get_row_at_index (get_box (window), 4) == bin);
  driver_wait_until (gtk_root_get_focus (GTK_ROOT (window)) == GTK_WIDGET (bin));
  jkb_scope_set_order (scope, (JkbOrder){ JKB_COLUMN_DATE, TRUE });
  press_row (window, 0);
  driver_wait_selection (window);
  g_assert_cmpuint (count_shown (window), ==, 359);
  press_row (window, 2);
  driver_wait_selection (window);
  g_assert_cmpuint (count_shown (window), ==, n_found);
  g_assert_cmpint (jkb_scope_get_order (scope).column, ==, JKB_COLUMN_PEOPLE);
  activate_on (window, "win.rename-list", "媒体");
  answer ("紛失した媒体");
  driver_wait_until (!row_is (window, 2, row));
  activate_on (window, "win.remove-list", "紛失した媒体");
  driver_wait_until (count_rows (window) == 4);
  driver_activate (window, "win.undo");
  driver_wait_until (count_rows (window) == 5);
}

static void
test_searches (void)
{
  driver_run_sample (check_searches, NULL);
}

static void
choose_rows (JkbWindow *window, guint first, guint n)
{
  GtkColumnView *view = driver_find (window, GTK_TYPE_COLUMN_VIEW);

  gtk_selection_model_select_range (gtk_column_view_get_model (view), first, n, TRUE);
}

static void
check_collections (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  choose_rows (window, 0, 3);
  driver_activate (window, "win.collect");
  answer ("授業");
  wait_for_row (window, 2, "授業|3");
  press_row (window, 2);
  driver_wait_selection (window);
  g_assert_cmpuint (count_shown (window), ==, 3);
  g_assert_cmpint (marked_row (window), ==, 2);
  choose_rows (window, 0, 1);
  driver_activate (window, "win.uncollect");
  wait_for_row (window, 2, "授業|2");
  driver_wait_until (count_shown (window) == 2);
  driver_activate (window, "win.undo");
  driver_wait_until (count_shown (window) == 3);
  wait_for_row (window, 2, "授業|3");
  driver_activate (window, "win.show-list::all");
  driver_wait_until (count_shown (window) == 359);
  choose_rows (window, 5, 2);
  activate_on (window, "win.collect-into", "授業");
  wait_for_row (window, 2, "授業|5");
  /* A collection that goes while it is looked at leaves all cases. */
  press_row (window, 2);
  driver_wait_until (count_shown (window) == 5);
  activate_on (window, "win.remove-list", "授業");
  driver_wait_until (count_shown (window) == 359);
}

static void
test_collections (void)
{
  driver_run_sample (check_collections, NULL);
}

static void
check_bin (JkbWindow *window, gpointer data)
{
  JkbStore *store;
  gint64 id;

  driver_wait_ready (window);
  store = jkb_casebook_get_store (jkb_window_get_casebook (window));
  choose_rows (window, 0, 2);
  driver_activate (window, "win.bin-cases");
  driver_wait_cases (window, 357);
  driver_wait_until (row_counts (window, 3, "|2"));
  driver_activate (window, "win.show-list::bin");
  g_assert_cmpint (marked_row (window), ==, 3);
  {
    g_autoptr(GPtrArray) bin = jkb_store_load_bin (store, NULL, NULL);

    id = ((JkbIncident *) bin->pdata[0])->id;
  }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.restore-case", "x", id);
  driver_wait_cases (window, 358);
  driver_activate (window, "win.undo");
  driver_wait_cases (window, 357);
  /* Enter on a row of the bin. */
  g_signal_emit_by_name (driver_find (driver_find (window, JKB_TYPE_BIN_PAGE), GTK_TYPE_LIST_VIEW), "activate", 0);
  driver_wait_cases (window, 358);
  driver_wait_until (row_counts (window, 3, "|1"));
  driver_activate (window, "win.empty-bin");
  driver_wait_until (row_counts (window, 3, "|0"));
  driver_activate (window, "win.undo");
  driver_wait_until (row_counts (window, 3, "|1"));
  driver_activate (window, "win.show-list::all");
  g_assert_cmpint (marked_row (window), ==, 0);
}

static void
test_bin (void)
{
  driver_run_sample (check_bin, NULL);
}

/* Another program on the same casebook: its lists and its changes are seen here. */
static void
check_other_program (JkbWindow *window, gpointer data)
{
  const gint64 cases[] = { 1, 2 };
  g_autoptr(JkbStore) other = NULL;
  JkbEdit binned = { JKB_EDIT_DELETE, .incident_id = 1 };

  driver_wait_ready (window);
  other = jkb_store_open (jkb_casebook_get_path (jkb_window_get_casebook (window)), JKB_STORE_NONE, NULL, NULL);
  g_assert_nonnull (other);
  g_assert_true (jkb_store_edit_lists (other, &(JkbListEdit){ JKB_LIST_ADD, .list_kind = JKB_LIST_COLLECTION,
                                                              .name = "別の窓", .cases = cases, .n_cases = 2 },
                                       NULL, NULL, NULL));
  wait_for_row (window, 2, "別の窓|2");
  g_assert_true (jkb_store_edit (other, &binned, 1, NULL, NULL));
  driver_wait_cases (window, 358);
  wait_for_row (window, 2, "別の窓|1");
  jkb_store_close (other);
}

/* The command line imports into the casebook that is open here. */
static void
check_command_line (JkbWindow *window, gpointer data)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "jikenbo-cli", NULL);
  g_autofree char *notice = driver_sample ("bcc-mistake.txt");
  const char *argv[] = { program, "--casebook", NULL, "import", notice, NULL };
  g_autoptr(GError) error = NULL;
  int status;

  driver_wait_ready (window);
  argv[2] = jkb_casebook_get_path (jkb_window_get_casebook (window));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  driver_wait_cases (window, 360);
  driver_wait_until (row_counts (window, 1, "|1"));
  /* Steps are those of the casebook: the window takes back what the command line brought. */
  driver_activate (window, "win.undo");
  driver_wait_cases (window, 359);
}

static void
test_command_line (void)
{
  driver_run_sample (check_command_line, NULL);
}

static void
test_other_program (void)
{
  driver_run_sample (check_other_program, NULL);
}

static gboolean
says_of_index (GtkWindow *dialog)
{
  GtkWidget *label = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));

  return strstr (gtk_label_get_text (GTK_LABEL (label)), "text index") != NULL;
}

/* Keeps an index, then changes a case behind its back. */
static void
damage_index (JkbStore *store)
{
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, NULL);
  g_autoptr(JkbCaseIndex) index = jkb_case_loader_load (store, fold, NULL, NULL);
  g_autoptr(JkbCases) cases = jkb_case_index_snapshot (index);
  g_autoptr(JkbDb) db = jkb_db_open (jkb_store_get_path (store), JKB_DB_WRITE, NULL);

  g_assert_true (jkb_case_loader_keep_index (store, cases, NULL, NULL));
  g_assert_true (jkb_db_script (db, "UPDATE incident SET title = '架空の見出し' WHERE id = 1", NULL));
}

static void
check_check (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  for (int is_damaged = 0; is_damaged <= 1; is_damaged++)
    {
      GtkWindow *dialog;

      if (is_damaged)
        damage_index (jkb_casebook_get_store (jkb_window_get_casebook (window)));
      driver_activate (window, "win.check-casebook");
      driver_wait_until ((dialog = find_dialog ()) != NULL);
      g_assert_true (says_of_index (dialog) == is_damaged);
      gtk_window_destroy (dialog);
      driver_wait_until (find_dialog () == NULL);
    }
}

static void
test_check (void)
{
  driver_run_sample (check_check, NULL);
}

/* A file of something else says so, and what to do, in a window of its own; the file stays as it was. */
static void
check_foreign (JkbWindow *window, gpointer data)
{
  JkbApplication *application = JKB_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  g_autofree char *path = g_strconcat (jkb_casebook_get_path (jkb_window_get_casebook (window)), ".txt", NULL);
  g_autofree char *contents = NULL;
  JkbCasebook *casebook;
  GtkWindow *other;

  driver_wait_ready (window);
  g_assert_true (g_file_set_contents (path, "記録ではない、ただの文です。これは長い文です。", -1, NULL));
  jkb_application_show_casebook (application, path);
  casebook = jkb_application_open_casebook (application, path);
  driver_wait_until (jkb_casebook_get_state (casebook) == JKB_CASEBOOK_FAILED);
  g_assert_error (jkb_casebook_get_error (casebook), JKB_STORE_ERROR, JKB_STORE_ERROR_NOT_A_CASEBOOK);
  other = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_assert_true (other != GTK_WINDOW (window));
  {
    g_autofree char *words = jkb_casebook_describe_error (jkb_casebook_get_error (casebook));

    g_assert_nonnull (strstr (words, path));
  }
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "記録ではない"));
  gtk_window_destroy (other);
}

static void
test_foreign (void)
{
  driver_run_sample (check_foreign, NULL);
}

/* ---- recent casebooks ---- */

static GMenuModel *
find_menu_of (GMenuModel *menu, const char *action, int *place)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
      g_autofree char *name = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name) && g_str_equal (name, action))
        {
          *place = i;
          return menu;
        }
      for (gsize j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr(GMenuModel) below = g_menu_model_get_item_link (menu, i, links[j]);
          GMenuModel *found = below != NULL ? find_menu_of (below, action, place) : NULL;

          if (found != NULL)
            return found;
        }
    }
  return NULL;
}

static GMenuModel *
get_main_menu (JkbWindow *window)
{
  return gtk_menu_button_get_menu_model (driver_find (driver_find (window, ADW_TYPE_HEADER_BAR), GTK_TYPE_MENU_BUTTON));
}

/* A casebook that was open before is in the menu of another, and opens from there. */
static void
check_recent (JkbWindow *window, gpointer data)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_autoptr(GVariant) target = NULL;
  GMenuModel *menu;
  GtkWindow *other;
  int place = -1;

  driver_wait_ready (window);
  menu = find_menu_of (get_main_menu (window), "win.open-recent", &place);
  g_assert_nonnull (menu);
  target = g_menu_model_get_item_attribute_value (menu, place, G_MENU_ATTRIBUTE_TARGET, G_VARIANT_TYPE_STRING);
  g_assert_cmpstr (g_variant_get_string (target, NULL), ==, data);
  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.open-recent", target);
  driver_wait_until ((other = gtk_application_get_active_window (application)) != GTK_WINDOW (window));
  driver_wait_ready (JKB_WINDOW (other));
  g_assert_cmpstr (jkb_casebook_get_path (jkb_window_get_casebook (JKB_WINDOW (other))), ==, data);
}

static void
check_no_recent (JkbWindow *window, gpointer data)
{
  int place;

  driver_wait_ready (window);
  g_assert_null (find_menu_of (get_main_menu (window), "win.open-recent", &place));
}

static void
test_recent (void)
{
  g_autofree char *first = driver_new_casebook ();
  g_autofree char *second = driver_new_casebook ();

  g_settings_reset (jkb_settings_get (), "recent-casebooks");
  driver_run (first, NULL, check_no_recent, NULL);
  driver_run (second, NULL, check_recent, first);
  /* What is gone is not offered. */
  g_assert_cmpint (g_unlink (first), ==, 0);
  driver_run (second, NULL, check_no_recent, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/lists/searches", test_searches);
  g_test_add_func ("/lists/collections", test_collections);
  g_test_add_func ("/lists/bin", test_bin);
  g_test_add_func ("/lists/other-program", test_other_program);
  g_test_add_func ("/lists/command-line", test_command_line);
  g_test_add_func ("/lists/check", test_check);
  g_test_add_func ("/lists/foreign", test_foreign);
  g_test_add_func ("/lists/recent", test_recent);
  return g_test_run ();
}
