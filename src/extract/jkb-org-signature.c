/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names that sign or are thanked: a line of the head between title and text (カフェこもれび), what the words of
 * thanks begin with (いつも甲乙工房をご利用いただき), what stands behind a date at the foot (2031年4月1日 乙丙ひろば).
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* The lines that may be a signature stand this near to the top. */
#define HEAD_LINES_MAX 8

/* A line of more characters is no signature. */
#define SIGNATURE_CHARS_MAX 26

/* Below the last sentence. */
#define FOOT_LINES_MAX 8

/* Ideographs that may be the name of a person. */
#define PERSON_CHARS_MAX 6

/* What is used, with thanks, is named within so many bytes. */
#define N_THANKED ((gsize) 90)

/* A word of fewer is not what is called by its name. */
#define THANKED_CHARS_MIN 3

gsize
jkb_org_skip_date (const JkbText *text, JkbSpan line)
{
  static const char *const units[] = { "年", "月", "日", "令和", "平成", "元", " ", NULL };
  gsize at = line.begin, n;
  gboolean has_month = FALSE;

  while (at < line.end && (n = g_ascii_isdigit (text->bytes[at]) ? 1 : jkb_text_take_any (text, at, units)) > 0)
    {
      has_month |= jkb_text_take (text, at, "月") > 0;
      at += n;
    }
  return has_month && (at == line.end || text->bytes[at - 1] == ' ' || jkb_text_take_before (text, at, "日") > 0) ? at : 0;
}

/* 2031年4月1日, 代表取締役 …, 保護者の皆様, 電話 …: lines beside a signature that are none. */
static gboolean
is_other_head_line (const JkbDoc *doc, JkbSpan line)
{
  static const char *const begins[]
      = { "代表", "理事長", "院長", "校長", "社長", "会長", "学長", "所長", "取締役", "各 ", "記", "以上", "敬具",
          "拝啓", "tel", "fax", "電話", "〒", "http", "コード番号", "担当", "お客様", "報道", "関係", NULL };
  static const char *const ends[]
      = { "各位", "御中", "皆様", "皆さま", "様", "殿", "日", "号", ")", "部", "課", "係", "室", "から", "より", "へ", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  if (jkb_text_take_any (&text, line.begin, begins) > 0)
    return TRUE;
  if (jkb_text_take_any_before (&text, line.end, ends) > 0)
    return TRUE;
  if (jkb_text_take_before (&text, line.end, "長") > 0)
    return TRUE;
  return g_ascii_isdigit (text.bytes[line.begin]) || g_ascii_isdigit (text.bytes[line.end - 1]);
}

/* 文字サイズ 標準 拡大, 一覧へ戻る: what stands around a page. */
static gboolean
is_furniture (const JkbText *text, JkbSpan line)
{
  static const char *const words[]
      = { "一覧へ", "一覧に", "戻る", "文字サイズ", "本文へ", "本文に", "メニュー", "menu", "サイトマップ", "検索", "ログイン", "背景色",
          "現在の位置", "ページid", "ページの先頭", "トップへ", "印刷用", "シェア", NULL };
  guint n_blanks = 0;

  for (gsize at = line.begin; at < line.end; at = jkb_text_next (text, at))
    {
      if (jkb_text_take_any (text, at, words) > 0)
        return TRUE;
      n_blanks += text->bytes[at] == ' ' && (guchar) text->bytes[at + 1] >= 0x80
                  && text->bytes[jkb_text_next (text, at + 1)] != ' ';
    }
  return n_blanks > 2;
}

/* A line of the head that holds a few words without grammar: 高原温泉ホテル雪待亭, カフェ こもれび. */
static gboolean
is_signature (const JkbDoc *doc, const JkbLine *line)
{
  static const char *const grammar[]
      = { "は", "が", "を", "に", "で", "、", "。", ":", "について", "お知らせ", "お詫び", "!", "?", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  if (line->kind == JKB_LINE_BLANK || line->kind == JKB_LINE_LIST || line->continues
      || jkb_org_is_in_title (doc, line->text.begin) || is_other_head_line (doc, line->text)
      || is_furniture (&text, line->text)
      || jkb_text_count_chars (text.bytes + line->text.begin, line->text.end - line->text.begin)
             > SIGNATURE_CHARS_MAX)
    return FALSE;
  for (gsize at = line->text.begin; at < line->text.end; at = jkb_text_next (&text, at))
    if (jkb_text_take_any (&text, at, grammar) > 0)
      return FALSE;
  return TRUE;
}

/* 会社名 甲乙, 学校名:甲乙: the name in a line behind its label. */
static JkbSpan
find_labelled (const JkbText *text, JkbSpan line)
{
  for (gsize at = line.begin; at < line.end; at = jkb_text_next (text, at))
    if (text->bytes[at] == ' ' || text->bytes[at] == ':')
      {
        JkbSpan name = { at + 1, line.end };

        while (name.begin < name.end && text->bytes[name.begin] == ' ')
          name.begin++;
        return jkb_org_is_label (text->bytes, (JkbSpan){ line.begin, at }) ? name : JKB_SPAN_NONE;
      }
  return JKB_SPAN_NONE;
}

/* Only between the title and the first sentence: below, a short line is a heading. */
static void
add_signatures (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint n_said = 0;

  if (jkb_org_title (doc) == NULL)
    return;
  for (guint i = 0; i < doc->lines->len && n_said < HEAD_LINES_MAX; i++)
    {
      const JkbLine *line = &g_array_index (doc->lines, JkbLine, i);

      if (line->kind == JKB_LINE_BLANK || jkb_org_is_in_title (doc, line->span.begin))
        continue;
      n_said++;
      if (jkb_doc_ends_sentence (doc, line->text))
        return;
      if (is_signature (doc, line) && !jkb_org_is_covered (names, line->text.end - 1) && find_labelled (&text, line->text).end == 0)
        jkb_org_mention_add (mentions, doc, line->text, JKB_ORG_BARE, JKB_ORG_SIGN (HEAD_LINE));
    }
}

/* The name that the words of thanks begin with: いつも甲乙工房をご利用いただき. */
static JkbSpan
find_thanked (const JkbDoc *doc, gsize sentence_begin, gsize end)
{
  static const char *const openings[]
      = { "いつも", "平素は", "平素より", "平素から", "日頃は", "日頃より", "日頃から", "日ごろより", "この度は", "このたびは", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize begin = MAX (sentence_begin, end > N_THANKED ? end - N_THANKED : 0);

  for (gsize at = begin; at < end; at++)
    {
      gsize n = jkb_text_take_any (&text, at, openings);
      gsize from = at + n;

      if (n == 0)
        continue;
      from += jkb_text_take (&text, from, "、");
      from += jkb_text_take (&text, from, "より");
      from += jkb_text_take (&text, from, "「");
      end -= jkb_text_take_before (&text, end, "」");
      return memchr (text.bytes + from, ' ', end - MIN (from, end)) == NULL
                     && jkb_text_find (text.bytes + from, (gssize) (end - MIN (from, end)), "、") == NULL
                 ? (JkbSpan){ from, end }
                 : JKB_SPAN_NONE;
    }
  return JKB_SPAN_NONE;
}

static gboolean
ends_thanks (const JkbText *text, gsize at)
{
  static const char *const used[] = { "ご利用", "ご愛用", "ご愛顧", "ごひいき", "お使い", "ご愛読", "応援", "ご支援", "お引き立て", NULL };
  static const char *const visited[] = { "ご来館", "ご来店", "ご支援", "ご声援", "ご理解", "ご協力", "ご高配", "ご厚情", "ご愛顧", "応援", "お引き立て", NULL };
  static const char *const manners[] = { "温かい", "暖かい", "あたたかい", "多大なる", "多大な", "格別の", "格別なる", "格別な", "ひとかたならぬ", "多くの", NULL };
  static const char *const denied[] = { "いただけな", "いただけません", "頂けな", "頂けません", "になれな", "になれません", "できな", "できません", NULL };
  gsize verb = at + strlen ("を"), n = 0;

  if (jkb_text_take (text, at, "を") > 0)
    n = jkb_text_take_any (text, verb, used);
  else if (jkb_text_take (text, at, "に") > 0 || jkb_text_take (text, at, "へ") > 0)
    {
      verb += jkb_text_take (text, verb, "の");
      verb += jkb_text_take (text, verb, "対する");
      verb += jkb_text_take_any (text, verb, manners);
      n = jkb_text_take_any (text, verb, visited);
    }
  return n > 0 && jkb_text_take_any (text, verb + n, denied) == 0;
}

/* 甲乙の活動|にご理解: what is understood or supported is theirs. */
static JkbSpan
cut_deeds (const JkbText *text, JkbSpan name)
{
  static const char *const deeds[] = { "の活動", "の事業", "の運営", "の業務", "の教育", "の診療", "の取り組み", "の取組", "の取組み", "の教育活動", "の事業活動", "の商品", "の製品", "のサービス", NULL };

  return (JkbSpan){ name.begin, name.end - jkb_text_take_any_before (text, name.end, deeds) };
}

static void
add_thanked (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  static const guint64 particles[JKB_TEXT_ROWS] = {
    [0x0c1] = JKB_TEXT_BIT (0x306b) | JKB_TEXT_BIT (0x3078),    /* に, へ */
    [0x0c2] = JKB_TEXT_BIT (0x3092),    /* を */
  };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (guint i = 0; i < doc->sentences->len; i++)
    {
      JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, i).span;
      JkbText head = { text.bytes, MIN (sentence.end, sentence.begin + 2 * N_THANKED) };

      for (gsize at = sentence.begin; (at = jkb_text_skip_to (&head, at, particles)) < head.n_bytes; at = jkb_text_next (&text, at))
        {
          JkbSpan name = ends_thanks (&text, at) ? cut_deeds (&text, find_thanked (doc, sentence.begin, at)) : JKB_SPAN_NONE;

          if (jkb_text_count_chars (text.bytes + name.begin, name.end - name.begin) >= THANKED_CHARS_MIN && !jkb_org_is_covered (names, name.end - 1))
            jkb_org_mention_add (mentions, doc, name, JKB_ORG_BARE, JKB_ORG_SIGN (THANKED));
        }
    }
}

/* 湖畔まつり実行委員会 事務局, 丙丁屋 店主 甲野: the name, without who answers there. */
static JkbSpan
cut_office (const JkbText *text, JkbSpan line)
{
  static const char *const offices[] = { "代表", "理事", "社長", "会長", "店主", "店長", "園長", "院長", "所長", "校長", "館長", "塾長", "室長", "局長", "部長",
                                         "組合長", "支配人", "管理者", "責任者", "主宰", "オーナー", "取締役", "専務", "幹事", "担当",
                                         "事務局", "広報", "人事", "総務", "お客様", "個人情報", "電話", "tel", "〒", "(", NULL };
  static const char *const ends[] = { "部", "課", "室", "係", "局", "窓口", "センター", NULL };
  const char *blank = memchr (text->bytes + line.begin, ' ', line.end - line.begin);
  gsize at = blank != NULL ? (gsize) (blank - text->bytes) : line.end;
  gboolean is_office = jkb_text_take_any (text, at + 1, offices) > 0 || jkb_text_take_any_before (text, line.end, ends) > 0;

  return at < line.end && is_office ? (JkbSpan){ line.begin, at } : line;
}

/* 甲野 太郎, 園長 甲野太郎, 前の記事: a person, or the way to other pages. */
static gboolean
is_no_name (const JkbText *text, JkbSpan line)
{
  static const char *const ways[] = { "記事", "リリース", "トピックス", "ニュース", NULL };
  const char *blank = memchr (text->bytes + line.begin, ' ', line.end - line.begin);
  gboolean is_ideographs = TRUE;

  if (blank != NULL && jkb_text_take_before (text, (gsize) (blank - text->bytes), "長") > 0)
    return TRUE;
  if (jkb_text_take_any_before (text, line.end, ways) > 0)
    return TRUE;
  for (gsize at = line.begin; at < line.end && is_ideographs; at = jkb_text_next (text, at))
    is_ideographs = text->bytes[at] == ' '
                    || g_unichar_get_script (g_utf8_get_char (text->bytes + at)) == G_UNICODE_SCRIPT_HAN;
  return is_ideographs && jkb_text_count_chars (text->bytes + line.begin, line.end - line.begin) <= PERSON_CHARS_MAX;
}

/* A date and a name below the last sentence, in one line or in two. */
static void
add_foot (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gboolean is_dated = FALSE;
  guint first = doc->lines->len;

  for (guint n_said = 0; first > 0 && n_said < FOOT_LINES_MAX; first--)
    {
      const JkbLine *line = &g_array_index (doc->lines, JkbLine, first - 1);

      if (line->kind != JKB_LINE_BLANK && jkb_doc_ends_sentence (doc, line->text))
        break;
      n_said += line->kind != JKB_LINE_BLANK;
    }
  for (guint i = first; i < doc->lines->len; i++)
    {
      JkbLine line = g_array_index (doc->lines, JkbLine, i);
      gsize date_end = line.kind != JKB_LINE_BLANK ? jkb_org_skip_date (&text, line.text) : 0;

      if (line.kind == JKB_LINE_BLANK)
        continue;
      if (date_end > 0)
        line.text.begin = date_end;
      line.text = cut_office (&text, line.text);
      if ((is_dated || date_end > 0) && line.text.end > line.text.begin && !is_no_name (&text, line.text) && is_signature (doc, &line)
          && !jkb_org_is_covered (names, line.text.end - 1))
        jkb_org_mention_add (mentions, doc, line.text, JKB_ORG_BARE, JKB_ORG_SIGN (FOOT));
      is_dated = date_end > 0 && date_end == g_array_index (doc->lines, JkbLine, i).text.end;
    }
}

static void
add_labelled (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (guint i = 0; i < doc->lines->len; i++)
    {
      JkbSpan name = find_labelled (&text, g_array_index (doc->lines, JkbLine, i).text);

      if (name.end > name.begin && jkb_text_count_chars (text.bytes + name.begin, name.end - name.begin) <= SIGNATURE_CHARS_MAX
          && jkb_org_bare_after (doc, name.begin, name.end).end == name.end)
        jkb_org_bare_add (mentions, doc, names, name, JKB_ORG_SIGN (BY_WORDS));
    }
}

void
jkb_org_signature_add (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  add_signatures (mentions, doc, names);
  add_thanked (mentions, doc, names);
  add_foot (mentions, doc, names);
  add_labelled (mentions, doc, names);
}
