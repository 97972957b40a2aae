/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates that are told by their line: alone in it, at either end of a title, behind the last sentence, in a list of news.
 */
#include "extract/jkb-date-roles.h"

#include <string.h>

#include "extract/jkb-date-press.h"
#include "extract/jkb-date-roles-private.h"

#define N_TOP_LINES 300u                 /* lines of a page in which its title stands */
#define N_PUBLISHER 60                  /* bytes in front of a date that name who brought the news */
#define N_HEAD 75                       /* bytes in front of a date that ends a line of the head */

/* Where a line begins, behind a bracket. */
static gboolean
starts_line (const JkbDoc *doc, const JkbDateMatch *match)
{
  guint line = jkb_doc_line_at (doc, match->span.begin);

  return g_array_index (doc->lines, JkbLine, line).text.begin + strlen ("【") >= match->span.begin;
}

/* Nothing stands behind @end in the line of the date. */
static gboolean
ends_its_line (const JkbDoc *doc, const JkbDateMatch *match, gsize end)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  const JkbLine *line = &g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, match->span.begin));

  return jkb_text_skip_blanks (&text, end, 9) >= line->text.end;
}

/* 青空新聞 2032年3月14日(日)7時55分配信: behind the name of who brought it, and nothing behind it. */
static gboolean
follows_publisher (const JkbDoc *doc, const JkbDateMatch *match, gsize end)
{
  static const char *const marks[] = { "。", "、", "は ", "に ", "から ", "まで ", "より ", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  const JkbLine *line = &g_array_index (doc->lines, JkbLine, jkb_doc_line_at (doc, match->span.begin));

  if (match->written.day == 0 || (match->written.year == 0 && !(match->flags & JKB_DATE_HAS_TIME)) || !ends_its_line (doc, match, end)
      || match->span.begin > line->text.begin + N_PUBLISHER || !strchr (" (:", text.bytes[match->span.begin - 1]))
    return FALSE;
  for (gsize at = line->text.begin; at < match->span.begin; at = jkb_text_next (&text, at))
    if (jkb_text_take_any (&text, at, marks) > 0)
      return FALSE;
  return TRUE;
}

gboolean
jkb_date_is_dateline (const JkbDoc *doc, const JkbDateMatch *match)
{
  static const char *const words[] = { "配信", "更新", "掲載", "投稿", "公開", NULL };
  static const char *const times[] = { "時", "分", ":", " ", "頃", "に", ")", NULL };
  static const char *const verbs[] = { "いたしま", "致しま", "した", "しま", "され", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize at = match->end, word;

  if (jkb_date_is_by_wire (doc, match))
    return TRUE;
  for (gsize n = 1; n > 0; at += n)
    n = jkb_text_is_digit (&text, at) ? 1 : jkb_text_take_any (&text, at, times);
  word = jkb_text_take_any (&text, at, words);
  if (word > 0 && (jkb_doc_is_attribute (doc, (JkbSpan){ at, at + word }) || jkb_text_take_any (&text, at + word, verbs) > 0))
    return FALSE;                       /* 5月1日に掲載した資料 */
  if (word > 0 && jkb_text_take (&text, at, "公開") > 0 && !ends_its_line (doc, match, at + word))
    return FALSE;                       /* 5月1日に公開した資料 */
  return word > 0 && (starts_line (doc, match) || follows_publisher (doc, match, at + word));
}

gboolean
jkb_date_is_update (const JkbDoc *doc, const JkbDateMatch *match)
{
  static const char *const labels[] = { "更新日", "更新日時", "最終更新", "更新", "投稿日", "投稿日時", "登録日", NULL };
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  gsize begin = match->span.begin, n;

  while (begin > 0 && (text.bytes[begin - 1] == ':' || text.bytes[begin - 1] == ' '))
    begin--;
  n = jkb_text_take_any_before (&text, begin, labels);
  return n > 0 && jkb_text_take_before (&text, begin - n, "(") == 0 && jkb_date_places_is_near_edge (doc, match);
}

static const JkbLine *
line_of (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  return &g_array_index (self->doc->lines, JkbLine, jkb_doc_line_at (self->doc, place->match->span.begin));
}

static gboolean
is_full (const JkbDatePlace *place)
{
  return place->match->written.day != 0 && place->match->written.year > 99;
}

/* `… について 2024/6/17`: a heading that ends with the date of the notice. */
static gboolean
ends_title (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbLine *line
      = &g_array_index (self->doc->lines, JkbLine, jkb_doc_line_at (self->doc, place->match->end));

  return jkb_doc_section_at (self->doc, place->match->span.begin)->role == JKB_SECTION_TITLE
         && place->match->written.day != 0 && place->match->written.year != 0
         && place->match->span.begin > line->text.begin
         && ((jkb_text_take_before (&self->text, place->match->span.begin, " ")
              && jkb_text_skip_blanks (&self->text, place->match->end, 9) >= line->text.end)
             || (jkb_text_take_before (&self->text, place->match->span.begin, "(")
                 && place->match->end + jkb_text_take (&self->text, place->match->end, ")") == line->text.end));
}

/* 2014/06/26 …への不正アクセスについて: a first line that begins with the date and ends as headings do. */
static gboolean
begins_title (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const ends[] = { "について", "お知らせ", "お詫び", "おわび", "ご報告", "報告", "の件", NULL };
  static const char *const opens[] = { "(", "【", "[", "<", NULL };
  static const char *const ties[] = { "に", "の", "は", "、", "から", "より", "以", "まで", "発生", "判明", "発覚", "付", "頃", "ごろ", NULL };
  static const char *const heads[] = { "news ", "ニュース ", "お知らせ ", "重要なお知らせ ", "重要 ", "新着情報 ", "プレスリリース ", "トピックス ", NULL };
  guint index = jkb_doc_line_at (self->doc, place->match->span.begin);
  const JkbLine *line = &g_array_index (self->doc->lines, JkbLine, index);
  gsize begin = line->text.begin + jkb_text_take_any (&self->text, line->text.begin, heads), end = line->text.end;

  if (jkb_text_take_any (&self->text, place->match->end, ties) > 0)
    return FALSE;                       /* 6月26日に発生した…について */
  end = jkb_text_skip_bracket_back (&self->text, line->text.begin, end);
  for (guint i = 0; i < index; i++)
    if (g_array_index (self->doc->lines, JkbLine, i).kind != JKB_LINE_BLANK)
      return FALSE;
  if (place->match->written.day == 0 || place->match->written.year == 0
      || begin + jkb_text_take_any (&self->text, begin, opens) != place->match->span.begin)
    return FALSE;
  if (jkb_text_take_any_before (&self->text, end, ends) > 0)
    return TRUE;
  return FALSE;
}

/* …報告いたしました。2024年11月5日: behind the last sentence of a line; news date themselves in figures. */
static gboolean
ends_line (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  const JkbLine *line
      = &g_array_index (self->doc->lines, JkbLine, jkb_doc_line_at (self->doc, place->match->span.begin));
  gsize begin = place->match->span.begin;

  while (begin > line->text.begin && self->text.bytes[begin - 1] == ' ')
    begin--;
  return place->match->written.day != 0 && place->match->written.year > 99
         && !(place->match->flags & JKB_DATE_NUMERIC) && jkb_text_take_before (&self->text, begin, "。")
         && jkb_text_skip_blanks (&self->text, place->match->end, 9) >= line->text.end;
}

/* 広報部 令和5年6月30日, お知らせ 2026.06.12: behind a few words of the head that tell of nothing else. */
static gboolean
ends_head_line (const JkbDatePlaces *self, const JkbDatePlace *place)
{
  static const char *const others[] = { "更新", "設立", "創業", "創立", "開催", "期限", "締切", "現在", "生年月日", "期間", "次回", "予定", "施行",
                                        "発行", "発生", "日時", "判明", "発覚", "有効", "。", "、", "は ", "に ", "から ", "まで ", "より ", "以降", NULL };
  const JkbLine *line = line_of (self, place);
  gsize begin = place->match->span.begin, end = place->match->end;

  if (jkb_text_take_before (&self->text, begin, "(") > 0)
    end += jkb_text_take (&self->text, end, ")");                     /* 報道資料(令和元年12月9日) */
  if (!is_full (place) || !jkb_date_places_is_near_edge (self->doc, place->match) || begin == line->text.begin
      || begin > line->text.begin + N_HEAD || strchr (" (|/", self->text.bytes[begin - 1]) == NULL
      || line->kind == JKB_LINE_LIST || jkb_text_skip_blanks (&self->text, end, 9) < line->text.end)
    return FALSE;
  for (gsize at = line->text.begin; at < begin; at = jkb_text_next (&self->text, at))
    if (jkb_text_take_any (&self->text, at, others) > 0)
      return FALSE;
  return TRUE;
}

/* The same title stands in a line of its own. */
static gboolean
heads_the_text (const JkbDoc *doc, JkbSpan title)
{
  gsize n = title.end - title.begin;

  for (guint i = 0; i < MIN (doc->lines->len, N_TOP_LINES); i++)
    {
      JkbSpan text = g_array_index (doc->lines, JkbLine, i).text;

      if (text.end != title.end && text.end - text.begin == n && memcmp (doc->normal->text + text.begin, doc->normal->text + title.begin, n) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
jkb_date_read_news (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  JkbSpan title = jkb_doc_news_title (self->doc, jkb_doc_line_at (self->doc, place->match->span.begin));

  if (jkb_date_is_dateline (self->doc, place->match))
    {
      gsize at = jkb_text_skip_blanks (&self->text, place->match->end, 1);
      gboolean is_posted = jkb_text_take (&self->text, at, "掲載") > 0
                           || (!(place->match->flags & JKB_DATE_HAS_TIME) && jkb_text_take (&self->text, at, "公開") > 0);

      *reading = jkb_date_read_as (is_posted ? JKB_DATE_ANNOUNCED : JKB_DATE_OTHER, 0.8, JKB_DATE_RULE_DATELINE);
      return TRUE;
    }
  if (title.end == 0)
    return FALSE;
  *reading = place->match->span.begin < title.begin && heads_the_text (self->doc, title)
                 ? jkb_date_read_as (JKB_DATE_ANNOUNCED, 0.93, JKB_DATE_RULE_LINE)
                 : jkb_date_read_as (JKB_DATE_DECOY, 0.85, "date-news");
  return TRUE;
}

gboolean
jkb_date_read_line (const JkbDatePlaces *self, const JkbDatePlace *place, JkbDateReading *reading)
{
  if (jkb_date_places_is_line (self->doc, place->match) || ends_title (self, place) || begins_title (self, place))
    *reading = jkb_date_read_as (JKB_DATE_ANNOUNCED, 0.93, JKB_DATE_RULE_LINE);
  else if (ends_head_line (self, place))
    *reading = jkb_date_read_as (JKB_DATE_ANNOUNCED, 0.88, JKB_DATE_RULE_LINE);
  else if (ends_line (self, place))
    *reading = jkb_date_read_as (JKB_DATE_ANNOUNCED, 0.8, "date-end");
  else
    return FALSE;
  return TRUE;
}
