/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "frameworks/jkb-frameworks.h"

/**
 * JkbMatrixView:
 *
 * Roles down, types and circumstances across; each cell shows by dots how much a role has to do with
 * such an incident. Scrolls under headings that stay. One cell, or one role as a whole, is chosen,
 * with pointer or arrow keys. Put it into a #GtkScrolledWindow.
 *
 * Signals: `chosen`, when another cell or role is chosen; `opened`, when a person clicks it or presses
 * Enter.
 */
#define JKB_TYPE_MATRIX_VIEW (jkb_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (JkbMatrixView, jkb_matrix_view, JKB, MATRIX_VIEW, GtkWidget)

/**
 * jkb_matrix_view_set_roles:
 * @self: a matrix
 * @frameworks: where the roles belong
 * @roles: (element-type JkbRole): rows
 * @phase: a #JkbPhase, or %JKB_PHASE_ANY for the strongest of all
 *
 * Shows other rows. What is chosen stays when it is still there.
 */
void jkb_matrix_view_set_roles (JkbMatrixView *self, JkbFrameworks *frameworks,
                                const GPtrArray *roles, int phase);

/**
 * jkb_matrix_view_set_n_cases:
 * @self: a matrix
 * @n_cases: (array fixed-size=14): how many cases there are of each #JkbSubject
 *
 * Shows the numbers below the headings.
 */
void jkb_matrix_view_set_n_cases (JkbMatrixView *self, const guint *n_cases);

/**
 * jkb_matrix_view_set_lit:
 * @self: a matrix
 * @subjects: bits of #JkbSubject
 *
 * Lights the columns of the case that is shown elsewhere.
 */
void jkb_matrix_view_set_lit (JkbMatrixView *self, guint32 subjects);

/**
 * jkb_matrix_view_zoom:
 * @self: a matrix
 * @step: 1 for larger, -1 for smaller, 0 for the usual size
 *
 * Ctrl with plus, minus, 0 and the wheel do the same.
 */
void jkb_matrix_view_zoom (JkbMatrixView *self, int step);

/**
 * jkb_matrix_view_get_zoom:
 * @self: a matrix
 *
 * Returns: how large its words are, 1 for the usual size
 */
double jkb_matrix_view_get_zoom (JkbMatrixView *self);

/**
 * jkb_matrix_view_add_actions:
 * @self: a matrix
 * @page: the widget below which the action is known
 *
 * Adds `matrix.zoom` (`i`), which does jkb_matrix_view_zoom().
 */
void jkb_matrix_view_add_actions (JkbMatrixView *self, GtkWidget *page);

/**
 * jkb_matrix_view_choose:
 * @self: a matrix
 * @role: (nullable): a role
 * @subject: a type or circumstance, %JKB_SUBJECT_NONE for the role as a whole
 *
 * Chooses a cell and brings it into view. A role without a row chooses nothing.
 */
void jkb_matrix_view_choose (JkbMatrixView *self, const JkbRole *role, JkbSubject subject);

/**
 * jkb_matrix_view_get_role:
 * @self: a matrix
 *
 * Returns: (transfer none) (nullable): the role that is chosen
 */
const JkbRole *jkb_matrix_view_get_role (JkbMatrixView *self);

/**
 * jkb_matrix_view_get_subject:
 * @self: a matrix
 *
 * Returns: the subject that is chosen, %JKB_SUBJECT_NONE for a role as a whole
 */
JkbSubject jkb_matrix_view_get_subject (JkbMatrixView *self);
