/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "frameworks/jkb-frameworks.h"

/*
 * What became of roles between the editions of a framework. Main thread.
 */

/**
 * jkb_role_ledger_add_moves:
 * @box: where to
 * @frameworks: frameworks
 * @role: a role
 *
 * Adds what became of it between the editions of its framework; nothing when it has only one.
 */
void jkb_role_ledger_add_moves (GtkBox *box, JkbFrameworks *frameworks, const JkbRole *role);

/**
 * jkb_role_ledger_add:
 * @box: where to
 * @frameworks: frameworks
 * @edition: an edition
 *
 * Adds, for @edition and the current one, or for all past ones and @edition when it is the current one, how many
 * roles go on, left and are new, and a line for each that can be opened; nothing when there is only one edition.
 */
void jkb_role_ledger_add (GtkBox *box, JkbFrameworks *frameworks, const JkbFramework *edition);
