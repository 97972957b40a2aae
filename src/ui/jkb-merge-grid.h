/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/jkb-merge-plan.h"

/**
 * jkb_merge_grid_new:
 * @plan: cases that are to become one; must outlive the grid
 *
 * Makes a grid with a column for each case and a row for each field: first those that differ, with a choice in
 * each row, which changes @plan; then those that say the same. Main thread.
 *
 * Returns: (transfer floating): the grid
 */
GtkWidget *jkb_merge_grid_new (JkbMergePlan *plan);
