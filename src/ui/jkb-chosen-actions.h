/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-case-pane.h"
#include "ui/jkb-case-table.h"

/**
 * jkb_chosen_actions_add:
 * @table: a table; it and @pane live as long as @map is used
 * @pane: the case beside it, whose signal `edited` tells what was done
 * @map: the actions of their window
 *
 * Adds what can be done with all rows that are chosen: `copy-cases` (`text` or `csv`), `different-cases`, which
 * remembers that they are not one incident, and `bin-cases`.
 * Ctrl+C and Ctrl+Shift+C copy while the table has the focus.
 */
void jkb_chosen_actions_add (JkbCaseTable *table, JkbCasePane *pane, GActionMap *map);
