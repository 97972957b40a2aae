/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "frameworks/jkb-column-map.h"

/**
 * JkbColumnPane:
 *
 * Asks what the columns of a table hold: the sheet, the row of heads, the framework, and for each
 * column its part.
 */
#define JKB_TYPE_COLUMN_PANE (jkb_column_pane_get_type ())
G_DECLARE_FINAL_TYPE (JkbColumnPane, jkb_column_pane, JKB, COLUMN_PANE, AdwBin)

/**
 * jkb_column_pane_show:
 * @self: a pane
 * @sheets: (element-type JkbSheet): a table; a reference is kept
 * @map: what to begin with
 *
 * Asks about that table.
 */
void jkb_column_pane_show (JkbColumnPane *self, GPtrArray *sheets, const JkbColumnMap *map);

/**
 * jkb_column_pane_get_map:
 * @self: a pane that shows a table
 *
 * Returns: (transfer full): what was answered
 */
JkbColumnMap *jkb_column_pane_get_map (JkbColumnPane *self);

/**
 * jkb_column_pane_complain:
 * @self: a pane
 * @reason: why the answers do not do
 *
 * Says so above the questions.
 */
void jkb_column_pane_complain (JkbColumnPane *self, const char *reason);
