/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-case-lists.h"

#include "query/jkb-filter-text.h"

struct _JkbCaseLists
{
  GObject parent_instance;

  JkbScope *scope;
  GPtrArray *lists;                     /* element-type JkbList */
  GArray *counts;                       /* guint, of each list */
  GPtrArray *bin;                       /* element-type JkbIncident */
  guint n_cases;
  guint n_unread;
  GCancellable *cancellable;            /* of the reading under way, NULL for none */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbCaseLists, jkb_case_lists, G_TYPE_OBJECT)

/* ---------------------------------------------------------------- reading */

/* What a worker reads, and what it reads it from. */
typedef struct
{
  JkbStore *store;
  JkbCases *cases;
  GPtrArray *lists;
  GArray *counts;
  GPtrArray *bin;
  guint n_unread;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->store);
  jkb_cases_unref (reading->cases);
  g_clear_pointer (&reading->lists, g_ptr_array_unref);
  g_clear_pointer (&reading->counts, g_array_unref);
  g_clear_pointer (&reading->bin, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
count_filter (JkbCases *cases, const JkbFilter *filter, guint *n_cases, GCancellable *cancellable, GError **error)
{
  g_autoptr(JkbSelection) found = jkb_selection_new (cases, filter, jkb_order_from_text (NULL), cancellable, error);

  *n_cases = found != NULL ? jkb_selection_n (found) : 0;
  return found != NULL;
}

static gboolean
count_cases (const JkbList *list, JkbCases *cases, guint *n_cases, GCancellable *cancellable, GError **error)
{
  g_autoptr(JkbFilter) filter = jkb_filter_from_text (list->filter);

  *n_cases = list->cases->len;
  return list->kind == JKB_LIST_COLLECTION || count_filter (cases, filter, n_cases, cancellable, error);
}

static gboolean
count_unread (Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr(JkbFilter) filter = jkb_filter_new ();

  filter->reviews = 1u << JKB_REVIEW_UNREAD;
  return count_filter (reading->cases, filter, &reading->n_unread, cancellable, error);
}

static gboolean
read_lists (Reading *reading, GCancellable *cancellable, GError **error)
{
  reading->lists = jkb_store_load_lists (reading->store, cancellable, error);
  if (reading->lists == NULL)
    return FALSE;
  reading->counts = g_array_new (FALSE, TRUE, sizeof (guint));
  for (guint i = 0; i < reading->lists->len; i++)
    {
      guint n_cases;

      if (!count_cases (reading->lists->pdata[i], reading->cases, &n_cases, cancellable, error))
        return FALSE;
      g_array_append_val (reading->counts, n_cases);
    }
  reading->bin = jkb_store_load_bin (reading->store, cancellable, error);
  return reading->bin != NULL && count_unread (reading, cancellable, error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (read_lists (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A collection may have lost or won cases since the filter was made, by an undo of either of them. */
static void
follow_collection (JkbCaseLists *self)
{
  gint64 list_id = jkb_scope_get_filter (self->scope)->list_id;
  const JkbList *list = jkb_case_lists_find (self, list_id);

  if (list_id != 0 && list_id != JKB_FILTER_LIST_FOUND)
    jkb_scope_update_list (self->scope, list != NULL ? list->id : 0, list != NULL ? list->name : NULL,
                           list != NULL ? list->cases : NULL);
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbCaseLists *self = JKB_CASE_LISTS (object);
  Reading *reading = g_task_get_task_data (G_TASK (result));

  /* Whoever cancelled it has begun another one; a store that is closed has no lists. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->lists);
  self->lists = g_steal_pointer (&reading->lists);
  g_array_unref (self->counts);
  self->counts = g_steal_pointer (&reading->counts);
  g_ptr_array_unref (self->bin);
  self->bin = g_steal_pointer (&reading->bin);
  self->n_cases = jkb_cases_n (reading->cases);
  self->n_unread = reading->n_unread;
  follow_collection (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop_reading (JkbCaseLists *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
start_reading (JkbCaseLists *self)
{
  JkbCasebook *casebook = jkb_scope_get_casebook (self->scope);
  JkbStore *store = jkb_casebook_get_store (casebook);
  JkbCases *cases = jkb_casebook_get_cases (casebook);
  g_autoptr(GTask) task = NULL;
  Reading *reading;

  stop_reading (self);
  if (store == NULL || cases == NULL)
    return;
  reading = g_new0 (Reading, 1);
  reading->store = g_object_ref (store);
  reading->cases = jkb_cases_ref (cases);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_read_cb, NULL);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, free_reading);
  g_task_run_in_thread (task, read_in_thread);
}

static void
on_casebook_changed_cb (JkbCasebook *casebook, GArray *ids, JkbCaseLists *self)
{
  start_reading (self);
}

static void
on_filter_changed_cb (JkbScope *scope, JkbCaseLists *self)
{
  follow_collection (self);
}

/* ---------------------------------------------------------------- the object */

static void
jkb_case_lists_dispose (GObject *object)
{
  JkbCaseLists *self = JKB_CASE_LISTS (object);

  stop_reading (self);
  g_clear_object (&self->scope);
  G_OBJECT_CLASS (jkb_case_lists_parent_class)->dispose (object);
}

static void
jkb_case_lists_finalize (GObject *object)
{
  JkbCaseLists *self = JKB_CASE_LISTS (object);

  g_ptr_array_unref (self->lists);
  g_array_unref (self->counts);
  g_ptr_array_unref (self->bin);
  G_OBJECT_CLASS (jkb_case_lists_parent_class)->finalize (object);
}

static void
jkb_case_lists_class_init (JkbCaseListsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_case_lists_dispose;
  G_OBJECT_CLASS (klass)->finalize = jkb_case_lists_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
jkb_case_lists_init (JkbCaseLists *self)
{
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) jkb_list_free);
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint));
  self->bin = g_ptr_array_new ();
}

JkbCaseLists *
jkb_case_lists_new (JkbScope *scope)
{
  JkbCaseLists *self = g_object_new (JKB_TYPE_CASE_LISTS, NULL);

  self->scope = g_object_ref (scope);
  g_signal_connect_object (jkb_scope_get_casebook (scope), "changed", G_CALLBACK (on_casebook_changed_cb), self, 0);
  g_signal_connect_object (scope, "filter-changed", G_CALLBACK (on_filter_changed_cb), self, 0);
  start_reading (self);
  return self;
}

guint
jkb_case_lists_get_n (JkbCaseLists *self)
{
  g_return_val_if_fail (JKB_IS_CASE_LISTS (self), 0);

  return self->lists->len;
}

const JkbList *
jkb_case_lists_get (JkbCaseLists *self, guint index, guint *n_cases)
{
  g_return_val_if_fail (JKB_IS_CASE_LISTS (self), NULL);
  g_return_val_if_fail (index < self->lists->len, NULL);

  if (n_cases != NULL)
    *n_cases = g_array_index (self->counts, guint, index);
  return g_ptr_array_index (self->lists, index);
}

const JkbList *
jkb_case_lists_find (JkbCaseLists *self, gint64 list_id)
{
  g_return_val_if_fail (JKB_IS_CASE_LISTS (self), NULL);

  for (guint i = 0; i < self->lists->len; i++)
    if (((JkbList *) self->lists->pdata[i])->id == list_id)
      return self->lists->pdata[i];
  return NULL;
}

GPtrArray *
jkb_case_lists_get_bin (JkbCaseLists *self)
{
  g_return_val_if_fail (JKB_IS_CASE_LISTS (self), NULL);

  return self->bin;
}

guint
jkb_case_lists_count (JkbCaseLists *self, gboolean only_unread)
{
  g_return_val_if_fail (JKB_IS_CASE_LISTS (self), 0);

  return only_unread ? self->n_unread : self->n_cases;
}

void
jkb_case_lists_show (JkbCaseLists *self, gint64 list_id)
{
  const JkbList *list;
  g_autoptr(JkbFilter) filter = NULL;

  g_return_if_fail (JKB_IS_CASE_LISTS (self));

  list = jkb_case_lists_find (self, list_id);
  if (list == NULL)
    return;
  filter = jkb_filter_from_text (list->filter);
  if (list->kind == JKB_LIST_COLLECTION)
    jkb_filter_set_list (filter, list->id, list->name, list->cases);
  else if (list->sort != NULL)
    jkb_scope_set_order (self->scope, jkb_order_from_text (list->sort));
  jkb_scope_set_filter (self->scope, filter);
}

gint64
jkb_case_lists_find_shown (JkbCaseLists *self)
{
  const JkbFilter *filter;

  g_return_val_if_fail (JKB_IS_CASE_LISTS (self), 0);

  filter = jkb_scope_get_filter (self->scope);
  for (guint i = 0; i < self->lists->len && filter->list_id == 0; i++)
    {
      const JkbList *list = self->lists->pdata[i];
      g_autoptr(JkbFilter) wanted = jkb_filter_from_text (list->filter);

      if (list->kind == JKB_LIST_SEARCH && jkb_filter_equal (filter, wanted))
        return list->id;
    }
  return filter->list_id;
}
