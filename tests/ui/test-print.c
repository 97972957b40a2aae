/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed, read back from a PDF: pages and their headings. */
#include <glib/gstdio.h>
#include <poppler.h>

#include "jkb-ui-driver.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-print.h"

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

int
main (int argc, char *argv[])
{
  driver_isolate ();
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  jkb_labels_init ();

  g_test_add_func ("/ui/print/table", test_table);
  g_test_add_func ("/ui/print/long", test_long);
  g_test_add_func ("/ui/print/heading", test_heading);
  g_test_add_func ("/ui/print/failure", test_failure);
  return g_test_run ();
}
