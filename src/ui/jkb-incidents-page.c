/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-incidents-page-private.h"

#include <glib/gi18n-lib.h>

#include "store/jkb-store-restore.h"
#include "ui/jkb-case-menu.h"
#include "ui/jkb-casebook-actions.h"
#include "ui/jkb-chosen-actions.h"
#include "ui/jkb-column-width.h"
#include "ui/jkb-list-actions.h"
#include "ui/jkb-merge-actions.h"
#include "ui/jkb-print-actions.h"
#include "ui/jkb-settings.h"
#include "ui/jkb-welcome.h"

#define SIDEBAR_WIDTH 256
#define SIDEBAR_WIDTH_MAX 320

enum
{
  PROP_0,
  PROP_SHOW_FACETS,
  PROP_SHOW_CASE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (JkbIncidentsPage, jkb_incidents_page, ADW_TYPE_BIN)

static const char *
choose_page (JkbIncidentsPage *self)
{
  JkbCasebook *casebook = jkb_scope_get_casebook (self->scope);
  JkbSelection *selection = jkb_scope_get_rows (self->scope);

  if (jkb_casebook_get_state (casebook) == JKB_CASEBOOK_FAILED)
    return "failed";
  if (selection == NULL)
    return "opening";
  if (self->aside != NULL)
    return self->aside;
  if (jkb_selection_n (selection) > 0)
    return "table";
  if (self->review != NULL && jkb_review_is_active (self->review))
    return "reviewed";
  return jkb_cases_n (jkb_selection_get_cases (selection)) > 0 ? "nothing" : "empty";
}

/* Without cases there is nothing to filter, to search and to look at; the bin and the cases that are maybe the same
 * are lists of their own, which no filter narrows. */
static void
show_what_serves (JkbIncidentsPage *self, const char *page)
{
  gboolean is_failed = g_str_equal (page, "failed");
  gboolean has_cases = !is_failed && !g_str_equal (page, "empty");
  gboolean is_aside = g_str_equal (page, "bin") || g_str_equal (page, "twins");

  gtk_widget_set_visible (self->sidebar, !is_failed);
  gtk_widget_set_visible (GTK_WIDGET (self->facets), has_cases);
  gtk_widget_set_visible (self->search_bar, has_cases && !is_aside);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), has_cases && !is_aside);
  gtk_widget_set_visible (GTK_WIDGET (self->case_pane), has_cases && !is_aside && self->shows_case);
}

/* A copy is offered only in place of a file that is a casebook, and damaged. */
static void
show_restore (JkbIncidentsPage *self, const GError *error)
{
  const char *path = jkb_casebook_get_path (jkb_scope_get_casebook (self->scope));
  g_autofree char *copy = g_error_matches (error, JKB_STORE_ERROR, JKB_STORE_ERROR_DAMAGED)
                              ? jkb_store_find_copy (path)
                              : NULL;
  g_autofree char *name = copy != NULL ? g_filename_display_name (copy) : NULL;

  gtk_widget_set_visible (self->restore_button, copy != NULL);
  gtk_widget_set_tooltip_text (self->restore_button, name);
}

void
jkb_incidents_page_show_state (JkbIncidentsPage *self)
{
  const char *page = choose_page (self);
  const GError *error = jkb_casebook_get_error (jkb_scope_get_casebook (self->scope));

  if (error != NULL)
    {
      g_autofree char *words = jkb_casebook_describe_error (error);
      g_autofree char *escaped = g_markup_escape_text (words, -1);

      adw_status_page_set_description (self->failed_page, escaped);
      show_restore (self, error);
    }
  gtk_stack_set_visible_child_name (self->stack, page);
  show_what_serves (self, page);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (page, "opening"));
}

static void
on_rows_changed_cb (JkbScope *scope, JkbIncidentsPage *self)
{
  jkb_incidents_page_show_state (self);
}

static void
on_state_changed_cb (JkbCasebook *casebook, GParamSpec *pspec, JkbIncidentsPage *self)
{
  jkb_incidents_page_show_state (self);
}

/* ---------------------------------------------------------------- places */

static void
set_aside (JkbIncidentsPage *self, const char *place)
{
  if (g_strcmp0 (self->aside, place) == 0)
    return;
  self->aside = g_intern_string (place);
  jkb_list_pane_set_aside (self->list_pane, place);
  jkb_incidents_page_show_state (self);
}

/* The target is `all`, `queue`, `twins`, `bin`, or the number of a list. */
static void
on_show_list_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbIncidentsPage *self = user_data;
  const char *place = g_variant_get_string (parameter, NULL);
  gboolean is_queue = g_str_equal (place, "queue");
  gboolean is_aside = g_str_equal (place, "bin") || g_str_equal (place, "twins");
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  filter->reviews = is_queue ? 1u << JKB_REVIEW_UNREAD : 0;
  if (is_queue || g_str_equal (place, "all"))
    jkb_scope_set_filter (self->scope, filter);
  else
    jkb_case_lists_show (self->lists, g_ascii_strtoll (place, NULL, 10));
  set_aside (self, is_aside ? place : NULL);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* ---------------------------------------------------------------- search */

/* The entry follows a filter that was changed elsewhere, but does not lose the blank at its end. */
static void
on_filter_changed_cb (JkbScope *scope, JkbIncidentsPage *self)
{
  const char *words = jkb_scope_get_filter (scope)->words;
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  set_aside (self, NULL);
  g_strstrip (typed);
  if (g_strcmp0 (typed, words != NULL ? words : "") == 0)
    return;
  self->is_following = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), words != NULL ? words : "");
  self->is_following = FALSE;
}

/* ---------------------------------------------------------------- narrow windows */

static void
on_folded_cb (JkbSplit *split, GParamSpec *pspec, JkbIncidentsPage *self)
{
  gboolean folded = jkb_split_get_folded (split);

  g_object_set (self->case_pane, "has-back", folded, NULL);
  jkb_case_table_set_compact (self->table, folded);
  jkb_review_bar_set_narrow (self->review_bar, folded);
}

static void
on_case_opened_cb (JkbCaseTable *table, JkbIncidentsPage *self)
{
  jkb_incidents_page_open_case (self);
}

/* A case that vanished (undone, moved to the bin) leaves nothing to look at. */
static void
on_case_changed_cb (JkbScope *scope, GParamSpec *pspec, JkbIncidentsPage *self)
{
  if (jkb_scope_get_case_id (scope) == 0)
    jkb_split_set_show_pane (self->split, FALSE);
}

static void
on_reveal_changed_cb (AdwFlap *flap, GParamSpec *pspec, JkbIncidentsPage *self)
{
  if (!adw_flap_get_folded (flap))
    self->wants_facets = adw_flap_get_reveal_flap (flap);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_FACETS]);
}

static void
on_back_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  JkbIncidentsPage *self = user_data;

  jkb_split_set_show_pane (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
on_next_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_case_table_move (JKB_INCIDENTS_PAGE (user_data)->table, 1);
}

static void
on_previous_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  jkb_case_table_move (JKB_INCIDENTS_PAGE (user_data)->table, -1);
}

/* ---------------------------------------------------------------- the object */

static void
set_show_case (JkbIncidentsPage *self, gboolean shows_case)
{
  if (self->shows_case == shows_case)
    return;
  self->shows_case = shows_case;
  if (self->scope != NULL)
    jkb_incidents_page_show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CASE]);
}

static void
jkb_incidents_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JkbIncidentsPage *self = JKB_INCIDENTS_PAGE (object);

  switch (id)
    {
    case PROP_SHOW_FACETS:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
      break;
    case PROP_SHOW_CASE:
      g_value_set_boolean (value, self->shows_case);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_incidents_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JkbIncidentsPage *self = JKB_INCIDENTS_PAGE (object);

  switch (id)
    {
    case PROP_SHOW_FACETS:
      adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
      break;
    case PROP_SHOW_CASE:
      set_show_case (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_incidents_page_dispose (GObject *object)
{
  JkbIncidentsPage *self = JKB_INCIDENTS_PAGE (object);

  g_clear_object (&self->review);
  g_clear_object (&self->lists);
  g_clear_object (&self->finder);
  g_clear_object (&self->scope);
  G_OBJECT_CLASS (jkb_incidents_page_parent_class)->dispose (object);
}

/* As wide as its text asks for, but never wider than the smallest window. */
static void
fit_sidebar (JkbIncidentsPage *self)
{
  int width = (int) (SIDEBAR_WIDTH * jkb_text_scale (GTK_WIDGET (self)));

  gtk_widget_set_size_request (self->sidebar, CLAMP (width, SIDEBAR_WIDTH, SIDEBAR_WIDTH_MAX), -1);
}

static void
jkb_incidents_page_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (jkb_incidents_page_parent_class)->system_setting_changed (widget, setting);
  fit_sidebar (JKB_INCIDENTS_PAGE (widget));
}

static void
jkb_incidents_page_class_init (JkbIncidentsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (JKB_TYPE_LIST_PANE);
  g_type_ensure (JKB_TYPE_BIN_PAGE);
  g_type_ensure (JKB_TYPE_TWINS_PAGE);
  g_type_ensure (JKB_TYPE_FACET_PANE);
  g_type_ensure (JKB_TYPE_WELCOME);
  g_type_ensure (JKB_TYPE_SPLIT);
  g_type_ensure (JKB_TYPE_FILTER_BAR);
  g_type_ensure (JKB_TYPE_CASE_TABLE);
  g_type_ensure (JKB_TYPE_CASE_PANE);
  g_type_ensure (JKB_TYPE_REVIEW_BAR);
  object_class->get_property = jkb_incidents_page_get_property;
  object_class->set_property = jkb_incidents_page_set_property;
  object_class->dispose = jkb_incidents_page_dispose;
  widget_class->system_setting_changed = jkb_incidents_page_system_setting_changed;
  properties[PROP_SHOW_FACETS]
      = g_param_spec_boolean ("show-facets", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                  | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CASE]
      = g_param_spec_boolean ("show-case", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jikenbo/Jikenbo/incidents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, flap);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, bin_page);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, twins_page);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, facets);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, split);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, search);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, table_menu_button);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, table);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, case_pane);
  gtk_widget_class_bind_template_child (widget_class, JkbIncidentsPage, review_bar);
  jkb_incidents_page_bind_search (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_case_opened_cb);
}

static void
restore (JkbIncidentsPage *self)
{
  GSettings *settings = jkb_settings_get ();

  self->wants_facets = settings == NULL || g_settings_get_boolean (settings, "show-facets");
  adw_flap_set_reveal_flap (self->flap, self->wants_facets);
  self->shows_case = settings == NULL || g_settings_get_boolean (settings, "show-case");
  if (settings != NULL)
    jkb_split_set_pane_width (self->split, g_settings_get_int (settings, "case-width"));
}

static void
jkb_incidents_page_init (JkbIncidentsPage *self)
{
  g_autoptr(GMenuModel) menu = jkb_case_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->table_menu_button, menu);
  jkb_incidents_page_set_up_search (self);
  g_signal_connect_object (self->split, "notify::folded", G_CALLBACK (on_folded_cb), self, 0);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_reveal_changed_cb),
                           self, 0);
  fit_sidebar (self);
  restore (self);
  on_folded_cb (self->split, NULL, self);
}

void
jkb_incidents_page_set_scope (JkbIncidentsPage *self, JkbScope *scope)
{
  g_return_if_fail (JKB_IS_INCIDENTS_PAGE (self));
  g_return_if_fail (self->scope == NULL);

  self->scope = g_object_ref (scope);
  g_signal_connect_object (scope, "rows-changed", G_CALLBACK (on_rows_changed_cb), self, 0);
  g_signal_connect_object (scope, "filter-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  g_signal_connect_object (scope, "notify::case-id", G_CALLBACK (on_case_changed_cb), self, 0);
  g_signal_connect_object (jkb_scope_get_casebook (scope), "notify::state",
                           G_CALLBACK (on_state_changed_cb), self, 0);
  self->lists = jkb_case_lists_new (scope);
  self->finder = jkb_twin_finder_new (jkb_scope_get_casebook (scope));
  jkb_list_pane_set_finder (self->list_pane, self->finder);
  jkb_list_pane_set_lists (self->list_pane, scope, self->lists);
  jkb_twins_page_set_finder (self->twins_page, self->finder);
  jkb_bin_page_set_lists (self->bin_page, self->lists);
  jkb_facet_pane_set_scope (self->facets, scope);
  jkb_filter_bar_set_scope (self->filter_bar, scope);
  jkb_case_table_set_scope (self->table, scope);
  jkb_case_pane_set_scope (self->case_pane, scope);
  jkb_incidents_page_set_up_review (self);
  jkb_list_actions_add (self->lists, scope, self->table, self->case_pane,
                        G_ACTION_MAP (gtk_widget_get_root (GTK_WIDGET (self))));
  jkb_merge_actions_add (self->finder, self->table, self->case_pane,
                         G_ACTION_MAP (gtk_widget_get_root (GTK_WIDGET (self))));
  jkb_incidents_page_show_state (self);
}

void
jkb_incidents_page_add_actions (JkbIncidentsPage *self, GActionMap *map)
{
  static const GActionEntry entries[] = {
    { "back", on_back_activated_cb },
    { "next-case", on_next_activated_cb },
    { "previous-case", on_previous_activated_cb },
    { "show-list", on_show_list_activated_cb, "s" },
  };
  g_autoptr(GPropertyAction) facets = NULL;
  g_autoptr(GPropertyAction) show_case = NULL;

  g_return_if_fail (JKB_IS_INCIDENTS_PAGE (self));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  jkb_incidents_page_add_input_actions (self, map);
  facets = g_property_action_new ("facets", self, "show-facets");
  g_action_map_add_action (map, G_ACTION (facets));
  show_case = g_property_action_new ("show-case", self, "show-case");
  g_action_map_add_action (map, G_ACTION (show_case));
  jkb_case_table_add_actions (self->table, map);
  jkb_chosen_actions_add (self->table, self->case_pane, map);
  jkb_print_actions_add (GTK_WIDGET (self), self->table, self->case_pane, map);
  jkb_case_pane_add_actions (self->case_pane, map);
}

JkbCasePane *
jkb_incidents_page_get_case_pane (JkbIncidentsPage *self)
{
  g_return_val_if_fail (JKB_IS_INCIDENTS_PAGE (self), NULL);

  return self->case_pane;
}

void
jkb_incidents_page_open_case (JkbIncidentsPage *self)
{
  g_return_if_fail (JKB_IS_INCIDENTS_PAGE (self));

  set_show_case (self, TRUE);
  jkb_split_set_show_pane (self->split, TRUE);
}

void
jkb_incidents_page_save (JkbIncidentsPage *self)
{
  GSettings *settings = jkb_settings_get ();

  g_return_if_fail (JKB_IS_INCIDENTS_PAGE (self));

  jkb_case_table_save (self->table);
  jkb_case_pane_save (self->case_pane);
  if (settings == NULL)
    return;
  g_settings_set_boolean (settings, "show-facets", self->wants_facets);
  g_settings_set_boolean (settings, "show-case", self->shows_case);
  g_settings_set_int (settings, "case-width", jkb_split_get_pane_width (self->split));
}
