/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines by their looks. A heading is numbered (`1.`, `(2)`, `第3`), marked (`■`, `【…】`, `#`) or a
 * short line of its own that is no statement (a question may be one); a list line has a bullet or a circled number, or is a
 * short line among such. A line that was broken by a margin, as in text copied from a PDF, goes on
 * in the next one.
 */
#include "extract/jkb-doc-private.h"

#include <string.h>

#include "extract/jkb-text-at.h"

/* A line of more characters is no heading. */
#define HEADING_CHARS_MAX 40
#define LABEL_BYTES_MAX 60      /* the colon of a label stands no farther */

/* A line of fewer characters was not broken by a margin. */
#define BROKEN_CHARS_MIN 18

/* A text with a longer line has no margin; with one, a broken line has most of its width. */
#define MARGIN_CHARS_MAX 100
#define MARGIN_PERCENT 70

static gboolean
starts_with (const char *p, const char *end, const char *word)
{
  while (p < end && *word != '\0' && *p == *word)
    p++, word++;
  return *word == '\0';
}

/* Most lines begin with an ideograph, a letter or a digit, which no mark does. */
static gboolean
may_be_mark (const char *p, const char *end)
{
  return p < end && !g_ascii_isalnum (*p) && ((guchar) *p < 0xe4 || (guchar) *p > 0xe9);
}

static gboolean
starts_with_any (const char *p, const char *end, const char *const *words, gsize *n_bytes)
{
  for (; *words != NULL; words++)
    if (starts_with (p, end, *words))
      {
        *n_bytes = strlen (*words);
        return TRUE;
      }
  return FALSE;
}

static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t'))
    p++;
  return p;
}

/* `1.`, `1．` (normalised to `1.`), `1 `, `(1)`, `1)`, `第1`, `1-2.`, `1、`; not `1月`, `2,726名`, `3.5`. */
static const char *
skip_number (const char *p, const char *end)
{
  gboolean has_bracket = p < end && *p == '(';
  const char *digits;

  if (starts_with (p, end, "第"))
    p += strlen ("第");
  if (has_bracket)
    p++;
  digits = p;
  while (p < end && g_ascii_isdigit (*p) && p - digits < 3)
    p++;
  if (p == digits || (p < end && g_ascii_isdigit (*p)))
    return NULL;
  while (p + 1 < end && (*p == '-' || *p == '.') && g_ascii_isdigit (p[1]) && p - digits < 8)
    {
      const char *after = p + 1;

      while (after < end && g_ascii_isdigit (*after))
        after++;
      if (after >= end || (*after != '.' && *after != ' ' && *after != ')'))
        break;
      p = after;
    }
  if (has_bracket)
    return p < end && *p == ')' ? p + 1 : NULL;
  if (p < end && (*p == '.' || *p == ')' || *p == ':'))
    return p + 1 < end && g_ascii_isdigit (p[1]) ? NULL : p + 1;
  if (starts_with (p, end, "、"))
    return p + strlen ("、");
  return p < end && *p == ' ' && p - digits <= 2 ? p + 1 : NULL;
}

static const char *
skip_kanji_number (const char *p, const char *end)
{
  static const char *const numbers[]
      = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", NULL };
  gsize n;

  if (!starts_with_any (p, end, numbers, &n))
    return NULL;
  p += n;
  if (p < end && (*p == '.' || *p == ' '))
    return p + 1;
  return starts_with (p, end, "、") ? p + strlen ("、") : NULL;
}

static gboolean
is_circled (const char *p, const char *end)
{
  gunichar c = p < end ? g_utf8_get_char (p) : 0;

  return (c >= 0x2460 && c <= 0x2473) || (c >= 0x2776 && c <= 0x277f);
}

/* Moves over bullet or circled number; says whether there was one. */
static gboolean
skip_bullet (const char **p, const char *end)
{
  static const char *const bullets[]
      = { "・", "•", "●", "○", "◯", "‣", "▪", "◦", "⚫", "⚪", "⬤", "◉", "➢", "✓", "✔", "▶", "►", "➤", "･", "‐ ", "- ", "* ", "+ ", "*\t", "-\t", "・", "〇", NULL };
  gsize n = 0;

  if (!may_be_mark (*p, end) || starts_with (*p, end, "〇〇"))
    return FALSE;                       /* 〇〇株式会社: a name is masked */
  if (is_circled (*p, end))
    n = (gsize) (g_utf8_next_char (*p) - *p);
  else if (!starts_with_any (*p, end, bullets, &n))
    return FALSE;
  *p = skip_blanks (*p + n, end);
  return TRUE;
}

static gboolean
skip_heading_mark (const char **p, const char *end)
{
  static const char *const marks[]
      = { "■", "□", "◆", "◇", "▼", "▽", "▲", "【", "<", "〈", "《", "[", "**", "◎", "★", "●", NULL };
  gsize n;

  if (*p < end && **p == '#')
    {
      while (*p < end && **p == '#')
        (*p)++;
      *p = skip_blanks (*p, end);
      return TRUE;
    }
  if (!may_be_mark (*p, end) || !starts_with_any (*p, end, marks, &n))
    return FALSE;
  *p = skip_blanks (*p + n, end);
  return TRUE;
}

static gboolean
ends_with (const char *begin, const char *end, const char *word)
{
  gsize n = strlen (word);

  return (gsize) (end - begin) >= n && memcmp (end - n, word, n) == 0;
}

static gboolean
ends_sentence (const char *begin, const char *end)
{
  static const char *const ends[] = { "。", ".", "!", "?", "。)", "。」", NULL };

  for (guint i = 0; ends[i] != NULL; i++)
    if (ends_with (begin, end, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
holds (const char *begin, const char *end, const char *word)
{
  return jkb_text_find (begin, end - begin, word) != NULL;
}

static gboolean
is_short_noun_line (const char *begin, const char *end)
{
  return begin < end && jkb_text_count_chars (begin, (gsize) (end - begin)) <= HEADING_CHARS_MAX
         && !holds (begin, end, "。") && !ends_with (begin, end, ".")
         && !ends_with (begin, end, "、") && !ends_with (begin, end, ",");
}

static void
read_line (const JkbDoc *doc, JkbLine *line)
{
  const char *text = doc->normal->text;
  const char *begin = text + line->span.begin;
  const char *end = text + line->span.end;
  const char *after;

  while (end > begin && (end[-1] == ' ' || end[-1] == '\t'))
    end--;
  begin = skip_blanks (begin, end);
  line->kind = begin == end ? JKB_LINE_BLANK : JKB_LINE_TEXT;
  if (skip_heading_mark (&begin, end))
    line->kind = is_short_noun_line (begin, end) || ends_with (begin, end, "】") ? JKB_LINE_HEADING
                                                                                 : JKB_LINE_TEXT;
  else if (skip_bullet (&begin, end))
    line->kind = JKB_LINE_LIST;
  if (line->kind != JKB_LINE_LIST
      && ((after = skip_number (begin, end)) != NULL
          || (after = skip_kanji_number (begin, end)) != NULL))
    {
      begin = skip_blanks (after, end);
      line->kind = begin == end                          ? JKB_LINE_TEXT
                   : is_short_noun_line (begin, end)     ? JKB_LINE_HEADING
                                                         : JKB_LINE_TEXT;
    }
  line->text = (JkbSpan){ (gsize) (begin - text), (gsize) (end - text) };
  line->n_chars = jkb_text_count_chars (begin, (gsize) (end - begin));
}

/* 令和3年(2021年)4月13日(火曜日): a day that a chronicle tells about below. */
static gboolean
is_date_line (const char *p, const char *end)
{
  static const char *const words[]
      = { "年", "月", "日", "曜", "火", "水", "木", "金", "土", "祝", "令和", "平成", "昭和", "元", "同", "翌", "午前", "午後", "時",
          "分", "頃", "ごろ", NULL };
  gboolean has_day = FALSE;
  gsize n;

  while (p < end)
    {
      has_day |= starts_with (p, end, "日") || starts_with (p, end, "月");
      if (starts_with_any (p, end, words, &n))
        p += n;
      else if (g_ascii_isdigit (*p) || strchr (" ()/.:", *p) != NULL)
        p++;
      else
        return FALSE;
    }
  return has_day;
}

/* A short line between blank ones, with text after it, is a heading though nothing marks it. */
static void
find_plain_headings (JkbDoc *doc)
{
  GArray *lines = doc->lines;

  for (guint i = 0; i < lines->len; i++)
    {
      JkbLine *line = &g_array_index (lines, JkbLine, i);
      const char *text = doc->normal->text;
      gboolean after_blank = i == 0 || g_array_index (lines, JkbLine, i - 1).kind == JKB_LINE_BLANK;
      gboolean before_blank
          = i + 1 < lines->len && g_array_index (lines, JkbLine, i + 1).kind == JKB_LINE_BLANK;

      if (line->kind == JKB_LINE_TEXT && after_blank && before_blank
          && is_short_noun_line (text + line->text.begin, text + line->text.end)
          && !is_date_line (text + line->text.begin, text + line->text.end)
          && !holds (text + line->text.begin, text + line->text.end, ":"))
        line->kind = JKB_LINE_HEADING;
    }
}

/* Words that a title or a heading ends in; what stands below is another sentence. */
static gboolean
ends_title (const char *begin, const char *end)
{
  static const char *const ends[]
      = { "について", "お知らせ", "お詫び", "おわび", "ご報告", "の報告", "ご案内", "の件", "お願い", "事案", NULL };

  for (guint i = 0; ends[i] != NULL; i++)
    if (ends_with (begin, end, ends[i]))
      return TRUE;
  return FALSE;
}

/* | 氏名 | 120件 |: a row of a table is whole. */
static gboolean
is_ruled_row (const JkbDoc *doc, const JkbLine *line)
{
  const char *text = doc->normal->text;

  return line->text.end > line->text.begin && (text[line->text.begin] == '|' || text[line->text.end - 1] == '|');
}

/* 対象項目:氏名, a label and what it names: no line goes on with it. */
static gboolean
is_labelled (const JkbDoc *doc, const JkbLine *line)
{
  const char *begin = doc->normal->text + line->text.begin;
  const char *end = doc->normal->text + MIN (line->text.end, line->text.begin + LABEL_BYTES_MAX);
  const char *colon = memchr (begin, ':', (gsize) (end - begin));

  return colon != NULL && colon > begin && ((guchar) colon[-1] & 0x80) != 0 && !holds (begin, colon, "、") && !holds (begin, colon, "。");
}

/* No end of a sentence, and text goes on below; an indented line begins a paragraph, but for that of
 * a list, where it goes on. */
static gboolean
can_go_on (const JkbDoc *doc, const JkbLine *line, const JkbLine *next)
{
  const char *begin = doc->normal->text + line->text.begin;
  const char *end = doc->normal->text + line->text.end;

  if ((line->kind != JKB_LINE_TEXT && line->kind != JKB_LINE_LIST) || next->kind != JKB_LINE_TEXT)
    return FALSE;
  if ((next->text.begin != next->span.begin && line->kind != JKB_LINE_LIST) || is_ruled_row (doc, line) || is_ruled_row (doc, next)
      || is_labelled (doc, next))
    return FALSE;
  return !ends_sentence (begin, end) && !ends_with (begin, end, ":") && !ends_title (begin, end);
}

/* A particle or a comma wants something to follow. */
static gboolean
ends_open (const JkbDoc *doc, const JkbLine *line)
{
  static const char *const ends[]
      = { "、", "に", "を", "が", "は", "の", "で", "と", "も", "へ", "や", "し", "・", ",", NULL };
  const JkbText words = { doc->normal->text + line->text.begin, line->text.end - line->text.begin };

  return jkb_text_take_any_before (&words, words.n_bytes, ends) > 0;
}

static gboolean
begins_note (const JkbDoc *doc, const JkbLine *line)
{
  static const char *const marks[] = { "※", "(注", "注)", "注:", "*", NULL };
  const char *text = doc->normal->text;
  gsize n_bytes;

  return starts_with_any (text + line->text.begin, text + line->text.end, marks, &n_bytes);
}

static gsize
find_longest (const JkbDoc *doc)
{
  gsize longest = 0;

  for (guint i = 0; i < doc->lines->len; i++)
    longest = MAX (longest, g_array_index (doc->lines, JkbLine, i).n_chars);
  return longest;
}

/* Broken by a margin: the line leaves something open, or it is about as long as the longest one, where
 * that is short enough for a margin; and the text goes on below. The title stands alone. */
static void
find_broken_lines (JkbDoc *doc)
{
  gsize longest = find_longest (doc);
  gsize margin = longest <= MARGIN_CHARS_MAX ? longest * MARGIN_PERCENT / 100 : G_MAXSIZE;
  gboolean after_broken = FALSE;

  for (guint i = 0; i + 1 < doc->lines->len; i++)
    {
      JkbLine *line = &g_array_index (doc->lines, JkbLine, i);
      gsize n_min = after_broken ? BROKEN_CHARS_MIN / 2 : BROKEN_CHARS_MIN;

      line->continues = FALSE;
      if (line->kind == JKB_LINE_BLANK)
        continue;
      if (i - doc->title_line < doc->n_title_lines)
        {
          line->continues = i + 1 < doc->title_line + doc->n_title_lines;
          continue;
        }
      line->continues = can_go_on (doc, line, &line[1]) && !begins_note (doc, &line[1])
                        && line->n_chars >= n_min && (line->n_chars >= margin || ends_open (doc, line));
      after_broken = line->continues;
    }
}

void
jkb_doc_cut_lines (JkbDoc *doc)
{
  const char *text = doc->normal->text;
  gsize begin = 0;

  for (;;)
    {
      const char *end = memchr (text + begin, '\n', doc->normal->n_bytes - begin);
      JkbLine line = { { begin, end != NULL ? (gsize) (end - text) : doc->normal->n_bytes },
                       JKB_SPAN_NONE, 0, JKB_LINE_TEXT, FALSE, 0 };

      read_line (doc, &line);
      g_array_append_val (doc->lines, line);
      if (end == NULL)
        break;
      begin = line.span.end + 1;
    }
  find_plain_headings (doc);
  jkb_doc_join_lines (doc);
}

void
jkb_doc_join_lines (JkbDoc *doc)
{
  jkb_doc_place_title (doc);
  find_broken_lines (doc);
}
