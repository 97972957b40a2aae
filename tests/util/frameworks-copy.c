/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frameworks-copy.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "core/jkb-paths.h"

char *
frameworks_copy_new (void)
{
  static const char *const names[] = { "frameworks.tsv", "roles.tsv", "crosswalk.tsv",
                                       "incident-role-map.tsv" };
  char *directory = g_dir_make_tmp ("jkb-frameworks-XXXXXX", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *shipped = g_build_filename ("frameworks", names[i], NULL);
      g_autofree char *target = jkb_paths_data_file (shipped);
      g_autofree char *path = g_build_filename (directory, names[i], NULL);
      g_autoptr(GFile) link = g_file_new_for_path (path);

      g_assert_true (g_file_make_symbolic_link (link, target, NULL, NULL));
    }
  return directory;
}

void
frameworks_copy_add (const char *directory, const char *name, const char *text, const char *find,
                     const char *put)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autoptr(GString) changed = g_string_new (text);

  if (find != NULL)
    g_assert_cmpuint (g_string_replace (changed, find, put, 1), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
}

void
frameworks_copy_remove (const char *directory)
{
  g_autoptr(GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (directory);
}
