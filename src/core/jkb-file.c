/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK_BYTES ((gsize) 256 * 1024)

static GBytes *
fail_errno (int code, GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
                       g_strerror (code));
  return NULL;
}

/* A file that says how long it is gets no more room than it needs, and a byte to see its end. */
static gsize
get_chunk_size (int fd)
{
  struct stat info;

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    return CHUNK_BYTES;
  return CLAMP ((gsize) info.st_size + 1, 512, CHUNK_BYTES);
}

static GBytes *
read_descriptor (int fd, gsize max_bytes, GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  gsize chunk_bytes = get_chunk_size (fd);

  while (bytes->len <= max_bytes)
    {
      gsize wanted = MIN (chunk_bytes, max_bytes + 1 - bytes->len);
      guint old_length = bytes->len;
      gssize n_read;

      g_byte_array_set_size (bytes, old_length + (guint) wanted);
      n_read = read (fd, bytes->data + old_length, wanted);
      g_byte_array_set_size (bytes, old_length + (guint) MAX (n_read, 0));
      if (n_read < 0 && errno != EINTR)
        return fail_errno (errno, error);
      if (n_read == 0)
        break;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
jkb_file_read (const char *path, gsize max_bytes, GError **error)
{
  GBytes *bytes;
  int fd;

  g_return_val_if_fail (path != NULL && max_bytes < G_MAXUINT32, NULL);

  if (strcmp (path, "-") == 0)
    return read_descriptor (STDIN_FILENO, max_bytes, error);
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    return fail_errno (errno, error);
  bytes = read_descriptor (fd, max_bytes, error);
  close (fd);
  return bytes;
}
