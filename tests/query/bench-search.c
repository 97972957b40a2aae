/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-search [CASES]: the search beside Groonga (TokenBigram, its cache off), FTS5 trigram, instr() and
 * ripgrep, in turn, over the same folded texts. Every count must equal that of a scan with strstr(); an
 * engine that is not there is named and left out. A median of RUNS each. The search of the program gives the
 * whole answer in order; the others give a count and the first 100 by date.
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

static const char *const words[] = {
  "紛", "の", "麒", "情報", "調査", "麒麟", "専門家", "暗号化", "個人情報", "共有設定",
  "クレジット", "防犯カメラ", "不正アクセス", "切り離し", "個人情報の漏", "クレジットカード", "存在しない語句",
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
  guint n;
} Ratios;

static void
note_ratio (Ratios *ratios, double own, double theirs, gboolean is_common)
{
  double ratio = own / MAX (theirs, 1e-4);

  ratios->log_sum += log (MAX (ratio, 1e-9));
  ratios->worst = MAX (ratios->worst, ratio);
  if (is_common)
    ratios->worst_common = MAX (ratios->worst_common, ratio);
  ratios->n++;
}

/* One word by all engines, one after the other, RUNS times. */
static void
measure_word (JkbCases *cases, const Documents *documents, Engine **engines, Ratios *ratios, const char *word)
{
  guint n_hits = scan (documents, word);
  double own[RUNS], theirs[N_ENGINES][RUNS], own_ms;
  gboolean answers[N_ENGINES] = { FALSE };

  for (int run = 0; run < RUNS; run++)
    {
      double begin = stopwatch_ms ();
      guint n = search_own (cases, word);

      own[run] = stopwatch_ms () - begin;
      if (n != n_hits)
        g_error ("%s: %u found, %u there", word, n, n_hits);
      for (int i = 0; i < N_ENGINES; i++)
        {
          answers[i] = engines[i] != NULL && engine_search (engines[i], word, &n, &theirs[i][run]);
          if (answers[i] && n != n_hits)
            g_error ("%s: %s found %u, %u are there", word, engine_name (i), n, n_hits);
        }
    }
  own_ms = stopwatch_median (own, RUNS);
  g_print ("%8u hits %9.3f ms", n_hits, own_ms);
  for (int i = 0; i < N_ENGINES; i++)
    if (answers[i])
      {
        double ms = stopwatch_median (theirs[i], RUNS);

        note_ratio (&ratios[i], own_ms, ms, n_hits * 100 > documents->texts->len);
        g_print ("  %9.3f (%7.4f)", ms, own_ms / ms);
      }
    else
      g_print ("  %19s", "-");
  g_print ("  %s\n", word);
}

static void
print_ratios (const Ratios *ratios)
{
  for (int i = 0; i < N_ENGINES; i++)
    if (ratios[i].n > 0)
      g_print ("of %-8s geometric mean %.4f, at worst %.4f, at worst of words in more than 1 %% %.4f\n",
               engine_name (i), exp (ratios[i].log_sum / ratios[i].n), ratios[i].worst, ratios[i].worst_common);
}

static void
measure_build (JkbCases *cases, const Documents *documents, Engine **engines)
{
  double begin = stopwatch_ms (), own_ms;

  jkb_cases_index_texts (cases, NULL);
  own_ms = stopwatch_ms () - begin;
  g_print ("index  %8.1f MB/s, %.3f of the text\n", (double) documents->n_bytes / 1e3 / own_ms,
           (double) jkb_cases_get_index_size (cases) / (double) documents->n_bytes);
  for (int i = 0; i < N_ENGINES; i++)
    {
      double ms;

      engines[i] = engine_new (i, documents, &ms);
      if (engines[i] == NULL)
        g_print ("%-8s is not here: left out\n", engine_name (i));
      else if (ms > 0)
        g_print ("%-8s index %6.1f MB/s, built in %.1f times our time\n", engine_name (i),
                 (double) documents->n_bytes / 1e3 / ms, ms / own_ms);
    }
}

int
main (int argc, char **argv)
{
  gint64 n_cases = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 10000;
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, NULL);
  Documents documents = { g_ptr_array_new_with_free_func (g_free), g_array_new (FALSE, FALSE, sizeof (int)), 0 };
  Engine *engines[N_ENGINES] = { NULL };
  Ratios ratios[N_ENGINES] = { { 0 } };
  g_autoptr(JkbCases) cases = NULL;

  setlocale (LC_ALL, "");
  g_assert (fold != NULL);
  cases = make_cases (fold, MAX (n_cases, 1), &documents);
  g_print ("%" G_GINT64_FORMAT " cases, %.1f MB of folded text\n", n_cases, (double) documents.n_bytes / 1e6);
  measure_build (cases, &documents, engines);
  g_print ("%24s", "Jikenbo");
  for (int i = 0; i < N_ENGINES; i++)
    g_print ("  %19s", engine_name (i));
  g_print ("   milliseconds (ours as part of theirs)\n");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    measure_word (cases, &documents, engines, ratios, words[i]);
  print_ratios (ratios);
  for (int i = 0; i < N_ENGINES; i++)
    engine_free (engines[i]);
  g_ptr_array_unref (documents.texts);
  g_array_unref (documents.days);
  return 0;
}
