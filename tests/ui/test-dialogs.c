/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-dialog-size.h"
#include "ui/jkb-framework-row.h"
#include "ui/jkb-shrink.h"

#define USUAL_DPI (96 * PANGO_SCALE)

/* ---- how large a dialog is ---- */

static void
check_size (int dpi, int parent_width, int width, int height)
{
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *dialog = gtk_window_new ();
  int dialog_width, dialog_height;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  gtk_window_set_default_size (GTK_WINDOW (parent), parent_width, 900);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 600, 500);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (parent));
  jkb_fit_dialog (GTK_WINDOW (dialog));
  gtk_window_get_default_size (GTK_WINDOW (dialog), &dialog_width, &dialog_height);
  g_assert_cmpint (dialog_width, ==, width);
  g_assert_cmpint (dialog_height, ==, height);
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (parent));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", USUAL_DPI, NULL);
}

static void
test_size (void)
{
  check_size (USUAL_DPI, 1400, 600, 500);
  check_size (USUAL_DPI * 3 / 2, 1400, 900, 750);
  check_size (USUAL_DPI * 2, 1400, 1200, 900);
  check_size (USUAL_DPI * 2, 1000, 1000, 900);
  /* A parent that is smaller takes nothing away, nor does small text. */
  check_size (USUAL_DPI * 2, 360, 600, 900);
  check_size (USUAL_DPI / 2, 1400, 600, 500);
}

/* ---- which framework ---- */

static void
check_framework (JkbFrameworkRow *row, const char *expected)
{
  g_autofree char *framework = jkb_framework_row_dup (row);

  g_assert_cmpstr (framework, ==, expected);
}

static void
test_framework (void)
{
  GtkWidget *group = g_object_ref_sink (adw_preferences_group_new ());
  JkbFrameworkRow *row = jkb_framework_row_new (ADW_PREFERENCES_GROUP (group));
  GtkWidget *name = gtk_widget_get_next_sibling (GTK_WIDGET (row));

  g_assert_true (ADW_IS_ENTRY_ROW (name));
  g_assert_true (gtk_widget_get_visible (name));
  check_framework (row, "");
  gtk_editable_set_text (GTK_EDITABLE (name), " own words ");
  check_framework (row, "own words");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  g_assert_false (gtk_widget_get_visible (name));
  check_framework (row, "nice");
  jkb_framework_row_set (row, "secbok");
  g_assert_false (gtk_widget_get_visible (name));
  check_framework (row, "secbok");
  jkb_framework_row_set (row, "house");
  g_assert_true (gtk_widget_get_visible (name));
  check_framework (row, "house");
  g_object_unref (group);
}

/* ---- words that go on ---- */

static void
test_wrapped_label (void)
{
  GtkWidget *label = g_object_ref_sink (jkb_wrapped_label_new ("several short words and anotherthatislongerthanaline"));
  int narrow, wide;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 60, &narrow, NULL, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 2000, &wide, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >, wide);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, <, 60);
  g_object_unref (label);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  jkb_labels_init ();
  adw_init ();
  g_test_add_func ("/dialogs/size", test_size);
  g_test_add_func ("/dialogs/framework", test_framework);
  g_test_add_func ("/dialogs/wrapped-label", test_wrapped_label);
  return g_test_run ();
}
