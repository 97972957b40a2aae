/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-casebook.h"

#include "ui/jkb-casebook-job.h"
#include "ui/jkb-order-ahead.h"
#include "jkb-enums.h"

/* How many texts are read between two looks at what has changed. */
#define TEXTS_NEXT 5000u
/* The index of the texts is kept when nothing has changed for so long. */
#define KEEP_AFTER_S 5
/* Fewer cases are read faster than a person notices. */
#define CASES_INDEXED 2000u
/* After a change the orders are made anew when nothing has followed for so long. */
#define ORDER_AFTER_MS 500

/*
 * The index of the cases belongs to whatever worker runs at the moment, and only one runs at a
 * time: first the one that loads all cases, then those that read the texts and, after commits, again
 * what changed. The main thread only ever sees the snapshots that they hand over. The first cases of a large
 * casebook are a snapshot of their own, which is forgotten when all are there.
 */
struct _JkbCasebook
{
  GObject parent_instance;

  char *path;
  JkbCasebookState state;
  GError *error;
  GCancellable *cancellable;
  JkbStore *store;
  JkbExtractor *extractor;
  JkbCaseIndex *index;
  JkbCases *first_cases;                /* NULL unless the others are being read */
  JkbCases *cases;
  GHashTable *stale;                    /* set of gint64: cases to read again */
  GArray *textless;                     /* gint64: cases whose texts have yet to be read */
  guint keep_source;                    /* 0 for none */
  JkbOrderAhead *order_ahead;
  gboolean is_reading;
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbCasebook, jkb_casebook, G_TYPE_OBJECT)

static void go_on_reading (JkbCasebook *self);

static void
set_state (JkbCasebook *self, JkbCasebookState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
fail_opening (JkbCasebook *self, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  set_state (self, JKB_CASEBOOK_FAILED);
}

/* ---- keeping the index of the texts ---- */

static gboolean
on_time_to_keep_cb (gpointer user_data)
{
  JkbCasebook *self = user_data;
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, NULL, NULL);
  JkbCasebookJob *job = g_new0 (JkbCasebookJob, 1);

  self->keep_source = 0;
  job->store = g_object_ref (self->store);
  job->cases = jkb_cases_ref (self->cases);
  g_task_set_source_tag (task, on_time_to_keep_cb);
  g_task_set_task_data (task, job, jkb_casebook_job_free);
  g_task_run_in_thread (task, jkb_casebook_job_keep_index);
  return G_SOURCE_REMOVE;
}

static void
keep_later (JkbCasebook *self)
{
  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (self->cases != NULL && jkb_cases_n (self->cases) >= CASES_INDEXED && !jkb_store_is_read_only (self->store))
    self->keep_source = g_timeout_add_seconds (KEEP_AFTER_S, on_time_to_keep_cb, self);
}

/* ---- reading ---- */

static void
take_cases (JkbCasebook *self, JkbCases *cases)
{
  g_clear_pointer (&self->cases, jkb_cases_unref);
  self->cases = cases;
}

static void
report_failure (JkbCasebook *self, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && !g_error_matches (error, JKB_STORE_ERROR, JKB_STORE_ERROR_CLOSED))
    g_message ("%s: %s", self->path, error->message);
}

static JkbCasebookJob *
begin_reading (JkbCasebook *self)
{
  JkbCasebookJob *job = g_new0 (JkbCasebookJob, 1);

  self->is_reading = TRUE;
  job->store = g_object_ref (self->store);
  job->index = self->index;
  return job;
}

/* What a search finds is the same before and after, so nobody has to ask again. */
static void
on_texts_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbCasebook *self = JKB_CASEBOOK (object);
  g_autoptr(GError) error = NULL;
  JkbCases *cases = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_reading = FALSE;
  if (cases == NULL)
    {
      report_failure (self, error);
      return;
    }
  take_cases (self, cases);
  go_on_reading (self);
}

static void
read_next_texts (JkbCasebook *self)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, on_texts_read_cb, NULL);
  JkbCasebookJob *job = begin_reading (self);
  guint n = MIN (TEXTS_NEXT, self->textless->len), first = self->textless->len - n;

  /* From the end: what came last is looked for first. */
  job->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (job->ids, &g_array_index (self->textless, gint64, first), n);
  g_array_set_size (self->textless, first);
  g_task_set_source_tag (task, read_next_texts);
  g_task_set_task_data (task, job, jkb_casebook_job_free);
  g_task_run_in_thread (task, jkb_casebook_job_read_texts);
}

static void
on_stale_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbCasebook *self = JKB_CASEBOOK (object);
  JkbCasebookJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  JkbCases *cases = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_reading = FALSE;
  if (cases == NULL)
    {
      report_failure (self, error);
      return;
    }
  take_cases (self, cases);
  jkb_order_ahead_begin (self->order_ahead, cases, ORDER_AFTER_MS);
  g_signal_emit (self, signals[CHANGED], 0, job->ids);
  go_on_reading (self);
}

static void
read_stale_cases (JkbCasebook *self)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, on_stale_read_cb, NULL);
  JkbCasebookJob *job = begin_reading (self);

  job->ids = jkb_casebook_job_take_ids (self->stale);
  g_task_set_source_tag (task, read_stale_cases);
  g_task_set_task_data (task, job, jkb_casebook_job_free);
  g_task_run_in_thread (task, jkb_casebook_job_read_changes);
}

/* What a person changed comes before texts that nobody may ask for. */
static void
go_on_reading (JkbCasebook *self)
{
  if (self->is_reading || self->state != JKB_CASEBOOK_READY)
    return;
  if (g_hash_table_size (self->stale) > 0)
    read_stale_cases (self);
  else if (self->textless != NULL && self->textless->len > 0)
    read_next_texts (self);
  else
    keep_later (self);
}

static void
on_store_changed_cb (JkbStore *store, GArray *ids, JkbCasebook *self)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 *id = g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64));

      g_hash_table_add (self->stale, id);
    }
  go_on_reading (self);
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbCasebook *self = JKB_CASEBOOK (object);
  JkbCasebookJob *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  JkbCases *cases = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_reading = FALSE;
  g_clear_pointer (&self->index, jkb_case_index_free);
  self->index = g_steal_pointer (&job->index);
  g_clear_pointer (&self->extractor, jkb_extractor_free);
  self->extractor = g_steal_pointer (&job->extractor);
  if (cases == NULL)
    {
      fail_opening (self, error);
      return;
    }
  take_cases (self, cases);
  g_clear_pointer (&self->first_cases, jkb_cases_unref);
  g_clear_pointer (&self->textless, g_array_unref);
  self->textless = g_steal_pointer (&job->textless);
  set_state (self, JKB_CASEBOOK_READY);
  g_signal_emit (self, signals[CHANGED], 0, NULL);
  jkb_order_ahead_begin (self->order_ahead, cases, 0);
  go_on_reading (self);
}

static void
load_all_cases (JkbCasebook *self, JkbFold *fold)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, on_loaded_cb, NULL);
  JkbCasebookJob *job = begin_reading (self);

  job->index = NULL;            /* a new one is made */
  job->fold = jkb_fold_ref (fold);
  g_task_set_source_tag (task, load_all_cases);
  g_task_set_task_data (task, job, jkb_casebook_job_free);
  g_task_run_in_thread (task, jkb_casebook_job_load);
}

/* When the first are all, there is nothing to be shown before the others. */
static void
on_begun_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbCasebook *self = JKB_CASEBOOK (object);
  JkbCasebookJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(JkbCases) cases = NULL;
  GError *error = NULL;

  cases = g_task_propagate_pointer (G_TASK (result), &error);
  self->is_reading = FALSE;
  if (cases == NULL)
    {
      fail_opening (self, error);
      return;
    }
  load_all_cases (self, job->fold);
  if (jkb_cases_n (cases) < JKB_CASEBOOK_JOB_N_FIRST)
    return;
  g_clear_pointer (&self->first_cases, jkb_cases_unref);
  self->first_cases = g_steal_pointer (&cases);
  set_state (self, JKB_CASEBOOK_LOADING);
}

static void
begin_loading (JkbCasebook *self)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, on_begun_cb, NULL);

  g_task_set_source_tag (task, begin_loading);
  g_task_set_task_data (task, begin_reading (self), jkb_casebook_job_free);
  g_task_run_in_thread (task, jkb_casebook_job_begin);
}

static void
on_store_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbCasebook) self = user_data;
  g_autoptr(GError) error = NULL;
  JkbStore *store = jkb_store_open_finish (result, &error);

  if (g_error_matches (error, JKB_STORE_ERROR, JKB_STORE_ERROR_READ_ONLY))
    {
      jkb_store_open_async (self->path, JKB_STORE_READ_ONLY, self->cancellable,
                            on_store_opened_cb, g_object_ref (self));
      return;
    }
  if (store == NULL)
    {
      fail_opening (self, g_steal_pointer (&error));
      return;
    }
  g_set_object (&self->store, store);
  g_object_unref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, 0);
  begin_loading (self);
}

static void
jkb_casebook_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JkbCasebook *self = JKB_CASEBOOK (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_casebook_dispose (GObject *object)
{
  JkbCasebook *self = JKB_CASEBOOK (object);

  g_cancellable_cancel (self->cancellable);
  jkb_order_ahead_stop (self->order_ahead);
  g_clear_handle_id (&self->keep_source, g_source_remove);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (jkb_casebook_parent_class)->dispose (object);
}

static void
jkb_casebook_finalize (GObject *object)
{
  JkbCasebook *self = JKB_CASEBOOK (object);

  g_free (self->path);
  g_clear_error (&self->error);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->extractor, jkb_extractor_free);
  g_clear_pointer (&self->index, jkb_case_index_free);
  g_clear_pointer (&self->first_cases, jkb_cases_unref);
  g_clear_pointer (&self->cases, jkb_cases_unref);
  jkb_order_ahead_free (self->order_ahead);
  g_hash_table_unref (self->stale);
  g_clear_pointer (&self->textless, g_array_unref);
  G_OBJECT_CLASS (jkb_casebook_parent_class)->finalize (object);
}

static void
jkb_casebook_class_init (JkbCasebookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jkb_casebook_get_property;
  object_class->dispose = jkb_casebook_dispose;
  object_class->finalize = jkb_casebook_finalize;

  properties[PROP_STATE]
      = g_param_spec_enum ("state", NULL, NULL, JKB_TYPE_CASEBOOK_STATE, JKB_CASEBOOK_OPENING,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
jkb_casebook_init (JkbCasebook *self)
{
  self->cancellable = g_cancellable_new ();
  self->order_ahead = jkb_order_ahead_new ();
  self->stale = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

JkbCasebook *
jkb_casebook_new (const char *path)
{
  JkbCasebook *self = g_object_new (JKB_TYPE_CASEBOOK, NULL);

  self->path = g_strdup (path);
  return self;
}

void
jkb_casebook_open (JkbCasebook *self)
{
  g_return_if_fail (JKB_IS_CASEBOOK (self));
  g_return_if_fail (self->state != JKB_CASEBOOK_READY && !self->is_reading);

  set_state (self, JKB_CASEBOOK_OPENING);
  if (self->store != NULL)
    begin_loading (self);
  else
    jkb_store_open_async (self->path, JKB_STORE_CREATE, self->cancellable, on_store_opened_cb,
                          g_object_ref (self));
}

void
jkb_casebook_touch (JkbCasebook *self)
{
  g_return_if_fail (JKB_IS_CASEBOOK (self));

  if (self->state == JKB_CASEBOOK_READY)
    g_signal_emit (self, signals[CHANGED], 0, NULL);
}

void
jkb_casebook_close (JkbCasebook *self)
{
  g_return_if_fail (JKB_IS_CASEBOOK (self));

  g_cancellable_cancel (self->cancellable);
  jkb_order_ahead_stop (self->order_ahead);
  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (self->store != NULL)
    jkb_store_close (self->store);
}

const char *
jkb_casebook_get_path (JkbCasebook *self)
{
  g_return_val_if_fail (JKB_IS_CASEBOOK (self), NULL);

  return self->path;
}

JkbCasebookState
jkb_casebook_get_state (JkbCasebook *self)
{
  g_return_val_if_fail (JKB_IS_CASEBOOK (self), JKB_CASEBOOK_FAILED);

  return self->state;
}

const GError *
jkb_casebook_get_error (JkbCasebook *self)
{
  g_return_val_if_fail (JKB_IS_CASEBOOK (self), NULL);

  return self->state == JKB_CASEBOOK_FAILED ? self->error : NULL;
}

JkbStore *
jkb_casebook_get_store (JkbCasebook *self)
{
  g_return_val_if_fail (JKB_IS_CASEBOOK (self), NULL);

  return self->state == JKB_CASEBOOK_READY || self->state == JKB_CASEBOOK_LOADING ? self->store : NULL;
}

JkbCases *
jkb_casebook_get_first_cases (JkbCasebook *self)
{
  g_return_val_if_fail (JKB_IS_CASEBOOK (self), NULL);

  return self->first_cases;
}

JkbCases *
jkb_casebook_get_cases (JkbCasebook *self)
{
  g_return_val_if_fail (JKB_IS_CASEBOOK (self), NULL);

  return self->cases;
}

const JkbExtractor *
jkb_casebook_get_extractor (JkbCasebook *self)
{
  g_return_val_if_fail (JKB_IS_CASEBOOK (self), NULL);

  return self->extractor;
}
