/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * While they are made, grams sit in an open hash of posting lists; single characters of the BMP are
 * looked up in an array, which halves the work. Lists begin with room for a few rows and double.
 * Once finished, the grams are sorted keys with places in one pool of bytes.
 */
#include "query/jkb-postings.h"

#include <string.h>

#define BITS_BYTES (JKB_BLOCK_ROWS / 8)
/* From here on a set of bits is smaller and faster than differences. */
#define ROWS_DENSE 8000u
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

struct _JkbPostings
{
  guint n_grams;
  guint64 *grams;               /* ascending */
  guint32 *counts;
  guint64 *places;              /* in the pool, one more than there are grams */
  guint8 *pool;
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

static guint
read_difference (const guint8 *bytes, guint32 *difference)
{
  guint n = 0, shift = 0;

  *difference = 0;
  do
    {
      *difference |= (guint32) (bytes[n] & 0x7f) << shift;
      shift += 7;
    }
  while (bytes[n++] & 0x80);
  return n;
}

static void
set_bit (guint64 *bits, guint32 row)
{
  bits[row / 64] |= (guint64) 1 << (row % 64);
}

static void
unpack (const guint8 *bytes, guint n_rows, guint64 *bits)
{
  guint32 row = 0, difference;

  for (guint i = 0; i < n_rows; i++)
    {
      bytes += read_difference (bytes, &difference);
      row += difference;
      set_bit (bits, row);
    }
}

static void
make_dense (List *list)
{
  guint8 *bits = g_malloc0 (BITS_BYTES);

  unpack (list->bytes, list->n_rows, (guint64 *) bits);
  g_free (list->bytes);
  list->bytes = bits;
  list->n_bytes = BITS_BYTES;
  list->capacity = 0;
}

/* The first row is its own difference to 0. */
static void
add_row (List *list, guint32 row)
{
  if (list->last_row == row)
    return;
  if (list->n_rows == ROWS_DENSE)
    make_dense (list);
  if (list->n_rows >= ROWS_DENSE)
    set_bit ((guint64 *) list->bytes, row);
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

JkbPostings *
jkb_postings_builder_finish (JkbPostingsBuilder *self)
{
  JkbPostings *postings = g_new0 (JkbPostings, 1);
  guint n = self->lists->len;
  guint64 place = 0;

  g_array_sort (self->lists, compare_lists);
  postings->n_grams = n;
  postings->grams = g_new (guint64, MAX (n, 1));
  postings->counts = g_new (guint32, MAX (n, 1));
  postings->places = g_new (guint64, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const List *list = &g_array_index (self->lists, List, i);

      postings->grams[i] = list->gram;
      postings->counts[i] = list->n_rows;
      postings->places[i] = place;
      place += list->n_bytes;
    }
  postings->places[n] = place;
  postings->pool = g_malloc (MAX (place, 1));
  for (guint i = 0; i < n; i++)
    {
      List *list = &g_array_index (self->lists, List, i);

      memcpy (postings->pool + postings->places[i], list->bytes, list->n_bytes);
      g_clear_pointer (&list->bytes, g_free);
    }
  jkb_postings_builder_free (self);
  return postings;
}

void
jkb_postings_free (JkbPostings *self)
{
  if (self == NULL)
    return;
  g_free (self->grams);
  g_free (self->counts);
  g_free (self->places);
  g_free (self->pool);
  g_free (self);
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

guint
jkb_postings_get (const JkbPostings *self, guint64 gram, guint64 *bits)
{
  guint i = find_gram (self, gram);

  if (i == self->n_grams || self->counts[i] <= ROWS_DENSE)
    memset (bits, 0, BITS_BYTES);
  if (i == self->n_grams)
    return 0;
  if (self->counts[i] <= ROWS_DENSE)
    unpack (self->pool + self->places[i], self->counts[i], bits);
  else
    memcpy (bits, self->pool + self->places[i], BITS_BYTES);
  return self->counts[i];
}

gsize
jkb_postings_get_size (const JkbPostings *self)
{
  return self->places[self->n_grams]
         + self->n_grams * (2 * sizeof (guint64) + sizeof (guint32));
}
