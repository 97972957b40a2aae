/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * X社は7月7日、…を受けたと発表した: in news the day behind the topic goes with the verb that ends the sentence.
 */
#include "extract/jkb-date-roles-private.h"

#define N_LABEL 36                      /* bytes between a label and its date */
#define N_DIRECT 6                      /* bytes of a particle between an event and its verb */

/* 2015年4月8日(UTC+9)、 */
static gsize
skip_bracket (const JkbDatePlaces *self, gsize at)
{
  gsize open = jkb_text_skip_blanks (&self->text, at, 2), close;

  if (!jkb_text_take (&self->text, open, "("))
    return at;
  for (close = open; close < MIN (at + N_LABEL, self->text.n_bytes); close++)
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
  return next == ',' || next == 0x3001 || next == 0x306b || jkb_text_is_kanji (next) || next == 0x300c;
}

/* X社は7月7日に発生した漏えいについて発表した: the date goes with 漏えい. */
gboolean
jkb_date_tells_of_noun (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *cue)
{
  return jkb_text_take (&self->text, place->match->end, "に") && cue->span.begin <= place->match->end + N_DIRECT
         && jkb_doc_is_attribute (self->doc, cue->span);
}

/* 3月4日、通報を受けて確認したところ、…と公表した: the day goes with what led to it. */
static gboolean
is_found_first (const JkbDatePlaces *self, const JkbHit *first, const JkbHit *last)
{
  return first->term->value == JKB_DATE_DISCOVERED && last->span.begin > first->span.end
         && g_strstr_len (self->text.bytes + first->span.begin, (gssize) (last->span.begin - first->span.begin),
                          "ところ") != NULL;
}

/* 流出した可能性があると発表した: what may have happened is what was told. */
static gboolean
is_only_possible (const JkbDatePlaces *self, const JkbHit *event)
{
  static const char *const words[] = { "可能性", "おそれ", "恐れ", "疑い", NULL };

  for (gsize at = event->span.end; at < MIN (event->span.end + N_DIRECT, self->text.n_bytes); at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, words) > 0)
      return TRUE;
  return FALSE;
}

/* X社は7月7日に攻撃を受け、…と発表した: without a comma the day goes with the first verb. */
static gboolean
goes_with_event (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *first, const JkbHit *last)
{
  return first != last && first->term->value == JKB_DATE_BEGAN && first->term->weight >= JKB_DATE_PLACE_BARE_WEIGHT
         && jkb_text_take (&self->text, place->match->end, "に")
         && !jkb_text_take (&self->text, place->match->end, "に、")
         && !jkb_text_take (&self->text, first->span.end, "と")
         && !jkb_text_take (&self->text, first->span.end, "たと") && !is_only_possible (self, first);
}

/* 甲乙市は9日、教員が4月、…を紛失したと発表した: the day of the topic is that of the announcement, the inner one is not. */
static gboolean
is_behind_day_of_topic (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  for (gsize at = place->sentence.begin; at < place->match->span.begin; at = jkb_text_next (&self->text, at))
    {
      gsize digits = at + jkb_text_take (&self->text, at, "は"), end = digits;

      while (end > at && jkb_text_is_digit (&self->text, end))
        end++;
      if (end > digits && end < place->match->span.begin && jkb_text_take (&self->text, end, "日") > 0)
        return TRUE;
    }
  return FALSE;
}

/* X社は8日、攻撃を受け、7日から停止したと明らかにした: other days between change nothing. */
static gboolean
ends_in_telling (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  JkbSpan rest = { place->match->end, MIN (place->sentence.end, place->match->end + JKB_DATE_PLACE_BYTES_MAX) };
  static const char *const ties[] = { "と", "ことを", NULL };
  guint n_cues;
  const JkbHit *cues = jkb_doc_hits (self->doc, JKB_TERM_DATE_ROLE, rest, &n_cues);

  return n_cues > 0 && cues[n_cues - 1].term->value == JKB_DATE_ANNOUNCED
         && (jkb_text_take (&self->text, cues[n_cues - 1].span.begin, "と") > 0
             || jkb_text_take_any_before (&self->text, cues[n_cues - 1].span.begin, ties) > 0);
}

/* 社員は18日午後8時ごろ、車を止めて…戻ったところ、かばんがなくなっていた: it happened to them on the day on which they saw it. */
static gboolean
has_person_as_topic (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const persons[] = { "員は", "者は", "師は", "諭は", "授は", "長は", NULL };
  gsize begin = place->match->span.begin - jkb_text_take_before (&self->text, place->match->span.begin, "、");

  return jkb_text_take_any_before (&self->text, begin, persons) > 0;
}

/* これは7月7日に、…不正アクセスがあり、…感染を確認したというもの: it happened on the day on which it was seen. */
static gboolean
opens_with_event (const JkbDatePlaces *self, const JkbHit *first)
{
  static const char *const ends[] = { "があり、", "を受け、", "に遭い、", "が発生し、", "に感染し、", "され、", NULL };

  if (first->term->weight < JKB_DATE_PLACE_BARE_WEIGHT)
    return FALSE;
  for (guint i = 0; ends[i] != NULL; i++)
    {
      gsize n = strlen (ends[i]);

      for (gsize end = first->span.end; end <= MIN (first->span.end + n, self->text.n_bytes); end++)
        if (jkb_text_take_before (&self->text, end, ends[i]) > 0)
          return TRUE;
    }
  return FALSE;
}

/* X社は6日までに、…と明らかにした: told on that day, or shortly before. */
static gboolean
is_told_by_then (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  gsize end = place->match->end;

  if (!(place->match->flags & JKB_DATE_UNTIL))
    return FALSE;
  end -= jkb_text_take_before (&self->text, end, "に");
  end -= jkb_text_take_before (&self->text, end, "まで");
  end += jkb_text_take (&self->text, end, "までに");
  return end > place->match->span.end && jkb_date_places_has_comma (self, end) && ends_in_telling (self, place);
}

/* X社は6月5日、5月10日午後2時ごろ、…したと発表した: the day of the topic in front took that verb. */
static gboolean
is_behind_telling_day (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbDateMatch *before = place->index > 0 ? &self->matches[place->index - 1] : NULL;
  gsize begin;

  if (before == NULL || before->span.begin < place->sentence.begin || !jkb_date_places_has_comma (self, before->end))
    return FALSE;
  begin = before->span.begin - jkb_text_take_before (&self->text, before->span.begin, "、");
  return jkb_text_take_before (&self->text, begin, "は") > 0 && !has_authority_topic (self, begin);
}

/* 5月10日、不正な接続があったことが、5月14日の点検で見つかった: this day is that of what the next one found. */
static gboolean
is_taken_in (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const clauses[] = { "たことが、", "たことが", "たことを、", "たことを", "たのが、", "たのが", "たのを", NULL };
  guint next = jkb_date_places_next_apart (self, place->index);

  if (next >= self->n_matches || self->matches[next].span.begin >= place->sentence.end)
    return FALSE;
  if (jkb_text_take_any_before (&self->text, self->matches[next].span.begin, clauses) > 0)
    return TRUE;
  return FALSE;
}

/* 2月8日、…貸し出した後、5月2日の点検で欠けていると分かった: found on the next day, whatever was done on this one. */
static gboolean
is_found_on_next (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const ways[] = { "の点検", "の調査", "の監査", "の検査", "の棚卸", "の確認", "の照合", "の指摘", "の連絡", "の通報", NULL };
  guint next = jkb_date_places_next_apart (self, place->index);

  if (next >= self->n_matches || self->matches[next].span.begin >= place->sentence.end)
    return FALSE;
  return jkb_text_take_any (&self->text, self->matches[next].end, ways) > 0;
}

/* かばんは翌日に駅で見つかった: what was lost came back. */
static gboolean
came_back (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *verb)
{
  static const char *const things[] = { "かばんは", "鞄は", "カバンは", "バッグは", "メモリーは", "メモリは", "書類は", "パソコンは", "端末は", "財布は",
                                        "封筒は", "スマートフォンは", "携帯電話は", "名簿は", NULL };

  if (!jkb_text_take (&self->text, verb->span.begin, "見つか"))
    return FALSE;
  if (jkb_text_take_any_before (&self->text, place->match->span.begin, things) > 0)
    return TRUE;
  return FALSE;
}

/* Behind 公表|した, 公表|いたしました: where the verb ends, or @at. */
static gsize
skip_past (const JkbText *text, gsize at)
{
  static const char *const endings[] = { "させていただきました", "いたしました", "致しました", "しました", "ました", "した", "た", NULL };

  return at + jkb_text_take_any (text, at, endings);
}

/* 10月2日に公表した流出, 公表いたしましたとおり, 公表していた: what was told before. */
static gboolean
tells_of_earlier (const JkbDatePlaces *self, const JkbHit *telling)
{
  static const char *const befores[] = { "していました", "していた", "しておりました", "ていました", "ていた", "ておりました", NULL };
  static const char *const ties[] = { "とおり", "通り", "ように", NULL };
  gsize end = skip_past (&self->text, telling->span.end);

  if (jkb_text_take_any (&self->text, telling->span.end, befores) > 0 || jkb_text_take_any (&self->text, end, ties) > 0)
    return TRUE;
  return jkb_doc_is_attribute (self->doc, (JkbSpan){ telling->span.begin, end });
}

gboolean
jkb_date_is_of_earlier (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const befores[] = { "既に", "すでに", NULL };
  gboolean is_told = FALSE;

  if (jkb_text_take_any_before (&self->text, place->match->span.begin, befores) > 0)
    return TRUE;
  for (guint i = 0; i < place->n_cues; i++)
    if (place->cues[i].term->value == JKB_DATE_ANNOUNCED)
      {
        is_told = tells_of_earlier (self, &place->cues[i]);
        if (!is_told || !jkb_date_places_has_comma (self, place->match->end))
          return is_told;
      }
  return is_told;
}

gboolean
jkb_date_is_of_other_case (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbHit *telling = jkb_date_places_cue (place, JKB_DATE_ANNOUNCED);
  gsize end;

  if (telling == NULL || !jkb_text_take_before (&self->text, telling->span.begin, "が"))
    return FALSE;
  end = skip_past (&self->text, telling->span.end);
  return jkb_text_take_before (&self->text, end, "た") > 0
         && (jkb_text_take (&self->text, end, "約") > 0 || jkb_text_is_digit (&self->text, end));
}

/* 5月8日に…を確認しましたので、お知らせいたします: who tells it now did not tell it on the day in front. */
static gboolean
is_told_now (const JkbDatePlaces *self, const JkbHit *telling)
{
  static const char *const endings[] = { "いたします", "致します", "します", "申し上げます", "させていただきます", NULL };
  gsize end = telling->span.end - jkb_text_take_before (&self->text, telling->span.end, "し");

  end -= jkb_text_take_before (&self->text, end, "いた");
  return jkb_text_take_any (&self->text, end, endings) > 0;
}

/* 6月6日、利用者から相談があり、明らかになった: to those who were told, and that is how it was found. */
static gboolean
came_out_by_word (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *telling)
{
  static const char *const words[] = { "相談があ", "連絡があ", "指摘があ", "通報があ", "申し出があ", "申告があ", "問い合わせがあ", "届け出があ", "電話があ",
                                       "情報提供があ", "相談を受け", "連絡を受け", "指摘を受け", "通報を受け", "点検で", "監査で", "調べたところ", NULL };

  return jkb_text_take (&self->text, telling->span.begin, "明らかにな") > 0
         && jkb_text_holds_any (&self->text, place->match->end, telling->span.begin, words);
}

gboolean
jkb_date_read_topic (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  const JkbHit *first = jkb_date_places_first_cue (self, place);
  const JkbHit *last = jkb_date_find_last_cue (self, place);
  gboolean has_topic = follows_topic (self, place);
  gboolean has_comma = jkb_date_places_has_comma (self, skip_bracket (self, place->match->end));

  if (has_topic && has_comma && ends_in_telling (self, place))
    {
      *reading = jkb_date_read_as (JKB_DATE_ANNOUNCED, 0.9, "date-topic");
      return TRUE;
    }
  if (is_told_by_then (self, place))
    {
      *reading = jkb_date_read_as (JKB_DATE_ANNOUNCED, 0.65, "date-topic");
      return TRUE;
    }
  if (last == NULL || (first != NULL && (first->term->value == JKB_DATE_OTHER || jkb_date_tells_of_noun (self, place, first)))
      || (place->n_cues == 0 && !has_comma))
    return FALSE;
  if (first != NULL && first != last
      && (is_found_first (self, first, last) || goes_with_event (self, place, first, last)))
    return FALSE;
  if (last->term->value == JKB_DATE_ANNOUNCED && !has_topic
      && (is_behind_day_of_topic (self, place) || is_behind_telling_day (self, place)))
    return FALSE;
  if (last->term->value == JKB_DATE_DISCOVERED && place->n_cues == 0 && !has_topic && is_found_on_next (self, place))
    return FALSE;
  if (last->term->value == JKB_DATE_DISCOVERED && place->n_cues == 0 && is_taken_in (self, place))
    {
      *reading = jkb_date_read_as (JKB_DATE_BEGAN, 0.7, "date-topic");
      return TRUE;
    }
  if (last->term->value == JKB_DATE_ANNOUNCED && first != last && is_told_now (self, last))
    return FALSE;
  if (last->term->value == JKB_DATE_ANNOUNCED && !has_topic && came_out_by_word (self, place, last))
    *reading = jkb_date_read_as (JKB_DATE_DISCOVERED, 0.8, "date-topic");
  else if (last->term->value == JKB_DATE_ANNOUNCED && (has_topic || has_comma))
    *reading = jkb_date_read_as (JKB_DATE_ANNOUNCED, 0.92 * last->term->weight, "date-topic");
  else if (last->term->value == JKB_DATE_DISCOVERED && has_topic && came_back (self, place, last))
    *reading = jkb_date_read_as (JKB_DATE_RESPONSE, 0.7, "date-topic");
  else if (last->term->value == JKB_DATE_DISCOVERED && (has_topic || place->n_cues == 0))
    {
      *reading = jkb_date_read_as (JKB_DATE_DISCOVERED, 0.9 * last->term->weight, "date-topic");
      if (first != NULL && first != last && first->term->value == JKB_DATE_BEGAN && opens_with_event (self, first))
        {
          *reading = jkb_date_read_as (JKB_DATE_BEGAN, 0.8, "date-topic");
          reading->also = JKB_DATE_DISCOVERED;
          reading->also_confidence = 0.75;
        }
      else if ((first != NULL && first != last && first->term->value == JKB_DATE_BEGAN && has_person_as_topic (self, place))
               || jkb_date_saw_when_back (self, place))
        {
          reading->also = JKB_DATE_BEGAN;
          reading->also_confidence = 0.7;
        }
    }
  else
    return FALSE;
  return TRUE;
}
