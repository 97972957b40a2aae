/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-import [PAGES]: from HTML files to cases that can be searched, on two processors and on one, in turn with
 * the naive stack of naive-import.h, once with five expressions, once with one for each value of each field; then what it costs to read pages, to store what was read, and to get cases
 * and texts out again.
 */
#include <dirent.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

#include "casebook.h"
#include "import/jkb-import.h"
#include "naive-import.h"
#include "notice-writer.h"
#include "stopwatch.h"
#include "summary/jkb-case-loader-index.h"
#include "summary/jkb-case-loader.h"

#define RUNS 3

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

/* ---- beside the naive stack ---- */

/* All threads of the program, those that wait for work too. */
static void
use_processors (guint n)
{
  DIR *tasks = opendir ("/proc/self/task");
  struct dirent *task;
  cpu_set_t set;

  CPU_ZERO (&set);
  for (guint i = 0; i < n; i++)
    CPU_SET (i, &set);
  while (tasks != NULL && (task = readdir (tasks)) != NULL)
    if (g_ascii_isdigit (*task->d_name) && sched_setaffinity (atoi (task->d_name), sizeof set, &set) != 0)
      g_warning ("processors cannot be chosen");
  if (tasks != NULL)
    closedir (tasks);
}

/* Until the casebook has everything that a search needs. */
static Spent
import_whole (const char *folder, const JkbExtractor *extractor, const char *pages, JkbFold *fold, guint n_processors)
{
  g_autofree char *path = g_build_filename (folder, "whole.sqlite3", NULL);
  g_autoptr(JkbImportInputs) inputs = jkb_import_inputs_new ();
  g_autoptr(JkbImportReport) report = NULL;
  g_autoptr(JkbCaseIndex) index = NULL;
  g_autoptr(JkbCases) cases = NULL;
  JkbStore *store;
  Spent begin, spent;

  use_processors (n_processors);
  begin = spent_now ();
  store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  jkb_import_inputs_add_path (inputs, pages);
  g_assert_true (jkb_import_run (store, extractor, inputs, NULL, NULL, &report, NULL, NULL));
  index = jkb_case_loader_load (store, fold, NULL, NULL);
  cases = jkb_case_index_snapshot (index);
  g_assert_true (jkb_case_loader_keep_index (store, cases, NULL, NULL));
  spent = spent_since (begin);
  use_processors (2);
  jkb_store_close (store);
  g_object_unref (store);
  g_unlink (path);
  return spent;
}

static Spent
import_naively (const NaiveRule *rules, const char *folder, const char *pages, guint n, guint *n_facts)
{
  g_autofree char *path = g_build_filename (folder, "naive.sqlite3", NULL);
  Spent begin = spent_now (), spent;

  *n_facts = naive_import (rules, pages, n, path);
  spent = spent_since (begin);
  g_assert_cmpuint (*n_facts, >, n);
  g_unlink (path);
  return spent;
}

static Spent
get_median (Spent *runs)
{
  double wall[RUNS], cpu[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      wall[i] = runs[i].wall_ms;
      cpu[i] = runs[i].cpu_ms;
    }
  return (Spent){ stopwatch_median (wall, RUNS), stopwatch_median (cpu, RUNS) };
}

enum
{
  ON_TWO, ON_ONE, FIVE, EVERY, N_STACKS
};

static void
tell_naive (const char *name, const NaiveRule *rules, guint n_facts, guint n)
{
  guint n_rules = 0;

  while (rules[n_rules].field != NULL)
    n_rules++;
  g_print ("%s: libxml2, g_utf8_normalize (), GRegex (%u expressions), FTS5 trigram; %.1f facts a notice\n", name, n_rules,
           (double) n_facts / n);
}

static void
tell_ratio (const char *name, const Spent *medians, guint naive)
{
  g_print ("%s: one processor %.2f times (by its time %.2f), two %.2f times\n", name,
           medians[naive].wall_ms / medians[ON_ONE].wall_ms, medians[naive].cpu_ms / medians[ON_ONE].cpu_ms,
           medians[naive].wall_ms / medians[ON_TWO].wall_ms);
  goal_print (name, medians[ON_ONE].wall_ms / medians[naive].wall_ms, medians[ON_ONE].cpu_ms / medians[naive].cpu_ms,
              1 / 3.);
}

static void
compare (const char *folder, const JkbExtractor *extractor, const char *pages, guint n)
{
  static const char *const names[] = { "on two processors", "on one", "naive, 5", "naive, every field" };
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, NULL);
  Spent runs[N_STACKS][RUNS], medians[N_STACKS];
  guint n_five, n_every;

  for (guint run = 0; run < RUNS; run++)
    {
      runs[ON_TWO][run] = import_whole (folder, extractor, pages, fold, 2);
      runs[FIVE][run] = import_naively (naive_five, folder, pages, n, &n_five);
      runs[ON_ONE][run] = import_whole (folder, extractor, pages, fold, 1);
      runs[EVERY][run] = import_naively (naive_every, folder, pages, n, &n_every);
    }
  tell_naive (names[FIVE], naive_five, n_five, n);
  tell_naive (names[EVERY], naive_every, n_every, n);
  for (guint i = 0; i < N_STACKS; i++)
    {
      medians[i] = get_median (runs[i]);
      g_print ("files to searchable cases, %-18s %7.0f a second; by the time of the processor %7.0f\n", names[i],
               n * 1e3 / medians[i].wall_ms, n * 1e3 / medians[i].cpu_ms);
    }
  /* What two threads save is nothing that the time of the processor tells. */
  g_print ("two processors: %.2f times one, goal 1.15\n", medians[ON_ONE].wall_ms / medians[ON_TWO].wall_ms);
  tell_ratio ("beside the naive stack with five expressions", medians, FIVE);
  tell_ratio ("beside the naive stack with every field", medians, EVERY);
}

/* ---- cases without notices ---- */

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
  compare (folder, extractor, pages, n);
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
