/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/jkb-import-private.h"

#define TELL_INTERVAL_US (G_USEC_PER_SEC / 10)

static void
free_entry (gpointer data)
{
  JkbDraftEntry *entry = data;

  g_free (entry->name);
  g_clear_pointer (&entry->source, jkb_source_unref);
  g_clear_error (&entry->error);
  g_clear_pointer (&entry->planned, g_array_unref);
  g_free (entry->is_declined);
  g_free (entry);
}

JkbImportDraft *
jkb_import_draft_new (JkbStore *store)
{
  JkbImportDraft *self = g_new0 (JkbImportDraft, 1);

  self->ref_count = 1;
  self->store = g_object_ref (store);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  return self;
}

JkbImportDraft *
jkb_import_draft_ref (JkbImportDraft *self)
{
  self->ref_count++;
  return self;
}

void
jkb_import_draft_unref (JkbImportDraft *self)
{
  if (self == NULL || --self->ref_count > 0)
    return;
  g_object_unref (self->store);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

const GPtrArray *
jkb_import_draft_get_entries (JkbImportDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entries;
}

const JkbAddedItem *
jkb_draft_entry_get_plan (const JkbDraftEntry *entry, guint index)
{
  g_return_val_if_fail (entry != NULL, NULL);

  for (guint i = 0; entry->planned != NULL && i < entry->planned->len; i++)
    if (g_array_index (entry->planned, JkbAddedItem, i).index == index)
      return &g_array_index (entry->planned, JkbAddedItem, i);
  return NULL;
}

gboolean
jkb_draft_entry_is_choice (const JkbDraftEntry *entry, guint index)
{
  const JkbAddedItem *plan = jkb_draft_entry_get_plan (entry, index);

  return plan != NULL
         && (plan->outcome == JKB_OUTCOME_NEW || plan->outcome == JKB_OUTCOME_BUNDLED
             || plan->outcome == JKB_OUTCOME_FOLLOW_UP);
}

/* ---- reading ---- */

typedef struct
{
  JkbImportDraft *draft;                /* for the main thread */
  const JkbExtractor *extractor;
  JkbImportInputs *inputs;
  JkbDraftFunc func;
  gpointer func_data;
  GMainContext *context;
  JkbStore *store;

  GPtrArray *pending;                   /* readings that the main thread was not told of */
  JkbImportProgress progress;
  gsize n_bytes;
  gint64 told_us;
} Read;

static void
free_read (gpointer data)
{
  Read *read = data;

  jkb_import_draft_unref (read->draft);
  jkb_import_inputs_free (read->inputs);
  g_main_context_unref (read->context);
  g_object_unref (read->store);
  g_ptr_array_unref (read->pending);
  g_free (read);
}

/* What the main thread is told at once. The task lives on until its callback, which comes later. */
typedef struct
{
  Read *read;
  GPtrArray *readings;
  JkbImportProgress progress;
} Telling;

static void
free_telling (gpointer data)
{
  Telling *telling = data;

  g_ptr_array_unref (telling->readings);
  g_free (telling);
}

static void
add_entry (JkbImportDraft *self, JkbReading *reading)
{
  JkbDraftEntry *entry = g_new0 (JkbDraftEntry, 1);

  entry->name = g_strdup (reading->name);
  entry->source = g_steal_pointer (&reading->source);
  entry->error = g_steal_pointer (&reading->error);
  entry->is_declined = g_new0 (gboolean, entry->source != NULL ? entry->source->items->len : 1);
  g_ptr_array_add (self->entries, entry);
}

static gboolean
on_told_cb (gpointer data)
{
  Telling *telling = data;
  JkbImportDraft *draft = telling->read->draft;
  guint first = draft->entries->len;

  for (guint i = 0; i < telling->readings->len; i++)
    add_entry (draft, g_ptr_array_index (telling->readings, i));
  if (draft->entries->len > first)
    telling->progress.name = ((const JkbDraftEntry *) draft->entries->pdata[draft->entries->len - 1])->name;
  telling->read->func (draft, first, &telling->progress, telling->read->func_data);
  return G_SOURCE_REMOVE;
}

static GPtrArray *
new_pending (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_reading_free);
}

static void
tell (Read *read)
{
  g_autoptr(GSource) source = g_idle_source_new ();
  Telling *telling = g_new0 (Telling, 1);

  telling->read = read;
  telling->readings = g_steal_pointer (&read->pending);
  telling->progress = read->progress;
  read->pending = new_pending ();
  read->told_us = g_get_monotonic_time ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "jikenbo: what an import has read");
  g_source_set_callback (source, on_told_cb, telling, free_telling);
  g_source_attach (source, read->context);
}

/* Everything is in memory until it is accepted. */
static void
limit_bytes (Read *read, JkbReading *reading)
{
  if (reading->source == NULL)
    return;
  read->n_bytes += g_bytes_get_size (reading->source->bytes);
  if (read->n_bytes <= JKB_DRAFT_N_BYTES_MAX)
    return;
  g_clear_pointer (&reading->source, jkb_source_unref);
  g_set_error (&reading->error, JKB_EXTRACT_ERROR, JKB_EXTRACT_ERROR_TOO_LARGE,
               "more than %u MiB to look at in one go; import the rest afterwards",
               (guint) (JKB_DRAFT_N_BYTES_MAX / 1024 / 1024));
}

static gboolean
take_readings (GPtrArray *readings, guint n_found, gpointer user_data, GError **error)
{
  Read *read = user_data;

  for (guint i = 0; i < readings->len; i++)
    {
      JkbReading *reading = g_ptr_array_index (readings, i);

      limit_bytes (read, reading);
      read->progress.n_items += reading->source != NULL ? reading->source->items->len : 0;
    }
  read->progress.n_done += readings->len;
  read->progress.n_found = MAX (n_found, read->progress.n_done);
  g_ptr_array_extend_and_steal (read->pending, g_ptr_array_ref (readings));
  if (g_get_monotonic_time () >= read->told_us + TELL_INTERVAL_US)
    tell (read);
  return TRUE;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Read *read = data;
  GError *error = NULL;
  gboolean good = jkb_import_read (read->store, read->extractor, read->inputs, take_readings, read, cancellable,
                                   &error);

  tell (read);
  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
jkb_import_draft_read_async (JkbImportDraft *self, const JkbExtractor *extractor, JkbImportInputs *inputs,
                             JkbDraftFunc func, gpointer func_data, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = NULL;
  Read *read;

  g_return_if_fail (self != NULL && self->entries->len == 0);
  g_return_if_fail (extractor != NULL && inputs != NULL && func != NULL);

  task = g_task_new (self->store, cancellable, callback, user_data);
  read = g_new0 (Read, 1);
  read->draft = jkb_import_draft_ref (self);
  read->extractor = extractor;
  read->inputs = inputs;
  read->func = func;
  read->func_data = func_data;
  read->context = g_main_context_ref (g_task_get_context (task));
  read->store = g_object_ref (self->store);
  read->pending = new_pending ();
  g_task_set_source_tag (task, jkb_import_draft_read_async);
  g_task_set_task_data (task, read, free_read);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, read_in_thread);
}
