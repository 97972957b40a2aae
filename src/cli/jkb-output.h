/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * What the program prints. Always UTF-8, never through printf with text from outside as format, and
 * never with characters that a terminal would obey.
 */

/**
 * jkb_output_clean:
 * @text: valid UTF-8
 * @one_line: line feeds and tabs become blanks, too
 *
 * Replaces control characters by their pictures (␛), and those that turn the direction of text by
 * U+FFFD.
 *
 * Returns: (transfer full): harmless text
 */
char *jkb_output_clean (const char *text, gboolean one_line);

/**
 * jkb_output_width:
 * @text: valid UTF-8
 *
 * Returns: how many cells of a terminal @text takes; wide characters take two
 */
guint jkb_output_width (const char *text);

/**
 * jkb_output_fit:
 * @text: valid UTF-8
 * @width: cells
 *
 * Returns: (transfer full): @text, cut to at most @width cells with an ellipsis where it is longer
 */
char *jkb_output_fit (const char *text, guint width);

/**
 * jkb_output_text:
 * @format: of our own, as printf
 *
 * Prints to standard output; arguments that come from outside have to be clean.
 */
void jkb_output_text (const char *format, ...) G_GNUC_PRINTF (1, 2);

/**
 * jkb_output_raw:
 * @text: text of a format of its own (JSON, CSV), which decides about control characters itself
 *
 * Prints @text to standard output as it is.
 */
void jkb_output_raw (const char *text);

/**
 * jkb_output_failure:
 * @subject: (nullable): what the failure is about, a file as a rule
 * @reason: why
 *
 * Prints `SUBJECT: reason` as one line on standard error.
 */
void jkb_output_failure (const char *subject, const char *reason);

/**
 * jkb_output_finish:
 *
 * Flushes standard output. A full disk or the like is said on standard error.
 *
 * Returns: %FALSE when not everything could be written
 */
gboolean jkb_output_finish (void);
