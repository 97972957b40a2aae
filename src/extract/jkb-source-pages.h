/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-source.h"
#include "extract/jkb-page.h"

/**
 * jkb_source_pages:
 * @source: a source with its bytes; its kind, charset and notes are filled in
 * @error: a #JkbExtractError
 *
 * Finds what kind @source is from its bytes and reads it: one page for text, HTML and PDF, one for
 * each entry of a feed, one for the body of a mail and what its attachments have. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type JkbPage): at least one page
 */
GPtrArray *jkb_source_pages (JkbSource *source, GError **error);
