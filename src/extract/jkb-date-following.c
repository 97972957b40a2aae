/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * 8月3日、職員が住宅を訪ねて捜査をした。帰る際、座席に書類を置き忘れた: where no day is known on which it happened, and the sentence
 * of a day tells of nothing, what the next sentences tell happened on that day.
 */
#include "extract/jkb-date-roles-private.h"

#include <string.h>

#define N_SENTENCES 2                   /* behind that of the day */
#define N_AWAY ((gsize) 450)            /* bytes behind the day */
#define CONFIDENCE 0.6

/* 8月3日、…; not 2月10日放送の…, and no day of an arrest. */
static gboolean
stands_for_sentence (const JkbDatePlaces *self, const JkbDateMatch *match, gsize end)
{
  static const char *const ties[] = { "、", "に", "の午", "の夜", "の朝", "の夕", "夜", "朝", "昼", "夕", "午", "頃", "ごろ", "(", " ", "\n", NULL };
  static const char *const others[] = { "逮捕", "起訴", "送検", "判決", "処分", "設立", "入社", "開始し", "開設", NULL };

  if (jkb_text_take_any (&self->text, match->end, ties) == 0)
    return FALSE;
  for (gsize at = match->end; at < MIN (end, match->end + N_AWAY); at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, others) > 0)
      return FALSE;
  return TRUE;
}

/* Nothing is told of the day, or only that somebody went somewhere. */
static gboolean
is_open (const JkbDatePlaces *self, guint index, const JkbDateReading *reading)
{
  static const char *const visits[] = { "を訪問し", "に訪問し", "を訪ね", "を訪れ", NULL };
  const JkbDateMatch *match = &self->matches[index];
  gsize end = g_array_index (self->doc->sentences, JkbSentence, jkb_doc_sentence_at (self->doc, match->end)).span.end;

  if (!stands_for_sentence (self, match, end) || match->written.day == 0 || match->written.month == 0
      || match->flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO | JKB_DATE_SINCE | JKB_DATE_UNTIL | JKB_DATE_LISTED))
    return FALSE;
  if (strcmp (reading->rule, "date-plain") == 0)
    return TRUE;
  end = MIN (end, match->end + N_AWAY);
  for (gsize at = match->end; reading->role == JKB_DATE_RESPONSE && at < end; at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, visits) > 0)
      return TRUE;
  return FALSE;
}

static gboolean
tells_of_event (const JkbDoc *doc, JkbSpan sentence)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (doc, JKB_TERM_DATE_ROLE, sentence, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    if (hits[i].term->value != JKB_DATE_OTHER)
      return hits[i].term->value == JKB_DATE_BEGAN && hits[i].term->weight >= JKB_DATE_PLACE_BARE_WEIGHT
             && !jkb_doc_is_attribute (doc, hits[i].span)
             && (jkb_doc_claims_of (doc, hits[i].span) & JKB_CLAIMS_NO_EVENT) == 0;
  return FALSE;
}

static gboolean
is_followed_by_event (const JkbDatePlaces *self, guint index)
{
  guint sentence = jkb_doc_sentence_at (self->doc, self->matches[index].end);
  gsize next = index + 1 < self->n_matches ? self->matches[index + 1].span.begin : self->text.n_bytes;

  for (guint i = sentence + 1; i <= sentence + N_SENTENCES && i < self->doc->sentences->len; i++)
    {
      JkbSpan span = g_array_index (self->doc->sentences, JkbSentence, i).span;

      if (span.end > next || span.begin > self->matches[index].end + N_AWAY
          || jkb_doc_section_at (self->doc, span.begin) != jkb_doc_section_at (self->doc, self->matches[index].span.begin))
        return FALSE;
      if (tells_of_event (self->doc, span))
        return TRUE;
    }
  return FALSE;
}

/* 翌日…ないことに気付いた: what was seen is that it is gone. */
static gboolean
tells_of_missing (const JkbDatePlaces *self, guint index)
{
  static const char *const words[] = { "紛失に気", "ないことに気", "ないのに気", "見当たらな", "見当たりま", "なくなっているのに", "なくなっていること", "所在不明", "所在が分から", NULL };
  guint next = index + 1;
  gsize end = MIN (next < self->n_matches ? self->matches[next].span.begin : self->text.n_bytes, self->matches[index].end + N_AWAY / 2);

  for (gsize at = self->matches[index].end; at < end && !jkb_text_take (&self->text, at, "。"); at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, words) > 0)
      return TRUE;
  return FALSE;
}

/* 翌日, 翌13日, or two days later at most: after a week nobody knows on which day it went. */
static gboolean
is_soon_after (const JkbDateMatch *before, const JkbDateMatch *after)
{
  int n_days = after->written.day - before->written.day;

  if (after->flags & JKB_DATE_NEXT || (after->day_base == JKB_DATE_BASE_CONTEXT && after->day_offset == 1))
    return TRUE;
  return after->written.day != 0 && n_days > 0 && n_days <= 2
         && (after->written.month == before->written.month || after->month_base != JKB_DATE_BASE_WRITTEN);
}

/* 職員は5月12日に名簿を積んで出かけ、14日に紛失に気付いた: it was last in hand on the day before that, in the same story. */
static guint
find_day_in_hand (const JkbDatePlaces *self, const JkbDateReading *readings)
{
  static const char *const hands[] = { "使用", "使っ", "使い", "持っ", "持ち", "積ん", "出かけ", "外出", "入れ", "出勤", "授業", "借り", "取り出", "訪", "回っ", "回り", NULL };

  for (guint i = 1; i < self->n_matches; i++)
    {
      const JkbDateMatch *before = &self->matches[i - 1];

      if (readings[i].role != JKB_DATE_DISCOVERED || readings[i - 1].role != JKB_DATE_OTHER || before->written.day == 0
          || before->flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO | JKB_DATE_SINCE | JKB_DATE_UNTIL)
          || self->matches[i].span.begin > before->end + 2 * N_AWAY || !is_soon_after (before, &self->matches[i])
          || !tells_of_missing (self, i))
        continue;
      for (gsize at = before->end; at < self->matches[i].span.begin; at = jkb_text_next (&self->text, at))
        if (jkb_text_take_any (&self->text, at, hands) > 0)
          return i - 1;
    }
  return G_MAXUINT;
}

void
jkb_date_find_following (const JkbDatePlaces *self, JkbDateReading *readings)
{
  guint day = G_MAXUINT;

  for (guint i = 0; i < self->n_matches; i++)
    {
      JkbSectionRole section = jkb_doc_section_at (self->doc, self->matches[i].span.begin)->role;

      if (readings[i].role == JKB_DATE_BEGAN || readings[i].also == JKB_DATE_BEGAN)
        return;
      if (day == G_MAXUINT && section != JKB_SECTION_RESPONSE && section != JKB_SECTION_TITLE
          && is_open (self, i, &readings[i]) && is_followed_by_event (self, i))
        day = i;
    }
  if (day == G_MAXUINT)
    day = find_day_in_hand (self, readings);
  if (day != G_MAXUINT)
    readings[day] = jkb_date_read_as (JKB_DATE_BEGAN, CONFIDENCE, "date-following");
}
