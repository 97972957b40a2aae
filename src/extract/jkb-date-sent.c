/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was sent or put up on a day and turns out to have been wrong: 7月22日にお送りした案内に、他の方の名簿が添付されていた. No verb
 * of its own says that something went wrong on the day, but it did. The same of what was changed: 3月の更新以降、…表示されていた.
 */
#include "extract/jkb-date-roles-private.h"

#define N_OBJECT ((gsize) 150)          /* bytes between the day and the verb: to whom, what, how */
#define N_WRONG ((gsize) 240)           /* bytes in which what was wrong is told */
#define N_CHANGE ((gsize) 45)           /* bytes that name a change */

/* 送付|した, 送付|いたしました: where the verb ends, 0 when it is no past. */
static gsize
skip_past (const JkbText *text, gsize at)
{
  static const char *const endings[] = { "いたしました", "致しました", "しておりました", "していた", "しました", "した", "されました", "された", NULL };
  gsize n = jkb_text_take_any (text, at, endings);

  return n > 0 ? at + n : 0;
}

/* What was done about it, or another matter, is told in front of the verb. */
static gboolean
is_answer (const JkbText *text, gsize begin, gsize end)
{
  static const char *const others[] = { "。", "お詫び", "おわび", "謝罪", "訂正", "再送", "再発", "正しい", "を受け", "確認", "削除", "回収", "報告", "届け", NULL };

  return jkb_text_holds_any (text, begin, end, others);
}

/* The end of the verb that tells of sending, 0 when there is none. */
static gsize
find_sent (const JkbDatePlaces *self, const JkbDatePlace *place, gsize begin)
{
  static const char *const verbs[] = { "お送り", "発送", "送付", "送信", "配信", "郵送", "交付", "配付", "配布", "発行", "投函", "手渡", "公開", "掲載", NULL };

  for (guint i = 0; i < place->n_cues && place->cues[i].span.begin <= begin + N_OBJECT; i++)
    {
      gsize verb = place->cues[i].span.begin, n = jkb_text_take_any (&self->text, verb, verbs);
      gsize end = n > 0 ? skip_past (&self->text, verb + n) : 0;

      if (end > 0)
        return verb >= begin && !is_answer (&self->text, begin, verb) ? end : 0;
    }
  return 0;
}

/* 送付した|案内に、他の方の…が同封されていた; 送付した|ところ、… */
static gboolean
was_wrong (const JkbText *text, gsize begin, gsize end)
{
  static const char *const wrongs[] = { "誤って", "誤り", "別の", "別人", "他の", "ほかの", "他人", "異なる", "混入", "混ざ", "混在", "紛れ", "取り違え", "見える", "見られる",
                                        "閲覧でき", "閲覧可能", "表示され", "同封され", "添付され", "含まれてい", "ずれて", "間違", NULL };
  static const char *const answers[] = { "お詫び", "謝罪", "訂正", "予定", NULL };

  for (gsize at = begin; at < end && !jkb_text_take (text, at, "。"); at = jkb_text_next (text, at))
    {
      if (jkb_text_take_any (text, at, answers) > 0)
        return FALSE;
      if (jkb_text_take_any (text, at, wrongs) > 0)
        return TRUE;
    }
  return FALSE;
}

/* Of the day only its time, and に or 、 behind it. */
static gsize
skip_tie (const JkbText *text, gsize at)
{
  static const char *const times[] = { "午前", "午後", "時", "分", "頃", "ごろ", "夜", "朝", "夕方", "の", "付けで", "付で", "付け", NULL };
  static const char *const ties[] = { "に、", "に", "、", NULL };
  gsize begin = at;

  for (gsize n = 1; n > 0; at += n)
    n = jkb_text_is_digit (text, at) ? 1 : jkb_text_take_any (text, at, times);
  return at + (at > begin && jkb_text_take_before (text, at, "付けで") + jkb_text_take_before (text, at, "付で") > 0
                   ? 0
                   : jkb_text_take_any (text, at, ties));
}

/* Of what is told behind @begin something went wrong, before anything was found. */
static gboolean
goes_wrong (const JkbDatePlaces *self, const JkbDatePlace *place, gsize begin)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_DATE_ROLE, (JkbSpan){ begin, MAX (begin, place->sentence.end) }, &n_hits);

  while (n_hits > 0 && hits->term->value == JKB_DATE_DECOY)
    hits++, n_hits--;
  return n_hits > 0 && hits->term->value == JKB_DATE_BEGAN && hits->term->weight >= JKB_DATE_PLACE_BARE_WEIGHT;
}

/* 2月20日の締切までの間、…見られる状態だった: up to what ended it. */
static gboolean
ends_with_change (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const changes[] = { "の締切まで", "の締め切りまで", "の終了まで", "の修正まで", "の停止まで", "の削除まで", "の閉鎖まで", "の非公開化まで", "の発覚まで", NULL };
  gsize n = jkb_text_take_any (&self->text, place->match->end, changes);

  return n > 0 && goes_wrong (self, place, place->match->end + n);
}

/* 3月のシステム更新以降, 5月20日の運用開始時より: since what was changed or begun. */
static gboolean
begins_with_change (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const changes[] = { "更新", "改修", "移行", "変更", "リニューアル", "導入", "切り替え", "切替", "メンテナンス", "運用開始", "受付開始", "公開開始", "利用開始",
                                         "募集開始", "開設", NULL };
  static const char *const since[] = { "以降", "以後", "時より", "時から", "後から", "から", "より", "後、", NULL };
  gsize at = place->match->end, end = MIN (at + N_CHANGE, self->text.n_bytes), n;

  if (!jkb_text_take (&self->text, at, "の"))
    return FALSE;
  for (; at < end && jkb_text_take (&self->text, at, "、") == 0; at = jkb_text_next (&self->text, at))
    if ((n = jkb_text_take_any (&self->text, at, changes)) > 0 && jkb_text_take_any (&self->text, at + n, since) > 0)
      return goes_wrong (self, place, at + n);
  return FALSE;
}

gboolean
jkb_date_read_sent (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  gsize begin = skip_tie (&self->text, place->match->end);
  gsize sent = begin > place->match->end ? find_sent (self, place, begin) : 0;

  if (place->match->flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO | JKB_DATE_SINCE | JKB_DATE_UNTIL | JKB_DATE_PERIOD))
    return FALSE;
  if (ends_with_change (self, place))
    {
      *reading = jkb_date_read_as (JKB_DATE_ENDED, 0.75, "date-sent");
      return TRUE;
    }
  if (jkb_text_take (&self->text, sent, "ところ") > 0 && jkb_date_places_cue (place, JKB_DATE_DISCOVERED) != NULL)
    return FALSE;                       /* 送信したところ、…に気付いた: seen on the same day */
  if (!(sent > 0 && was_wrong (&self->text, sent, MIN (place->sentence.end, sent + N_WRONG))) && !begins_with_change (self, place))
    return FALSE;
  *reading = jkb_date_read_as (JKB_DATE_BEGAN, 0.75, "date-sent");
  return TRUE;
}
