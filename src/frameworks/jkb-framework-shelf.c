/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks/jkb-framework-shelf.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "core/jkb-paths.h"

#define IMPORTED "imported"

char *
jkb_own_folder (void)
{
  return jkb_paths_own_file ("frameworks");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) b, *(const char *const *) a);
}

GPtrArray *
jkb_own_list_imported (const char *own)
{
  g_autofree char *folder = g_build_filename (own, IMPORTED, NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".tsv") && *name != '.')
      g_ptr_array_add (names, g_build_filename (IMPORTED, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return names;
}

char *
jkb_own_name_imported (const JkbFrameworkFile *file)
{
  g_autofree char *framework = g_uri_escape_string (file->framework, NULL, TRUE);
  g_autofree char *edition = g_uri_escape_string (file->edition, NULL, TRUE);

  return g_strdup_printf (IMPORTED "/%s@%s.tsv", framework, edition);
}

static GBytes *
read_before (const char *path)
{
  char *text = NULL;
  gsize n_bytes;

  return g_file_get_contents (path, &text, &n_bytes, NULL) ? g_bytes_new_take (text, n_bytes)
                                                           : NULL;
}

static gboolean
fail_file (const char *path, GError **error)
{
  int code = errno;
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", shown,
               g_strerror (code));
  return FALSE;
}

gboolean
jkb_own_swap (const char *own, const char *name, GBytes *contents, GBytes **before,
              GError **error)
{
  g_autofree char *path = g_build_filename (own, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GBytes) old = read_before (path);

  if (contents == NULL)
    {
      if (g_unlink (path) != 0 && errno != ENOENT)
        return fail_file (path, error);
    }
  else if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_file (folder, error);
  else if (!g_file_set_contents (path, g_bytes_get_data (contents, NULL),
                                 (gssize) g_bytes_get_size (contents), error))
    return FALSE;
  if (before != NULL)
    *before = g_steal_pointer (&old);
  return TRUE;
}
