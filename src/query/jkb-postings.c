/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Postings may come from a casebook that somebody else wrote. What they say is believed, but no place in
 * them leads out of them, and no row out of its block.
 */
#include "query/jkb-postings-private.h"

#include <string.h>

struct _JkbPostings
{
  GBytes *bytes;                /* all of the following points into them */
  guint n_grams;
  const guint64 *grams;
  const guint64 *places;
  const guint32 *counts;
  const guint8 *pool;
};

static gboolean
is_dense (const JkbPostings *self, guint i)
{
  return self->counts[i] > JKB_POSTINGS_ROWS_DENSE;
}

static gsize
get_n_bytes (const JkbPostings *self, guint i)
{
  return self->places[i + 1] - self->places[i];
}

static gboolean
is_sound (const JkbPostings *self, guint64 n_pool_bytes)
{
  if (self->places[0] != 0 || self->places[self->n_grams] != n_pool_bytes)
    return FALSE;
  for (guint i = 0; i < self->n_grams; i++)
    if (self->places[i + 1] < self->places[i] || (i > 0 && self->grams[i] <= self->grams[i - 1])
        || (is_dense (self, i) && get_n_bytes (self, i) != JKB_POSTINGS_BITS_BYTES))
      return FALSE;
  return TRUE;
}

JkbPostings *
jkb_postings_new (GBytes *bytes)
{
  g_autoptr(JkbPostings) self = NULL;
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);
  JkbPostingsHeader header;

  if (n_bytes < sizeof header || (gsize) data % sizeof (guint64) != 0)
    return NULL;
  memcpy (&header, data, sizeof header);
  if (header.magic != JKB_POSTINGS_MAGIC || header.n_pool_bytes > n_bytes
      || JKB_POSTINGS_HEAD_BYTES (header.n_grams) + header.n_pool_bytes != n_bytes)
    return NULL;
  self = g_new0 (JkbPostings, 1);
  self->bytes = g_bytes_ref (bytes);
  self->n_grams = header.n_grams;
  self->grams = (const guint64 *) (data + sizeof header);
  self->places = self->grams + header.n_grams;
  self->counts = (const guint32 *) (self->places + header.n_grams + 1);
  self->pool = data + JKB_POSTINGS_HEAD_BYTES (header.n_grams);
  return is_sound (self, header.n_pool_bytes) ? g_steal_pointer (&self) : NULL;
}

void
jkb_postings_free (JkbPostings *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}

void
jkb_postings_unpack (const guint8 *bytes, gsize n_bytes, guint64 *bits)
{
  const guint8 *end = bytes + n_bytes;
  guint32 row = 0;

  while (bytes < end)
    {
      guint32 difference = *bytes & 0x7f;

      for (guint shift = 7; *bytes++ >= 0x80 && bytes < end && shift < 32; shift += 7)
        difference |= (guint32) (*bytes & 0x7f) << shift;
      row += difference;
      if (row >= JKB_BLOCK_ROWS)
        return;
      bits[row / 64] |= (guint64) 1 << (row % 64);
    }
}

/* Index of @gram, n_grams when it is not there. */
static guint
find_gram (const JkbPostings *self, guint64 gram)
{
  guint low = 0, high = self->n_grams;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->grams[middle] < gram)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_grams && self->grams[low] == gram ? low : self->n_grams;
}

guint
jkb_postings_count (const JkbPostings *self, guint64 gram)
{
  guint i = find_gram (self, gram);

  return i < self->n_grams ? self->counts[i] : 0;
}

static void
get_bits (const JkbPostings *self, guint i, guint64 *bits)
{
  const guint8 *bytes = self->pool + self->places[i];

  if (is_dense (self, i))
    {
      memcpy (bits, bytes, JKB_POSTINGS_BITS_BYTES);
      return;
    }
  memset (bits, 0, JKB_POSTINGS_BITS_BYTES);
  jkb_postings_unpack (bytes, get_n_bytes (self, i), bits);
}

guint
jkb_postings_get (const JkbPostings *self, guint64 gram, guint64 *bits)
{
  guint i = find_gram (self, gram);

  if (i == self->n_grams)
    {
      memset (bits, 0, JKB_POSTINGS_BITS_BYTES);
      return 0;
    }
  get_bits (self, i, bits);
  return self->counts[i];
}

gboolean
jkb_postings_equal (const JkbPostings *one, const JkbPostings *other, const guint64 *mask)
{
  guint64 bits[2][JKB_BLOCK_ROWS / 64];
  guint i = 0, j = 0;

  /* A gram that one of them lacks has no rows there. */
  while (i < one->n_grams || j < other->n_grams)
    {
      gboolean here = i < one->n_grams && (j == other->n_grams || one->grams[i] <= other->grams[j]);
      gboolean there = j < other->n_grams && (i == one->n_grams || other->grams[j] <= one->grams[i]);

      memset (bits, 0, sizeof bits);
      if (here)
        get_bits (one, i++, bits[0]);
      if (there)
        get_bits (other, j++, bits[1]);
      for (guint word = 0; word < JKB_BLOCK_ROWS / 64; word++)
        if (((bits[0][word] ^ bits[1][word]) & mask[word]) != 0)
          return FALSE;
    }
  return TRUE;
}

GBytes *
jkb_postings_get_bytes (const JkbPostings *self)
{
  return self->bytes;
}

gsize
jkb_postings_get_size (const JkbPostings *self)
{
  return g_bytes_get_size (self->bytes);
}
