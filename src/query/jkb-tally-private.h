/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"
#include "query/jkb-tally.h"

/** JKB_TALLY_NO_YEAR, JKB_TALLY_NO_MONTH: values for "not known", see #JkbAxis */
#define JKB_TALLY_NO_YEAR 0
#define JKB_TALLY_NO_MONTH (-1)

/**
 * JkbTallyTime:
 * @first: the first year or month that is counted
 * @n: how many there are up to the last, 0 when none is known
 *
 * How long an axis of time is.
 */
typedef struct
{
  int first;
  guint n;
} JkbTallyTime;

/**
 * jkb_tally_new_empty:
 * @cases: a snapshot
 * @rows: what to count by
 * @columns: what to divide each count by; at most one of both is of time
 * @time: (nullable): how long that axis is
 *
 * Inside the room `query`. Any thread. Returns: (transfer full): a table of zeros
 */
JkbTally *jkb_tally_new_empty (const JkbCases *cases, JkbAxis rows, JkbAxis columns,
                               const JkbTallyTime *time);

/**
 * jkb_tally_new:
 * @cases: a snapshot
 * @fails: (array): by slot, see jkb_pass_new()
 * @mask: which of these bits keep a case from being counted
 * @rows: what to count by
 * @columns: what to divide each count by
 *
 * Inside the room `query`. Any thread. Returns: (transfer full): the counts
 */
JkbTally *jkb_tally_new (const JkbCases *cases, const guint16 *fails, guint16 mask, JkbAxis rows,
                         JkbAxis columns);
