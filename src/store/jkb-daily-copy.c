/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * With a log, who reads sees the casebook as it was when he began, whatever is written meanwhile. So the thread
 * that copies begins to read, tells the one that writes to go on, and takes its time. Without a log it would keep
 * the other from writing; then the copy is made first.
 */
#include "store/jkb-daily-copy.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/jkb-backup.h"
#include "store/jkb-writer.h"

#define N_DAYS_KEPT 7
/* A copy that was never finished is nobody's after so long. */
#define PARTIAL_AGE_S (24 * 60 * 60)

struct _JkbDailyCopy
{
  gint64 hour;                          /* since 1970, in which it last looked */
  GThread *thread;                      /* that copies, or NULL */
};

/* What the thread that copies gets; it frees it. */
typedef struct
{
  char *path;
  char *target;
  JkbWait *begun;                       /* of the other thread, which waits; not touched once it is told */
} Copying;

static gboolean
is_daily_copy (const char *name, const char *prefix)
{
  return g_str_has_prefix (name, prefix) && strlen (name) == strlen (prefix) + strlen ("2025-11-26")
         && g_ascii_isdigit (name[strlen (prefix)]);
}

/* Of a program that was ended while it copied. */
static gboolean
is_forgotten (const char *path, const char *name, const char *prefix)
{
  GStatBuf info;

  return g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".partial") && g_stat (path, &info) == 0
         && info.st_mtime < g_get_real_time () / G_USEC_PER_SEC - PARTIAL_AGE_S;
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
    {
      g_autofree char *found = g_build_filename (folder, name, NULL);

      if (is_daily_copy (name, prefix))
        g_ptr_array_add (names, g_steal_pointer (&found));
      else if (is_forgotten (found, name, prefix))
        g_unlink (found);
    }
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

static gboolean
uses_log (JkbDb *db)
{
  sqlite3_stmt *statement = jkb_db_query (db, NULL, "PRAGMA journal_mode", "");
  gboolean is_so = FALSE;

  if (statement == NULL)
    return FALSE;
  if (jkb_db_step (db, statement, NULL))
    is_so = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "wal") == 0;
  return jkb_db_finish (db, statement, NULL) && is_so;
}

static void
copy_now (JkbDb *db, const char *target)
{
  g_autoptr(GError) error = NULL;

  if (!jkb_backup_copy (db, target, &error))
    g_info ("No backup copy today: %s", error->message);
  else
    remove_old_copies (db->path);
}

static gpointer
copy_in_thread (gpointer data)
{
  Copying *copying = data;
  g_autoptr(JkbDb) db = jkb_db_open (copying->path, JKB_DB_READ, NULL);
  /* The first look settles what this connection sees until it ends. */
  gboolean is_good = db != NULL && jkb_db_begin (db, NULL) && has_cases (db);

  jkb_wait_done (NULL, copying->begun);
  if (is_good)
    copy_now (db, copying->target);
  g_free (copying->path);
  g_free (copying->target);
  g_free (copying);
  return NULL;
}

static void
begin_copying (JkbDailyCopy *self, const char *path, const char *target)
{
  Copying *copying = g_new0 (Copying, 1);
  JkbWait begun;

  jkb_wait_init (&begun);
  *copying = (Copying){ g_strdup (path), g_strdup (target), &begun };
  self->thread = g_thread_new ("jikenbo-copy", copy_in_thread, copying);
  jkb_wait_finish (&begun, NULL);
}

static void
wait_for_copy (JkbDailyCopy *self)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
}

static void
copy_for_today (JkbDailyCopy *self, JkbDb *db)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *target = g_strconcat (db->path, ".backup-", date, NULL);

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return;
  wait_for_copy (self);
  if (uses_log (db))
    begin_copying (self, db->path, target);
  else
    copy_now (db, target);
}

JkbDailyCopy *
jkb_daily_copy_new (void)
{
  return g_new0 (JkbDailyCopy, 1);
}

void
jkb_daily_copy_free (JkbDailyCopy *self)
{
  wait_for_copy (self);
  g_free (self);
}

void
jkb_daily_copy_look (JkbDailyCopy *self, JkbDb *db)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC / 3600;

  if (self->hour == now)
    return;
  self->hour = now;
  if (has_cases (db))
    copy_for_today (self, db);
}
