/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-casebook-job.h"

#include "import/jkb-bundled.h"
#include "summary/jkb-case-loader-index.h"
#include "summary/jkb-case-loader.h"

/* So many texts are read before the first table is shown; with more cases they follow. */
#define TEXTS_AT_ONCE 20000u

void
jkb_casebook_job_free (gpointer data)
{
  JkbCasebookJob *job = data;

  g_clear_object (&job->store);
  g_clear_pointer (&job->fold, jkb_fold_unref);
  g_clear_pointer (&job->cases, jkb_cases_unref);
  g_clear_pointer (&job->ids, g_array_unref);
  g_clear_pointer (&job->textless, g_array_unref);
  g_free (job);
}

/* A casebook on a read-only medium can be looked at without the bundled cases. Before the first change of a day
 * the file is copied, so nobody waits for this who can be shown something. */
static gboolean
add_bundled (JkbStore *store, GCancellable *cancellable, GError **error)
{
  return jkb_store_is_read_only (store) || jkb_bundled_install (store, cancellable, error);
}

/* Loads the cases, and the texts too when they are not many. */
static gboolean
load_cases (JkbCasebookJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_loader_load_lazily (job->store, job->fold, cancellable, error);

  if (index == NULL)
    return FALSE;
  job->textless = jkb_case_index_list_without_text (index);
  if (job->textless->len <= TEXTS_AT_ONCE)
    {
      if (!jkb_case_loader_read_texts (job->store, (const gint64 *) job->textless->data,
                                       job->textless->len, index, cancellable, error))
        return FALSE;
      g_array_set_size (job->textless, 0);
    }
  job->index = g_steal_pointer (&index);
  return TRUE;
}

void
jkb_casebook_job_begin (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JkbCasebookJob *job = data;
  JkbCases *cases = NULL;
  GError *error = NULL;

  job->fold = jkb_fold_new (NULL, &error);
  if (job->fold != NULL)
    cases = jkb_case_loader_load_latest (job->store, job->fold, JKB_CASEBOOK_JOB_N_FIRST, cancellable, &error);
  if (cases != NULL)
    g_task_return_pointer (task, cases, (GDestroyNotify) jkb_cases_unref);
  else
    g_task_return_error (task, error);
}

void
jkb_casebook_job_load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JkbCasebookJob *job = data;
  GError *error = NULL;

  job->extractor = jkb_extractor_new (NULL, &error);
  if (job->extractor != NULL && add_bundled (job->store, cancellable, &error)
      && load_cases (job, cancellable, &error))
    g_task_return_pointer (task, jkb_case_index_snapshot (job->index),
                           (GDestroyNotify) jkb_cases_unref);
  else
    g_task_return_error (task, error);
}

void
jkb_casebook_job_read_texts (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JkbCasebookJob *job = data;
  GError *error = NULL;

  if (jkb_case_loader_read_texts (job->store, (const gint64 *) job->ids->data, job->ids->len,
                                  job->index, cancellable, &error))
    g_task_return_pointer (task, jkb_case_index_snapshot (job->index),
                           (GDestroyNotify) jkb_cases_unref);
  else
    g_task_return_error (task, error);
}

void
jkb_casebook_job_read_changes (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JkbCasebookJob *job = data;
  g_autoptr(JkbCaseChanges) changes = NULL;
  GError *error = NULL;

  changes = jkb_case_changes_read (job->store, (const gint64 *) job->ids->data,
                                   job->ids->len, cancellable, &error);
  if (changes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  jkb_case_changes_apply (changes, job->index);
  g_task_return_pointer (task, jkb_case_index_snapshot (job->index),
                         (GDestroyNotify) jkb_cases_unref);
}

void
jkb_casebook_job_keep_index (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const JkbCasebookJob *job = data;
  g_autoptr(GError) error = NULL;

  /* Searches work without, so nobody is told. */
  if (!jkb_case_loader_keep_index (job->store, job->cases, cancellable, &error))
    g_debug ("Keeping the text index: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

GArray *
jkb_casebook_job_take_ids (GHashTable *set)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  g_hash_table_remove_all (set);
  g_array_sort (ids, compare_ids);
  return ids;
}
