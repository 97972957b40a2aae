/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bits and lists made little by little, against the whole made at once. */
#include "query/jkb-bits.h"
#include "query/jkb-case-index.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-listing.h"
#include "random-cases.h"

#define N_CASES 6000

static JkbCases *
make_cases (void)
{
  g_autoptr(JkbFold) fold = jkb_fold_new (NULL, NULL);
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);

  for (gint64 id = 1; id <= N_CASES; id++)
    {
      g_autoptr(JkbIncident) incident = random_case (id);

      jkb_case_index_put (index, incident, NULL);
    }
  return jkb_case_index_snapshot (index);
}

static GArray *
list_plainly (JkbCases *cases, const guint16 *fails, JkbOrder order)
{
  const JkbPacked *slots = jkb_cases_order (cases, order);
  GArray *passing = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < N_CASES; i++)
    {
      guint slot = (guint) jkb_packed_get (slots, i);

      if (fails[slot] == 0)
        g_array_append_val (passing, slot);
    }
  return passing;
}

/* Asks here and there, a few times or often, from the front or from anywhere. */
static void
assert_listing (JkbListing *listing, const GArray *passing, const guint16 *fails)
{
  guint n_questions = (guint) g_test_rand_int_range (1, 60), found;

  g_assert_cmpuint (jkb_listing_n (listing), ==, passing->len);
  for (guint i = 0; i < n_questions && passing->len > 0; i++)
    {
      guint at = (guint) g_test_rand_int_range (0, (gint32) passing->len);
      guint slot = (guint) g_test_rand_int_range (0, N_CASES);

      if (g_test_rand_bit ())
        g_assert_cmpuint (jkb_listing_get (listing, at), ==, g_array_index (passing, guint32, at));
      else if (fails[slot] != 0)
        g_assert_false (jkb_listing_find (listing, slot, &found));
      else
        {
          g_assert_true (jkb_listing_find (listing, slot, &found));
          g_assert_cmpuint (g_array_index (passing, guint32, found), ==, slot);
        }
    }
  for (guint i = 0; i < passing->len; i++)
    g_assert_cmpuint (jkb_listing_get (listing, i), ==, g_array_index (passing, guint32, i));
}

static void
test_listing (void)
{
  g_autoptr(JkbCases) cases = make_cases ();
  g_autofree guint16 *fails = g_new (guint16, N_CASES);

  for (int round = 0; round < 100; round++)
    {
      static const int parts[] = { 1, 2, 100, N_CASES };
      int part = parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))];
      JkbOrder order = { (JkbColumn) g_test_rand_int_range (0, JKB_N_COLUMNS), g_test_rand_bit () };
      g_autoptr(GArray) passing = NULL;
      guint64 passes[N_CASES / 64 + 2];
      JkbListing *listing;

      for (guint i = 0; i < N_CASES; i++)
        fails[i] = g_test_rand_int_range (0, part) == 0 ? 0 : (guint16) g_test_rand_int_range (1, 65536);
      passing = list_plainly (cases, fails, order);
      listing = jkb_listing_new (cases, passes, jkb_bits_fill_equal (passes, fails, N_CASES, 0), order);
      assert_listing (listing, passing, fails);
      jkb_listing_free (listing);
    }
}

static void
test_bits (void)
{
  guint16 values[300];
  guint64 bits[5], other[5];

  for (int round = 0; round < 2000; round++)
    {
      guint n = (guint) g_test_rand_int_range (0, 301), n_equal = 0, n_both = 0;
      guint16 wanted = (guint16) (g_test_rand_bit () ? 0 : g_test_rand_int_range (0, 65536));

      for (guint i = 0; i < 5; i++)
        other[i] = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
      for (guint i = 0; i < n; i++)
        values[i] = g_test_rand_bit () ? wanted : (guint16) (1u << g_test_rand_int_range (0, 16));
      for (guint i = 0; i < n; i++)
        {
          n_equal += values[i] == wanted;
          n_both += values[i] == wanted && (other[i / 64] >> i % 64 & 1) != 0;
        }
      g_assert_cmpuint (jkb_bits_fill_equal (bits, values, n, wanted), ==, n_equal);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (jkb_bits_get (bits, i), ==, values[i] == wanted);
      g_assert_cmpuint (jkb_bits_count_both (bits, other, jkb_bits_n_words (n)), ==, n_both);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/listing/listing", test_listing);
  g_test_add_func ("/query/listing/bits", test_bits);
  return g_test_run ();
}
