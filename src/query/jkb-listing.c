/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-listing.h"

#include "query/jkb-bits.h"
#include "query/jkb-cases-private.h"

/* Listed at once, so that the first pages of a table cost nothing where they are drawn. */
#define FIRST_POSITIONS 1024u
/* So many places are looked for one by one; who wants more gets all of them worked out. */
#define FEW_PLACES 8u

struct _JkbListing
{
  guint n_cases;
  guint n_slots;
  guint n_passing;
  const JkbPacked *order;       /* slots of all cases */
  const guint64 *passes;        /* by slot; looked up at random, so it has to fit into a cache; NULL of the first */
  guint32 *slots;               /* by position; room for all that pass */
  guint n_listed;               /* how many of them are there; atomic, as they are read without the lock */
  GMutex lock;                  /* for what follows and to list more */
  guint n_walked;               /* how far in `order` */
  guint n_looked_for;
  guint32 *positions;           /* by slot, of those that pass; NULL while few were looked for */
};

/* Lists until @n positions are there. With the lock held. */
static void
list_until (JkbListing *self, guint n)
{
  guint n_listed = self->n_listed, i = self->n_walked;

  /* A slot is written in any case and stays if it passes; behind the last there is room for one more. */
  for (; n_listed < n && i < self->n_cases; i++)
    {
      guint32 slot = (guint32) jkb_packed_get (self->order, i);

      self->slots[n_listed] = slot;
      n_listed += jkb_bits_get (self->passes, slot);
    }
  self->n_walked = i;
  g_atomic_int_set (&self->n_listed, n_listed);
}

JkbListing *
jkb_listing_new (JkbCases *cases, const guint64 *passes, guint n_passing, JkbOrder order)
{
  JkbListing *self = g_new0 (JkbListing, 1);

  self->n_cases = jkb_cases_n (cases);
  self->n_slots = jkb_cases_n_slots (cases);
  self->order = jkb_cases_order (cases, order);
  self->passes = passes;
  self->n_passing = n_passing;
  self->slots = g_new (guint32, n_passing + 1);
  g_mutex_init (&self->lock);
  list_until (self, MIN (FIRST_POSITIONS, n_passing));
  return self;
}

JkbListing *
jkb_listing_new_first (const GArray *slots)
{
  JkbListing *self = g_new0 (JkbListing, 1);

  self->slots = g_new (guint32, slots->len + 1);
  g_mutex_init (&self->lock);
  for (guint i = 0; i < slots->len; i++)
    self->slots[i] = g_array_index (slots, guint32, i);
  self->n_passing = self->n_listed = slots->len;
  return self;
}

void
jkb_listing_free (JkbListing *listing)
{
  if (listing == NULL)
    return;
  g_free (listing->positions);
  g_free (listing->slots);
  g_mutex_clear (&listing->lock);
  g_free (listing);
}

guint
jkb_listing_n (const JkbListing *listing)
{
  return listing->n_passing;
}

guint32
jkb_listing_get (JkbListing *listing, guint position)
{
  g_assert (position < listing->n_passing);

  if (position >= (guint) g_atomic_int_get (&listing->n_listed))
    {
      g_mutex_lock (&listing->lock);
      /* Twice as far each time, so that who reads from the first to the last seldom stops here. */
      list_until (listing, MIN (MAX (position + 1, listing->n_listed * 2), listing->n_passing));
      g_mutex_unlock (&listing->lock);
    }
  return listing->slots[position];
}

static void
invert (JkbListing *self)
{
  list_until (self, self->n_passing);
  self->positions = g_new (guint32, self->n_slots);
  for (guint i = 0; i < self->n_passing; i++)
    self->positions[self->slots[i]] = i;
}

static guint
look_for (JkbListing *self, guint slot)
{
  for (guint i = 0;; i++)
    {
      if (i == self->n_listed)
        list_until (self, MIN (MAX (i + 1, i * 2), self->n_passing));
      if (self->slots[i] == slot)
        return i;
    }
}

static gboolean
find_among_first (const JkbListing *self, guint slot, guint *position)
{
  for (guint i = 0; i < self->n_passing; i++)
    if (self->slots[i] == slot)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
jkb_listing_find (JkbListing *listing, guint slot, guint *position)
{
  if (listing->passes == NULL)
    return find_among_first (listing, slot, position);
  if (!jkb_bits_get (listing->passes, slot))
    return FALSE;
  g_mutex_lock (&listing->lock);
  if (listing->positions == NULL && listing->n_looked_for++ >= FEW_PLACES)
    invert (listing);
  *position = listing->positions != NULL ? listing->positions[slot] : look_for (listing, slot);
  g_mutex_unlock (&listing->lock);
  return TRUE;
}
