/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbHtmlLine:
 * @begin: where it begins in the text, in bytes; it reaches to the next one
 * @n_breaks: line ends that a browser shows before it; they are not in the text
 * @n_link_bytes: how much of it is links
 * @n_links: how many links begin in it
 * @heading: level of the heading it is in, 0 for none
 * @article: number of the article it is in, 0 for none
 * @is_main: it is in <main>
 * @is_menu: it is only there to find one's way
 */
typedef struct
{
  gsize begin;
  guint n_breaks;
  guint n_link_bytes;
  guint n_links;
  guint article;
  guint8 heading;
  gboolean is_main : 1;
  gboolean is_menu : 1;
} JkbHtmlLine;

/**
 * JkbHtmlLines:
 * @text: what is shown, without line ends
 * @lines: (element-type JkbHtmlLine): the lines of it
 * @now: what the next line will be like; `n_links` are those that no text has followed yet
 * @n_preformatted: elements open that keep their white space
 * @n_links: links open
 * @n_raised: elements open that raise (above 0) or lower (below 0) the text
 *
 * Text as a browser would set it, being made piece by piece.
 */
typedef struct
{
  GString *text;
  GArray *lines;
  JkbHtmlLine now;
  guint n_preformatted;
  guint n_links;
  int n_raised;
  /*< private >*/
  const char *marker;
  guint number;
  int blank;
  GArray *rows;
  GArray *cells;
} JkbHtmlLines;

/**
 * jkb_html_lines_init:
 * @self: (out caller-allocates): lines
 * @n_bytes: how long the text may become, as a guess
 */
void jkb_html_lines_init (JkbHtmlLines *self, gsize n_bytes);

/**
 * jkb_html_lines_clear:
 * @self: lines, whose memory is released
 */
void jkb_html_lines_clear (JkbHtmlLines *self);

/**
 * jkb_html_lines_break:
 * @self: lines
 * @n_breaks: 1 for a block, 2 for a paragraph
 *
 * What comes next begins a line of its own, with at least so many line ends before it.
 */
void jkb_html_lines_break (JkbHtmlLines *self, guint n_breaks);

/**
 * jkb_html_lines_add_break:
 * @self: lines
 *
 * A line end more, as by <br>.
 */
void jkb_html_lines_add_break (JkbHtmlLines *self);

/**
 * jkb_html_lines_set_marker:
 * @self: lines
 * @number: of the list item that comes next; 0 for one without number
 *
 * Puts `・` or the number before what comes next, unless that has a marker of its own.
 */
void jkb_html_lines_set_marker (JkbHtmlLines *self, guint number);

/**
 * jkb_html_lines_append:
 * @self: lines
 * @text: UTF-8, with character references resolved
 * @n_bytes: its length
 *
 * Adds text. White space is one blank, and none at the ends of lines and where a line of Japanese was
 * broken in the source; raised digits become such characters, lest they read as part of a number.
 */
void jkb_html_lines_append (JkbHtmlLines *self, const char *text, gsize n_bytes);

/**
 * jkb_html_lines_begin_table:
 * @self: lines
 *
 * A table begins; jkb_html_lines_end_table() must follow.
 */
void jkb_html_lines_begin_table (JkbHtmlLines *self);

/**
 * jkb_html_lines_begin_row:
 * @self: lines
 *
 * A row begins, and ends the one before it.
 */
void jkb_html_lines_begin_row (JkbHtmlLines *self);

/**
 * jkb_html_lines_begin_cell:
 * @self: lines
 *
 * A cell begins. When its row ends, cells of few words will be set in one line, with ` | ` between
 * them; cells that hold whole paragraphs or tables are only there to lay out a page and stay as they
 * are.
 */
void jkb_html_lines_begin_cell (JkbHtmlLines *self);

/**
 * jkb_html_lines_end_table:
 * @self: lines
 */
void jkb_html_lines_end_table (JkbHtmlLines *self);

/**
 * jkb_html_lines_get:
 * @self: lines
 * @index: of a line
 * @n_bytes: (out): its length
 *
 * Returns: (transfer none): its text, not NUL-terminated
 */
const char *jkb_html_lines_get (const JkbHtmlLines *self, guint index, gsize *n_bytes);
