/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-coverage-words.h"
#include "ui/jkb-scope.h"

/**
 * JkbCoverageBoard:
 *
 * The roles that an organisation has, to tick; where nobody is, weighted by the cases of the scope; and
 * whom to train next, to print and to save. What is ticked is remembered. Main thread.
 */
#define JKB_TYPE_COVERAGE_BOARD (jkb_coverage_board_get_type ())
G_DECLARE_FINAL_TYPE (JkbCoverageBoard, jkb_coverage_board, JKB, COVERAGE_BOARD, AdwBin)

/**
 * jkb_coverage_board_new:
 *
 * Returns: (transfer floating): a board
 */
GtkWidget *jkb_coverage_board_new (void);

/**
 * jkb_coverage_board_set_scope:
 * @self: a board
 * @scope: whose cases weigh the phases; may be set once
 */
void jkb_coverage_board_set_scope (JkbCoverageBoard *self, JkbScope *scope);

/**
 * jkb_coverage_board_get_result:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): what it says; %NULL while nothing is ticked
 */
const JkbCoverageResult *jkb_coverage_board_get_result (JkbCoverageBoard *self);
