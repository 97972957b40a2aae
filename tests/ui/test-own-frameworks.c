/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Frameworks that a person brings along: imported with a preview, searched, removed, taken back. The
 * files are made up.
 */
#include <locale.h>
#include <string.h>

#include "frameworks/jkb-role-path.h"
#include "frameworks/jkb-role-statements.h"
#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-framework-dialog.h"
#include "ui/jkb-own-actions.h"
#include "ui/jkb-own-editor.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-list.h"
#include "ui/jkb-role-pane.h"

#define HEAD "framework\tedition\trole_id\tname\tcategory\tsummary\tstatement_id\tkind\ttext\n"
#define NICE_FILE \
  HEAD "nice\t2.0.9\tPD-WRL-003\tIncident Response\tPROTECTION and DEFENSE\tSays much\tT1\ttask\tFold the paper map\n" \
       "nice\t2.0.9\tPD-WRL-003\t\t\t\tK1\tknowledge\tKnow the map\n" \
       "nice\t2.0.9\tPD-WRL-003\t\t\t\tK1\tknowledge\tKnow the map\n" \
       "nice\t2.0.9\tPD-WRL-001\tDefensive Cybersecurity\tPROTECTION and DEFENSE\t\tT1\ttask\tFold the paper map\n" \
       "nice\t2.0.9\tZZ-WRL-001\tFolder of Maps\tMAPS\t\tT2\ttask\tDraw the map\n"

#define NEXT_FILE \
  HEAD "nice\t2.1.9\tPD-WRL-003\tIncident Response\tPROTECTION and DEFENSE\tSays much\tT1\ttask\tFold both maps\n"

static const char *
say (const char *text)
{
  return g_dgettext (GETTEXT_PACKAGE, text);
}

static gboolean
has_label (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

/* A button with that action below @root. */
static GtkWidget *
find_button (GtkWidget *root, const char *action)
{
  GtkWidget *found = NULL;

  if (GTK_IS_ACTIONABLE (root)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, action);
  return found;
}

/* All widgets of a type below @root, as they stand. */
static void
list_widgets (GtkWidget *root, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_widgets (child, type, found);
}

static GPtrArray *
list_all (gpointer root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  list_widgets (root, type, found);
  return found;
}

/* Choices have entries for a search too, which are hidden. */
static GtkEditable *
find_search (JkbWindow *window)
{
  g_autoptr(GPtrArray) entries
      = list_all (driver_find (window, JKB_TYPE_ROLES_PAGE), GTK_TYPE_SEARCH_ENTRY);

  for (guint i = 0; i < entries->len; i++)
    if (gtk_widget_is_visible (entries->pdata[i]))
      return entries->pdata[i];
  g_assert_not_reached ();
}

static JkbFrameworkDialog *
find_dialog (void)
{
  g_autoptr(GListModel) tops = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (tops); i++)
    {
      g_autoptr(GtkWidget) top = g_list_model_get_item (tops, i);

      if (JKB_IS_FRAMEWORK_DIALOG (top))
        return JKB_FRAMEWORK_DIALOG (top);
    }
  return NULL;
}

static GFile *
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

/* What a drop on the page does, without the pointer. */
static JkbFrameworkDialog *
drop (JkbWindow *window, const char *name, const char *text)
{
  g_autoptr(GFile) file = write_file (name, text);
  g_autoptr(GListModel) controllers
      = gtk_widget_observe_controllers (driver_find (window, JKB_TYPE_ROLES_PAGE));
  GSList files = { file, NULL };
  GValue value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &is_taken);
    }
  g_value_unset (&value);
  g_assert_true (is_taken);
  g_assert_nonnull (find_dialog ());
  return find_dialog ();
}

static guint
count_roles (void)
{
  return jkb_frameworks_n_roles (jkb_reference_get_frameworks (jkb_reference_get_default ()));
}

static gboolean
is_focus_button (JkbFrameworkDialog *dialog)
{
  return GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (dialog)));
}

static gboolean
is_seen (gpointer root, const char *text)
{
  g_autoptr(GPtrArray) labels = list_all (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (labels->pdata[i]), text) != NULL
        && gtk_widget_get_mapped (labels->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
search_statements (GtkEditable *entry, const char *words)
{
  gtk_editable_set_text (entry, words);
  g_signal_emit_by_name (entry, "search-changed");
}

/* On the page of a role, its statements are found by their words. */
static void
check_statements_searched (GtkWidget *pane)
{
  GtkEditable *entry = GTK_EDITABLE (driver_find (pane, GTK_TYPE_SEARCH_ENTRY));
  GtkWidget *expander = driver_find (pane, GTK_TYPE_EXPANDER);

  search_statements (entry, "MAP fold");
  driver_wait_until (is_seen (pane, "Fold the paper map"));
  g_assert_false (gtk_widget_get_mapped (expander));
  search_statements (entry, "no such statement");
  driver_wait_until (is_seen (pane, say ("None of them has these words.")));
  g_assert_false (is_seen (pane, "Fold the paper map"));
  search_statements (entry, "");
  driver_wait_until (gtk_widget_get_mapped (expander));
  g_assert_false (is_seen (pane, say ("None of them has these words.")));
}

static void
check_imported (JkbWindow *window)
{
  JkbReference *reference = jkb_reference_get_default ();
  GtkWidget *pane = driver_find (window, JKB_TYPE_ROLE_PANE);
  const JkbRole *role = jkb_reference_find_role (reference, "nice/2.0.9/ZZ-WRL-001");
  GtkEditable *search = find_search (window);
  GtkExpander *expander;

  g_assert_nonnull (role);
  /* The file has the name in one language; the other is ours. */
  driver_activate (window, "win.show-role::nice/2.0.9/PD-WRL-003");
  g_assert_true (has_label (pane, say ("As the imported file has it")));
  g_assert_true (has_label (pane, say ("Our translation of the name")));
  driver_activate (window, "win.show-role::nice/2.2.0/PD-WRL-003");
  g_assert_true (has_label (pane, say ("Tasks, Knowledge, Skills")));
  g_assert_true (has_label (pane, say ("Beside It by the Same Tasks, Knowledge and Skills")));
  expander = GTK_EXPANDER (driver_find (pane, GTK_TYPE_EXPANDER));
  g_assert_false (has_label (pane, "Fold the paper map"));
  gtk_expander_set_expanded (expander, TRUE);
  g_assert_true (has_label (pane, "Fold the paper map"));
  check_statements_searched (pane);
  /* Searched words of statements find their roles. */
  driver_activate (window, "win.show-role::nice/2.0.9/ZZ-WRL-001");
  gtk_editable_set_text (search, "draw the map");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (has_label (pane, "Folder of Maps"));
  gtk_editable_set_text (search, "");
  g_signal_emit_by_name (search, "search-changed");
  /* With no edition chosen, words are looked for in all of them. */
  driver_activate (window, "win.show-frameworks");
  gtk_editable_set_text (search, "draw the map");
  g_signal_emit_by_name (search, "search-changed");
  {
    JkbRoleList *list = driver_find (window, JKB_TYPE_ROLE_LIST);

    jkb_role_list_choose (list, role);
    g_assert_true (jkb_role_list_get_role (list) == role);
  }
  gtk_editable_set_text (search, "");
  g_signal_emit_by_name (search, "search-changed");
}

static void
open_expanders (gpointer root)
{
  g_autoptr(GPtrArray) expanders = list_all (root, GTK_TYPE_EXPANDER);

  for (guint i = 0; i < expanders->len; i++)
    gtk_expander_set_expanded (expanders->pdata[i], TRUE);
}

static void
check_import (JkbWindow *window, gpointer data)
{
  JkbFrameworkDialog *dialog;
  guint n_shipped;

  driver_wait_ready (window);
  driver_activate (window, "win.page::roles");
  driver_wait_until (jkb_reference_get_frameworks (jkb_reference_get_default ()) != NULL);
  n_shipped = count_roles ();
  dialog = drop (window, "own.tsv", NICE_FILE);
  driver_wait_until (has_label (GTK_WIDGET (dialog), "NICE 2.0.9"));
  g_assert_true (has_label (GTK_WIDGET (dialog), "MAPS"));
  g_assert_true (has_label (GTK_WIDGET (dialog), say ("Listed twice; the first one counts")));
  g_assert_true (has_label (GTK_WIDGET (dialog), say ("Roles that the file does not have")));
  /* What Escape does leaves everything as it was. */
  driver_activate (dialog, "window.close");
  driver_wait_until (find_dialog () == NULL);
  g_assert_cmpuint (count_roles (), ==, n_shipped);
  dialog = drop (window, "own.tsv", NICE_FILE);
  driver_wait_until (has_label (GTK_WIDGET (dialog), "NICE 2.0.9"));
  driver_wait_until (is_focus_button (dialog));
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (dialog)), "clicked");
  driver_wait_until (find_dialog () == NULL);
  g_assert_cmpuint (count_roles (), ==, n_shipped + 3);
  check_imported (window);
  /* Another file is compared with it, statement by statement. */
  dialog = drop (window, "next.tsv", NEXT_FILE);
  driver_wait_until (has_label (GTK_WIDGET (dialog), "NICE 2.1.9"));
  g_assert_true (has_label (GTK_WIDGET (dialog), say ("Statements in other words")));
  open_expanders (dialog);
  g_assert_true (has_label (GTK_WIDGET (dialog), "T1  Fold the paper map → Fold both maps"));
  g_assert_true (has_label (GTK_WIDGET (dialog), say ("Statements that the file does not have")));
  driver_activate (dialog, "window.close");
  driver_wait_until (find_dialog () == NULL);
  driver_activate (window, "win.undo");
  driver_wait_until (count_roles () == n_shipped);
  driver_activate (window, "win.redo");
  driver_wait_until (count_roles () == n_shipped + 3);
  driver_activate (window, "win.show-frameworks");
  g_signal_emit_by_name (find_button (driver_find (window, JKB_TYPE_ROLE_PANE),
                                      "win.remove-framework"), "clicked");
  driver_wait_until (count_roles () == n_shipped);
  g_assert_null (find_button (driver_find (window, JKB_TYPE_ROLE_PANE), "win.remove-framework"));
  driver_activate (window, "win.undo");
  driver_wait_until (count_roles () == n_shipped + 3);
}

static void
test_import (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_import, NULL);
}

#define TABLE "No.,小項目,茶頭,庭師\n1,湯を沸かす,M,\n2,石を置く,,O\n"

static gboolean
is_shown (JkbFrameworkDialog *dialog, const char *text)
{
  GtkStack *stack = GTK_STACK (driver_find (dialog, GTK_TYPE_STACK));

  return has_label (gtk_stack_get_visible_child (stack), text);
}

static void
click_accept (gpointer dialog)
{
  g_autoptr(GPtrArray) buttons = list_all (dialog, GTK_TYPE_BUTTON);
  GtkWidget *button = NULL;

  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i])
        && gtk_widget_has_css_class (buttons->pdata[i], "suggested-action"))
      button = buttons->pdata[i];
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* A table is asked about once: the second time its heads are known. */
static void
check_columns (JkbWindow *window, gpointer data)
{
  JkbFrameworkDialog *dialog;
  JkbReference *reference = jkb_reference_get_default ();

  driver_wait_ready (window);
  driver_activate (window, "win.page::roles");
  driver_wait_until (jkb_reference_get_frameworks (reference) != NULL);
  dialog = drop (window, "table.csv", TABLE);
  driver_wait_until (is_shown (dialog, say ("What the columns hold")));
  g_assert_true (is_shown (dialog, "C  茶頭"));
  click_accept (dialog);
  g_assert_true (is_shown (dialog, say ("Name the framework, in letters and digits. Then assign a "
                                        "column with the names of roles, or columns that are roles "
                                        "and one with the words of statements.")));
  gtk_editable_set_text (GTK_EDITABLE (driver_find (dialog, ADW_TYPE_ENTRY_ROW)), "tea");
  click_accept (dialog);
  driver_wait_until (is_shown (dialog, say ("What Is in It")));
  click_accept (dialog);
  driver_wait_until (find_dialog () == NULL);
  g_assert_nonnull (jkb_reference_find_role (reference, "tea//茶頭"));
  dialog = drop (window, "table.csv", TABLE "3,苔を植える,,O\n");
  driver_wait_until (is_shown (dialog, say ("What Is in It")));
  gtk_window_close (GTK_WINDOW (dialog));
  driver_wait_until (find_dialog () == NULL);
  driver_activate (window, "win.undo");
  driver_wait_until (jkb_reference_find_role (reference, "tea//茶頭") == NULL);
}

static void
test_columns (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_columns, NULL);
}

/* The steps on the page are those of the plain computation, the last one leads to the goal. */
static void
check_way (JkbWindow *window, gpointer data)
{
  JkbReference *reference = jkb_reference_get_default ();
  GtkWidget *pane = driver_find (window, JKB_TYPE_ROLE_PANE);
  JkbFrameworks *frameworks;
  const JkbRole *from, *to;
  g_autoptr(GPtrArray) steps = NULL;
  GtkDropDown *choice;
  guint position;

  driver_wait_ready (window);
  driver_wait_until (jkb_reference_get_frameworks (reference) != NULL);
  frameworks = jkb_reference_get_frameworks (reference);
  driver_activate (window, "win.show-role::ecsf/2022/cyber-incident-responder");
  g_assert_true (has_label (pane, say ("Levels of competence (e-CF)")));
  from = jkb_reference_find_role (reference, "ecsf/2022/cyber-incident-responder");
  to = jkb_reference_find_role (reference, "nice/2.2.0/OG-WRL-014");
  steps = jkb_frameworks_path (frameworks, from, to);
  g_assert_cmpuint (steps->len, >, 0);
  choice = driver_find (pane, GTK_TYPE_DROP_DOWN);
  position = to->index + 1 - (to->index > from->index);
  gtk_drop_down_set_selected (choice, position);
  for (guint i = 0; i < steps->len; i++)
    {
      const JkbRoleStep *step = g_ptr_array_index (steps, i);
      g_autofree char *name = g_strdup_printf ("→ %s", jkb_reference_label (&step->to->name));

      g_assert_true (has_label (pane, name));
    }
  g_assert_true (has_label (pane, say ("Carries over")));
  gtk_drop_down_set_selected (choice, 0);
  g_assert_false (has_label (pane, "→ "));
  driver_activate (window, "win.show-role::ccf/2023/cyber-security-generalist");
  g_assert_true (has_label (pane, say ("Between the Editions")));
  g_assert_true (has_label (pane, g_dpgettext2 (GETTEXT_PACKAGE, "change of a role",
                                                "left the framework")));
  g_assert_true (has_label (pane, say ("Professional titles, from the first one up")));
}

static void
test_way (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_way, NULL);
}

/* ---- own changes ---- */

static GtkWindow *
find_editor (void)
{
  g_autoptr(GListModel) tops = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (tops); i++)
    {
      g_autoptr(GtkWidget) top = g_list_model_get_item (tops, i);

      if (JKB_IS_OWN_EDITOR (top))
        return GTK_WINDOW (top);
    }
  return NULL;
}

static int
get_weight (const char *name)
{
  JkbReference *reference = jkb_reference_get_default ();

  return jkb_frameworks_weight (jkb_reference_get_frameworks (reference),
                                jkb_subject_from_nick ("misdelivery"),
                                jkb_reference_find_role (reference, name), JKB_PHASE_ANY);
}

static void
save_editor (void)
{
  click_accept (find_editor ());
  driver_wait_until (find_editor () == NULL);
}

static void
check_part (JkbWindow *window)
{
  static const char name[] = "nice/2.2.0/PD-WRL-001";
  GtkWidget *pane = driver_find (window, JKB_TYPE_ROLE_PANE);
  int shipped = get_weight (name);
  g_autoptr(GPtrArray) combos = NULL;
  GtkWidget *button;

  driver_activate (window, "win.show-role::nice/2.2.0/PD-WRL-001");
  driver_activate (window, "win.edit-part::misdelivery|nice/2.2.0/PD-WRL-001");
  combos = list_all (find_editor (), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (combos->pdata[0], JKB_PHASE_GOVERN);
  adw_combo_row_set_selected (combos->pdata[1], JKB_WEIGHT_LEAD);
  save_editor ();
  g_assert_cmpint (get_weight (name), ==, JKB_WEIGHT_LEAD);
  /* The page of the role is still there, with what was changed. */
  g_assert_true (has_label (pane, say ("Your Own Changes")));
  button = find_button (pane, "win.reset-own");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  driver_wait_until (get_weight (name) == shipped);
  driver_activate (window, "win.undo");
  driver_wait_until (get_weight (name) == JKB_WEIGHT_LEAD);
}

static void
check_added (JkbWindow *window)
{
  JkbReference *reference = jkb_reference_get_default ();
  GtkWidget *pane = driver_find (window, JKB_TYPE_ROLE_PANE);
  g_autoptr(GPtrArray) entries = NULL;

  driver_activate (window, "win.edit-role::");
  driver_activate (find_editor (), "window.close");
  driver_wait_until (find_editor () == NULL);
  driver_activate (window, "win.edit-role::");
  click_accept (find_editor ());
  g_assert_true (has_label (GTK_WIDGET (find_editor ()),
                            say ("Framework, identifier and a name are needed.")));
  entries = list_all (find_editor (), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (entries->pdata[0], "own");
  gtk_editable_set_text (entries->pdata[1], "1");
  gtk_editable_set_text (entries->pdata[2], "porter");
  gtk_editable_set_text (entries->pdata[3], "門番");
  save_editor ();
  g_assert_cmpstr (jkb_reference_find_role (reference, "own/1/porter")->name.ja, ==, "門番");
  driver_activate (window, "win.show-role::own/1/porter");
  g_assert_true (has_label (pane, "門番"));
  driver_activate (window, "win.edit-relation::own/1/porter");
  save_editor ();
  g_assert_true (has_label (pane, say ("your own judgement")));
  driver_activate (window, "win.reset-own::");
  driver_wait_until (jkb_reference_find_role (reference, "own/1/porter") == NULL);
  driver_activate (window, "win.undo");
  driver_wait_until (jkb_reference_find_role (reference, "own/1/porter") != NULL);
  driver_activate (window, "win.reset-own::");
  driver_wait_until (jkb_reference_find_role (reference, "own/1/porter") == NULL);
}

static void
check_own_changes (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  driver_activate (window, "win.page::roles");
  driver_wait_until (jkb_reference_get_frameworks (jkb_reference_get_default ()) != NULL);
  check_part (window);
  check_added (window);
}

static void
test_own_changes (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_own_changes, NULL);
}

static void
check_refused (JkbWindow *window, gpointer data)
{
  JkbFrameworkDialog *dialog;

  driver_wait_ready (window);
  driver_activate (window, "win.page::roles");
  driver_wait_until (jkb_reference_get_frameworks (jkb_reference_get_default ()) != NULL);
  dialog = drop (window, "broken.json", "{\"elements\":7}");
  driver_wait_until (has_label (GTK_WIDGET (dialog), "(elements is no array)"));
  g_assert_true (has_label (GTK_WIDGET (dialog), "broken.json"));
  g_assert_true (has_label (GTK_WIDGET (dialog),
                            say ("It is damaged, or holds something else than it should.")));
  gtk_window_close (GTK_WINDOW (dialog));
  driver_wait_until (find_dialog () == NULL);
}

static void
test_refused (void)
{
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, NULL, check_refused, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/own-frameworks/import", test_import);
  g_test_add_func ("/own-frameworks/columns", test_columns);
  g_test_add_func ("/own-frameworks/way", test_way);
  g_test_add_func ("/own-frameworks/changes", test_own_changes);
  g_test_add_func ("/own-frameworks/refused", test_refused);
  return g_test_run ();
}
