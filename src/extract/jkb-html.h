/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-page.h"

/**
 * jkb_html_is_html:
 * @text: valid UTF-8
 *
 * Tells from the beginning of the text, not from a name, whether it is HTML or a piece of it. Any
 * thread.
 *
 * Returns: %TRUE if @text is to be read as HTML
 */
gboolean jkb_html_is_html (const char *text);

/**
 * jkb_html_read:
 * @text: valid UTF-8
 * @n_bytes: its length
 *
 * Reads HTML as a browser shows it: scripts, styles, hidden elements, readings above characters and
 * what is only there to find one's way (nav, footer, aside, forms) are left out, list items get a ・,
 * cells of a table stand in one line with ` | ` between them. Nothing is fetched or run. Time and
 * memory are linear in @n_bytes, however deep the elements lie. Any thread.
 *
 * Returns: (transfer full): the page
 */
JkbPage *jkb_html_read (const char *text, gsize n_bytes);
