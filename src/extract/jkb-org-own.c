/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the writer calls its own where it does not say who it is: 弊社が提供する「かもめ便」, 当店のアプリ「なぎさ手帳」, 弊社の「甲乙
 * お客様相談室」. The name of the shop or service stands for who runs it; the name of a desk begins with the name of the house.
 */
#include "extract/jkb-org-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* 会員制オンライン学習サービス: what a thing is, before its name. */
#define DESCRIPTION_BYTES_MAX ((gsize) 75)

/* What makes something in quotes a work, an event or a thing of others. */
#define SIGNS_AGAINST                                                                                                             \
  (JKB_ORG_SIGN (UNNAMED_SHOP) | JKB_ORG_SIGN (WORK) | JKB_ORG_SIGN (ASIDE) | JKB_ORG_SIGN (MAKER) | JKB_ORG_SIGN (NOTE)          \
   | JKB_ORG_SIGN (DESCRIPTION) | JKB_ORG_SIGN (ADDRESSEE))

static const char *const desks[]
    = { "に関するお問い合わせ窓口", "についてのお問い合わせ窓口", "お問い合わせ窓口", "お問合せ窓口", "問い合わせ窓口", "ご相談窓口", "相談窓口", "受付窓口",
        "お客様相談センター", "お客様相談室", "お客さま相談室", "お客様センター", "お客さまセンター", "お客様窓口", "カスタマーサポートセンター",
        "カスタマーサポート", "カスタマーセンター", "サポートセンター", "サポートデスク", "ヘルプデスク", "コンタクトセンター", "コールセンター", "電話受付センター",
        "受付センター", "フリーダイヤル", NULL };

gboolean
jkb_org_is_desk (const char *text, JkbSpan name)
{
  return jkb_org_ends_with_any (text, name, desks);
}

/* が運営する, の提供する, 運営の: what joins the speaker to a thing that is its own, in bytes. */
static gsize
measure_running (const JkbText *text, gsize at)
{
  static const char *const particles[] = { "が", "の", "で", "にて", "において", NULL };
  static const char *const verbs[] = { "運営", "提供", "運用", "管理・運営", "運営・管理", "企画・運営", "開発・提供", "開発・運営", "開発", "展開", "主宰", "発行", NULL };
  static const char *const ends[] = { "しております", "している", "していた", "いたしております", "致しております", "いたします", "を行っている", "を行う", "する", "した", "の", NULL };
  gsize n = jkb_text_take_any (text, at, particles);
  gsize n_verb = jkb_text_take_any (text, at + n, verbs);
  gsize n_end = n_verb > 0 ? jkb_text_take_any (text, at + n + n_verb, ends) : 0;

  if (n_end == 0)
    return 0;
  n += n_verb + n_end;
  return n + jkb_text_take (text, at + n, "、");
}

static gboolean
ends_in_a_thing (const JkbText *text, gsize at)
{
  static const char *const things[] = { "サイト", "ショップ", "ストア", "ストアー", "モール", "サービス", "アプリ", "アプリケーション", "ゲーム", "サイト名", "システム",
                                        "ホームページ", "窓口", "センター", "コミュニティ", "ポータル", "通販", "教室", "スクール", "店舗", "店", "施設", "ec", NULL };

  return jkb_text_take_any_before (text, at, things) > 0;
}

/* 「…」 at @at or behind a few words that say what it is; @has_verb: that the speaker runs it has been said. */
static JkbSpan
find_quote (const JkbText *text, gsize at, gboolean has_verb)
{
  static const char *const borders[] = { "。", "、", "を", "は", "が", "に", "で", "し", "い", "る", NULL };
  gsize open = at, end = MIN (at + DESCRIPTION_BYTES_MAX, text->n_bytes);
  const char *close;

  while (open < end && jkb_text_take (text, open, "「") == 0 && jkb_text_take (text, open, "『") == 0)
    {
      if (strchr ("\n(): ,", text->bytes[open]) != NULL || jkb_text_take_any (text, open, borders) > 0)
        return JKB_SPAN_NONE;
      open = jkb_text_next (text, open);
    }
  if (open >= end || !(open == at ? has_verb : ends_in_a_thing (text, open)))
    return JKB_SPAN_NONE;
  close = jkb_text_find (text->bytes + open, 120, jkb_text_take (text, open, "「") > 0 ? "」" : "』");
  return close != NULL ? (JkbSpan){ open + strlen ("「"), (gsize) (close - text->bytes) } : JKB_SPAN_NONE;
}

/* 甲乙お客様相談室 without the desk; empty when it is none. */
static JkbSpan
cut_desk (const JkbText *text, JkbSpan name)
{
  gsize n = jkb_text_take_any_before (text, name.end, desks);

  return n > 0 ? (JkbSpan){ name.begin, name.end - MIN (n, name.end - name.begin) } : JKB_SPAN_NONE;
}

/* 「甲乙の使い方の相談窓口」(以下、甲乙コールセンター): the short name of a desk behind it. */
static JkbSpan
find_short_desk (const JkbText *text, gsize at)
{
  static const char *const marks[] = { "(以下、「", "(以下「", "(以下、", "(以下 ", "(以下", NULL };
  gsize begin = at + jkb_text_take_any (text, at, marks);
  gsize end = begin;

  while (begin > at && end < text->n_bytes && strchr (")\n", text->bytes[end]) == NULL && jkb_text_take (text, end, "」") == 0
         && jkb_text_take (text, end, "と") == 0)
    end = jkb_text_next (text, end);
  return begin > at ? cut_desk (text, (JkbSpan){ begin, end }) : JKB_SPAN_NONE;
}

/* 弊社の「甲乙お客様相談室」, 当社の甲乙コールセンター: the name of the house that a desk is called by. */
static JkbSpan
find_desk (const JkbDoc *doc, gsize at)
{
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan whole, name;

  at += jkb_text_take (&text, at, "の");
  whole = find_quote (&text, at, TRUE);
  if (whole.end <= whole.begin)
    whole = jkb_org_bare_after (doc, at, text.n_bytes);
  name = find_short_desk (&text, jkb_org_skip_quote (text.bytes, whole.end));
  if (name.end <= name.begin)
    name = cut_desk (&text, whole);
  return jkb_text_count_chars (text.bytes + name.begin, name.end - name.begin) >= 3 ? name : JKB_SPAN_NONE;
}

/* 弊社が提供する|かもめサポートに: a name without quotes that is no word for a thing. */
static JkbSpan
find_bare_thing (const JkbDoc *doc, gsize at)
{
  static const char *const parts[] = { "店", "部", "課", "室", "局", "係", "工場", "線", "駅", "版", "者", "員", "人", "接続", "事業", "サーバ", "サーバー", NULL };
  const char *text = doc->normal->text;
  JkbSpan run = jkb_org_bare_name (doc, jkb_org_bare_after (doc, at, doc->normal->n_bytes));
  guint n_stops;

  if (jkb_org_ends_with_any (text, run, parts))
    return JKB_SPAN_NONE;
  jkb_doc_hits (doc, JKB_TERM_ORG_STOP, run, &n_stops);
  return jkb_org_has_foreign_letters (text, run) && n_stops == 0 ? run : JKB_SPAN_NONE;
}

static gboolean
add_own (GArray *mentions, const JkbDoc *doc, JkbSpan name, JkbOrgShape shape)
{
  guint n_before = mentions->len;

  if (name.end <= name.begin)
    return FALSE;
  jkb_org_mention_add (mentions, doc, name, shape, 0);
  if (mentions->len > n_before && (g_array_index (mentions, JkbOrgMention, n_before).signs & SIGNS_AGAINST) == 0)
    return TRUE;
  g_array_set_size (mentions, n_before);
  return FALSE;
}

gboolean
jkb_org_own_add (GArray *mentions, const JkbDoc *doc)
{
  JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_ORG_CUE, jkb_doc_whole (doc), &n_hits);

  for (guint i = 0; i < n_hits; i++)
    {
      gsize at = hits[i].span.end, n_running;

      if (!jkb_org_is_self (doc, &hits[i]))
        continue;
      n_running = measure_running (&text, at);
      if (add_own (mentions, doc, find_desk (doc, at + n_running), JKB_ORG_QUOTED)
          || add_own (mentions, doc, find_quote (&text, at + (n_running > 0 ? n_running : jkb_text_take (&text, at, "の")), n_running > 0), JKB_ORG_QUOTED)
          || (n_running > 0 && add_own (mentions, doc, find_bare_thing (doc, at + n_running), JKB_ORG_QUOTED)))
        return TRUE;
    }
  return FALSE;
}
