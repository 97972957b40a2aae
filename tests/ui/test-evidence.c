/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
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
  driver_settle (1000);
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

int
main (int argc, char *argv[])
{
  driver_isolate ();
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  jkb_labels_init ();
  g_test_add_func ("/evidence/scrolled", test_scrolled);
  return g_test_run ();
}
