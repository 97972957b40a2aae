/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * jkb_charset_decode:
 * @bytes: contents of a file
 * @n_bytes: their length
 * @charset: (out) (transfer none): IANA name of the encoding that was found; static
 * @n_broken: (out): how many stretches were no text in that encoding; each became U+FFFD
 * @error: %JKB_EXTRACT_ERROR_CHARSET when too little of @bytes makes sense in any encoding
 *
 * Decides by byte order mark, then by evidence; an HTML `<meta charset>` or XML declaration settles
 * what evidence leaves open. Known are UTF-8, UTF-16, Shift_JIS (as Windows-31J),
 * EUC-JP, ISO-2022-JP (with half-width kana), Windows-1252. Time and memory are linear. Any thread.
 *
 * Returns: (transfer full) (nullable): valid UTF-8 without NUL, without byte order mark
 */
char *jkb_charset_decode (const char *bytes, gsize n_bytes, const char **charset, guint *n_broken,
                          GError **error);

/**
 * jkb_charset_decode_labelled:
 * @bytes: any bytes
 * @n_bytes: their length
 * @label: (nullable): charset that something around @bytes declares, a mail for its part
 * @charset: (out) (optional) (transfer none): as for jkb_charset_decode()
 * @n_broken: (out) (optional): as for jkb_charset_decode()
 * @error: as for jkb_charset_decode()
 *
 * As jkb_charset_decode(), with a declaration from outside, which goes before one within. Any thread.
 *
 * Returns: (transfer full) (nullable): valid UTF-8 without NUL, without byte order mark
 */
char *jkb_charset_decode_labelled (const char *bytes, gsize n_bytes, const char *label,
                                   const char **charset, guint *n_broken, GError **error);
