/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-case-choice.h"
#include "ui/jkb-case-table.h"
#include "ui/jkb-list-pane.h"
#include "ui/jkb-merge-dialog.h"
#include "ui/jkb-parts-dialog.h"
#include "ui/jkb-twins-page.h"

/* Cases that may be one incident: proposed, compared, merged field by field, taken apart, told apart. */

static JkbStore *
get_store (JkbWindow *window)
{
  return jkb_casebook_get_store (jkb_window_get_casebook (window));
}

/* Two notices of one organisation about one day, told so otherwise that they are two cases at first. */
static gint64
enter_case (JkbWindow *window, guint place, const char *organisation, const char *day, const char *people)
{
  gint64 id = jkb_selection_get_id (jkb_scope_get_selection (jkb_window_get_scope (window)), place);
  const JkbEdit edits[] = {
    { .kind = JKB_EDIT_VALUE, .incident_id = id, .field = JKB_FIELD_ORGANISATION, .value = organisation },
    { .kind = JKB_EDIT_VALUE, .incident_id = id, .field = JKB_FIELD_DISCOVERED, .value = day },
    { .kind = JKB_EDIT_VALUE, .incident_id = id, .field = JKB_FIELD_AFFECTED_PEOPLE, .value = people },
    { .kind = JKB_EDIT_VALUE, .incident_id = id, .field = JKB_FIELD_INCIDENT_TYPE, .value = "misdelivery" },
  };
  g_autoptr(GError) error = NULL;

  jkb_store_edit (get_store (window), edits, G_N_ELEMENTS (edits), NULL, &error);
  g_assert_no_error (error);
  return id;
}

/* What the sidebar says of proposals. */
static int
count_proposals (JkbWindow *window)
{
  GtkListBox *box = driver_find (driver_find (window, JKB_TYPE_LIST_PANE), GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "place"), "twins") == 0)
      {
        GtkWidget *label = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));

        return atoi (gtk_label_get_text (GTK_LABEL (label)));
      }
  return -1;
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (gpointer root, const char *label)
{
  GtkWidget *button = find_button (root, g_dgettext ("jikenbo", label));

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static JkbMergeDialog *
wait_for_dialog (void)
{
  gpointer dialog;

  driver_wait_until ((dialog = driver_find_toplevel (JKB_TYPE_MERGE_DIALOG)) != NULL
                     && jkb_merge_dialog_get_plan (dialog) != NULL);
  return dialog;
}

/* The choice in the row of a field and the column of a case, as its grid holds it. */
static GtkCheckButton *
find_choice (JkbMergeDialog *dialog, JkbField field, int file)
{
  GtkWidget *grid = driver_find (dialog, GTK_TYPE_GRID);

  for (int line = 0; line < 60; line++)
    {
      GtkWidget *name = gtk_grid_get_child_at (GTK_GRID (grid), 0, line);
      GtkWidget *choice = gtk_grid_get_child_at (GTK_GRID (grid), file + 1, line);

      if (GTK_IS_LABEL (name) && GTK_IS_CHECK_BUTTON (choice)
          && g_str_equal (gtk_label_get_text (GTK_LABEL (name)), jkb_label (JKB_WORDS_FIELD, (int) field)))
        return GTK_CHECK_BUTTON (choice);
    }
  return NULL;
}

/* Case `one` in first place says 100 persons, `other` 5836; both of a day. Returns how many were proposed before. */
static int
make_twins (JkbWindow *window, gint64 *one, gint64 *other)
{
  int before;

  driver_wait_ready (window);
  driver_wait_until (count_proposals (window) >= 0);
  driver_settle (600);
  before = count_proposals (window);
  *one = enter_case (window, 100, "架空観光株式会社", "2019-03-04", "100");
  *other = enter_case (window, 200, "（株）架空観光", "2019-03-04", "5836");
  driver_wait_until (count_proposals (window) == before + 1);
  if (*one > *other)
    {
      gint64 kept = *one;

      *one = *other;
      *other = kept;
    }
  return before;
}

static const JkbIncident *
get_shown (JkbWindow *window)
{
  return jkb_case_pane_get_file (driver_find (window, JKB_TYPE_CASE_PANE))->incident;
}

/* From the sidebar to the merged case, and apart again. */
static void
check_merge (JkbWindow *window, gpointer data)
{
  JkbScope *scope = jkb_window_get_scope (window);
  JkbMergeDialog *dialog;
  gint64 one, other;
  int before = make_twins (window, &one, &other);
  GtkCheckButton *choice;
  gint64 chosen;

  driver_activate (window, "win.show-list::twins");
  g_assert_true (gtk_widget_get_mapped (driver_find (window, JKB_TYPE_TWINS_PAGE)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare-cases", "(xx)", one, other);
  dialog = wait_for_dialog ();
  /* Nothing is chosen twice, and what differs can be chosen. */
  choice = find_choice (dialog, JKB_FIELD_AFFECTED_PEOPLE, 0);
  g_assert_nonnull (choice);
  gtk_check_button_set_active (find_choice (dialog, JKB_FIELD_AFFECTED_PEOPLE, 1), TRUE);
  g_assert_false (gtk_check_button_get_active (choice));
  chosen = ((JkbCaseFile *) jkb_merge_plan_get_files (jkb_merge_dialog_get_plan (dialog))->pdata[1])->incident->people;
  click (dialog, "_Merge");
  driver_wait_cases (window, 358);
  driver_wait_until (jkb_scope_get_case_id (scope) == one);
  driver_wait_case (window);
  driver_wait_until (get_shown (window)->people == chosen);
  driver_wait_until (count_proposals (window) == before);
  driver_activate (window, "win.take-apart");
  driver_wait_until (driver_find_toplevel (JKB_TYPE_PARTS_DIALOG) != NULL
                     && find_button (GTK_WIDGET (driver_find_toplevel (JKB_TYPE_PARTS_DIALOG)),
                                     g_dgettext ("jikenbo", "_Take Out")) != NULL);
  click (driver_find_toplevel (JKB_TYPE_PARTS_DIALOG), "_Take Out");
  driver_wait_cases (window, 359);
  /* Taken apart they are different, until that is undone. */
  driver_settle (600);
  g_assert_cmpint (count_proposals (window), ==, before);
  driver_activate (window, "win.undo");
  driver_wait_cases (window, 358);
  driver_activate (window, "win.undo");
  driver_wait_cases (window, 359);
  driver_wait_until (count_proposals (window) == before + 1);
}

static void
test_merge (void)
{
  driver_run_sample (check_merge, NULL);
}

static void
check_different (JkbWindow *window, gpointer data)
{
  gint64 one, other;
  int before = make_twins (window, &one, &other);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare-cases", "(xx)", one, other);
  click (wait_for_dialog (), "_Different Incidents");
  driver_wait_until (count_proposals (window) == before);
  driver_activate (window, "win.undo");
  driver_wait_until (count_proposals (window) == before + 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.different-pair", "(xx)", one, other);
  driver_wait_until (count_proposals (window) == before);
}

static void
test_different (void)
{
  driver_run_sample (check_different, NULL);
}

/* Rows that are chosen are compared too, the case that is shown first; too few or too many are not. */
static void
check_chosen (JkbWindow *window, gpointer data)
{
  GtkSelectionModel *choice;
  JkbMergeDialog *dialog;
  GPtrArray *files;

  driver_wait_ready (window);
  choice = gtk_column_view_get_model (driver_find (window, GTK_TYPE_COLUMN_VIEW));
  jkb_case_choice_set_only (JKB_CASE_CHOICE (choice), 3);
  driver_activate (window, "win.merge-cases");
  gtk_selection_model_select_range (choice, 0, 8, TRUE);
  driver_activate (window, "win.merge-cases");
  driver_settle (50);
  g_assert_null (driver_find_toplevel (JKB_TYPE_MERGE_DIALOG));
  jkb_case_choice_set_only (JKB_CASE_CHOICE (choice), 3);
  gtk_selection_model_select_item (choice, 1, FALSE);
  driver_activate (window, "win.merge-cases");
  dialog = wait_for_dialog ();
  files = jkb_merge_plan_get_files (jkb_merge_dialog_get_plan (dialog));
  g_assert_cmpuint (files->len, ==, 2);
  g_assert_cmpint (((JkbCaseFile *) files->pdata[0])->incident->id, ==,
                   jkb_scope_get_case_id (jkb_window_get_scope (window)));
  gtk_window_close (GTK_WINDOW (dialog));
  driver_wait_until (driver_find_toplevel (JKB_TYPE_MERGE_DIALOG) == NULL);
  g_assert_cmpuint (driver_count_cases (window), ==, 359);
}

static void
test_chosen (void)
{
  driver_run_sample (check_chosen, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/merge/merge", test_merge);
  g_test_add_func ("/merge/different", test_different);
  g_test_add_func ("/merge/chosen", test_chosen);
  return g_test_run ();
}
