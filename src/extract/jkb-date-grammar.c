/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The walk looks at each character that may begin a date, tries the forms (jkb-date-japanese.c,
 * jkb-date-numeric.c), then reads on: weekday, time of day, and the word that makes the date one end
 * of a stretch. Behind から or ~ the next date is tried at once; when there is one, the two are a
 * range, and the second may be as short as 26日.
 */
#include "extract/jkb-date-grammar.h"

#include <string.h>

#include "extract/jkb-date-forms.h"
#include "extract/jkb-date-words.h"

#define N_NUMERALS 12                   /* characters of a number that are looked over */
#define N_ASIDE 60                      /* bytes of a bracket between a date and から */

static gboolean
may_begin (gunichar c)
{
  switch (c)
    {
    case 0x5341: case 0x3007:                                           /* 十 〇 */
    case 0x4e00: case 0x4e8c: case 0x4e09: case 0x56db: case 0x4e94:    /* 一 to 五 */
    case 0x516d: case 0x4e03: case 0x516b: case 0x4e5d:                 /* 六 to 九 */
    case 0x660e: case 0x5927: case 0x662d: case 0x5e73: case 0x4ee4:    /* 明 大 昭 平 令 */
    case 0x672c: case 0x4eca: case 0x6628: case 0x53bb: case 0x6765:    /* 本 今 昨 去 来 */
    case 0x540c: case 0x7fcc: case 0x524d: case 0x5148: case 0x5f53:    /* 同 翌 前 先 当 */
    case 0x304a: case 0x3053:                                           /* お(ととし) こ(とし) */
      return TRUE;
    default:
      return c < 0x80 && g_ascii_isalnum ((char) c);
    }
}

/* The same for the walk, which passes all kana but お. */
static const guint64 begins[JKB_TEXT_ROWS] = {
  [0x0c0] = JKB_TEXT_BIT (0x3007),  /* 〇 */
  [0x0c1] = JKB_TEXT_BIT (0x304a),  /* お */
  [0x138] = JKB_TEXT_BIT (0x4e00) | JKB_TEXT_BIT (0x4e03) | JKB_TEXT_BIT (0x4e09),  /* 一 七 三 */
  [0x139] = JKB_TEXT_BIT (0x4e5d),  /* 九 */
  [0x13a] = JKB_TEXT_BIT (0x4e8c) | JKB_TEXT_BIT (0x4e94),  /* 二 五 */
  [0x13b] = JKB_TEXT_BIT (0x4eca) | JKB_TEXT_BIT (0x4ee4),  /* 今 令 */
  [0x145] = JKB_TEXT_BIT (0x5148) | JKB_TEXT_BIT (0x516b) | JKB_TEXT_BIT (0x516d),  /* 先 八 六 */
  [0x149] = JKB_TEXT_BIT (0x524d),  /* 前 */
  [0x14d] = JKB_TEXT_BIT (0x5341),  /* 十 */
  [0x14e] = JKB_TEXT_BIT (0x53bb),  /* 去 */
  [0x150] = JKB_TEXT_BIT (0x540c),  /* 同 */
  [0x15b] = JKB_TEXT_BIT (0x56db),  /* 四 */
  [0x164] = JKB_TEXT_BIT (0x5927),  /* 大 */
  [0x179] = JKB_TEXT_BIT (0x5e73),  /* 平 */
  [0x17d] = JKB_TEXT_BIT (0x5f53),  /* 当 */
  [0x198] = JKB_TEXT_BIT (0x660e) | JKB_TEXT_BIT (0x6628) | JKB_TEXT_BIT (0x662d),  /* 明 昨 昭 */
  [0x19c] = JKB_TEXT_BIT (0x672c),  /* 本 */
  [0x19d] = JKB_TEXT_BIT (0x6765),  /* 来 */
  [0x1ff] = JKB_TEXT_BIT (0x7fcc),  /* 翌 */
};

static gboolean
is_numeral (gunichar c)
{
  switch (c)
    {
    case 0x5341: case 0x767e: case 0x5343: case 0x4e07: case 0x5104: case 0x5146:   /* 十 百 千 万 億 兆 */
    case 0x6570: case 0x4f55: case 0x5e7e:                                          /* 数 何 幾 */
      return TRUE;
    default:
      return c < 0x80 ? g_ascii_isdigit ((char) c) : jkb_text_kanji_digit (c) >= 0;
    }
}

/* Whether @c may stand behind a number of a date: a unit, the beginning of a joint (及び, および, から), any sign. */
static gboolean
is_behind_number (gunichar c)
{
  switch (c)
    {
    case 0x5e74: case 0x6708: case 0x65e5: case 0x6628:                 /* 年 月 日, 一(昨日) */
    case 0x53ca: case 0x304a: case 0x304b: case 0x30fb: case 0x30fc:    /* 及 お か ・ ー */
      return TRUE;
    default:
      return c < 0x3041 || c >= 0xa000 || is_numeral (c);
    }
}

/* What makes a date of the first character of 昭和, 翌々日, 先月, 同23日, おととし. */
static gboolean
is_behind_word (gunichar c)
{
  switch (c)
    {
    case 0x5e74: case 0x6708: case 0x65e5: case 0x3005: case 0x671d:    /* 年 月 日 々 朝 */
    case 0x6cbb: case 0x6b63: case 0x548c: case 0x6210:                 /* 治 正 和 成 */
    case 0x540c: case 0x3068: case ' ':                                 /* 翌(同日) (お)と(とし) */
      return TRUE;
    default:
      return c < 0x80 && g_ascii_isdigit ((char) c);
    }
}

/* A look at what follows the first character or number, which is mostly no date: 30名, 一部, 当社, 本件. */
static gboolean
may_go_on (const JkbText *text, gsize at)
{
  gunichar c = jkb_text_char (text, at);

  if (c < 0x80 && g_ascii_isalpha ((char) c))
    return strchr ("jfmasondhr", (int) c) != NULL;
  if (!is_numeral (c))
    return is_behind_word (jkb_text_char (text, jkb_text_next (text, at)));
  for (guint n = 0; n < N_NUMERALS; n++)
    {
      if (!is_numeral (c) && c != ' ')
        return is_behind_number (c);
      at = jkb_text_next (text, at);
      c = jkb_text_char (text, at);
    }
  return TRUE;
}

static gboolean
is_year_with_unit (const JkbText *text, gsize at)
{
  for (gsize i = 0; i < 4; i++)
    if (!jkb_text_is_digit (text, at + i))
      return FALSE;
  return jkb_text_take (text, jkb_text_skip_blanks (text, at + 4, 2), "年") > 0;
}

/* Digits or letters that go on from what stands before them are no date: 80101911/26.06.2025. */
static gboolean
continues_word (const JkbText *text, gsize at)
{
  char c = at > 0 ? text->bytes[at - 1] : '\0';

  if (jkb_text_take_before (text, at, "〇") > 0 && (at == strlen ("〇") || text->bytes[at - strlen ("〇") - 1] == '\n'
                                                    || text->bytes[at - strlen ("〇") - 1] == ' '))
    return FALSE;                       /* a mark in front of a line */
  if (!jkb_text_is_digit (text, at) && !jkb_text_is_letter (text, at))
    return jkb_text_is_digit (text, at - 1) || jkb_text_kanji_digit (jkb_text_char_before (text, at)) >= 0;
  if (c == '\0')
    return FALSE;
  if (g_ascii_isalnum (c) || c == '#' || c == '_' || c == '=' || jkb_text_take_before (text, at, "第"))
    return TRUE;
  if ((c == '.' || c == ',' || c == ':') && is_year_with_unit (text, at))
    return FALSE;                       /* `1.2024年`, `1:2024年`: a number before a paragraph */
  return (c == '/' || c == '-' || c == ',' || c == '.' || c == ':')
         && (jkb_text_is_digit (text, at - 2) || (c != '.' && jkb_text_is_letter (text, at - 2)));
}

/* A day that the calendar does not have; the words are passed without a date. */
static gboolean
is_possible (const JkbDateMatch *match)
{
  JkbDate date = match->written;

  if (date.month == 0 && match->month_base == JKB_DATE_BASE_WRITTEN)
    return FALSE;
  if (date.day == 0 && match->day_base == JKB_DATE_BASE_WRITTEN)
    return FALSE;
  if (date.month == 0)
    return date.day <= 31;
  if (match->flags & JKB_DATE_ERA_GOES_ON)
    date.year = 0;
  return jkb_date_is_valid (date.year, date.month, date.day);
}

static gsize
read_form (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  gunichar c = jkb_text_char (text, at);
  gsize end = at;

  if (!may_begin (c) || !may_go_on (text, at))
    return at;
  if (c >= 0x80)
    return jkb_date_form_japanese (text, at, going, match);
  if ((end = jkb_date_form_numeric (text, at, going, match)) == at
      && (end = jkb_date_form_english (text, at, going, match)) == at)
    end = jkb_date_form_japanese (text, at, going, match);
  return end;
}

static gsize
read_date (const JkbText *text, gsize at, JkbDateGoing going, JkbDateMatch *match)
{
  JkbDateApprox blur = JKB_DATE_APPROX_NONE;
  gsize end = read_form (text, at, going, match), next;

  if (end == at)
    return at;
  match->span.end = end;
  end = jkb_date_words_approx (text, end, &blur);
  end = jkb_date_words_weekday (text, end, &match->weekday);
  next = jkb_date_words_time (text, end);
  if (next > end)
    match->flags |= JKB_DATE_HAS_TIME;
  match->end = jkb_date_words_approx (text, next, &blur);
  if (match->approx == JKB_DATE_APPROX_NONE)
    match->approx = blur;
  if (match->weekday != 0 && match->written.day != 0 && match->written.year != 0
      && match->written.month != 0 && jkb_date_weekday (match->written) != match->weekday)
    match->flags |= JKB_DATE_WEEKDAY_WRONG;
  return match->end;
}

gsize
jkb_date_form_link (const JkbText *text, gsize at, gboolean *is_open, guint *flag)
{
  static const struct { const char *word; gboolean is_open; guint flag; } links[] = {
    { "から", TRUE, JKB_DATE_SINCE },     { "より前", FALSE, JKB_DATE_UNTIL },
    { "より", TRUE, JKB_DATE_SINCE },     { "以降", TRUE, JKB_DATE_SINCE },
    { "以後", TRUE, JKB_DATE_SINCE },     { "以来", FALSE, JKB_DATE_SINCE },
    { "まで", FALSE, JKB_DATE_UNTIL },    { "迄", FALSE, JKB_DATE_UNTIL },
    { "以前", FALSE, JKB_DATE_UNTIL },    { "~", TRUE, JKB_DATE_SINCE },
    { "-", TRUE, 0 },                     { "ー", TRUE, 0 },
    { "→", TRUE, 0 },                     { "to ", TRUE, 0 },
    { "through ", TRUE, 0 },              { "until ", TRUE, 0 },
    { ", to ", TRUE, 0 },                 { ", through ", TRUE, 0 },
    { ", until ", TRUE, 0 },              { "and continued until ", TRUE, 0 },
  };
  gsize begin = jkb_text_skip_blanks (text, at, 1);

  *flag = 0;
  *is_open = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      gsize length = jkb_text_take (text, begin, links[i].word);

      if (length == 0)
        continue;
      *is_open = links[i].is_open;
      *flag = links[i].flag;
      begin += length;
      begin += jkb_text_take (text, begin, "、");
      return jkb_text_skip_blanks (text, begin, 1);
    }
  return at;
}

static const char *const days_in_front[] = { "monday, ", "tuesday, ", "wednesday, ", "thursday, ", "friday, ", "saturday, ",
                                             "sunday, ", "the ", NULL };

/* `between a and b`, `between a, 2024, and b`: only there does "and" make a range. */
static gsize
read_between (const JkbText *text, const JkbDateMatch *match)
{
  static const char *const joints[] = { " and ", ", and ", NULL };

  gsize begin = match->span.begin;

  for (guint i = 0; days_in_front[i] != NULL && begin == match->span.begin; i++)
    begin -= jkb_text_take_before (text, begin, days_in_front[i]);
  if (!jkb_text_take_before (text, begin, "between "))
    return match->end;
  return match->end + jkb_text_take_any (text, match->end, joints);
}

static gboolean
leads_to_date (const JkbText *text, gsize at)
{
  JkbDateMatch next;

  return read_date (text, at, JKB_DATE_GOING_ON, &next) > at && is_possible (&next);
}

/* 24、25日; 24日・25日; 24日及び25日 */
static gsize
read_list_joint (const JkbText *text, gsize at)
{
  static const char *const joints[] = { "、", "・", ",", "及び", "および", "並びに", "ならびに", "と", NULL };
  gsize begin = at + jkb_text_take_any (text, at, joints);
  gsize end;
  int day;

  if (begin == at)
    return at;
  begin = jkb_text_skip_blanks (text, begin, 1);
  end = jkb_date_words_number (text, begin, &day);
  return end > begin && !jkb_text_take (text, end, "月") && !jkb_text_take (text, end, "年") ? begin : at;
}

/* since january 5, until january 5: English has its word in front. */
static guint
find_word_before (const JkbText *text, gsize at)
{
  if (!jkb_text_is_letter (text, at) && !jkb_text_is_digit (text, at))
    return 0;
  if (jkb_text_take_before (text, at, "since "))
    return JKB_DATE_SINCE;
  return jkb_text_take_before (text, at, "until ") || jkb_text_take_before (text, at, "before ")
             ? JKB_DATE_UNTIL : 0;
}

/* 2031年4月から3年以上にわたり */
static gboolean
lasts_for_years (const JkbText *text, gsize at)
{
  int years;
  gsize begin = at + jkb_text_take (text, at, "約"), end;

  begin = jkb_text_skip_blanks (text, begin, 1);
  end = jkb_text_skip_blanks (text, jkb_date_words_number (text, begin, &years), 1);
  return end > begin && jkb_text_take (text, end, "年")
         && !jkb_text_is_digit (text, end + strlen ("年"));
}

/* 2024年7月頃(日は不明)から */
static gsize
skip_aside (const JkbText *text, gsize at)
{
  const char *close;

  if (!jkb_text_take (text, at, "("))
    return at;
  close = memchr (text->bytes + at, ')', MIN (text->n_bytes - at, N_ASIDE));
  return close != NULL ? (gsize) (close - text->bytes) + 1 : at;
}

static void
link_on (JkbDateScan *scan, JkbDateMatch *match)
{
  gboolean is_open;
  guint flag;
  gsize next = jkb_date_form_link (&scan->text, skip_aside (&scan->text, match->end), &is_open, &flag);

  if (flag == 0 && !is_open)
    next = match->end;

  scan->is_range_open = scan->is_list_open = FALSE;
  scan->at = match->end;
  if (next == match->end)
    is_open = (next = read_between (&scan->text, match)) > match->end;
  if (is_open)
    next += jkb_text_take_any (&scan->text, next, days_in_front);
  if (is_open && !(match->flags & JKB_DATE_RANGE_TO) && leads_to_date (&scan->text, next))
    {
      match->flags |= JKB_DATE_RANGE_FROM;
      scan->is_range_open = TRUE;
      scan->at = next;
      return;
    }
  if (flag == JKB_DATE_SINCE && jkb_date_words_time (&scan->text, next) > next)
    flag = 0;                           /* 9時から18時まで: within one day */
  if (flag == JKB_DATE_SINCE && lasts_for_years (&scan->text, next))
    flag |= JKB_DATE_LASTS_YEARS;
  if (!(match->flags & JKB_DATE_RANGE_TO))
    match->flags |= flag | find_word_before (&scan->text, match->span.begin);
  next = read_list_joint (&scan->text, match->end);
  if (next > match->end && leads_to_date (&scan->text, next))
    {
      scan->is_list_open = TRUE;
      scan->at = next;
    }
}

void
jkb_date_scan_init (JkbDateScan *scan, const char *text, gsize n_bytes)
{
  *scan = (JkbDateScan){ .text = { text, n_bytes } };
}

/* After a refusal: past the digits or letters that were looked at, so that no tail of them is tried. */
static gsize
pass_refused (const JkbText *text, gsize at, gsize end)
{
  if (end > at)
    return end;
  end = jkb_text_next (text, at);
  if (g_ascii_isalnum (text->bytes[at]))
    while (jkb_text_is_digit (text, end) || jkb_text_is_letter (text, end))
      end++;
  return end;
}

gboolean
jkb_date_scan_next (JkbDateScan *scan, JkbDateMatch *match)
{
  const JkbText *text = &scan->text;

  while (scan->at < text->n_bytes)
    {
      gboolean is_going = scan->is_range_open || scan->is_list_open;
      gsize at = is_going ? scan->at : jkb_text_skip_to (text, scan->at, begins);
      gsize end = at;

      if (at >= text->n_bytes)
        break;
      if (may_begin (jkb_text_char (text, at)) && (is_going || !continues_word (text, at)))
        end = read_date (text, at, is_going ? JKB_DATE_GOING_ON : JKB_DATE_GOING_NONE, match);
      if (end > at && is_possible (match))
        {
          match->flags |= scan->is_range_open ? JKB_DATE_RANGE_TO : 0;
          match->flags |= scan->is_list_open ? JKB_DATE_LISTED : 0;
          link_on (scan, match);
          return TRUE;
        }
      scan->is_range_open = scan->is_list_open = FALSE;
      scan->at = pass_refused (text, at, end);
    }
  return FALSE;
}
