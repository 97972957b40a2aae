/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-html-choose.h"
#include "extract/jkb-text-at.h"

#include <string.h>

/* A line is a link when that share of it is. */
#define LINK_SHARE 0.8

/* So many links one below the other, each of at most so many bytes, are a menu. */
#define LINKS_IN_MENU 3
#define MENU_LINE_BYTES_MAX 120

/* Less than that is no content, if the page has plenty else: then everything is. */
#define CONTENT_BYTES_MIN 60
#define PAGE_BYTES_MIN 300

/* A heading of more bytes is none. */
#define HEADING_BYTES_MAX 400

/* What stands above the title (a date, a category) is at most so long. */
#define SENDER_LINE_BYTES_MAX 90
#define ABOVE_TITLE_BYTES_MAX 400
#define DATE_LINE_BYTES_MAX 80

typedef struct
{
  const JkbHtmlLines *lines;
  gboolean *keeps;
  guint n_lines;
} Choice;

static const JkbHtmlLine *
line_at (const Choice *choice, guint index)
{
  return &g_array_index (choice->lines->lines, JkbHtmlLine, index);
}

static gsize
line_bytes (const Choice *choice, guint index)
{
  gsize n_bytes;

  jkb_html_lines_get (choice->lines, index, &n_bytes);
  return n_bytes;
}

static gboolean
line_holds (const Choice *choice, guint index, const char *word)
{
  gsize n_bytes;
  const char *text = jkb_html_lines_get (choice->lines, index, &n_bytes);

  return jkb_text_find (text, (gssize) n_bytes, word) != NULL;
}

static gboolean
is_heading (const Choice *choice, guint index)
{
  return line_at (choice, index)->heading > 0 && line_bytes (choice, index) <= HEADING_BYTES_MAX;
}

static gboolean
is_link (const Choice *choice, guint index)
{
  gsize n_bytes = line_bytes (choice, index);

  return n_bytes <= MENU_LINE_BYTES_MAX
         && line_at (choice, index)->n_link_bytes >= LINK_SHARE * (double) n_bytes
         && !line_holds (choice, index, "。");
}

/* `ホーム > お知らせ > …`: links with signs between them. */
static gboolean
is_trail (const Choice *choice, guint index)
{
  static const char *const signs[] = { ">", "›", "»", "＞", "/", "|", "→" };
  const JkbHtmlLine *line = line_at (choice, index);

  if (line->n_links == 0 || line_bytes (choice, index) > 2 * MENU_LINE_BYTES_MAX
      || line->n_link_bytes * 4 < line_bytes (choice, index)
      || line_holds (choice, index, "。"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (line_holds (choice, index, signs[i]))
      return TRUE;
  return FALSE;
}

/* ---------------------------------------------------------------- what is content */

static gsize
count_kept (const Choice *choice)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < choice->n_lines; i++)
    n_bytes += choice->keeps[i] ? line_bytes (choice, i) : 0;
  return n_bytes;
}

static gboolean
is_too_little (const Choice *choice)
{
  gsize n_bytes = count_kept (choice);

  return n_bytes == 0
         || (n_bytes < CONTENT_BYTES_MIN && choice->lines->text->len >= PAGE_BYTES_MIN);
}

static void
keep_all (Choice *choice)
{
  for (guint i = 0; i < choice->n_lines; i++)
    choice->keeps[i] = TRUE;
}

static void
drop_menus (Choice *choice)
{
  for (guint i = 0; i < choice->n_lines; i++)
    if (line_at (choice, i)->is_menu)
      choice->keeps[i] = FALSE;
  if (choice->n_lines > 0 && is_too_little (choice))
    keep_all (choice);
}

static void
keep_main (Choice *choice)
{
  gsize n_main = 0;

  for (guint i = 0; i < choice->n_lines; i++)
    n_main += choice->keeps[i] && line_at (choice, i)->is_main ? line_bytes (choice, i) : 0;
  for (guint i = 0; i < choice->n_lines && n_main >= CONTENT_BYTES_MIN; i++)
    choice->keeps[i] = choice->keeps[i] && line_at (choice, i)->is_main;
}

static void
drop_runs_of_links (Choice *choice)
{
  guint first = 0, n_run = 0;

  for (guint i = 0; i <= choice->n_lines; i++)
    {
      if (i < choice->n_lines && !choice->keeps[i])
        continue;
      if (i < choice->n_lines && !is_heading (choice, i) && is_link (choice, i))
        {
          first = n_run == 0 ? i : first;
          n_run++;
          continue;
        }
      for (guint k = first; n_run >= LINKS_IN_MENU && k < i; k++)
        choice->keeps[k] = FALSE;
      n_run = 0;
    }
}

/* Links one below the other, trails of crumbs, and links before the first heading. */
static void
drop_links (Choice *choice)
{
  g_autofree gboolean *before = g_memdup2 (choice->keeps, choice->n_lines * sizeof (gboolean));
  gboolean is_above = TRUE;

  drop_runs_of_links (choice);
  for (guint i = 0; i < choice->n_lines; i++)
    {
      is_above = is_above && !is_heading (choice, i);
      if ((is_above && is_link (choice, i)) || is_trail (choice, i))
        choice->keeps[i] = FALSE;
    }
  if (choice->n_lines > 0 && is_too_little (choice))
    memcpy (choice->keeps, before, choice->n_lines * sizeof (gboolean));
}

/* ---------------------------------------------------------------- the title */

/* The longest part of what the page calls itself: the others name the site. */
static char *
clean_title (const char *title)
{
  static const char *const signs[] = { "|", "｜", " - ", " – ", " — ", "《", "«", "»", "：：" };
  g_autofree char *one_line = g_strstrip (g_strdelimit (g_strdup (title), "\t\r\n\f", ' '));
  g_autoptr(GString) parts = g_string_new (one_line);
  g_auto(GStrv) words = NULL;
  guint best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (parts, signs[i], "\n", 0);
  words = g_strsplit (parts->str, "\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (g_strstrip (words[i])) > strlen (words[best]))
      best = i;
  return g_strdup (words[best] != NULL ? words[best] : "");
}

static guint
count_articles (const Choice *choice)
{
  guint n = 0, last = 0;

  for (guint i = 0; i < choice->n_lines; i++)
    if (choice->keeps[i] && line_at (choice, i)->article > last)
      {
        last = line_at (choice, i)->article;
        n++;
      }
  return n;
}

static gboolean
is_in_title (const Choice *choice, guint index, const char *title)
{
  gsize n_bytes;
  const char *text = jkb_html_lines_get (choice->lines, index, &n_bytes);

  return n_bytes > 0 && n_bytes <= HEADING_BYTES_MAX
         && memmem (title, strlen (title), text, n_bytes) != NULL;
}

/* The heading that the page calls itself by, else the first of the highest rank; the number of lines
 * when there is none. */
static guint
find_title (const Choice *choice, const char *title)
{
  guint best = choice->n_lines;

  for (guint i = 0; i < choice->n_lines; i++)
    if (choice->keeps[i] && is_heading (choice, i) && is_in_title (choice, i, title)
        && (best == choice->n_lines || line_bytes (choice, i) > line_bytes (choice, best)))
      best = i;
  for (guint i = 0; i < choice->n_lines && (best == choice->n_lines || *title == '\0'); i++)
    if (choice->keeps[i] && is_heading (choice, i)
        && (best == choice->n_lines
            || line_at (choice, i)->heading < line_at (choice, best)->heading))
      best = i;
  return best;
}

/* ---------------------------------------------------------------- the page */

typedef struct
{
  GString *text;
  GArray *marks;
  guint n_breaks;                       /* wanted before the next line, of lines that were dropped */
  guint last_article;
} Builder;

static void
add_mark (Builder *builder, JkbPageMarkKind kind, guint level)
{
  JkbPageMark mark = { builder->text->len, kind, level };

  g_array_append_val (builder->marks, mark);
}

static void
add_line (Builder *builder, const Choice *choice, guint index)
{
  const JkbHtmlLine *line = line_at (choice, index);
  gsize n_bytes;
  const char *text = jkb_html_lines_get (choice->lines, index, &n_bytes);

  while (n_bytes > 0 && text[n_bytes - 1] == ' ')
    n_bytes--;
  builder->n_breaks = MAX (builder->n_breaks, line->n_breaks);
  if (n_bytes == 0)
    return;
  for (; builder->text->len > 0 && builder->n_breaks > 0; builder->n_breaks--)
    g_string_append_c (builder->text, '\n');
  builder->n_breaks = 0;
  if (line->article > builder->last_article)
    {
      builder->last_article = line->article;
      add_mark (builder, JKB_PAGE_ARTICLE, 0);
    }
  if (is_heading (choice, index))
    add_mark (builder, JKB_PAGE_HEADING, line->heading);
  g_string_append_len (builder->text, text, (gssize) n_bytes);
}

static gboolean
is_date_line (const Choice *choice, guint index)
{
  gsize n_bytes;
  const char *text = jkb_html_lines_get (choice->lines, index, &n_bytes);

  if (n_bytes > DATE_LINE_BYTES_MAX)
    return FALSE;
  for (gsize i = 0; i < n_bytes; i++)
    if (g_ascii_isdigit (text[i]) || jkb_text_begins (text + i, "年"))
      return TRUE;
  return FALSE;
}

static gboolean
names_sender (const Choice *choice, guint index)
{
  static const char *const forms[] = { "会社", "法人", "(株)", "(有)", "組合", "大学", "病院", "学校", "銀行", "協会", "財団",
                                       "Inc.", "Ltd", "LLC" };
  gsize n_bytes;
  const char *text = jkb_html_lines_get (choice->lines, index, &n_bytes);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (memmem (text, n_bytes, forms[i], strlen (forms[i])) != NULL)
      return TRUE;
  return FALSE;
}

/* A name that stands right beside the date above a title is who writes. */
static gboolean
is_sender_line (const Choice *choice, guint index, guint title)
{
  guint beside = index + 1;

  if (line_bytes (choice, index) > SENDER_LINE_BYTES_MAX || !names_sender (choice, index)
      || line_at (choice, index)->n_link_bytes > 0)
    return FALSE;
  while (beside < title && !choice->keeps[beside])
    beside++;
  if (beside < title && is_date_line (choice, beside))
    return TRUE;
  for (beside = index; beside > 0; beside--)
    if (line_bytes (choice, beside - 1) > 0)
      return is_date_line (choice, beside - 1);
  return FALSE;
}

/* Puts the title first and, of what stood above it, only what may be a date or who writes. */
static void
lift_title (Builder *builder, Choice *choice, guint title)
{
  gsize n_above = 0;

  for (guint i = 0; i < title; i++)
    n_above += choice->keeps[i] ? line_bytes (choice, i) : 0;
  if (title == choice->n_lines || n_above > ABOVE_TITLE_BYTES_MAX)
    return;
  add_line (builder, choice, title);
  choice->keeps[title] = FALSE;
  builder->n_breaks = 2;
  for (guint i = 0; i < title; i++)
    if (choice->keeps[i] && (is_date_line (choice, i) || is_sender_line (choice, i, title)))
      add_line (builder, choice, i);
  for (guint i = 0; i < title; i++)
    choice->keeps[i] = FALSE;
  builder->n_breaks = 2;
}

/* Nothing is marked as heading: what the page calls itself goes first, unless its text begins so. */
static void
add_own_title (Builder *builder, const Choice *choice, const char *title)
{
  guint n_looked = 0;

  for (guint i = 0; i < choice->n_lines && n_looked < 4; i++)
    if (choice->keeps[i])
      {
        n_looked++;
        if (line_holds (choice, i, title) || is_in_title (choice, i, title))
          return;
      }
  g_string_append (builder->text, title);
  builder->n_breaks = 2;
}

JkbPage *
jkb_html_choose (const JkbHtmlLines *lines, const char *title)
{
  g_autofree char *own_title = clean_title (title);
  Choice choice = { lines, NULL, lines->lines->len };
  Builder builder = { g_string_sized_new (lines->text->len + lines->lines->len + 1),
                      g_array_new (FALSE, FALSE, sizeof (JkbPageMark)), 0, 0 };
  JkbPage *page;
  guint found;

  choice.keeps = g_new (gboolean, choice.n_lines + 1);
  keep_all (&choice);
  drop_menus (&choice);
  keep_main (&choice);
  drop_links (&choice);
  if (count_articles (&choice) <= 1)
    {
      found = find_title (&choice, title);
      if (found < choice.n_lines)
        lift_title (&builder, &choice, found);
      else if (*own_title != '\0')
        add_own_title (&builder, &choice, own_title);
    }
  for (guint i = 0; i < choice.n_lines; i++)
    if (choice.keeps[i])
      add_line (&builder, &choice, i);
  g_free (choice.keeps);
  page = jkb_page_new (g_string_free (builder.text, FALSE));
  g_array_unref (page->marks);
  page->marks = builder.marks;
  page->title = *own_title != '\0' ? g_steal_pointer (&own_title) : NULL;
  return page;
}
