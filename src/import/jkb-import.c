/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/jkb-import-private.h"

/*
 * The thread that imports walks the inputs and hands each source to a few workers, which read and
 * extract side by side. Storing happens in the order of the inputs, so that the same inputs always
 * make the same casebook: a worker that is done early waits for its turn.
 */

#define PROGRESS_INTERVAL_US (G_USEC_PER_SEC / 10)

/* Sources handed out and not done: enough to keep the workers busy, few enough to stop soon. */
#define N_AHEAD_MAX 32

typedef struct
{
  JkbStore *store;
  const JkbExtractor *extractor;
  GCancellable *cancellable;
  JkbImportProgressFunc progress;
  gpointer user_data;

  GMutex lock;                          /* what follows */
  GCond changed;
  JkbImportReport *report;
  GError *error;                        /* why it stops before the end */
  guint n_found;                        /* handed out */
  guint turn;                           /* the one that may be stored: all before it are done */
  guint n_items;
  char *last_name;
} Import;

typedef struct
{
  guint ticket;
  JkbImportLeaf *leaf;
} Job;

static gboolean
is_stopped (Import *self)
{
  gboolean failed;

  g_mutex_lock (&self->lock);
  failed = self->error != NULL;
  g_mutex_unlock (&self->lock);
  return failed || g_cancellable_is_cancelled (self->cancellable);
}

static void
wait_for_turn (Import *self, guint ticket)
{
  g_mutex_lock (&self->lock);
  while (self->turn != ticket)
    g_cond_wait (&self->changed, &self->lock);
  g_mutex_unlock (&self->lock);
}

static void
end_turn (Import *self, JkbImportEntry *entry)
{
  g_mutex_lock (&self->lock);
  self->turn++;
  if (entry != NULL)
    {
      self->n_items += entry->items->len;
      g_free (self->last_name);
      self->last_name = g_strdup (entry->name);
      jkb_import_report_add (self->report, entry);
    }
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

/* The first reason counts; what came after it is not reported. */
static void
stop (Import *self, GError *error)
{
  g_mutex_lock (&self->lock);
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
  g_mutex_unlock (&self->lock);
}

static JkbSource *
read_source (Import *self, JkbImportLeaf *leaf, GError **error)
{
  g_autoptr(GBytes) bytes = NULL;

  if (leaf->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&leaf->error));
      return NULL;
    }
  bytes = jkb_import_leaf_read (leaf, self->cancellable, error);
  return bytes == NULL ? NULL : jkb_extractor_read (self->extractor, leaf->name, bytes, self->cancellable, error);
}

/* With the turn. Returns the entry, %NULL when nothing became of the source because all stops. */
static JkbImportEntry *
store_source (Import *self, const JkbImportLeaf *leaf, JkbSource *source, GError *failure)
{
  JkbImportEntry *entry = NULL;
  g_autoptr(GArray) added = NULL;
  GError *error = NULL;

  if (source != NULL)
    added = jkb_store_add_source (self->store, source, self->report->batch, self->cancellable, &error);
  if (error != NULL)
    stop (self, error);
  else if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    entry = jkb_import_entry_new (leaf->name);
  if (entry != NULL && source != NULL)
    jkb_import_entry_fill (entry, source, added);
  else if (entry != NULL)
    entry->error = g_error_copy (failure);
  return entry;
}

static void
on_job_popped_cb (gpointer item, gpointer data)
{
  Import *self = data;
  Job *job = item;
  g_autoptr(JkbImportLeaf) leaf = job->leaf;
  g_autoptr(JkbSource) source = NULL;
  g_autoptr(GError) failure = NULL;
  JkbImportEntry *entry = NULL;

  if (!g_cancellable_is_cancelled (self->cancellable))
    source = read_source (self, leaf, &failure);
  wait_for_turn (self, job->ticket);
  if (!is_stopped (self))
    entry = store_source (self, leaf, source, failure);
  end_turn (self, entry);
  g_free (job);
}

static void
tell_progress (Import *self)
{
  JkbImportProgress progress;
  g_autofree char *name = NULL;

  g_mutex_lock (&self->lock);
  name = g_strdup (self->last_name);
  progress = (JkbImportProgress){ self->turn, self->n_found, self->n_items, name };
  g_mutex_unlock (&self->lock);
  if (self->progress != NULL && name != NULL)
    self->progress (&progress, self->user_data);
}

/* Waits until at most @n_left sources are under way, telling of progress meanwhile. */
static void
wait_for_workers (Import *self, guint n_left, gint64 *told_us)
{
  gboolean waiting;

  do
    {
      g_mutex_lock (&self->lock);
      while (self->n_found - self->turn > n_left
             && g_cond_wait_until (&self->changed, &self->lock, *told_us + PROGRESS_INTERVAL_US))
        ;
      waiting = self->n_found - self->turn > n_left;
      g_mutex_unlock (&self->lock);
      if (g_get_monotonic_time () >= *told_us + PROGRESS_INTERVAL_US)
        {
          *told_us = g_get_monotonic_time ();
          tell_progress (self);
        }
    }
  while (waiting);
}

static void
hand_out (Import *self, GThreadPool *pool, JkbImportLeaf *leaf)
{
  Job *job = g_new0 (Job, 1);

  g_mutex_lock (&self->lock);
  job->ticket = self->n_found++;
  g_mutex_unlock (&self->lock);
  job->leaf = leaf;
  /* An exclusive pool has its threads from the start, so that pushing cannot fail. */
  g_thread_pool_push (pool, job, NULL);
}

static void
walk (Import *self, GThreadPool *pool, const JkbImportInputs *inputs)
{
  g_autoptr(JkbImportWalk) steps = jkb_import_walk_new (inputs);
  gint64 told_us = g_get_monotonic_time ();
  JkbImportLeaf *leaf;

  while (!is_stopped (self) && (leaf = jkb_import_walk_next (steps)) != NULL)
    {
      hand_out (self, pool, leaf);
      wait_for_workers (self, N_AHEAD_MAX, &told_us);
    }
  wait_for_workers (self, 0, &told_us);
  tell_progress (self);
}

static void
finish (Import *self, GError **error)
{
  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
  if (self->error != NULL)
    g_propagate_error (error, self->error);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self->last_name);
}

gboolean
jkb_import_run (JkbStore *store, const JkbExtractor *extractor, const JkbImportInputs *inputs,
                JkbImportProgressFunc progress, gpointer user_data, JkbImportReport **report,
                GCancellable *cancellable, GError **error)
{
  Import self = { store, extractor, cancellable, progress, user_data };
  GThreadPool *pool;
  gboolean good;

  g_return_val_if_fail (JKB_IS_STORE (store), FALSE);
  g_return_val_if_fail (extractor != NULL && inputs != NULL && report != NULL, FALSE);

  self.report = *report = jkb_import_report_new (jkb_store_new_batch (store));
  g_mutex_init (&self.lock);
  g_cond_init (&self.changed);
  pool = g_thread_pool_new (on_job_popped_cb, &self, g_get_num_processors () + 1, TRUE, &self.error);
  if (pool != NULL)
    {
      walk (&self, pool, inputs);
      g_thread_pool_free (pool, FALSE, TRUE);
    }
  good = self.error == NULL && !g_cancellable_is_cancelled (cancellable);
  finish (&self, error);
  return good;
}

/* ---- for the window ---- */

typedef struct
{
  JkbStore *store;
  const JkbExtractor *extractor;
  JkbImportInputs *inputs;
  JkbImportProgressFunc progress;
  gpointer progress_data;
  GMainContext *context;
  JkbImportReport *report;
} AsyncImport;

static void
free_async_import (gpointer data)
{
  AsyncImport *self = data;

  g_object_unref (self->store);
  jkb_import_inputs_free (self->inputs);
  g_main_context_unref (self->context);
  jkb_import_report_free (self->report);
  g_free (self);
}

typedef struct
{
  JkbImportProgress progress;
  JkbImportProgressFunc func;
  gpointer user_data;
} Telling;

static gboolean
on_telling_cb (gpointer data)
{
  Telling *telling = data;

  telling->func (&telling->progress, telling->user_data);
  return G_SOURCE_REMOVE;
}

static void
free_telling (gpointer data)
{
  Telling *telling = data;

  g_free ((char *) telling->progress.name);
  g_free (telling);
}

static void
on_progress_cb (const JkbImportProgress *progress, gpointer user_data)
{
  AsyncImport *self = user_data;
  g_autoptr(GSource) source = g_idle_source_new ();
  Telling *telling = g_new0 (Telling, 1);

  telling->progress = *progress;
  telling->progress.name = g_strdup (progress->name);
  telling->func = self->progress;
  telling->user_data = self->progress_data;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "jikenbo: progress of an import");
  g_source_set_callback (source, on_telling_cb, telling, free_telling);
  g_source_attach (source, self->context);
}

static void
import_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AsyncImport *self = data;
  GError *error = NULL;

  if (jkb_import_run (self->store, self->extractor, self->inputs, self->progress != NULL ? on_progress_cb : NULL,
                      self, &self->report, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
jkb_import_run_async (JkbStore *store, const JkbExtractor *extractor, JkbImportInputs *inputs,
                      JkbImportProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = NULL;
  AsyncImport *self;

  g_return_if_fail (JKB_IS_STORE (store));
  g_return_if_fail (extractor != NULL && inputs != NULL);

  task = g_task_new (store, cancellable, callback, user_data);
  self = g_new0 (AsyncImport, 1);
  self->store = g_object_ref (store);
  self->extractor = extractor;
  self->inputs = inputs;
  self->progress = progress;
  self->progress_data = progress_data;
  self->context = g_main_context_ref (g_task_get_context (task));
  g_task_set_source_tag (task, jkb_import_run_async);
  g_task_set_task_data (task, self, free_async_import);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, import_in_thread);
}

gboolean
jkb_import_run_finish (GAsyncResult *result, JkbImportReport **report, GError **error)
{
  AsyncImport *self;

  g_return_val_if_fail (G_IS_TASK (result) && report != NULL, FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, jkb_import_run_async), FALSE);

  self = g_task_get_task_data (G_TASK (result));
  *report = g_steal_pointer (&self->report);
  return g_task_propagate_boolean (G_TASK (result), error);
}
