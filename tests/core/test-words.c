/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-words.h"

static void
test_round_trip (void)
{
  for (int v = 0; v < JKB_N_VOCABULARIES; v++)
    {
      g_assert_cmpint (jkb_word_count (v), >, 0);
      for (int i = 0; i < jkb_word_count (v); i++)
        {
          const char *nick = jkb_word_nick (v, i);

          g_assert_nonnull (nick);
          g_assert_cmpint (jkb_word_value (v, nick), ==, i);
        }
    }
}

static void
test_no_such_word (void)
{
  g_assert_cmpint (jkb_word_value (JKB_WORDS_TYPE, "meteorite"), ==, -1);
  g_assert_cmpint (jkb_word_value (JKB_WORDS_TYPE, ""), ==, -1);
  g_assert_cmpint (jkb_word_value (JKB_WORDS_TYPE, NULL), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/words/round-trip", test_round_trip);
  g_test_add_func ("/core/words/no-such-word", test_no_such_word);
  return g_test_run ();
}
