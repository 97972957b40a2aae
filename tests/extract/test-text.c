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
      guint64 begins = jkb_text_set_of_begins (words), ends = jkb_text_set_of_ends (words);
      g_autoptr(GString) string = g_string_new (NULL);
      JkbText text;

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
    }
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
  g_test_add_func ("/extract/text/lists", test_lists);
  return g_test_run ();
}
