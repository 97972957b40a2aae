/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-steps.h"

#include "store/jkb-store-lists.h"

static gint64
pick_case (JkbStore *store)
{
  g_autoptr(GPtrArray) all = jkb_store_load_incidents (store, NULL, 0, NULL, NULL);
  g_autoptr(GPtrArray) bin = jkb_store_load_bin (store, NULL, NULL);
  guint n = all->len + bin->len, i = n > 0 ? g_test_rand_int_range (0, n) : 0;
  const JkbIncident *incident = n == 0 ? NULL : i < all->len ? all->pdata[i] : bin->pdata[i - all->len];

  return incident != NULL ? incident->id : 0;
}

static void
edit_at_random (JkbStore *store, gint64 id, JkbEdit *edit)
{
  static const char *const organisations[] = { "架空商事", "仮想電機", "想像製薬" };
  g_autoptr(JkbCaseFile) file = NULL;
  const JkbCaseFact *fact;

  jkb_store_load_case (store, id, &file, NULL, NULL);
  *edit = (JkbEdit){ g_test_rand_int_range (0, JKB_N_EDIT_KINDS), .incident_id = id, .other_id = pick_case (store) };
  edit->field = JKB_FIELD_ORGANISATION;
  edit->value = organisations[g_test_rand_int_range (0, G_N_ELEMENTS (organisations))];
  edit->detail = g_test_rand_bit () ? JKB_DETAIL_NOTES : JKB_DETAIL_TITLE;
  if (edit->kind == JKB_EDIT_TAKE_APART)
    edit->incident_id = g_test_rand_int_range (1, 20);
  if (file->notices->len > 0)
    edit->notice_id = ((JkbCaseNotice *) file->notices->pdata[0])->id;
  if (edit->kind != JKB_EDIT_FACT)
    return;
  fact = file->facts->pdata[g_test_rand_int_range (0, file->facts->len)];
  edit->fact_id = fact->id;
  edit->state = g_test_rand_int_range (0, JKB_N_FACT_STATES);
  if (fact->fact->field != JKB_FIELD_ORGANISATION)
    edit->value = g_intern_string (fact->fact->value);
}

/* A list is made, or another one is changed; a list that is gone, or not of that kind, refuses. */
static gboolean
change_lists_at_random (JkbStore *store)
{
  static const char *const names[] = { "授業", "確認する", " ", "二学期" };
  g_autoptr(GPtrArray) lists = jkb_store_load_lists (store, NULL, NULL);
  g_autoptr(GError) error = NULL;
  gint64 cases[] = { pick_case (store), pick_case (store) };
  JkbListEdit edit = { (JkbListEditKind) g_test_rand_int_range (0, JKB_LIST_EXCLUDE + 1), .cases = cases,
                       .n_cases = g_test_rand_int_range (0, 3) };

  edit.list_kind = g_test_rand_bit () ? JKB_LIST_SEARCH : JKB_LIST_COLLECTION;
  edit.name = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
  edit.filter = g_test_rand_bit () ? "words=紛失" : NULL;
  if (lists->len > 0)
    edit.list_id = ((JkbList *) lists->pdata[g_test_rand_int_range (0, lists->len)])->id;
  jkb_store_edit_lists (store, &edit, NULL, NULL, &error);
  g_assert_true (error == NULL || g_error_matches (error, JKB_STORE_ERROR, JKB_STORE_ERROR_INVALID));
  return error == NULL;
}

gboolean
random_step (JkbStore *store, GArray *imports)
{
  g_autofree char *page = g_strdup_printf ("%d", g_test_rand_int_range (0, 1000));
  g_autoptr(GError) error = NULL;
  JkbEdit edits[3];
  guint n_edits = g_test_rand_int_range (1, 4);
  gint64 id = pick_case (store), batch;
  int what = g_test_rand_int_range (0, 13);

  if (what < 4 || id == 0)
    {
      g_autoptr(JkbSource) source = casebook_source ("page", g_test_rand_int_range (0, 12),
                                                     g_test_rand_int_range (1, 4), page);
      g_autoptr(GArray) added = NULL;

      batch = jkb_store_new_batch (store);
      added = jkb_store_add_source (store, source, batch, NULL, &error);
      g_assert_no_error (error);
      g_array_append_val (imports, batch);
      return TRUE;
    }
  if (what == 4 && imports->len > 0)
    {
      batch = g_array_index (imports, gint64, g_test_rand_int_range (0, imports->len));
      jkb_store_undo_batch (store, batch, NULL, &error);
      g_assert_no_error (error);
      return TRUE;
    }
  if (what >= 10)
    return change_lists_at_random (store);
  for (guint i = 0; i < n_edits; i++)
    edit_at_random (store, pick_case (store), &edits[i]);
  /* One of several may have taken away the fact of the next; then nothing happens. */
  jkb_store_edit (store, edits, n_edits, NULL, &error);
  g_assert_true (error == NULL || g_error_matches (error, JKB_STORE_ERROR, JKB_STORE_ERROR_INVALID));
  return error == NULL;
}
