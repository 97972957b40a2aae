/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-twin-finder.h"

#include <glib/gi18n-lib.h>

#include "store/jkb-store-pairs.h"

/* Nobody goes through more; and the notices of this many cases are read again when one of them changes. */
#define N_PROPOSALS_MAX 200u

/* Changes that come one after the other, as in an import, are waited for. */
#define DELAY_MS 400

/* From here on two texts are said to be much the same. */
#define LIKENESS_SAID 0.6

struct _JkbTwinFinder
{
  GObject parent_instance;

  JkbCasebook *casebook;
  GPtrArray *proposals;                 /* element-type JkbTwinProposal */
  GCancellable *cancellable;            /* of the look under way, NULL for none */
  guint delay_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbTwinFinder, jkb_twin_finder, G_TYPE_OBJECT)

static void
free_proposal (gpointer data)
{
  JkbTwinProposal *proposal = data;

  jkb_incident_free (proposal->one);
  jkb_incident_free (proposal->other);
  g_free (proposal);
}

/* ---------------------------------------------------------------- looking */

typedef struct
{
  JkbStore *store;
  JkbCases *cases;
} Look;

static void
free_look (gpointer data)
{
  Look *look = data;

  g_object_unref (look->store);
  jkb_cases_unref (look->cases);
  g_free (look);
}

static GPtrArray *
load_cases (Look *look, const JkbCasePair *pairs, guint n_pairs, GCancellable *cancellable, GError **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_pairs; i++)
    {
      g_array_append_val (ids, pairs[i].one);
      g_array_append_val (ids, pairs[i].other);
    }
  if (ids->len == 0)
    return g_ptr_array_new ();
  return jkb_store_load_incidents (look->store, (const gint64 *) ids->data, ids->len, cancellable, error);
}

static const JkbIncident *
find_case (const GPtrArray *cases, gint64 id)
{
  for (guint i = 0; i < cases->len; i++)
    if (((JkbIncident *) cases->pdata[i])->id == id)
      return cases->pdata[i];
  return NULL;
}

static void
add_proposal (GPtrArray *proposals, const GPtrArray *cases, const JkbTwins *twins, const JkbCasePair *pair)
{
  const JkbIncident *one = find_case (cases, twins->one);
  const JkbIncident *other = find_case (cases, twins->other);
  JkbTwinProposal *proposal;

  if (pair->is_apart || one == NULL || other == NULL)
    return;
  proposal = g_new0 (JkbTwinProposal, 1);
  proposal->one = jkb_incident_copy (one);
  proposal->other = jkb_incident_copy (other);
  proposal->reasons = twins->reasons;
  proposal->likeness = pair->likeness;
  g_ptr_array_add (proposals, proposal);
}

static GPtrArray *
find_proposals (Look *look, GCancellable *cancellable, GError **error)
{
  g_autoptr(GPtrArray) proposals = g_ptr_array_new_with_free_func (free_proposal);
  g_autoptr(GArray) found = jkb_twins_find (look->cases, N_PROPOSALS_MAX, cancellable, error);
  g_autoptr(GPtrArray) cases = NULL;
  g_autofree JkbCasePair *pairs = NULL;

  if (found == NULL)
    return NULL;
  pairs = g_new0 (JkbCasePair, MAX (found->len, 1));
  for (guint i = 0; i < found->len; i++)
    {
      pairs[i].one = g_array_index (found, JkbTwins, i).one;
      pairs[i].other = g_array_index (found, JkbTwins, i).other;
    }
  if (!jkb_store_compare_pairs (look->store, pairs, found->len, cancellable, error))
    return NULL;
  cases = load_cases (look, pairs, found->len, cancellable, error);
  if (cases == NULL)
    return NULL;
  for (guint i = 0; i < found->len; i++)
    add_proposal (proposals, cases, &g_array_index (found, JkbTwins, i), &pairs[i]);
  return g_steal_pointer (&proposals);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *proposals = find_proposals (data, cancellable, &error);

  if (proposals != NULL)
    g_task_return_pointer (task, proposals, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
on_looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  JkbTwinFinder *self = JKB_TWIN_FINDER (object);
  GPtrArray *proposals = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Whoever cancelled it has begun another one; a store that is closed has no cases. */
  if (proposals == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->proposals);
  self->proposals = proposals;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop_looking (JkbTwinFinder *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
start_looking (gpointer user_data)
{
  JkbTwinFinder *self = user_data;
  JkbStore *store = jkb_casebook_get_store (self->casebook);
  JkbCases *cases = jkb_casebook_get_cases (self->casebook);
  g_autoptr(GTask) task = NULL;
  Look *look;

  self->delay_id = 0;
  stop_looking (self);
  if (store == NULL || cases == NULL)
    return G_SOURCE_REMOVE;
  look = g_new0 (Look, 1);
  look->store = g_object_ref (store);
  look->cases = jkb_cases_ref (cases);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_looked_cb, NULL);
  g_task_set_source_tag (task, start_looking);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, look, free_look);
  g_task_run_in_thread (task, look_in_thread);
  return G_SOURCE_REMOVE;
}

static void
on_casebook_changed_cb (JkbCasebook *casebook, GArray *ids, JkbTwinFinder *self)
{
  stop_looking (self);
  self->delay_id = g_timeout_add (DELAY_MS, start_looking, self);
}

/* ---------------------------------------------------------------- the object */

static void
jkb_twin_finder_dispose (GObject *object)
{
  JkbTwinFinder *self = JKB_TWIN_FINDER (object);

  stop_looking (self);
  g_clear_object (&self->casebook);
  G_OBJECT_CLASS (jkb_twin_finder_parent_class)->dispose (object);
}

static void
jkb_twin_finder_finalize (GObject *object)
{
  g_ptr_array_unref (JKB_TWIN_FINDER (object)->proposals);
  G_OBJECT_CLASS (jkb_twin_finder_parent_class)->finalize (object);
}

static void
jkb_twin_finder_class_init (JkbTwinFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_twin_finder_dispose;
  G_OBJECT_CLASS (klass)->finalize = jkb_twin_finder_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
jkb_twin_finder_init (JkbTwinFinder *self)
{
  self->proposals = g_ptr_array_new_with_free_func (free_proposal);
}

JkbTwinFinder *
jkb_twin_finder_new (JkbCasebook *casebook)
{
  JkbTwinFinder *self = g_object_new (JKB_TYPE_TWIN_FINDER, NULL);

  self->casebook = g_object_ref (casebook);
  g_signal_connect_object (casebook, "changed", G_CALLBACK (on_casebook_changed_cb), self, 0);
  start_looking (self);
  return self;
}

GPtrArray *
jkb_twin_finder_get (JkbTwinFinder *self)
{
  g_return_val_if_fail (JKB_IS_TWIN_FINDER (self), NULL);

  return self->proposals;
}

const JkbTwinProposal *
jkb_twin_finder_find (JkbTwinFinder *self, gint64 one, gint64 other)
{
  g_return_val_if_fail (JKB_IS_TWIN_FINDER (self), NULL);

  for (guint i = 0; i < self->proposals->len; i++)
    {
      const JkbTwinProposal *proposal = self->proposals->pdata[i];

      if (proposal->one->id == MIN (one, other) && proposal->other->id == MAX (one, other))
        return proposal;
    }
  return NULL;
}

char *
jkb_twin_words (const JkbTwinProposal *proposal)
{
  g_autoptr(GPtrArray) reasons = g_ptr_array_new ();

  g_ptr_array_add (reasons, (gpointer) _("Same organisation"));
  if (proposal->reasons & JKB_TWIN_SAME_DAY)
    g_ptr_array_add (reasons, (gpointer) _("began or was discovered on the same day"));
  if (proposal->reasons & JKB_TWIN_SAME_ANNOUNCEMENT)
    g_ptr_array_add (reasons, (gpointer) _("announced on the same day"));
  if (proposal->reasons & JKB_TWIN_SAME_FIGURE)
    g_ptr_array_add (reasons, (gpointer) _("the same number affected"));
  if (proposal->reasons & JKB_TWIN_NEAR)
    g_ptr_array_add (reasons, (gpointer) _("same type, less than two months apart"));
  if (proposal->likeness >= LIKENESS_SAID)
    g_ptr_array_add (reasons, (gpointer) _("much the same text"));
  g_ptr_array_add (reasons, NULL);
  return g_strjoinv (" · ", (char **) reasons->pdata);
}
