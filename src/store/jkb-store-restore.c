/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-restore.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "store/jkb-store-error.h"

/* The file itself and what SQLite writes beside it: a log of another file would be played into the copy. */
static const char *const parts[] = { "", "-wal", "-shm", "-journal" };

char *
jkb_store_find_copy (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".backup-", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *latest = NULL;
  gint64 latest_s = G_MININT64;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *found = g_build_filename (folder, name, NULL);
      GStatBuf about;

      if (!g_str_has_prefix (name, prefix) || g_str_has_suffix (name, ".partial") || g_stat (found, &about) != 0
          || about.st_mtime <= latest_s)
        continue;
      latest_s = about.st_mtime;
      g_free (latest);
      latest = g_steal_pointer (&found);
    }
  return g_steal_pointer (&latest);
}

static gboolean
move_parts (const char *from, const char *to, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *source = g_strconcat (from, parts[i], NULL);
      g_autofree char *target = g_strconcat (to, parts[i], NULL);

      if (g_rename (source, target) != 0 && errno != ENOENT)
        {
          g_set_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_IO, "%s: %s", source, g_strerror (errno));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr(GFile) source = g_file_new_for_path (from);
  g_autoptr(GFile) target = g_file_new_for_path (to);
  g_autoptr(GError) failure = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &failure))
    return TRUE;
  g_set_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_IO, "%s: %s", to, failure->message);
  return FALSE;
}

gboolean
jkb_store_restore_copy (const char *path, const char *copy, char **set_aside, GError **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *aside = g_strconcat (path, ".set-aside-", stamp, NULL);

  g_return_val_if_fail (path != NULL && copy != NULL && set_aside != NULL, FALSE);

  *set_aside = NULL;
  if (!move_parts (path, aside, error) || !copy_file (copy, path, error))
    {
      move_parts (aside, path, NULL);
      return FALSE;
    }
  *set_aside = g_steal_pointer (&aside);
  return TRUE;
}
