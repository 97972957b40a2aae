/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/jkb-case-loader.h"

#include <string.h>

#include "import/jkb-bundled.h"
#include "import/jkb-import.h"
#include "query/jkb-selection.h"

static const char page[] = "個人情報の紛失に関するお詫び\n\n"
                           "このたび、株式会社あさぎり印刷は、お客様34名分の申込書を紛失いたしました。\n"
                           "2024年3月1日に判明し、深くお詫び申し上げます。\n";

static JkbFold *fold;

static JkbStore *
open_store (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "c.sqlite3", NULL);
  g_autoptr(GError) error = NULL;
  JkbStore *store = jkb_store_open (path, JKB_STORE_CREATE, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (jkb_bundled_install (store, NULL, &error));
  g_assert_no_error (error);
  return store;
}

static gint64
import (JkbStore *store, const char *text)
{
  g_autoptr(JkbExtractor) extractor = jkb_extractor_new (NULL, NULL);
  g_autoptr(JkbImportInputs) inputs = jkb_import_inputs_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(JkbImportReport) report = NULL;
  const JkbImportEntry *entry;

  jkb_import_inputs_add_bytes (inputs, "page", bytes);
  g_assert_true (jkb_import_run (store, extractor, inputs, NULL, NULL, &report, NULL, NULL));
  entry = g_ptr_array_index (report->entries, 0);
  return ((const JkbImportItem *) g_ptr_array_index (entry->items, 0))->incident_id;
}

static guint
count (JkbCaseIndex *index, const char *words)
{
  g_autoptr(JkbCases) cases = jkb_case_index_snapshot (index);
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) selection = NULL;

  jkb_filter_set_words (filter, words);
  selection
      = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);
  return jkb_selection_n (selection);
}

static void
test_load (void)
{
  g_autoptr(JkbStore) store = open_store ();
  gint64 id = import (store, page);
  g_autoptr(JkbCaseIndex) index = jkb_case_loader_load (store, fold, NULL, NULL);
  g_autoptr(JkbCaseIndex) headings = jkb_case_loader_load_headings (store, fold, NULL, NULL);
  JkbStoreCounts counts;

  g_assert_cmpint (id, >, 0);
  g_assert_true (jkb_store_count (store, &counts, NULL, NULL));
  g_assert_cmpint (count (index, NULL), ==, counts.incidents);
  g_assert_cmpint (count (headings, NULL), ==, counts.incidents);
  g_assert_cmpuint (count (index, "あさぎり印刷 深くお詫び申し上げます"), ==, 1);
  g_assert_cmpuint (count (headings, "深くお詫び申し上げます"), ==, 0);
  g_assert_cmpuint (count (index, "review:bundled"), ==, counts.incidents - 1);
  jkb_store_close (store);
}

/* The table begins the same, whether all cases are there or only the latest; one lies in the bin. */
static void
test_latest (void)
{
  static const guint counts[] = { 1, 7, 100, 10000 };
  g_autoptr(JkbStore) store = open_store ();
  gint64 undated = import (store, "紛失のお詫び\n\n株式会社よいやみ運輸は、申込書を紛失いたしました。深くお詫び申し上げます。\n");
  JkbOrder order = { JKB_COLUMN_DATE, TRUE };
  JkbEdit edit = { JKB_EDIT_DELETE, .incident_id = 17 };
  g_autoptr(JkbCaseIndex) index = NULL;
  g_autoptr(JkbCases) all = NULL;
  g_autoptr(JkbSelection) whole = NULL;

  g_assert_cmpint (undated, >, 0);
  g_assert_true (jkb_store_edit (store, &edit, 1, NULL, NULL));
  index = jkb_case_loader_load (store, fold, NULL, NULL);
  all = jkb_case_index_snapshot (index);
  whole = jkb_selection_new (all, NULL, order, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr(JkbCases) latest = jkb_case_loader_load_latest (store, fold, counts[i], NULL, NULL);
      g_autoptr(JkbSelection) first = jkb_selection_new_first (latest, NULL, order, counts[i], NULL, NULL);

      g_assert_cmpuint (jkb_selection_n (first), ==, MIN (counts[i], jkb_selection_n (whole)));
      for (guint row = 0; row < jkb_selection_n (first); row++)
        g_assert_cmpint (jkb_selection_get_id (first, row), ==, jkb_selection_get_id (whole, row));
    }
  jkb_store_close (store);
}

/* What a change leaves in the index is what loading everything again gives. */
static void
test_changes (void)
{
  g_autoptr(JkbStore) store = open_store ();
  g_autoptr(JkbCaseIndex) index = jkb_case_loader_load (store, fold, NULL, NULL);
  guint n_before = count (index, NULL);
  gint64 ids[] = { 1, import (store, page), 99999 };
  JkbEdit edits[] = { { .kind = JKB_EDIT_DELETE, .incident_id = 1 },
                      { .kind = JKB_EDIT_DETAIL,
                        .incident_id = ids[1],
                        .detail = JKB_DETAIL_NOTES,
                        .value = "授業で使う" } };
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbCaseChanges) changes = NULL;

  g_assert_true (jkb_store_edit (store, edits, G_N_ELEMENTS (edits), NULL, &error));
  g_assert_no_error (error);
  changes = jkb_case_changes_read (store, ids, G_N_ELEMENTS (ids), NULL, &error);
  g_assert_no_error (error);
  jkb_case_changes_apply (changes, index);
  g_assert_cmpuint (count (index, NULL), ==, n_before);
  g_assert_cmpuint (count (index, "あさぎり印刷"), ==, 1);
  g_assert_cmpuint (count (index, "授業で使う"), ==, 1);
  jkb_store_close (store);
}

static void
test_errors (void)
{
  g_autoptr(JkbStore) store = open_store ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) cancelled = NULL;
  g_autoptr(GError) closed = NULL;
  gint64 id = 1;

  g_cancellable_cancel (cancellable);
  g_assert_null (jkb_case_loader_load (store, fold, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  jkb_store_close (store);
  g_assert_null (jkb_case_changes_read (store, &id, 1, NULL, &closed));
  g_assert_error (closed, JKB_STORE_ERROR, JKB_STORE_ERROR_CLOSED);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  fold = jkb_fold_new (NULL, NULL);
  g_assert_nonnull (fold);
  g_test_add_func ("/summary/case-loader/load", test_load);
  g_test_add_func ("/summary/case-loader/latest", test_latest);
  g_test_add_func ("/summary/case-loader/changes", test_changes);
  g_test_add_func ("/summary/case-loader/errors", test_errors);
  status = g_test_run ();
  jkb_fold_unref (fold);
  return status;
}
