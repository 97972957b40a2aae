/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed, read back from a PDF: pages and their headings, a case, a list. */
#include <glib/gstdio.h>
#include <poppler.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "summary/jkb-filter-words.h"
#include "ui/jkb-case-column.h"
#include "ui/jkb-case-print.h"
#include "ui/jkb-case-table.h"
#include "ui/jkb-fact-group.h"
#include "ui/jkb-headline.h"
#include "ui/jkb-list-print.h"
#include "ui/jkb-reference.h"

/* Pages as text, without blanks: how words are set apart is a matter of fonts. */
static GStrv
read_pages (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr(GError) error = NULL;
  g_autoptr(GStrvBuilder) pages = g_strv_builder_new ();
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, &error);

  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      g_auto(GStrv) words = g_strsplit_set (text, " \n", -1);
      g_autofree char *joined = g_strjoinv ("", words);

      g_strv_builder_add (pages, joined);
      g_object_unref (page);
    }
  g_object_unref (document);
  return g_strv_builder_end (pages);
}

static GStrv
print_pages (JkbPrint *print)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "printed.pdf", NULL);
  g_autoptr(GError) error = NULL;
  GtkWidget *window = gtk_window_new ();
  GStrv pages;

  g_assert_true (jkb_print_send (print, window, path, &error));
  g_assert_no_error (error);
  driver_wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  pages = read_pages (path);
  g_remove (path);
  gtk_window_destroy (GTK_WINDOW (window));
  return pages;
}

static guint
count_in (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, words)) != NULL; at += strlen (words))
    n++;
  return n;
}

/* Every row once and in order, headings on each page of the table and on no other. */
static void
test_table (void)
{
  static const JkbPrintColumn columns[] = { { "Aleph", 1, FALSE }, { "Beth", 2, TRUE } };
  JkbPrint *print = jkb_print_new ("Gimel");
  g_auto(GStrv) pages = NULL;
  g_autofree char *all = NULL;
  guint n_pages;

  jkb_print_add (print, JKB_PRINT_TITLE, "Daleth");
  jkb_print_add_table (print, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *name = g_strdup_printf ("[%u]", i);
      const char *cells[] = { name, i % 7 == 0 ? "He Waw Zajin Chet Tet Jod Kaph Lamed" : NULL };

      jkb_print_add_row (print, cells);
    }
  pages = print_pages (print);
  n_pages = g_strv_length (pages);
  g_assert_cmpuint (n_pages, >, 3);
  all = g_strjoinv ("", pages);
  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *name = g_strdup_printf ("[%u]", i);

      g_assert_cmpuint (count_in (all, name), ==, 1);
    }
  for (guint i = 0; i < n_pages; i++)
    {
      g_assert_cmpuint (count_in (pages[i], "Aleph"), ==, 1);
      g_assert_cmpuint (count_in (pages[i], "Gimel"), ==, 1);
      g_assert_cmpuint (count_in (pages[i], "Daleth"), ==, i == 0);
    }
}

/* As many rows as go on two pages go on one with smaller letters, and no fewer than can be read. */
static void
test_one_page (void)
{
  static const guint n_rows[] = { 40, 70, 700 };

  for (gsize i = 0; i < G_N_ELEMENTS (n_rows); i++)
    {
      JkbPrint *wide = jkb_print_new ("Gimel");
      JkbPrint *tight = jkb_print_new ("Gimel");
      g_auto(GStrv) pages = NULL;
      g_auto(GStrv) one = NULL;

      jkb_print_set_one_page (tight);
      for (guint row = 0; row < n_rows[i]; row++)
        {
          jkb_print_add (wide, JKB_PRINT_TEXT, "Beth");
          jkb_print_add (tight, JKB_PRINT_TEXT, "Beth");
        }
      pages = print_pages (wide);
      one = print_pages (tight);
      g_assert_cmpuint (g_strv_length (pages), ==, i == 0 ? 1 : i == 1 ? 2 : g_strv_length (pages));
      g_assert_true ((g_strv_length (one) == 1) == (i < 2));
      g_assert_cmpuint (g_strv_length (one), <=, g_strv_length (pages));
    }
}

static void
test_described (void)
{
  static const JkbPrintColumn columns[] = { { "Aleph", 1, FALSE }, { "Beth", 2, TRUE } };
  g_autoptr(JkbPrint) print = jkb_print_new ("Gimel");
  const char *cells[] = { "He", NULL };
  g_autofree char *text = NULL;

  jkb_print_add (print, JKB_PRINT_TITLE, "Daleth");
  jkb_print_add_table (print, columns, G_N_ELEMENTS (columns));
  jkb_print_add_row (print, cells);
  jkb_print_add (print, JKB_PRINT_HEADING, "Waw");
  text = jkb_print_describe (print);
  g_assert_cmpstr (text, ==, "Daleth\n\nAleph\tBeth\nHe\t\n\nWaw\n");
}

/* No line of what is higher than a page is lost or said twice. */
static void
test_long (void)
{
  static const JkbPrintColumn columns[] = { { NULL, 1, FALSE }, { NULL, 1, FALSE } };
  g_autoptr(GString) text = g_string_new (NULL);
  JkbPrint *print = jkb_print_new ("Gimel");
  const char *cells[2];
  g_auto(GStrv) pages = NULL;
  g_autofree char *all = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "%s<%u>", i > 0 ? "\n" : "", i);
  cells[0] = text->str;
  cells[1] = "Beth";
  jkb_print_add (print, JKB_PRINT_TEXT, text->str);
  jkb_print_add_table (print, columns, G_N_ELEMENTS (columns));
  jkb_print_add_row (print, cells);
  pages = print_pages (print);
  all = g_strjoinv ("", pages);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("<%u>", i);

      g_assert_cmpuint (count_in (all, name), ==, 2);
    }
  g_assert_cmpuint (count_in (all, "Beth"), ==, 1);
}

/* A heading is not left behind by what it is the heading of. */
static void
test_heading (void)
{
  JkbPrint *print = jkb_print_new ("Gimel");
  g_auto(GStrv) pages = NULL;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("<%u>", i);

      jkb_print_add (print, JKB_PRINT_HEADING, "Aleph");
      jkb_print_add (print, JKB_PRINT_SMALL, name);
    }
  pages = print_pages (print);
  for (guint i = 0; pages[i] != NULL; i++)
    g_assert_cmpuint (count_in (pages[i], "Aleph"), ==, count_in (pages[i], "<"));
}

static void
test_failure (void)
{
  JkbPrint *print = jkb_print_new ("Gimel");
  GtkWidget *window = gtk_window_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  jkb_print_add (print, JKB_PRINT_TEXT, "Aleph");
  g_assert_false (jkb_print_send (print, window, "/nowhere/printed.pdf", &error));
  g_assert_nonnull (error);
  words = jkb_print_describe_error (error);
  g_assert_nonnull (strstr (words, error->message));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_says (const char *text, const char *words)
{
  g_auto(GStrv) parts = g_strsplit_set (words, " \n", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  if (strstr (text, joined) == NULL)
    g_error ("“%s” is not in “%s”", joined, text);
}

/* As assert_says(), for what may go on in a second line, which the text of a page does not join. */
static void
assert_begins (const char *text, const char *words)
{
  g_autofree char *start = g_utf8_substring (words, 0, MIN (6, g_utf8_strlen (words, -1)));

  assert_says (text, start);
}

static char *
print_all (JkbPrint *print)
{
  g_auto(GStrv) pages = print_pages (print);

  return g_strjoinv ("", pages);
}

static JkbCasePane *
get_pane (JkbWindow *window)
{
  return jkb_incidents_page_get_case_pane (jkb_window_get_incidents_page (window));
}

static void
check_case (JkbWindow *window)
{
  const JkbCaseFile *file = jkb_case_pane_get_file (get_pane (window));
  const JkbFact *fact = jkb_case_file_find (file, JKB_FIELD_AFFECTED_PEOPLE)->fact;
  const JkbCaseNotice *notice = file->notices->pdata[0];
  g_autofree char *headline = jkb_headline (file->incident);
  g_autofree char *people = jkb_fact_words (fact);
  g_autofree char *words = g_strndup (notice->item->text + fact->span.begin,
                                      fact->span.end - fact->span.begin);
  g_autofree char *all = print_all (jkb_case_print_new (file));

  assert_says (all, file->incident->organisation);
  assert_says (all, headline);
  assert_says (all, people);
  assert_says (all, jkb_label (JKB_WORDS_FACT_STATE, (int) fact->state));
  assert_says (all, words);
  assert_says (all, notice->sha256);
  assert_says (all, notice->source_name);
  assert_says (all, "NICE");
}

/* What is not known is said to be so, as is what was rejected. */
static void
check_rejected (JkbWindow *window)
{
  JkbCasePane *pane = get_pane (window);
  const char *gap = g_dgettext ("jikenbo", "Not stated");
  g_autofree char *before = print_all (jkb_case_print_new (jkb_case_pane_get_file (pane)));
  g_autofree char *after = NULL;
  g_auto(GStrv) parts = g_strsplit (gap, " ", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  jkb_case_pane_choose_fact (pane, jkb_case_file_find (jkb_case_pane_get_file (pane), JKB_FIELD_DISCOVERED)->id);
  driver_activate (window, "win.reject-fact");
  driver_wait_until (jkb_case_file_find (jkb_case_pane_get_file (pane), JKB_FIELD_DISCOVERED) == NULL);
  after = print_all (jkb_case_print_new (jkb_case_pane_get_file (pane)));
  g_assert_cmpuint (count_in (after, joined), ==, count_in (before, joined) + 1);
}

/* The filter in words, the columns that are shown, each case that passes. */
static void
check_list (JkbWindow *window)
{
  JkbScope *scope = jkb_window_get_scope (window);
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(GArray) columns = NULL;
  g_autofree char *words = NULL;
  g_autofree char *all = NULL;

  filter->types = 1u << JKB_TYPE_MALWARE_RANSOMWARE;
  jkb_scope_set_filter (scope, filter);
  driver_wait_selection (window);
  g_assert_cmpuint (driver_count_cases (window), >, 30);
  columns = jkb_case_table_list_columns (driver_find (window, JKB_TYPE_CASE_TABLE), FALSE);
  all = print_all (jkb_list_print_new (jkb_scope_get_selection (scope), NULL,
                                       (const JkbColumn *) columns->data, columns->len));
  words = jkb_filter_all_words (filter);
  assert_says (all, words);
  for (guint i = 0; i < columns->len; i++)
    assert_says (all, jkb_case_column_title (g_array_index (columns, JkbColumn, i)));
  for (guint i = 0; i < driver_count_cases (window); i++)
    {
      JkbCase incident;

      jkb_selection_get (jkb_scope_get_selection (scope), i, &incident);
      assert_begins (all, incident.organisation);
    }
}

/* Only those that are asked for; a column that is not shown is not printed. */
static void
check_chosen (JkbWindow *window)
{
  JkbSelection *selection = jkb_scope_get_selection (jkb_window_get_scope (window));
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  JkbColumn column = JKB_COLUMN_ORGANISATION;
  g_autofree char *all = NULL;
  JkbCase first, second;

  jkb_selection_get (selection, 0, &first);
  jkb_selection_get (selection, 1, &second);
  g_array_append_val (ids, second.id);
  all = print_all (jkb_list_print_new (selection, ids, &column, 1));
  assert_begins (all, second.organisation);
  g_assert_null (strstr (all, first.organisation));
  g_assert_null (strstr (all, jkb_case_column_title (JKB_COLUMN_DATE)));
}

/* ---- the dialog ---- */

/* Closes the dialog that asks how to print, once it is there: meanwhile the caller waits for it. */
static gboolean
on_asked_cb (gpointer data)
{
  guint *n_asked = data;
  GType type = g_type_from_name ("GtkPrintUnixDialog");
  GtkWindow *dialog = type != 0 ? driver_find_toplevel (type) : NULL;

  if (dialog == NULL || !gtk_widget_get_mapped (GTK_WIDGET (dialog)))
    return G_SOURCE_CONTINUE;
  (*n_asked)++;
  gtk_window_close (dialog);
  return G_SOURCE_REMOVE;
}

static void
check_asked (JkbWindow *window, GtkWidget *focus, const char *keys)
{
  guint n_asked = 0;

  g_timeout_add (20, on_asked_cb, &n_asked);
  if (focus != NULL)
    {
      gtk_widget_grab_focus (focus);
      g_assert_true (driver_trigger (window, keys));
    }
  else
    driver_activate (window, keys);
  driver_wait_until (n_asked == 1);
}

static void
check_keys (JkbWindow *window)
{
  check_asked (window, NULL, "win.print-case");
  check_asked (window, NULL, "win.print-list");
  check_asked (window, driver_find (window, JKB_TYPE_CASE_TABLE), "<Control>p");
  check_asked (window, driver_find (get_pane (window), GTK_TYPE_BUTTON), "<Control>p");
}

/* One window for all: opening a casebook takes longer than what is done with it. */
static void
check_all (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  driver_show_imported (window);
  driver_wait_until (jkb_reference_get_frameworks (jkb_reference_get_default ()) != NULL);
  check_case (window);
  check_keys (window);
  check_rejected (window);
  check_list (window);
  check_chosen (window);
}

static void
test_window (void)
{
  driver_run_sample (check_all, "bcc-mistake.txt");
}

int
main (int argc, char *argv[])
{
  driver_isolate ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  jkb_labels_init ();

  g_test_add_func ("/ui/print/table", test_table);
  g_test_add_func ("/ui/print/one-page", test_one_page);
  g_test_add_func ("/ui/print/described", test_described);
  g_test_add_func ("/ui/print/long", test_long);
  g_test_add_func ("/ui/print/heading", test_heading);
  g_test_add_func ("/ui/print/failure", test_failure);
  g_test_add_func ("/ui/print/window", test_window);
  return g_test_run ();
}
