/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the days of a text say of one another: what was found lies before the day on which it was, a day alone behind
 * the day that it answers to, an announcement behind all that happened.
 */
#include "extract/jkb-date-settle.h"

#include <stdlib.h>
#include <string.h>

#define SURE_LAST 0.65                  /* from so much on a day is one that an announcement cannot lie before */
#define MONTHS_OF_YEAR 12
#define LEAP_YEAR 2000                  /* stands for a year that is not known */
#define END_OF_MONTH 29                 /* from this day on the first days that follow are those of the month after */
#define BEGIN_OF_MONTH 3
#define N_NEWS_DAYS 8                   /* news come no more days after the last one that they tell */

typedef struct
{
  const GArray *matches;                /* JkbDateMatch */
  JkbDateValue *values;
  JkbDateReading *readings;
} Settling;

gboolean
jkb_date_may_follow (JkbDate first, JkbDate later)
{
  if (first.year == 0 && later.year == 0 && first.month != 0 && later.month != 0
      && abs (later.month - first.month) > MONTHS_OF_YEAR / 2)
    return later.month < first.month;
  return (first.year != 0) == (later.year != 0) && jkb_date_compare (later, first) >= 0;
}

static const JkbDateMatch *
get_match (const Settling *self, guint index)
{
  return &g_array_index (self->matches, JkbDateMatch, index);
}

static gboolean
is_embedded (const Settling *self, guint index)
{
  return self->readings[index].role == JKB_DATE_DISCOVERED
         && strcmp (self->readings[index].rule, JKB_DATE_RULE_EMBEDDED) == 0;
}

static JkbDate
find_first_event (const Settling *self)
{
  for (guint i = 0; i < self->matches->len; i++)
    if (self->readings[i].role == JKB_DATE_BEGAN && self->values[i].date.day != 0)
      return self->values[i].date;
  return JKB_DATE_NONE;
}

/* The last day on which something was found for sure. */
static JkbDate
find_last_finding (const Settling *self)
{
  JkbDate last = JKB_DATE_NONE;

  for (guint i = 0; i < self->matches->len; i++)
    if (self->readings[i].role == JKB_DATE_DISCOVERED && !is_embedded (self, i)
        && jkb_date_compare (self->values[i].date, last) > 0)
      last = self->values[i].date;
  return last;
}

/* 5月22日に報告があり、5月20日に侵入されていたことが判明: what was found lies before the day on which it was. Where nothing was
 * found for sure, so does what stands behind: 5月16日に侵入が分かった。…5月8日に盗まれたことを確認. */
static void
settle_embedded (const Settling *self)
{
  JkbDate began = find_first_event (self), sure = find_last_finding (self), perhaps = JKB_DATE_NONE;

  for (guint i = 0; i < self->matches->len; i++)
    {
      JkbDate date = self->values[i].date, found = jkb_date_is_set (sure) ? sure : perhaps;

      if (!is_embedded (self, i) || !jkb_date_is_set (date))
        continue;
      if (jkb_date_compare (date, perhaps) > 0)
        perhaps = date;
      if (!jkb_date_is_set (found) || !jkb_date_may_follow (date, found)
          || (began.day != 0 && jkb_date_may_follow (began, date)
              && (jkb_date_compare (began, date) != 0 || jkb_date_compare (found, date) == 0)))
        continue;
      self->readings[i].role = JKB_DATE_BEGAN;
      self->readings[i].confidence = 0.75;
    }
}

/* The same day of the month after, where there is one. */
static JkbDate
add_month (JkbDate date)
{
  JkbDate next = date;

  next.year += date.year != 0 && date.month == MONTHS_OF_YEAR;
  next.month = date.month % MONTHS_OF_YEAR + 1;
  return jkb_date_is_valid (next.year, next.month, next.day) ? next : date;
}

/* 5月19日に…攻撃を受け、7日に連絡を受けた: a day alone goes on from the day before it; what answers to an event does not come
 * before it, so the month after is meant. So it is right behind the end of a month: 8月31日までは…、1日にメールが. */
static void
settle_bare_days (const Settling *self)
{
  JkbDate last = JKB_DATE_NONE;
  JkbDateRole role_of_last = JKB_DATE_OTHER;

  for (guint i = 0; i < self->matches->len; i++)
    {
      const JkbDateMatch *match = get_match (self, i);
      JkbDateValue *value = &self->values[i];
      gboolean is_bare = match->month_base == JKB_DATE_BASE_NONE && match->written.day != 0
                         && !(match->flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO));

      if (!is_bare)
        {
          last = value->date;
          role_of_last = self->readings[i].role;
        }
      if (!is_bare || last.day == 0 || value->date.month != last.month || value->date.year != last.year
          || value->date.day >= last.day)
        continue;
      if ((role_of_last == JKB_DATE_BEGAN && self->readings[i].role == JKB_DATE_DISCOVERED)
          || (last.day >= END_OF_MONTH && value->date.day <= BEGIN_OF_MONTH))
        {
          value->date = add_month (value->date);
          value->source = JKB_DATE_SOURCE_GUESS;
        }
    }
}

/* The last day with a year on which something is told to have happened. */
static JkbDate
find_last_event (const Settling *self)
{
  JkbDate last = JKB_DATE_NONE;

  for (guint i = 0; i < self->matches->len; i++)
    {
      JkbDateRole role = self->readings[i].role;
      JkbDate date = self->values[i].date;

      if (date.year != 0 && self->readings[i].confidence >= SURE_LAST
          && (role == JKB_DATE_BEGAN || role == JKB_DATE_ENDED || role == JKB_DATE_DISCOVERED)
          && jkb_date_compare (date, last) > 0)
        last = date;
    }
  return last;
}

/* The last day of an announcement whose year is printed. */
static JkbDate
find_last_printed (const Settling *self)
{
  JkbDate last = JKB_DATE_NONE;

  for (guint i = 0; i < self->matches->len; i++)
    if (self->readings[i].role == JKB_DATE_ANNOUNCED && get_match (self, i)->written.year > 99
        && jkb_date_compare (self->values[i].date, last) > 0)
      last = self->values[i].date;
  return last;
}

/* X社は5月2日、…と発表した, in front of events of 2025: a year that was only inferred is not before them. */
static void
settle_announced (const Settling *self)
{
  JkbDate last = find_last_event (self), printed = find_last_printed (self);

  for (guint i = 0; i < self->matches->len && last.year != 0; i++)
    {
      JkbDateValue *value = &self->values[i];
      JkbDate later = { last.year, value->date.month, value->date.day };

      if (self->readings[i].role != JKB_DATE_ANNOUNCED || get_match (self, i)->written.year != 0
          || value->source == JKB_DATE_SOURCE_WORD || value->date.year == 0
          || jkb_date_compare (value->date, last) >= 0)
        continue;
      if (get_match (self, i)->month_base == JKB_DATE_BASE_NONE && get_match (self, i)->day_base == JKB_DATE_BASE_WRITTEN
          && jkb_date_compare (add_month (value->date), last) >= 0)
        later = add_month (value->date);
      later.year += jkb_date_compare (later, last) < 0;
      if (!jkb_date_is_valid (later.year, later.month, later.day) || (printed.year != 0 && jkb_date_compare (later, printed) > 0))
        continue;                       /* told between the event and this notice */
      value->date = later;
      value->source = JKB_DATE_SOURCE_GUESS;
    }
}

/* 2013年に受信したメールが使われたことを確認: nobody finds something on no day of no month. */
static void
settle_mere_years (const Settling *self)
{
  for (guint i = 0; i < self->matches->len; i++)
    if (self->readings[i].role == JKB_DATE_DISCOVERED && self->values[i].date.month == 0
        && strcmp (self->readings[i].rule, JKB_DATE_RULE_LABEL) != 0)
      self->readings[i].role = JKB_DATE_OTHER;
}

void
jkb_date_settle (const GArray *matches, JkbDateValue *values, JkbDateReading *readings)
{
  const Settling self = { matches, values, readings };

  settle_mere_years (&self);
  settle_bare_days (&self);
  settle_embedded (&self);
  settle_announced (&self);
}

/* ---------------------------------------------------------------- days alone at the head of news */

/* A day alone with no month in front of it. */
static gboolean
is_open (const Settling *self, guint index)
{
  const JkbDateMatch *match = get_match (self, index);

  return match->month_base == JKB_DATE_BASE_NONE && match->day_base == JKB_DATE_BASE_WRITTEN && match->written.day != 0
         && !jkb_date_is_set (self->values[index].date);
}

/* The last day on which something is told to have happened or to have been done about it, none when only some have a year. */
static JkbDate
find_last_told (const Settling *self)
{
  JkbDate last = JKB_DATE_NONE;

  for (guint i = 0; i < self->matches->len; i++)
    {
      JkbDateRole role = self->readings[i].role;
      JkbDate date = self->values[i].date;

      if (date.day == 0 || role == JKB_DATE_DECOY || role == JKB_DATE_OTHER || role == JKB_DATE_ANNOUNCED)
        continue;
      if (last.day != 0 && (last.year != 0) != (date.year != 0))
        return JKB_DATE_NONE;
      if (last.day == 0 || (jkb_date_compare (last, date) != 0 && jkb_date_may_follow (last, date)))
        last = date;
    }
  return last;
}

/* The day with this number in the days up to @last, or in those from it on; none when there is none. */
static JkbDate
find_near_day (JkbDate last, int day, gboolean is_behind)
{
  JkbDate any = { last.year != 0 ? last.year : LEAP_YEAR, last.month, last.day }, near;
  int days;

  if (last.day == 0 || !jkb_date_to_days (any, &days))
    return JKB_DATE_NONE;
  for (int n = 0; n <= N_NEWS_DAYS; n++)
    {
      near = jkb_date_from_days (is_behind ? days + n : days - n);
      if (near.day == day)
        return (JkbDate){ last.year != 0 ? near.year : 0, near.month, near.day };
    }
  return JKB_DATE_NONE;
}

/* X市は19日、…と発表した。6月18日に誤って送った: news come soon after the last day that they tell; and X市は19日、18日に誤って送ったと
 * … 6月19日に届け出た: what they tell lies not long before. */
void
jkb_date_settle_news (const GArray *matches, JkbDateValue *values, JkbDateReading *readings)
{
  const Settling self = { matches, values, readings };
  JkbDate last = find_last_told (&self), told = JKB_DATE_NONE;

  for (guint i = 0; i < matches->len; i++)
    if (readings[i].role == JKB_DATE_ANNOUNCED)
      {
        if (is_open (&self, i))
          values[i] = (JkbDateValue){ find_near_day (last, get_match (&self, i)->written.day, TRUE), JKB_DATE_SOURCE_GUESS, FALSE };
        if (told.day == 0)
          told = values[i].date;
      }
  for (guint i = 0; i < matches->len; i++)
    if (is_open (&self, i) && readings[i].role != JKB_DATE_ANNOUNCED)
      values[i] = (JkbDateValue){ find_near_day (told, get_match (&self, i)->written.day, FALSE), JKB_DATE_SOURCE_GUESS, FALSE };
}
