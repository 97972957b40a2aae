/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * FrameWatch:
 *
 * From an action to the frame that shows it, and what frames cost. Wall time is what a person sees;
 * the time of the processor is what a busy machine does not change.
 */
typedef struct _FrameWatch FrameWatch;

/**
 * FrameCost:
 * @wall_ms: by the clock on the wall
 * @cpu_ms: of the processor, all threads of the program
 */
typedef struct
{
  double wall_ms;
  double cpu_ms;
} FrameCost;

/**
 * frame_watch_new:
 * @widget: (transfer none): a widget in a window that is shown
 *
 * Returns: (transfer full): a watch of the frames of that window
 */
FrameWatch *frame_watch_new (GtkWidget *widget);

/**
 * frame_watch_free:
 * @watch: (transfer full): a watch
 */
void frame_watch_free (FrameWatch *watch);

/**
 * frame_watch_begin:
 * @watch: a watch
 *
 * The action comes now. Waits before that until nothing is left to be drawn.
 */
void frame_watch_begin (FrameWatch *watch);

/**
 * frame_watch_note:
 * @watch: a watch
 *
 * What the action leads to is there: the next frame shows it.
 */
void frame_watch_note (FrameWatch *watch);

/**
 * frame_watch_end:
 * @watch: a watch
 *
 * Runs the main loop until a frame is painted after frame_watch_note().
 *
 * Returns: what it cost since frame_watch_begin()
 */
FrameCost frame_watch_end (FrameWatch *watch);

/**
 * frame_watch_scroll:
 * @watch: a watch
 * @adjustment: what to move
 * @jumps: to places by chance; else a page at a time
 * @n_frames: how many frames
 * @times: (out) (array length=n_frames): what this thread spent in each, from before-paint to after-paint
 *
 * Scrolls by a step before each frame.
 */
void frame_watch_scroll (FrameWatch *watch, GtkAdjustment *adjustment, gboolean jumps, guint n_frames, double *times);

/**
 * frame_cost_print:
 * @what: what was measured
 * @ours: (array length=n_ours): what it cost here
 * @n_ours: how many runs
 * @theirs: (array length=n_theirs): what it cost there
 * @n_theirs: how many runs
 * @goal: what part of theirs ours is to be at most, 0 when nothing is promised
 *
 * Prints medians, how many times longer theirs took, and the goal beside what was reached.
 */
void frame_cost_print (const char *what, const FrameCost *ours, guint n_ours, const FrameCost *theirs, guint n_theirs,
                       double goal);
