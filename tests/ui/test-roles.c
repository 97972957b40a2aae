/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The page of roles: from a role to those beside it.
 */
#include <locale.h>

#include "frameworks/jkb-edition-changes.h"
#include "frameworks/jkb-role-beside.h"
#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-browser.h"
#include "ui/jkb-role-list.h"
#include "ui/jkb-role-pane.h"
#include "ui/jkb-split.h"

/* The button below @root that leads to a role. */
static GtkWidget *
find_role_button (GtkWidget *root, const char *target)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root))
    {
      GVariant *value = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (root));

      if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
          && g_strcmp0 (g_variant_get_string (value, NULL), target) == 0)
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_role_button (child, target);
  return found;
}

static gboolean
has_label (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

static void
assert_shown (JkbWindow *window, const JkbRole *role)
{
  g_assert_true (has_label (driver_find (window, JKB_TYPE_ROLE_PANE),
                            jkb_reference_label (&role->name)));
}

static void
check_beside (JkbWindow *window, gpointer data)
{
  JkbReference *reference = jkb_reference_get_default ();
  const JkbRole *role, *nearest;
  g_autoptr(GPtrArray) beside = NULL;
  g_autofree char *target = NULL;
  GtkWidget *button;

  driver_wait_ready (window);
  driver_activate (window, "win.show-role::nice/2.2.0/PD-WRL-003");
  role = jkb_reference_find_role (reference, "nice/2.2.0/PD-WRL-003");
  beside = jkb_frameworks_beside (jkb_reference_get_frameworks (reference), role, role->framework);
  assert_shown (window, role);
  g_assert_true (has_label (driver_find (window, JKB_TYPE_ROLE_PANE),
                            g_dgettext (GETTEXT_PACKAGE, "Beside It in the Same Incidents")));
  nearest = ((const JkbBeside *) g_ptr_array_index (beside, 0))->role;
  target = jkb_reference_name_role (nearest);
  button = find_role_button (driver_find (window, JKB_TYPE_ROLE_PANE), target);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  driver_settle (50);
  assert_shown (window, nearest);
  button = find_role_button (driver_find (window, JKB_TYPE_ROLE_PANE),
                             "nice/2.2.0/PD-WRL-003");
  g_assert_nonnull (button);
}

static void
test_beside (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_beside, NULL);
}

/* A cell says why in both languages. */
static void
check_cell (JkbWindow *window, gpointer data)
{
  JkbReference *reference = jkb_reference_get_default ();
  JkbSubject subject = jkb_subject_from_nick ("misdelivery");
  const JkbRole *role;
  JkbRolePane *pane;
  g_autoptr(GPtrArray) cell = NULL;

  driver_wait_ready (window);
  driver_activate (window, "win.show-role::nice/2.2.0/OG-WRL-008");
  role = jkb_reference_find_role (reference, "nice/2.2.0/OG-WRL-008");
  pane = driver_find (window, JKB_TYPE_ROLE_PANE);
  g_signal_emit_by_name (pane, "cell-wanted", role, (int) subject);
  cell = jkb_frameworks_cell (jkb_reference_get_frameworks (reference), subject, role);
  g_assert_cmpuint (cell->len, >, 0);
  for (guint i = 0; i < cell->len; i++)
    {
      const JkbAssignment *assignment = g_ptr_array_index (cell, i);

      g_assert_true (has_label (GTK_WIDGET (pane), assignment->reason.en));
      g_assert_true (has_label (GTK_WIDGET (pane), assignment->reason.ja));
    }
}

static void
test_cell (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_cell, NULL);
}

/* A role that was chosen while the list was not in view is in view when the list is. */
static void
check_list (JkbWindow *window, gpointer data)
{
  JkbRoleList *list = driver_find (window, JKB_TYPE_ROLE_LIST);
  GtkAdjustment *vertical
      = gtk_scrolled_window_get_vadjustment (driver_find (list, GTK_TYPE_SCROLLED_WINDOW));

  driver_wait_ready (window);
  driver_activate (window, "win.show-role::secbok/2021/secbok-16");
  gtk_stack_set_visible_child_name (
      GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_STACK)), "list");
  driver_wait_until (gtk_widget_get_mapped (GTK_WIDGET (list)));
  driver_wait_until (gtk_adjustment_get_value (vertical) > gtk_adjustment_get_page_size (vertical));
  g_assert_cmpstr (jkb_role_list_get_role (list)->id, ==, "secbok-16");
}

static void
test_list (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_list, NULL);
}

/* What became of the roles of an edition: each one has its line. */
static void
check_ledger (JkbWindow *window, gpointer data)
{
  JkbFrameworks *frameworks;
  GtkWidget *pane = driver_find (window, JKB_TYPE_ROLE_PANE);
  GtkExpander *expander;
  g_autoptr(GPtrArray) changes = NULL;
  guint n_lines = 0;

  driver_wait_ready (window);
  driver_activate (window, "win.show-edition::nice/2017");
  frameworks = jkb_reference_get_frameworks (jkb_reference_get_default ());
  changes = jkb_frameworks_changes (frameworks, jkb_frameworks_find (frameworks, "nice", "2017"),
                                    jkb_frameworks_find (frameworks, "nice", NULL));
  expander = driver_find (pane, GTK_TYPE_EXPANDER);
  g_assert_true (driver_has_text (expander, "NICE 2017 → NICE 2.2.0"));
  gtk_expander_set_expanded (expander, TRUE);
  for (GtkWidget *line = gtk_widget_get_first_child (gtk_expander_get_child (expander)); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      const JkbEditionChange *change = g_ptr_array_index (changes, n_lines++);
      const JkbRole *role = change->to != NULL ? change->to : change->from;

      g_assert_true (driver_has_text (line, jkb_reference_label (&role->name)));
      g_assert_true (driver_has_text (line, role->id));
    }
  g_assert_cmpuint (n_lines, ==, changes->len);
}

static void
test_ledger (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_ledger, NULL);
}

/* The cases behind a role: chosen by its type, and left again by undo. */
static void
check_cases (JkbWindow *window, gpointer data)
{
  JkbSubject subject = jkb_subject_from_nick ("misdelivery");
  JkbRolePane *pane;
  guint n_all;

  driver_wait_ready (window);
  n_all = driver_count_cases (window);
  driver_activate (window, "win.show-role::nice/2.2.0/OG-WRL-008");
  pane = driver_find (window, JKB_TYPE_ROLE_PANE);
  g_signal_emit_by_name (pane, "cases-wanted", 1u << subject);
  driver_wait_selection (window);
  g_assert_cmpuint (driver_count_cases (window), <, n_all);
  g_assert_cmpuint (driver_count_cases (window), >, 0);
  driver_activate (window, "win.undo");
  driver_wait_cases (window, n_all);
}

static void
test_cases (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_cases, NULL);
}

/* In a narrow window the pane lies over the roles; who looks for others sees what was found. */
static void
check_search_uncovers (JkbWindow *window, gpointer data)
{
  GtkWidget *browser, *search;
  JkbSplit *split;

  driver_wait_ready (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  driver_activate (window, "win.show-role::nice/2.2.0/PD-WRL-003");
  browser = driver_find (window, JKB_TYPE_ROLE_BROWSER);
  split = driver_find (browser, JKB_TYPE_SPLIT);
  driver_wait_until (jkb_split_get_folded (split));
  jkb_split_set_show_pane (split, TRUE);
  /* The choices have entries of their own. */
  search = GTK_WIDGET (gtk_widget_get_template_child (browser, JKB_TYPE_ROLE_BROWSER, "search"));
  gtk_editable_set_text (GTK_EDITABLE (search), "for");
  driver_settle (300);
  g_assert_true (jkb_split_get_show_pane (split));      /* a program wrote that */
  gtk_widget_grab_focus (search);
  gtk_editable_set_text (GTK_EDITABLE (search), "forensic");
  driver_wait_until (!jkb_split_get_show_pane (split));
  jkb_split_set_show_pane (split, TRUE);
  gtk_drop_down_set_selected (driver_find (browser, GTK_TYPE_DROP_DOWN), 1);
  g_assert_false (jkb_split_get_show_pane (split));
}

static void
test_search_uncovers (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_search_uncovers, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/roles/beside", test_beside);
  g_test_add_func ("/roles/cell", test_cell);
  g_test_add_func ("/roles/list", test_list);
  g_test_add_func ("/roles/ledger", test_ledger);
  g_test_add_func ("/roles/cases", test_cases);
  g_test_add_func ("/roles/search-uncovers", test_search_uncovers);
  return g_test_run ();
}
