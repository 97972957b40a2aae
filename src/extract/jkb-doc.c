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
scan (JkbDoc *doc)
{
  doc->hits = jkb_lexicon_scan (doc->lexicon, doc->normal->text, doc->normal->n_bytes, doc->skips, doc->first_hit);
  jkb_doc_note_hits (doc);
}

JkbDoc *
jkb_doc_new_outline (const JkbLexicon *lexicon, const JkbItem *item)
{
  JkbDoc *doc = g_new0 (JkbDoc, 1);

  doc->item = item;
  doc->lexicon = lexicon;
  doc->normal
      = jkb_normal_new (item->text, strlen (item->text), JKB_NORMAL_READING | JKB_NORMAL_LOWER);
  doc->lines = g_array_sized_new (FALSE, FALSE, sizeof (JkbLine), ROOM);
  doc->sections = g_array_sized_new (FALSE, FALSE, sizeof (JkbSection), ROOM);
  doc->sentences = g_array_sized_new (FALSE, FALSE, sizeof (JkbSentence), ROOM);
  doc->clauses = g_array_sized_new (FALSE, FALSE, sizeof (JkbClause), ROOM);
  jkb_doc_make_blocks (doc);
  jkb_doc_cut_lines (doc);
  jkb_doc_note_places (doc, JKB_DOC_LINES);
  doc->skips = list_broken_ends (doc);
  scan (doc);
  return doc;
}

/* With a title other lines may go on, so that other words are found at their ends. */
static void
join_again (JkbDoc *doc)
{
  g_autoptr(GArray) before = g_steal_pointer (&doc->skips);

  jkb_doc_join_lines (doc);
  doc->skips = list_broken_ends (doc);
  if (doc->skips->len == before->len
      && (before->len == 0 || memcmp (doc->skips->data, before->data, before->len * sizeof (JkbSpan)) == 0))
    return;
  g_array_unref (doc->hits);
  scan (doc);
}

JkbDoc *
jkb_doc_complete (JkbDoc *outline)
{
  join_again (outline);
  jkb_doc_cut_sections (outline);
  jkb_doc_note_places (outline, JKB_DOC_SECTIONS);
  jkb_doc_cut_sentences (outline);
  jkb_doc_note_places (outline, JKB_DOC_SENTENCES);
  jkb_doc_cut_clauses (outline);
  jkb_doc_note_places (outline, JKB_DOC_CLAUSES);
  return outline;
}

JkbDoc *
jkb_doc_new (const JkbLexicon *lexicon, const JkbItem *item)
{
  return jkb_doc_complete (jkb_doc_new_outline (lexicon, item));
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
  g_free (doc->blocks);
  g_free (doc);
}

JkbSpan
jkb_doc_whole (const JkbDoc *doc)
{
  return (JkbSpan){ 0, doc->normal->n_bytes };
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
