/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-preferences.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "labels/jkb-label-style.h"
#include "ui/jkb-compat.h"
#include "ui/jkb-dialog-size.h"
#include "ui/jkb-settings.h"
#include "ui/jkb-shrink.h"
#include "ui/jkb-window.h"

/* ---------------------------------------------------------------- what they do */

static void
take_settings (GSettings *settings)
{
  g_autofree char *names = g_settings_get_string (settings, "names");

  jkb_label_style_set_years (g_settings_get_boolean (settings, "era-years") ? JKB_YEARS_ERA : JKB_YEARS_WESTERN);
  jkb_label_style_set_names (strcmp (names, "english") == 0 ? JKB_NAMES_ENGLISH : JKB_NAMES_OF_THE_TEXT);
}

static void
on_style_changed_cb (GSettings *settings, const char *key, GtkApplication *application)
{
  take_settings (settings);
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (JKB_IS_WINDOW (l->data))
      jkb_casebook_touch (jkb_window_get_casebook (l->data));
}

void
jkb_preferences_apply (GtkApplication *application)
{
  GSettings *settings = jkb_settings_get ();

  g_return_if_fail (GTK_IS_APPLICATION (application));

  if (settings == NULL)
    return;
  take_settings (settings);
  g_signal_connect_object (settings, "changed::names", G_CALLBACK (on_style_changed_cb), application, 0);
  g_signal_connect_object (settings, "changed::era-years", G_CALLBACK (on_style_changed_cb), application, 0);
}

/* ---------------------------------------------------------------- choices of words */

typedef struct
{
  const char *value;            /* in the settings */
  const char *label;
} Choice;

static gboolean
get_choice (GValue *value, GVariant *variant, gpointer data)
{
  const Choice *choices = data;
  const char *text = g_variant_get_string (variant, NULL);
  guint selected = 0;

  for (guint i = 0; choices[i].value != NULL; i++)
    if (strcmp (choices[i].value, text) == 0)
      selected = i;
  g_value_set_uint (value, selected);
  return TRUE;
}

static GVariant *
set_choice (const GValue *value, const GVariantType *type, gpointer data)
{
  const Choice *choices = data;

  return g_variant_new_string (choices[g_value_get_uint (value)].value);
}

static GtkWidget *
make_choice_row (const char *title, const char *subtitle, const char *key, const Choice *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  GSettings *settings = jkb_settings_get ();

  for (guint i = 0; choices[i].value != NULL; i++)
    gtk_string_list_append (labels, _(choices[i].label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  jkb_shrink_combo_row (ADW_COMBO_ROW (row));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  if (settings != NULL)
    g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, get_choice, set_choice,
                                  (gpointer) choices, NULL);
  else
    gtk_widget_set_sensitive (row, FALSE);
  return row;
}

static GtkWidget *
make_switch_row (const char *title, const char *subtitle, const char *key)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  GSettings *settings = jkb_settings_get ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (settings != NULL)
    g_settings_bind (settings, key, toggle, "active", G_SETTINGS_BIND_DEFAULT);
  else
    gtk_widget_set_sensitive (row, FALSE);
  return row;
}

/* ---------------------------------------------------------------- places */

static void
on_folder_clicked_cb (GtkButton *button, gpointer user_data)
{
  const char *uri = g_object_get_data (G_OBJECT (button), "uri");

  jkb_compat_open_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), uri);
}

static GtkWidget *
make_place_row (JkbCasebook *casebook)
{
  const char *path = jkb_casebook_get_path (casebook);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = g_markup_escape_text (name, -1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-open-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Casebook"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Open the Folder"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open the Folder"), -1);
  g_object_set_data_full (G_OBJECT (button), "uri", g_steal_pointer (&uri), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_folder_clicked_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
make_copies_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Safety Copies"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("Before the first change of each day, and before a newer version changes the file, a "
                                 "copy is kept beside the casebook; of the daily ones the last seven."));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* ---------------------------------------------------------------- the window */

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (page, group);
  return group;
}

void
jkb_preferences_present (GtkWindow *parent, JkbCasebook *casebook)
{
  static const Choice names[]
      = { { "text", N_("As in the Notice") }, { "english", N_("English, Where Known") }, { NULL, NULL } };
  static const Choice views[] = { { "all", N_("All Cases") }, { "review", N_("Cases to Review") }, { NULL, NULL } };
  AdwPreferencesWindow *window = ADW_PREFERENCES_WINDOW (adw_preferences_window_new ());
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group;

  g_return_if_fail (JKB_IS_CASEBOOK (casebook));

  group = add_group (page, _("Names and Dates"));
  adw_preferences_group_add (group, make_choice_row (_("Organisations"), _("Which name is shown first"), "names", names));
  adw_preferences_group_add (group, make_switch_row (_("Japanese Eras"), _("Reiwa 6 in place of 2024"), "era-years"));
  group = add_group (page, _("At the Start"));
  adw_preferences_group_add (group, make_choice_row (_("The Table Shows"), NULL, "first-view", views));
  group = add_group (page, _("Import"));
  adw_preferences_group_add (group, make_switch_row (_("Look Before Storing"), _("Shows what was read, and asks what to accept"), "import-preview"));
  group = add_group (page, _("Storage"));
  adw_preferences_group_add (group, make_place_row (casebook));
  adw_preferences_group_add (group, make_copies_row ());
  adw_preferences_window_add (window, page);
  adw_preferences_window_set_search_enabled (window, FALSE);
  gtk_window_set_title (GTK_WINDOW (window), _("Preferences"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  jkb_fit_dialog (GTK_WINDOW (window));
  gtk_window_set_modal (GTK_WINDOW (window), parent != NULL);
  gtk_window_present (GTK_WINDOW (window));
}
