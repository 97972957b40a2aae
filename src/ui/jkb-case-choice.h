/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/jkb-case-list.h"

/**
 * JkbCaseChoice:
 *
 * The rows of a table that are chosen, as bits: choosing all of a million makes no object, where
 * #GtkMultiSelection makes one a row. One of the chosen rows leads, the one that was touched last.
 *
 * Signal: `lead-changed`, when another row leads because a person chose it.
 */
#define JKB_TYPE_CASE_CHOICE (jkb_case_choice_get_type ())
G_DECLARE_FINAL_TYPE (JkbCaseChoice, jkb_case_choice, JKB, CASE_CHOICE, GObject)

/**
 * jkb_case_choice_new:
 * @list: (transfer none): the rows
 *
 * Returns: (transfer full): a choice of none of them
 */
JkbCaseChoice *jkb_case_choice_new (JkbCaseList *list);

/**
 * jkb_case_choice_get_lead:
 * @self: a choice
 *
 * Returns: the position that leads, %GTK_INVALID_LIST_POSITION for none
 */
guint jkb_case_choice_get_lead (JkbCaseChoice *self);

/**
 * jkb_case_choice_set_only:
 * @self: a choice
 * @position: a position, or %GTK_INVALID_LIST_POSITION for none
 *
 * Chooses that row and no other. Emits `lead-changed` if another one led.
 */
void jkb_case_choice_set_only (JkbCaseChoice *self, guint position);

/**
 * jkb_case_choice_list_ids:
 * @self: a choice
 *
 * Returns: (transfer full) (element-type gint64): the cases of the chosen rows, in the order of the table
 */
GArray *jkb_case_choice_list_ids (JkbCaseChoice *self);

/**
 * jkb_case_choice_follow:
 * @self: a choice
 * @ids: (element-type gint64): cases
 * @lead: the one that leads, 0 for none
 *
 * Chooses the rows where these cases stand now; those that are not shown are left out. When @lead is none
 * of @ids, only @lead is chosen. Does not emit `lead-changed`.
 */
void jkb_case_choice_follow (JkbCaseChoice *self, const GArray *ids, gint64 lead);
