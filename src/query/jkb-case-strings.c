/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-case-strings.h"

#include <string.h>

/* What is taken from the system at a time; a case that needs more gets a piece of its own. */
#define PIECE_BYTES ((gsize) 256 << 10)

struct _JkbStringPool
{
  gatomicrefcount ref_count;
  GPtrArray *pieces;
  char *next;                   /* free bytes of the last piece */
  gsize n_left;
  gsize n_bytes;                /* of all pieces */
};

JkbStringPool *
jkb_string_pool_new (void)
{
  JkbStringPool *self = g_new0 (JkbStringPool, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->pieces = g_ptr_array_new_with_free_func (g_free);
  return self;
}

JkbStringPool *
jkb_string_pool_ref (JkbStringPool *pool)
{
  g_atomic_ref_count_inc (&pool->ref_count);
  return pool;
}

void
jkb_string_pool_unref (JkbStringPool *pool)
{
  if (!g_atomic_ref_count_dec (&pool->ref_count))
    return;
  g_ptr_array_unref (pool->pieces);
  g_free (pool);
}

static char *
take_bytes (JkbStringPool *self, gsize n_bytes)
{
  char *bytes;

  if (n_bytes > self->n_left)
    {
      gsize n_piece = MAX (n_bytes, PIECE_BYTES);

      self->next = g_malloc (n_piece);
      self->n_left = n_piece;
      self->n_bytes += n_piece;
      g_ptr_array_add (self->pieces, self->next);
    }
  bytes = self->next;
  self->next += n_bytes;
  self->n_left -= n_bytes;
  return bytes;
}

const char *
jkb_string_pool_add (JkbStringPool *pool, const JkbIncident *incident)
{
  const char *const strings[JKB_N_CASE_STRINGS] = {
    [JKB_CASE_KEY] = incident->key,
    [JKB_CASE_TITLE] = incident->title,
    [JKB_CASE_ORGANISATION] = incident->organisation,
    [JKB_CASE_ORGANISATION_EN] = incident->organisation_en,
    [JKB_CASE_CONTRACTOR] = incident->contractor,
    [JKB_CASE_CAUSE] = incident->cause,
  };
  gsize n_bytes[JKB_N_CASE_STRINGS], n_all = 1;
  guint8 there = 0;
  char *bytes, *to;

  for (guint i = 0; i < JKB_N_CASE_STRINGS; i++)
    {
      n_bytes[i] = strings[i] != NULL ? strlen (strings[i]) + 1 : 0;
      n_all += n_bytes[i];
      there |= (guint8) ((strings[i] != NULL) << i);
    }
  bytes = to = take_bytes (pool, n_all);
  *to++ = (char) there;
  for (guint i = 0; i < JKB_N_CASE_STRINGS; i++)
    if (strings[i] != NULL)
      {
        memcpy (to, strings[i], n_bytes[i]);
        to += n_bytes[i];
      }
  return bytes;
}

gsize
jkb_string_pool_get_size (const JkbStringPool *pool)
{
  return pool->n_bytes;
}

const char *
jkb_case_strings_get (const char *strings, JkbCaseString string)
{
  guint there = (guint8) *strings;

  if ((there >> string & 1) == 0)
    return NULL;
  strings++;
  for (guint i = 0; i < (guint) string; i++)
    if ((there >> i & 1) != 0)
      strings += strlen (strings) + 1;
  return strings;
}
