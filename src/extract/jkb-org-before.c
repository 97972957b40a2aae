/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands before a name without a blank or a particle and is no part of it: its trade, its country, the words
 * that lead over from the sentence before.
 */
#include "extract/jkb-org-grammar.h"

#include <string.h>

#include "extract/jkb-text-at.h"

static gboolean
is_katakana_at (const char *p)
{
  return g_utf8_get_char (p) >= 0x30a1 && g_utf8_get_char (p) <= 0x30ff;
}

/* 印刷大手甲乙, 人気ブランドアカネ: words that are no middle of a name, whatever follows; but 大手町病院. */
static gboolean
is_always_before (const char *text, JkbSpan run, JkbSpan word)
{
  static const char *const words[] = { "大手", "老舗", "中堅", "会社", "量販店", "専門店", "菓子店", "事業者", "企業", "ブランド", "交換業者", "代理店", NULL };
  static const char *const places[] = { "大手町", "大手前", "大手門", "大手通", NULL };
  JkbText whole = { text, run.end };

  if (jkb_text_take_any (&whole, word.end - MIN (word.end, strlen ("大手")), places) > 0)
    return FALSE;
  if (jkb_org_ends_with_any (text, word, words))
    return word.begin > run.begin || !is_katakana_at (text + word.begin);
  return FALSE;
}

static gboolean
describes (const JkbDoc *doc, const JkbHit *hit)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };

  if (jkb_text_take_before (&text, hit->span.end, "中小企業") > 0 || jkb_text_take (&text, hit->span.end, "年金") > 0)
    return FALSE;                       /* 霞県中小企業振興協会, 甲乙企業年金基金 */
  return hit->term->value == JKB_ORG_CUE_TERM_DESCRIPTION
         || (hit->term->value == JKB_ORG_CUE_TERM_CONTRACTOR_BEFORE && jkb_org_ends_with (doc->normal->text, hit->span, "会社"));
}

/* 電子部品メーカー甲乙, 通販サイト甲乙: words that say what it is stand before the name. */
gsize
jkb_org_skip_description (const JkbDoc *doc, JkbSpan span)
{
  const char *text = doc->normal->text;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, span, &n_hits);

  for (guint i = n_hits; i-- > 0;)
    {
      gsize end = hits[i].span.end;

      if (!describes (doc, &hits[i]) || end + (g_ascii_isalpha (text[end]) ? strlen ("abc") : strlen ("甲乙")) > span.end)
        continue;
      if (is_katakana_at (g_utf8_prev_char (text + end)) != is_katakana_at (text + end)
          || is_always_before (text, span, hits[i].span))
        return end;
    }
  return span.begin;
}

gsize
jkb_org_skip_trade (const JkbDoc *doc, JkbSpan span)
{
  const char *text = doc->normal->text;
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, span, &n_hits);

  for (guint i = n_hits; i-- > 0;)
    if (describes (doc, &hits[i]) && hits[i].span.end <= span.end && is_always_before (text, span, hits[i].span))
      return hits[i].span.end;
  return span.begin;
}

/* 米Azure Fox, 独アカネ: the country in one character before a name in Latin or katakana. */
static gsize
skip_nation (const char *text, JkbSpan span)
{
  static const char *const nations[] = { "米", "英", "独", "仏", "伊", "韓", "豪" };

  for (guint i = 0; i < G_N_ELEMENTS (nations); i++)
    {
      gsize at = span.begin + strlen (nations[i]);
      gunichar next = jkb_text_begins (text + span.begin, nations[i]) ? g_utf8_get_char (text + at) : 0;

      if (at + 6 <= span.end && ((next < 0x80 && g_ascii_isalpha ((char) next)) || (next >= 0x30a1 && next <= 0x30fa)))
        return at;
    }
  return span.begin;
}

/* このうちアカネ銀行, このたびの甲乙, 事件・事故アカネ銀行: what leads over from the sentence before, the column of a newspaper. */
static gsize
skip_link (const char *text, JkbSpan run)
{
  static const char *const links[] = { "このうち", "そのうち", "このほど", "このたびの", "この度の", "今回の", "さらに", "また", "なお", "ほか", "事件・事故", NULL };
  JkbText whole = { text, run.end };
  gsize n = jkb_text_take_any (&whole, run.begin, links);

  return n > 0 && run.begin + n + 6 <= run.end
                 && (g_utf8_get_char (text + run.begin + n) >= 0x30a1 || g_ascii_isalpha (text[run.begin + n]))
             ? run.begin + n
             : run.begin;
}

/* この度|甲乙協会, その後|甲乙協会: the second half of a word whose first is hiragana. */
static gsize
measure_half_word (const JkbText *text, gsize at)
{
  static const char *const wholes[] = { "この度", "この程", "この日", "この間", "その後", "その際", "その日", "その他", NULL };
  const gsize first = strlen ("この");

  return at >= first && jkb_text_take_any (text, at - first, wholes) > 0 ? strlen ("度") : 0;
}

/* 5月12日|甲乙協会, 当時|甲乙協会, 元|甲乙協会職員: when it was. */
static gsize
skip_when (const JkbDoc *doc, JkbSpan run, gsize name_end)
{
  static const char *const words[] = { "当時", "一方", "昨年", "今年", "先月", "今月", "先週", "今週", "昨日", "本日", "今回", "同日", "翌日", "以前", "現在", "従来", "近年", "その後",
                                       "私たち", "私ども", "弊社", "弊会", "弊団体", "弊学", "当社",
                                       "完全子会社", "連結子会社", "子会社", "孫会社", "グループ会社", "関連会社", "関係会社", NULL };
  static const char *const former[] = { "元町", "元気", "元素", "元祖", "元山", "元木", "元住", "元浜", "元宮", "元田", "前橋", "前田", "前原", "前川", "前沢", "前野", "前浜", "前島", "前山", "前崎", NULL };
  static const char *const marks[] = { "元", "前", NULL };
  static const char *const staff[] = { "職員", "社員", "従業員", "教諭", "教員", "行員", "幹部", "役員", "理事", "課長", "係長", "部長", "会長", "社長", "院長", "学長", "代表", NULL };
  JkbText whole = { doc->normal->text, run.end };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = run.begin, n;

  while (at < run.end && (jkb_text_is_digit (&whole, at) || jkb_text_take (&whole, at, "月") > 0))
    at = jkb_text_next (&whole, at);
  n = at > run.begin ? jkb_text_take (&whole, at, "日") : jkb_text_take_any (&whole, at, words);
  if (n == 0 && at == run.begin && jkb_text_take_any (&whole, at, former) == 0 && (jkb_text_take_any (&text, name_end, staff) > 0 || jkb_text_take_any_before (&text, name_end, staff) > 0))
    n = jkb_text_take_any (&whole, at, marks);
  if (n == 0 && at == run.begin)
    n = measure_half_word (&whole, at);
  return n > 0 && at + n + strlen ("甲乙会") <= run.end ? at + n : run.begin;
}

/* レコード会社・甲乙: what it is, a dot, who it is. */
static gsize
skip_dotted (const char *text, JkbSpan run)
{
  static const char *const kinds[] = { "会社・", "セクター・", "メーカー・", "サイト・", "大手・", "事業者・", "業者・", "チェーン・", "店・", "事務所・", "省・", "元・" };

  if (jkb_text_find (text + run.begin, (gssize) (run.end - run.begin), "・") == NULL)
    return run.begin;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *kind = jkb_text_find (text + run.begin, (gssize) (run.end - run.begin), kinds[i]);

      if (kind != NULL && kind + strlen (kinds[i]) < text + run.end)
        return (gsize) (kind - text) + strlen (kinds[i]);
    }
  return run.begin;
}

/* 山口・灯台放送, 生協・コープあおぎり: where or what it is, a dot, who it is. */
static gsize
skip_place_dot (const JkbDoc *doc, JkbSpan run)
{
  const char *text = doc->normal->text;
  const char *dot = jkb_text_find (text + run.begin, (gssize) (run.end - run.begin), "・");
  JkbSpan before = { run.begin, dot != NULL ? (gsize) (dot - text) : run.begin };
  const JkbTerm *term = jkb_org_nature (doc, before);
  gsize behind = before.end + strlen ("・");

  if (term == NULL || strlen (term->text) != before.end - before.begin || behind + strlen ("灯台局") > run.end
      || (term->value != JKB_ORG_NATURE_TERM_REGION && term->value != JKB_ORG_NATURE_TERM_ASSOCIATION))
    return run.begin;
  return behind;
}

gsize
jkb_org_skip_lead (const JkbDoc *doc, JkbSpan run, gsize name_end)
{
  run.begin = skip_when (doc, run, name_end);
  return skip_dotted (doc->normal->text, run);
}

JkbSpan
jkb_org_bare_name (const JkbDoc *doc, JkbSpan run)
{
  const JkbText whole = { doc->normal->text, run.end };

  run.begin += jkb_text_take (&whole, run.begin, "・");         /* the mark of a list */
  run.begin = skip_when (doc, run, run.end);
  run.begin = skip_link (doc->normal->text, run);
  run.begin = skip_dotted (doc->normal->text, run);
  run.begin = skip_place_dot (doc, run);
  run.begin = jkb_org_skip_description (doc, run);
  run.begin = skip_nation (doc->normal->text, run);
  return run;
}
