/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store-copy.h"

#include <glib/gstdio.h>

#include "store/jkb-backup.h"
#include "store/jkb-history.h"
#include "store/jkb-store-private.h"

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf one, other;

  return g_stat (a, &one) == 0 && g_stat (b, &other) == 0 && one.st_dev == other.st_dev
         && one.st_ino == other.st_ino;
}

/* A journal beside a file belongs to it: with another file in its place it would be read into that one. */
static gboolean
require_no_journal (const char *path, GError **error)
{
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);

  if (!g_file_test (journal, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_LOCKED, "%s: somebody has this casebook open", path);
  return FALSE;
}

static gboolean
save_copy (JkbDb *db, gpointer data, GError **error)
{
  const char *path = data;

  if (is_same_file (path, db->path))
    return jkb_store_refuse (db, error, "a casebook cannot be a copy of itself");
  return require_no_journal (path, error) && jkb_backup_copy (db, path, error);
}

gboolean
jkb_store_save_copy (JkbStore *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (JKB_IS_STORE (self), FALSE);

  return jkb_store_read (self, save_copy, (gpointer) path, cancellable, error);
}

void
jkb_store_save_copy_async (JkbStore *self, const char *path, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (JKB_IS_STORE (self));

  jkb_store_read_async (self, save_copy, g_strdup (path), g_free, cancellable, callback, user_data);
}

gboolean
jkb_store_save_copy_finish (JkbStore *self, GAsyncResult *result, GError **error)
{
  return jkb_store_end_async (self, save_copy, result, error) != NULL;
}
