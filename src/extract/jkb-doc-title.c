/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which line is the title. On a page it is the first one; a letter begins with its head: the date, the
 * number of the document, whom it is for, who writes. There the title is the first line near the top that
 * ends as titles do (…について, …のお知らせ, with a bracket behind it or not), together with the line above
 * it where a margin broke it in two.
 */
#include "extract/jkb-doc-private.h"

#include "extract/jkb-text-at.h"

/* The head of a letter has no more lines that say something. */
#define HEAD_LINES_MAX 8

#define TITLE_CHARS_MAX 90

static const char *const title_ends[]
    = { "について", "に関して", "お知らせ", "お詫び", "おわび", "ご報告", "御報告", "の報告", "ご案内", "の件",
        "お願い", "事案", "の発生", "の紛失", "の漏えい", "の漏洩", "の流出", "の盗難", "の被害", NULL };

static const char *const address_ends[]
    = { "各位", "御中", "様へ", "さまへ", "皆様", "皆さま", "みなさま", "の方へ", "様", "殿", NULL };

static const char *const open_ends[]
    = { "の", "に", "を", "が", "は", "と", "で", "・", "、", "による", "における", "および", "及び", NULL };

static JkbText
get_text (const JkbDoc *doc)
{
  return (JkbText){ doc->normal->text, doc->normal->n_bytes };
}

static gboolean
ends_with_any (const JkbText *text, JkbSpan span, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      gsize n = jkb_text_take_before (text, span.end, *words);

      if (n > 0 && n < span.end - span.begin)
        return TRUE;
    }
  return FALSE;
}

/* Without `(第2報)`, `(お詫び)`, `<続報>` behind the words. */
static JkbSpan
without_bracket (const JkbText *text, JkbSpan span)
{
  static const char *const closing[] = { ")", "】", "〉", ">", "]", "」", "』" };
  static const char *const opening[] = { "(", "【", "〈", "<", "[", "「", "『" };

  for (guint i = 0; i < G_N_ELEMENTS (closing); i++)
    if (jkb_text_take_before (text, span.end, closing[i]) > 0)
      for (gsize at = span.end; at > span.begin; at--)
        if (jkb_text_take (text, at - 1, opening[i]) > 0)
          {
            span.end = at - 1;
            while (span.end > span.begin && text->bytes[span.end - 1] == ' ')
              span.end--;
            return span;
          }
  return span;
}

/* 2025年4月8日, r7.4.8, 2025/04/08 10:00, with a weekday: figures and their units, nothing else. */
static gboolean
is_date_line (const JkbText *text, JkbSpan span)
{
  static const char *const parts[]
      = { "令和", "平成", "西暦", "元年", "年", "月", "日", "(", ")", "火", "水", "木", "金", "土", "曜",
          "午前", "午後", "時", "分", "/", ".", "-", ":", " ", "更新", "掲載", "公開", "現在", "付", NULL };
  gsize n_figures = 0;

  for (gsize at = span.begin; at < span.end;)
    {
      gsize n = jkb_text_take_any (text, at, parts);

      if (n == 0 && !g_ascii_isdigit (text->bytes[at]))
        return FALSE;
      n_figures += n == 0;
      at += MAX (n, 1);
    }
  return n_figures >= 3;
}

/* 総務第12号, 5総発第34号 */
static gboolean
is_number_line (const JkbText *text, JkbSpan span)
{
  gsize at = span.end - jkb_text_take_before (text, span.end, "号");

  return at < span.end && at > span.begin && g_ascii_isdigit (text->bytes[at - 1]);
}

static gboolean
is_head_line (const JkbText *text, const JkbLine *line)
{
  return is_date_line (text, line->text) || is_number_line (text, line->text)
         || ends_with_any (text, line->text, address_ends);
}

static gboolean
looks_like_title (const JkbDoc *doc, const JkbText *text, const JkbLine *line)
{
  return jkb_text_count_chars (text->bytes + line->text.begin, line->text.end - line->text.begin)
             <= TITLE_CHARS_MAX
         && !jkb_doc_ends_sentence (doc, line->text)
         && ends_with_any (text, without_bracket (text, line->text), title_ends);
}

static const JkbLine *
get_line (const JkbDoc *doc, guint index)
{
  return &g_array_index (doc->lines, JkbLine, index);
}

/* The line above belongs to the title when it cannot end where it does. */
static guint
find_begin (const JkbDoc *doc, const JkbText *text, guint first, guint title)
{
  const JkbLine *above = title > first ? get_line (doc, title - 1) : NULL;

  if (above != NULL && above->kind != JKB_LINE_BLANK && !is_head_line (text, above)
      && ends_with_any (text, above->text, open_ends))
    return title - 1;
  return title;
}

/* Returns: the first line of the head that looks like a title, or @to */
static guint
find_title_in_head (const JkbDoc *doc, guint first, guint to)
{
  JkbText text = get_text (doc);
  guint n_said = 0;

  for (guint i = first; i < to && n_said < HEAD_LINES_MAX; i++)
    {
      const JkbLine *line = get_line (doc, i);

      if (line->kind == JKB_LINE_BLANK || jkb_doc_news_title (doc, i).end > 0)
        continue;
      if (jkb_doc_ends_sentence (doc, line->text))
        break;
      n_said++;
      if (!is_head_line (&text, line) && looks_like_title (doc, &text, line))
        return i;
    }
  return to;
}

static guint
skip_blank_lines (const JkbDoc *doc, guint from, guint to)
{
  while (from < to && get_line (doc, from)->kind == JKB_LINE_BLANK)
    from++;
  return from;
}

gboolean
jkb_doc_find_title (const JkbDoc *doc, guint from, guint to, guint *first, guint *n_lines)
{
  JkbText text = get_text (doc);
  guint title;

  from = skip_blank_lines (doc, from, to);
  if (from == to)
    return FALSE;
  title = find_title_in_head (doc, from, to);
  if (title == to && is_head_line (&text, get_line (doc, from)))
    return FALSE;
  *first = title < to ? find_begin (doc, &text, from, title) : from;
  *n_lines = title < to ? title + 1 - *first : 1;
  return TRUE;
}

/* Behind a serial number stands the title, whatever it looks like. */
void
jkb_doc_place_title (JkbDoc *doc)
{
  guint to = doc->lines->len;

  if (doc->item->serial != NULL && skip_blank_lines (doc, 0, to) < to)
    {
      doc->title_line = skip_blank_lines (doc, 0, to);
      doc->n_title_lines = 1;
    }
  else if (doc->item->title != NULL)
    jkb_doc_find_title (doc, 0, to, &doc->title_line, &doc->n_title_lines);
}
