/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * jkb_case_menu_new:
 *
 * Makes the menu of the table: the actions of jkb_case_table_add_actions() and jkb_chosen_actions_add().
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *jkb_case_menu_new (void);
