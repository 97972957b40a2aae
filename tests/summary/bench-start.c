/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-start [CASES [CASEBOOK]]: from opening a casebook of that many cases to what a window can do with it:
 * the first rows of the table, the whole table, a search while the texts are still in the casebook, all
 * texts, the index made anew and kept; then the same with the index kept. Writes the casebook first when
 * CASEBOOK is not there: generated notices with their texts, and no facts.
 */
#include <locale.h>

#include "casebook.h"
#include "large-casebook.h"
#include "query/jkb-selection.h"
#include "stopwatch.h"
#include "summary/jkb-case-loader-index.h"
#include "summary/jkb-case-loader.h"

#define N_FIRST 100
/* As the window does. */
#define N_FIRST_CASES 400

static double
tell (const char *what, double begin)
{
  double now = stopwatch_ms ();

  g_print ("  %-52s %10.1f ms\n", what, now - begin);
  return now;
}

static void
search (JkbCaseIndex *index, const char *word, gboolean is_whole, const char *what)
{
  g_autoptr(JkbCases) cases = jkb_case_index_snapshot (index);
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) selection = NULL;
  JkbOrder order = { JKB_COLUMN_DATE, TRUE };
  double begin = stopwatch_ms ();

  jkb_filter_set_words (filter, word);
  selection = is_whole ? jkb_selection_new (cases, filter, order, NULL, NULL)
                       : jkb_selection_new_first (cases, filter, order, N_FIRST, NULL, NULL);
  g_print ("  %-40s %8u rows %12.1f ms\n", what, jkb_selection_n (selection), stopwatch_ms () - begin);
}

static void
measure (const char *path, JkbFold *fold)
{
  g_autoptr(JkbStore) store = NULL;
  g_autoptr(JkbCaseIndex) index = NULL;
  g_autoptr(JkbCases) cases = NULL;
  g_autoptr(JkbCases) latest = NULL;
  g_autoptr(GArray) ids = NULL;
  double all = stopwatch_ms (), begin;

  store = jkb_store_open (path, JKB_STORE_NONE, NULL, NULL);
  begin = tell ("open", all);
  latest = jkb_case_loader_load_latest (store, fold, N_FIRST_CASES, NULL, NULL);
  tell ("the latest cases", begin);
  begin = tell ("= to the first rows of the table", all);
  index = jkb_case_loader_load_lazily (store, fold, NULL, NULL);
  begin = tell ("cases, and what is kept of the index", begin);
  search (index, NULL, FALSE, "first rows of all cases");
  tell ("= to the whole table", all);
  search (index, "麒麟", FALSE, "first of 麒麟, texts in the casebook");
  search (index, "不正アクセス", FALSE, "first of 不正アクセス, likewise");
  begin = stopwatch_ms ();
  ids = jkb_case_index_list_without_text (index);
  g_assert_true (jkb_case_loader_read_texts (store, (const gint64 *) ids->data, ids->len, index, NULL, NULL));
  tell ("texts", begin);
  search (index, "不正アクセス", TRUE, "all of 不正アクセス, texts in memory");
  cases = jkb_case_index_snapshot (index);
  begin = stopwatch_ms ();
  g_assert_true (jkb_case_loader_keep_index (store, cases, NULL, NULL));
  tell ("index, where it is not kept yet", begin);
  jkb_store_close (store);
}

int
main (int argc, char **argv)
{
  gint64 n_cases = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 10000;
  char *folder = argc > 2 ? NULL : casebook_folder ();
  g_autofree char *path
      = folder != NULL ? g_build_filename (folder, "casebook.sqlite3", NULL) : g_strdup (argv[2]);
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, NULL);

  setlocale (LC_ALL, "");
  g_assert_nonnull (fold);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    large_casebook_write (path, MAX (n_cases, 1), TRUE);
  g_print ("without the index:\n");
  measure (path, fold);
  g_print ("with the index:\n");
  measure (path, fold);
  if (folder != NULL)
    casebook_remove (folder);
  return 0;
}
