/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frame-watch.h"


#include "stopwatch.h"

/* No frame for so long: nothing is left to be drawn. */
#define QUIET_MS 120
#define QUIET_AT_MOST_MS 3000            /* a spinner or a caret is never quiet */
#define N_RUNS_MAX 64

struct _FrameWatch
{
  GtkWidget *widget;
  GdkFrameClock *clock;
  gulong before_id;
  gulong after_id;
  FrameCost begin;
  gboolean is_there;
  gboolean is_painted;
  double last_ms;                       /* when a frame was painted last */

  GtkAdjustment *adjustment;            /* while scrolling */
  gboolean jumps;
  GRand *rand;
  double frame_begin;
  double *times;
  guint n_times;
  guint n_frames;
};

static FrameCost
look_at_clocks (void)
{
  return (FrameCost){ stopwatch_ms (), stopwatch_process_ms () };
}

static void
on_before_paint_cb (GdkFrameClock *clock, FrameWatch *watch)
{
  watch->frame_begin = stopwatch_cpu_ms ();
}

static void
on_after_paint_cb (GdkFrameClock *clock, FrameWatch *watch)
{
  watch->last_ms = stopwatch_ms ();
  watch->is_painted = watch->is_painted || watch->is_there;
  if (watch->times != NULL && watch->n_times < watch->n_frames)
    watch->times[watch->n_times++] = stopwatch_cpu_ms () - watch->frame_begin;
}

FrameWatch *
frame_watch_new (GtkWidget *widget)
{
  FrameWatch *watch = g_new0 (FrameWatch, 1);

  watch->widget = g_object_ref (widget);
  watch->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  watch->before_id = g_signal_connect (watch->clock, "before-paint", G_CALLBACK (on_before_paint_cb), watch);
  watch->after_id = g_signal_connect (watch->clock, "after-paint", G_CALLBACK (on_after_paint_cb), watch);
  watch->rand = g_rand_new_with_seed (5);
  return watch;
}

void
frame_watch_free (FrameWatch *watch)
{
  g_signal_handler_disconnect (watch->clock, watch->before_id);
  g_signal_handler_disconnect (watch->clock, watch->after_id);
  g_object_unref (watch->clock);
  g_object_unref (watch->widget);
  g_rand_free (watch->rand);
  g_free (watch);
}

void
frame_watch_begin (FrameWatch *watch)
{
  double limit = stopwatch_ms () + QUIET_AT_MOST_MS;

  watch->last_ms = stopwatch_ms ();
  while (stopwatch_ms () - watch->last_ms < QUIET_MS && stopwatch_ms () < limit)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
  watch->is_there = watch->is_painted = FALSE;
  watch->begin = look_at_clocks ();
}

void
frame_watch_note (FrameWatch *watch)
{
  watch->is_there = TRUE;
}

FrameCost
frame_watch_end (FrameWatch *watch)
{
  FrameCost now;

  while (!watch->is_painted)
    g_main_context_iteration (NULL, TRUE);
  now = look_at_clocks ();
  return (FrameCost){ now.wall_ms - watch->begin.wall_ms, now.cpu_ms - watch->begin.cpu_ms };
}

static gboolean
move (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FrameWatch *watch = data;
  double page = gtk_adjustment_get_page_size (watch->adjustment);
  double last = gtk_adjustment_get_upper (watch->adjustment) - page;
  double next = gtk_adjustment_get_value (watch->adjustment) + page;

  if (watch->jumps)
    next = g_rand_double_range (watch->rand, 0, last);
  gtk_adjustment_set_value (watch->adjustment, next < last ? next : 0);
  return G_SOURCE_CONTINUE;
}

void
frame_watch_scroll (FrameWatch *watch, GtkAdjustment *adjustment, gboolean jumps, guint n_frames, double *times)
{
  guint tick;

  frame_watch_begin (watch);
  watch->adjustment = adjustment;
  watch->jumps = jumps;
  watch->times = times;
  watch->n_times = 0;
  watch->n_frames = n_frames;
  tick = gtk_widget_add_tick_callback (watch->widget, move, watch, NULL);
  while (watch->n_times < n_frames)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (watch->widget, tick);
  watch->times = NULL;
}

static FrameCost
get_median (const FrameCost *costs, guint n)
{
  double wall[N_RUNS_MAX], cpu[N_RUNS_MAX];

  g_assert (n > 0 && n <= N_RUNS_MAX);
  for (guint i = 0; i < n; i++)
    {
      wall[i] = costs[i].wall_ms;
      cpu[i] = costs[i].cpu_ms;
    }
  return (FrameCost){ stopwatch_median (wall, n), stopwatch_median (cpu, n) };
}

void
frame_cost_print (const char *what, const FrameCost *ours, guint n_ours, const FrameCost *theirs, guint n_theirs,
                  double goal)
{
  FrameCost here = get_median (ours, n_ours), there = get_median (theirs, n_theirs);

  g_print ("%-34s %9.1f ms (processor %8.1f)  stock %10.1f ms (%10.1f): %8.1f times (%.1f)\n", what, here.wall_ms,
           here.cpu_ms, there.wall_ms, there.cpu_ms, there.wall_ms / here.wall_ms, there.cpu_ms / here.cpu_ms);
  goal_print (what, here.wall_ms / there.wall_ms, here.cpu_ms / there.cpu_ms, goal);
}
