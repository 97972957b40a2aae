/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names have no order of their own in a computer: a Japanese name is sorted by its reading, which the
 * characters do not tell. We sort the folded text by code points. That brings equal names together
 * and puts Latin before kana before kanji; kana fall into their usual order, kanji into that of
 * radicals and strokes.
 *
 * Many cases share a name, or all but a few share a title, so each spelling is folded and kept once, in a table
 * by its hash, and only folded spellings are sorted: by their first eight bytes as one number, then those that are equal so
 * far by the next eight, and so on. No comparison has to follow two pointers.
 */
#include "query/jkb-name-ranks.h"

#include <string.h>

#include "query/jkb-cases-private.h"
#include "query/jkb-scratch.h"

#define CHUNK_BYTES 8u
#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define TABLE_MIN 1024u

typedef struct
{
  guint64 chunk;                /* eight of its bytes, where it is being sorted */
  guint64 hash;
  const char *text;
  guint32 n_bytes;
  guint32 number;               /* in the order in which names were met */
} Name;

typedef struct
{
  GArray *names;                /* Name, each spelling once */
  guint32 *places;              /* number + 1 of a name by its hash, 0 where there is none */
  guint mask;                   /* how many places there are, less one */
} Spellings;

static guint64
get_chunk (const Name *name, gsize begin)
{
  guint64 chunk = 0;
  gsize n = name->n_bytes > begin ? MIN (name->n_bytes - begin, CHUNK_BYTES) : 0;

  if (n > 0)
    memcpy (&chunk, name->text + begin, n);
  return GUINT64_FROM_BE (chunk);
}

static guint64
hash_name (const Name *name)
{
  guint64 hash = name->n_bytes;

  for (gsize i = 0; i < name->n_bytes; i += CHUNK_BYTES)
    {
      hash = (hash ^ get_chunk (name, i)) * HASH_FACTOR;
      hash ^= hash >> 29;
    }
  return hash;
}

static Name
make_name (const char *text)
{
  Name name = { .text = text, .n_bytes = (guint32) strlen (text) };

  name.hash = hash_name (&name);
  return name;
}

static const char *
get_text (const JkbCaseBlock *block, guint row, JkbColumn column)
{
  const char *text;

  if (!jkb_case_block_is_in_use (block, row))
    return "";
  text = jkb_case_block_get_string (block, row,
                                    column == JKB_COLUMN_KEY     ? JKB_CASE_KEY
                                    : column == JKB_COLUMN_TITLE ? JKB_CASE_TITLE
                                                                 : JKB_CASE_ORGANISATION);
  return text != NULL ? text : "";
}

static gboolean
is_equal (const Name *one, const Name *other)
{
  return one->hash == other->hash && one->n_bytes == other->n_bytes
         && memcmp (one->text, other->text, one->n_bytes) == 0;
}

static guint32 *
find_place (const Spellings *self, const Name *name)
{
  guint i = (guint) (name->hash >> 32) & self->mask;

  while (self->places[i] != 0 && !is_equal (&g_array_index (self->names, Name, self->places[i] - 1), name))
    i = (i + 1) & self->mask;
  return &self->places[i];
}

/* Never more than half full. */
static void
make_room (Spellings *self)
{
  if (self->names->len < (self->mask + 1) / 2)
    return;
  self->mask = self->mask * 4 + 3;
  g_free (self->places);
  self->places = g_new0 (guint32, self->mask + 1);
  for (guint i = 0; i < self->names->len; i++)
    *find_place (self, &g_array_index (self->names, Name, i)) = i + 1;
}

static guint32
add_name (Spellings *self, Name name)
{
  guint32 *place = find_place (self, &name);

  if (*place == 0)
    {
      name.number = self->names->len;
      *place = name.number + 1;
      g_array_append_val (self->names, name);
      make_room (self);
      return name.number;
    }
  return *place - 1;
}

static int
compare_chunks (gconstpointer a, gconstpointer b)
{
  const Name *one = a, *other = b;

  return (one->chunk > other->chunk) - (one->chunk < other->chunk);
}

/* Names that are equal before @begin. No name holds a NUL, so those that end within a chunk and have it equal
 * would be one name. */
static void
sort_names (Name *names, gsize n_names, gsize begin)
{
  gsize first = 0;

  for (gsize i = 0; i < n_names; i++)
    names[i].chunk = get_chunk (&names[i], begin);
  qsort (names, n_names, sizeof (Name), compare_chunks);
  for (gsize i = 1; i <= n_names; i++)
    if (i == n_names || names[i].chunk != names[first].chunk)
      {
        if (i - first > 1)
          sort_names (names + first, i - first, begin + CHUNK_BYTES);
        first = i;
      }
}

static guint32 *
rank_spellings (GArray *names)
{
  guint32 *ranks = g_new (guint32, MAX (names->len, 1));

  sort_names ((Name *) names->data, names->len, 0);
  for (guint i = 0; i < names->len; i++)
    ranks[g_array_index (names, Name, i).number] = i;
  return ranks;
}

static guint32
add_text (Spellings *self, const char *text)
{
  return *text != '\0' ? add_name (self, make_name (text)) : JKB_NAME_RANK_NONE;
}

/* Kinds of sources are numbers already, of which there are few. */
static void
collect_source_kinds (Spellings *self, const JkbCases *cases, guint32 *numbers)
{
  g_autofree guint32 *of_kinds = g_new (guint32, cases->source_kinds->len);

  for (guint i = 0; i < cases->source_kinds->len; i++)
    of_kinds[i] = add_text (self, g_ptr_array_index (cases->source_kinds, i));
  for (guint slot = 0; slot < jkb_cases_n_slots (cases); slot++)
    {
      guint row;
      const JkbCaseBlock *block = jkb_cases_block (cases, slot, &row);

      numbers[slot] = jkb_case_block_is_in_use (block, row) ? of_kinds[jkb_case_block_get_source_kind (block, row)]
                                                            : JKB_NAME_RANK_NONE;
    }
}

/* By slot, the number of its spelling. */
static guint32 *
collect_spellings (Spellings *self, const JkbCases *cases, JkbColumn column)
{
  guint n_slots = jkb_cases_n_slots (cases);
  guint32 *numbers = jkb_scratch_new_numbers (n_slots);

  if (column == JKB_COLUMN_SOURCE_KIND)
    collect_source_kinds (self, cases, numbers);
  for (guint slot = 0; column != JKB_COLUMN_SOURCE_KIND && slot < n_slots; slot++)
    {
      guint row;
      const JkbCaseBlock *block = jkb_cases_block (cases, slot, &row);

      numbers[slot] = add_text (self, get_text (block, row, column));
    }
  return numbers;
}

/* By the number of a spelling as printed, that of the folded one. */
static guint32 *
fold_spellings (const Spellings *printed, Spellings *folded, GStringChunk *texts, const JkbFold *fold)
{
  guint32 *numbers = g_new (guint32, MAX (printed->names->len, 1));

  for (guint i = 0; i < printed->names->len; i++)
    {
      g_autofree char *text = jkb_case_record_fold_string (fold, g_array_index (printed->names, Name, i).text);

      numbers[i] = add_text (folded, g_string_chunk_insert (texts, text));
    }
  return numbers;
}

gboolean
jkb_name_ranks_has_column (JkbColumn column)
{
  return column == JKB_COLUMN_KEY || column == JKB_COLUMN_ORGANISATION || column == JKB_COLUMN_TITLE
         || column == JKB_COLUMN_SOURCE_KIND;
}

static Spellings
make_spellings (void)
{
  return (Spellings){ g_array_new (FALSE, FALSE, sizeof (Name)), g_new0 (guint32, TABLE_MIN), TABLE_MIN - 1 };
}

static void
clear_spellings (Spellings *self)
{
  g_array_unref (self->names);
  g_free (self->places);
}

guint32 *
jkb_name_ranks (const JkbCases *cases, JkbColumn column)
{
  Spellings printed = make_spellings (), folded = make_spellings ();
  GStringChunk *texts = g_string_chunk_new (1 << 16);
  guint32 *ranks = collect_spellings (&printed, cases, column);
  g_autofree guint32 *numbers = fold_spellings (&printed, &folded, texts, cases->fold);
  g_autofree guint32 *of_folded = rank_spellings (folded.names);

  for (guint slot = 0; slot < jkb_cases_n_slots (cases); slot++)
    {
      guint32 number = ranks[slot] != JKB_NAME_RANK_NONE ? numbers[ranks[slot]] : JKB_NAME_RANK_NONE;

      ranks[slot] = number != JKB_NAME_RANK_NONE ? of_folded[number] : JKB_NAME_RANK_NONE;
    }
  clear_spellings (&printed);
  clear_spellings (&folded);
  g_string_chunk_free (texts);
  return ranks;
}
