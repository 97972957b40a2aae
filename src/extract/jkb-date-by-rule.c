/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-date-by-rule.h"

#include <string.h>

#include "extract/jkb-date-press.h"
#include "extract/jkb-date-settle.h"

#define SAME_CONFIDENCE 0.12            /* readings this close compete by date, not by confidence */
#define SURE_EVENT 0.86                 /* from so much on an event stays one, whenever it was found */
#define PAGE_UPDATE 0.55                /* how sure the day of a page is that of the notice */
#define SURE_TOPIC 0.7                  /* from so much on news tell of an announcement, not of one before it */
#define N_SELF 18                       /* bytes in front of a day in which the writer names itself */

static const JkbDateMatch *
get_match (const JkbDateReader *self, guint index)
{
  return &g_array_index (self->matches, JkbDateMatch, index);
}

double
jkb_date_confidence (const JkbDateReader *self, guint index, double role_confidence)
{
  static const double by_source[] = { 1, 0.98, 0.95, 0.88, 0.72 };
  const JkbDateValue *value = &self->values[index];
  const JkbDateMatch *match = get_match (self, index);

  role_confidence *= by_source[value->source];
  if (value->is_weekday_wrong || match->flags & JKB_DATE_ERA_WRONG)
    role_confidence *= 0.75;
  return role_confidence;
}

static double
confidence_as (const JkbDateReader *self, guint index, JkbDateRole role)
{
  const JkbDateReading *reading = &self->readings[index];
  double confidence = reading->role == role ? reading->confidence
                      : reading->also == role ? reading->also_confidence : 0;

  if (!jkb_date_is_set (self->values[index].date) || (self->values[index].date.year == 0 && self->values[index].date.day == 0))
    return 0;                           /* 5月 of no year is no day of the incident */
  return jkb_date_confidence (self, index, confidence);
}

/* 発生日時:1月5日 names the day outright. */
static gboolean
is_labelled (const JkbDateReader *self, guint index, JkbDateRole role)
{
  const JkbDateReading *reading = &self->readings[index];

  return reading->role == role && jkb_date_is_set (self->values[index].date)
         && strcmp (reading->rule, JKB_DATE_RULE_LABEL) == 0;
}

/* 2014年1月 and 2014年1月15日 of one reading are one time: the day says more. */
static guint
prefer_day (const JkbDateReader *self, guint choice, JkbDateRole role, double least)
{
  JkbDate month = choice != G_MAXUINT ? self->values[choice].date : JKB_DATE_NONE;

  for (guint i = 0; choice != G_MAXUINT && month.day == 0 && month.month != 0 && i < self->matches->len; i++)
    if (self->values[i].date.day != 0 && self->values[i].date.month == month.month && self->values[i].date.year == month.year
        && confidence_as (self, i, role) >= least)
      return i;
  return choice;
}

/* A full day before another one. */
static gboolean
is_before (JkbDate date, JkbDate other)
{
  return date.day != 0 && other.day != 0 && date.year != 0 && other.year != 0 && jkb_date_compare (date, other) < 0;
}

/* The same where neither has a year. */
static gboolean
is_before_in_year (JkbDate date, JkbDate other)
{
  return date.day != 0 && other.day != 0 && date.year == 0 && other.year == 0 && jkb_date_compare (date, other) != 0
         && jkb_date_may_follow (date, other);
}

/* 10月19日に判明 … 10月30日に手紙を発送: what is only thought to have happened after it was found did not. */
static void
settle_later_events (const JkbDateReader *self, JkbDate found)
{
  for (guint i = 0; i < self->matches->len; i++)
    if (self->readings[i].role == JKB_DATE_BEGAN && self->readings[i].confidence < SURE_EVENT
        && (is_before (found, self->values[i].date) || is_before_in_year (found, self->values[i].date)))
      self->readings[i].role = JKB_DATE_OTHER;
}

/* Of the readings about as good as the best, the earliest (or the latest) day; labelled ones go first. */
static guint
choose (const JkbDateReader *self, JkbDateRole role, gboolean wants_latest)
{
  double best = 0;
  guint choice = G_MAXUINT;

  gboolean has_label = FALSE, has_day = FALSE;

  for (guint i = 0; i < self->matches->len; i++)
    {
      best = MAX (best, confidence_as (self, i, role));
      has_label |= is_labelled (self, i, role);
      has_day |= self->values[i].date.day != 0 && confidence_as (self, i, role) >= best - SAME_CONFIDENCE;
    }
  for (guint i = 0; i < self->matches->len && best > 0; i++)
    {
      int order;

      if (confidence_as (self, i, role) < best - SAME_CONFIDENCE
          || (has_label && !is_labelled (self, i, role))
          || (role == JKB_DATE_ANNOUNCED && has_day && self->values[i].date.day == 0))
        continue;
      order = choice == G_MAXUINT ? 0
              : jkb_date_compare (self->values[i].date, self->values[choice].date);
      if (choice == G_MAXUINT || (wants_latest ? order > 0 : order < 0))
        choice = i;
    }
  return prefer_day (self, choice, role, best - SAME_CONFIDENCE);
}

/* (2018年3月29日), [2018年3月29日], 2018年3月29日 朝刊: the line of a newspaper. */
static gboolean
is_line_of_newspaper (const JkbDateReader *self, guint index)
{
  static const char *const pages[] = { "朝刊", "夕刊", "地域", "社会", "経済", "総合", "地方", "国際", "面", NULL };
  JkbText text = { self->doc->normal->text, self->doc->normal->n_bytes };
  const JkbDateMatch *match = get_match (self, index);
  gsize begin = match->span.begin;

  if (begin > 0 && strchr ("([", text.bytes[begin - 1]) != NULL && (begin == 1 || text.bytes[begin - 2] == '\n'))
    return TRUE;
  return jkb_text_take_any (&text, jkb_text_skip_blanks (&text, match->end, 4), pages) > 0;
}

/* 当社は5月8日、…と公表した: who writes it tells of an earlier notice of its own. */
static gboolean
is_told_of_self (const JkbDateReader *self, guint index)
{
  static const char *const names[] = { "当", "弊", "私", "本学は", "本校は", "本市は", "本県は", "本会は", "本院は", NULL };
  JkbText text = { self->doc->normal->text, self->doc->normal->n_bytes };
  gsize begin = get_match (self, index)->span.begin;

  for (gsize at = begin > N_SELF ? begin - N_SELF : 0; at < begin; at++)
    if (jkb_text_take_any (&text, at, names) > 0)
      return TRUE;
  return FALSE;
}

/* X社は3日、…と発表した: news name the day; the day above them, when it is another one, is that of the page. */
static gboolean
is_page_of_news (const JkbDateReader *self, guint line)
{
  gboolean is_page = get_match (self, line)->flags & JKB_DATE_HAS_TIME || is_line_of_newspaper (self, line);

  if (self->is_by_reporter)
    return TRUE;
  for (guint i = 0; i < self->matches->len; i++)
    {
      double confidence = i != line && strcmp (self->readings[i].rule, "date-topic") == 0
                            ? confidence_as (self, i, JKB_DATE_ANNOUNCED) : 0;

      if (confidence > 0
          && (is_page || (confidence >= SURE_TOPIC && is_before (self->values[i].date, self->values[line].date)
                          && !is_told_of_self (self, i))))
        return TRUE;
    }
  return FALSE;
}

/* The line that dates the notice goes before whatever it tells of earlier announcements; of several the first that is
 * not before what happened. */
static guint
choose_announced (const JkbDateReader *self, JkbDate found)
{
  guint first = G_MAXUINT;

  for (guint i = 0; i < self->matches->len; i++)
    {
      if (strcmp (self->readings[i].rule, JKB_DATE_RULE_LINE) != 0)
        continue;
      if (is_page_of_news (self, i))
        self->readings[i].role = JKB_DATE_OTHER;
      else if (!is_before (self->values[i].date, found))
        return i;
      else if (first == G_MAXUINT)
        first = i;
    }
  return first != G_MAXUINT ? first : choose (self, JKB_DATE_ANNOUNCED, FALSE);
}

/* 更新日:2024年9月18日 */
static gboolean
is_labelled_update (const JkbDateReader *self, guint index)
{
  return strcmp (self->readings[index].rule, JKB_DATE_RULE_LABEL) == 0 && self->readings[index].role == JKB_DATE_DECOY
         && jkb_date_is_update (self->doc, get_match (self, index));
}

/* (2024年10月15日更新) in front of a notice; news come with the time. */
static gboolean
is_dated_update (const JkbDateReader *self, guint index)
{
  JkbText text = { self->doc->normal->text, self->doc->normal->n_bytes };
  const JkbDateMatch *match = get_match (self, index);

  return strcmp (self->readings[index].rule, JKB_DATE_RULE_DATELINE) == 0 && !(match->flags & JKB_DATE_HAS_TIME)
         && jkb_text_take (&text, jkb_text_skip_blanks (&text, match->end, 1), "更新") > 0 && !jkb_date_is_by_reporter (self->doc);
}

/* 更新日:2024年9月18日 at the head of a page that has no other date of its own, and not before what it tells. */
static guint
find_page_update (const JkbDateReader *self, JkbDate found)
{
  for (guint i = 0; i < self->matches->len; i++)
    if ((is_labelled_update (self, i) || is_dated_update (self, i))
        && self->values[i].date.day != 0 && self->values[i].date.year != 0 && !is_before (self->values[i].date, found))
      return i;
  return G_MAXUINT;
}

/* 5月25日から27日までと、6月1日から3日まで: the beginning of the first range of a sentence, whichever its verb stands by. */
static guint
find_first_range (const JkbDateReader *self, guint from)
{
  guint sentence;

  if (from == G_MAXUINT || !(get_match (self, from)->flags & JKB_DATE_RANGE_FROM))
    return from;
  sentence = jkb_doc_sentence_at (self->doc, get_match (self, from)->span.begin);
  for (guint i = from; i-- > 0 && jkb_doc_sentence_at (self->doc, get_match (self, i)->span.begin) == sentence;)
    if (get_match (self, i)->flags & JKB_DATE_RANGE_FROM && confidence_as (self, i, JKB_DATE_BEGAN) > 0
        && is_before (self->values[i].date, self->values[from].date))
      from = i;
  return from;
}

/* The same, and the end of the last range that a sentence joins to the first. */
static guint
find_last_range (const JkbDateReader *self, guint end)
{
  guint sentence = jkb_doc_sentence_at (self->doc, get_match (self, end)->span.begin);

  for (guint i = end + 1; i < self->matches->len && jkb_doc_sentence_at (self->doc, get_match (self, i)->span.begin) == sentence; i++)
    if (get_match (self, i)->flags & JKB_DATE_RANGE_TO && confidence_as (self, i, JKB_DATE_ENDED) > 0
        && jkb_date_compare (self->values[i].date, self->values[end].date) > 0)
      end = i;
  return end;
}

/* 事象1:5月24日から25日まで, 事象2:5月24日から31日まで: the one that went on longer. */
static guint
find_longest_range (const JkbDateReader *self, guint from, guint end)
{
  for (guint i = end + 1; i + 1 < self->matches->len; i++)
    if (get_match (self, i)->flags & JKB_DATE_RANGE_FROM && confidence_as (self, i, JKB_DATE_BEGAN) > 0
        && confidence_as (self, i + 1, JKB_DATE_ENDED) > 0 && jkb_date_compare (self->values[i].date, self->values[from].date) == 0
        && jkb_date_compare (self->values[i + 1].date, self->values[end].date) > 0)
      end = i + 1;
  return end;
}

/* The end belongs to the beginning: that of its range, else one that is not before it. */
static guint
choose_end (const JkbDateReader *self, guint from)
{
  guint end;

  if (from != G_MAXUINT && get_match (self, from)->flags & JKB_DATE_RANGE_FROM
      && from + 1 < self->matches->len && confidence_as (self, from + 1, JKB_DATE_ENDED) > 0)
    return find_longest_range (self, from, find_last_range (self, from + 1));
  end = choose (self, JKB_DATE_ENDED, TRUE);
  if (end != G_MAXUINT && from != G_MAXUINT && self->values[end].date.day != 0
      && jkb_date_compare (self->values[end].date, self->values[from].date) == 0)
    return G_MAXUINT;                   /* 10月5日…。同日15時まで: over within the day */
  if (end == G_MAXUINT || from == G_MAXUINT
      || jkb_date_may_follow (self->values[from].date, self->values[end].date))
    return end;
  return G_MAXUINT;
}

static void
take (const JkbDateReader *self, JkbDateChoice *choice, guint index)
{
  const char *rule = index != G_MAXUINT ? self->readings[index].rule : "";

  *choice = (JkbDateChoice){ index, strcmp (rule, JKB_DATE_RULE_LINE) == 0 || strcmp (rule, JKB_DATE_RULE_LABEL) == 0, 0 };
}

void
jkb_date_choose_by_rule (const JkbDateReader *self, JkbDateChoice choices[JKB_DATE_N_SLOTS])
{
  guint discovered = choose (self, JKB_DATE_DISCOVERED, FALSE);
  JkbDate found = discovered != G_MAXUINT ? self->values[discovered].date : JKB_DATE_NONE;
  guint from, announced;

  settle_later_events (self, found);
  from = find_first_range (self, choose (self, JKB_DATE_BEGAN, FALSE));
  announced = choose_announced (self, found);
  if (announced == G_MAXUINT && (announced = find_page_update (self, found)) != G_MAXUINT)
    {
      self->readings[announced].also = JKB_DATE_ANNOUNCED;
      self->readings[announced].also_confidence = PAGE_UPDATE;
    }
  take (self, &choices[JKB_DATE_SLOT_BEGAN], from);
  take (self, &choices[JKB_DATE_SLOT_ENDED], choose_end (self, from));
  take (self, &choices[JKB_DATE_SLOT_DISCOVERED], discovered);
  take (self, &choices[JKB_DATE_SLOT_ANNOUNCED], announced);
}
