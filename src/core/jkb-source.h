/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/jkb-item.h"

/**
 * JkbSource:
 * @name: what to call it: a path, a URI, `-` for standard input; valid UTF-8
 * @kind: (transfer none): how it was read: `text`, `html`, …; static
 * @charset: (transfer none): the encoding that was found, as an IANA name; static
 * @bytes: the bytes as they came
 * @items: (element-type JkbItem): what was found in it, in order
 * @notes: (element-type utf8): what could not be read as it should, one line each, in English
 *
 * A file, a paste or a feed as it came in, with what was read from it. Never changes once read; it
 * may be handed from thread to thread.
 */
typedef struct
{
  char *name;
  const char *kind;
  const char *charset;
  GBytes *bytes;
  GPtrArray *items;
  GPtrArray *notes;
  /*< private >*/
  char *sha256;                         /* once somebody has asked */
  gatomicrefcount ref_count;
} JkbSource;

/**
 * jkb_source_new:
 * @name: what to call it; made valid UTF-8
 * @bytes: the bytes as they came
 *
 * Any thread. Returns: (transfer full): a source without items
 */
JkbSource *jkb_source_new (const char *name, GBytes *bytes);

/**
 * jkb_source_sha256:
 * @source: a source
 *
 * The identity of a source in a casebook; hashed when it is asked for the first time. Any thread.
 *
 * Returns: (transfer none): lower-case hexadecimal hash of its bytes
 */
const char *jkb_source_sha256 (const JkbSource *source);

/**
 * jkb_source_ref:
 * @source: a source
 *
 * Any thread. Returns: (transfer full): @source
 */
JkbSource *jkb_source_ref (JkbSource *source);

/**
 * jkb_source_unref:
 * @source: (transfer full): a source
 *
 * Any thread.
 */
void jkb_source_unref (JkbSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbSource, jkb_source_unref)
