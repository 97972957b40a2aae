/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * 3月18日に誤って送った。午後3時25分ころ、連絡があり誤りが分かった: a sentence with a time of day, or a word such as
 * 直後に, that tells how it was found goes with the day before it.
 */
#include <string.h>

#include "extract/jkb-date-roles-private.h"

#define N_AWAY ((gsize) 900)            /* bytes between the day and such a sentence */
#define N_SENTENCE ((gsize) 240)        /* bytes of a sentence in which the time is sought */
#define N_TIME ((gsize) 40)             /* bytes of a time of day between a day and its bracket */
#define SURE_CUE 0.7
#define CONFIDENCE 0.7

/* 午後3時25分ころ, 約25分後; no date and no year before it. */
static gboolean
begins_with_time (const JkbText *text, gsize at)
{
  static const char *const halves[] = { "午前", "午後", "約", "その日の", "同じ日の", "直後", "夕方", "夜", "昼", NULL };
  static const char *const units[] = { "時", "分後", "時間後", ":", NULL };
  gsize half = jkb_text_take_any (text, at, halves);
  gsize digits = jkb_text_skip_blanks (text, at + half, 1), end = digits;

  while (end <= digits + 2 && jkb_text_is_digit (text, end))
    end++;
  if (end == digits)
    return half > 0 && (jkb_text_take (text, at + half, "、") > 0 || jkb_text_take (text, at + half, "に") > 0 || jkb_text_take (text, at, "直後") > 0);
  return end <= digits + 2 && jkb_text_take_any (text, jkb_text_skip_blanks (text, end, 1), units) > 0;
}

/* 確認した may be what was done about it. */
static gboolean
is_plain_find (const JkbTerm *term)
{
  static const char *const words[] = { "連絡", "指摘", "気付", "気づ", "に気", "判明", "分か", "わか", "発覚", "不審", "知らせ", "電話", "通報",
                                       "問い合わせ", "申告" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (term->text, words[i]) != NULL)
      return term->value == JKB_DATE_DISCOVERED && term->weight >= SURE_CUE;
  return FALSE;
}

/* 社員は駅を出た後の22時50分ごろに気付き, 送信直後に気付き: a time within the sentence. */
static gboolean
holds_time (const JkbText *text, JkbSpan sentence)
{
  static const char *const moments[] = { "直後に", "直後、", "直後の", "その場で", "まもなく", "間もなく", "数分後", "すぐに",
                                         "直ちに誤り", "直ちに気", "ただちに誤り", "ただちに気", "速やかに気", NULL };
  gsize end = MIN (sentence.end, sentence.begin + N_SENTENCE);

  for (gsize at = sentence.begin; at < end; at = jkb_text_next (text, at))
    if (jkb_text_take_any (text, at, moments) > 0)
      return TRUE;
  for (gsize at = sentence.begin; at < end; at++)
    if (jkb_text_is_digit (text, at) && !jkb_text_is_digit (text, at + 1)
        && (jkb_text_take (text, at + 1, "時") > 0 || jkb_text_take (text, at + 1, "分後") > 0 || jkb_text_take (text, at + 1, "分ほどして") > 0 || jkb_text_take (text, at + 1, "時頃") > 0)
        && jkb_text_take (text, at + 1, "時間") == 0)
      return TRUE;
  return FALSE;
}

gboolean
jkb_date_tells_moment (const JkbDoc *doc, JkbSpan sentence)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = sentence.begin;

  while (at < sentence.end && (text.bytes[at] == ' ' || text.bytes[at] == '\n'))
    at++;
  return begins_with_time (&text, at) || holds_time (&text, sentence);
}

/* …したところ、不正アクセスと分かった, 帰宅後に気付いた: who was there saw it, in the order of what is told. */
static gboolean
goes_on_to_find (const JkbDoc *doc, const JkbText *text, JkbSpan sentence)
{
  static const char *const steps[] = { "たところ", "すると、", "ようとし", "際に", "した際", "た後、", "後に", "その後", "直後", "戻ると", "帰宅し", "帰宅後", NULL };
  static const char *const sights[] = { "気付", "気づ", "に気", "分か", "わか", "判明", "なくなって", "見当たら", "確認され", "が確認", "不審に思", NULL };
  static const char *const others[] = { "日後", "か月後", "カ月後", "ヶ月後", "週間後", "年後", "翌", "後日", "連絡", "指摘", "通報", "電話があ", "問い合わせ", "申し出", "申告", "点検", "監査",
                                        "調査会社", "専門", "フォレンジック", NULL };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_DATE_ROLE, sentence, &n_hits);
  gsize end = MIN (sentence.end, sentence.begin + N_SENTENCE);
  gboolean has_step = FALSE;

  for (gsize at = sentence.begin; at < end; at = jkb_text_next (text, at))
    {
      if (jkb_text_take_any (text, at, others) > 0)
        return FALSE;
      has_step |= jkb_text_take_any (text, at, steps) > 0 || jkb_text_take (text, at, "不審に思") > 0;
    }
  for (guint i = 0; has_step && i < n_hits; i++)
    for (guint j = 0; sights[j] != NULL && hits[i].term->value == JKB_DATE_DISCOVERED; j++)
      if (strstr (hits[i].term->text, sights[j]) != NULL)
        return (jkb_doc_claims_of (doc, hits[i].span) & (JKB_CLAIM_NEGATED | JKB_CLAIM_PLANNED)) == 0;
  return FALSE;
}

static gboolean
tells_of_find (const JkbDoc *doc, JkbSpan sentence)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_DATE_ROLE, sentence, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (is_plain_find (hits[i].term)
        && (jkb_doc_claims_of (doc, hits[i].span) & JKB_CLAIMS_NO_EVENT) == 0)
      return TRUE;
  return FALSE;
}

/* 確認日時 2月9日午前11時20分(送信は午前10時8分): what a bracket behind the day of the discovery tells of the same day. */
static gboolean
has_event_in_bracket (const JkbDoc *doc, const JkbDateMatch *match)
{
  static const char *const times[] = { "午前", "午後", "時", "分", "半", "頃", "ごろ", ":", " ", NULL };
  static const char *const later[] = { "月", "日", "翌", "前日", "年", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = match->end;
  const JkbHit *hits;
  guint n_hits;

  for (gsize n = 1; n > 0 && at < match->end + N_TIME; at += n)
    n = jkb_text_is_digit (&text, at) ? 1 : jkb_text_take_any (&text, at, times);
  if (jkb_text_take (&text, at, "(") == 0)
    return FALSE;
  hits = jkb_doc_hits (doc, JKB_TERM_DATE_ROLE, (JkbSpan){ at + 1, at + 2 }, &n_hits);
  if (n_hits == 0 || hits[0].span.begin != at + 1 || hits[0].term->value != JKB_DATE_BEGAN)
    return FALSE;
  at = hits[0].span.end + jkb_text_take (&text, hits[0].span.end, "は");
  if (at == hits[0].span.end || !begins_with_time (&text, at + jkb_text_take (&text, at, "同日")))
    return FALSE;
  for (; at < text.n_bytes && text.bytes[at] != ')'; at = jkb_text_next (&text, at))
    if (text.bytes[at] == '\n' || (jkb_text_take_any (&text, at, later) > 0 && jkb_text_take_before (&text, at, "同") == 0))
      return FALSE;
  return TRUE;
}

static void
find_bracketed_events (const JkbDoc *doc, const JkbDateMatch *matches, guint n_matches, JkbDateReading *readings)
{
  for (guint i = 0; i < n_matches; i++)
    if (readings[i].role == JKB_DATE_DISCOVERED && readings[i].also == JKB_DATE_OTHER && has_event_in_bracket (doc, &matches[i]))
      {
        readings[i].also = JKB_DATE_BEGAN;
        readings[i].also_confidence = CONFIDENCE;
      }
}

/* Only blanks and line ends are between the sentence of @at and the one with this index. */
static gboolean
follows_at_once (const JkbDoc *doc, const JkbText *text, gsize at, guint sentence)
{
  guint first = jkb_doc_sentence_at (doc, at);

  if (first >= sentence)
    return FALSE;
  at = g_array_index (doc->sentences, JkbSentence, first).span.end;
  while (at < g_array_index (doc->sentences, JkbSentence, sentence).span.begin && (text->bytes[at] == ' ' || text->bytes[at] == '\n'))
    at++;
  return at >= g_array_index (doc->sentences, JkbSentence, sentence).span.begin;
}

/* Of the first @n_before dates the last one with a day, when it began on it and not long before @at; else %G_MAXUINT. */
static guint
find_day_before (const JkbDateMatch *matches, guint n_before, const JkbDateReading *readings, gsize at)
{
  for (guint i = n_before; i-- > 0 && matches[i].end + N_AWAY >= at;)
    if (matches[i].written.day != 0 || matches[i].month_base == JKB_DATE_BASE_WRITTEN || matches[i].day_base == JKB_DATE_BASE_WRITING)
      return (matches[i].written.day != 0 || matches[i].day_base == JKB_DATE_BASE_WRITING) && readings[i].role == JKB_DATE_BEGAN
                     && !(matches[i].flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO))
                 ? i
                 : G_MAXUINT;
  return G_MAXUINT;
}

void
jkb_date_find_same_day (const JkbDoc *doc, const JkbDateMatch *matches, guint n_matches, JkbDateReading *readings)
{
  static const char *const marks[] = { "○", "・", "●", "■", "-", "その後、", "経過 ", "経緯 ", "発覚 ", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  guint n_before = 0;

  find_bracketed_events (doc, matches, n_matches, readings);
  for (guint i = 0; i < n_matches; i++)
    if (readings[i].role == JKB_DATE_DISCOVERED || readings[i].also == JKB_DATE_DISCOVERED)
      return;
  for (guint i = 0; i < doc->sentences->len; i++)
    {
      JkbSpan sentence = g_array_index (doc->sentences, JkbSentence, i).span;
      gsize at = sentence.begin;
      guint day;
      gboolean is_next;

      while (n_before < n_matches && matches[n_before].span.begin < sentence.begin)
        n_before++;
      while (at < sentence.end && (text.bytes[at] == ' ' || text.bytes[at] == '\n'))
        at++;
      for (gsize n = 1; n > 0 && at < sentence.end; at += n)
        n = jkb_text_take_any (&text, at, marks);
      if (n_before < n_matches && matches[n_before].span.begin < sentence.end)
        continue;
      day = find_day_before (matches, n_before, readings, sentence.begin);
      if (day == G_MAXUINT)
        continue;
      is_next = follows_at_once (doc, &text, matches[day].end, i);
      if (!((begins_with_time (&text, at) || holds_time (&text, sentence)) && tells_of_find (doc, sentence))
          && !(is_next && goes_on_to_find (doc, &text, sentence)))
        continue;
      readings[day].also = JKB_DATE_DISCOVERED;
      readings[day].also_confidence = CONFIDENCE;
      return;
    }
}
