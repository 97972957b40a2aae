/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "ui/jkb-columns-layout.h"
#include "ui/jkb-line.h"
#include "ui/jkb-unbroken.h"

/* Where children stand that have little room: in a narrow window, or with large text. */

static int
measure_height (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* Columns stand side by side where each has room for what must be in it, and only there. */
static void
test_columns (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

  gtk_widget_set_layout_manager (box, jkb_columns_layout_new (300, 2, 10));
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_set_size_request (child, 390, 40);
      gtk_box_append (GTK_BOX (box), child);
    }
  g_assert_cmpint (measure_height (box, 789), ==, 90);
  g_assert_cmpint (measure_height (box, 790), ==, 40);
  g_assert_finalize_object (box);
}

/* Children are shared out evenly and stay: one that shrinks moves none of the others, one that goes does. */
static void
test_kept_columns (void)
{
  static const int heights[] = { 60, 10, 20, 30, 50 };
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *children[G_N_ELEMENTS (heights)];

  gtk_widget_set_layout_manager (box, jkb_columns_layout_new (300, 2, 0));
  for (gsize i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      children[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_set_size_request (children[i], 300, heights[i]);
      gtk_box_append (GTK_BOX (box), children[i]);
    }
  g_assert_cmpint (measure_height (box, 600), ==, 110); /* each to the shorter one: 60 50 | 10 20 30 */
  jkb_columns_layout_keep_places (JKB_COLUMNS_LAYOUT (gtk_widget_get_layout_manager (box)));
  g_assert_cmpint (measure_height (box, 600), ==, 90); /* 60 20 | 10 30 50 */
  g_assert_cmpint (measure_height (box, 300), ==, 170);
  gtk_widget_set_size_request (children[0], 300, 5);
  g_assert_cmpint (measure_height (box, 600), ==, 90); /* 5 20 | 10 30 50 */
  gtk_widget_set_visible (children[3], FALSE);
  g_assert_cmpint (measure_height (box, 600), ==, 55); /* 5 50 | 10 20 */
  g_assert_finalize_object (box);
}

/* A line is as tall as what stands in it is with the width that it gets there, whether side by side or not. */
static void
test_line (void)
{
  GtkWidget *line = g_object_ref_sink (jkb_line_new ());
  GtkWidget *words = gtk_label_new ("so many words that they do not fit into half of the width that is there for them");
  GtkWidget *button = gtk_button_new_with_label ("Do");

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 20);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), button);
  g_assert_cmpint (measure_height (line, 1200), ==, MAX (measure_height (words, 1000), measure_height (button, -1)));
  g_assert_cmpint (measure_height (line, 180), ==, measure_height (words, 180) + 6 + measure_height (button, -1));
  g_assert_finalize_object (line);
}

/* Text of twice the size has a column be twice as wide, of those that follow it. */
static void
test_large_text (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkLayoutManager *layout = jkb_columns_layout_new (300, 2, 10);

  gtk_widget_set_layout_manager (box, layout);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_set_size_request (child, 100, 40);
      gtk_box_append (GTK_BOX (box), child);
    }
  g_object_set (gtk_widget_get_settings (box), "gtk-xft-dpi", 192 * PANGO_SCALE, NULL);
  g_assert_cmpint (measure_height (box, 1209), ==, 40);
  jkb_columns_layout_follow_text (JKB_COLUMNS_LAYOUT (layout));
  g_assert_cmpint (measure_height (box, 1209), ==, 90);
  g_assert_cmpint (measure_height (box, 1210), ==, 40);
  g_object_set (gtk_widget_get_settings (box), "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);
  g_assert_cmpint (measure_height (box, 610), ==, 40);
  g_assert_finalize_object (box);
}

/* The digits of a hash that is longer than a line are those that it has. */
static void
test_hash (void)
{
  GtkLabel *label = g_object_ref_sink (GTK_LABEL (gtk_label_new ("0123456789abcdef0123456789abcdef")));
  PangoAttrIterator *iterator;
  PangoAttribute *hyphens;

  jkb_unbroken_label (label);
  iterator = pango_attr_list_get_iterator (gtk_label_get_attributes (label));
  hyphens = pango_attr_iterator_get (iterator, PANGO_ATTR_INSERT_HYPHENS);
  g_assert_nonnull (hyphens);
  g_assert_cmpint (((PangoAttrInt *) hyphens)->value, ==, FALSE);
  pango_attr_iterator_destroy (iterator);
  g_assert_finalize_object (label);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  g_test_add_func ("/layouts/columns", test_columns);
  g_test_add_func ("/layouts/kept-columns", test_kept_columns);
  g_test_add_func ("/layouts/line", test_line);
  g_test_add_func ("/layouts/large-text", test_large_text);
  g_test_add_func ("/layouts/hash", test_hash);
  return g_test_run ();
}
