/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libxml2's push parser calls us for each tag and each run of text; no tree is built, so that depth
 * costs nothing. The calls are balanced even where the tags are not. White space is kept as a
 * browser would: runs become one blank, except in <pre>; block elements begin a line of their own.
 */
#include "extract/jkb-html.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define CHUNK_BYTES 16384

/* A <main> with less text than that is not what the page is about. */
#define MAIN_BYTES_MIN 120

/* What an element does to the text; elements that are not listed do nothing. */
typedef enum
{
  BLOCK = 1 << 0,                       /* begins and ends a line */
  PARAGRAPH = 1 << 1,                   /* and has a blank line around it */
  SKIP = 1 << 2,                        /* its text is not part of the page */
  HEADING = 1 << 3,
  ITEM = 1 << 4,
  CELL = 1 << 5,
  BREAK = 1 << 6,
  PRE = 1 << 7,
  TITLE = 1 << 8,
  ARTICLE = 1 << 9,
  MAIN = 1 << 10,                       /* what the page is about */
} Effect;

static const struct
{
  const char *name;
  guint effects;
} elements[] = {
  { "address", BLOCK },    { "article", BLOCK | ARTICLE }, { "aside", SKIP },
  { "blockquote", BLOCK }, { "br", BREAK },                { "button", SKIP },
  { "caption", BLOCK },    { "dd", BLOCK },                { "div", BLOCK },
  { "dl", BLOCK },         { "dt", BLOCK },                { "fieldset", BLOCK },
  { "figcaption", BLOCK }, { "figure", BLOCK },            { "footer", SKIP },
  { "form", BLOCK },       { "h1", HEADING | PARAGRAPH },  { "h2", HEADING | PARAGRAPH },
  { "h3", HEADING | PARAGRAPH }, { "h4", HEADING | PARAGRAPH }, { "h5", HEADING | PARAGRAPH },
  { "h6", HEADING | PARAGRAPH }, { "header", BLOCK },      { "hr", BREAK },
  { "iframe", SKIP },      { "li", BLOCK | ITEM },         { "main", BLOCK | MAIN },
  { "math", SKIP },        { "menu", SKIP },               { "nav", SKIP },
  { "noscript", SKIP },    { "object", SKIP },             { "ol", BLOCK },
  { "option", SKIP },      { "p", PARAGRAPH },             { "pre", BLOCK | PRE },
  { "rp", SKIP },          { "rt", SKIP },                 { "script", SKIP },
  { "section", BLOCK },    { "select", SKIP },             { "style", SKIP },
  { "svg", SKIP },         { "table", BLOCK },             { "td", CELL },
  { "template", SKIP },    { "textarea", SKIP },           { "th", CELL },
  { "title", TITLE },      { "tr", BLOCK },                { "ul", BLOCK },
};

typedef struct
{
  GString *text;
  GString *title;
  GArray *marks;
  guint depth;                          /* elements open */
  guint skip_depth;                     /* of them left out, with all within */
  guint pre_depth;
  gboolean in_title;
  gboolean wants_blank;                 /* a blank before the next word */
  gboolean is_first_cell;
  JkbSpan main;                         /* text of the first <main> */
} Builder;

static guint
find_effects (const char *name)
{
  guint low = 0, high = G_N_ELEMENTS (elements);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (elements[middle].name, name);

      if (order == 0)
        return elements[middle].effects;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return 0;
}

static gboolean
is_at_line_start (const Builder *builder)
{
  return builder->text->len == 0 || builder->text->str[builder->text->len - 1] == '\n';
}

static void
end_line (Builder *builder)
{
  builder->wants_blank = FALSE;
  while (builder->text->len > 0 && builder->text->str[builder->text->len - 1] == ' ')
    g_string_truncate (builder->text, builder->text->len - 1);
  if (!is_at_line_start (builder))
    g_string_append_c (builder->text, '\n');
}

static void
end_paragraph (Builder *builder)
{
  end_line (builder);
  if (builder->text->len >= 2 && builder->text->str[builder->text->len - 2] != '\n')
    g_string_append_c (builder->text, '\n');
}

static void
add_mark (Builder *builder, JkbPageMarkKind kind, guint level)
{
  JkbPageMark mark = { builder->text->len, kind, level };

  g_array_append_val (builder->marks, mark);
}

static gboolean
is_hidden (const xmlChar **attributes)
{
  for (; attributes != NULL && attributes[0] != NULL; attributes += 2)
    {
      const char *name = (const char *) attributes[0];
      const char *value = attributes[1] != NULL ? (const char *) attributes[1] : "";

      if (strcmp (name, "hidden") == 0
          || (strcmp (name, "aria-hidden") == 0 && strcmp (value, "true") == 0)
          || (strcmp (name, "style") == 0
              && (strstr (value, "display:none") != NULL || strstr (value, "display: none") != NULL)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_void (const char *name)
{
  const htmlElemDesc *description = htmlTagLookup ((const xmlChar *) name);

  return description != NULL && description->empty;
}

static void
begin_cell (Builder *builder)
{
  if (!builder->is_first_cell && !is_at_line_start (builder))
    {
      builder->wants_blank = FALSE;
      g_string_append (builder->text, " | ");
    }
  builder->is_first_cell = FALSE;
}

static void
begin_element (Builder *builder, const char *name, guint effects)
{
  if (effects & BREAK)
    {
      builder->wants_blank = FALSE;
      g_string_append_c (builder->text, '\n');
    }
  if (effects & PARAGRAPH)
    end_paragraph (builder);
  if (effects & BLOCK)
    end_line (builder);
  if (strcmp (name, "tr") == 0)
    builder->is_first_cell = TRUE;
  if (effects & CELL)
    begin_cell (builder);
  if (effects & ARTICLE)
    add_mark (builder, JKB_PAGE_ARTICLE, 0);
  if (effects & HEADING)
    add_mark (builder, JKB_PAGE_HEADING, (guint) (name[1] - '0'));
  if (effects & ITEM)
    g_string_append (builder->text, "・");
  if (effects & PRE)
    builder->pre_depth++;
  if ((effects & MAIN) && builder->main.begin == builder->main.end)
    builder->main = (JkbSpan){ builder->text->len, builder->text->len };
}

static void
on_element_started_cb (void *data, const xmlChar *tag, const xmlChar **attributes)
{
  Builder *builder = data;
  const char *name = (const char *) tag;
  guint effects = find_effects (name);

  builder->depth++;
  if (effects & TITLE)
    builder->in_title = builder->title->len == 0;
  if (builder->skip_depth > 0)
    return;
  if ((effects & SKIP) || (is_hidden (attributes) && !is_void (name)))
    {
      builder->skip_depth = builder->depth;
      if (!(effects & SKIP) || strcmp (name, "rt") != 0)
        builder->wants_blank = builder->wants_blank && !is_at_line_start (builder);
      return;
    }
  begin_element (builder, name, effects);
}

static void
on_element_ended_cb (void *data, const xmlChar *tag)
{
  Builder *builder = data;
  guint effects = find_effects ((const char *) tag);
  guint depth = builder->depth;

  if (builder->depth > 0)
    builder->depth--;
  if (effects & TITLE)
    builder->in_title = FALSE;
  if (builder->skip_depth > 0)
    {
      if (builder->skip_depth == depth)
        builder->skip_depth = 0;
      return;
    }
  if (effects & (PARAGRAPH | HEADING))
    end_paragraph (builder);
  else if (effects & BLOCK)
    end_line (builder);
  if ((effects & PRE) && builder->pre_depth > 0)
    builder->pre_depth--;
  if ((effects & MAIN) && builder->main.end == builder->main.begin)
    builder->main.end = builder->text->len;
}

static void
append_flowing (Builder *builder, const char *p, gsize n_bytes)
{
  for (const char *end = p + n_bytes; p < end; p++)
    {
      if (strchr (" \t\r\n\f", *p) != NULL)
        builder->wants_blank = TRUE;
      else
        {
          if (builder->wants_blank && !is_at_line_start (builder))
            g_string_append_c (builder->text, ' ');
          builder->wants_blank = FALSE;
          g_string_append_c (builder->text, *p);
        }
    }
}

static void
on_text_found_cb (void *data, const xmlChar *text, int n_bytes)
{
  Builder *builder = data;

  if (builder->in_title)
    g_string_append_len (builder->title, (const char *) text, n_bytes);
  else if (builder->skip_depth > 0)
    return;
  else if (builder->pre_depth > 0)
    g_string_append_len (builder->text, (const char *) text, n_bytes);
  else
    append_flowing (builder, (const char *) text, (gsize) n_bytes);
}

static void
parse (Builder *builder, const char *text, gsize n_bytes)
{
  xmlSAXHandler sax = { 0 };
  htmlParserCtxtPtr context;

  sax.startElement = on_element_started_cb;
  sax.endElement = on_element_ended_cb;
  sax.characters = on_text_found_cb;
  sax.ignorableWhitespace = on_text_found_cb;
  context = htmlCreatePushParserCtxt (&sax, builder, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  htmlCtxtUseOptions (context, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                   | HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC);
  while (n_bytes > 0)
    {
      int n = (int) MIN (n_bytes, CHUNK_BYTES);

      htmlParseChunk (context, text, n, 0);
      text += n;
      n_bytes -= (gsize) n;
    }
  htmlParseChunk (context, NULL, 0, 1);
  htmlFreeParserCtxt (context);
}

/* Where a page says what it is about, the rest (its head, its menus) is left out. */
static void
keep_main (Builder *builder)
{
  guint n_kept = 0;

  if (builder->main.end - builder->main.begin < MAIN_BYTES_MIN)
    return;
  g_string_truncate (builder->text, builder->main.end);
  g_string_erase (builder->text, 0, (gssize) builder->main.begin);
  for (guint i = 0; i < builder->marks->len; i++)
    {
      JkbPageMark mark = g_array_index (builder->marks, JkbPageMark, i);

      if (mark.offset < builder->main.begin || mark.offset >= builder->main.end)
        continue;
      mark.offset -= builder->main.begin;
      g_array_index (builder->marks, JkbPageMark, n_kept++) = mark;
    }
  g_array_set_size (builder->marks, n_kept);
}

gboolean
jkb_html_is_html (const char *text)
{
  static const char *const tags[]
      = { "<!doctype html", "<html", "<head", "<body", "<article", "<main", "<section", "<div",
          "<p>", "<p ", "<table", "<h1", "<h2", "<ul", "<ol", "<meta", "<title", "<span", "<br" };
  g_autofree char *head = g_ascii_strdown (text, (gssize) strnlen (text, 2048));
  const char *p = head + strspn (head, " \t\r\n");

  while (g_str_has_prefix (p, "<!--") || g_str_has_prefix (p, "<?xml"))
    {
      const char *close = strstr (p, "<!--") == p ? strstr (p, "-->") : strstr (p, "?>");

      if (close == NULL)
        return g_str_has_prefix (p, "<!--");
      p = close + (p[1] == '!' ? 3 : 2);
      p += strspn (p, " \t\r\n");
    }
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_str_has_prefix (p, tags[i]))
      return TRUE;
  return FALSE;
}

JkbPage *
jkb_html_read (const char *text, gsize n_bytes)
{
  Builder builder = { 0 };
  JkbPage *page;

  builder.text = g_string_sized_new (n_bytes / 2 + 16);
  builder.title = g_string_new (NULL);
  builder.marks = g_array_new (FALSE, FALSE, sizeof (JkbPageMark));
  parse (&builder, text, n_bytes);
  keep_main (&builder);
  page = jkb_page_new (g_string_free (builder.text, FALSE));
  page->title = g_strstrip (g_string_free (builder.title, FALSE));
  if (*page->title == '\0')
    g_clear_pointer (&page->title, g_free);
  g_array_unref (page->marks);
  page->marks = builder.marks;
  return page;
}
