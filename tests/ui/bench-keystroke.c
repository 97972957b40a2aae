/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-keystroke [FOLDER] [CASES…]: the real window with casebooks of that many cases (10 000, 100 000 and
 * 1 000 000), a process for each: from the start of the program to the painted rows, and from a key pressed in
 * the search entry to the painted rows, as multiples of what a frame of an empty window takes. Casebooks are
 * written first, with their texts and the index of these; in FOLDER they stay and are found again. Keys come
 * through the XTEST extension of the display. Needs an X display and libXtst.
 */
#include <X11/Xlib.h>
#include <X11/keysym.h>
#include <dlfcn.h>
#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "casebook.h"
#include "frame-watch.h"
#include "jkb-ui-driver.h"
#include "large-casebook.h"
#include "labels/jkb-labels.h"
#include "stopwatch.h"
#include "summary/jkb-case-loader-index.h"
#include "summary/jkb-case-loader.h"

#define BEGUN "JIKENBO_BENCH_BEGUN_US"
#define START_FILE "JIKENBO_BENCH_START"
/* What a start may take, of that with the smallest casebook. */
#define START_GOAL 3
#define RUNS 3
#define N_EMPTY 15
#define IDLE_MS 1500
/* The cursor that blinks takes a few per cent. */
#define IDLE_SHARE 0.15

/* Typed letter by letter. */
static const char *const words[] = { "usb", "vpn", "bcc" };

typedef int (*FakeKey) (Display *display, unsigned keycode, int is_press, unsigned long delay);

static FakeKey fake_key;

typedef struct
{
  JkbWindow *window;
  JkbScope *scope;
  FrameWatch *watch;
  char *typed;                          /* what the entry is going to hold */
} Bench;

/* ---- the empty window ---- */

static FrameCost
get_median (FrameCost *costs, guint n)
{
  double wall[64], cpu[64];

  for (guint i = 0; i < n; i++)
    {
      wall[i] = costs[i].wall_ms;
      cpu[i] = costs[i].cpu_ms;
    }
  return (FrameCost){ stopwatch_median (wall, n), stopwatch_median (cpu, n) };
}

static FrameCost
measure_empty (void)
{
  GtkWidget *window = gtk_window_new ();
  FrameCost costs[N_EMPTY];
  FrameWatch *watch;

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
  driver_wait_until (gtk_widget_get_mapped (window));
  watch = frame_watch_new (window);
  for (guint i = 0; i < N_EMPTY; i++)
    {
      frame_watch_begin (watch);
      gtk_widget_queue_draw (window);
      frame_watch_note (watch);
      costs[i] = frame_watch_end (watch);
    }
  frame_watch_free (watch);
  gtk_window_destroy (GTK_WINDOW (window));
  return get_median (costs, N_EMPTY);
}

/* ---- keys ---- */

static void
press (Bench *bench, KeySym sym)
{
  Display *display = gdk_x11_display_get_xdisplay (gtk_widget_get_display (GTK_WIDGET (bench->window)));
  unsigned keycode = XKeysymToKeycode (display, sym);

  fake_key (display, keycode, True, 0);
  fake_key (display, keycode, False, 0);
  XFlush (display);
}

static gboolean
is_answered (Bench *bench)
{
  JkbSelection *rows = jkb_scope_get_rows (bench->scope);

  return rows != NULL && g_strcmp0 (jkb_selection_get_filter (rows)->words, bench->typed) == 0;
}

static void
on_rows_changed_cb (JkbScope *scope, Bench *bench)
{
  if (is_answered (bench))
    frame_watch_note (bench->watch);
}

static void
take_focus (Bench *bench)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (bench->window));

  XSetInputFocus (gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface)),
                  gdk_x11_surface_get_xid (surface), RevertToParent, CurrentTime);
  driver_activate (bench->window, "win.search");
  driver_wait_until (gtk_window_is_active (GTK_WINDOW (bench->window)));
}

static void
clear_words (Bench *bench)
{
  g_clear_pointer (&bench->typed, g_free);
  jkb_scope_set_words (bench->scope, NULL);
  driver_wait_selection (bench->window);
}

static void
measure_keys (Bench *bench, FrameCost empty, const char *when)
{
  FrameCost costs[G_N_ELEMENTS (words) * RUNS * 4];
  FrameCost median, worst = { 0, 0 };
  guint n = 0;

  for (guint run = 0; run < RUNS; run++)
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++, clear_words (bench))
      for (gsize letter = 1; letter <= strlen (words[i]); letter++)
        {
          frame_watch_begin (bench->watch);
          g_free (bench->typed);
          bench->typed = g_strndup (words[i], letter);
          press (bench, (KeySym) words[i][letter - 1]);
          costs[n] = frame_watch_end (bench->watch);
          worst = costs[n].cpu_ms > worst.cpu_ms ? costs[n] : worst;
          n++;
        }
  median = get_median (costs, n);
  g_print ("  key to painted rows, %-22s %8.1f ms (processor %7.1f) = %5.1f frames of an empty window (%.1f); at worst"
           " %.1f ms (%.1f)\n", when, median.wall_ms, median.cpu_ms, median.wall_ms / empty.wall_ms,
           median.cpu_ms / empty.cpu_ms, worst.wall_ms, worst.cpu_ms);
}

/* ---- one casebook ---- */

static void
wait_idle (void)
{
  double cpu, begin;

  do
    {
      cpu = (double) clock () / CLOCKS_PER_SEC;
      begin = stopwatch_ms ();
      driver_settle (IDLE_MS);
    }
  while ((double) clock () / CLOCKS_PER_SEC - cpu > IDLE_SHARE * (stopwatch_ms () - begin) / 1e3);
}

static FrameCost
tell_since_start (const char *what)
{
  double begun = (double) g_ascii_strtoll (g_getenv (BEGUN), NULL, 10) / 1e3;
  FrameCost cost = { stopwatch_ms () - begun, stopwatch_process_ms () };

  g_print ("  start to %-44s %8.0f ms (processor %7.0f)\n", what, cost.wall_ms, cost.cpu_ms);
  return cost;
}

/* For the parent, which compares. */
static void
note_start (FrameCost cost)
{
  g_autofree char *text = g_strdup_printf ("%.3f %.3f", cost.wall_ms, cost.cpu_ms);

  g_assert_true (g_file_set_contents (g_getenv (START_FILE), text, -1, NULL));
}

static void
measure_window (JkbWindow *window, gpointer data)
{
  Bench bench = { window, jkb_window_get_scope (window), NULL, NULL };
  FrameCost empty;

  driver_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  bench.watch = frame_watch_new (GTK_WIDGET (window));
  driver_wait_until (jkb_scope_get_rows (bench.scope) != NULL);
  frame_watch_note (bench.watch);
  gtk_widget_queue_draw (GTK_WIDGET (window));
  frame_watch_end (bench.watch);
  note_start (tell_since_start ("the first rows, painted"));
  while (jkb_casebook_get_state (jkb_window_get_casebook (window)) != JKB_CASEBOOK_READY
         || !jkb_scope_is_settled (bench.scope))
    g_main_context_iteration (NULL, TRUE);
  tell_since_start ("all rows and counts");
  empty = measure_empty ();
  g_signal_connect (bench.scope, "rows-changed", G_CALLBACK (on_rows_changed_cb), &bench);
  take_focus (&bench);
  measure_keys (&bench, empty, "texts being read");
  wait_idle ();
  measure_keys (&bench, empty, "all at rest");
  g_signal_handlers_disconnect_by_data (bench.scope, &bench);
  frame_watch_free (bench.watch);
}

static int
run_child (const char *path)
{
  void *library = dlopen ("libXtst.so.6", RTLD_NOW);

  if (library != NULL)
    fake_key = (FakeKey) (gsize) dlsym (library, "XTestFakeKeyEvent");
  if (fake_key == NULL)
    {
      g_printerr ("libXtst is not here: no keys can be pressed\n");
      return 1;
    }
  driver_isolate ();
  driver_run (path, NULL, measure_window, NULL);
  return 0;
}

/* ---- all of them ---- */

static void
write_with_index (const char *path, gint64 n_cases)
{
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, NULL);
  g_autoptr(JkbStore) store = NULL;
  g_autoptr(JkbCaseIndex) index = NULL;
  g_autoptr(JkbCases) cases = NULL;

  large_casebook_write (path, n_cases, TRUE);
  store = jkb_store_open (path, JKB_STORE_NONE, NULL, NULL);
  index = jkb_case_loader_load (store, fold, NULL, NULL);
  cases = jkb_case_index_snapshot (index);
  if (!jkb_case_loader_keep_index (store, cases, NULL, NULL))
    g_error ("%s: the index cannot be kept", path);
  jkb_store_close (store);
}

/* @smallest: (inout): the first start that is told */
static void
compare_start (const char *path, FrameCost *smallest)
{
  g_autofree char *text = NULL;
  char *rest;
  FrameCost cost;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  cost.wall_ms = g_ascii_strtod (text, &rest);
  cost.cpu_ms = g_ascii_strtod (rest, NULL);
  if (smallest->wall_ms <= 0)
    *smallest = cost;
  else
    goal_print ("  start to the first rows, of that with the first casebook", cost.wall_ms / smallest->wall_ms,
                cost.cpu_ms / smallest->cpu_ms, START_GOAL);
  g_unlink (path);
}

static void
measure_size (const char *program, const char *folder, gint64 n_cases, FrameCost *smallest)
{
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT ".sqlite3", n_cases);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *start_path = g_build_filename (folder, "start", NULL);
  g_autofree char *begun = NULL;
  char *arguments[] = { (char *) program, (char *) "--child", path, NULL };
  g_auto(GStrv) variables = g_get_environ ();
  g_autoptr(GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    write_with_index (path, n_cases);
  g_print ("%" G_GINT64_FORMAT " cases\n", n_cases);
  begun = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  variables = g_environ_setenv (g_steal_pointer (&variables), BEGUN, begun, TRUE);
  variables = g_environ_setenv (g_steal_pointer (&variables), START_FILE, start_path, TRUE);
  if (!g_spawn_sync (NULL, arguments, variables, G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  compare_start (start_path, smallest);
}

int
main (int argc, char **argv)
{
  const char *folder = argc > 1 && !g_ascii_isdigit (*argv[1]) ? argv[1] : NULL;
  int first = folder != NULL ? 2 : 1;
  FrameCost smallest = { 0, 0 };
  char *own;

  setlocale (LC_ALL, "");
  if (argc == 3 && strcmp (argv[1], "--child") == 0)
    {
      jkb_labels_init ();
      return run_child (argv[2]);
    }
  own = folder == NULL ? casebook_folder () : NULL;
  for (int i = first; i < argc; i++)
    measure_size (argv[0], folder != NULL ? folder : own, MAX (g_ascii_strtoll (argv[i], NULL, 10), 1000),
                  &smallest);
  for (gint64 n_cases = 10000; first >= argc && n_cases <= 1000000; n_cases *= 10)
    measure_size (argv[0], folder != NULL ? folder : own, n_cases, &smallest);
  if (own != NULL)
    casebook_remove (own);
  return 0;
}
