/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cases are taken some thousand at a time: first the rows that fail just so are listed, then one loop
 * over the list counts them in all tables at once. Where most cases of a block pass, those that do not
 * are taken away from the counts of all, so that no filter makes more work than one that half of the
 * cases pass.
 */
#include "query/jkb-survey.h"

#include "query/jkb-bits.h"
#include "query/jkb-block-digest.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-two-threads.h"

#define CHUNK_WORDS 64u
#define BLOCK_WORDS (JKB_BLOCK_ROWS / 64)
#define PART(part) (1u << JKB_COUNT_##part)
#define FACET(facet) (1u << JKB_FACET_##facet)

/* Which cases are counted, by what they fail, and in which tables. The first are those that pass. */
static const struct
{
  guint fails;
  guint parts;
} classes[] = {
  { 0, JKB_COUNT_ALL },
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

struct _JkbSurvey
{
  const JkbCases *cases;
  const guint16 *fails;
  const guint64 *passes;                /* where they are 0 */
  guint used;                           /* bits of the facets that the filter uses */
  guint first_year;
  guint last_year;
  GMutex lock;                          /* for what follows */
  gboolean is_counted;
  JkbCountTables classes[N_CLASSES];
  JkbCountTables all;                   /* of all cases, part by part when asked for */
};

/* What one of two threads counts. */
typedef struct
{
  const JkbSurvey *survey;
  gboolean is_started;
  JkbCountTables classes[N_CLASSES];
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

static void
init_tables (const JkbSurvey *self, JkbCountTables *tables, guint parts)
{
  jkb_count_tables_init (tables, parts, self->cases->source_kinds->len, self->first_year,
                         self->last_year);
}

JkbSurvey *
jkb_survey_new (const JkbCases *cases, const guint16 *fails, const guint64 *passes,
                const JkbFilter *filter)
{
  JkbSurvey *self = g_new0 (JkbSurvey, 1);

  self->cases = cases;
  self->fails = fails;
  self->passes = passes;
  for (int facet = 0; facet < JKB_N_FACETS; facet++)
    if (jkb_filter_uses (filter, (JkbFacet) facet))
      self->used |= 1u << facet;
  find_years (cases, &self->first_year, &self->last_year);
  init_tables (self, &self->all, 0);
  self->all.n_cases = jkb_cases_n (cases);
  g_mutex_init (&self->lock);
  return self;
}

void
jkb_survey_free (JkbSurvey *survey)
{
  if (survey == NULL)
    return;
  for (gsize i = 0; i < N_CLASSES; i++)
    jkb_count_tables_clear (&survey->classes[i]);
  jkb_count_tables_clear (&survey->all);
  g_mutex_clear (&survey->lock);
  g_free (survey);
}

guint
jkb_survey_get_first_year (const JkbSurvey *survey)
{
  return survey->first_year;
}

const guint64 *
jkb_survey_get_bits (const JkbSurvey *survey, guint left_out, guint i)
{
  if ((survey->used & left_out) == 0)
    return survey->passes + (gsize) i * BLOCK_WORDS;
  if ((survey->used & ~left_out) == 0)
    return jkb_block_digest_get (g_ptr_array_index (survey->cases->blocks, i))->in_use;
  return NULL;
}

/* @times: 1, or -1 to take them away */
static void
add_everywhere (JkbCountTables *tables, const JkbCaseBlock *block, const guint64 *bits, guint n_words,
                int times)
{
  guint16 rows[CHUNK_WORDS * 64];

  for (guint from = 0; from < n_words; from += CHUNK_WORDS)
    jkb_count_tables_add_rows (tables, block, rows,
                               jkb_bits_list (bits, from, MIN (from + CHUNK_WORDS, n_words), rows), times);
}

static void
add_passing (JkbCountTables *tables, const JkbCaseBlock *block, const guint64 *passes)
{
  const JkbBlockDigest *digest = jkb_block_digest_get (block);
  guint n_passing = jkb_bits_count_both (passes, passes, digest->n_words);
  guint64 others[BLOCK_WORDS];

  tables->n_cases += n_passing;
  jkb_block_digest_count_items (digest, passes, tables->cells[JKB_COUNT_ITEMS]);
  if (n_passing <= digest->all.n_cases / 2)
    {
      add_everywhere (tables, block, passes, digest->n_words, 1);
      return;
    }
  for (int part = 0; part < JKB_N_COUNT_PARTS; part++)
    if (part != JKB_COUNT_ITEMS)
      jkb_count_tables_add (tables, (JkbCountPart) part, &digest->all);
  for (guint word = 0; word < digest->n_words; word++)
    others[word] = digest->in_use[word] & ~passes[word];
  add_everywhere (tables, block, others, digest->n_words, -1);
}

static void
add_failing (JkbCountTables *tables, gsize i, const JkbCaseBlock *block, const guint16 *fails)
{
  const JkbBlockDigest *digest = jkb_block_digest_get (block);
  guint64 bits[BLOCK_WORDS];
  guint16 rows[CHUNK_WORDS * 64];

  tables->n_cases += jkb_bits_fill_equal (bits, fails, block->n_rows, (guint16) classes[i].fails);
  if (tables->cells[JKB_COUNT_ITEMS] != NULL)
    jkb_block_digest_count_items (digest, bits, tables->cells[JKB_COUNT_ITEMS]);
  for (guint from = 0; from < digest->n_words; from += CHUNK_WORDS)
    {
      guint n = jkb_bits_list (bits, from, MIN (from + CHUNK_WORDS, digest->n_words), rows);

      for (int part = 0; part < JKB_N_COUNT_PARTS; part++)
        if (part != JKB_COUNT_ITEMS && tables->cells[part] != NULL)
          jkb_count_tables_add_part (tables, (JkbCountPart) part, block, rows, n);
    }
}

static gboolean
is_inside (guint fails, guint facets)
{
  return (fails & ~facets) == 0;
}

/* Cases that fail all that is used are wanted only where all are, and those are known. */
static gboolean
is_wanted (const JkbSurvey *self, gsize i)
{
  return is_inside (classes[i].fails, self->used) && classes[i].fails != self->used;
}

static void
start_share (Share *share)
{
  share->is_started = TRUE;
  for (gsize i = 0; i < N_CLASSES; i++)
    if (is_wanted (share->survey, i))
      init_tables (share->survey, &share->classes[i], classes[i].parts);
}

static void
count_block (gpointer data, guint b)
{
  Share *share = data;
  const JkbSurvey *self = share->survey;
  const JkbCaseBlock *block = g_ptr_array_index (self->cases->blocks, b);

  if (!share->is_started)
    start_share (share);
  jkb_block_digest_get (block);
  if (is_wanted (self, 0))
    add_passing (&share->classes[0], block, self->passes + (gsize) b * BLOCK_WORDS);
  for (gsize i = 1; i < N_CLASSES; i++)
    if (is_wanted (self, i))
      add_failing (&share->classes[i], i, block, self->fails + (gsize) b * JKB_BLOCK_ROWS);
}

static void
join_shares (JkbSurvey *self, Share *mine, Share *other)
{
  for (gsize i = 0; i < N_CLASSES; i++)
    {
      self->classes[i] = mine->classes[i];
      self->classes[i].n_cases += other->classes[i].n_cases;
      for (int part = 0; part < JKB_N_COUNT_PARTS; part++)
        if (other->classes[i].cells[part] != NULL)
          jkb_count_tables_add (&self->classes[i], (JkbCountPart) part, &other->classes[i]);
      jkb_count_tables_clear (&other->classes[i]);
    }
}

/* With the lock held. */
static void
count_all (JkbSurvey *self)
{
  Share mine = { .survey = self }, other = { .survey = self };

  start_share (&mine);
  jkb_two_threads_run (self->cases->blocks->len, count_block, &mine, &other);
  join_shares (self, &mine, &other);
  self->is_counted = TRUE;
}

void
jkb_survey_count (JkbSurvey *survey)
{
  g_mutex_lock (&survey->lock);
  if (!survey->is_counted)
    count_all (survey);
  g_mutex_unlock (&survey->lock);
}

/* Whether every way to fail nothing but @facets is counted in @part. */
static gboolean
is_kept (guint facets, JkbCountPart part)
{
  guint n = 0, n_wanted = 1;

  for (gsize i = 0; i < N_CLASSES; i++)
    n += is_inside (classes[i].fails, facets) && (classes[i].parts >> part & 1) != 0;
  for (; facets != 0; facets &= facets - 1)
    n_wanted *= 2;
  return n == n_wanted;
}

static guint *
copy_cells (const guint *cells, gsize n)
{
  return g_memdup2 (cells, n * sizeof *cells);
}

/* With the lock held. */
static guint *
sum_all (JkbSurvey *self, JkbCountPart part)
{
  JkbCountTables *all = &self->all;

  if (all->cells[part] == NULL)
    {
      all->cells[part] = g_new0 (guint, all->n_cells[part]);
      for (guint i = 0; i < self->cases->blocks->len; i++)
        jkb_count_tables_add (all, part,
                              &jkb_block_digest_get (g_ptr_array_index (self->cases->blocks, i))->all);
    }
  return copy_cells (all->cells[part], all->n_cells[part]);
}

/* With the lock held. The cases that pass are in every sum. */
static guint *
sum_classes (JkbSurvey *self, guint facets, JkbCountPart part, guint *n_cases)
{
  guint *sum;

  if (!self->is_counted)
    count_all (self);
  sum = copy_cells (self->classes[0].cells[part], self->all.n_cells[part]);
  *n_cases = self->classes[0].n_cases;
  for (gsize i = 1; i < N_CLASSES; i++)
    if (is_inside (classes[i].fails, facets))
      {
        *n_cases += self->classes[i].n_cases;
        for (gsize cell = 0; cell < self->all.n_cells[part]; cell++)
          sum[cell] += self->classes[i].cells[part][cell];
      }
  return sum;
}

guint *
jkb_survey_sum (JkbSurvey *survey, guint left_out, JkbCountPart part, gsize *n_cells, guint *n_cases)
{
  guint facets = left_out & survey->used, *sum;

  if (facets != survey->used && !is_kept (facets, part))
    return NULL;
  *n_cells = survey->all.n_cells[part];
  *n_cases = survey->all.n_cases;
  g_mutex_lock (&survey->lock);
  sum = facets == survey->used ? sum_all (survey, part) : sum_classes (survey, facets, part, n_cases);
  g_mutex_unlock (&survey->lock);
  return sum;
}
