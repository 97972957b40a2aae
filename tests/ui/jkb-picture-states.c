/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jkb-picture-states.h"

#include "jkb-picture-ways.h"
#include "jkb-ui-driver.h"
#include "ui/jkb-about.h"
#include "ui/jkb-chart-card.h"
#include "ui/jkb-help.h"
#include "ui/jkb-import-preview.h"
#include "ui/jkb-preferences.h"
#include "ui/jkb-preview-detail.h"
#include "ui/jkb-settings.h"

/* ---------------------------------------------------------------- what is everywhere */

static GtkWidget *
show_help (JkbWindow *window)
{
  jkb_help_present (GTK_WINDOW (window));
  return GTK_WIDGET (jkb_help_find (GTK_WINDOW (window)));
}

static GtkWidget *
show_preferences (JkbWindow *window)
{
  jkb_preferences_present (GTK_WINDOW (window), jkb_window_get_casebook (window));
  return jkb_picture_wait_toplevel (ADW_TYPE_PREFERENCES_WINDOW);
}

static GtkWidget *
show_shortcuts (JkbWindow *window)
{
  driver_activate (window, "win.show-help-overlay");
  return jkb_picture_wait_toplevel (GTK_TYPE_SHORTCUTS_WINDOW);
}

static GtkWidget *
show_about (JkbWindow *window)
{
  jkb_about_present (GTK_WINDOW (window));
  return jkb_picture_wait_toplevel (ADW_TYPE_ABOUT_WINDOW);
}

static GtkWidget *
show_failed (JkbWindow *window)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "letter.sqlite3", NULL);

  g_assert_true (g_file_set_contents (path, "This is no casebook, but a letter to a friend.", -1, NULL));
  return GTK_WIDGET (jkb_picture_open_other (window, "letter.sqlite3"));
}

static GtkWidget *
show_empty (JkbWindow *window)
{
  JkbWindow *further = jkb_picture_open_other (window, "empty.sqlite3");

  gtk_window_present (GTK_WINDOW (further));
  driver_wait_ready (further);
  if (driver_count_cases (further) > 0)
    {
      gtk_selection_model_select_all (gtk_column_view_get_model (driver_find (further, GTK_TYPE_COLUMN_VIEW)));
      driver_activate (further, "win.bin-cases");
      driver_wait_cases (further, 0);
    }
  return GTK_WIDGET (further);
}

/* A casebook with bundled cases only has nothing to review. */
static GtkWidget *
show_reviewed (JkbWindow *window)
{
  JkbWindow *further = jkb_picture_open_other (window, "reviewed.sqlite3");

  gtk_window_present (GTK_WINDOW (further));
  driver_wait_ready (further);
  driver_activate (further, "win.review");
  driver_wait_selection (further);
  return GTK_WIDGET (further);
}

/* New, a further report, set aside, unreadable; the sample folder itself is in the casebook already. */
static GtkWidget *
show_import_preview (JkbWindow *window)
{
  static const char *const names[] = { "bcc-mistake.txt", "seminar.txt", "second-report.txt", "none-such.txt" };
  JkbWindow *further = jkb_picture_open_other (window, "imported.sqlite3");
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *preview;

  gtk_window_present (GTK_WINDOW (further));
  driver_wait_ready (further);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = driver_sample (names[i]);

      g_ptr_array_add (list, g_file_new_for_path (path));
    }
  g_settings_set_boolean (jkb_settings_get (), "import-preview", TRUE);
  jkb_window_import_files (further, (GFile **) list->pdata, list->len);
  g_settings_set_boolean (jkb_settings_get (), "import-preview", FALSE);
  preview = jkb_picture_wait_toplevel (JKB_TYPE_IMPORT_PREVIEW);
  driver_wait_until (jkb_import_preview_is_ready (JKB_IMPORT_PREVIEW (preview)));
  jkb_preview_detail_choose_fact (driver_find (preview, JKB_TYPE_PREVIEW_DETAIL), JKB_FIELD_AFFECTED_PEOPLE);
  return preview;
}

static const JkbPictureState everywhere[] = {
  { "import-preview", show_import_preview },
  { "reviewed", show_reviewed },
  { "help", show_help },
  { "preferences", show_preferences },
  { "shortcuts", show_shortcuts },
  { "about", show_about },
  { "failed", show_failed },
  { "empty", show_empty },
  { NULL, NULL }
};

const JkbPictureState *
jkb_picture_states (JkbPictureGroup group)
{
  static const JkbPictureState *const groups[JKB_N_PICTURE_GROUPS]
      = { jkb_picture_incidents, jkb_picture_pages, everywhere };

  return groups[group];
}

/* ---------------------------------------------------------------- before and after */

static void
answer (const char *name)
{
  GtkWidget *dialog = jkb_picture_wait_toplevel (ADW_TYPE_MESSAGE_DIALOG);

  gtk_editable_set_text (driver_find (dialog, GTK_TYPE_ENTRY), name);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  gtk_window_destroy (GTK_WINDOW (dialog));
  driver_wait_until (driver_find_toplevel (ADW_TYPE_MESSAGE_DIALOG) == NULL);
}

/* One more case is said to be of the organisation and the day of another. */
static void
make_twins (JkbWindow *window)
{
  JkbSelection *selection = jkb_scope_get_selection (jkb_window_get_scope (window));
  JkbCase one, other;
  guint place = 5;

  jkb_selection_get (selection, 4, &one);
  do
    jkb_selection_get (selection, place++, &other);
  while (other.organisation == NULL || other.announced.day == 0);
  {
    g_autofree char *day = jkb_date_to_string (other.announced);
    const JkbEdit edits[] = {
      { JKB_EDIT_VALUE, .incident_id = one.id, .field = JKB_FIELD_ORGANISATION, .value = other.organisation },
      { JKB_EDIT_VALUE, .incident_id = one.id, .field = JKB_FIELD_ANNOUNCED, .value = day },
      { JKB_EDIT_VALUE, .incident_id = one.id, .field = JKB_FIELD_INCIDENT_TYPE,
        .value = jkb_word_nick (JKB_WORDS_TYPE, (int) other.type) },
    };
    g_autoptr(GError) error = NULL;

    jkb_store_edit (jkb_casebook_get_store (jkb_window_get_casebook (window)), edits, G_N_ELEMENTS (edits), NULL, &error);
    g_assert_no_error (error);
  }
}

void
jkb_picture_states_prepare (JkbWindow *window)
{
  GtkSelectionModel *rows = gtk_column_view_get_model (driver_find (window, GTK_TYPE_COLUMN_VIEW));
  guint n_cases = driver_count_cases (window);

  make_twins (window);
  jkb_picture_filter (window);
  driver_activate (window, "win.save-search");
  answer ("委託先での誤送付と紛失");
  jkb_scope_set_filter (jkb_window_get_scope (window), NULL);
  driver_wait_cases (window, n_cases);
  gtk_selection_model_select_range (rows, 3, 5, TRUE);
  driver_activate (window, "win.collect");
  answer ("五月の研修");
  gtk_selection_model_select_range (rows, n_cases - 2, 2, TRUE);
  driver_activate (window, "win.bin-cases");
  driver_wait_cases (window, n_cases - 2);
}

static void
scroll_up (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget)), 0);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    scroll_up (child);
}

static void
close_others (JkbWindow *window)
{
  g_autoptr(GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (l->data != window && gtk_widget_get_mapped (l->data))
      gtk_window_destroy (l->data);
}

static void
close_menus (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget) && gtk_widget_get_visible (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_menus (child);
}

/* A toast says for a while that something went wrong. It is closed when it has come to rest: libadwaita 1.2 goes on
 * moving one that is closed before. */
static void
dismiss_toasts (GtkWidget *overlay)
{
  GtkWidget *toast = gtk_widget_get_last_child (overlay);

  if (toast == adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay)))
    return;
  driver_settle (700);
  toast = gtk_widget_get_last_child (overlay);
  if (toast != adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay)))
    g_signal_emit_by_name (gtk_widget_get_last_child (toast), "clicked");
  driver_settle (300);
}

void
jkb_picture_states_reset (JkbWindow *window)
{
  close_others (window);
  close_menus (GTK_WIDGET (window));
  scroll_up (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.review-step", "s", "stop");
  dismiss_toasts (driver_find (window, ADW_TYPE_TOAST_OVERLAY));
  jkb_picture_set_toggle (window, -1);
  jkb_picture_choose_scheme (window, 0);
  g_object_set (driver_find (window, JKB_TYPE_CHART_CARD), "shows-table", FALSE, NULL);
  jkb_picture_search_roles (window, "");
  jkb_picture_show_roles_as (window, "matrix");
  driver_activate (window, "win.page::incidents");
  driver_activate (window, "win.show-list::all");
  driver_activate (window, "win.back");
  jkb_scope_set_filter (jkb_window_get_scope (window), NULL);
  driver_wait_selection (window);
}
