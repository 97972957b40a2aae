/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/jkb-case-pane.h"
#include "ui/jkb-case-table.h"
#include "ui/jkb-scope.h"

/**
 * JkbIncidentsPage:
 *
 * Filters, search, the table of cases, and the case that is chosen. In a narrow window the filters lie
 * over the table, and the case takes its place.
 *
 * Property: `show-facets`.
 */
#define JKB_TYPE_INCIDENTS_PAGE (jkb_incidents_page_get_type ())
G_DECLARE_FINAL_TYPE (JkbIncidentsPage, jkb_incidents_page, JKB, INCIDENTS_PAGE, AdwBin)

/**
 * jkb_incidents_page_set_scope:
 * @self: a page
 * @scope: what it shows; may be set once
 *
 * Begins to follow @scope.
 */
void jkb_incidents_page_set_scope (JkbIncidentsPage *self, JkbScope *scope);

/**
 * jkb_incidents_page_add_actions:
 * @self: a page
 * @map: the actions of its window
 *
 * Adds `facets`, `search`, `back`, `next-case`, `previous-case`, and those of the table and the case.
 */
void jkb_incidents_page_add_actions (JkbIncidentsPage *self, GActionMap *map);

/**
 * jkb_incidents_page_get_case_pane:
 * @self: a page
 *
 * Returns: (transfer none): where the chosen case is shown
 */
JkbCasePane *jkb_incidents_page_get_case_pane (JkbIncidentsPage *self);

/**
 * jkb_incidents_page_open_case:
 * @self: a page
 *
 * In a narrow window, goes from the table to the chosen case.
 */
void jkb_incidents_page_open_case (JkbIncidentsPage *self);

/**
 * jkb_incidents_page_save:
 * @self: a page
 *
 * Remembers columns, order and widths.
 */
void jkb_incidents_page_save (JkbIncidentsPage *self);

/**
 * jkb_incidents_page_take_key:
 * @self: a page
 * @keyval: a key pressed in its window
 * @state: modifiers
 *
 * While cases are reviewed, keys are steps of the review, wherever the focus is; but in an entry.
 *
 * Returns: whether the key was one
 */
gboolean jkb_incidents_page_take_key (JkbIncidentsPage *self, guint keyval, GdkModifierType state);
