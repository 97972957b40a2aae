/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-memory.h"

/* Of any length it is all zeros, and all of it can be written. */
static void
test_table (void)
{
  static const gsize lengths[] = { 0, 1, 4096, 2 * 1024 * 1024, 2 * 1024 * 1024 + 1, 5 * 1024 * 1024 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      guint8 *table = jkb_memory_new_table (lengths[i]);

      g_assert_nonnull (table);
      for (gsize at = 0; at < lengths[i]; at++)
        {
          g_assert_cmpuint (table[at], ==, 0);
          table[at] = 0xff;
        }
      jkb_memory_free_table (table);
    }
  jkb_memory_free_table (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/memory/table", test_table);
  return g_test_run ();
}
