/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-query [CASES]: what it costs to fill the index, to search, to order and to count.
 */
#include <malloc.h>
#include <string.h>

#include "notice-writer.h"
#include "query/jkb-case-index.h"
#include "query/jkb-selection.h"
#include "stopwatch.h"

#define RUNS 5

static JkbCaseIndex *
fill (JkbFold *fold, gint64 n_cases)
{
  JkbCaseIndex *index = jkb_case_index_new (fold);
  NoticeWriter *writer = notice_writer_new (1);
  gsize n_bytes = 0;
  double spent = 0;

  for (gint64 id = 1; id <= n_cases; id++)
    {
      g_autofree char *text = NULL;
      g_autoptr(JkbIncident) incident = notice_writer_next (writer, id, &text);
      double begin = stopwatch_ms ();

      jkb_case_index_put (index, incident, text);
      spent += stopwatch_ms () - begin;
      n_bytes += strlen (text);
    }
  notice_writer_free (writer);
  g_print ("%" G_GINT64_FORMAT " cases, %.1f MB of text (%.0f bytes each)\n", n_cases,
           (double) n_bytes / 1e6, (double) n_bytes / (double) n_cases);
  g_print ("fill                          %9.1f ms  %6.1f MB/s  %.2f us a case\n", spent,
           (double) n_bytes / 1e3 / spent, spent * 1e3 / (double) n_cases);
  return index;
}

static void
measure_order (JkbCaseIndex *index, JkbColumn column)
{
  JkbOrder order = { column, FALSE };
  double first = 0, times[RUNS];

  for (int run = 0; run < RUNS; run++)
    {
      g_autoptr(JkbCases) cases = jkb_case_index_snapshot (index);
      g_autoptr(JkbSelection) selection = NULL;
      double begin = stopwatch_ms ();

      selection = jkb_selection_new (cases, NULL, order, NULL, NULL);
      times[run] = stopwatch_ms () - begin;
      if (run == 0)
        first = times[run];
    }
  g_print ("order by %-20s %9.2f ms first, %.2f ms again\n", jkb_column_nick (column), first,
           stopwatch_median (times, RUNS));
}

static void
measure_search (JkbCases *cases, const char *words)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  double times[RUNS];
  guint n = 0;

  jkb_filter_set_words (filter, words);
  for (int run = 0; run < RUNS; run++)
    {
      double begin = stopwatch_ms ();
      g_autoptr(JkbSelection) selection = jkb_selection_new (
          cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);

      times[run] = stopwatch_ms () - begin;
      n = jkb_selection_n (selection);
    }
  g_print ("search %9.2f ms  %8u hits  %s\n", stopwatch_median (times, RUNS), n, words);
}

static void
measure_indexing (JkbCases *cases)
{
  double begin = stopwatch_ms ();

  jkb_cases_index_texts (cases, NULL);
  g_print ("index the texts               %9.1f ms, %.1f MB\n", stopwatch_ms () - begin,
           (double) jkb_cases_get_index_size (cases) / 1e6);
}

static void
measure_tallies (JkbCases *cases)
{
  static const JkbAxis axes[][2] = { { JKB_AXIS_TYPE, JKB_AXIS_STATUS },
                                     { JKB_AXIS_MONTH, JKB_AXIS_TYPE },
                                     { JKB_AXIS_SECTOR, JKB_AXIS_TYPE },
                                     { JKB_AXIS_PEOPLE, JKB_AXIS_NONE },
                                     { JKB_AXIS_DATA_ITEM, JKB_AXIS_NONE } };
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) selection = NULL;

  filter->people_min = 100;
  filter->statuses = 6;
  selection
      = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (axes); i++)
    {
      double times[RUNS];

      for (int run = 0; run < RUNS; run++)
        {
          double begin = stopwatch_ms ();
          g_autoptr(JkbTally) tally = jkb_selection_tally (selection, axes[i][0], axes[i][1]);

          times[run] = stopwatch_ms () - begin;
        }
      g_print ("tally %d x %d                   %9.2f ms\n", (int) axes[i][0], (int) axes[i][1],
               stopwatch_median (times, RUNS));
    }
}

static void
measure_changes (JkbCaseIndex *index)
{
  NoticeWriter *writer = notice_writer_new (2);
  double times[RUNS], again[RUNS];

  for (int run = 0; run < RUNS; run++)
    {
      g_autofree char *text = NULL;
      g_autoptr(JkbIncident) incident = notice_writer_next (writer, run + 1, &text);
      g_autoptr(JkbCases) before = jkb_case_index_snapshot (index);
      g_autoptr(JkbCases) after = NULL;
      g_autoptr(JkbSelection) selection = NULL;
      double begin = stopwatch_ms ();

      jkb_case_index_put (index, incident, text);
      times[run] = stopwatch_ms () - begin;
      after = jkb_case_index_snapshot (index);
      selection
          = jkb_selection_new (after, NULL, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);
      again[run] = stopwatch_ms () - begin;
    }
  notice_writer_free (writer);
  g_print ("change one case               %9.2f ms, with a new selection %.2f ms\n",
           stopwatch_median (times, RUNS), stopwatch_median (again, RUNS));
}

int
main (int argc, char **argv)
{
  static const char *const words[]
      = { "紛",       "紛失",     "麒麟",         "暗号化",       "個人情報",
          "クレジット", "不正アクセス", "ランサムウェア", "クレジットカード", "存在しない語句",
          "個人情報 -メール", "サーバー", "の" };
  gint64 n_cases = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 100000;
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, &error);
  g_autoptr(JkbCaseIndex) index = NULL;
  g_autoptr(JkbCases) cases = NULL;

  if (fold == NULL)
    g_error ("%s", error->message);
  index = fill (fold, MAX (n_cases, 1));
  measure_order (index, JKB_COLUMN_DATE);
  measure_order (index, JKB_COLUMN_PEOPLE);
  measure_order (index, JKB_COLUMN_ORGANISATION);
  cases = jkb_case_index_snapshot (index);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    measure_search (cases, words[i]);
  measure_indexing (cases);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    measure_search (cases, words[i]);
  measure_tallies (cases);
  g_clear_pointer (&cases, jkb_cases_unref);
  measure_changes (index);
  g_print ("memory in use                 %9.1f MB\n",
           (double) (mallinfo2 ().uordblks + mallinfo2 ().hblkhd) / 1e6);
  return 0;
}
