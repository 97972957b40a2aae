/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates that are numbers and joints. Two numbers alone (1/26) may as well be a fraction: they are a
 * date when a weekday, a time, a range or a word such as 付 stands behind them, or when a line begins
 * with them. Month names are here as well.
 */
#include "extract/jkb-date-forms.h"

#include <string.h>

#include "extract/jkb-date-words.h"

#define YEAR_MIN 1868
#define YEAR_MAX 2199

static gsize
read_digits (const JkbText *text, gsize at, int n_min, int n_max, int *value)
{
  gsize end = at;

  for (*value = 0; jkb_text_is_digit (text, end) && end < at + (gsize) n_max; end++)
    *value = *value * 10 + (text->bytes[end] - '0');
  if (end - at < (gsize) n_min || jkb_text_is_digit (text, end))
    return at;
  return end;
}

/* Behind the year: joint, month, the same joint, day. */
static gsize
read_month_and_day (const JkbText *text, gsize at, JkbDateMatch *match)
{
  char joint[2] = { at < text->n_bytes ? text->bytes[at] : '\0', '\0' };
  gsize month_end, end;
  int month, day;

  if (joint[0] == '\0' || strchr ("/.-", joint[0]) == NULL)
    return at;
  month_end = read_digits (text, at + 1, 1, 2, &month);
  if (month_end == at + 1)
    return at;
  match->written.month = (guint8) month;
  match->month_base = JKB_DATE_BASE_WRITTEN;
  if (!jkb_text_take (text, month_end, joint))
    return joint[0] == '/' && month >= 1 && month <= 12 && month_end == at + 3 ? month_end : at;
  end = read_digits (text, month_end + 1, 1, 2, &day);
  if (end == month_end + 1 || (jkb_text_take (text, end, joint) && jkb_text_is_digit (text, end + 1)))
    return at;
  match->written.day = (guint8) day;
  match->day_base = JKB_DATE_BASE_WRITTEN;
  return end;
}

static gsize
read_year (const JkbText *text, gsize at, JkbDateMatch *match)
{
  int year = 1;
  gsize begin = jkb_date_words_era (text, at, &match->era);
  gsize end = begin + jkb_text_take (text, begin, "元");

  if (begin == at)
    {
      match->era = -1;
      end = read_digits (text, at, 4, 4, &year);
    }
  else if (end == begin)
    end = read_digits (text, begin, 1, 2, &year);
  if (end == begin)
    return at;
  if (match->era >= 0)
    year = jkb_date_words_era_year (match->era, year);
  match->written.year = (gint16) year;
  match->year_base = JKB_DATE_BASE_WRITTEN;
  return year < YEAR_MIN || year > YEAR_MAX ? at : end;
}

static gsize
read_full (const JkbText *text, gsize at, JkbDateMatch *match)
{
  gsize year_end = read_year (text, at, match);
  gsize end = year_end > at ? read_month_and_day (text, year_end, match) : year_end;

  if (end == year_end || (match->era >= 0 && match->day_base == JKB_DATE_BASE_NONE))
    return at;
  if (match->era >= 0 && !jkb_date_words_era_has (match->era, match->written))
    match->flags |= JKB_DATE_ERA_WRONG;
  return end;
}

static gboolean
begins_line (const JkbText *text, gsize at)
{
  static const char *const marks[] = { "・", "■", "○", "●", "◆", "※", NULL };
  guint n_max = 6;

  for (; at > 0 && n_max > 0; n_max--)
    {
      gsize length = strchr (" *-|", text->bytes[at - 1]) != NULL;

      for (gsize i = 0; length == 0 && marks[i] != NULL; i++)
        length = jkb_text_take_before (text, at, marks[i]);
      if (length == 0)
        break;
      at -= length;
    }
  return at == 0 || text->bytes[at - 1] == '\n';
}

static gboolean
is_no_fraction (const JkbText *text, gsize at, gsize end)
{
  static const char *const behind[]
      = { "付", "時点", "現在", "頃", "以降", "まで", "から", "より", "未明", "午前", "午後", "公表", "発表", NULL };
  gboolean is_open;
  guint flag;
  guint8 weekday;
  int value;
  gsize next;

  if (jkb_text_take_any (text, end, behind) || jkb_date_words_weekday (text, end, &weekday) > end
      || jkb_date_words_time (text, end) > end)
    return TRUE;
  if (begins_line (text, at) && (jkb_text_take (text, end, " ") || jkb_text_take (text, end, ":")))
    return TRUE;
  next = jkb_date_form_link (text, end, &is_open, &flag);
  if (next == end || !is_open)
    return FALSE;
  end = read_digits (text, next, 1, 2, &value);
  return end > next && jkb_text_take (text, end, "/")
         && read_digits (text, end + 1, 1, 2, &value) > end + 1;
}

static gsize
read_slashed (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  int month, day;
  gsize month_end = read_digits (text, at, 1, 2, &month), end;

  if (month_end == at || !jkb_text_take (text, month_end, "/"))
    return at;
  end = read_digits (text, month_end + 1, 1, 2, &day);
  if (end == month_end + 1 || jkb_text_take (text, end, "/") || month < 1 || month > 12 || day < 1)
    return at;
  if (going == JKB_DATE_GOING_NONE && !is_no_fraction (text, at, end))
    return at;
  match->written = (JkbDate){ 0, (guint8) month, (guint8) day };
  match->month_base = match->day_base = JKB_DATE_BASE_WRITTEN;
  return end;
}

gsize
jkb_date_form_numeric (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  gsize end;

  *match = (JkbDateMatch){ .span = { at, at }, .era = -1, .flags = JKB_DATE_NUMERIC };
  if ((end = read_full (text, at, match)) > at)
    return end;
  *match = (JkbDateMatch){ .span = { at, at }, .era = -1, .flags = JKB_DATE_NUMERIC };
  return read_slashed (text, at, going, match);
}

/* 26, 26th */
static gsize
read_english_day (const JkbText *text, gsize at, int *day)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", NULL };
  gsize end = read_digits (text, at, 1, 2, day);

  if (end == at || *day < 1 || *day > 31)
    return at;
  end += jkb_text_take_any (text, end, endings);
  if (jkb_text_take (text, end, ":") && jkb_text_is_digit (text, end + 1))
    return at;                          /* the hour of a time; February 15: opens an entry */
  return jkb_text_is_letter (text, end) ? at : end;
}

/* `, 2024` or ` 2024` */
static gsize
read_english_year (const JkbText *text, gsize at, JkbDateMatch *match)
{
  gsize begin = at + jkb_text_take (text, at, ",");
  gsize end;
  int year;

  begin = jkb_text_skip_blanks (text, begin, 2);
  end = read_digits (text, begin, 4, 4, &year);
  if (begin == at || end == begin || year < YEAR_MIN || year > YEAR_MAX)
    return at;
  match->written.year = (gint16) year;
  match->year_base = JKB_DATE_BASE_WRITTEN;
  return end;
}

static gboolean
follows_preposition (const JkbText *text, gsize at)
{
  static const char *const words[] = { "on ", "from ", "since ", "by ", "until ", "of ", "to ", "and ",
                                       "between ", "through ", "before ", "after ", "late ", "early ", NULL };

  return jkb_text_take_any_before (text, at, words) > 0;
}

static void
set_month_and_day (JkbDateMatch *match, int month, int day)
{
  match->written.month = (guint8) month;
  match->written.day = (guint8) day;
  match->month_base = JKB_DATE_BASE_WRITTEN;
  match->day_base = day > 0 ? JKB_DATE_BASE_WRITTEN : JKB_DATE_BASE_NONE;
}

static gsize
read_month_first (const JkbText *text, gsize at, JkbDateMatch *match)
{
  int month, day = 0;
  gsize month_end = jkb_date_words_month_name (text, at, &month);
  gsize begin = jkb_text_skip_blanks (text, month_end, 2);
  gsize day_end, end;

  if (month_end == at)
    return at;
  if (begin == month_end || (day_end = read_english_day (text, begin, &day)) == begin)
    day_end = month_end;
  set_month_and_day (match, month, day_end > month_end ? day : 0);
  end = read_english_year (text, day_end, match);
  if (end == day_end && (day_end == month_end || (month == 5 && !follows_preposition (text, at))))
    return at;
  return end;
}

static gsize
read_day_first (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  int month, day;
  gsize day_end = read_english_day (text, at, &day);
  gsize begin = jkb_text_skip_blanks (text, day_end, 2);
  gsize month_end;

  if (day_end == at)
    return at;
  if (begin > day_end)
    begin += jkb_text_take (text, begin, "of ");
  month_end = jkb_date_words_month_name (text, begin, &month);
  if (month_end > begin && begin > day_end)
    {
      set_month_and_day (match, month, day);
      return read_english_year (text, month_end, match);
    }
  if (going == JKB_DATE_GOING_NONE || !jkb_text_take (text, day_end, ", "))
    return at;
  set_month_and_day (match, 0, day);            /* january 5-7, 2024 */
  match->month_base = JKB_DATE_BASE_CONTEXT;
  month_end = read_english_year (text, day_end, match);
  return month_end > day_end ? month_end : at;
}

gsize
jkb_date_form_english (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  *match = (JkbDateMatch){ .span = { at, at }, .era = -1 };
  return jkb_text_is_letter (text, at) ? read_month_first (text, at, match)
                                       : read_day_first (text, at, going, match);
}
