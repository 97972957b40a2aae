/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-search [CASES [ENGINE…] [-- WORD…]]: the search beside Groonga (TokenBigram, its cache off), FTS5 trigram,
 * instr() and ripgrep, or beside those that are named, in turn, over the same folded texts, for the words below or
 * those that are named. Every count must equal that of a scan with strstr(); an engine that is not there is named and
 * left out. A median of RUNS each, and before each run one that is not timed, so that nobody pays for what another
 * engine drove out of the processor's memory. The others give a count and the first 100 by date in one answer; the
 * program first gives these 100, then the whole answer with its count. Ours may use two threads for it, whose time of
 * the processor adds up. What is promised is told beside what was measured.
 *
 * Takes two minutes for 10 000 cases and ten for 100 000; a million need 12 GB of memory and an hour with
 * Groonga alone.
 */
#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "engines.h"
#include "notice-writer.h"
#include "query/jkb-case-index.h"
#include "query/jkb-selection.h"
#include "search-ratios.h"
#include "summary/jkb-case-loader-index.h"

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

/* What one engine is beside ours. */
typedef struct
{
  SearchRatios first;                   /* our first rows, of its whole answer */
  SearchRatios count;                   /* our whole answer, likewise */
} Beside;

typedef struct
{
  Spent first[RUNS];
  Spent whole[RUNS];
  Spent engines[N_ENGINES][RUNS];
  gboolean answers[N_ENGINES];
} Times;

static Spent
get_median (const Spent *runs)
{
  double wall[RUNS], cpu[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      wall[i] = runs[i].wall_ms;
      cpu[i] = runs[i].cpu_ms;
    }
  return (Spent){ stopwatch_median (wall, RUNS), stopwatch_median (cpu, RUNS) };
}

static void
run_once (JkbCases *cases, Engine **engines, const char *word, guint n_hits, Times *times, int run)
{
  guint n = search_first (cases, word);
  Spent begin = spent_now ();

  n = search_first (cases, word);
  times->first[run] = spent_since (begin);
  g_assert_cmpuint (n, ==, MIN (n_hits, N_FIRST));
  n = search_own (cases, word);
  begin = spent_now ();
  n = search_own (cases, word);
  times->whole[run] = spent_since (begin);
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

/* The first rows of rare words are promised nothing: with few hits there is little to be saved. */
static WordKind
get_kind (const char *word, guint n_hits, guint n_texts)
{
  if (n_hits * 100 <= n_texts)
    return WORD_RARE;
  return g_utf8_strlen (word, -1) <= 2 ? WORD_SHORT : WORD_LONGER;
}

/* One word by all engines, one after the other, RUNS times. */
static void
measure_word (JkbCases *cases, const Documents *documents, Engine **engines, Beside *beside, const char *word)
{
  static const char *const kinds[N_WORD_KINDS] = { "rare", "short", "longer" };
  guint n_hits = scan (documents, word);
  WordKind kind = get_kind (word, n_hits, documents->texts->len);
  Times times;
  Spent first, whole;

  for (int run = 0; run < RUNS; run++)
    run_once (cases, engines, word, n_hits, &times, run);
  first = get_median (times.first);
  whole = get_median (times.whole);
  g_print ("%8u %7.3f %7.3f %7.3f %7.3f ", n_hits, first.wall_ms, first.cpu_ms, whole.wall_ms, whole.cpu_ms);
  for (int i = 0; i < N_ENGINES; i++)
    if (times.answers[i])
      {
        Spent theirs = get_median (times.engines[i]);

        search_ratios_note (&beside[i].first, kind, first, theirs);
        search_ratios_note (&beside[i].count, kind, whole, theirs);
        g_print (" %8.2f %8.2f (%6.4f %6.4f)", theirs.wall_ms, theirs.cpu_ms,
                 search_ratio (first, theirs, BY_PROCESSOR), search_ratio (whole, theirs, BY_PROCESSOR));
      }
    else
      g_print (" %33s", "-");
  g_print ("  %-6s %s\n", kinds[kind], word);
}

/* What is promised of so many cases. */
static SearchGoals
get_goals (int engine, gboolean is_count, guint n_cases)
{
  SearchGoals goals = { 0 };

  if (n_cases >= 1000000 && engine == ENGINE_GROONGA)
    goals = is_count ? (SearchGoals){ .worst = 1 } : (SearchGoals){ .worst_short = 1 / 3., .worst_longer = 1 / 3. };
  else if (n_cases >= 100000 && engine == ENGINE_GROONGA)
    goals = is_count ? (SearchGoals){ .mean = .7 } : (SearchGoals){ .worst_short = .02, .worst_longer = .1 };
  else if (n_cases >= 100000 && engine == ENGINE_FTS5 && is_count)
    goals.mean = .4;
  return goals;
}

static void
print_ratios (const Beside *beside, guint n_cases)
{
  for (int i = 0; i < N_ENGINES; i++)
    {
      g_autofree char *first = g_strdup_printf ("%s, first 100", engine_name (i));
      g_autofree char *count = g_strdup_printf ("%s, count", engine_name (i));
      SearchGoals goals = get_goals (i, FALSE, n_cases);

      search_ratios_print (&beside[i].first, first, &goals);
      goals = get_goals (i, TRUE, n_cases);
      search_ratios_print (&beside[i].count, count, &goals);
    }
}

/* @names: those that were named, all when there are none */
static gboolean
is_wanted (int kind, char **names)
{
  for (char **name = names; *name != NULL; name++)
    if (g_ascii_strcasecmp (*name, engine_name (kind)) == 0)
      return TRUE;
  return *names == NULL;
}

/* A name that is none must not end in a measurement beside nobody. */
static gboolean
are_engines (char **names)
{
  for (; *names != NULL; names++)
    {
      char *one[] = { *names, NULL };
      gboolean is_one = FALSE;

      for (int i = 0; i < N_ENGINES; i++)
        is_one |= is_wanted (i, one);
      if (!is_one)
        {
          g_printerr ("“%s” is no engine\n", *names);
          return FALSE;
        }
    }
  return TRUE;
}

/* Until it is written in a casebook, as those of the others are in their files. */
static Spent
build_own (JkbCases *cases)
{
  g_autofree char *folder = g_dir_make_tmp ("jikenbo-search-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "casebook.sqlite3", NULL);
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  Spent begin = spent_now (), spent;

  g_assert_true (jkb_case_loader_keep_index (store, cases, NULL, NULL));
  spent = spent_since (begin);
  jkb_store_close (store);
  engine_remove_folder (folder);
  return spent;
}

static void
measure_build (JkbCases *cases, const Documents *documents, char **names, Engine **engines)
{
  Spent own = build_own (cases);
  double size = (double) jkb_cases_get_index_size (cases) / (double) documents->n_bytes;

  g_print ("index built and written: %.1f MB/s, by the time of the processor %.1f\n",
           (double) documents->n_bytes / 1e3 / own.wall_ms, (double) documents->n_bytes / 1e3 / own.cpu_ms);
  goal_print ("size of the index, of the text", size, size, .5);
  for (int i = 0; i < N_ENGINES; i++)
    {
      g_autofree char *what = g_strdup_printf ("%s, time to build the index", engine_name (i));
      Spent theirs;

      if (!is_wanted (i, names))
        continue;
      engines[i] = engine_new (i, documents, &theirs);
      if (engines[i] == NULL)
        g_print ("%-8s is not here: left out\n", engine_name (i));
      else if (theirs.wall_ms > 0)
        goal_print (what, search_ratio (own, theirs, BY_WALL), search_ratio (own, theirs, BY_PROCESSOR),
                    i == ENGINE_GROONGA ? 1 / 3. : 0);
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
  if (!are_engines (names))
    return 2;
  cases = make_cases (fold, MAX (n_cases, 1), &documents);
  g_print ("%" G_GINT64_FORMAT " cases, %.1f MB of folded text\n", n_cases, (double) documents.n_bytes / 1e6);
  measure_build (cases, &documents, names, engines);
  g_print ("milliseconds by the clock on the wall and by the time of the processor (by the latter: our first rows and"
           " our whole answer, as parts of theirs)\n%8s %15s %15s ", "hits", "first", "whole");
  for (int i = 0; i < N_ENGINES; i++)
    g_print (" %33s", engine_name (i));
  g_print ("\n");
  for (gsize i = 0; words[i] != NULL; i++)
    measure_word (cases, &documents, engines, beside, words[i]);
  print_ratios (beside, documents.texts->len);
  for (int i = 0; i < N_ENGINES; i++)
    engine_free (engines[i]);
  g_ptr_array_unref (documents.texts);
  g_array_unref (documents.days);
  return 0;
}
