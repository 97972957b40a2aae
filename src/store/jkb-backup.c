/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
copy_pages (JkbDb *from, JkbDb *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  int code;

  if (backup == NULL)
    return jkb_db_fail (to, sqlite3_errcode (to->handle), error);
  sqlite3_backup_step (backup, -1);
  code = sqlite3_backup_finish (backup);
  return code == SQLITE_OK || jkb_db_fail (to, code, error);
}

static gboolean
write_copy (JkbDb *db, const char *path, GError **error)
{
  g_autoptr(JkbDb) copy = jkb_db_open (path, JKB_DB_CREATE, error);

  return copy != NULL && copy_pages (db, copy, error);
}

gboolean
jkb_backup_copy (JkbDb *db, const char *target, GError **error)
{
  g_autofree char *partial = g_strdup_printf ("%s.%d.partial", target, (int) getpid ());
  gboolean good;

  g_unlink (partial);
  good = write_copy (db, partial, error);
  if (good && g_rename (partial, target) != 0)
    {
      g_set_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_IO, "%s: %s", target, g_strerror (errno));
      good = FALSE;
    }
  if (!good)
    g_unlink (partial);
  return good;
}

gboolean
jkb_backup_before_upgrade (JkbDb *db, GError **error)
{
  g_autofree char *target = NULL;
  gint64 version = 0;

  if (!jkb_db_get_int (db, &version, error, "PRAGMA user_version", ""))
    return FALSE;
  target = g_strdup_printf ("%s.backup-v%d", db->path, (int) version);
  return jkb_backup_copy (db, target, error);
}
