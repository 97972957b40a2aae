/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/jkb-import-private.h"

#define PROGRESS_INTERVAL_US (G_USEC_PER_SEC / 10)

typedef struct
{
  JkbStore *store;
  GCancellable *cancellable;
  JkbImportProgressFunc progress;
  gpointer user_data;

  JkbImportReport *report;
  guint n_found;
  guint n_items;
  gint64 told_us;
} Import;

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

static GPtrArray *
collect_sources (const GPtrArray *readings)
{
  GPtrArray *sources = g_ptr_array_new ();

  for (guint i = 0; i < readings->len; i++)
    if (((const JkbReading *) readings->pdata[i])->source != NULL)
      g_ptr_array_add (sources, ((const JkbReading *) readings->pdata[i])->source);
  return sources;
}

static gboolean
store_readings (GPtrArray *readings, guint n_found, gpointer user_data, GError **error)
{
  Import *self = user_data;
  g_autoptr(GPtrArray) sources = collect_sources (readings);
  g_autoptr(GPtrArray) added
      = jkb_store_add_sources (self->store, (JkbSource *const *) sources->pdata, sources->len, self->report->batch,
                               self->cancellable, error);

  if (added == NULL)
    return FALSE;
  self->n_found = n_found;
  self->n_items += jkb_import_report_readings (self->report, readings, added);
  tell_progress (self, FALSE);
  return TRUE;
}

gboolean
jkb_import_run (JkbStore *store, const JkbExtractor *extractor, const JkbImportInputs *inputs,
                JkbImportProgressFunc progress, gpointer user_data, JkbImportReport **report,
                GCancellable *cancellable, GError **error)
{
  Import self = { store, cancellable, progress, user_data };
  gboolean good;

  g_return_val_if_fail (JKB_IS_STORE (store), FALSE);
  g_return_val_if_fail (extractor != NULL && inputs != NULL && report != NULL, FALSE);

  self.report = *report = jkb_import_report_new (jkb_store_new_batch (store));
  self.told_us = g_get_monotonic_time ();
  good = jkb_import_read (store, extractor, inputs, store_readings, &self, cancellable, error);
  tell_progress (&self, TRUE);
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
