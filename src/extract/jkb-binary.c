/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/jkb-binary.h"

#include <string.h>

#include "extract/jkb-charset-guess.h"
#include "extract/jkb-extract-error.h"

#define LOOK_BYTES (256 * 1024)

/* With more control characters than one in so many bytes it is no text. */
#define BYTES_PER_CONTROL 200

static const struct
{
  const char *magic;
  gsize n_bytes;
  const char *name;
} kinds[] = {
  { "\x89PNG\r\n\x1a\n", 8, "a PNG picture" },
  { "\xff\xd8\xff", 3, "a JPEG picture" },
  { "GIF87a", 6, "a GIF picture" },
  { "GIF89a", 6, "a GIF picture" },
  { "II*\0", 4, "a TIFF picture" },
  { "MM\0*", 4, "a TIFF picture" },
  { "%PDF-", 5, "a PDF document" },
  { "{\\rtf", 5, "an RTF document" },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "an old Office document" },
  { "PK\x03\x04", 4, "a ZIP archive or Office document" },
  { "PK\x05\x06", 4, "a ZIP archive" },
  { "\x1f\x8b", 2, "a gzip archive" },
  { "BZh", 3, "a bzip2 archive" },
  { "\xfd" "7zXZ\0", 6, "an xz archive" },
  { "7z\xbc\xaf\x27\x1c", 6, "a 7-Zip archive" },
  { "(\xb5/\xfd", 4, "a zstd archive" },
  { "\x7f" "ELF", 4, "a program" },
  { "SQLite format 3", 16, "an SQLite database" },
};

static const char *
find_kind (const char *bytes, gsize n_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (n_bytes >= kinds[i].n_bytes && memcmp (bytes, kinds[i].magic, kinds[i].n_bytes) == 0)
      return kinds[i].name;
  return NULL;
}

static gboolean
has_mark_of_utf_16 (const char *bytes, gsize n_bytes)
{
  return n_bytes >= 2
         && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0);
}

/* Escape, SO and SI belong to ISO-2022-JP. */
static gsize
count_control (const char *bytes, gsize n_bytes)
{
  const guint32 refused = ~(0xfe00u | 1u << 0x1b);      /* all but \t to SI and escape */
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize n = 0, i = 0;
  guint64 eight;

  while (i < n_bytes)
    {
      if (i + sizeof eight <= n_bytes)
        {
          memcpy (&eight, bytes + i, sizeof eight);
          if (((eight - 0x20 * ones) & ~eight & 0x80 * ones) == 0)      /* none of the eight is below 0x20 */
            {
              i += sizeof eight;
              continue;
            }
        }
      for (gsize end = MIN (i + sizeof eight, n_bytes); i < end; i++)
        n += (guint8) bytes[i] < 0x20 ? (refused >> bytes[i]) & 1 : 0;
    }
  return n;
}

gboolean
jkb_binary_refuse (const char *bytes, gsize n_bytes, GError **error)
{
  const char *kind = find_kind (bytes, n_bytes);
  gsize n = MIN (n_bytes, LOOK_BYTES);

  if (kind != NULL)
    {
      g_set_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_UNSUPPORTED,
                   "this is %s; notices are read from " JKB_BINARY_READ_KINDS, kind);
      return TRUE;
    }
  if (has_mark_of_utf_16 (bytes, n_bytes)
      || count_control (bytes, n) * BYTES_PER_CONTROL <= n
      || jkb_charset_guess_utf_16 (bytes, n) != JKB_N_CHARSETS)
    return FALSE;
  g_set_error_literal (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_BINARY,
                       "this is no text, but binary data");
  return TRUE;
}
