/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JKB_BINARY_READ_KINDS:
 *
 * What is read, for messages on what is not.
 */
#define JKB_BINARY_READ_KINDS "text, HTML, PDF, feeds and mail"

/**
 * jkb_binary_refuse:
 * @bytes: contents of a file, at least one byte
 * @n_bytes: their length
 * @error: %JKB_EXTRACT_ERROR_UNSUPPORTED for a known kind of file, which the message names;
 *   %JKB_EXTRACT_ERROR_BINARY for what is no text at all
 *
 * Tells text from pictures, archives, programs and zeros by known beginnings and by bytes that no
 * text has. UTF-16 counts as text. Time is bounded. Any thread.
 *
 * Returns: %TRUE, with @error set, when @bytes are not to be read as text
 */
gboolean jkb_binary_refuse (const char *bytes, gsize n_bytes, GError **error);
