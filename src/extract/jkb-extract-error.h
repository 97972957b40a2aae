/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbExtractError:
 * @JKB_EXTRACT_ERROR_EMPTY: nothing in it but blanks
 * @JKB_EXTRACT_ERROR_BINARY: no text: a picture, a program, zeros
 * @JKB_EXTRACT_ERROR_TOO_LARGE: more bytes than %JKB_EXTRACTOR_MAX_BYTES
 * @JKB_EXTRACT_ERROR_CHARSET: text in no encoding that we can read
 * @JKB_EXTRACT_ERROR_UNSUPPORTED: a document of a kind that we know but do not read
 * @JKB_EXTRACT_ERROR_DAMAGED: a document of a kind that we read, but broken, locked or unsafe
 *
 * Errors of the room `extract`, each of which a caller acts on differently. The messages say the
 * reason and leave the name of the file to the caller.
 */
typedef enum
{
  JKB_EXTRACT_ERROR_EMPTY,
  JKB_EXTRACT_ERROR_BINARY,
  JKB_EXTRACT_ERROR_TOO_LARGE,
  JKB_EXTRACT_ERROR_CHARSET,
  JKB_EXTRACT_ERROR_UNSUPPORTED,
  JKB_EXTRACT_ERROR_DAMAGED,
} JkbExtractError;

#define JKB_EXTRACT_ERROR (jkb_extract_error_quark ())

/**
 * jkb_extract_error_quark:
 *
 * Returns: the domain of #JkbExtractError. Any thread.
 */
GQuark jkb_extract_error_quark (void);
