/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-case-pane.h"
#include "ui/jkb-case-table.h"

/**
 * jkb_print_actions_add:
 * @page: what the table and the case are on
 * @table: a table; it and @pane live as long as @map is used
 * @pane: the case beside it, whose signal `edited` tells what went wrong
 * @map: the actions of their window
 *
 * Adds `print-list`, which prints the rows that are chosen when they are several, else all that pass the filter,
 * and `print-case`. Ctrl+P does the one or the other: inside the case that is shown, it is the case.
 */
void jkb_print_actions_add (GtkWidget *page, JkbCaseTable *table, JkbCasePane *pane, GActionMap *map);
