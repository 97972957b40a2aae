/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-date-words.h"

#include <string.h>

#include "extract/jkb-numeral.h"

/* Each era begins on the day that the one before it ends: 8 January 1989 is 平成. */
static const struct
{
  const char *name;
  const char *spread;                   /* 平 成 28 年, as headings are set */
  const char *letter;
  JkbDate first;
  JkbDate last;
} eras[] = {
  { "明治", "明 治", NULL, { 1868, 10, 23 }, { 1912, 7, 29 } },
  { "大正", "大 正", NULL, { 1912, 7, 30 }, { 1926, 12, 24 } },
  { "昭和", "昭 和", "s", { 1926, 12, 25 }, { 1989, 1, 7 } },
  { "平成", "平 成", "h", { 1989, 1, 8 }, { 2019, 4, 30 } },
  { "令和", "令 和", "r", { 2019, 5, 1 }, { 9999, 12, 31 } },
};

#define ERA_YEARS_MAX 70

gsize
jkb_date_words_era (const JkbText *text, gsize at, int *era)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (eras); i++)
    {
      gsize length = jkb_text_take (text, at, eras[i].name) + jkb_text_take (text, at, eras[i].spread);

      *era = i;
      if (length > 0)
        return at + length;
      if (eras[i].letter != NULL && jkb_text_take (text, at, eras[i].letter)
          && !jkb_text_is_letter (text, at + 1)
          && !jkb_text_is_letter (text, at - 1) && !jkb_text_is_digit (text, at - 1))
        return at + 1;
    }
  return at;
}

int
jkb_date_words_era_year (int era, int year)
{
  return year >= 1 && year <= ERA_YEARS_MAX ? eras[era].first.year + year - 1 : 0;
}

gboolean
jkb_date_words_era_has (int era, JkbDate date)
{
  JkbDate first = eras[era].first, last = eras[era].last;

  if (date.day == 0)
    first.day = last.day = 0;
  if (date.month == 0)
    first.month = last.month = 0;
  return jkb_date_compare (first, date) <= 0 && jkb_date_compare (date, last) <= 0;
}

gsize
jkb_date_words_number (const JkbText *text, gsize at, int *value)
{
  JkbNumeral numeral;
  gsize end = at;

  for (*value = 0; jkb_text_is_digit (text, end) && end < at + 2; end++)
    *value = *value * 10 + (text->bytes[end] - '0');
  if (end > at)
    return jkb_text_is_digit (text, end) ? at : end;
  if (jkb_text_is_letter (text, at) || !jkb_numeral_read (text, at, &numeral) || !numeral.is_kanji)
    return at;
  if (!numeral.is_whole || numeral.value < 1 || numeral.value > 99)
    return at;
  *value = (int) numeral.value;
  return numeral.end;
}

static int
find_weekday (const JkbText *text, gsize at)
{
  static const char *const letters[] = { "月", "火", "水", "木", "金", "土", "日" };

  for (int i = 0; i < 7; i++)
    if (jkb_text_take (text, at, letters[i]))
      return i + 1;
  return 0;
}

static gsize
read_english_weekday (const JkbText *text, gsize at, guint8 *weekday)
{
  static const struct { const char *word; guint8 day; } words[] = {
    { "monday", 1 }, { "mon", 1 }, { "tuesday", 2 }, { "tues", 2 }, { "tue", 2 },
    { "wednesday", 3 }, { "wed", 3 }, { "thursday", 4 }, { "thurs", 4 }, { "thu", 4 },
    { "friday", 5 }, { "fri", 5 }, { "saturday", 6 }, { "sat", 6 }, { "sunday", 7 }, { "sun", 7 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = jkb_text_take (text, at, words[i].word);

      if (length == 0 || jkb_text_is_letter (text, at + length))
        continue;
      *weekday = words[i].day;
      return at + length + jkb_text_take (text, at + length, ".");
    }
  return at;
}

/* Behind `(金`: 曜日, a holiday, the bracket. */
static gsize
read_bracket_end (const JkbText *text, gsize at)
{
  static const char *const holidays[]
      = { "・祝日", "・祝", "・休日", "・休", "/祝", "、祝", ",祝", "祝", NULL };

  at += jkb_text_take (text, at, "曜");
  at += jkb_text_take (text, at, "日");
  at += jkb_text_take_any (text, at, holidays);
  if (jkb_text_take (text, at, ")") || jkb_text_take (text, at, "]"))
    return at + 1;
  return 0;
}

gsize
jkb_date_words_weekday (const JkbText *text, gsize at, guint8 *weekday)
{
  gsize word = jkb_text_skip_blanks (text, at, 2);
  gboolean has_bracket = jkb_text_take (text, word, "(") || jkb_text_take (text, word, "[");
  gsize begin = jkb_text_skip_blanks (text, word + has_bracket, has_bracket);
  int day = find_weekday (text, begin);
  gsize end = 0;

  if (day > 0 && has_bracket)
    end = read_bracket_end (text, jkb_text_next (text, begin));
  else if (day > 0 && jkb_text_take (text, jkb_text_next (text, begin), "曜"))
    {
      end = jkb_text_next (text, begin) + strlen ("曜");
      end += jkb_text_take (text, end, "日");
    }
  if (end > 0)
    {
      *weekday = (guint8) day;
      return end;
    }
  begin += !has_bracket && word == at && jkb_text_take (text, at, ", ") ? 2 : 0;
  end = read_english_weekday (text, begin, weekday);
  if (end == begin)
    return at;
  return has_bracket ? end + jkb_text_take (text, end, ")") : end;
}

static gsize
read_about (const JkbText *text, gsize at)
{
  static const char *const words[] = { "頃", "ごろ", "ころ", "前後", "過ぎ", "すぎ", NULL };

  return at + jkb_text_take_any (text, at, words);
}

static gsize
read_clock (const JkbText *text, gsize at)
{
  int value;
  gsize end = at;

  while (jkb_text_is_digit (text, end) && end < at + 2)
    end++;
  if (end == at && (end = jkb_date_words_number (text, at, &value)) == at)
    return at;
  end = jkb_text_skip_blanks (text, end, 1);
  if (jkb_text_take (text, end, ":") && jkb_text_is_digit (text, end + 1))
    {
      while (jkb_text_is_digit (text, end) || jkb_text_take (text, end, ":"))
        end++;
      return end;
    }
  if (!jkb_text_take (text, end, "時") || jkb_text_take (text, end, "時間"))
    return at;
  end = jkb_text_next (text, end);
  end += jkb_text_take (text, end, "半");
  for (gsize part = jkb_text_skip_blanks (text, end, 1), next; jkb_text_is_digit (text, part);
       part = jkb_text_skip_blanks (text, next, 1))
    {
      for (next = part; jkb_text_is_digit (text, next);)
        next++;
      next = jkb_text_skip_blanks (text, next, 1);
      if (!jkb_text_take (text, next, "分") && !jkb_text_take (text, next, "秒"))
        break;
      end = next = jkb_text_next (text, next);
    }
  return end;
}

gsize
jkb_date_words_time (const JkbText *text, gsize at)
{
  static const char *const parts[]
      = { "午前中", "午前", "午後", "未明", "早朝", "深夜", "夕方", "夕刻", "正午", "昼", "夜間", "夜", "朝",
          "am", "pm", NULL };
  gsize begin = jkb_text_skip_blanks (text, at, 2);
  gsize word, end;

  begin += jkb_text_take (text, begin, "の") ? strlen ("の") : 0;
  begin += begin == at && jkb_text_take (text, at, "t") && jkb_text_is_digit (text, at + 1);
  word = begin + jkb_text_take_any (text, begin, parts);
  end = read_clock (text, jkb_text_skip_blanks (text, word, 1));
  if (end > jkb_text_skip_blanks (text, word, 1))
    return read_about (text, end);
  return word > begin ? read_about (text, word) : at;
}

gsize
jkb_date_words_approx (const JkbText *text, gsize at, JkbDateApprox *approx)
{
  static const struct { const char *word; JkbDateApprox approx; } words[] = {
    { "上旬", JKB_DATE_APPROX_EARLY }, { "初旬", JKB_DATE_APPROX_EARLY },
    { "初め", JKB_DATE_APPROX_EARLY }, { "初頭", JKB_DATE_APPROX_EARLY },
    { "始め", JKB_DATE_APPROX_EARLY }, { "はじめ", JKB_DATE_APPROX_EARLY },
    { "前半", JKB_DATE_APPROX_EARLY }, { "中旬", JKB_DATE_APPROX_MIDDLE },
    { "半ば", JKB_DATE_APPROX_MIDDLE }, { "なかば", JKB_DATE_APPROX_MIDDLE },
    { "中頃", JKB_DATE_APPROX_MIDDLE }, { "下旬", JKB_DATE_APPROX_LATE },
    { "後半", JKB_DATE_APPROX_LATE }, { "終わり", JKB_DATE_APPROX_LATE },
    { "末日", JKB_DATE_APPROX_END }, { "末", JKB_DATE_APPROX_END },
    { "頃", JKB_DATE_APPROX_ABOUT }, { "ごろ", JKB_DATE_APPROX_ABOUT },
    { "ころ", JKB_DATE_APPROX_ABOUT }, { "前後", JKB_DATE_APPROX_ABOUT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = jkb_text_take (text, at, words[i].word);

      if (length > 0)
        {
          *approx = words[i].approx;
          return at + length;
        }
    }
  return at;
}

static const JkbDateRelative relative_years[] = {
  { "一昨年", JKB_DATE_BASE_WRITING, -2 }, { "おととし", JKB_DATE_BASE_WRITING, -2 },
  { "昨年", JKB_DATE_BASE_WRITING, -1 },   { "去年", JKB_DATE_BASE_WRITING, -1 },
  { "本年", JKB_DATE_BASE_WRITING, 0 },    { "今年", JKB_DATE_BASE_WRITING, 0 },
  { "ことし", JKB_DATE_BASE_WRITING, 0 },
  { "来年", JKB_DATE_BASE_WRITING, 1 },    { "前年", JKB_DATE_BASE_CONTEXT, -1 },
  { "同年", JKB_DATE_BASE_CONTEXT, 0 },    { "翌年", JKB_DATE_BASE_CONTEXT, 1 },
};

static const JkbDateRelative relative_months[] = {
  { "先々月", JKB_DATE_BASE_WRITING, -2 }, { "先月", JKB_DATE_BASE_WRITING, -1 },
  { "今月", JKB_DATE_BASE_WRITING, 0 },    { "本月", JKB_DATE_BASE_WRITING, 0 },
  { "来月", JKB_DATE_BASE_WRITING, 1 },    { "前月", JKB_DATE_BASE_CONTEXT, -1 },
  { "同月", JKB_DATE_BASE_CONTEXT, 0 },    { "当月", JKB_DATE_BASE_CONTEXT, 0 },
  { "翌月", JKB_DATE_BASE_CONTEXT, 1 },
};

static const JkbDateRelative relative_days[] = {
  { "一昨日", JKB_DATE_BASE_WRITING, -2 }, { "昨日", JKB_DATE_BASE_WRITING, -1 },
  { "本日", JKB_DATE_BASE_WRITING, 0 },    { "今日", JKB_DATE_BASE_WRITING, 0 },
  { "明日", JKB_DATE_BASE_WRITING, 1 },    { "前日", JKB_DATE_BASE_CONTEXT, -1 },
  { "同日", JKB_DATE_BASE_CONTEXT, 0 },    { "翌日", JKB_DATE_BASE_CONTEXT, 1 },
  { "翌々日", JKB_DATE_BASE_CONTEXT, 2 },  { "翌朝", JKB_DATE_BASE_CONTEXT, 1 },
};

static const struct
{
  char unit;
  const JkbDateRelative *words;
  gsize n_words;
} relatives[] = {
  { 'y', relative_years, G_N_ELEMENTS (relative_years) },
  { 'm', relative_months, G_N_ELEMENTS (relative_months) },
  { 'd', relative_days, G_N_ELEMENTS (relative_days) },
};

/* 判明日時, 日本年金: the word is a piece of another one. A date may stand before it: 26日同日. */
static gboolean
is_piece_of_word (const JkbText *text, gsize at)
{
  gunichar c = jkb_text_char_before (text, at);

  return jkb_text_is_kanji (c) && !jkb_text_take_before (text, at, "日")
         && !jkb_text_take_before (text, at, "月") && !jkb_text_take_before (text, at, "年");
}

gsize
jkb_date_words_relative (const JkbText *text, gsize at, char unit, const JkbDateRelative **relative)
{
  if (at >= text->n_bytes || (guchar) text->bytes[at] < 0x80)
    return at;
  for (gsize i = 0; i < G_N_ELEMENTS (relatives); i++)
    for (gsize j = 0; relatives[i].unit == unit && j < relatives[i].n_words; j++)
      {
        gsize length = jkb_text_take (text, at, relatives[i].words[j].word);

        *relative = &relatives[i].words[j];
        if (length > 0)
          return is_piece_of_word (text, at) ? at : at + length;
      }
  return at;
}

gsize
jkb_date_words_month_name (const JkbText *text, gsize at, int *month)
{
  static const char *const names[]
      = { "january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december" };

  if (jkb_text_is_letter (text, at - 1))
    return at;
  for (int i = 0; i < 12; i++)
    {
      gsize end = at;

      for (const char *p = names[i]; *p != '\0' && end < text->n_bytes && text->bytes[end] == *p; p++)
        end++;
      if (end - at == 3 && i == 8)
        end += jkb_text_take (text, end, "t");  /* sept */
      if (jkb_text_is_letter (text, end) || end - at < 3)
        continue;
      if (end - at > 4 && end - at < strlen (names[i]))
        continue;
      *month = i + 1;
      return end + (end - at < strlen (names[i]) ? jkb_text_take (text, end, ".") : 0);
    }
  return at;
}
