/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jkb-ui-driver.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "ui/jkb-settings.h"
#include "ui/jkb-import-dialog.h"

#define LIMIT_S 60

static char *home;

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
remove_home (void)
{
  remove_tree (home);
}

/* What GTK 4.24 warns of and only it can mend: on X11 without a compositor the frames of a popover are counted
 * twice, and the clock of an icon that is a drawing may run some microseconds backwards. */
static gboolean
is_of_toolkit (const char *message, gssize length)
{
  return g_strstr_len (message, length, "called on submitted frame") != NULL
         || g_strstr_len (message, length, "gtk_svg_advance: time went backward") != NULL;
}

static GLogWriterOutput
write_ours (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_strcmp0 (fields[i].key, "MESSAGE") == 0 && is_of_toolkit (fields[i].value, fields[i].length))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, user_data);
}

void
driver_isolate (void)
{
  static const char *const variables[]
      = { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME" };

  home = g_dir_make_tmp ("jikenbo-XXXXXX", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    g_setenv (variables[i], home, TRUE);
  atexit (remove_home);
  g_log_set_writer_func (write_ours, NULL, NULL);
  /* The welcome is a thing of its own; elsewhere the window is as it is on every further day. */
  if (jkb_settings_get () == NULL)
    return;
  g_settings_set_boolean (jkb_settings_get (), "welcomed", TRUE);
  /* Most tests want a case and nothing else. */
  g_settings_set_boolean (jkb_settings_get (), "import-preview", FALSE);
}

typedef struct
{
  JkbApplication *application;
  DriverFunc func;
  gpointer data;
} Run;

/* Nothing moves, so nothing is asked for while it is on its way. */
static void
stop_animations (void)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static gboolean
drive (gpointer user_data)
{
  Run *run = user_data;
  GtkApplication *application = GTK_APPLICATION (run->application);
  GList *windows;

  stop_animations ();
  run->func (JKB_WINDOW (gtk_application_get_active_window (application)), run->data);
  while ((windows = gtk_application_get_windows (application)) != NULL)
    gtk_window_destroy (windows->data);
  return G_SOURCE_REMOVE;
}

void
driver_run (const char *casebook, const char *notice, DriverFunc func, gpointer data)
{
  const char *argv[] = { "jikenbo", "--casebook", casebook, notice, NULL };
  Run run = { NULL, func, data };
  GApplication *application;
  int status;

  run.application = jkb_application_new ();
  application = G_APPLICATION (run.application);
  g_application_set_flags (application,
                           g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  g_idle_add (drive, &run);
  status = g_application_run (application, notice != NULL ? 4 : 3, (char **) argv);
  g_assert_cmpint (status, ==, 0);
  g_assert_finalize_object (run.application);
}

gint64
driver_get_limit (void)
{
  return g_get_monotonic_time () + LIMIT_S * G_TIME_SPAN_SECOND;
}

void
driver_step (gint64 limit_us, const char *what)
{
  if (g_get_monotonic_time () > limit_us)
    g_error ("Waited too long for %s", what);
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (1000);
}

void
driver_wait (DriverCondition condition, gpointer data, const char *what)
{
  gint64 limit_us = driver_get_limit ();

  while (!condition (data))
    driver_step (limit_us, what);
}

void
driver_settle (guint ms)
{
  gint64 until = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static gboolean
is_ready (gpointer window)
{
  const GError *error = jkb_casebook_get_error (jkb_window_get_casebook (window));

  if (error != NULL)
    g_error ("%s", error->message);
  return jkb_casebook_get_state (jkb_window_get_casebook (window)) == JKB_CASEBOOK_READY
         && jkb_scope_is_settled (jkb_window_get_scope (window));
}

void
driver_wait_ready (JkbWindow *window)
{
  driver_wait (is_ready, window, "the casebook");
}

static gboolean
is_settled (gpointer window)
{
  return jkb_scope_is_settled (jkb_window_get_scope (window));
}

void
driver_wait_selection (JkbWindow *window)
{
  driver_wait (is_settled, window, "the selection");
}

static gboolean
is_case_shown (gpointer window)
{
  JkbCasePane *pane
      = jkb_incidents_page_get_case_pane (jkb_window_get_incidents_page (window));
  const JkbCaseFile *file = jkb_case_pane_get_file (pane);

  return file != NULL
         && file->incident->id == jkb_scope_get_case_id (jkb_window_get_scope (window));
}

void
driver_wait_case (JkbWindow *window)
{
  driver_wait (is_case_shown, window, "the case");
}

GtkWindow *
driver_find_import (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (JKB_IS_IMPORT_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
is_import_done (gpointer data)
{
  GtkWindow *dialog = driver_find_import ();

  return dialog != NULL && jkb_import_dialog_is_done (JKB_IMPORT_DIALOG (dialog));
}

GtkWindow *
driver_wait_import (void)
{
  driver_wait (is_import_done, NULL, "the import");
  return driver_find_import ();
}

gpointer
driver_find (gpointer root, GType type)
{
  GtkWidget *child;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = driver_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
driver_has_text (gpointer root, const char *part)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (driver_has_text (child, part))
      return TRUE;
  return FALSE;
}

static gboolean
offer_key (GtkWidget *widget, GtkPropagationPhase phase, guint keyval)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == phase)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
      if (handled)
        return TRUE;
    }
  return FALSE;
}

/* A focus that was taken out of the window is given up with the next frame only. */
static GtkWidget *
wait_focus (gpointer window)
{
  GtkWidget *focus;

  driver_wait_until ((focus = gtk_root_get_focus (window)) == NULL
                     || gtk_widget_get_root (focus) == window);
  return focus;
}

GtkWindow *
driver_find_toplevel (GType type)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;
  return NULL;
}

gboolean
driver_press (gpointer window, guint keyval)
{
  GtkWidget *focus = wait_focus (window);
  g_autoptr(GPtrArray) path = g_ptr_array_new ();

  for (GtkWidget *widget = focus != NULL ? focus : window; widget != NULL;
       widget = gtk_widget_get_parent (widget))
    g_ptr_array_add (path, widget);
  for (guint i = path->len; i > 0; i--)
    if (offer_key (path->pdata[i - 1], GTK_PHASE_CAPTURE, keyval))
      return TRUE;
  for (guint i = 0; i < path->len; i++)
    if (offer_key (path->pdata[i], GTK_PHASE_BUBBLE, keyval))
      return TRUE;
  return FALSE;
}

static gboolean
activate_shortcut (GtkWidget *widget, GListModel *shortcuts, GtkShortcutTrigger *keys)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);

      if (gtk_shortcut_trigger_compare (gtk_shortcut_get_trigger (shortcut), keys) == 0
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

gboolean
driver_trigger (gpointer window, const char *keys)
{
  g_autoptr(GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (keys);

  for (GtkWidget *widget = wait_focus (window); widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_SHORTCUT_CONTROLLER (controller)
              && activate_shortcut (widget, G_LIST_MODEL (controller), trigger))
            return TRUE;
        }
    }
  return FALSE;
}

/* An action may still be about to be enabled by what came before it. */
static void
wait_enabled (gpointer window, const char *name)
{
  const char *local = strchr (name, '.') + 1;

  if (G_IS_ACTION_GROUP (window) && g_action_group_has_action (window, local))
    driver_wait_until (g_action_group_get_action_enabled (window, local));
}

void
driver_activate (gpointer window, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr(GVariant) target = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_action_parse_detailed_name (action, &name, &target, &error))
    g_error ("%s", error->message);
  wait_enabled (window, name);
  if (!gtk_widget_activate_action_variant (window, name, target))
    g_error ("There is no action “%s”", action);
}

char *
driver_sample (const char *name)
{
  return g_build_filename (g_getenv ("JIKENBO_DATA_DIR"), "samples", name, NULL);
}

char *
driver_new_casebook (void)
{
  static int n_casebooks;
  g_autofree char *name = g_strdup_printf ("casebook-%d.sqlite3", n_casebooks++);

  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

guint
driver_count_cases (JkbWindow *window)
{
  return jkb_selection_n (jkb_scope_get_selection (jkb_window_get_scope (window)));
}

void
driver_run_sample (DriverFunc func, const char *notice)
{
  g_autofree char *casebook = driver_new_casebook ();
  g_autofree char *path = notice != NULL ? driver_sample (notice) : NULL;

  driver_run (casebook, path, func, NULL);
}

typedef struct
{
  JkbWindow *window;
  guint n_cases;
} Count;

static gboolean
has_cases (gpointer data)
{
  Count *count = data;

  return jkb_scope_is_settled (jkb_window_get_scope (count->window))
         && driver_count_cases (count->window) == count->n_cases;
}

void
driver_wait_cases (JkbWindow *window, guint n_cases)
{
  Count count = { window, n_cases };

  driver_wait (has_cases, &count, "the number of cases");
}

/* The one case that did not come with the program. */
static gint64
find_imported (JkbWindow *window)
{
  JkbSelection *selection = jkb_scope_get_selection (jkb_window_get_scope (window));

  for (guint i = 0; i < jkb_selection_n (selection); i++)
    {
      JkbCase incident;

      jkb_selection_get (selection, i, &incident);
      if (incident.review != JKB_REVIEW_BUNDLED)
        return incident.id;
    }
  g_assert_not_reached ();
}

void
driver_show_imported (JkbWindow *window)
{
  gtk_window_close (driver_wait_import ());
  driver_wait_cases (window, 360);
  jkb_scope_set_case_id (jkb_window_get_scope (window), find_imported (window));
  driver_wait_case (window);
}
