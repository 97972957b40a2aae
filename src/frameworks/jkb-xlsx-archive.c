/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The archive of a workbook. Sizes that an archive states are not believed: what counts is what comes
 * out, and that is looked at after each block.
 */
#include "frameworks/jkb-xlsx-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define ENTRIES_MAX 1000
#define UNPACKED_MAX (64 * 1024 * 1024)
#define BLOCK 65536

static gboolean
fail (GError **error, JkbFrameworkError code, const char *message)
{
  g_set_error_literal (error, JKB_FRAMEWORK_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
is_safe_path (const char *path)
{
  g_auto(GStrv) parts = NULL;

  if (path == NULL || *path == '\0' || *path == '/' || strpbrk (path, "\\:") != NULL
      || !g_utf8_validate (path, -1, NULL))
    return FALSE;
  parts = g_strsplit (path, "/", -1);
  return !g_strv_contains ((const char *const *) parts, "..");
}

static gboolean
is_wanted (const char *path)
{
  return g_str_has_prefix (path, "xl/")
         && (g_str_has_suffix (path, ".xml") || g_str_has_suffix (path, ".xml.rels"));
}

static gboolean
unpack_entry (struct archive *archive, const char *path, GHashTable *contents, gsize *n_unpacked,
              GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  guint8 block[BLOCK];
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, sizeof block)) > 0)
    {
      *n_unpacked += (gsize) n;
      if (*n_unpacked > UNPACKED_MAX)
        return fail (error, JKB_FRAMEWORK_ERROR_TOO_LARGE, "unpacks to more than any workbook has");
      g_byte_array_append (bytes, block, (guint) n);
    }
  if (n < 0)
    return fail (error, JKB_FRAMEWORK_ERROR_MALFORMED, "a broken archive");
  g_hash_table_insert (contents, g_strdup (path),
                       g_byte_array_free_to_bytes (g_steal_pointer (&bytes)));
  return TRUE;
}

static gboolean
unpack_entries (struct archive *archive, GHashTable *contents, GError **error)
{
  struct archive_entry *entry;
  gsize n_unpacked = 0;
  guint n_entries = 0;
  int status;

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      const char *path = archive_entry_pathname (entry);

      if (++n_entries > ENTRIES_MAX)
        return fail (error, JKB_FRAMEWORK_ERROR_TOO_LARGE, "more entries than any workbook has");
      if (!is_safe_path (path))
        return fail (error, JKB_FRAMEWORK_ERROR_MALFORMED,
                     "an entry that leads out of the archive");
      if (archive_entry_is_encrypted (entry))
        return fail (error, JKB_FRAMEWORK_ERROR_UNKNOWN, "it has a password");
      if (is_wanted (path) && !unpack_entry (archive, path, contents, &n_unpacked, error))
        return FALSE;
    }
  if (status != ARCHIVE_EOF)
    return fail (error, JKB_FRAMEWORK_ERROR_MALFORMED, "a broken archive");
  return TRUE;
}

GHashTable *
jkb_xlsx_unpack (const char *data, gsize n_bytes, GError **error)
{
  g_autoptr(GHashTable) contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                          (GDestroyNotify) g_bytes_unref);
  struct archive *archive = archive_read_new ();
  gboolean is_read;

  archive_read_support_format_zip (archive);
  is_read = archive_read_open_memory (archive, data, n_bytes) == ARCHIVE_OK
                ? unpack_entries (archive, contents, error)
                : fail (error, JKB_FRAMEWORK_ERROR_MALFORMED, "no archive");
  archive_read_free (archive);
  return is_read ? g_steal_pointer (&contents) : NULL;
}
