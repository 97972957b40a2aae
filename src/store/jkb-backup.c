/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define N_DAYS_KEPT 7

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

static gboolean
is_daily_copy (const char *name, const char *prefix)
{
  return g_str_has_prefix (name, prefix) && strlen (name) == strlen (prefix) + strlen ("2025-11-26")
         && g_ascii_isdigit (name[strlen (prefix)]);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
remove_old_copies (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".backup-", NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_daily_copy (name, prefix))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + N_DAYS_KEPT < names->len; i++)
    g_unlink (g_ptr_array_index (names, i));
}

static gboolean
has_cases (JkbDb *db)
{
  gint64 found = 0;

  return jkb_db_get_int (db, &found, NULL, "SELECT EXISTS (SELECT 1 FROM incident)", "") && found;
}

static void
copy_for_today (JkbDb *db)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *target = g_strconcat (db->path, ".backup-", date, NULL);
  g_autoptr(GError) error = NULL;

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return;
  if (!jkb_backup_copy (db, target, &error))
    g_info ("No backup copy today: %s", error->message);
  else
    remove_old_copies (db->path);
}

void
jkb_backup_daily (JkbDb *db, gint64 *hour)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC / 3600;

  if (*hour == now)
    return;
  *hour = now;
  if (has_cases (db))
    copy_for_today (db);
}
