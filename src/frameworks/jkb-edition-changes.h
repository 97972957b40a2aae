/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/*
 * What became of the roles of an edition in another edition of the same framework, told from the
 * relations between them; a role that was merged with others is only related in part.
 */

/** JkbChange: what happened to a role; several may hold, e.g. renamed and moved. */
typedef enum
{
  JKB_CHANGE_NONE = 0,                  /* carried over with name and category */
  JKB_CHANGE_RENAMED = 1 << 0,
  JKB_CHANGE_MOVED = 1 << 1,            /* is not where most of its old category went */
  JKB_CHANGE_MERGED = 1 << 2,           /* several old roles became this one */
  JKB_CHANGE_NEW = 1 << 3,              /* no old role leads here */
  JKB_CHANGE_LEFT = 1 << 4,             /* no new role follows */
} JkbChange;

/**
 * JkbEditionChange:
 * @what: flags of #JkbChange
 * @from: (nullable): the old role; %NULL for a new one
 * @to: (nullable): the new role; %NULL for one that left
 * @elsewhere: (nullable): where a role that left is found now, in an edition that is only named
 *
 * One line of the ledger.
 */
typedef struct
{
  guint what;
  const JkbRole *from;
  const JkbRole *to;
  const JkbNeighbour *elsewhere;
} JkbEditionChange;

/**
 * jkb_frameworks_changes:
 * @frameworks: frameworks
 * @from: the older edition
 * @to: the newer edition
 *
 * Names are compared without case, blanks at the ends, and what stands in brackets. Any thread.
 *
 * Returns: (transfer full) (element-type JkbEditionChange): a line for each old role in its order,
 *   then one for each new role
 */
GPtrArray *jkb_frameworks_changes (const JkbFrameworks *frameworks, const JkbFramework *from,
                                   const JkbFramework *to);
