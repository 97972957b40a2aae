/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "casebook.h"

#include "core/jkb-incident-facts.h"
#include "store/jkb-merge-plan.h"
#include "store/jkb-store-pairs.h"

typedef struct
{
  char *folder;
  JkbStore *store;
} Fixture;

/* Cases 1 to 4 of four organisations; what they say beside that differs too. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr(JkbSource) source = casebook_source ("page", 1, 4, "a");
  g_autoptr(GArray) added = NULL;
  g_autofree char *path = NULL;

  fixture->folder = casebook_folder ();
  path = g_build_filename (fixture->folder, "casebook.sqlite3", NULL);
  fixture->store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  g_assert_nonnull (fixture->store);
  added = jkb_store_add_source (fixture->store, source, jkb_store_new_batch (fixture->store), NULL, NULL);
  g_assert_nonnull (added);
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
}

static void
free_file (gpointer file)
{
  jkb_case_file_free (file);
}

static JkbMergePlan *
make_plan (Fixture *fixture, const gint64 *ids, guint n_ids)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (free_file);

  for (guint i = 0; i < n_ids; i++)
    {
      JkbCaseFile *file = NULL;

      g_assert_true (jkb_store_load_case (fixture->store, ids[i], &file, NULL, NULL));
      g_ptr_array_add (files, file);
    }
  return jkb_merge_plan_new (files);
}

static int
find_row (JkbMergePlan *plan, JkbField field, JkbDetail detail)
{
  const GArray *rows = jkb_merge_plan_get_rows (plan);

  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, JkbMergeRow, i).field == field
        && (field != JKB_N_FIELDS || g_array_index (rows, JkbMergeRow, i).detail == detail))
      return (int) i;
  return -1;
}

static JkbCaseFile *
apply (Fixture *fixture, JkbMergePlan *plan)
{
  g_autoptr(GArray) edits = jkb_merge_plan_edits (plan);
  g_autoptr(GError) error = NULL;
  gint64 whole = ((JkbCaseFile *) jkb_merge_plan_get_files (plan)->pdata[0])->incident->id;
  JkbCaseFile *file = NULL;

  jkb_store_edit (fixture->store, (const JkbEdit *) edits->data, edits->len, NULL, &error);
  g_assert_no_error (error);
  casebook_assert_good (fixture->store);
  g_assert_true (jkb_store_load_case (fixture->store, whole, &file, NULL, NULL));
  return file;
}

/* ---- single choices ---- */

/* A value that was read is accepted, and keeps its words. */
static void
test_accepted (Fixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { 1, 2 };
  g_autoptr(JkbMergePlan) plan = make_plan (fixture, ids, 2);
  g_autoptr(JkbCaseFile) file = NULL;
  const JkbCaseFact *fact;
  int row = find_row (plan, JKB_FIELD_AFFECTED_PEOPLE, JKB_N_DETAILS);

  g_assert_cmpint (row, >=, 0);
  jkb_merge_plan_choose (plan, (guint) row, 1);
  file = apply (fixture, plan);
  g_assert_cmpint (file->incident->people, ==, 3);
  fact = jkb_case_file_find (file, JKB_FIELD_AFFECTED_PEOPLE);
  g_assert_cmpint (fact->fact->state, ==, JKB_FACT_CONFIRMED);
  g_assert_cmpstr (fact->fact->rule, ==, "test/count");
  g_assert_cmpuint (fact->notice_id, !=, 0);
}

/* What a person said is chosen to begin with, and does not hold when another value is chosen. */
static void
test_disputed (Fixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { 1, 2 };
  g_autoptr(JkbMergePlan) plan = NULL;
  g_autoptr(JkbCaseFile) file = NULL;
  int row;

  edit (fixture, (JkbEdit){ JKB_EDIT_VALUE, .incident_id = 2, .field = JKB_FIELD_ORGANISATION, .value = "仮想電機" });
  plan = make_plan (fixture, ids, 2);
  row = find_row (plan, JKB_FIELD_ORGANISATION, JKB_N_DETAILS);
  g_assert_cmpint (g_array_index (jkb_merge_plan_get_rows (plan), JkbMergeRow, row).choice, ==, 1);
  jkb_merge_plan_choose (plan, (guint) row, 0);
  file = apply (fixture, plan);
  g_assert_cmpstr (file->incident->organisation, ==, "架空物産1株式会社");
}

/* Where a case is chosen that says nothing, nothing is known. */
static void
test_nothing_known (Fixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { 3, 2 };        /* a notice of which the number divides by 3 has no such day */
  g_autoptr(JkbMergePlan) plan = make_plan (fixture, ids, 2);
  g_autoptr(JkbCaseFile) file = NULL;
  int row = find_row (plan, JKB_FIELD_DISCOVERED, JKB_N_DETAILS);

  g_assert_cmpint (g_array_index (jkb_merge_plan_get_rows (plan), JkbMergeRow, row).choice, ==, 1);
  jkb_merge_plan_choose (plan, (guint) row, 0);
  file = apply (fixture, plan);
  g_assert_cmpint (file->incident->discovered.year, ==, 0);
}

static void
test_notes (Fixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { 1, 2, 3 };
  g_autoptr(JkbMergePlan) plan = NULL;
  g_autoptr(JkbCaseFile) file = NULL;

  edit (fixture, (JkbEdit){ JKB_EDIT_DETAIL, .incident_id = 2, .detail = JKB_DETAIL_NOTES, .value = "授業で使う" });
  edit (fixture, (JkbEdit){ JKB_EDIT_DETAIL, .incident_id = 3, .detail = JKB_DETAIL_NOTES, .value = "続報を待つ" });
  plan = make_plan (fixture, ids, 3);
  file = apply (fixture, plan);
  g_assert_cmpstr (file->notes, ==, "授業で使う\n\n続報を待つ");
  g_assert_cmpuint (file->notices->len, ==, 3);
}

/* ---- any choices ---- */

static void
say_at_random (Fixture *fixture)
{
  static const struct { JkbField field; const char *values[3]; } words[] = {
    { JKB_FIELD_ORGANISATION, { "架空商事", "仮想電機", "想像製薬" } },
    { JKB_FIELD_INCIDENT_TYPE, { "phishing_account_takeover", "misdelivery", "web_skimming" } },
    { JKB_FIELD_DATA_ITEMS, { "name", "email", "photo" } },
    { JKB_FIELD_AFFECTED_PEOPLE, { "7", "300", "12000" } },
    { JKB_FIELD_DISCOVERED, { "2024-05-01", "2024-05", "2023" } },
    { JKB_FIELD_REPORTED_PPC, { "yes", "2024-06-02", "2024-06" } },
  };
  gsize which = g_test_rand_int_range (0, G_N_ELEMENTS (words));
  gint64 id = g_test_rand_int_range (1, 5);
  g_autoptr(JkbCaseFile) file = NULL;
  const JkbCaseFact *fact;

  if (g_test_rand_bit ())
    {
      edit (fixture, (JkbEdit){ JKB_EDIT_VALUE, .incident_id = id, .field = words[which].field,
                                .value = words[which].values[g_test_rand_int_range (0, 3)],
                                .qualifier = g_test_rand_int_range (0, 2) });
      return;
    }
  g_assert_true (jkb_store_load_case (fixture->store, id, &file, NULL, NULL));
  fact = file->facts->pdata[g_test_rand_int_range (0, (gint32) file->facts->len)];
  edit (fixture, (JkbEdit){ JKB_EDIT_FACT, .fact_id = fact->id,
                            .state = g_test_rand_bit () ? JKB_FACT_CONFIRMED : JKB_FACT_REJECTED });
}

static char *
join_values (GPtrArray *facts, GHashTable *into)
{
  for (guint i = 0; i < facts->len; i++)
    g_hash_table_add (into, ((JkbCaseFact *) facts->pdata[i])->fact->value);
  return facts->len > 0 ? ((JkbCaseFact *) facts->pdata[0])->fact->value : NULL;
}

/* Each field of the case says what was chosen. The plan of the case with itself reads it by the same rules. */
static void
assert_as_chosen (JkbMergePlan *plan, const JkbCaseFile *after)
{
  g_autoptr(GPtrArray) twice = g_ptr_array_new ();
  g_autoptr(JkbMergePlan) reader = NULL;
  const GArray *rows = jkb_merge_plan_get_rows (plan);

  g_ptr_array_add (twice, (gpointer) after);
  g_ptr_array_add (twice, (gpointer) after);
  reader = jkb_merge_plan_new (twice);
  for (guint i = 0; i < rows->len; i++)
    {
      const JkbMergeRow *row = &g_array_index (rows, JkbMergeRow, i);
      g_autoptr(GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr(GHashTable) got = g_hash_table_new (g_str_hash, g_str_equal);
      const char *first = NULL, *first_got = NULL;
      int row_got = find_row (reader, row->field, row->detail);

      if (row->field == JKB_N_FIELDS)
        continue;
      for (guint file = 0; file < jkb_merge_plan_get_files (plan)->len; file++)
        if (row->choice == JKB_MERGE_ALL || row->choice == (int) file)
          {
            g_autoptr(GPtrArray) facts = jkb_merge_plan_list_facts (plan, i, file);
            const char *best = join_values (facts, wanted);

            if (file == 0 || row->choice != JKB_MERGE_ALL)
              first = best;
          }
      if (row_got >= 0)
        {
          g_autoptr(GPtrArray) facts = jkb_merge_plan_list_facts (reader, (guint) row_got, 0);

          first_got = join_values (facts, got);
        }
      g_assert_cmpuint (g_hash_table_size (got), ==, g_hash_table_size (wanted));
      for (GList *l = g_hash_table_get_keys (wanted), *next; l != NULL; l = next)
        {
          next = l->next;
          g_assert_true (g_hash_table_contains (got, l->data));
          g_list_free_1 (l);
        }
      if (first != NULL && (row->field == JKB_FIELD_INCIDENT_TYPE || !jkb_field_has_several (row->field)))
        g_assert_cmpstr (first_got, ==, first);
    }
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (int round = 0; round < 60; round++)
    {
      const gint64 ids[] = { g_test_rand_int_range (1, 3), g_test_rand_int_range (3, 4), 4 };
      g_autoptr(JkbMergePlan) plan = NULL;
      g_autoptr(JkbCaseFile) after = NULL;
      g_autofree char *before = NULL;
      g_autofree char *undone = NULL;

      for (int i = 0; i < 3; i++)
        say_at_random (fixture);
      before = casebook_dump (fixture->store);
      plan = make_plan (fixture, ids, (guint) g_test_rand_int_range (2, 4));
      for (guint i = 0; i < jkb_merge_plan_get_rows (plan)->len; i++)
        {
          const JkbMergeRow *row = &g_array_index (jkb_merge_plan_get_rows (plan), JkbMergeRow, i);

          jkb_merge_plan_choose (plan, i, g_test_rand_int_range (row->can_be_all ? JKB_MERGE_ALL : 0,
                                                                 (gint32) jkb_merge_plan_get_files (plan)->len));
        }
      after = apply (fixture, plan);
      assert_as_chosen (plan, after);
      g_assert_true (jkb_store_undo (fixture->store, NULL, NULL));
      undone = casebook_dump (fixture->store);
      g_assert_cmpstr (undone, ==, before);
    }
}

/* ---- pairs and parts ---- */

static void
test_pairs (Fixture *fixture, gconstpointer data)
{
  JkbCasePair pairs[] = { { 1, 2 }, { 3, 4 }, { 1, 99 } };
  g_autoptr(GPtrArray) parts = NULL;
  g_autoptr(GPtrArray) none = NULL;

  edit (fixture, (JkbEdit){ JKB_EDIT_DIFFERENT, .incident_id = 4, .other_id = 3 });
  g_assert_true (jkb_store_compare_pairs (fixture->store, pairs, G_N_ELEMENTS (pairs), NULL, NULL));
  g_assert_false (pairs[0].is_apart);
  g_assert_cmpfloat (pairs[0].likeness, >, 0.3);
  g_assert_cmpfloat (pairs[0].likeness, <=, 1);
  g_assert_true (pairs[1].is_apart);
  g_assert_true (pairs[2].is_apart);
  edit (fixture, (JkbEdit){ JKB_EDIT_MERGE, .incident_id = 1, .other_id = 2 });
  g_assert_true (jkb_store_compare_pairs (fixture->store, pairs, 1, NULL, NULL));
  g_assert_true (pairs[0].is_apart);
  parts = jkb_store_load_parts (fixture->store, 1, NULL, NULL);
  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_cmpint (((JkbIncident *) parts->pdata[0])->id, ==, 2);
  none = jkb_store_load_parts (fixture->store, 3, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/merge-plan/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("accepted", test_accepted);
  ADD ("disputed", test_disputed);
  ADD ("nothing-known", test_nothing_known);
  ADD ("notes", test_notes);
  ADD ("random", test_random);
  ADD ("pairs", test_pairs);
  return g_test_run ();
}
