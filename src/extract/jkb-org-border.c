/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a name that says what it is (…病院, …市, …電力) ends.
 */
#include "extract/jkb-org-grammar.h"
#include "extract/jkb-text-at.h"

#include <string.h>

/* As long as the longest words that stand behind a name. */
#define LOOK_BYTES 48

static gboolean
begins_incident (const JkbDoc *doc, gsize offset)
{
  guint n_hits;

  jkb_doc_hits (doc, JKB_TERM_NOTICE, (JkbSpan){ offset, offset + 1 }, &n_hits);
  return n_hits > 0;
}

static gboolean
is_ideograph_at (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return (c >= 0x3400 && c <= 0x9fff) || c == 0x3005;
}

/* 機|構内: the house itself ends in the word. */
static gboolean
is_within_kind (const char *text, gsize at)
{
  return jkb_text_begins (text + at, "構内") && at >= strlen ("機") && jkb_text_begins (text + at - strlen ("機"), "機");
}

gsize
jkb_org_measure_premises (const char *text, gsize at)
{
  static const char *const premises[]
      = { "管理事務所内", "管理事務室内", "事務所内", "事務室内", "事務局内", "職員室内", "研究室内", "相談室内", "執務室内", "準備室内", "会議室内", "庁舎内", "校舎内", "園舎内",
          "施設内", "店舗内", "構内", "敷地内", "館内", "院内", "校内", "園内", "学内", "庁内", "社内", "店内", "キャンパス内", "ビル内", "倉庫内" };

  for (guint i = 0; i < G_N_ELEMENTS (premises); i++)
    if (jkb_text_begins (text + at, premises[i]) && !is_within_kind (text, at) && !is_ideograph_at (text + at + strlen (premises[i])))
      return strlen (premises[i]);
  return 0;
}

/* What belongs to a house, is done by it or done to it, and is no part of its name. */
static const char *const behind[] = { "主催", "提供", "保有", "作成", "発行", "名義", "全体", "内部", "傘下", "広報室", "担当課", "様", "会員各位", "各位", "運営事務局", "独自", "自身", "自体",
                                      "窓口", "本社", "本店", "退職者", "顧客", "名簿", "事務局長", "スタッフ一同", "スタッフ", "アルバイト", "パート", "プレスリリース", "ニュースリリース",
                                      "サポートセンター", "コールセンター", "お客様センター", "お客さまセンター", "カスタマーセンター", "カスタマーサポート", "お客様相談室", "お客様窓口",
                                      "相談窓口", "総務部", "総務課", "総務担当", "広報部", "広報課", "人事部", "人事課", "経理部", "管理部", "企画部", "経営企画部", "経営企画室", "情報システム部",
                                      "情報システム課", "法務部", NULL };

/* What sort of staff: 甲乙協会|臨時|職員. */
static const char *const sorts[] = { "嘱託", "非常勤", "臨時", "男性", "女性", "契約", "派遣", "正規", "新人", "若手", "名誉", NULL };
static const char *const sorted[] = { "職員", "社員", "従業員", "教諭", "教員", "講師", "医師", "看護師", "行員", "教授", "会長", NULL };

/* …病院長, …市長: who heads it; …市職員: who staffs it; …市役所: where it sits; …社長 is another word. */
static gboolean
is_head_or_hall (const char *p)
{
  static const char *const words[] = { "長", "役所", "役場", "職員", "社員", "従業員", "教諭", "教員", "教授", "医師", "看護師",
                                       "行員", "元職員", "元社員", "元教諭", "元従業員", "側", "広報", "理事長", "理事", "会長", "院長", "学長", "幹部", "元幹部",
                                       "薬剤師", "技師", "係長", "課長", "部長", "課長補佐", "元係長", "元課長", "元部長", "本部", "所管", "勤務", "加盟", "主催", "発注", "運営",
                                       "指定", "公式", "御中", "名義", "所有", "所属", "出身", "担当", "担当課", "担当者", "傘下", "関係者", "不祥事",
                                       "名誉教授", "名誉会長", "向け", "宛て", "宛", "事務局", "及び", "並びに", "名で", "初の",
                                       "公式ホームページ", "公式サイト", "公式ウェブサイト", "公式hp" };

  const JkbText text = { p, strnlen (p, LOOK_BYTES) };
  gsize n = jkb_text_take_any (&text, 0, behind);

  if (n > 0 && !is_ideograph_at (p + n))
    return TRUE;
  n = jkb_text_take_any (&text, 0, sorts);
  if (n > 0 && jkb_text_take_any (&text, n, sorted) > 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (jkb_text_begins (p, words[i])
        && (!is_ideograph_at (p + strlen (words[i])) || jkb_org_measure_premises (p, strlen (words[i])) > 0))
      return TRUE;
  return jkb_org_measure_premises (p, 0) > 0;
}

/* …病院内で, …大学内の: within the house. */
static gboolean
is_inside (const char *text, gsize offset)
{
  static const char *const houses[] = { "院", "学", "校", "園", "館", "所", "店", "社", "構", "会", "省", "庁", "委" };
  static const char *const insides[] = { "内で", "内に", "内の", "内から", "内を", "内部" };
  gsize n = strlen (houses[0]);
  gboolean is_house = FALSE;

  for (guint i = 0; offset >= n && i < G_N_ELEMENTS (houses); i++)
    is_house |= memcmp (text + offset - n, houses[i], n) == 0;
  for (guint i = 0; is_house && i < G_N_ELEMENTS (insides); i++)
    if (jkb_text_begins (text + offset, insides[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_kana (gunichar c)
{
  return c >= 0x30a1 && c <= 0x30fe && c != 0x30fb;
}

/* グループ会社, グループ各社: not the group itself. */
static gboolean
begins_company (const char *p)
{
  static const char *const words[] = { "会社", "各社", "企業", "全体", "全社", "内", "外", "向", "長" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (jkb_text_begins (p, words[i]))
      return TRUE;
  return FALSE;
}

/* ネットワークス, ホテルズ, banking: the word goes on in its script. */
static gboolean
goes_on (gunichar last, gunichar next)
{
  gboolean is_latin = last < 0x80 && next < 0x80 && g_ascii_isalpha ((char) last)
                      && g_ascii_isalpha ((char) next);

  return (is_kana (last) && is_kana (next)) || is_latin;
}

/* 某県商工労働部企業支援課: the town or prefecture stands before its departments. */
static gboolean
begins_department (const JkbDoc *doc, gsize offset)
{
  static const char *const regions[] = { "県", "府", "都", "道", "市", "区", "町", "村", "地裁", "高裁", "家裁", "委員会", "教委", "大学", "病院", "県警", "府警", "道警",
                                         "機構", "協会", "省", "庁", "組合", "連合会", "財団", "公社", "事業団" };
  static const char *const ends[] = { "課", "部", "局", "室", "係", "支所", "出張所", "事務所", "支部" };
  const char *text = doc->normal->text;
  gboolean is_region = FALSE;
  JkbSpan rest;

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    is_region |= offset >= strlen (regions[i])
                 && memcmp (text + offset - strlen (regions[i]), regions[i], strlen (regions[i])) == 0;
  if (!is_region)
    return FALSE;
  if ((offset >= strlen ("都市") && memcmp (text + offset - strlen ("都市"), "都市", strlen ("都市")) == 0)
      || jkb_text_begins (text + offset - strlen ("都"), "都市"))
    return FALSE;
  rest = jkb_org_bare_after (doc, offset, doc->normal->n_bytes);
  if (jkb_text_begins (text + offset, "民") || jkb_text_begins (text + offset, "役") || jkb_text_begins (text + offset, "警"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (rest.end - rest.begin >= 2 * strlen ("課") && jkb_org_ends_with (text, rest, ends[i]))
      return TRUE;
  return FALSE;
}

/* 甲乙副|市|長: the head's deputy is no town. */
static gboolean
is_deputy (const char *text, gsize offset)
{
  static const char *const deputies[] = { "副市", "副町", "副村", "副区", NULL };
  const JkbText before = { text, offset };

  return jkb_text_begins (text + offset, "長") && jkb_text_take_any_before (&before, offset, deputies) > 0;
}

/* 甲乙協会|名簿|流出: what was lost or hit, and then what happened. */
static gboolean
begins_thing_of_incident (const JkbDoc *doc, gsize offset)
{
  static const char *const things[] = { "個人情報", "顧客情報", "会員情報", "利用者情報", "患者情報", "情報", "利用者名簿", "会員名簿", "顧客名簿", "名簿", "書類", "メールアドレス", "メール", "カルテ",
                                        "システム", "サーバー", "サーバ", "サイト", "ホームページ", "パソコン", "usb", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize n = jkb_text_take_any (&text, offset, things);

  return n > 0 && begins_incident (doc, offset + n + jkb_text_take (&text, offset + n, "の"));
}

gboolean
jkb_org_ends_at (const JkbDoc *doc, gsize offset)
{
  const char *p = doc->normal->text + offset;

  if (is_deputy (doc->normal->text, offset))
    return FALSE;

  if (offset >= strlen ("グループ") && jkb_text_begins (p - strlen ("グループ"), "グループ"))
    return !begins_company (p);
  if (goes_on (g_utf8_get_char (g_utf8_prev_char (p)), g_utf8_get_char (p)))
    return FALSE;
  /* 東区役所地域まちづくり課: only departments follow it. */
  if (offset >= strlen ("役所") && (jkb_text_begins (p - strlen ("役所"), "役所") || jkb_text_begins (p - strlen ("役場"), "役場")))
    return TRUE;
  return !is_ideograph_at (p) || is_head_or_hall (p) || is_inside (doc->normal->text, offset)
         || begins_incident (doc, offset) || begins_thing_of_incident (doc, offset)
         || begins_department (doc, offset);
}

/* 東南電力パワーサプライ, 三峰電機ホーム機器: a name goes on behind the word for its trade, in katakana or Latin and as far
 * as a particle, unless that is what was attacked (電力システム) or what happened (大学サポート詐欺). */
gsize
jkb_org_measure_rest (const JkbDoc *doc, JkbSpan kind)
{
  static const char *const open_kinds[]
      = { "電力", "電機", "ガス", "グループ", "工業", "産業", "商事", "銀行", "証券", "自動車", "通信", "製薬", "化学", "建設", "食品",
          "不動産", "鉄道", "電鉄", "交通", "観光", "急行", "航空", "テレビ", "印刷", "海運", "物流", "開発", "製作所",
          "信金", "信用金庫", "生命", "火災", "損保", "郵便", "新聞", "放送", "運輸", "倉庫", "薬品", "鉄鋼", "製鉄", "重工", "硝子", "水産", "乳業",
          "酒造", "百貨店", "電工", "石油", "保険", "住宅", "建材", "紡績", "製紙", "精機", "計器", NULL };
  static const char *const particles[] = { "の", "は", "が", "で", "に", "を", "と", "、", "(", " ", "\n", "へ", "も" };
  const char *text = doc->normal->text;
  gsize end = kind.end;
  JkbSpan rest;
  guint n_hits;
  const JkbHit *hits;
  gboolean is_open = FALSE;

  if (jkb_org_is_behind_house (text, text + end))
    return MAX (jkb_org_bare_after (doc, kind.begin, doc->normal->n_bytes).end, end) - end;
  is_open |= jkb_org_ends_with_any (text, kind, open_kinds);
  if (!is_open || !(is_kana (g_utf8_get_char (text + end)) || g_ascii_isalpha (text[end])))
    return 0;
  rest = jkb_org_bare_after (doc, end, doc->normal->n_bytes);
  if (g_utf8_strlen (text + rest.begin, (gssize) (rest.end - rest.begin)) < 2 || begins_incident (doc, rest.begin))
    return 0;
  hits = jkb_doc_hits (doc, JKB_TERM_NOTICE, rest, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_NOTICE_TERM_INCIDENT)
      return 0;
  jkb_doc_hits (doc, JKB_TERM_ORG_STOP, (JkbSpan){ rest.begin, rest.begin + 1 }, &n_hits);
  for (guint i = 0; n_hits == 0 && i < G_N_ELEMENTS (particles); i++)
    if (jkb_text_begins (text + rest.end, particles[i]))
      return rest.end - rest.begin;
  return 0;
}

/* 甲乙向|け, 甲乙宛|て, 甲乙及|び, 甲乙初|の, 甲乙名|で, 甲乙運営|の「…」: what the hiragana behind it shows to be no part of a name. */
static gsize
measure_half_word_behind (const char *text, gsize end)
{
  static const struct
  {
    const char *half, *rest;
  } words[] = { { "向", "け" }, { "宛", "て" }, { "及", "び" }, { "並", "びに" }, { "初", "の" }, { "名", "で" }, { "運営", "の「" } };
  const JkbText whole = { text, end };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (jkb_text_begins (text + end, words[i].rest) && jkb_text_take_before (&whole, end, words[i].half) > 0)
      return strlen (words[i].half);
  return 0;
}

/* 甲乙デ|パート: a single character of katakana before more of it is no word. */
static gboolean
breaks_katakana (const char *text, gsize at)
{
  const char *last = g_utf8_prev_char (text + at);

  return is_kana (g_utf8_get_char (text + at)) && is_kana (g_utf8_get_char (last)) && !is_kana (g_utf8_get_char (g_utf8_prev_char (last)));
}

/* Who works there or what belongs to it, at the end of a name; in bytes. */
static gsize
measure_staff (const char *text, JkbSpan name)
{
  static const char *const staff[] = { "元従業員", "元社員", "元職員", "元社長", "元役員", "元取締役", "元幹部", "元店長", "元教諭", "元課長", "元部長", "元係長", "従業員", "契約社員", "派遣社員",
                                       "社員", "職員", "教諭", "教員", "講師", "教授", "医師", "看護師", "薬剤師", "行員", "担当者", "広報", "幹部", "役員", "理事長", "理事", "社長",
                                       "会長", "院長", "課長補佐", "側", "hp", "会員", "利用者", "受講者", "応募者", "加入者", "勤務", "所属", "御中", "公式x", "公式サイト",
                                       "公式ホームページ", "ホームページ", "公式アカウント", "関係者", "不祥事", "所管", "加盟", "発注", "事務局", "メールアドレス", "メールマガジン", "メルマガ", "ニュースレター", "公式アプリ", "会員サイト", NULL };
  JkbText whole = { text, name.end };
  gsize n = jkb_text_take_any_before (&whole, name.end, staff);

  if (n > 0)
    n += jkb_text_take_any_before (&whole, name.end - n, sorts);
  if (n == 0)
    n = jkb_text_take_any_before (&whole, name.end, behind);
  if (n == 0)
    n = measure_half_word_behind (text, name.end);
  return n > 0 && name.end - name.begin >= n + strlen ("ab") * 2 && !breaks_katakana (text, name.end - n) ? n : 0;
}

JkbSpan
jkb_org_cut_staff (const char *text, JkbSpan name)
{
  gsize n;

  while ((n = measure_staff (text, name)) > 0)
    name.end -= n;                      /* 甲乙会|利用者|名簿 */
  return name;
}
