/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots by case against a hash table of GLib, through many additions and removals. */
#include "query/jkb-slot-table.h"

#define N_SLOTS 3000
#define N_STEPS 60000

static gint64
get_id (guint slot, gconstpointer user_data)
{
  const gint64 *ids = user_data;

  return ids[slot];
}

static void
assert_equal (const JkbSlotTable *table, GHashTable *wanted, gint64 id)
{
  gpointer found;
  guint slot = G_MAXUINT;
  gboolean is_there = g_hash_table_lookup_extended (wanted, &id, NULL, &found);

  g_assert_cmpint (jkb_slot_table_find (table, id, &slot), ==, is_there);
  g_assert_cmpuint (slot, ==, is_there ? GPOINTER_TO_UINT (found) : G_MAXUINT);
}

/* Numbers that follow each other, some far apart, and some whose lowest bits are all alike. */
static gint64
make_id (void)
{
  gint64 n = g_test_rand_int_range (1, N_SLOTS);

  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      return n;
    case 1:
      return n << 32 | n;
    default:
      return n << 40;
    }
}

static void
add (JkbSlotTable *table, GHashTable *wanted, gint64 *ids, gint64 id, GArray *free_slots)
{
  guint slot = g_array_index (free_slots, guint, free_slots->len - 1);

  g_array_set_size (free_slots, free_slots->len - 1);
  ids[slot] = id;
  jkb_slot_table_add (table, id, slot);
  g_hash_table_insert (wanted, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (slot));
}

static void
take_away (JkbSlotTable *table, GHashTable *wanted, gint64 id, GArray *free_slots)
{
  guint slot = GPOINTER_TO_UINT (g_hash_table_lookup (wanted, &id));

  jkb_slot_table_remove (table, id);
  g_hash_table_remove (wanted, &id);
  g_array_append_val (free_slots, slot);
}

static void
test_walk (void)
{
  g_autofree gint64 *ids = g_new0 (gint64, N_SLOTS);
  g_autoptr(GHashTable) wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GArray) free_slots = g_array_new (FALSE, FALSE, sizeof (guint));
  JkbSlotTable *table = jkb_slot_table_new (get_id, ids);

  for (guint slot = 0; slot < N_SLOTS; slot++)
    g_array_append_val (free_slots, slot);
  for (guint i = 0; i < N_STEPS; i++)
    {
      gint64 id = make_id ();

      assert_equal (table, wanted, id);
      if (g_hash_table_contains (wanted, &id))
        take_away (table, wanted, id, free_slots);
      else if (free_slots->len > 0)
        add (table, wanted, ids, id, free_slots);
      assert_equal (table, wanted, id);
      if (i % 10000 == 0)
        for (gint64 n = 1; n < N_SLOTS; n++)
          {
            assert_equal (table, wanted, n);
            assert_equal (table, wanted, n << 32 | n);
            assert_equal (table, wanted, n << 40);
          }
    }
  jkb_slot_table_clear (table);
  g_hash_table_remove_all (wanted);
  for (gint64 n = 1; n < N_SLOTS; n++)
    assert_equal (table, wanted, n);
  jkb_slot_table_free (table);
}

/* Ten thousand in at most 14 bytes each; a table of GLib with numbers on the heap takes four times that. */
static void
test_size (void)
{
  g_autofree gint64 *ids = g_new0 (gint64, 10000);
  JkbSlotTable *table = jkb_slot_table_new (get_id, ids);

  for (guint slot = 0; slot < 10000; slot++)
    {
      ids[slot] = slot * 3 + 1;
      jkb_slot_table_add (table, ids[slot], slot);
    }
  g_assert_cmpuint (jkb_slot_table_get_size (table), <, 14 * 10000);
  jkb_slot_table_remove (table, 2);
  for (guint slot = 0, found; slot < 10000; slot++)
    {
      g_assert_true (jkb_slot_table_find (table, ids[slot], &found));
      g_assert_cmpuint (found, ==, slot);
    }
  jkb_slot_table_free (table);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/slot-table/walk", test_walk);
  g_test_add_func ("/query/slot-table/size", test_size);
  return g_test_run ();
}
