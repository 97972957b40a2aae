/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/jkb-case-loader.h"

#include "summary/jkb-case-loader-index.h"

/* Cases and texts come in the same order, by number; a case may have changed between the two. */
typedef struct
{
  GPtrArray *incidents;
  guint next;
  void (*take) (const JkbIncident *incident, const char *text, gpointer user_data);
  gpointer user_data;
} Join;

static gboolean
join_text (gint64 incident_id, gint64 revision, const char *text, gsize n_bytes, gpointer user_data)
{
  Join *join = user_data;

  while (join->next < join->incidents->len)
    {
      JkbIncident *incident = g_ptr_array_index (join->incidents, join->next);

      if (incident->id > incident_id)
        return TRUE;
      join->next++;
      /* Half of one state and half of another is no state of the casebook. */
      if (incident->id != incident_id || incident->revision != revision)
        incident->revision = 0;
      join->take (incident, incident->id == incident_id ? text : NULL, join->user_data);
      if (incident->id == incident_id)
        return TRUE;
    }
  return FALSE;
}

static void
take_rest (Join *join)
{
  for (; join->next < join->incidents->len; join->next++)
    {
      JkbIncident *incident = g_ptr_array_index (join->incidents, join->next);

      incident->revision = 0;
      join->take (incident, NULL, join->user_data);
    }
}

static void
put_case (const JkbIncident *incident, const char *text, gpointer user_data)
{
  jkb_case_index_put (user_data, incident, text);
}

JkbCaseIndex *
jkb_case_loader_load (JkbStore *store, JkbFold *fold, GCancellable *cancellable, GError **error)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(GPtrArray) incidents = NULL;
  Join join = { NULL, 0, put_case, index };

  if (!jkb_case_loader_restore_index (store, fold, index, cancellable, error))
    return NULL;
  incidents = join.incidents = jkb_store_load_incidents (store, NULL, 0, cancellable, error);
  if (incidents == NULL || !jkb_store_foreach_text (store, NULL, 0, join_text, &join, cancellable, error))
    return NULL;
  take_rest (&join);
  jkb_case_index_settle (index);
  return g_steal_pointer (&index);
}

static gboolean
keep_text_of_one (gint64 incident_id, gint64 revision, const char *text, gsize n_bytes, gpointer user_data)
{
  *(char **) user_data = g_strndup (text, n_bytes);
  return FALSE;
}

static char *
read_text (gint64 id, gpointer user_data)
{
  char *text = NULL;

  jkb_store_foreach_text (user_data, &id, 1, keep_text_of_one, &text, NULL, NULL);
  return text;
}

static gboolean
put_headings (JkbCaseIndex *index, const GPtrArray *incidents)
{
  for (guint i = 0; incidents != NULL && i < incidents->len; i++)
    jkb_case_index_put_heading (index, g_ptr_array_index (incidents, i));
  return incidents != NULL;
}

static gboolean
put_all_headings (JkbCaseIndex *index, JkbStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) incidents = jkb_store_load_incidents (store, NULL, 0, cancellable, error);

  return put_headings (index, incidents);
}

JkbCases *
jkb_case_loader_load_latest (JkbStore *store, JkbFold *fold, guint n_cases, GCancellable *cancellable,
                             GError **error)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);
  g_autoptr(GPtrArray) incidents = jkb_store_load_latest (store, n_cases, cancellable, error);

  return put_headings (index, incidents) ? jkb_case_index_snapshot (index) : NULL;
}

JkbCaseIndex *
jkb_case_loader_load_lazily (JkbStore *store, JkbFold *fold, GCancellable *cancellable, GError **error)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);

  jkb_case_index_set_reader (index, read_text, g_object_ref (store), g_object_unref);
  if (!jkb_case_loader_restore_index (store, fold, index, cancellable, error)
      || !put_all_headings (index, store, cancellable, error))
    return NULL;
  jkb_case_index_settle (index);
  return g_steal_pointer (&index);
}

static gboolean
put_text (gint64 incident_id, gint64 revision, const char *text, gsize n_bytes, gpointer user_data)
{
  jkb_case_index_put_text (user_data, incident_id, revision, text);
  return TRUE;
}

gboolean
jkb_case_loader_read_texts (JkbStore *store, const gint64 *ids, gsize n_ids, JkbCaseIndex *index,
                            GCancellable *cancellable, GError **error)
{
  return jkb_store_foreach_text (store, ids, n_ids, put_text, index, cancellable, error);
}

JkbCaseIndex *
jkb_case_loader_load_headings (JkbStore *store, JkbFold *fold, GCancellable *cancellable,
                               GError **error)
{
  g_autoptr(JkbCaseIndex) index = jkb_case_index_new (fold);

  return put_all_headings (index, store, cancellable, error) ? g_steal_pointer (&index) : NULL;
}

struct _JkbCaseChanges
{
  GArray *ids;                  /* of the cases that were asked for */
  GPtrArray *incidents;         /* of those that exist */
  GPtrArray *texts;             /* of each of them, or NULL */
};

static void
keep_text (const JkbIncident *incident, const char *text, gpointer user_data)
{
  g_ptr_array_add (user_data, g_strdup (text));
}

JkbCaseChanges *
jkb_case_changes_read (JkbStore *store, const gint64 *ids, gsize n_ids, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr(JkbCaseChanges) self = g_new0 (JkbCaseChanges, 1);
  Join join = { NULL, 0, keep_text, NULL };

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  if (n_ids > 0)
    g_array_append_vals (self->ids, ids, (guint) n_ids);
  self->incidents = jkb_store_load_incidents (store, ids, n_ids, cancellable, error);
  join.incidents = self->incidents;
  join.user_data = self->texts;
  if (self->incidents == NULL
      || !jkb_store_foreach_text (store, ids, n_ids, join_text, &join, cancellable, error))
    return NULL;
  take_rest (&join);
  return g_steal_pointer (&self);
}

void
jkb_case_changes_apply (const JkbCaseChanges *changes, JkbCaseIndex *index)
{
  g_autoptr(GHashTable) present = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < changes->incidents->len; i++)
    {
      JkbIncident *incident = g_ptr_array_index (changes->incidents, i);

      jkb_case_index_put (index, incident, g_ptr_array_index (changes->texts, i));
      g_hash_table_add (present, &incident->id);
    }
  for (guint i = 0; i < changes->ids->len; i++)
    if (!g_hash_table_contains (present, &g_array_index (changes->ids, gint64, i)))
      jkb_case_index_remove (index, g_array_index (changes->ids, gint64, i));
}

void
jkb_case_changes_free (JkbCaseChanges *changes)
{
  if (changes == NULL)
    return;
  g_clear_pointer (&changes->incidents, g_ptr_array_unref);
  g_ptr_array_unref (changes->texts);
  g_array_unref (changes->ids);
  g_free (changes);
}
