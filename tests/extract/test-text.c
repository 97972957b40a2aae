/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-text-at.h"

/* Of one byte, two, three and four; some share their first or last bytes. */
static const char *const pieces[] = { "a", "b", ".", "é", "§", "の", "は", "ば", "会", "社", "株", "𠮷", "𠮟" };

static void
append_pieces (GString *text, int n_max)
{
  for (int n = g_test_rand_int_range (1, n_max + 1); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
}

static GPtrArray *
write_words (int n_max)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (int n = g_test_rand_int_range (1, n_max); n > 0; n--)
    {
      g_autoptr(GString) word = g_string_new (NULL);

      append_pieces (word, 3);
      g_ptr_array_add (words, g_strdup (word->str));
    }
  g_ptr_array_add (words, NULL);
  return words;
}

/* At every place of a text, and at its ends, the words are found that one look after the other finds. */
static void
test_any (void)
{
  for (int round = 0; round < 300; round++)
    {
      g_autoptr(GPtrArray) list = write_words (6);
      const char *const *words = (const char *const *) list->pdata;
      JkbTextChains begins = { 0 }, ends = { 0 };
      g_autoptr(GString) string = g_string_new (NULL);
      JkbText text;

      jkb_text_chain_begins (&begins, words);
      jkb_text_chain_ends (&ends, words);
      append_pieces (string, 20);
      text = (JkbText){ string->str, string->len };
      for (gsize at = 0; at <= string->len; at++)
        {
          gsize n_behind = 0, n_before = 0;

          if (at < string->len && ((guchar) string->str[at] & 0xc0) == 0x80)
            continue;
          for (guint i = 0; words[i] != NULL && n_behind == 0; i++)
            n_behind = jkb_text_take (&text, at, words[i]);
          for (guint i = 0; words[i] != NULL && n_before == 0; i++)
            n_before = jkb_text_take_before (&text, at, words[i]);
          g_assert_cmpuint (jkb_text_take_any_in (&text, at, words, begins), ==, n_behind);
          g_assert_cmpuint (jkb_text_take_any_before_in (&text, at, words, ends), ==, n_before);
        }
      for (guint i = 0; words[i] != NULL; i++)
        {
          g_autofree char *longer = g_strconcat (words[i], "ほ", NULL);

          g_assert_true (jkb_text_is_any_in (words[i], strlen (words[i]), words, begins));
          g_assert_false (jkb_text_is_any_in (longer, strlen (longer), words, begins));
        }
      g_free ((guint8 *) begins.chains);
      g_free ((guint8 *) ends.chains);
    }
}

static gboolean
stands_between (const JkbText *text, gsize begin, gsize end, const char *word)
{
  for (gsize at = begin; at + strlen (word) <= end; at++)
    if (jkb_text_take (text, at, word) > 0)
      return TRUE;
  return FALSE;
}

/* Lists of few and of many words, in chains and without: what is found between two places is what stands there whole. */
static void
test_holds (void)
{
  guint n_found = 0;

  for (int round = 0; round < 600; round++)
    {
      g_autoptr(GPtrArray) list = write_words (round % 2 == 0 ? 3 : 12);
      const char *const *words = (const char *const *) list->pdata;
      JkbTextChains chains = { 0 };
      const JkbTextChains none = { G_MAXUINT64, NULL };
      g_autoptr(GString) string = g_string_new (NULL);
      JkbText text;
      gsize begin, end;
      gboolean is_there = FALSE;

      append_pieces (string, 20);
      text = (JkbText){ string->str, string->len };
      jkb_text_chain_begins (&chains, words);
      begin = (gsize) (g_utf8_offset_to_pointer (text.bytes, g_test_rand_int_range (0, 3) % g_utf8_strlen (text.bytes, -1)) - text.bytes);
      end = (gsize) g_test_rand_int_range (0, (int) string->len + 1);
      for (guint i = 0; words[i] != NULL; i++)
        {
          gboolean is_this = stands_between (&text, begin, end, words[i]);

          g_assert_cmpint (jkb_text_holds (&text, begin, end, words[i]), ==, is_this);
          is_there |= is_this;
        }
      g_assert_cmpint (jkb_text_holds_any_in (&text, begin, end, words, chains), ==, is_there);
      g_assert_cmpint (jkb_text_holds_any_in (&text, begin, end, words, none), ==, is_there);
      n_found += is_there != FALSE;
      g_free ((guint8 *) chains.chains);
    }
  g_assert_cmpuint (n_found, >, 100);
  g_assert_cmpuint (n_found, <, 500);
}

static void
test_quotes (void)
{
  const JkbText text = { "甲「乙」丙「丁、", strlen ("甲「乙」丙「丁、") };
  const gsize open = strlen ("甲「乙"), closed = strlen ("甲「乙」丙");

  g_assert_true (jkb_text_is_quoted (&text, 0, open));
  g_assert_false (jkb_text_is_quoted (&text, strlen ("甲「"), open));
  g_assert_false (jkb_text_is_quoted (&text, 0, closed));
  g_assert_true (jkb_text_is_quoted (&text, 0, text.n_bytes));
  g_assert_false (jkb_text_is_quoted (&text, 0, 0));
}

/* What stands at a place is made out of two lists in turn: each has a set of its own. */
static void
test_lists (void)
{
  static const char *const kinds[] = { "会社", "会", NULL };
  static const char *const cases[] = { "の", "は", NULL };
  const JkbText text = { "会社の会は", strlen ("会社の会は") };

  for (int round = 0; round < 2; round++)
    {
      g_assert_cmpuint (jkb_text_take_any (&text, 0, kinds), ==, 6);
      g_assert_cmpuint (jkb_text_take_any (&text, 0, cases), ==, 0);
      g_assert_cmpuint (jkb_text_take_any (&text, 6, cases), ==, 3);
      g_assert_cmpuint (jkb_text_take_any_before (&text, 6, kinds), ==, 6);
      g_assert_cmpuint (jkb_text_take_any_before (&text, 6, cases), ==, 0);
      g_assert_cmpuint (jkb_text_take_any_before (&text, text.n_bytes, cases), ==, 3);
      g_assert_true (jkb_text_is_any (text.bytes, 6, kinds));
      g_assert_false (jkb_text_is_any (text.bytes, 9, kinds));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/text/any", test_any);
  g_test_add_func ("/extract/text/holds", test_holds);
  g_test_add_func ("/extract/text/quotes", test_quotes);
  g_test_add_func ("/extract/text/lists", test_lists);
  return g_test_run ();
}
