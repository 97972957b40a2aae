/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * …を受けたことを確認: what is found out is what happened, and the date may be that of either. A state
 * (していたこと) was found on the date; an act told as over may have happened on it; an act that a person is
 * told to have done, and that came to light later, did.
 */
#include <string.h>

#include "extract/jkb-date-roles-private.h"

#define N_MOMENT ((gsize) 45)            /* bytes between a moment and the finding at it */
#define N_INSPECTION ((gsize) 90)       /* bytes between a day and the inspection on it */
#define N_DIRECT 6                      /* bytes of a particle between an event and its verb */

/* 5月22日、委託先から、…されたとの連絡を受けた: who told stands behind the day, which is that of the telling. */
static gboolean
has_teller (const JkbDatePlaces *self, gsize begin, gsize end)
{
  static const char *const ties[] = { "から", "より", NULL };
  static const char *const times[] = { "時", "分", "日", "月", "年", "頃", "ごろ", "ころ", "前", "夜", "朝", "夕", "これ", "それ", NULL };
  static const char *const behind[] = { "、", "「", "連絡", "報告", "本", "当", NULL };

  for (gsize at = begin; at < end; at = jkb_text_next (&self->text, at))
    {
      gsize n = jkb_text_take_any (&self->text, at, ties);

      if (n > 0 && at > begin && jkb_text_take_any (&self->text, at + n, behind) > 0 && jkb_text_take_any_before (&self->text, at, times) == 0)
        return TRUE;
    }
  return FALSE;
}

/* 送られていることを確認: it still was so on the day on which it was found. */
static gboolean
goes_on_when_found (const JkbDatePlaces *self, gsize begin, gsize end)
{
  static const char *const states[] = { "ていることを", "ていることに", "ている事を", "ているのを", "ているのに", "ていないのに", NULL };

  for (gsize at = begin; at < end; at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, states) > 0)
      return TRUE;
  return FALSE;
}

/* Between an event and the verb that found it: 2 when the event is told as over and done (受けたことを), 1
 * when as a state (していたことが, していると), 0 when it is no clause within another. */
static int
embeds (const JkbDatePlaces *self, gsize begin, gsize end)
{
  static const char *const states[]
      = { "ていたこと", "ていること", "ていた事", "ている事", "ていると", "ていたと", "でいたこと", "ていた可能性",
          "ている可能性", "ている旨", "ているのに", "ているのを", "ていたのを", "ていたのに", "ていないのに", "旨の", "ていた旨", "ていた事実", "との", "という", NULL };
  static const char *const nouns[] = { "こと", "事が", "事を", "旨", "事実", "可能性", "おそれ", "恐れ", "たと", NULL };

  for (gsize at = begin; at < end; at = jkb_text_next (&self->text, at))
    {
      if (jkb_text_take (&self->text, at, "ことは") > 0)
        return 0;                       /* 感染したことはお伝えしたが、…を確認した */
      if (jkb_text_take_any (&self->text, at, states))
        return 1;
      if (jkb_text_take_any (&self->text, at, nouns))
        return 2;
    }
  return 0;
}

/* 不正アクセスを確認, 不正アクセスを、1月6日に確認: the attack itself is what was found, and on that day. */
static gboolean
is_found_attack (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *verb)
{
  static const char *const attacks[] = { "不正アクセスを", "サイバー攻撃を", "攻撃を", "不正ログインを",
                                         "不正アクセスが", "攻撃が", "侵入を", "侵害を", NULL };

  for (const char *const *attack = attacks; *attack != NULL; attack++)
    {
      gsize length = jkb_text_take_before (&self->text, verb->span.begin, *attack);
      gsize begin = place->match->span.begin;

      if (length > 0 && verb->span.begin - length >= place->match->end)
        return TRUE;
      begin -= jkb_text_take_before (&self->text, begin, "、");
      if (verb->span.begin <= place->match->end + N_DIRECT
          && jkb_text_take_before (&self->text, begin, *attack))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_attack (const JkbHit *event)
{
  return strstr (event->term->text, "不正アクセス") != NULL || strstr (event->term->text, "攻撃") != NULL
         || strstr (event->term->text, "感染") != NULL || strstr (event->term->text, "侵入") != NULL
         || strstr (event->term->text, "被害") != NULL;
}

/* 連絡を受け: the day on which others told says nothing of the day on which it happened. */
static gboolean
is_told_by_others (const JkbHit *found)
{
  static const char *const words[] = { "連絡", "指摘", "報告", "通報", "申告", "申し出", "申出", "問い合わせ", "問合せ", "情報提供",
                                       "通知", "相談", NULL };

  for (const char *const *word = words; *word != NULL; word++)
    if (strstr (found->term->text, *word) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
came_to_light (const JkbHit *found)
{
  return strstr (found->term->text, "判明") != NULL || strstr (found->term->text, "発覚") != NULL
         || strstr (found->term->text, "明らか") != NULL || is_told_by_others (found);
}

/* 職員が…送信したことが判明: the date goes with what the person did. */
static gboolean
has_agent (const JkbDatePlaces *self, gsize begin, gsize end)
{
  static const char *const agents[] = { "者が", "員が", "師が", "諭が", "授が", "課が", "長が", "業者が", NULL };

  for (; begin < end; begin = jkb_text_next (&self->text, begin))
    if (jkb_text_take_any (&self->text, begin, agents))
      return TRUE;
  return FALSE;
}

/* 発生し、: another clause begins, on the same day. */
static gboolean
goes_on (const JkbDatePlaces *self, const JkbHit *event)
{
  gsize end = event->span.end + jkb_text_take (&self->text, event->span.end, "し");

  end += end == event->span.end ? jkb_text_take (&self->text, end, "され") : 0;
  return event->term->weight >= JKB_DATE_PLACE_BARE_WEIGHT
         && (jkb_text_take_before (&self->text, end, "し") || jkb_text_take_before (&self->text, end, "され")
             || jkb_text_take_before (&self->text, end, "送られ"))
         && (jkb_text_take (&self->text, end, "、") || jkb_text_is_kanji (jkb_text_char (&self->text, end)));
}

/* 委託先から本市に対し、5月26日に攻撃を受けた旨の報告: behind the one who tells, the day is that of what is told. */
static gboolean
is_behind_teller (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const tellers[] = { "に対し、", "に対して、", "に、", NULL };
  gsize begin = place->match->span.begin;

  return jkb_text_take_any_before (&self->text, begin, tellers) > 0;
}

/* 元従業員が1月25日に名簿を保存していたことが確認された: behind the one who did it, the day is that of the act. */
gboolean
jkb_date_is_behind_agent (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const agents[] = { "員が", "者が", "師が", "諭が", "授が", "職が", "男が", "女が", "先が", "業者が", "長が", NULL };
  gboolean is_end = (place->match->flags & JKB_DATE_RANGE_TO) != 0 && place->index > 0;
  gsize begin = self->matches[place->index - is_end].span.begin;

  begin -= jkb_text_take_before (&self->text, begin, "、");
  if (jkb_text_take_any_before (&self->text, begin, agents) > 0)
    return TRUE;
  return FALSE;
}

/* 攻撃者は5月10日に侵入し、…を窃取したことを確認した: who attacked found nothing. */
static gboolean
is_behind_attacker (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const attackers[] = { "攻撃者は", "攻撃者が", "第三者は", "第三者が", "何者かが", "犯人は", "侵入者は", "侵入者が",
                                           "容疑者は", "容疑者が", NULL };
  gsize begin = place->match->span.begin - jkb_text_take_before (&self->text, place->match->span.begin, "、");

  return jkb_text_take_any_before (&self->text, begin, attackers) > 0;
}

/* 6月20日、ページを改ざんされ、この件を調べる中で流出が発覚: what was looked into had happened, and the rest came later. */
gboolean
jkb_date_led_to_survey (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *found)
{
  static const char *const surveys[] = { "調査する中で", "調査の中で", "調査の過程で", "調査する過程で", "調査を進める中で", "調査を進めたところ", "調べる中で",
                                         "調査を進める過程で", "調べを進める中で", "調べを進めたところ", NULL };
  guint n_hits = 0;

  for (gsize at = place->match->end; n_hits == 0 && at < found->span.begin; at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, surveys) > 0)
      {
        const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_NOTICE, (JkbSpan){ place->match->end, at }, &n_hits);

        for (guint i = 0; i < n_hits; i++)
          if (hits[i].term->value == JKB_NOTICE_TERM_INCIDENT && hits[i].term->weight >= JKB_DATE_PLACE_BARE_WEIGHT)
            return TRUE;
        return FALSE;
      }
  return FALSE;
}

/* 気付いた, なくなっていた: who lost it saw so. */
static gboolean
is_own_sight (const JkbHit *found)
{
  static const char *const words[] = { "気付", "気づ", "に気", "なくなって", "見当たら", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (found->term->text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* 10分ほどで戻ると窓が割られ、かばんがなくなっていた: seen as soon as they were back. */
static gboolean
came_back_to_it (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *event)
{
  static const char *const returns[] = { "戻ると", "戻ったところ", "戻った際", "戻ってき", NULL };

  for (gsize at = place->match->end; at < event->span.begin; at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, returns) > 0)
      return TRUE;
  return FALSE;
}

/* 手帳を紛失、7日に見つかった: what was lost came back. */
static gboolean
came_back (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *verb)
{
  static const char *const losses[] = { "を紛失", "をなくし", "を置き忘れ", "を落とし", NULL };
  gsize begin = MAX (place->sentence.begin, place->match->span.begin > N_INSPECTION ? place->match->span.begin - N_INSPECTION : 0);

  if (!jkb_text_take (&self->text, verb->span.begin, "見つか") || verb->span.begin > place->match->end + N_DIRECT)
    return FALSE;
  for (gsize at = begin; at < place->match->span.begin; at++)
    if (jkb_text_take_any (&self->text, at, losses) > 0)
      return TRUE;
  return FALSE;
}

gboolean
jkb_date_saw_when_back (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  for (guint i = 0; i < place->n_cues; i++)
    if (is_own_sight (&place->cues[i]))
      return came_back_to_it (self, place, &place->cues[i]);
  return FALSE;
}

/* 一斉送信したところ、…担当者が気付いた: sent and seen at once. */
static gboolean
saw_when_sent (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *found)
{
  static const char *const moments[] = { "したところ", "したところ、", "った直後", "した直後", NULL };
  static const char *const acts[] = { "送信", "一斉送信", "配信", "一斉配信", "送付", "発送", "掲載", "公開", NULL };

  if (!is_own_sight (found))
    return FALSE;
  for (guint i = 0; i < place->n_cues && &place->cues[i] < found; i++)
    if (place->cues[i].term->value == JKB_DATE_BEGAN && jkb_text_take_any (&self->text, place->cues[i].span.begin, acts) > 0)
      for (gsize at = place->cues[i].span.begin; at <= place->cues[i].span.end; at = jkb_text_next (&self->text, at))
        if (jkb_text_take_any (&self->text, at, moments) > 0)
          return TRUE;
  return FALSE;
}

JkbDateReading
jkb_date_read_discovery (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *verb)
{
  JkbDateReading reading
      = jkb_date_read_as (JKB_DATE_DISCOVERED, 0.9 * verb->term->weight, "date-verb");

  if (jkb_date_is_behind_agent (self, place) && embeds (self, place->match->end, verb->span.begin) > 0)
    return jkb_date_read_as (JKB_DATE_BEGAN, 0.8, "date-verb");
  if (came_back (self, place, verb))
    return jkb_date_read_as (JKB_DATE_RESPONSE, 0.7, "date-verb");
  if (is_told_by_others (verb) && is_behind_teller (self, place) && embeds (self, place->match->end, verb->span.end) == 1)
    return jkb_date_read_as (JKB_DATE_BEGAN, 0.8, "date-verb");
  if (jkb_date_saw_when_back (self, place) || saw_when_sent (self, place, verb))
    {                                   /* 戻ったところ、かばんがなくなっていた */
      reading.also = JKB_DATE_BEGAN;
      reading.also_confidence = 0.7;
    }
  if (is_found_attack (self, place, verb))
    {
      reading.confidence = MIN (reading.confidence, 0.8);
      reading.also = JKB_DATE_BEGAN;
      reading.also_confidence = 0.6;
    }
  return reading;
}

/* 名簿を上着に入れて帰りました。帰宅後、見当たらないことが発覚しました。: a sentence of its own under the same day. */
static gboolean
is_told_apart (const JkbDatePlaces *self, const JkbHit *event, const JkbHit *found)
{
  return event->span.end < found->span.begin
         && jkb_text_find (self->text.bytes + event->span.end, (gssize) (found->span.begin - event->span.end), "。") != NULL;
}

/* 11月3日未明に何者かが侵入していたことが分かった: who attacked stands within what was found, and the day with it. */
static gboolean
goes_with_attacker (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const attackers[] = { "に何者かが", "に第三者が", "に攻撃者が", "に外部の第三者が", "に何者かに", "に第三者に", NULL };

  return jkb_text_take_any (&self->text, place->match->end, attackers) > 0;
}

/* 5月6日13時~15時の間に、…送られているのを確認: nobody finds something for hours. */
static gboolean
is_of_hours (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const ties[] = { "~", "から", "-", NULL };
  static const char *const units[] = { "時", ":", NULL };
  gsize at = place->match->end;

  at += jkb_text_take_any (&self->text, at, ties);
  at += jkb_text_take (&self->text, at, "同日");
  if (at == place->match->end || !jkb_text_is_digit (&self->text, at))
    return FALSE;
  while (jkb_text_is_digit (&self->text, at))
    at++;
  return jkb_text_take_any (&self->text, at, units) > 0;
}

/* The first discovery that takes the event in (担当者が確認し、…を受けたことを確認した), else the first. */
static const JkbHit *
find_found (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *event)
{
  const JkbHit *first = NULL;

  for (guint i = 0; first == NULL && i < place->n_cues; i++)
    if (place->cues[i].term->value == JKB_DATE_DISCOVERED
        && !(place->cues[i].span.end <= event->span.begin && jkb_doc_is_attribute (self->doc, place->cues[i].span)))
      first = &place->cues[i];          /* 業務で知った病名を家族に送った found nothing */
  if (first == NULL || event->term->weight < JKB_DATE_PLACE_BARE_WEIGHT
      || first->span.begin <= event->span.end + N_DIRECT)
    return first;
  for (guint i = 0; i < place->n_cues; i++)
    if (place->cues[i].term->value == JKB_DATE_DISCOVERED && place->cues[i].span.begin >= event->span.end
        && embeds (self, event->span.end, place->cues[i].span.begin))
      return &place->cues[i];
  return first;
}

/* Found within the hour: no other day between. */
static gboolean
is_soon_after (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *event, const JkbHit *found)
{
  static const char *const moments[] = { "直後に", "た際に", "た際、", "後に", "後、", "まもなく", "間もなく", "すぐに", "その場で", "戻ると", "戻ったところ", "戻った際",
                                         "分後", "分ほど", "時間後", "帰宅後", "下車後", "しようとし", NULL };
  static const char *const spans[] = { "日後", "か月後", "カ月後", "ヶ月後", "週間後", "年後", "その後", NULL };
  gsize begin = MAX (event->span.end, found->span.begin > N_MOMENT ? found->span.begin - N_MOMENT : 0);
  static const char *const at_once[] = { "直後に", "直後、", "まもなく", "間もなく", "すぐに", "その場で", "数分後", NULL };
  gboolean is_soon = came_back_to_it (self, place, event);

  if (!is_own_sight (found))
    return jkb_text_holds_any (&self->text, event->span.end, found->span.begin, at_once);
  for (gsize at = event->span.end; at < found->span.begin; at = jkb_text_next (&self->text, at))
    {
      if (jkb_text_take_any (&self->text, at, spans) > 0)
        return FALSE;
      is_soon |= at >= begin && jkb_text_take_any (&self->text, at, moments) > 0;
    }
  return is_soon;
}

/* 5月22日に社内の点検で、…送っていたことが明らかになった: the day is that of the inspection. */
static gboolean
follows_inspection (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *event)
{
  static const char *const inspections[] = { "監査で", "調査で", "点検で", "検査で", "棚卸しで", "照合で", "調べで", NULL };

  for (gsize at = place->match->end; at < MIN (event->span.begin, place->match->end + N_INSPECTION); at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, inspections) > 0)
      return TRUE;
  return FALSE;
}

/* 3月15日に送られたメールが原因で: what came in that way is not what happened. */
static gboolean
brings_cause (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *event)
{
  static const char *const verbs[] = { "送付された", "送られ", "送信された", "届いた", "受信した", "配信された", NULL };

  return jkb_date_tells_of_noun (self, place, event) && jkb_text_take_any (&self->text, event->span.begin, verbs) > 0;
}

/* 暗号化されたファイルを確認した: what was done to it before the day on which it was seen. */
static gboolean
is_thing_found (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *event, const JkbHit *found)
{
  return found->span.begin > event->span.end && found->span.begin <= event->span.end + N_MOMENT
         && jkb_doc_is_attribute (self->doc, event->span) && !jkb_date_tells_of_noun (self, place, event)
         && !is_told_by_others (found)
         && (jkb_text_take_before (&self->text, found->span.begin, "を") > 0 || jkb_text_take_before (&self->text, found->span.begin, "が") > 0)
         && jkb_text_find (self->text.bytes + event->span.end, (gssize) (found->span.begin - event->span.end), "、") == NULL;
}

JkbDateReading
jkb_date_read_event (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *event)
{
  const JkbHit *found = find_found (self, place, event);
  JkbDateReading reading
      = jkb_date_read_as (JKB_DATE_BEGAN, event->term->weight < JKB_DATE_PLACE_BARE_WEIGHT ? 0.75 : 0.85, "date-verb");
  const JkbHit *told = jkb_date_places_cue (place, JKB_DATE_ANNOUNCED);
  gboolean is_day_of_finding;
  int clause;

  if (brings_cause (self, place, event))
    reading.confidence = 0.62;
  if (found == NULL && told != NULL && event->term->weight < JKB_DATE_PLACE_BARE_WEIGHT)
    return jkb_date_read_as (JKB_DATE_ANNOUNCED, 0.7, "date-verb");
  if (found == NULL && told != NULL && follows_inspection (self, place, event))
    return jkb_date_read_as (JKB_DATE_DISCOVERED, 0.75, "date-verb");
  if (found == NULL || is_behind_attacker (self, place))
    return reading;
  if (is_thing_found (self, place, event, found)
      || (event->span.end < found->span.begin && jkb_text_holds (&self->text, place->match->end, event->span.begin, "たところ")))
    return jkb_date_read_discovery (self, place, found);  /* 起動したところ脅迫文が表示され、被害が発覚した */
  if (jkb_date_saw_when_back (self, place))
    {
      reading.also = JKB_DATE_DISCOVERED;
      reading.also_confidence = 0.75;
      return reading;
    }
  if (is_told_apart (self, event, found) && event->term->weight >= JKB_DATE_PLACE_BARE_WEIGHT)
    {
      reading.also = JKB_DATE_DISCOVERED;
      reading.also_confidence = 0.8;
      return reading;
    }
  if (is_of_hours (self, place) && embeds (self, event->span.end, found->span.begin) > 0)
    return reading;
  if (goes_with_attacker (self, place) && embeds (self, event->span.end, found->span.begin) > 0)
    return reading;
  if (is_soon_after (self, place, event, found))
    {                                   /* 電車に置き忘れ、下車後に気付いた */
      reading.also = JKB_DATE_DISCOVERED;
      reading.also_confidence = 0.75;
      return reading;
    }
  if (jkb_date_is_behind_agent (self, place) && embeds (self, event->span.end, found->span.begin) > 0)
    return jkb_date_read_as (JKB_DATE_BEGAN, 0.8, "date-verb");
  if (is_told_by_others (found) && jkb_doc_is_attribute (self->doc, event->span))
    {                                   /* 1月9日に漏えいした情報を見た方から連絡があり */
      reading.also = JKB_DATE_DISCOVERED;
      reading.also_confidence = 0.6;
      reading.confidence = 0.7;
    }
  clause = embeds (self, event->span.end, found->span.begin);
  if (clause == 2 && place->match->written.day == 0 && place->match->day_base == JKB_DATE_BASE_NONE
      && event->term->weight >= JKB_DATE_PLACE_BARE_WEIGHT)
    return jkb_date_read_as (JKB_DATE_BEGAN, 0.75, "date-verb");       /* 12月、侵入があったことを確認: what is found has no day */
  if (clause > 0 && is_told_by_others (found) && is_behind_teller (self, place))
    return jkb_date_read_as (JKB_DATE_BEGAN, 0.8, "date-verb");
  if (jkb_text_take_before (&self->text, found->span.begin, "と") || g_str_has_prefix (found->term->text, "と"))
    clause = 1;                         /* 流出していると連絡を受け */
  if (clause == 0 && found->span.begin <= event->span.end + N_DIRECT)
    return jkb_date_read_discovery (self, place, found);
  if (clause == 0 && event->term->weight < JKB_DATE_PLACE_BARE_WEIGHT)
    return jkb_date_read_as (JKB_DATE_DISCOVERED, 0.8, "date-verb");
  if (goes_on (self, event))
    {                                   /* 攻撃が発生し、停止していることを発見 */
      reading.also = JKB_DATE_DISCOVERED;
      reading.also_confidence = 0.8;
      return reading;
    }
  if (clause == 0
      || (clause == 2 && came_to_light (found) && has_agent (self, place->match->end, event->span.begin)))
    return reading;
  is_day_of_finding = place->is_entry || goes_on_when_found (self, event->span.begin, found->span.begin)
                      || (is_told_by_others (found) && has_teller (self, place->match->end, event->span.begin));
  reading = jkb_date_read_as (JKB_DATE_DISCOVERED, clause == 1 ? 0.85 : 0.75,
                     is_day_of_finding ? "date-verb" : JKB_DATE_RULE_EMBEDDED);
  if (clause == 2 && !is_told_by_others (found) && event->term->weight >= JKB_DATE_PLACE_BARE_WEIGHT && is_attack (event)
      && g_strstr_len (self->text.bytes + event->span.end,
                       (gssize) (found->span.begin - event->span.end), "可能性") == NULL)
    {
      reading.also = JKB_DATE_BEGAN;
      reading.also_confidence = 0.6;
    }
  return reading;
}
