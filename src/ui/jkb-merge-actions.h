/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-case-pane.h"
#include "ui/jkb-case-table.h"
#include "ui/jkb-twin-finder.h"

/**
 * jkb_merge_actions_add:
 * @finder: what knows why cases may be the same
 * @table: a table with a scope
 * @pane: shows the case of that scope, and says what was done with its signal `edited`
 * @map: the actions of their window
 *
 * Adds what makes one case of several, and several of one: `merge-cases` for the rows that are chosen and
 * `compare-cases` (two numbers), which open a #JkbMergeDialog, `different-pair` (two numbers), which
 * remembers that they are two incidents, and `take-apart` for the case that is shown.
 */
void jkb_merge_actions_add (JkbTwinFinder *finder, JkbCaseTable *table, JkbCasePane *pane, GActionMap *map);
