/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/jkb-import-private.h"

/* What becomes of a draft: it is compared with the casebook, and what a person wants of it is stored. */

typedef struct
{
  JkbImportDraft *draft;                /* for the main thread */
  JkbStore *store;
  GPtrArray *sources;
  GArray *places;                       /* the entry of each source */
  GPtrArray *added;
  gint64 batch;
} Storing;

static void
free_storing (gpointer data)
{
  Storing *storing = data;

  jkb_import_draft_unref (storing->draft);
  g_object_unref (storing->store);
  g_ptr_array_unref (storing->sources);
  g_array_unref (storing->places);
  g_clear_pointer (&storing->added, g_ptr_array_unref);
  g_free (storing);
}

static Storing *
new_storing (JkbImportDraft *draft)
{
  Storing *storing = g_new0 (Storing, 1);

  storing->draft = jkb_import_draft_ref (draft);
  storing->store = g_object_ref (draft->store);
  storing->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_source_unref);
  storing->places = g_array_new (FALSE, FALSE, sizeof (guint));
  return storing;
}

static void
add_source (Storing *storing, guint place, JkbSource *source)
{
  g_ptr_array_add (storing->sources, source);
  g_array_append_val (storing->places, place);
}

static void
run_storing (JkbImportDraft *self, Storing *storing, gpointer tag, GTaskThreadFunc func, GCancellable *cancellable,
             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (self->store, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, storing, free_storing);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, func);
}

static void
return_added (GTask *task, Storing *storing, GError *error)
{
  if (storing->added != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Storing *storing = data;
  GError *error = NULL;

  storing->added = jkb_store_try_sources (storing->store, (JkbSource *const *) storing->sources->pdata,
                                          storing->sources->len, cancellable, &error);
  return_added (task, storing, error);
}

void
jkb_import_draft_compare_async (JkbImportDraft *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Storing *storing;

  g_return_if_fail (self != NULL);

  storing = new_storing (self);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const JkbDraftEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->source != NULL)
        add_source (storing, i, jkb_source_ref (entry->source));
    }
  run_storing (self, storing, jkb_import_draft_compare_async, compare_in_thread, cancellable, callback, user_data);
}

static void
take_plans (Storing *storing)
{
  for (guint i = 0; i < storing->places->len; i++)
    {
      JkbDraftEntry *entry
          = g_ptr_array_index (storing->draft->entries, g_array_index (storing->places, guint, i));

      g_clear_pointer (&entry->planned, g_array_unref);
      entry->planned = g_array_ref (g_ptr_array_index (storing->added, i));
    }
}

gboolean
jkb_import_draft_finish (JkbImportDraft *self, GAsyncResult *result, GError **error)
{
  gboolean good;

  g_return_val_if_fail (self != NULL && G_IS_TASK (result), FALSE);

  good = g_task_propagate_boolean (G_TASK (result), error);
  if (good && g_async_result_is_tagged (result, jkb_import_draft_compare_async))
    take_plans (g_task_get_task_data (G_TASK (result)));
  return good;
}

static JkbItem *
copy_item (const JkbItem *item, gboolean is_declined)
{
  JkbItem *copy = jkb_item_copy (item);

  if (!is_declined || !copy->is_notice)
    return copy;
  copy->is_notice = FALSE;
  copy->set_aside_reason = g_strdup ("declined");
  g_ptr_array_set_size (copy->facts, 0);
  return copy;
}

static JkbSource *
copy_without_declined (const JkbDraftEntry *entry)
{
  JkbSource *copy = jkb_source_new (entry->source->name, entry->source->bytes);

  copy->kind = entry->source->kind;
  copy->charset = entry->source->charset;
  for (guint i = 0; i < entry->source->items->len; i++)
    g_ptr_array_add (copy->items, copy_item (g_ptr_array_index (entry->source->items, i), entry->is_declined[i]));
  for (guint i = 0; i < entry->source->notes->len; i++)
    g_ptr_array_add (copy->notes, g_strdup (g_ptr_array_index (entry->source->notes, i)));
  return copy;
}

static void
count_choices (const JkbDraftEntry *entry, guint *n_choices, guint *n_declined)
{
  *n_choices = *n_declined = 0;
  for (guint i = 0; i < entry->source->items->len; i++)
    if (jkb_draft_entry_is_choice (entry, i))
      {
        *n_choices += 1;
        *n_declined += entry->is_declined[i];
      }
}

static void
accept_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Storing *storing = data;
  GError *error = NULL;

  storing->added = jkb_store_add_sources (storing->store, (JkbSource *const *) storing->sources->pdata,
                                          storing->sources->len, storing->batch, cancellable, &error);
  return_added (task, storing, error);
}

void
jkb_import_draft_accept_async (JkbImportDraft *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Storing *storing;

  g_return_if_fail (self != NULL);

  storing = new_storing (self);
  storing->batch = jkb_store_new_batch (self->store);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const JkbDraftEntry *entry = g_ptr_array_index (self->entries, i);
      guint n_choices, n_declined;

      if (entry->source == NULL)
        continue;
      count_choices (entry, &n_choices, &n_declined);
      if (n_declined == 0)
        add_source (storing, i, jkb_source_ref (entry->source));
      else if (n_declined < n_choices)
        add_source (storing, i, copy_without_declined (entry));
    }
  run_storing (self, storing, jkb_import_draft_accept_async, accept_in_thread, cancellable, callback, user_data);
}

static JkbImportReport *
make_report (const Storing *storing)
{
  JkbImportReport *report = jkb_import_report_new (storing->batch);

  for (guint i = 0; i < storing->sources->len; i++)
    {
      const JkbDraftEntry *draft
          = g_ptr_array_index (storing->draft->entries, g_array_index (storing->places, guint, i));
      JkbImportEntry *entry = jkb_import_entry_new (draft->name);

      jkb_import_entry_fill (entry, g_ptr_array_index (storing->sources, i),
                             g_ptr_array_index (storing->added, i));
      jkb_import_report_add (report, entry);
    }
  return report;
}

JkbImportReport *
jkb_import_draft_accept_finish (JkbImportDraft *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (self != NULL && G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, jkb_import_draft_accept_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return make_report (g_task_get_task_data (G_TASK (result)));
}
