/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names that are never the organisation that is looked for where they stand: words of the matter, papers
 * and departments, card companies and products.
 */
#include "extract/jkb-org-official.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* Words of the incident; but 感染症研究所. */
static gboolean
holds_incident (const JkbDoc *doc, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_NOTICE, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_NOTICE_TERM_INCIDENT && hits[i].span.end <= span.end
        && !jkb_text_begins (doc->normal->text + hits[i].span.end, "症"))
      return TRUE;
  return FALSE;
}

/* 反省する, 検討いたします: what is done. */
static gboolean
is_verb (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const ends[] = { "する", "すべ", "した", "して", "し、", "され", "いたし", "いただ", "致し", "できる", "でき、", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return mention->shape == JKB_ORG_BARE && jkb_text_take_any (&text, mention->span.end, ends) > 0;
}

static gboolean
means_the_speaker (const JkbDoc *doc, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].span.end <= span.end && jkb_org_is_self (doc, &hits[i]))
      return TRUE;
  return FALSE;
}

/* A centre, a school, a branch: there are many of them within another. */
static gboolean
is_house (const JkbDoc *doc, JkbSpan span)
{
  const JkbTerm *ending = jkb_org_nature (doc, span);

  return ending != NULL
         && (ending->value == JKB_ORG_NATURE_TERM_CENTRE || ending->value == JKB_ORG_NATURE_TERM_BRANCH
             || ending->value == JKB_ORG_NATURE_TERM_HOSPITAL || ending->value == JKB_ORG_NATURE_TERM_SCHOOL);
}

/* 当院|耳鼻咽喉科, 弊社|長岡西店, 当院の|健診センター: a part of the speaker. */
static gboolean
is_part_of_speaker (const JkbDoc *doc, const JkbOrgMention *mention)
{
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbOrgMention behind = *mention;

  if (mention->shape == JKB_ORG_LEGAL || mention->shape == JKB_ORG_QUOTED)
    return FALSE;
  if (mention->shape == JKB_ORG_KIND && is_house (doc, mention->span))
    behind.span.begin -= jkb_text_take_before (&text, mention->span.begin, "の");
  return jkb_org_has_cue_before (doc, &behind, JKB_ORG_CUE_TERM_SELF);
}

/* (以下、「当該端末」): what was spoken of before. */
static gboolean
is_said_before (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const words[] = { "当該", "本件", "対象", "本システム", "本サービス", "本サイト", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return mention->shape == JKB_ORG_QUOTED && jkb_text_take_any (&text, mention->span.begin, words) > 0;
}

/* 「会員規約改定のお知らせ」: the subject of a mail. */
static gboolean
is_subject_of_mail (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const words[] = { "のお知らせ", "のご案内", "について", "のお願い", "に関するご", "に関するお", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  return mention->shape == JKB_ORG_QUOTED && jkb_text_holds_any (&text, mention->span.begin, mention->span.end, words);
}

/* 「興味本位で見た」: what was said, with a case and a verb. */
static gboolean
is_clause (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const cases[] = { "を", "が", "に", "で", "は", NULL };
  static const char *const verbs[] = { "た", "る", "い", "す", "う", "く", "ます", "せん", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  if (mention->shape != JKB_ORG_QUOTED || !jkb_org_ends_with_any (text.bytes, mention->span, verbs))
    return FALSE;
  for (gsize at = jkb_text_next (&text, mention->span.begin); at < mention->span.end; at = jkb_text_next (&text, at))
    if (jkb_text_take_any (&text, at, cases) > 0 && g_unichar_get_script (jkb_text_char_before (&text, at)) != G_UNICODE_SCRIPT_HIRAGANA)
      return TRUE;
  return FALSE;
}

/* info@|kawasemi.example */
static gboolean
is_part_of_address (const JkbDoc *doc, JkbSpan span)
{
  const char *text = doc->normal->text;

  return span.begin > 0 && text[span.begin - 1] == '@';
}

/* 商工部 支援課 企画グループ, 県土整備部 下水道局: a part of a department. */
static gboolean
is_group_of_department (const JkbDoc *doc, const JkbOrgMention *mention)
{
  static const char *const above[] = { "課", "室", "部", "局", "係", NULL };
  static const char *const parts[] = { "グループ", "局", "課", "室", "係", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = mention->span.begin;

  while (at > 0 && text.bytes[at - 1] == ' ')
    at--;
  for (guint i = 0; at < mention->span.begin && jkb_org_ends_with_any (text.bytes, mention->span, parts) && above[i] != NULL; i++)
    if (jkb_text_take_before (&text, at, above[i]) > 0)
      return TRUE;
  return FALSE;
}

/* サポート詐欺, ランサムウェア: what happened, not to whom. */
static gboolean
is_a_type (const JkbDoc *doc, JkbSpan span)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_TYPE, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].span.end <= span.end && hits[i].span.end - hits[i].span.begin >= (span.end - span.begin) * 2 / 3)
      return TRUE;
  return FALSE;
}

static gboolean
is_katakana (gunichar c)
{
  return c >= 0x30a1 && c <= 0x30ff;
}

static gboolean
is_within_katakana (const char *text, gsize at)
{
  return is_katakana (g_utf8_get_char (text + at)) && is_katakana (g_utf8_get_char (g_utf8_prev_char (text + at)));
}

/* リンク within パナリンク: katakana goes on at an end of the word, and no other word of @hits takes it up there. */
static gboolean
is_part_of_katakana (const char *text, JkbSpan span, const JkbHit *hits, guint n_hits, JkbSpan word)
{
  gboolean begins = word.begin == span.begin || !is_within_katakana (text, word.begin);
  gboolean ends = word.end >= span.end || !is_within_katakana (text, word.end);

  for (guint i = 0; i < n_hits && !(begins && ends); i++)
    {
      begins |= hits[i].span.begin < word.begin && hits[i].span.end >= word.begin;
      ends |= hits[i].span.begin <= word.end && hits[i].span.end > word.end;
    }
  return !(begins && ends);
}

/* A run of which words that are no name make up @share percent: 患者情報, 業務書類; with @last, also those of everyday
 * (学校施設開放), of which names of a kind are made (施設管理協会). */
static gboolean
is_mostly_words (const JkbDoc *doc, JkbSpan span, JkbOrgStopTerm last, gsize share)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_STOP, span, &n_hits);
  gsize n_covered = 0, at = span.begin;

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value >= JKB_ORG_STOP_TERM_WORD && hits[i].term->value <= (int) last
        && hits[i].span.end <= span.end && hits[i].span.end > at
        && !is_part_of_katakana (doc->normal->text, span, hits, n_hits, hits[i].span))
      {
        n_covered += hits[i].span.end - MAX (hits[i].span.begin, at);
        at = hits[i].span.end;
      }
  return n_covered * 100 >= (span.end - span.begin) * share;
}

/* 電子行政|サービス, 運営|グループ, 不正|通信: words that no name is made of, before what it is. */
static gboolean
is_ordinary_thing (const JkbDoc *doc, const JkbOrgMention *mention)
{
  const JkbTerm *ending = mention->shape == JKB_ORG_KIND ? jkb_org_nature (doc, mention->span) : NULL;
  JkbSpan stem = mention->span;

  if (ending == NULL || strlen (ending->text) >= stem.end - stem.begin)
    return FALSE;
  stem.end -= strlen (ending->text);
  if (ending->value == JKB_ORG_NATURE_TERM_COMPANY)
    return is_mostly_words (doc, stem, JKB_ORG_STOP_TERM_WORD, 99);
  return (ending->value == JKB_ORG_NATURE_TERM_THING || ending->value == JKB_ORG_NATURE_TERM_PERSON)
         && is_mostly_words (doc, stem, JKB_ORG_STOP_TERM_COMMON, 99);
}

/* 警備会社, 保険代理店, 化粧品, 西日本: what somebody is or sells and where, not who. */
static gboolean
is_description (const JkbDoc *doc, JkbSpan span)
{
  static const char *const ends[] = { "業者", "代理店", "製造", "機関", "自治体", "事務所", "施設", "チェーン", "商社", "店舗", "業界", "団体",
                                      "医療法人", "社名", "品", "地方", "圏", NULL };
  static const char *const regions[] = { "西日本", "東日本", "九州", "関東", "関西", "中部", "東海", "近畿", "四国", "東北", "北陸",
                                         "甲信越", "山陰", "山陽", "日本", "米国", "韓国", "中国", "欧州" };
  static const char *const insides[] = { "都内", "府内", "県内", "道内", "市内", "区内", "町内", "村内", "国内", NULL };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_CUE_TERM_DESCRIPTION && hits[i].span.end == span.end)
      return TRUE;
  if (jkb_org_ends_with_any (doc->normal->text, span, ends))
    return TRUE;
  if (jkb_org_ends_with_any (doc->normal->text, span, insides))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    if (span.end - span.begin == strlen (regions[i]) && jkb_org_ends_with (doc->normal->text, span, regions[i]))
      return TRUE;
  return FALSE;
}

/* 顧客約1万人分, 数百通: a counter with a figure before it. */
static gboolean
is_figure (const char *text, JkbSpan span)
{
  static const char *const counters[] = { "分", "個", "枚", "台", "冊", "回", "通", "円", "世帯", "本", NULL };
  gboolean has_counter = FALSE;

  has_counter |= jkb_org_ends_with_any (text, span, counters);
  for (gsize at = span.begin; has_counter && at < span.end; at++)
    if (g_ascii_isdigit (text[at]) || jkb_text_begins (text + at, "数"))
      return TRUE;
  return FALSE;
}

/* 旅客案内の停止, 入会フォーム: what was hit or what became of it. Of katakana only a whole word counts: アカネリンク is a name. */
static gboolean
ends_in_a_stop (const JkbDoc *doc, JkbSpan span)
{
  const char *text = doc->normal->text;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_STOP, span, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_STOP_TERM_WORD && hits[i].span.end == span.end
        && (hits[i].span.begin == span.begin || !is_katakana (g_utf8_get_char (text + hits[i].span.begin))
            || !is_katakana (g_utf8_get_char (g_utf8_prev_char (text + hits[i].span.begin)))))
      return TRUE;
  return FALSE;
}

/* 713件, 広報課, 通知書, 青葉署: a bare run that ends in a counter, in the
 * name of a department, of a paper or of the police names nobody that is looked for. */
static gboolean
ends_in_a_word (const JkbDoc *doc, JkbSpan span)
{
  static const char *const ends[] = { "課", "係", "室", "部", "科", "件", "高校生", "中学生", "大学生", "小学生", "方法", "主催", "共催", "主管", "名", "人", "様", "主任", "課長", "部長", "係長", "室長", "局長", "次長", "主査", "主事", "参事", "課長補佐", "者", "員", "氏", "容疑",
                                      "書", "票", "証", "簿", "状", "券", "帳", "署", "県警", "府警", "道警", "地検",
                                      "情報", "データ", "アドレス", "メール", "システム", "サーバ", "サーバー",
                                      "アカウント", "ファイル", "メモリ", "メモリー", "パソコン", "端末", "番号", "板", "製", "フォルダ", "フォルダー", "機器", "装置", "中", "等", "皆様", "ム上", "ト上", "ル上", "ブ上", NULL };
  const char *text = doc->normal->text;
  guint n_hits;
  const JkbHit *hits;

  if (jkb_text_find (doc->normal->text + span.begin, (gssize) (span.end - span.begin), "子会社") != NULL)
    return TRUE;
  if (g_ascii_isdigit (text[span.begin]) && jkb_org_ends_with (text, span, "日"))
    return TRUE;
  if (is_figure (text, span) || ends_in_a_stop (doc, span))
    return TRUE;
  if (jkb_org_ends_with (text, span, "ら") && span.end - span.begin > strlen ("者ら")
      && g_utf8_get_char (text + span.end - strlen ("者ら")) >= 0x30a1)
    return TRUE;
  if (span.end - span.begin > strlen ("社") && jkb_org_ends_with (text, span, "社")
      && g_ascii_isdigit (text[span.end - strlen ("社") - 1]))
    return TRUE;
  if (jkb_org_ends_with_any (text, span, ends))
    return TRUE;
  hits = jkb_doc_hits (doc, JKB_TERM_ORG_KIND, span, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_KIND_TERM_ENDING && hits[i].span.begin == span.begin
        && hits[i].span.end == span.end)
      return TRUE;
  return FALSE;
}

/* 2031年4月, 令和13年4月2日水曜日午後6時, 今月, 近年: only says when. */
gboolean
jkb_org_is_time (const JkbDoc *doc, JkbSpan span)
{
  static const char *const words[]
      = { "令和", "平成", "昭和", "午前", "午後", "曜日", "年度", "上旬", "中旬", "下旬", "時点", "今月", "先月", "来月",
          "今年", "昨年", "一昨年", "去年", "本年", "近年", "今週", "先週", "昨日", "昨夜", "昨晩", "先日", "一昨日", "今朝", "今般", "今回", "先般", "過日", "本日", "今日", "当日", "前日", "翌日",
          "同日", "翌月", "同月", "同年", "最近", "昨今", "今後", "以降", "以来", "早朝", "未明", "深夜", "夕方", "年末",
          "年始", "夕刻", "付", "年", "月", "日", ".", "/", ":", "時", "分", "秒", "頃", "朝", "昼", "夜", "夕", "火", "水", "木", "金", "土", "-", "一方", "当時", "以前", "従来", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = span.begin;

  while (at < span.end)
    {
      gsize n = g_ascii_isdigit (text.bytes[at]) ? 1 : jkb_text_take_any (&text, at, words);

      if (n == 0)
        return FALSE;
      at += n;
    }
  return TRUE;
}

/* エムツーシステム: katakana or Latin that is no word of the matter before システム makes a name of it; 予約システム is none. */
static gboolean
has_own_stem (const JkbDoc *doc, JkbSpan span)
{
  static const char *const ends[] = { "システム", "サービス", "データ", "メール" };
  const char *text = doc->normal->text;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (jkb_org_ends_with (text, span, ends[i]))
      {
        JkbSpan stem = { span.begin, span.end - strlen (ends[i]) };
        guint n_hits, n_things;

        if (g_utf8_strlen (text + stem.begin, (gssize) (stem.end - stem.begin)) < 3)
          return FALSE;
        for (const char *p = text + stem.begin; p < text + stem.end; p = g_utf8_next_char (p))
          if (g_utf8_get_char (p) >= 0x3400)
            return FALSE;
        jkb_doc_hits (doc, JKB_TERM_ORG_STOP, stem, &n_hits);
        jkb_doc_hits (doc, JKB_TERM_COUNT_NOUN, stem, &n_things);
        return n_hits + n_things == 0;
      }
  return FALSE;
}

/* 瑞浜国際空港会社は…と発表した: a name may end in what it is, when it speaks. */
static gboolean
is_company_of_a_name (const JkbDoc *doc, const JkbOrgMention *mention)
{
  return jkb_org_ends_with (doc->normal->text, mention->span, "会社")
         && mention->span.end - mention->span.begin >= strlen ("瑞浜国際会社") && jkb_org_speaks (doc, mention)
         && jkb_org_is_topic (doc, mention) && !is_mostly_words (doc, mention->span, JKB_ORG_STOP_TERM_WORD, 51);
}

/* A full name with a legal form may have such a word as a part: 株式会社甲乙データセンター. */
static gboolean
is_never (const JkbDoc *doc, const JkbOrgMention *mention)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_STOP, mention->span, &n_hits);
  gsize n_least;

  if (jkb_org_is_press_of_the_case (doc, mention))
    return FALSE;
  n_least = mention->shape == JKB_ORG_LEGAL ? (mention->span.end - mention->span.begin) / 2 : 0;

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value == JKB_ORG_STOP_TERM_NEVER && hits[i].span.end <= mention->span.end
        && hits[i].span.end - hits[i].span.begin >= n_least)
      return TRUE;
  return FALSE;
}

/* "the hospital and clinic": in English names have a capital. */
static gboolean
is_lower_english (const JkbDoc *doc, const JkbOrgMention *mention)
{
  JkbSpan source;
  gboolean has_blank = FALSE;

  if (mention->shape != JKB_ORG_KIND || (guchar) doc->normal->text[mention->span.begin] >= 0x80)
    return FALSE;
  source = jkb_normal_to_source (doc->normal, mention->span);
  for (gsize i = source.begin; i < source.end; i++)
    {
      if ((guchar) doc->item->text[i] >= 0x80 || g_ascii_isdigit (doc->item->text[i]))
        return FALSE;
      has_blank |= doc->item->text[i] == ' ';
    }
  for (gsize i = source.begin; i < source.end; i++)
    if (g_ascii_isupper (doc->item->text[i]) && (i > source.begin || !has_blank))
      return FALSE;
  return has_blank;
}

/* Authorities, card companies and products are named in notices of others; only as the first words of
 * a title they speak for themselves, unless they arrested somebody. */
gboolean
jkb_org_is_refused (const JkbDoc *doc, const JkbOrgMention *mention)
{
  if (holds_incident (doc, mention->span) || (mention->shape != JKB_ORG_LEGAL && jkb_org_is_desk (doc->normal->text, mention->span))
      || is_verb (doc, mention)
      || jkb_org_holds (doc, JKB_TERM_NOTICE, JKB_NOTICE_TERM_APOLOGY, mention->span)
      || means_the_speaker (doc, mention->span) || is_part_of_speaker (doc, mention)
      || is_said_before (doc, mention) || is_clause (doc, mention) || is_subject_of_mail (doc, mention) || is_group_of_department (doc, mention) || is_lower_english (doc, mention)
      || jkb_org_is_masked (doc->normal->text, mention->span) || jkb_org_is_facility (doc->normal->text, mention->span)
      || jkb_org_is_only_where (doc, mention))
    return TRUE;
  if (jkb_org_is_attacker (doc, mention->span) || is_ordinary_thing (doc, mention) || is_part_of_address (doc, mention->span))
    return TRUE;
  if (jkb_org_is_police_of_the_case (doc, mention) || jkb_org_is_named_official (doc, mention))
    return FALSE;
  if (mention->shape == JKB_ORG_BARE && is_company_of_a_name (doc, mention))
    return FALSE;
  if (mention->shape == JKB_ORG_BARE
      && (jkb_org_is_time (doc, mention->span) || is_a_type (doc, mention->span)
          || is_description (doc, mention->span) || jkb_org_is_generic (doc->normal->text, mention->span)
          || (ends_in_a_word (doc, mention->span) && !has_own_stem (doc, mention->span)
              && !((jkb_org_speaks (doc, mention) || jkb_org_is_signed (doc, mention->span) || (mention->signs & JKB_ORG_SIGN (THANKED)) != 0)
                   && !is_mostly_words (doc, mention->span, JKB_ORG_STOP_TERM_WORD, 99)))))
    return TRUE;
  if (mention->shape != JKB_ORG_LEGAL
      && (mention->shape == JKB_ORG_BARE
              ? is_mostly_words (doc, mention->span, JKB_ORG_STOP_TERM_COMMON, (mention->signs & JKB_ORG_SIGN (THANKED)) != 0 ? 99 : 51)
                                         : is_mostly_words (doc, mention->span, JKB_ORG_STOP_TERM_WORD, 75)))
    return TRUE;
  return is_never (doc, mention)
         && !(jkb_org_is_in_title (doc, mention->span.begin)
              && (mention->shape != JKB_ORG_BARE || (mention->signs & JKB_ORG_SIGN (TITLE_HEAD)) != 0)
              && !jkb_org_holds (doc, JKB_TERM_ORG_CUE, JKB_ORG_CUE_TERM_ARREST,
                             jkb_org_sentence_of (doc, mention->span.begin)));
}
