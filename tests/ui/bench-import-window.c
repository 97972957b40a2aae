/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A folder of files comes into the real window: how many frames are missed and how long the main loop is held up
 * while they are read, compared and stored, beside the same window at rest before and after, and beside an empty window
 * while the same files are read: what that misses is taken by the threads that read, not by ours.
 *
 *     bench-import-window [N-FILES]
 *
 * Without a display it runs itself on a virtual one.
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "../util/notice-writer.h"
#include "jkb-ui-driver.h"
#include "import/jkb-import-draft.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-import-preview.h"
#include "ui/jkb-settings.h"

#define FRAME_US (G_USEC_PER_SEC / 60.0)
#define BEAT_MS 4
#define REST_S 4
#define JITTER_US 1500                  /* of the clock that frames are counted by */
#define OPENING_MS 300                  /* for the page to be made and drawn, as any window that is opened */

typedef struct
{
  gint64 begun_us, last_frame_us, last_beat_us, longest_us;
  gint64 last_work_us, longest_work_us; /* time on a processor, whatever else runs on the machine */
  guint n_frames, n_missed;
  guint n_late, n_very_late;            /* frames that came more than one, two frame times after the one before */
} Watch;

static Watch watch;
static char *folder;
static guint n_files = 5000;

static gboolean
on_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gint64 now_us = g_get_monotonic_time ();
  double passed_us = (double) (now_us - watch.last_frame_us);
  int n_passed = (int) lround (passed_us / FRAME_US);

  watch.n_frames++;
  watch.n_missed += (guint) MAX (0, n_passed - 1);
  watch.n_late += passed_us > FRAME_US + JITTER_US;
  watch.n_very_late += passed_us > 2 * FRAME_US + JITTER_US;
  watch.last_frame_us = now_us;
  return G_SOURCE_CONTINUE;
}

static gint64
get_work_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
on_beat_cb (gpointer data)
{
  gint64 now_us = g_get_monotonic_time ();
  gint64 work_us = get_work_us ();

  watch.longest_work_us = MAX (watch.longest_work_us, work_us - watch.last_work_us);
  watch.last_work_us = work_us;
  watch.longest_us = MAX (watch.longest_us, now_us - watch.last_beat_us - BEAT_MS * 1000);
  watch.last_beat_us = now_us;
  return G_SOURCE_CONTINUE;
}

static void
begin (void)
{
  watch = (Watch){ 0 };
  watch.begun_us = watch.last_frame_us = watch.last_beat_us = g_get_monotonic_time ();
  watch.last_work_us = get_work_us ();
}

static double
share (Watch ended)
{
  return (double) ended.n_missed / MAX (1, ended.n_frames + ended.n_missed);
}

static Watch
end (const char *what)
{
  Watch ended = watch;
  double n_shown = MAX (1, ended.n_frames);

  g_print ("%-10s %6.2f s  %5u frames  %5.1f %% missed  over 16.7 ms %5.1f %%, over 33.3 ms %5.1f %%"
           "  longest stall %6.1f ms, %6.1f ms of it at work\n",
           what, (double) (g_get_monotonic_time () - ended.begun_us) / G_USEC_PER_SEC, ended.n_frames,
           100 * share (ended), 100 * ended.n_late / n_shown, 100 * ended.n_very_late / n_shown,
           (double) ended.longest_us / 1000, (double) ended.longest_work_us / 1000);
  return ended;
}

static JkbImportPreview *
find_preview (void)
{
  return (JkbImportPreview *) driver_find_toplevel (JKB_TYPE_IMPORT_PREVIEW);
}

static void
rest (void)
{
  gint64 until_us = g_get_monotonic_time () + REST_S * G_TIME_SPAN_SECOND;

  while (g_get_monotonic_time () < until_us)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_told (JkbImportDraft *draft, guint first, const JkbImportProgress *progress, gpointer user_data)
{
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static Watch
measure_empty (JkbWindow *window)
{
  JkbCasebook *casebook = jkb_window_get_casebook (window);
  JkbImportDraft *draft = jkb_import_draft_new (jkb_casebook_get_store (casebook));
  JkbImportInputs *inputs = jkb_import_inputs_new ();
  GtkWidget *empty = gtk_window_new ();
  gboolean is_read = FALSE;
  Watch ended;

  jkb_import_inputs_add_path (inputs, folder);
  jkb_import_inputs_set_gives_way (inputs, TRUE);
  gtk_window_set_default_size (GTK_WINDOW (empty), 1080, 680);
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  gtk_window_present (GTK_WINDOW (empty));
  driver_settle (1000);
  gtk_widget_add_tick_callback (empty, on_frame_cb, NULL, NULL);
  begin ();
  jkb_import_draft_read_async (draft, jkb_casebook_get_extractor (casebook), inputs, on_told, NULL, NULL, on_read_cb,
                               &is_read);
  while (!is_read)
    g_main_context_iteration (NULL, TRUE);
  ended = end ("empty");
  gtk_window_destroy (GTK_WINDOW (empty));
  jkb_import_draft_unref (draft);
  gtk_window_present (GTK_WINDOW (window));
  driver_settle (1000);
  return ended;
}

static void
measure (JkbWindow *window, gpointer data)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder);
  Watch empty, before, reading, storing, after;

  driver_wait_ready (window);
  driver_settle (1000);
  g_timeout_add_full (G_PRIORITY_HIGH, BEAT_MS, on_beat_cb, NULL, NULL);
  empty = measure_empty (window);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), on_frame_cb, NULL, NULL);
  begin ();
  rest ();
  before = end ("at rest");

  begin ();
  jkb_window_import_files (window, &file, 1);
  driver_settle (OPENING_MS);
  end ("opening");

  begin ();
  while (find_preview () == NULL || !jkb_import_preview_is_ready (find_preview ()))
    g_main_context_iteration (NULL, TRUE);
  reading = end ("reading");

  begin ();
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (find_preview ())));
  while (find_preview () != NULL && gtk_widget_get_visible (GTK_WIDGET (find_preview ())))
    g_main_context_iteration (NULL, TRUE);
  driver_wait_selection (window);
  storing = end ("storing");

  begin ();
  rest ();
  after = end ("at rest");
  g_print ("%u cases\n", driver_count_cases (window));
  g_print ("missed while reading, beside an empty window: %+.1f points\n", 100 * (share (reading) - share (empty)));
  g_print ("missed while reading and storing, beside the rest: %+.1f and %+.1f points\n",
           100 * (share (reading) - (share (before) + share (after)) / 2),
           100 * (share (storing) - (share (before) + share (after)) / 2));
  g_print ("longest stall, reading and storing to rest: %.1f and %.1f\n",
           (double) reading.longest_us / MAX (1000, MAX (before.longest_us, after.longest_us)),
           (double) storing.longest_us / MAX (1000, MAX (before.longest_us, after.longest_us)));
}

static void
write_files (void)
{
  NoticeWriter *writer = notice_writer_new (1);

  folder = g_build_filename (g_get_user_data_dir (), "notices", NULL);
  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *name = g_strdup_printf ("%s/%05u.txt", folder, i);
      g_autoptr(JkbIncident) incident = notice_writer_next (writer, i + 1, &text);

      g_file_set_contents (name, text, -1, NULL);
    }
  notice_writer_free (writer);
}

static void
find_display (char **argv)
{
  const char *again[] = { "xvfb-run", "-a", "-s", "-screen 0 1600x1200x24", argv[0], argv[1], NULL };

  if (g_getenv ("DISPLAY") != NULL || g_getenv ("WAYLAND_DISPLAY") != NULL)
    return;
  execvp (again[0], (char **) again);
  g_printerr ("there is no display, and xvfb-run cannot be started\n");
  exit (1);
}

int
main (int argc, char **argv)
{
  g_autofree char *casebook = NULL;

  find_display (argv);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  driver_isolate ();
  setlocale (LC_ALL, "");
  jkb_labels_init ();
  if (argc > 1)
    n_files = (guint) atoi (argv[1]);
  if (jkb_settings_get () != NULL)
    g_settings_set_boolean (jkb_settings_get (), "import-preview", TRUE);
  write_files ();
  casebook = driver_new_casebook ();
  g_print ("%u files, %u processors\n", n_files, g_get_num_processors ());
  driver_run (casebook, NULL, measure, NULL);
  g_free (folder);
  return 0;
}
