/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cases are taken some thousand at a time: first the rows that fail just so are listed, then one loop
 * over the list counts them in all tables at once. The columns hold indices into the tables, worked
 * out when a case came in; the tables are small enough for the first caches of a processor.
 */
#include "query/jkb-survey.h"

#include "query/jkb-cases-private.h"
#include "query/jkb-people-code.h"

#define CHUNK_ROWS 4096u
#define PART(part) (1u << JKB_SURVEY_##part)
#define FACET(facet) (1u << JKB_FACET_##facet)
#define ALL_PARTS ((1u << JKB_N_SURVEY_PARTS) - 1)

/* Which cases are counted, by what they fail, and in which tables. */
static const struct
{
  guint fails;
  guint parts;
} classes[] = {
  { 0, ALL_PARTS },
  { FACET (TYPE), PART (KIN) | PART (DELAY) },
  { FACET (SECTOR), PART (KIN) },
  { FACET (TYPE) | FACET (SECTOR), PART (KIN) },
  { FACET (STATUS), PART (KIN) },
  { FACET (CIRCUMSTANCE), PART (MANNER) },
  { FACET (REVIEW), PART (MANNER) },
  { FACET (SOURCE_KIND), PART (MANNER) },
  { FACET (DATA_ITEM), PART (ITEMS) },
  { FACET (TIME), PART (TIME) },
  { FACET (PEOPLE), PART (PEOPLE) },
};

#define N_CLASSES G_N_ELEMENTS (classes)

typedef struct
{
  guint n_cases;
  guint *cells[JKB_N_SURVEY_PARTS];     /* NULL where not counted */
} Counts;

struct _JkbSurvey
{
  const JkbCases *cases;
  const guint16 *fails;
  guint used;                           /* bits of the facets that the filter uses */
  guint first_year;
  gsize n_cells[JKB_N_SURVEY_PARTS];
  GMutex lock;                          /* for what follows */
  gboolean is_counted;
  Counts counts[N_CLASSES];
};

/* The first and the last year of any case; both 0 when no case has one. */
static void
find_years (const JkbCases *cases, guint *first, guint *last)
{
  *first = G_MAXUINT;
  *last = 0;
  for (guint i = 0; i < cases->blocks->len; i++)
    {
      const JkbCaseBlock *block = g_ptr_array_index (cases->blocks, i);

      if (block->last_year == 0)
        continue;
      *first = MIN (*first, block->first_year);
      *last = MAX (*last, block->last_year);
    }
  if (*last == 0)
    *first = 0;
}

JkbSurvey *
jkb_survey_new (const JkbCases *cases, const guint16 *fails, const JkbFilter *filter)
{
  JkbSurvey *self = g_new0 (JkbSurvey, 1);
  guint last_year;

  self->cases = cases;
  self->fails = fails;
  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    if (jkb_filter_uses (filter, (JkbFacet) facet))
      self->used |= 1u << facet;
  find_years (cases, &self->first_year, &last_year);
  self->n_cells[JKB_SURVEY_KIN] = JKB_N_KINS;
  self->n_cells[JKB_SURVEY_MANNER] = (gsize) cases->source_kinds->len * JKB_N_MANNERS;
  self->n_cells[JKB_SURVEY_ITEMS] = JKB_SURVEY_NO_ITEM + 1;
  self->n_cells[JKB_SURVEY_TIME]
      = ((gsize) (last_year - self->first_year + 1) * JKB_SURVEY_MONTHS + 1) * JKB_N_TYPES;
  self->n_cells[JKB_SURVEY_PEOPLE] = JKB_N_PEOPLE_CODES;
  self->n_cells[JKB_SURVEY_DELAY] = JKB_N_TYPES * JKB_N_DELAY_CODES;
  g_mutex_init (&self->lock);
  return self;
}

void
jkb_survey_free (JkbSurvey *survey)
{
  if (survey == NULL)
    return;
  for (gsize i = 0; i < N_CLASSES; i++)
    for (int part = 0; part < JKB_N_SURVEY_PARTS; part++)
      g_free (survey->counts[i].cells[part]);
  g_mutex_clear (&survey->lock);
  g_free (survey);
}

guint
jkb_survey_get_first_year (const JkbSurvey *survey)
{
  return survey->first_year;
}

static guint
list_rows (const guint16 *fails, guint from, guint end, guint16 wanted, guint16 *rows)
{
  guint n = 0;

  for (guint row = from; row < end; row++)
    {
      rows[n] = (guint16) row;
      n += fails[row] == wanted;
    }
  return n;
}

static inline void
add_items (guint *cells, guint32 items)
{
  cells[items & (JKB_SURVEY_LOW_CELLS - 1)]++;
  cells[JKB_SURVEY_LOW_CELLS + (items >> JKB_SURVEY_LOW_BITS)]++;
  cells[JKB_SURVEY_NO_ITEM] += items == 0;
}

/* What has no year wraps around to a large number, and so to the last cells. */
static inline gsize
get_time_cell (const JkbSurvey *self, const JkbCaseBlock *block, guint row)
{
  guint slot = (block->date[row] >> 5) - self->first_year * JKB_SURVEY_MONTHS;
  guint last = (guint) (self->n_cells[JKB_SURVEY_TIME] / JKB_N_TYPES) - 1;

  return (gsize) (block->date[row] >> 9 == 0 ? last : slot) * JKB_N_TYPES + block->type[row];
}

/* Inlined once for all tables at once, and once for any of them. */
static inline void
add_rows (const JkbSurvey *self, const Counts *counts, const JkbCaseBlock *block, guint parts,
          const guint16 *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint row = rows[i];

      if (parts & PART (KIN))
        counts->cells[JKB_SURVEY_KIN][block->kin[row]]++;
      if (parts & PART (MANNER))
        counts->cells[JKB_SURVEY_MANNER]
                     [(gsize) block->source_kind[row] * JKB_N_MANNERS + block->manner[row]]++;
      if (parts & PART (ITEMS))
        add_items (counts->cells[JKB_SURVEY_ITEMS], block->data_items[row]);
      if (parts & PART (TIME))
        counts->cells[JKB_SURVEY_TIME][get_time_cell (self, block, row)]++;
      if (parts & PART (PEOPLE))
        counts->cells[JKB_SURVEY_PEOPLE][block->people_code[row]]++;
      if (parts & PART (DELAY))
        counts->cells[JKB_SURVEY_DELAY][block->delay_cell[row]]++;
    }
}

static void
add_chunk (const JkbSurvey *self, Counts *counts, gsize i, const JkbCaseBlock *block,
           const guint16 *fails, guint from)
{
  guint16 rows[CHUNK_ROWS];
  guint n = list_rows (fails, from, MIN (from + CHUNK_ROWS, block->n_rows), (guint16) classes[i].fails,
                       rows);

  if (classes[i].parts == ALL_PARTS)
    add_rows (self, counts, block, ALL_PARTS, rows, n);
  else
    add_rows (self, counts, block, classes[i].parts, rows, n);
  counts->n_cases += n;
}

static gboolean
is_inside (guint fails, guint facets)
{
  return (fails & ~facets) == 0;
}

static void
count_class (JkbSurvey *self, gsize i)
{
  Counts *counts = &self->counts[i];

  for (int part = 0; part < JKB_N_SURVEY_PARTS; part++)
    if (classes[i].parts >> part & 1)
      counts->cells[part] = g_new0 (guint, self->n_cells[part]);
  for (guint b = 0; b < self->cases->blocks->len; b++)
    {
      const JkbCaseBlock *block = g_ptr_array_index (self->cases->blocks, b);

      for (guint from = 0; from < block->n_rows; from += CHUNK_ROWS)
        add_chunk (self, counts, i, block, self->fails + (gsize) b * JKB_BLOCK_ROWS, from);
    }
}

static void
count_once (JkbSurvey *self)
{
  g_mutex_lock (&self->lock);
  for (gsize i = 0; i < N_CLASSES && !self->is_counted; i++)
    if (is_inside (classes[i].fails, self->used))
      count_class (self, i);
  self->is_counted = TRUE;
  g_mutex_unlock (&self->lock);
}

/* Whether every way to fail nothing but @facets is counted in @part. */
static gboolean
is_kept (guint facets, JkbSurveyPart part)
{
  guint n = 0, n_wanted = 1;

  for (gsize i = 0; i < N_CLASSES; i++)
    n += is_inside (classes[i].fails, facets) && (classes[i].parts >> part & 1) != 0;
  for (; facets != 0; facets &= facets - 1)
    n_wanted *= 2;
  return n == n_wanted;
}

guint *
jkb_survey_sum (JkbSurvey *survey, guint left_out, JkbSurveyPart part, gsize *n_cells, guint *n_cases)
{
  guint facets = left_out & survey->used, *sum;

  if (!is_kept (facets, part))
    return NULL;
  count_once (survey);
  *n_cells = survey->n_cells[part];
  *n_cases = 0;
  sum = g_new0 (guint, *n_cells);
  for (gsize i = 0; i < N_CLASSES; i++)
    if (is_inside (classes[i].fails, facets))
      {
        const guint *cells = survey->counts[i].cells[part];

        *n_cases += survey->counts[i].n_cases;
        for (gsize cell = 0; cell < *n_cells; cell++)
          sum[cell] += cells[cell];
      }
  return sum;
}
