/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-filter.h"

/**
 * JkbFilterHistory:
 *
 * The filters before and after the one of now, newest first, each with the time of the step. Main
 * thread.
 */
typedef struct _JkbFilterHistory JkbFilterHistory;

/**
 * jkb_filter_history_new:
 *
 * Returns: (transfer full): an empty history
 */
JkbFilterHistory *jkb_filter_history_new (void);

/**
 * jkb_filter_history_free:
 * @self: (transfer full): a history
 */
void jkb_filter_history_free (JkbFilterHistory *self);

/**
 * jkb_filter_history_add:
 * @self: a history
 * @before: the filter that is left
 * @after: the one that takes its place
 *
 * Notes a change. When only the search line changes, again and again, it is one change.
 */
void jkb_filter_history_add (JkbFilterHistory *self, const JkbFilter *before,
                             const JkbFilter *after);

/**
 * jkb_filter_history_step:
 * @self: a history
 * @now: the filter of now
 * @back: go back, not forth
 *
 * Returns: (transfer full) (nullable): the filter to go to
 */
JkbFilter *jkb_filter_history_step (JkbFilterHistory *self, const JkbFilter *now, gboolean back);

/**
 * jkb_filter_history_get_time:
 * @self: a history
 * @back: of the step back, not forth
 *
 * Returns: when that step was made, in microseconds of the monotonic clock; 0 when there is none
 */
gint64 jkb_filter_history_get_time (const JkbFilterHistory *self, gboolean back);
