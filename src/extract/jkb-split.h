/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-doc.h"
#include "extract/jkb-lexicon.h"
#include "extract/jkb-page.h"

/**
 * jkb_split:
 * @lexicon: the words
 * @page: a page
 * @outline: (out) (optional) (nullable) (transfer full): when the page is one item, that item as a document of
 *   lines and hits
 *
 * Cuts a page into items: where a heading has a serial number, where the markup begins an article,
 * where the heading of another notice follows the end of one, and where a text on another subject
 * (no words of an incident for a long stretch) begins below a heading of its own. Each item has its
 * text, title and serial; nothing else is read yet. Time is linear in the text. Any thread.
 *
 * Returns: (transfer full) (element-type JkbItem): at least one item
 */
GPtrArray *jkb_split (const JkbLexicon *lexicon, const JkbPage *page, JkbDoc **outline);
