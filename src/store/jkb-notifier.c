/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/jkb-notifier.h"

#include "store/jkb-touched.h"

#include <string.h>

#define INTERVAL_MS 100

struct _JkbNotifier
{
  gatomicrefcount ref_count;
  GWeakRef object;
  JkbNotifierFunc func;
  GMainContext *context;

  GMutex lock;                          /* what follows */
  gint64 revision;
  GArray *pending;
  GSource *source;
  gint64 told_us;
  gboolean stopped;
};

JkbNotifier *
jkb_notifier_new (GObject *object, JkbNotifierFunc func, GMainContext *context)
{
  JkbNotifier *self = g_new0 (JkbNotifier, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_weak_ref_init (&self->object, object);
  self->func = func;
  self->context = g_main_context_ref (context != NULL ? context : g_main_context_default ());
  self->pending = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_mutex_init (&self->lock);
  return self;
}

JkbNotifier *
jkb_notifier_ref (JkbNotifier *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
jkb_notifier_unref (JkbNotifier *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_assert (self->source == NULL);
  g_weak_ref_clear (&self->object);
  g_main_context_unref (self->context);
  g_array_unref (self->pending);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const gint64 *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
sort_unique (GArray *ids)
{
  guint n = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (n == 0 || g_array_index (ids, gint64, n - 1) != g_array_index (ids, gint64, i))
      g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, n);
}

static gboolean
on_time_to_tell_cb (gpointer data)
{
  JkbNotifier *self = data;
  g_autoptr(GObject) object = g_weak_ref_get (&self->object);
  g_autoptr(GArray) ids = NULL;

  g_mutex_lock (&self->lock);
  ids = g_steal_pointer (&self->pending);
  self->pending = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->told_us = g_get_monotonic_time ();
  g_clear_pointer (&self->source, g_source_unref);
  g_mutex_unlock (&self->lock);

  sort_unique (ids);
  if (object != NULL && ids->len > 0)
    self->func (object, ids);
  return G_SOURCE_REMOVE;
}

/* With the lock held. */
static void
schedule (JkbNotifier *self)
{
  gint64 wait_ms = INTERVAL_MS - (g_get_monotonic_time () - self->told_us) / 1000;

  if (self->source != NULL || self->stopped || self->pending->len == 0)
    return;
  self->source = wait_ms > 0 ? g_timeout_source_new (wait_ms) : g_idle_source_new ();
  g_source_set_priority (self->source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (self->source, "jikenbo: cases changed");
  g_source_set_callback (self->source, on_time_to_tell_cb, jkb_notifier_ref (self),
                         (GDestroyNotify) jkb_notifier_unref);
  g_source_attach (self->source, self->context);
}

gboolean
jkb_notifier_start (JkbNotifier *self, JkbDb *db, GError **error)
{
  return jkb_touched_since (db, &self->revision, NULL, error);
}

gboolean
jkb_notifier_look (JkbNotifier *self, JkbDb *db, GError **error)
{
  gboolean good;

  g_mutex_lock (&self->lock);
  good = jkb_touched_since (db, &self->revision, self->pending, error);
  schedule (self);
  g_mutex_unlock (&self->lock);
  return good;
}

void
jkb_notifier_stop (JkbNotifier *self)
{
  g_autoptr(GSource) source = NULL;

  g_mutex_lock (&self->lock);
  self->stopped = TRUE;
  source = g_steal_pointer (&self->source);
  g_mutex_unlock (&self->lock);
  if (source != NULL)
    g_source_destroy (source);
}
