/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-html-token.h"

/** JkbHtmlEffects: what an element does to the text; bits. */
typedef enum
{
  JKB_HTML_BLOCK = 1 << 0,              /* begins and ends a line */
  JKB_HTML_PARAGRAPH = 1 << 1,          /* and has a blank line around it */
  JKB_HTML_HIDDEN = 1 << 2,             /* its text is not part of the page */
  JKB_HTML_VOID = 1 << 3,               /* has no content and no end */
  JKB_HTML_LOOSE = 1 << 4,              /* its end is often left out */
  JKB_HTML_HEADING = 1 << 5,
  JKB_HTML_LIST = 1 << 6,
  JKB_HTML_NUMBERED = 1 << 7,           /* a list whose items have numbers */
  JKB_HTML_ITEM = 1 << 8,
  JKB_HTML_TABLE = 1 << 9,
  JKB_HTML_ROW = 1 << 10,
  JKB_HTML_CELL = 1 << 11,
  JKB_HTML_BREAK = 1 << 12,
  JKB_HTML_PRE = 1 << 13,
  JKB_HTML_MENU = 1 << 14,              /* only there to find one's way */
  JKB_HTML_MAIN = 1 << 15,
  JKB_HTML_ARTICLE = 1 << 16,
  JKB_HTML_LINK = 1 << 17,
  JKB_HTML_RAISED = 1 << 18,
  JKB_HTML_LOWERED = 1 << 19,
  JKB_HTML_HEADER = 1 << 20,            /* menu, unless within an article */
  JKB_HTML_ROOT = 1 << 21,              /* html, body: hints on it say nothing */
  JKB_HTML_PICTURE = 1 << 22,
} JkbHtmlEffects;

/** How many elements are known; an index of one fits a byte. */
#define JKB_HTML_N_ELEMENTS 96

/**
 * jkb_html_element_find:
 * @name: in lower case
 *
 * Any thread. Returns: index of the element, -1 for one that does nothing to text
 */
int jkb_html_element_find (const char *name);

/**
 * jkb_html_element_effects:
 * @element: index of an element; negative for one that is not known
 *
 * Any thread. Returns: #JkbHtmlEffects
 */
guint jkb_html_element_effects (int element);

/**
 * JkbHtmlHints: what the attributes of a tag say
 * @is_hidden: nobody sees it
 * @is_menu: by its role it is only there to find one's way
 * @may_be_menu: by its class or id it is
 * @has_target: a link leads somewhere
 * @start: number of the first item of a list, 1 when it does not say
 * @alt: words instead of a picture
 */
typedef struct
{
  gboolean is_hidden;
  gboolean is_menu;
  gboolean may_be_menu;
  gboolean has_target;
  guint start;
  JkbHtmlAttribute alt;
} JkbHtmlHints;

/**
 * jkb_html_element_read_hints:
 * @token: an opening tag
 * @hints: (out caller-allocates): what its attributes say
 *
 * Any thread.
 */
void jkb_html_element_read_hints (const JkbHtmlToken *token, JkbHtmlHints *hints);
