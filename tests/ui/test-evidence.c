/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-fact-button.h"
#include "ui/jkb-notice-view.h"

/* A fact that is touched shows its words, wherever in a long notice they stand: the first case that is opened,
 * and each fact of it. */

#define N_PARAGRAPHS 120

static JkbCasePane *
get_pane (JkbWindow *window)
{
  return jkb_incidents_page_get_case_pane (jkb_window_get_incidents_page (window));
}

/* The sample, with much said between what happened and how many it concerns. */
static char *
write_long_notice (void)
{
  g_autofree char *sample = driver_sample ("bcc-mistake.txt");
  g_autofree char *text = NULL;
  g_autoptr(GString) all = g_string_new (NULL);
  const char *second;
  char *path = g_build_filename (g_get_user_data_dir (), "long.txt", NULL);

  g_assert_true (g_file_get_contents (sample, &text, NULL, NULL));
  second = strstr (text, "2 漏えいした情報");
  g_assert_nonnull (second);
  g_string_append_len (all, text, second - text);
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    g_string_append (all, "市では、日頃から職員に対し、情報の適切な取扱いについて周知を図っております。"
                          "また、事務の手順を見直し、関係する部署と連携して取り組んでまいります。\n\n");
  g_string_append (all, second);
  g_assert_true (g_file_set_contents (path, all->str, (gssize) all->len, NULL));
  return path;
}

static void
get_pointed_place (GtkTextView *view, GdkRectangle *place, GdkRectangle *visible)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &iter, place);
  gtk_text_view_get_visible_rect (view, visible);
}

static gboolean
is_in_sight (GtkTextView *view)
{
  GdkRectangle place, visible;

  get_pointed_place (view, &place, &visible);
  return place.y >= visible.y && place.y + place.height <= visible.y + visible.height;
}

/* Its words are marked and in sight. */
static void
check_fact (JkbWindow *window, const JkbCaseFact *fact)
{
  const JkbCaseFile *file = jkb_case_pane_get_file (get_pane (window));
  const JkbCaseNotice *notice = g_ptr_array_index (file->notices, 0);
  GtkTextView *view = driver_find (driver_find (window, JKB_TYPE_NOTICE_VIEW), GTK_TYPE_TEXT_VIEW);
  g_autofree char *expected = g_strndup (notice->item->text + fact->fact->span.begin,
                                         fact->fact->span.end - fact->fact->span.begin);
  g_autofree char *marked = NULL;
  GdkRectangle place, visible;

  jkb_case_pane_choose_fact (get_pane (window), fact->id);
  marked = jkb_case_pane_get_evidence (get_pane (window));
  g_assert_cmpstr (marked, ==, expected);
  /* However slow the machine: it comes into sight, and it stays there. */
  driver_wait_until (is_in_sight (view));
  driver_settle (300);
  get_pointed_place (view, &place, &visible);
  g_test_message ("%s at %d, in sight %d to %d", jkb_word_nick (JKB_WORDS_FIELD, (int) fact->fact->field), place.y,
                  visible.y, visible.y + visible.height);
  g_assert_cmpint (place.y, >=, visible.y);
  g_assert_cmpint (place.y + place.height, <=, visible.y + visible.height);
}

static void
check_scrolled (JkbWindow *window, gpointer data)
{
  static const JkbField fields[] = { JKB_FIELD_AFFECTED_PEOPLE, JKB_FIELD_INCIDENT_TYPE, JKB_FIELD_DATA_ITEMS,
                                     JKB_FIELD_ORGANISATION, JKB_FIELD_AFFECTED_PEOPLE };

  driver_show_imported (window);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const JkbCaseFact *fact = jkb_case_file_find (jkb_case_pane_get_file (get_pane (window)), fields[i]);

      g_assert_nonnull (fact);
      check_fact (window, fact);
    }
}

static void
test_scrolled (void)
{
  g_autofree char *notice = write_long_notice ();
  g_autofree char *casebook = driver_new_casebook ();

  driver_run (casebook, notice, check_scrolled, NULL);
}

/* ---- dates and figures ---- */

/* As a date, a figure that a line may not break: all of it is at one height. */
static void
assert_in_line (GtkTextView *view, const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, begin, end;
  GdkRectangle first, last;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &begin, &end, NULL));
  gtk_text_iter_backward_char (&end);
  gtk_text_view_get_iter_location (view, &begin, &first);
  gtk_text_view_get_iter_location (view, &end, &last);
  g_assert_cmpint (ABS (first.y - last.y), <, first.height / 2);
}

static void
check_unbroken (JkbWindow *window, gpointer data)
{
  GtkTextView *view;

  driver_show_imported (window);
  view = driver_find (driver_find (window, JKB_TYPE_NOTICE_VIEW), GTK_TYPE_TEXT_VIEW);
  /* So much is to the left of the date that it would be broken somewhere. */
  for (int margin = 0; margin < 200; margin += 10)
    {
      gtk_text_view_set_left_margin (view, margin);
      driver_settle (50);
      assert_in_line (view, "令和12年5月10日");
      assert_in_line (view, "63件");
    }
}

static void
test_unbroken (void)
{
  driver_run_sample (check_unbroken, "bcc-mistake.txt");
}

/* ---- large text ---- */

static guint
check_values (GtkWidget *widget)
{
  guint n_values = 0;

  if (JKB_IS_FACT_BUTTON (widget))
    {
      GtkWidget *label = driver_find (widget, GTK_TYPE_LABEL);
      g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (label, gtk_label_get_text (GTK_LABEL (label)));
      int needed;

      pango_layout_get_pixel_size (layout, &needed, NULL);
      g_assert_cmpint (gtk_widget_get_width (label), >=, MIN (needed, 120));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_values += check_values (child);
  return n_values;
}

/* In the smallest window, with text of 200 %: no figure is broken into single digits by the names beside it. */
static void
check_large (JkbWindow *window, gpointer data)
{
  JkbScope *scope = jkb_window_get_scope (window);
  GtkWidget *fact;
  int dpi;

  driver_show_imported (window);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  driver_wait_until (gtk_widget_get_width (GTK_WIDGET (window)) < 420);
  jkb_casebook_touch (jkb_scope_get_casebook (scope));
  driver_wait_case (window);
  jkb_incidents_page_open_case (jkb_window_get_incidents_page (window));
  driver_wait_until ((fact = driver_find (get_pane (window), JKB_TYPE_FACT_BUTTON)) != NULL
                     && gtk_widget_get_mapped (fact) && gtk_widget_get_width (fact) > 0);
  driver_settle (300);
  g_assert_cmpuint (check_values (GTK_WIDGET (get_pane (window))), >, 5);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

static void
test_large (void)
{
  driver_run_sample (check_large, "bcc-mistake.txt");
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/evidence/scrolled", test_scrolled);
  g_test_add_func ("/evidence/unbroken", test_unbroken);
  g_test_add_func ("/evidence/large-text", test_large);
  return g_test_run ();
}
