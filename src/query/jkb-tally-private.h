/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"
#include "query/jkb-tally.h"

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
