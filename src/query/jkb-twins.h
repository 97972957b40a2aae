/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"

/**
 * JkbTwinReason:
 * @JKB_TWIN_SAME_DAY: both began or were discovered on one day
 * @JKB_TWIN_SAME_ANNOUNCEMENT: both were announced on one day
 * @JKB_TWIN_SAME_FIGURE: both affected the same number of persons or of records
 * @JKB_TWIN_NEAR: both are of one type, less than two months apart
 *
 * Why two cases of one organisation may be one incident. Flags.
 */
typedef enum
{
  JKB_TWIN_SAME_DAY = 1 << 0,
  JKB_TWIN_SAME_ANNOUNCEMENT = 1 << 1,
  JKB_TWIN_SAME_FIGURE = 1 << 2,
  JKB_TWIN_NEAR = 1 << 3,
} JkbTwinReason;

/**
 * JkbTwins:
 * @one: number of a case, the earlier one to come into the casebook
 * @other: number of another
 * @reasons: flags of #JkbTwinReason
 *
 * Two cases that may be one incident.
 */
typedef struct
{
  gint64 one;
  gint64 other;
  guint reasons;
} JkbTwins;

/**
 * jkb_twins_find:
 * @cases: a snapshot
 * @n_max: give no more than so many, those with the best reasons
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Two cases are named when they are of one organisation, in whatever spelling, when their types do not
 * contradict each other, and when there is a reason. Each case is compared with the eight of its organisation
 * that come next in time, so that the time this takes is near linear in the number of cases. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type JkbTwins): pairs, best reasons first, then newest first
 */
GArray *jkb_twins_find (JkbCases *cases, guint n_max, GCancellable *cancellable, GError **error);

/**
 * jkb_twins_judge:
 * @a: a case
 * @b: another, of the same organisation
 *
 * Any thread. Returns: the reasons, 0 when there is none or the types contradict each other
 */
guint jkb_twins_judge (const JkbCase *a, const JkbCase *b);
