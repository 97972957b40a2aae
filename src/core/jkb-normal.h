/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/jkb-span.h"

/**
 * JkbNormalFlags:
 * @JKB_NORMAL_NFKC: Unicode compatibility composition, byte-identical to
 *   `g_utf8_normalize (…, G_NORMALIZE_ALL_COMPOSE)`
 * @JKB_NORMAL_LOWER: then each character in lower case by itself
 * @JKB_NORMAL_READING: additionally what the reading rules want: circled and raised digits (①, ¹)
 *   stay what they are, so that a marker never becomes part of a number; all dashes, tildes and
 *   blanks become `-`, `~` and a space; line ends become `\n`; invisible characters vanish; commas
 *   and full stops of Latin writing become `、` and `。` behind Japanese characters
 *
 * How to normalise. The flags add up.
 */
typedef enum
{
  JKB_NORMAL_NFKC = 0,
  JKB_NORMAL_LOWER = 1 << 0,
  JKB_NORMAL_READING = 1 << 1,
} JkbNormalFlags;

/**
 * JkbNormal:
 * @text: normalised UTF-8, NUL-terminated
 * @n_bytes: its length
 *
 * Normalised text that knows where each of its characters came from. Never changes.
 */
typedef struct
{
  char *text;
  gsize n_bytes;
  /*< private >*/
  GArray *breaks;
} JkbNormal;

/**
 * jkb_normal_new:
 * @source: valid UTF-8
 * @n_bytes: its length
 * @flags: how to normalise
 *
 * Normalises @source. Time and memory are linear in @n_bytes. Any thread.
 *
 * Returns: (transfer full): the normalised text
 */
JkbNormal *jkb_normal_new (const char *source, gsize n_bytes, JkbNormalFlags flags);

/**
 * jkb_normal_free:
 * @normal: (nullable) (transfer full): normalised text
 */
void jkb_normal_free (JkbNormal *normal);

/**
 * jkb_normal_to_source:
 * @normal: normalised text
 * @span: a span of `normal->text`
 *
 * Maps a span back to the text that was normalised. A character that came from several (か゛) or
 * became several (㈱) is taken whole. Any thread.
 *
 * Returns: the span of the source text, in bytes
 */
JkbSpan jkb_normal_to_source (const JkbNormal *normal, JkbSpan span);

/**
 * jkb_normal_from_source:
 * @normal: normalised text
 * @offset: offset in bytes of the source text
 *
 * The other way round, for one place. Any thread.
 *
 * Returns: the offset in `normal->text` of what @offset became
 */
gsize jkb_normal_from_source (const JkbNormal *normal, gsize offset);

/**
 * jkb_normal_string:
 * @source: valid UTF-8, NUL-terminated
 * @flags: how to normalise
 *
 * Any thread. Returns: (transfer full): only the normalised text
 */
char *jkb_normal_string (const char *source, JkbNormalFlags flags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbNormal, jkb_normal_free)
