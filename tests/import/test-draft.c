/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import that is looked at before anything of it is stored. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "../util/notice-writer.h"
#include "casebook.h"
#include "import/jkb-import-private.h"
#include "store/jkb-store-read.h"

#define FIRST_REPORT                                                                                       \
  "不正アクセスによる個人情報漏えいの可能性について\n\n2031年2月20日\nつばめ旅行株式会社\n\n"                      \
  "弊社の予約サーバーが第三者に侵入されていたことが、2031年2月16日に分かりました。侵入があったのは2月14日です。\n\n" \
  "お客様最大10,000名の氏名、生年月日、旅券番号が漏えいした可能性があります。2月18日に個人情報保護委員会へ"      \
  "報告しました。\n"

typedef struct
{
  char *folder;
  char *pages;                          /* a folder inside */
  JkbStore *store;
  JkbExtractor *extractor;
  guint n_told;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  fixture->folder = casebook_folder ();
  fixture->pages = g_build_filename (fixture->folder, "pages", NULL);
  g_assert_cmpint (g_mkdir (fixture->pages, 0700), ==, 0);
  path = g_build_filename (fixture->folder, "casebook.sqlite3", NULL);
  fixture->store = jkb_store_open (path, JKB_STORE_CREATE, NULL, &error);
  g_assert_no_error (error);
  fixture->extractor = jkb_extractor_new (NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  casebook_assert_good (fixture->store);
  g_clear_object (&fixture->store);
  jkb_extractor_free (fixture->extractor);
  g_free (fixture->pages);
  casebook_remove (fixture->folder);
}

static void
make_page (Fixture *fixture, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->pages, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
copy_sample (Fixture *fixture, const char *sample, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("JIKENBO_DATA_DIR"), "samples", sample, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  make_page (fixture, name, text);
}

/* ---- waiting ---- */

static void
on_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **done = user_data;

  *done = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **done)
{
  while (*done == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *done;
}

/* Entries come in order, none is told of twice. */
static void
on_told (JkbImportDraft *draft, guint first, const JkbImportProgress *progress, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_cmpuint (first, ==, fixture->n_told);
  fixture->n_told = jkb_import_draft_get_entries (draft)->len;
  g_assert_cmpuint (progress->n_done, ==, fixture->n_told);
  g_assert_cmpuint (progress->n_found, >=, progress->n_done);
}

static JkbImportDraft *
read_draft (Fixture *fixture)
{
  JkbImportDraft *draft = jkb_import_draft_new (fixture->store);
  JkbImportInputs *inputs = jkb_import_inputs_new ();
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(GError) error = NULL;

  fixture->n_told = 0;
  jkb_import_inputs_add_path (inputs, fixture->pages);
  jkb_import_draft_read_async (draft, fixture->extractor, inputs, on_told, fixture, NULL, on_done_cb, &done);
  g_assert_true (jkb_import_draft_finish (draft, wait_for (&done), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_told, ==, jkb_import_draft_get_entries (draft)->len);
  return draft;
}

static void
compare (JkbImportDraft *draft)
{
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(GError) error = NULL;

  jkb_import_draft_compare_async (draft, NULL, on_done_cb, &done);
  g_assert_true (jkb_import_draft_finish (draft, wait_for (&done), &error));
  g_assert_no_error (error);
}

static JkbImportReport *
accept (JkbImportDraft *draft)
{
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(GError) error = NULL;
  JkbImportReport *report;

  jkb_import_draft_accept_async (draft, NULL, on_done_cb, &done);
  report = jkb_import_draft_accept_finish (draft, wait_for (&done), &error);
  g_assert_no_error (error);
  return report;
}

static JkbDraftEntry *
get_entry (JkbImportDraft *draft, guint index)
{
  return g_ptr_array_index (jkb_import_draft_get_entries (draft), index);
}

static void
assert_empty (Fixture *fixture)
{
  JkbStoreCounts counts;

  g_assert_true (jkb_store_count (fixture->store, &counts, NULL, NULL));
  g_assert_cmpint (counts.sources, ==, 0);
  g_assert_cmpint (counts.incidents, ==, 0);
}

/* ---- tests ---- */

static void
write_pages (Fixture *fixture)
{
  NoticeWriter *writer = notice_writer_new (7);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *name = g_strdup_printf ("%02u.txt", i);
      g_autoptr(JkbIncident) incident = notice_writer_next (writer, i + 1, &text);

      make_page (fixture, name, text);
    }
  notice_writer_free (writer);
  copy_sample (fixture, "seminar.txt", "60.txt");
  copy_sample (fixture, "casebook-page.txt", "61.txt");
  copy_sample (fixture, "bcc-mistake.txt", "62.txt");
  copy_sample (fixture, "bcc-mistake.txt", "63.txt");
  make_page (fixture, "64.txt", FIRST_REPORT);
  copy_sample (fixture, "second-report.txt", "65.txt");
}

/* What is foreseen is what happens; looking stores nothing. */
static void
test_foreseen (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbImportDraft) draft = NULL;
  g_autoptr(JkbImportReport) report = NULL;
  const JkbAddedItem *first, *second;

  write_pages (fixture);
  draft = read_draft (fixture);
  g_assert_cmpuint (jkb_import_draft_get_entries (draft)->len, ==, 66);
  g_assert_null (jkb_draft_entry_get_plan (get_entry (draft, 0), 0));
  compare (draft);
  assert_empty (fixture);
  g_assert_cmpint (jkb_draft_entry_get_plan (get_entry (draft, 60), 0)->outcome, ==, JKB_OUTCOME_SET_ASIDE);
  g_assert_cmpint (jkb_draft_entry_get_plan (get_entry (draft, 63), 0)->outcome, ==, JKB_OUTCOME_KNOWN);
  first = jkb_draft_entry_get_plan (get_entry (draft, 64), 0);
  second = jkb_draft_entry_get_plan (get_entry (draft, 65), 0);
  g_assert_cmpint (first->outcome, ==, JKB_OUTCOME_NEW);
  g_assert_cmpint (second->outcome, ==, JKB_OUTCOME_FOLLOW_UP);
  g_assert_cmpint (second->incident_id, ==, first->incident_id);

  report = accept (draft);
  g_assert_cmpuint (report->entries->len, ==, 66);
  for (guint i = 0; i < report->entries->len; i++)
    {
      const JkbImportEntry *entry = g_ptr_array_index (report->entries, i);

      g_assert_cmpstr (entry->name, ==, get_entry (draft, i)->name);
      for (guint j = 0; j < entry->items->len; j++)
        {
          const JkbImportItem *item = g_ptr_array_index (entry->items, j);

          g_assert_cmpint (item->outcome, ==, jkb_draft_entry_get_plan (get_entry (draft, i), item->index)->outcome);
        }
    }
  g_assert_true (jkb_store_undo (fixture->store, NULL, NULL));
  assert_empty (fixture);
}

/* Some of a page, nothing of another: one step. */
static void
test_declined (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbImportDraft) draft = NULL;
  g_autoptr(JkbImportReport) report = NULL;
  JkbDraftEntry *page;
  JkbStoreCounts counts;
  guint n_choices = 0;

  copy_sample (fixture, "casebook-page.txt", "a.txt");
  copy_sample (fixture, "bcc-mistake.txt", "b.txt");
  draft = read_draft (fixture);
  compare (draft);
  page = get_entry (draft, 0);
  for (guint i = 0; i < page->source->items->len; i++)
    if (jkb_draft_entry_is_choice (page, i))
      page->is_declined[i] = ++n_choices > 1;
  g_assert_cmpuint (n_choices, >, 1);
  get_entry (draft, 1)->is_declined[0] = TRUE;
  report = accept (draft);
  g_assert_cmpuint (report->entries->len, ==, 1);
  g_assert_cmpuint (report->n_outcomes[JKB_OUTCOME_NEW], ==, 1);
  g_assert_true (jkb_store_count (fixture->store, &counts, NULL, NULL));
  g_assert_cmpint (counts.sources, ==, 1);
  g_assert_cmpint (counts.incidents, ==, 1);
  g_assert_true (jkb_store_undo (fixture->store, NULL, NULL));
  assert_empty (fixture);
}

/* A person's correction is there when the same bytes come again, so they were not read again. */
static void
test_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbImportDraft) first = NULL;
  g_autoptr(JkbImportDraft) second = NULL;
  g_autoptr(JkbImportReport) report = NULL;
  g_autoptr(JkbCaseFile) file = NULL;
  JkbEdit edit = { .kind = JKB_EDIT_FACT, .field = JKB_FIELD_ORGANISATION, .state = JKB_FACT_CORRECTED,
                   .value = "架空町" };
  const JkbItem *item;

  copy_sample (fixture, "bcc-mistake.txt", "b.txt");
  first = read_draft (fixture);
  compare (first);
  report = accept (first);
  edit.incident_id = ((JkbImportItem *) ((JkbImportEntry *) report->entries->pdata[0])->items->pdata[0])->incident_id;
  g_assert_true (jkb_store_load_case (fixture->store, edit.incident_id, &file, NULL, NULL));
  edit.fact_id = jkb_case_file_find (file, JKB_FIELD_ORGANISATION)->id;
  g_assert_true (jkb_store_edit (fixture->store, &edit, 1, NULL, NULL));

  second = read_draft (fixture);
  compare (second);
  item = g_ptr_array_index (get_entry (second, 0)->source->items, 0);
  g_assert_cmpstr (jkb_item_value (item, JKB_FIELD_ORGANISATION), ==, "架空町");
  g_assert_cmpstr (item->text, ==, ((JkbItem *) get_entry (first, 0)->source->items->pdata[0])->text);
  g_assert_cmpint (jkb_draft_entry_get_plan (get_entry (second, 0), 0)->outcome, ==, JKB_OUTCOME_KNOWN);
  g_assert_false (jkb_draft_entry_is_choice (get_entry (second, 0), 0));
}

/* What cannot be read is an entry; nothing is left of a draft that is dropped. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbImportDraft) draft = NULL;
  g_autoptr(JkbImportReport) report = NULL;

  make_page (fixture, "a.txt", "");
  copy_sample (fixture, "bcc-mistake.txt", "b.txt");
  draft = read_draft (fixture);
  compare (draft);
  g_assert_nonnull (get_entry (draft, 0)->error);
  g_assert_null (get_entry (draft, 0)->source);
  report = accept (draft);
  g_assert_cmpuint (report->entries->len, ==, 1);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbImportDraft) draft = jkb_import_draft_new (fixture->store);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(GAsyncResult) compared = NULL;
  g_autoptr(GError) error = NULL;
  JkbImportInputs *inputs = jkb_import_inputs_new ();

  copy_sample (fixture, "bcc-mistake.txt", "b.txt");
  jkb_import_inputs_add_path (inputs, fixture->pages);
  g_cancellable_cancel (cancellable);
  jkb_import_draft_read_async (draft, fixture->extractor, inputs, on_told, fixture, cancellable, on_done_cb, &done);
  g_assert_false (jkb_import_draft_finish (draft, wait_for (&done), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  jkb_import_draft_compare_async (draft, cancellable, on_done_cb, &compared);
  g_assert_false (jkb_import_draft_finish (draft, wait_for (&compared), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_empty (fixture);
}

/* ---- priority ---- */

static guint
count_threads_behind (void)
{
  g_autoptr(GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  const char *name;
  guint n_threads = 0;

  while ((name = g_dir_read_name (tasks)) != NULL)
    n_threads += getpriority (PRIO_PROCESS, (id_t) g_ascii_strtoull (name, NULL, 10))
                 > getpriority (PRIO_PROCESS, (id_t) getpid ());
  return n_threads;
}

static gboolean
count_while_taking (GPtrArray *readings, guint n_found, gpointer user_data, GError **error)
{
  guint *n_threads = user_data;

  *n_threads = MAX (*n_threads, count_threads_behind ());
  return TRUE;
}

static guint
count_while_reading (Fixture *fixture, gboolean gives_way)
{
  JkbImportInputs *inputs = jkb_import_inputs_new ();
  g_autoptr(GError) error = NULL;
  guint n_threads = 0;

  jkb_import_inputs_set_gives_way (inputs, gives_way);
  jkb_import_inputs_add_path (inputs, fixture->pages);
  jkb_import_read (fixture->store, fixture->extractor, inputs, count_while_taking, &n_threads, NULL, &error);
  g_assert_no_error (error);
  jkb_import_inputs_free (inputs);
  return n_threads;
}

/* Whoever reads stands back when asked. */
static void
test_gives_way (Fixture *fixture, gconstpointer data)
{
  if (!g_file_test ("/proc/self/task", G_FILE_TEST_IS_DIR) || getpriority (PRIO_PROCESS, 0) >= 19)
    {
      g_test_skip ("no thread can stand further back here");
      return;
    }
  make_page (fixture, "first.txt", FIRST_REPORT);
  g_assert_cmpuint (count_while_reading (fixture, FALSE), ==, 0);
  g_assert_cmpuint (count_while_reading (fixture, TRUE), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/import/draft/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("foreseen", test_foreseen);
  ADD ("declined", test_declined);
  ADD ("known", test_known);
  ADD ("unreadable", test_unreadable);
  ADD ("cancelled", test_cancelled);
  ADD ("gives-way", test_gives_way);
  return g_test_run ();
}
