/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * While they are made, grams sit in an open hash of posting lists; single characters of the BMP are
 * looked up in an array, which halves the work. Lists begin with room for a few rows and double.
 * Once finished, the grams are sorted keys with places in one pool of bytes.
 */
#include "query/jkb-postings-private.h"

#include <string.h>

#define FIRST_CAPACITY 4u
#define NO_ROW G_MAXUINT32
#define NO_LIST G_MAXUINT32
#define N_BMP 0x10000u

typedef struct
{
  guint64 gram;
  guint32 last_row;
  guint32 n_rows;
  guint32 n_bytes;
  guint32 capacity;             /* 0 when bytes is a set of bits */
  guint8 *bytes;
} List;

struct _JkbPostingsBuilder
{
  GArray *lists;
  guint32 *singles;             /* list of a character of the BMP */
  guint32 *slots;               /* hash of the others */
  guint n_slots;                /* a power of two */
  guint n_used;
};

static guint32
hash_gram (guint64 gram)
{
  gram *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint32) (gram >> 32);
}

static void
clear_list (gpointer data)
{
  g_free (((List *) data)->bytes);
}

static guint32 *
allocate_slots (guint n_slots)
{
  guint32 *slots = g_new (guint32, n_slots);

  memset (slots, 0xff, n_slots * sizeof (guint32));
  return slots;
}

JkbPostingsBuilder *
jkb_postings_builder_new (void)
{
  JkbPostingsBuilder *self = g_new0 (JkbPostingsBuilder, 1);

  self->lists = g_array_new (FALSE, FALSE, sizeof (List));
  g_array_set_clear_func (self->lists, clear_list);
  self->singles = allocate_slots (N_BMP);
  self->n_slots = 1024;
  self->slots = allocate_slots (self->n_slots);
  return self;
}

void
jkb_postings_builder_free (JkbPostingsBuilder *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lists);
  g_free (self->singles);
  g_free (self->slots);
  g_free (self);
}

static guint32
add_list (JkbPostingsBuilder *self, guint64 gram)
{
  List list = { .gram = gram, .last_row = NO_ROW };

  g_array_append_val (self->lists, list);
  return self->lists->len - 1;
}

static void
grow_slots (JkbPostingsBuilder *self)
{
  g_autofree guint32 *old = g_steal_pointer (&self->slots);
  guint n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = allocate_slots (self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i] != NO_LIST)
      {
        guint32 slot = hash_gram (g_array_index (self->lists, List, old[i]).gram);

        while (self->slots[slot & (self->n_slots - 1)] != NO_LIST)
          slot++;
        self->slots[slot & (self->n_slots - 1)] = old[i];
      }
}

static guint32
find_list (JkbPostingsBuilder *self, guint64 gram)
{
  guint32 slot = hash_gram (gram);
  guint32 *place;

  for (;; slot++)
    {
      place = &self->slots[slot & (self->n_slots - 1)];
      if (*place == NO_LIST)
        break;
      if (g_array_index (self->lists, List, *place).gram == gram)
        return *place;
    }
  *place = add_list (self, gram);
  if (++self->n_used * 2 > self->n_slots)
    grow_slots (self);
  return self->lists->len - 1;
}

static guint
write_difference (guint8 *bytes, guint32 difference)
{
  guint n = 0;

  for (; difference >= 0x80; difference >>= 7)
    bytes[n++] = (guint8) (difference | 0x80);
  bytes[n++] = (guint8) difference;
  return n;
}

static void
make_dense (List *list)
{
  guint8 *bits = g_malloc0 (JKB_POSTINGS_BITS_BYTES);

  jkb_postings_unpack (list->bytes, list->n_bytes, (guint64 *) bits);
  g_free (list->bytes);
  list->bytes = bits;
  list->n_bytes = JKB_POSTINGS_BITS_BYTES;
  list->capacity = 0;
}

/* The first row is its own difference to 0. */
static void
add_row (List *list, guint32 row)
{
  if (list->last_row == row)
    return;
  if (list->n_rows == JKB_POSTINGS_ROWS_DENSE)
    make_dense (list);
  if (list->n_rows >= JKB_POSTINGS_ROWS_DENSE)
    ((guint64 *) list->bytes)[row / 64] |= (guint64) 1 << (row % 64);
  else
    {
      if (list->n_bytes + 5 > list->capacity)
        {
          list->capacity = MAX (list->capacity * 2, FIRST_CAPACITY + 4);
          list->bytes = g_realloc (list->bytes, list->capacity);
        }
      list->n_bytes += write_difference (list->bytes + list->n_bytes,
                                         list->n_rows > 0 ? row - list->last_row : row);
    }
  list->last_row = row;
  list->n_rows++;
}

static void
add_gram (JkbPostingsBuilder *self, guint32 row, gunichar first, gunichar second)
{
  guint32 index;

  if (second == 0 && first < N_BMP)
    {
      if (self->singles[first] == NO_LIST)
        self->singles[first] = add_list (self, JKB_GRAM (first, 0));
      index = self->singles[first];
    }
  else
    index = find_list (self, JKB_GRAM (first, second));
  add_row (&g_array_index (self->lists, List, index), row);
}

void
jkb_postings_builder_add (JkbPostingsBuilder *self, guint row, const char *text, gsize n_bytes)
{
  gunichar before = 0;

  for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '\n')
        {
          add_gram (self, row, c, 0);
          if (before != 0)
            add_gram (self, row, before, c);
        }
      before = c != '\n' ? c : 0;
    }
}

static int
compare_lists (gconstpointer a, gconstpointer b)
{
  const List *one = a, *other = b;

  return one->gram < other->gram ? -1 : one->gram > other->gram;
}

static gsize
measure_lists (const JkbPostingsBuilder *self)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < self->lists->len; i++)
    n_bytes += g_array_index (self->lists, List, i).n_bytes;
  return n_bytes;
}

JkbPostings *
jkb_postings_builder_finish (JkbPostingsBuilder *self)
{
  guint n = self->lists->len;
  gsize n_pool = measure_lists (self), n_bytes = JKB_POSTINGS_HEAD_BYTES (n) + n_pool;
  guint8 *bytes = g_malloc (n_bytes);
  JkbPostingsHeader header = { JKB_POSTINGS_MAGIC, n, n_pool };
  guint64 *grams = (guint64 *) (bytes + sizeof header), *places = grams + n, place = 0;
  guint32 *counts = (guint32 *) (places + n + 1);
  guint8 *pool = bytes + JKB_POSTINGS_HEAD_BYTES (n);
  g_autoptr(GBytes) all = NULL;

  g_array_sort (self->lists, compare_lists);
  memcpy (bytes, &header, sizeof header);
  for (guint i = 0; i < n; i++)
    {
      List *list = &g_array_index (self->lists, List, i);

      grams[i] = list->gram;
      places[i] = place;
      counts[i] = list->n_rows;
      memcpy (pool + place, list->bytes, list->n_bytes);
      place += list->n_bytes;
      g_clear_pointer (&list->bytes, g_free);
    }
  places[n] = place;
  jkb_postings_builder_free (self);
  all = g_bytes_new_take (bytes, n_bytes);
  return jkb_postings_new (all);
}
