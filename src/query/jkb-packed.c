/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-packed.h"

/* Eight bytes are read wherever a number begins, so that there are some behind the last. */
#define TAIL_BYTES (sizeof (guint64))

void
jkb_packed_init (JkbPacked *self, guint n_room)
{
  *self = (JkbPacked){ .n_room = n_room };
}

void
jkb_packed_clear (JkbPacked *self)
{
  g_clear_pointer (&self->bytes, g_free);
  jkb_packed_init (self, 0);
}

static guint
count_bits (guint64 value)
{
  guint n_bits = value != 0 ? 64 - (guint) __builtin_clzll (value) : 0;

  return n_bits <= JKB_PACKED_SHIFTED_BITS ? n_bits : 64;
}

static void
take_memory (JkbPacked *self, guint n_bits)
{
  self->n_bits = n_bits;
  self->mask = n_bits > 0 ? G_MAXUINT64 >> (64 - n_bits) : 0;
  /* Pages that no number reaches are never touched. */
  self->bytes = n_bits > 0 ? g_malloc0 (jkb_packed_get_size (self, self->n_room) + TAIL_BYTES) : NULL;
}

/* A number that fits. */
static void
write_number (JkbPacked *self, guint i, guint64 value)
{
  gsize bit = (gsize) i * self->n_bits;
  guint8 *at = self->bytes + bit / 8;
  guint64 word;

  memcpy (&word, at, sizeof word);
  word = GUINT64_FROM_LE (word);
  word = (word & ~(self->mask << bit % 8)) | value << bit % 8;
  word = GUINT64_TO_LE (word);
  memcpy (at, &word, sizeof word);
}

static void
widen (JkbPacked *self, guint n_bits)
{
  JkbPacked old = *self;

  take_memory (self, n_bits);
  for (guint i = 0; i < old.n_written; i++)
    write_number (self, i, jkb_packed_get (&old, i));
  g_free (old.bytes);
}

void
jkb_packed_set (JkbPacked *self, guint i, guint64 value)
{
  g_assert (i < self->n_room && self->step == 0);

  self->n_written = MAX (self->n_written, i + 1);
  if (value > self->mask)
    widen (self, count_bits (value));
  if (self->bytes != NULL)
    write_number (self, i, value);
}

JkbPacked *
jkb_packed_new (guint n_room, guint64 greatest)
{
  JkbPacked *self = g_new (JkbPacked, 1);

  jkb_packed_init (self, n_room);
  take_memory (self, count_bits (greatest));
  return self;
}

/* Four bytes at a time, as soon as they are full. */
static void
write_all (JkbPacked *self, const guint32 *values, guint n)
{
  guint8 *at = self->bytes;
  guint64 word = 0;
  guint n_pending = 0;

  for (guint i = 0; i < n; i++)
    {
      word |= (guint64) values[i] << n_pending;
      n_pending += self->n_bits;
      if (n_pending >= 32)
        {
          guint32 full = GUINT32_TO_LE ((guint32) word);

          memcpy (at, &full, sizeof full);
          at += sizeof full;
          word >>= 32;
          n_pending -= 32;
        }
    }
  word = GUINT64_TO_LE (word);
  memcpy (at, &word, sizeof word);
}

JkbPacked *
jkb_packed_new_from (const guint32 *values, guint n)
{
  JkbPacked *self;
  guint32 all = 0, moved = 0;

  for (guint i = 0; i < n; i++)
    {
      all |= values[i];
      moved |= values[i] ^ i;
    }
  self = jkb_packed_new (n, moved != 0 ? all : 0);
  self->n_written = n;
  self->step = moved == 0;
  if (self->bytes != NULL)
    write_all (self, values, n);
  return self;
}

void
jkb_packed_free (JkbPacked *self)
{
  if (self == NULL)
    return;
  jkb_packed_clear (self);
  g_free (self);
}

void
jkb_packed_init_copy (JkbPacked *self, const JkbPacked *other)
{
  *self = *other;
  take_memory (self, other->n_bits);
  if (self->bytes != NULL)
    memcpy (self->bytes, other->bytes, jkb_packed_get_size (other, other->n_written));
}

gsize
jkb_packed_get_size (const JkbPacked *self, guint n)
{
  return ((gsize) n * self->n_bits + 7) / 8;
}
