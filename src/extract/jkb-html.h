/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-page.h"

/**
 * jkb_html_is_html:
 * @text: valid UTF-8
 *
 * Tells from the text, not from a name, whether it is HTML or a piece of it. Any thread.
 *
 * Returns: %TRUE if @text is to be read as HTML
 */
gboolean jkb_html_is_html (const char *text);

/**
 * jkb_html_other_xml:
 * @text: valid UTF-8
 *
 * Tells XML that is no HTML (a feed, a drawing) by its declaration and its first element. Any thread.
 *
 * Returns: (transfer full) (nullable): the name of that element
 */
char *jkb_html_other_xml (const char *text);

/**
 * jkb_html_read:
 * @text: valid UTF-8
 * @n_bytes: its length
 *
 * Reads HTML as a browser shows it: scripts, styles, hidden and struck out elements and readings above
 * characters are left out, list items get a `・` or their number, cells of a table stand in one line
 * with ` | ` between them. What is only there to find one's way (nav, footer, aside, rows of links) is
 * left out, too, unless nothing else is there. Where the page has one title it comes first, the line
 * with the date above it next. Nothing is fetched or run. Time is linear in @n_bytes, memory in the
 * text, however deep the elements lie. Any thread.
 *
 * Returns: (transfer full): the page
 */
JkbPage *jkb_html_read (const char *text, gsize n_bytes);
