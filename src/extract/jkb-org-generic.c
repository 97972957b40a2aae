/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs that have the form of a name and say only what somebody is: 他校, 裁判所, 市立図書館.
 */
#include "extract/jkb-org-grammar.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* 全国, 本社, 他校: with what it says of itself there is no name left. */
static gboolean
is_all_or_own (const JkbText *name)
{
  static const char *const words[] = { "全", "本", "他", "両", "御", NULL };
  static const char *const kinds[]
      = { "社", "国", "員", "店", "者", "部", "局", "行", "庫", "校", "市", "県", "町", "村", "区", "庁", "院", "会", "学",
          "組合", "大学", "病院", "学校", "職員", "社員", "拠点", "施設", "支店", "事業所", "学園", "法人", "機構", "協会", NULL };
  gsize n = jkb_text_take_any (name, 0, words);

  return n > 0 && jkb_text_is_any (name->bytes + n, name->n_bytes - n, kinds);
}

/* 裁判所, 県警: one of many. */
static gboolean
is_one_of_many (const JkbText *name)
{
  static const char *const kinds[] = { "裁判所", "検察庁", "警察", "消防", "県警", "府警", "道警", "税務署", "保健所", "市役所", "県庁",
                                       "町役場", "区役所", "病院", "大学", "銀行", "学校", "小学校", "中学校", "高校", "保育園", "幼稚園",
                                       "図書館", "市教委", "県教委", "府教委", "看護学校", "府教育庁", "県教育庁", "都教育庁", "道教育庁", "附属看護学校", "専門学校", "附属病院",
                                       "付属病院", "大学病院", "公式ストア", "公式ショップ", "ウェブショップ", "webショップ", "オンラインショップ", "オンラインストア",
                                       "ネットショップ", "ショッピングサイト", "通販ショップ", "道教委", "都教委", "町教委", "村教委", "区教委", "教委", "学級", "コンソーシアム", "消防組合", "消防本部", "消防署", "社会福祉協議会事務局", NULL };

  return jkb_text_is_any (name->bytes, name->n_bytes, kinds);
}

/* 市立図書館, 県営住宅, 町公式サイト: of which town is told elsewhere. */
static gboolean
is_of_a_town (const JkbText *name)
{
  static const char *const runs[] = { "市立", "町立", "村立", "区立", "県立", "府立", "都立", "道立", "国立", "市営", "町営",
                                      "県営", "府営", "都営", "市公式", "町公式", "村公式", "区公式", "県公式", "府公式", NULL };
  static const char *const kinds[]
      = { "図書館", "病院", "医療センター", "小学校", "中学校", "高校", "高等学校", "小", "中", "保育園", "保育所", "幼稚園", "こども園",
          "博物館", "美術館", "体育館", "学校", "公民館", "大学", "住宅", "プール", "サイト", "ホームページ", "ウェブサイト", "webサイト", "sns", NULL };
  gsize n = jkb_text_take_any (name, 0, runs);

  if (n == 0)
    return FALSE;
  return jkb_text_take_before (name, n, "公式") > 0 || jkb_text_is_any (name->bytes + n, name->n_bytes - n, kinds);
}

/* 全12信用金庫, 全34校: so many of them. */
static gboolean
is_all_of_them (const JkbText *name)
{
  gsize n = jkb_text_take (name, 0, "全");

  return n > 0 && jkb_text_is_digit (name, n);
}

gboolean
jkb_org_is_facility (const char *text, JkbSpan span)
{
  static const char *const kinds[]
      = { "放課後児童クラブ", "児童クラブ", "学童クラブ", "学童保育", "学童保育所", "地域包括支援センター", "包括支援センター",
          "子育て支援センター", "ファミリーサポートセンター", "保健センター", "保健福祉センター", "給食センター", "学校給食センター", "児童相談所",
          "福祉事務所", "老人ホーム", "特別養護老人ホーム", "生涯学習センター", "男女共同参画センター", "児童館", "児童センター",
          "適応指導教室", "教育支援センター", "就労支援センター", "健診センター", "検診センター", "健康管理センター", "透析センター",
          "リハビリセンター", "救命救急センター", "ケアマネジメントセンター", "ホームヘルパーステーション", "訪問看護ステーション", NULL };

  return jkb_text_is_any (text + span.begin, span.end - span.begin, kinds);
}

gboolean
jkb_org_is_generic (const char *text, JkbSpan span)
{
  static const char *const short_words[] = { "当", "各", "同", "弊", "貴", "該", "公立", "私立", "認可", "認定", NULL };
  static const char *const words[]
      = { "別の", "複数", "一部", "国内", "海外", "関係", "対象", "外部", "専門", "指定", "大手", "民間", "県内", "市内",
          "都内", "地元", "社内", "院内", "学内", "庁内", "館内", "校内", "当該", "該当", "本件", "上記", "下記", "委託先", "取引先", "提携", "近隣", "現地", "第三者", NULL };
  JkbText name = { text + span.begin, span.end - span.begin };

  /* 附属看護専門学校: of whom is told elsewhere */
  if (jkb_text_take (&name, 0, "附属") > 0 || jkb_text_take (&name, 0, "付属") > 0)
    return TRUE;
  if (jkb_text_take_any (&name, 0, short_words) > 0 && jkb_text_count_chars (name.bytes, name.n_bytes) <= 5)
    return TRUE;
  return jkb_text_take_any (&name, 0, words) > 0 || is_all_or_own (&name) || is_of_a_town (&name)
         || is_one_of_many (&name) || is_all_of_them (&name);
}
