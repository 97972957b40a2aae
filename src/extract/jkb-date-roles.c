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
 *
 * …を受けたことを確認: what is found out is what happened, and the date may be that of either.
 */
#include "extract/jkb-date-roles.h"

#include <string.h>

#include "extract/jkb-date-english.h"

#define N_LABEL 36                      /* bytes between a label and its date */
#define N_NEXT 60                       /* bytes in which a verb follows at once */
#define N_WHOM 150                      /* bytes of a clause that tells who is concerned */
#define N_DIRECT 6                      /* bytes of a particle between an event and its verb */

static const JkbDateReading no_reading
    = { JKB_DATE_OTHER, 0.6, JKB_DATE_OTHER, 0, "date-plain" };

static JkbDateReading
read_as (JkbDateRole role, double confidence, const char *rule)
{
  return (JkbDateReading){ role, confidence, JKB_DATE_OTHER, 0, rule };
}

/* Only joints between label and date: 発生日時:(1)2024年… */
static gboolean
is_joined (const JkbDatePlaces *self, gsize begin, gsize end)
{
  static const char *const joints[] = { ":", "は", "が", "(", ")", "・", "、", "|", "-", " ", "\n", "」", "】", "]", "*",
                                        "日時", "日", "約", "開始", NULL };

  while (begin < end)
    {
      gsize joint = jkb_text_take_any (&self->text, begin, joints);

      if (joint == 0)
        return FALSE;
      begin += joint;
    }
  return begin == end;
}

static gboolean
read_label (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  guint line = jkb_doc_line_at (self->doc, place->match->span.begin);
  guint above = line > 0 ? line - 1 : line;
  gsize from = g_array_index (self->doc->lines, JkbLine, above).span.begin;
  gsize begin = place->match->span.begin;
  const JkbHit *label;

  if (place->match->flags & JKB_DATE_RANGE_TO && place->index > 0)
    begin = self->matches[place->index - 1].span.begin;
  label = jkb_date_places_label_before (self, begin, from, N_LABEL);
  if (label == NULL || jkb_date_places_is_authority (label) || !is_joined (self, label->span.end, begin))
    return FALSE;
  *reading = read_as ((JkbDateRole) label->term->value, 0.92, "date-label");
  if (reading->role == JKB_DATE_BEGAN && place->match->flags & (JKB_DATE_RANGE_TO | JKB_DATE_UNTIL))
    reading->role = JKB_DATE_ENDED;
  return TRUE;
}

/* ---------------------------------------------------------------- reports */

/* 1月9日に検知し、委員会に報告した; 3月1日に公表したとおり、警察と連携…: the date goes with what stands before. */
static gboolean
has_own_verb (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *authority)
{
  const JkbHit *first = jkb_date_places_first_cue (self, place);

  if (first == NULL || first->span.begin > authority->span.begin
      || first->term->weight < JKB_DATE_PLACE_BARE_WEIGHT)
    return FALSE;
  return first->term->value == JKB_DATE_DISCOVERED || first->term->value == JKB_DATE_ANNOUNCED
         || first->term->value == JKB_DATE_BEGAN;
}

static gboolean
read_report (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  const JkbHit *authority = jkb_date_places_authority (self, place);
  const JkbHit *act = jkb_date_places_cue (place, JKB_DATE_REPORTED_PPC);
  const JkbHit *follow_up = jkb_date_places_cue (place, JKB_DATE_FOLLOW_UP_REPORT);
  gboolean is_behind = authority != NULL && authority->span.begin >= place->match->end;

  if (authority == NULL && (act != NULL || follow_up != NULL) && !place->is_last)
    authority = jkb_date_places_authority_behind (self, (JkbSpan){ place->stretch.end, place->sentence.end });
  if (authority == NULL || (is_behind && has_own_verb (self, place, authority)))
    return FALSE;
  if (act == NULL && is_behind)
    act = jkb_date_places_cue (place, JKB_DATE_RESPONSE);
  if (follow_up != NULL && authority->term->value == JKB_DATE_REPORTED_PPC
      && (act == NULL || follow_up->span.begin <= act->span.begin))
    {
      *reading = read_as (JKB_DATE_FOLLOW_UP_REPORT, 0.9, "date-report");
      return TRUE;
    }
  if (act == NULL || (act->span.begin > place->stretch.begin + 60 && !is_behind && place->n_cues > 0
                      && place->cues[0].span.begin < act->span.begin))
    return FALSE;
  *reading = read_as ((JkbDateRole) authority->term->value, 0.92, "date-report");
  return TRUE;
}

/* ---------------------------------------------------------------- ranges */

/* …に受診した患者: a verb that stands in front of persons and no subject. */
static gboolean
names_persons (const JkbDatePlaces *self, JkbSpan behind)
{
  static const char *const words[] = { "お客", "方", "会員", "ユーザ", "皆様", "ご担当者", NULL };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, behind, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if ((hits[i].term->value == JKB_COUNT_NOUN_TERM_PEOPLE || hits[i].term->value == JKB_COUNT_NOUN_TERM_STAFF)
        && jkb_text_take_before (&self->text, hits[i].span.begin, "た")
        && !jkb_text_take (&self->text, hits[i].span.end, "が"))
      return TRUE;
  for (gsize at = behind.begin; at < behind.end; at = jkb_text_next (&self->text, at))
    {
      gsize length = jkb_text_take (&self->text, at, "た");
      gsize person = length > 0 ? jkb_text_take_any (&self->text, at + length, words) : 0;

      if (person > 0 && !jkb_text_take (&self->text, at + length + person, "が"))
        return TRUE;
    }
  return FALSE;
}

/* …の期間に送付したお客様: the period tells who is concerned, not when it happened; but payments by card are
 * what was stolen. */
static gboolean
tells_whom (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const payments[] = { "カード", "決済", "クレジット", NULL };
  gsize end = MIN (place->stretch.end, place->match->end + N_WHOM);
  gsize begin = MAX (place->sentence.begin, end > JKB_DATE_PLACE_BYTES_MAX ? end - JKB_DATE_PLACE_BYTES_MAX : 0);

  for (gsize at = begin; at < MIN (place->sentence.end, end + N_WHOM);
       at = jkb_text_next (&self->text, at))
    {
      if (jkb_text_take_any (&self->text, at, payments))
        return FALSE;
    }
  return names_persons (self, (JkbSpan){ place->match->end, end });
}

static gboolean
read_range (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  gboolean is_from = (place->match->flags & JKB_DATE_RANGE_FROM) != 0;
  gboolean has_event = jkb_date_places_cue (place, JKB_DATE_BEGAN) != NULL;
  const JkbHit *first = jkb_date_places_first_cue (self, place);
  JkbDateRole role = is_from ? JKB_DATE_BEGAN : JKB_DATE_ENDED;

  if (!is_from && !(place->match->flags & JKB_DATE_RANGE_TO))
    return FALSE;
  if (place->match->flags & JKB_DATE_PERIOD)
    *reading = read_as (JKB_DATE_DECOY, 0.8, "date-range");
  else if ((first != NULL && first->term->value == JKB_DATE_DECOY) || tells_whom (self, place))
    *reading = read_as (JKB_DATE_DECOY, 0.75, "date-range");
  else if (first != NULL && first->term->value == JKB_DATE_RESPONSE
           && (!has_event || first->span.begin < place->match->end + N_NEXT))
    *reading = read_as (JKB_DATE_RESPONSE, 0.75, "date-range");
  else
    *reading = read_as (role, has_event ? 0.92 : first != NULL ? 0.85 : 0.75, "date-range");
  return TRUE;
}

/* ---------------------------------------------------------------- verbs */

/* 2015年4月8日(UTC+9)、 */
static gsize
skip_bracket (const JkbDatePlaces *self, gsize at)
{
  gsize close;

  if (!jkb_text_take (&self->text, at, "("))
    return at;
  for (close = at; close < MIN (at + N_LABEL, self->text.n_bytes); close++)
    if (self->text.bytes[close] == ')')
      return close + 1;
  return at;
}

/* 個人情報保護委員会は…: what an authority does is none of the dates of the incident. */
static gboolean
has_authority_topic (const JkbDatePlaces *self, gsize end)
{
  const JkbHit *label = jkb_date_places_label_before (self, end, 0, N_LABEL);

  return label != NULL && jkb_date_places_is_authority (label) && label->span.end + strlen ("は") == end;
}

/* X社は7月7日、 */
static gboolean
follows_topic (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  gsize begin = place->match->span.begin;
  gunichar next = jkb_text_char (&self->text, skip_bracket (self, place->match->end));

  begin -= jkb_text_take_before (&self->text, begin, "、");
  if (!jkb_text_take_before (&self->text, begin, "は") || has_authority_topic (self, begin))
    return FALSE;
  return next == 0x3001 || next == 0x306b || jkb_text_is_kanji (next) || next == 0x300c;
}

/* The verb that ends the sentence, when no other date stands between, or none of the verbs there is of
 * this date. */
static const JkbHit *
find_last_cue (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  JkbSpan rest = { place->match->end, MIN (place->sentence.end, place->match->end + JKB_DATE_PLACE_BYTES_MAX) };
  guint n_cues;
  const JkbHit *cues;

  if (place->n_cues > 0)
    return place->is_last ? &place->cues[place->n_cues - 1] : NULL;
  cues = jkb_doc_hits (self->doc, JKB_TERM_DATE_ROLE, rest, &n_cues);
  return n_cues > 0 ? &cues[n_cues - 1] : NULL;
}

static gboolean
read_topic (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  const JkbHit *first = jkb_date_places_first_cue (self, place);
  const JkbHit *last = find_last_cue (self, place);
  gboolean has_topic = follows_topic (self, place);
  gboolean has_comma = jkb_text_take (&self->text, skip_bracket (self, place->match->end), "、") > 0;

  if (last == NULL || (first != NULL && first->term->value == JKB_DATE_OTHER)
      || (place->n_cues == 0 && !has_comma))
    return FALSE;
  if (last->term->value == JKB_DATE_ANNOUNCED && (has_topic || has_comma))
    *reading = read_as (JKB_DATE_ANNOUNCED, 0.92 * last->term->weight, "date-topic");
  else if (last->term->value == JKB_DATE_DISCOVERED && (has_topic || place->n_cues == 0))
    *reading = read_as (JKB_DATE_DISCOVERED, 0.9 * last->term->weight, "date-topic");
  else
    return FALSE;
  return TRUE;
}

/* Between an event and the verb that found it: 2 when the event is told as over and done (受けたことを), 1
 * when as a state (していたことが, していると), 0 when it is no clause within another. */
static int
embeds (const JkbDatePlaces *self, gsize begin, gsize end)
{
  static const char *const states[]
      = { "ていたこと", "ていること", "ていた事", "ている事", "ていると", "ていたと", "でいたこと", "ていた可能性",
          "ている可能性", "ている旨", "旨の", "ていた旨", "ていた事実", "との", "という", NULL };
  static const char *const nouns[] = { "こと", "事が", "事を", "旨", "事実", "可能性", "おそれ", "恐れ", "たと", NULL };

  for (gsize at = begin; at < end; at = jkb_text_next (&self->text, at))
    {
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

static JkbDateReading
read_discovery (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *verb)
{
  JkbDateReading reading
      = read_as (JKB_DATE_DISCOVERED, 0.9 * verb->term->weight, "date-verb");

  if (is_found_attack (self, place, verb))
    {
      reading.confidence = MIN (reading.confidence, 0.8);
      reading.also = JKB_DATE_BEGAN;
      reading.also_confidence = 0.6;
    }
  return reading;
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

static JkbDateReading
read_event (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *event)
{
  const JkbHit *found = jkb_date_places_cue (place, JKB_DATE_DISCOVERED);
  JkbDateReading reading
      = read_as (JKB_DATE_BEGAN, event->term->weight < JKB_DATE_PLACE_BARE_WEIGHT ? 0.75 : 0.85, "date-verb");
  const JkbHit *told = jkb_date_places_cue (place, JKB_DATE_ANNOUNCED);
  int clause;

  if (found == NULL && told != NULL && event->term->weight < JKB_DATE_PLACE_BARE_WEIGHT)
    return read_as (JKB_DATE_ANNOUNCED, 0.7, "date-verb");
  if (found == NULL)
    return reading;
  if (is_told_by_others (found) && jkb_doc_is_attribute (self->doc, event->span))
    {                                   /* 1月9日に漏えいした情報を見た方から連絡があり */
      reading.also = JKB_DATE_DISCOVERED;
      reading.also_confidence = 0.6;
      reading.confidence = 0.7;
    }
  clause = embeds (self, event->span.end, found->span.begin);
  if (jkb_text_take_before (&self->text, found->span.begin, "と"))
    clause = 1;                         /* 流出していると連絡を受け */
  if (clause == 0 && found->span.begin <= event->span.end + N_DIRECT)
    return read_discovery (self, place, found);
  if (clause == 0 && event->term->weight < JKB_DATE_PLACE_BARE_WEIGHT)
    return read_as (JKB_DATE_DISCOVERED, 0.8, "date-verb");
  if (clause == 0
      || (clause == 2 && came_to_light (found) && has_agent (self, place->match->end, event->span.begin)))
    return reading;
  reading = read_as (JKB_DATE_DISCOVERED, clause == 1 ? 0.85 : 0.75,
                     place->is_entry ? "date-verb" : JKB_DATE_RULE_EMBEDDED);
  if (clause == 2 && !is_told_by_others (found) && event->term->weight >= JKB_DATE_PLACE_BARE_WEIGHT && is_attack (event)
      && g_strstr_len (self->text.bytes + event->span.end,
                       (gssize) (found->span.begin - event->span.end), "可能性") == NULL)
    {
      reading.also = JKB_DATE_BEGAN;
      reading.also_confidence = 0.6;
    }
  return reading;
}

/* 以降, から: it began then, unless what began is an answer to it or goes on of itself. */
static JkbDateReading
read_since (const JkbDatePlace *place, const JkbHit *first)
{
  gboolean is_until = (place->match->flags & JKB_DATE_UNTIL) != 0;
  JkbDateRole role = is_until ? JKB_DATE_ENDED : JKB_DATE_BEGAN;

  if (first == NULL)
    return read_as (JKB_DATE_OTHER, 0.5, "date-since");
  if (first->term->value == JKB_DATE_BEGAN
      && first->span.begin < place->stretch.begin
             + (place->match->month_base == JKB_DATE_BASE_NONE ? N_LABEL : is_until ? 2 * N_NEXT : 4 * N_NEXT))
    return read_as (role, 0.85, "date-since");
  if (first->term->value == JKB_DATE_BEGAN)
    return read_as (JKB_DATE_OTHER, 0.5, "date-since");
  return read_as ((JkbDateRole) first->term->value, 0.7, "date-since");
}

/* 2月20日に、12月までに手続きを終えた方へ送信した: no verb of its own before the next date, so the last one. */
static JkbDateReading
read_rest (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbHit *last = find_last_cue (self, place);

  if (place->is_last || place->n_cues > 0 || last == NULL || last->term->weight < JKB_DATE_PLACE_BARE_WEIGHT
      || (last->term->value != JKB_DATE_BEGAN && last->term->value != JKB_DATE_RESPONSE))
    return no_reading;
  return read_as ((JkbDateRole) last->term->value, 0.62, "date-rest");
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
      || begin - hits[n_hits - 1].span.end > N_LABEL)
    return read_rest (self, place);
  return read_as ((JkbDateRole) hits[n_hits - 1].term->value, 0.75 * hits[n_hits - 1].term->weight,
                  "date-before");
}

/* 1月5日には利用者から、1月6日には銀行から連絡があった: one verb for both. */
static gboolean
is_parallel (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  guint next = jkb_date_places_next_apart (self, place->index);

  return place->n_cues == 0 && !place->is_last && next < self->n_matches
         && jkb_text_take (&self->text, place->match->end, "には")
         && jkb_text_take (&self->text, self->matches[next].end, "には");
}

/* 1月配送分: the date only tells which. */
static gboolean
is_share (const JkbDatePlaces *self, gsize at)
{
  gsize end = at + N_NEXT / 2;

  while (at < end && jkb_text_is_kanji (jkb_text_char (&self->text, at)))
    {
      if (jkb_text_take (&self->text, at, "分"))
        return !jkb_text_is_kanji (jkb_text_char (&self->text, at + strlen ("分")));
      at = jkb_text_next (&self->text, at);
    }
  return FALSE;
}

static JkbDateReading
read_verb (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbHit *first = jkb_date_places_first_cue (self, place);

  if (is_parallel (self, place))
    {
      JkbDatePlace next = jkb_date_places_get (self, jkb_date_places_next_apart (self, place->index));

      first = jkb_date_places_first_cue (self, &next);
      return first != NULL ? read_as ((JkbDateRole) first->term->value, 0.85 * first->term->weight, "date-verb")
                           : no_reading;
    }
  if (is_share (self, place->match->end))
    return read_as (JKB_DATE_DECOY, 0.8, "date-verb");
  if (jkb_text_take (&self->text, place->match->end, "付「")
      || jkb_text_take (&self->text, place->match->end, "付け「"))
    return read_as (JKB_DATE_ANNOUNCED, 0.75, "date-verb");
  if (place->match->flags & (JKB_DATE_SINCE | JKB_DATE_UNTIL))
    return read_since (place, first);
  if (first == NULL)
    return read_before (self, place);
  if (first->term->value == JKB_DATE_BEGAN)
    return read_event (self, place, first);
  if (first->term->value == JKB_DATE_DISCOVERED)
    return read_discovery (self, place, first);
  if (first->term->value == JKB_DATE_REPORTED_PPC)
    return read_as (JKB_DATE_OTHER, 0.6, "date-verb");
  return read_as ((JkbDateRole) first->term->value, 0.88 * first->term->weight, "date-verb");
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

/* What is planned is told behind the verb: 公表する予定; 入学予定者に送信した happened. */
static gboolean
happened (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbHit *verb = find_last_cue (self, place);
  gsize at = verb != NULL ? verb->span.begin : place->match->span.begin;
  guint claims = jkb_doc_clause_claims_at (self->doc, at);

  return (claims & (JKB_CLAIM_PLANNED | JKB_CLAIM_GENERAL)) == 0;
}

/* `… について 2024/6/17`: a heading that ends with the date of the notice. */
static gboolean
ends_title (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbLine *line
      = &g_array_index (self->doc->lines, JkbLine, jkb_doc_line_at (self->doc, place->match->end));

  return jkb_doc_section_at (self->doc, place->match->span.begin)->role == JKB_SECTION_TITLE
         && place->match->written.day != 0 && place->match->written.year != 0
         && place->match->span.begin > line->text.begin
         && jkb_text_take_before (&self->text, place->match->span.begin, " ")
         && jkb_text_skip_blanks (&self->text, place->match->end, 9) >= line->text.end;
}

static JkbDateReading
read_role (const JkbDatePlaces *self, guint index)
{
  JkbDatePlace place = jkb_date_places_get (self, index);
  JkbDateReading reading;

  if (read_label (self, &place, &reading))
    return reading;
  if (jkb_date_places_is_line (self->doc, place.match) || ends_title (self, &place))
    return read_as (JKB_DATE_ANNOUNCED, 0.93, JKB_DATE_RULE_LINE);
  if (place.match->flags & JKB_DATE_PERIOD)
    return read_as (JKB_DATE_DECOY, 0.9, "date-period");
  if (jkb_date_english_read (self, &place, &reading) || read_report (self, &place, &reading)
      || read_range (self, &place, &reading) || read_topic (self, &place, &reading))
    return reading;
  reading = read_verb (self, &place);
  if ((reading.role == JKB_DATE_ANNOUNCED || reading.role == JKB_DATE_BEGAN) && !happened (self, &place))
    return read_as (JKB_DATE_OTHER, 0.6, "date-planned");
  return reading;
}

void
jkb_date_roles_read (const JkbDoc *doc, const JkbDateMatch *matches, guint n_matches,
                     JkbDateReading *readings)
{
  JkbDatePlaces roles = { doc, { doc->normal->text, doc->normal->n_bytes }, matches, n_matches };

  for (guint i = 0; i < n_matches; i++)
    readings[i] = read_role (&roles, i);
  for (guint i = 0; i < n_matches; i++)
    spread_list (&roles, i, readings);
}
