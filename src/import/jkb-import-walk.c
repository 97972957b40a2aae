/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-file.h"
#include "import/jkb-import-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

/* A folder that is being walked. */
typedef struct
{
  char *path;
  GPtrArray *names;                     /* sorted */
  guint next;
} Folder;

struct _JkbImportWalk
{
  const JkbImportInputs *inputs;
  guint next_input;
  GPtrArray *folders;                   /* the innermost last */
  GHashTable *entered;                  /* device and inode, so that links cannot lead in circles */
};

static void
free_folder (Folder *folder)
{
  g_free (folder->path);
  g_ptr_array_unref (folder->names);
  g_free (folder);
}

JkbImportWalk *
jkb_import_walk_new (const JkbImportInputs *inputs)
{
  JkbImportWalk *self = g_new0 (JkbImportWalk, 1);

  self->inputs = inputs;
  self->folders = g_ptr_array_new_with_free_func ((GDestroyNotify) free_folder);
  self->entered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
jkb_import_walk_free (JkbImportWalk *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->folders);
  g_hash_table_unref (self->entered);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static JkbImportLeaf *
make_failure (const char *path, int code)
{
  JkbImportLeaf *leaf = g_new0 (JkbImportLeaf, 1);

  leaf->name = g_utf8_make_valid (path, -1);
  leaf->error = g_error_new_literal (G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));
  return leaf;
}

/* Returns the failure, if there is one. */
static JkbImportLeaf *
enter_folder (JkbImportWalk *self, const char *path, const struct stat *info)
{
  Folder *folder;
  GDir *dir;
  const char *name;
  int code;

  if (!g_hash_table_add (self->entered, g_strdup_printf ("%ju:%ju", (uintmax_t) info->st_dev,
                                                         (uintmax_t) info->st_ino)))
    return NULL;
  errno = 0;
  dir = g_dir_open (path, 0, NULL);
  code = errno;
  if (dir == NULL)
    return make_failure (path, code);
  folder = g_new0 (Folder, 1);
  folder->path = g_strdup (path);
  folder->names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.')
      g_ptr_array_add (folder->names, g_strdup (name));
  g_dir_close (dir);
  g_ptr_array_sort (folder->names, compare_names);
  g_ptr_array_add (self->folders, folder);
  return NULL;
}

static JkbImportLeaf *
make_file (const char *path)
{
  JkbImportLeaf *leaf = g_new0 (JkbImportLeaf, 1);

  leaf->name = g_utf8_make_valid (path, -1);
  leaf->path = g_strdup (path);
  return leaf;
}

/* Enters a folder, or returns what @path is; %NULL also for what nobody put there to be read. */
static JkbImportLeaf *
visit (JkbImportWalk *self, const char *path, gboolean was_named)
{
  struct stat info;

  if (strcmp (path, "-") == 0 && was_named)
    return make_file (path);
  if (g_stat (path, &info) != 0)
    return make_failure (path, errno);
  if (S_ISDIR (info.st_mode))
    return enter_folder (self, path, &info);
  return S_ISREG (info.st_mode) || was_named ? make_file (path) : NULL;
}

static JkbImportLeaf *
visit_input (JkbImportWalk *self, const JkbImportLeaf *input)
{
  JkbImportLeaf *leaf;

  if (input->path != NULL)
    return visit (self, input->path, TRUE);
  leaf = g_new0 (JkbImportLeaf, 1);
  leaf->name = g_strdup (input->name);
  g_set_object (&leaf->file, input->file);
  leaf->bytes = input->bytes != NULL ? g_bytes_ref (input->bytes) : NULL;
  return leaf;
}

static JkbImportLeaf *
visit_in_folder (JkbImportWalk *self)
{
  Folder *folder = g_ptr_array_index (self->folders, self->folders->len - 1);
  g_autofree char *path = NULL;

  if (folder->next == folder->names->len)
    {
      g_ptr_array_set_size (self->folders, self->folders->len - 1);
      return NULL;
    }
  path = g_build_filename (folder->path, g_ptr_array_index (folder->names, folder->next++), NULL);
  return visit (self, path, FALSE);
}

JkbImportLeaf *
jkb_import_walk_next (JkbImportWalk *self)
{
  JkbImportLeaf *leaf = NULL;
  const JkbImportLeaf *input = NULL;

  do
    {
      if (self->folders->len > 0)
        leaf = visit_in_folder (self);
      else if ((input = jkb_import_inputs_get (self->inputs, self->next_input++)) != NULL)
        leaf = visit_input (self, input);
    }
  while (leaf == NULL && (self->folders->len > 0 || input != NULL));
  return leaf;
}

/* ---- reading ---- */

static gboolean
check_size (guint64 n_bytes, GError **error)
{
  if (n_bytes <= JKB_EXTRACTOR_MAX_BYTES)
    return TRUE;
  g_set_error (error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_TOO_LARGE,
               "larger than %" G_GSIZE_FORMAT " MiB", JKB_EXTRACTOR_MAX_BYTES / (1024 * 1024));
  return FALSE;
}

static GBytes *
read_stream (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (64 * 1024);
  gssize n_read = -1;

  while (stream != NULL && bytes->len <= JKB_EXTRACTOR_MAX_BYTES
         && (n_read = g_input_stream_read (G_INPUT_STREAM (stream), chunk, 64 * 1024, cancellable, error)) > 0)
    g_byte_array_append (bytes, chunk, n_read);
  return n_read < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
jkb_import_leaf_read (const JkbImportLeaf *leaf, GCancellable *cancellable, GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  struct stat info;

  if (leaf->bytes != NULL)
    bytes = g_bytes_ref (leaf->bytes);
  else if (leaf->file != NULL)
    bytes = read_stream (leaf->file, cancellable, error);
  else if (g_stat (leaf->path, &info) != 0 || check_size (info.st_size, error))
    bytes = jkb_file_read (leaf->path, JKB_EXTRACTOR_MAX_BYTES, error);
  return bytes != NULL && check_size (g_bytes_get_size (bytes), error) ? g_steal_pointer (&bytes) : NULL;
}
