/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * No tree is built. A stack of the elements that are open keeps what has to be undone when they end; a
 * closing tag without an opening one is passed over at once, so that a hundred thousand of either kind
 * cost no more than their bytes. What is left out is followed by counting: it ends with its own
 * closing tag, or when what surrounds it ends.
 */
#include "extract/jkb-html.h"

#include <string.h>

#include "extract/jkb-html-choose.h"
#include "extract/jkb-html-element.h"
#include "extract/jkb-html-lines.h"
#include "extract/jkb-text-at.h"

/* Elements that lie deeper are read, but what they are is not kept in mind. */
#define DEPTH_MAX 2000

/* A menu by its class has at least that share of links, or few bytes. */
#define MENU_LINK_SHARE 0.4
#define MENU_BYTES_MAX 400

typedef struct
{
  guint8 element;
  gboolean is_menu : 1;                 /* one of those that n_menus counts */
  gboolean was_main : 1;
  guint article;                        /* of what is around it */
  guint number;                         /* of the last item of a list */
} Open;

/* An element that is left out, and what is open within it. */
typedef struct
{
  char name[JKB_HTML_NAME_MAX];         /* "" for none */
  guint n_same;
  int n_others;
} Hidden;

/* The outermost element that its class calls a menu, and where it began. */
typedef struct
{
  guint depth;                          /* of the stack with it; 0 for none */
  guint first_line;
  gsize first_byte;
  gsize n_link_bytes;
} Suspect;

typedef struct
{
  JkbHtmlLines lines;
  GArray *stack;                        /* Open */
  guint n_open[JKB_HTML_N_ELEMENTS];
  guint n_menus;
  guint n_articles;
  gsize n_link_bytes;
  Hidden hidden;
  Suspect suspect;
  GString *title;
} Reader;

/* ---------------------------------------------------------------- menus by class */

static void
begin_suspect (Reader *reader)
{
  if (reader->suspect.depth > 0)
    return;
  reader->suspect.depth = reader->stack->len;
  reader->suspect.first_line = reader->lines.lines->len;
  reader->suspect.first_byte = reader->lines.text->len;
  reader->suspect.n_link_bytes = reader->n_link_bytes;
}

static gboolean
is_like_a_menu (const Reader *reader)
{
  gsize begin = reader->suspect.first_byte;
  gsize n_bytes = reader->lines.text->len - begin;
  gsize n_link_bytes = reader->n_link_bytes - reader->suspect.n_link_bytes;

  return (double) n_link_bytes >= MENU_LINK_SHARE * (double) n_bytes
         || (n_bytes <= MENU_BYTES_MAX
             && jkb_text_find (reader->lines.text->str + begin, (gssize) n_bytes, "。") == NULL);
}

static void
end_suspect (Reader *reader)
{
  if (is_like_a_menu (reader))
    for (guint i = reader->suspect.first_line; i < reader->lines.lines->len; i++)
      g_array_index (reader->lines.lines, JkbHtmlLine, i).is_menu = TRUE;
  reader->suspect.depth = 0;
}

/* ---------------------------------------------------------------- the stack */

static Open *
last_open (Reader *reader)
{
  return reader->stack->len > 0
             ? &g_array_index (reader->stack, Open, reader->stack->len - 1)
             : NULL;
}

static void
push (Reader *reader, int element, const JkbHtmlHints *hints)
{
  guint effects = jkb_html_element_effects (element);
  JkbHtmlLine *now = &reader->lines.now;
  Open open = { (guint8) element, FALSE, now->is_main, now->article, hints->start - 1 };

  if (reader->stack->len >= DEPTH_MAX)
    return;
  open.is_menu = effects & JKB_HTML_MENU || hints->is_menu
                 || (effects & JKB_HTML_HEADER && !now->is_main && now->article == 0);
  if (effects & JKB_HTML_ROOT)
    open.is_menu = FALSE;
  g_array_append_val (reader->stack, open);
  reader->n_open[element]++;
  reader->n_menus += open.is_menu;
  now->is_menu = reader->n_menus > 0;
  if (effects & JKB_HTML_MAIN)
    now->is_main = TRUE;
  if (effects & JKB_HTML_ARTICLE)
    now->article = ++reader->n_articles;
  reader->lines.n_preformatted += (effects & JKB_HTML_PRE) != 0;
  reader->lines.n_links += (effects & JKB_HTML_LINK) != 0;
  reader->lines.n_raised += ((effects & JKB_HTML_RAISED) != 0) - ((effects & JKB_HTML_LOWERED) != 0);
  if (hints->may_be_menu
      && !(effects & (JKB_HTML_ROOT | JKB_HTML_MAIN | JKB_HTML_ARTICLE | JKB_HTML_HEADING)))
    begin_suspect (reader);
}

static void
pop (Reader *reader)
{
  Open open = *last_open (reader);
  guint effects = jkb_html_element_effects (open.element);
  JkbHtmlLine *now = &reader->lines.now;

  if (reader->suspect.depth == reader->stack->len)
    end_suspect (reader);
  g_array_set_size (reader->stack, reader->stack->len - 1);
  reader->n_open[open.element]--;
  reader->n_menus -= open.is_menu;
  now->is_menu = reader->n_menus > 0;
  now->is_main = open.was_main;
  now->article = open.article;
  reader->lines.n_preformatted -= (effects & JKB_HTML_PRE) != 0;
  reader->lines.n_links -= (effects & JKB_HTML_LINK) != 0;
  reader->lines.n_raised -= ((effects & JKB_HTML_RAISED) != 0) - ((effects & JKB_HTML_LOWERED) != 0);
  if (effects & JKB_HTML_HEADING)
    now->heading = 0;
  if (effects & JKB_HTML_TABLE)
    jkb_html_lines_end_table (&reader->lines);
}

/* Ends @element and all that was left open within it. */
static void
close_element (Reader *reader, int element)
{
  guint before = reader->n_open[element];

  while (before > 0 && reader->n_open[element] == before)
    pop (reader);
}

/* ---------------------------------------------------------------- what is left out */

static gboolean
is_hiding (const Reader *reader)
{
  return reader->hidden.name[0] != '\0';
}

static void
begin_hiding (Reader *reader, const char *name)
{
  g_strlcpy (reader->hidden.name, name, JKB_HTML_NAME_MAX);
  reader->hidden.n_same = 1;
  reader->hidden.n_others = 0;
}

/* Returns: %TRUE when @token is within what is left out */
static gboolean
hide_open (Reader *reader, const JkbHtmlToken *token, guint effects)
{
  Hidden *hidden = &reader->hidden;

  if (!is_hiding (reader))
    return FALSE;
  if (strcmp (hidden->name, "p") == 0
      && effects & (JKB_HTML_BLOCK | JKB_HTML_PARAGRAPH | JKB_HTML_TABLE))
    {
      hidden->name[0] = '\0';
      return FALSE;
    }
  if (strcmp (hidden->name, token->name) == 0)
    hidden->n_same++;
  else if (!(effects & (JKB_HTML_VOID | JKB_HTML_LOOSE)))
    hidden->n_others++;
  return TRUE;
}

static gboolean
hide_close (Reader *reader, const JkbHtmlToken *token, guint effects)
{
  Hidden *hidden = &reader->hidden;

  if (!is_hiding (reader))
    return FALSE;
  if (strcmp (hidden->name, token->name) == 0)
    {
      if (--hidden->n_same == 0)
        hidden->name[0] = '\0';
      return TRUE;
    }
  if (effects & (JKB_HTML_VOID | JKB_HTML_LOOSE) || --hidden->n_others >= 0)
    return TRUE;
  hidden->name[0] = '\0';
  return FALSE;
}

/* ---------------------------------------------------------------- tags */

static void
begin_item (Reader *reader)
{
  Open *list = NULL;

  for (guint i = reader->stack->len; i > 0 && i + 8 > reader->stack->len && list == NULL; i--)
    {
      Open *open = &g_array_index (reader->stack, Open, i - 1);

      if (jkb_html_element_effects (open->element) & JKB_HTML_LIST)
        list = open;
    }
  if (list != NULL && jkb_html_element_effects (list->element) & JKB_HTML_NUMBERED)
    jkb_html_lines_set_marker (&reader->lines, ++list->number);
  else
    jkb_html_lines_set_marker (&reader->lines, 0);
}

/* Headings and links do not lie within their like. */
static void
end_unfinished (Reader *reader, guint effects)
{
  static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

  if (effects & JKB_HTML_LINK)
    close_element (reader, jkb_html_element_find ("a"));
  if (effects & JKB_HTML_HEADING && reader->lines.now.heading > 0)
    for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
      close_element (reader, jkb_html_element_find (headings[i]));
}

static void
append_picture (Reader *reader, const JkbHtmlHints *hints)
{
  g_autoptr(GString) words = g_string_new (NULL);

  if (reader->lines.now.heading == 0 || hints->alt.n_value == 0)
    return;
  jkb_html_append_decoded (words, hints->alt.value, hints->alt.n_value);
  jkb_html_lines_append (&reader->lines, words->str, words->len);
}

static void
lay_out_open (Reader *reader, guint effects)
{
  if (effects & JKB_HTML_BREAK)
    jkb_html_lines_add_break (&reader->lines);
  if (effects & JKB_HTML_PARAGRAPH)
    jkb_html_lines_break (&reader->lines, 2);
  if (effects & JKB_HTML_BLOCK)
    jkb_html_lines_break (&reader->lines, 1);
  if (effects & JKB_HTML_TABLE)
    jkb_html_lines_begin_table (&reader->lines);
  if (effects & JKB_HTML_ROW)
    jkb_html_lines_begin_row (&reader->lines);
  if (effects & JKB_HTML_CELL)
    jkb_html_lines_begin_cell (&reader->lines);
  if (effects & JKB_HTML_ITEM)
    begin_item (reader);
}

static void
read_open (Reader *reader, const JkbHtmlToken *token)
{
  int element = jkb_html_element_find (token->name);
  guint effects = jkb_html_element_effects (element);
  JkbHtmlHints hints;

  if (hide_open (reader, token, effects))
    return;
  jkb_html_element_read_hints (token, &hints);
  if ((effects & JKB_HTML_HIDDEN || hints.is_hidden) && !(effects & (JKB_HTML_VOID | JKB_HTML_ROOT)))
    {
      begin_hiding (reader, token->name);
      return;
    }
  end_unfinished (reader, effects);
  lay_out_open (reader, effects);
  if (effects & JKB_HTML_PICTURE)
    append_picture (reader, &hints);
  if (element < 0 || effects & (JKB_HTML_VOID | JKB_HTML_LOOSE)
      || (effects & JKB_HTML_LINK && !hints.has_target))
    return;
  push (reader, element, &hints);
  reader->lines.now.n_links += (effects & JKB_HTML_LINK) != 0;
  if (effects & JKB_HTML_HEADING)
    reader->lines.now.heading = (guint8) (token->name[1] - '0');
}

static void
read_close (Reader *reader, const JkbHtmlToken *token)
{
  int element = jkb_html_element_find (token->name);
  guint effects = jkb_html_element_effects (element);

  if (hide_close (reader, token, effects) || element < 0)
    return;
  if (effects & JKB_HTML_PARAGRAPH)
    jkb_html_lines_break (&reader->lines, 2);
  else if (effects & JKB_HTML_BLOCK)
    jkb_html_lines_break (&reader->lines, 1);
  close_element (reader, element);
}

/* ---------------------------------------------------------------- text */

static void
read_text (Reader *reader, const JkbHtmlToken *token)
{
  gsize n_bytes = (gsize) (token->end - token->begin);
  gsize before = reader->lines.text->len;

  if (is_hiding (reader))
    return;
  if (memchr (token->begin, '&', n_bytes) == NULL)
    jkb_html_lines_append (&reader->lines, token->begin, n_bytes);
  else
    {
      g_autoptr(GString) decoded = g_string_sized_new (n_bytes + 1);

      jkb_html_append_decoded (decoded, token->begin, n_bytes);
      jkb_html_lines_append (&reader->lines, decoded->str, decoded->len);
    }
  if (reader->lines.n_links > 0)
    reader->n_link_bytes += reader->lines.text->len - before;
}

static void
read_raw_text (Reader *reader, const JkbHtmlToken *token)
{
  if (is_hiding (reader))
    return;
  if (strcmp (token->name, "xmp") == 0)
    jkb_html_lines_append (&reader->lines, token->begin, (gsize) (token->end - token->begin));
  if (strcmp (token->name, "title") == 0 && reader->title->len == 0)
    jkb_html_append_decoded (reader->title, token->begin, (gsize) (token->end - token->begin));
}

static void
read_token (Reader *reader, const JkbHtmlToken *token)
{
  switch (token->kind)
    {
    case JKB_HTML_TEXT:
      read_text (reader, token);
      break;
    case JKB_HTML_RAW_TEXT:
      read_raw_text (reader, token);
      break;
    case JKB_HTML_OPEN:
      read_open (reader, token);
      break;
    case JKB_HTML_CLOSE:
      read_close (reader, token);
      break;
    default:
      g_assert_not_reached ();
    }
}

JkbPage *
jkb_html_read (const char *text, gsize n_bytes)
{
  JkbHtmlTokens tokens = { text, text + n_bytes };
  JkbHtmlToken token;
  Reader reader = { 0 };
  JkbPage *page;

  jkb_html_lines_init (&reader.lines, n_bytes / 2);
  reader.stack = g_array_new (FALSE, FALSE, sizeof (Open));
  reader.title = g_string_new (NULL);
  while (jkb_html_tokens_next (&tokens, &token))
    read_token (&reader, &token);
  while (reader.stack->len > 0)
    pop (&reader);
  page = jkb_html_choose (&reader.lines, reader.title->str);
  g_string_free (reader.title, TRUE);
  g_array_unref (reader.stack);
  jkb_html_lines_clear (&reader.lines);
  return page;
}

/* ---------------------------------------------------------------- is it HTML */

/* A tag that only HTML begins with. */
static gboolean
begins_html (const char *p)
{
  static const char *const tags[]
      = { "<!doctype html", "<html", "<head", "<body", "<article", "<main", "<section", "<div",
          "<p>",  "<p ",  "<table", "<h1", "<h2", "<h3", "<ul", "<ol", "<dl", "<meta", "<title",
          "<span", "<br", "<center", "<font", "<b>", "<strong" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_ascii_strncasecmp (p, tags[i], strlen (tags[i])) == 0)
      return TRUE;
  return FALSE;
}

/* A piece of a page may begin with its text; the ends of blocks give it away. */
static gboolean
holds_blocks (const char *text)
{
  static const char *const tags[] = { "</p>", "</div>", "</td>", "</li>", "</ul>", "</body>",
                                      "</h1>", "</h2>", "</h3>", "</h4>" };
  guint n = 0;

  for (const char *p = strchr (text, '<'); p != NULL && n < 2; p = strchr (p + 1, '<'))
    for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
      n += g_ascii_strncasecmp (p, tags[i], strlen (tags[i])) == 0;
  return n >= 2;
}

/* Behind comments, declarations and blanks; what a declaration and a doctype were is told. */
static const char *
skip_prologue (const char *p, gboolean *is_xml)
{
  *is_xml = FALSE;
  for (;;)
    {
      const char *close;
      gsize n = 2;

      p += strspn (p, " \t\r\n");
      if (jkb_text_begins (p, "<!--"))
        {
          close = strstr (p, "-->");
          n = 3;
        }
      else if (jkb_text_begins (p, "<?xml"))
        {
          close = strstr (p, "?>");
          *is_xml = TRUE;
        }
      else
        return p;
      if (close == NULL)
        return p;
      p = close + n;
    }
}

gboolean
jkb_html_is_html (const char *text)
{
  gboolean is_xml;
  const char *p = skip_prologue (text, &is_xml);

  return begins_html (p) || jkb_text_begins (p, "<!--") || holds_blocks (text);
}

char *
jkb_html_other_xml (const char *text)
{
  static const char *const feeds[] = { "rss", "feed", "rdf:RDF", "svg" };
  gboolean is_xml;
  const char *p = skip_prologue (text, &is_xml);
  gsize n;

  if (*p != '<' || !g_ascii_isalpha (p[1]) || begins_html (p))
    return NULL;
  p++;
  n = strcspn (p, " \t\r\n/>");
  for (guint i = 0; i < G_N_ELEMENTS (feeds) && !is_xml; i++)
    is_xml = n == strlen (feeds[i]) && memcmp (p, feeds[i], n) == 0;
  return is_xml ? g_strndup (p, MIN (n, 40)) : NULL;
}
