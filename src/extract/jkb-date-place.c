/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-date-place.h"

#include <math.h>
#include <string.h>

#include "extract/jkb-date-chronicle.h"
#include "extract/jkb-date-noun.h"

#define N_DIRECT 12                     /* bytes in which a word is right behind a date */
#define N_DECOY 48                      /* bytes in which a decoy is told */
#define N_AUTHORITY 150                 /* bytes between an authority and a date */
#define N_QUOTE ((gsize) 300)           /* bytes behind a full stop within a quotation */
#define N_LIST 32                       /* dates of one list */

static const JkbLine *
get_line (const JkbDoc *doc, guint index)
{
  return &g_array_index (doc->lines, JkbLine, index);
}

/* ---------------------------------------------------------------- the words around */

/* X社は6月1日、5月10日に…: behind the topic of news the next day, told in full, has a verb of its own. */
static gboolean
follows_topic (const JkbDatePlaces *self, const JkbDateMatch *match)
{
  gsize begin = match->span.begin - jkb_text_take_before (&self->text, match->span.begin, "、");

  return jkb_text_take_before (&self->text, begin, "は") > 0;
}

/* 2019年1、2月, 1月と3月: months of one list. */
static gboolean
is_month_of_list (const JkbDateMatch *match, const JkbDateMatch *next)
{
  return match->month_base == JKB_DATE_BASE_WRITTEN && match->day_base == JKB_DATE_BASE_NONE
         && next->month_base == JKB_DATE_BASE_WRITTEN && next->day_base == JKB_DATE_BASE_NONE && next->year_base == JKB_DATE_BASE_NONE;
}

/* The next date that does not share its verb with this one: no end of its range, no list of dates. */
guint
jkb_date_places_next_apart (const JkbDatePlaces *self, guint index)
{
  static const char *const joints[] = { "、", "及び", "および", "と", "・", NULL };

  for (guint last = index + N_LIST; index + 1 < self->n_matches && index < last; index++)
    {
      const JkbDateMatch *next = &self->matches[index + 1];
      gsize end = self->matches[index].end;
      gsize joint = jkb_text_take_any (&self->text, end, joints);

      if (jkb_text_take (&self->text, end, "、") > 0 && next->month_base == JKB_DATE_BASE_WRITTEN
          && !jkb_text_is_digit (&self->text, end - 1) && follows_topic (self, &self->matches[index]))
        return index + 1;
      if (next->flags & (JKB_DATE_RANGE_TO | JKB_DATE_LISTED)
          || (joint > 0 && end + joint == next->span.begin
              && (next->day_base == JKB_DATE_BASE_WRITTEN || is_month_of_list (&self->matches[index], next))))
        continue;
      return index + 1;
    }
  return index + 1;
}

/* 同年10月受診分の…, 4月から3月までの伝票: such dates only tell which; the one before goes on behind them. */
static gsize
pass_attribute (const JkbDatePlaces *self, guint index)
{
  static const char *const words[]
      = { "受診分", "実施分", "申込分", "利用分", "分", "受診", "度", "版", "期", "生まれ", "時点の", "現在の", "以前の", "以降の", NULL };
  guint last = jkb_date_places_next_apart (self, index) - 1;
  const JkbDateMatch *match = &self->matches[last];
  gsize length = jkb_text_take_any (&self->text, match->end, words);
  JkbSpan near = { match->end, match->end + N_DIRECT };
  guint n_cues;
  const JkbHit *cues = jkb_doc_hits (self->doc, JKB_TERM_DATE_ROLE, near, &n_cues);

  if (n_cues > 0 && cues[0].term->value == JKB_DATE_DECOY)
    return cues[0].span.end;
  if (jkb_date_is_month_of_thing (self, match))
    return match->end;
  if (length == 0 && !(match->flags & JKB_DATE_PERIOD))
    return jkb_date_pass_received (self, match->end);
  return match->end + length;
}

/* (令和3年7月公表): an aside that does not take the verb from the date before. */
static gboolean
is_bracketed (const JkbDatePlaces *self, guint index)
{
  const JkbDateMatch *match = &self->matches[index];
  gsize end = MIN (match->end + N_DECOY, self->text.n_bytes);

  return jkb_text_take_before (&self->text, match->span.begin, "(")
         && memchr (self->text.bytes + match->end, ')', end - match->end) != NULL;
}

static void
set_stretch (const JkbDatePlaces *self, JkbDatePlace *place, gsize begin, guint next)
{
  gsize end = MIN (place->sentence.end, begin + JKB_DATE_PLACE_BYTES_MAX);

  while (next < self->n_matches && is_bracketed (self, next))
    next++;
  place->is_last = next >= self->n_matches || self->matches[next].span.begin >= end;
  if (!place->is_last)
    end = self->matches[next].span.begin;
  place->stretch = (JkbSpan){ begin, MAX (begin, end) };
  place->cues = jkb_doc_hits (self->doc, JKB_TERM_DATE_ROLE, place->stretch, &place->n_cues);
}

/* The lines below a date are its sentence; other dates in them end its stretch only when they leave it a verb. */
static void
set_entry (const JkbDatePlaces *self, JkbDatePlace *place, gsize end, guint next)
{
  place->sentence.end = end;
  place->is_entry = TRUE;
  set_stretch (self, place, place->match->end, next);
  if (place->n_cues == 0 && !place->is_last)
    set_stretch (self, place, place->match->end, self->n_matches);
}

/* 6月6日に…被害が発生した端末に令和5年度の…: what only describes a noun is no verb of the date. */
static gboolean
has_no_verb (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  for (guint i = 0; i < place->n_cues; i++)
    if (!jkb_doc_is_attribute (self->doc, place->cues[i].span))
      return FALSE;
  return TRUE;
}

/* 5月8日、「メールが届いた。確かめてほしい」との連絡を受けた: what somebody says may have a full stop in it. */
static gsize
pass_quote (const JkbDatePlaces *self, gsize begin, gsize end)
{
  gsize limit = MIN (end + N_QUOTE, self->text.n_bytes);

  if (!jkb_text_is_quoted (&self->text, begin, end))
    return end;
  for (gsize close = end; close < limit && self->text.bytes[close] != '\n'; close = jkb_text_next (&self->text, close))
    if (jkb_text_take (&self->text, close, "」") > 0)
      return MAX (end, g_array_index (self->doc->sentences, JkbSentence, jkb_doc_sentence_at (self->doc, close)).span.end);
  return end;
}

JkbDatePlace
jkb_date_places_get (const JkbDatePlaces *self, guint index)
{
  JkbDatePlace place = { .index = index, .match = &self->matches[index] };
  guint next = jkb_date_places_next_apart (self, index);
  guint sentence = jkb_doc_sentence_at (self->doc, place.match->span.begin);
  guint line = jkb_doc_line_at (self->doc, place.match->span.begin);
  gsize behind;

  place.sentence = g_array_index (self->doc->sentences, JkbSentence, sentence).span;
  if (place.match->end < place.sentence.end)
    place.sentence.end = pass_quote (self, place.match->end, place.sentence.end);
  set_stretch (self, &place, place.match->end, next);
  if (has_no_verb (self, &place) && !place.is_last && (behind = pass_attribute (self, next)) > 0)
    set_stretch (self, &place, behind, jkb_date_places_next_apart (self, next));
  if (place.n_cues == 0 && get_line (self->doc, line)->kind == JKB_LINE_LIST
      && place.match->span.begin == get_line (self->doc, line)->text.begin
      && get_line (self->doc, line)->text.end > place.sentence.end)
    {                                   /* ・6月9日 メールが届く。電話で発覚: the entry has more than one sentence */
      place.sentence.end = get_line (self->doc, line)->text.end;
      set_stretch (self, &place, place.match->end, next);
    }
  if (place.n_cues == 0 && (behind = jkb_date_chronicle_end (self, index)) > place.match->end)
    set_entry (self, &place, behind, next);
  return place;
}

/* 7月3日から12日までの間、退職した社員のIDで…: behind the comma the sentence goes on by itself. */
static gboolean
is_closed_stretch (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const closings[] = { "までの間、", "までの期間、", "の間、", "にかけて、", "にかけ、", "まで、", NULL };
  guint last = jkb_date_places_next_apart (self, place->index) - 1;

  if (!(place->match->flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO)))
    return FALSE;
  return jkb_text_take_any (&self->text, self->matches[last].end, closings) > 0
         || (jkb_text_take (&self->text, self->matches[last].end, "、") > 0
             && !jkb_text_is_digit (&self->text, self->matches[last].end + strlen ("、")));
}

/* 2024年5月会員名簿 is of that month; 5月10日に会員の名簿82人分を lost something. */
static gboolean
is_apart_paper (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *cue)
{
  static const char *const papers[] = { "名簿", "台帳", NULL };
  static const char *const ties[] = { "の", "にかけての", "までの", NULL };
  gsize end = self->matches[jkb_date_places_next_apart (self, place->index) - 1].end;
  gsize tie = jkb_text_take_any (&self->text, end, ties);

  if (cue->term->value != JKB_DATE_DECOY || !jkb_text_take_any (&self->text, cue->span.begin, papers)
      || (tie > 0 && !jkb_text_is_digit (&self->text, end + tie)))
    return FALSE;                       /* 12日の2回、名簿を */
  for (gsize at = place->match->end; at < cue->span.begin; at = jkb_text_next (&self->text, at))
    if (!jkb_text_is_kanji (jkb_text_char (&self->text, at)) && !jkb_text_take (&self->text, at, "の"))
      return TRUE;
  return FALSE;
}

/* 会員登録, 使用 and the like speak of the date only right behind it. */
static gboolean
is_far_decoy (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *cue)
{
  static const char *const verbs[] = { "した", "する", "され", NULL };
  gboolean is_range = (place->match->flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO)) != 0;
  gboolean is_verb = jkb_text_take_any (&self->text, cue->span.end, verbs) > 0;
  gsize limit = place->match->end + (is_range || is_verb ? 2 * N_DECOY : N_DECOY);

  if (cue->term->value != JKB_DATE_DECOY)
    return FALSE;
  return cue->span.begin > limit || is_closed_stretch (self, place) || is_apart_paper (self, place, cue)
         || (!is_range && jkb_text_take (&self->text, place->match->end, "、"));
}

gboolean
jkb_date_places_is_quoted (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *cue)
{
  return jkb_text_is_quoted (&self->text, place->match->end, cue->span.begin);
}

static gboolean
is_note_noun (const JkbHit *cue)
{
  return fabs (cue->term->weight - JKB_DATE_PLACE_NOTE_WEIGHT) < 0.01;
}

/* 15時頃 メールを送信: notes end in a noun that stands for its verb. */
static gboolean
ends_note (const JkbDatePlaces *self, gsize at)
{
  at += jkb_text_take (&self->text, at, "済");
  if (jkb_text_take (&self->text, jkb_text_skip_blanks (&self->text, at, 4), "|") > 0)
    return TRUE;                        /* a cell of a table */
  return jkb_text_take (&self->text, at, "。")
         || at >= get_line (self->doc, jkb_doc_line_at (self->doc, at - 1))->text.end;
}

/* 漏えい or 案内 by itself may be the thing spoken about; with a particle of its own it is what happened. */
static gboolean
is_mere_topic (const JkbDatePlaces *self, const JkbHit *cue)
{
  static const char *const particles[] = { "が", "し", "さ", "を受", "に遭", "によ", "、", "。", "す", "被害", "に気", "を確認",
                                           "を検知", "の痕跡", "の形跡", "を発見", "を把握", "を指摘", "で", "を行", "を実施", "を開始", "を続", "を講", "済", "い", NULL };
  gboolean is_noun = cue->term->value == JKB_DATE_BEGAN || cue->term->value == JKB_DATE_RESPONSE;

  if (is_note_noun (cue))
    return !ends_note (self, cue->span.end);
  return is_noun && cue->term->weight < JKB_DATE_PLACE_BARE_WEIGHT && !ends_note (self, cue->span.end)
         && !jkb_text_take_any (&self->text, cue->span.end, particles);
}

/* The bracket opens behind the date: …した資料(令和3年7月公表)について照会があった. */
static gboolean
is_in_bracket (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *cue)
{
  gsize at = cue->span.begin;

  while (at > place->stretch.begin && self->text.bytes[at] != '(' && self->text.bytes[at] != ')')
    at--;
  return self->text.bytes[at] == '(' && at >= place->stretch.begin;
}

/* から…連絡 of a message that goes out: 市から利用者への連絡を電子メールで送る. */
static gboolean
is_outbound (const JkbDatePlaces *self, const JkbHit *cue)
{
  static const char *const ways[] = { "を電子", "をメール", "をお送", "を送", "先", "用", "文", "事項", "を差し", "を開始",
                                      "を行", "を実施", "を取", "いたし", "し、", "して", "する", "を始め", NULL };

  static const char *const things[] = { "電話から", "端末から", "アドレスから", "アカウントから", "パソコンから", "スマートフォンから", "スマホから", NULL };
  gsize begin = cue->span.begin + jkb_text_take (&self->text, cue->span.begin, "から");

  if (cue->term->value == JKB_DATE_DISCOVERED && jkb_text_take (&self->text, begin, "連絡") > 0
      && jkb_text_take_any_before (&self->text, begin, things) > 0)
    return TRUE;                        /* 自分の携帯電話から連絡した */
  return cue->term->value == JKB_DATE_DISCOVERED && g_str_has_suffix (cue->term->text, "連絡")
         && jkb_text_take_any (&self->text, cue->span.end, ways) > 0;
}

/* 調査会社より最終報告を受領: it comes when all is known. */
static gboolean
is_report_on_survey (const JkbDatePlaces *self, const JkbHit *cue)
{
  static const char *const reports[] = { "最終報告", "調査報告", "中間報告", "調査結果の報告", "調査結果報告", NULL };
  gsize end = cue->span.end;

  if (cue->term->value != JKB_DATE_DISCOVERED)
    return FALSE;
  if (!jkb_text_take_before (&self->text, end, "報告"))
    end = cue->span.begin + jkb_text_take (&self->text, cue->span.begin, "報告");
  return jkb_text_take_any_before (&self->text, end, reports) > 0;
}

/* 監視サービスの通知で判明した, 停止で発覚し: what brought it to light is no answer to it. */
static gboolean
brings_to_light (const JkbDatePlaces *self, const JkbDatePlace *place, guint index)
{
  static const char *const ways[] = { "で", "により", "によって", "をきっかけに", "を機に", NULL };
  const JkbHit *cue = &place->cues[index];
  gsize n = jkb_text_take_any (&self->text, cue->span.end, ways);

  return cue->term->value == JKB_DATE_RESPONSE && n > 0 && place->cues[index + 1].term->value == JKB_DATE_DISCOVERED
         && place->cues[index + 1].span.begin <= cue->span.end + n + N_DIRECT;
}

/* 5月14日に1,200人分の名簿を…: how much there is of it, not for which month it was written. */
static gboolean
is_measured (const JkbDatePlaces *self, const JkbHit *cue)
{
  static const char *const units[] = { "人", "名", "件", "枚", "通", "世帯", "社", "冊", NULL };

  if (cue->term->value == JKB_DATE_DECOY && (jkb_text_take (&self->text, cue->span.begin, "までの間")
                                             || jkb_text_take (&self->text, cue->span.begin, "までの期間")))
    return TRUE;                        /* までの間に住民記録を閲覧した */
  if (cue->term->value != JKB_DATE_DECOY || !jkb_text_take (&self->text, cue->span.begin, "分の"))
    return FALSE;
  if (jkb_text_take_any_before (&self->text, cue->span.begin, units) > 0)
    return TRUE;
  return FALSE;
}

/* 18日の開館準備中に気付いた, 授業後に: when on the day. */
static gboolean
tells_time_of_day (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *cue)
{
  static const char *const times[] = { "中に", "中、", "前に", "前、", "後に", "後、", "準備中に", "準備中、", "終了後に", "終了後、", "準備の際", NULL };

  return cue->term->value == JKB_DATE_DECOY && cue->span.begin <= place->match->end + N_DIRECT
         && jkb_text_take_any (&self->text, cue->span.end, times) > 0;
}

/* What another verb behind takes over: 2月3日、受領した書類を発送した; 2月3日に作成して郵送した. */
static gboolean
is_passed (const JkbDatePlaces *self, const JkbDatePlace *place, guint index)
{
  static const char *const results[] = { "結果", "た結果", "った結果", "した結果", "ところ", "たところ", "ったところ", "したところ", "しようと", "する際", "した際", NULL };
  static const char *const papers[] = { "書", "等を", "等の", "等が", "内容", "資料", NULL };
  static const char *const persons[] = { "たお客", "したお客", "お客", "た方", "した方", "たご利用者", NULL };
  const JkbHit *cue = &place->cues[index];

  if ((place->is_entry || jkb_date_places_has_comma (self, place->match->end))
      && (jkb_doc_is_attribute (self->doc, cue->span) || jkb_text_take_any (&self->text, cue->span.end, persons)))
    return TRUE;
  if (cue->term->value == JKB_DATE_REPORTED_PPC && jkb_text_take_any (&self->text, cue->span.end, papers))
    return TRUE;                        /* 報告書を送付した */
  if (is_outbound (self, cue) || is_measured (self, cue) || is_report_on_survey (self, cue))
    return TRUE;
  if ((jkb_text_take (&self->text, cue->span.begin, "知った") > 0 && jkb_doc_is_attribute (self->doc, cue->span))
      || jkb_text_take (&self->text, cue->span.begin, "使用している") > 0)
    return TRUE;                        /* 業務で知った病名を; 使用している端末 */
  if (cue->term->value == JKB_DATE_DECOY && jkb_text_take_before (&self->text, cue->span.end, "た")
      && jkb_date_is_inspected (&self->text, cue->span.end))
    return TRUE;                        /* に実施した備品の点検で */
  if (index + 1 >= place->n_cues)
    return FALSE;
  if (is_in_bracket (self, place, cue) || brings_to_light (self, place, index) || tells_time_of_day (self, place, cue))
    return TRUE;
  if (cue->term->value == JKB_DATE_OTHER && jkb_text_take (&self->text, cue->span.end, "する")
      && jkb_text_char (&self->text, cue->span.end + strlen ("する")) >= 0x30a1)
    return TRUE;                        /* 職員が所有するかばんが盗難に遭い */
  if (cue->term->value == JKB_DATE_RESPONSE && jkb_doc_is_attribute (self->doc, cue->span)
      && !jkb_text_take_any (&self->text, cue->span.end, results))
    return TRUE;                        /* 実施しておりました「…」の名簿を紛失した */
  if (!(place->match->flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO))
      && jkb_text_take_any (&self->text, cue->span.end, results))
    return TRUE;
  return cue->term->value == JKB_DATE_DECOY
         && (cue->span.end == place->cues[index + 1].span.begin
             || jkb_text_take (&self->text, cue->span.end, "て"));
}

const JkbHit *
jkb_date_places_first_cue (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  for (guint i = 0; i < place->n_cues; i++)
    if (!is_far_decoy (self, place, &place->cues[i]) && !is_mere_topic (self, &place->cues[i])
        && !jkb_date_places_is_quoted (self, place, &place->cues[i]) && !is_passed (self, place, i))
      return &place->cues[i];
  return NULL;
}

const JkbHit *
jkb_date_places_label_before (const JkbDatePlaces *self, gsize at, gsize from, gsize n_bytes)
{
  JkbSpan within = { MAX (from, at > n_bytes ? at - n_bytes : 0), at };
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_DATE_LABEL, within, &n_hits);

  while (n_hits > 0 && hits[n_hits - 1].span.end > at)
    n_hits--;
  return n_hits > 0 ? &hits[n_hits - 1] : NULL;
}

gboolean
jkb_date_places_has_comma (const JkbDatePlaces *self, gsize at)
{
  return jkb_text_take (&self->text, at, "、") > 0
         || (jkb_text_take (&self->text, at, ",") > 0 && !g_ascii_isspace (self->text.bytes[at + 1]));
}

gboolean
jkb_date_places_is_authority (const JkbHit *label)
{
  return label->term->value == JKB_DATE_REPORTED_PPC || label->term->value == JKB_DATE_REPORTED_POLICE;
}

const JkbHit *
jkb_date_places_cue (const JkbDatePlace *place, JkbDateRole role)
{
  for (guint i = 0; i < place->n_cues; i++)
    if (place->cues[i].term->value == (int) role)
      return &place->cues[i];
  return NULL;
}

/* Something went to it: there is no から behind the authority. */
static gboolean
is_addressee (const JkbDatePlaces *self, const JkbHit *label)
{
  return jkb_date_places_is_authority (label) && !jkb_text_take (&self->text, label->span.end, "から")
         && !jkb_text_take (&self->text, label->span.end, "より");
}

const JkbHit *
jkb_date_places_authority_behind (const JkbDatePlaces *self, JkbSpan behind)
{
  guint n_hits;
  const JkbHit *hits = jkb_doc_hits (self->doc, JKB_TERM_DATE_LABEL, behind, &n_hits);

  for (guint i = 0; i < n_hits && i < N_LIST; i++)
    if (is_addressee (self, &hits[i]))
      return &hits[i];
  return NULL;
}

/* The authority nearest to the date. */
const JkbHit *
jkb_date_places_authority (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbHit *behind = jkb_date_places_authority_behind (self, place->stretch);
  const JkbHit *before
      = jkb_date_places_label_before (self, place->match->span.begin, place->sentence.begin, N_AUTHORITY);

  if (before != NULL && place->match->span.begin - before->span.end <= N_DIRECT && is_addressee (self, before))
    return before;                      /* 警察署には1月9日に…、委員会には */
  if (behind != NULL)
    return behind;
  return before != NULL && is_addressee (self, before) ? before : NULL;
}
