/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-window.h"

#include "ui/jkb-casebook-actions.h"
#include "ui/jkb-charts-page.h"
#include "ui/jkb-intake.h"
#include "ui/jkb-lens-actions.h"
#include "ui/jkb-own-actions.h"
#include "ui/jkb-recent.h"
#include "ui/jkb-roles-page.h"
#include "ui/jkb-settings.h"
#include "ui/jkb-shrink.h"
#include "ui/jkb-toaster.h"
#include "ui/jkb-undo.h"

struct _JkbWindow
{
  AdwApplicationWindow parent_instance;

  JkbCasebook *casebook;
  JkbScope *scope;
  JkbIntake *intake;
  JkbToaster *toaster;
  JkbUndo *undo;

  AdwToastOverlay *toasts;
  AdwViewStack *stack;
  GtkWidget *facets_button;
  JkbIncidentsPage *incidents_page;
  JkbChartsPage *charts_page;
  JkbRolesPage *roles_page;
  GtkWidget *read_only_mark;
  GMenu *recent_menu;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  guint bar_source;
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

static void
on_case_chosen_cb (JkbIntake *intake, gint64 case_id, JkbWindow *self)
{
  adw_view_stack_set_visible_child_name (self->stack, "incidents");
  jkb_scope_set_case_id (self->scope, case_id);
  jkb_incidents_page_open_case (self->incidents_page);
}

static void
show_read_only (JkbWindow *self)
{
  JkbStore *store = jkb_casebook_get_store (self->casebook);

  gtk_widget_set_visible (self->read_only_mark, store != NULL && jkb_store_is_read_only (store));
}

static void
on_recent_changed_cb (GSettings *settings, const char *key, JkbWindow *self)
{
  if (self->casebook != NULL)
    jkb_recent_fill (self->recent_menu, jkb_casebook_get_path (self->casebook));
}

static void
on_state_changed_cb (JkbCasebook *casebook, GParamSpec *pspec, JkbWindow *self)
{
  show_read_only (self);
  if (jkb_casebook_get_state (casebook) == JKB_CASEBOOK_READY)
    jkb_recent_add (jkb_casebook_get_path (casebook));
}

static void
show_recent (JkbWindow *self)
{
  GSettings *settings = jkb_settings_get ();

  if (settings != NULL)
    g_signal_connect_object (settings, "changed::recent-casebooks", G_CALLBACK (on_recent_changed_cb), self, 0);
  on_recent_changed_cb (settings, NULL, self);
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

static gboolean
reveal_bar (gpointer user_data)
{
  JkbWindow *self = user_data;

  self->bar_source = 0;
  adw_view_switcher_bar_set_reveal (self->switcher_bar,
                                    adw_view_switcher_title_get_title_visible (self->switcher_title));
  return G_SOURCE_REMOVE;
}

/* Said during an allocation, in which a bar that comes would get a height that was measured without it: none. */
static void
on_title_visible_changed_cb (AdwViewSwitcherTitle *title, GParamSpec *pspec, JkbWindow *self)
{
  if (self->bar_source == 0)
    self->bar_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, reveal_bar, self, NULL);
}

static void
add_actions (JkbWindow *self)
{
  static const GActionEntry entries[] = {
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

  g_clear_handle_id (&self->bar_source, g_source_remove);
  remove_actions (self);
  g_clear_object (&self->toaster);
  g_clear_object (&self->undo);
  g_clear_object (&self->intake);
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
  gtk_widget_class_bind_template_child (widget_class, JkbWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, JkbWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, JkbWindow, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_title_visible_changed_cb);
}

static void
jkb_window_init (JkbWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  jkb_shrink_status_pages (GTK_WIDGET (self));
  self->toaster = jkb_toaster_new (self->toasts);
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
  show_recent (self);
  self->undo = jkb_undo_new (casebook, self->scope, self->toaster);
  self->intake = jkb_intake_new (GTK_WINDOW (self), casebook, self->toaster, self->undo);
  g_signal_connect_object (self->intake, "case-chosen", G_CALLBACK (on_case_chosen_cb), self, 0);
  jkb_intake_add_actions (self->intake, G_ACTION_MAP (self));
  jkb_intake_add_drop_target (self->intake, GTK_WIDGET (self->toasts));
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
  jkb_intake_take (self->intake, inputs);
}
