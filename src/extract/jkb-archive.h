/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * JkbArchiveBudget:
 * @n_members: files that may still come out
 * @n_bytes: bytes that may still come out
 *
 * What an archive and all archives within it share.
 */
typedef struct
{
  guint n_members;
  gsize n_bytes;
} JkbArchiveBudget;

/** JKB_ARCHIVE_BUDGET: what a single input may unfold to. */
#define JKB_ARCHIVE_BUDGET ((JkbArchiveBudget){ 2000, (gsize) 128 * 1024 * 1024 })

/**
 * JkbArchiveMember:
 * @path: its path within the archive, valid UTF-8; only a name, never a place to write to
 * @bytes: (nullable): its contents
 * @error: (nullable): why there are no @bytes
 */
typedef struct
{
  char *path;
  GBytes *bytes;
  GError *error;
} JkbArchiveMember;

/**
 * jkb_archive_is_archive:
 * @bytes: contents of a file
 * @n_bytes: their length
 *
 * Any thread. Returns: %TRUE for zip, tar and what gzip, bzip2, xz and zstd have packed
 */
gboolean jkb_archive_is_archive (const char *bytes, gsize n_bytes);

/**
 * jkb_archive_read:
 * @bytes: an archive
 * @budget: (inout): is used up by what comes out
 * @error: %JKB_EXTRACT_ERROR_DAMAGED for a broken archive or one that unfolds to too much,
 *   %JKB_EXTRACT_ERROR_UNSUPPORTED for the document of an office program, %JKB_EXTRACT_ERROR_EMPTY
 *
 * Unpacks in memory; nothing is written. A member that is encrypted, or whose path leads out of the
 * archive, has an error of its own. Folders, links and what a system hides are passed over. Names in
 * Shift_JIS, as Windows packs them, are understood. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type JkbArchiveMember): at least one member, in order
 */
GPtrArray *jkb_archive_read (GBytes *bytes, JkbArchiveBudget *budget, GError **error);
