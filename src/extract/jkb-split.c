/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-split.h"

#include <string.h>

#include "extract/jkb-doc.h"
#include "extract/jkb-serial.h"
#include "extract/jkb-text-at.h"

/* Shorter stretches are no item of their own, but part of what they follow. */
#define ITEM_CHARS_MIN 40

/* A text on another subject is at least so long … */
#define ARTICLE_CHARS_MIN 300

/* … and has fewer words of an incident than one in so many characters. */
#define CHARS_PER_INCIDENT_WORD 400

/* How far back from a heading the closing words of the notice before it are sought. */
#define CLOSING_BYTES 700

#define TITLE_CHARS_MAX 120

typedef struct
{
  const JkbPage *page;
  JkbItem *whole;                       /* the page as one item, so that it can be a document; NULL once it is one */
  JkbDoc *doc;
  GArray *starts;                       /* guint: lines where items begin, in order */
} Split;

static const JkbLine *
line_at (const Split *split, guint index)
{
  return &g_array_index (split->doc->lines, JkbLine, index);
}

static gsize
count_chars (const Split *split, gsize begin, gsize end)
{
  return jkb_text_count_chars (split->doc->normal->text + begin, end - begin);
}

static gsize
line_end (const Split *split, guint index)
{
  return index + 1 < split->doc->lines->len ? line_at (split, index + 1)->span.begin
                                            : split->doc->normal->n_bytes;
}

static guint
count_terms (const Split *split, JkbNoticeTerm value, gsize begin, gsize end)
{
  guint n_hits, n = 0;
  const JkbHit *hits = jkb_doc_hits (split->doc, JKB_TERM_NOTICE, (JkbSpan){ begin, end }, &n_hits);

  for (guint i = 0; i < n_hits; i++)
    n += hits[i].term->value == (int) value;
  return n;
}

/* ---------------------------------------------------------------- where items begin */

static gboolean
has_serial (const Split *split, guint index)
{
  JkbSpan span = line_at (split, index)->span;
  gsize serial, n_serial, title;

  return jkb_serial_match (split->doc->normal->text + span.begin, span.end - span.begin, &serial,
                           &n_serial, &title);
}

static guint
count_blank_before (const Split *split, guint index)
{
  guint n = 0;

  while (index > 0 && line_at (split, index - 1)->kind == JKB_LINE_BLANK)
    index--, n++;
  return n;
}

/* Dashes, equal signs or stars and nothing else. */
static gboolean
is_separator (const Split *split, guint index)
{
  static const char *const rules[] = { "-", "=", "*", "_", "─", "━", "~", "■", "◆" };
  JkbSpan span = line_at (split, index)->span;
  const char *p = split->doc->normal->text + span.begin;
  const char *end = split->doc->normal->text + span.end;

  if (p == end || g_ascii_isalnum (*p) || (guchar) *p >= 0xe3)
    return FALSE;                       /* most lines begin otherwise than any rule */
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      gsize n = strlen (rules[i]), n_signs = 0;
      const char *q = p;

      while (q + n <= end && memcmp (q, rules[i], n) == 0)
        q += n, n_signs++;
      if (n_signs >= 5 && q == end)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_after_separator (const Split *split, guint index)
{
  while (index > 0 && line_at (split, index - 1)->kind == JKB_LINE_BLANK)
    index--;
  return index > 0 && is_separator (split, index - 1);
}

static gboolean
is_after_closing (const Split *split, guint index)
{
  gsize end = line_at (split, index)->span.begin;

  return count_terms (split, JKB_NOTICE_TERM_CLOSING, end > CLOSING_BYTES ? end - CLOSING_BYTES : 0,
                      end)
         > 0;
}

/* 漏えい全般について / 相談窓口 TEL …: whom to ask about what. */
static gboolean
heads_contact (const Split *split, guint index)
{
  static const char *const words[] = { "tel", "電話", "窓口", "e-mail", "メール:", "内線", NULL };
  JkbText text = { split->doc->normal->text, split->doc->normal->n_bytes };

  for (index++; index < split->doc->lines->len && line_at (split, index)->kind == JKB_LINE_BLANK;)
    index++;
  if (index >= split->doc->lines->len)
    return FALSE;
  for (gsize at = line_at (split, index)->text.begin; at < line_at (split, index)->text.end; at = jkb_text_next (&text, at))
    if (jkb_text_take_any (&text, at, words) > 0)
      return TRUE;
  return FALSE;
}

/* ※1「…のお知らせ」https://…: where an earlier notice can be read. */
static gboolean
is_reference (const Split *split, const JkbLine *line)
{
  const char *first = split->doc->normal->text + line->span.begin;
  gssize n = (gssize) (line->span.end - line->span.begin);

  return g_str_has_prefix (first, "※") || jkb_text_find (first, n, "http") != NULL;
}

/* A heading that names an incident and says what it is (お知らせ, お詫び) below the end of a notice. */
static gboolean
begins_notice (const Split *split, guint index)
{
  const JkbLine *line = line_at (split, index);
  const char *first = split->doc->normal->text + line->span.begin;

  if (line->kind == JKB_LINE_BLANK || line->kind == JKB_LINE_LIST || index == 0
      || (line[-1].kind != JKB_LINE_BLANK && !is_separator (split, index - 1))
      || line->text.begin != line->span.begin || g_ascii_isdigit (*first) || *first == '(' || is_reference (split, line)
      || count_chars (split, line->text.begin, line->text.end) > TITLE_CHARS_MAX
      || count_terms (split, JKB_NOTICE_TERM_INCIDENT, line->text.begin, line->text.end) == 0
      || count_terms (split, JKB_NOTICE_TERM_TITLE, line->text.begin, line->text.end)
                 + count_terms (split, JKB_NOTICE_TERM_APOLOGY, line->text.begin, line->text.end)
             == 0
      || jkb_text_find (first, (gssize) (line->span.end - line->span.begin), "。") != NULL || heads_contact (split, index))
    return FALSE;
  return is_after_separator (split, index)
         || (count_blank_before (split, index) > 0 && is_after_closing (split, index));
}

static gboolean
is_marked_article (const Split *split, guint index)
{
  gsize begin = jkb_normal_to_source (split->doc->normal, line_at (split, index)->span).begin;
  guint low = 0, high = split->page->marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (split->page->marks, JkbPageMark, middle).offset < begin)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < split->page->marks->len; low++)
    {
      const JkbPageMark *mark = &g_array_index (split->page->marks, JkbPageMark, low);

      if (mark->offset != begin)
        return FALSE;
      if (mark->kind == JKB_PAGE_ARTICLE)
        return TRUE;
    }
  return FALSE;
}

static guint
count_articles (const JkbPage *page)
{
  guint n = 0;

  for (guint i = 0; i < page->marks->len; i++)
    n += g_array_index (page->marks, JkbPageMark, i).kind == JKB_PAGE_ARTICLE;
  return n;
}

static void
add_start (Split *split, guint index)
{
  if (split->starts->len == 0
      || g_array_index (split->starts, guint, split->starts->len - 1) < index)
    g_array_append_val (split->starts, index);
}

static gboolean
is_worth_an_item (const Split *split, guint from, guint to)
{
  return count_chars (split, line_at (split, from)->span.begin, line_at (split, to)->span.begin)
         >= ITEM_CHARS_MIN;
}

static void
find_starts (Split *split)
{
  gboolean by_article = count_articles (split->page) >= 2;
  guint last = 0;

  add_start (split, 0);
  for (guint i = 1; i < split->doc->lines->len; i++)
    {
      gboolean starts = has_serial (split, i) || begins_notice (split, i)
                        || (by_article && is_marked_article (split, i));

      if (!starts)
        continue;
      if (is_worth_an_item (split, last, i))
        add_start (split, i);
      else if (has_serial (split, i) && split->starts->len > 0)
        g_array_index (split->starts, guint, split->starts->len - 1) = i;
      last = i;
    }
}

/* ---------------------------------------------------------------- texts on another subject */

static gboolean
is_about_something_else (const Split *split, gsize begin, gsize end)
{
  gsize n_chars = count_chars (split, begin, end);
  guint n_words = count_terms (split, JKB_NOTICE_TERM_INCIDENT, begin, end)
                  + count_terms (split, JKB_NOTICE_TERM_APOLOGY, begin, end)
                  + count_terms (split, JKB_NOTICE_TERM_OWN, begin, end);

  return n_chars >= ARTICLE_CHARS_MIN && n_words * CHARS_PER_INCIDENT_WORD < n_chars;
}

/* 閲覧が可能であった期間, 事案の概要: a part of the notice itself. */
static gboolean
heads_part (const Split *split, const JkbLine *line)
{
  static const char *const parts[] = { "期間", "日時", "経緯", "概要", "原因", "対応", "対策", "内容", "状況", NULL };
  JkbText text = { split->doc->normal->text, split->doc->normal->n_bytes };

  return jkb_text_take_any_before (&text, line->text.end, parts) > 0;
}

/* The heading in @from … @to from which on the text is about something else; @to if there is none. */
static guint
find_other_subject (const Split *split, guint from, guint to)
{
  gsize end = line_end (split, to - 1);

  for (guint i = from + 1; i < to; i++)
    {
      const JkbLine *line = line_at (split, i);

      if (line->kind == JKB_LINE_HEADING && line->text.begin == line->span.begin
          && count_blank_before (split, i) > 0 && is_after_closing (split, i) && !heads_part (split, line)
          && is_about_something_else (split, line->span.begin, end))
        return i;
    }
  return to;
}

static void
part_other_subjects (Split *split)
{
  g_autoptr(GArray) starts = g_steal_pointer (&split->starts);
  guint n_lines = split->doc->lines->len;

  split->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < starts->len; i++)
    {
      guint from = g_array_index (starts, guint, i);
      guint to = i + 1 < starts->len ? g_array_index (starts, guint, i + 1) : n_lines;
      guint other = find_other_subject (split, from, to);

      add_start (split, from);
      if (other < to)
        add_start (split, other);
    }
}

/* ---------------------------------------------------------------- items */

static char *
dup_source (const Split *split, gsize begin, gsize end)
{
  JkbSpan span = jkb_normal_to_source (split->doc->normal, (JkbSpan){ begin, end });

  return g_strndup (split->page->text + span.begin, span.end - span.begin);
}

static guint
skip_blank_lines (const Split *split, guint from, guint to)
{
  while (from < to && line_at (split, from)->kind == JKB_LINE_BLANK)
    from++;
  return from;
}

/* Without the mark of a heading, but with a bracket: 【復旧】…について. */
static gsize
title_begin (const Split *split, const JkbLine *line)
{
  JkbText text = { split->doc->normal->text, split->doc->normal->n_bytes };

  return line->text.begin - jkb_text_take_before (&text, line->text.begin, "【");
}

static char *
dup_title (const Split *split, guint first, guint n_lines)
{
  GString *title = g_string_new (NULL);

  for (guint i = first; i < first + n_lines; i++)
    {
      const JkbLine *line = line_at (split, i);
      g_autofree char *words = g_strstrip (dup_source (split, title_begin (split, line), line->span.end));

      if (count_chars (split, line->span.begin, line->span.end) > TITLE_CHARS_MAX
          || strstr (words, "。") != NULL)
        {
          g_string_free (title, TRUE);
          return NULL;
        }
      g_string_append (title, words);
    }
  if (title->len > 0)
    return g_string_free (title, FALSE);
  g_string_free (title, TRUE);
  return NULL;
}

static void
read_title (const Split *split, JkbItem *item, guint from, guint to)
{
  JkbSpan span = line_at (split, from)->span;
  gsize serial, n_serial, title;
  guint first, n_lines;

  if (jkb_serial_match (split->doc->normal->text + span.begin, span.end - span.begin, &serial, &n_serial,
                        &title))
    {
      item->serial = dup_source (split, span.begin + serial, span.begin + serial + n_serial);
      item->title = g_strstrip (dup_source (split, span.begin + title, span.end));
      if (*item->title == '\0')
        g_clear_pointer (&item->title, g_free);
    }
  else if (jkb_doc_find_title (split->doc, from, to, &first, &n_lines))
    item->title = dup_title (split, first, n_lines);
}

/* The words from @begin to @end; the page itself if these are all. */
static JkbItem *
take_item (Split *split, gsize begin, gsize end)
{
  JkbSpan span = jkb_normal_to_source (split->doc->normal, (JkbSpan){ begin, end });

  if (split->whole != NULL && span.begin == 0 && split->whole->text[span.end] == '\0')
    return g_steal_pointer (&split->whole);
  return jkb_item_new (g_strndup (split->page->text + span.begin, span.end - span.begin));
}

static JkbItem *
make_item (Split *split, guint from, guint to)
{
  guint first = skip_blank_lines (split, from, to);
  gsize end = line_end (split, to - 1);
  const char *text = split->doc->normal->text;
  JkbItem *item;

  if (first == to)
    return jkb_item_new (g_strdup (""));
  while (end > line_at (split, first)->span.begin && g_ascii_isspace (text[end - 1]))
    end--;
  item = take_item (split, line_at (split, first)->span.begin, end);
  read_title (split, item, first, to);
  return item;
}

static GPtrArray *
make_items (Split *split)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_item_free);

  for (guint i = 0; i < split->starts->len; i++)
    {
      guint from = g_array_index (split->starts, guint, i);
      guint to = i + 1 < split->starts->len ? g_array_index (split->starts, guint, i + 1)
                                            : split->doc->lines->len;
      JkbItem *item = make_item (split, from, to);

      if (*item->text == '\0' && split->starts->len > 1)
        {
          jkb_item_free (item);
          continue;
        }
      item->index = items->len;
      g_ptr_array_add (items, item);
    }
  return items;
}

/* The page without the blanks at its end. */
static JkbItem *
make_whole (const JkbPage *page)
{
  gsize n_bytes = strlen (page->text);

  while (n_bytes > 0 && g_ascii_isspace (page->text[n_bytes - 1]))
    n_bytes--;
  return jkb_item_new (g_strndup (page->text, n_bytes));
}

GPtrArray *
jkb_split (const JkbLexicon *lexicon, const JkbPage *page, JkbDoc **outline)
{
  JkbItem *whole = make_whole (page);
  g_autoptr(JkbDoc) doc = jkb_doc_new_outline (lexicon, whole);
  Split split = { page, whole, doc, g_array_new (FALSE, FALSE, sizeof (guint)) };
  GPtrArray *items;

  find_starts (&split);
  part_other_subjects (&split);
  items = make_items (&split);
  g_array_unref (split.starts);
  if (items->len == 1 && page->title != NULL)
    {
      JkbItem *only = g_ptr_array_index (items, 0);

      if (only->title == NULL)
        only->title = g_strdup (page->title);
    }
  if (outline != NULL && split.whole == NULL)
    *outline = g_steal_pointer (&doc);
  g_clear_pointer (&split.whole, jkb_item_free);
  return items;
}
