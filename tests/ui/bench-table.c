/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-table [CASES]: the table of cases beside the one that GTK's own parts make (see stock-table.h), in turn
 * in one window: from the action to the painted frame when rows are sorted and filtered, what the thread that
 * draws spends in a frame while they scroll, and the memory of a row. Needs a display. Without CASES: 100 000.
 *
 * Takes half a minute for 10 000 cases, two minutes for 100 000 and ten for a million.
 */
#include <adwaita.h>
#include <malloc.h>
#include <stdio.h>
#include <unistd.h>

#include "frame-watch.h"
#include "jkb-ui-driver.h"
#include "large-casebook.h"
#include "stock-table.h"
#include "stopwatch.h"
#include "ui/jkb-case-table.h"

#define RUNS 3
#define N_FRAMES 150
/* So long, a twentieth of the time of one processor or less; after five seconds the index of the texts is made. */
#define IDLE_MS 7000
#define KEPT_TYPE JKB_TYPE_WEB_SKIMMING

static const JkbColumn sorted_by[]
    = { JKB_COLUMN_PEOPLE, JKB_COLUMN_DISCOVERED, JKB_COLUMN_ORGANISATION, JKB_COLUMN_DATE, JKB_COLUMN_TYPE };

/* Parts of what the stock table takes that ours is to take at most, 0 where nothing is promised. */
typedef struct
{
  double sort;
  double filter;
  double page;
  double jump;
  double memory;
} Goals;

/* They are about a million cases; with fewer, painting, which costs the same, is the greater part. */
static const Goals goals_of_a_million = { 1 / 100., 1 / 15., .8, .35, .2 };

typedef struct
{
  Goals goals;
  JkbScope *scope;
  StockModels *stock;
  GtkStack *stack;
  FrameWatch *watch;
} Bench;

/* What the process has for itself: pages of the casebook that are mapped belong to the system. */
static double
get_memory (void)
{
  long n_pages = 0, n_of_files = 0;
  FILE *file;

  malloc_trim (0);
  file = fopen ("/proc/self/statm", "r");
  if (file == NULL || fscanf (file, "%*s %ld %ld", &n_pages, &n_of_files) != 2)
    g_error ("/proc/self/statm: not as expected");
  fclose (file);
  return (double) (n_pages - n_of_files) * (double) sysconf (_SC_PAGESIZE);
}

static void
wait_settled (JkbScope *scope)
{
  while (!jkb_scope_is_settled (scope))
    g_main_context_iteration (NULL, TRUE);
}

static void
on_rows_changed_cb (JkbScope *scope, FrameWatch *watch)
{
  frame_watch_note (watch);
}

static void
show (Bench *bench, const char *page)
{
  gtk_stack_set_visible_child_name (bench->stack, page);
}

/* ---- memory ---- */

static void
print_part (const char *what, gsize n_bytes, double n_rows)
{
  g_print ("  %-44s %6.1f\n", what, (double) n_bytes / n_rows);
}

/* The other table finds no words and counts nothing, so what ours keeps for that is told apart from what it shows
 * and sorts. Ours has its orders, so the other one has been sorted too. */
static void
print_memory (JkbCases *cases, double ours, double unsorted, double theirs, double n_rows, double goal)
{
  JkbCasesMemory parts = jkb_cases_measure (cases);
  gsize table = parts.columns + parts.strings + parts.orders;

  g_print ("bytes of a row\n");
  print_part ("columns", parts.columns, n_rows);
  print_part ("strings that are shown", parts.strings, n_rows);
  print_part ("orders that are made ahead", parts.orders, n_rows);
  print_part ("for counts of facets and charts", parts.counts, n_rows);
  print_part ("folded headings, for searches", parts.texts, n_rows);
  print_part ("index of these, for searches", parts.index, n_rows);
  g_print ("table %.0f, stock %.0f before it was sorted (%.2f of it) and %.0f after (%.2f); the whole process with"
           " searches and all else %.0f: %.2f of it\n", (double) table / n_rows, unsorted / n_rows,
           (double) table / unsorted, theirs / n_rows, (double) table / theirs, ours / n_rows, ours / theirs);
  goal_print ("memory of a row", (double) table / theirs, (double) table / theirs, goal);
}

/* ---- actions ---- */

static FrameCost
sort_ours (Bench *bench, JkbColumn column, gboolean descending)
{
  show (bench, "ours");
  frame_watch_begin (bench->watch);
  jkb_scope_set_order (bench->scope, (JkbOrder){ column, descending });
  return frame_watch_end (bench->watch);
}

static FrameCost
sort_stock (Bench *bench, JkbColumn column)
{
  show (bench, "sorted");
  frame_watch_begin (bench->watch);
  stock_models_sort (bench->stock, column);
  frame_watch_note (bench->watch);
  return frame_watch_end (bench->watch);
}

/* A table that has never been painted makes its cells first, which is no part of sorting. */
static void
paint_all (Bench *bench)
{
  static const char *const pages[] = { "sorted", "filtered", "ours" };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      frame_watch_begin (bench->watch);
      show (bench, pages[i]);
      frame_watch_note (bench->watch);
      frame_watch_end (bench->watch);
    }
}

/* What a worker makes ahead. Who sorts before it is done waits for the one column that he wants. */
static void
wait_for_orders (Bench *bench)
{
  double begin = stopwatch_ms ();

  jkb_cases_prepare_orders (jkb_selection_get_cases (jkb_scope_get_selection (bench->scope)), NULL);
  g_print ("orders made ahead, %.0f ms after the table was there\n", stopwatch_ms () - begin);
}

/* Until no worker reads texts any more, whose time would be counted with that of an action. */
static void
wait_idle (void)
{
  double begin, spent;

  do
    {
      double end = stopwatch_ms () + IDLE_MS;

      begin = stopwatch_process_ms ();
      while (stopwatch_ms () < end)
        if (!g_main_context_iteration (NULL, FALSE))
          g_usleep (5000);
      spent = stopwatch_process_ms () - begin;
    }
  while (spent > IDLE_MS / 20);
}

/* Each starts from the order of the column before. */
static void
measure_sorting (Bench *bench)
{
  FrameCost first[G_N_ELEMENTS (sorted_by)], ours[G_N_ELEMENTS (sorted_by)][RUNS];
  FrameCost theirs[G_N_ELEMENTS (sorted_by)][RUNS];

  for (gsize i = 0; i < G_N_ELEMENTS (sorted_by); i++)
    first[i] = sort_ours (bench, sorted_by[i], FALSE);
  for (guint run = 0; run < RUNS; run++)
    for (gsize i = 0; i < G_N_ELEMENTS (sorted_by); i++)
      {
        ours[i][run] = sort_ours (bench, sorted_by[i], FALSE);
        theirs[i][run] = sort_stock (bench, sorted_by[i]);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (sorted_by); i++)
    {
      g_autofree char *what = g_strdup_printf ("sort by %s", jkb_column_nick (sorted_by[i]));
      g_autofree char *at_first = g_strdup_printf ("%s, for the first time", what);

      frame_cost_print (at_first, &first[i], 1, theirs[i], RUNS, bench->goals.sort);
      frame_cost_print (what, ours[i], RUNS, theirs[i], RUNS, bench->goals.sort);
    }
}

static FrameCost
filter_ours (Bench *bench, JkbIncidentType type)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  filter->types = type != JKB_TYPE_UNKNOWN ? 1u << type : 0;
  show (bench, "ours");
  frame_watch_begin (bench->watch);
  jkb_scope_set_filter (bench->scope, filter);
  return frame_watch_end (bench->watch);
}

static FrameCost
filter_stock (Bench *bench, JkbIncidentType type)
{
  show (bench, "filtered");
  frame_watch_begin (bench->watch);
  stock_models_filter (bench->stock, type);
  frame_watch_note (bench->watch);
  return frame_watch_end (bench->watch);
}

static void
measure_filtering (Bench *bench)
{
  FrameCost ours[2][RUNS], theirs[2][RUNS];
  guint n_ours, n_theirs;

  for (guint run = 0; run < RUNS; run++)
    {
      ours[0][run] = filter_ours (bench, KEPT_TYPE);
      theirs[0][run] = filter_stock (bench, KEPT_TYPE);
      n_ours = jkb_selection_n (jkb_scope_get_selection (bench->scope));
      n_theirs = g_list_model_get_n_items (G_LIST_MODEL (bench->stock->filtered));
      g_assert_cmpuint (n_ours, ==, n_theirs);
      ours[1][run] = filter_ours (bench, JKB_TYPE_UNKNOWN);
      theirs[1][run] = filter_stock (bench, JKB_TYPE_UNKNOWN);
    }
  frame_cost_print ("filter to one type", ours[0], RUNS, theirs[0], RUNS, bench->goals.filter);
  frame_cost_print ("no filter again", ours[1], RUNS, theirs[1], RUNS, bench->goals.filter);
}

/* ---- scrolling ---- */

static GtkAdjustment *
get_adjustment (Bench *bench, const char *page)
{
  GtkWidget *child = gtk_stack_get_child_by_name (bench->stack, page);

  return gtk_scrolled_window_get_vadjustment (driver_find (child, GTK_TYPE_SCROLLED_WINDOW));
}

static void
measure_scrolling (Bench *bench, gboolean jumps)
{
  static const char *const pages[] = { "ours", "sorted" };
  double times[2][RUNS * N_FRAMES];
  double ours, theirs;

  for (guint run = 0; run < RUNS; run++)
    for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
      {
        show (bench, pages[i]);
        frame_watch_scroll (bench->watch, get_adjustment (bench, pages[i]), jumps, N_FRAMES,
                            times[i] + run * N_FRAMES);
      }
  ours = stopwatch_median (times[0], RUNS * N_FRAMES);
  theirs = stopwatch_median (times[1], RUNS * N_FRAMES);
  g_print ("%-34s %9.2f ms a frame (95 %%: %.2f)  stock %9.2f ms (%.2f): %.2f of it\n",
           jumps ? "scroll, to places by chance" : "scroll, page by page", ours, times[0][RUNS * N_FRAMES * 95 / 100],
           theirs, times[1][RUNS * N_FRAMES * 95 / 100], ours / theirs);
  goal_print (jumps ? "scroll, to places by chance" : "scroll, page by page", ours / theirs, ours / theirs,
              jumps ? bench->goals.jump : bench->goals.page);
}

/* ---- all of it ---- */

static JkbScope *
open_scope (const char *path, JkbCasebook **casebook)
{
  JkbScope *scope;

  *casebook = jkb_casebook_new (path);
  scope = jkb_scope_new (*casebook);
  jkb_casebook_open (*casebook);
  wait_settled (scope);
  return scope;
}

static GtkWidget *
make_window (Bench *bench)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *table = g_object_new (JKB_TYPE_CASE_TABLE, NULL);

  bench->stack = GTK_STACK (gtk_stack_new ());
  jkb_case_table_set_scope (JKB_CASE_TABLE (table), bench->scope);
  gtk_stack_add_named (bench->stack, table, "ours");
  gtk_stack_add_named (bench->stack, stock_table_new (g_object_ref (G_LIST_MODEL (bench->stock->sorted))), "sorted");
  gtk_stack_add_named (bench->stack, stock_table_new (g_object_ref (G_LIST_MODEL (bench->stock->filtered))),
                       "filtered");
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bench->stack));
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_frame_clock (window) == NULL || !gtk_widget_get_mapped (window))
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
measure (const char *path)
{
  Bench bench = { { 0 } };
  JkbCasebook *casebook;
  double before = get_memory (), loaded, made, sorted, n_rows;
  GtkWidget *window;

  bench.scope = open_scope (path, &casebook);
  wait_for_orders (&bench);
  wait_idle ();
  n_rows = jkb_selection_n (jkb_scope_get_selection (bench.scope));
  bench.goals = n_rows >= 1e6 ? goals_of_a_million : (Goals){ 0 };
  loaded = get_memory ();
  bench.stock = stock_models_new (jkb_scope_get_selection (bench.scope));
  made = get_memory ();
  stock_models_sort (bench.stock, JKB_COLUMN_ORGANISATION);
  sorted = get_memory ();
  g_print ("%.0f rows\n", n_rows);
  print_memory (jkb_selection_get_cases (jkb_scope_get_selection (bench.scope)), loaded - before, made - loaded,
                sorted - loaded, n_rows, bench.goals.memory);
  window = make_window (&bench);
  bench.watch = frame_watch_new (window);
  g_signal_connect (bench.scope, "rows-changed", G_CALLBACK (on_rows_changed_cb), bench.watch);
  paint_all (&bench);
  measure_sorting (&bench);
  measure_filtering (&bench);
  measure_scrolling (&bench, FALSE);
  measure_scrolling (&bench, TRUE);
  frame_watch_free (bench.watch);
  gtk_window_destroy (GTK_WINDOW (window));
  stock_models_free (bench.stock);
  jkb_casebook_close (casebook);
  g_object_unref (bench.scope);
  g_object_unref (casebook);
}

int
main (int argc, char **argv)
{
  gint64 n_cases = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 100000;
  g_autofree char *path = NULL;

  driver_isolate ();
  adw_init ();
  path = driver_new_casebook ();
  large_casebook_write (path, MAX (n_cases, 1000), FALSE);
  measure (path);
  return 0;
}
