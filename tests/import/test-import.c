/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../util/notice-writer.h"
#include "casebook.h"
#include "import/jkb-import-private.h"

typedef struct
{
  char *folder;
  char *pages;                          /* a folder inside */
  JkbStore *store;
  JkbExtractor *extractor;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  fixture->folder = casebook_folder ();
  fixture->pages = g_build_filename (fixture->folder, "pages", NULL);
  g_assert_cmpint (g_mkdir (fixture->pages, 0700), ==, 0);
  path = g_build_filename (fixture->folder, "casebook.sqlite3", NULL);
  fixture->store = jkb_store_open (path, JKB_STORE_CREATE, NULL, &error);
  g_assert_no_error (error);
  fixture->extractor = jkb_extractor_new (NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  casebook_assert_good (fixture->store);
  g_clear_object (&fixture->store);
  jkb_extractor_free (fixture->extractor);
  g_free (fixture->pages);
  casebook_remove (fixture->folder);
}

static char *
make_page (Fixture *fixture, const char *name, const char *contents, gssize n_bytes)
{
  char *path = g_build_filename (fixture->pages, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, n_bytes, NULL));
  return path;
}

/* Notices by chance; the same @seed gives the same ones. */
static void
write_notices (Fixture *fixture, guint32 seed, guint n)
{
  NoticeWriter *writer = notice_writer_new (seed);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *name = g_strdup_printf ("%03u.txt", i);
      g_autoptr(JkbIncident) incident = notice_writer_next (writer, i + 1, &text);

      g_free (make_page (fixture, name, text, -1));
    }
  notice_writer_free (writer);
}

static JkbImportReport *
import (Fixture *fixture, const char *path)
{
  g_autoptr(JkbImportInputs) inputs = jkb_import_inputs_new ();
  g_autoptr(GError) error = NULL;
  JkbImportReport *report = NULL;

  jkb_import_inputs_add_path (inputs, path);
  jkb_import_run (fixture->store, fixture->extractor, inputs, NULL, NULL, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

static guint
count_changes (const JkbImportReport *report)
{
  return report->n_outcomes[JKB_OUTCOME_NEW];
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbImportReport) first = NULL;
  g_autoptr(JkbImportReport) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  write_notices (fixture, 1, 20);
  first = import (fixture, fixture->pages);
  g_assert_cmpuint (first->entries->len, ==, 20);
  g_assert_cmpuint (first->n_failed, ==, 0);
  g_assert_cmpuint (count_changes (first), >, 0);
  for (guint i = 0; i < first->entries->len; i++)
    {
      const JkbImportEntry *entry = g_ptr_array_index (first->entries, i);
      g_autofree char *name = g_strdup_printf ("%s/%03u.txt", fixture->pages, i);

      g_assert_cmpstr (entry->name, ==, name);
      g_assert_cmpuint (entry->items->len, >, 0);
    }
  before = casebook_dump (fixture->store);
  second = import (fixture, fixture->pages);
  after = casebook_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_changes (second), ==, 0);
}

static void
assert_failure (const JkbImportEntry *entry, const char *name, GQuark domain, int code)
{
  g_autofree char *line = NULL;

  g_assert_error (entry->error, domain, code);
  g_assert_cmpuint (entry->items->len, ==, 0);
  line = jkb_import_report_failure (entry);
  g_assert_true (g_str_has_suffix (line, entry->error->message));
  g_assert_cmpuint (strlen (line), ==, strlen (entry->name) + 2 + strlen (entry->error->message));
  g_assert_true (g_str_has_suffix (entry->name, name));
  g_assert_null (strchr (line, '\n'));
}

/* Whatever lies among the notices is a line each and stops nothing. */
static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\2\0\0\0";
  g_autofree char *empty = make_page (fixture, "a-empty", "", 0);
  g_autofree char *gone = g_build_filename (fixture->pages, "b-gone", NULL);
  g_autofree char *image = make_page (fixture, "c.png", png, sizeof png);
  g_autofree char *odd = make_page (fixture, "d\nodd\xff", "", 0);
  g_autofree char *large = make_page (fixture, "e-zeros", "", 0);
  g_autofree char *pipe_path = g_build_filename (fixture->pages, "f-pipe", NULL);
  g_autoptr(JkbImportReport) report = NULL;

  write_notices (fixture, 2, 1);
  g_assert_cmpint (symlink ("nowhere", gone), ==, 0);
  g_assert_cmpint (truncate (large, 200 * 1024 * 1024), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  report = import (fixture, fixture->pages);
  g_assert_cmpuint (report->entries->len, ==, 6);
  g_assert_cmpuint (report->n_failed, ==, 5);
  assert_failure (report->entries->pdata[1], "a-empty", JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_EMPTY);
  assert_failure (report->entries->pdata[2], "b-gone", G_FILE_ERROR, G_FILE_ERROR_NOENT);
  assert_failure (report->entries->pdata[3], "c.png", JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_UNSUPPORTED);
  assert_failure (report->entries->pdata[4], "odd\xef\xbf\xbd", JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_EMPTY);
  assert_failure (report->entries->pdata[5], "e-zeros", JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_TOO_LARGE);
}

/* Each member of an archive is reported and stored under a name of its own. */
static void
test_archive (Fixture *fixture, gconstpointer data)
{
  static const char tar_head[] = "inner.txt";
  static const char text[] = "春の献立\n\n月曜日 カレー\n";
  char tar[4 * 512] = { 0 };
  guint sum = 8 * ' ';
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autoptr(JkbImportReport) report = NULL;
  const JkbImportEntry *entry;

  memcpy (tar, tar_head, sizeof tar_head);
  g_snprintf (tar + 100, 8, "%07o", 0644);
  g_snprintf (tar + 124, 12, "%011o", (guint) strlen (text));
  tar[156] = '0';
  memcpy (tar + 257, "ustar\00000", 8);
  for (guint i = 0; i < 512; i++)
    sum += (guint8) tar[i];
  g_snprintf (tar + 148, 8, "%06o", sum);
  memcpy (tar + 512, text, strlen (text));
  path = make_page (fixture, "notices.tar", tar, sizeof tar);
  name = g_strconcat (path, "/inner.txt", NULL);
  report = import (fixture, path);
  g_assert_cmpuint (report->entries->len, ==, 1);
  entry = g_ptr_array_index (report->entries, 0);
  g_assert_no_error (entry->error);
  g_assert_cmpstr (entry->name, ==, name);
  g_assert_cmpuint (entry->items->len, ==, 1);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nothing here", NULL);
  g_autoptr(JkbImportReport) report = import (fixture, path);

  g_assert_cmpuint (report->entries->len, ==, 1);
  assert_failure (report->entries->pdata[0], "nothing here", G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static char *
walk (const char *path, const char *base)
{
  g_autoptr(JkbImportInputs) inputs = jkb_import_inputs_new ();
  g_autoptr(JkbImportWalk) steps = NULL;
  g_autoptr(GString) names = g_string_new (NULL);
  JkbImportLeaf *leaf;

  jkb_import_inputs_add_path (inputs, path);
  jkb_import_inputs_add_path (inputs, path);
  steps = jkb_import_walk_new (inputs);
  while ((leaf = jkb_import_walk_next (steps)) != NULL)
    {
      g_string_append_printf (names, "%s%s;", leaf->name + strlen (base), leaf->error != NULL ? "!" : "");
      jkb_import_leaf_free (leaf);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Sorted, nothing hidden, no way in circles, no folder twice. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  static const char *const folders[] = { "b", "b/c", "b/.hidden", "empty" };
  static const char *const files[] = { "z", "a", "b/2", "b/10", "b/c/x", "b/.hidden/y", ".dot" };
  g_autofree char *circle = g_build_filename (fixture->pages, "b", "c", "up", NULL);
  g_autofree char *names = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (fixture->pages, folders[i], NULL);

      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (make_page (fixture, files[i], "x", 1));
  g_assert_cmpint (symlink ("../..", circle), ==, 0);
  names = walk (fixture->pages, fixture->pages);
  g_assert_cmpstr (names, ==, "/a;/b/10;/b/2;/b/c/x;/z;");
}

static void
test_unreadable_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *closed = g_build_filename (fixture->pages, "closed", NULL);
  g_autofree char *before = g_get_current_dir ();
  g_autofree char *names = NULL;
  uid_t user = geteuid ();

  g_free (make_page (fixture, "z", "x", 1));
  g_assert_cmpint (g_mkdir (closed, 0700), ==, 0);
  g_assert_cmpint (g_chmod (closed, 0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->pages, 0755), ==, 0);
  /* From within: newer GLib puts temporary folders into one that is closed to anybody else. */
  g_assert_cmpint (g_chdir (fixture->pages), ==, 0);
  /* Permissions do not stop root, so the walk is somebody else's. */
  if (user == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  names = walk (".", ".");
  g_assert_cmpint (seteuid (user), ==, 0);
  g_assert_cmpint (g_chdir (before), ==, 0);
  g_assert_cmpint (g_chmod (closed, 0700), ==, 0);
  g_assert_cmpstr (names, ==, "/closed!;/z;");
}

static void
test_stdin (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr(JkbImportReport) report = NULL;
  int kept = dup (STDIN_FILENO), fd;

  write_notices (fixture, 3, 1);
  path = g_build_filename (fixture->pages, "000.txt", NULL);
  fd = open (path, O_RDONLY);
  g_assert_cmpint (dup2 (fd, STDIN_FILENO), ==, STDIN_FILENO);
  close (fd);
  report = import (fixture, "-");
  g_assert_cmpint (dup2 (kept, STDIN_FILENO), ==, STDIN_FILENO);
  close (kept);
  g_assert_cmpuint (report->entries->len, ==, 1);
  g_assert_cmpstr (((JkbImportEntry *) report->entries->pdata[0])->name, ==, "-");
  g_assert_cmpuint (report->n_failed, ==, 0);
}

static void
test_paste_and_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbImportInputs) inputs = jkb_import_inputs_new ();
  g_autoptr(JkbImportReport) report = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFile) resource = g_file_new_for_uri ("resource:///nothing");
  g_autoptr(GError) error = NULL;
  gsize n_bytes;

  write_notices (fixture, 4, 1);
  path = g_build_filename (fixture->pages, "000.txt", NULL);
  g_assert_true (g_file_get_contents (path, &text, &n_bytes, NULL));
  bytes = g_bytes_new (text, n_bytes);
  file = g_file_new_for_path (path);
  jkb_import_inputs_add_bytes (inputs, "clipboard", bytes);
  jkb_import_inputs_add_file (inputs, file);
  jkb_import_inputs_add_file (inputs, resource);
  jkb_import_run (fixture->store, fixture->extractor, inputs, NULL, NULL, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->entries->len, ==, 3);
  g_assert_cmpstr (((JkbImportEntry *) report->entries->pdata[0])->name, ==, "clipboard");
  for (guint i = 0; i < ((JkbImportEntry *) report->entries->pdata[1])->items->len; i++)
    {
      const JkbImportItem *item = ((JkbImportEntry *) report->entries->pdata[1])->items->pdata[i];

      g_assert_true (item->outcome == JKB_OUTCOME_KNOWN || item->outcome == JKB_OUTCOME_SET_ASIDE);
    }
  assert_failure (report->entries->pdata[2], "nothing", G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
on_progress_stop_cb (const JkbImportProgress *progress, gpointer user_data)
{
  g_assert_cmpuint (progress->n_done, <=, progress->n_found);
  g_assert_nonnull (progress->name);
  g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbImportInputs) inputs = jkb_import_inputs_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(JkbImportReport) report = NULL;
  g_autoptr(JkbImportReport) rest = NULL;
  g_autoptr(GError) error = NULL;

  write_notices (fixture, 5, 30);
  jkb_import_inputs_add_path (inputs, fixture->pages);
  g_cancellable_cancel (cancellable);
  g_assert_false (jkb_import_run (fixture->store, fixture->extractor, inputs, on_progress_stop_cb, cancellable,
                                  &report, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (report->entries->len, ==, 0);
  casebook_assert_good (fixture->store);
  rest = import (fixture, fixture->pages);
  g_assert_cmpuint (rest->entries->len, ==, 30);
}

static void
test_closed_store (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbImportInputs) inputs = jkb_import_inputs_new ();
  g_autoptr(JkbImportReport) report = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "casebook.sqlite3", NULL);
  g_autoptr(GError) error = NULL;

  write_notices (fixture, 6, 3);
  jkb_import_inputs_add_path (inputs, fixture->pages);
  jkb_store_close (fixture->store);
  g_assert_false (jkb_import_run (fixture->store, fixture->extractor, inputs, NULL, NULL, &report, NULL, &error));
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_CLOSED);
  g_assert_cmpuint (report->entries->len, ==, 0);
  g_object_unref (fixture->store);
  fixture->store = jkb_store_open (path, JKB_STORE_NONE, NULL, NULL);
}

static void
on_progress_cb (const JkbImportProgress *progress, gpointer user_data)
{
  JkbImportProgress *last = user_data;

  g_assert_true (g_main_context_is_owner (NULL));
  g_assert_cmpuint (progress->n_done, >=, last->n_done);
  *last = *progress;
}

static void
on_imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  JkbImportInputs *inputs = jkb_import_inputs_new ();
  JkbImportProgress last = { 0 };
  g_autoptr(JkbImportReport) report = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GError) error = NULL;

  write_notices (fixture, 7, 10);
  jkb_import_inputs_add_path (inputs, fixture->pages);
  jkb_import_run_async (fixture->store, fixture->extractor, inputs, on_progress_cb, &last, NULL, on_imported_cb,
                        &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (jkb_import_run_finish (result, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (last.n_done, ==, 10);
  g_assert_cmpuint (report->entries->len, ==, 10);
  g_assert_true (jkb_store_undo_batch (fixture->store, report->batch, NULL, &error));
  left = jkb_store_load_incidents (fixture->store, NULL, 0, NULL, &error);
  g_assert_cmpuint (left->len, ==, 0);
}

/* ---- order does not matter ---- */

static void
shuffle (guint *order, guint n)
{
  for (guint i = n - 1; i > 0; i--)
    {
      guint j = g_test_rand_int_range (0, i + 1), kept = order[i];

      order[i] = order[j];
      order[j] = kept;
    }
}

static char *
import_in_order (Fixture *fixture, const guint *order, guint n)
{
  g_autofree char *path = g_strdup_printf ("%s/order-%u.sqlite3", fixture->folder, g_test_rand_int ());
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(JkbImportInputs) inputs = jkb_import_inputs_new ();
      g_autofree char *page = g_strdup_printf ("%s/%03u.txt", fixture->pages, order[i]);
      g_autoptr(JkbImportReport) report = NULL;

      jkb_import_inputs_add_path (inputs, page);
      g_assert_true (jkb_import_run (store, fixture->extractor, inputs, NULL, NULL, &report, NULL, NULL));
    }
  casebook_assert_good (store);
  return casebook_dump (store);
}

static void
test_any_order (Fixture *fixture, gconstpointer data)
{
  enum { N = 14 };
  guint order[2 * N];
  g_autofree char *expected = NULL;

  write_notices (fixture, g_test_rand_int (), N);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    order[i] = i % N;
  expected = import_in_order (fixture, order, N);
  for (guint round = 0; round < 5; round++)
    {
      g_autofree char *got = NULL;

      shuffle (order, G_N_ELEMENTS (order));
      got = import_in_order (fixture, order, G_N_ELEMENTS (order));
      g_assert_cmpstr (got, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/import/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("folder", test_folder);
  ADD ("bad-files", test_bad_files);
  ADD ("archive", test_archive);
  ADD ("missing", test_missing);
  ADD ("walk", test_walk);
  ADD ("unreadable-folder", test_unreadable_folder);
  ADD ("stdin", test_stdin);
  ADD ("paste-and-file", test_paste_and_file);
  ADD ("cancel", test_cancel);
  ADD ("closed-store", test_closed_store);
  ADD ("async", test_async);
  ADD ("any-order", test_any_order);
  return g_test_run ();
}
