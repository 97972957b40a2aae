/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "query/jkb-cases.h"

/** JKB_NAME_RANK_NONE: the rank of a case without a name */
#define JKB_NAME_RANK_NONE G_MAXUINT32

/**
 * jkb_name_ranks_has_column:
 * @column: a column
 *
 * Inside the room `query`. Any thread. Returns: %TRUE if what stands there is a name and no number
 */
gboolean jkb_name_ranks_has_column (JkbColumn column);

/**
 * jkb_name_ranks:
 * @cases: a snapshot
 * @column: a column of names
 *
 * Inside the room `query`: numbers that are ordered as the names are. Any thread.
 *
 * Returns: (transfer full) (array): by slot, from 0 without gaps, for jkb_scratch_free(); equal names have the same rank. Free slots
 *   and cases without a name have %JKB_NAME_RANK_NONE
 */
guint32 *jkb_name_ranks (const JkbCases *cases, JkbColumn column);
