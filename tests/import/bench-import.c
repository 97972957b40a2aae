/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-import [PAGES]: what it costs to read pages, to store what was read, to do both at once from
 * files, and to get cases and texts out again.
 */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "casebook.h"
#include "import/jkb-import.h"
#include "notice-writer.h"
#include "stopwatch.h"

static void
tell (const char *what, guint n, double begin)
{
  double spent_s = (stopwatch_ms () - begin) / 1e3;

  g_print ("%-36s %8.3f s  %9.0f a second  %7.1f us each\n", what, spent_s, n / spent_s, spent_s * 1e6 / n);
}

static gsize
write_pages (const char *folder, guint n)
{
  NoticeWriter *writer = notice_writer_new (1);
  gsize n_bytes = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *path = g_strdup_printf ("%s/%06u.html", folder, i);
      g_autoptr(JkbIncident) incident = notice_writer_next (writer, i + 1, &text);
      g_autofree char *page = notice_writer_html (text);

      g_assert_true (g_file_set_contents (path, page, -1, NULL));
      n_bytes += strlen (text);
    }
  notice_writer_free (writer);
  return n_bytes;
}

static GPtrArray *
read_pages (const JkbExtractor *extractor, const char *folder, guint n)
{
  g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_source_unref);
  double begin;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%06u.html", folder, i);
      char *page;
      gsize n_bytes;

      g_assert_true (g_file_get_contents (path, &page, &n_bytes, NULL));
      g_ptr_array_add (pages, g_bytes_new_take (page, n_bytes));
    }
  begin = stopwatch_ms ();
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%06u.html", i);

      g_ptr_array_add (sources, jkb_extractor_read (extractor, name, pages->pdata[i], NULL, NULL));
      g_assert_nonnull (sources->pdata[i]);
    }
  tell ("extract, one thread", n, begin);
  return sources;
}

static void
store_sources (const char *folder, GPtrArray *sources)
{
  g_autofree char *path = g_build_filename (folder, "stored.sqlite3", NULL);
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  double begin = stopwatch_ms ();

  for (guint i = 0; i < sources->len; i++)
    {
      g_autoptr(GArray) added = jkb_store_add_source (store, sources->pdata[i], 1, NULL, NULL);

      g_assert_nonnull (added);
    }
  tell ("store, a transaction each", sources->len, begin);
}

static gboolean
on_text_cb (gint64 incident_id, gint64 revision, const char *text, gsize n_bytes, gpointer user_data)
{
  *(gsize *) user_data += n_bytes;
  return TRUE;
}

static void
read_back (JkbStore *store)
{
  g_autoptr(GPtrArray) incidents = NULL;
  double begin = stopwatch_ms ();
  gsize n_bytes = 0;

  incidents = jkb_store_load_incidents (store, NULL, 0, NULL, NULL);
  tell ("load all cases", incidents->len, begin);
  begin = stopwatch_ms ();
  g_assert_true (jkb_store_foreach_text (store, NULL, 0, on_text_cb, &n_bytes, NULL, NULL));
  tell ("load all texts", incidents->len, begin);
}

static void
import_folder (const char *folder, const JkbExtractor *extractor, const char *pages, const char *what)
{
  g_autofree char *path = g_build_filename (folder, "imported.sqlite3", NULL);
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  g_autoptr(JkbImportInputs) inputs = jkb_import_inputs_new ();
  g_autoptr(JkbImportReport) report = NULL;
  double begin = stopwatch_ms ();

  jkb_import_inputs_add_path (inputs, pages);
  g_assert_true (jkb_import_run (store, extractor, inputs, NULL, NULL, &report, NULL, NULL));
  tell (what, report->entries->len, begin);
  read_back (store);
}

static void
load_many (const char *folder, guint n)
{
  g_autofree char *path = g_build_filename (folder, "many.sqlite3", NULL);
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_incident_free);
  NoticeWriter *writer = notice_writer_new (2);
  double begin;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;
      JkbIncident *incident = notice_writer_next (writer, i + 1, &text);

      g_free (incident->key);
      incident->key = g_strdup_printf ("%u", i);
      g_ptr_array_add (cases, incident);
    }
  notice_writer_free (writer);
  begin = stopwatch_ms ();
  g_assert_true (jkb_store_add_bundled (store, cases, "bench", NULL, NULL));
  tell ("add cases without notices", n, begin);
  read_back (store);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 10000;
  char *folder = casebook_folder ();
  g_autofree char *pages = g_build_filename (folder, "pages", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbExtractor) extractor = jkb_extractor_new (NULL, &error);

  if (extractor == NULL)
    g_error ("%s", error->message);
  g_assert_cmpint (g_mkdir (pages, 0700), ==, 0);
  g_print ("%u pages, %.1f MB of text\n", n, (double) write_pages (pages, n) / 1e6);
  {
    g_autoptr(GPtrArray) sources = read_pages (extractor, pages, n);

    store_sources (folder, sources);
  }
  import_folder (folder, extractor, pages, "import, files to cases");
  import_folder (folder, extractor, pages, "import again");
  load_many (folder, 100000);
  casebook_remove (folder);
  return EXIT_SUCCESS;
}
