/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open addressing with linear probing; what follows a removed slot moves up, so that no gap stops a search. */
#include "query/jkb-slot-table.h"

#define PLACES_MIN 64u
#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

struct _JkbSlotTable
{
  JkbSlotIdFunc get_id;
  gconstpointer user_data;
  guint32 *places;              /* slot + 1, 0 where there is none */
  guint mask;                   /* how many places there are, less one */
  guint n_slots;
};

static guint
get_home (const JkbSlotTable *self, gint64 id)
{
  return (guint) ((guint64) id * HASH_FACTOR >> 32) & self->mask;
}

/* Where @id is, or the empty place where it would be. */
static guint
find_place (const JkbSlotTable *self, gint64 id)
{
  guint i = get_home (self, id);

  while (self->places[i] != 0 && self->get_id (self->places[i] - 1, self->user_data) != id)
    i = (i + 1) & self->mask;
  return i;
}

static void
make_places (JkbSlotTable *self, guint n_places)
{
  self->mask = n_places - 1;
  self->places = g_new0 (guint32, n_places);
}

JkbSlotTable *
jkb_slot_table_new (JkbSlotIdFunc get_id, gconstpointer user_data)
{
  JkbSlotTable *self = g_new0 (JkbSlotTable, 1);

  self->get_id = get_id;
  self->user_data = user_data;
  make_places (self, PLACES_MIN);
  return self;
}

void
jkb_slot_table_free (JkbSlotTable *table)
{
  g_free (table->places);
  g_free (table);
}

void
jkb_slot_table_clear (JkbSlotTable *table)
{
  g_free (table->places);
  make_places (table, PLACES_MIN);
  table->n_slots = 0;
}

gboolean
jkb_slot_table_find (const JkbSlotTable *table, gint64 id, guint *slot)
{
  guint place = find_place (table, id);

  if (table->places[place] == 0)
    return FALSE;
  *slot = table->places[place] - 1;
  return TRUE;
}

/* Never more than three quarters full. */
static void
make_room (JkbSlotTable *self)
{
  g_autofree guint32 *old = self->places;
  guint n_old = self->mask + 1;

  make_places (self, n_old * 2);
  for (guint i = 0; i < n_old; i++)
    if (old[i] != 0)
      self->places[find_place (self, self->get_id (old[i] - 1, self->user_data))] = old[i];
}

void
jkb_slot_table_add (JkbSlotTable *table, gint64 id, guint slot)
{
  if (table->n_slots >= table->mask - table->mask / 4)
    make_room (table);
  table->places[find_place (table, id)] = slot + 1;
  table->n_slots++;
}

void
jkb_slot_table_remove (JkbSlotTable *table, gint64 id)
{
  guint gap = find_place (table, id);

  if (table->places[gap] == 0)
    return;
  table->n_slots--;
  for (guint i = (gap + 1) & table->mask; table->places[i] != 0; i = (i + 1) & table->mask)
    {
      guint home = get_home (table, table->get_id (table->places[i] - 1, table->user_data));

      /* It may move to the gap when its home is not between the two. */
      if (((i - home) & table->mask) >= ((i - gap) & table->mask))
        {
          table->places[gap] = table->places[i];
          gap = i;
        }
    }
  table->places[gap] = 0;
}

gsize
jkb_slot_table_get_size (const JkbSlotTable *table)
{
  return sizeof *table + ((gsize) table->mask + 1) * sizeof (guint32);
}
