/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-needle.h"

#include <string.h>

#include "random-cases.h"

static void
assert_found (const char *needle_text, const char *text, gsize n_bytes, const JkbByteCounts *counts)
{
  JkbNeedle needle = jkb_needle_make (needle_text, counts);
  gboolean is_there = memmem (text, n_bytes, needle_text, strlen (needle_text)) != NULL;

  g_assert_cmpint (jkb_needle_is_in (&needle, text, n_bytes), ==, is_there);
  /* As on a processor that compares no 32 bytes at a time. */
  needle.is_wide = FALSE;
  g_assert_cmpint (jkb_needle_is_in (&needle, text, n_bytes), ==, is_there);
}

/* Against memmem(), with counts of all kinds, at all borders. */
static void
test_random (void)
{
  for (int round = 0; round < 20000; round++)
    {
      g_autofree char *text = random_text (g_test_rand_int_range (0, 30));
      g_autofree char *needle = random_text (g_test_rand_int_range (1, 4));
      gsize n_bytes = strlen (text);
      JkbByteCounts counts = { { 0 } };

      if (g_test_rand_bit ())
        jkb_byte_counts_add (&counts, text, n_bytes);
      assert_found (needle, text, n_bytes, g_test_rand_bit () ? &counts : NULL);
      if (n_bytes > 3)
        {
          g_autofree char *head = g_strndup (text, 3), *tail = g_strdup (text + n_bytes - 3);

          assert_found (head, text, n_bytes, &counts);
          assert_found (tail, text, n_bytes, &counts);
          assert_found (tail, text, n_bytes - 1, &counts);
        }
    }
  assert_found ("x", "", 0, NULL);
}

/* One hit at every place of texts of every length around one and two pieces of 32 bytes. */
static void
test_every_place (void)
{
  static const char *const needles[] = { "x", "xy", "xyzw", "xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaay" };
  JkbByteCounts counts = { { 0 } };

  counts.counts['a'] = 9;
  for (gsize i = 0; i < G_N_ELEMENTS (needles); i++)
    for (gsize n_bytes = strlen (needles[i]); n_bytes <= 110; n_bytes++)
      for (gsize place = 0; place + strlen (needles[i]) <= n_bytes; place++)
        {
          g_autofree char *text = g_strnfill (n_bytes, 'a');

          memcpy (text + place, needles[i], strlen (needles[i]));
          assert_found (needles[i], text, n_bytes, &counts);
          text[place] = 'a';
          assert_found (needles[i], text, n_bytes, &counts);
        }
}

/* Texts made to fool it cost no more than a look at each byte. */
static void
test_worst_case (void)
{
  gsize n_bytes = 4 * 1024 * 1024;
  g_autofree char *text = g_malloc (n_bytes);
  g_autofree char *needle_text = g_strnfill (1001, 'a');
  JkbNeedle needle = jkb_needle_make (needle_text, NULL);
  gint64 begin = g_get_monotonic_time ();

  memset (text, 'a', n_bytes);
  needle_text[500] = 'b';
  g_assert_false (jkb_needle_is_in (&needle, text, n_bytes));
  needle.is_wide = FALSE;
  g_assert_false (jkb_needle_is_in (&needle, text, n_bytes));
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 60 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/needle/random", test_random);
  g_test_add_func ("/query/needle/every-place", test_every_place);
  g_test_add_func ("/query/needle/worst-case", test_worst_case);
  return g_test_run ();
}
