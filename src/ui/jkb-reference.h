/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "frameworks/jkb-frameworks.h"

/**
 * JkbReference:
 *
 * The career frameworks as the whole program sees them: read once in a worker, shared by all
 * windows, with what a person keeps of their own beside them. Main thread. Signal `changed` when they
 * are there, when reading failed, and when others have taken their place: roles of before are gone
 * after it, but for who holds a reference to their #JkbFrameworks.
 */
#define JKB_TYPE_REFERENCE (jkb_reference_get_type ())
G_DECLARE_FINAL_TYPE (JkbReference, jkb_reference, JKB, REFERENCE, GObject)

/**
 * jkb_reference_get_default:
 *
 * Begins to read when it is called first.
 *
 * Returns: (transfer none): the one reference of the program
 */
JkbReference *jkb_reference_get_default (void);

/**
 * jkb_reference_get_frameworks:
 * @self: the reference
 *
 * Returns: (transfer none) (nullable): the frameworks, %NULL until they are read
 */
JkbFrameworks *jkb_reference_get_frameworks (JkbReference *self);

/**
 * jkb_reference_get_error:
 * @self: the reference
 *
 * Returns: (transfer none) (nullable): why they could not be read
 */
const GError *jkb_reference_get_error (JkbReference *self);

/**
 * jkb_reference_swap_async:
 * @self: the reference
 * @name: something that a person keeps of their own, named as jkb_own_swap() wants it
 * @contents: (nullable): what to keep; %NULL to remove it
 * @callback: called when it is kept and everything was read again, after `changed`
 * @user_data: for @callback
 *
 * Changes what a person keeps, as a step that can be taken back.
 */
void jkb_reference_swap_async (JkbReference *self, const char *name, GBytes *contents,
                               GAsyncReadyCallback callback, gpointer user_data);

/**
 * jkb_reference_swap_finish:
 * @self: the reference
 * @result: what the callback was given
 * @error: a #GFileError
 *
 * Ends jkb_reference_swap_async() and jkb_reference_step_async(). Returns: %TRUE when done
 */
gboolean jkb_reference_swap_finish (JkbReference *self, GAsyncResult *result, GError **error);

/**
 * jkb_reference_get_step_time:
 * @self: the reference
 * @is_undo: of the step that would be taken back; otherwise of the one that would be done again
 *
 * Returns: when it was made, in microseconds of the monotonic clock; 0 when there is none
 */
gint64 jkb_reference_get_step_time (JkbReference *self, gboolean is_undo);

/**
 * jkb_reference_step_async:
 * @self: the reference; it has such a step
 * @is_undo: take the last step back; otherwise do the one again that was taken back last
 * @callback: as for jkb_reference_swap_async()
 * @user_data: for @callback
 */
void jkb_reference_step_async (JkbReference *self, gboolean is_undo, GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * jkb_reference_name_role:
 * @role: a role
 *
 * Returns: (transfer full): `framework/edition/id`, what the action `win.show-role` takes
 */
char *jkb_reference_name_role (const JkbRole *role);

/**
 * jkb_reference_find_role:
 * @self: the reference
 * @name: as jkb_reference_name_role() makes it
 *
 * Returns: (transfer none) (nullable): that role
 */
const JkbRole *jkb_reference_find_role (JkbReference *self, const char *name);

/**
 * jkb_reference_count_units:
 * @framework: an edition whose publisher has a word for a role
 * @n: a number of roles
 *
 * Returns: (transfer full): the number in that word: “42 work roles”
 */
char *jkb_reference_count_units (const JkbFramework *framework, guint n);

/**
 * jkb_reference_label:
 * @text: words in both languages
 *
 * Returns: (transfer none): those in the language of the session
 */
const char *jkb_reference_label (const JkbFrameworkText *text);

/**
 * jkb_reference_label_other:
 * @text: words in both languages
 *
 * Returns: (transfer none) (nullable): those in the other language; %NULL when they are the same, or not there
 */
const char *jkb_reference_label_other (const JkbFrameworkText *text);

/**
 * jkb_reference_label_subject:
 * @subject: a type or circumstance
 *
 * Returns: (transfer none): its name in the language of the session
 */
const char *jkb_reference_label_subject (JkbSubject subject);

/**
 * jkb_reference_label_weight:
 * @weight: weight of an assignment
 *
 * Returns: (transfer none): “Leads”, “Involved” or “Supports”, translated
 */
const char *jkb_reference_label_weight (int weight);

/**
 * jkb_reference_label_relation:
 * @relation: how near two roles are
 *
 * Returns: (transfer none): the relation in words, translated
 */
const char *jkb_reference_label_relation (JkbRelation relation);

/**
 * jkb_reference_dots:
 * @weight: weight of an assignment, 0 to 3
 *
 * Returns: (transfer none): as many dots, for who does not tell colours apart
 */
const char *jkb_reference_dots (int weight);

/**
 * jkb_reference_title:
 * @framework: an edition
 *
 * Returns: (transfer full): `NICE 2.2.0`
 */
char *jkb_reference_title (const JkbFramework *framework);
