/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "query/jkb-two-threads.h"

/* Lives until both threads have let go of it. */
typedef struct
{
  gatomicrefcount ref_count;
  guint n;
  guint next;                           /* atomic */
  JkbTakeFunc take;
  gpointer other;                       /* gone once the work is over */
  GMutex lock;                          /* for what follows */
  GCond is_idle;
  gboolean is_helped;
  gboolean is_over;                     /* a helper that comes now is too late */
} Work;

static void
take_all (Work *work, gpointer share)
{
  guint i;

  while ((i = (guint) g_atomic_int_add (&work->next, 1)) < work->n)
    work->take (share, i);
}

static void
unref_work (Work *work)
{
  if (!g_atomic_ref_count_dec (&work->ref_count))
    return;
  g_mutex_clear (&work->lock);
  g_cond_clear (&work->is_idle);
  g_free (work);
}

static void
help (gpointer data, gpointer user_data)
{
  Work *work = data;
  gboolean is_late;

  g_mutex_lock (&work->lock);
  is_late = work->is_over;
  work->is_helped = !is_late;
  g_mutex_unlock (&work->lock);
  if (!is_late)
    {
      take_all (work, work->other);
      g_mutex_lock (&work->lock);
      work->is_helped = FALSE;
      g_cond_signal (&work->is_idle);
      g_mutex_unlock (&work->lock);
    }
  unref_work (work);
}

static gpointer
start_helper (gpointer data)
{
  return g_thread_pool_new (help, NULL, 1, FALSE, NULL);
}

static void
ask_for_help (Work *work)
{
  static GOnce once = G_ONCE_INIT;

  g_atomic_ref_count_inc (&work->ref_count);
  g_thread_pool_push (g_once (&once, start_helper, NULL), work, NULL);
}

void
jkb_two_threads_run (guint n, JkbTakeFunc take, gpointer mine, gpointer other)
{
  Work *work = g_new0 (Work, 1);

  g_atomic_ref_count_init (&work->ref_count);
  g_mutex_init (&work->lock);
  g_cond_init (&work->is_idle);
  work->n = n;
  work->take = take;
  work->other = other;
  if (n > 1 && g_get_num_processors () > 1)
    ask_for_help (work);
  take_all (work, mine);
  g_mutex_lock (&work->lock);
  work->is_over = TRUE;
  while (work->is_helped)
    g_cond_wait (&work->is_idle, &work->lock);
  g_mutex_unlock (&work->lock);
  unref_work (work);
}
