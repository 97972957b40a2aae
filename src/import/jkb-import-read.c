/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/jkb-import-private.h"

#include <sys/resource.h>
#include <unistd.h>

#include "store/jkb-store-known.h"

/*
 * The thread that imports walks the inputs and hands each source to a few workers, which read and
 * extract side by side. What they are done with it takes itself, in the order of the inputs, so that
 * the same inputs always make the same casebook, and many at once, as a transaction costs much more than a
 * source: each writes the last page of every table and index anew.
 */

/* Sources handed out and not taken: enough to keep all busy, few enough to stop soon. */
#define N_AHEAD_MAX 512u

/* Sources that are waited for before they are taken, and how long at most. */
#define N_TOGETHER 64u
#define TOGETHER_MAX_US (G_USEC_PER_SEC / 10)

/* Of threads that stand back, beside the first thread: a tenth of a processor when that wants it whole. */
#define NICENESS 10

/* Bytes that were read and are not taken, beyond which only the next source is read. */
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
  JkbImportTakeFunc take;
  gpointer user_data;
  gboolean gives_way;
  gboolean knows_any;                   /* the casebook had sources when this began */

  GThreadPool *pool;
  guint n_found;

  GMutex lock;                          /* what follows, and the jobs that are not done */
  GCond changed;
  GQueue jobs;                          /* handed out, in the order of the inputs */
  guint n_done;                         /* of them, by workers */
  gsize n_bytes_ahead;
  gboolean stopped;
} Reader;

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
wait_for_room (Reader *self, Job *job)
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
read_bytes (Reader *self, Job *job)
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

/* Bytes that the casebook has are not read again. When it cannot say, reading them is never wrong. Where it had none, those
 * that come twice now are told apart when they are stored; the hash for it is made here, side by side. */
static gboolean
find_known (JkbSource *source, gpointer user_data)
{
  Reader *self = user_data;
  gboolean is_known;

  jkb_source_sha256 (source);
  if (!self->knows_any)
    return FALSE;
  return jkb_store_load_known (self->store, source, &is_known, self->cancellable, NULL) && is_known;
}

/* The threads of the pool are its own, so that no other work is slowed down by what is never taken back. */
static void
stand_back (void)
{
#ifdef __linux__
  setpriority (PRIO_PROCESS, (id_t) gettid (), getpriority (PRIO_PROCESS, (id_t) getpid ()) + NICENESS);
#endif
}

/* Whoever takes the sources is woken where that may be what it waits for, not for each of them. */
static void
end_job (Reader *self, Job *job)
{
  g_mutex_lock (&self->lock);
  job->done = TRUE;
  self->n_done++;
  if (g_queue_peek_head (&self->jobs) == job || self->n_done >= MIN (N_TOGETHER, self->jobs.length)
      || self->n_bytes_ahead > N_BYTES_AHEAD_MAX)
    g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

static void
on_job_popped_cb (gpointer item, gpointer data)
{
  Reader *self = data;
  Job *job = item;

  if (self->gives_way)
    stand_back ();
  if (wait_for_room (self, job))
    {
      g_autoptr(GBytes) bytes = read_bytes (self, job);

      if (bytes != NULL)
        job->readings = jkb_extractor_read_all (self->extractor, job->leaf->name, bytes, find_known, self,
                                                self->cancellable);
    }
  end_job (self, job);
}

/* ---- the thread that imports ---- */

static void
hand_out (Reader *self, JkbImportLeaf *leaf)
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
is_head_done (Reader *self)
{
  const Job *head = g_queue_peek_head (&self->jobs);

  return head == NULL || head->done;
}

/* Whether there is more to wait for: so many sources, or all; but not where workers wait for room. */
static gboolean
are_few_done (Reader *self)
{
  guint n_done = 0;

  if (self->n_bytes_ahead > N_BYTES_AHEAD_MAX)
    return FALSE;
  for (const GList *l = self->jobs.head; l != NULL && ((const Job *) l->data)->done; l = l->next)
    n_done++;
  return n_done < MIN (N_TOGETHER, self->jobs.length);
}

/* Waits for the next source, and a little for others behind it, and takes all that are done. */
static GPtrArray *
take_done (Reader *self)
{
  GPtrArray *done = g_ptr_array_new_with_free_func (free_job);
  gint64 end_us;

  g_mutex_lock (&self->lock);
  while (!is_head_done (self))
    g_cond_wait (&self->changed, &self->lock);
  end_us = g_get_monotonic_time () + TOGETHER_MAX_US;
  while (are_few_done (self) && g_cond_wait_until (&self->changed, &self->lock, end_us))
    ;
  while (!g_queue_is_empty (&self->jobs) && is_head_done (self))
    g_ptr_array_add (done, g_queue_pop_head (&self->jobs));
  self->n_done -= done->len;
  /* There may be a new next one, which need not wait for room. */
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  return done;
}

static void
make_room (Reader *self, const GPtrArray *jobs)
{
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < jobs->len; i++)
    self->n_bytes_ahead -= ((const Job *) g_ptr_array_index (jobs, i))->n_bytes;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

static JkbReading *
make_failed (const Job *job)
{
  JkbReading *reading = g_new0 (JkbReading, 1);

  reading->name = g_strdup (job->leaf->name);
  reading->error = g_error_copy (job->failure);
  return reading;
}

static gboolean
take_jobs (Reader *self, const GPtrArray *jobs, GError **error)
{
  g_autoptr(GPtrArray) readings = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_reading_free);

  for (guint i = 0; i < jobs->len; i++)
    {
      Job *job = g_ptr_array_index (jobs, i);

      if (job->failure != NULL)
        g_ptr_array_add (readings, make_failed (job));
      if (job->readings != NULL)
        g_ptr_array_extend_and_steal (readings, g_steal_pointer (&job->readings));
    }
  return self->take (readings, self->n_found, self->user_data, error);
}

static gboolean
read_inputs (Reader *self, const JkbImportInputs *inputs, GError **error)
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
      good = !g_cancellable_set_error_if_cancelled (self->cancellable, error) && take_jobs (self, done, error);
      make_room (self, done);
    }
  while (good && (leaf != NULL || self->jobs.length > 0));
  return good;
}

static void
end_workers (Reader *self)
{
  g_mutex_lock (&self->lock);
  self->stopped = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_queue_clear_full (&self->jobs, free_job);
}

gboolean
jkb_import_read (JkbStore *store, const JkbExtractor *extractor, const JkbImportInputs *inputs,
                 JkbImportTakeFunc take, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Reader self = { store, extractor, cancellable, take, user_data, jkb_import_inputs_gives_way (inputs) };
  gboolean good = FALSE;

  g_mutex_init (&self.lock);
  g_cond_init (&self.changed);
  g_queue_init (&self.jobs);
  self.knows_any = jkb_store_knows_any (store, cancellable);
  self.pool = g_thread_pool_new (on_job_popped_cb, &self, g_get_num_processors () + 1, TRUE, error);
  if (self.pool != NULL)
    {
      good = read_inputs (&self, inputs, error);
      end_workers (&self);
    }
  g_mutex_clear (&self.lock);
  g_cond_clear (&self.changed);
  return good;
}
