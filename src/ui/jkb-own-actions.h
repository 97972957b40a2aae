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
 * Adds the actions by which a person brings frameworks of their own along: `win.import-framework`,
 * `win.remove-framework` (string, a name as jkb_own_swap() wants it) and `win.show-frameworks`; and
 * lets files be dropped on @page. Main thread.
 */
void jkb_own_actions_add (GtkWindow *window, JkbRolesPage *page, JkbToaster *toaster);
