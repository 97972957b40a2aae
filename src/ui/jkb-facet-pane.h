/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-scope.h"

/**
 * JkbFacetPane:
 *
 * The filters beside the table: for each facet its values with the number of cases that would be
 * seen, counted as if nothing of that facet were chosen. Several values of a facet add up.
 */
#define JKB_TYPE_FACET_PANE (jkb_facet_pane_get_type ())
G_DECLARE_FINAL_TYPE (JkbFacetPane, jkb_facet_pane, JKB, FACET_PANE, AdwBin)

/**
 * jkb_facet_pane_set_scope:
 * @self: a pane
 * @scope: what it filters; may be set once
 *
 * Begins to follow @scope.
 */
void jkb_facet_pane_set_scope (JkbFacetPane *self, JkbScope *scope);
