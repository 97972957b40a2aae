/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The strings of a case are two bytes, which of them there are and which of these stand elsewhere, then
 * each: with its NUL, or as the place, in four bytes, where another case has the same. Many cases share a heading,
 * and some an organisation.
 *
 * Which string stood where is remembered by its hash, the last one only: what is forgotten is written once more.
 *
 * A place is a number of 32 bits. Pieces of memory double, so that the highest bit of a place tells its piece, and
 * a place never moves; what of a piece is not written yet is memory that the system has yet to give.
 */
#include "query/jkb-case-strings.h"

#include <string.h>

#define FIRST_BITS 16                   /* of a place in the first piece */
#define N_PIECES (32 - FIRST_BITS + 1)
#define N_REMEMBERED (1u << 14)
/* So long, with the NUL, is what can be told by its place without loss. */
#define SHARED_BYTES_MIN (sizeof (guint32) + 1)

struct _JkbStringPool
{
  gatomicrefcount ref_count;
  char *pieces[N_PIECES];
  guint64 end;                          /* the first place that is free */
  guint32 remembered[N_REMEMBERED];     /* by hash, the place of a string, 0 for none */
};

JkbStringPool *
jkb_string_pool_new (void)
{
  JkbStringPool *self = g_new0 (JkbStringPool, 1);

  g_atomic_ref_count_init (&self->ref_count);
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
  for (guint i = 0; i < N_PIECES; i++)
    g_free (pool->pieces[i]);
  g_free (pool);
}

static guint
find_piece (guint64 place)
{
  return place >> FIRST_BITS == 0 ? 0 : 64 - FIRST_BITS - (guint) __builtin_clzll (place);
}

static guint64
get_begin (guint piece)
{
  return piece == 0 ? 0 : (guint64) 1 << (FIRST_BITS + piece - 1);
}

static char *
get_bytes (const JkbStringPool *self, guint32 place)
{
  guint piece = find_piece (place);

  return self->pieces[piece] + (place - get_begin (piece));
}

/* Bytes that lie behind each other, so what a piece cannot hold whole goes into a later one. */
static guint32
take_bytes (JkbStringPool *self, gsize n_bytes)
{
  guint piece = find_piece (self->end);
  guint32 place;

  while (self->end + n_bytes > get_begin (piece + 1))
    self->end = get_begin (++piece);
  if (piece >= N_PIECES)
    g_error ("headings of one block of cases: more than 4 GiB");
  if (self->pieces[piece] == NULL)
    self->pieces[piece] = g_malloc (get_begin (piece + 1) - get_begin (piece));
  place = (guint32) self->end;
  self->end += n_bytes;
  return place;
}

/* The place of a string in memory that is equal, 0 when none is remembered. */
static guint32
find_equal (const JkbStringPool *self, const char *string, gsize n_bytes, guint32 **memory)
{
  *memory = (guint32 *) &self->remembered[g_str_hash (string) % N_REMEMBERED];
  return n_bytes >= SHARED_BYTES_MIN && **memory != 0 && strcmp (get_bytes (self, **memory), string) == 0 ? **memory : 0;
}

guint32
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
  gsize n_bytes[JKB_N_CASE_STRINGS], n_all = 2;
  guint32 equal[JKB_N_CASE_STRINGS], *memory[JKB_N_CASE_STRINGS], begin, place;
  guint8 there = 0, elsewhere = 0;

  for (guint i = 0; i < JKB_N_CASE_STRINGS; i++)
    if (strings[i] != NULL)
      {
        n_bytes[i] = strlen (strings[i]) + 1;
        equal[i] = find_equal (pool, strings[i], n_bytes[i], &memory[i]);
        n_all += equal[i] != 0 ? sizeof equal[i] : n_bytes[i];
        there |= (guint8) (1u << i);
        elsewhere |= (guint8) ((equal[i] != 0) << i);
      }
  begin = place = take_bytes (pool, n_all);
  memcpy (get_bytes (pool, place), (const guint8[]){ there, elsewhere }, 2);
  place += 2;
  for (guint i = 0; i < JKB_N_CASE_STRINGS; i++)
    if (strings[i] != NULL && equal[i] != 0)
      {
        memcpy (get_bytes (pool, place), &equal[i], sizeof equal[i]);
        place += sizeof equal[i];
      }
    else if (strings[i] != NULL)
      {
        memcpy (get_bytes (pool, place), strings[i], n_bytes[i]);
        *memory[i] = place;
        place += (guint32) n_bytes[i];
      }
  return begin;
}

gsize
jkb_string_pool_get_size (const JkbStringPool *pool)
{
  return sizeof *pool + pool->end;
}

static const char *
get_elsewhere (const JkbStringPool *pool, const char *at)
{
  guint32 place;

  memcpy (&place, at, sizeof place);
  return get_bytes (pool, place);
}

const char *
jkb_case_strings_get (const JkbStringPool *pool, guint32 strings, JkbCaseString string)
{
  const char *at = get_bytes (pool, strings);
  guint there = (guint8) at[0], elsewhere = (guint8) at[1];

  if ((there >> string & 1) == 0)
    return NULL;
  at += 2;
  for (guint i = 0; i < (guint) string; i++)
    if ((elsewhere >> i & 1) != 0)
      at += sizeof (guint32);
    else if ((there >> i & 1) != 0)
      at += strlen (at) + 1;
  return (elsewhere >> string & 1) != 0 ? get_elsewhere (pool, at) : at;
}
