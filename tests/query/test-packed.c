/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of few bits against plain ones, as they grow, shrink and are copied. */
#include "query/jkb-packed.h"

#define N_ROOM 700
#define N_STEPS 3000

/* Of every width, and what lies on both sides of where a width ends. */
static guint64
make_number (guint n_bits_max)
{
  guint n_bits = (guint) g_test_rand_int_range (0, (gint32) n_bits_max + 1);
  guint64 top = n_bits > 0 ? (guint64) 1 << (n_bits - 1) : 0;

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      return top;
    case 1:
      return top > 0 ? top - 1 + top : 0;
    default:
      return top > 0 ? top | (((guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ()) & (top - 1)) : 0;
    }
}

static void
assert_equal (const JkbPacked *packed, const guint64 *wanted)
{
  for (guint i = 0; i < N_ROOM; i++)
    g_assert_cmpuint (jkb_packed_get (packed, i), ==, wanted[i]);
}

static void
test_set (void)
{
  for (guint n_bits_max = 0; n_bits_max <= 64; n_bits_max++)
    {
      g_autofree guint64 *wanted = g_new0 (guint64, N_ROOM);
      JkbPacked packed, copy;

      jkb_packed_init (&packed, N_ROOM);
      assert_equal (&packed, wanted);
      for (guint step = 0; step < N_STEPS; step++)
        {
          guint i = (guint) g_test_rand_int_range (0, N_ROOM);

          wanted[i] = make_number (step < N_STEPS / 2 ? n_bits_max / 2 : n_bits_max);
          jkb_packed_set (&packed, i, wanted[i]);
        }
      assert_equal (&packed, wanted);
      jkb_packed_init_copy (&copy, &packed);
      jkb_packed_set (&packed, N_ROOM / 2, wanted[N_ROOM / 2] / 2);
      jkb_packed_clear (&packed);
      assert_equal (&copy, wanted);
      jkb_packed_clear (&copy);
    }
}

static void
test_new_from (void)
{
  for (guint n_bits_max = 0; n_bits_max <= 32; n_bits_max++)
    {
      guint n = (guint) g_test_rand_int_range (0, N_ROOM);
      g_autofree guint32 *values = g_new (guint32, N_ROOM);
      JkbPacked *packed;

      for (guint i = 0; i < n; i++)
        values[i] = (guint32) make_number (n_bits_max);
      if (g_test_rand_bit ())
        packed = jkb_packed_new_from (values, n);
      else
        {
          packed = jkb_packed_new (n, (1ull << n_bits_max) - 1);
          for (guint i = 0; i < n; i++)
            jkb_packed_set (packed, i, values[i]);
          g_assert_cmpuint (packed->n_bits, ==, n_bits_max);
        }
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (jkb_packed_get (packed, i), ==, values[i]);
      jkb_packed_free (packed);
    }
}

/* What stands where it was takes no memory; as soon as two have changed their places it does. */
static void
test_places (void)
{
  guint32 values[N_ROOM];

  for (guint swapped = 0; swapped < N_ROOM; swapped += 1 + N_ROOM / 9)
    {
      guint n = (guint) g_test_rand_int_range (2, N_ROOM + 1), at = swapped % n;
      JkbPacked *packed, copy;

      for (guint i = 0; i < n; i++)
        values[i] = i;
      values[0] = at;
      values[at] = 0;
      packed = jkb_packed_new_from (values, n);
      g_assert_cmpint (packed->bytes == NULL, ==, at == 0);
      g_assert_cmpint (jkb_packed_get_size (packed, n) == 0, ==, at == 0);
      jkb_packed_init_copy (&copy, packed);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (jkb_packed_get (packed, i), ==, values[i]);
          g_assert_cmpuint (jkb_packed_get (&copy, i), ==, values[i]);
        }
      jkb_packed_clear (&copy);
      jkb_packed_free (packed);
    }
}

/* As wide as the greatest of them, and as long as they are. */
static void
test_size (void)
{
  JkbPacked packed;

  jkb_packed_init (&packed, N_ROOM);
  jkb_packed_set (&packed, 9, 0);
  g_assert_cmpuint (jkb_packed_get_size (&packed, 16), ==, 0);
  jkb_packed_set (&packed, 3, 1);
  g_assert_cmpuint (jkb_packed_get_size (&packed, 16), ==, 2);
  jkb_packed_set (&packed, 2, 1023);
  g_assert_cmpuint (jkb_packed_get_size (&packed, 16), ==, 20);
  g_assert_cmpuint (jkb_packed_get_size (&packed, 0), ==, 0);
  jkb_packed_set (&packed, 2, 0);
  g_assert_cmpuint (jkb_packed_get_size (&packed, 17), ==, 22);
  jkb_packed_clear (&packed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/packed/set", test_set);
  g_test_add_func ("/query/packed/new-from", test_new_from);
  g_test_add_func ("/query/packed/places", test_places);
  g_test_add_func ("/query/packed/size", test_size);
  return g_test_run ();
}
