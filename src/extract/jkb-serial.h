/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * jkb_serial_match:
 * @line: a line, normalised
 * @n_bytes: its length
 * @serial: (out): where the serial number is within @line, in bytes
 * @n_serial: (out): its length
 * @title: (out): where the title begins within @line
 *
 * Tells whether a line is a heading that begins with a serial number, as pages that collect notices
 * write them: a bracket with a year, a hyphen and a number in it (`【… #2024-033】…`), or such a number
 * behind a `#` or `no.`. A date is no serial number. Any thread.
 *
 * Returns: %TRUE if it is one
 */
gboolean jkb_serial_match (const char *line, gsize n_bytes, gsize *serial, gsize *n_serial,
                           gsize *title);
