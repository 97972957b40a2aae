/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-order-ahead.h"

/* Fewer cases are ordered faster than a frame is drawn. */
#define CASES_ORDERED 10000u

struct _JkbOrderAhead
{
  JkbCases *cases;                      /* (nullable): until the worker has them */
  guint timeout;                        /* 0 for none */
  GCancellable *cancellable;            /* (nullable): of the worker */
};

static void
order_in_thread (GTask *task, gpointer source, gpointer cases, GCancellable *cancellable)
{
  g_task_return_boolean (task, jkb_cases_prepare_orders (cases, cancellable));
}

static gboolean
on_time_to_order_cb (gpointer user_data)
{
  JkbOrderAhead *self = user_data;
  g_autoptr(GTask) task = NULL;

  self->timeout = 0;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, on_time_to_order_cb);
  g_task_set_task_data (task, g_steal_pointer (&self->cases), (GDestroyNotify) jkb_cases_unref);
  g_task_run_in_thread (task, order_in_thread);
  return G_SOURCE_REMOVE;
}

JkbOrderAhead *
jkb_order_ahead_new (void)
{
  return g_new0 (JkbOrderAhead, 1);
}

void
jkb_order_ahead_free (JkbOrderAhead *self)
{
  jkb_order_ahead_stop (self);
  g_free (self);
}

void
jkb_order_ahead_begin (JkbOrderAhead *self, JkbCases *cases, guint after_ms)
{
  jkb_order_ahead_stop (self);
  if (jkb_cases_n (cases) < CASES_ORDERED)
    return;
  self->cases = jkb_cases_ref (cases);
  self->timeout = g_timeout_add (after_ms, on_time_to_order_cb, self);
}

void
jkb_order_ahead_stop (JkbOrderAhead *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->cases, jkb_cases_unref);
}
