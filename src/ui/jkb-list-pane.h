/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-case-lists.h"
#include "ui/jkb-twin-finder.h"

/**
 * JkbListPane:
 *
 * The places of a casebook, above the filters: all cases, what waits for a review, searches with a
 * name, collections, pairs that may be the same, the bin; each with the number of its cases. A row activates `win.show-list`.
 * Cases that are dropped on a collection join it.
 */
#define JKB_TYPE_LIST_PANE (jkb_list_pane_get_type ())
G_DECLARE_FINAL_TYPE (JkbListPane, jkb_list_pane, JKB, LIST_PANE, AdwBin)

/**
 * jkb_list_pane_set_lists:
 * @self: a pane
 * @scope: what the window looks at; may be set once
 * @lists: the lists of its casebook
 *
 * Begins to follow both.
 */
void jkb_list_pane_set_lists (JkbListPane *self, JkbScope *scope, JkbCaseLists *lists);

/**
 * jkb_list_pane_set_finder:
 * @self: a pane
 * @finder: what finds cases that may be the same; may be set once, before the lists
 */
void jkb_list_pane_set_finder (JkbListPane *self, JkbTwinFinder *finder);

/**
 * jkb_list_pane_set_aside:
 * @self: a pane
 * @place: (nullable): `bin` or `twins` while that is looked at, %NULL for the table
 *
 * Marks that row instead of the one of the filter.
 */
void jkb_list_pane_set_aside (JkbListPane *self, const char *place);
