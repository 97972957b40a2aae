/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "casebook.h"

typedef struct
{
  char *folder;
  char *path;
  JkbStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = casebook_folder ();
  fixture->path = g_build_filename (fixture->folder, "casebook.sqlite3", NULL);
  fixture->store = jkb_store_open (fixture->path, JKB_STORE_CREATE, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL)
    casebook_assert_good (fixture->store);
  g_clear_object (&fixture->store);
  g_free (fixture->path);
  casebook_remove (fixture->folder);
}

static GArray *
add (JkbStore *store, guint first, guint n_notices, const char *page, gint64 batch)
{
  g_autoptr(JkbSource) source = casebook_source ("page", first, n_notices, page);
  g_autoptr(GError) error = NULL;
  GArray *added = jkb_store_add_source (store, source, batch, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (added);
  return added;
}

static void
assert_outcomes (const GArray *added, const char *expected)
{
  static const char letters[JKB_N_OUTCOMES + 1] = "NJKSFBA"; /* J: joined a bundled one */
  g_autoptr(GString) got = g_string_new (NULL);

  for (guint i = 0; i < added->len; i++)
    {
      const JkbAddedItem *item = &g_array_index (added, JkbAddedItem, i);

      g_assert_cmpuint (item->index, ==, i);
      g_assert_true ((item->incident_id > 0) == (item->outcome != JKB_OUTCOME_SET_ASIDE));
      g_string_append_c (got, letters[item->outcome]);
    }
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GArray) added = add (fixture->store, 1, 3, "a", jkb_store_new_batch (fixture->store));
  g_autoptr(JkbCaseFile) file = NULL;
  g_autoptr(GError) error = NULL;
  const JkbCaseNotice *notice;
  const JkbCaseFact *fact;

  assert_outcomes (added, "ANNN");
  jkb_store_load_case (fixture->store, g_array_index (added, JkbAddedItem, 2).incident_id, &file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (file->incident->organisation, ==, "架空物産2株式会社");
  g_assert_cmpstr (file->incident->key, ==, "2024-002");
  g_assert_cmpint (file->incident->people, ==, 3);
  g_assert_cmpint (file->incident->records, ==, JKB_COUNT_UNKNOWN);
  g_assert_cmpuint (file->incident->data_items, ==, 1u << JKB_DATA_NAME | 1u << JKB_DATA_PHONE);
  g_assert_cmpint (file->incident->discovered.month, ==, 3);
  g_assert_cmpint (file->incident->discovered.day, ==, 0);
  g_assert_cmpint (file->incident->review, ==, JKB_REVIEW_UNREAD);
  g_assert_cmpuint (file->notices->len, ==, 1);
  notice = g_ptr_array_index (file->notices, 0);
  g_assert_cmpstr (notice->source_name, ==, "page");
  g_assert_cmpint (notice->imported_us, >, 0);
  fact = jkb_case_file_find (file, JKB_FIELD_AFFECTED_PEOPLE);
  g_assert_cmpint (fact->notice_id, ==, notice->id);
  g_assert_cmpint (strncmp (notice->item->text + fact->fact->span.begin, "3名", strlen ("3名")), ==, 0);
  g_assert_null (jkb_case_file_find (file, JKB_FIELD_ENCRYPTED));
}

static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbCaseFile) file = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *bytes = NULL;

  g_assert_true (jkb_store_load_case (fixture->store, 77, &file, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (file);
  g_assert_true (jkb_store_load_source (fixture->store, 77, &bytes, NULL, &error));
  g_assert_null (bytes);
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GArray) first = add (fixture->store, 1, 3, "a", jkb_store_new_batch (fixture->store));
  g_autofree char *before = casebook_dump (fixture->store);
  g_autoptr(GArray) same_bytes = add (fixture->store, 1, 3, "a", jkb_store_new_batch (fixture->store));
  g_autofree char *after = casebook_dump (fixture->store);
  g_autoptr(GArray) other_page = add (fixture->store, 2, 3, "b", jkb_store_new_batch (fixture->store));

  assert_outcomes (same_bytes, "AKKK");
  g_assert_cmpstr (before, ==, after);
  assert_outcomes (other_page, "ASSN");
  for (guint i = 1; i < 4; i++)
    g_assert_cmpint (g_array_index (same_bytes, JkbAddedItem, i).incident_id, ==,
                     g_array_index (first, JkbAddedItem, i).incident_id);
  g_assert_cmpint (g_array_index (other_page, JkbAddedItem, 1).incident_id, ==,
                   g_array_index (first, JkbAddedItem, 2).incident_id);
}

/* Width and blanks differ, the words do not. */
static void
test_same_words (Fixture *fixture, gconstpointer data)
{
  static const char *const spellings[] = {
    "架空物産Ａ社は、USBメモリを\n紛失した。", "架空物産A社は､ＵＳＢメモリを 紛失 した。\r\n",
    "架空物産B社は、USBメモリを紛失した。",
  };
  static const char *const expected[] = { "N", "S", "N" };

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (spellings[i], strlen (spellings[i]));
      g_autoptr(JkbSource) source = jkb_source_new ("words", bytes);
      g_autoptr(GArray) added = NULL;
      JkbItem *item = jkb_item_new (g_strdup (spellings[i]));

      item->is_notice = TRUE;
      g_ptr_array_add (source->items, item);
      added = jkb_store_add_source (fixture->store, source, 1, NULL, NULL);
      assert_outcomes (added, expected[i]);
    }
}

static void
test_in_bin (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GArray) first = add (fixture->store, 1, 2, "a", jkb_store_new_batch (fixture->store));
  JkbEdit edit = { JKB_EDIT_DELETE, .incident_id = g_array_index (first, JkbAddedItem, 1).incident_id };
  g_autoptr(GArray) bytes = NULL;
  g_autoptr(GArray) page = NULL;
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (jkb_store_edit (fixture->store, &edit, 1, NULL, &error));
  g_assert_no_error (error);
  bytes = add (fixture->store, 1, 2, "a", jkb_store_new_batch (fixture->store));
  assert_outcomes (bytes, "ABK");
  page = add (fixture->store, 1, 2, "b", jkb_store_new_batch (fixture->store));
  assert_outcomes (page, "ABS");
  left = jkb_store_load_incidents (fixture->store, NULL, 0, NULL, &error);
  g_assert_cmpuint (left->len, ==, 1);
}

static void
test_source_bytes (Fixture *fixture, gconstpointer data)
{
  static const char raw[] = "\x82\xa0\0\xff" "any bytes";
  g_autoptr(GBytes) bytes = g_bytes_new_static (raw, sizeof raw);
  g_autoptr(JkbSource) source = jkb_source_new ("raw", bytes);
  g_autoptr(GArray) added = NULL;
  g_autoptr(GBytes) stored = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (source->notes, g_strdup ("one"));
  g_ptr_array_add (source->notes, g_strdup ("two"));
  g_ptr_array_add (source->items, jkb_item_new (g_strdup ("あ")));
  added = jkb_store_add_source (fixture->store, source, 1, NULL, &error);
  g_assert_no_error (error);
  jkb_store_load_source (fixture->store, 1, &stored, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (stored, bytes));
}

static gboolean
on_text_cb (gint64 incident_id, gint64 revision, const char *text, gsize n_bytes, gpointer user_data)
{
  GString *all = user_data;

  g_assert_cmpuint (strlen (text), ==, n_bytes);
  g_string_append_printf (all, "<%s>", text);
  return all->len < 400;
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  g_autoptr(GArray) added = add (fixture->store, 1, 9, "a", 1);
  gint64 second = g_array_index (added, JkbAddedItem, 2).incident_id;
  JkbEdit edit = { JKB_EDIT_DETAIL, .incident_id = second, .detail = JKB_DETAIL_NOTES, .value = "授業で使う" };
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (jkb_store_edit (fixture->store, &edit, 1, NULL, &error));
  g_assert_true (jkb_store_foreach_text (fixture->store, &second, 1, on_text_cb, text, NULL, &error));
  g_assert_true (g_str_has_prefix (text->str, "<授業で使う\n記録媒体の紛失について\n架空物産2株式会社"));
  g_string_truncate (text, 0);
  g_assert_true (jkb_store_foreach_text (fixture->store, NULL, 0, on_text_cb, text, NULL, &error));
  g_assert_cmpuint (text->len, >=, 400);
  g_assert_null (strstr (text->str, "架空物産9"));
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  gint64 batches[] = { jkb_store_new_batch (fixture->store), jkb_store_new_batch (fixture->store) };
  g_autoptr(GArray) first = add (fixture->store, 1, 3, "a", batches[0]);
  g_autoptr(GArray) second = add (fixture->store, 2, 3, "b", batches[1]);
  g_autoptr(GArray) again = NULL;
  g_autoptr(GPtrArray) left = NULL;
  g_autofree char *full = casebook_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (batches[0], <, batches[1]);
  /* The second page still has the notices 2 and 3: their cases stay. */
  g_assert_true (jkb_store_undo_batch (fixture->store, batches[0], NULL, &error));
  g_assert_no_error (error);
  casebook_assert_good (fixture->store);
  left = jkb_store_load_incidents (fixture->store, NULL, 0, NULL, &error);
  g_assert_cmpuint (left->len, ==, 3);
  g_assert_cmpint (((JkbIncident *) left->pdata[0])->id, ==, g_array_index (first, JkbAddedItem, 2).incident_id);
  again = add (fixture->store, 1, 3, "a", jkb_store_new_batch (fixture->store));
  assert_outcomes (again, "ANSS");
  after = casebook_dump (fixture->store);
  g_assert_cmpstr (after, ==, full);
  g_assert_true (jkb_store_undo_batch (fixture->store, 4711, NULL, &error));
}

/* A notice of one organisation about one day, as far as the store is concerned. */
static JkbSource *
make_report (const char *text, const char *people, const char *announced)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  JkbSource *source = jkb_source_new (text, bytes);
  JkbItem *item = jkb_item_new (g_strdup (text));
  const JkbSpan span = { 0, 3 };

  item->lang = "ja";
  item->is_notice = TRUE;
  jkb_item_add (item, jkb_fact_new (JKB_FIELD_ORGANISATION, "架空商会", span, "test", 0.9));
  jkb_item_add (item, jkb_fact_new (JKB_FIELD_AFFECTED_PEOPLE, people, span, "test", 0.9));
  jkb_item_add (item, jkb_fact_new (JKB_FIELD_DISCOVERED, "2031-03-03", span, "test", 0.9));
  jkb_item_add (item, jkb_fact_new (JKB_FIELD_ANNOUNCED, announced, span, "test", 0.9));
  g_ptr_array_add (source->items, item);
  return source;
}

static gint64
add_report (JkbStore *store, const char *text, const char *people, const char *announced, JkbOutcome outcome,
            guint n_changes)
{
  g_autoptr(JkbSource) source = make_report (text, people, announced);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) added = jkb_store_add_source (store, source, jkb_store_new_batch (store), NULL, &error);
  const JkbAddedItem *item;

  g_assert_no_error (error);
  item = &g_array_index (added, JkbAddedItem, 0);
  g_assert_cmpint (item->outcome, ==, outcome);
  g_assert_cmpuint (item->changes != NULL ? item->changes->len : 0, ==, n_changes);
  return item->incident_id;
}

static void
assert_people (JkbStore *store, gint64 incident_id, gint64 people, guint n_notices)
{
  g_autoptr(JkbCaseFile) file = NULL;
  g_autoptr(GError) error = NULL;

  jkb_store_load_case (store, incident_id, &file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (file->incident->people, ==, people);
  g_assert_cmpuint (file->notices->len, ==, n_notices);
}

/* The last report holds; one that was announced before it does not overrule it; undone, it is gone. */
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  JkbStore *store = fixture->store;
  gint64 id = add_report (store, "二通目のお知らせです。人数を改めます。", "5836", "2031-04-10", JKB_OUTCOME_NEW, 0);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (add_report (store, "最初のお知らせ。調べています。", "100000", "2031-03-05",
                               JKB_OUTCOME_FOLLOW_UP, 0), ==, id);
  assert_people (store, id, 5836, 2);
  g_assert_cmpint (add_report (store, "最後のご報告。これで終わります。", "5840", "2031-06-01",
                               JKB_OUTCOME_FOLLOW_UP, 1), ==, id);
  assert_people (store, id, 5840, 3);
  g_assert_true (jkb_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  assert_people (store, id, 5836, 2);
  casebook_assert_good (store);
}

/* Two cases that were told apart: a further report is not given to one of them by chance, but to the one whose
 * words it repeats. */
static void
test_told_apart (Fixture *fixture, gconstpointer data)
{
  JkbStore *store = fixture->store;
  gint64 first = add_report (store, "本社の倉庫で起きたことのお知らせです。", "100", "2031-03-05", JKB_OUTCOME_NEW, 0);
  gint64 second, third;
  g_autoptr(JkbCaseFile) file = NULL;
  JkbEdit split = { JKB_EDIT_SPLIT };

  g_assert_cmpint (add_report (store, "支店の窓口では、別の箱がなくなっていました。棚卸しの途中で気づいたものです。",
                               "100", "2031-03-09", JKB_OUTCOME_FOLLOW_UP, 0), ==, first);
  g_assert_true (jkb_store_load_case (store, first, &file, NULL, NULL));
  split.notice_id = ((JkbCaseNotice *) file->notices->pdata[1])->id;
  g_assert_true (jkb_store_edit (store, &split, 1, NULL, NULL));
  third = add_report (store, "その後の調べについて報告します。", "120", "2031-04-01", JKB_OUTCOME_NEW, 0);
  g_assert_cmpint (third, !=, first);
  second = add_report (store, "支店の窓口では、別の箱がなくなっていました。棚卸しの途中で気づいたものです。続報です。",
                       "130", "2031-04-02", JKB_OUTCOME_FOLLOW_UP, 1);
  g_assert_cmpint (second, !=, first);
  g_assert_cmpint (second, !=, third);
  assert_people (store, first, 100, 1);
  assert_people (store, second, 130, 2);
  casebook_assert_good (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/add/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("new", test_new);
  ADD ("nobody", test_nobody);
  ADD ("again", test_again);
  ADD ("same-words", test_same_words);
  ADD ("in-bin", test_in_bin);
  ADD ("source-bytes", test_source_bytes);
  ADD ("texts", test_texts);
  ADD ("undo", test_undo);
  ADD ("chain", test_chain);
  ADD ("told-apart", test_told_apart);
  return g_test_run ();
}
