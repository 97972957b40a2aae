/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-word-match.h"

#include <string.h>

#include "core/jkb-count.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-filter.h"

#define SAMPLE_CASES 64u
#define SAMPLE_BYTES ((gsize) 512)

JkbWordMatch
jkb_word_match_make (const JkbSearchTerm *term, const JkbByteCounts *counts)
{
  JkbWordMatch self = { .term = term };

  for (guint i = 0; term->forms != NULL && i < term->forms->len; i++)
    self.needles[self.n_needles++]
        = jkb_needle_make (g_ptr_array_index (term->forms, i), counts);
  return self;
}

void
jkb_word_match_sample (const JkbCases *cases, JkbByteCounts *counts)
{
  guint n_slots = jkb_cases_n_slots (cases);

  for (guint i = 0; i < MIN (SAMPLE_CASES, n_slots); i++)
    {
      guint row;
      const JkbCaseBlock *block
          = jkb_cases_block (cases, (guint) ((guint64) i * n_slots / SAMPLE_CASES), &row);

      const JkbCaseRecord *record = jkb_case_block_get_record (block, row);
      gsize n_bytes;

      if (record != NULL)
        {
          const char *text = jkb_case_record_folded (record, JKB_RECORD_PART_ALL, &n_bytes);

          jkb_byte_counts_add (counts, text, MIN (n_bytes, SAMPLE_BYTES));
        }
    }
}

/* Of a case whose texts are not here yet, the heading is folded for this one look at it. */
static gboolean
contains (const JkbWordMatch *self, const JkbCases *cases, const JkbCaseBlock *block, guint row, JkbRecordPart part)
{
  const JkbCaseRecord *record = jkb_case_block_get_record (block, row);
  JkbCaseRecord *heading;
  gboolean is_there;

  if (record != NULL)
    return jkb_case_record_contains (record, part, self->needles, self->n_needles);
  heading = jkb_case_record_new (cases->fold, block->pool, jkb_case_block_get_strings (block, row), NULL, NULL);
  is_there = jkb_case_record_contains (heading, part, self->needles, self->n_needles);
  jkb_case_record_unref (heading);
  return is_there;
}

/* So are the texts themselves. */
static gboolean
contains_anywhere (const JkbWordMatch *self, const JkbCases *cases, const JkbCaseBlock *block, guint row)
{
  gboolean has_text = jkb_case_block_get_record (block, row) != NULL;
  g_autofree char *text = NULL;
  g_autoptr(JkbNormal) folded = NULL;

  if (contains (self, cases, block, row, JKB_RECORD_PART_ALL))
    return TRUE;
  if (has_text || cases->reader == NULL)
    return FALSE;
  text = cases->reader->read (jkb_case_block_get_id (block, row), cases->reader->user_data);
  folded = text != NULL ? jkb_fold_text (cases->fold, text, strlen (text)) : NULL;
  for (guint i = 0; folded != NULL && i < self->n_needles; i++)
    if (jkb_needle_is_in (&self->needles[i], folded->text, folded->n_bytes))
      return TRUE;
  return FALSE;
}

static gboolean
matches_number (const JkbSearchTerm *term, gint64 number, gboolean is_known)
{
  if (term->wants_unknown || !is_known)
    return term->wants_unknown && !is_known;
  return number >= term->min && number <= term->max;
}

static gboolean
matches_count (const JkbSearchTerm *term, gint64 count)
{
  return matches_number (term, count, count >= 0);
}

static gboolean
matches_key (const JkbWordMatch *self, const JkbCases *cases, const JkbCaseBlock *block, guint row)
{
  const JkbSearchTerm *term = self->term;
  char id[JKB_COUNT_TEXT_MAX];

  jkb_count_print (jkb_case_block_get_id (block, row), id);
  for (guint i = 0; i < term->forms->len; i++)
    if (strcmp (g_ptr_array_index (term->forms, i), id) == 0)
      return TRUE;
  return contains (self, cases, block, row, JKB_RECORD_PART_KEY);
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
      return 1u << jkb_case_block_get_type (block, row);
    case JKB_SEARCH_SECTOR:
      return 1u << jkb_case_block_get_sector (block, row);
    case JKB_SEARCH_STATUS:
      return 1u << jkb_case_block_get_status (block, row);
    case JKB_SEARCH_REVIEW:
      return 1u << jkb_case_block_get_review (block, row);
    case JKB_SEARCH_CIRCUMSTANCE:
      return jkb_case_block_get_circumstance_set (block, row);
    default:
      return jkb_case_block_get_item_set (block, row);
    }
}

gboolean
jkb_word_match_row (const JkbWordMatch *self, const JkbCases *cases, const JkbCaseBlock *block, guint row)
{
  const JkbSearchTerm *term = self->term;

  switch (term->field)
    {
    case JKB_SEARCH_TEXT:
      return contains_anywhere (self, cases, block, row);
    case JKB_SEARCH_ORGANISATION:
      return contains (self, cases, block, row, JKB_RECORD_PART_ORGANISATION);
    case JKB_SEARCH_TITLE:
      return contains (self, cases, block, row, JKB_RECORD_PART_TITLE);
    case JKB_SEARCH_KEY:
      return matches_key (self, cases, block, row);
    case JKB_SEARCH_SOURCE_KIND:
      return matches_source_kind (
          term, g_ptr_array_index (cases->source_kinds, jkb_case_block_get_source_kind (block, row)));
    case JKB_SEARCH_YEAR:
      return matches_number (term, block->date[row] >> 9, block->date[row] >> 9 != 0);
    case JKB_SEARCH_PEOPLE:
      return matches_count (term, jkb_case_block_get_people (block, row));
    case JKB_SEARCH_RECORDS:
      return matches_count (term, jkb_case_block_get_records (block, row));
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

gboolean
jkb_word_match_uses_index (const JkbSearchTerm *term)
{
  return term->field == JKB_SEARCH_TEXT || term->field == JKB_SEARCH_ORGANISATION
         || term->field == JKB_SEARCH_TITLE;
}

gboolean
jkb_word_match_is_ruled_out (const JkbCases *cases, const JkbSearchTerm *term)
{
  gboolean is_out = jkb_word_match_uses_index (term);

  for (guint i = 0; i < cases->blocks->len && is_out; i++)
    {
      const JkbCaseBlock *block = g_ptr_array_index (cases->blocks, i);
      g_autoptr(JkbTextIndex) index = jkb_case_block_ref_index (block);

      is_out = index != NULL && jkb_text_index_rules_out (index, block, term->forms);
    }
  return is_out;
}
