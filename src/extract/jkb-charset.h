/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * jkb_charset_declared:
 * @bytes: the beginning of a file
 * @n_bytes: its length
 *
 * Looks for what an HTML `<meta charset>` or an XML declaration says within the first 4096 bytes.
 * Any thread.
 *
 * Returns: (transfer none) (nullable): the IANA name of an encoding that jkb_charset_decode() knows
 */
const char *jkb_charset_declared (const char *bytes, gsize n_bytes);

/**
 * jkb_charset_decode:
 * @bytes: contents of a file
 * @n_bytes: their length
 * @declared: (nullable): what the file says of itself, by jkb_charset_declared()
 * @charset: (out) (transfer none): IANA name of the encoding that was used; static
 * @n_broken: (out): how many stretches were no text in that encoding; each became U+FFFD
 *
 * Decides by byte order mark, then by evidence, where the declaration settles what evidence leaves
 * open: UTF-8, UTF-16, Shift_JIS (as Windows-31J), EUC-JP, ISO-2022-JP. Time and memory are linear.
 * Any thread.
 *
 * Returns: (transfer full): valid UTF-8 without NUL, without byte order mark
 */
char *jkb_charset_decode (const char *bytes, gsize n_bytes, const char *declared,
                          const char **charset, guint *n_broken);

/**
 * jkb_charset_is_binary:
 * @bytes: contents of a file
 * @n_bytes: their length
 * @what: (out) (transfer none) (nullable): what it is, for an error: “a PNG picture”; static
 *
 * Tells text from pictures, archives, programs and zeros by known beginnings and by bytes that no
 * text has. UTF-16 counts as text. Any thread.
 *
 * Returns: %TRUE when it is no text
 */
gboolean jkb_charset_is_binary (const char *bytes, gsize n_bytes, const char **what);
