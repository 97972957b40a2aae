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

/* Cases that fail nothing but @left_out, with codes from @low to @high. */
static GArray *
list_places (const JkbSelection *selection, guint left_out, guint low, guint high)
{
  const JkbCases *cases = jkb_selection_get_cases (selection);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  guint16 mask = (guint16) ~left_out;

  for (guint i = 0; i < cases->blocks->len; i++)
    {
      const JkbCaseBlock *block = g_ptr_array_index (cases->blocks, i);
      const guint16 *fails = jkb_selection_get_fails (selection) + (gsize) i * JKB_BLOCK_ROWS;

      for (guint row = 0; row < block->n_rows; row++)
        if (block->people_code[row] - low <= high - low && (fails[row] & mask) == 0)
          {
            Place place = { block->people[row], block->id[row], i * JKB_BLOCK_ROWS + row };

            g_array_append_val (places, place);
          }
    }
  return places;
}

/* The code of the figure of @rank among those that are known; @rank becomes that within the code. */
static guint
find_code (const guint *cells, guint *rank)
{
  guint code = JKB_PEOPLE_CODE_NONE;

  for (; *rank >= cells[code]; code++)
    *rank -= cells[code];
  return code;
}

static gint64
find_people (const JkbSelection *selection, const guint *cells, guint rank)
{
  guint code = find_code (cells, &rank);
  g_autoptr(GArray) places = NULL;
  g_autofree gint64 *values = NULL;

  if (jkb_people_code_from (code) < 100)
    return jkb_people_code_from (code);
  places = list_places (selection, 1u << JKB_FACET_PEOPLE, code, code);
  values = g_new (gint64, places->len);
  for (guint i = 0; i < places->len; i++)
    values[i] = g_array_index (places, Place, i).people;
  return jkb_rank_select (values, places->len, rank);
}

static gint64
find_median (const JkbSelection *selection, const guint *cells, guint n)
{
  gint64 lower = find_people (selection, cells, (n - 1) / 2);

  return n % 2 == 1 ? lower : jkb_rank_middle (lower, find_people (selection, cells, n / 2));
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
  people->median = find_median (selection, cells, people->n_known);
  people->largest = find_people (selection, cells, people->n_known - 1);
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

/* The smallest code with which there are @n_max cases, or all that have any person. */
static guint
find_top_code (const guint *cells, guint n_max)
{
  guint code = JKB_N_PEOPLE_CODES, n = 0;

  while (code > JKB_PEOPLE_CODE_NONE + 1 && n < n_max)
    n += cells[--code];
  return code;
}

/* Of many with the same first digits only the largest are put in order. */
static void
drop_small (GArray *places, guint n_max)
{
  g_autofree gint64 *values = g_new (gint64, MAX (places->len, 1));
  guint n = 0;
  gint64 limit;

  if (places->len <= n_max)
    return;
  for (guint i = 0; i < places->len; i++)
    values[i] = g_array_index (places, Place, i).people;
  limit = jkb_rank_select (values, places->len, places->len - n_max);
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, Place, i).people >= limit)
      g_array_index (places, Place, n++) = g_array_index (places, Place, i);
  g_array_set_size (places, n);
}

void
jkb_figures_find_top (const JkbSelection *selection, guint n_max, JkbTop *top)
{
  gsize n_cells;
  guint n_cases;
  g_autofree guint *cells
      = jkb_survey_sum (jkb_selection_get_survey (selection), 0, JKB_SURVEY_PEOPLE, &n_cells, &n_cases);
  g_autoptr(GArray) places
      = list_places (selection, 0, find_top_code (cells, n_max), JKB_N_PEOPLE_CODES);

  drop_small (places, n_max);
  g_array_sort (places, compare_places);
  *top = (JkbTop){
    .n = MIN (places->len, n_max),
    .n_tied = places->len - MIN (places->len, n_max),
    .n_cases = n_cases,
    .n_unknown = cells[JKB_PEOPLE_CODE_UNKNOWN],
    .n_none = cells[JKB_PEOPLE_CODE_NONE],
  };
  top->cases = g_new0 (JkbCase, MAX (top->n, 1));
  for (guint i = 0; i < top->n; i++)
    jkb_cases_get (jkb_selection_get_cases (selection), g_array_index (places, Place, i).slot,
                   &top->cases[i]);
}
