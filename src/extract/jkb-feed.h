/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-page.h"

/**
 * jkb_feed_is_feed:
 * @text: valid UTF-8
 *
 * Tells Atom (with it exports of Blogger) and RSS 0.9x, 1.0 and 2.0 by their first element. Any thread.
 *
 * Returns: %TRUE if @text is to be read as a feed
 */
gboolean jkb_feed_is_feed (const char *text);

/**
 * jkb_feed_read:
 * @text: valid UTF-8 that is a feed
 * @n_bytes: its length
 * @error: %JKB_EXTRACT_ERROR_DAMAGED for XML that is malformed or declares entities,
 *   %JKB_EXTRACT_ERROR_EMPTY for a feed without entries
 *
 * Reads each entry as a page: its title, the day it was published as the feed says it, and its
 * content, which is read as HTML. Comments, templates, settings and drafts of a Blogger export are
 * left out. Nothing is fetched, no entity expanded. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type JkbPage): a page for each entry
 */
GPtrArray *jkb_feed_read (const char *text, gsize n_bytes, GError **error);
