/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include <glib.h>

/* Inside the room `query`: numbers of as many bits as the largest of them needs, one behind the other. */

/**
 * JkbPacked:
 *
 * A row of numbers, all 0 at first. The first bit of a number is the lowest of its byte.
 */
typedef struct
{
  guint n_bits;                 /* of each number; 0 as long as all are 0 */
  guint n_room;                 /* how many there may be */
  guint n_written;              /* one more than the last that was ever set */
  guint64 mask;                 /* of @n_bits */
  guint step;                   /* 1 when each number is its place and none has memory, else 0 */
  guint8 *bytes;                /* NULL as long as all are 0, or each its place */
} JkbPacked;

/** JKB_PACKED_SHIFTED_BITS: a number of so many bits can begin at any bit and still lie in eight bytes */
#define JKB_PACKED_SHIFTED_BITS 57

/**
 * jkb_packed_init:
 * @self: (out caller-allocates): numbers
 * @n_room: how many there may be
 *
 * All are 0, which takes no memory.
 */
void jkb_packed_init (JkbPacked *self, guint n_room);

/**
 * jkb_packed_new:
 * @n_room: how many there may be
 * @greatest: what they are made wide enough for
 *
 * Any thread. Returns: (transfer full): numbers, all 0, for jkb_packed_free()
 */
JkbPacked *jkb_packed_new (guint n_room, guint64 greatest);

/**
 * jkb_packed_new_from:
 * @values: (array length=n): what they are
 * @n: how many
 *
 * Numbers that are their places take no memory; nothing is to be set in these. Any thread.
 *
 * Returns: (transfer full): numbers, for jkb_packed_free()
 */
JkbPacked *jkb_packed_new_from (const guint32 *values, guint n);

/** jkb_packed_free: @self: (nullable) (transfer full): numbers that have memory of their own. */
void jkb_packed_free (JkbPacked *self);

/**
 * jkb_packed_init_copy:
 * @self: (out caller-allocates): numbers
 * @other: what they are
 */
void jkb_packed_init_copy (JkbPacked *self, const JkbPacked *other);

/**
 * jkb_packed_clear:
 * @self: numbers, of which there are none after that
 */
void jkb_packed_clear (JkbPacked *self);

/**
 * jkb_packed_set:
 * @self: numbers that nobody else has
 * @i: which
 * @value: what it is
 *
 * The first number that needs more bits than all before moves these.
 */
void jkb_packed_set (JkbPacked *self, guint i, guint64 value);

/**
 * jkb_packed_get_size:
 * @self: numbers
 * @n: how many of them are in use
 *
 * Any thread. Returns: bytes that these take
 */
gsize jkb_packed_get_size (const JkbPacked *self, guint n);

/** The number at @i. Any thread. */
static inline guint64
jkb_packed_get (const JkbPacked *self, guint i)
{
  gsize bit = (gsize) i * self->n_bits;
  guint64 word;

  if (self->bytes == NULL)
    return (guint64) i * self->step;
  memcpy (&word, self->bytes + bit / 8, sizeof word);
  return GUINT64_FROM_LE (word) >> bit % 8 & self->mask;
}
