/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * jkb_file_read:
 * @path: a file name as the system has it, or `-` for standard input
 * @max_bytes: stop after one byte more than this
 * @error: a #GFileError whose message is the bare reason, without @path
 *
 * Reads a file to its end, but never more than @max_bytes + 1 bytes, so that a caller sees that
 * there was more without the memory to hold it. A folder is %G_FILE_ERROR_ISDIR. Any thread.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *jkb_file_read (const char *path, gsize max_bytes, GError **error);
