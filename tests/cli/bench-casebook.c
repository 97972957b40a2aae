/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-casebook [CASES [FOLDER]]: what the program takes for a casebook of that size: writes notices
 * (half of them text, half HTML) into a folder, imports them, then lists, searches, counts and
 * checks. Prints seconds and the most memory.
 */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "notice-writer.h"
#include "stopwatch.h"

#define FILES_PER_FOLDER 1000

static gsize
write_notice (const char *folder, gint64 id, const char *text)
{
  gboolean is_html = id % 2 == 0;
  g_autofree char *part = g_strdup_printf ("%04" G_GINT64_FORMAT, id / FILES_PER_FOLDER);
  g_autofree char *name
      = g_strdup_printf ("%07" G_GINT64_FORMAT ".%s", id, is_html ? "html" : "txt");
  g_autofree char *directory = g_build_filename (folder, part, NULL);
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autofree char *contents = is_html ? notice_writer_html (text) : g_strdup (text);
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (directory, 0700);
  if (!g_file_set_contents_full (path, contents, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error))
    g_error ("%s", error->message);
  return strlen (contents);
}

static void
write_notices (const char *folder, gint64 n_cases)
{
  NoticeWriter *writer = notice_writer_new (7);
  gsize n_bytes = 0;

  for (gint64 id = 1; id <= n_cases; id++)
    {
      g_autofree char *text = NULL;
      g_autoptr(JkbIncident) incident = notice_writer_next (writer, id, &text);

      n_bytes += write_notice (folder, id, text);
    }
  notice_writer_free (writer);
  g_print ("%" G_GINT64_FORMAT " files, %.1f MB\n", n_cases, (double) n_bytes / 1e6);
}

/* Runs the program once, its output thrown away. */
static void
measure (const char *casebook, const char *const *words)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *line = g_strjoinv (" ", (char **) words);
  double begin = stopwatch_ms ();
  struct rusage usage;
  GPid pid;
  int status;

  g_ptr_array_add (arguments, (gpointer) g_getenv ("JIKENBO_CLI"));
  g_ptr_array_add (arguments, (gpointer) "--casebook");
  g_ptr_array_add (arguments, (gpointer) casebook);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (arguments, (gpointer) words[i]);
  g_ptr_array_add (arguments, NULL);
  if (!g_spawn_async (NULL, (char **) arguments->pdata, NULL,
                      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, &pid,
                      &error))
    g_error ("%s", error->message);
  if (wait4 (pid, &status, 0, &usage) != pid || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("%s: failed", line);
  g_print ("%8.2f s  %6ld MB  %s\n", (stopwatch_ms () - begin) / 1e3,
           usage.ru_maxrss / 1024, line);
}

static gint64
get_size (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64) info.st_size : 0;
}

int
main (int argc, char **argv)
{
  gint64 n_cases = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 10000;
  g_autofree char *folder
      = argc > 2 ? g_strdup (argv[2]) : g_dir_make_tmp ("jikenbo-bench-XXXXXX", NULL);
  g_autofree char *notices = g_build_filename (folder, "notices", NULL);
  g_autofree char *casebook = g_build_filename (folder, "casebook.sqlite3", NULL);
  const char *const commands[][6] = {
    { "import", "--no-bundled", notices },
    { "list", "--limit=100" },
    { "list", "--limit=100", "--sort=organisation" },
    { "search", "--limit=100", "紛失" },
    { "search", "--limit=100", "ランサムウェア" },
    { "search", "--limit=100", "個人情報 -メール people:>1000" },
    { "show", "1" },
    { "stats" },
    { "chart", "causes" },
    { "export" },
    { "check" },
  };

  setlocale (LC_ALL, "");
  if (g_getenv ("JIKENBO_CLI") == NULL)
    g_setenv ("JIKENBO_CLI", JIKENBO_CLI, TRUE);
  if (!g_file_test (notices, G_FILE_TEST_EXISTS))
    write_notices (notices, MAX (n_cases, 1));
  g_unlink (casebook);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    measure (casebook, commands[i]);
  g_print ("casebook %.1f MB; the files stay in %s\n", (double) get_size (casebook) / 1e6, folder);
  return 0;
}
