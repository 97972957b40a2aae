/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * jkb_pdf_lines_join:
 * @pages: (element-type utf8): text of each page, line by line; valid UTF-8
 *
 * Makes running text of printed lines: headers, footers and page numbers are dropped, radicals that
 * look like characters become these characters, letters that were spaced out (`お 知 ら せ`) close up,
 * and lines that the margin broke are joined: without a blank in Japanese, with one between words of
 * Latin letters. Any thread.
 *
 * Returns: (transfer full): the text
 */
char *jkb_pdf_lines_join (const GPtrArray *pages);
