/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "frameworks/jkb-frameworks.h"

/*
 * What imported files add to the page of a role. Main thread.
 */

/**
 * jkb_role_more_add_statements:
 * @box: where to
 * @frameworks: frameworks
 * @role: a role
 *
 * Adds its tasks, knowledge and skills, each kind to be opened; without any, how to get them.
 */
void jkb_role_more_add_statements (GtkBox *box, JkbFrameworks *frameworks, const JkbRole *role);

/**
 * jkb_role_more_add_imported:
 * @box: where to
 * @frameworks: frameworks
 *
 * Adds the imported files, each with a button that activates `win.remove-framework`, and what of a
 * person's own could not be read.
 */
void jkb_role_more_add_imported (GtkBox *box, JkbFrameworks *frameworks);

/**
 * jkb_role_more_add_job:
 * @box: where to
 * @role: a role
 *
 * Adds what drafts a job description of @role, by the action `roles.job`.
 */
void jkb_role_more_add_job (GtkBox *box, const JkbRole *role);

/**
 * jkb_role_more_add_beside:
 * @box: where to
 * @frameworks: frameworks
 * @role: a role
 *
 * Adds the roles that share most statements with it, each to be opened to read what is shared and what
 * is missing. Adds nothing when no statements are there.
 */
void jkb_role_more_add_beside (GtkBox *box, JkbFrameworks *frameworks, const JkbRole *role);
