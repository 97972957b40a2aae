/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-scope.h"

#include "ui/jkb-filter-history.h"

/* With so many cases the first rows of a search are there in a tenth of the time that all of it takes. */
#define CASES_MANY 200000u
/* More than GTK keeps alive. */
#define N_FIRST_ROWS 256u

struct _JkbScope
{
  GObject parent_instance;

  JkbCasebook *casebook;
  JkbFilter *filter;
  JkbFilterHistory *history;
  JkbOrder order;
  JkbSelection *selection;
  JkbSelection *everything;             /* the last one whose filter let all cases pass, or NULL */
  JkbSelection *first;                  /* rows before the selection is there; NULL when they are no help */
  gint64 case_id;
  GCancellable *cancellable;            /* of the selection being made, NULL when settled */
};

enum
{
  PROP_0,
  PROP_CASE_ID,
  N_PROPS
};

enum
{
  FILTER_CHANGED,
  ROWS_CHANGED,
  SELECTION_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JkbScope, jkb_scope, G_TYPE_OBJECT)

/* A person goes back to all cases again and again, and they are what takes longest to count. */
static void
keep_everything (JkbScope *self)
{
  if (self->everything != NULL
      && jkb_selection_get_cases (self->everything) != jkb_selection_get_cases (self->selection))
    g_clear_pointer (&self->everything, jkb_selection_unref);
  if (!jkb_filter_is_empty (jkb_selection_get_filter (self->selection)))
    return;
  g_clear_pointer (&self->everything, jkb_selection_unref);
  self->everything = jkb_selection_ref (self->selection);
}

static void
on_selection_made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbScope) self = user_data;
  JkbSelection *selection = jkb_selection_new_finish (result, NULL);

  /* Whoever cancelled it has begun another one. */
  if (selection == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->selection, jkb_selection_unref);
  self->selection = selection;
  keep_everything (self);
  g_clear_pointer (&self->first, jkb_selection_unref);
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
take_first (JkbScope *self, JkbSelection *first)
{
  g_clear_pointer (&self->first, jkb_selection_unref);
  self->first = first;
  g_signal_emit (self, signals[ROWS_CHANGED], 0);
}

static void
select_all (JkbScope *self)
{
  jkb_selection_new_async (jkb_casebook_get_cases (self->casebook), self->filter, self->order, self->cancellable,
                           on_selection_made_cb, g_object_ref (self));
}

/* The rows come before what is counted, which nobody waits for. */
static void
on_first_made_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(JkbScope) self = user_data;
  JkbSelection *first = jkb_selection_new_finish (result, NULL);

  if (first == NULL)
    return;
  select_all (self);
  take_first (self, first);
}

static gboolean
is_answered_by (JkbScope *self, const JkbSelection *selection)
{
  return selection != NULL && jkb_selection_get_cases (selection) == jkb_casebook_get_cases (self->casebook)
         && jkb_filter_equal (jkb_selection_get_filter (selection), self->filter);
}

/* What lets the same cases pass, in whatever order. */
static JkbSelection *
find_answered (JkbScope *self)
{
  if (is_answered_by (self, self->selection))
    return self->selection;
  return is_answered_by (self, self->everything) ? self->everything : NULL;
}

static void
stop_selecting (JkbScope *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* @filter_changed: the rows are others, so that it does no harm when there are few of them for a moment */
static void
start_selecting (JkbScope *self, gboolean filter_changed)
{
  JkbCases *cases = jkb_casebook_get_cases (self->casebook);
  JkbSelection *answered;

  stop_selecting (self);
  if (cases == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  answered = find_answered (self);
  if (answered != NULL)
    jkb_selection_new_reordered_async (answered, self->order, self->cancellable, on_selection_made_cb,
                                       g_object_ref (self));
  else if (filter_changed && self->filter->words != NULL && jkb_cases_n (cases) >= CASES_MANY)
    jkb_selection_new_first_async (cases, self->filter, self->order, N_FIRST_ROWS, self->cancellable,
                                   on_first_made_cb, g_object_ref (self));
  else
    select_all (self);
}

static void
on_casebook_changed_cb (JkbCasebook *casebook, GArray *ids, JkbScope *self)
{
  start_selecting (self, FALSE);
}

/* The latest cases of a casebook that is being read are what a table begins with, if it shows all of them that way. */
static void
on_state_changed_cb (JkbCasebook *casebook, GParamSpec *pspec, JkbScope *self)
{
  g_autoptr(JkbFilter) none = jkb_filter_new ();
  JkbCases *cases = jkb_casebook_get_first_cases (casebook);

  if (jkb_casebook_get_state (casebook) == JKB_CASEBOOK_LOADING && jkb_filter_equal (self->filter, none)
      && self->order.column == JKB_COLUMN_DATE && self->order.descending)
    take_first (self, jkb_selection_new_first (cases, NULL, self->order, jkb_cases_n (cases), NULL, NULL));
}

static void
jkb_scope_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JkbScope *self = JKB_SCOPE (object);

  switch (id)
    {
    case PROP_CASE_ID:
      g_value_set_int64 (value, self->case_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_scope_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  JkbScope *self = JKB_SCOPE (object);

  switch (id)
    {
    case PROP_CASE_ID:
      jkb_scope_set_case_id (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jkb_scope_dispose (GObject *object)
{
  JkbScope *self = JKB_SCOPE (object);

  stop_selecting (self);
  g_clear_object (&self->casebook);
  G_OBJECT_CLASS (jkb_scope_parent_class)->dispose (object);
}

static void
jkb_scope_finalize (GObject *object)
{
  JkbScope *self = JKB_SCOPE (object);

  jkb_filter_free (self->filter);
  jkb_filter_history_free (self->history);
  g_clear_pointer (&self->selection, jkb_selection_unref);
  g_clear_pointer (&self->everything, jkb_selection_unref);
  g_clear_pointer (&self->first, jkb_selection_unref);
  G_OBJECT_CLASS (jkb_scope_parent_class)->finalize (object);
}

static void
jkb_scope_class_init (JkbScopeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jkb_scope_get_property;
  object_class->set_property = jkb_scope_set_property;
  object_class->dispose = jkb_scope_dispose;
  object_class->finalize = jkb_scope_finalize;

  properties[PROP_CASE_ID]
      = g_param_spec_int64 ("case-id", NULL, NULL, 0, G_MAXINT64, 0,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ROWS_CHANGED] = g_signal_new ("rows-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED]
      = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
}

static void
jkb_scope_init (JkbScope *self)
{
  self->filter = jkb_filter_new ();
  self->history = jkb_filter_history_new ();
  self->order = (JkbOrder){ JKB_COLUMN_DATE, TRUE };
}

JkbScope *
jkb_scope_new (JkbCasebook *casebook)
{
  JkbScope *self = g_object_new (JKB_TYPE_SCOPE, NULL);

  self->casebook = g_object_ref (casebook);
  g_signal_connect_object (casebook, "changed", G_CALLBACK (on_casebook_changed_cb), self, 0);
  g_signal_connect_object (casebook, "notify::state", G_CALLBACK (on_state_changed_cb), self, 0);
  on_state_changed_cb (casebook, NULL, self);
  start_selecting (self, FALSE);
  return self;
}

JkbCasebook *
jkb_scope_get_casebook (JkbScope *self)
{
  g_return_val_if_fail (JKB_IS_SCOPE (self), NULL);

  return self->casebook;
}

const JkbFilter *
jkb_scope_get_filter (JkbScope *self)
{
  g_return_val_if_fail (JKB_IS_SCOPE (self), NULL);

  return self->filter;
}

static void
take_filter (JkbScope *self, JkbFilter *filter)
{
  jkb_filter_free (self->filter);
  self->filter = filter;
  start_selecting (self, TRUE);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static gboolean
step (JkbScope *self, gboolean back)
{
  JkbFilter *filter = jkb_filter_history_step (self->history, self->filter, back);

  if (filter == NULL)
    return FALSE;
  take_filter (self, filter);
  return TRUE;
}

gboolean
jkb_scope_undo (JkbScope *self)
{
  g_return_val_if_fail (JKB_IS_SCOPE (self), FALSE);

  return step (self, TRUE);
}

gboolean
jkb_scope_redo (JkbScope *self)
{
  g_return_val_if_fail (JKB_IS_SCOPE (self), FALSE);

  return step (self, FALSE);
}

gint64
jkb_scope_get_undo_time (JkbScope *self)
{
  g_return_val_if_fail (JKB_IS_SCOPE (self), 0);

  return jkb_filter_history_get_time (self->history, TRUE);
}

gint64
jkb_scope_get_redo_time (JkbScope *self)
{
  g_return_val_if_fail (JKB_IS_SCOPE (self), 0);

  return jkb_filter_history_get_time (self->history, FALSE);
}

void
jkb_scope_set_filter (JkbScope *self, const JkbFilter *filter)
{
  g_autoptr(JkbFilter) wanted = NULL;

  g_return_if_fail (JKB_IS_SCOPE (self));

  wanted = filter != NULL ? jkb_filter_copy (filter) : jkb_filter_new ();
  if (jkb_filter_equal (self->filter, wanted))
    return;
  jkb_filter_history_add (self->history, self->filter, wanted);
  take_filter (self, g_steal_pointer (&wanted));
}

void
jkb_scope_set_words (JkbScope *self, const char *words)
{
  g_autoptr(JkbFilter) filter = NULL;

  g_return_if_fail (JKB_IS_SCOPE (self));

  filter = jkb_filter_copy (self->filter);
  jkb_filter_set_words (filter, words);
  jkb_scope_set_filter (self, filter);
}

void
jkb_scope_update_list (JkbScope *self, gint64 list_id, const char *name, const GArray *cases)
{
  g_autoptr(JkbFilter) filter = NULL;

  g_return_if_fail (JKB_IS_SCOPE (self));

  filter = jkb_filter_copy (self->filter);
  jkb_filter_set_list (filter, list_id, name, cases);
  if (!jkb_filter_equal (self->filter, filter))
    take_filter (self, g_steal_pointer (&filter));
}

void
jkb_scope_clear_facet (JkbScope *self, JkbFacet facet)
{
  g_autoptr(JkbFilter) filter = NULL;

  g_return_if_fail (JKB_IS_SCOPE (self));

  filter = jkb_filter_copy (self->filter);
  jkb_filter_clear (filter, facet);
  jkb_scope_set_filter (self, filter);
}

JkbOrder
jkb_scope_get_order (JkbScope *self)
{
  g_return_val_if_fail (JKB_IS_SCOPE (self), ((JkbOrder){ JKB_COLUMN_DATE, TRUE }));

  return self->order;
}

void
jkb_scope_set_order (JkbScope *self, JkbOrder order)
{
  g_return_if_fail (JKB_IS_SCOPE (self));

  if (self->order.column == order.column && self->order.descending == order.descending)
    return;
  self->order = order;
  start_selecting (self, FALSE);
}

JkbSelection *
jkb_scope_get_selection (JkbScope *self)
{
  g_return_val_if_fail (JKB_IS_SCOPE (self), NULL);

  return self->selection;
}

JkbSelection *
jkb_scope_get_rows (JkbScope *self)
{
  g_return_val_if_fail (JKB_IS_SCOPE (self), NULL);

  return self->first != NULL ? self->first : self->selection;
}

gboolean
jkb_scope_is_settled (JkbScope *self)
{
  g_return_val_if_fail (JKB_IS_SCOPE (self), FALSE);

  return self->cancellable == NULL && self->selection != NULL;
}

gint64
jkb_scope_get_case_id (JkbScope *self)
{
  g_return_val_if_fail (JKB_IS_SCOPE (self), 0);

  return self->case_id;
}

void
jkb_scope_set_case_id (JkbScope *self, gint64 case_id)
{
  g_return_if_fail (JKB_IS_SCOPE (self));

  if (self->case_id == case_id)
    return;
  self->case_id = case_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CASE_ID]);
}
