/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/jkb-source.h"
#include "extract/jkb-extract-error.h"

/**
 * JKB_EXTRACTOR_MAX_BYTES:
 *
 * Larger files are refused. Whoever opens a file looks at its size first, or stops reading one byte
 * after this many, so that a huge file never fills the memory.
 */
#define JKB_EXTRACTOR_MAX_BYTES ((gsize) 64 * 1024 * 1024)

/**
 * JkbExtractor:
 *
 * Bytes in, items with facts out. Holds the lexicon and rules; never changes once made, so that
 * several threads may read with one at the same time.
 */
typedef struct _JkbExtractor JkbExtractor;

/**
 * jkb_extractor_new:
 * @rules_dir: (nullable): folder of the lexicon and rules, %NULL for those that are shipped
 * @error: a #GFileError, or %JKB_CORE_ERROR_DATA_FILE with file and line in the message
 *
 * Any thread. Returns: (transfer full) (nullable): the extractor
 */
JkbExtractor *jkb_extractor_new (const char *rules_dir, GError **error);

/**
 * jkb_extractor_free:
 * @self: (nullable) (transfer full): an extractor that nobody reads with any more
 */
void jkb_extractor_free (JkbExtractor *self);

/**
 * jkb_extractor_read:
 * @self: an extractor
 * @name: what to call the source: a path, a URI, `-`; it decides nothing
 * @bytes: contents of the file
 * @cancellable: (nullable): looked at before every item
 * @error: a #JkbExtractError, or %G_IO_ERROR_CANCELLED
 *
 * Reads whatever @bytes hold. Text that is no notice comes out as an item that is set aside with
 * its reason and has no facts. Time and memory are linear in the number of bytes. Any thread.
 *
 * Returns: (transfer full) (nullable): the source with at least one item
 */
JkbSource *jkb_extractor_read (const JkbExtractor *self, const char *name, GBytes *bytes,
                               GCancellable *cancellable, GError **error);

/**
 * JkbReading:
 * @name: what to call it; a member of an archive is called `notices.zip/2024/first.html`
 * @source: (nullable): what was read
 * @error: (nullable): why there is no @source
 */
typedef struct
{
  char *name;
  JkbSource *source;
  GError *error;
} JkbReading;

/**
 * JkbKnownFunc:
 * @source: bytes and their name; gets all else if they were read before
 * @user_data: what was given with it
 *
 * Returns: %FALSE to have @source read; it is then as it was
 */
typedef gboolean (*JkbKnownFunc) (JkbSource *source, gpointer user_data);

/**
 * jkb_extractor_read_all:
 * @self: an extractor
 * @name: what to call the input
 * @bytes: contents of a file, maybe an archive
 * @known: (nullable): asked for each source before it is read, in the thread of the call
 * @user_data: for @known
 * @cancellable: (nullable): looked at before every item
 *
 * As jkb_extractor_read(), but an archive (zip, tar, packed tar) gives a source for each member, and
 * for those of archives within it. What unfolds to too much is refused whole. Any thread.
 *
 * Returns: (transfer full) (element-type JkbReading): at least one reading
 */
GPtrArray *jkb_extractor_read_all (const JkbExtractor *self, const char *name, GBytes *bytes,
                                   JkbKnownFunc known, gpointer user_data, GCancellable *cancellable);

/**
 * jkb_reading_free:
 * @reading: (transfer full): a reading
 *
 * Any thread.
 */
void jkb_reading_free (JkbReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JkbExtractor, jkb_extractor_free)
