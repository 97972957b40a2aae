/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-place.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

gboolean
jkb_place_refuse (GError **error, JkbStoreError code, const char *path, const char *reason)
{
  g_set_error (error, JKB_STORE_ERROR, code, "%s: %s", path, reason);
  return FALSE;
}

/* Opening a pipe or a device would wait for ever, so what is not a plain file is never opened. */
gboolean
jkb_place_check_file (const char *path, gboolean create, GError **error)
{
  struct stat info;

  if (g_stat (path, &info) == 0)
    return S_ISREG (info.st_mode)
           || jkb_place_refuse (error, JKB_STORE_ERROR_NOT_A_CASEBOOK, path, "not a plain file");
  if (errno == ENOENT && create)
    return TRUE;
  return jkb_place_refuse (error, errno == EACCES ? JKB_STORE_ERROR_READ_ONLY : JKB_STORE_ERROR_NOT_FOUND, path,
                           g_strerror (errno));
}

gboolean
jkb_place_make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int code;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  code = errno == EACCES || errno == EPERM || errno == EROFS ? JKB_STORE_ERROR_READ_ONLY
         : errno == ENOSPC ? JKB_STORE_ERROR_FULL : JKB_STORE_ERROR_NOT_FOUND;
  return jkb_place_refuse (error, code, path, g_strerror (errno));
}

/* Asked beforehand, as SQLite only tells that something could not be opened. The log stands in the
 * same folder. */
gboolean
jkb_place_check_permission (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (path, W_OK) != 0 && errno != ENOENT)
    return jkb_place_refuse (error, JKB_STORE_ERROR_READ_ONLY, path, g_strerror (errno));
  if (g_access (folder, W_OK) != 0)
    return jkb_place_refuse (error, JKB_STORE_ERROR_READ_ONLY, path, "its folder must not be written");
  return TRUE;
}

/* Where the folder must not be written, a log and its index cannot be made; without a log to read
 * none is needed. */
gboolean
jkb_place_has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat info;

  return g_stat (log, &info) == 0 && info.st_size > 0;
}
