/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-pass.h"

#include "query/jkb-cases-private.h"
#include "query/jkb-pass-words.h"

#define N_YEARS 10000u

/* A filter made ready for many cases. */
typedef struct
{
  guint32 types;
  guint32 sectors;
  guint32 statuses;
  guint32 reviews;
  guint32 circumstances;
  guint32 data_items;
  guint8 *years;                /* by year; NULL when any will do */
  guint8 *source_kinds;         /* by number; likewise */
  guint32 from;
  guint32 to;
  gboolean has_dates;
  gboolean without_month;
  guint32 people_bins;
  gint64 people_min;
  gint64 people_max;
  gboolean has_people;
} Plan;

static guint32
any_if_empty (guint32 mask)
{
  return mask != 0 ? mask : G_MAXUINT32;
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
plan_sets (Plan *plan, const JkbCases *cases, const JkbFilter *filter)
{
  if (filter->years->len > 0)
    plan->years = g_new0 (guint8, N_YEARS);
  for (guint i = 0; i < filter->years->len; i++)
    {
      int year = g_array_index (filter->years, int, i);

      if (year >= 0 && year < (int) N_YEARS)
        plan->years[year] = 1;
    }
  if (filter->source_kinds->len > 0)
    plan->source_kinds = g_new0 (guint8, cases->source_kinds->len);
  for (guint i = 0; filter->source_kinds->len > 0 && i < cases->source_kinds->len; i++)
    plan->source_kinds[i]
        = jkb_filter_has_source_kind (filter, g_ptr_array_index (cases->source_kinds, i));
}

static Plan
make_plan (const JkbCases *cases, const JkbFilter *filter)
{
  Plan plan = {
    .types = any_if_empty (filter->types),
    .sectors = any_if_empty (filter->sectors),
    .statuses = any_if_empty (filter->statuses),
    .reviews = any_if_empty (filter->reviews),
    .circumstances = any_if_empty (filter->circumstances),
    .data_items = any_if_empty (filter->data_items),
    .from = jkb_case_block_pack_date (filter->from),
    .to = pack_last_day (filter->to),
    .has_dates = jkb_date_is_set (filter->from) || jkb_date_is_set (filter->to),
    .without_month = filter->without_month,
    .people_bins = any_if_empty (filter->people_bins),
    .people_min = MAX (filter->people_min, 0),
    .people_max = filter->people_max >= 0 ? filter->people_max : G_MAXINT64,
    .has_people = filter->people_min >= 0 || filter->people_max >= 0,
  };

  plan_sets (&plan, cases, filter);
  return plan;
}

static void
clear_plan (Plan *plan)
{
  g_free (plan->years);
  g_free (plan->source_kinds);
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

static gboolean
passes_people (const Plan *plan, gint64 people)
{
  if (plan->people_bins != G_MAXUINT32 && !(plan->people_bins >> jkb_people_bin (people) & 1))
    return FALSE;
  return !plan->has_people || (people >= plan->people_min && people <= plan->people_max);
}

static guint
check_sets (const Plan *plan, const JkbCaseBlock *block, guint row)
{
  guint32 circumstances = block->circumstances[row], data_items = block->data_items[row];

  if (circumstances == 0)
    circumstances = JKB_FILTER_NO_CIRCUMSTANCE;
  if (data_items == 0)
    data_items = JKB_FILTER_NO_DATA_ITEM;
  return (guint) ((plan->circumstances & circumstances) == 0) << JKB_FACET_CIRCUMSTANCE
         | (guint) ((plan->data_items & data_items) == 0) << JKB_FACET_DATA_ITEM;
}

static guint
check_words (const Plan *plan, const JkbCaseBlock *block, guint row)
{
  return (guint) !(plan->types >> block->type[row] & 1) << JKB_FACET_TYPE
         | (guint) !(plan->sectors >> block->sector[row] & 1) << JKB_FACET_SECTOR
         | (guint) !(plan->statuses >> block->status[row] & 1) << JKB_FACET_STATUS
         | (guint) !(plan->reviews >> block->review[row] & 1) << JKB_FACET_REVIEW;
}

/* Nothing but words is asked for, which is the case that has to be quick while a person types. */
static gboolean
lets_all_pass (const Plan *plan)
{
  return (plan->types & plan->sectors & plan->statuses & plan->reviews & plan->circumstances & plan->data_items
          & plan->people_bins) == G_MAXUINT32
         && plan->years == NULL && plan->source_kinds == NULL && !plan->has_dates && !plan->without_month
         && !plan->has_people;
}

static void
pass_block (const JkbCaseBlock *block, guint16 *fails)
{
  for (guint row = 0; row < block->n_rows; row++)
    fails[row] = block->id[row] != 0 ? 0 : JKB_PASS_FREE;
}

static void
check_block (const Plan *plan, const JkbCaseBlock *block, guint16 *fails)
{
  for (guint row = 0; row < block->n_rows; row++)
    {
      guint bits = check_words (plan, block, row) | check_sets (plan, block, row);

      if (plan->source_kinds != NULL && !plan->source_kinds[block->source_kind[row]])
        bits |= 1u << JKB_FACET_SOURCE_KIND;
      if (!passes_time (plan, block->date[row]))
        bits |= 1u << JKB_FACET_TIME;
      if (!passes_people (plan, block->people[row]))
        bits |= 1u << JKB_FACET_PEOPLE;
      fails[row] = (guint16) (block->id[row] != 0 ? bits : JKB_PASS_FREE);
    }
}

guint16 *
jkb_pass_new (const JkbCases *cases, const JkbFilter *filter, const JkbSearchLine *line,
              GCancellable *cancellable)
{
  g_autofree guint16 *fails = g_new (guint16, MAX (jkb_cases_n_slots (cases), 1));
  Plan plan = make_plan (cases, filter);

  for (guint i = 0; i < cases->blocks->len; i++)
    if (lets_all_pass (&plan))
      pass_block (g_ptr_array_index (cases->blocks, i), fails + i * JKB_BLOCK_ROWS);
    else
      check_block (&plan, g_ptr_array_index (cases->blocks, i), fails + i * JKB_BLOCK_ROWS);
  clear_plan (&plan);
  if (jkb_search_line_n_terms (line) > 0 && !jkb_pass_words (cases, line, fails, cancellable))
    return NULL;
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&fails);
}
