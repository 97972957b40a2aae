/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** Names of elements are cut to so many bytes with their NUL; no known one is longer. */
#define JKB_HTML_NAME_MAX 16

/** JkbHtmlTokenKind: what a stretch of HTML is. */
typedef enum
{
  JKB_HTML_TEXT,                        /* with its character references not resolved */
  JKB_HTML_RAW_TEXT,                    /* of <script>, <style> and the like */
  JKB_HTML_OPEN,
  JKB_HTML_CLOSE,
} JkbHtmlTokenKind;

/**
 * JkbHtmlToken:
 * @kind: what it is
 * @name: of a tag, in lower case; of raw text, the element it is in
 * @begin: the text; of a tag, where its attributes begin
 * @end: where that ends
 */
typedef struct
{
  JkbHtmlTokenKind kind;
  char name[JKB_HTML_NAME_MAX];
  const char *begin, *end;
} JkbHtmlToken;

/**
 * JkbHtmlTokens:
 *
 * Goes through HTML token by token. Create with `{ text, text + n_bytes }`; the rest is private.
 */
typedef struct
{
  const char *p, *end;
  /*< private >*/
  char raw[JKB_HTML_NAME_MAX];          /* the element whose raw text comes next, or "" */
  gboolean is_title_open;               /* a <title> that never ends was seen */
  gboolean is_textarea_open;
} JkbHtmlTokens;

/**
 * JkbHtmlAttribute:
 * @name: begin of the name, which is not in lower case
 * @n_name: its length
 * @value: begin of the value, with its character references not resolved
 * @n_value: its length, 0 also where there is no value
 */
typedef struct
{
  const char *name;
  gsize n_name;
  const char *value;
  gsize n_value;
} JkbHtmlAttribute;

/**
 * jkb_html_tokens_next:
 * @tokens: the place
 * @token: (out caller-allocates): the next token
 *
 * Comments, doctypes and processing instructions are passed over. Any bytes pass: what is no markup
 * is text. All tokens together take time linear in the text.
 *
 * Returns: %FALSE at the end
 */
gboolean jkb_html_tokens_next (JkbHtmlTokens *tokens, JkbHtmlToken *token);

/**
 * jkb_html_token_attribute:
 * @token: an opening tag
 * @p: (inout): the place in its attributes; `token->begin` to start with
 * @attribute: (out caller-allocates): the next attribute
 *
 * Returns: %FALSE when there is no further one
 */
gboolean jkb_html_token_attribute (const JkbHtmlToken *token, const char **p,
                                   JkbHtmlAttribute *attribute);

/**
 * jkb_html_attribute_is:
 * @attribute: an attribute
 * @name: a name in lower case
 *
 * Returns: %TRUE if that is its name
 */
gboolean jkb_html_attribute_is (const JkbHtmlAttribute *attribute, const char *name);

/**
 * jkb_html_append_decoded:
 * @out: text is appended here
 * @text: HTML text
 * @n_bytes: its length
 *
 * Resolves character references (`&amp;`, `&#26085;`, `&#x65e5;`, also where the `;` is forgotten) as
 * browsers do; what is none stays. References to no character become U+FFFD. Any thread.
 */
void jkb_html_append_decoded (GString *out, const char *text, gsize n_bytes);
