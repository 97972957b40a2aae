/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-search [CASES [ENGINE…] [-- WORD…]]: the search beside Groonga (TokenBigram, its cache off), FTS5 trigram, instr() and
 * ripgrep, or beside those that are named, in turn, over the same folded texts, for the words below or those that
 * are named. Every count must equal that of a
 * scan with strstr(); an engine that is not there is named and left out. A median of RUNS each, and before each run
 * one that is not timed, so that nobody pays for what another engine drove out of the processor's memory. The others
 * give a count and the first 100 by date in one answer; the program first gives these 100, then the whole answer
 * with its count.
 *
 * Takes two minutes for 10 000 cases and ten for 100 000; a million need 12 GB of memory and an hour with
 * Groonga alone.
 */
#include <gio/gio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "engines.h"
#include "notice-writer.h"
#include "query/jkb-case-index.h"
#include "query/jkb-selection.h"
#include "stopwatch.h"

#define RUNS 5
#define N_FIRST 100

static const char *const usual_words[] = {
  "紛", "の", "麒", "情報", "調査", "麒麟", "専門家", "暗号化", "個人情報", "共有設定",
  "クレジット", "防犯カメラ", "不正アクセス", "切り離し", "個人情報の漏", "クレジットカード", "存在しない語句",
  NULL,
};

/* Only the text of the notice is to be searched, as the other engines have nothing else. */
static void
bare (JkbIncident *incident)
{
  g_clear_pointer (&incident->title, g_free);
  g_clear_pointer (&incident->organisation, g_free);
  g_clear_pointer (&incident->organisation_en, g_free);
  g_clear_pointer (&incident->contractor, g_free);
  g_clear_pointer (&incident->cause, g_free);
  g_clear_pointer (&incident->key, g_free);
}

static JkbCases *
make_cases (JkbFold *fold, gint64 n_cases, Documents *documents)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  NoticeWriter *writer = notice_writer_new (1);

  for (gint64 id = 1; id <= n_cases; id++)
    {
      g_autofree char *text = NULL;
      g_autoptr(JkbIncident) incident = notice_writer_next (writer, id, &text);
      char *folded = jkb_fold_string (fold, text);
      JkbDate date = jkb_incident_date (incident);
      int day = date.year * 10000 + date.month * 100 + date.day;

      bare (incident);
      g_strdelimit (folded, "\n", ' ');
      jkb_case_index_put (index, incident, folded);
      documents->n_bytes += strlen (folded);
      g_ptr_array_add (documents->texts, folded);
      g_array_append_val (documents->days, day);
    }
  notice_writer_free (writer);
  return jkb_case_index_snapshot (index);
}

static guint
search_own (JkbCases *cases, const char *word)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) selection = NULL;

  jkb_filter_set_words (filter, word);
  selection = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);
  return jkb_selection_n (selection);
}

static guint
search_first (JkbCases *cases, const char *word)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) selection = NULL;

  jkb_filter_set_words (filter, word);
  selection = jkb_selection_new_first (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, N_FIRST, NULL, NULL);
  return jkb_selection_n (selection);
}

static guint
scan (const Documents *documents, const char *word)
{
  guint n = 0;

  for (guint i = 0; i < documents->texts->len; i++)
    n += strstr (documents->texts->pdata[i], word) != NULL;
  return n;
}

typedef struct
{
  double log_sum;
  double worst;
  double worst_common;                  /* of words in more than 1 % */
  double worst_short;                   /* of these, of one or two characters */
  guint n;
} Ratios;

/* What one engine is beside ours. */
typedef struct
{
  Ratios first;                         /* our first rows, of its whole answer */
  Ratios count;                         /* our whole answer, likewise */
} Beside;

static void
note_ratio (Ratios *ratios, double ratio, gboolean is_common, gboolean is_short)
{
  ratios->log_sum += log (MAX (ratio, 1e-9));
  ratios->worst = MAX (ratios->worst, ratio);
  if (is_common)
    ratios->worst_common = MAX (ratios->worst_common, ratio);
  if (is_common && is_short)
    ratios->worst_short = MAX (ratios->worst_short, ratio);
  ratios->n++;
}

typedef struct
{
  double first[RUNS];
  double whole[RUNS];
  double engines[N_ENGINES][RUNS];
  gboolean answers[N_ENGINES];
} Times;

static void
run_once (JkbCases *cases, Engine **engines, const char *word, guint n_hits, Times *times, int run)
{
  guint n = search_first (cases, word);
  double begin = stopwatch_ms ();

  n = search_first (cases, word);
  times->first[run] = stopwatch_ms () - begin;
  g_assert_cmpuint (n, ==, MIN (n_hits, N_FIRST));
  n = search_own (cases, word);
  begin = stopwatch_ms ();
  n = search_own (cases, word);
  times->whole[run] = stopwatch_ms () - begin;
  if (n != n_hits)
    g_error ("%s: %u found, %u there", word, n, n_hits);
  for (int i = 0; i < N_ENGINES; i++)
    {
      times->answers[i] = engines[i] != NULL && engine_search (engines[i], word, &n, &times->engines[i][run])
                          && engine_search (engines[i], word, &n, &times->engines[i][run]);
      if (times->answers[i] && n != n_hits)
        g_error ("%s: %s found %u, %u are there", word, engine_name (i), n, n_hits);
    }
}

/* One word by all engines, one after the other, RUNS times. */
static void
measure_word (JkbCases *cases, const Documents *documents, Engine **engines, Beside *beside, const char *word)
{
  guint n_hits = scan (documents, word);
  /* The first rows of other words are promised nothing: with few hits there is little to be saved. */
  gboolean is_common = n_hits * 100 > documents->texts->len, is_short = g_utf8_strlen (word, -1) <= 2;
  Times times;
  double first, whole;

  for (int run = 0; run < RUNS; run++)
    run_once (cases, engines, word, n_hits, &times, run);
  first = stopwatch_median (times.first, RUNS);
  whole = stopwatch_median (times.whole, RUNS);
  g_print ("%8u %8.3f %9.3f ", n_hits, first, whole);
  for (int i = 0; i < N_ENGINES; i++)
    if (times.answers[i])
      {
        double ms = MAX (stopwatch_median (times.engines[i], RUNS), 1e-4);

        note_ratio (&beside[i].first, first / ms, is_common, is_short);
        note_ratio (&beside[i].count, whole / ms, is_common, is_short);
        g_print ("  %8.2f (%6.4f %6.4f)", ms, first / ms, whole / ms);
      }
    else
      g_print ("  %24s", "-");
  g_print ("  %-8s %s\n", !is_common ? "rare" : is_short ? "short" : "longer", word);
}

static void
print_ratio (const char *engine, const char *what, const Ratios *ratios)
{
  g_print ("%-8s %-10s geometric mean %.4f, at worst %.4f; of words in more than 1 %% (short, longer) %.4f, of 1 or 2"
           " characters (short) %.4f\n", engine, what, exp (ratios->log_sum / ratios->n), ratios->worst, ratios->worst_common,
           ratios->worst_short);
}

static void
print_ratios (const Beside *beside)
{
  for (int i = 0; i < N_ENGINES; i++)
    if (beside[i].count.n > 0)
      {
        print_ratio (engine_name (i), "first 100:", &beside[i].first);
        print_ratio (engine_name (i), "count:", &beside[i].count);
      }
}

/* @names: those that were named, all when there are none */
static gboolean
is_wanted (int kind, char **names)
{
  return *names == NULL || g_strv_contains ((const char *const *) names, engine_name (kind));
}

static void
measure_build (JkbCases *cases, const Documents *documents, char **names, Engine **engines)
{
  double begin = stopwatch_ms (), own_ms;

  jkb_cases_index_texts (cases, NULL);
  own_ms = stopwatch_ms () - begin;
  g_print ("index  %8.1f MB/s, %.3f of the text\n", (double) documents->n_bytes / 1e3 / own_ms,
           (double) jkb_cases_get_index_size (cases) / (double) documents->n_bytes);
  for (int i = 0; i < N_ENGINES; i++)
    {
      double ms;

      if (!is_wanted (i, names))
        continue;
      engines[i] = engine_new (i, documents, &ms);
      if (engines[i] == NULL)
        g_print ("%-8s is not here: left out\n", engine_name (i));
      else if (ms > 0)
        g_print ("%-8s index %6.1f MB/s, built in %.1f times our time\n", engine_name (i),
                 (double) documents->n_bytes / 1e3 / ms, ms / own_ms);
    }
}

/* Parts @arguments before and after "--". Returns: (transfer none): the words to search */
static const char *const *
take_words (char **arguments)
{
  for (; *arguments != NULL; arguments++)
    if (strcmp (*arguments, "--") == 0)
      {
        *arguments = NULL;
        return arguments[1] != NULL ? (const char *const *) (arguments + 1) : usual_words;
      }
  return usual_words;
}

int
main (int argc, char **argv)
{
  char **names = argv + MIN (argc, 2);
  const char *const *words = take_words (names);
  gint64 n_cases = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 10000;
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, NULL);
  Documents documents = { g_ptr_array_new_with_free_func (g_free), g_array_new (FALSE, FALSE, sizeof (int)), 0 };
  Engine *engines[N_ENGINES] = { NULL };
  Beside beside[N_ENGINES] = { 0 };
  g_autoptr(JkbCases) cases = NULL;

  setlocale (LC_ALL, "");
  g_assert (fold != NULL);
  cases = make_cases (fold, MAX (n_cases, 1), &documents);
  g_print ("%" G_GINT64_FORMAT " cases, %.1f MB of folded text\n", n_cases, (double) documents.n_bytes / 1e6);
  measure_build (cases, &documents, names, engines);
  g_print ("%8s %8s %9s ", "hits", "first", "whole");
  for (int i = 0; i < N_ENGINES; i++)
    g_print ("  %24s", engine_name (i));
  g_print ("   milliseconds (our first rows and our whole answer as part of theirs)\n");
  for (gsize i = 0; words[i] != NULL; i++)
    measure_word (cases, &documents, engines, beside, words[i]);
  print_ratios (beside);
  for (int i = 0; i < N_ENGINES; i++)
    engine_free (engines[i]);
  g_ptr_array_unref (documents.texts);
  g_array_unref (documents.days);
  return 0;
}
