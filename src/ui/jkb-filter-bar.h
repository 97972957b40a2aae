/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-scope.h"

/**
 * JkbFilterBar:
 *
 * How many cases a scope selects, a chip for each part of its filter that takes that part away, and
 * one button that takes all of them away. For every page that follows the filter.
 */
#define JKB_TYPE_FILTER_BAR (jkb_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (JkbFilterBar, jkb_filter_bar, JKB, FILTER_BAR, AdwBin)

/**
 * jkb_filter_bar_set_scope:
 * @self: a bar
 * @scope: what it shows; may be set once
 *
 * Begins to follow @scope.
 */
void jkb_filter_bar_set_scope (JkbFilterBar *self, JkbScope *scope);
