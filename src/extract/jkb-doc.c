/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-doc.h"

#include <string.h>

#include "extract/jkb-doc-private.h"

/* Lines, sentences or clauses that most notices have no more of. */
#define ROOM 64

static GArray *
list_broken_ends (const JkbDoc *doc)
{
  GArray *skips = g_array_new (FALSE, FALSE, sizeof (JkbSpan));

  for (guint i = 0; i + 1 < doc->lines->len; i++)
    {
      const JkbLine *line = &g_array_index (doc->lines, JkbLine, i);
      JkbSpan skip = { line->span.end, line[1].span.begin };

      if (line->continues)
        g_array_append_val (skips, skip);
    }
  return skips;
}

static void
index_hits (JkbDoc *doc)
{
  guint i = 0;

  for (int c = 0; c < JKB_N_TERM_CLASSES; c++)
    {
      doc->first_hit[c] = i;
      while (i < doc->hits->len
             && (int) g_array_index (doc->hits, JkbHit, i).term->term_class == c)
        i++;
    }
  doc->first_hit[JKB_N_TERM_CLASSES] = i;
}

static void
scan (JkbDoc *doc, const JkbLexicon *lexicon)
{
  doc->hits = jkb_lexicon_scan (lexicon, doc->normal->text, doc->normal->n_bytes, doc->skips);
  index_hits (doc);
}

JkbDoc *
jkb_doc_new_outline (const JkbLexicon *lexicon, const JkbItem *item)
{
  JkbDoc *doc = g_new0 (JkbDoc, 1);

  doc->item = item;
  doc->normal
      = jkb_normal_new (item->text, strlen (item->text), JKB_NORMAL_READING | JKB_NORMAL_LOWER);
  doc->lines = g_array_sized_new (FALSE, FALSE, sizeof (JkbLine), ROOM);
  doc->sections = g_array_sized_new (FALSE, FALSE, sizeof (JkbSection), ROOM);
  doc->sentences = g_array_sized_new (FALSE, FALSE, sizeof (JkbSentence), ROOM);
  doc->clauses = g_array_sized_new (FALSE, FALSE, sizeof (JkbClause), ROOM);
  jkb_doc_cut_lines (doc);
  doc->skips = list_broken_ends (doc);
  scan (doc, lexicon);
  return doc;
}

/* With a title other lines may go on, so that other words are found at their ends. */
static void
join_again (JkbDoc *doc, const JkbLexicon *lexicon)
{
  g_autoptr(GArray) before = g_steal_pointer (&doc->skips);

  jkb_doc_join_lines (doc);
  doc->skips = list_broken_ends (doc);
  if (doc->skips->len == before->len
      && (before->len == 0 || memcmp (doc->skips->data, before->data, before->len * sizeof (JkbSpan)) == 0))
    return;
  g_array_unref (doc->hits);
  scan (doc, lexicon);
}

JkbDoc *
jkb_doc_complete (const JkbLexicon *lexicon, JkbDoc *outline)
{
  join_again (outline, lexicon);
  jkb_doc_cut_sections (outline);
  jkb_doc_cut_sentences (outline);
  jkb_doc_cut_clauses (outline);
  return outline;
}

JkbDoc *
jkb_doc_new (const JkbLexicon *lexicon, const JkbItem *item)
{
  return jkb_doc_complete (lexicon, jkb_doc_new_outline (lexicon, item));
}

void
jkb_doc_free (JkbDoc *doc)
{
  if (doc == NULL)
    return;
  jkb_normal_free (doc->normal);
  g_array_unref (doc->skips);
  g_array_unref (doc->lines);
  g_array_unref (doc->sections);
  g_array_unref (doc->sentences);
  g_array_unref (doc->clauses);
  g_array_unref (doc->hits);
  g_free (doc);
}

JkbSpan
jkb_doc_whole (const JkbDoc *doc)
{
  return (JkbSpan){ 0, doc->normal->n_bytes };
}

/* How many of the first @n elements, each of @size bytes and beginning with its JkbSpan, begin before @offset. */
static inline guint
count_before (const char *elements, gsize size, guint n, gsize offset)
{
  guint first = 0;

  while (n > 0)
    {
      guint half = (n + 1) / 2;
      const JkbSpan *span = (const JkbSpan *) (const void *) (elements + (first + half - 1) * size);

      first += span->begin < offset ? half : 0;
      n -= half;
    }
  return first;
}

static inline guint
covering (const char *elements, gsize size, guint n, gsize offset)
{
  guint n_before = count_before (elements, size, n, offset + 1);

  return n_before > 0 ? n_before - 1 : 0;
}

const JkbHit *
jkb_doc_hits (const JkbDoc *doc, JkbTermClass term_class, JkbSpan within, guint *n_hits)
{
  const JkbHit *hits = (const JkbHit *) (const void *) doc->hits->data;
  guint first = doc->first_hit[term_class], n = doc->first_hit[term_class + 1] - first;
  guint n_before = within.begin > 0 ? count_before ((const char *) &hits[first], sizeof *hits, n, within.begin) : 0;

  first += n_before;
  n -= n_before;
  *n_hits = n > 0 && hits[first + n - 1].span.begin >= within.end
                ? count_before ((const char *) &hits[first], sizeof *hits, n, within.end)
                : n;
  return &hits[first];
}

guint
jkb_doc_line_at (const JkbDoc *doc, gsize offset)
{
  return covering (doc->lines->data, sizeof (JkbLine), doc->lines->len, offset);
}

guint
jkb_doc_sentence_at (const JkbDoc *doc, gsize offset)
{
  return covering (doc->sentences->data, sizeof (JkbSentence), doc->sentences->len, offset);
}

const JkbSection *
jkb_doc_section_at (const JkbDoc *doc, gsize offset)
{
  guint index = covering (doc->sections->data, sizeof (JkbSection), doc->sections->len, offset);

  return &g_array_index (doc->sections, JkbSection, index);
}

JkbSpan
jkb_doc_clause_at (const JkbDoc *doc, gsize offset)
{
  guint index = covering (doc->clauses->data, sizeof (JkbClause), doc->clauses->len, offset);
  const JkbClause *clause = &g_array_index (doc->clauses, JkbClause, index);

  while (offset >= clause->span.end && clause->parent != G_MAXUINT)
    clause = &g_array_index (doc->clauses, JkbClause, clause->parent);
  return clause->span;
}

char *
jkb_doc_dup (const JkbDoc *doc, JkbSpan span)
{
  JkbSpan source = jkb_normal_to_source (doc->normal, span);

  return g_strndup (doc->item->text + source.begin, source.end - source.begin);
}

void
jkb_doc_add (const JkbDoc *doc, JkbItem *item, JkbFact *fact)
{
  fact->span = jkb_normal_to_source (doc->normal, fact->span);
  jkb_item_add (item, fact);
}
