/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/jkb-page.h"

/**
 * jkb_pdf_is_pdf:
 * @bytes: contents of a file
 * @n_bytes: their length
 *
 * Any thread. Returns: %TRUE if a PDF header stands within the first kilobyte
 */
gboolean jkb_pdf_is_pdf (const char *bytes, gsize n_bytes);

/**
 * jkb_pdf_read:
 * @bytes: a PDF
 * @notes: (element-type utf8): gets a line when not all of it was read
 * @error: %JKB_EXTRACT_ERROR_DAMAGED for a broken or encrypted document, %JKB_EXTRACT_ERROR_EMPTY for
 *   one that has only pictures
 *
 * Reads the text layer in reading order, column by column, as a person would copy it: see
 * jkb_pdf_lines_join(). Any thread, a document belongs to one.
 *
 * Returns: (transfer full) (nullable): the page
 */
JkbPage *jkb_pdf_read (GBytes *bytes, GPtrArray *notes, GError **error);
