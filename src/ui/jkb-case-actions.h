/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ui/jkb-casebook.h"

/**
 * JkbCaseActions:
 *
 * What a person can do with the case and the fact that are shown, as actions: `accept-fact`,
 * `correct-fact`, `reject-fact`, `review-case`, `bin-case`, `open-source`. They are enabled when they
 * make sense.
 *
 * Signals: `edited` (utf8 what was done or why not, gboolean whether it can be undone); `correct`,
 * when the person has to be asked for a value; `open` (utf8 address).
 */
#define JKB_TYPE_CASE_ACTIONS (jkb_case_actions_get_type ())
G_DECLARE_FINAL_TYPE (JkbCaseActions, jkb_case_actions, JKB, CASE_ACTIONS, GObject)

/**
 * jkb_case_actions_new:
 *
 * Returns: (transfer full): the actions, none of them enabled
 */
JkbCaseActions *jkb_case_actions_new (void);

/**
 * jkb_case_actions_set:
 * @self: the actions
 * @casebook: whose case it is
 * @file: (nullable): the case that is shown; has to live until another is set
 * @fact: (nullable): the chosen fact of it
 *
 * Says what the actions are about.
 */
void jkb_case_actions_set (JkbCaseActions *self, JkbCasebook *casebook, const JkbCaseFile *file,
                           const JkbCaseFact *fact);

/**
 * jkb_case_actions_can_edit:
 * @self: the actions
 *
 * Returns: %TRUE if there is a case and it can be written
 */
gboolean jkb_case_actions_can_edit (JkbCaseActions *self);

/**
 * jkb_case_actions_correct:
 * @self: the actions
 * @value: what is right, in stable form
 * @qualifier: how exact it is
 *
 * Corrects the chosen fact.
 */
void jkb_case_actions_correct (JkbCaseActions *self, const char *value,
                               JkbCountQualifier qualifier);

/**
 * jkb_case_actions_enter:
 * @self: the actions
 * @field: a field
 * @value: what it is, in stable form
 * @qualifier: how exact it is
 *
 * Gives the case a value for a field that had none.
 */
void jkb_case_actions_enter (JkbCaseActions *self, JkbField field, const char *value,
                             JkbCountQualifier qualifier);

/**
 * jkb_case_actions_add_to:
 * @self: the actions
 * @map: the actions of a window
 *
 * Adds them all.
 */
void jkb_case_actions_add_to (JkbCaseActions *self, GActionMap *map);
