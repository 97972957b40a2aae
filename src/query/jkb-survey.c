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

/* Every other block, for one of two threads. */
typedef struct
{
  const JkbSurvey *survey;
  guint first_block;
  guint step;
  Counts counts[N_CLASSES];
} Share;

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

static inline gsize
get_manner_cell (const JkbCaseBlock *block, guint row)
{
  return (gsize) block->source_kind[row] * JKB_N_MANNERS + block->manner[row];
}

/* Counts all times from the first year on; what has no year goes into the last cells. */
static inline gsize
get_time_cell (const JkbCaseBlock *block, guint row, guint first_slot, guint last)
{
  guint slot = (block->date[row] >> 5) - first_slot;

  return (gsize) (block->date[row] >> 9 == 0 ? last : slot) * JKB_N_TYPES + block->type[row];
}

static guint
get_last_time (const JkbSurvey *self)
{
  return (guint) (self->n_cells[JKB_SURVEY_TIME] / JKB_N_TYPES) - 1;
}

/* The loop that takes the time: nothing in it but the columns, the tables, and no question asked. */
static void
add_everywhere (const JkbSurvey *self, const Counts *counts, const JkbCaseBlock *block,
                const guint16 *rows, guint n)
{
  guint *kins = counts->cells[JKB_SURVEY_KIN], *manners = counts->cells[JKB_SURVEY_MANNER];
  guint *items = counts->cells[JKB_SURVEY_ITEMS], *times = counts->cells[JKB_SURVEY_TIME];
  guint *people = counts->cells[JKB_SURVEY_PEOPLE], *delays = counts->cells[JKB_SURVEY_DELAY];
  guint first_slot = self->first_year * JKB_SURVEY_MONTHS, last = get_last_time (self);
  const JkbCaseBlock columns = *block;

  for (guint i = 0; i < n; i++)
    {
      guint row = rows[i];

      kins[columns.kin[row]]++;
      manners[get_manner_cell (&columns, row)]++;
      add_items (items, columns.data_items[row]);
      times[get_time_cell (&columns, row, first_slot, last)]++;
      people[columns.people_code[row]]++;
      delays[columns.delay_cell[row]]++;
    }
}

#define ADD(index)                                                                                \
  for (guint i = 0; i < n; i++)                                                                   \
    cells[index]++;                                                                               \
  break

static void
add_part (const JkbSurvey *self, JkbSurveyPart part, guint *cells, const JkbCaseBlock *block,
          const guint16 *rows, guint n)
{
  guint first_slot = self->first_year * JKB_SURVEY_MONTHS, last = get_last_time (self);
  const JkbCaseBlock columns = *block;

  switch (part)
    {
    case JKB_SURVEY_KIN:
      ADD (columns.kin[rows[i]]);
    case JKB_SURVEY_MANNER:
      ADD (get_manner_cell (&columns, rows[i]));
    case JKB_SURVEY_ITEMS:
      for (guint i = 0; i < n; i++)
        add_items (cells, columns.data_items[rows[i]]);
      break;
    case JKB_SURVEY_TIME:
      ADD (get_time_cell (&columns, rows[i], first_slot, last));
    case JKB_SURVEY_PEOPLE:
      ADD (columns.people_code[rows[i]]);
    case JKB_SURVEY_DELAY:
      ADD (columns.delay_cell[rows[i]]);
    case JKB_N_SURVEY_PARTS:
      break;
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
    add_everywhere (self, counts, block, rows, n);
  for (int part = 0; classes[i].parts != ALL_PARTS && part < JKB_N_SURVEY_PARTS; part++)
    if (classes[i].parts >> part & 1)
      add_part (self, (JkbSurveyPart) part, counts->cells[part], block, rows, n);
  counts->n_cases += n;
}

static gboolean
is_inside (guint fails, guint facets)
{
  return (fails & ~facets) == 0;
}

static void
count_class (Share *share, gsize i)
{
  const JkbSurvey *self = share->survey;
  Counts *counts = &share->counts[i];

  for (int part = 0; part < JKB_N_SURVEY_PARTS; part++)
    if (classes[i].parts >> part & 1)
      counts->cells[part] = g_new0 (guint, self->n_cells[part]);
  for (guint b = share->first_block; b < self->cases->blocks->len; b += share->step)
    {
      const JkbCaseBlock *block = g_ptr_array_index (self->cases->blocks, b);

      for (guint from = 0; from < block->n_rows; from += CHUNK_ROWS)
        add_chunk (self, counts, i, block, self->fails + (gsize) b * JKB_BLOCK_ROWS, from);
    }
}

static gpointer
count_share (gpointer data)
{
  Share *share = data;

  for (gsize i = 0; i < N_CLASSES; i++)
    if (is_inside (classes[i].fails, share->survey->used))
      count_class (share, i);
  return NULL;
}

static void
add_counts (const JkbSurvey *self, Counts *sum, Counts *more)
{
  sum->n_cases += more->n_cases;
  for (int part = 0; part < JKB_N_SURVEY_PARTS; part++)
    {
      for (gsize cell = 0; sum->cells[part] != NULL && cell < self->n_cells[part]; cell++)
        sum->cells[part][cell] += more->cells[part][cell];
      g_clear_pointer (&more->cells[part], g_free);
    }
}

/* More than a block is worth a second thread, which costs some hundredths of a millisecond. */
static void
count_all (JkbSurvey *self)
{
  gboolean is_split = self->cases->blocks->len > 1 && g_get_num_processors () > 1;
  Share mine = { .survey = self, .step = is_split ? 2 : 1 };
  Share other = { .survey = self, .first_block = 1, .step = 2 };
  GThread *thread = is_split ? g_thread_new ("survey", count_share, &other) : NULL;

  count_share (&mine);
  if (is_split)
    g_thread_join (thread);
  for (gsize i = 0; i < N_CLASSES; i++)
    {
      self->counts[i] = mine.counts[i];
      if (is_split)
        add_counts (self, &self->counts[i], &other.counts[i]);
    }
}

static void
count_once (JkbSurvey *self)
{
  g_mutex_lock (&self->lock);
  if (!self->is_counted)
    count_all (self);
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
