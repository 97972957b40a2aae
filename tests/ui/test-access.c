/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-chart-stage.h"
#include "ui/jkb-help.h"
#include "ui/jkb-import-preview.h"
#include "ui/jkb-merge-dialog.h"
#include "ui/jkb-own-editor.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-settings.h"
#include "ui/jkb-welcome.h"

/*
 * Walks every page of the real window and fails on each control that a screen reader could not name, and
 * on each icon that the theme does not have.
 */

/* Text that a person sees, in a control or its parts. */
static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

/* GTK says that such a button is labelled by its picture, which says nothing. */
static gboolean
has_only_icon (GtkWidget *widget)
{
  return (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
         || (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)) != NULL);
}

static gboolean
has_name (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY)
             && !has_only_icon (widget))
         || has_text (widget) || (tooltip != NULL && *tooltip != '\0');
}

static gboolean
is_control (GtkWidget *widget)
{
  switch (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_COMBO_BOX:
    case GTK_ACCESSIBLE_ROLE_IMG:
    case GTK_ACCESSIBLE_ROLE_LINK:
    case GTK_ACCESSIBLE_ROLE_LIST:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
    case GTK_ACCESSIBLE_ROLE_METER:
    case GTK_ACCESSIBLE_ROLE_PROGRESS_BAR:
    case GTK_ACCESSIBLE_ROLE_RADIO:
    case GTK_ACCESSIBLE_ROLE_SEARCH_BOX:
    case GTK_ACCESSIBLE_ROLE_SLIDER:
    case GTK_ACCESSIBLE_ROLE_SPIN_BUTTON:
    case GTK_ACCESSIBLE_ROLE_SWITCH:
    case GTK_ACCESSIBLE_ROLE_TAB:
    case GTK_ACCESSIBLE_ROLE_TEXT_BOX:
    case GTK_ACCESSIBLE_ROLE_TREE_GRID:
      return TRUE;
    default:
      /* Whatever takes the focus must say what it is; containers only pass it on. */
      return gtk_widget_get_focusable (widget) && GTK_WIDGET_GET_CLASS (widget)->focus != NULL
             && gtk_widget_get_first_child (widget) == NULL;
    }
}

static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (G_OBJECT_TYPE_NAME (widget));

  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    {
      const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (parent));

      g_string_prepend (path, " > ");
      g_string_prepend (path, id != NULL ? id : G_OBJECT_TYPE_NAME (parent));
    }
  return g_string_free (path, FALSE);
}

/* The text inside an entry, the button inside a menu button, the rows of a table: they have the name of
 * the whole. */
static gboolean
is_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_TEXT (widget) || GTK_IS_IMAGE (widget)
         || (parent != NULL && (GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent)
                               || GTK_IS_COLUMN_VIEW (parent))
             && has_name (parent));
}

/* Themes drop icons: a picture that is not there is a grey square. That of Jikenbo itself is in the theme
 * only when it is installed. */
static gboolean
has_picture (GtkWidget *widget)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  const char *name;

  if (!GTK_IS_IMAGE (widget) || gtk_image_get_storage_type (GTK_IMAGE (widget)) != GTK_IMAGE_ICON_NAME)
    return TRUE;
  name = gtk_image_get_icon_name (GTK_IMAGE (widget));
  return name == NULL || *name == '\0' || g_str_has_prefix (name, "io.github.jikenbo.Jikenbo")
         || gtk_icon_theme_has_icon (theme, name);
}

static guint
walk (GtkWidget *widget, guint *n_controls)
{
  guint n_nameless = 0;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return 0;
  if (!has_picture (widget))
    {
      g_autofree char *path = describe (widget);

      g_test_message ("no picture “%s”: %s", gtk_image_get_icon_name (GTK_IMAGE (widget)), path);
      n_nameless++;
    }
  if (is_control (widget) && !is_part (widget))
    {
      (*n_controls)++;
      if (!has_name (widget))
        {
          g_autofree char *path = describe (widget);

          g_test_message ("no name: %s", path);
          n_nameless++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_nameless += walk (child, n_controls);
  return n_nameless;
}

static void
check (gpointer window, guint at_least)
{
  guint n_controls = 0;

  driver_wait_until ((n_controls = 0, walk (window, &n_controls), n_controls >= at_least));
  driver_settle (200);
  g_assert_cmpuint (walk (window, &n_controls), ==, 0);
}

static void
walk_pages (JkbWindow *window, gpointer data)
{
  JkbScope *scope = jkb_window_get_scope (window);
  GtkWindow *dialog = driver_wait_import ();
  JkbFilter *filter = jkb_filter_new ();

  check (dialog, 3);
  gtk_window_close (dialog);
  driver_wait_selection (window);
  check (window, 20);
  jkb_scope_set_case_id (scope, jkb_selection_get_id (jkb_scope_get_selection (scope), 0));
  driver_wait_case (window);
  check (window, 30);
  filter->types = 1u << JKB_TYPE_MISDELIVERY;
  jkb_scope_set_filter (scope, filter);
  driver_wait_selection (window);
  check (window, 30);
  jkb_scope_set_words (scope, "どこにもない言葉");
  driver_wait_selection (window);
  check (window, 20);
  jkb_scope_set_filter (scope, NULL);
  driver_wait_selection (window);
  driver_activate (window, "win.page::charts");
  check (window, 3);
  driver_activate (window, "win.page::roles");
  check (window, 3);
  driver_activate (window, "win.role-tool::guide");
  check (window, 10);
  driver_activate (window, "win.role-tool::career");
  check (window, 30);
  driver_activate (window, "win.role-tool::coverage");
  check (window, 40);
  driver_activate (window, "win.role-tool::courses");
  check (window, 40);
  driver_activate (window, "win.role-tool::job");
  check (window, 3);
  driver_activate (window, "win.lens-of-chosen");
  check (window, 30);
  driver_activate (window, "app.help");
  g_assert_nonnull (jkb_help_find (GTK_WINDOW (window)));
  check (jkb_help_find (GTK_WINDOW (window)), 1);
  driver_activate (window, "app.help");
  gtk_window_close (jkb_help_find (GTK_WINDOW (window)));
  driver_wait_until (jkb_help_find (GTK_WINDOW (window)) == NULL);
  driver_activate (window, "app.preferences");
  check (driver_find_toplevel (ADW_TYPE_PREFERENCES_WINDOW), 5);
  gtk_window_destroy (driver_find_toplevel (ADW_TYPE_PREFERENCES_WINDOW));
  jkb_filter_free (filter);
}

/* Dialogs, one after the other; each is closed before the next. The window of shortcuts is GTK's own, and that of
 * GTK 4.8 warns of itself. The rows of an editor are controls of their own with some releases of libadwaita only. */
static void
walk_dialogs (JkbWindow *window, gpointer data)
{
  static const struct
  {
    const char *action;
    GType (*get_type) (void);
    guint at_least;
  } dialogs[] = {
    { "app.about", adw_about_window_get_type, 3 },
    { "win.save-search", adw_message_dialog_get_type, 3 },
    { "win.edit-role::", jkb_own_editor_get_type, 3 },
    { "win.edit-part::misdelivery|nice/2.2.0/PD-WRL-003", jkb_own_editor_get_type, 2 },
    { "win.present", jkb_chart_stage_get_type, 1 },
  };
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  driver_wait_ready (window);
  filter->types = 1u << JKB_TYPE_MISDELIVERY;
  jkb_scope_set_filter (jkb_window_get_scope (window), filter);
  driver_wait_selection (window);
  driver_activate (window, "win.page::roles");
  driver_wait_until (jkb_reference_get_frameworks (jkb_reference_get_default ()) != NULL);
  driver_activate (window, "win.page::charts");
  driver_settle (100);
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GType type = dialogs[i].get_type ();
      GtkWindow *dialog;

      g_test_message ("%s", dialogs[i].action);
      driver_activate (window, dialogs[i].action);
      driver_wait_until ((dialog = driver_find_toplevel (type)) != NULL);
      check (dialog, dialogs[i].at_least);
      gtk_window_destroy (dialog);
      driver_wait_until (driver_find_toplevel (type) == NULL);
    }
}

/* ---- what comes and goes ---- */

static void
walk_import_preview (JkbWindow *window)
{
  g_autofree char *path = driver_sample ("");
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  GtkWindow *preview;

  jkb_window_import_files (window, &folder, 1);
  driver_wait_until ((preview = driver_find_toplevel (JKB_TYPE_IMPORT_PREVIEW)) != NULL
                     && jkb_import_preview_is_ready (JKB_IMPORT_PREVIEW (preview)));
  check (preview, 10);
  g_signal_emit_by_name (gtk_root_get_focus (GTK_ROOT (preview)), "clicked");
  driver_wait_until (driver_find_toplevel (JKB_TYPE_IMPORT_PREVIEW) == NULL);
  driver_wait_selection (window);
}

static void
walk_merge (JkbWindow *window)
{
  GtkSelectionModel *model = gtk_column_view_get_model (driver_find (window, GTK_TYPE_COLUMN_VIEW));
  GtkWindow *dialog;

  gtk_selection_model_select_range (model, 0, 2, TRUE);
  driver_activate (window, "win.merge-cases");
  driver_wait_until ((dialog = driver_find_toplevel (JKB_TYPE_MERGE_DIALOG)) != NULL
                     && jkb_merge_dialog_get_plan (JKB_MERGE_DIALOG (dialog)) != NULL);
  check (dialog, 6);
  gtk_window_destroy (dialog);
}

/* The welcome is there from the start; then each state of the page of cases. */
static void
walk_states (JkbWindow *window, gpointer data)
{
  JkbScope *scope = jkb_window_get_scope (window);

  driver_wait_ready (window);
  driver_wait_until (gtk_widget_get_height (driver_find (window, JKB_TYPE_WELCOME)) > 0);
  check (window, 20);
  walk_import_preview (window);
  driver_activate (window, "win.review");
  driver_wait_case (window);
  check (window, 30);
  driver_activate (window, "win.correct-fact");
  check (window, 30);
  driver_activate (window, "win.show-list::twins");
  check (window, 20);
  driver_activate (window, "win.show-list::bin");
  check (window, 10);
  driver_activate (window, "win.show-list::all");
  jkb_scope_set_filter (scope, NULL);
  driver_wait_selection (window);
  walk_merge (window);
}

static void
test_states (void)
{
  /* What comes and goes makes GTK 4.8 warn now and then that it drew before it laid out; names are looked at here. */
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  g_settings_reset (jkb_settings_get (), "welcomed");
  g_settings_set_boolean (jkb_settings_get (), "import-preview", TRUE);
  driver_run_sample (walk_states, NULL);
  g_log_set_always_fatal (fatal);
  g_settings_set_boolean (jkb_settings_get (), "welcomed", TRUE);
}

static void
walk_failed (JkbWindow *window, gpointer data)
{
  driver_wait_until (jkb_casebook_get_state (jkb_window_get_casebook (window)) == JKB_CASEBOOK_FAILED);
  check (window, 4);
}

static void
test_failed (void)
{
  g_autofree char *path = driver_new_casebook ();

  g_assert_true (g_file_set_contents (path, "A shopping list.", -1, NULL));
  driver_run (path, NULL, walk_failed, NULL);
}

static void
test_dialogs (void)
{
  driver_run_sample (walk_dialogs, NULL);
}

/* The walk itself: it must find a control without a name, wherever it is. */
static void
test_fails (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_from_icon_name ("go-up-symbolic");
  guint n_controls = 0;

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Named"));
  gtk_box_append (GTK_BOX (box), inner);
  gtk_box_append (GTK_BOX (inner), button);
  gtk_box_append (GTK_BOX (inner), gtk_switch_new ());
  g_assert_cmpuint (walk (box, &n_controls), ==, 2);
  g_assert_cmpuint (n_controls, ==, 3);
  gtk_widget_set_tooltip_text (button, "Up");
  g_assert_cmpuint (walk (box, &n_controls), ==, 1);
  g_object_unref (box);
}

static void
test_walk (void)
{
  g_autofree char *casebook = g_build_filename (g_get_user_data_dir (), "walk.sqlite3", NULL);
  g_autofree char *notice = g_build_filename (g_getenv ("JIKENBO_DATA_DIR"), "samples",
                                              "bcc-mistake.txt", NULL);

  driver_run (casebook, notice, walk_pages, NULL);
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  adw_init ();
  g_test_add_func ("/access/fails", test_fails);
  g_test_add_func ("/access/walk", test_walk);
  g_test_add_func ("/access/dialogs", test_dialogs);
  g_test_add_func ("/access/states", test_states);
  g_test_add_func ("/access/failed", test_failed);
  return g_test_run ();
}
