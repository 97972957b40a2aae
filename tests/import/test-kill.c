/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../util/notice-writer.h"
#include "casebook.h"
#include "import/jkb-import.h"

/*
 * A child imports a folder of notices and is killed at a random moment. What it leaves must open, be
 * sound, hold nothing but whole notices, and become complete by the same import again. Called with
 * `--import FOLDER CASEBOOK` this program is the child.
 */

#define N_PAGES 100

static gboolean
import_folder (const char *pages, const char *casebook, GError **error)
{
  g_autoptr(JkbExtractor) extractor = jkb_extractor_new (NULL, error);
  g_autoptr(JkbStore) store = NULL;
  g_autoptr(JkbImportInputs) inputs = jkb_import_inputs_new ();
  g_autoptr(JkbImportReport) report = NULL;

  if (extractor == NULL || (store = jkb_store_open (casebook, JKB_STORE_CREATE, NULL, error)) == NULL)
    return FALSE;
  jkb_import_inputs_add_path (inputs, pages);
  return jkb_import_run (store, extractor, inputs, NULL, NULL, &report, NULL, error);
}

static int
be_child (const char *pages, const char *casebook)
{
  g_autoptr(GError) error = NULL;

  if (import_folder (pages, casebook, &error))
    return EXIT_SUCCESS;
  g_printerr ("%s\n", error->message);
  return EXIT_FAILURE;
}

static void
write_pages (const char *pages)
{
  NoticeWriter *writer = notice_writer_new (g_test_rand_int ());

  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *path = g_strdup_printf ("%s/%03u.txt", pages, i);
      g_autoptr(JkbIncident) incident = notice_writer_next (writer, i + 1, &text);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
    }
  notice_writer_free (writer);
}

static char *
dump (const char *casebook)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbStore) store = jkb_store_open (casebook, JKB_STORE_CREATE, NULL, &error);

  g_assert_no_error (error);
  casebook_assert_good (store);
  return casebook_dump (store);
}

/* Each case begins a line; the counts at the end differ. */
static void
assert_part_of (const char *part, const char *whole)
{
  g_auto(GStrv) lines = g_strsplit (part, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "sources ") && strstr (whole, lines[i]) == NULL)
      g_error ("not in the whole: %s", lines[i]);
}

static gint64
run_child (const char *pages, const char *casebook, gint64 kill_after_us)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) child = NULL;
  gint64 begun_us = g_get_monotonic_time ();

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_get_prgname (), "--import", pages, casebook, NULL);
  g_assert_no_error (error);
  if (kill_after_us >= 0)
    {
      g_usleep (kill_after_us);
      g_subprocess_force_exit (child);
    }
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  if (kill_after_us < 0)
    g_assert_true (g_subprocess_get_successful (child));
  return g_get_monotonic_time () - begun_us;
}

static void
test_kill (void)
{
  const char *times = g_getenv ("JIKENBO_TEST_KILLS");
  guint n_kills = times != NULL ? atoi (times) : 8, n_broken_off = 0;
  char *folder = casebook_folder ();
  g_autofree char *pages = g_build_filename (folder, "pages", NULL);
  g_autofree char *first_path = g_build_filename (folder, "first.sqlite3", NULL);
  g_autofree char *whole_path = g_build_filename (folder, "whole.sqlite3", NULL);
  g_autofree char *whole = NULL;
  gint64 duration_us;

  g_assert_cmpint (g_mkdir (pages, 0700), ==, 0);
  write_pages (pages);
  run_child (pages, first_path, -1);
  duration_us = run_child (pages, whole_path, -1);
  whole = dump (whole_path);
  for (guint i = 0; i < n_kills; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.sqlite3", folder, i);
      g_autofree char *after = NULL;
      g_autofree char *completed = NULL;

      run_child (pages, path, g_test_rand_int_range (0, duration_us));
      after = dump (path);
      assert_part_of (after, whole);
      n_broken_off += strcmp (after, whole) != 0;
      run_child (pages, path, -1);
      completed = dump (path);
      g_assert_cmpstr (completed, ==, whole);
    }
  g_test_message ("%u of %u imports were broken off", n_broken_off, n_kills);
  g_assert_cmpuint (n_broken_off, >, 0);
  casebook_remove (folder);
}

int
main (int argc, char **argv)
{
  g_set_prgname (argv[0]);
  if (argc == 4 && strcmp (argv[1], "--import") == 0)
    return be_child (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/kill", test_kill);
  return g_test_run ();
}
