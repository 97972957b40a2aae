/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A contractor or a subsidiary abroad is named for many reasons (the survey was entrusted to one, all
 * of them are to be instructed), so the words count only where the incident is told: in the title, or
 * in a sentence that also has a word of a cause or of exposure, says whose fault it was, or who told of
 * it, and not where the clause denies, asks for or plans something.
 */
#include "extract/jkb-read-circumstances.h"

#include "extract/jkb-text-at.h"

#define PLACES_MAX 3
#define NEAR_BYTES 36          /* twelve characters to the verb */
#define FAR_BYTES 90

static gboolean
has_event_word (const JkbDoc *doc, JkbTermClass term_class, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, term_class, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      const JkbTerm *term = hits[i].term;
      gboolean tells = term_class == JKB_TERM_TYPE ? term->weight >= 2.0
                                                   : term->value <= JKB_EXPOSURE_TERM_LOST
                                                         || term->value
                                                                == JKB_EXPOSURE_TERM_HANDLED
                                                         || term->value == JKB_EXPOSURE_TERM_SENT;

      if (tells && !(jkb_doc_claims_of (doc, hits[i].span) & JKB_CLAIMS_NO_EVENT))
        return TRUE;
    }
  return FALSE;
}

/* 照合の手順が守られていなかった, 提供元から連絡を受け: no word of the incident, yet nothing else is meant. */
static gboolean
tells_of_fault (const JkbDoc *doc, JkbSpan sentence)
{
  static const char *const words[] = { "原因", "ミス", "誤り", "誤って", "手順", "取り違え", "怠", "侵入", "侵害", "攻撃",
                                       "連絡を受け", "報告を受け", "通知を受け", "から連絡", "から報告", "から通知", "からの連絡",
                                       "からの報告", "からの通知", "より連絡", "より報告", "から一報" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (jkb_text_find (doc->normal->text + sentence.begin, (gssize) (sentence.end - sentence.begin), words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
tells_of_event (const JkbDoc *doc, const JkbHit *hit)
{
  gsize offset = hit->span.begin;
  const JkbSection *section = jkb_doc_section_at (doc, offset);
  JkbSpan sentence
      = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, offset)).span;

  if (jkb_doc_claims_at (doc, offset) & JKB_CLAIMS_NO_EVENT)
    return FALSE;
  switch (section->role)
    {
    case JKB_SECTION_TITLE:
      return TRUE;
    case JKB_SECTION_REQUEST:
    case JKB_SECTION_PREVENTION:
    case JKB_SECTION_CONTACT:
    case JKB_SECTION_ABOUT:
      return FALSE;
    default:
      return hit->term->weight >= 1.0 || has_event_word (doc, JKB_TERM_TYPE, sentence)
             || has_event_word (doc, JKB_TERM_EXPOSURE, sentence) || tells_of_fault (doc, sentence);
    }
}

static gboolean
carries (const JkbText *term)
{
  static const char *const carriers[] = { "運送会社", "運送業者", "配送業者", "配送会社", "宅配業者", NULL };

  return jkb_text_take_any (term, 0, carriers) > 0;
}

/* 配送業者が誤って, 運送会社の車から: whoever carries things is named for it everywhere; here it is the one that did it. */
static gboolean
acts (const JkbText *text, gsize at)
{
  static const char *const marks[] = { "が", "で", "の車", "のトラック", "の社員", "の従業員", "のドライバー", "の配達員", "の倉庫", "の営業所", "の担当", "の誤", "の不手際", "のミス", "側", "社員",
                                       "において", "は", "による", "内で", "(", NULL };

  return jkb_text_take_any (text, at, marks) > 0;
}

/* システム会社から知らせを受け, 委託先の業者に送信した, 業者に依頼して: who told of it, to whom something went or who helped, and not
 * where it happened. That a contractor reports tells where, unless it only points something out. */
static gboolean
is_bystander (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const tails[] = { "している会社", "している業者", "している事業者", "していた会社", "していた業者", "していた事業者", "する会社", "する業者", "する事業者",
                                       "した会社", "した業者", "した事業者", "である", "の業者", "の会社", "の事業者", "の担当者", "の社員", "業者", "会社", "様", "等", "など", NULL };
  static const char *const charged[] = { "委託", "受託", "再委託", "業務委託", "外部委託", "提供元", "請け負", "下請", "外注", "指定管理", "委ねて", "利用して", "利用する", NULL };
  static const char *const from[] = { "から", "より", NULL };
  static const char *const to[] = { "に", "へ", NULL };
  static const char *const words[] = { "連絡", "知らせ", "報告", "通報", "通知", "一報", "情報提供", NULL };
  static const char *const helps[] = { "依頼", "持ち込", "相談", "連絡し", "連絡を取", "確認し", "問い合わせ", "修正を", "復旧を", "回収を", "送信し", "送付し", "誤送", "誤って送", "メールを送", "指示し", NULL };
  static const char *const repairs[] = { "回収", "復旧", "調査", "捜索", "修正", "点検", "解析", "捜して", "探して", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  const JkbText term = { hit->term->text, strlen (hit->term->text) };
  gsize clause_end = jkb_doc_clause_at (doc, hit->span.begin).end;
  gsize at = hit->span.end + jkb_text_take_any (&text, hit->span.end, tails), n;

  if (hit->term->value != JKB_CIRCUMSTANCE_CONTRACTOR)
    return FALSE;
  if (jkb_text_holds (&term, 0, term.n_bytes, "に依頼") && jkb_text_holds_any (&text, hit->span.end, MIN (hit->span.end + NEAR_BYTES, clause_end), repairs))
    return TRUE;
  if (carries (&term) && !acts (&text, hit->span.end))
    return TRUE;
  if ((n = jkb_text_take_any (&text, at, from)) > 0)
    return jkb_text_holds (&text, at + n, MIN (at + n + NEAR_BYTES, clause_end), "指摘")
           || (!jkb_text_holds_any (&text, hit->span.begin, hit->span.end, charged) && jkb_text_take_any (&term, 0, charged) == 0
               && jkb_text_holds_any (&text, at + n, MIN (at + n + FAR_BYTES, clause_end), words));
  n = jkb_text_take_any (&text, at, to);
  return n > 0 && jkb_text_holds_any (&text, at + n, MIN (at + n + NEAR_BYTES, clause_end), helps);
}

/* Who is named as the one that works for another tells as much as the words for it do. */
static void
add_named_contractor (JkbItem *item)
{
  const JkbFact *contractor = jkb_item_find (item, JKB_FIELD_CONTRACTOR);

  if (contractor != NULL)
    jkb_item_add (item, jkb_fact_new (JKB_FIELD_CIRCUMSTANCES,
                                      jkb_word_nick (JKB_WORDS_CIRCUMSTANCE, JKB_CIRCUMSTANCE_CONTRACTOR),
                                      contractor->span, "circumstance-contractor", 0.75));
}

void
jkb_read_circumstances (const JkbDoc *doc, JkbItem *item)
{
  guint n_places[JKB_N_CIRCUMSTANCES] = { 0 };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_CIRCUMSTANCE, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      int value = hits[i].term->value;

      if (n_places[value] == PLACES_MAX || is_bystander (doc, &hits[i]) || !tells_of_event (doc, &hits[i]))
        continue;
      n_places[value]++;
      jkb_doc_add (doc, item, jkb_fact_new (JKB_FIELD_CIRCUMSTANCES,
                                            jkb_word_nick (JKB_WORDS_CIRCUMSTANCE, value),
                                            hits[i].span, "circumstance-words",
                                            hits[i].term->weight));
    }
  if (n_places[JKB_CIRCUMSTANCE_CONTRACTOR] == 0)
    add_named_contractor (item);
}
