/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/jkb-span.h"
#include "core/jkb-words.h"

/** Length of a buffer that holds any printed count with its NUL. */
#define JKB_COUNT_TEXT_MAX 24

/**
 * JkbCount:
 * @value: what the words say as a whole number, 0 or more
 * @unit: (nullable): the counter as printed and normalised (名, 件, people); static or owned by the
 *   holder, as said where it is used
 * @qualifier: how exact the figure claims to be
 * @role: what is counted, and whether it is a total
 * @span: number, counter and qualifier in the text
 *
 * A figure with its claim. "None" is a value of 0 said in words; a figure that is not there has no
 * #JkbCount at all.
 */
typedef struct
{
  gint64 value;
  const char *unit;
  JkbCountQualifier qualifier;
  JkbCountRole role;
  JkbSpan span;
} JkbCount;

/**
 * jkb_count_print:
 * @value: a figure, 0 or more
 * @buffer: (out caller-allocates): at least %JKB_COUNT_TEXT_MAX bytes
 *
 * Prints @value in decimal digits without separators. Any thread.
 *
 * Returns: @buffer
 */
const char *jkb_count_print (gint64 value, char *buffer);

/**
 * jkb_count_parse:
 * @text: decimal digits and nothing else
 * @value: (out caller-allocates): the figure; unchanged on failure
 *
 * The inverse of jkb_count_print(). Any thread.
 *
 * Returns: %FALSE when @text is not a whole number of 0 or more that fits
 */
gboolean jkb_count_parse (const char *text, gint64 *value);
