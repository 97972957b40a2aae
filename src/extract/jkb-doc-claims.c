/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Clauses and what they claim. In Japanese the predicate comes last, so a word is governed by what
 * follows it in its clause; 可能性 and negation are looked for there. A request, a plan or prevention
 * colours the clause whose predicate it is, and what stands before it in that clause.
 */
#include <string.h>

#include "extract/jkb-doc-private.h"
#include "extract/jkb-text-at.h"

#define BRACKET_DEPTH_MAX 6
#define LIST_LINES_MAX 200
#define LISTED_BYTES_MAX 240    /* a longer line without a mark is no line of a list */
#define ROW_BYTES_MAX 200       /* the first bar of a row stands no farther */
#define SUBJECT_BYTES_MAX 40    /* how far an English subject stands before its negation */
#define SAID_OF_BYTES_MAX 12    /* how far 漏えいしていない人 reaches */
#define ATTRIBUTE_BYTES_MAX 45  /* how far 漏えいした情報はない reaches: fifteen characters */

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
  const char *first = memchr (text + whole.span.begin, '(', whole.span.end - whole.span.begin);

  for (gsize i = first != NULL ? (gsize) (first - text) : whole.span.end; i < whole.span.end; i++)
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

/* What is left of the hits of a class, from one sentence to the next. */
typedef struct
{
  const JkbHit *next, *end;
} HitsLeft;

static HitsLeft
all_hits (const JkbDoc *doc, JkbTermClass term_class)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, term_class, jkb_doc_whole (doc), &n_hits);

  return (HitsLeft){ hits, hits + n_hits };
}

/* The next hit, if it begins in the sentence. */
static const JkbHit *
take_hit (HitsLeft *left, JkbSpan sentence)
{
  return left->next < left->end && left->next->span.begin < sentence.end ? left->next++ : NULL;
}

static void
cut_sentence (JkbDoc *doc, guint index, HitsLeft *ends)
{
  JkbSpan span = g_array_index (doc->sentences, JkbSentence, index).span;
  gsize begin = span.begin;
  const JkbHit *hit;

  do
    {
      gsize end = (hit = take_hit (ends, span)) != NULL ? MIN (hit->span.end, span.end) : span.end;

      if (hit != NULL && hit->term->value != JKB_CLAUSE_TERM_END)
        continue;
      if (end > begin)
        add_brackets (doc, add_clause (doc, begin, end, G_MAXUINT, index));
      begin = MAX (begin, end);
    }
  while (hit != NULL);
}

/* ---------------------------------------------------------------- claims */

static gboolean
is_latin_term (const JkbTerm *term)
{
  return g_ascii_isalpha (term->text[0]);
}

/* `No` and `will` in a Japanese sentence are pieces of names. */
static gboolean
is_among_latin (const JkbDoc *doc, JkbSpan span)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize begin = span.begin;

  while (begin > 0 && text.bytes[begin - 1] == ' ')
    begin--;
  return jkb_text_char_before (&text, begin) < 0x80
         && jkb_text_char (&text, jkb_text_skip_blanks (&text, span.end, 2)) < 0x80;
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

gboolean
jkb_doc_is_attribute (const JkbDoc *doc, JkbSpan span)
{
  static const char *const endings[] = { "しておりました", "しております", "されていた", "していた", "された", "されて", "している", "した",
                                         "れた", "った", "んだ", "た", NULL };
  static const char *const heads[]
      = { "事実", "形跡", "痕跡", "可能性", "恐れ", "疑い", "事案", "事件", "問題", "事故", "事態", "懸念", "記録", "後", "際", "場合", "上", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = span.end + jkb_text_take_any (&text, span.end, endings);
  gunichar next = jkb_text_char (&text, at);

  if (span.end == span.begin)
    return FALSE;
  if (at == span.end && jkb_text_take_before (&text, at, "た") == 0)
    return FALSE;
  return (jkb_text_is_kanji (next) || next == 0x300c || next == 0x300e || g_unichar_get_script (next) == G_UNICODE_SCRIPT_KATAKANA
          || g_ascii_isalpha ((char) MIN (next, 0x7f)))
         && jkb_text_take_any (&text, at, heads) == 0;
}

/* 対象外:口座番号, 含まれない情報】住所: a label denies what stands behind it in its line. */
static gboolean
is_label (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const nouns[] = { "の個人情報", "個人情報", "の情報", "情報", "の項目", "項目", "のデータ", "データ", "のもの", "もの", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = hit->span.end + jkb_text_take_any (&text, hit->span.end, nouns);

  return jkb_text_take (&text, at, ":") > 0 || jkb_text_take (&text, at, "】") > 0;
}

/* 住所や、会費を納めていない人のリスト: of whom it is said, that denies nothing farther away. */
static gboolean
is_of_persons (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const persons[] = { "人の", "人が", "人を", "人など", "方の", "方が", "者の", "児童", "生徒", "学生", "顧客", "会員", "患者", "職員", "世帯", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return jkb_text_take_any (&text, hit->span.end, persons) > 0;
}

/* In Japanese the predicate comes last: it denies what comes before it in its clause. In English a
 * negation denies what follows; with its verb (not affected) also a subject just before it. */
static gboolean
denies (const JkbDoc *doc, const JkbHit *hit, JkbSpan span, gsize soft_end)
{
  gboolean is_behind = hit->span.end > span.begin;

  if (is_latin_term (hit->term))
    return is_behind ? strchr (hit->term->text, ' ') != NULL && hit->span.begin < soft_end
                           && hit->span.begin - MIN (span.end, hit->span.begin) < SUBJECT_BYTES_MAX
                     : find_soft_end (doc, hit->span.end, span.begin) == span.begin;
  if (!is_behind)
    return is_label (doc, hit) && jkb_doc_line_at (doc, hit->span.begin) == jkb_doc_line_at (doc, span.begin);
  if (hit->span.begin >= soft_end)
    return FALSE;
  if (is_of_persons (doc, hit) && hit->span.begin > span.end + SAID_OF_BYTES_MAX)
    return FALSE;
  return hit->span.begin < span.end + ATTRIBUTE_BYTES_MAX || !jkb_doc_is_attribute (doc, span);
}

/* 窃取されたとみられる情報が公開され, 漏えいの可能性がある端末から…: what is said to be possible stands before
 * a noun; the predicate behind that noun is not meant. */
static gboolean
is_before_noun (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const endings[] = { "る", "ている", "がある", "のある", "があった", "のあった", NULL };
  static const char *const heads[] = { "事実", "旨", "点", "場合", "状況", "状態", "件", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = hit->span.end + jkb_text_take_any (&text, hit->span.end, endings);

  return at > hit->span.end && jkb_text_is_kanji (jkb_text_char (&text, at)) && jkb_text_take_any (&text, at, heads) == 0;
}

/* Whether @hit says something of what stands at @span: a negation, a request or plan that follows,
 * 可能性 or 再発防止 on either side. What lies within the words themselves (BCCではなく) is part of
 * their meaning. */
static gboolean
governs (const JkbDoc *doc, const JkbHit *hit, JkbSpan span, gsize soft_end)
{
  if (span.end > span.begin && hit->span.begin >= span.begin && hit->span.end <= span.end)
    return FALSE;
  if (is_latin_term (hit->term) && !is_among_latin (doc, hit->span))
    return FALSE;
  switch (claim_of (hit->term))
    {
    case JKB_CLAIM_NEGATED:
      return denies (doc, hit, span, soft_end);
    case JKB_CLAIM_POSSIBLE:
      return hit->span.begin >= span.begin || is_latin_term (hit->term) || !is_before_noun (doc, hit);
    case JKB_CLAIM_PREVENTION:
    case JKB_CLAIM_GENERAL:
      return TRUE;
    default:
      return hit->span.end > span.begin || is_latin_term (hit->term);
    }
}

/* What the words of one clause claim of what stands at @span in it. */
static guint
read_clause (const JkbDoc *doc, guint index, JkbSpan span)
{
  const JkbClause *clause = &g_array_index (doc->clauses, JkbClause, index);
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_CLAIM, clause->span, &n_hits);
  gsize soft_end = find_soft_end (doc, span.begin, clause->span.end);
  guint claims = JKB_CLAIM_NONE;

  for (guint i = 0; i < n_hits; i++)
    if (governs (doc, &hits[i], span, soft_end) && jkb_doc_clause_index_at (doc, hits[i].span.begin) == index)
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

/* A line of a list, or one of text that is no sentence and stands alone. */
static gboolean
is_listed (const JkbDoc *doc, guint index)
{
  const JkbLine *line = &g_array_index (doc->lines, JkbLine, index);
  gsize length = line->text.end - line->text.begin;

  if (line->kind == JKB_LINE_LIST)
    return TRUE;
  return line->kind == JKB_LINE_TEXT && !line->continues && (index == 0 || !line[-1].continues)
         && length <= LISTED_BYTES_MAX && !jkb_doc_ends_sentence (doc, line->text)
         && jkb_text_find (doc->normal->text + line->text.begin, (gssize) length, "。") == NULL;
}

/* A row of a table: cells with bars between them. */
static gboolean
is_row (const JkbDoc *doc, guint index)
{
  JkbSpan text = g_array_index (doc->lines, JkbLine, index).text;

  return memchr (doc->normal->text + text.begin, '|', MIN (text.end - text.begin, ROW_BYTES_MAX)) != NULL;
}

/* 漏えいした項目 | 件数: a head of a table that says what became of the data below it. */
static gboolean
says_what_became (const JkbDoc *doc, guint line)
{
  guint n_exposures, n_claims;

  jkb_doc_hits (doc, JKB_TERM_EXPOSURE, g_array_index (doc->lines, JkbLine, line).text, &n_exposures);
  jkb_doc_hits (doc, JKB_TERM_CLAIM, g_array_index (doc->lines, JkbLine, line).text, &n_claims);
  return n_exposures + n_claims > 0;
}

/* The line that a list line belongs to: the last one before the list in its section, or the heading
 * above it; for the row of a table the head of the table, or what stands above it. Lists are long now
 * and then, so the search is bounded. */
static guint
find_introduction_line (const JkbDoc *doc, guint line)
{
  gboolean is_table = is_row (doc, line);

  for (guint i = line; i-- > 0 && line - i < LIST_LINES_MAX;)
    {
      const JkbLine *above = &g_array_index (doc->lines, JkbLine, i);

      if ((above->kind != JKB_LINE_TEXT && above->kind != JKB_LINE_HEADING) || above->text.end == above->text.begin)
        continue;
      if (!is_table || !is_row (doc, i) || ((i == 0 || !is_row (doc, i - 1)) && says_what_became (doc, i)))
        return i;
    }
  return G_MAXUINT;
}

static guint
find_introduction (const JkbDoc *doc, guint line)
{
  guint above = find_introduction_line (doc, line);

  return above == G_MAXUINT ? above
                            : jkb_doc_sentence_at (doc, g_array_index (doc->lines, JkbLine, above).text.end - 1);
}

/* 口座番号は含まれておりません。 above a list of what got out: it denies what it names itself, not 以下の情報. */
static gboolean
denies_only_its_own (const JkbDoc *doc, JkbSpan introduction)
{
  static const char *const forward[] = { "以下", "次の", "下記", "下表", "右記", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint n_items;

  jkb_doc_hits (doc, JKB_TERM_DATA_ITEM, introduction, &n_items);
  if (n_items == 0 || jkb_text_find (text.bytes + introduction.begin, (gssize) (introduction.end - introduction.begin), "。") == NULL)
    return FALSE;
  for (guint i = 0; forward[i] != NULL; i++)
    if (jkb_text_find (text.bytes + introduction.begin, (gssize) (introduction.end - introduction.begin), forward[i]) != NULL)
      return FALSE;
  return TRUE;
}

static guint
introduction_claims (const JkbDoc *doc, gsize offset)
{
  JkbSpan introduction;

  if (!jkb_doc_introduction (doc, offset, &introduction) || denies_only_its_own (doc, introduction))
    return JKB_CLAIM_NONE;
  return read_clause (doc, jkb_doc_clause_index_at (doc, introduction.end - 1),
                      (JkbSpan){ introduction.begin, introduction.begin })
         & (JKB_CLAIM_NEGATED | JKB_CLAIM_POSSIBLE | JKB_CLAIM_REQUEST);
}

JkbSpan
jkb_doc_rest_of_clause (const JkbDoc *doc, gsize offset)
{
  JkbSpan clause = jkb_doc_clause_at (doc, offset);

  return (JkbSpan){ offset, find_soft_end (doc, offset, clause.end) };
}

gboolean
jkb_doc_introduction (const JkbDoc *doc, gsize offset, JkbSpan *sentence)
{
  guint line = jkb_doc_line_at (doc, offset);
  guint index;

  if (!is_listed (doc, line))
    return FALSE;
  index = find_introduction (doc, line);
  if (index == G_MAXUINT)
    return FALSE;
  *sentence = g_array_index (doc->sentences, JkbSentence, index).span;
  return TRUE;
}

static guint
clause_claims (const JkbDoc *doc, JkbSpan span)
{
  guint index = jkb_doc_clause_index_at (doc, span.begin);
  guint claims = read_clause (doc, index, span);

  /* A bracket without a predicate of its own follows the clause around it. */
  while (claims == JKB_CLAIM_NONE
         && (index = g_array_index (doc->clauses, JkbClause, index).parent) != G_MAXUINT)
    claims = read_clause (doc, index, span);
  return claims;
}

/* 対象外:口座番号, where the label opened a section of its own: what it denies stands behind it in the line. */
static guint
label_claims (const JkbDoc *doc, gsize offset)
{
  JkbSpan label = jkb_doc_section_at (doc, offset)->heading;
  guint n_hits;
  const JkbHit *hits;

  if (label.end <= label.begin || offset < label.end || jkb_doc_line_at (doc, label.begin) != jkb_doc_line_at (doc, offset))
    return JKB_CLAIM_NONE;
  hits = jkb_doc_hits (doc, JKB_TERM_CLAIM, label, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (claim_of (hits[i].term) == JKB_CLAIM_NEGATED)
      return JKB_CLAIM_NEGATED;
  return JKB_CLAIM_NONE;
}

guint
jkb_doc_clause_claims_at (const JkbDoc *doc, gsize offset)
{
  return clause_claims (doc, (JkbSpan){ offset, offset });
}

guint
jkb_doc_claims_at (const JkbDoc *doc, gsize offset)
{
  return jkb_doc_claims_of (doc, (JkbSpan){ offset, offset });
}

guint
jkb_doc_claims_of (const JkbDoc *doc, JkbSpan span)
{
  return clause_claims (doc, span) | introduction_claims (doc, span.begin) | label_claims (doc, span.begin)
         | section_claims (jkb_doc_section_at (doc, span.begin));
}

void
jkb_doc_cut_clauses (JkbDoc *doc)
{
  HitsLeft claims = all_hits (doc, JKB_TERM_CLAIM), ends = all_hits (doc, JKB_TERM_CLAUSE);

  for (guint i = 0; i < doc->sentences->len; i++)
    {
      JkbSentence *sentence = &g_array_index (doc->sentences, JkbSentence, i);
      const JkbHit *hit;

      while ((hit = take_hit (&claims, sentence->span)) != NULL)
        sentence->claims |= claim_of (hit->term);
      cut_sentence (doc, i, &ends);
    }
  if (doc->clauses->len == 0)
    add_clause (doc, 0, doc->normal->n_bytes, G_MAXUINT, 0);
}
