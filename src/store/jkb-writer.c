/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-writer.h"

#include "store/jkb-backup.h"
#include "store/jkb-daily-copy.h"
#include "store/jkb-log.h"
#include "store/jkb-schema.h"
#include "store/jkb-touched.h"

/* Of a casebook that is made anew: a notice and its page then stand in few pages, and a transaction writes a quarter of
 * those of the usual 4 KiB. It has to be said before the first page is written. */
#define PAGE_SIZE "PRAGMA page_size = 16384"

/* The connection may keep 16 MiB of pages, and so may the log of such a casebook before they are copied to their places: an
 * import changes some of them again and again. */
#define SETTINGS                                                                                  \
  "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;"          \
  " PRAGMA wal_autocheckpoint = 1000"

struct _JkbWriter
{
  GThreadPool *pool;
  GThread *thread;
  char *path;
  gboolean create;
  JkbNotifier *notifier;
  JkbDb *db;
  JkbLog *log;
  JkbDailyCopy *daily_copy;
};

typedef struct _Job Job;

struct _Job
{
  void (*run) (JkbWriter *self, Job *job);
  JkbDbFunc func;
  gpointer data;
  GCancellable *cancellable;
  JkbWriterDone done;
  gpointer user_data;
};

/* ---- opening, in the writer's thread ---- */

static gboolean
use_log (JkbDb *db, GError **error)
{
  g_autoptr(GError) failure = NULL;

  /* Where the file system cannot do it, the answer is another mode, which works as well; while
   * another program has the file, it stays as that one wants it. */
  if (jkb_db_run (db, &failure, "PRAGMA journal_mode = WAL", "")
      || g_error_matches (failure, JKB_STORE_ERROR, JKB_STORE_ERROR_LOCKED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
refuse_empty (JkbDb *db, GError **error)
{
  g_set_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_NOT_A_CASEBOOK, "%s: an empty file", db->path);
  return FALSE;
}

static gboolean
check_writable (JkbDb *db, GError **error)
{
  if (sqlite3_db_readonly (db->handle, "main") != 1)
    return TRUE;
  g_set_error (error, JKB_STORE_ERROR, JKB_STORE_ERROR_READ_ONLY, "%s: the file must not be written",
               db->path);
  return FALSE;
}

static gboolean
prepare_casebook (JkbWriter *self, JkbDb *db, GError **error)
{
  JkbSchemaState state;

  if (!jkb_schema_look (db, &state, error) || !check_writable (db, error))
    return FALSE;
  if (state == JKB_SCHEMA_EMPTY && !self->create)
    return refuse_empty (db, error);
  if (state == JKB_SCHEMA_OLD && !jkb_backup_before_upgrade (db, error))
    return FALSE;
  return jkb_db_script (db, PAGE_SIZE, error)
         && use_log (db, error)
         && jkb_db_script (db, SETTINGS, error)
         && jkb_schema_upgrade (db, jkb_schema_version (), error)
         && (self->log = jkb_log_new (db, error)) != NULL
         && jkb_notifier_start (self->notifier, db, error);
}

static void
run_open (JkbWriter *self, Job *job)
{
  GError *error = NULL;
  g_autoptr(JkbDb) db = NULL;

  self->thread = g_thread_self ();
  db = jkb_db_open (self->path, self->create ? JKB_DB_CREATE : JKB_DB_WRITE, &error);
  if (db != NULL && prepare_casebook (self, db, &error))
    self->db = g_steal_pointer (&db);
  job->done (error, job->user_data);
}

/* ---- working ---- */

static gboolean
do_transaction (JkbWriter *self, Job *job, GError **error)
{
  gboolean good;

  jkb_daily_copy_look (self->daily_copy, self->db);
  if (g_cancellable_set_error_if_cancelled (job->cancellable, error)
      || !jkb_db_begin (self->db, error))
    return FALSE;
  jkb_db_set_cancellable (self->db, job->cancellable);
  good = jkb_touched_begin (self->db, error)
         && job->func (self->db, job->data, error)
         && jkb_log_end (self->db, error);
  good = jkb_db_end (self->db, good, error);
  jkb_log_cancel (self->db);
  return good;
}

static void
run_transaction (JkbWriter *self, Job *job)
{
  g_autoptr(GError) unheard = NULL;
  GError *error = NULL;

  /* What is committed stays committed; a look that fails is made up for by the next one. */
  if (do_transaction (self, job, &error) && !jkb_notifier_look (self->notifier, self->db, &unheard))
    g_debug ("%s", unheard->message);
  job->done (error, job->user_data);
}

static void
run_close (JkbWriter *self, Job *job)
{
  jkb_daily_copy_free (self->daily_copy);
  jkb_db_close (self->db);
  jkb_log_free (self->log);
  jkb_notifier_unref (self->notifier);
  g_free (self->path);
  g_free (self);
}

static void
on_job_popped_cb (gpointer item, gpointer data)
{
  Job *job = item;

  job->run (data, job);
  g_clear_object (&job->cancellable);
  g_free (job);
}

static void
push (JkbWriter *self, Job job)
{
  /* An exclusive pool has its thread from the start, so that pushing cannot fail. */
  g_thread_pool_push (self->pool, g_memdup2 (&job, sizeof job), NULL);
}

void
jkb_writer_push (JkbWriter *self, JkbDbFunc func, gpointer data, GCancellable *cancellable,
                 JkbWriterDone done, gpointer user_data)
{
  if (cancellable != NULL)
    g_object_ref (cancellable);
  push (self, (Job){ run_transaction, func, data, cancellable, done, user_data });
}

/* ---- from other threads ---- */

void
jkb_wait_init (JkbWait *wait)
{
  g_mutex_init (&wait->lock);
  g_cond_init (&wait->cond);
  wait->done = FALSE;
  wait->error = NULL;
}

void
jkb_wait_done (GError *error, gpointer user_data)
{
  JkbWait *wait = user_data;

  g_mutex_lock (&wait->lock);
  wait->done = TRUE;
  wait->error = error;
  g_cond_signal (&wait->cond);
  g_mutex_unlock (&wait->lock);
}

gboolean
jkb_wait_finish (JkbWait *wait, GError **error)
{
  g_mutex_lock (&wait->lock);
  while (!wait->done)
    g_cond_wait (&wait->cond, &wait->lock);
  g_mutex_unlock (&wait->lock);
  g_mutex_clear (&wait->lock);
  g_cond_clear (&wait->cond);
  if (wait->error == NULL)
    return TRUE;
  g_propagate_error (error, wait->error);
  return FALSE;
}

JkbWriter *
jkb_writer_open (const char *path, gboolean create, JkbNotifier *notifier, GError **error)
{
  JkbWriter *self = g_new0 (JkbWriter, 1);
  JkbWait wait;

  self->path = g_strdup (path);
  self->create = create;
  self->notifier = jkb_notifier_ref (notifier);
  self->daily_copy = jkb_daily_copy_new ();
  self->pool = g_thread_pool_new (on_job_popped_cb, self, 1, TRUE, error);
  if (self->pool == NULL)
    {
      run_close (self, NULL);
      return NULL;
    }
  jkb_wait_init (&wait);
  push (self, (Job){ .run = run_open, .done = jkb_wait_done, .user_data = &wait });
  if (jkb_wait_finish (&wait, error))
    return self;
  jkb_writer_free (self);
  return NULL;
}

void
jkb_writer_free (JkbWriter *self)
{
  GThreadPool *pool;
  gboolean is_own_thread;

  if (self == NULL)
    return;
  pool = self->pool;
  is_own_thread = self->thread == g_thread_self ();
  push (self, (Job){ .run = run_close });
  g_thread_pool_free (pool, FALSE, !is_own_thread);
}
