/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-postings.h"

#include <string.h>

#include "query/jkb-case-index.h"
#include "query/jkb-selection.h"
#include "random-cases.h"

#define N_WORDS (JKB_BLOCK_ROWS / 64)

static gboolean
has_row (const guint64 *bits, guint row)
{
  return (bits[row / 64] >> (row % 64) & 1) != 0;
}

/* Letters that stand in every row, in every second, third, … up to one row alone. */
static void
test_densities (void)
{
  g_autoptr(JkbPostingsBuilder) builder = jkb_postings_builder_new ();
  g_autoptr(JkbPostings) postings = NULL;
  g_autofree guint64 *bits = g_new (guint64, N_WORDS);
  static const guint steps[] = { 1, 2, 3, 7, 8, 9, 100, 1000, 65535 };

  for (guint row = 0; row < JKB_BLOCK_ROWS; row++)
    {
      GString *text = g_string_new (NULL);

      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        if (row % steps[i] == 0)
          g_string_append_unichar (text, 0x7d00 + i);
      jkb_postings_builder_add (builder, row, text->str, text->len);
      g_string_free (text, TRUE);
    }
  postings = jkb_postings_builder_finish (g_steal_pointer (&builder));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      guint n = jkb_postings_get (postings, JKB_GRAM (0x7d00 + i, 0), bits);

      g_assert_cmpuint (n, ==, (JKB_BLOCK_ROWS + steps[i] - 1) / steps[i]);
      g_assert_cmpuint (jkb_postings_count (postings, JKB_GRAM (0x7d00 + i, 0)), ==, n);
      for (guint row = 0; row < JKB_BLOCK_ROWS; row++)
        g_assert_cmpint (has_row (bits, row), ==, row % steps[i] == 0);
    }
  g_assert_cmpuint (jkb_postings_get (postings, JKB_GRAM ('x', 0), bits), ==, 0);
  g_assert_false (has_row (bits, 0));
}

/* Pairs stop at line feeds; characters beyond the BMP are like others. */
static void
test_grams (void)
{
  g_autoptr(JkbPostingsBuilder) builder = jkb_postings_builder_new ();
  g_autoptr(JkbPostings) postings = NULL;
  static const char text[] = "ab\nc𠮷a";

  jkb_postings_builder_add (builder, 5, text, strlen (text));
  jkb_postings_builder_add (builder, 5, "ab", 2);
  postings = jkb_postings_builder_finish (g_steal_pointer (&builder));
  g_assert_cmpuint (jkb_postings_count (postings, JKB_GRAM ('a', 'b')), ==, 1);
  g_assert_cmpuint (jkb_postings_count (postings, JKB_GRAM ('b', 'c')), ==, 0);
  g_assert_cmpuint (jkb_postings_count (postings, JKB_GRAM ('\n', 0)), ==, 0);
  g_assert_cmpuint (jkb_postings_count (postings, JKB_GRAM (0x20bb7, 0)), ==, 1);
  g_assert_cmpuint (jkb_postings_count (postings, JKB_GRAM ('c', 0x20bb7)), ==, 1);
  g_assert_cmpuint (jkb_postings_count (postings, JKB_GRAM (0x20bb7, 'a')), ==, 1);
}

static char *
list (JkbCases *cases, const char *words)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();
  g_autoptr(JkbSelection) selection = NULL;
  GString *ids = g_string_new (NULL);

  jkb_filter_set_words (filter, words);
  selection = jkb_selection_new (cases, filter, (JkbOrder){ JKB_COLUMN_ADDED, FALSE }, NULL, NULL);
  for (guint i = 0; i < jkb_selection_n (selection); i++)
    g_string_append_printf (ids, " %" G_GINT64_FORMAT, jkb_selection_get_id (selection, i));
  return g_string_free (ids, FALSE);
}

static void
assert_listed (JkbCases *cases, const char *words, const char *wanted)
{
  g_autofree char *ids = list (cases, words);

  g_assert_cmpstr (ids, ==, wanted);
}

/* Many cases: whatever is looked for, the index changes nothing but the time. */
static void
test_many_cases (void)
{
  static const char *const words[]
      = { "紛", "紛失", "個人情報", "情報漏えい", "サーバー", "紛失の。", "-紛失 メール", "麒麟",
          "title:紛失", "org:情報", "\"の 個人\"", "クレジットカード誤送信", "龘", "USB" };
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, NULL);
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(JkbCases) plain = NULL;
  g_autoptr(JkbCases) changed = NULL;
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_free);

  for (gint64 id = 1; id <= 20000; id++)
    {
      g_autofree char *text = random_text (g_test_rand_int_range (0, 20));
      g_autoptr(JkbIncident) incident = random_case (id);

      jkb_case_index_put (index, incident, text);
    }
  plain = jkb_case_index_snapshot (index);
  g_assert_cmpuint (jkb_cases_get_index_size (plain), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_ptr_array_add (before, list (plain, words[i]));
  g_assert_true (jkb_cases_index_texts (plain, NULL));
  g_assert_cmpuint (jkb_cases_get_index_size (plain), >, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *after = list (plain, words[i]);

      g_assert_cmpstr (after, ==, g_ptr_array_index (before, i));
    }

  /* A case that is gone, one that says something else, and a new one in the place of the first. */
  {
    g_autoptr(JkbIncident) incident = jkb_incident_new ();

    g_assert_true (jkb_case_index_remove (index, 7));
    incident->id = 8;
    jkb_case_index_put (index, incident, "龘");
    incident->id = 30000;
    jkb_case_index_put (index, incident, "龘 麒麟児");
  }
  changed = jkb_case_index_snapshot (index);
  assert_listed (changed, "龘", " 8 30000");
  assert_listed (changed, "麒麟児", " 30000");
  assert_listed (changed, "龘 -麒麟", " 8");
}

/* Bytes from a casebook that somebody tampered with lead nowhere else. */
static void
test_tampered (void)
{
  g_autoptr(JkbPostingsBuilder) builder = jkb_postings_builder_new ();
  g_autoptr(JkbPostings) postings = NULL;
  g_autofree guint64 *bits = g_new (guint64, N_WORDS);
  gsize n_bytes;
  const guint8 *bytes;
  guint n_taken = 0;

  for (guint row = 0; row < 9000; row++)
    jkb_postings_builder_add (builder, row, row % 5 == 0 ? "ab" : "a", row % 5 == 0 ? 2 : 1);
  postings = jkb_postings_builder_finish (g_steal_pointer (&builder));
  bytes = g_bytes_get_data (jkb_postings_get_bytes (postings), &n_bytes);
  for (int round = 0; round < 3000; round++)
    {
      gsize n_kept = g_test_rand_bit () ? n_bytes : (gsize) g_test_rand_int_range (0, (gint32) n_bytes);
      guint8 *copy = g_memdup2 (bytes, n_kept);
      g_autoptr(GBytes) tampered = NULL;
      g_autoptr(JkbPostings) read = NULL;

      for (int i = g_test_rand_int_range (0, 4); i > 0 && n_kept > 0; i--)
        copy[g_test_rand_int_range (0, (gint32) (g_test_rand_bit () ? MIN (n_kept, 120) : n_kept))]
            = (guint8) g_test_rand_int ();
      tampered = g_bytes_new_take (copy, n_kept);
      read = jkb_postings_new (tampered);
      if (read == NULL)
        continue;
      n_taken++;
      jkb_postings_get (read, JKB_GRAM ('a', 0), bits);
      jkb_postings_get (read, JKB_GRAM ('b', 0), bits);
      jkb_postings_get (read, JKB_GRAM ('a', 'b'), bits);
    }
  g_assert_cmpuint (n_taken, >, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/postings/densities", test_densities);
  g_test_add_func ("/query/postings/grams", test_grams);
  g_test_add_func ("/query/postings/many-cases", test_many_cases);
  g_test_add_func ("/query/postings/tampered", test_tampered);
  return g_test_run ();
}
