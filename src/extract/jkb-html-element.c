/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-html-element.h"

#include <string.h>

#define BLOCK JKB_HTML_BLOCK
#define PARAGRAPH JKB_HTML_PARAGRAPH
#define HIDDEN JKB_HTML_HIDDEN
#define VOID JKB_HTML_VOID
#define LOOSE JKB_HTML_LOOSE
#define HEADING (JKB_HTML_HEADING | JKB_HTML_PARAGRAPH)

/* In order of name. What was struck out (del, s) is withdrawn, so that it is left out. */
static const struct
{
  const char *name;
  guint effects;
} elements[] = {
  { "a", JKB_HTML_LINK },
  { "address", BLOCK },
  { "applet", HIDDEN },
  { "area", VOID },
  { "article", BLOCK | JKB_HTML_ARTICLE },
  { "aside", BLOCK | JKB_HTML_MENU },
  { "audio", HIDDEN },
  { "base", VOID },
  { "blockquote", PARAGRAPH },
  { "body", BLOCK | JKB_HTML_ROOT },
  { "br", JKB_HTML_BREAK | VOID },
  { "button", HIDDEN },
  { "canvas", HIDDEN },
  { "caption", BLOCK },
  { "center", BLOCK },
  { "col", VOID },
  { "datalist", HIDDEN },
  { "dd", BLOCK | LOOSE },
  { "del", HIDDEN },
  { "details", BLOCK },
  { "dialog", HIDDEN },
  { "div", BLOCK },
  { "dl", PARAGRAPH },
  { "dt", BLOCK | LOOSE },
  { "embed", VOID },
  { "fieldset", BLOCK },
  { "figcaption", BLOCK },
  { "figure", PARAGRAPH },
  { "footer", BLOCK | JKB_HTML_MENU },
  { "form", BLOCK },
  { "frame", VOID },
  { "h1", HEADING },
  { "h2", HEADING },
  { "h3", HEADING },
  { "h4", HEADING },
  { "h5", HEADING },
  { "h6", HEADING },
  { "header", BLOCK | JKB_HTML_HEADER },
  { "hr", PARAGRAPH | VOID },
  { "html", BLOCK | JKB_HTML_ROOT },
  { "iframe", HIDDEN },
  { "img", JKB_HTML_PICTURE | VOID },
  { "input", VOID },
  { "legend", BLOCK },
  { "li", BLOCK | LOOSE | JKB_HTML_ITEM },
  { "link", VOID },
  { "main", BLOCK | JKB_HTML_MAIN },
  { "math", HIDDEN },
  { "menu", BLOCK | JKB_HTML_MENU },
  { "meta", VOID },
  { "nav", BLOCK | JKB_HTML_MENU },
  { "noembed", HIDDEN },
  { "noframes", HIDDEN },
  { "noscript", HIDDEN },
  { "object", HIDDEN },
  { "ol", BLOCK | JKB_HTML_LIST | JKB_HTML_NUMBERED },
  { "optgroup", HIDDEN },
  { "option", HIDDEN | LOOSE },
  { "p", PARAGRAPH | LOOSE },
  { "param", VOID },
  { "pre", PARAGRAPH | JKB_HTML_PRE },
  { "rp", HIDDEN },
  { "rt", HIDDEN },
  { "rtc", HIDDEN },
  { "s", HIDDEN },
  { "script", HIDDEN },
  { "search", BLOCK | JKB_HTML_MENU },
  { "section", BLOCK },
  { "select", HIDDEN },
  { "source", VOID },
  { "span", 0 },
  { "strike", HIDDEN },
  { "style", HIDDEN },
  { "sub", JKB_HTML_LOWERED },
  { "summary", BLOCK },
  { "sup", JKB_HTML_RAISED },
  { "svg", HIDDEN },
  { "table", JKB_HTML_TABLE },
  { "tbody", BLOCK },
  { "td", JKB_HTML_CELL | LOOSE },
  { "template", HIDDEN },
  { "tfoot", BLOCK },
  { "th", JKB_HTML_CELL | LOOSE },
  { "thead", BLOCK },
  { "tr", JKB_HTML_ROW | LOOSE },
  { "track", VOID },
  { "ul", BLOCK | JKB_HTML_LIST },
  { "video", HIDDEN },
  { "wbr", VOID },
  { "xmp", PARAGRAPH },
};

G_STATIC_ASSERT (G_N_ELEMENTS (elements) <= JKB_HTML_N_ELEMENTS);

int
jkb_html_element_find (const char *name)
{
  int low = 0, high = (int) G_N_ELEMENTS (elements);

  while (low < high)
    {
      int middle = low + (high - low) / 2;
      int order = strcmp (elements[middle].name, name);

      if (order == 0)
        return middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

guint
jkb_html_element_effects (int element)
{
  return element >= 0 ? elements[element].effects : 0;
}

/* ---------------------------------------------------------------- attributes */

/* Whether one of the words that make up @value is among @words: `global-nav`, `globalNav` and
 * `global_nav` are each of two. */
static gboolean
holds_word (const JkbHtmlAttribute *attribute, const char *const *words)
{
  const char *p = attribute->value, *end = p + attribute->n_value;

  while (p < end)
    {
      char word[16];
      gsize n = 0;

      while (p < end && !g_ascii_isalpha (*p))
        p++;
      while (p < end && g_ascii_isalpha (*p) && (n == 0 || !g_ascii_isupper (*p)))
        {
          if (n < sizeof word - 1)
            word[n++] = g_ascii_tolower (*p);
          p++;
        }
      word[n] = '\0';
      if (n > 0 && g_strv_contains (words, word))
        return TRUE;
    }
  return FALSE;
}

static gboolean
value_is (const JkbHtmlAttribute *attribute, const char *value)
{
  return attribute->n_value == strlen (value)
         && g_ascii_strncasecmp (attribute->value, value, attribute->n_value) == 0;
}

/* `display: none`, however it is written. */
static gboolean
style_hides (const JkbHtmlAttribute *style)
{
  g_autoptr(GString) plain = g_string_new (NULL);

  for (gsize i = 0; i < style->n_value; i++)
    if (!g_ascii_isspace (style->value[i]))
      g_string_append_c (plain, g_ascii_tolower (style->value[i]));
  return strstr (plain->str, "display:none") != NULL
         || strstr (plain->str, "visibility:hidden") != NULL;
}

static gboolean
class_hides (const JkbHtmlAttribute *attribute)
{
  static const char *const classes[]
      = { "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "skip-link",
          "is-hidden", "d-none" };
  const char *p = attribute->value, *end = p + attribute->n_value;

  while (p < end)
    {
      const char *word = p;

      while (p < end && !g_ascii_isspace (*p))
        p++;
      for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
        if (p > word && *word == *classes[i] && (gsize) (p - word) == strlen (classes[i])
            && memcmp (word, classes[i], (gsize) (p - word)) == 0)
          return TRUE;
      p += p < end;
    }
  return FALSE;
}

static guint
read_number (const JkbHtmlAttribute *attribute)
{
  guint value = 0;

  for (gsize i = 0; i < attribute->n_value && g_ascii_isdigit (attribute->value[i]); i++)
    value = MIN (value * 10 + (guint) g_ascii_digit_value (attribute->value[i]), 99999);
  return MAX (value, 1);
}

void
jkb_html_element_read_hints (const JkbHtmlToken *token, JkbHtmlHints *hints)
{
  static const char *const roles[]
      = { "navigation", "banner", "contentinfo", "search",  "complementary", "dialog",
          "alertdialog", "menu",  "menubar",     "toolbar", NULL };
  static const char *const words[]
      = { "nav",     "navi",    "gnav",    "gnavi",  "lnav",      "navbar",     "navigation",
          "menu",    "menus",   "pankuzu", "crumb",  "crumbs",    "breadcrumb", "breadcrumbs",
          "topicpath", "sidebar", "sidemenu", "footer", "sns",      "share",     "social",
          "pager",   "pagination", "pagetop", "cookie", "copyright", "banner",   "banners",
          "related", "recommend", "ranking", NULL };
  const char *p = token->begin;
  JkbHtmlAttribute attribute;

  *hints = (JkbHtmlHints){ .start = 1 };
  while (jkb_html_token_attribute (token, &p, &attribute))
    {
      if (jkb_html_attribute_is (&attribute, "hidden"))
        hints->is_hidden = TRUE;
      else if (jkb_html_attribute_is (&attribute, "aria-hidden"))
        hints->is_hidden |= value_is (&attribute, "true");
      else if (jkb_html_attribute_is (&attribute, "style"))
        hints->is_hidden |= style_hides (&attribute);
      else if (jkb_html_attribute_is (&attribute, "role"))
        hints->is_menu |= holds_word (&attribute, roles);
      else if (jkb_html_attribute_is (&attribute, "class")
               || jkb_html_attribute_is (&attribute, "id"))
        {
          hints->is_hidden |= class_hides (&attribute);
          hints->may_be_menu |= holds_word (&attribute, words);
        }
      else if (jkb_html_attribute_is (&attribute, "href"))
        hints->has_target = TRUE;
      else if (jkb_html_attribute_is (&attribute, "start"))
        hints->start = read_number (&attribute);
      else if (jkb_html_attribute_is (&attribute, "alt"))
        hints->alt = attribute;
    }
}
