/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-clicks [CASES]: from a choice in a chart to the frame in which all charts, the facets and the
 * table show it, in the real window; and how long the thread that draws is busy with it. The cases are
 * the bundled ones, many times over. Without CASES: 100 000, then 1 000 000. Needs a display.
 */
#include <sqlite3.h>
#include <stdlib.h>

#include "jkb-ui-driver.h"
#include "stopwatch.h"

#define RUNS 15
#define N_BUNDLED 359

static guint n_cases;

/* ---- a casebook of many cases ---- */

static void
nothing (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
}

static void
fill (const char *path)
{
  static const char sql[]
      = "PRAGMA synchronous = OFF;"
        "WITH RECURSIVE copy (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < %u) "
        "INSERT INTO incident (key, title, organisation, organisation_en, contractor, sector, country, type,"
        " types, circumstances, cause, people, people_qualifier, records, records_qualifier, status,"
        " data_items, occurred_from, occurred_to, discovered, announced, encrypted, source_uri,"
        " source_kind, review, notes) "
        "SELECT key, title, organisation, organisation_en, contractor, sector, country, type, types,"
        " circumstances, cause, people + n %% 7, people_qualifier, records, records_qualifier, status,"
        " data_items, occurred_from, occurred_to, discovered, announced, encrypted, source_uri,"
        " source_kind, review, notes FROM copy, incident WHERE bundled_key IS NOT NULL";
  g_autofree char *statement = g_strdup_printf (sql, MAX (n_cases / N_BUNDLED, 2) - 1);
  sqlite3 *db = NULL;

  if (sqlite3_open (path, &db) != SQLITE_OK || sqlite3_exec (db, statement, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_close (db);
}

/* ---- a choice ---- */

typedef struct
{
  guint n_frames;
  gboolean is_chosen;                   /* the selection that was asked for has come */
  gboolean is_painted;                  /* and a frame after it */
} Watch;

static void
on_after_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->n_frames++;
  watch->is_painted = watch->is_painted || watch->is_chosen;
}

static void
on_selection_changed_cb (JkbScope *scope, Watch *watch)
{
  watch->is_chosen = TRUE;
}

typedef struct
{
  double ms[RUNS];
  double busy_ms[RUNS];
  double frames[RUNS];
} Times;

/* @i: what is chosen: one type after the other */
static void
choose (JkbWindow *window, Times *times, guint i)
{
  JkbScope *scope = jkb_window_get_scope (window);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  Watch watch = { 0 };
  gulong painted = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), &watch);
  gulong changed = g_signal_connect_after (scope, "selection-changed",
                                           G_CALLBACK (on_selection_changed_cb), &watch);
  double begin = stopwatch_ms (), begin_cpu = stopwatch_cpu_ms ();

  filter->types = 1u << (i % 4);
  jkb_scope_set_filter (scope, filter);
  driver_wait_until (watch.is_painted);
  times->ms[i] = stopwatch_ms () - begin;
  times->busy_ms[i] = stopwatch_cpu_ms () - begin_cpu;
  times->frames[i] = watch.n_frames;
  g_signal_handler_disconnect (clock, painted);
  g_signal_handler_disconnect (scope, changed);
  driver_settle (300);
}

static void
measure_page (JkbWindow *window, const char *page)
{
  g_autofree char *action = g_strdup_printf ("win.page::%s", page);
  Times times;

  driver_activate (window, action);
  driver_settle (1500);
  for (guint i = 0; i < RUNS; i++)
    choose (window, &times, i);
  g_print ("%-10s %7.1f ms to the frame that shows it, %.0f frames; the drawing thread is busy for %.1f ms\n",
           page, stopwatch_median (times.ms, RUNS), stopwatch_median (times.frames, RUNS),
           stopwatch_median (times.busy_ms, RUNS));
}

static void
measure (JkbWindow *window, gpointer data)
{
  driver_wait_ready (window);
  g_print ("%u cases\n", driver_count_cases (window));
  measure_page (window, "charts");
  measure_page (window, "incidents");
}

static void
bench (guint n)
{
  g_autofree char *path = driver_new_casebook ();

  n_cases = n;
  driver_run (path, NULL, nothing, NULL);
  fill (path);
  driver_run (path, NULL, measure, NULL);
}

int
main (int argc, char **argv)
{
  driver_isolate ();
  if (argc > 1)
    bench ((guint) MAX (g_ascii_strtoll (argv[1], NULL, 10), 1));
  else
    {
      bench (100000);
      bench (1000000);
    }
  return 0;
}
