/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What happened on a date. In this order:
 *
 *   - a date alone on a line is that of the notice
 *   - words in front that name it: 発生日時 2024年1月5日
 *   - a report to an authority, the authority on either side: 個人情報保護委員会に1月9日報告
 *   - the two ends of a range: from when to when it lasted, unless the words behind tell of something
 *     that lasts of itself (membership, office hours)
 *   - the topic pattern of news, X社は7月7日、…を受けたと発表した: the verb that ends the sentence
 *   - the first verb behind the date and before the next one: 1月5日に…判明
 */
#include "extract/jkb-date-roles.h"

#include <string.h>

#include "extract/jkb-date-english.h"
#include "extract/jkb-date-noun.h"
#include "extract/jkb-date-press.h"
#include "extract/jkb-date-roles-private.h"

#define N_LABEL 36                      /* bytes between a label and its date */
#define N_DIRECT 12                     /* bytes between a day and the verb right behind it */
#define EARLIER_WEIGHT 0.6              /* of an announcement before the one that the text is about */
#define INCIDENT_WEIGHT 0.8             /* of a word that tells by itself that something went wrong */

/* ---------------------------------------------------------------- verbs */

/* 5月6日のことで, 5月6日。, 5月6日だった; but 3月に受け付けた書類. */
static gboolean
is_predicate (const JkbDatePlaces *self, gsize at)
{
  static const char *const times[] = { "午前", "午後", "時", "分", "半", "頃", "ごろ", " ", NULL };
  static const char *const ends[] = { "。", "の", "だ", "で", "と", "、", "(", NULL };

  for (gsize n = 1; n > 0; at += n)
    n = jkb_text_is_digit (&self->text, at) ? 1 : jkb_text_take_any (&self->text, at, times);
  return jkb_text_take_any (&self->text, at, ends) > 0;
}

/* 連絡を受け|たのは: word that came is how it was found. */
static gboolean
is_behind_word_received (const JkbText *text, gsize at)
{
  static const char *const words[] = { "連絡を受け", "通報を受け", "指摘を受け", "報告を受け", "通知を受け", "相談を受け", "申告を受け", "知らせを受け", "情報提供を受け", "連絡があっ",
                                       "通報があっ", "指摘があっ", "申告があっ", "相談があっ", "問い合わせがあっ", NULL };

  return jkb_text_take_any_before (text, at, words) > 0;
}

/* 判明したのは5月6日のことで: the verb of a cleft sentence stands in front, whatever follows. */
static gboolean
read_cleft (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  static const char *const clefts[] = { "たのは", "たのが", "た日は", "た時期は", NULL };
  gsize begin = place->match->span.begin;
  JkbSpan before = { MAX (place->sentence.begin, begin > N_LABEL * 2 ? begin - N_LABEL * 2 : 0), begin };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_DATE_ROLE, before, &n_hits);
  gsize cleft = 0;

  begin -= jkb_text_take_before (&self->text, begin, "、");
  for (guint i = 0; cleft == 0 && clefts[i] != NULL; i++)
    cleft = jkb_text_take_before (&self->text, begin, clefts[i]);
  if (cleft > 0 && is_behind_word_received (&self->text, begin - cleft) && is_predicate (self, place->match->end))
    {
      *reading = jkb_date_read_as (JKB_DATE_DISCOVERED, 0.85, "date-before");
      return TRUE;
    }
  while (n_hits > 0 && hits[n_hits - 1].span.end > begin)
    n_hits--;
  if (cleft == 0 || !is_predicate (self, place->match->end))
    return FALSE;
  if (n_hits == 0)
    {                                   /* 最後に見たのは4月14日、紛失に気付いたのは…: no verb behind is that of the day */
      *reading = jkb_date_read_as (JKB_DATE_OTHER, 0.6, "date-before");
      return TRUE;
    }
  *reading = jkb_date_read_as ((JkbDateRole) hits[n_hits - 1].term->value, 0.85 * hits[n_hits - 1].term->weight,
                               "date-before");
  return TRUE;
}

/* 見られる状態だったのは3月から翌年4月までの約1年で: the same of both ends of a range. */
static gboolean
read_range_cleft (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  static const char *const clefts[] = { "たのは", "たのは、", "た期間は", "た期間は、", NULL };
  static const char *const ends[] = { "まで。", "までの約", "までの間", "まで、", "までだ", "までで", "の約", "の間", "。", "です", "でし", "だっ", "で、", "とみ", NULL };
  guint from = place->index - (place->match->flags & JKB_DATE_RANGE_TO && place->index > 0 ? 1 : 0);
  gsize begin = self->matches[from].span.begin;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_DATE_ROLE, (JkbSpan){ begin > N_LABEL ? begin - N_LABEL : 0, begin }, &n_hits);

  if (!(self->matches[from].flags & JKB_DATE_RANGE_FROM) || from + 1 >= self->n_matches
      || jkb_text_take_any_before (&self->text, begin, clefts) == 0 || jkb_text_take_any (&self->text, self->matches[from + 1].end, ends) == 0
      || n_hits == 0 || hits[n_hits - 1].term->value != JKB_DATE_BEGAN)
    return FALSE;
  *reading = jkb_date_read_as (from == place->index ? JKB_DATE_BEGAN : JKB_DATE_ENDED, 0.85, "date-before");
  return TRUE;
}

/* 異常を検知した5月13日に停止した: the verb that describes the day tells what it is. */
static gboolean
read_described (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  gsize begin = place->match->span.begin;
  static const char *const guesses[] = { "とみられる", "と見られる", "とされる", "と思われる", "と考えられる", "と推定される", NULL };
  JkbSpan before;
  guint n_hits;
  const JkbHit *hits;

  begin -= jkb_text_take_any_before (&self->text, begin, guesses);
  before = (JkbSpan){ begin > N_LABEL ? begin - N_LABEL : 0, begin };
  hits = jkb_doc_hits (self->doc, JKB_TERM_DATE_ROLE, before, &n_hits);
  if (!jkb_text_take_before (&self->text, begin, "た"))
    return FALSE;
  for (; n_hits > 0; n_hits--)
    {
      const JkbHit *hit = &hits[n_hits - 1];

      if (hit->span.end > begin || hit->span.end + strlen ("した") < begin)
        continue;
      if (hit->term->value != JKB_DATE_DISCOVERED && hit->term->value != JKB_DATE_BEGAN)
        return FALSE;
      *reading = jkb_date_read_as ((JkbDateRole) hit->term->value, 0.85 * hit->term->weight, "date-before");
      return TRUE;
    }
  return FALSE;
}

/* 4月16日、担当者が誤って全員の宛先を見える形で送り: no verb that dates know, but something that went wrong. */
static JkbDateReading
read_incident (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  JkbSpan behind = { place->match->end, place->stretch.end };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_NOTICE, behind, &n_hits);

  if (place->match->written.day == 0 || place->match->flags & (JKB_DATE_SINCE | JKB_DATE_UNTIL))
    return JKB_DATE_NO_READING;
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_NOTICE_TERM_INCIDENT && hits[i].term->weight >= INCIDENT_WEIGHT
        && !jkb_doc_is_attribute (self->doc, hits[i].span)
        && !(jkb_doc_claims_of (self->doc, hits[i].span) & JKB_CLAIMS_NO_EVENT))
      return jkb_date_read_as (JKB_DATE_BEGAN, 0.6, "date-incident");
  return JKB_DATE_NO_READING;
}

/* 23日になって、17日に侵入されていたことを確認した: the day in front is that of the finding, the one within of what was found. */
static gboolean
takes_in_clause (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *last)
{
  static const char *const ties[] = { "に、", "になって", "になり、", "、", NULL };
  static const char *const looks[] = { "確かめたところ", "確認したところ", "調べたところ", "点検したところ", "調査したところ", "照合したところ", "数えたところ", NULL };
  static const char *const clauses[] = { "ことを", "ことが", "ことに", "たのを", "たのに", "たと", "事実が", "事実を", NULL };

  if (last->term->value != JKB_DATE_DISCOVERED)
    return FALSE;
  if (jkb_text_take_any (&self->text, place->match->end, ties) > 0 && jkb_text_take_any_before (&self->text, last->span.begin, clauses) > 0)
    return TRUE;
  for (gsize at = place->match->end; at < place->stretch.end; at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, looks) > 0)
      return TRUE;                      /* 8月4日に書類を確かめたところ、…6月に受け付けた控えが見つからなかった */
  return FALSE;
}

/* 4月14日、窓口で手渡した書類が別人のものであった: no other verb, and something was wrong with what was handed over. */
static gboolean
hands_over_wrong_thing (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const wrongs[] = { "別人", "別の", "他人", "他の", "ほかの", "誤っ", "誤り", "間違", "異な", "取り違", "混入", "混ざ", "紛れ", NULL };

  for (guint i = 0; i < place->n_cues; i++)
    if (place->cues[i].term->value != JKB_DATE_BEGAN || place->cues[i].term->weight < JKB_DATE_PLACE_BARE_WEIGHT
        || !jkb_doc_is_attribute (self->doc, place->cues[i].span))
      return FALSE;
  for (gsize at = place->stretch.begin; place->n_cues > 0 && at < place->stretch.end; at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, wrongs) > 0)
      return TRUE;
  return FALSE;
}

/* 2月20日に、12月までに手続きを終えた方へ送信した: no verb of its own before the next date, so the last one. */
static JkbDateReading
read_rest (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbHit *last = jkb_date_find_last_cue (self, place);

  if (place->n_cues == 0 && last == NULL)
    return read_incident (self, place);
  if (hands_over_wrong_thing (self, place))
    return jkb_date_read_as (JKB_DATE_BEGAN, 0.62, "date-rest");
  if (place->n_cues == 0 && !place->is_last && takes_in_clause (self, place, last))
    return jkb_date_read_as (JKB_DATE_DISCOVERED, 0.8, "date-rest");
  if (place->is_last || place->n_cues > 0 || last == NULL || last->term->weight < JKB_DATE_PLACE_BARE_WEIGHT
      || (last->term->value != JKB_DATE_BEGAN && last->term->value != JKB_DATE_RESPONSE))
    return JKB_DATE_NO_READING;
  return jkb_date_read_as ((JkbDateRole) last->term->value, 0.62, "date-rest");
}

/* 紛失したのは1月5日: the verb stands in front. */
static JkbDateReading
read_before (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  gsize begin = place->match->span.begin;
  JkbSpan before = { MAX (place->sentence.begin, begin > N_LABEL * 2 ? begin - N_LABEL * 2 : 0), begin };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_DATE_ROLE, before, &n_hits);

  while (n_hits > 0 && hits[n_hits - 1].span.end > begin)
    n_hits--;
  begin -= jkb_text_take_before (&self->text, begin, "、");
  if (n_hits == 0 || !jkb_text_take_before (&self->text, begin, "は")
      || begin - hits[n_hits - 1].span.end > N_LABEL
      || jkb_text_holds (&self->text, hits[n_hits - 1].span.end, begin, "、"))
    return read_rest (self, place);
  return jkb_date_read_as ((JkbDateRole) hits[n_hits - 1].term->value, 0.75 * hits[n_hits - 1].term->weight,
                  "date-before");
}

/* …使ったのが最後で、6月6日に: the clause before has its verb. */
static gboolean
closes_with_verb (const JkbText *text, gsize comma)
{
  static const char *const particles[] = { "から", "より", "へ", "に", "を", "は", "も", "と", "の", NULL };

  if (jkb_text_take_any_before (text, comma, particles) > 0)
    return FALSE;
  return g_unichar_get_script (jkb_text_char_before (text, comma)) == G_UNICODE_SCRIPT_HIRAGANA;
}

/* 1月5日には利用者から、1月6日には銀行から連絡があった: one verb for both. */
static gboolean
is_parallel (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  guint next = jkb_date_places_next_apart (self, place->index);

  if (next < self->n_matches && place->n_cues == 0 && jkb_text_take (&self->text, place->match->end, "と") > 0
      && self->matches[next].span.begin == place->match->end + strlen ("と"))
    return TRUE;                        /* 1月と2月に公表した */
  return place->n_cues == 0 && !place->is_last && next < self->n_matches
         && jkb_text_take (&self->text, place->match->end, "には")
                == jkb_text_take (&self->text, self->matches[next].end, "には")
         && (jkb_text_take (&self->text, place->match->end, "には")
             || (jkb_text_take (&self->text, place->match->end, "に")
                 && jkb_text_take_before (&self->text, self->matches[next].span.begin, "、")
                 && !closes_with_verb (&self->text, self->matches[next].span.begin - strlen ("、"))
                 && jkb_text_take (&self->text, self->matches[next].end, "に")));
}

/* 1月17日、送信した相手に削除を依頼した: what only tells to whom is not what was done that day. */
static gboolean
answers_to (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *first)
{
  if (!jkb_doc_is_attribute (self->doc, first->span) || jkb_date_tells_of_noun (self, place, first))
    return FALSE;
  for (guint i = 1; i < place->n_cues; i++)
    if (place->cues[i].term->value != JKB_DATE_OTHER && place->cues[i].span.begin > first->span.begin)
      return place->cues[i].term->value == JKB_DATE_RESPONSE
             || (place->cues[i].term->value == JKB_DATE_ANNOUNCED
                 && place->cues[i].term->weight < JKB_DATE_PLACE_ANNOUNCED_WEIGHT);
  return FALSE;
}

/* システムが1月13日に停止した, 1月13日、システムが停止した: nobody stopped it. */
static gboolean
stopped_by_itself (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *first)
{
  gsize begin = place->match->span.begin - jkb_text_take_before (&self->text, place->match->span.begin, "、");

  if (first->term->value != JKB_DATE_RESPONSE || jkb_text_take (&self->text, first->span.begin, "停止し") == 0)
    return FALSE;
  return jkb_text_take_before (&self->text, first->span.begin, "が") > 0
         || (first->span.begin <= place->match->end + N_DIRECT && jkb_text_take_before (&self->text, begin, "が") > 0);
}

/* 緑川市は7月10日、名簿を漏らしたとして職員を停職とした: the day is that on which it was answered, not that of the deed. */
static gboolean
is_day_of_penalty (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *deed)
{
  const JkbHit *last = jkb_date_find_last_cue (self, place);
  gsize begin = place->match->span.begin;

  begin -= jkb_text_take_before (&self->text, begin, "、");
  return last != NULL && last->term->value == JKB_DATE_DECOY && last->span.begin > deed->span.end
         && jkb_date_places_has_comma (self, place->match->end) && jkb_text_take_before (&self->text, begin, "は") > 0
         && g_strstr_len (self->text.bytes + deed->span.end, (gssize) (last->span.begin - deed->span.end), "として") != NULL;
}

static JkbDateReading
read_verb (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbHit *first = jkb_date_places_first_cue (self, place);

  if (is_parallel (self, place))
    {
      JkbDatePlace next = jkb_date_places_get (self, jkb_date_places_next_apart (self, place->index));

      first = jkb_date_places_first_cue (self, &next);
      return first != NULL ? jkb_date_read_as ((JkbDateRole) first->term->value, 0.85 * first->term->weight, "date-verb")
                           : JKB_DATE_NO_READING;
    }
  if (jkb_date_is_share (self, place->match->end))
    return jkb_date_read_as (JKB_DATE_DECOY, 0.8, "date-verb");
  if (jkb_text_take (&self->text, place->match->end, "付「")
      || jkb_text_take (&self->text, place->match->end, "付け「"))
    return jkb_date_read_as (JKB_DATE_ANNOUNCED, 0.75, "date-verb");
  if (place->match->flags & (JKB_DATE_SINCE | JKB_DATE_UNTIL) || jkb_text_take (&self->text, place->match->end, "にかけ") > 0)
    return jkb_date_read_since (self, place, first);
  if (first == NULL)
    return read_before (self, place);
  if (is_day_of_penalty (self, place, first))
    return jkb_date_read_as (JKB_DATE_DECOY, 0.8, "date-penalty");
  if (jkb_date_tells_which_thing (self, place, first))
    return jkb_date_read_as (JKB_DATE_OTHER, 0.6, "date-thing");
  if (first->term->value == JKB_DATE_BEGAN && answers_to (self, place, first))
    return jkb_date_read_as (JKB_DATE_RESPONSE, 0.75, "date-verb");
  if (first->term->value == JKB_DATE_BEGAN)
    return jkb_date_read_event (self, place, first);
  if (first->term->value == JKB_DATE_DISCOVERED)
    return jkb_date_read_discovery (self, place, first);
  if (first->term->value == JKB_DATE_ANNOUNCED && first->term->weight < JKB_DATE_PLACE_ANNOUNCED_WEIGHT)
    return jkb_date_read_as (JKB_DATE_RESPONSE, 0.7, "date-verb");      /* 謝罪した, not as the topic of news */
  if (first->term->value == JKB_DATE_ANNOUNCED && jkb_date_is_of_paper (self, place))
    return JKB_DATE_NO_READING;
  if (first->term->value == JKB_DATE_REPORTED_PPC)
    return jkb_date_read_as (JKB_DATE_OTHER, 0.6, "date-verb");
  if (stopped_by_itself (self, place, first))
    return jkb_date_read_as (JKB_DATE_BEGAN, 0.75, "date-verb");
  return jkb_date_read_as ((JkbDateRole) first->term->value, 0.88 * first->term->weight, "date-verb");
}

/* Of several dates that share a verb the first is the beginning and the last the end. */
static void
spread_list (const JkbDatePlaces *self, guint index, JkbDateReading *readings)
{
  guint end = jkb_date_places_next_apart (self, index);

  for (guint i = index + 1; i < end; i++)
    if (self->matches[i].flags & JKB_DATE_RANGE_TO)
      return;
  if (readings[index].role != JKB_DATE_BEGAN || end - index < 2
      || (index > 0 && jkb_date_places_next_apart (self, index - 1) == end))
    return;
  for (guint i = index + 1; i < end; i++)
    readings[i].role = i + 1 == end ? JKB_DATE_ENDED : JKB_DATE_OTHER;
}

/* 8月5日に名簿を送った際、および8月12日に追って送った際: what happened again on a later day ended on it. */
static void
spread_pair (const JkbDatePlaces *self, guint index, JkbDateReading *readings)
{
  static const char *const ties[] = { "および", "及び", "並びに", "ならびに", "さらに", "また", "再び", NULL };
  gsize begin = self->matches[index].span.begin;

  if (index == 0 || readings[index].role != JKB_DATE_BEGAN || readings[index - 1].role != JKB_DATE_BEGAN
      || (self->matches[index].flags | self->matches[index - 1].flags) & (JKB_DATE_SINCE | JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO)
      || jkb_doc_sentence_at (self->doc, begin) != jkb_doc_sentence_at (self->doc, self->matches[index - 1].span.begin))
    return;
  while (begin > 0 && self->text.bytes[begin - 1] == ' ')
    begin--;
  begin -= jkb_text_take_before (&self->text, begin, "、");
  for (guint i = 0; ties[i] != NULL; i++)
    if (jkb_text_take_before (&self->text, begin, ties[i]) > 0)
      {
        readings[index].role = JKB_DATE_ENDED;
        return;
      }
}

/* 6月20日に発生した改ざんは、…今回の流出とは無関係だ: what happened that day is another matter. */
static gboolean
is_unrelated (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const words[] = { "とは無関係", "と無関係", "との関連はな", "との関連性はな", "とは関係な", "との関係はな", "とは別の事案", "とは別の事件", "とは別件", NULL };

  return jkb_text_holds_any (&self->text, place->match->end, place->stretch.end, words);
}

/* What is planned is told behind the verb: 公表する予定; 入学予定者に送信した happened. */
static gboolean
happened (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbHit *verb = jkb_date_find_last_cue (self, place);
  gsize at = verb != NULL ? verb->span.begin : place->match->span.begin;
  guint claims = jkb_doc_clause_claims_at (self->doc, at);

  return (claims & (JKB_CLAIM_PLANNED | JKB_CLAIM_GENERAL)) == 0;
}

/* X社は11月12日、10月2日に公表した流出をめぐり追加の被害を発表した: the days of what was told before stand behind the day of this. */
static JkbDateReading
settle_earlier (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading reading)
{
  if (reading.role == JKB_DATE_ANNOUNCED && jkb_date_is_of_other_case (self, place))
    return jkb_date_read_as (JKB_DATE_OTHER, 0.6, "date-earlier");
  if (reading.role == JKB_DATE_ANNOUNCED && jkb_date_is_of_earlier (self, place))
    reading.confidence *= EARLIER_WEIGHT;
  return reading;
}

static JkbDateReading
read_role (const JkbDatePlaces *self, guint index)
{
  JkbDatePlace place = jkb_date_places_get (self, index);
  JkbDateReading reading;

  if (place.match->written.month == 0 && place.match->month_base == JKB_DATE_BASE_NONE
      && place.match->day_base == JKB_DATE_BASE_NONE && !(place.match->flags & JKB_DATE_PERIOD)
      && jkb_text_take (&self->text, place.match->end, "の"))
    return JKB_DATE_NO_READING;         /* 令和5年の選挙 */
  if (place.match->written.month == 0 && jkb_text_take (&self->text, jkb_text_skip_blanks (&self->text, place.match->end, 2), ">"))
    return jkb_date_read_as (JKB_DATE_OTHER, 0.7, "date-path");          /* 報道資料 > 2031年 > 誤送信について */
  if (jkb_text_take (&self->text, place.match->end, "にも") && !(place.match->flags & JKB_DATE_RANGE_TO))
    return jkb_date_read_as (JKB_DATE_OTHER, 0.7, "date-earlier");      /* 2023年4月にも狙われた */
  if (jkb_date_is_of_gathering (self, &place))
    return jkb_date_read_as (JKB_DATE_DECOY, 0.8, "date-thing");
  if (jkb_text_take_before (&self->text, place.match->span.begin, "報(") && jkb_text_take (&self->text, place.match->end, ")"))
    return jkb_date_read_as (JKB_DATE_OTHER, 0.7, "date-earlier");      /* 第2報(1月19日)に続き */
  if (place.match->year_base == JKB_DATE_BASE_WRITING && place.match->year_offset > 0)
    return jkb_date_read_as (JKB_DATE_DECOY, 0.8, "date-planned");      /* 来年1月に開く */

  if (jkb_date_read_news (self, &place, &reading) || jkb_date_read_label (self, &place, &reading)
      || jkb_date_read_line (self, &place, &reading))
    return reading;
  if (place.match->flags & JKB_DATE_PERIOD)
    return jkb_date_read_as (JKB_DATE_DECOY, 0.9, "date-period");
  if (jkb_date_is_year_of_thing (self, place.match))
    return jkb_date_read_as (JKB_DATE_DECOY, 0.8, "date-period");
  if (jkb_date_is_known_to_press (self, &place))
    return jkb_date_read_as (JKB_DATE_OTHER, 0.7, "date-press");
  if (read_range_cleft (self, &place, &reading) || read_cleft (self, &place, &reading) || read_described (self, &place, &reading) || jkb_date_read_opening (self, &place, &reading))
    return reading;
  if (place.n_cues > 0 && place.cues[place.n_cues - 1].term->value == JKB_DATE_DISCOVERED
      && jkb_date_led_to_survey (self, &place, &place.cues[place.n_cues - 1]))
    return jkb_date_read_as (JKB_DATE_BEGAN, 0.7, "date-verb");
  if (is_unrelated (self, &place))
    return jkb_date_read_as (JKB_DATE_OTHER, 0.7, "date-unrelated");
  if (jkb_date_is_of_order (self, &place))
    return jkb_date_read_as (JKB_DATE_OTHER, 0.7, "date-order");
  if (jkb_date_read_sent (self, &place, &reading))
    return reading;
  if (jkb_date_is_of_founding (self, place.match) || jkb_date_is_month_of_thing (self, place.match) || jkb_date_is_of_share (self, &place) || jkb_date_measures_thing (self, place.match))
    return jkb_date_read_as (JKB_DATE_DECOY, 0.8, "date-share");
  if (jkb_date_english_read (self, &place, &reading) || jkb_date_read_report (self, &place, &reading)
      || jkb_date_read_range (self, &place, &reading) || jkb_date_read_topic (self, &place, &reading))
    return settle_earlier (self, &place, reading);
  reading = read_verb (self, &place);
  if ((reading.role == JKB_DATE_ANNOUNCED || reading.role == JKB_DATE_BEGAN) && !happened (self, &place))
    return jkb_date_read_as (JKB_DATE_OTHER, 0.6, "date-planned");
  return settle_earlier (self, &place, reading);
}

/* The verb that ends the sentence, when no other date stands between, or none of the verbs there is of
 * this date. */
const JkbHit *
jkb_date_find_last_cue (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  JkbSpan rest = { place->match->end, MIN (place->sentence.end, place->match->end + JKB_DATE_PLACE_BYTES_MAX) };
  guint n_cues;
  const JkbHit *cues;

  if (place->n_cues > 0)
    return place->is_last && !jkb_date_places_is_quoted (self, place, &place->cues[place->n_cues - 1]) ? &place->cues[place->n_cues - 1] : NULL;
  cues = jkb_doc_hits (self->doc, JKB_TERM_DATE_ROLE, rest, &n_cues);
  while (n_cues > 0 && jkb_date_places_is_quoted (self, place, &cues[n_cues - 1]))
    n_cues--;
  return n_cues > 0 ? &cues[n_cues - 1] : NULL;
}

void
jkb_date_roles_read (const JkbDoc *doc, const JkbDateMatch *matches, guint n_matches,
                     JkbDateReading *readings)
{
  JkbDatePlaces roles = { doc, { doc->normal->text, doc->normal->n_bytes }, matches, n_matches };

  for (guint i = 0; i < n_matches; i++)
    readings[i] = read_role (&roles, i);
  for (guint i = 0; i < n_matches; i++)
    {
      spread_list (&roles, i, readings);
      spread_pair (&roles, i, readings);
    }
  jkb_date_find_following (&roles, readings);
  jkb_date_find_same_day (doc, matches, n_matches, readings);
  jkb_date_find_recovery (doc, matches, n_matches, readings);
}
