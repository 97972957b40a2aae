/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-pass.h"

#include "query/jkb-cases-private.h"
#include "query/jkb-pass-words.h"
#include "query/jkb-people-code.h"

#define N_YEARS 10000u

/* A filter made ready for many cases: what a case fails is looked up by the codes of its columns. The
 * tables of parts that the filter does not use are NULL. */
typedef struct
{
  guint16 *kins;                /* by jkb_case_block_kin() */
  guint16 *manners;             /* by jkb_case_block_manner() */
  guint16 *source_kinds;        /* by number */
  guint32 data_items;           /* bits, 0 when any will do */
  gboolean has_time;
  guint8 *years;                /* by year; NULL when any will do */
  guint32 from;
  guint32 to;
  gboolean has_dates;
  gboolean without_month;
  guint16 *people;              /* by jkb_people_code(), with CHECK_EXACTLY */
  gint64 people_min;
  gint64 people_max;
} Plan;

/* In the table of persons: some numbers of this code pass, others do not. */
#define CHECK_EXACTLY (1u << 14)

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
  plan->has_time = jkb_filter_uses (filter, JKB_FACET_TIME);
  plan->from = jkb_case_block_pack_date (filter->from);
  plan->to = pack_last_day (filter->to);
  plan->has_dates = jkb_date_is_set (filter->from) || jkb_date_is_set (filter->to);
  plan->without_month = filter->without_month;
  if (filter->years->len > 0)
    plan->years = g_new0 (guint8, N_YEARS);
  for (guint i = 0; i < filter->years->len; i++)
    {
      int year = g_array_index (filter->years, int, i);

      if (year >= 0 && year < (int) N_YEARS)
        plan->years[year] = 1;
    }
}

static guint16
plan_code (const Plan *plan, const JkbFilter *filter, guint code)
{
  gboolean has_range = filter->people_min >= 0 || filter->people_max >= 0;
  guint first = jkb_people_code (plan->people_min), last = jkb_people_code (plan->people_max);

  if (is_outside (filter->people_bins, jkb_people_code_bin (code)))
    return fail (TRUE, JKB_FACET_PEOPLE);
  if (!has_range)
    return 0;
  if (code == JKB_PEOPLE_CODE_UNKNOWN || code < first || code > last)
    return fail (TRUE, JKB_FACET_PEOPLE);
  return code == first || code == last ? CHECK_EXACTLY : 0;
}

static void
plan_people (Plan *plan, const JkbFilter *filter)
{
  if (!jkb_filter_uses (filter, JKB_FACET_PEOPLE))
    return;
  plan->people_min = MAX (filter->people_min, 0);
  plan->people_max = filter->people_max >= 0 ? filter->people_max : G_MAXINT64;
  plan->people = g_new (guint16, JKB_N_PEOPLE_CODES);
  for (guint code = 0; code < JKB_N_PEOPLE_CODES; code++)
    plan->people[code] = plan_code (plan, filter, code);
}

static Plan
make_plan (const JkbCases *cases, const JkbFilter *filter)
{
  Plan plan = { .data_items = filter->data_items };

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

static gboolean
passes_time (const Plan *plan, guint32 date)
{
  guint year = date >> 9;

  if (plan->years != NULL && !plan->years[MIN (year, N_YEARS - 1)])
    return FALSE;
  if (plan->without_month && year != 0 && (date >> 5 & 15) != 0)
    return FALSE;
  return !plan->has_dates || (year != 0 && date >= plan->from && date <= plan->to);
}

static void
check_people (const Plan *plan, const JkbCaseBlock *block, guint16 *fails)
{
  for (guint row = 0; row < block->n_rows; row++)
    {
      guint16 bits = plan->people[block->people_code[row]];

      if (G_UNLIKELY (bits == CHECK_EXACTLY))
        bits = fail (block->people[row] < plan->people_min || block->people[row] > plan->people_max,
                     JKB_FACET_PEOPLE);
      fails[row] |= bits;
    }
}

static void
check_items (const Plan *plan, const JkbCaseBlock *block, guint16 *fails)
{
  for (guint row = 0; row < block->n_rows; row++)
    {
      guint32 items = block->data_items[row] != 0 ? block->data_items[row] : JKB_FILTER_NO_DATA_ITEM;

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
check_list (const JkbFilter *filter, const JkbCaseBlock *block, guint16 *fails)
{
  for (guint row = 0; row < block->n_rows; row++)
    fails[row] |= fail (!g_array_binary_search (filter->list_cases, &block->id[row], compare_ids, NULL),
                        JKB_FACET_LIST);
}

/* One column after the other, and only those that the filter speaks of. */
static void
check_block (const Plan *plan, const JkbCaseBlock *block, guint16 *fails)
{
  for (guint row = 0; row < block->n_rows; row++)
    fails[row] = (guint16) ((block->in_use[row] ^ 1u) * JKB_PASS_FREE);
  for (guint row = 0; plan->kins != NULL && row < block->n_rows; row++)
    fails[row] |= plan->kins[block->kin[row]];
  for (guint row = 0; plan->manners != NULL && row < block->n_rows; row++)
    fails[row] |= plan->manners[block->manner[row]];
  for (guint row = 0; plan->source_kinds != NULL && row < block->n_rows; row++)
    fails[row] |= plan->source_kinds[block->source_kind[row]];
  for (guint row = 0; plan->has_time && row < block->n_rows; row++)
    fails[row] |= fail (!passes_time (plan, block->date[row]), JKB_FACET_TIME);
  if (plan->data_items != 0)
    check_items (plan, block, fails);
  if (plan->people != NULL)
    check_people (plan, block, fails);
}

guint16 *
jkb_pass_new (const JkbCases *cases, const JkbFilter *filter, const JkbSearchLine *line,
              GCancellable *cancellable)
{
  g_autofree guint16 *fails = g_new (guint16, MAX (jkb_cases_n_slots (cases), 1));
  Plan plan = make_plan (cases, filter);

  for (guint i = 0; i < cases->blocks->len; i++)
    {
      check_block (&plan, g_ptr_array_index (cases->blocks, i), fails + i * JKB_BLOCK_ROWS);
      if (filter->list_id != 0)
        check_list (filter, g_ptr_array_index (cases->blocks, i), fails + i * JKB_BLOCK_ROWS);
    }
  clear_plan (&plan);
  if (jkb_search_line_n_terms (line) > 0 && !jkb_pass_words (cases, line, fails, cancellable))
    return NULL;
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&fails);
}
