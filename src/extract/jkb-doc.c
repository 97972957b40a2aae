/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-doc.h"

#include <string.h>

#include "extract/jkb-doc-private.h"

/* A longer bracket is no mark of a reference. */
#define REFERENCE_BYTES_MAX 40

/* No sentence is so long; this only bounds the work. */
#define SENTENCE_BYTES_MAX 4000

/* ---------------------------------------------------------------- sections */

/* A short line that names data (`(1)氏名`, `住所、電話番号`) is one of a list, not a heading, unless its
 * words are those of a heading. */
static void
tell_lists_from_headings (JkbDoc *doc)
{
  for (guint i = 0; i < doc->lines->len; i++)
    {
      JkbLine *line = &g_array_index (doc->lines, JkbLine, i);
      guint n_data, n_section;

      if (line->kind != JKB_LINE_HEADING)
        continue;
      jkb_doc_hits (doc, JKB_TERM_DATA_ITEM, line->text, &n_data);
      jkb_doc_hits (doc, JKB_TERM_SECTION, line->text, &n_section);
      if (n_data > 0 && n_section == 0)
        line->kind = JKB_LINE_LIST;
    }
}

/* What the words of a heading say; the term that weighs most decides. */
static int
find_section_role (const JkbDoc *doc, JkbSpan heading)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_SECTION, heading, &n_hits);
  const JkbHit *best = NULL;

  for (guint i = 0; i < n_hits; i++)
    if (best == NULL || hits[i].term->weight > best->term->weight)
      best = &hits[i];
  return best != NULL ? best->term->value : -1;
}

static gsize
end_of_line (const JkbDoc *doc, guint index)
{
  if (index + 1 < doc->lines->len)
    return g_array_index (doc->lines, JkbLine, index + 1).span.begin;
  return doc->normal->n_bytes;
}

static gboolean
is_first_words (const JkbDoc *doc, guint index)
{
  for (guint i = 0; i < index; i++)
    if (g_array_index (doc->lines, JkbLine, i).kind != JKB_LINE_BLANK)
      return FALSE;
  return g_array_index (doc->lines, JkbLine, index).kind != JKB_LINE_BLANK;
}

static void
open_section (JkbDoc *doc, gsize begin, JkbSpan heading, JkbSectionRole role)
{
  JkbSection section = { { begin, doc->normal->n_bytes }, heading, role };

  if (doc->sections->len > 0)
    g_array_index (doc->sections, JkbSection, doc->sections->len - 1).span.end = begin;
  g_array_append_val (doc->sections, section);
}

/* A heading in brackets or with a number lower in rank that says nothing stands under the last one. */
static JkbSectionRole
choose_role (const JkbDoc *doc, const JkbLine *line, JkbSectionRole above)
{
  int role = find_section_role (doc, line->text);
  char first = doc->normal->text[line->span.begin];

  if (role >= 0)
    return (JkbSectionRole) role;
  return first == '(' || above == JKB_SECTION_TITLE ? above == JKB_SECTION_TITLE ? JKB_SECTION_BODY : above
                                                    : JKB_SECTION_BODY;
}

void
jkb_doc_cut_sections (JkbDoc *doc)
{
  JkbSectionRole role = JKB_SECTION_BODY;

  tell_lists_from_headings (doc);
  for (guint i = 0; i < doc->lines->len; i++)
    {
      JkbLine *line = &g_array_index (doc->lines, JkbLine, i);

      if (is_first_words (doc, i) && doc->sections->len <= 1 && doc->item->title != NULL)
        {
          open_section (doc, line->span.begin, line->text, JKB_SECTION_TITLE);
          line->section = doc->sections->len - 1;
          open_section (doc, end_of_line (doc, i), JKB_SPAN_NONE, JKB_SECTION_BODY);
          role = JKB_SECTION_BODY;
          continue;
        }
      if (line->kind == JKB_LINE_HEADING)
        {
          role = choose_role (doc, line, role);
          open_section (doc, line->span.begin, line->text, role);
        }
      else if (doc->sections->len == 0)
        open_section (doc, line->span.begin, JKB_SPAN_NONE, JKB_SECTION_BODY);
      line->section = doc->sections->len - 1;
    }
  g_array_index (doc->sections, JkbSection, 0).span.begin = 0;
}

/* ---------------------------------------------------------------- sentences */

static void
add_sentence (JkbDoc *doc, gsize begin, gsize end)
{
  guint line = jkb_doc_line_at (doc, begin);
  JkbSentence sentence = { { begin, end }, line, g_array_index (doc->lines, JkbLine, line).section,
                           JKB_CLAIM_NONE };

  if (begin < end)
    g_array_append_val (doc->sentences, sentence);
}

/* Bytes of the sentence end at @p: 。 and what closes with it; 0 when there is none. An ASCII stop
 * ends a sentence only before a blank, after a letter. */
static gsize
match_sentence_end (const char *p, const char *text)
{
  static const char *const ends[] = { "。」", "。)", "。", "!", "?" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (strncmp (p, ends[i], strlen (ends[i])) == 0)
      return strlen (ends[i]);
  if (*p == '.' && (p[1] == ' ' || p[1] == '\n' || p[1] == '\0') && p - text >= 3
      && g_ascii_isalpha (p[-1]) && g_ascii_isalpha (p[-2]) && g_ascii_isalpha (p[-3]))
    return 1;
  return 0;
}

/* Bytes of what still belongs to the sentence that ended: reference marks (`[^1]`, `[2]`), blanks. */
static gsize
match_trail (const char *p)
{
  gsize n = 0, last = 0;

  while (p[n] == ' ' || p[n] == '[')
    {
      if (p[n] == '[')
        {
          gsize length = strcspn (p + n, "]\n");

          if (length > REFERENCE_BYTES_MAX || p[n + length] != ']')
            break;
          n += length;
          last = n + 1;
        }
      n++;
    }
  return last;
}

void
jkb_doc_cut_sentences (JkbDoc *doc)
{
  const char *text = doc->normal->text;
  gsize begin = 0;
  guint line = 0;

  for (gsize i = 0; i < doc->normal->n_bytes;)
    {
      gsize n = match_sentence_end (text + i, text);
      gsize length = (gsize) (g_utf8_next_char (text + i) - (text + i));

      if (n > 0)
        {
          i += n;
          i += match_trail (text + i);
          add_sentence (doc, begin, i);
          begin = i;
          continue;
        }
      if (text[i] == '\n')
        {
          gboolean goes_on = g_array_index (doc->lines, JkbLine, line).continues;

          line++;
          if (!goes_on)
            {
              add_sentence (doc, begin, i + 1);
              begin = i + 1;
            }
        }
      else if (i - begin > SENTENCE_BYTES_MAX)
        {
          add_sentence (doc, begin, i);
          begin = i;
        }
      i += length;
    }
  add_sentence (doc, begin, doc->normal->n_bytes);
  if (doc->sentences->len == 0)
    {
      JkbSentence empty = { { 0, 0 }, 0, 0, JKB_CLAIM_NONE };

      g_array_append_val (doc->sentences, empty);
    }
}

/* ---------------------------------------------------------------- the document */

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

JkbDoc *
jkb_doc_new (const JkbLexicon *lexicon, const JkbItem *item)
{
  JkbDoc *doc = g_new0 (JkbDoc, 1);
  g_autoptr(GArray) skips = NULL;

  doc->item = item;
  doc->normal
      = jkb_normal_new (item->text, strlen (item->text), JKB_NORMAL_READING | JKB_NORMAL_LOWER);
  doc->lines = g_array_new (FALSE, FALSE, sizeof (JkbLine));
  doc->sections = g_array_new (FALSE, FALSE, sizeof (JkbSection));
  doc->sentences = g_array_new (FALSE, FALSE, sizeof (JkbSentence));
  doc->clauses = g_array_new (FALSE, FALSE, sizeof (JkbClause));
  jkb_doc_cut_lines (doc);
  skips = list_broken_ends (doc);
  doc->hits = jkb_lexicon_scan (lexicon, doc->normal->text, doc->normal->n_bytes, skips);
  index_hits (doc);
  jkb_doc_cut_sections (doc);
  jkb_doc_cut_sentences (doc);
  jkb_doc_cut_clauses (doc);
  return doc;
}

void
jkb_doc_free (JkbDoc *doc)
{
  if (doc == NULL)
    return;
  jkb_normal_free (doc->normal);
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

/* Index of the first element at or after @from whose span begins at or after @offset; every element
 * begins with its JkbSpan. */
static guint
find_first (const GArray *array, guint from, guint to, gsize offset)
{
  gsize size = g_array_get_element_size ((GArray *) array);

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      const JkbSpan *span = (const JkbSpan *) (const void *) (array->data + middle * size);

      if (span->begin < offset)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static guint
find_covering (const GArray *array, gsize offset)
{
  guint after = find_first (array, 0, array->len, offset + 1);

  return after > 0 ? after - 1 : 0;
}

const JkbHit *
jkb_doc_hits (const JkbDoc *doc, JkbTermClass term_class, JkbSpan within, guint *n_hits)
{
  guint first = doc->first_hit[term_class], end = doc->first_hit[term_class + 1];

  first = find_first (doc->hits, first, end, within.begin);
  *n_hits = find_first (doc->hits, first, end, within.end) - first;
  return &g_array_index (doc->hits, JkbHit, first);
}

guint
jkb_doc_line_at (const JkbDoc *doc, gsize offset)
{
  return find_covering (doc->lines, offset);
}

guint
jkb_doc_sentence_at (const JkbDoc *doc, gsize offset)
{
  return find_covering (doc->sentences, offset);
}

const JkbSection *
jkb_doc_section_at (const JkbDoc *doc, gsize offset)
{
  return &g_array_index (doc->sections, JkbSection, find_covering (doc->sections, offset));
}

JkbSpan
jkb_doc_clause_at (const JkbDoc *doc, gsize offset)
{
  guint index = find_covering (doc->clauses, offset);
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
