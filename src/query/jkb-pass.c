/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-pass.h"

#include <string.h>

#include "query/jkb-bits.h"
#include "query/jkb-block-digest.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-people-code.h"
#include "query/jkb-two-threads.h"

#define N_YEARS 10000u
#define FIRST_DAY (1u << 9)             /* as a packed date */

/* A filter made ready for many cases: what a case fails is looked up by the codes of its columns. The
 * tables of parts that the filter does not use are NULL. */
typedef struct
{
  guint16 *kins;                /* by jkb_case_block_kin() */
  guint16 *manners;             /* by jkb_case_block_manner() */
  guint16 *source_kinds;        /* by number */
  guint32 data_items;           /* bits, 0 when any will do */
  guint16 *years;               /* by year */
  guint32 from;
  guint32 to;
  gboolean has_dates;
  gboolean without_month;
  guint16 *people;              /* by jkb_people_code() */
  gboolean has_people_range;
  gint64 people_min;
  gint64 people_max;
  const JkbFilter *filter;
  const guint64 *words;         /* by slot, a bit each; NULL when all cases have them */
  guint16 *fails;               /* by slot */
  const JkbCases *cases;
} Plan;

static guint16
fail (gboolean fails, JkbFacet facet)
{
  return (guint16) ((guint) (fails != FALSE) << facet);
}

static gboolean
is_outside (guint32 mask, guint value)
{
  return mask != 0 && !(mask >> value & 1);
}

static void
plan_kins (Plan *plan, const JkbFilter *filter)
{
  if ((filter->types | filter->sectors | filter->statuses) == 0)
    return;
  plan->kins = g_new (guint16, JKB_N_KINS);
  for (guint type = 0; type < JKB_N_TYPES; type++)
    for (guint sector = 0; sector < JKB_N_SECTORS; sector++)
      for (guint status = 0; status < JKB_N_STATUSES; status++)
        plan->kins[jkb_case_block_kin (type, sector, status)]
            = fail (is_outside (filter->types, type), JKB_FACET_TYPE)
              | fail (is_outside (filter->sectors, sector), JKB_FACET_SECTOR)
              | fail (is_outside (filter->statuses, status), JKB_FACET_STATUS);
}

static void
plan_manners (Plan *plan, const JkbFilter *filter)
{
  if ((filter->reviews | filter->circumstances) == 0)
    return;
  plan->manners = g_new (guint16, JKB_N_MANNERS);
  for (guint review = 0; review < JKB_N_REVIEWS; review++)
    for (guint bits = 0; bits < 1u << JKB_N_CIRCUMSTANCES; bits++)
      {
        guint32 circumstances = bits != 0 ? bits : JKB_FILTER_NO_CIRCUMSTANCE;

        plan->manners[jkb_case_block_manner (review, bits)]
            = fail (is_outside (filter->reviews, review), JKB_FACET_REVIEW)
              | fail (filter->circumstances != 0 && !(filter->circumstances & circumstances),
                      JKB_FACET_CIRCUMSTANCE);
      }
}

static void
plan_source_kinds (Plan *plan, const JkbCases *cases, const JkbFilter *filter)
{
  if (filter->source_kinds->len == 0)
    return;
  plan->source_kinds = g_new (guint16, cases->source_kinds->len);
  for (guint i = 0; i < cases->source_kinds->len; i++)
    plan->source_kinds[i]
        = fail (!jkb_filter_has_source_kind (filter, g_ptr_array_index (cases->source_kinds, i)),
                JKB_FACET_SOURCE_KIND);
}

/* A partial date means the whole of it; as packed dates, 31 is the end of every month. */
static guint32
pack_last_day (JkbDate date)
{
  if (!jkb_date_is_set (date))
    return G_MAXUINT32;
  if (date.month == 0)
    date.month = 12;
  if (date.day == 0)
    date.day = 31;
  return jkb_case_block_pack_date (date);
}

static void
plan_time (Plan *plan, const JkbFilter *filter)
{
  /* No date is before the first day of all, only one that is not known. */
  plan->from = MAX (jkb_case_block_pack_date (filter->from), FIRST_DAY);
  plan->to = pack_last_day (filter->to);
  plan->has_dates = jkb_date_is_set (filter->from) || jkb_date_is_set (filter->to);
  plan->without_month = filter->without_month;
  if (filter->years->len == 0)
    return;
  plan->years = g_new (guint16, N_YEARS);
  for (int year = 0; year < (int) N_YEARS; year++)
    plan->years[year] = fail (!jkb_filter_has_year (filter, year), JKB_FACET_TIME);
}

static guint16
plan_code (const Plan *plan, const JkbFilter *filter, guint code)
{
  gboolean is_in_range = code != JKB_PEOPLE_CODE_UNKNOWN && code >= jkb_people_code (plan->people_min)
                         && code <= jkb_people_code (plan->people_max);

  return fail (is_outside (filter->people_bins, jkb_people_code_bin (code))
                   || (plan->has_people_range && !is_in_range),
               JKB_FACET_PEOPLE);
}

static void
plan_people (Plan *plan, const JkbFilter *filter)
{
  if (!jkb_filter_uses (filter, JKB_FACET_PEOPLE))
    return;
  plan->has_people_range = filter->people_min >= 0 || filter->people_max >= 0;
  plan->people_min = MAX (filter->people_min, 0);
  plan->people_max = filter->people_max >= 0 ? filter->people_max : G_MAXINT64;
  plan->people = g_new (guint16, JKB_N_PEOPLE_CODES);
  for (guint code = 0; code < JKB_N_PEOPLE_CODES; code++)
    plan->people[code] = plan_code (plan, filter, code);
}

static Plan
make_plan (const JkbCases *cases, const JkbFilter *filter, const guint64 *words, guint16 *fails)
{
  Plan plan = {
    .filter = filter, .cases = cases, .words = words, .fails = fails, .data_items = filter->data_items
  };

  plan_kins (&plan, filter);
  plan_manners (&plan, filter);
  plan_source_kinds (&plan, cases, filter);
  plan_time (&plan, filter);
  plan_people (&plan, filter);
  return plan;
}

static void
clear_plan (Plan *plan)
{
  g_free (plan->kins);
  g_free (plan->manners);
  g_free (plan->source_kinds);
  g_free (plan->years);
  g_free (plan->people);
}

static void
check_time (const Plan *plan, const JkbCaseBlock *block, guint16 *fails)
{
  const guint32 *date = block->date;

  for (guint row = 0; plan->years != NULL && row < block->n_rows; row++)
    fails[row] |= plan->years[MIN (date[row] >> 9, N_YEARS - 1)];
  for (guint row = 0; plan->without_month && row < block->n_rows; row++)
    fails[row] |= fail (date[row] >= FIRST_DAY && (date[row] >> 5 & 15) != 0, JKB_FACET_TIME);
  for (guint row = 0; plan->has_dates && row < block->n_rows; row++)
    fails[row] |= fail ((date[row] < plan->from) | (date[row] > plan->to), JKB_FACET_TIME);
}

/* Of the cases with the first or last code of the range, some pass and others do not. */
static void
check_end (const Plan *plan, const JkbCaseBlock *block, guint code, guint16 *fails)
{
  const JkbBlockDigest *digest = jkb_block_digest_get (block);

  for (guint i = digest->starts[code]; i < digest->starts[code + 1]; i++)
    {
      guint row = digest->rows_by_people[i];
      gint64 people = jkb_case_block_get_people (block, row);

      fails[row] |= fail (people < plan->people_min || people > plan->people_max, JKB_FACET_PEOPLE);
    }
}

static void
check_people (const Plan *plan, const JkbCaseBlock *block, guint16 *fails)
{
  for (guint row = 0; row < block->n_rows; row++)
    fails[row] |= plan->people[block->people_code[row]];
  if (plan->has_people_range)
    {
      check_end (plan, block, jkb_people_code (plan->people_min), fails);
      check_end (plan, block, jkb_people_code (plan->people_max), fails);
    }
}

static void
check_items (const Plan *plan, const JkbCaseBlock *block, guint16 *fails)
{
  for (guint row = 0; row < block->n_rows; row++)
    {
      guint32 items = jkb_case_block_get_item_set (block, row);

      fails[row] |= fail ((plan->data_items & items) == 0, JKB_FACET_DATA_ITEM);
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
check_list (const Plan *plan, const JkbCaseBlock *block, guint16 *fails)
{
  for (guint row = 0; row < block->n_rows; row++)
    {
      gint64 id = jkb_case_block_get_id (block, row);

      fails[row] |= fail (!g_array_binary_search (plan->filter->list_cases, &id, compare_ids, NULL), JKB_FACET_LIST);
    }
}

/* Most blocks have no free row. */
static void
mark_free (const JkbCaseBlock *block, guint16 *fails)
{
  memset (fails, 0, block->n_rows * sizeof *fails);
  for (guint row = 0; block->n_in_use < block->n_rows && row < block->n_rows; row++)
    fails[row] = jkb_case_block_is_in_use (block, row) ? 0 : JKB_PASS_FREE;
}

static void
mark_words (const JkbCaseBlock *block, const guint64 *words, guint16 *fails)
{
  for (guint row = 0; row < block->n_rows; row++)
    fails[row] |= fail (!jkb_bits_get (words, row), JKB_FACET_WORDS);
}

/* One column after the other, and only those that the filter speaks of. */
static void
check_block (gpointer data, guint i)
{
  const Plan *plan = data;
  const JkbCaseBlock *block = g_ptr_array_index (plan->cases->blocks, i);
  guint16 *fails = plan->fails + (gsize) i * JKB_BLOCK_ROWS;

  mark_free (block, fails);
  if (plan->words != NULL)
    mark_words (block, plan->words + (gsize) i * (JKB_BLOCK_ROWS / 64), fails);
  for (guint row = 0; plan->kins != NULL && row < block->n_rows; row++)
    fails[row] |= plan->kins[block->kin[row]];
  for (guint row = 0; plan->manners != NULL && row < block->n_rows; row++)
    fails[row] |= plan->manners[block->manner[row]];
  for (guint row = 0; plan->source_kinds != NULL && row < block->n_rows; row++)
    fails[row] |= plan->source_kinds[jkb_case_block_get_source_kind (block, row)];
  check_time (plan, block, fails);
  if (plan->data_items != 0)
    check_items (plan, block, fails);
  if (plan->people != NULL)
    check_people (plan, block, fails);
  if (plan->filter->list_id != 0)
    check_list (plan, block, fails);
}

gboolean
jkb_pass_uses_columns (const JkbFilter *filter)
{
  for (guint facet = 0; facet < JKB_N_FACETS; facet++)
    if (facet != JKB_FACET_WORDS && jkb_filter_uses (filter, (JkbFacet) facet))
      return TRUE;
  return FALSE;
}

guint16 *
jkb_pass_new (const JkbCases *cases, const JkbFilter *filter, const guint64 *words)
{
  guint16 *fails = g_new (guint16, MAX (jkb_cases_n_slots (cases), 1));
  Plan plan = make_plan (cases, filter, words, fails);

  jkb_two_threads_run (cases->blocks->len, check_block, &plan, &plan);
  clear_plan (&plan);
  return fails;
}
