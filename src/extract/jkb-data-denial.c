/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether the text denies that data were exposed. In Japanese the denial comes last, and often it is
 * about another matter than the data told of before it: 氏名が流出しており悪用は確認されていない. So a denial does
 * not reach data that a plain statement, or the topic of the sentence, has told of before.
 */
#include "extract/jkb-data-denial.h"

#include "extract/jkb-data-use.h"
#include "extract/jkb-text-at.h"

#define NAMED 0.6               /* beside words for data of persons: less than FAIR, more than WEAK */

static double
weigh_term (const JkbTerm *term)
{
  switch (term->value)
    {
    case JKB_EXPOSURE_TERM_OUT:
    case JKB_EXPOSURE_TERM_READABLE:
    case JKB_EXPOSURE_TERM_LOST:
    case JKB_EXPOSURE_TERM_HANDLED:
    case JKB_EXPOSURE_TERM_SENT:
      return JKB_DATA_STRONG;
    case JKB_EXPOSURE_TERM_CONTENT:
      return JKB_DATA_FAIR;
    case JKB_EXPOSURE_TERM_KEPT:
      return JKB_DATA_WEAK;
    default:
      return 0.0;
    }
}

double
jkb_data_weigh_company (const JkbDoc *doc, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_EXPOSURE, span, &n_hits);
  double best = 0.0;

  for (guint i = 0; i < n_hits; i++)
    best = MAX (best, weigh_term (hits[i].term));
  jkb_doc_hits (doc, JKB_TERM_PERSON_DATA, span, &n_hits);
  return n_hits > 0 ? MAX (best, NAMED) : best;
}

/* 流出は, 影響も, 対象では: a particle that opens no subject of its own. */
static gboolean
is_of_denial (const JkbText *text, gsize at)
{
  static const char *const nouns[] = { "流出", "漏えい", "漏洩", "影響", "事実", "可能性", "恐れ", "おそれ", "被害", "痕跡", "形跡", "対象", "関係",
                                       "本件", "今回", "懸念", "心配", "該当", "で", "と", "に", "て", NULL };

  return jkb_text_take_any_before (text, at, nouns) > 0;
}

/* Whether @span names what it speaks of, and not only the leak that it denies. */
static gboolean
has_subject (const JkbDoc *doc, JkbSpan span)
{
  static const char *const subjects[] = { "は", "が", "も", "を", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (gsize at = span.begin; at < span.end; at = jkb_text_next (&text, at))
    if (jkb_text_take_any (&text, at, subjects) > 0 && !is_of_denial (&text, at))
      return TRUE;
  return FALSE;
}

/* What follows @offset: the rest of its clause behind a conjunction, or else the next clause of @sentence. */
static JkbSpan
find_next_part (const JkbDoc *doc, gsize offset, JkbSpan sentence)
{
  JkbSpan clause = jkb_doc_clause_at (doc, offset);
  gsize soft_end = jkb_doc_rest_of_clause (doc, offset).end;

  if (soft_end < clause.end)
    return (JkbSpan){ soft_end, clause.end };
  return clause.end < sentence.end ? jkb_doc_clause_at (doc, clause.end) : (JkbSpan){ sentence.end, sentence.end };
}

/* カード番号は決済会社が管理しており、流出していない: what one part of the sentence is about, the next one denies, if it
 * names nothing else and nothing happened to it here. */
static gboolean
is_denied_behind (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const topics[] = { "は", NULL };
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, hit->span.begin)).span;
  JkbSpan next = find_next_part (doc, hit->span.end, sentence);
  JkbSpan first = { hit->span.end, next.begin };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  if (next.end <= next.begin || !jkb_text_holds_any (&text, first.begin, first.end, topics))
    return FALSE;
  return (jkb_doc_clause_claims_at (doc, next.begin) & JKB_CLAIM_NEGATED) && !has_subject (doc, next)
         && jkb_data_weigh_company (doc, first) < JKB_DATA_FAIR;
}

/* カード番号の流出が懸念されたが、会社側は含まれずと説明: what was feared for and not confirmed. */
static gboolean
is_feared_only (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const fears[] = { "懸念され", "心配され", "危惧され", "不安視され", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan clause = jkb_doc_clause_at (doc, hit->span.begin);
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, hit->span.begin)).span;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_CLAIM, (JkbSpan){ clause.end, MAX (clause.end, sentence.end) }, &n_hits);

  if (!jkb_text_holds_any (&text, hit->span.end, clause.end, fears))
    return FALSE;
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_CLAIM_TERM_NEGATED)
      return TRUE;
  return FALSE;
}

/* が流出, を紛失し, 閲覧でき: words of what happened that are a predicate here, and no attribute of the noun behind them
 * (記載された書類) nor a part of what is denied (の流出や, 流出したとの). */
static gboolean
is_predicate (const JkbDoc *doc, const JkbHit *exposure)
{
  static const char *const marks[] = { "が", "を", "も", "は", "に", NULL };
  static const char *const endings[] = { "ている", "ていた", "ていて", "ており", "ております", "された", "され", "した", "し", "る", "た", "て", NULL };
  static const char *const heads[] = { "可能性", "恐れ", "疑い", "状態", "状況", "懸念", "模様", "一方", "後", "際", "上", NULL };
  static const char *const open_tails[]
      = { "という", "との", "といった", "とする", "とは", "こと", "もの", "か", "ような", "形跡", "痕跡", "事実", "証拠", "記録", "兆候", NULL };
  static const char *const facts[] = { "ことが", "ことを公表", "ことを発表", "ことを明らか", "というが", "とのことで", "とのことだ", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan span = exposure->span;
  gsize at = span.end + jkb_text_take_any (&text, span.end, endings);
  gunichar last = jkb_text_char_before (&text, at);

  if (jkb_text_is_kanji (last) && jkb_text_take_any_before (&text, span.begin, marks) == 0)
    return FALSE;
  if (jkb_text_take_any (&text, at, facts) > 0)
    return TRUE;
  if (jkb_text_take_any (&text, at, open_tails) > 0)
    return FALSE;
  if (last != 0x308b && last != 0x305f && last != 0x3080)
    return TRUE;
  return jkb_text_take_any (&text, at, heads) > 0
         || !(jkb_text_is_kanji (jkb_text_char (&text, at)) || g_unichar_get_script (jkb_text_char (&text, at)) == G_UNICODE_SCRIPT_KATAKANA);
}

/* 悪用, 口座番号の流出: what a denial is about when it names a matter of its own. */
static gboolean
has_own_matter (const JkbDoc *doc, JkbSpan span)
{
  static const char *const harms[] = { "不正利用", "不正に利用", "不正使用", "不正に使用", "悪用", "二次被害", "被害", "なりすまし", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint n_items;

  jkb_doc_hits (doc, JKB_TERM_DATA_ITEM, span, &n_items);
  return n_items > 0 || jkb_text_holds_any (&text, span.begin, span.end, harms) || has_subject (doc, span);
}

/* 流出したのは氏名、住所…: the topic before the list says what happened to it. */
static gboolean
is_told_before (const JkbDoc *doc, gsize begin, gsize end)
{
  static const char *const topics[] = { "のは", "情報は", "項目は", "内容は", "データは", "ものは", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_EXPOSURE, (JkbSpan){ begin, end }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (weigh_term (hits[i].term) >= JKB_DATA_FAIR && !jkb_text_is_kanji (jkb_text_char_before (&text, hits[i].span.end))
        && jkb_text_holds_any (&text, hits[i].span.end, end, topics)
        && jkb_doc_rest_of_clause (doc, hits[i].span.end).end >= end)
      return TRUE;
  return FALSE;
}

/* 口座番号は, 口座番号の流出は: what stands before @at is itself what is spoken of. */
static gboolean
is_subject (const JkbDoc *doc, gsize at)
{
  static const char *const particles[] = { "は", "が", "も", "を", NULL };
  static const char *const tails[] = { "などの", "などに", "など", "等の", "等", "に", "の", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize end = at + jkb_text_take_any (&text, at, tails);

  return jkb_text_take_any (&text, at, particles) > 0 || jkb_text_take_any (&text, end, particles) > 0
         || (jkb_text_take_before (&text, end, "の") > 0 && !jkb_text_is_digit (&text, end));
}

/* 氏名、住所が流出しており悪用は確認されていない: the denial comes behind a plain statement and has a matter of its own. */
static gboolean
is_told_first (const JkbDoc *doc, const JkbHit *hit)
{
  JkbSpan clause = jkb_doc_clause_at (doc, hit->span.begin);
  guint n_claims, n_hits;
  const JkbHit *claims = jkb_doc_hits (doc, JKB_TERM_CLAIM, (JkbSpan){ hit->span.end, clause.end }, &n_claims);
  const JkbHit *denial = NULL, *hits;

  for (guint i = 0; i < n_claims && denial == NULL; i++)
    if (claims[i].term->value == JKB_CLAIM_TERM_NEGATED)
      denial = &claims[i];
  if (denial == NULL)
    return FALSE;
  if (is_told_before (doc, clause.begin, hit->span.begin) && !is_subject (doc, jkb_data_list_end (doc, hit)) && has_own_matter (doc, (JkbSpan){ jkb_data_list_end (doc, hit), denial->span.begin }))
    return TRUE;
  hits = jkb_doc_hits (doc, JKB_TERM_EXPOSURE, (JkbSpan){ hit->span.end, denial->span.begin }, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (weigh_term (hits[i].term) >= JKB_DATA_FAIR && hits[i].span.end <= denial->span.begin && is_predicate (doc, &hits[i])
        && has_own_matter (doc, (JkbSpan){ hits[i].span.end, denial->span.begin }))
      return TRUE;
  return FALSE;
}

guint
jkb_data_claims_of (const JkbDoc *doc, const JkbHit *hit)
{
  guint claims = jkb_doc_claims_at (doc, hit->span.begin);

  if (is_denied_behind (doc, hit) || is_feared_only (doc, hit))
    claims |= JKB_CLAIM_NEGATED;
  if ((claims & JKB_CLAIM_NEGATED) && is_told_first (doc, hit))
    claims &= ~(guint) JKB_CLAIM_NEGATED;
  return claims;
}
