/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The two ends of a range: from when to when it lasted, unless the words behind tell of something that
 * lasts of itself (membership, office hours) or say who is concerned.
 */
#include "extract/jkb-date-noun.h"
#include "extract/jkb-date-roles-private.h"

#define N_NEXT 60                       /* bytes in which a verb follows at once */
#define N_SINCE 66                      /* bytes in which a verb follows the beginning of a stretch without an end */
#define N_WHOM 150                      /* bytes of a clause that tells who is concerned */

/* 手術を行った447名の患者: so many persons did it in that time. */
static gboolean
counts_persons (const JkbText *text, gsize at)
{
  static const char *const units[] = { "名", "人", NULL };
  gsize end = at;

  while (jkb_text_is_digit (text, end) || (end > at && jkb_text_take (text, end, ",") > 0))
    end++;
  return end > at && jkb_text_take_any (text, end, units) > 0;
}

/* …に受診した患者: a verb that stands in front of persons and no subject. */
static gboolean
names_persons (const JkbDatePlaces *self, const JkbDatePlace *place, JkbSpan behind)
{
  static const char *const accounts[] = { "のアカウント", "のid", "のパスワード", "の認証情報", "の権限", "の端末", NULL };  /* what was used */
  static const char *const words[] = { "お客", "方", "会員", "ユーザ", "皆様", "ご担当者", NULL };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_COUNT_NOUN, behind, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if ((hits[i].term->value == JKB_COUNT_NOUN_TERM_PEOPLE || hits[i].term->value == JKB_COUNT_NOUN_TERM_STAFF)
        && jkb_text_take_before (&self->text, hits[i].span.begin, "た")
        && !jkb_text_take (&self->text, hits[i].span.end, "が") && !jkb_text_take_any (&self->text, hits[i].span.end, accounts))
      return TRUE;
  for (gsize at = behind.begin; at < behind.end; at = jkb_text_next (&self->text, at))
    {
      gsize length = jkb_text_take (&self->text, at, "た");
      gsize person = length > 0 ? jkb_text_take_any (&self->text, at + length, words) : 0;

      if (length > 0 && counts_persons (&self->text, at + length)
          && jkb_date_places_first_cue (self, place) == NULL)
        return TRUE;
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
  static const char *const payments[] = { "カード", "決済", "クレジット", "支払", "セキュリティコード", "有効期限", NULL };
  gsize end = MIN (place->stretch.end, place->match->end + N_WHOM);
  gsize begin = MAX (place->sentence.begin, end > JKB_DATE_PLACE_BYTES_MAX ? end - JKB_DATE_PLACE_BYTES_MAX : 0);

  for (gsize at = begin; at < MIN (place->sentence.end, end + N_WHOM);
       at = jkb_text_next (&self->text, at))
    {
      if (jkb_text_take_any (&self->text, at, payments))
        return FALSE;
    }
  return names_persons (self, place, (JkbSpan){ place->match->end, end });
}

/* 2023年2月から2024年8月までのデータ: which data, not when it happened. */
static gboolean
tells_which (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const periods[] = { "までの間", "までの期間", "までの約", NULL };
  guint last = place->match->flags & JKB_DATE_RANGE_FROM ? place->index + 1 : place->index;
  gsize end = self->matches[MIN (last, self->n_matches - 1)].end;

  return jkb_text_take (&self->text, end, "までの") && !jkb_text_take_any (&self->text, end, periods);
}

/* 1984年から2003年までに作られたファイル, 綴り10冊(4月~翌年3月), 4月1日~8月8日を対象に調べた: what there was, behind or in front. */
static gboolean
is_of_made_things (const JkbDatePlaces *self, const JkbDatePlace *place, gsize end)
{
  static const char *const behind[] = { "を対象に", "が対象", "までの分", "分)", "までに作", "に作ら", "に作成", "までに撮", "までに受け付けた", "までに取得した",
                                        "までに受理した", "に受け付けた書", "に受け付けた申", NULL };
  static const char *const papers[] = { "冊(", "綴(", "綴り(", "つづり(", "枚(", "箱(", "会員情報(", "顧客情報(", "利用者情報(", "名簿(", "台帳(", "票(", "帳(",
                                        "申込書(", "申請書(", "データ(", "記録(", NULL };
  gsize begin = place->match->span.begin;

  if (place->match->flags & JKB_DATE_RANGE_TO && place->index > 0)
    begin = self->matches[place->index - 1].span.begin;
  return jkb_text_take_any (&self->text, end, behind) > 0 || jkb_text_take_any_before (&self->text, begin, papers) > 0;
}

/* 2022年から2023年の学籍番号、氏名: which data, not when it happened. */
static gboolean
is_of_data (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  guint last = place->match->flags & JKB_DATE_RANGE_FROM ? place->index + 1 : place->index;
  gsize end = self->matches[MIN (last, self->n_matches - 1)].end;
  static const char *const ties[] = { "までの", "の", NULL };
  gsize n = jkb_text_take_any (&self->text, end, ties);
  static const char *const things[] = { "内容", "書き込み", "記録", "データ", "書類", "取引", "受付", "申込", "伝票", "利用者", "受講", "参加者", NULL };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_DATA_ITEM, (JkbSpan){ end + n, end + n + 1 }, &n_hits);

  if ((n > 0 && jkb_text_take_any (&self->text, end + n, things) > 0) || is_of_made_things (self, place, end))
    return TRUE;
  return n > 0 && n_hits > 0 && hits[0].span.begin == end + n;
}

/* 通知書(控) 2015年7月~9月 2,218件: a cell among others, with a figure beside it. */
static gboolean
is_in_table (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const units[] = { "件", "名", "人", "冊", "枚", "通", NULL };
  guint last = place->match->flags & JKB_DATE_RANGE_FROM ? place->index + 1 : place->index;
  gsize end = self->matches[MIN (last, self->n_matches - 1)].end;
  gsize at = jkb_text_skip_blanks (&self->text, end, 4), digits = at;

  while (jkb_text_is_digit (&self->text, digits) || jkb_text_take (&self->text, digits, ",") > 0)
    digits++;
  return at > end && digits > at && jkb_text_take_any (&self->text, digits, units) > 0;
}

/* …できる状況となっていたことが判明: the period is that of what was found. */
static gboolean
closes_clause (const JkbDatePlaces *self, const JkbHit *found)
{
  static const char *const ends[] = { "ことが", "ことを", "ことに", "のに", "のが", "のを", NULL };
  gsize end = found->span.begin + jkb_text_take (&self->text, found->span.begin, "ことに");

  return jkb_text_take_any_before (&self->text, end, ends) > 0;
}

/* …までの間、不審な通信が出ていたことが判明: a word of suspicion, in a clause that something else found. */
static gboolean
is_found_later (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *first)
{
  for (guint i = 0; i < place->n_cues; i++)
    if (&place->cues[i] > first && place->cues[i].term->value == JKB_DATE_DISCOVERED)
      return closes_clause (self, &place->cues[i]);
  return FALSE;
}

/* 8/13~8/15を除く平日: when an office is closed. */
static gboolean
is_left_out (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const ends[] = { "を除く", "を除き", "は休", "はお休み", "は閉", "の間休", NULL };
  guint last = place->match->flags & JKB_DATE_RANGE_FROM ? place->index + 1 : place->index;

  return jkb_text_take_any (&self->text, self->matches[MIN (last, self->n_matches - 1)].end, ends) > 0;
}

/* ○7月31日~8月21日 / 誤送付した書類をすべて回収した: the event only tells which; the answer is what was done. */
static gboolean
is_answer_of_entry (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbLine *line = &g_array_index (self->doc->lines, JkbLine, jkb_doc_line_at (self->doc, place->match->span.begin));

  if (line->text.begin != place->match->span.begin)
    return FALSE;
  for (guint i = 0; i < place->n_cues; i++)
    if (place->cues[i].term->value != JKB_DATE_BEGAN
        || (place->cues[i].term->weight >= JKB_DATE_PLACE_BARE_WEIGHT && !jkb_doc_is_attribute (self->doc, place->cues[i].span)))
      return i > 0 && place->cues[i].term->value == JKB_DATE_RESPONSE;
  return FALSE;
}

/* 4月から6月までにカードで決済した291名と確認された: the period is that of the payments that were found. */
static gboolean
tells_payments (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *found)
{
  static const char *const payments[] = { "カード", "決済", "クレジット", "入力され", "入力した", NULL };
  guint last = place->match->flags & JKB_DATE_RANGE_FROM ? place->index + 1 : place->index;
  gsize end = self->matches[MIN (last, self->n_matches - 1)].end;

  return jkb_text_holds_any (&self->text, end, found->span.begin, payments);
}

/* 5月14日から9月2日に決済した方: the payments right behind, whatever else the sentence tells of. */
static gboolean
is_of_payments (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const ties[] = { "までの期間に", "までの間に", "の期間に", "の間に", "までに", "に", NULL };
  static const char *const uses[] = { "利用した", "ご利用", "利用され", "使用した", "購入した", "購入され", "注文した", "注文され", "買い物をした", "入力した", "入力され", NULL };
  static const char *const cards[] = { "カード", "セキュリティコード", "有効期限", NULL };
  static const char *const payments[] = { "決済し", "決済され", "決済を", "カード決済", "カードで", "カードを", "クレジットカード", "当該サイトにて", "同サイトで", "同サイトにて", NULL };
  guint last = place->match->flags & JKB_DATE_RANGE_FROM ? place->index + 1 : place->index;
  gsize end = self->matches[MIN (last, self->n_matches - 1)].end;
  gsize tie = jkb_text_take_any (&self->text, end, ties);

  if (tie > 0 && jkb_text_take_any (&self->text, end + tie, uses) > 0)
    for (gsize at = end + tie; at < MIN (place->sentence.end, end + N_WHOM); at = jkb_text_next (&self->text, at))
      if (jkb_text_take_any (&self->text, at, cards) > 0)
        return TRUE;                    /* に利用した方の番号、有効期限 */
  return tie > 0 && jkb_text_take_any (&self->text, end + tie, payments) > 0;
}

/* What the words say of a range, whose beginning is @place. */
static gboolean
read_range (const JkbDatePlaces *self, const JkbDatePlace *place, gboolean is_from, JkbDateReading *reading)
{
  gboolean has_event = jkb_date_places_cue (place, JKB_DATE_BEGAN) != NULL;
  const JkbHit *first = jkb_date_places_first_cue (self, place);
  const JkbHit *last = jkb_date_find_last_cue (self, place);
  JkbDateRole role = is_from ? JKB_DATE_BEGAN : JKB_DATE_ENDED;

  if (first != NULL && first->term->value == JKB_DATE_DISCOVERED && (closes_clause (self, first) || is_found_later (self, place, first)))
    has_event = TRUE;
  else if (first != NULL && first->term->value == JKB_DATE_DISCOVERED)
    has_event = jkb_date_places_cue (place, JKB_DATE_BEGAN) > first;     /* not one that is only quoted */
  if (place->match->flags & JKB_DATE_PERIOD || is_left_out (self, place))
    *reading = jkb_date_read_as (JKB_DATE_DECOY, 0.8, "date-range");
  else if (first != NULL && first->term->value == JKB_DATE_DECOY && is_of_payments (self, place))
    *reading = jkb_date_read_as (role, 0.65, "date-range");
  else if (is_answer_of_entry (self, place))
    *reading = jkb_date_read_as (JKB_DATE_RESPONSE, 0.75, "date-range");
  else if ((first != NULL && first->term->value == JKB_DATE_DECOY) || (!jkb_date_is_behind_agent (self, place) && tells_whom (self, place)))
    *reading = jkb_date_read_as (JKB_DATE_DECOY, 0.75, "date-range");
  else if (first != NULL && first->term->value == JKB_DATE_BEGAN && !tells_payments (self, place, first)
           && jkb_date_ranges_over_thing (self, place, first))
    *reading = jkb_date_read_as (JKB_DATE_DECOY, 0.7, "date-range");
  else if ((!has_event && tells_which (self, place)) || is_of_data (self, place))
    *reading = jkb_date_read_as (JKB_DATE_DECOY, 0.7, "date-range");
  else if (!has_event && first != NULL && first->term->value == JKB_DATE_DISCOVERED && !tells_payments (self, place, first))
    *reading = jkb_date_read_as (is_from ? JKB_DATE_DISCOVERED : JKB_DATE_OTHER, 0.75, "date-range");
  else if (first != NULL && first->term->value == JKB_DATE_RESPONSE
           && (!has_event || first->span.begin < place->match->end + N_NEXT))
    *reading = jkb_date_read_as (JKB_DATE_RESPONSE, 0.75, "date-range");
  else if (first == NULL && !has_event && is_in_table (self, place))
    *reading = jkb_date_read_as (JKB_DATE_OTHER, 0.6, "date-range");
  else if (place->n_cues == 0 && last != NULL && last->term->value == JKB_DATE_RESPONSE)
    *reading = jkb_date_read_as (JKB_DATE_RESPONSE, 0.7, "date-range");        /* 6月1日から10日にかけてメールで、20日に書状でお詫びした */
  else
    *reading = jkb_date_read_as (role, has_event ? 0.92 : first != NULL ? 0.85 : 0.65, "date-range");
  return TRUE;
}

gboolean
jkb_date_read_range (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  JkbDatePlace from;

  if (place->match->flags & JKB_DATE_RANGE_FROM)
    return read_range (self, place, TRUE, reading);
  if (!(place->match->flags & JKB_DATE_RANGE_TO))
    return FALSE;
  if (place->index == 0 || !(self->matches[place->index - 1].flags & JKB_DATE_RANGE_FROM))
    return read_range (self, place, FALSE, reading);
  from = jkb_date_places_get (self, place->index - 1);
  return read_range (self, &from, FALSE, reading);     /* both ends share what is told of them */
}

/* 10月16日から、不審なメールが届くため調べたところ、送信されていたことが判明した: the day goes with what led to it. */
static gboolean
led_to_find (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *first)
{
  const JkbHit *found = jkb_date_places_cue (place, JKB_DATE_DISCOVERED);
  gsize end = place->match->end;

  return place->match->flags & JKB_DATE_SINCE && found != NULL && found->span.begin > first->span.end
         && (g_strstr_len (self->text.bytes + end, (gssize) (first->span.begin - end), "ところ") != NULL
             || g_strstr_len (self->text.bytes + end, (gssize) (found->span.begin - end), "電話を受け") != NULL
             || g_strstr_len (self->text.bytes + end, (gssize) (found->span.begin - end), "指摘を受け") != NULL
             || g_strstr_len (self->text.bytes + end, (gssize) (found->span.begin - end), "連絡を受け") != NULL);
}

/* 11日までの6日間にわたって, 11日まで約3時間: how long it lasted up to the day. */
static gboolean
lasted_until (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const lengths[] = { "日間", "時間", "分間", "週間", "カ月", "か月", "ヶ月", "ヵ月", "ケ月", "年間", NULL };
  static const char *const behind[] = { "、", "に", "わた", "ほど", "程度", "の間", "にわた", "もの", "、第三者", NULL };
  gsize at = place->match->end, limit = MIN (self->text.n_bytes, at + N_NEXT);

  while (at < limit && jkb_text_take (&self->text, at, "まで") == 0)
    at = jkb_text_next (&self->text, at);
  at += jkb_text_take (&self->text, at, "まで");
  at += jkb_text_take (&self->text, at, "の");
  at += jkb_text_take (&self->text, at, "約");
  if (!jkb_text_is_digit (&self->text, at))
    return FALSE;
  while (jkb_text_is_digit (&self->text, at))
    at++;
  at += jkb_text_take_any (&self->text, at, lengths);
  return !jkb_text_is_digit (&self->text, at) && jkb_text_take_any (&self->text, at, behind) > 0;
}

/* 3月末から見当たらない: since when it is not there, not when that was seen. */
static gboolean
is_missing_since (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *first)
{
  static const char *const words[] = { "見当たら", "見つから", "所在", "なくなってい", NULL };

  return place->match->flags & JKB_DATE_SINCE && jkb_text_take_any (&self->text, first->span.begin, words) > 0;
}

/* 11月20日までに、…の流出が確認された: known by then. */
static gboolean
ends_in_finding (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  gsize end = place->match->end - jkb_text_take_before (&self->text, place->match->end, "まで");

  return jkb_text_take (&self->text, end, "までに") > 0 && place->n_cues > 0
         && place->cues[place->n_cues - 1].term->value == JKB_DATE_DISCOVERED;
}

/* 7日午前9時から約3時間、: how long it lasted from then on. */
static gboolean
lasted_for (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const lengths[] = { "日間", "時間", "分間", "週間", "カ月", "か月", "ヶ月", "年間", NULL };
  gsize at = place->match->end + jkb_text_take (&self->text, place->match->end, "から");

  at += jkb_text_take (&self->text, at, "約");
  if (!jkb_text_is_digit (&self->text, at))
    return FALSE;
  while (jkb_text_is_digit (&self->text, at))
    at++;
  return jkb_text_take_any (&self->text, at, lengths) > 0;
}

/* 4月1日より運用を開始した申込フォームにおいて、…見られる状態となっていた: from the first day on. */
static gboolean
opens_what_went_wrong (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *opening)
{
  static const char *const openings[] = { "運用を開始", "運用開始", "公開を開始", "提供を開始", "受付を開始", "利用を開始", "使用を開始", "募集を開始", "運用し", NULL };
  static const char *const states[] = { "状態", "閲覧", "見られる", "見える", "表示", NULL };
  const JkbHit *last = place->n_cues > 0 ? &place->cues[place->n_cues - 1] : NULL;

  if (jkb_text_take_any (&self->text, opening->span.begin, openings) == 0 || !place->is_last)
    return FALSE;
  for (guint i = 0; last->term->value == JKB_DATE_BEGAN && states[i] != NULL; i++)
    if (strstr (last->term->text, states[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* 10月以降に送付した証明書に係る氏名: which paper, not what went wrong. */
static gboolean
is_sent_paper (const JkbDatePlaces *self, const JkbHit *event)
{
  static const char *const verbs[] = { "送付した", "送付いたしました", "発送した", "郵送した", "お送りした", "発行した", "交付した", NULL };
  static const char *const ends[] = { "に係る", "に関する", "に記載", "に含まれ", "の氏名", "の情報", NULL };
  gsize at = event->span.begin + jkb_text_take_any (&self->text, event->span.begin, verbs);
  gsize end = MIN (at + N_NEXT, self->text.n_bytes);

  if (at == event->span.begin)
    return FALSE;
  for (; at < end && !jkb_text_take (&self->text, at, "、") && !jkb_text_take (&self->text, at, "。"); at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, ends) > 0)
      return TRUE;
  return FALSE;
}

/* 6月16日よりシステム障害が発生しており、調査したところ、攻撃を受けたと判明した: seen as it began. */
static gboolean
was_seen_at_once (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *event)
{
  static const char *const troubles[] = { "障害", "不具合", "つながりにく", "接続できな", "利用できな", "停止し", "暗号化", "異常", NULL };
  const JkbHit *found = jkb_date_places_cue (place, JKB_DATE_DISCOVERED);

  return found != NULL && place->is_last && found->span.begin > event->span.end && place->match->written.day != 0
         && jkb_text_holds_any (&self->text, place->match->end, event->span.end, troubles)
         && (jkb_text_holds (&self->text, event->span.end, found->span.begin, "ところ")
             || jkb_text_holds (&self->text, event->span.end, found->span.begin, "結果"));
}

/* 以降, から: it began then, unless what began is an answer to it or goes on of itself. */
JkbDateReading
jkb_date_read_since (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *first)
{
  gboolean is_until = (place->match->flags & JKB_DATE_UNTIL) != 0
                      || jkb_text_take (&self->text, place->match->end, "にかけ") > 0;      /* 19日未明にかけて暗号化した */
  JkbDateRole role = is_until ? JKB_DATE_ENDED : JKB_DATE_BEGAN;

  if (!is_until && place->match->written.year != 0 && tells_whom (self, place))
    return jkb_date_read_as (JKB_DATE_DECOY, 0.7, "date-since");       /* 2010年1月1日以降に購入した顧客 */
  if (jkb_text_take_before (&self->text, place->match->end, "以前") > 0 || jkb_text_take (&self->text, place->match->end, "以前") > 0)
    return jkb_date_read_as (JKB_DATE_OTHER, 0.6, "date-since");       /* 9月以前に使っていたサーバー */
  if (is_until && (ends_in_finding (self, place) || (tells_which (self, place) && !lasted_until (self, place))))
    return jkb_date_read_as (JKB_DATE_OTHER, 0.6, "date-since");
  if (is_until && (first == NULL || first->term->value != JKB_DATE_RESPONSE) && lasted_until (self, place))
    return jkb_date_read_as (role, 0.8, "date-since");
  if (first == NULL || (is_until && (first->term->value == JKB_DATE_DISCOVERED || place->match->day_base == JKB_DATE_BASE_WRITING)))
    return jkb_date_read_as (JKB_DATE_OTHER, 0.5, "date-since");
  if (!is_until && first->term->value == JKB_DATE_DECOY && opens_what_went_wrong (self, place, first))
    return jkb_date_read_as (JKB_DATE_BEGAN, 0.7, "date-since");
  if (first->term->value == JKB_DATE_BEGAN && is_sent_paper (self, first))
    return jkb_date_read_as (JKB_DATE_DECOY, 0.7, "date-since");
  if (first->term->value == JKB_DATE_BEGAN && led_to_find (self, place, first))
    return jkb_date_read_as (JKB_DATE_DISCOVERED, 0.7, "date-since");
  if (first->term->value == JKB_DATE_BEGAN && jkb_doc_claims_of (self->doc, first->span) & JKB_CLAIMS_NO_EVENT)
    return jkb_date_read_as (JKB_DATE_OTHER, 0.5, "date-since");
  if (first->term->value == JKB_DATE_BEGAN && place->match->written.month == 0 && place->match->month_base == JKB_DATE_BASE_NONE
      && place->match->day_base == JKB_DATE_BASE_NONE)
    return jkb_date_read_as (role, 0.65, "date-since");                 /* 2018年以降 */
  if (first->term->value == JKB_DATE_BEGAN
      && first->span.begin < place->stretch.begin
             + (place->match->month_base == JKB_DATE_BASE_NONE && !lasted_for (self, place) ? N_SINCE : is_until ? 2 * N_NEXT : 4 * N_NEXT))
    {
      JkbDateReading reading = jkb_date_read_as (role, 0.85, "date-since");

      if (!is_until && was_seen_at_once (self, place, first))
        {
          reading.also = JKB_DATE_DISCOVERED;
          reading.also_confidence = 0.6;
        }
      return reading;
    }
  if (first->term->value == JKB_DATE_BEGAN || (first->term->value == JKB_DATE_DISCOVERED && is_missing_since (self, place, first)))
    return jkb_date_read_as (JKB_DATE_OTHER, 0.5, "date-since");
  if (first->term->value == JKB_DATE_ANNOUNCED && first->term->weight < JKB_DATE_PLACE_ANNOUNCED_WEIGHT)
    return jkb_date_read_as (JKB_DATE_RESPONSE, 0.7, "date-since");     /* 27日までに謝罪し */
  return jkb_date_read_as ((JkbDateRole) first->term->value, 0.7, "date-since");
}
