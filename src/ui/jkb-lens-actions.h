/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-roles-page.h"

/**
 * jkb_lens_actions_add:
 * @map: where to
 * @page: the page of roles; wins a #JkbLensPage
 * @scope: whose cases are meant
 *
 * Adds what leads from cases to roles and back: `lens` (`ax`, numbers of cases, none for all that the
 * filter leaves) shows who acts in them, `cases-led` (`s`, a role) makes the filter those cases in
 * which that role leads. Main thread.
 */
void jkb_lens_actions_add (GActionMap *map, JkbRolesPage *page, JkbScope *scope);
