/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-scope.h"

/**
 * JkbChartsPage:
 *
 * The charts of what a scope selects. A mark that is clicked narrows the filter of the scope, so that
 * the other charts and the other pages follow. Charts are counted only while the page is seen.
 */
#define JKB_TYPE_CHARTS_PAGE (jkb_charts_page_get_type ())
G_DECLARE_FINAL_TYPE (JkbChartsPage, jkb_charts_page, JKB, CHARTS_PAGE, AdwBin)

/**
 * jkb_charts_page_set_scope:
 * @self: a page
 * @scope: what it shows; may be set once
 *
 * Begins to follow @scope.
 */
void jkb_charts_page_set_scope (JkbChartsPage *self, JkbScope *scope);

/**
 * jkb_charts_page_present:
 * @self: a page that is shown
 *
 * Shows the chart that has the focus, else the first, on the whole screen.
 */
void jkb_charts_page_present (JkbChartsPage *self);
