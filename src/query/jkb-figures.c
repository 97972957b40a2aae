/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures come counted by the day, or by their first digits. Where that is not exact, the cases with
 * those digits are read one by one: they are few.
 */
#include "query/jkb-figures.h"

#include <stdlib.h>
#include <string.h>

#include "core/jkb-rank.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-people-code.h"
#include "query/jkb-selection-private.h"

/* ---- delays ---- */

/* The longest delays of each type, those that are not counted by the day, smallest first. */
typedef struct
{
  GArray *of[JKB_N_TYPES + 1];          /* of gint32; the last is of all types */
} Longer;

static void
list_longer_in_block (Longer *longer, const JkbCaseBlock *block, const guint16 *fails, guint left_out)
{
  for (guint row = 0; row < block->n_rows; row++)
    if (block->delay[row] >= JKB_DELAY_DAYS && (fails[row] & (guint16) ~left_out) == 0)
      {
        g_array_append_val (longer->of[block->type[row]], block->delay[row]);
        g_array_append_val (longer->of[JKB_N_TYPES], block->delay[row]);
      }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const gint32 *) a - *(const gint32 *) b;
}

static void
list_longer (Longer *longer, const JkbSelection *selection, guint left_out, const guint *cells)
{
  const JkbCases *cases = jkb_selection_get_cases (selection);
  guint n = 0;

  for (int type = 0; type <= JKB_N_TYPES; type++)
    longer->of[type] = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (int type = 0; type < JKB_N_TYPES; type++)
    n += cells[jkb_case_block_delay_cell ((guint) type, JKB_DELAY_DAYS)];
  for (guint i = 0; n > 0 && i < cases->blocks->len; i++)
    list_longer_in_block (longer, g_ptr_array_index (cases->blocks, i),
                          jkb_selection_get_fails (selection) + (gsize) i * JKB_BLOCK_ROWS, left_out);
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
  cells = jkb_survey_sum (jkb_selection_get_survey (selection), left_out, JKB_SURVEY_DELAY, &n_cells,
                          &delays->n_cases);
  list_longer (&longer, selection, left_out, cells);
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
  gint64 id;
  guint slot;
} Place;

static guint
list_rows (const JkbCaseBlock *block, const guint16 *fails, guint16 mask, const guint8 *wanted, guint16 *rows)
{
  const guint16 *codes = block->people_code;
  guint n = 0;

  for (guint row = 0; row < block->n_rows; row++)
    if (wanted[codes[row]] && (fails[row] & mask) == 0)
      rows[n++] = (guint16) row;
  return n;
}

/* Cases that fail nothing but @left_out, of the codes that are wanted. What is far apart in memory is
 * read in a loop of its own, so that a processor can wait for much of it at once. */
static GArray *
list_places (const JkbSelection *selection, guint left_out, const guint8 *wanted)
{
  const JkbCases *cases = jkb_selection_get_cases (selection);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autofree guint16 *rows = g_new (guint16, JKB_BLOCK_ROWS);

  for (guint i = 0; i < cases->blocks->len; i++)
    {
      const JkbCaseBlock *block = g_ptr_array_index (cases->blocks, i);
      const guint16 *fails = jkb_selection_get_fails (selection) + (gsize) i * JKB_BLOCK_ROWS;
      guint n = list_rows (block, fails, (guint16) ~left_out, wanted, rows), n_before = places->len;
      Place *place;

      g_array_set_size (places, n_before + n);
      place = &g_array_index (places, Place, n_before);
      for (guint k = 0; k < n; k++)
        place[k] = (Place){ block->people[rows[k]], block->id[rows[k]], i * JKB_BLOCK_ROWS + rows[k] };
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

static gint64
find_people (const GArray *places, Ranked wanted)
{
  g_autofree gint64 *values = g_new (gint64, MAX (places->len, 1));
  gsize n = 0;

  if (is_exact (wanted.code))
    return jkb_people_code_from (wanted.code);
  for (guint i = 0; i < places->len; i++)
    if (jkb_people_code (g_array_index (places, Place, i).people) == wanted.code)
      values[n++] = g_array_index (places, Place, i).people;
  return jkb_rank_select (values, n, wanted.rank);
}

static void
find_middle_and_largest (const JkbSelection *selection, const guint *cells, JkbPeopleSpread *people)
{
  Ranked ranked[] = {
    find_code (cells, (people->n_known - 1) / 2),
    find_code (cells, people->n_known / 2),
    find_code (cells, people->n_known - 1),
  };
  g_autofree guint8 *wanted = g_new0 (guint8, JKB_N_PEOPLE_CODES);
  g_autoptr(GArray) places = NULL;
  gboolean is_read = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (ranked); i++)
    if (!is_exact (ranked[i].code))
      wanted[ranked[i].code] = is_read = TRUE;
  places = is_read ? list_places (selection, 1u << JKB_FACET_PEOPLE, wanted)
                   : g_array_new (FALSE, FALSE, sizeof (Place));
  people->median = find_people (places, ranked[0]);
  if (people->n_known % 2 == 0)
    people->median = jkb_rank_middle (people->median, find_people (places, ranked[1]));
  people->largest = find_people (places, ranked[2]);
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
                                            JKB_SURVEY_PEOPLE, &n_cells, &people->n_cases);

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

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;

  if (one->people != other->people)
    return one->people > other->people ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

/* From the largest code down until there are @n_max cases, or all that have any person. */
static void
want_top (const guint *cells, guint n_max, guint8 *wanted)
{
  guint n = 0;

  for (guint code = JKB_N_PEOPLE_CODES - 1; code > JKB_PEOPLE_CODE_NONE && n < n_max; code--)
    {
      wanted[code] = TRUE;
      n += cells[code];
    }
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
find_id (const GArray *places, gint64 people, guint rank, guint *n_equal)
{
  g_autofree gint64 *ids = g_new (gint64, places->len);

  *n_equal = 0;
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, Place, i).people == people)
      ids[(*n_equal)++] = g_array_index (places, Place, i).id;
  return jkb_rank_select (ids, *n_equal, rank);
}

/* Keeps the @n_max largest, equal ones by id, and says how many more are as large as the last. */
static guint
keep_largest (GArray *places, guint n_max)
{
  guint n_larger = 0, n_kept = 0, n_equal;
  gint64 limit, last_id;

  if (places->len <= n_max)
    return 0;
  limit = find_limit (places, n_max);
  for (guint i = 0; i < places->len; i++)
    n_larger += g_array_index (places, Place, i).people > limit;
  last_id = find_id (places, limit, n_max - n_larger - 1, &n_equal);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (place->people > limit || (place->people == limit && place->id <= last_id))
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
      = jkb_survey_sum (jkb_selection_get_survey (selection), 0, JKB_SURVEY_PEOPLE, &n_cells, &n_cases);
  g_autofree guint8 *wanted = g_new0 (guint8, JKB_N_PEOPLE_CODES);
  g_autoptr(GArray) places = NULL;
  guint n_tied;

  want_top (cells, n_max, wanted);
  places = list_places (selection, 0, wanted);
  n_tied = keep_largest (places, n_max);
  g_array_sort (places, compare_places);
  *top = (JkbTop){
    .n = places->len,
    .n_tied = n_tied,
    .n_cases = n_cases,
    .n_unknown = cells[JKB_PEOPLE_CODE_UNKNOWN],
    .n_none = cells[JKB_PEOPLE_CODE_NONE],
  };
  top->cases = g_new0 (JkbCase, MAX (top->n, 1));
  for (guint i = 0; i < top->n; i++)
    jkb_cases_get (jkb_selection_get_cases (selection), g_array_index (places, Place, i).slot,
                   &top->cases[i]);
}
