/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "casebook.h"

typedef struct
{
  char *folder;
  JkbStore *store;
} Fixture;

static gint64
add (JkbStore *store, guint first, guint n_notices, const char *page)
{
  g_autoptr(JkbSource) source = casebook_source ("page", first, n_notices, page);
  gint64 batch = jkb_store_new_batch (store);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) added = jkb_store_add_source (store, source, batch, NULL, &error);

  g_assert_no_error (error);
  return batch;
}

/* Cases 1, 2 and 3 of three organisations. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = casebook_folder ();
  path = g_build_filename (fixture->folder, "casebook.sqlite3", NULL);
  fixture->store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  g_assert_nonnull (fixture->store);
  add (fixture->store, 1, 3, "a");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  casebook_remove (fixture->folder);
}

static void
edit (Fixture *fixture, JkbEdit change)
{
  g_autoptr(GError) error = NULL;

  jkb_store_edit (fixture->store, &change, 1, NULL, &error);
  g_assert_no_error (error);
  casebook_assert_good (fixture->store);
}

static void
assert_refused (Fixture *fixture, JkbEdit change)
{
  g_autofree char *before = casebook_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (jkb_store_edit (fixture->store, &change, 1, NULL, &error));
  g_assert_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_INVALID);
  after = casebook_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

static void
merge (Fixture *fixture, gint64 into, gint64 other)
{
  edit (fixture, (JkbEdit){ JKB_EDIT_MERGE, .incident_id = into, .other_id = other });
}

static JkbCaseFile *
load (Fixture *fixture, gint64 id)
{
  JkbCaseFile *file = NULL;

  g_assert_true (jkb_store_load_case (fixture->store, id, &file, NULL, NULL));
  g_assert_nonnull (file);
  return file;
}

static void
assert_counts (Fixture *fixture, gint64 n_cases, gint64 n_binned)
{
  JkbStoreCounts counts;
  g_autoptr(GPtrArray) bin = jkb_store_load_bin (fixture->store, NULL, NULL);

  g_assert_true (jkb_store_count (fixture->store, &counts, NULL, NULL));
  g_assert_cmpint (counts.incidents, ==, n_cases);
  g_assert_cmpuint (bin->len, ==, n_binned);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = casebook_dump (fixture->store);
  g_autofree char *merged = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr(JkbCaseFile) file = NULL;

  merge (fixture, 1, 2);
  merged = casebook_dump (fixture->store);
  file = load (fixture, 1);
  g_assert_cmpuint (file->notices->len, ==, 2);
  assert_counts (fixture, 2, 0);
  g_assert_true (jkb_store_undo (fixture->store, NULL, NULL));
  casebook_assert_good (fixture->store);
  undone = casebook_dump (fixture->store);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (jkb_store_redo (fixture->store, NULL, NULL));
  redone = casebook_dump (fixture->store);
  g_assert_cmpstr (redone, ==, merged);
}

/* What a person said of the case that stays counts before what was said of the other. */
static void
test_own_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbCaseFile) file = NULL;
  g_autoptr(JkbCaseFile) whole = NULL;

  edit (fixture, (JkbEdit){ JKB_EDIT_VALUE, .incident_id = 1, .field = JKB_FIELD_ORGANISATION, .value = "架空商事" });
  edit (fixture, (JkbEdit){ JKB_EDIT_VALUE, .incident_id = 2, .field = JKB_FIELD_ORGANISATION, .value = "仮想電機" });
  merge (fixture, 1, 2);
  whole = load (fixture, 1);
  g_assert_cmpstr (whole->incident->organisation, ==, "架空商事");
  edit (fixture, (JkbEdit){ JKB_EDIT_TAKE_APART, .incident_id = 2 });
  file = load (fixture, 2);
  g_assert_cmpstr (file->incident->organisation, ==, "仮想電機");
  g_assert_cmpuint (file->notices->len, ==, 1);
}

/* Edits of the same step choose the values: all of it is undone at once. */
static void
test_field_by_field (Fixture *fixture, gconstpointer data)
{
  JkbEdit edits[] = {
    { JKB_EDIT_MERGE, .incident_id = 1, .other_id = 2 },
    { JKB_EDIT_VALUE, .incident_id = 1, .field = JKB_FIELD_ORGANISATION, .value = "想像製薬" },
    { JKB_EDIT_DETAIL, .incident_id = 1, .detail = JKB_DETAIL_NOTES, .value = "二つの知らせ" },
  };
  g_autofree char *before = casebook_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr(JkbCaseFile) file = NULL;

  g_assert_true (jkb_store_edit (fixture->store, edits, G_N_ELEMENTS (edits), NULL, NULL));
  casebook_assert_good (fixture->store);
  file = load (fixture, 1);
  g_assert_cmpstr (file->incident->organisation, ==, "想像製薬");
  g_assert_cmpstr (file->notes, ==, "二つの知らせ");
  g_assert_true (jkb_store_undo (fixture->store, NULL, NULL));
  after = casebook_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

/* A part of a part belongs to the whole, and comes out of it alone. */
static void
test_parts_of_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbCaseFile) whole = NULL;
  g_autoptr(JkbCaseFile) part = NULL;

  merge (fixture, 2, 3);
  merge (fixture, 1, 2);
  whole = load (fixture, 1);
  g_assert_cmpuint (whole->notices->len, ==, 3);
  edit (fixture, (JkbEdit){ JKB_EDIT_TAKE_APART, .incident_id = 3 });
  part = load (fixture, 3);
  g_assert_cmpuint (part->notices->len, ==, 1);
  assert_counts (fixture, 2, 0);
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbCaseFile) whole = NULL;
  g_autoptr(JkbCaseFile) made = NULL;
  g_autofree char *split = NULL;
  g_autofree char *redone = NULL;
  gint64 notice_id;

  merge (fixture, 1, 2);
  whole = load (fixture, 1);
  notice_id = ((JkbCaseNotice *) whole->notices->pdata[1])->id;
  edit (fixture, (JkbEdit){ JKB_EDIT_SPLIT, .notice_id = notice_id });
  assert_counts (fixture, 3, 0);
  made = load (fixture, 4);
  g_assert_cmpuint (made->notices->len, ==, 1);
  g_assert_cmpstr (made->incident->organisation, ==, "架空物産2株式会社");
  assert_refused (fixture, (JkbEdit){ JKB_EDIT_SPLIT, .notice_id = notice_id });
  split = casebook_dump (fixture->store);
  g_assert_true (jkb_store_undo (fixture->store, NULL, NULL));
  casebook_assert_good (fixture->store);
  g_assert_true (jkb_store_redo (fixture->store, NULL, NULL));
  redone = casebook_dump (fixture->store);
  g_assert_cmpstr (redone, ==, split);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  assert_refused (fixture, (JkbEdit){ JKB_EDIT_MERGE, .incident_id = 1, .other_id = 1 });
  assert_refused (fixture, (JkbEdit){ JKB_EDIT_MERGE, .incident_id = 1, .other_id = 99 });
  assert_refused (fixture, (JkbEdit){ JKB_EDIT_TAKE_APART, .incident_id = 1 });
  assert_refused (fixture, (JkbEdit){ JKB_EDIT_DIFFERENT, .incident_id = 2, .other_id = 2 });
  merge (fixture, 1, 2);
  assert_refused (fixture, (JkbEdit){ JKB_EDIT_MERGE, .incident_id = 3, .other_id = 2 });
  assert_refused (fixture, (JkbEdit){ JKB_EDIT_RESTORE, .incident_id = 2 });
  assert_refused (fixture, (JkbEdit){ JKB_EDIT_VALUE, .incident_id = 2, .field = JKB_FIELD_ORGANISATION, .value = "架空商事" });
  edit (fixture, (JkbEdit){ JKB_EDIT_DELETE, .incident_id = 3 });
  assert_refused (fixture, (JkbEdit){ JKB_EDIT_MERGE, .incident_id = 1, .other_id = 3 });
}

/* The import that brought the whole goes, the part came with another. */
static void
test_import_taken_back (Fixture *fixture, gconstpointer data)
{
  gint64 later = add (fixture->store, 7, 1, "b");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(JkbCaseFile) part = NULL;

  merge (fixture, 4, 1);
  edit (fixture, (JkbEdit){ JKB_EDIT_DIFFERENT, .incident_id = 4, .other_id = 3 });
  before = casebook_dump (fixture->store);
  g_assert_true (jkb_store_undo_batch (fixture->store, later, NULL, NULL));
  casebook_assert_good (fixture->store);
  part = load (fixture, 4);
  g_assert_cmpuint (part->notices->len, ==, 1);
  assert_refused (fixture, (JkbEdit){ JKB_EDIT_TAKE_APART, .incident_id = 1 });
  g_assert_true (jkb_store_undo (fixture->store, NULL, NULL));
  after = casebook_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/merge/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("merge", test_merge);
  ADD ("own-words", test_own_words);
  ADD ("field-by-field", test_field_by_field);
  ADD ("parts-of-parts", test_parts_of_parts);
  ADD ("split", test_split);
  ADD ("refused", test_refused);
  ADD ("import-taken-back", test_import_taken_back);
  return g_test_run ();
}
