/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/jkb-roles-page.h"
#include "ui/jkb-toaster.h"

/**
 * jkb_own_actions_add:
 * @window: a window with actions
 * @page: its page of roles
 * @toaster: where to say what was done
 *
 * Adds the actions by which a person brings frameworks of their own along or changes them, and lets files
 * be dropped on @page. Main thread.
 *
 *     win.import-framework, win.show-frameworks, win.export-own, win.import-own
 *     win.remove-framework   a name as jkb_own_swap() wants it
 *     win.edit-part          TYPE|FRAMEWORK/EDITION/ROLE
 *     win.edit-relation      FRAMEWORK/EDITION/ROLE
 *     win.edit-role          likewise; empty for a new role
 *     win.reset-own          a key as jkb_own_change_key() makes it; empty for all changes
 */
void jkb_own_actions_add (GtkWindow *window, JkbRolesPage *page, JkbToaster *toaster);
