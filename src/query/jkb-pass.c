/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-pass.h"

#include <string.h>

#include "core/jkb-count.h"
#include "query/jkb-cases-private.h"

#define N_YEARS 10000u
#define CHECK_ROWS 1024u
#define SAMPLE_CASES 64u

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

/* A term with its spellings ready to be looked for. */
typedef struct
{
  const JkbSearchTerm *term;
  JkbNeedle needles[JKB_FOLD_MAX_SPELLINGS];
  guint n_needles;
} Search;

static Search
make_search (const JkbSearchTerm *term, const JkbByteCounts *counts)
{
  Search search = { .term = term };

  for (guint i = 0; term->forms != NULL && i < term->forms->len; i++)
    search.needles[search.n_needles++]
        = jkb_needle_make (g_ptr_array_index (term->forms, i), counts);
  return search;
}

/* Some cases from everywhere tell how often each byte is. */
static void
sample_bytes (const JkbCases *cases, JkbByteCounts *counts)
{
  guint n_slots = jkb_cases_n_slots (cases);

  for (guint i = 0; i < MIN (SAMPLE_CASES, n_slots); i++)
    {
      guint row;
      const JkbCaseBlock *block
          = jkb_cases_block (cases, (guint) ((guint64) i * n_slots / SAMPLE_CASES), &row);

      if (block->record[row] != NULL)
        jkb_case_record_count_bytes (block->record[row], counts);
    }
}

static gboolean
contains (const Search *search, const JkbCaseBlock *block, guint row, JkbRecordPart part)
{
  return jkb_case_record_contains (block->record[row], part, search->needles, search->n_needles);
}

static gboolean
matches_number (const JkbSearchTerm *term, gint64 number, gboolean is_known)
{
  if (term->wants_unknown || !is_known)
    return term->wants_unknown && !is_known;
  return number >= term->min && number <= term->max;
}

static gboolean
matches_key (const Search *search, const JkbCaseBlock *block, guint row)
{
  const JkbSearchTerm *term = search->term;
  char id[JKB_COUNT_TEXT_MAX];

  jkb_count_print (block->id[row], id);
  for (guint i = 0; i < term->forms->len; i++)
    if (strcmp (g_ptr_array_index (term->forms, i), id) == 0)
      return TRUE;
  return contains (search, block, row, JKB_RECORD_PART_KEY);
}

static gboolean
matches_source_kind (const JkbSearchTerm *term, const char *kind)
{
  for (guint i = 0; i < term->forms->len; i++)
    if (strcmp (g_ptr_array_index (term->forms, i), kind) == 0)
      return TRUE;
  return FALSE;
}

static guint32
get_set (const JkbCaseBlock *block, guint row, JkbSearchField field)
{
  switch (field)
    {
    case JKB_SEARCH_TYPE:
      return 1u << block->type[row];
    case JKB_SEARCH_SECTOR:
      return 1u << block->sector[row];
    case JKB_SEARCH_STATUS:
      return 1u << block->status[row];
    case JKB_SEARCH_REVIEW:
      return 1u << block->review[row];
    case JKB_SEARCH_CIRCUMSTANCE:
      return block->circumstances[row] != 0 ? block->circumstances[row]
                                            : JKB_FILTER_NO_CIRCUMSTANCE;
    default:
      return block->data_items[row] != 0 ? block->data_items[row] : JKB_FILTER_NO_DATA_ITEM;
    }
}

static gboolean
matches_search (const JkbCases *cases, const Search *search, const JkbCaseBlock *block, guint row)
{
  const JkbSearchTerm *term = search->term;

  switch (term->field)
    {
    case JKB_SEARCH_TEXT:
      return contains (search, block, row, JKB_RECORD_PART_ALL);
    case JKB_SEARCH_ORGANISATION:
      return contains (search, block, row, JKB_RECORD_PART_ORGANISATION);
    case JKB_SEARCH_TITLE:
      return contains (search, block, row, JKB_RECORD_PART_TITLE);
    case JKB_SEARCH_KEY:
      return matches_key (search, block, row);
    case JKB_SEARCH_SOURCE_KIND:
      return matches_source_kind (
          term, g_ptr_array_index (cases->source_kinds, block->source_kind[row]));
    case JKB_SEARCH_YEAR:
      return matches_number (term, block->date[row] >> 9, block->date[row] >> 9 != 0);
    case JKB_SEARCH_PEOPLE:
      return matches_number (term, block->people[row], block->people[row] >= 0);
    case JKB_SEARCH_RECORDS:
      return matches_number (term, block->records[row], block->records[row] >= 0);
    case JKB_SEARCH_TYPE:
    case JKB_SEARCH_CIRCUMSTANCE:
    case JKB_SEARCH_SECTOR:
    case JKB_SEARCH_STATUS:
    case JKB_SEARCH_DATA_ITEM:
    case JKB_SEARCH_REVIEW:
    case JKB_N_SEARCH_FIELDS:
      break;
    }
  return (term->mask & get_set (block, row, term->field)) != 0;
}

/* Marks the cases that do not match @search; those that failed an earlier term are not looked at. */
static gboolean
check_term (const JkbCases *cases, const Search *search, guint16 *fails, GCancellable *cancellable)
{
  guint n_slots = jkb_cases_n_slots (cases);

  for (guint slot = 0; slot < n_slots; slot++)
    {
      guint row;
      const JkbCaseBlock *block = jkb_cases_block (cases, slot, &row);

      if (slot % CHECK_ROWS == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if ((fails[slot] & (JKB_PASS_FREE | 1u << JKB_FACET_WORDS)) == 0
          && matches_search (cases, search, block, row) == search->term->is_negated)
        fails[slot] |= 1u << JKB_FACET_WORDS;
    }
  return TRUE;
}

static gboolean
reads_text (const JkbSearchTerm *term)
{
  return term->field == JKB_SEARCH_TEXT;
}

static gboolean
check_line (const JkbCases *cases, const JkbSearchLine *line, guint16 *fails,
            GCancellable *cancellable)
{
  JkbByteCounts counts = { { 0 } };

  sample_bytes (cases, &counts);
  /* Texts come last: what is cheap leaves fewer of them to read. */
  for (int is_text = 0; is_text < 2; is_text++)
    for (guint i = 0; i < jkb_search_line_n_terms (line); i++)
      {
        const JkbSearchTerm *term = jkb_search_line_get_term (line, i);
        Search search = make_search (term, &counts);

        if (reads_text (term) == is_text && !check_term (cases, &search, fails, cancellable))
          return FALSE;
      }
  return TRUE;
}

guint16 *
jkb_pass_new (const JkbCases *cases, const JkbFilter *filter, const JkbSearchLine *line,
              GCancellable *cancellable)
{
  g_autofree guint16 *fails = g_new (guint16, MAX (jkb_cases_n_slots (cases), 1));
  Plan plan = make_plan (cases, filter);

  for (guint i = 0; i < cases->blocks->len; i++)
    check_block (&plan, g_ptr_array_index (cases->blocks, i), fails + i * JKB_BLOCK_ROWS);
  clear_plan (&plan);
  if (jkb_search_line_n_terms (line) > 0 && !check_line (cases, line, fails, cancellable))
    return NULL;
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&fails);
}
