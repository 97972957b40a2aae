/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tokens of HTML as browsers find them: a tag begins with `<` and a letter and ends with the
 * first `>` outside quotes; `<!` and `<?` begin what nobody sees; anything else is text. The text of
 * some elements ends only with their own closing tag. No byte is looked at more than twice.
 */
#include "extract/jkb-html-token.h"

#include <string.h>

/* ---------------------------------------------------------------- tags */

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static gboolean
is_markup (const char *p, const char *end)
{
  return p + 1 < end
         && (g_ascii_isalpha (p[1]) || p[1] == '!' || p[1] == '?'
             || (p[1] == '/' && p + 2 < end && g_ascii_isalpha (p[2])));
}

/* Behind the `>` that ends the tag; @end where there is none. Quotes count only behind a `=`. */
static const char *
find_tag_end (const char *p, const char *end)
{
  while (p < end && *p != '>')
    {
      const char *quote = p + 1;

      if (*p++ != '=')
        continue;
      while (quote < end && is_blank (*quote))
        quote++;
      if (quote < end && (*quote == '"' || *quote == '\''))
        {
          p = memchr (quote + 1, *quote, (gsize) (end - quote - 1));
          p = p != NULL ? p + 1 : end;
        }
    }
  return p < end ? p + 1 : end;
}

static const char *
read_name (const char *p, const char *end, char *name)
{
  gsize n = 0;

  for (; p < end && !is_blank (*p) && *p != '>' && *p != '/'; p++)
    if (n < JKB_HTML_NAME_MAX - 1)
      name[n++] = g_ascii_tolower (*p);
  name[n] = '\0';
  return p;
}

/* Behind a comment, doctype or processing instruction. */
static const char *
skip_unseen (const char *p, const char *end)
{
  const char *close;

  if (end - p < 4 || memcmp (p, "<!--", 4) != 0)
    {
      close = memchr (p, '>', (gsize) (end - p));
      return close != NULL ? close + 1 : end;
    }
  p += 4;
  if (p < end && *p == '>')
    return p + 1;
  close = g_strstr_len (p - 2, end - p + 2, "-->");
  return close != NULL ? close + 3 : end;
}

/* ---------------------------------------------------------------- raw text */

static gboolean
has_raw_text (const char *name)
{
  static const char *const names[] = { "script", "style", "title", "textarea", "noscript", "iframe",
                                       "noembed", "noframes", "xmp", NULL };

  return strchr ("stinx", *name) != NULL && g_strv_contains (names, name);
}

/* The closing tag of @name at or after @p; @end where there is none. */
static const char *
find_closing (const char *p, const char *end, const char *name)
{
  gsize n = strlen (name);

  while ((p = memchr (p, '<', (gsize) (end - p))) != NULL)
    {
      if ((gsize) (end - p) > n + 2 && p[1] == '/' && g_ascii_strncasecmp (p + 2, name, n) == 0
          && !g_ascii_isalnum (p[n + 2]))
        return p;
      p++;
    }
  return end;
}

/* Text that has no end is shown by no browser, but a title or a field that lacks its end must not
 * hide the page. */
static gboolean
read_raw_text (JkbHtmlTokens *tokens, JkbHtmlToken *token)
{
  gboolean *is_open = strcmp (tokens->raw, "title") == 0      ? &tokens->is_title_open
                      : strcmp (tokens->raw, "textarea") == 0 ? &tokens->is_textarea_open
                                                              : NULL;
  const char *close = is_open != NULL && *is_open ? tokens->end
                                                  : find_closing (tokens->p, tokens->end, tokens->raw);

  token->kind = JKB_HTML_RAW_TEXT;
  token->begin = tokens->p;
  token->end = close;
  memcpy (token->name, tokens->raw, JKB_HTML_NAME_MAX);
  tokens->raw[0] = '\0';
  if (close == tokens->end && is_open != NULL)
    {
      *is_open = TRUE;
      return FALSE;
    }
  tokens->p = close;
  return token->begin < close;
}

/* ---------------------------------------------------------------- tokens */

static gboolean
read_tag (JkbHtmlTokens *tokens, JkbHtmlToken *token)
{
  const char *p = tokens->p + 1;
  gboolean closes = *p == '/';

  token->kind = closes ? JKB_HTML_CLOSE : JKB_HTML_OPEN;
  token->begin = read_name (closes ? p + 1 : p, tokens->end, token->name);
  tokens->p = find_tag_end (token->begin, tokens->end);
  token->end = tokens->p > token->begin && tokens->p[-1] == '>' ? tokens->p - 1 : tokens->p;
  if (!closes && has_raw_text (token->name))
    memcpy (tokens->raw, token->name, JKB_HTML_NAME_MAX);
  return TRUE;
}

gboolean
jkb_html_tokens_next (JkbHtmlTokens *tokens, JkbHtmlToken *token)
{
  if (tokens->raw[0] != '\0' && read_raw_text (tokens, token))
    return TRUE;
  while (tokens->p < tokens->end)
    {
      const char *p = tokens->p, *next;

      if (*p == '<' && is_markup (p, tokens->end))
        {
          if (p[1] != '!' && p[1] != '?')
            return read_tag (tokens, token);
          tokens->p = skip_unseen (p, tokens->end);
          continue;
        }
      next = memchr (p + 1, '<', (gsize) (tokens->end - p - 1));
      token->kind = JKB_HTML_TEXT;
      token->name[0] = '\0';
      token->begin = p;
      token->end = tokens->p = next != NULL ? next : tokens->end;
      return TRUE;
    }
  return FALSE;
}

gboolean
jkb_html_token_attribute (const JkbHtmlToken *token, const char **p, JkbHtmlAttribute *attribute)
{
  const char *end = token->end;

  while (*p < end && (is_blank (**p) || **p == '/' || **p == '='))
    (*p)++;
  if (*p == end)
    return FALSE;
  attribute->name = *p;
  while (*p < end && !is_blank (**p) && **p != '=' && **p != '/')
    (*p)++;
  attribute->n_name = (gsize) (*p - attribute->name);
  attribute->value = *p;
  attribute->n_value = 0;
  while (*p < end && is_blank (**p))
    (*p)++;
  if (*p == end || **p != '=')
    return TRUE;
  (*p)++;
  while (*p < end && is_blank (**p))
    (*p)++;
  if (*p < end && (**p == '"' || **p == '\''))
    {
      char quote = *(*p)++;

      attribute->value = *p;
      *p = memchr (*p, quote, (gsize) (end - *p));
      *p = *p != NULL ? *p : end;
      attribute->n_value = (gsize) (*p - attribute->value);
      *p += *p < end;
      return TRUE;
    }
  attribute->value = *p;
  while (*p < end && !is_blank (**p))
    (*p)++;
  attribute->n_value = (gsize) (*p - attribute->value);
  return TRUE;
}

gboolean
jkb_html_attribute_is (const JkbHtmlAttribute *attribute, const char *name)
{
  return attribute->n_name == strlen (name)
         && g_ascii_strncasecmp (attribute->name, name, attribute->n_name) == 0;
}
