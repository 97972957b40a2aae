/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a text tells that happened: a sentence in the past that speaks of data of persons and of what went wrong with
 * them, whatever its words. Surveys, advice and rules speak of the same in the present, of nobody, or deny it.
 */
#include "extract/jkb-notice-event.h"

#include "extract/jkb-text-at.h"

#include <string.h>

/* A word that weighs less says little about the sentence it stands in. */
#define OTHER_KIND_WEIGHT 0.7
#define INCIDENT_WEIGHT 0.7

/* From this weight on a word names the cause. */
#define CAUSE_WEIGHT 4.0

/* In company of data of persons a weaker word tells enough: 誤って氏名を印字していた. */
#define MISHAP_WEIGHT 0.5

/* What came of a mail that somebody opened. */
#define LURED_WEIGHT_MIN 2.0

/* Who is told of first stands so near to the beginning of the sentence. */
#define SUBJECT_BYTES 48

static gboolean
holds_type (const JkbDoc *doc, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_TYPE, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->weight >= LURED_WEIGHT_MIN && !(jkb_doc_claims_of (doc, hits[i].span) & JKB_CLAIMS_NO_EVENT))
      return TRUE;
  return FALSE;
}

/* 県を装ったメールの添付ファイルを開き、感染した: what it was that somebody of the house fell for. 社員の端末が感染し、社員を名乗る不審な
 * メールが届いている: what came of it. A sentence that tells so warns of nothing. */
gboolean
jkb_notice_is_lure (const JkbDoc *doc, const JkbHit *hit)
{
  static const char *const falls[] = { "を開き", "を開い", "を開封", "をクリック", "をタップ", "に応じ", "を信じ", "に返信", "に入力", "を入力し", "にだまされ", "に騙され", "にアクセスし", NULL };
  static const char *const ends[] = { "した", "れた", "った", "ました", "ている", "ています", "判明", NULL };
  static const char *const own[] = { "社員の", "職員の", "職員が", "社員が", "教員の", "教諭の", "従業員の", "当社の", "弊社の", "本学の", "当社が", "弊社が", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, jkb_doc_sentence_at (doc, hit->span.begin)).span;

  if (hit->term->value != JKB_NOTICE_TERM_ADVISORY || !jkb_text_holds_any (&text, hit->span.end, sentence.end, ends))
    return FALSE;
  if (jkb_text_holds_any (&text, hit->span.end, sentence.end, falls) && holds_type (doc, sentence))
    return TRUE;
  return jkb_text_holds_any (&text, sentence.begin, hit->span.begin, own) && holds_type (doc, (JkbSpan){ sentence.begin, hit->span.begin });
}

static gboolean
holds_incident (const JkbDoc *doc, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_NOTICE, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_NOTICE_TERM_INCIDENT && hits[i].term->weight >= INCIDENT_WEIGHT
        && !(jkb_doc_claims_of (doc, hits[i].span) & JKB_CLAIMS_NO_EVENT))
      return TRUE;
  return FALSE;
}

/* 県内の不動産会社で, 警備会社の: an organisation of which only the kind is told, as news do. */
static double
points_of_unnamed_actor (const JkbDoc *doc)
{
  static const char *const kinds[] = { "会社", "代理店", "通販サイト", "メーカー", "専門学校", "事業者", "販売店", "病院",
                                       "大学", "組合", "事務所", "企業", "業者", "機関", "自治体", "医院", "施設", "ホテル",
                                       "チェーン", "量販店", "高校", "中学校", "小学校", "銀行", "クリニック", "団体", "法人", "商社",
                                       "ショップ", "サイト", "店", "塾", "教室", "園", "勤務先", "図書館", "美術館", "博物館", "役場", "公社",
                                       "農協", "漁協", "生協", NULL };
  static const char *const particles[] = { "で", "が", "の", "は", "に", "から", NULL };
  static const char *const regions[] = { "県は", "市は", "町は", "村は", "区は", "府は", "都は", "道は", "県の公式", "市の公式", "町の公式", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint n_told = 0;

  for (guint i = 0; i < doc->sentences->len && n_told < 1; i++)
    {
      JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, i).span;

      if (jkb_doc_section_at (doc, sentence.begin)->role == JKB_SECTION_TITLE
          || sentence.end - sentence.begin < 12)
        continue;
      if (!holds_incident (doc, sentence))
        return 0.0;
      n_told++;
      if (jkb_text_take_any (&text, sentence.begin, regions) > 0)
        return 1.0;
      for (gsize at = sentence.begin; at < sentence.end; at = jkb_text_next (&text, at))
        {
          gsize n = jkb_text_take_any (&text, at, kinds);

          if (n > 0 && jkb_text_take_any (&text, at + n, particles) > 0 && jkb_text_take_before (&text, at, "や") == 0)
            return at < sentence.begin + SUBJECT_BYTES ? 1.5 : 1.0;
        }
    }
  return 0.0;
}

static gboolean
holds_other_kind (const JkbDoc *doc, JkbSpan span, gboolean with_events)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_NOTICE, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value >= JKB_NOTICE_TERM_ADVISORY && hits[i].term->weight >= OTHER_KIND_WEIGHT
        && (with_events || hits[i].term->value != JKB_NOTICE_TERM_EVENT) && !jkb_notice_is_lure (doc, &hits[i]))
      return TRUE;
  return FALSE;
}

/* 甲乙市は、…を紛失したと発表した: one sentence tells who says that something went wrong. */
static gboolean
announces_an_incident (const JkbDoc *doc)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, jkb_doc_whole (doc), &n_hits);
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (guint i = 0; i < n_hits; i++)
    {
      JkbSpan span;

      if (hits[i].term->value != JKB_ORG_CUE_TERM_ANNOUNCES
          || jkb_text_is_kanji (jkb_text_char (&text, hits[i].span.end)))
        continue;                       /* 漏えいを公表した企業の株価: said of somebody, not told */
      span = g_array_index (doc->sentences, JkbSentence,
                            jkb_doc_sentence_at (doc, hits[i].span.begin)).span;
      if (holds_incident (doc, span) && !holds_other_kind (doc, span, TRUE))
        return TRUE;
    }
  return FALSE;
}

/* 当社社員のパソコンが感染し、社員を装うメールが…: behind the word for the writer, what happened to the writer, before
 * anything that advice would say. */
static gboolean
tells_own_incident (const JkbDoc *doc)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_NOTICE, jkb_doc_whole (doc), &n_hits);
  gsize own = G_MAXSIZE;

  for (guint i = 0; i < n_hits; i++)
    {
      const JkbTerm *term = hits[i].term;

      if (term->value == JKB_NOTICE_TERM_OWN && term->weight >= INCIDENT_WEIGHT)
        own = hits[i].span.begin;
      else if (term->value >= JKB_NOTICE_TERM_ADVISORY && term->weight >= OTHER_KIND_WEIGHT)
        own = G_MAXSIZE;
      else if (term->value == JKB_NOTICE_TERM_INCIDENT && term->weight >= INCIDENT_WEIGHT && own != G_MAXSIZE
               && jkb_doc_sentence_at (doc, own) == jkb_doc_sentence_at (doc, hits[i].span.begin)
               && !(jkb_doc_claims_of (doc, hits[i].span) & JKB_CLAIMS_NO_EVENT))
        return TRUE;
    }
  return FALSE;
}

/* 同校, 同社: the text goes on about somebody that it named before it was cut. */
static gboolean
goes_on_about_somebody (const JkbDoc *doc)
{
  static const char *const others[]
      = { "社", "校", "院", "大", "市", "町", "県", "組合", "団体", "協会", "センター", "学", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (const char *p = text.bytes; (p = jkb_text_find (p, -1, "同")) != NULL;)
    {
      p += strlen ("同");
      if (jkb_text_take_any (&text, (gsize) (p - text.bytes), others) > 0)
        return TRUE;
    }
  return FALSE;
}

/* Advice says what is and what one does; a notice says what was: 紛失した。 流出していたと, 改ざんされた恐れ, 判明. What stands before a
 * noun, 流出した情報, may be of any time. */
static gboolean
is_past (const JkbDoc *doc, JkbSpan sentence)
{
  static const char *const goes_on[] = { "。", "、", "と", "こと", "ため", "可能", "おそれ", "恐れ", "疑", "問題", "件", "もの", "が", "のは", "ので", "のが", "の。", "のを",
                                         "状態", "状況", "際", "ほか", "」", ")", "ところ", "よう", "模様", "後", "直後", "\n", "場合が", "事案", "事故", "旨", "か", NULL };
  static const char *const nouns[] = { "調査中", "調査を続け", "調べて", "復旧を進め", "判明", "発覚", "発生。", "発生し、", "発生しており", "を確認", "を紛失。", "流出か",
                                       "続いており", "続いている", "発生しております", "発生してしまって", "を受けており", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  const char *begin = text.bytes + sentence.begin, *end = text.bytes + sentence.end;

  for (const char *p = begin; (p = jkb_text_find (p, (gssize) (end - p), "た")) != NULL;)
    {
      p += strlen ("た");
      if (p >= end || jkb_text_take_any (&text, (gsize) (p - text.bytes), goes_on) > 0)
        return TRUE;
    }
  return jkb_text_holds_any (&text, sentence.begin, sentence.end, nouns);
}

static gboolean
holds_any (const JkbDoc *doc, JkbTermClass term_class, JkbSpan span)
{
  guint n_hits;

  jkb_doc_hits (doc, term_class, span, &n_hits);
  return n_hits > 0;
}

static gboolean
holds_data (const JkbDoc *doc, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_COUNT_NOUN, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_COUNT_NOUN_TERM_DATA)
      return TRUE;
  hits = jkb_doc_hits (doc, JKB_TERM_UNIT, span, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_UNIT_TERM_PEOPLE_DATA)
      return TRUE;                      /* 7,214人分 */
  return holds_any (doc, JKB_TERM_DATA_ITEM, span) || holds_any (doc, JKB_TERM_PERSON_DATA, span);
}

static gboolean
is_claimed (const JkbDoc *doc, const JkbHit *hit, double weight_min)
{
  return hit->term->weight >= weight_min && !(jkb_doc_claims_of (doc, hit->span) & JKB_CLAIMS_NO_EVENT);
}

/* A word for data that got out, were lost or handled. */
static gboolean
holds_exposure (const JkbDoc *doc, JkbSpan sentence)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_EXPOSURE, sentence, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    switch (hits[i].term->value)
      {
      case JKB_EXPOSURE_TERM_OUT:
      case JKB_EXPOSURE_TERM_READABLE:
      case JKB_EXPOSURE_TERM_LOST:
      case JKB_EXPOSURE_TERM_HANDLED:
      case JKB_EXPOSURE_TERM_SENT:
        if (is_claimed (doc, &hits[i], MISHAP_WEIGHT))
          return TRUE;
        break;
      default:
        break;
      }
  return FALSE;
}

static gboolean
holds_weak_incident (const JkbDoc *doc, JkbSpan sentence)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_NOTICE, sentence, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_NOTICE_TERM_INCIDENT && is_claimed (doc, &hits[i], MISHAP_WEIGHT))
      return TRUE;
  return FALSE;
}

/* A word that names a cause by itself: 表紙が書き換えられ. */
static gboolean
holds_cause (const JkbDoc *doc, JkbSpan sentence)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_TYPE, sentence, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (is_claimed (doc, &hits[i], CAUSE_WEIGHT))
      return TRUE;
  return FALSE;
}

static void
read_sentence (const JkbDoc *doc, JkbSpan sentence, JkbNoticeEvent *event)
{
  gboolean has_data = holds_data (doc, sentence);
  gboolean has_exposure = holds_exposure (doc, sentence), has_incident = holds_incident (doc, sentence);

  if (!is_past (doc, sentence))
    return;
  event->is_past |= has_data || has_exposure || has_incident || holds_weak_incident (doc, sentence) || holds_any (doc, JKB_TERM_TYPE, sentence);
  /* セミナーの参加者のアドレスが見える形で送信した: where data of persons were exposed, the event is only where they came from. */
  event->is_mishap |= !holds_other_kind (doc, sentence, !(has_data && has_exposure)) && (has_incident || holds_cause (doc, sentence) || (has_data && (has_exposure || holds_weak_incident (doc, sentence))));
}

static gboolean
holds_crime (const JkbDoc *doc, JkbSpan span, JkbCrimeTerm value)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_CRIME, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == (int) value)
      return TRUE;
  return FALSE;
}

/* The sentence with which the text begins below its title. */
static JkbSpan
first_sentence (const JkbDoc *doc)
{
  for (guint i = 0; i < doc->sentences->len; i++)
    {
      JkbSpan span = g_array_index (doc->sentences, JkbSentence, i).span;

      if (jkb_doc_section_at (doc, span.begin)->role != JKB_SECTION_TITLE && span.end - span.begin > SUBJECT_BYTES)
        return span;
    }
  return JKB_SPAN_NONE;
}

/* 偽サイトを開いたとして、無職の男を逮捕した: the first sentence charges somebody, and nothing concerns the staff, the systems or
 * the customers of a house. The site that was copied, the service whose accounts were used, the town he lives in are not
 * where it happened. */
static gboolean
charges_a_stranger (const JkbDoc *doc, JkbSpan first)
{
  return holds_crime (doc, first, JKB_CRIME_TERM_CHARGE)
         && !holds_crime (doc, jkb_doc_whole (doc), JKB_CRIME_TERM_HOUSE);
}

void
jkb_notice_event_read (const JkbDoc *doc, JkbNoticeEvent *event)
{
  JkbSpan first = first_sentence (doc);

  *event = (JkbNoticeEvent){ .announces = announces_an_incident (doc), .is_own = tells_own_incident (doc),
                             .goes_on = goes_on_about_somebody (doc), .unnamed = points_of_unnamed_actor (doc),
                             .is_of_a_stranger = charges_a_stranger (doc, first) };
  read_sentence (doc, first, event);
  event->leads = event->is_mishap;
  for (guint i = 0; i < doc->sentences->len && !(event->is_past && event->is_mishap); i++)
    {
      JkbSpan span = g_array_index (doc->sentences, JkbSentence, i).span;

      if (jkb_doc_section_at (doc, span.begin)->role != JKB_SECTION_TITLE)
        read_sentence (doc, span, event);
    }
}
