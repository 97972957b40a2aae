/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-casebook.h"

#include "import/jkb-bundled.h"
#include "summary/jkb-case-loader.h"
#include "jkb-enums.h"

/*
 * The index of the cases belongs to whatever worker runs at the moment, and only one runs at a
 * time: first the one that loads everything, then, after commits, one that reads again what changed.
 * The main thread only ever sees the snapshots that they hand over.
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
  JkbCases *cases;
  GHashTable *stale;                    /* set of gint64: cases to read again */
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

static void read_stale_cases (JkbCasebook *self);

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

/* What a worker makes, and what it makes it of. */
typedef struct
{
  JkbStore *store;
  JkbCaseIndex *index;
  JkbExtractor *extractor;
  GArray *ids;                          /* the cases to read again */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->store);
  g_clear_pointer (&reading->ids, g_array_unref);
  g_free (reading);
}

static void
on_stale_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbCasebook *self = JKB_CASEBOOK (object);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr(JkbCases) cases = NULL;
  g_autoptr(GError) error = NULL;

  self->is_reading = FALSE;
  cases = g_task_propagate_pointer (G_TASK (result), &error);
  if (cases == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
          && !g_error_matches (error, JKB_STORE_ERROR, JKB_STORE_ERROR_CLOSED))
        g_message ("%s: %s", self->path, error->message);
      return;
    }
  g_clear_pointer (&self->cases, jkb_cases_unref);
  self->cases = g_steal_pointer (&cases);
  g_signal_emit (self, signals[CHANGED], 0, reading->ids);
  read_stale_cases (self);
}

static void
read_stale_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr(JkbCaseChanges) changes = NULL;
  GError *error = NULL;

  changes = jkb_case_changes_read (reading->store, (const gint64 *) reading->ids->data,
                                   reading->ids->len, cancellable, &error);
  if (changes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  jkb_case_changes_apply (changes, reading->index);
  g_task_return_pointer (task, jkb_case_index_snapshot (reading->index),
                         (GDestroyNotify) jkb_cases_unref);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static GArray *
take_stale_ids (JkbCasebook *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->stale);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  g_hash_table_remove_all (self->stale);
  g_array_sort (ids, compare_ids);
  return ids;
}

static void
read_stale_cases (JkbCasebook *self)
{
  g_autoptr(GTask) task = NULL;
  Reading *reading;

  if (self->is_reading || self->state != JKB_CASEBOOK_READY
      || g_hash_table_size (self->stale) == 0)
    return;
  self->is_reading = TRUE;
  reading = g_new0 (Reading, 1);
  reading->store = g_object_ref (self->store);
  reading->index = self->index;
  reading->ids = take_stale_ids (self);
  task = g_task_new (self, self->cancellable, on_stale_read_cb, NULL);
  g_task_set_source_tag (task, read_stale_cases);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_stale_in_thread);
}

static void
on_store_changed_cb (JkbStore *store, GArray *ids, JkbCasebook *self)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 *id = g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64));

      g_hash_table_add (self->stale, id);
    }
  read_stale_cases (self);
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbCasebook *self = JKB_CASEBOOK (object);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  JkbCases *cases = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_reading = FALSE;
  g_clear_pointer (&self->index, jkb_case_index_free);
  self->index = g_steal_pointer (&reading->index);
  g_clear_pointer (&self->extractor, jkb_extractor_free);
  self->extractor = g_steal_pointer (&reading->extractor);
  if (cases == NULL)
    {
      fail_opening (self, error);
      return;
    }
  g_clear_pointer (&self->cases, jkb_cases_unref);
  self->cases = cases;
  set_state (self, JKB_CASEBOOK_READY);
  g_signal_emit (self, signals[CHANGED], 0, NULL);
  read_stale_cases (self);
}

/* A casebook on a read-only medium can be looked at without the bundled cases. */
static gboolean
add_bundled (JkbStore *store, GCancellable *cancellable, GError **error)
{
  return jkb_store_is_read_only (store) || jkb_bundled_install (store, cancellable, error);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr(JkbFold) fold = NULL;
  GError *error = NULL;

  fold = jkb_fold_new (NULL, &error);
  if (fold != NULL)
    reading->extractor = jkb_extractor_new (NULL, &error);
  if (reading->extractor != NULL && add_bundled (reading->store, cancellable, &error))
    reading->index = jkb_case_loader_load (reading->store, fold, cancellable, &error);
  if (reading->index != NULL)
    g_task_return_pointer (task, jkb_case_index_snapshot (reading->index),
                           (GDestroyNotify) jkb_cases_unref);
  else
    g_task_return_error (task, error);
}

static void
load_all_cases (JkbCasebook *self)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, on_loaded_cb, NULL);
  Reading *reading = g_new0 (Reading, 1);

  self->is_reading = TRUE;
  reading->store = g_object_ref (self->store);
  g_task_set_source_tag (task, load_all_cases);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, load_in_thread);
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
  load_all_cases (self);
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
  g_clear_pointer (&self->cases, jkb_cases_unref);
  g_hash_table_unref (self->stale);
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
    load_all_cases (self);
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

  return self->state == JKB_CASEBOOK_READY ? self->store : NULL;
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
