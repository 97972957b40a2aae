/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates that words in front name outright (発生日時 2024年1月5日), and those of reports to an authority, which may
 * stand on either side of it.
 */
#include "extract/jkb-date-roles.h"

#include "extract/jkb-date-roles-private.h"

#define N_LABEL 36                      /* bytes between a label and its date */
#define N_BLANK 2                       /* blank lines between them */

/* Who sent word is named in no more bytes. */
#define SENDER_BYTES 60

/* Only joints between label and date: 発生日時:(1)2024年… */
static gboolean
is_joined (const JkbDatePlaces *self, gsize begin, gsize end)
{
  static const char *const closings[] = { ")は", ")が", NULL };        /* X社(6月2日発表)は、5月4日に */
  static const char *const joints[] = { ":", "は", "が", "(", ")", "・", "、", "|", "-", " ", "\n", "」", "】", "]", "*",
                                        "日時", "日", "約", "開始", "週明けの", "翌週の", "休み明けの", NULL };

  if (jkb_text_take_any (&self->text, begin, closings) > 0)
    return FALSE;
  while (begin < end)
    {
      gsize joint = jkb_text_take_any (&self->text, begin, joints);

      if (joint == 0)
        return FALSE;
      begin += joint;
    }
  return begin == end;
}

/* On the line of the date, or a noun of its own at the end of the line above: …の連絡で発覚 / 5月4日 is none. */
static gboolean
is_in_reach (const JkbDatePlaces *self, const JkbHit *label, gsize at)
{
  gboolean follows_verb = g_unichar_get_script (jkb_text_char_before (&self->text, label->span.begin)) == G_UNICODE_SCRIPT_HIRAGANA;
  static const char *const ties[] = { "に", "と", "を", "で", "も", "日", NULL };

  if (g_str_has_suffix (label->term->text, "日") || g_str_has_suffix (label->term->text, "日時"))
    return TRUE;                        /* 事案に気付いた日 / 5月4日 */
  for (guint i = 0; ties[i] != NULL; i++)
    if (jkb_text_take_before (&self->text, label->span.begin, ties[i]) > 0)
      return FALSE;                     /* 5月4日に発覚、6月2日に公表した: the verb of another day */
  if (follows_verb && jkb_date_places_has_comma (self, label->span.end))
    return FALSE;                       /* 連絡があり発覚、6月2日に公表した */
  return !follows_verb || jkb_doc_line_at (self->doc, label->span.begin) == jkb_doc_line_at (self->doc, at);
}

/* 11月13日 10時発表 / 11月5日、…: the words say what another day in front of them in their line is. */
static gboolean
is_of_own_line (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *label)
{
  guint line = jkb_doc_line_at (self->doc, label->span.begin);
  const JkbDateMatch *before = place->index > 0 ? &self->matches[place->index - 1] : NULL;

  return before != NULL && line != jkb_doc_line_at (self->doc, place->match->span.begin)
         && line == jkb_doc_line_at (self->doc, before->span.begin) && before->end <= label->span.begin
         && label->term->value == JKB_DATE_ANNOUNCED;
}

/* The line above, over a blank one or two. */
static guint
find_line_above (const JkbDatePlaces *self, guint line)
{
  guint above = line > 0 ? line - 1 : line;

  for (guint n = 0; n < N_BLANK && above > 0
                    && g_array_index (self->doc->lines, JkbLine, above).kind == JKB_LINE_BLANK; n++)
    above--;
  return above;
}

/* 侵入は1月15日で, 通知は8月29日だった, 侵入は1月中旬、気付いたのは2月26日。: the day is all that the clause says of it. */
static gboolean
is_whole_predicate (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *label)
{
  static const char *const ends[] = { "。", "で", "だ", "とな", "にな", "とみ", "と見", "にあ", "に届", "に入", "に寄せ", "\n", NULL };
  guint next = jkb_date_places_next_apart (self, place->index);

  if (label->term->value == JKB_DATE_ANNOUNCED && place->match->flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO | JKB_DATE_SINCE))
    return FALSE;                       /* 今回の発表は5月以降の調査をまとめた */
  if (place->match->flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO | JKB_DATE_SINCE) || place->match->end >= self->text.n_bytes)
    return TRUE;
  if (!jkb_text_take (&self->text, place->match->end, "、"))
    return jkb_text_take_any (&self->text, place->match->end, ends) > 0;
  return next < self->n_matches && self->matches[next].span.begin < place->sentence.end
         && jkb_text_take_before (&self->text, self->matches[next].span.begin, "は") > 0;
}

/* 復旧は7月1日になる見通し */
static gboolean
is_planned (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const plans[] = { "予定", "見通し", "見込み", "を目指", "をめど", "を目途", NULL };
  gsize end = MIN (place->match->end + N_LABEL, self->text.n_bytes);

  for (gsize at = place->match->end; at < end && !jkb_text_take (&self->text, at, "。"); at = jkb_text_next (&self->text, at))
    if (self->text.bytes[at] == '\n')
      return FALSE;
    else if (jkb_text_take_any (&self->text, at, plans) > 0)
      return TRUE;
  return FALSE;
}

/* 最後の不正アクセスは6月2日 */
static gboolean
is_of_last (const JkbDatePlaces *self, const JkbHit *label)
{
  gsize begin = label->span.begin > N_LABEL ? label->span.begin - N_LABEL : 0;

  return g_strrstr_len (self->text.bytes + begin, (gssize) (label->span.begin - begin), "最後の") != NULL;
}

/* 同社の6月20日の発表によると, 同社の発表(6月20日)によると */
static gboolean
is_of_announcement (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const behind[] = { "の発表によ", "の発表で", "の公表によ", "の公表資料", "の発表資料", NULL };
  static const char *const before[] = { "の発表(", "の公表(", "と発表した(", "と公表した(", "を発表した(", "を公表した(", NULL };
  gsize begin = place->match->span.begin;

  begin -= jkb_text_take_before (&self->text, begin, "**");
  if (jkb_text_take_any_before (&self->text, begin, before) > 0)
    return TRUE;
  return jkb_text_take_any (&self->text, place->match->end, behind) > 0;
}

/* 報告を|同社から2月16日に受けた: where the words for who sent word begin, or the date itself. */
static gsize
skip_sender (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  gsize begin = place->match->span.begin;
  gsize least = MAX (place->sentence.begin, begin > SENDER_BYTES ? begin - SENDER_BYTES : 0);
  gsize n = jkb_text_take_before (&self->text, begin, "から");

  for (gsize at = begin - n; n > 0 && at > least; at--)
    if (jkb_text_take_before (&self->text, at, "を") > 0)
      return at;
  return begin;
}

/* 紛失したとの報告を4月22日に受けた */
static gboolean
is_of_received_word (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const words[] = { "報告を", "連絡を", "指摘を", "通報を", "通知を", "申告を", "相談を", "情報提供を", "問い合わせを", "知らせを", NULL };
  static const char *const verbs[] = { "に受け", "受け", "に得", NULL };

  static const char *const news[] = { "メールが", "連絡が", "通報が", "指摘が", "申告が", "通知が", "電話が", "苦情が", "相談が", "問い合わせが",
                                      "情報が", "知らせが", "報告が", "申し出が", "投書が", "手紙が", NULL };
  static const char *const arrivals[] = { "にあ", "にござい", "に届", "に入", "に寄せ", NULL };
  gsize comma = jkb_text_take (&self->text, place->match->end, "、");
  gsize end = comma > 0 ? place->match->end + comma : place->match->end;
  gsize begin = skip_sender (self, place);

  for (gsize at = end; at < MIN (end + (comma > 0 ? N_LABEL : 1), self->text.n_bytes); at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, arrivals) > 0)
      {
        if (jkb_text_take_any_before (&self->text, place->match->span.begin, news) > 0)
          return TRUE;
        break;
      }
  if (jkb_text_take_any (&self->text, place->match->end, verbs) == 0)
    return FALSE;
  if (jkb_text_take_any_before (&self->text, begin, words) > 0)
    return TRUE;
  return FALSE;
}

gboolean
jkb_date_read_label (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  guint line = jkb_doc_line_at (self->doc, place->match->span.begin);
  guint above = find_line_above (self, line);
  gsize from = g_array_index (self->doc->lines, JkbLine, above).span.begin;
  gsize begin = place->match->span.begin;
  const JkbHit *label;

  if (is_of_announcement (self, place))
    {
      *reading = jkb_date_read_as (JKB_DATE_ANNOUNCED, 0.8, "date-verb");
      return TRUE;
    }
  if (is_of_received_word (self, place))
    {
      *reading = jkb_date_read_as (JKB_DATE_DISCOVERED, 0.88, "date-verb");
      return TRUE;
    }
  if (place->match->flags & JKB_DATE_RANGE_TO && place->index > 0)
    begin = self->matches[place->index - 1].span.begin;
  label = jkb_date_places_label_before (self, begin, from, N_LABEL);
  if (label == NULL || jkb_date_places_is_authority (label) || !is_joined (self, label->span.end, begin)
      || !is_in_reach (self, label, begin) || is_of_own_line (self, place, label)
      || (g_str_has_suffix (label->term->text, "は") && label->term->value != JKB_DATE_DECOY
          && !is_whole_predicate (self, place, label)))
    return FALSE;
  if (is_planned (self, place))
    {
      *reading = jkb_date_read_as (JKB_DATE_DECOY, 0.8, "date-planned");
      return TRUE;
    }
  *reading = jkb_date_read_as ((JkbDateRole) label->term->value, 0.92, JKB_DATE_RULE_LABEL);
  if (reading->role == JKB_DATE_BEGAN
      && (place->match->flags & (JKB_DATE_RANGE_TO | JKB_DATE_UNTIL) || is_of_last (self, label)))
    reading->role = JKB_DATE_ENDED;
  return TRUE;
}

/* ---------------------------------------------------------------- reports */

/* 1月9日に検知し、委員会に報告した; 3月1日に公表したとおり、警察と連携…: the date goes with what stands before. */
static gboolean
has_own_verb (const JkbDatePlaces *self, const JkbDatePlace *place, const JkbHit *authority)
{
  const JkbHit *first = jkb_date_places_first_cue (self, place);

  if (first == NULL || first->span.begin > authority->span.begin
      || first->term->weight < JKB_DATE_PLACE_BARE_WEIGHT)
    return FALSE;
  return first->term->value == JKB_DATE_DISCOVERED || first->term->value == JKB_DATE_ANNOUNCED
         || first->term->value == JKB_DATE_BEGAN;
}

gboolean
jkb_date_read_report (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  const JkbHit *authority = jkb_date_places_authority (self, place);
  const JkbHit *act = jkb_date_places_cue (place, JKB_DATE_REPORTED_PPC);
  const JkbHit *follow_up = jkb_date_places_cue (place, JKB_DATE_FOLLOW_UP_REPORT);
  gboolean is_behind = authority != NULL && authority->span.begin >= place->match->end;

  if (authority == NULL && (act != NULL || follow_up != NULL) && !place->is_last)
    authority = jkb_date_places_authority_behind (self, (JkbSpan){ place->stretch.end, place->sentence.end });
  if (authority == NULL || (is_behind && has_own_verb (self, place, authority)))
    return FALSE;
  if (act == NULL && is_behind)
    act = jkb_date_places_cue (place, JKB_DATE_RESPONSE);
  if (follow_up != NULL && authority->term->value == JKB_DATE_REPORTED_PPC
      && (act == NULL || follow_up->span.begin <= act->span.begin))
    {
      *reading = jkb_date_read_as (JKB_DATE_FOLLOW_UP_REPORT, 0.9, "date-report");
      return TRUE;
    }
  if (act == NULL || (act->span.begin > place->stretch.begin + 60 && !is_behind && place->n_cues > 0
                      && place->cues[0].span.begin < act->span.begin))
    return FALSE;
  *reading = jkb_date_read_as ((JkbDateRole) authority->term->value, 0.92, "date-report");
  return TRUE;
}
