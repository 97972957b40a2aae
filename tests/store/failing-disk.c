/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "failing-disk.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;                   /* in the bytes behind */
} File;

static sqlite3_vfs layer;
static sqlite3_vfs *disk;
static int n_left = -1;                 /* atomic */
static int fail_code;
static int half;
static int failed;

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((File *) file)->real;
}

static gboolean
must_fail (void)
{
  if (g_atomic_int_get (&n_left) < 0)
    return FALSE;
  if (g_atomic_int_get (&n_left) > 0)
    {
      g_atomic_int_add (&n_left, -1);
      return FALSE;
    }
  g_atomic_int_set (&failed, TRUE);
  return TRUE;
}

static int
do_close (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
do_read (sqlite3_file *file, void *bytes, int n_bytes, sqlite3_int64 offset)
{
  return get_real (file)->pMethods->xRead (get_real (file), bytes, n_bytes, offset);
}

static int
do_write (sqlite3_file *file, const void *bytes, int n_bytes, sqlite3_int64 offset)
{
  if (!must_fail ())
    return get_real (file)->pMethods->xWrite (get_real (file), bytes, n_bytes, offset);
  if (half)
    get_real (file)->pMethods->xWrite (get_real (file), bytes, n_bytes / 2, offset);
  return fail_code;
}

static int
do_truncate (sqlite3_file *file, sqlite3_int64 n_bytes)
{
  return must_fail () ? fail_code : get_real (file)->pMethods->xTruncate (get_real (file), n_bytes);
}

static int
do_sync (sqlite3_file *file, int flags)
{
  return must_fail () ? fail_code : get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
do_file_size (sqlite3_file *file, sqlite3_int64 *n_bytes)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), n_bytes);
}

static int
do_lock (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
do_unlock (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
do_check_reserved (sqlite3_file *file, int *out)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), out);
}

static int
do_control (sqlite3_file *file, int operation, void *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
do_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
do_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
do_shm_map (sqlite3_file *file, int region, int n_bytes, int extend, void volatile **out)
{
  return get_real (file)->pMethods->xShmMap (get_real (file), region, n_bytes, extend, out);
}

static int
do_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
do_shm_barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
do_shm_unmap (sqlite3_file *file, int remove)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), remove);
}

static const sqlite3_io_methods methods = {
  2, do_close, do_read, do_write, do_truncate, do_sync, do_file_size, do_lock, do_unlock, do_check_reserved,
  do_control, do_sector_size, do_characteristics, do_shm_map, do_shm_lock, do_shm_barrier, do_shm_unmap,
};

static int
do_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) file;
  int code;

  self->real = (sqlite3_file *) (self + 1);
  code = disk->xOpen (disk, name, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;
  return code;
}

void
failing_disk_install (void)
{
  disk = sqlite3_vfs_find (NULL);
  layer = *disk;
  layer.zName = "failing-disk";
  layer.szOsFile = (int) sizeof (File) + disk->szOsFile;
  layer.xOpen = do_open;
  g_assert_cmpint (sqlite3_vfs_register (&layer, 1), ==, SQLITE_OK);
}

void
failing_disk_fail_after (int n_calls, int code, gboolean writes_half)
{
  fail_code = code;
  half = writes_half;
  g_atomic_int_set (&failed, FALSE);
  g_atomic_int_set (&n_left, n_calls);
}

gboolean
failing_disk_has_failed (void)
{
  return g_atomic_int_get (&failed);
}
