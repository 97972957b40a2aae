/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every number of every chart against SQL: random cases go into the index and into a plain table of
 * a database in memory; random filters are written as SQL here, apart from the code under test.
 */
#include <glib.h>
#include <sqlite3.h>
#include <string.h>

#include "labels/jkb-labels.h"
#include "query/jkb-case-index.h"
#include "random-cases.h"
#include "summary/jkb-case-chart.h"

#define N_CASES 300
#define N_ROUNDS 12

static JkbFold *fold;

/* ---- the table ---- */

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
  return statement;
}

static void
run (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", message, sql);
}

/* A day as text for the functions of SQLite, or NULL when it is not known to the day. */
static char *
word_day (JkbDate date)
{
  return date.year != 0 && date.month != 0 && date.day != 0
             ? g_strdup_printf ("'%04d-%02d-%02d'", date.year, date.month, date.day)
             : g_strdup ("NULL");
}

static void
insert (sqlite3 *db, const JkbIncident *incident)
{
  JkbDate date = jkb_incident_date (incident);
  g_autofree char *discovered = word_day (incident->discovered);
  g_autofree char *announced = word_day (incident->announced);
  g_autofree char *people = incident->people < 0
                                ? g_strdup ("NULL")
                                : g_strdup_printf ("%" G_GINT64_FORMAT, incident->people);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO cases VALUES (%" G_GINT64_FORMAT ", %d, %d, %d, %d, %u, %u, %s, %d, %d, %d, "
      "julianday (%s) - julianday (%s))",
      incident->id, (int) incident->type, (int) incident->sector, (int) incident->status,
      (int) incident->review, incident->circumstances, incident->data_items, people, date.year,
      date.month, date.day, announced, discovered);

  run (db, sql);
}

static sqlite3 *
make_casebook (JkbCases **cases, gint64 n)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  run (db, "CREATE TABLE cases (id, type, sector, status, review, circumstances, items, people, "
           "year, month, day, delay); BEGIN");
  for (gint64 id = 1; id <= n; id++)
    {
      g_autoptr(JkbIncident) incident = random_case (id);

      jkb_case_index_put (index, incident, NULL);
      insert (db, incident);
    }
  run (db, "COMMIT; UPDATE cases SET delay = NULL WHERE delay < 0");
  *cases = jkb_case_index_snapshot (index);
  return db;
}

/* ---- filters ---- */

static JkbFilter *
random_filter (void)
{
  JkbFilter *filter = jkb_filter_new ();

  if (g_test_rand_int_range (0, 3) == 0)
    filter->types = (guint32) g_test_rand_int_range (1, 1 << JKB_N_TYPES);
  if (g_test_rand_int_range (0, 3) == 0)
    filter->sectors = (guint32) g_test_rand_int_range (1, 1 << JKB_N_SECTORS);
  if (g_test_rand_int_range (0, 3) == 0)
    filter->statuses = (guint32) g_test_rand_int_range (1, 1 << JKB_N_STATUSES);
  if (g_test_rand_int_range (0, 4) == 0)
    filter->data_items = (guint32) g_test_rand_int_range (1, 1 << (JKB_N_DATA_ITEMS + 1));
  if (g_test_rand_int_range (0, 4) == 0)
    filter->circumstances = (guint32) g_test_rand_int_range (1, 1 << (JKB_N_CIRCUMSTANCES + 1));
  if (g_test_rand_int_range (0, 4) == 0)
    filter->reviews = (guint32) g_test_rand_int_range (1, 1 << JKB_N_REVIEWS);
  if (g_test_rand_int_range (0, 4) == 0)
    filter->people_min = g_test_rand_int_range (0, 3000);
  if (g_test_rand_int_range (0, 5) == 0)
    filter->people_max = g_test_rand_int_range (0, 3000000);
  if (g_test_rand_int_range (0, 4) == 0)
    filter->from = (JkbDate){ (gint16) g_test_rand_int_range (2018, 2023), 0, 0 };
  if (g_test_rand_int_range (0, 4) == 0)
    filter->to = (JkbDate){ (gint16) g_test_rand_int_range (2020, 2027),
                            (guint8) g_test_rand_int_range (1, 13), 0 };
  for (int year = 0; g_test_rand_int_range (0, 4) == 0 && year < 4; year++)
    jkb_filter_set_year (filter, 2018 + 2 * year, TRUE);
  return filter;
}

static void
add_mask (GString *sql, const char *column, guint32 mask)
{
  if (mask != 0)
    g_string_append_printf (sql, " AND (%u >> %s) & 1", mask, column);
}

static void
add_set (GString *sql, const char *column, guint32 mask, int n_values)
{
  if (mask != 0)
    g_string_append_printf (sql, " AND (%s & %u OR (%s = 0 AND %u))", column, mask, column,
                            mask >> n_values & 1);
}

static void
add_time (GString *sql, const JkbFilter *filter)
{
  if (filter->years->len > 0)
    g_string_append (sql, " AND (0");
  for (guint i = 0; i < filter->years->len; i++)
    g_string_append_printf (sql, " OR year = %d", g_array_index (filter->years, int, i));
  if (filter->years->len > 0)
    g_string_append_c (sql, ')');
  if (jkb_date_is_set (filter->from))
    g_string_append_printf (sql, " AND year >= %d", filter->from.year);
  if (jkb_date_is_set (filter->to))
    g_string_append_printf (sql, " AND year > 0 AND year * 100 + month <= %d",
                            filter->to.year * 100 + filter->to.month);
}

/* The condition that @filter means, its parts in @left_out not looked at. */
static char *
write_where (const JkbFilter *filter, guint left_out)
{
  g_autoptr(GString) sql = g_string_new ("1");

  if (!(left_out >> JKB_FACET_TYPE & 1))
    add_mask (sql, "type", filter->types);
  if (!(left_out >> JKB_FACET_SECTOR & 1))
    add_mask (sql, "sector", filter->sectors);
  add_mask (sql, "status", filter->statuses);
  add_mask (sql, "review", filter->reviews);
  add_set (sql, "circumstances", filter->circumstances, JKB_N_CIRCUMSTANCES);
  if (!(left_out >> JKB_FACET_DATA_ITEM & 1))
    add_set (sql, "items", filter->data_items, JKB_N_DATA_ITEMS);
  if (!(left_out >> JKB_FACET_TIME & 1))
    add_time (sql, filter);
  if (!(left_out >> JKB_FACET_PEOPLE & 1) && filter->people_min >= 0)
    g_string_append_printf (sql, " AND people >= %" G_GINT64_FORMAT, filter->people_min);
  if (!(left_out >> JKB_FACET_PEOPLE & 1) && filter->people_max >= 0)
    g_string_append_printf (sql, " AND people <= %" G_GINT64_FORMAT, filter->people_max);
  return g_strdup (sql->str);
}

static gint64
ask (sqlite3 *db, const char *what, const char *where, const char *more)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT %s FROM cases WHERE %s %s", what, where, more);
  sqlite3_stmt *statement = prepare (db, sql);
  gint64 value = -1;

  if (sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

/* ---- one chart at a time ---- */

typedef struct
{
  sqlite3 *db;
  JkbSelection *selection;
  JkbChart *chart;
  JkbChartLayout *layout;
  char *where;                          /* the chart's own part left out */
} Check;

static void
measure (const char *text, JkbTextRole role, double scale, double *width, double *height,
         gpointer user_data)
{
  *width = 7.0 * (double) g_utf8_strlen (text, -1);
  *height = 14.0;
}

static const JkbChartMark *
get_mark (const Check *check, guint i)
{
  return &g_array_index (check->layout->marks, JkbChartMark, i);
}

/* Whether @line says `category: 12 (layer 7; …)`, of a mark that is labelled `category, layer: 7`. */
static gboolean
says_layer (const char *line, const char *label)
{
  const char *end = strstr (line, ": ");
  g_autofree char *category = end != NULL ? g_strndup (line, (gsize) (end - line)) : NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *words = NULL;

  if (category == NULL || !g_str_has_prefix (label, category)
      || !g_str_has_prefix (label + strlen (category), ", "))
    return FALSE;
  parts = g_strsplit (label + strlen (category) + 2, ": ", 2);
  words = g_strjoinv (" ", parts);
  return strstr (end, words) != NULL;
}

/* The line of a span begins `category: 12 (Median 3; …)`; its mark is labelled `category: Median 3, …`. */
static char *
word_span (const JkbChartMark *mark)
{
  g_auto(GStrv) parts = g_strsplit (mark->label, ": ", 2);
  g_auto(GStrv) figures = g_strsplit (parts[1], ", ", 2);

  return g_strdup_printf ("%s: %" G_GINT64_FORMAT " (%s;", parts[0], mark->value, figures[0]);
}

/* What a screen reader reads has the number of every mark. */
static void
assert_described (const Check *check, JkbCaseChart kind)
{
  g_autofree char *description = jkb_chart_describe (check->chart);
  g_auto(GStrv) lines = g_strsplit (description, "\n", -1);

  for (guint i = 0; i < check->layout->marks->len; i++)
    {
      const JkbChartMark *mark = get_mark (check, i);
      g_autofree char *label = kind == JKB_CASE_CHART_DELAY ? word_span (mark) : g_strdup (mark->label);
      g_autofree char *line = g_strconcat ("\n", label, NULL);
      gboolean is_said = mark->layer < 0 && strstr (description, line) != NULL;

      for (guint k = 0; mark->layer >= 0 && lines[k] != NULL && !is_said; k++)
        is_said = says_layer (lines[k], label);
      if (!is_said)
        g_error ("“%s” is not in:\n%s", label, description);
    }
}

static void
begin_check (Check *check, sqlite3 *db, JkbSelection *selection, JkbCaseChart kind, guint left_out)
{
  static const JkbChartStyle style = { JKB_CHART_ALL, FALSE, 1, measure, NULL };

  check->db = db;
  check->selection = selection;
  check->chart = jkb_case_chart_new (kind, selection);
  check->layout = jkb_chart_layout_new (check->chart, 800, 0, &style);
  check->where = write_where (jkb_selection_get_filter (selection), left_out);
  assert_described (check, kind);
}

static void
end_check (Check *check)
{
  jkb_chart_unref (check->chart);
  jkb_chart_layout_free (check->layout);
  g_free (check->where);
}

static gint64
count (const Check *check, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gint64
count (const Check *check, const char *format, ...)
{
  g_autofree char *condition = NULL;
  g_autofree char *more = NULL;
  va_list arguments;

  va_start (arguments, format);
  condition = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  more = g_strconcat ("AND ", condition, NULL);
  return ask (check->db, "count(*)", check->where, more);
}

/* The line under the title begins with the number of cases, and tells how many lack a value, or that all do. */
static void
assert_basis (const Check *check, const char *known)
{
  const char *whole = jkb_chart_get_basis (check->chart);
  const char *basis = strchr (whole, ')') != NULL ? strchr (whole, ')') : whole;       /* without “(11 chosen)” */
  gint64 n_cases = count (check, "1"), n_unknown = n_cases - count (check, "%s", known);
  g_autofree char *word = g_strdup_printf (" %" G_GINT64_FORMAT " ", n_unknown);

  g_assert_cmpint (g_ascii_strtoll (whole, NULL, 10), ==, n_cases);
  if (n_cases > 0 && n_unknown == n_cases)
    g_assert_nonnull (strstr (basis, ": not known"));
  else
    g_assert_cmpint (strstr (basis, word) != NULL, ==, n_unknown > 0);
}

static void
assert_sum (const Check *check, gint64 expected)
{
  gint64 sum = 0;

  for (guint i = 0; i < check->layout->marks->len; i++)
    sum += get_mark (check, i)->value;
  g_assert_cmpint (sum, ==, expected);
}

static void
check_causes (sqlite3 *db, JkbSelection *selection)
{
  Check check;

  begin_check (&check, db, selection, JKB_CASE_CHART_CAUSES, 1u << JKB_FACET_TYPE);
  for (guint i = 0; i < check.layout->marks->len; i++)
    {
      const JkbChartMark *mark = get_mark (&check, i);

      g_assert_cmpint (mark->total, ==, count (&check, "type = %d", mark->category));
      if (mark->layer >= 0)
        g_assert_cmpint (mark->value, ==, count (&check, "type = %d AND status = %d",
                                                 mark->category, mark->layer));
    }
  assert_sum (&check, count (&check, "1"));
  assert_basis (&check, "type <> 0");
  end_check (&check);
}

static void
check_sectors (sqlite3 *db, JkbSelection *selection)
{
  Check check;

  begin_check (&check, db, selection, JKB_CASE_CHART_SECTORS,
               1u << JKB_FACET_TYPE | 1u << JKB_FACET_SECTOR);
  for (guint i = 0; i < check.layout->marks->len; i++)
    {
      const JkbChartMark *mark = get_mark (&check, i);

      g_assert_cmpint (mark->value, ==, count (&check, "sector = %d AND type = %d",
                                               mark->category, mark->layer));
    }
  assert_sum (&check, count (&check, "1"));
  assert_basis (&check, "sector <> 0");
  end_check (&check);
}

static void
check_data_items (sqlite3 *db, JkbSelection *selection)
{
  Check check;
  gint64 n_items = 0;

  begin_check (&check, db, selection, JKB_CASE_CHART_DATA_ITEMS, 1u << JKB_FACET_DATA_ITEM);
  for (int item = 0; item < JKB_N_DATA_ITEMS; item++)
    n_items += count (&check, "items >> %d & 1", item);
  for (guint i = 0; i < check.layout->marks->len; i++)
    {
      const JkbChartMark *mark = get_mark (&check, i);

      if (mark->category == JKB_N_DATA_ITEMS)
        g_assert_cmpint (mark->value, ==, count (&check, "items = 0"));
      else
        g_assert_cmpint (mark->value, ==, count (&check, "items >> %d & 1", mark->category));
    }
  assert_sum (&check, n_items + count (&check, "items = 0"));
  assert_basis (&check, "items <> 0");
  end_check (&check);
}

static char *
write_period (int category)
{
  if (category == JKB_CASE_CHART_NO_YEAR)
    return g_strdup ("year = 0");
  if (category == JKB_CASE_CHART_NO_MONTH)
    return g_strdup ("(year = 0 OR month = 0)");
  if (category % 100 == 0)
    return g_strdup_printf ("year = %d", category / 100);
  return g_strdup_printf ("year = %d AND month = %d", category / 100, category % 100);
}

static void
check_time (sqlite3 *db, JkbSelection *selection)
{
  Check check;
  gboolean by_month = FALSE;

  begin_check (&check, db, selection, JKB_CASE_CHART_TIME, 1u << JKB_FACET_TIME);
  for (guint i = 0; i < check.layout->marks->len; i++)
    {
      const JkbChartMark *mark = get_mark (&check, i);
      g_autofree char *period = write_period (mark->category);

      by_month |= mark->category == JKB_CASE_CHART_NO_MONTH || mark->category % 100 > 0;
      g_assert_cmpint (mark->total, ==, count (&check, "%s", period));
      if (mark->layer > JKB_TYPE_UNKNOWN)
        g_assert_cmpint (mark->value, ==,
                         count (&check, "%s AND type = %d", period, mark->layer));
    }
  assert_sum (&check, count (&check, "1"));
  assert_basis (&check, by_month ? "(year > 0 AND month > 0)" : "year > 0");
  end_check (&check);
}

/* A figure that stands behind a word on a line of the description. */
static gint64
find_figure (const JkbChart *chart, const char *word)
{
  g_autofree char *description = jkb_chart_describe (chart);
  g_auto(GStrv) lines = g_strsplit (description, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], word) && lines[i][strlen (word)] == ':')
      {
        g_auto(GStrv) parts = g_strsplit (lines[i] + strlen (word) + 1, ",", -1);
        g_autofree char *digits = g_strjoinv ("", parts);

        return g_ascii_strtoll (digits, NULL, 10);
      }
  return -1;
}

static gint64
ask_rank (const Check *check, const char *column, gint64 rank)
{
  g_autofree char *more = g_strdup_printf (
      "AND %s IS NOT NULL ORDER BY %s LIMIT 1 OFFSET %" G_GINT64_FORMAT, column, column, rank);

  return ask (check->db, column, check->where, more);
}

static gint64
ask_median (const Check *check, const char *column, gint64 n)
{
  return (ask_rank (check, column, (n - 1) / 2) + ask_rank (check, column, n / 2)) / 2;
}

static void
check_affected (sqlite3 *db, JkbSelection *selection)
{
  Check check;
  gint64 n_known;

  begin_check (&check, db, selection, JKB_CASE_CHART_AFFECTED, 1u << JKB_FACET_PEOPLE);
  for (guint i = 0; i < check.layout->marks->len; i++)
    {
      const JkbChartMark *mark = get_mark (&check, i);

      if (mark->kind == JKB_CHART_MARK_UNKNOWN)
        g_assert_cmpint (mark->value, ==, count (&check, "people IS NULL"));
      else if (mark->kind == JKB_CHART_MARK_NONE)
        g_assert_cmpint (mark->value, ==, count (&check, "people = 0"));
      else
        g_assert_cmpint (mark->value, ==,
                         count (&check, "people BETWEEN %" G_GINT64_FORMAT " AND %" G_GINT64_FORMAT,
                                mark->from, mark->to));
    }
  assert_sum (&check, count (&check, "1"));
  assert_basis (&check, "people IS NOT NULL");
  n_known = count (&check, "people IS NOT NULL");
  if (n_known > 0)
    {
      g_assert_cmpint (find_figure (check.chart, "Median"), ==,
                       ask_median (&check, "people", n_known));
      g_assert_cmpint (find_figure (check.chart, "Largest"), ==,
                       ask_rank (&check, "people", n_known - 1));
    }
  end_check (&check);
}

static void
check_delay_row (const Check *check, char **row, const char *condition)
{
  Check part = *check;
  gint64 n = count (check, "delay IS NOT NULL AND %s", condition);
  const gint64 offsets[] = { 0, (n + 3) / 4 - 1, -1, (3 * n + 3) / 4 - 1, n - 1 };

  part.where = g_strdup_printf ("%s AND %s", check->where, condition);
  g_assert_cmpint (g_ascii_strtoll (row[1], NULL, 10), ==, n);
  for (int i = 0; i < 5; i++)
    g_assert_cmpint (g_ascii_strtoll (row[2 + i], NULL, 10), ==,
                     i == 2 ? ask_median (&part, "delay", n)
                            : ask_rank (&part, "delay", offsets[i]));
  g_free (part.where);
}

static void
check_delay (sqlite3 *db, JkbSelection *selection)
{
  Check check;
  g_autoptr(GPtrArray) table = NULL;

  begin_check (&check, db, selection, JKB_CASE_CHART_DELAY, 1u << JKB_FACET_TYPE);
  table = jkb_chart_get_table (check.chart);
  for (guint i = 0; i < check.layout->marks->len; i++)
    {
      int type = get_mark (&check, i)->category;
      g_autofree char *condition = type == JKB_CASE_CHART_ALL_TYPES
                                       ? g_strdup ("1")
                                       : g_strdup_printf ("type = %d", type);

      check_delay_row (&check, g_ptr_array_index (table, i + 1), condition);
    }
  if (check.layout->marks->len > 0)
    assert_sum (&check, 2 * count (&check, "delay IS NOT NULL"));
  assert_basis (&check, "delay IS NOT NULL");
  end_check (&check);
}

static void
check_top (sqlite3 *db, JkbSelection *selection)
{
  Check check;
  gint64 n;

  begin_check (&check, db, selection, JKB_CASE_CHART_TOP, 0);
  n = count (&check, "people > 0");
  g_assert_cmpint (check.layout->marks->len, ==, MIN (n, JKB_CASE_CHART_N_TOP));
  for (guint i = 0; i < check.layout->marks->len; i++)
    g_assert_cmpint (get_mark (&check, i)->value, ==, ask_rank (&check, "people",
                     count (&check, "people IS NOT NULL") - 1 - (gint64) i));
  assert_basis (&check, "people IS NOT NULL");
  end_check (&check);
}

static void
test_numbers (void)
{
  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(JkbCases) cases = NULL;
      sqlite3 *db = make_casebook (&cases, round == 0 ? 3 : N_CASES);

      for (int i = 0; i < 4; i++)
        {
          g_autoptr(JkbFilter) filter = i == 0 ? jkb_filter_new () : random_filter ();
          g_autoptr(JkbSelection) selection = jkb_selection_new (
              cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);

          check_causes (db, selection);
          check_sectors (db, selection);
          check_data_items (db, selection);
          check_time (db, selection);
          check_affected (db, selection);
          check_delay (db, selection);
          check_top (db, selection);
        }
      sqlite3_close (db);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fold = jkb_fold_new (NULL, NULL);
  g_assert_nonnull (fold);
  g_test_add_func ("/summary/chart-sql/numbers", test_numbers);
  status = g_test_run ();
  jkb_fold_unref (fold);
  return status;
}
