/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * jkb_mail_code_words:
 * @raw: bytes of a header field
 * @n_bytes: their length
 *
 * Reads a header as RFC 2047 has it: encoded words in any charset, the blanks between them left out;
 * bytes beyond ASCII that are not encoded are read by evidence. Line ends become blanks. Any thread.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *jkb_mail_code_words (const char *raw, gsize n_bytes);

/**
 * jkb_mail_code_body:
 * @encoding: (nullable): what `Content-Transfer-Encoding` says
 * @raw: bytes of a body
 * @n_bytes: their length
 *
 * Undoes `base64` and `quoted-printable`, passing over what has no place there. Any thread.
 *
 * Returns: (transfer full): the bytes that were sent
 */
GBytes *jkb_mail_code_body (const char *encoding, const char *raw, gsize n_bytes);
