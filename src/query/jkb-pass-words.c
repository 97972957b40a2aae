/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-pass-words.h"

#include <string.h>

#include "core/jkb-count.h"
#include "query/jkb-cases-private.h"
#include "query/jkb-filter.h"
#include "query/jkb-pass.h"
#include "query/jkb-text-index.h"

#define CHECK_ROWS 1024u
#define SAMPLE_CASES 64u
#define SAMPLE_BYTES ((gsize) 512)

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

      gsize n_bytes;

      if (block->record[row] != NULL)
        {
          const char *text
              = jkb_case_record_folded (block->record[row], JKB_RECORD_PART_ALL, &n_bytes);

          jkb_byte_counts_add (counts, text, MIN (n_bytes, SAMPLE_BYTES));
        }
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

/* What the index of a block says about one case: 0 or 1, or -1 when the case has to be read. */
static int
ask_index (const Search *search, const JkbTextBits *bits, guint row)
{
  guint word = row / 64;
  guint64 bit = (guint64) 1 << (row % 64);

  if (bits->unread[word] & bit)
    return -1;
  if (search->term->field == JKB_SEARCH_TEXT && (bits->sure[word] & bit))
    return 1;
  return ((bits->sure[word] | bits->maybe[word]) & bit) != 0 ? -1 : 0;
}

/* Marks the cases of some rows that do not match; those that failed an earlier term are not looked
 * at. @bits: (nullable): what the index says */
static void
check_rows (const JkbCases *cases, const Search *search, const JkbCaseBlock *block,
            const JkbTextBits *bits, guint first_row, guint end_row, guint16 *fails)
{
  for (guint row = first_row; row < end_row; row++)
    {
      int matches;

      if ((fails[row] & (JKB_PASS_FREE | 1u << JKB_FACET_WORDS)) != 0)
        continue;
      matches = bits != NULL ? ask_index (search, bits, row) : -1;
      if (matches < 0)
        matches = matches_search (cases, search, block, row);
      if (matches == search->term->is_negated)
        fails[row] |= 1u << JKB_FACET_WORDS;
    }
}

static gboolean
uses_index (const Search *search)
{
  return search->term->field == JKB_SEARCH_TEXT || search->term->field == JKB_SEARCH_ORGANISATION
         || search->term->field == JKB_SEARCH_TITLE;
}

static gboolean
check_block (const JkbCases *cases, const Search *search, const JkbCaseBlock *block,
             guint16 *fails, GCancellable *cancellable)
{
  g_autoptr(JkbTextIndex) index
      = uses_index (search) ? jkb_case_block_ref_index (block) : NULL;
  g_autofree JkbTextBits *bits = NULL;

  if (index != NULL)
    {
      bits = g_new (JkbTextBits, 1);
      jkb_text_index_find (index, block, search->term->forms, bits);
    }
  for (guint row = 0; row < block->n_rows; row += CHECK_ROWS)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      check_rows (cases, search, block, bits, row, MIN (row + CHECK_ROWS, block->n_rows), fails);
    }
  return TRUE;
}

static gboolean
check_term (const JkbCases *cases, const Search *search, guint16 *fails, GCancellable *cancellable)
{
  for (guint i = 0; i < cases->blocks->len; i++)
    if (!check_block (cases, search, g_ptr_array_index (cases->blocks, i),
                      fails + i * JKB_BLOCK_ROWS, cancellable))
      return FALSE;
  return TRUE;
}

static gboolean
reads_text (const JkbSearchTerm *term)
{
  return term->field == JKB_SEARCH_TEXT;
}

gboolean
jkb_pass_words (const JkbCases *cases, const JkbSearchLine *line, guint16 *fails,
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
