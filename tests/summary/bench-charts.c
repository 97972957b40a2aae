/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-charts [CASES]: what a change of the filter costs, with the first rows of the table, all facets
 * and all charts made anew, in turn with one group-by of pandas and one of SQL over a covering index, on the same cases.
 * Without CASES: 100 000, then 1 000 000.
 */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "query/jkb-case-index.h"
#include "stopwatch.h"
#include "summary/jkb-case-chart.h"

#define RUNS 9
#define PEOPLE_MIN 100
#define TABLE_ROWS 200                  /* as many as a GtkColumnView keeps */
#define PYTHON "/usr/bin/python3"

/* ---- the same cases for all ---- */

static JkbDate
random_day (GRand *chance)
{
  return (JkbDate){ (gint16) g_rand_int_range (chance, 2017, 2027),
                    (guint8) g_rand_int_range (chance, 1, 13),
                    (guint8) g_rand_int_range (chance, 1, 29) };
}

static gint64
random_people (GRand *chance)
{
  gint64 people = g_rand_int_range (chance, 1, 10);

  if (g_rand_int_range (chance, 0, 3) == 0)
    return JKB_COUNT_UNKNOWN;
  for (int power = g_rand_int_range (chance, 0, 7); power > 0; power--)
    people *= 10;
  return people - 1;
}

static JkbIncident *
random_incident (GRand *chance, gint64 id)
{
  static const char *const kinds[] = { "page", "news", "repost" };
  JkbIncident *incident = jkb_incident_new ();
  int days;

  incident->id = id;
  incident->organisation = g_strdup_printf ("第%d組織", g_rand_int_range (chance, 1, 5000));
  incident->type = (JkbIncidentType) g_rand_int_range (chance, 0, JKB_N_TYPES);
  incident->types = 1u << incident->type;
  incident->sector = (JkbSector) g_rand_int_range (chance, 0, JKB_N_SECTORS);
  incident->status = (JkbAffectedStatus) g_rand_int_range (chance, 0, JKB_N_STATUSES);
  incident->review = (JkbReviewState) g_rand_int_range (chance, 0, JKB_REVIEW_DONE + 1);
  incident->circumstances = g_rand_int_range (chance, 0, 5) == 0;
  incident->data_items = g_rand_int (chance) & g_rand_int (chance) & g_rand_int (chance)
                         & ((1u << JKB_N_DATA_ITEMS) - 1);
  incident->people = random_people (chance);
  incident->source_kind = g_strdup (kinds[g_rand_int_range (chance, 0, 3)]);
  incident->announced = random_day (chance);
  if (g_rand_boolean (chance) && jkb_date_to_days (incident->announced, &days))
    incident->discovered = jkb_date_from_days (days - g_rand_int_range (chance, 0, 200));
  return incident;
}

static void
run (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", message, sql);
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  return statement;
}

static JkbCases *
fill (JkbFold *fold, sqlite3 *db, gint64 n_cases)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  GRand *chance = g_rand_new_with_seed (1);
  sqlite3_stmt *insert;

  run (db, "CREATE TABLE cases (type INTEGER, month INTEGER, people INTEGER, sector INTEGER); BEGIN");
  insert = prepare (db, "INSERT INTO cases VALUES (?, ?, ?, ?)");
  for (gint64 id = 1; id <= n_cases; id++)
    {
      g_autoptr(JkbIncident) incident = random_incident (chance, id);

      jkb_case_index_put (index, incident, NULL);
      sqlite3_bind_int (insert, 1, (int) incident->type);
      sqlite3_bind_int (insert, 2, incident->announced.year * 12 + incident->announced.month);
      sqlite3_bind_int64 (insert, 3, incident->people);
      sqlite3_bind_int (insert, 4, (int) incident->sector);
      sqlite3_step (insert);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  run (db, "COMMIT; CREATE INDEX cover ON cases (type, month, people, sector); ANALYZE");
  g_rand_free (chance);
  return jkb_case_index_snapshot (index);
}

/* ---- pandas, in a process of its own that answers a line with milliseconds ---- */

static const char python_program[]
    = "import sqlite3, sys, time\n"
      "import pandas as pd\n"
      "frame = pd.read_sql('SELECT type, month, people, sector FROM cases', sqlite3.connect(sys.argv[1]))\n"
      "frame['type'] = frame['type'].astype('int8')\n"
      "frame['month'] = frame['month'].astype('int32')\n"
      "print(pd.__version__, flush=True)\n"
      "for line in sys.stdin:\n"
      "    begin = time.perf_counter()\n"
      "    counts = frame[frame['people'] >= int(line)].groupby(['type', 'month']).size()\n"
      "    print((time.perf_counter() - begin) * 1000, int(counts.sum()), flush=True)\n";

typedef struct
{
  GSubprocess *process;
  GDataInputStream *lines;
} Pandas;

static gboolean
start_pandas (Pandas *pandas, const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *version = NULL;

  pandas->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                          | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                      &error, PYTHON, "-c", python_program, path, NULL);
  if (pandas->process == NULL)
    return FALSE;
  pandas->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (pandas->process));
  version = g_data_input_stream_read_line (pandas->lines, NULL, NULL, NULL);
  if (version != NULL)
    g_print ("pandas %s\n", version);
  return version != NULL;
}

static void
stop_pandas (Pandas *pandas)
{
  if (pandas->process != NULL)
    g_output_stream_close (g_subprocess_get_stdin_pipe (pandas->process), NULL, NULL);
  g_clear_object (&pandas->lines);
  g_clear_object (&pandas->process);
}

static double
ask_pandas (Pandas *pandas, gint64 people_min, gint64 *sum)
{
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT "\n", people_min);
  g_autofree char *answer = NULL;
  char *end = NULL;
  double time_ms;

  g_output_stream_write_all (g_subprocess_get_stdin_pipe (pandas->process), line, strlen (line),
                             NULL, NULL, NULL);
  answer = g_data_input_stream_read_line (pandas->lines, NULL, NULL, NULL);
  if (answer == NULL)
    g_error ("pandas ended");
  time_ms = g_ascii_strtod (answer, &end);
  *sum = g_ascii_strtoll (end, NULL, 10);
  return time_ms;
}

/* ---- one of each ---- */

static double
ask_sql (sqlite3 *db, gint64 people_min, gint64 *sum)
{
  double begin = stopwatch_ms ();
  sqlite3_stmt *statement
      = prepare (db, "SELECT type, month, count(*) FROM cases WHERE people >= ? GROUP BY type, month");

  *sum = 0;
  sqlite3_bind_int64 (statement, 1, people_min);
  while (sqlite3_step (statement) == SQLITE_ROW)
    *sum += sqlite3_column_int64 (statement, 2);
  sqlite3_finalize (statement);
  return stopwatch_ms () - begin;
}

typedef struct
{
  double filter_ms;
  double facets_ms;
  double charts_ms;
  double last_row_ms;                   /* not in the sum: the jump to the end of the table */
} ChartTimes;

static double
ask_all (JkbCases *cases, gint64 people_min, gint64 *sum, ChartTimes *spent)
{
  static const JkbAxis facets[]
      = { JKB_AXIS_TYPE,   JKB_AXIS_CIRCUMSTANCE, JKB_AXIS_SECTOR,      JKB_AXIS_STATUS, JKB_AXIS_DATA_ITEM,
          JKB_AXIS_REVIEW, JKB_AXIS_SOURCE_KIND,  JKB_AXIS_YEAR, JKB_AXIS_PEOPLE };
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) selection = NULL;
  double begin = stopwatch_ms (), filtered, faceted, done;

  filter->people_min = people_min;
  selection = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);
  for (guint i = 0; i < MIN (TABLE_ROWS, jkb_selection_n (selection)); i++)
    {
      JkbCase row;

      jkb_selection_get (selection, i, &row);
    }
  filtered = stopwatch_ms ();
  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    jkb_tally_free (jkb_selection_tally (selection, facets[i], JKB_AXIS_NONE));
  faceted = stopwatch_ms ();
  for (int kind = 0; kind < JKB_N_CASE_CHARTS; kind++)
    jkb_chart_unref (jkb_case_chart_new ((JkbCaseChart) kind, selection));
  done = stopwatch_ms ();
  *sum = jkb_selection_n (selection);
  if (*sum > 0)
    jkb_selection_get_id (selection, (guint) *sum - 1);
  *spent = (ChartTimes){ filtered - begin, faceted - filtered, done - faceted, stopwatch_ms () - done };
  return done - begin;
}

static void
measure (JkbCases *cases, sqlite3 *db, Pandas *pandas)
{
  double ours[RUNS], sql[RUNS], theirs[RUNS] = { 0 };
  ChartTimes spent = { 0 };

  for (int i = -1; i < RUNS; i++)       /* the first time warms up */
    {
      gint64 people_min = PEOPLE_MIN + i, sum, sql_sum, their_sum;
      double our_ms = ask_all (cases, people_min, &sum, &spent);
      double sql_ms = ask_sql (db, people_min, &sql_sum);
      double their_ms = pandas != NULL ? ask_pandas (pandas, people_min, &their_sum) : 0;

      if (sum != sql_sum || (pandas != NULL && sum != their_sum))
        g_error ("the counts differ");
      if (i < 0)
        continue;
      ours[i] = our_ms;
      sql[i] = sql_ms;
      theirs[i] = their_ms;
    }
  g_print ("filter, all facets, all charts %8.2f ms (last: %.2f + %.2f + %.2f; then the last row %.2f)\n",
           stopwatch_median (ours, RUNS), spent.filter_ms, spent.facets_ms, spent.charts_ms, spent.last_row_ms);
  g_print ("one chart, covering index      %8.2f ms: %.1f times as long\n", stopwatch_median (sql, RUNS),
           stopwatch_median (sql, RUNS) / stopwatch_median (ours, RUNS));
  if (pandas != NULL)
    g_print ("one group-by of pandas         %8.2f ms: ours takes %.2f of it\n", stopwatch_median (theirs, RUNS),
             stopwatch_median (ours, RUNS) / stopwatch_median (theirs, RUNS));
}

static void
bench (JkbFold *fold, gint64 n_cases)
{
  g_autofree char *folder = g_dir_make_tmp ("jikenbo-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "cases.sqlite3", NULL);
  g_autoptr(JkbCases) cases = NULL;
  Pandas pandas = { NULL, NULL };
  sqlite3 *db = NULL;
  gboolean has_pandas;

  if (sqlite3_open (path, &db) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  cases = fill (fold, db, n_cases);
  g_print ("%" G_GINT64_FORMAT " cases\n", n_cases);
  has_pandas = start_pandas (&pandas, path);
  if (!has_pandas)
    g_print ("pandas: left out, " PYTHON " has no pandas (package python3-pandas)\n");
  measure (cases, db, has_pandas ? &pandas : NULL);
  stop_pandas (&pandas);
  sqlite3_close (db);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, &error);

  if (fold == NULL)
    g_error ("%s", error->message);
  if (argc > 1)
    bench (fold, MAX (g_ascii_strtoll (argv[1], NULL, 10), 1));
  else
    {
      bench (fold, 100000);
      bench (fold, 1000000);
    }
  return 0;
}
