/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-case-column.h"
#include "ui/jkb-settings.h"
#include "ui/jkb-welcome.h"

/* What the preferences change is seen at once, in the language of the process. */

/* A case with both names and a full day of 2024. */
static JkbCase
find_named (JkbWindow *window)
{
  JkbCases *cases = jkb_casebook_get_cases (jkb_window_get_casebook (window));
  JkbCase incident;

  for (guint i = 0; i < jkb_cases_n (cases); i++)
    {
      jkb_cases_get (cases, i, &incident);
      if (incident.organisation != NULL && incident.organisation_en != NULL && incident.date.year == 2024
          && incident.date.day != 0)
        return incident;
    }
  g_assert_not_reached ();
  return incident;
}

static void
count_change (JkbCasebook *casebook, GArray *ids, gpointer data)
{
  ++*(guint *) data;
}

static void
check_preferences (JkbWindow *window, gpointer data)
{
  GSettings *settings = jkb_settings_get ();
  guint n_changes = 0;
  JkbCase incident;
  g_autofree char *western = NULL;
  g_autofree char *era = NULL;
  g_autofree char *name = NULL;
  JkbCellLook look;

  driver_wait_ready (window);
  incident = find_named (window);
  g_signal_connect (jkb_window_get_casebook (window), "changed", G_CALLBACK (count_change), &n_changes);
  western = jkb_case_column_text (JKB_COLUMN_DATE, &incident, &look);
  g_assert_nonnull (strstr (western, "2024"));

  driver_activate (window, "app.preferences");
  driver_wait_until (driver_find_toplevel (ADW_TYPE_PREFERENCES_WINDOW) != NULL);
  g_settings_set_boolean (settings, "era-years", TRUE);
  g_settings_set_string (settings, "names", "english");
  driver_wait_until (n_changes >= 2);
  era = jkb_case_column_text (JKB_COLUMN_DATE, &incident, &look);
  name = jkb_case_column_text (JKB_COLUMN_ORGANISATION, &incident, &look);
  g_assert_null (strstr (era, "2024"));
  g_assert_true (strstr (era, "令和6年") != NULL || strstr (era, "Reiwa 6") != NULL);
  g_assert_cmpstr (name, ==, incident.organisation_en);

  g_settings_reset (settings, "era-years");
  g_settings_reset (settings, "names");
  gtk_window_destroy (driver_find_toplevel (ADW_TYPE_PREFERENCES_WINDOW));
}

static void
test_preferences (void)
{
  driver_run_sample (check_preferences, NULL);
}

static void
check_first_view (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  driver_wait_selection (window);
  g_assert_cmpuint (jkb_scope_get_filter (jkb_window_get_scope (window))->reviews, ==, 1u << JKB_REVIEW_UNREAD);
}

static void
test_first_view (void)
{
  g_settings_set_string (jkb_settings_get (), "first-view", "review");
  driver_run_sample (check_first_view, NULL);
  g_settings_reset (jkb_settings_get (), "first-view");
}

static gboolean
is_welcoming (JkbWindow *window)
{
  GtkRevealer *revealer = GTK_REVEALER (adw_bin_get_child (driver_find (window, JKB_TYPE_WELCOME)));

  return gtk_revealer_get_reveal_child (revealer);
}

static GtkWidget *
find_close (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_close (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_inside (GtkWidget *widget, GtkWidget *strip)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, strip, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (strip));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (strip));
}

static void
assert_buttons_inside (GtkWidget *widget, GtkWidget *strip)
{
  if (GTK_IS_BUTTON (widget))
    assert_inside (widget, strip);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_buttons_inside (child, strip);
}

/* What it offers can be seen, however wide the window is. */
static void
check_welcome_whole (JkbWindow *window, gpointer data)
{
  GtkWidget *welcome = driver_find (window, JKB_TYPE_WELCOME);

  driver_wait_ready (window);
  driver_wait_until (gtk_widget_get_height (welcome) > 0);
  assert_buttons_inside (welcome, welcome);
}

/* It is there at first, goes away, and does not come again. */
static void
check_welcome (JkbWindow *window, gpointer data)
{
  GtkWidget *welcome = driver_find (window, JKB_TYPE_WELCOME);

  driver_wait_ready (window);
  g_assert_true (is_welcoming (window));
  g_signal_emit_by_name (find_close (welcome), "clicked");
  driver_wait_until (!is_welcoming (window));
  g_assert_true (g_settings_get_boolean (jkb_settings_get (), "welcomed"));
}

static void
check_no_welcome (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  g_assert_false (is_welcoming (window));
}

static void
test_welcome (void)
{
  static const int widths[] = { 1400, 700, 360 };

  g_settings_reset (jkb_settings_get (), "welcomed");
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_settings_set (jkb_settings_get (), "window-size", "(ii)", widths[i], 700);
      driver_run_sample (check_welcome_whole, NULL);
    }
  g_settings_reset (jkb_settings_get (), "window-size");
  driver_run_sample (check_welcome, NULL);
  driver_run_sample (check_no_welcome, NULL);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  driver_isolate ();
  g_test_add_func ("/ui/preferences/style", test_preferences);
  g_test_add_func ("/ui/preferences/first-view", test_first_view);
  g_test_add_func ("/ui/preferences/welcome", test_welcome);
  return g_test_run ();
}
