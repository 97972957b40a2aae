/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures come counted by the day, or by their first digits. Where that is not exact, the cases with
 * those digits are read one by one: they are few.
 */
#include "query/jkb-figures.h"

#include <stdlib.h>
#include <string.h>

#include "core/jkb-rank.h"
#include "query/jkb-block-digest.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-people-code.h"
#include "query/jkb-selection-private.h"

/* ---- delays ---- */

/* The longest delays of each type, those that are not counted by the day, smallest first. */
typedef struct
{
  GArray *of[JKB_N_TYPES + 1];          /* of gint32; the last is of all types */
} Longer;

/* Which cases of a block fail nothing but some parts of the filter. What is far apart in memory is what takes the
 * time: bits are near. */
typedef struct
{
  const guint64 *bits;                  /* NULL where each case is to be asked */
  const guint16 *fails;
  guint16 mask;
} Sieve;

static Sieve
make_sieve (const JkbSelection *selection, guint left_out, guint i)
{
  Sieve sieve = { .bits = jkb_survey_get_bits (jkb_selection_get_survey (selection), left_out, i) };

  if (sieve.bits == NULL)
    {
      sieve.fails = jkb_selection_get_fails (selection) + (gsize) i * JKB_BLOCK_ROWS;
      sieve.mask = (guint16) ~left_out;
    }
  return sieve;
}

static gboolean
lets_pass (const Sieve *sieve, guint row)
{
  return sieve->bits != NULL ? jkb_bits_get (sieve->bits, row) : (sieve->fails[row] & sieve->mask) == 0;
}

static void
list_longer_in_block (Longer *longer, const JkbCaseBlock *block, const Sieve *sieve)
{
  const JkbBlockDigest *digest = jkb_block_digest_get (block);

  for (guint i = 0; i < digest->n_long_rows; i++)
    {
      guint row = digest->long_rows[i];
      gint32 days = jkb_case_block_get_delay (block, row);

      if (!lets_pass (sieve, row))
        continue;
      g_array_append_val (longer->of[jkb_case_block_get_type (block, row)], days);
      g_array_append_val (longer->of[JKB_N_TYPES], days);
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const gint32 *) a - *(const gint32 *) b;
}

static void
list_longer (Longer *longer, const JkbSelection *selection, guint left_out)
{
  const JkbCases *cases = jkb_selection_get_cases (selection);

  for (int type = 0; type <= JKB_N_TYPES; type++)
    longer->of[type] = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint i = 0; i < cases->blocks->len; i++)
    {
      Sieve sieve = make_sieve (selection, left_out, i);

      list_longer_in_block (longer, g_ptr_array_index (cases->blocks, i), &sieve);
    }
  for (int type = 0; type <= JKB_N_TYPES; type++)
    g_array_sort (longer->of[type], compare_days);
}

/* The figure of @rank, from 0. */
static int
find_rank (const guint *counts, const GArray *longer, guint rank)
{
  for (int day = 0; day < JKB_DELAY_DAYS; day++)
    {
      if (rank < counts[day])
        return day;
      rank -= counts[day];
    }
  return g_array_index (longer, gint32, rank);
}

static void
spread (JkbSpread *result, const guint *counts, const GArray *longer)
{
  guint n = longer->len;

  for (int day = 0; day < JKB_DELAY_DAYS; day++)
    n += counts[day];
  *result = (JkbSpread){ .n = n };
  if (n == 0)
    return;
  result->smallest = find_rank (counts, longer, 0);
  result->lower = find_rank (counts, longer, (n + 3) / 4 - 1);
  result->median = (int) jkb_rank_middle (find_rank (counts, longer, (n - 1) / 2),
                                          find_rank (counts, longer, n / 2));
  result->upper = find_rank (counts, longer, (guint) ((3 * (guint64) n + 3) / 4) - 1);
  result->largest = find_rank (counts, longer, n - 1);
}

void
jkb_figures_spread_delays (const JkbSelection *selection, JkbDelays *delays)
{
  guint left_out = 1u << JKB_FACET_TYPE;
  gsize n_cells;
  g_autofree guint *all = g_new0 (guint, JKB_N_DELAY_CODES);
  g_autofree guint *cells = NULL;
  Longer longer;

  memset (delays, 0, sizeof *delays);
  cells = jkb_survey_sum (jkb_selection_get_survey (selection), left_out, JKB_COUNT_DELAY, &n_cells,
                          &delays->n_cases);
  list_longer (&longer, selection, left_out);
  for (int type = 0; type < JKB_N_TYPES; type++)
    {
      const guint *counts = cells + type * JKB_N_DELAY_CODES;

      for (int code = 0; code < JKB_N_DELAY_CODES; code++)
        all[code] += counts[code];
      spread (&delays->by_type[type], counts + 1, longer.of[type]);
    }
  delays->n_unknown = all[0];
  spread (&delays->all, all + 1, longer.of[JKB_N_TYPES]);
  for (int type = 0; type <= JKB_N_TYPES; type++)
    g_array_unref (longer.of[type]);
}

/* ---- persons ---- */

typedef struct
{
  gint64 people;
  guint slot;
} Place;

/* What of a block is looked at to find cases that fail nothing but some parts of the filter. */
typedef struct
{
  const JkbCaseBlock *block;
  const JkbBlockDigest *digest;
  guint first_slot;
  Sieve sieve;
} PlaceFinder;

/* Where all cases with a code have the same number it is known without a look at each. */
static void
add_places (GArray *places, const PlaceFinder *finder, guint code)
{
  const JkbBlockDigest *digest = finder->digest;
  gint64 same = digest->same_people[code];

  for (guint i = digest->starts[code]; i < digest->starts[code + 1]; i++)
    {
      guint row = digest->rows_by_people[i];
      Place place = { same, finder->first_slot + row };

      if (!lets_pass (&finder->sieve, row))
        continue;
      if (same == JKB_COUNT_UNKNOWN)
        place.people = jkb_case_block_get_people (finder->block, row);
      g_array_append_val (places, place);
    }
}

/* Cases that fail nothing but @left_out, of all codes from @first_code to @last_code. */
static GArray *
list_places (const JkbSelection *selection, guint left_out, guint first_code, guint last_code)
{
  const GPtrArray *blocks = jkb_selection_get_cases (selection)->blocks;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < blocks->len; i++)
    {
      PlaceFinder finder = {
        .block = g_ptr_array_index (blocks, i),
        .digest = jkb_block_digest_get (g_ptr_array_index (blocks, i)),
        .first_slot = i * JKB_BLOCK_ROWS,
        .sieve = make_sieve (selection, left_out, i),
      };

      for (guint code = first_code; code <= last_code; code++)
        add_places (places, &finder, code);
    }
  return places;
}

/* A figure of some rank among those that are known. */
typedef struct
{
  guint code;
  guint rank;                           /* among those with this code */
} Ranked;

static Ranked
find_code (const guint *cells, guint rank)
{
  guint code = JKB_PEOPLE_CODE_NONE;

  for (; rank >= cells[code]; code++)
    rank -= cells[code];
  return (Ranked){ code, rank };
}

/* Up to 99 a code is one number. */
static gboolean
is_exact (guint code)
{
  return jkb_people_code_from (code) < 100;
}

/* The number of persons of the case at @rank among all. */
static gint64
find_people (const JkbSelection *selection, const guint *cells, guint rank)
{
  Ranked wanted = find_code (cells, rank);
  g_autoptr(GArray) places = NULL;
  g_autofree gint64 *values = NULL;

  if (is_exact (wanted.code))
    return jkb_people_code_from (wanted.code);
  places = list_places (selection, 1u << JKB_FACET_PEOPLE, wanted.code, wanted.code);
  values = g_new (gint64, places->len);
  for (guint i = 0; i < places->len; i++)
    values[i] = g_array_index (places, Place, i).people;
  return jkb_rank_select (values, places->len, wanted.rank);
}

static void
find_middle_and_largest (const JkbSelection *selection, const guint *cells, JkbPeopleSpread *people)
{
  people->median = find_people (selection, cells, (people->n_known - 1) / 2);
  if (people->n_known % 2 == 0)
    people->median
        = jkb_rank_middle (people->median, find_people (selection, cells, people->n_known / 2));
  people->largest = find_people (selection, cells, people->n_known - 1);
}

static void
count_bins (const guint *cells, const gint64 *limits, guint n_limits, guint *counts)
{
  guint bin = 0;

  memset (counts, 0, n_limits * sizeof *counts);
  for (guint code = JKB_PEOPLE_CODE_NONE + 1; code < JKB_N_PEOPLE_CODES; code++)
    {
      while (bin + 1 < n_limits && jkb_people_code_from (code) >= limits[bin + 1])
        bin++;
      counts[bin] += cells[code];
    }
}

void
jkb_figures_spread_people (const JkbSelection *selection, const gint64 *limits, guint n_limits,
                           guint *counts, JkbPeopleSpread *people)
{
  gsize n_cells;
  g_autofree guint *cells = jkb_survey_sum (jkb_selection_get_survey (selection), 1u << JKB_FACET_PEOPLE,
                                            JKB_COUNT_PEOPLE, &n_cells, &people->n_cases);

  people->n_unknown = cells[JKB_PEOPLE_CODE_UNKNOWN];
  people->n_none = cells[JKB_PEOPLE_CODE_NONE];
  people->n_known = people->n_cases - people->n_unknown;
  people->median = people->largest = JKB_COUNT_UNKNOWN;
  count_bins (cells, limits, n_limits, counts);
  if (people->n_known == 0)
    return;
  find_middle_and_largest (selection, cells, people);
}

/* ---- the largest ---- */

static gint64
get_id (const JkbCases *cases, const Place *place)
{
  guint row;
  const JkbCaseBlock *block = jkb_cases_block (cases, place->slot, &row);

  return jkb_case_block_get_id (block, row);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer cases)
{
  const Place *one = a, *other = b;
  gint64 id = get_id (cases, one), other_id = get_id (cases, other);

  if (one->people != other->people)
    return one->people > other->people ? -1 : 1;
  return id < other_id ? -1 : id > other_id;
}

/* From the largest code down until there are @n_max cases, or all that have any person. */
static guint
find_first_code (const guint *cells, guint n_max)
{
  guint code = JKB_N_PEOPLE_CODES, n = 0;

  while (code > JKB_PEOPLE_CODE_NONE + 1 && n < n_max)
    n += cells[--code];
  return code;
}

/* How many persons the last of the @n_max largest has. */
static gint64
find_limit (const GArray *places, guint n_max)
{
  g_autofree gint64 *people = g_new (gint64, places->len);

  for (guint i = 0; i < places->len; i++)
    people[i] = g_array_index (places, Place, i).people;
  return jkb_rank_select (people, places->len, places->len - n_max);
}

/* Of the cases with @people persons, the id of that at @rank. */
static gint64
find_id (const JkbCases *cases, const GArray *places, gint64 people, guint rank, guint *n_equal)
{
  g_autofree gint64 *ids = g_new (gint64, places->len);

  *n_equal = 0;
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, Place, i).people == people)
      ids[(*n_equal)++] = get_id (cases, &g_array_index (places, Place, i));
  return jkb_rank_select (ids, *n_equal, rank);
}

/* Keeps the @n_max largest, equal ones by id, and says how many more are as large as the last. */
static guint
keep_largest (const JkbCases *cases, GArray *places, guint n_max)
{
  guint n_larger = 0, n_kept = 0, n_equal;
  gint64 limit, last_id;

  if (places->len <= n_max)
    return 0;
  limit = find_limit (places, n_max);
  for (guint i = 0; i < places->len; i++)
    n_larger += g_array_index (places, Place, i).people > limit;
  last_id = find_id (cases, places, limit, n_max - n_larger - 1, &n_equal);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (place->people > limit || (place->people == limit && get_id (cases, place) <= last_id))
        g_array_index (places, Place, n_kept++) = *place;
    }
  g_array_set_size (places, n_kept);
  return n_equal - (n_max - n_larger);
}

void
jkb_figures_find_top (const JkbSelection *selection, guint n_max, JkbTop *top)
{
  gsize n_cells;
  guint n_cases;
  g_autofree guint *cells
      = jkb_survey_sum (jkb_selection_get_survey (selection), 0, JKB_COUNT_PEOPLE, &n_cells, &n_cases);
  g_autoptr(GArray) places = list_places (selection, 0, find_first_code (cells, n_max), JKB_N_PEOPLE_CODES - 1);
  JkbCases *cases = jkb_selection_get_cases (selection);
  guint n_tied = keep_largest (cases, places, n_max);

  g_array_sort_with_data (places, compare_places, cases);
  *top = (JkbTop){
    .n = places->len,
    .n_tied = n_tied,
    .n_cases = n_cases,
    .n_unknown = cells[JKB_PEOPLE_CODE_UNKNOWN],
    .n_none = cells[JKB_PEOPLE_CODE_NONE],
  };
  top->cases = g_new0 (JkbCase, MAX (top->n, 1));
  for (guint i = 0; i < top->n; i++)
    jkb_cases_get (cases, g_array_index (places, Place, i).slot,
                   &top->cases[i]);
}
