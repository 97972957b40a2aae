/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of news beside a notice, 2025.11.04 年末年始の営業について: lines that begin with a day and end as titles
 * do. A chronicle has days in front as well, but tells what was done on them.
 */
#include "extract/jkb-doc.h"

#include <string.h>

#include "extract/jkb-text-at.h"

#define RUN_LINES_MAX 24                /* lines of one list that are looked at, in either direction */
#define LINE_BYTES_MAX ((gsize) 450)
#define DAY_BYTES_MAX ((gsize) 40)
#define TITLE_CHARS_MIN 4

/* 2025.11.04, 2025/11/4, 2025年11月4日(火); the bytes of it, 0 for none. */
static gsize
measure_day (const JkbText *text, gsize at)
{
  static const char *const marks[] = { ".", "/", "-", "年", "月", "日", "(", ")", "火", "水", "木", "金", "土", NULL };
  gsize end = at;

  for (int n = 0; n < 4; n++)
    if (!g_ascii_isdigit (text->bytes[at + (gsize) n]))
      return 0;
  while (end < MIN (text->n_bytes, at + DAY_BYTES_MAX))
    {
      gsize n = g_ascii_isdigit (text->bytes[end]) ? 1 : jkb_text_take_any (text, end, marks);

      if (n == 0)
        break;
      end += n;
    }
  return end >= at + strlen ("2025.1.1") ? end - at : 0;
}

/* What stands behind the day and a blank; empty when the line is none of a list. */
static JkbSpan
find_title (const JkbDoc *doc, const JkbText *text, guint index)
{
  const JkbLine *line = &g_array_index (doc->lines, JkbLine, index);
  gboolean may_be = line->kind != JKB_LINE_BLANK && line->text.end - line->text.begin <= LINE_BYTES_MAX;
  gsize n = may_be ? measure_day (text, line->text.begin) : 0;
  gsize begin = jkb_text_skip_blanks (text, line->text.begin + n, 8);

  if (n == 0 || begin == line->text.begin + n || begin >= line->text.end
      || jkb_doc_ends_sentence (doc, line->text)
      || g_utf8_strlen (text->bytes + begin, (gssize) (line->text.end - begin)) < TITLE_CHARS_MIN)
    return (JkbSpan){ line->text.end, line->text.end };
  return (JkbSpan){ begin, line->text.end };
}

static gsize
without_bracket (const JkbText *text, JkbSpan title)
{
  gsize at = title.end;

  if (jkb_text_take_before (text, at, ")") == 0)
    return at;
  while (at > title.begin && text->bytes[at] != '(')
    at--;
  return at > title.begin ? at : title.end;
}

static gboolean
ends_as_titles_do (const JkbText *text, JkbSpan title)
{
  static const char *const ends[]
      = { "について", "に関して", "お知らせ", "お願い", "ご案内", "ご報告", "の報告", "の件", "お詫び", "おわび", "結果", "休業", "休館", "運休",
          "募集", "開催", "始めました", "開始しました", "公開しました", "更新しました", "掲載しました", "不具合", "状態", "注意", "情報", "号", NULL };
  gsize end = without_bracket (text, title);

  return jkb_text_take_any_before (text, end, ends) > 0;
}

/* Counts the lines of the list that @index is in, from it on in the direction of @step. */
static void
count_run (const JkbDoc *doc, const JkbText *text, guint index, int step, guint *n_lines, guint *n_titles)
{
  guint i = index;

  for (guint n = 0; n < RUN_LINES_MAX; n++)
    {
      JkbSpan title;

      if ((step < 0 && i == 0) || i + (guint) step >= doc->lines->len)
        return;
      i += (guint) step;
      if (g_array_index (doc->lines, JkbLine, i).kind == JKB_LINE_BLANK)
        continue;
      title = find_title (doc, text, i);
      if (title.begin == title.end)
        return;
      (*n_lines)++;
      *n_titles += ends_as_titles_do (text, title);
    }
}

JkbSpan
jkb_doc_news_title (const JkbDoc *doc, guint line)
{
  const JkbText text = { doc->normal->text, doc->normal->n_bytes };
  JkbSpan title = find_title (doc, &text, line);
  guint n_lines = 1, n_titles;

  if (title.begin == title.end)
    return JKB_SPAN_NONE;
  n_titles = ends_as_titles_do (&text, title);
  count_run (doc, &text, line, -1, &n_lines, &n_titles);
  count_run (doc, &text, line, 1, &n_lines, &n_titles);
  return n_lines > 1 && n_titles * 2 > n_lines - (n_lines > 2) ? title : JKB_SPAN_NONE;
}
