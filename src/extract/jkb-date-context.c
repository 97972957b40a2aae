/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-date-context.h"

#include "extract/jkb-date-calendar.h"
#include "extract/jkb-date-words.h"

#define N_LOOK_AHEAD 64                 /* dates behind that may lend their year */
#define N_NEWS_DAYS 7                   /* a day alone in the news is not longer ago */
#define N_NEAR_DAYS 62                  /* how far such a date may be away */
#define N_DAYS_OF_EARLY 10              /* 上旬 */
#define N_DAYS_OF_EARLY_AND_MIDDLE 20   /* 上旬, 中旬 */
#define YEARS_OF_CENTURY 2000           /* 2024年4月から25年3月まで: no era before it */

typedef struct
{
  const JkbDateContext *context;
  const JkbDateMatch *matches;
  guint n_matches;
  JkbDate last;                         /* the date before, that 同月 and 28日 count from */
  gboolean is_last_weak;             /* a day aside, or its year told only by what comes later: what stands behind it counts from any other */
  int last_year;                        /* the year that goes on, 0 when none does */
  int writing_year;                     /* the year that 昨年 was counted from, 0 when it is not known */
  JkbDateApprox last_approx;            /* its part of the month */
  int last_era;                         /* the era of the date before, -1 for none */
  JkbDate range_from;                   /* the first date of an open range */
} Resolver;

static gboolean
is_later (JkbDate a, JkbDate b)
{
  return jkb_date_compare (a, b) > 0;
}

/* The last day on which something the text tells of may have happened. */
static gboolean
is_after_writing (const Resolver *self, JkbDate date)
{
  if (self->context->written.year != 0)
    return is_later (date, self->context->written);
  return self->context->year != 0 && date.year > self->context->year;
}

static gboolean
lends_year (const JkbDateMatch *match)
{
  return match->written.year != 0 && match->written.month != 0
         && !(match->flags & (JKB_DATE_PERIOD | JKB_DATE_ERA_GOES_ON));
}

/* 2022年9月から今年6月まで: the year of the days in front is that of the end, which is not printed. */
static gboolean
is_begin_of_years (const Resolver *self, guint index)
{
  return (self->matches[index].flags & JKB_DATE_RANGE_FROM) != 0 && index + 1 < self->n_matches
         && self->matches[index + 1].year_base == JKB_DATE_BASE_WRITING;
}

static int
find_year_behind (const Resolver *self, guint index, JkbDate date)
{
  guint n_seen = 0, best_distance = N_NEAR_DAYS + 1;
  int best = 0;

  for (guint i = index + 1; i < self->n_matches && n_seen < N_LOOK_AHEAD; i++, n_seen++)
    {
      const JkbDateMatch *other = &self->matches[i];
      int distance, year;

      if (!lends_year (other) || is_begin_of_years (self, i))
        continue;
      year = jkb_date_find_nearest_year (date, other->written, &distance);
      if (other->written.day == 0 && other->written.month == date.month)
        distance = 1;
      if (year == 0 || (guint) distance >= best_distance
          || (other->flags & JKB_DATE_ASIDE && is_later (other->written, jkb_date_make (year, date.month, date.day))))
        continue;                       /* what was received in a year is lost afterwards */
      best = year;
      best_distance = (guint) distance;
    }
  return best;
}

static int
find_year_before (const Resolver *self, JkbDate date, JkbDateSource *source)
{
  int year = self->last_year;
  int months = self->last.month != 0 ? date.month - self->last.month : 0;
  JkbDate next = jkb_date_make (year + 1, date.month, date.day);

  *source = JKB_DATE_SOURCE_GUESS;
  if (months <= -7 && !is_after_writing (self, next))
    return year + 1;
  if (months >= 10 && date.day != 0 && self->last.day != 0)
    return year - 1;
  if (months > 0 && is_after_writing (self, jkb_date_make (year, date.month, date.day)))
    return year - 1;
  *source = JKB_DATE_SOURCE_BEFORE;
  return year;
}

static int
find_year_of_writing (const Resolver *self, JkbDate date, JkbDateSource *source)
{
  JkbDate written = self->context->written;

  *source = JKB_DATE_SOURCE_GUESS;
  if (written.year == 0)
    return self->context->year;
  *source = JKB_DATE_SOURCE_BEHIND;
  if (is_later (jkb_date_make (written.year, date.month, date.day), written))
    return written.year - 1;
  return written.year;
}

/* The other end of a range tells the year best. */
static int
find_year_of_range (const Resolver *self, guint index, JkbDate date)
{
  const JkbDateMatch *match = &self->matches[index];

  if (match->flags & JKB_DATE_RANGE_TO && self->range_from.year != 0)
    {
      JkbDate same = jkb_date_make (self->range_from.year, date.month, date.day);

      return self->range_from.year + (is_later (self->range_from, same) ? 1 : 0);
    }
  if (match->flags & JKB_DATE_RANGE_FROM && index + 1 < self->n_matches
      && self->matches[index + 1].written.year > 99)
    {
      JkbDate to = self->matches[index + 1].written;

      if (to.month == 0)
        return to.year;
      return to.year - (is_later (jkb_date_make (to.year, date.month, date.day), to) ? 1 : 0);
    }
  return 0;
}

/* 7月19日以降、8月3日までの間: the second ends what the first began, and that needs no year of another weekday. */
static gboolean
ends_stretch (const Resolver *self, guint index)
{
  guint from = index > 0 ? self->matches[index - 1].flags & (JKB_DATE_SINCE | JKB_DATE_RANGE_FROM) : 0;

  return from != 0 && self->matches[index].flags & (JKB_DATE_UNTIL | JKB_DATE_RANGE_TO);
}

/* Tries the years around the one that was inferred when the weekday speaks against it. */
static int
correct_by_weekday (const Resolver *self, guint index, JkbDate date, int year)
{
  static const int offsets[] = { 0, -1, 1 };
  int weekday = self->matches[index].weekday;

  for (gsize i = 0; weekday != 0 && !ends_stretch (self, index) && i < G_N_ELEMENTS (offsets); i++)
    {
      JkbDate candidate = jkb_date_make (year + offsets[i], date.month, date.day);

      if (jkb_date_weekday (candidate) == weekday && !is_after_writing (self, candidate))
        return candidate.year;
    }
  return year;
}

static void
infer_year (Resolver *self, guint index, JkbDateValue *value)
{
  const JkbDateMatch *match = &self->matches[index];
  JkbDate date = value->date;
  gboolean is_written = match->year_base == JKB_DATE_BASE_WRITING;
  int year = is_written ? 0 : find_year_of_range (self, index, date);

  if (is_written && self->context->written.year == 0
      && (match->flags & JKB_DATE_RANGE_TO || (index > 0 && self->matches[index - 1].flags & JKB_DATE_SINCE && date.month != self->last.month)))
    {                                   /* 2020年9月8日から…。今年5月22日に: some later year */
      value->source = JKB_DATE_SOURCE_PRINTED;
      return;
    }

  value->source = JKB_DATE_SOURCE_BEFORE;
  if (year == 0 && match->flags & JKB_DATE_NEXT && self->last.year != 0)
    {
      JkbDate same = jkb_date_make (self->last.year, date.month, date.day);

      year = self->last.year + (is_later (self->last, same) ? 1 : 0);
    }
  if (year == 0 && self->last_year != 0)
    year = find_year_before (self, date, &value->source);
  if (year == 0 && (year = find_year_behind (self, index, date)) != 0)
    value->source = JKB_DATE_SOURCE_BEHIND;
  if (year == 0)
    year = find_year_of_writing (self, date, &value->source);
  if (year == 0)
    {
      value->source = JKB_DATE_SOURCE_PRINTED;
      return;
    }
  year = correct_by_weekday (self, index, date, year);
  value->date = jkb_date_make (year, date.month, date.day);
  if (!jkb_date_is_set (value->date))
    value->date = date;
}

static int
find_base_year (Resolver *self, const JkbDateMatch *match)
{
  int year = 0;

  if (match->year_base == JKB_DATE_BASE_WRITING && self->writing_year == 0 && !jkb_date_is_set (self->range_from))
    self->writing_year = self->last.year;       /* news open with the day of writing; 2021年1月から去年5月まで tells none */
  if (match->year_base == JKB_DATE_BASE_CONTEXT)
    year = self->last.year != 0 ? self->last.year : self->last_year;
  else if (match->year_base == JKB_DATE_BASE_WRITING)
    year = self->context->written.year != 0 ? self->context->written.year
           : self->context->year != 0           ? self->context->year
           : self->context->announced.year != 0 ? self->context->announced.year
           : match->year_offset < 0             ? self->writing_year
                                                : 0;
  return year != 0 ? year + match->year_offset : 0;
}

static JkbDate
find_base (const Resolver *self, JkbDateBase base)
{
  if (base != JKB_DATE_BASE_WRITING)
    return self->last;
  return self->context->written.year != 0 ? self->context->written : self->context->announced;
}

/* 平成20年5月に失われた…。30日、発覚した: behind a month of an earlier year a day alone is one of the days of the news. */
static gboolean
counts_from_writing (const Resolver *self)
{
  return self->last.month != 0 && self->last.day == 0 && self->context->written.day != 0 && self->last.year != 0
         && self->last.year < self->context->written.year;
}

/* 5月下旬に感染した。ところが1日になって: a day alone that was over by then is one of another month. */
static gboolean
is_before_rest_of_month (const Resolver *self, int day)
{
  return self->last.day == 0
         && ((self->last_approx == JKB_DATE_APPROX_LATE && day <= N_DAYS_OF_EARLY_AND_MIDDLE)
             || (self->last_approx == JKB_DATE_APPROX_END && day <= N_DAYS_OF_EARLY_AND_MIDDLE)
             || (self->last_approx == JKB_DATE_APPROX_MIDDLE && day <= N_DAYS_OF_EARLY));
}

/* 23日夜に置き忘れた。…11月23日の出動の際とみられる: the same day, told in full behind, with no other month between. */
static JkbDate
find_same_day_behind (const Resolver *self, guint index)
{
  gboolean is_range = (self->matches[index].flags & JKB_DATE_RANGE_FROM) != 0 && index + 1 < self->n_matches;
  int end = is_range && self->matches[index + 1].written.day > self->matches[index].written.day ? self->matches[index + 1].written.day : -1;

  for (guint i = index + 1; i < self->n_matches && i < index + N_LOOK_AHEAD; i++)
    {
      const JkbDateMatch *other = &self->matches[i];

      if (other->month_base == JKB_DATE_BASE_WRITTEN)
        return (other->written.day == self->matches[index].written.day || other->written.day == end)
                   && (other->year_base == JKB_DATE_BASE_NONE || jkb_date_compare (other->written, self->context->written) == 0)
                   && !(other->flags & (JKB_DATE_PERIOD | JKB_DATE_ASIDE | JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO))
                 ? other->written
                 : JKB_DATE_NONE;
    }
  return JKB_DATE_NONE;
}

static void
resolve_day (Resolver *self, guint index, JkbDateValue *value)
{
  const JkbDateMatch *match = &self->matches[index];
  JkbDate last = self->last;

  value->source = JKB_DATE_SOURCE_WORD;
  if (match->day_base != JKB_DATE_BASE_WRITTEN)
    {
      value->date = jkb_date_add_days (find_base (self, match->day_base), match->day_offset);
      return;
    }
  if (match->flags & JKB_DATE_NEXT)
    {
      JkbDate next = jkb_date_add_days (last, 1);

      if (next.day == match->written.day)
        {
          value->date = next;
          return;
        }
      if (last.day >= match->written.day)
        last = jkb_date_add_months (last, 1);
    }
  else if (match->month_base == JKB_DATE_BASE_NONE && is_before_rest_of_month (self, match->written.day))
    last = JKB_DATE_NONE;
  else if (match->month_base == JKB_DATE_BASE_NONE && last.month != 0)
    value->source = last.year != 0 ? JKB_DATE_SOURCE_BEFORE : JKB_DATE_SOURCE_PRINTED;
  if (match->flags & JKB_DATE_RANGE_TO && match->month_base == JKB_DATE_BASE_NONE && self->range_from.day != 0)
    last = self->range_from;            /* whatever day was remembered before */
  if (match->flags & JKB_DATE_RANGE_TO && self->range_from.day > match->written.day
      && self->range_from.year != 0)
    last = jkb_date_add_months (self->range_from, 1);
  if (match->month_base == JKB_DATE_BASE_NONE && counts_from_writing (self))
    last = match->written.day <= self->context->written.day ? self->context->written
                                                            : jkb_date_add_months (self->context->written, -1);
  if (last.month == 0 && match->month_base == JKB_DATE_BASE_NONE && !(match->flags & JKB_DATE_NEXT)
      && self->context->written.day >= match->written.day
      && self->context->written.day - match->written.day <= N_NEWS_DAYS)
    last = self->context->written;      /* 28日に発表した, in the paper of the 29th */
  if (last.month == 0 && match->month_base == JKB_DATE_BASE_NONE && !(match->flags & JKB_DATE_NEXT))
    last = find_same_day_behind (self, index);
  if (last.month != 0)
    value->date = jkb_date_make (match->written.year != 0 ? match->written.year : last.year, last.month,
                             match->written.day);
}

static void
resolve_month (Resolver *self, guint index, JkbDateValue *value)
{
  const JkbDateMatch *match = &self->matches[index];
  JkbDate month = jkb_date_add_months (find_base (self, match->month_base), match->month_offset);

  value->source = JKB_DATE_SOURCE_WORD;
  if (month.month != 0)
    value->date = jkb_date_make (match->written.year != 0 ? match->written.year : month.year,
                             month.month, match->written.day);
}

/* 平成20年5月 … 20年5月: two digits are the year of the era that was named with them, else one of this century. */
static int
find_year_of_era (const Resolver *self, guint index)
{
  int year = self->matches[index].written.year;

  for (guint i = 0; i < index; i++)
    if (self->matches[i].era >= 0 && !(self->matches[i].flags & JKB_DATE_ERA_GOES_ON)
        && jkb_date_words_era_year (self->matches[i].era, year % 100) == self->matches[i].written.year)
      return self->matches[i].written.year;
  return year;
}

static void
resolve_year (Resolver *self, guint index, JkbDateValue *value)
{
  const JkbDateMatch *match = &self->matches[index];
  JkbDate date = match->written;

  value->source = JKB_DATE_SOURCE_PRINTED;
  value->date = date;
  if (match->flags & JKB_DATE_ERA_GOES_ON)
    {
      int year = self->last_era >= 0 ? jkb_date_words_era_year (self->last_era, date.year)
                 : date.year >= 10   ? YEARS_OF_CENTURY + date.year
                                     : 0;

      value->date = jkb_date_make (year, date.month, date.day);
      return;
    }
  if (match->flags & JKB_DATE_SHORT_YEAR)
    value->date = jkb_date_make (find_year_of_era (self, index), date.month, date.day);
  if (match->year_base == JKB_DATE_BASE_WRITTEN)
    return;
  if (match->year_base == JKB_DATE_BASE_NONE)
    {
      infer_year (self, index, value);
      return;
    }
  value->source = JKB_DATE_SOURCE_WORD;
  if (find_base_year (self, match) != 0)
    value->date = jkb_date_make (find_base_year (self, match), date.month, date.day);
  else if (match->year_base == JKB_DATE_BASE_WRITING && date.month != 0 && match->year_offset == 0)
    {
      infer_year (self, index, value);
      self->writing_year = MAX (self->writing_year, value->date.year);  /* 今年1月14日: 昨年 is the one before */
    }
}

static void
resolve (Resolver *self, guint index, JkbDateValue *value)
{
  const JkbDateMatch *match = &self->matches[index];
  gboolean has_month = match->month_base == JKB_DATE_BASE_WRITTEN;

  *value = (JkbDateValue){ JKB_DATE_NONE, JKB_DATE_SOURCE_PRINTED, FALSE };
  if (has_month || (match->month_base == JKB_DATE_BASE_NONE && match->day_base == JKB_DATE_BASE_NONE))
    resolve_year (self, index, value);
  else if (match->month_base == JKB_DATE_BASE_NONE || (match->flags & JKB_DATE_NEXT))
    resolve_day (self, index, value);
  else
    resolve_month (self, index, value);
  value->is_weekday_wrong = match->weekday != 0 && value->date.day != 0 && value->date.year != 0
                            && jkb_date_weekday (value->date) != match->weekday;
}

/* 2010年12月31日 … 2008年5月に失われた: a month of another year does not take over from a day. */
static gboolean
is_long_ago (const Resolver *self, JkbDate date)
{
  return date.year != 0 && self->last.year != 0 && date.year + 1 < self->last.year;
}

/* What later dates count from: days and months, but no period, and no month that only bounds a stretch. */
static void
remember (Resolver *self, const JkbDateMatch *match, const JkbDateValue *value)
{
  gboolean is_bound = (match->flags & (JKB_DATE_SINCE | JKB_DATE_UNTIL)) != 0;

  self->range_from = match->flags & JKB_DATE_RANGE_FROM ? value->date : JKB_DATE_NONE;
  if (match->month_base == JKB_DATE_BASE_WRITING && !jkb_date_is_set (value->date))
    self->last = JKB_DATE_NONE;         /* 今月15日 of a month that is not known: the days behind it go on from there */
  if (!(match->flags & JKB_DATE_ERA_GOES_ON))
    self->last_era = match->era;
  if (value->date.month == 0 && self->last_year == 0 && match->year_base == JKB_DATE_BASE_WRITTEN
      && !(match->flags & (JKB_DATE_PERIOD | JKB_DATE_ASIDE | JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO)) && !is_bound)
    self->last_year = value->date.year;
  if (match->flags & JKB_DATE_ASIDE && self->last.day != 0 && !self->is_last_weak
      && (self->last.year != 0 || value->date.year == 0))
    return;                             /* 5月14日に…。11月20日までに登録した会員に、17日に: 17 May */
  if (match->flags & JKB_DATE_PERIOD || value->date.month == 0
      || (match->year_base == JKB_DATE_BASE_WRITING && match->year_offset > 0))
    return;
  if (is_bound && value->date.day == 0 && value->date.year == 0 && match->year_base == JKB_DATE_BASE_WRITING
      && match->year_offset < 0)
    return;                             /* 昨年1月以降の相談者。15日午前に: a day of the news, not of that month */
  if (value->source == JKB_DATE_SOURCE_GUESS && value->date.year != 0 && value->date.year < self->last.year)
    return;                             /* what is planned for the days after the notice: no year to go on with */
  if (value->date.day != 0 || self->last.day == 0 || !(is_bound || is_long_ago (self, value->date)))
    {
      self->last = value->date;
      self->last_approx = match->approx;
      self->is_last_weak = value->source >= JKB_DATE_SOURCE_BEHIND || (match->flags & JKB_DATE_ASIDE) != 0;
    }
  if (match->flags & JKB_DATE_LASTS_YEARS)
    self->last_year = 0;
  else if (match->flags & JKB_DATE_ASIDE && match->flags & (JKB_DATE_RANGE_FROM | JKB_DATE_RANGE_TO) && self->last_year == 0)
    return;                             /* 2011年5月から13年3月に診てもらった方: the years of what is kept, not of what happened */
  else if (value->date.year != 0)
    self->last_year = value->date.year;
  else if (match->year_base == JKB_DATE_BASE_WRITING)
    self->last_year = 0;
}

void
jkb_date_context_resolve (const JkbDateContext *context, const JkbDateMatch *matches,
                          guint n_matches, JkbDateValue *values)
{
  Resolver resolver = { context, matches, n_matches, JKB_DATE_NONE, FALSE, 0, 0, JKB_DATE_APPROX_NONE, -1, JKB_DATE_NONE };

  for (guint i = 0; i < n_matches; i++)
    {
      resolve (&resolver, i, &values[i]);
      remember (&resolver, &matches[i], &values[i]);
    }
}
