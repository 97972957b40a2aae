/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Days are counted in a table by type and day: almost all delays are shorter than some years. Longer
 * ones are kept one by one and sorted. Ranks are then found by walking over the table.
 */
#include "query/jkb-figures.h"

#include <stdlib.h>
#include <string.h>

#include "query/jkb-cases-private.h"
#include "query/jkb-selection-private.h"

#define N_DAYS 2048

typedef struct
{
  guint (*counts)[N_DAYS];              /* by type */
  GArray *longer[JKB_N_TYPES];          /* of gint32 */
  guint n_known[JKB_N_TYPES];
} Table;

static void
add_block (Table *table, const JkbCaseBlock *block, const guint16 *fails, guint16 mask,
           JkbDelays *delays)
{
  for (guint row = 0; row < block->n_rows; row++)
    {
      gint32 days = block->delay[row];
      guint type = block->type[row];

      if ((fails[row] & mask) != 0)
        continue;
      delays->n_cases++;
      if (days < 0)
        delays->n_unknown++;
      else if (days < N_DAYS)
        table->counts[type][days]++;
      else
        g_array_append_val (table->longer[type], days);
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const gint32 *) a - *(const gint32 *) b;
}

/* The figure of @rank, from 0. */
static int
find_rank (const guint *counts, const GArray *longer, guint rank)
{
  for (int day = 0; day < N_DAYS; day++)
    {
      if (rank < counts[day])
        return day;
      rank -= counts[day];
    }
  return g_array_index (longer, gint32, rank);
}

static void
spread (JkbSpread *result, const guint *counts, GArray *longer)
{
  guint n = longer->len;

  for (int day = 0; day < N_DAYS; day++)
    n += counts[day];
  *result = (JkbSpread){ .n = n };
  if (n == 0)
    return;
  g_array_sort (longer, compare_days);
  result->smallest = find_rank (counts, longer, 0);
  result->lower = find_rank (counts, longer, (n + 3) / 4 - 1);
  result->median
      = (find_rank (counts, longer, (n - 1) / 2) + find_rank (counts, longer, n / 2)) / 2;
  result->upper = find_rank (counts, longer, (guint) ((3 * (guint64) n + 3) / 4) - 1);
  result->largest = find_rank (counts, longer, n - 1);
}

static void
spread_all (JkbDelays *delays, const Table *table)
{
  g_autofree guint *counts = g_new0 (guint, N_DAYS);
  g_autoptr(GArray) longer = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (int type = 0; type < JKB_N_TYPES; type++)
    {
      for (int day = 0; day < N_DAYS; day++)
        counts[day] += table->counts[type][day];
      g_array_append_vals (longer, table->longer[type]->data, table->longer[type]->len);
      spread (&delays->by_type[type], table->counts[type], table->longer[type]);
    }
  spread (&delays->all, counts, longer);
}

void
jkb_figures_spread_delays (const JkbSelection *selection, guint left_out, JkbDelays *delays)
{
  const JkbCases *cases = jkb_selection_get_cases (selection);
  const guint16 *fails = jkb_selection_get_fails (selection);
  Table table = { .counts = g_malloc0_n (JKB_N_TYPES, sizeof *table.counts) };

  memset (delays, 0, sizeof *delays);
  for (int type = 0; type < JKB_N_TYPES; type++)
    table.longer[type] = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint i = 0; i < cases->blocks->len; i++)
    add_block (&table, g_ptr_array_index (cases->blocks, i), fails + i * JKB_BLOCK_ROWS,
               (guint16) ~left_out, delays);
  spread_all (delays, &table);
  for (int type = 0; type < JKB_N_TYPES; type++)
    g_array_unref (table.longer[type]);
  g_free (table.counts);
}

/* ---- the largest ---- */

typedef struct
{
  gint64 people;
  gint64 id;
  guint slot;
} Place;

static gboolean
is_before (const Place *a, const Place *b)
{
  return a->people != b->people ? a->people > b->people : a->id < b->id;
}

/* Keeps @places in order. */
static void
insert_place (Place *places, guint *n, guint n_max, const Place *place)
{
  guint at = *n;

  if (*n == n_max && !is_before (place, &places[n_max - 1]))
    return;
  if (*n < n_max)
    (*n)++;
  else
    at = n_max - 1;
  for (; at > 0 && is_before (place, &places[at - 1]); at--)
    places[at] = places[at - 1];
  places[at] = *place;
}

static void
find_in_block (JkbTop *top, Place *places, guint n_max, const JkbCaseBlock *block,
               const guint16 *fails, guint first_slot)
{
  for (guint row = 0; row < block->n_rows; row++)
    {
      Place place = { block->people[row], block->id[row], first_slot + row };

      if (fails[row] != 0)
        continue;
      top->n_cases++;
      if (place.people < 0)
        top->n_unknown++;
      else if (place.people == 0)
        top->n_none++;
      else
        insert_place (places, &top->n, n_max, &place);
    }
}

static guint
count_equal (const JkbSelection *selection, gint64 people)
{
  const JkbCases *cases = jkb_selection_get_cases (selection);
  const guint16 *fails = jkb_selection_get_fails (selection);
  guint n = 0;

  for (guint i = 0; i < cases->blocks->len; i++)
    {
      const JkbCaseBlock *block = g_ptr_array_index (cases->blocks, i);

      for (guint row = 0; row < block->n_rows; row++)
        n += block->people[row] == people && fails[i * JKB_BLOCK_ROWS + row] == 0;
    }
  return n;
}

void
jkb_figures_find_top (const JkbSelection *selection, guint n_max, JkbTop *top)
{
  const JkbCases *cases = jkb_selection_get_cases (selection);
  const guint16 *fails = jkb_selection_get_fails (selection);
  g_autofree Place *places = g_new (Place, MAX (n_max, 1));
  guint n_shown = 0;

  *top = (JkbTop){ 0 };
  for (guint i = 0; i < cases->blocks->len; i++)
    find_in_block (top, places, MAX (n_max, 1), g_ptr_array_index (cases->blocks, i),
                   fails + i * JKB_BLOCK_ROWS, i * JKB_BLOCK_ROWS);
  top->cases = g_new0 (JkbCase, MAX (top->n, 1));
  for (guint i = 0; i < top->n; i++)
    {
      jkb_cases_get (cases, places[i].slot, &top->cases[i]);
      n_shown += places[i].people == places[top->n - 1].people;
    }
  if (top->n > 0)
    top->n_tied = count_equal (selection, places[top->n - 1].people) - n_shown;
}
