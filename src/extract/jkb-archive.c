/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "extract/jkb-extract-error.h"
#include "extract/jkb-extractor.h"

/* Prose packs to a fifth, tables to a twentieth; what unfolds to much more was made to. */
#define RATIO_MAX 200
#define RATIO_FROM_BYTES ((gsize) 1024 * 1024)
#define CHUNK_BYTES ((gsize) 64 * 1024)
#define TAR_MAGIC_OFFSET 257

typedef struct
{
  struct archive *archive;
  gsize n_packed;
  gsize n_unpacked;
  JkbArchiveBudget *budget;
  GPtrArray *members;
} Reading;

static void
free_member (gpointer data)
{
  JkbArchiveMember *member = data;

  g_free (member->path);
  g_clear_pointer (&member->bytes, g_bytes_unref);
  g_clear_error (&member->error);
  g_free (member);
}

gboolean
jkb_archive_is_archive (const char *bytes, gsize n_bytes)
{
  static const struct
  {
    const char *magic;
    gsize n_bytes;
    gsize offset;
  } magics[] = { { "PK\x03\x04", 4, 0 },      { "PK\x05\x06", 4, 0 }, { "\x1f\x8b", 2, 0 }, { "BZh", 3, 0 },
                 { "\xfd" "7zXZ\0", 6, 0 }, { "(\xb5/\xfd", 4, 0 }, { "ustar", 5, TAR_MAGIC_OFFSET } };

  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (n_bytes >= magics[i].offset + magics[i].n_bytes
        && memcmp (bytes + magics[i].offset, magics[i].magic, magics[i].n_bytes) == 0)
      return TRUE;
  return FALSE;
}

/* ---------------------------------------------------------------- names */

static char *
dup_path (struct archive_entry *entry)
{
  const char *raw = archive_entry_pathname (entry);
  const char *utf_8 = archive_entry_pathname_utf8 (entry);
  char *path;

  if (raw == NULL || g_utf8_validate (raw, -1, NULL))
    return g_strdup (utf_8 != NULL ? utf_8 : raw != NULL ? raw : "?");
  path = g_convert (raw, -1, "UTF-8", "CP932", NULL, NULL, NULL);
  return path != NULL ? path : g_utf8_make_valid (raw, -1);
}

static gboolean
leads_out (const char *path)
{
  g_auto(GStrv) parts = g_strsplit_set (path, "/\\", -1);

  return *path == '/' || *path == '\\' || (g_ascii_isalpha (path[0]) && path[1] == ':')
         || g_strv_contains ((const char *const *) parts, "..");
}

static gboolean
is_hidden (const char *path)
{
  return *path == '.' || strstr (path, "/.") != NULL || g_str_has_prefix (path, "__MACOSX/");
}

static const char *
find_office (const char *path)
{
  static const struct
  {
    const char *path;
    const char *name;
  } marks[] = { { "[Content_Types].xml", "an Office document (docx, xlsx, pptx)" },
                { "mimetype", "an OpenDocument or EPUB document" } };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (path, marks[i].path))
      return marks[i].name;
  return NULL;
}

/* ---------------------------------------------------------------- members */

static gboolean
spend (Reading *self, gsize n_bytes, GError **error)
{
  self->n_unpacked += n_bytes;
  if (n_bytes > self->budget->n_bytes)
    g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_DAMAGED, "this archive unfolds to too many bytes");
  else if (self->n_unpacked > RATIO_FROM_BYTES && self->n_unpacked / RATIO_MAX > self->n_packed)
    g_set_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_DAMAGED,
                 "this archive unfolds to more than %d times its size", RATIO_MAX);
  else
    {
      self->budget->n_bytes -= n_bytes;
      return TRUE;
    }
  return FALSE;
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_DAMAGED, "this archive is damaged");
}

static gboolean
read_contents (Reading *self, JkbArchiveMember *member, GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  la_ssize_t n;

  while ((n = archive_read_data (self->archive, chunk, CHUNK_BYTES)) > 0)
    {
      if (!spend (self, (gsize) n, error))
        return FALSE;
      if (bytes->len <= JKB_EXTRACTOR_MAX_BYTES)
        g_byte_array_append (bytes, (const guint8 *) chunk, (guint) n);
    }
  if (n < 0)
    set_damaged (&member->error);
  else
    member->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return TRUE;
}

static gboolean
read_member (Reading *self, struct archive_entry *entry, GError **error)
{
  g_autofree char *path = dup_path (entry);
  const char *office = find_office (path);
  JkbArchiveMember *member;

  if (office != NULL)
    {
      g_set_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_UNSUPPORTED,
                   "this is %s; save it as PDF or text to read it", office);
      return FALSE;
    }
  if (archive_entry_filetype (entry) != AE_IFREG || (is_hidden (path) && !leads_out (path)))
    return TRUE;
  if (self->budget->n_members == 0)
    {
      g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_DAMAGED, "this archive has too many files");
      return FALSE;
    }
  self->budget->n_members--;
  member = g_new0 (JkbArchiveMember, 1);
  g_ptr_array_add (self->members, member);
  member->path = g_steal_pointer (&path);
  if (leads_out (member->path))
    g_set_error_literal (&member->error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_DAMAGED, "the path leads out of the archive");
  else if (archive_entry_is_encrypted (entry))
    g_set_error_literal (&member->error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_DAMAGED, "it is encrypted");
  else
    return read_contents (self, member, error);
  return TRUE;
}

static gboolean
read_members (Reading *self, GBytes *bytes, GError **error)
{
  struct archive_entry *entry;
  int result;

  if (archive_read_open_memory (self->archive, g_bytes_get_data (bytes, NULL), self->n_packed) != ARCHIVE_OK)
    {
      set_damaged (error);
      return FALSE;
    }
  while ((result = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    if (!read_member (self, entry, error))
      return FALSE;
  if (result != ARCHIVE_EOF)
    set_damaged (error);
  else if (self->members->len == 0)
    g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_EMPTY, "there are no files in this archive");
  else
    return TRUE;
  return FALSE;
}

GPtrArray *
jkb_archive_read (GBytes *bytes, JkbArchiveBudget *budget, GError **error)
{
  g_autoptr(GPtrArray) members = g_ptr_array_new_with_free_func (free_member);
  Reading self = { archive_read_new (), g_bytes_get_size (bytes), 0, budget, members };
  gboolean good;

  archive_read_support_filter_gzip (self.archive);
  archive_read_support_filter_bzip2 (self.archive);
  archive_read_support_filter_xz (self.archive);
  archive_read_support_filter_zstd (self.archive);
  archive_read_support_format_tar (self.archive);
  archive_read_support_format_zip (self.archive);
  good = read_members (&self, bytes, error);
  archive_read_free (self.archive);
  return good ? g_steal_pointer (&members) : NULL;
}
