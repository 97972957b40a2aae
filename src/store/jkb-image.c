/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-image.h"

#include <string.h>

/*
 * An image is its values one after another: a byte with SQLite's type, then nothing for NULL, a zigzag
 * varint for an integer, eight bytes for a double, a varint with the length and the bytes for a text or
 * a blob.
 */

static void
append_varint (GString *image, guint64 value)
{
  for (; value >= 0x80; value >>= 7)
    g_string_append_c (image, (char) ((value & 0x7f) | 0x80));
  g_string_append_c (image, (char) value);
}

static void
append_value (GString *image, sqlite3_value *value)
{
  int type = sqlite3_value_type (value);
  gint64 integer = sqlite3_value_int64 (value);
  double real = sqlite3_value_double (value);

  g_string_append_c (image, (char) type);
  if (type == SQLITE_INTEGER)
    append_varint (image, (guint64) integer << 1 ^ (guint64) (integer >> 63));
  else if (type == SQLITE_FLOAT)
    g_string_append_len (image, (const char *) &real, sizeof real);
  else if (type != SQLITE_NULL)
    {
      const char *bytes = sqlite3_value_blob (value);

      append_varint (image, sqlite3_value_bytes (value));
      g_string_append_len (image, bytes, sqlite3_value_bytes (value));
    }
}

static gboolean
read_varint (const guint8 **at, const guint8 *end, guint64 *value)
{
  *value = 0;
  for (int shift = 0; *at < end && shift < 64; shift += 7)
    {
      guint8 byte = *(*at)++;

      *value |= (guint64) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return TRUE;
    }
  return FALSE;
}

static gboolean
bind_bytes (sqlite3_stmt *statement, int index, int type, const guint8 **at, const guint8 *end)
{
  guint64 n_bytes;

  if (!read_varint (at, end, &n_bytes) || n_bytes > (guint64) (end - *at))
    return FALSE;
  if (type == SQLITE_TEXT)
    sqlite3_bind_text (statement, index, (const char *) *at, n_bytes, SQLITE_TRANSIENT);
  else
    sqlite3_bind_blob64 (statement, index, n_bytes > 0 ? (const void *) *at : "", n_bytes, SQLITE_TRANSIENT);
  *at += n_bytes;
  return TRUE;
}

static gboolean
bind_value (sqlite3_stmt *statement, int index, const guint8 **at, const guint8 *end)
{
  int type = *(*at)++;
  guint64 zigzag;
  double real;

  switch (type)
    {
    case SQLITE_NULL:
      return sqlite3_bind_null (statement, index) == SQLITE_OK;
    case SQLITE_INTEGER:
      return read_varint (at, end, &zigzag)
             && sqlite3_bind_int64 (statement, index, (gint64) (zigzag >> 1) ^ -(gint64) (zigzag & 1)) == SQLITE_OK;
    case SQLITE_FLOAT:
      if (end - *at < (gssize) sizeof real)
        return FALSE;
      memcpy (&real, *at, sizeof real);
      *at += sizeof real;
      return sqlite3_bind_double (statement, index, real) == SQLITE_OK;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      return bind_bytes (statement, index, type, at, end);
    default:
      return FALSE;
    }
}

void
jkb_image_function (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  GString *image = g_string_new (NULL);
  gsize n_bytes;

  for (int i = 0; i < n_values; i++)
    append_value (image, values[i]);
  n_bytes = image->len;
  sqlite3_result_blob64 (context, g_string_free (image, FALSE), n_bytes, g_free);
}

gboolean
jkb_image_bind (GBytes *image, sqlite3_stmt *statement, int n_parameters)
{
  gsize n_bytes;
  const guint8 *at = g_bytes_get_data (image, &n_bytes), *end = at + n_bytes;

  for (int i = 1; at < end; i++)
    if (i > n_parameters || !bind_value (statement, i, &at, end))
      return FALSE;
  return TRUE;
}
