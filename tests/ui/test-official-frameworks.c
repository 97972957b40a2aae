/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The publishers' own files in the window, where $JIKENBO_FRAMEWORKS_DIR says that they are: previewed,
 * imported, read and searched on the page of a role.
 */
#include <locale.h>
#include <string.h>

#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-role-statements.h"
#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-framework-dialog.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-pane.h"

static GtkWidget *
find_accept (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root)
      && gtk_widget_has_css_class (root, "suggested-action"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_accept (child);
  return found;
}

static const JkbFrameworks *
get_frameworks (void)
{
  return jkb_reference_get_frameworks (jkb_reference_get_default ());
}

/* Through the preview, which says @expected of the file. */
static void
import (JkbWindow *window, const char *name, const char *expected)
{
  g_autofree char *path = g_build_filename (g_getenv ("JIKENBO_FRAMEWORKS_DIR"), name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  guint n_files = jkb_frameworks_imported (get_frameworks ())->len;
  JkbFrameworkDialog *dialog = jkb_framework_dialog_new (GTK_WINDOW (window));

  jkb_framework_dialog_run (dialog, file);
  driver_wait_until (driver_has_text (dialog, expected) && find_accept (GTK_WIDGET (dialog)) != NULL
                     && gtk_widget_get_sensitive (find_accept (GTK_WIDGET (dialog))));
  g_signal_emit_by_name (find_accept (GTK_WIDGET (dialog)), "clicked");
  driver_wait_until (jkb_frameworks_imported (get_frameworks ())->len == n_files + 1);
}

/* On the page of a shipped role stand the statements of the file, and are found by their words. */
static void
assert_statements (JkbWindow *window, const char *name, guint n_statements)
{
  g_autofree char *action = g_strconcat ("win.show-role::", name, NULL);
  const JkbRole *role = jkb_reference_find_role (jkb_reference_get_default (), name);
  const GPtrArray *statements = jkb_frameworks_statements (get_frameworks (), role, NULL);
  const JkbStatement *last;
  GtkWidget *pane = driver_find (window, JKB_TYPE_ROLE_PANE);
  GtkWidget *search;

  g_assert_nonnull (statements);
  g_assert_cmpuint (statements->len, ==, n_statements);
  last = g_ptr_array_index (statements, statements->len - 1);
  driver_activate (window, action);
  g_assert_false (driver_has_text (pane, last->text));
  search = driver_find (pane, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), last->text);
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (driver_has_text (pane, last->text));
}

static void
check_official (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  driver_wait_until (get_frameworks () != NULL);
  driver_activate (window, "win.page::roles");
  import (window, "nice-components-v2.0.0.json", "NICE 2.0.0");
  assert_statements (window, "nice/2.2.0/PD-WRL-003", 29 + 55 + 23);
  g_assert_true (driver_has_text (driver_find (window, JKB_TYPE_ROLE_PANE),
                                  g_dgettext (GETTEXT_PACKAGE, "Beside It by the Same Tasks, Knowledge and Skills")));
  import (window, "ecsf-2022-profiles.yaml", "ECSF");
  assert_statements (window, "ecsf/2022/penetration-tester", 33);
}

static void
test_official (void)
{
  g_autofree char *casebook = NULL;

  if (g_getenv ("JIKENBO_FRAMEWORKS_DIR") == NULL)
    {
      g_test_skip ("JIKENBO_FRAMEWORKS_DIR is not set");
      return;
    }
  casebook = driver_new_casebook ();
  driver_run (casebook, NULL, check_official, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/official-frameworks/role-page", test_official);
  return g_test_run ();
}
