/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbSpan:
 * @begin: offset of the first byte
 * @end: offset after the last byte
 *
 * A stretch of UTF-8 text in bytes; both ends lie between characters. Which text it belongs to is
 * said where a span is declared. `begin == end` means "no words of its own".
 */
typedef struct
{
  gsize begin;
  gsize end;
} JkbSpan;

/**
 * JKB_SPAN_NONE:
 *
 * A span that points at nothing.
 */
#define JKB_SPAN_NONE ((JkbSpan){ 0, 0 })
