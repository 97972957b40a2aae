/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** JkbCharset: the encodings that are read. */
typedef enum
{
  JKB_CHARSET_UTF_8,
  JKB_CHARSET_UTF_16LE,
  JKB_CHARSET_UTF_16BE,
  JKB_CHARSET_SHIFT_JIS,
  JKB_CHARSET_EUC_JP,
  JKB_CHARSET_ISO_2022_JP,
  JKB_CHARSET_WINDOWS_1252,
  JKB_N_CHARSETS
} JkbCharset;

/**
 * jkb_charset_guess:
 * @bytes: contents of a file
 * @n_bytes: their length
 * @declared: what the file says of itself, %JKB_N_CHARSETS for nothing
 * @n_mark: (out): bytes of the byte order mark that it begins with
 * @is_valid: (out): all of @bytes were found to be UTF-8, without NUL; nothing has to be decoded
 *
 * Any thread. Returns: the encoding that explains @bytes best
 */
JkbCharset jkb_charset_guess (const char *bytes, gsize n_bytes, JkbCharset declared, gsize *n_mark,
                              gboolean *is_valid);

/**
 * jkb_charset_guess_utf_16:
 * @bytes: contents of a file without byte order mark
 * @n_bytes: their length
 *
 * Any thread. Returns: one of the two byte orders when @bytes are UTF-16 text, else %JKB_N_CHARSETS
 */
JkbCharset jkb_charset_guess_utf_16 (const char *bytes, gsize n_bytes);
