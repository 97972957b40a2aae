/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates that only tell which thing is meant: a disc made on that day, persons examined in that month, a fee of
 * that year. What the sentence says of the thing says nothing of the date.
 */
#include "extract/jkb-date-roles-private.h"

#include "extract/jkb-date-noun.h"

#include <string.h>

#define N_CLAUSE 120                    /* bytes in which a verb before a noun stands */
#define N_NEXT 60                       /* bytes in which 分 follows what it measures */

/* 1月5日に行った調査で, 出社した社員が: such nouns carry the date on to what they brought to light; 際, こと are no
 * things. */
static gboolean
carries_on (const JkbText *text, gsize at)
{
  static const char *const nouns[]
      = { "調査", "点検", "確認", "会見", "記者会見", "検査", "棚卸", "監査", "会議", "照合", "作業", "打ち合わせ", "訓練", "更新", "際", "時", "場合", "後", "為",
          "所", "事", "結果", "直後", "翌", "日", "件", "旨", "上", "頃", "可能性", "形跡", "痕跡", "恐れ", "疑い", "事案",
          "社員", "職員", "担当", "教員", "教諭", "看護師", "医師", "店員", "警備員", "利用者", "住民", "保護者", "患者", "顧客",
          "事実", "段階", "ところ", "ため", "こと", "とき", "攻撃", "サイバー", "ランサム", "不正", "不審", "障害", "漏", "流出", "被害", "誤", NULL };

  return jkb_text_take_any (text, at, nouns) > 0;
}

/* 取引先を装ったメール, 名簿を記録したメモリー: that verb says what kind of thing it is, not when it was made. */
static gboolean
is_guise (const JkbText *text, gsize at)
{
  static const char *const guises[] = { "を装っ", "を名乗っ", "をかたっ", "を騙っ", "に見せかけ", "保存し", "保存され", "記録し", "記録され", "保管し", "保管され", "記載し", "記載され", "収め",
                                        "収録し", "入っ", "を入れ", "誤っ", "間違っ", "異なっ", "違っ", "似", "関係のなかっ", NULL };

  return jkb_text_take_any_before (text, at, guises) > 0;
}

/* 受け取った人から連絡があった: who told did so on the day. */
static gboolean
is_teller (const JkbText *text, gsize at)
{
  static const char *const persons[] = { "人", "方", "市民", "相手", "男性", "女性", "会社", "企業", "家族", "本人", "取引先", "業者", "会員", "生徒",
                                         "学生", NULL };
  static const char *const ways[] = { "から", "より", "が", "の連絡", "の指摘", "の通報", "の電話", NULL };
  gsize n = jkb_text_take_any (text, at, persons);

  return n > 0 && jkb_text_take_any (text, at + n, ways) > 0;
}

/* …した備品の点検で: the thing is only what was looked through. */
gboolean
jkb_date_is_inspected (const JkbText *text, gsize at)
{
  static const char *const inspections[] = { "点検", "調査", "検査", "監査", "棚卸し", "棚卸", "照合", "確認作業", "見直し", "作業", "研修", "整理", NULL };
  static const char *const particles[] = { "で", "の際", "時に", "中に", "の中で", "の過程で", "により", NULL };
  static const char *const others[] = { "を", "が", "は", "に", "、", "。", NULL };
  gsize end = MIN (at + N_NEXT, text->n_bytes);

  for (; at < end && jkb_text_take_any (text, at, others) == 0; at = jkb_text_next (text, at))
    {
      gsize n = jkb_text_take_any (text, at, inspections);

      if (n > 0 && jkb_text_take_any (text, at + n, particles) > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
begins_noun (const JkbText *text, gsize at)
{
  gunichar c = jkb_text_char (text, at);

  return jkb_text_is_kanji (c) || (c >= 0x30a1 && c <= 0x30fa) || c == 0x300c || c == 0x300e
         || (c < 0x80 && g_ascii_isalnum ((char) c));
}

/* …作製したディスクが: a verb in the past right before a thing, between the date and @end. */
static gboolean
has_verb_before_noun (const JkbDatePlaces *self, gsize begin, gsize end, gboolean has_day)
{
  static const char *const pasts[] = { "んだ", "た", NULL };

  for (gsize at = begin; at < end; at = jkb_text_next (&self->text, at))
    {
      gsize n = jkb_text_take_any (&self->text, at, pasts);

      if (jkb_text_take (&self->text, at, "、") > 0 || jkb_text_take (&self->text, at, "「") > 0)
        return FALSE;
      if (n > 0 && at > begin && begins_noun (&self->text, at + n) && !carries_on (&self->text, at + n)
          && !is_guise (&self->text, at) && !(has_day && is_teller (&self->text, at + n)) && !jkb_date_is_inspected (&self->text, at + n))
        return TRUE;
    }
  return FALSE;
}

/* 7月の調査に答えた保護者, 9月の講座の名簿: the month only tells which. */
gboolean
jkb_date_is_month_of_thing (const JkbDatePlaces *self, const JkbDateMatch *match)
{
  static const char *const things[] = { "の調査", "の検査", "の健診", "の検診", "の試験", "の入試", "の講座", "の講習", "の研修", "の授業", "の大会", "の行事", "のイベント", "の催し", "の選挙",
                                        "の請求", "の給与", "の勤務", "の当番", "の献立", "の広報", "の会報", "の例会", "の総会", "の定例会", "の予約", "の申込", NULL };

  return match->written.day == 0 && match->day_base == JKB_DATE_BASE_NONE && jkb_text_take_any (&self->text, match->end, things) > 0
         && !jkb_date_is_inspected (&self->text, match->end + strlen ("の"));
}

/* 7月に検査を受けた52人の: the verb is that of persons. */
static gboolean
is_of_persons (const JkbDatePlaces *self, const JkbHit *first)
{
  static const char *const pasts[] = { "けた", "した", "った", "た", NULL };
  static const char *const persons[] = { "名", "人", "方", "者", NULL };
  gsize at = first->span.end, digits;

  at += jkb_text_take_any (&self->text, at, pasts);
  if (jkb_text_take_before (&self->text, at, "た") == 0)
    return FALSE;
  for (digits = at; jkb_text_is_digit (&self->text, at) || jkb_text_take (&self->text, at, ",") > 0;)
    at++;
  if (jkb_text_take_any (&self->text, at, persons) == 0)
    return FALSE;
  return first->term->weight < JKB_DATE_PLACE_BARE_WEIGHT
         || (at > digits && strcmp (first->term->text, "を受けた") == 0);
}

/* 4月1日から20日までの間に救急で運んだ男女の: a verb that dates do not know, in front of a noun. */
gboolean
jkb_date_ranges_over_thing (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *first)
{
  static const char *const ties[] = { "までの間に", "までの期間に", "の間に", "の期間に", "までに", "の", "に", NULL };
  gsize end = self->matches[jkb_date_places_next_apart (self, place->index) - 1].end;
  gsize tie = jkb_text_take_any (&self->text, end, ties);

  return tie > 0 && has_verb_before_noun (self, end + tie, MIN (first->span.begin, end + N_CLAUSE), TRUE);
}

/* 2031年に行われた工事の記録: what took place is the thing spoken of, unless it is an incident. */
static gboolean
took_place (const JkbDatePlaces *self, const JkbHit *first)
{
  static const char *const pasts[] = { "行われた", "開かれた", "開催された", "実施された", NULL };
  gsize n = jkb_text_take_any (&self->text, first->span.begin, pasts);

  return n > 0 && begins_noun (&self->text, first->span.begin + n) && !carries_on (&self->text, first->span.begin + n);
}

/* 翌日に試験を受ける生徒へ送った: what somebody was to do that day. */
static gboolean
is_of_plan (const JkbDatePlaces *self, gsize begin, gsize end)
{
  static const char *const persons[] = { "る生徒", "る児童", "る学生", "る人", "る方", "る者", "る会員", "る利用者", "る患者", "る職員", "る予定", "るお客", NULL };
  static const char *const others[] = { "、", "。", "た", NULL };

  for (gsize at = begin; at < end && jkb_text_take_any (&self->text, at, others) == 0; at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, persons) > 0)
      return TRUE;
  return FALSE;
}

gboolean
jkb_date_tells_which_thing (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *first)
{
  gsize begin = place->match->end;

  if (place->match->flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO | JKB_DATE_SINCE | JKB_DATE_UNTIL))
    return FALSE;
  if (first->term->value == JKB_DATE_BEGAN && is_of_persons (self, first))
    return TRUE;
  if ((first->term->value == JKB_DATE_BEGAN && took_place (self, first))
      || (jkb_text_take (&self->text, begin, "に") > 0 && is_of_plan (self, begin, first->span.begin)))
    return TRUE;
  begin = self->matches[jkb_date_places_next_apart (self, place->index) - 1].end;       /* 25日と29日に手続きした人の */
  return jkb_text_take (&self->text, begin, "に") > 0 && (place->stretch.begin <= begin || begin > place->match->end)
         && has_verb_before_noun (self, begin, MIN (first->span.begin, begin + N_CLAUSE),
                                  place->match->written.day != 0 || place->match->day_base != JKB_DATE_BASE_NONE);
}

/* 2月26日に担当者が2月23日に受信した警告に気づき: which thing it was; 0 when no such thing follows. */
gsize
jkb_date_pass_received (const JkbDatePlaces *self, gsize at)
{
  static const char *const verbs[] = { "に受信した", "に届いた", "に受け取った", "に送られた", "に送られてきた", "に作成した", "に作成された", "に撮影した",
                                       "に撮影された", "に提出した", "に提出された", "に提出のあった", "に申請のあった", "付けの", "付の", NULL };
  gsize length = jkb_text_take_any (&self->text, at, verbs);

  return length > 0 ? at + length : 0;
}

/* 2019年会費, 2024年入学生: a year and a noun. */
gboolean
jkb_date_is_year_of_thing (const JkbDatePlaces *self, const JkbDateMatch *match)
{
  static const char *const times[] = { "頃", "末", "初", "春", "夏", "秋", "冬", "中", "以", "前", "後", "来", "度", "間", "上", "下",
                                       "当", "分", NULL };

  return match->written.month == 0 && match->written.year != 0 && match->month_base == JKB_DATE_BASE_NONE
         && jkb_text_is_kanji (jkb_text_char (&self->text, match->end))
         && jkb_text_take_any (&self->text, match->end, times) == 0;
}

/* 2031年3月の開店以来: since when there is a shop, not since when there is an incident. */
gboolean
jkb_date_is_of_founding (const JkbDatePlaces *self, const JkbDateMatch *match)
{
  static const char *const behind[] = { "以来", "以降", "以後", NULL };
  gsize n = jkb_text_take (&self->text, match->end, "の");
  gsize at = match->end + n, end = MIN (at + N_NEXT / 2, self->text.n_bytes);

  for (; n > 0 && at < end && begins_noun (&self->text, at); at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, behind) > 0)
      return at > match->end + n;
  return FALSE;
}

/* 2010年1月から3カ月分の伝票, 2004年から3年間の記録: how much there is of the thing. */
gboolean
jkb_date_measures_thing (const JkbDatePlaces *self, const JkbDateMatch *match)
{
  static const char *const units[] = { "カ月分", "か月分", "ヶ月分", "ケ月分", "ヵ月分", "年分", "年間の", "日分", "カ月間の", "か月間の", "週間分",
                                       "カ年分", "か年分", NULL };
  gsize at = match->end;

  at += jkb_text_take (&self->text, at, "から");
  if (!jkb_text_is_digit (&self->text, at))
    return FALSE;
  while (jkb_text_is_digit (&self->text, at))
    at++;
  return jkb_text_take_any (&self->text, at, units) > 0;
}

/* 1月配送分: the date only tells which. */
gboolean
jkb_date_is_share (const JkbDatePlaces *self, gsize at)
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

/* 4月1日から5月31日分の納付書: both ends of a stretch tell which. */
gboolean
jkb_date_is_of_share (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  guint last = jkb_date_places_next_apart (self, place->index) - 1;

  if (last > place->index && jkb_date_is_share (self, self->matches[last].end))
    return TRUE;                        /* 6・7月分 */
  if (place->match->flags & JKB_DATE_RANGE_TO)
    return jkb_date_is_share (self, place->match->end);
  return place->match->flags & JKB_DATE_RANGE_FROM && place->index + 1 < self->n_matches
         && jkb_date_is_share (self, self->matches[place->index + 1].end);
}

/* 秋季大会(10月25日~26日、東町): when people met. */
gboolean
jkb_date_is_of_gathering (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const gatherings[] = { "大会(", "総会(", "研修(", "研修会(", "講座(", "講習会(", "イベント(", "展(", "フェア(", "祭(", "セミナー(",
                                            "説明会(", "試験(", "選挙(", "合宿(", "公演(", "旅行(", "旅行中(", "期間中(", "合宿中(", "遠足(", "実習(", "実習中(", NULL };
  gsize begin = place->match->span.begin;

  if (place->match->flags & JKB_DATE_RANGE_TO && place->index > 0)
    begin = self->matches[place->index - 1].span.begin;
  if (jkb_text_take_any_before (&self->text, begin, gatherings) > 0)
    return TRUE;
  return FALSE;
}

/* 資料(令和3年7月公表): a paper came out then, no notice. */
gboolean
jkb_date_is_of_paper (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const papers[] = { "資料(", "書(", "名簿(", "要項(", "論文(", "データ(", "集(", NULL };

  return jkb_text_take_any_before (&self->text, place->match->span.begin, papers) > 0;
}

/* 3月19日、経済産業省より、漏えいのおそれがあるとして報告の徴収を求められた: what an authority asked for or ordered on the day. */
gboolean
jkb_date_is_of_order (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const orders[] = { "報告の徴収", "報告徴収", "報告徴求", "行政処分", "行政指導", "業務改善命令", "是正命令", "是正勧告", "業務停止命令", "改善命令",
                                        "措置命令", "勧告", "命令", "指導", "厳重注意", NULL };
  static const char *const verbs[] = { "求められ", "命じられ", "受けま", "受けた", "受け、", "受けて", "受領", "求めた", "命じた", "行った", "出した", "しました", "した。", "した", NULL };
  static const char *const ties[] = { "を", "が", "」", "』", ")", "等", "など", "の", "書", "に", "も", NULL };

  for (gsize at = place->match->end; at < place->stretch.end; at = jkb_text_next (&self->text, at))
    {
      gsize end = at + jkb_text_take_any (&self->text, at, orders);
      gboolean has_order = end > at;

      for (gsize n = 1; has_order && n > 0; end += n)
        n = jkb_text_take_any (&self->text, end, ties);
      if (has_order && jkb_text_take_any (&self->text, end, verbs) > 0)
        return jkb_text_find (self->text.bytes + place->match->end, (gssize) (at - place->match->end), "。") == NULL;
    }
  return FALSE;
}
