/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Clauses and what they claim. In Japanese the predicate comes last, so a word is governed by what
 * follows it in its clause; 可能性 and negation are looked for there. A request, a plan or prevention
 * colours the clause whose predicate it is, and what stands before it in that clause.
 */
#include <string.h>

#include "extract/jkb-doc-private.h"

#define BRACKET_DEPTH_MAX 6

/* ---------------------------------------------------------------- clauses */

static guint
add_clause (JkbDoc *doc, gsize begin, gsize end, guint parent, guint sentence)
{
  JkbClause clause = { { begin, end }, parent, sentence };

  g_array_append_val (doc->clauses, clause);
  return doc->clauses->len - 1;
}

/* Brackets within one clause become clauses of their own; an open one ends with its clause. */
static void
add_brackets (JkbDoc *doc, guint outer)
{
  const char *text = doc->normal->text;
  JkbClause whole = g_array_index (doc->clauses, JkbClause, outer);
  guint open[BRACKET_DEPTH_MAX];
  guint depth = 0;

  for (gsize i = whole.span.begin; i < whole.span.end; i++)
    {
      if (text[i] == '(' && depth < BRACKET_DEPTH_MAX && i > whole.span.begin)
        {
          guint parent = depth > 0 ? open[depth - 1] : outer;

          open[depth++] = add_clause (doc, i, whole.span.end, parent, whole.sentence);
        }
      else if (text[i] == ')' && depth > 0)
        g_array_index (doc->clauses, JkbClause, open[--depth]).span.end = i + 1;
    }
}

static void
cut_sentence (JkbDoc *doc, guint index)
{
  JkbSpan span = g_array_index (doc->sentences, JkbSentence, index).span;
  gsize begin = span.begin;
  guint n_ends;
  const JkbHit *ends = jkb_doc_hits (doc, JKB_TERM_CLAUSE, span, &n_ends);

  for (guint i = 0; i <= n_ends; i++)
    {
      gsize end = i < n_ends ? MIN (ends[i].span.end, span.end) : span.end;

      if (i < n_ends && ends[i].term->value != JKB_CLAUSE_TERM_END)
        continue;
      if (end > begin)
        add_brackets (doc, add_clause (doc, begin, end, G_MAXUINT, index));
      begin = MAX (begin, end);
    }
}

static guint
find_clause (const JkbDoc *doc, gsize offset)
{
  guint low = 0, high = doc->clauses->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (doc->clauses, JkbClause, middle).span.begin <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  low = low > 0 ? low - 1 : 0;
  while (offset >= g_array_index (doc->clauses, JkbClause, low).span.end
         && g_array_index (doc->clauses, JkbClause, low).parent != G_MAXUINT)
    low = g_array_index (doc->clauses, JkbClause, low).parent;
  return low;
}

/* ---------------------------------------------------------------- claims */

static gboolean
is_latin_term (const JkbTerm *term)
{
  return g_ascii_isalpha (term->text[0]);
}

static guint
claim_of (const JkbTerm *term)
{
  return 1u << term->value;             /* JkbClaimTerm is in the order of JkbClaims */
}

/* How far a negation reaches back: 流出し、悪用されていない says nothing against 流出し. */
static gsize
find_soft_end (const JkbDoc *doc, gsize offset, gsize end)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_CLAUSE, (JkbSpan){ offset, end }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_CLAUSE_TERM_SOFT)
      return hits[i].span.end;
  return end;
}

static gboolean
governs (const JkbHit *hit, gsize offset, gsize soft_end)
{
  guint claim = claim_of (hit->term);

  if (is_latin_term (hit->term) || claim == JKB_CLAIM_GENERAL)
    return TRUE;
  if (claim == JKB_CLAIM_NEGATED)
    return hit->span.end > offset && hit->span.begin < soft_end;
  return hit->span.end > offset || claim == JKB_CLAIM_POSSIBLE;
}

/* What the words of one clause claim of what stands at @offset in it. */
static guint
read_clause (const JkbDoc *doc, guint index, gsize offset)
{
  const JkbClause *clause = &g_array_index (doc->clauses, JkbClause, index);
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_CLAIM, clause->span, &n_hits);
  gsize soft_end = find_soft_end (doc, offset, clause->span.end);
  guint claims = JKB_CLAIM_NONE;

  for (guint i = 0; i < n_hits; i++)
    if (governs (&hits[i], offset, soft_end)
        && find_clause (doc, hits[i].span.begin) == index)
      claims |= claim_of (hits[i].term);
  return claims;
}

static guint
section_claims (const JkbSection *section)
{
  switch (section->role)
    {
    case JKB_SECTION_REQUEST:
      return JKB_CLAIM_REQUEST;
    case JKB_SECTION_PREVENTION:
      return JKB_CLAIM_PREVENTION;
    case JKB_SECTION_BODY:
    case JKB_SECTION_TITLE:
    case JKB_SECTION_COURSE:
    case JKB_SECTION_CAUSE:
    case JKB_SECTION_AFFECTED:
    case JKB_SECTION_RESPONSE:
    case JKB_SECTION_CONTACT:
    case JKB_SECTION_ABOUT:
    case JKB_N_SECTION_ROLES:
    default:
      return JKB_CLAIM_NONE;
    }
}

/* The sentence that a list line belongs to: the last one before the list, in its section. */
static guint
find_introduction (const JkbDoc *doc, guint line)
{
  guint section = g_array_index (doc->lines, JkbLine, line).section;

  for (guint i = line; i-- > 0 && line - i < 200;)
    {
      const JkbLine *above = &g_array_index (doc->lines, JkbLine, i);

      if (above->section != section || above->kind == JKB_LINE_HEADING)
        return G_MAXUINT;
      if (above->kind == JKB_LINE_TEXT && above->text.end > above->text.begin)
        return jkb_doc_sentence_at (doc, above->text.end - 1);
    }
  return G_MAXUINT;
}

static guint
introduction_claims (const JkbDoc *doc, gsize offset)
{
  JkbSpan introduction;

  if (!jkb_doc_introduction (doc, offset, &introduction))
    return JKB_CLAIM_NONE;
  return read_clause (doc, find_clause (doc, introduction.end - 1), introduction.begin)
         & (JKB_CLAIM_NEGATED | JKB_CLAIM_POSSIBLE | JKB_CLAIM_REQUEST);
}

gboolean
jkb_doc_introduction (const JkbDoc *doc, gsize offset, JkbSpan *sentence)
{
  guint line = jkb_doc_line_at (doc, offset);
  guint index;

  if (g_array_index (doc->lines, JkbLine, line).kind != JKB_LINE_LIST)
    return FALSE;
  index = find_introduction (doc, line);
  if (index == G_MAXUINT)
    return FALSE;
  *sentence = g_array_index (doc->sentences, JkbSentence, index).span;
  return TRUE;
}

guint
jkb_doc_clause_claims_at (const JkbDoc *doc, gsize offset)
{
  guint index = find_clause (doc, offset);
  guint claims = read_clause (doc, index, offset);

  /* A bracket without a predicate of its own follows the clause around it. */
  while (claims == JKB_CLAIM_NONE
         && (index = g_array_index (doc->clauses, JkbClause, index).parent) != G_MAXUINT)
    claims = read_clause (doc, index, offset);
  return claims;
}

guint
jkb_doc_claims_at (const JkbDoc *doc, gsize offset)
{
  return jkb_doc_clause_claims_at (doc, offset) | introduction_claims (doc, offset)
         | section_claims (jkb_doc_section_at (doc, offset));
}

void
jkb_doc_cut_clauses (JkbDoc *doc)
{
  for (guint i = 0; i < doc->sentences->len; i++)
    {
      JkbSentence *sentence = &g_array_index (doc->sentences, JkbSentence, i);
      guint n_hits;
      const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_CLAIM, sentence->span, &n_hits);

      for (guint j = 0; j < n_hits; j++)
        sentence->claims |= claim_of (hits[j].term);
      cut_sentence (doc, i);
    }
  if (doc->clauses->len == 0)
    add_clause (doc, 0, doc->normal->n_bytes, G_MAXUINT, 0);
}
