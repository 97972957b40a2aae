/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 *   date  = year [の] [ month [ day ] ]  |  month [ day ]  |  day  |  同日 …
 *   year  = era number 年 | four digits 年 | two digits 年 before a month | 昨年 …
 *           in a range, a number 年 in the era of its beginning
 *   month = number 月 | 先月 …            8~9月 and 1月5、6日 share their last word
 *   day   = number 日
 *
 * Blanks may stand between the parts. A day alone, and words such as 翌14日, are dates only where
 * nothing says that they are a length of time (30日間, 10日以内) or a name.
 */
#include "extract/jkb-date-forms.h"
#include "extract/jkb-date-words.h"

#define YEAR_MIN 1868
#define YEAR_MAX 2199
#define N_SHARED_MAX 6                  /* numbers before one 日 */

static gsize
skip (const JkbText *text, gsize at)
{
  return jkb_text_skip_blanks (text, at, 2);
}

static gsize
read_four_digits (const JkbText *text, gsize at, int *year)
{
  gsize end = at;
  int n_digits = 0;

  for (*year = 0; n_digits < 4 && end < text->n_bytes; n_digits++)
    {
      gunichar c = jkb_text_char (text, end);
      int digit = jkb_text_is_digit (text, end) ? (int) c - '0' : jkb_text_kanji_digit (c);

      if (digit < 0)
        return at;
      *year = *year * 10 + digit;
      end = jkb_text_next (text, end);
    }
  if (n_digits < 4 || *year < YEAR_MIN || *year > YEAR_MAX || jkb_text_is_digit (text, end))
    return at;
  return end;
}

/* 2018(平成30)年, 平成30(2018)年: the same year in the other way, before the word for it. */
static gsize
pass_inner_year (const JkbText *text, gsize at)
{
  gsize begin = at + jkb_text_take (text, at, "("), digits, end;
  int era, year;

  if (begin == at)
    return at;
  digits = jkb_date_words_era (text, begin, &era);
  if (digits > begin)
    {
      end = digits + jkb_text_take (text, digits, "元");
      end = end > digits ? end : jkb_date_words_number (text, digits, &year);
    }
  else
    end = read_four_digits (text, begin, &year);
  return end > digits && jkb_text_take (text, end, ")年") > 0 ? end + 1 : at;
}

static gsize
read_era_year (const JkbText *text, gsize at, JkbDateMatch *match)
{
  gsize begin = jkb_date_words_era (text, at, &match->era);
  gsize end;
  int year = 1;

  if (begin == at)
    return at;
  begin = skip (text, begin);
  end = begin + jkb_text_take (text, begin, "元");
  if (end == begin && (end = jkb_date_words_number (text, begin, &year)) == begin)
    return at;
  end = skip (text, pass_inner_year (text, end));
  match->written.year = (gint16) jkb_date_words_era_year (match->era, year);
  if (match->written.year == 0 || !jkb_text_take (text, end, "年"))
    return at;
  return jkb_text_next (text, end);
}

/* One or two digits are a year only with a month behind them: 24年1月; ~6年3月31日 in a range. */
static gsize
read_short_year (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  int year, month;
  gsize end = jkb_date_words_number (text, at, &year);
  gboolean has_two_digits = end == at + 2 && year >= 1 && year <= 59 && jkb_text_is_digit (text, at);
  gsize behind;

  if (end == at || !jkb_text_take (text, end, "年"))
    return at;
  if (going == JKB_DATE_GOING_NONE
      && (!has_two_digits || jkb_text_is_kanji (jkb_text_char_before (text, at))))
    return at;
  end = jkb_text_next (text, end);
  behind = jkb_date_words_number (text, skip (text, end), &month);
  if (behind == skip (text, end) || !jkb_text_take (text, skip (text, behind), "月"))
    return at;
  match->written.year = (gint16) (going == JKB_DATE_GOING_ON ? year : 2000 + year);
  match->flags |= going == JKB_DATE_GOING_ON ? JKB_DATE_ERA_GOES_ON : JKB_DATE_SHORT_YEAR;
  return end;
}

static gsize
read_year (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  const JkbDateRelative *relative;
  gsize end = jkb_date_words_relative (text, at, 'y', &relative);
  int year;

  if (end > at)
    {
      match->year_base = relative->base;
      match->year_offset = relative->offset;
      return end + jkb_text_take (text, end, "の");
    }
  match->year_base = JKB_DATE_BASE_WRITTEN;
  if ((end = read_era_year (text, at, match)) > at)
    return end;
  match->era = -1;
  end = read_four_digits (text, at, &year);
  end = end > at ? pass_inner_year (text, end) : at;
  if (end > at && jkb_text_take (text, skip (text, end), "年"))
    {
      match->written.year = (gint16) year;
      return jkb_text_next (text, skip (text, end));
    }
  if ((end = read_short_year (text, at, going, match)) > at)
    return end;
  match->year_base = JKB_DATE_BASE_NONE;
  match->written.year = 0;
  return at;
}

/* The number before @at shares the @unit of a number behind a joint: 24~26日, 5、6、7日, 8~9月. */
static gboolean
shares_unit (const JkbText *text, gsize at, const char *unit)
{
  static const char *const joints[] = { "~", "-", "ー", "・", "、", ",", "及び", "および", "から", NULL };

  for (int i = 0; i < N_SHARED_MAX; i++)
    {
      gsize begin = skip (text, at);
      gsize joint = jkb_text_take_any (text, begin, joints);
      int value;

      begin = skip (text, begin + joint);
      at = jkb_date_words_number (text, begin, &value);
      if (joint == 0 || at == begin)
        return FALSE;
      if (jkb_text_take (text, skip (text, at), unit) > 0)
        return TRUE;
    }
  return FALSE;
}

/* 2018年(平成30年)2月, 令和7年(2025年)11月: the same year in the other way; 昨年(2018年): the year that is meant. */
static gsize
pass_other_year (const JkbText *text, gsize at, JkbDateMatch *match)
{
  JkbDateMatch other = { .era = -1 };
  gsize bracket = skip (text, at), begin = skip (text, bracket + jkb_text_take (text, bracket, "("));
  gsize end;
  int year;

  if (jkb_text_take (text, bracket, "(") == 0)
    return at;
  if ((end = read_era_year (text, begin, &other)) == begin)
    {
      end = read_four_digits (text, begin, &year);
      if (end == begin || !jkb_text_take (text, skip (text, end), "年"))
        return at;
      end = jkb_text_next (text, skip (text, end));
      other.written.year = (gint16) year;
    }
  end = skip (text, end);
  if (jkb_text_take (text, end, ")") == 0)
    return at;
  if (match->year_base != JKB_DATE_BASE_WRITTEN)
    {
      match->year_base = JKB_DATE_BASE_WRITTEN;
      match->written.year = other.written.year;
    }
  return end + 1;
}

static gsize
read_month (const JkbText *text, gsize at, JkbDateMatch *match)
{
  gboolean has_year = match->year_base != JKB_DATE_BASE_NONE;
  const JkbDateRelative *relative;
  gsize begin = skip (text, at), end;
  int month;

  end = jkb_date_words_relative (text, begin, 'm', &relative);
  if (end > begin)
    {
      match->month_base = relative->base;
      match->month_offset = relative->offset;
      return end + jkb_text_take (text, end, "の");
    }
  end = jkb_date_words_number (text, begin, &month);
  if (end == begin)
    return at;
  if (jkb_text_take (text, skip (text, end), "月"))
    end = jkb_text_next (text, skip (text, end));
  else if (!has_year || !shares_unit (text, end, "月"))
    return at;
  if (jkb_text_take (text, end, "間"))
    return at;
  match->written.month = (guint8) month;
  match->month_base = JKB_DATE_BASE_WRITTEN;
  return end;
}

static gsize
read_day (const JkbText *text, gsize at, JkbDateMatch *match)
{
  gsize begin = skip (text, at), end;
  int day;

  end = jkb_date_words_number (text, begin, &day);
  if (end == begin)
    return at;
  if (jkb_text_take (text, skip (text, end), "日"))
    end = jkb_text_next (text, skip (text, end));
  else if (!shares_unit (text, end, "日"))
    return at;
  if (jkb_text_take (text, end, "間"))
    return at;
  match->written.day = (guint8) day;
  match->day_base = JKB_DATE_BASE_WRITTEN;
  return end;
}

/* 2023年度, 2024年版, 2025年第2四半期, 3月期: names of periods. */
static gsize
read_period (const JkbText *text, gsize at, JkbDateMatch *match)
{
  static const char *const years[] = { "度", "版", "問題", "上半期", "下半期", "上期", "下期", NULL };
  static const char *const months[] = { "期", "号", "度", "決算", NULL };
  gsize length = jkb_text_take_any (text, at, match->month_base ? months : years);
  gsize quarter;
  int value;

  if (length == 0 && match->month_base == JKB_DATE_BASE_NONE)
    {
      quarter = skip (text, at);
      quarter += jkb_text_take (text, quarter, "第");
      quarter = jkb_date_words_number (text, quarter, &value);
      length = jkb_text_take (text, quarter, "四半期");
      if (length > 0)
        length += quarter - at;
    }
  match->flags |= length > 0 ? JKB_DATE_PERIOD : 0;
  return at + length;
}

static gsize
read_season (const JkbText *text, gsize at, JkbDateMatch *match)
{
  static const char *const seasons[] = { "春頃", "夏頃", "秋頃", "冬頃", "春", "夏", "秋", "冬", NULL };
  gsize end = at + jkb_text_take_any (text, at, seasons);

  if (end > at)
    match->approx = JKB_DATE_APPROX_ABOUT;
  return end;
}

/* What blurs a date counts as its words only where it tells which part of a month or year. */
static gsize
read_blur (const JkbText *text, gsize at, JkbDateMatch *match)
{
  gsize end = jkb_date_words_approx (text, skip (text, at), &match->approx);

  if (end == skip (text, at))
    return at;
  return match->day_base == JKB_DATE_BASE_NONE ? end : at;
}

static gsize
read_from_year (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  gsize year_end = read_year (text, at, going, match);
  gsize end, day_end;

  if (year_end == at)
    return at;
  year_end = pass_other_year (text, year_end, match);
  end = read_month (text, year_end, match);
  if (end == year_end)
    {
      if (jkb_text_take (text, year_end, "間") || match->flags & JKB_DATE_SHORT_YEAR)
        return at;
      if ((end = read_period (text, year_end, match)) == year_end
          && (end = read_season (text, year_end, match)) == year_end)
        end = read_blur (text, year_end, match);
      if (match->year_base != JKB_DATE_BASE_WRITTEN && end == year_end)
        return at;
    }
  else
    {
      if ((day_end = read_day (text, end, match)) > end)
        end = day_end;
      else if ((day_end = read_period (text, end, match)) > end)
        end = day_end;
      end = read_blur (text, end, match);
    }
  if (match->era >= 0 && !jkb_date_words_era_has (match->era, match->written))
    match->flags |= JKB_DATE_ERA_WRONG;
  return end;
}

/* A year stands before it that was none: 1700年1月. */
static gboolean
follows_refused_year (const JkbText *text, gsize at)
{
  gsize length = jkb_text_take_before (text, at, "年");

  return length > 0
         && (jkb_text_is_digit (text, at - length - 1)
             || jkb_text_kanji_digit (jkb_text_char_before (text, at - length)) >= 0);
}

/* A month without its year. */
static gsize
read_from_month (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  static const char *const before[] = { "停職", "減給", "懲役", "禁錮", "禁固", "毎年", "約", "数", "第", "計", NULL };
  gsize month_end = read_month (text, at, match);
  gboolean is_kanji = !jkb_text_is_digit (text, at) && match->month_base == JKB_DATE_BASE_WRITTEN;
  gsize end;

  if (month_end == at || follows_refused_year (text, at))
    return at;
  end = read_day (text, month_end, match);
  if (end > month_end)
    return read_blur (text, end, match);
  for (const char *const *word = before; *word != NULL; word++)
    if (jkb_text_take_before (text, at, *word))
      return at;
  if (is_kanji)
    return at;
  end = read_period (text, month_end, match);
  return end > month_end ? end : read_blur (text, end, match);
}

static gboolean
is_length_of_time (const JkbText *text, gsize at, gsize end)
{
  static const char *const behind[]
      = { "間", "あたり", "当たり", "当り", "以内", "以上", "未満", "後", "前", "目", "ほど", "程度",
          "平均", "連続", "分", "ぶり", "半", "ごと", "毎", "おき", "弱", "強", "余", "遅", "経過", "超",
          "限り", "坊", "中に", "につき", "単位", "とも", "をかけ", "を要", NULL };
  static const char *const before[]
      = { "約", "最大", "最長", "最短", "数", "第", "毎月", "過去", "直近", "丸", "計", "毎", "全", "わずか",
          "およそ", "たった", "営業", NULL };

  if (jkb_text_take_any (text, end, behind))
    return TRUE;
  if (jkb_text_take_any_before (text, at, before) > 0)
    return TRUE;
  return FALSE;
}

/* 1日 is more often the length of a day than the first of a month. */
static gboolean
is_plainly_first (const JkbText *text, gsize end)
{
  static const char *const behind[] = { "付", "に", "から", "より", "まで", "の午", "午", "(", "~", NULL };

  return jkb_text_take_any (text, end, behind) > 0
         && !jkb_text_take (text, end, "に数") && !jkb_text_take (text, end, "に1");
}

static gsize
read_from_day (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  gsize end = read_day (text, at, match);

  if (end == at || !jkb_text_is_digit (text, at) || match->written.day > 31)
    return at;
  if (is_length_of_time (text, at, end) || jkb_text_take_before (text, at, "月"))
    return at;
  if (going == JKB_DATE_GOING_NONE && match->written.day == 1 && !is_plainly_first (text, end))
    return at;
  return end;
}

/* 翌14日, 翌1月5日, 同23日, 同1月5日 */
static gsize
read_from_prefix (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  gsize next = jkb_text_take (text, at, "翌"), same = jkb_text_take (text, at, "同");
  gsize begin = skip (text, at + next + same);
  gsize end;

  if (begin == at || !jkb_text_is_digit (text, begin))
    return at;
  match->flags |= next > 0 ? JKB_DATE_NEXT : 0;
  if ((end = read_from_month (text, begin, going, match)) > begin)
    {
      match->year_base = same > 0 ? JKB_DATE_BASE_CONTEXT : JKB_DATE_BASE_NONE;
      return end;
    }
  end = read_day (text, begin, match);
  if (end == begin || match->written.day > 31)
    return at;
  match->month_base = JKB_DATE_BASE_CONTEXT;
  return end;
}

static gsize
read_relative_day (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  const JkbDateRelative *relative;
  gsize end = jkb_date_words_relative (text, at, 'd', &relative);

  if (end == at || jkb_text_take (text, end, "曜") || jkb_text_take (text, end, "では"))
    return at;
  match->day_base = relative->base;
  match->day_offset = relative->offset;
  return end;
}

typedef gsize (*Form) (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match);

gsize
jkb_date_form_japanese (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  static const Form forms[]
      = { read_from_year, read_from_month, read_from_prefix, read_relative_day, read_from_day };
  gsize end;

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      *match = (JkbDateMatch){ .span = { at, at }, .era = -1 };
      if ((end = forms[i] (text, at, going, match)) > at)
        return end;
    }
  return at;
}
