/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Inside the room `query`: finding a few bytes in very many. In Japanese UTF-8 most bytes are common
 * (every character of a block begins alike), which slows down searches that begin with the first
 * byte. So we look for the byte of the needle that is rarest in the texts at hand, with memchr(), the
 * fastest loop that the C library has, and compare around it. Processors that compare 32 bytes at a time are asked for
 * the two rarest ones at once: one that is rare for a text still stands in each of its sentences, and each stop costs
 * as much as a hundred bytes.
 */

/** JkbByteCounts: how often each byte occurs in a sample of the texts. */
typedef struct
{
  guint counts[256];
} JkbByteCounts;

/**
 * jkb_byte_counts_add:
 * @self: counts
 * @text: a text
 * @n_bytes: its length
 *
 * Counts the bytes of @text.
 */
void jkb_byte_counts_add (JkbByteCounts *self, const char *text, gsize n_bytes);

/** JkbNeedle: what is looked for. */
typedef struct
{
  const char *text;
  gsize n_bytes;
  gsize rare;                           /* place of the rarest byte */
  gsize next_rare;                      /* of the rarest but that one; the same in a needle of one byte */
  gboolean is_wide;                     /* the processor compares 32 bytes at a time */
} JkbNeedle;

/**
 * jkb_needle_make:
 * @text: one byte or more; must live as long as the needle
 * @counts: (nullable): bytes of the texts that will be searched
 *
 * Any thread. Returns: a needle
 */
JkbNeedle jkb_needle_make (const char *text, const JkbByteCounts *counts);

/**
 * jkb_needle_is_in:
 * @needle: a needle
 * @text: (nullable): where to look
 * @n_bytes: its length
 *
 * Takes time in proportion to @n_bytes, whatever the texts are. Any thread.
 *
 * Returns: %TRUE if the needle is somewhere in @text
 */
gboolean jkb_needle_is_in (const JkbNeedle *needle, const char *text, gsize n_bytes);
