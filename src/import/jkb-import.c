/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/jkb-import-private.h"

/*
 * The thread that imports walks the inputs and hands each source to a few workers, which read and
 * extract side by side. What they are done with it stores itself, in the order of the inputs, so that
 * the same inputs always make the same casebook, and as many at once as are done, as a transaction
 * costs much more than a source.
 */

#define PROGRESS_INTERVAL_US (G_USEC_PER_SEC / 10)

/* Sources handed out and not stored: enough to keep all busy, few enough to stop soon. */
#define N_AHEAD_MAX 64

/* Bytes that were read and are not stored, beyond which only the next source is read. */
#define N_BYTES_AHEAD_MAX ((gsize) 32 * 1024 * 1024)

typedef struct
{
  JkbImportLeaf *leaf;
  GPtrArray *readings;                  /* what came of it: of an archive, one for each member */
  GError *failure;                      /* why nothing could be read */
  gsize n_bytes;
  gboolean done;
} Job;

typedef struct
{
  JkbStore *store;
  const JkbExtractor *extractor;
  GCancellable *cancellable;
  JkbImportProgressFunc progress;
  gpointer user_data;

  JkbImportReport *report;
  GThreadPool *pool;
  guint n_found;
  guint n_items;
  gint64 told_us;

  GMutex lock;                          /* what follows, and the jobs that are not done */
  GCond changed;
  GQueue jobs;                          /* handed out, in the order of the inputs */
  gsize n_bytes_ahead;
  gboolean stopped;
} Import;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->leaf, jkb_import_leaf_free);
  g_clear_pointer (&job->readings, g_ptr_array_unref);
  g_clear_error (&job->failure);
  g_free (job);
}

/* ---- workers ---- */

/* The next to be stored never waits, so that the others get their turn. */
static gboolean
wait_for_room (Import *self, Job *job)
{
  gboolean stopped;

  g_mutex_lock (&self->lock);
  while (!self->stopped && self->n_bytes_ahead > N_BYTES_AHEAD_MAX && g_queue_peek_head (&self->jobs) != job)
    g_cond_wait (&self->changed, &self->lock);
  stopped = self->stopped;
  g_mutex_unlock (&self->lock);
  return !stopped && !g_cancellable_is_cancelled (self->cancellable);
}

static GBytes *
read_bytes (Import *self, Job *job)
{
  GBytes *bytes;

  if (job->leaf->error != NULL)
    {
      job->failure = g_steal_pointer (&job->leaf->error);
      return NULL;
    }
  bytes = jkb_import_leaf_read (job->leaf, self->cancellable, &job->failure);
  g_mutex_lock (&self->lock);
  job->n_bytes = bytes != NULL ? g_bytes_get_size (bytes) : 0;
  self->n_bytes_ahead += job->n_bytes;
  g_mutex_unlock (&self->lock);
  return bytes;
}

static void
on_job_popped_cb (gpointer item, gpointer data)
{
  Import *self = data;
  Job *job = item;

  if (wait_for_room (self, job))
    {
      g_autoptr(GBytes) bytes = read_bytes (self, job);

      if (bytes != NULL)
        job->readings = jkb_extractor_read_all (self->extractor, job->leaf->name, bytes, self->cancellable);
    }
  g_mutex_lock (&self->lock);
  job->done = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

/* ---- the thread that imports ---- */

static void
tell_progress (Import *self, gboolean at_end)
{
  const JkbImportEntry *last;
  gint64 now_us = g_get_monotonic_time ();

  if (self->progress == NULL || self->report->entries->len == 0
      || (!at_end && now_us < self->told_us + PROGRESS_INTERVAL_US))
    return;
  self->told_us = now_us;
  last = g_ptr_array_index (self->report->entries, self->report->entries->len - 1);
  self->progress (&(JkbImportProgress){ self->report->entries->len, self->n_found, self->n_items, last->name },
                  self->user_data);
}

static void
hand_out (Import *self, JkbImportLeaf *leaf)
{
  Job *job = g_new0 (Job, 1);

  job->leaf = leaf;
  self->n_found++;
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->jobs, job);
  g_mutex_unlock (&self->lock);
  /* An exclusive pool has its threads from the start, so that pushing cannot fail. */
  g_thread_pool_push (self->pool, job, NULL);
}

static gboolean
is_head_done (Import *self)
{
  const Job *head = g_queue_peek_head (&self->jobs);

  return head == NULL || head->done;
}

/* Waits for the next source and takes it, and all behind it that are done as well. */
static GPtrArray *
take_done (Import *self)
{
  GPtrArray *done = g_ptr_array_new_with_free_func (free_job);

  g_mutex_lock (&self->lock);
  while (!is_head_done (self))
    g_cond_wait (&self->changed, &self->lock);
  while (!g_queue_is_empty (&self->jobs) && is_head_done (self))
    g_ptr_array_add (done, g_queue_pop_head (&self->jobs));
  /* There may be a new next one, which need not wait for room. */
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  return done;
}

static void
make_room (Import *self, const GPtrArray *jobs)
{
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < jobs->len; i++)
    self->n_bytes_ahead -= ((const Job *) g_ptr_array_index (jobs, i))->n_bytes;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

static void
report_reading (Import *self, const char *name, const JkbSource *source, const GError *failure, const GArray *added)
{
  JkbImportEntry *entry = jkb_import_entry_new (name);

  if (source != NULL)
    jkb_import_entry_fill (entry, source, added);
  else
    entry->error = g_error_copy (failure);
  self->n_items += entry->items->len;
  jkb_import_report_add (self->report, entry);
}

static void
report_job (Import *self, const Job *job, const GPtrArray *added, guint *n_stored)
{
  if (job->failure != NULL)
    report_reading (self, job->leaf->name, NULL, job->failure, NULL);
  for (guint i = 0; job->readings != NULL && i < job->readings->len; i++)
    {
      const JkbReading *reading = g_ptr_array_index (job->readings, i);

      report_reading (self, reading->name, reading->source, reading->error,
                      reading->source != NULL ? g_ptr_array_index (added, (*n_stored)++) : NULL);
    }
}

static void
collect_sources (const Job *job, GPtrArray *sources)
{
  for (guint i = 0; job->readings != NULL && i < job->readings->len; i++)
    {
      JkbReading *reading = g_ptr_array_index (job->readings, i);

      if (reading->source != NULL)
        g_ptr_array_add (sources, reading->source);
    }
}

static gboolean
store_jobs (Import *self, const GPtrArray *jobs, GError **error)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new ();
  g_autoptr(GPtrArray) added = NULL;
  guint n_stored = 0;

  for (guint i = 0; i < jobs->len; i++)
    collect_sources (g_ptr_array_index (jobs, i), sources);
  added = jkb_store_add_sources (self->store, (JkbSource *const *) sources->pdata, sources->len,
                                 self->report->batch, self->cancellable, error);
  for (guint i = 0; added != NULL && i < jobs->len; i++)
    report_job (self, g_ptr_array_index (jobs, i), added, &n_stored);
  return added != NULL;
}

static gboolean
import_all (Import *self, const JkbImportInputs *inputs, GError **error)
{
  g_autoptr(JkbImportWalk) walk = jkb_import_walk_new (inputs);
  JkbImportLeaf *leaf = NULL;
  gboolean good = TRUE;

  do
    {
      g_autoptr(GPtrArray) done = NULL;

      while (self->jobs.length < N_AHEAD_MAX && (leaf = jkb_import_walk_next (walk)) != NULL)
        hand_out (self, leaf);
      done = take_done (self);
      good = !g_cancellable_set_error_if_cancelled (self->cancellable, error) && store_jobs (self, done, error);
      make_room (self, done);
      tell_progress (self, FALSE);
    }
  while (good && (leaf != NULL || self->jobs.length > 0));
  return good;
}

static void
end_workers (Import *self)
{
  g_mutex_lock (&self->lock);
  self->stopped = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_queue_clear_full (&self->jobs, free_job);
}

gboolean
jkb_import_run (JkbStore *store, const JkbExtractor *extractor, const JkbImportInputs *inputs,
                JkbImportProgressFunc progress, gpointer user_data, JkbImportReport **report,
                GCancellable *cancellable, GError **error)
{
  Import self = { store, extractor, cancellable, progress, user_data };
  gboolean good = FALSE;

  g_return_val_if_fail (JKB_IS_STORE (store), FALSE);
  g_return_val_if_fail (extractor != NULL && inputs != NULL && report != NULL, FALSE);

  self.report = *report = jkb_import_report_new (jkb_store_new_batch (store));
  self.told_us = g_get_monotonic_time ();
  g_mutex_init (&self.lock);
  g_cond_init (&self.changed);
  g_queue_init (&self.jobs);
  self.pool = g_thread_pool_new (on_job_popped_cb, &self, g_get_num_processors () + 1, TRUE, error);
  if (self.pool != NULL)
    {
      good = import_all (&self, inputs, error);
      end_workers (&self);
    }
  tell_progress (&self, TRUE);
  g_mutex_clear (&self.lock);
  g_cond_clear (&self.changed);
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
