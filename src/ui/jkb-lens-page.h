/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-scope.h"

/**
 * JkbLensPage:
 *
 * Who acts in several cases: for each phase of the work the roles of the four frameworks side by side,
 * those that lead first, with the reasons. Each role leads back to the cases in which it leads, by the
 * action `win.cases-led`.
 */
#define JKB_TYPE_LENS_PAGE (jkb_lens_page_get_type ())
G_DECLARE_FINAL_TYPE (JkbLensPage, jkb_lens_page, JKB, LENS_PAGE, AdwBin)

/**
 * jkb_lens_page_new:
 * @scope: where the cases are
 *
 * Main thread. Returns: (transfer floating): the page, for all cases that the filter of @scope leaves
 */
GtkWidget *jkb_lens_page_new (JkbScope *scope);

/**
 * jkb_lens_page_set_cases:
 * @self: a page
 * @ids: (element-type gint64): the cases; none for all that the filter leaves
 *
 * Shows the roles of these cases from now on, whatever is filtered later.
 */
void jkb_lens_page_set_cases (JkbLensPage *self, const GArray *ids);
