/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands where in a document. Readers ask that of many places, so the text is cut into blocks of few bytes, and it
 * is noted for each of them which line, section, sentence and clause it begins in, and how many hits of each class
 * begin before it; from there on it is few steps.
 */
#include "extract/jkb-doc-private.h"

/* A block has 1 << BLOCK_BITS bytes. */
#define BLOCK_BITS 7

/* The tables first, then the classes of hits, each with an entry for every block. */
static inline guint32 *
row_of (const JkbDoc *doc, guint row)
{
  return doc->blocks + row * doc->n_blocks;
}

static inline gsize
block_of (const JkbDoc *doc, gsize offset)
{
  return MIN (offset >> BLOCK_BITS, doc->n_blocks - 1);
}

static GArray *
get_table (const JkbDoc *doc, JkbDocTable table, gsize *size)
{
  switch (table)
    {
    case JKB_DOC_LINES:
      *size = sizeof (JkbLine);
      return doc->lines;
    case JKB_DOC_SECTIONS:
      *size = sizeof (JkbSection);
      return doc->sections;
    case JKB_DOC_SENTENCES:
      *size = sizeof (JkbSentence);
      return doc->sentences;
    case JKB_DOC_CLAUSES:
    case JKB_N_DOC_TABLES:
    default:
      *size = sizeof (JkbClause);
      return doc->clauses;
    }
}

/* Each element begins with its span. */
static inline gsize
begin_of (const GArray *elements, gsize size, guint index)
{
  return ((const JkbSpan *) (const void *) (elements->data + index * size))->begin;
}

void
jkb_doc_make_blocks (JkbDoc *doc)
{
  doc->n_blocks = (doc->normal->n_bytes >> BLOCK_BITS) + 1;
  doc->blocks = g_new0 (guint32, (JKB_N_DOC_TABLES + JKB_N_TERM_CLASSES) * doc->n_blocks);
}

void
jkb_doc_note_places (JkbDoc *doc, JkbDocTable table)
{
  guint32 *row = row_of (doc, table);
  gsize size;
  const GArray *elements = get_table (doc, table, &size);
  guint index = 0;

  for (gsize block = 0; block < doc->n_blocks; block++)
    {
      while (index + 1 < elements->len && begin_of (elements, size, index + 1) <= block << BLOCK_BITS)
        index++;
      row[block] = index;
    }
}

/* The last element that begins at or before @offset, the first when none does. */
static inline guint
covering (const JkbDoc *doc, JkbDocTable table, gsize offset)
{
  gsize size;
  const GArray *elements = get_table (doc, table, &size);
  guint index = row_of (doc, table)[block_of (doc, offset)];

  while (index + 1 < elements->len && begin_of (elements, size, index + 1) <= offset)
    index++;
  return index;
}

void
jkb_doc_note_hits (JkbDoc *doc)
{
  const JkbHit *hits = (const JkbHit *) (const void *) doc->hits->data;

  for (guint c = 0; c < JKB_N_TERM_CLASSES; c++)
    {
      guint32 *row = row_of (doc, JKB_N_DOC_TABLES + c);
      gsize block = 0;
      guint i = doc->first_hit[c];

      for (; i < doc->first_hit[c + 1]; i++)
        while (block < doc->n_blocks && block << BLOCK_BITS <= hits[i].span.begin)
          row[block++] = i;
      while (block < doc->n_blocks)
        row[block++] = i;
    }
}

/* The first hit of the class that does not begin before @offset. */
static inline guint
first_hit_from (const JkbDoc *doc, JkbTermClass term_class, gsize offset)
{
  const JkbHit *hits = (const JkbHit *) (const void *) doc->hits->data;
  guint i = row_of (doc, JKB_N_DOC_TABLES + term_class)[block_of (doc, offset)], end = doc->first_hit[term_class + 1];

  while (i < end && hits[i].span.begin < offset)
    i++;
  return i;
}

const JkbHit *
jkb_doc_hits (const JkbDoc *doc, JkbTermClass term_class, JkbSpan within, guint *n_hits)
{
  guint first = doc->first_hit[term_class], end = doc->first_hit[term_class + 1];

  if (first < end)
    {
      first = first_hit_from (doc, term_class, within.begin);
      end = within.end < doc->normal->n_bytes ? first_hit_from (doc, term_class, within.end) : end;
    }
  *n_hits = end > first ? end - first : 0;
  return (const JkbHit *) (const void *) doc->hits->data + first;
}

guint
jkb_doc_line_at (const JkbDoc *doc, gsize offset)
{
  return covering (doc, JKB_DOC_LINES, offset);
}

guint
jkb_doc_sentence_at (const JkbDoc *doc, gsize offset)
{
  return covering (doc, JKB_DOC_SENTENCES, offset);
}

const JkbSection *
jkb_doc_section_at (const JkbDoc *doc, gsize offset)
{
  return &g_array_index (doc->sections, JkbSection, covering (doc, JKB_DOC_SECTIONS, offset));
}

guint
jkb_doc_clause_index_at (const JkbDoc *doc, gsize offset)
{
  guint index = covering (doc, JKB_DOC_CLAUSES, offset);

  while (offset >= g_array_index (doc->clauses, JkbClause, index).span.end
         && g_array_index (doc->clauses, JkbClause, index).parent != G_MAXUINT)
    index = g_array_index (doc->clauses, JkbClause, index).parent;
  return index;
}

JkbSpan
jkb_doc_clause_at (const JkbDoc *doc, gsize offset)
{
  return g_array_index (doc->clauses, JkbClause, jkb_doc_clause_index_at (doc, offset)).span;
}
