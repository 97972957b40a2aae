/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-window.h"

#include <glib/gi18n-lib.h>

#include "ui/jkb-casebook-actions.h"
#include "ui/jkb-charts-page.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-import-dialog.h"
#include "ui/jkb-import-preview.h"
#include "ui/jkb-lens-actions.h"
#include "ui/jkb-own-actions.h"
#include "ui/jkb-roles-page.h"
#include "ui/jkb-settings.h"
#include "ui/jkb-toaster.h"
#include "ui/jkb-undo.h"

struct _JkbWindow
{
  AdwApplicationWindow parent_instance;

  JkbCasebook *casebook;
  JkbScope *scope;
  JkbImportInputs *waiting;             /* for the casebook to be ready */
  JkbToaster *toaster;
  JkbUndo *undo;

  AdwToastOverlay *toasts;
  AdwViewStack *stack;
  GtkWidget *facets_button;
  JkbIncidentsPage *incidents_page;
  JkbChartsPage *charts_page;
  JkbRolesPage *roles_page;
  GtkWidget *read_only_mark;
};

G_DEFINE_FINAL_TYPE (JkbWindow, jkb_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---------------------------------------------------------------- toasts and undo */

static void
on_undo_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_undo_step (JKB_WINDOW (user_data)->undo, TRUE);
}

static void
on_redo_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_undo_step (JKB_WINDOW (user_data)->undo, FALSE);
}

static void
on_edited_cb (JkbCasePane *pane, const char *message, gboolean can_undo, JkbWindow *self)
{
  if (can_undo)
    jkb_undo_note_edit (self->undo);
  if (can_undo)
    jkb_toaster_offer_undo (self->toaster, message);
  else
    jkb_toaster_say (self->toaster, message);
}

/* ---------------------------------------------------------------- import */

static void
on_imported_cb (gpointer dialog, gint64 batch, const char *summary, JkbWindow *self)
{
  jkb_undo_note_edit (self->undo);
  jkb_toaster_offer_undo (self->toaster, summary);
}

static void
on_import_told_cb (gpointer dialog, const char *message, JkbWindow *self)
{
  jkb_toaster_say (self->toaster, message);
}

static void
on_case_chosen_cb (gpointer dialog, gint64 case_id, JkbWindow *self)
{
  adw_view_stack_set_visible_child_name (self->stack, "incidents");
  jkb_scope_set_case_id (self->scope, case_id);
  jkb_incidents_page_open_case (self->incidents_page);
}

static void
run_import (JkbWindow *self, JkbImportInputs *inputs)
{
  JkbImportDialog *dialog = jkb_import_dialog_new (GTK_WINDOW (self), self->casebook);

  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_imported_cb), self, 0);
  g_signal_connect_object (dialog, "undone", G_CALLBACK (on_import_told_cb), self, 0);
  g_signal_connect_object (dialog, "case-chosen", G_CALLBACK (on_case_chosen_cb), self, 0);
  jkb_import_dialog_run (dialog, inputs);
}

static void
preview_import (JkbWindow *self, JkbImportInputs *inputs)
{
  JkbImportPreview *preview = jkb_import_preview_new (GTK_WINDOW (self), self->casebook);

  g_signal_connect_object (preview, "imported", G_CALLBACK (on_imported_cb), self, 0);
  g_signal_connect_object (preview, "failed", G_CALLBACK (on_import_told_cb), self, 0);
  g_signal_connect_object (preview, "case-chosen", G_CALLBACK (on_case_chosen_cb), self, 0);
  jkb_import_preview_run (preview, inputs);
}

static void
start_import (JkbWindow *self, JkbImportInputs *inputs)
{
  JkbStore *store = jkb_casebook_get_store (self->casebook);
  GSettings *settings = jkb_settings_get ();

  if (store == NULL)
    {
      g_clear_pointer (&self->waiting, jkb_import_inputs_free);
      self->waiting = inputs;
      return;
    }
  if (jkb_store_is_read_only (store))
    {
      jkb_import_inputs_free (inputs);
      jkb_toaster_say (self->toaster, _("This casebook cannot be written"));
      return;
    }
  if (settings == NULL || g_settings_get_boolean (settings, "import-preview"))
    preview_import (self, inputs);
  else
    run_import (self, inputs);
}

static void
show_read_only (JkbWindow *self)
{
  JkbStore *store = jkb_casebook_get_store (self->casebook);

  gtk_widget_set_visible (self->read_only_mark, store != NULL && jkb_store_is_read_only (store));
}

static void
on_state_changed_cb (JkbCasebook *casebook, GParamSpec *pspec, JkbWindow *self)
{
  show_read_only (self);
  if (jkb_casebook_get_state (casebook) == JKB_CASEBOOK_READY && self->waiting != NULL)
    start_import (self, g_steal_pointer (&self->waiting));
}

static void
on_files_chosen (GListModel *files, gpointer user_data)
{
  JkbWindow *self = user_data;
  JkbImportInputs *inputs = jkb_import_inputs_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      jkb_import_inputs_add_file (inputs, file);
    }
  start_import (self, inputs);
}

static void
on_import_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_compat_choose_files (user_data, _("Import Notices"), FALSE, on_files_chosen, user_data);
}

static void
on_import_folder_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_compat_choose_files (user_data, _("Import a Folder"), TRUE, on_files_chosen, user_data);
}

static void
on_clipboard_copied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbWindow) self = user_data;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  gssize n_bytes = g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, &error);

  if (self->toaster == NULL)
    return;
  if (n_bytes < 0)
    {
      jkb_toaster_say (self->toaster, error->message);
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object));
  jkb_window_import_bytes (self, _("Clipboard"), bytes);
}

static void
on_clipboard_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbWindow) self = user_data;
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GInputStream) input
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, NULL);

  if (self->toaster == NULL)
    return;
  if (input == NULL)
    {
      jkb_toaster_say (self->toaster, _("There is no text in the clipboard"));
      return;
    }
  /* What this very program copied is written by its own main loop: never wait for it here. */
  g_output_stream_splice_async (stream, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                    | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_clipboard_copied_cb,
                                g_steal_pointer (&self));
}

static void
on_paste_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *types[] = { "text/html", "text/plain;charset=utf-8", "text/plain", NULL };

  gdk_clipboard_read_async (gtk_widget_get_clipboard (user_data), types, G_PRIORITY_DEFAULT, NULL,
                            on_clipboard_read_cb, g_object_ref (user_data));
}

static gboolean
on_dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, JkbWindow *self)
{
  JkbImportInputs *inputs;
  GSList *files;

  if (G_VALUE_HOLDS_STRING (value))
    {
      const char *text = g_value_get_string (value);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

      jkb_window_import_bytes (self, _("Dropped text"), bytes);
      return TRUE;
    }
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  files = g_value_get_boxed (value);
  inputs = jkb_import_inputs_new ();
  for (GSList *l = files; l != NULL; l = l->next)
    jkb_import_inputs_add_file (inputs, l->data);
  start_import (self, inputs);
  return TRUE;
}

/* ---------------------------------------------------------------- other actions */

static gboolean
on_key_pressed_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                   JkbWindow *self)
{
  return jkb_incidents_page_take_key (self->incidents_page, keyval, state);
}

static void
on_clear_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_scope_set_filter (JKB_WINDOW (user_data)->scope, NULL);
}

static void
on_reopen_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbWindow *self = user_data;

  if (jkb_casebook_get_state (self->casebook) == JKB_CASEBOOK_FAILED)
    jkb_casebook_open (self->casebook);
}

static void
on_present_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbWindow *self = user_data;

  adw_view_stack_set_visible_child_name (self->stack, "charts");
  jkb_charts_page_present (self->charts_page);
}

static void
on_show_role_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbWindow *self = user_data;

  adw_view_stack_set_visible_child_name (self->stack, "roles");
  jkb_roles_page_show_role (self->roles_page, g_variant_get_string (parameter, NULL));
}

static void
on_show_edition_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbWindow *self = user_data;

  adw_view_stack_set_visible_child_name (self->stack, "roles");
  jkb_roles_page_show_framework (self->roles_page, g_variant_get_string (parameter, NULL));
}

static void
on_role_tool_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbWindow *self = user_data;

  adw_view_stack_set_visible_child_name (self->stack, "roles");
  jkb_roles_page_show_tool (self->roles_page, g_variant_get_string (parameter, NULL));
}

/* Only the incidents have something at their side. */
static void
on_page_changed_cb (AdwViewStack *stack, GParamSpec *pspec, JkbWindow *self)
{
  gtk_widget_set_visible (self->facets_button,
                          g_strcmp0 (adw_view_stack_get_visible_child_name (stack), "incidents") == 0);
}

static void
add_actions (JkbWindow *self)
{
  static const GActionEntry entries[] = {
    { "import", on_import_activated_cb },
    { "import-folder", on_import_folder_activated_cb },
    { "paste", on_paste_activated_cb },
    { "clear-filters", on_clear_activated_cb },
    { "reopen", on_reopen_activated_cb },
    { "undo", on_undo_activated_cb },
    { "redo", on_redo_activated_cb },
    { "present", on_present_activated_cb },
    { "show-role", on_show_role_activated_cb, "s" },
    { "show-edition", on_show_edition_activated_cb, "s" },
    { "role-tool", on_role_tool_activated_cb, "s" },
  };
  g_autoptr(GPropertyAction) page
      = g_property_action_new ("page", self->stack, "visible-child-name");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (page));
  jkb_incidents_page_add_actions (self->incidents_page, G_ACTION_MAP (self));
  jkb_casebook_actions_add (self, self->toaster);
  jkb_own_actions_add (GTK_WINDOW (self), self->roles_page, self->toaster);
}

/* ---------------------------------------------------------------- the object */

static void
restore_size (JkbWindow *self)
{
  GSettings *settings = jkb_settings_get ();
  int width = 1280, height = 800;

  if (settings != NULL)
    g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (settings != NULL && g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
jkb_window_close_request (GtkWindow *window)
{
  JkbWindow *self = JKB_WINDOW (window);
  GSettings *settings = jkb_settings_get ();
  int width, height;

  jkb_incidents_page_save (self->incidents_page);
  if (settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set (settings, "window-size", "(ii)", width, height);
      g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
    }
  return GTK_WINDOW_CLASS (jkb_window_parent_class)->close_request (window);
}

/* Actions that stand for a property keep its widget alive, past the time that widgets end well. */
static void
remove_actions (JkbWindow *self)
{
  g_auto(GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self));

  for (gsize i = 0; names[i] != NULL; i++)
    g_action_map_remove_action (G_ACTION_MAP (self), names[i]);
}

static void
jkb_window_dispose (GObject *object)
{
  JkbWindow *self = JKB_WINDOW (object);

  remove_actions (self);
  g_clear_object (&self->toaster);
  g_clear_object (&self->undo);
  g_clear_pointer (&self->waiting, jkb_import_inputs_free);
  g_clear_object (&self->scope);
  g_clear_object (&self->casebook);
  G_OBJECT_CLASS (jkb_window_parent_class)->dispose (object);
}

static void
jkb_window_class_init (JkbWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (JKB_TYPE_INCIDENTS_PAGE);
  g_type_ensure (JKB_TYPE_CHARTS_PAGE);
  g_type_ensure (JKB_TYPE_ROLES_PAGE);
  G_OBJECT_CLASS (klass)->dispose = jkb_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jkb_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jikenbo/Jikenbo/window.ui");
  gtk_widget_class_bind_template_child (widget_class, JkbWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, JkbWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, JkbWindow, facets_button);
  gtk_widget_class_bind_template_child (widget_class, JkbWindow, incidents_page);
  gtk_widget_class_bind_template_child (widget_class, JkbWindow, charts_page);
  gtk_widget_class_bind_template_child (widget_class, JkbWindow, roles_page);
  gtk_widget_class_bind_template_child (widget_class, JkbWindow, read_only_mark);
}

static void
jkb_window_init (JkbWindow *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->toaster = jkb_toaster_new (self->toasts);
  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect (drop, "drop", G_CALLBACK (on_dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->toasts), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->stack, "notify::visible-child-name", G_CALLBACK (on_page_changed_cb), self, 0);
  add_actions (self);
  restore_size (self);
}

static void
take_first_view (JkbWindow *self)
{
  GSettings *settings = jkb_settings_get ();
  g_autofree char *view = settings != NULL ? g_settings_get_string (settings, "first-view") : NULL;
  g_autoptr(JkbFilter) filter = NULL;

  if (g_strcmp0 (view, "review") != 0)
    return;
  filter = jkb_filter_new ();
  filter->reviews = 1u << JKB_REVIEW_UNREAD;
  jkb_scope_set_filter (self->scope, filter);
}

JkbWindow *
jkb_window_new (JkbApplication *application, JkbCasebook *casebook)
{
  JkbWindow *self = g_object_new (JKB_TYPE_WINDOW, "application", application, NULL);

  self->casebook = g_object_ref (casebook);
  self->scope = jkb_scope_new (casebook);
  take_first_view (self);
  show_read_only (self);
  self->undo = jkb_undo_new (casebook, self->scope, self->toaster);
  g_signal_connect_object (casebook, "notify::state", G_CALLBACK (on_state_changed_cb), self, 0);
  g_signal_connect_object (jkb_incidents_page_get_case_pane (self->incidents_page), "edited",
                           G_CALLBACK (on_edited_cb), self, 0);
  jkb_incidents_page_set_scope (self->incidents_page, self->scope);
  jkb_charts_page_set_scope (self->charts_page, self->scope);
  jkb_roles_page_set_scope (self->roles_page, self->scope);
  jkb_lens_actions_add (G_ACTION_MAP (self), self->roles_page, self->scope);
  return self;
}

JkbCasebook *
jkb_window_get_casebook (JkbWindow *self)
{
  g_return_val_if_fail (JKB_IS_WINDOW (self), NULL);

  return self->casebook;
}

JkbScope *
jkb_window_get_scope (JkbWindow *self)
{
  g_return_val_if_fail (JKB_IS_WINDOW (self), NULL);

  return self->scope;
}

JkbIncidentsPage *
jkb_window_get_incidents_page (JkbWindow *self)
{
  g_return_val_if_fail (JKB_IS_WINDOW (self), NULL);

  return self->incidents_page;
}

void
jkb_window_import_files (JkbWindow *self, GFile **files, guint n_files)
{
  JkbImportInputs *inputs;

  g_return_if_fail (JKB_IS_WINDOW (self));

  inputs = jkb_import_inputs_new ();
  for (guint i = 0; i < n_files; i++)
    jkb_import_inputs_add_file (inputs, files[i]);
  start_import (self, inputs);
}

void
jkb_window_import_bytes (JkbWindow *self, const char *name, GBytes *bytes)
{
  JkbImportInputs *inputs;

  g_return_if_fail (JKB_IS_WINDOW (self));

  inputs = jkb_import_inputs_new ();
  jkb_import_inputs_add_bytes (inputs, name, bytes);
  start_import (self, inputs);
}
