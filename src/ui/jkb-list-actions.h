/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-case-lists.h"
#include "ui/jkb-case-pane.h"
#include "ui/jkb-case-table.h"

/**
 * jkb_list_actions_add:
 * @lists: the lists of the window's casebook
 * @scope: what the window looks at
 * @table: the table, whose chosen cases are meant; has to live as long as @map
 * @pane: whose signal `edited` tells what was done; likewise
 * @map: where the actions go
 *
 * Adds `save-search`, which keeps the filter and the order under a name; `collect`, which asks for a
 * collection for the chosen cases, and `collect-into` (x) for a known one; `uncollect`, which takes them
 * out of the collection that is looked at; `rename-list` (x) and `remove-list` (x); `restore-case` (x)
 * from the bin. All of them can be undone.
 */
void jkb_list_actions_add (JkbCaseLists *lists, JkbScope *scope, JkbCaseTable *table, JkbCasePane *pane,
                           GActionMap *map);
