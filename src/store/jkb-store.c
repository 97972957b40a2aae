/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-store.h"

#include "store/jkb-place.h"
#include "store/jkb-readers.h"
#include "store/jkb-schema.h"
#include "store/jkb-store-private.h"

/* How often to look whether another program changed the file. */
#define LOOK_INTERVAL_MS 500

struct _JkbStore
{
  GObject parent_instance;

  char *path;
  JkbStoreFlags flags;
  JkbNotifier *notifier;
  JkbReaders *readers;
  GSource *look_source;
  int looking;                          /* atomic: a look is under way */

  GMutex lock;                          /* what follows */
  JkbWriter *writer;                    /* NULL when it only reads, or is closed */
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (JkbStore, jkb_store, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- opening ---- */

static gboolean
open_for_writing (JkbStore *self, GError **error)
{
  gboolean create = (self->flags & JKB_STORE_CREATE) != 0;

  if ((create && !jkb_place_make_folder (self->path, error)) || !jkb_place_check_permission (self->path, error))
    return FALSE;
  self->writer = jkb_writer_open (self->path, create, self->notifier, error);
  if (self->writer == NULL)
    return FALSE;
  self->readers = jkb_readers_new (self->path, JKB_DB_READ);
  return TRUE;
}

static gboolean
look_at_layout (JkbDb *db, GError **error)
{
  JkbSchemaState state;

  if (!jkb_schema_look (db, &state, error))
    return FALSE;
  if (state == JKB_SCHEMA_EMPTY)
    return jkb_place_refuse (error, JKB_STORE_ERROR_NOT_A_CASEBOOK, db->path, "an empty file");
  if (state == JKB_SCHEMA_OLD)
    return jkb_place_refuse (error, JKB_STORE_ERROR_READ_ONLY, db->path,
                             "of an earlier version, which has to be brought up to date before it can be read");
  return TRUE;
}

static gboolean
try_reading (JkbStore *self, JkbDbMode mode, GError **error)
{
  g_autoptr(JkbDb) db = jkb_db_open (self->path, mode, error);

  if (db == NULL || !look_at_layout (db, error) || !jkb_notifier_start (self->notifier, db, error))
    return FALSE;
  self->readers = jkb_readers_new (self->path, mode);
  return TRUE;
}

static gboolean
open_for_reading (JkbStore *self, GError **error)
{
  g_autoptr(GError) failure = NULL;

  if (try_reading (self, JKB_DB_READ, &failure))
    return TRUE;
  if (!jkb_place_has_log (self->path)
      && (g_error_matches (failure, JKB_STORE_ERROR, JKB_STORE_ERROR_READ_ONLY)
          || g_error_matches (failure, JKB_STORE_ERROR, JKB_STORE_ERROR_IO)
          || g_error_matches (failure, JKB_STORE_ERROR, JKB_STORE_ERROR_NOT_FOUND)))
    return try_reading (self, JKB_DB_READ_IMMUTABLE, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* ---- telling of changes ---- */

static void
on_incidents_changed (GObject *object, GArray *ids)
{
  g_signal_emit (object, signals[CHANGED], 0, ids);
}

static gboolean
look_for_changes (JkbDb *db, gpointer data, GError **error)
{
  JkbStore *self = data;

  return jkb_notifier_look (self->notifier, db, error);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JkbStore *self = source;
  g_autoptr(GError) error = NULL;

  if (!jkb_store_read (self, look_for_changes, self, NULL, &error))
    g_debug ("Looking for changes: %s", error->message);
  g_atomic_int_set (&self->looking, FALSE);
  g_task_return_boolean (task, TRUE);
}

static gboolean
on_time_to_look_cb (gpointer data)
{
  g_autoptr(JkbStore) self = g_weak_ref_get (data);
  g_autoptr(GTask) task = NULL;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  if (!g_signal_has_handler_pending (self, signals[CHANGED], 0, FALSE)
      || !g_atomic_int_compare_and_exchange (&self->looking, FALSE, TRUE))
    return G_SOURCE_CONTINUE;
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, on_time_to_look_cb);
  g_task_run_in_thread (task, look_in_thread);
  return G_SOURCE_CONTINUE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
start_looking (JkbStore *self, GMainContext *context)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  self->look_source = g_timeout_source_new (LOOK_INTERVAL_MS);
  g_source_set_priority (self->look_source, G_PRIORITY_LOW);
  g_source_set_static_name (self->look_source, "jikenbo: look for changes");
  g_source_set_callback (self->look_source, on_time_to_look_cb, weak, free_weak_ref);
  g_source_attach (self->look_source, context);
}

/* ---- object ---- */

static void
jkb_store_init (JkbStore *self)
{
  g_mutex_init (&self->lock);
}

static void
jkb_store_finalize (GObject *object)
{
  JkbStore *self = JKB_STORE (object);

  jkb_store_close (self);
  g_clear_pointer (&self->readers, jkb_readers_free);
  g_clear_pointer (&self->notifier, jkb_notifier_unref);
  g_clear_pointer (&self->path, g_free);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (jkb_store_parent_class)->finalize (object);
}

static void
jkb_store_class_init (JkbStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jkb_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", JKB_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static JkbStore *
open_store (const char *path, JkbStoreFlags flags, GMainContext *context, GError **error)
{
  g_autoptr(JkbStore) self = NULL;

  if (!jkb_place_check_file (path, flags & JKB_STORE_CREATE, error))
    return NULL;
  self = g_object_new (JKB_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->flags = flags;
  self->notifier = jkb_notifier_new (G_OBJECT (self), on_incidents_changed, context);
  if (!(flags & JKB_STORE_READ_ONLY ? open_for_reading (self, error) : open_for_writing (self, error)))
    return NULL;
  start_looking (self, context);
  return g_steal_pointer (&self);
}

JkbStore *
jkb_store_open (const char *path, JkbStoreFlags flags, GCancellable *cancellable, GError **error)
{
  g_autoptr(GMainContext) context = g_main_context_ref_thread_default ();

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (!(flags & JKB_STORE_READ_ONLY) || !(flags & JKB_STORE_CREATE), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return open_store (path, flags, context, error);
}

typedef struct
{
  char *path;
  JkbStoreFlags flags;
} Opening;

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  JkbStore *self = open_store (opening->path, opening->flags, g_task_get_context (task), &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
jkb_store_open_async (const char *path, JkbStoreFlags flags, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (path != NULL);
  g_return_if_fail (!(flags & JKB_STORE_READ_ONLY) || !(flags & JKB_STORE_CREATE));

  task = g_task_new (NULL, cancellable, callback, user_data);
  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->flags = flags;
  g_task_set_source_tag (task, jkb_store_open_async);
  g_task_set_task_data (task, opening, free_opening);
  g_task_run_in_thread (task, open_in_thread);
}

JkbStore *
jkb_store_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, jkb_store_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- closing ---- */

void
jkb_store_close (JkbStore *self)
{
  JkbWriter *writer;

  g_return_if_fail (JKB_IS_STORE (self));

  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  writer = g_steal_pointer (&self->writer);
  g_mutex_unlock (&self->lock);

  /* The writer goes last: only then does SQLite put everything into the one file and drop the log. */
  if (self->readers != NULL)
    jkb_readers_close (self->readers);
  jkb_writer_free (writer);
  if (self->notifier != NULL)
    jkb_notifier_stop (self->notifier);
  if (self->look_source != NULL)
    g_source_destroy (self->look_source);
}

static void
close_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  jkb_store_close (source);
  g_task_return_boolean (task, TRUE);
}

void
jkb_store_close_async (JkbStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (JKB_IS_STORE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, jkb_store_close_async);
  g_task_run_in_thread (task, close_in_thread);
}

gboolean
jkb_store_close_finish (JkbStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, jkb_store_close_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
jkb_store_get_path (JkbStore *self)
{
  g_return_val_if_fail (JKB_IS_STORE (self), NULL);

  return self->path;
}

gboolean
jkb_store_is_read_only (JkbStore *self)
{
  g_return_val_if_fail (JKB_IS_STORE (self), TRUE);

  return (self->flags & JKB_STORE_READ_ONLY) != 0;
}

/* ---- what the operations are made of ---- */

static gboolean
push_job (JkbStore *self, JkbDbFunc func, gpointer data, GCancellable *cancellable, JkbWriterDone done,
          gpointer user_data, GError **error)
{
  gboolean good;

  g_mutex_lock (&self->lock);
  good = self->writer != NULL;
  if (good)
    jkb_writer_push (self->writer, func, data, cancellable, done, user_data);
  else if (self->closed)
    jkb_place_refuse (error, JKB_STORE_ERROR_CLOSED, self->path, "the casebook is closed");
  else
    jkb_place_refuse (error, JKB_STORE_ERROR_READ_ONLY, self->path, "opened only for reading");
  g_mutex_unlock (&self->lock);
  return good;
}

gboolean
jkb_store_write (JkbStore *self, JkbDbFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  GError *refused = NULL;
  JkbWait wait;

  jkb_wait_init (&wait);
  if (!push_job (self, func, data, cancellable, jkb_wait_done, &wait, &refused))
    jkb_wait_done (refused, &wait);
  return jkb_wait_finish (&wait, error);
}

static GTask *
new_task (JkbStore *self, JkbDbFunc func, gpointer data, GDestroyNotify free_data,
          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, (gpointer) func);
  g_task_set_task_data (task, data, free_data);
  g_task_set_check_cancellable (task, FALSE);
  return task;
}

static void
on_job_done_cb (GError *error, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
jkb_store_write_async (JkbStore *self, JkbDbFunc func, gpointer data, GDestroyNotify free_data,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = new_task (self, func, data, free_data, cancellable, callback, user_data);
  GError *refused = NULL;

  if (!push_job (self, func, data, cancellable, on_job_done_cb, task, &refused))
    on_job_done_cb (refused, task);
}

gboolean
jkb_store_read (JkbStore *self, JkbDbFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  JkbDb *db;
  gboolean good;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  db = jkb_readers_take (self->readers, error);
  if (db == NULL)
    return FALSE;
  jkb_db_set_cancellable (db, cancellable);
  good = jkb_db_begin (db, error) && func (db, data, error);
  good = jkb_db_end (db, good, error);
  jkb_readers_give (self->readers, db);
  return good;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JkbDbFunc func = (JkbDbFunc) g_task_get_source_tag (task);
  GError *error = NULL;

  if (jkb_store_read (source, func, data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
jkb_store_read_async (JkbStore *self, JkbDbFunc func, gpointer data, GDestroyNotify free_data,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = new_task (self, func, data, free_data, cancellable, callback, user_data);

  g_task_run_in_thread (task, read_in_thread);
}

gpointer
jkb_store_end_async (JkbStore *self, JkbDbFunc func, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, (gpointer) func), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_task_get_task_data (G_TASK (result));
}
