/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "query/jkb-selection.h"
#include "random-cases.h"
#include "random-steps.h"
#include "store/jkb-store-index.h"
#include "summary/jkb-case-loader-index.h"
#include "summary/jkb-case-loader.h"

/*
 * The index of the texts is kept in the casebook, and cases come, change, go, and come back by undo, in any
 * order with its being made anew. Whatever it then is, a search finds what a look through every text finds.
 */

#define N_STEPS 150

static JkbFold *fold;

typedef struct
{
  GHashTable *texts;            /* gint64 -> folded texts and heading */
} Plain;

static gboolean
take_text (gint64 incident_id, gint64 revision, const char *text, gsize n_bytes, gpointer user_data)
{
  Plain *plain = user_data;

  g_assert_cmpint (revision, >, 0);
  g_hash_table_insert (plain->texts, g_memdup2 (&incident_id, sizeof incident_id), jkb_fold_string (fold, text));
  return TRUE;
}

static gboolean
has (const char *string, const char *word)
{
  g_autofree char *folded = jkb_fold_string (fold, string != NULL ? string : "");

  return strstr (folded, word) != NULL;
}

static guint
scan (JkbStore *store, const char *word)
{
  g_autoptr(GPtrArray) incidents = jkb_store_load_incidents (store, NULL, 0, NULL, NULL);
  Plain plain = { g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free) };
  guint n = 0;

  g_assert_true (jkb_store_foreach_text (store, NULL, 0, take_text, &plain, NULL, NULL));
  for (guint i = 0; i < incidents->len; i++)
    {
      const JkbIncident *incident = g_ptr_array_index (incidents, i);
      const char *text = g_hash_table_lookup (plain.texts, &incident->id);

      n += strstr (text, word) != NULL || has (incident->key, word) || has (incident->title, word)
           || has (incident->organisation, word) || has (incident->organisation_en, word)
           || has (incident->contractor, word) || has (incident->cause, word);
    }
  g_hash_table_unref (plain.texts);
  return n;
}

static guint
search (JkbCaseIndex *index, const char *word)
{
  g_autoptr(JkbCases) cases = jkb_case_index_snapshot (index);
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) selection = NULL;
  g_autoptr(JkbSelection) first = NULL;
  g_autofree char *line = g_strdup_printf ("\"%s\"", word);

  jkb_filter_set_words (filter, line);
  selection = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, NULL, NULL);
  first = jkb_selection_new_first (cases, filter, (JkbOrder){ JKB_COLUMN_DATE, TRUE }, 3, NULL, NULL);
  g_assert_cmpuint (jkb_selection_n (first), ==, MIN (3, jkb_selection_n (selection)));
  for (guint i = 0; i < jkb_selection_n (first); i++)
    g_assert_cmpint (jkb_selection_get_id (first, i), ==, jkb_selection_get_id (selection, i));
  return jkb_selection_n (selection);
}

/* Some stretch of a text that is there, or of one that is not. */
static char *
pick_word (JkbStore *store)
{
  g_autoptr(GPtrArray) incidents = jkb_store_load_incidents (store, NULL, 0, NULL, NULL);
  Plain plain = { g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free) };
  const JkbIncident *incident;
  const char *text;
  char *word;
  glong n, begin;

  if (incidents->len == 0)
    return g_strdup ("紛失");
  incident = g_ptr_array_index (incidents, g_test_rand_int_range (0, (gint32) incidents->len));
  jkb_store_foreach_text (store, &incident->id, 1, take_text, &plain, NULL, NULL);
  text = g_hash_table_lookup (plain.texts, &incident->id);
  n = g_utf8_strlen (text, -1);
  begin = n > 0 ? g_test_rand_int_range (0, (gint32) n) : 0;
  word = g_utf8_substring (text, begin, MIN (n, begin + g_test_rand_int_range (1, 7)));
  g_strstrip (g_strdelimit (word, "\"\n", ' '));
  g_hash_table_unref (plain.texts);
  if (*word != '\0' && strstr (word, " ") == NULL)
    return word;
  g_free (word);
  return g_strdup ("架空");
}

static void
read_some_texts (JkbStore *store, JkbCaseIndex *index)
{
  g_autoptr(GArray) ids = jkb_case_index_list_without_text (index);
  guint n = ids->len > 0 ? (guint) g_test_rand_int_range (0, (gint32) ids->len + 1) : 0;
  g_autoptr(GArray) left = NULL;

  g_assert_true (jkb_case_loader_read_texts (store, (const gint64 *) ids->data, n, index, NULL, NULL));
  left = jkb_case_index_list_without_text (index);
  g_assert_cmpuint (left->len, ==, ids->len - n);
}

static void
assert_finds (JkbStore *store)
{
  g_autoptr(JkbCaseIndex) whole = jkb_case_loader_load (store, fold, NULL, NULL);
  g_autoptr(JkbCaseIndex) lazy = jkb_case_loader_load_lazily (store, fold, NULL, NULL);

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *word = pick_word (store);
      guint n = scan (store, word);

      g_test_message ("%s: %u", word, n);
      g_assert_cmpuint (search (whole, word), ==, n);
      g_assert_cmpuint (search (lazy, word), ==, n);
      if (g_test_rand_bit ())
        read_some_texts (store, lazy);
    }
}

static void
keep (JkbStore *store)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_loader_load (store, fold, NULL, NULL);
  g_autoptr(JkbCases) cases = jkb_case_index_snapshot (index);

  g_assert_true (jkb_case_loader_keep_index (store, cases, NULL, NULL));
}

static void
assert_sound (JkbStore *store, guint n_problems)
{
  g_autoptr(GPtrArray) problems = jkb_case_loader_check_index (store, fold, NULL, NULL);

  g_assert_cmpuint (problems->len, ==, n_problems);
}

static void
step_at_random (JkbStore *store, GArray *imports)
{
  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      jkb_store_undo (store, NULL, NULL);
      break;
    case 1:
      jkb_store_redo (store, NULL, NULL);
      break;
    default:
      random_step (store, imports);
    }
}

static void
test_random (void)
{
  char *folder = casebook_folder ();
  g_autofree char *path = g_build_filename (folder, "casebook.sqlite3", NULL);
  g_autoptr(GArray) imports = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);

  for (int step = 0; step < (g_test_slow () ? 40 : 1) * N_STEPS; step++)
    {
      step_at_random (store, imports);
      if (g_test_rand_int_range (0, 8) == 0)
        keep (store);
      if (g_test_rand_int_range (0, 4) != 0)
        continue;
      jkb_store_close (store);
      g_clear_object (&store);
      store = jkb_store_open (path, JKB_STORE_NONE, NULL, NULL);
      assert_finds (store);
      assert_sound (store, 0);
    }
  casebook_assert_good (store);
  jkb_store_close (store);
  casebook_remove (folder);
}

/* Bytes that say something else are noticed by the check, and bytes that are nothing are left alone. */
static void
test_wrong (void)
{
  static const char *const names[] = { "first", "second" };
  char *folder = casebook_folder ();
  g_autofree char *path = g_build_filename (folder, "casebook.sqlite3", NULL);
  g_autofree char *made_of = NULL;
  g_autofree char *folding = jkb_fold_describe (fold);
  g_autoptr(JkbStore) store = jkb_store_open (path, JKB_STORE_CREATE, NULL, NULL);
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GBytes) nothing = g_bytes_new_static ("nothing that is known", 21);

  made_of = g_strconcat ("1 ", folding, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(JkbSource) source = casebook_source (names[i], i * 5, 4, names[i]);
      g_autoptr(GArray) added = jkb_store_add_source (store, source, jkb_store_new_batch (store), NULL, NULL);
      GPtrArray **pieces = i == 0 ? &before : &after;

      g_assert_nonnull (added);
      keep (store);
      *pieces = jkb_store_load_index (store, made_of, NULL, NULL);
      g_assert_cmpuint ((*pieces)->len, ==, 1);
    }
  assert_sound (store, 0);
  g_assert_true (jkb_store_keep_index (store, 0, made_of, ((JkbKeptIndex *) after->pdata[0])->cases,
                                       ((JkbKeptIndex *) before->pdata[0])->postings, NULL, NULL));
  assert_sound (store, 1);
  g_assert_true (jkb_store_keep_index (store, 0, made_of, ((JkbKeptIndex *) after->pdata[0])->cases, nothing,
                                       NULL, NULL));
  assert_sound (store, 0);
  assert_finds (store);
  g_assert_true (jkb_store_keep_index (store, 0, "another way", ((JkbKeptIndex *) after->pdata[0])->cases,
                                       ((JkbKeptIndex *) before->pdata[0])->postings, NULL, NULL));
  assert_finds (store);
  jkb_store_close (store);
  casebook_remove (folder);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fold = jkb_fold_new (NULL, NULL);
  g_assert_nonnull (fold);
  g_test_add_func ("/summary/kept-index/random", test_random);
  g_test_add_func ("/summary/kept-index/wrong", test_wrong);
  status = g_test_run ();
  jkb_fold_unref (fold);
  return status;
}
