/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names that sign or are thanked: a line of the head between title and text (カフェこもれび), what the words of
 * thanks begin with (いつも甲乙工房をご利用いただき).
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* The lines that may be a signature stand this near to the top. */
#define HEAD_LINES_MAX 8

/* A line of more characters is no signature. */
#define SIGNATURE_CHARS_MAX 26

/* What is used, with thanks, is named within so many bytes. */
#define N_THANKED ((gsize) 90)
#define THANKED_POINTS 2.0

/* 2031年4月1日, 代表取締役 …, 保護者の皆様, 電話 …: lines beside a signature that are none. */
static gboolean
is_other_head_line (const JkbDoc *doc, JkbSpan line)
{
  static const char *const begins[]
      = { "代表", "理事長", "院長", "校長", "社長", "会長", "学長", "所長", "取締役", "記", "以上", "敬具",
          "拝啓", "tel", "fax", "電話", "〒", "http", "コード番号", "担当", "お客様", "報道", "関係", NULL };
  static const char *const ends[]
      = { "各位", "御中", "皆様", "皆さま", "様", "殿", "日", "号", ")", "部", "課", "係", "室", "から", "より", "へ", NULL };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  if (jkb_text_take_any (&text, line.begin, begins) > 0)
    return TRUE;
  for (guint i = 0; ends[i] != NULL; i++)
    if (jkb_text_take_before (&text, line.end, ends[i]) > 0)
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

/* Only between the title and the first sentence: below, a short line is a heading. */
static void
add_signatures (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
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
      if (is_signature (doc, line) && !jkb_org_is_covered (names, line->text.end - 1))
        jkb_org_mention_add (mentions, doc, line->text, JKB_ORG_BARE, 0.5);
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
  static const char *const thanks[] = { "をご利用", "をご愛用", "をご愛顧", "をごひいき", "をお使い", "をご愛読", "を応援", "をご支援", "にご来館",
                                        "にご来店", "をお引き立て", "にご支援", NULL };

  return jkb_text_take_any (text, at, thanks) > 0;
}

static void
add_thanked (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  static const guint64 particles[JKB_TEXT_ROWS] = {
    [0x0c1] = JKB_TEXT_BIT (0x306b),    /* に */
    [0x0c2] = JKB_TEXT_BIT (0x3092),    /* を */
  };
  JkbText text = { doc->normal->text, doc->normal->n_bytes };

  for (guint i = 0; i < doc->sentences->len; i++)
    {
      JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, i).span;
      JkbText head = { text.bytes, MIN (sentence.end, sentence.begin + 2 * N_THANKED) };

      for (gsize at = sentence.begin; (at = jkb_text_skip_to (&head, at, particles)) < head.n_bytes; at = jkb_text_next (&text, at))
        {
          JkbSpan name = ends_thanks (&text, at) ? find_thanked (doc, sentence.begin, at) : JKB_SPAN_NONE;

          if (name.end > name.begin + strlen ("甲乙") && !jkb_org_is_covered (names, name.end - 1))
            jkb_org_mention_add (mentions, doc, name, JKB_ORG_BARE, THANKED_POINTS);
        }
    }
}

void
jkb_org_signature_add (GArray *mentions, const JkbDoc *doc, const GArray *names)
{
  add_signatures (mentions, doc, names);
  add_thanked (mentions, doc, names);
}
